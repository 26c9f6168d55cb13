import type { ObjectionRow } from '../../db/queries/objections.ts';
import { button, buttonRow, type Card, card, divider, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { form, input, submit } from '../cards/form.ts';
import { momentName } from '../reports/texts.ts';
import { unitCard } from '../scoring/cards.ts';
import { type SpanId, spanName } from '../scoring/span.ts';
import { OURS } from '../scoring/texts.ts';
import type { UnitScore } from '../scoring/types.ts';

export const LONGEST_OBJECTION = 500;

/** What 预览发各单位 will do; nothing is sent yet. `missing`: names of units without a liaison. */
export function roundDryRun(
  span: SpanId,
  of: { hash: string; units: number; people: number; missing: readonly string[]; closesAt: number },
): Card {
  return card({
    summary: `${spanName(span)}评分发各单位：请确认`,
    header: {
      title: '预览发各单位',
      subtitle: `${spanName(span)} · 还没有发给任何人`,
      template: 'turquoise',
    },
    elements: [
      markdown(`将把**${of.units}家单位**各自的评分单发给${of.people}名联络员，只发本单位的，不含名次。`),
      markdown(`单位可以提出异议或回复无异议，**${momentName(of.closesAt)}**截止（3个工作日）。`),
      ...(of.missing.length === 0
        ? []
        : [
            text(`${of.missing.length}家还没有联络员，收不到：${of.missing.join('、')}`.slice(0, 1500), {
              color: 'red',
            }),
          ]),
      buttonRow([
        button({
          label: '确认发送',
          type: 'primary',
          value: { action: 'ranking-round-send', span, hash: of.hash },
        }),
      ]),
      text(OURS, { size: 'notation', color: 'grey' }),
    ],
  });
}

/** A unit's own sheet with the form for an objection. `typed` stays in the field where something was refused. */
export function sheetCard(
  score: UnitScore,
  of: {
    name: string;
    labels: (openId: string) => string;
    closesAt: number;
    typed?: string;
    refusal?: string;
  },
): Card {
  const sheet = unitCard(score, { ...of, isOffice: false, entries: [] });
  const value = { span: score.period, unit: score.unit };
  return {
    ...sheet,
    body: {
      ...sheet.body,
      elements: [
        ...sheet.body.elements,
        divider(),
        ...(of.refusal === undefined ? [] : [text(of.refusal, { color: 'red' })]),
        markdown(`排名还没有公布。对评分有异议，请在**${momentName(of.closesAt)}**以前提出。`),
        form('objection_form', [
          input({
            name: 'objection',
            placeholder: '哪一项、为什么',
            maxLength: LONGEST_OBJECTION,
            rows: 3,
            initial: of.typed,
          }),
          submit('提出异议', { action: 'ranking-object', ...value }, { name: 'object', type: 'default' }),
          submit('无异议', { action: 'ranking-agree', ...value }, { name: 'agree' }),
        ]),
      ],
    },
  };
}

/** An objection before the office, to be answered. `by` has the name of who objects. */
export function objectionCard(row: ObjectionRow, of: { name: string; by: string }): Card {
  const value = { action: 'ranking-answer', objection: row.id };
  return card({
    summary: `${of.name}对${spanName(row.span)}评分有异议`,
    header: { title: `异议 · ${of.name}`, subtitle: spanName(row.span), template: 'orange' },
    elements: [
      markdown(`${of.by}于${momentName(row.at)}提出：\n${escapeMarkdown(row.words)}`),
      form('answer_form', [
        input({
          name: 'words',
          placeholder: '答复（必填，原样告知单位）',
          maxLength: LONGEST_OBJECTION,
          rows: 2,
        }),
        submit('采纳', { ...value, verdict: 'accepted' }, { name: 'accept' }),
        submit('不采纳', { ...value, verdict: 'rejected' }, { name: 'reject', type: 'default' }),
      ]),
      text('采纳只是答复，不会自动改分：请用“/评分 单位 +N 理由”或重新审核报告来改正。', {
        size: 'notation',
        color: 'grey',
      }),
    ],
  });
}

/** An answered objection, for the office and for the unit. */
export function answeredCard(row: ObjectionRow, name: string): Card {
  const isAccepted = row.verdict === 'accepted';
  const says = isAccepted ? '采纳' : '不采纳';
  return card({
    summary: `${name}的异议：${says}`,
    header: {
      title: `异议${says} · ${name}`,
      subtitle: spanName(row.span),
      template: isAccepted ? 'green' : 'grey',
    },
    elements: [
      markdown(`异议：${escapeMarkdown(row.words)}`),
      markdown(`办公室答复：${escapeMarkdown(row.verdict_words)}`),
    ],
  });
}
