import type { ObjectionRow } from '../../db/queries/objections.ts';
import {
  button,
  buttonRow,
  type Card,
  card,
  divider,
  type Element,
  folded,
  markdown,
  text,
} from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { form, input, submit } from '../cards/form.ts';
import type { Labels } from '../people/labels.ts';
import { momentName } from '../reports/texts.ts';
import { unitCard } from '../scoring/cards.ts';
import { type SpanId, spanName } from '../scoring/span.ts';
import { OURS } from '../scoring/texts.ts';
import type { UnitScore } from '../scoring/types.ts';

export const LONGEST_OBJECTION = 500;
/** Each has words of up to 500 characters and a form: so many fit into one card. */
const FORMS_A_CARD = 5;
const MOST_ANSWERED = 10;
const LONGEST_ECHO = 100;
const ONLY_WORDS =
  '采纳只是答复，不会自动改分：请用“/评分 单位 +N 异议采纳 理由”改正（不占加分上限），录错的加减分在“/评分 单位”里取消。';
const note = (content: string) => text(content, { size: 'notation', color: 'grey' });

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
  return card({
    summary: `${of.name}对${spanName(row.span)}评分有异议`,
    header: { title: `异议 · ${of.name}`, subtitle: spanName(row.span), template: 'orange' },
    elements: [
      markdown(`${of.by}于${momentName(row.at)}提出：\n${escapeMarkdown(row.words)}`),
      answerForm(row),
      note(ONLY_WORDS),
    ],
  });
}

/** 采纳 and 维持 with the answer. @param nth tells the forms of one card apart; absent where there is one */
function answerForm(row: ObjectionRow, nth?: number): Element {
  const suffix = nth === undefined ? '' : `_${nth}`;
  const field = `words${suffix}`;
  const value = {
    action: 'ranking-answer',
    objection: row.id,
    field,
    ...(nth !== undefined && { in: 'queue' }),
  };
  const one = (label: string, verdict: string, type: 'primary' | 'default'): Element => ({
    tag: 'column',
    width: 'auto',
    elements: [submit(label, { ...value, verdict }, { name: `${verdict}${suffix}`, type, width: 'default' })],
  });
  return form(`answer_form${suffix}`, [
    input({
      name: field,
      placeholder: '答复（必填，原样告知单位）',
      maxLength: LONGEST_OBJECTION,
      rows: 2,
    }),
    {
      tag: 'column_set',
      flex_mode: 'flow',
      horizontal_spacing: '8px',
      columns: [one('采纳', 'accepted', 'primary'), one('维持', 'rejected', 'default')],
    },
  ]);
}

/**
 * The office's queue of a round: what waits for an answer, each with its form, then what was answered. `left`: how long
 * the round goes on, in words.
 */
export function queueCard(of: {
  span: SpanId;
  title: string;
  left: string;
  open: readonly ObjectionRow[];
  answered: readonly ObjectionRow[];
  nameOf: (unit: string) => string;
  labels: Labels;
}): Card {
  const { span, open, answered } = of;
  const more = open.length - FORMS_A_CARD;
  return card({
    summary: `${spanName(span)}：${open.length}条异议待答复`,
    header: { title: of.title, subtitle: spanName(span), template: open.length > 0 ? 'orange' : 'green' },
    elements: [
      markdown(`**待答复${open.length}条**，已答复${answered.length}条。${of.left}`),
      ...open
        .slice(0, FORMS_A_CARD)
        .flatMap((row, index) => [
          divider(),
          markdown(
            `**${escapeMarkdown(of.nameOf(row.unit))}**　${of.labels(row.by)}于${momentName(row.at)}提出：\n${escapeMarkdown(row.words)}`,
          ),
          answerForm(row, index),
        ]),
      ...(more > 0 ? [text(`还有${more}条，答复这几条以后接着显示。`)] : []),
      ...(answered.length > 0
        ? [folded(`已答复${answered.length}条`, answered.slice(-MOST_ANSWERED).map(answeredLine(of.nameOf)))]
        : []),
      ...(open.length === 0
        ? [
            buttonRow([
              button({
                label: '看排名预览',
                type: 'primary',
                value: { action: 'ask', question: `/排名 ${span}` },
              }),
            ]),
          ]
        : [note(ONLY_WORDS)]),
    ],
  });
}

function answeredLine(nameOf: (unit: string) => string) {
  return (row: ObjectionRow): Element =>
    markdown(
      `**${escapeMarkdown(nameOf(row.unit))}**　${verdictName(row)}\n${escapeMarkdown(row.words.slice(0, LONGEST_ECHO))}\n答复：${escapeMarkdown(row.verdict_words.slice(0, LONGEST_ECHO))}`,
    );
}

function verdictName({ verdict }: ObjectionRow): string {
  return verdict === 'accepted' ? '采纳' : '维持原分';
}

/** An answered objection, for the office and for the unit. */
export function answeredCard(row: ObjectionRow, name: string): Card {
  const isAccepted = row.verdict === 'accepted';
  const says = isAccepted ? '已采纳' : '未采纳，维持原分';
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
