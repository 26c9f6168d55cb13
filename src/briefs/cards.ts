import type { BriefRow } from '../../db/queries/briefs.ts';
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
import { form, input, select, submit } from '../cards/form.ts';
import { momentName } from '../reports/texts.ts';
import { numberText } from '../scoring/texts.ts';
import { briefName, LONGEST_BODY, LONGEST_TITLE, type Typed } from './brief.ts';
import type { BriefDesk } from './desk.ts';

const LONGEST_SOURCE = 1_000;
/** A field that is refused on the server keeps what was typed: the client's own limit would cut it off. */
const MOST_IN_FIELD = 1_000;
export const LONGEST_BECAUSE = 200;
const note = (content: string) => text(content, { size: 'notation', color: 'grey' });

/** What was typed by whom over which version, when the form comes back instead of being taken. */
export interface Again {
  typed: Typed;
  /** Why it was not taken; a Chinese sentence. */
  refusal: string;
  /** What stands now, where somebody else was first. */
  other?: BriefRow;
}

/** The draft to be changed. `again`: what was typed comes back with the reason. */
export function formCard({ brief, unitName, periodName: period, points }: BriefDesk, again?: Again): Card {
  const shown = again?.typed ?? brief;
  const value = { brief: brief.id, version: brief.version };
  return card({
    summary: `工作动态草稿：${brief.title}`,
    header: { title: '工作动态 · 草稿', subtitle: `${unitName} · ${period}`, template: 'turquoise' },
    elements: [
      ...(again === undefined ? [] : [text(again.refusal, { color: 'red' })]),
      ...(again?.other === undefined
        ? []
        : [
            markdown(
              `现在存的是：\n**${escapeMarkdown(again.other.title)}**\n${escapeMarkdown(again.other.body)}`,
            ),
          ]),
      form('brief_form', [
        input({
          name: 'title',
          label: `标题（最多${LONGEST_TITLE}字）`,
          placeholder: '标题',
          maxLength: 200,
          initial: shown.title,
        }),
        input({
          name: 'body',
          label: `正文（最多${LONGEST_BODY}字）`,
          placeholder: '做法和成效',
          maxLength: MOST_IN_FIELD,
          rows: 8,
          initial: shown.body,
        }),
        select({
          name: 'scored',
          placeholder: '计分',
          options: [
            { label: `发布后计 +${numberText(points.each)} 分`, value: '1' },
            { label: '不计分（同一件事计过）', value: '0' },
          ],
          initial: String(shown.scored),
        }),
        {
          tag: 'column_set',
          flex_mode: 'flow',
          horizontal_spacing: '8px',
          columns: [
            column(
              submit('预览', { action: 'brief-preview', ...value }, { name: 'preview', width: 'default' }),
            ),
            column(
              submit(
                '保存草稿',
                { action: 'brief-save', ...value },
                { name: 'save', type: 'default', width: 'default' },
              ),
            ),
          ],
        },
      ]),
      folded('单位报送的原文', [text(brief.source.slice(0, LONGEST_SOURCE))]),
    ],
  });
}

const column = (one: Element): Element => ({ tag: 'column', width: 'auto', elements: [one] });

/** What 发布 will send and count; nothing is sent yet. */
export function previewCard(desk: BriefDesk): Card {
  const { brief, unitName, warnings } = desk;
  const value = { brief: brief.id, version: brief.version };
  return card({
    summary: `工作动态预览：${brief.title}`,
    header: {
      title: '工作动态 · 预览',
      subtitle: '还没有发布',
      template: 'orange',
    },
    elements: [
      ...contentOf(desk),
      divider(),
      markdown(scoreText(desk)),
      ...warnings.map((warning) => text(warning, { color: 'orange' })),
      note(`发布后发到工作群，并告知${unitName}的联络员；期号发布时给出。`),
      buttonRow([
        button({ label: '发布', type: 'primary', value: { action: 'brief-publish', ...value } }),
        button({ label: '返回修改', value: { action: 'brief-edit', brief: brief.id } }),
        button({
          label: '删除草稿',
          type: 'danger',
          value: { action: 'brief-drop', ...value },
          confirm: { title: '删除草稿？', text: '删除以后这一项可以重新选用。' },
        }),
      ]),
    ],
  });
}

/** What publishing gives, or has given, to the unit's score. */
function scoreText({ brief, unitName, periodName: period, points }: BriefDesk): string {
  if (brief.scored === 0 || points.each === 0) return '这一篇**不计分**。';
  const part =
    points.given < points.each
      ? `；合计上限${numberText(points.cap)}分，这次实计${numberText(points.given)}分`
      : '';
  return `发布后${escapeMarkdown(unitName)}${period}**加${numberText(points.each)}分**${part}（办公室的评分办法）。`;
}

function contentOf({ brief, unitName, periodName: period }: BriefView): Element[] {
  return [
    markdown(`**${escapeMarkdown(brief.title)}**`, { size: 'heading' }),
    markdown(escapeMarkdown(brief.body)),
    note(`${unitName} · ${period}`),
  ];
}

type BriefView = Pick<BriefDesk, 'brief' | 'unitName' | 'periodName'>;

/** A published brief as everybody reads it; a withdrawn one says only that. */
export function briefCard(of: BriefView): Card {
  const name = briefName(of.brief) ?? '工作动态';
  if (of.brief.status === 'withdrawn')
    return card({
      summary: `${name}已撤回`,
      header: { title: name, subtitle: '已撤回', template: 'grey' },
      elements: [
        text('这一期工作动态已由领导小组办公室撤回。', { color: 'grey' }),
        text(`理由：${of.brief.withdrawn_because ?? ''}`),
      ],
    });
  return card({
    summary: `${name}：${of.brief.title}`,
    header: { title: name, subtitle: '领导小组办公室', template: 'green' },
    elements: contentOf(of),
  });
}

/** A published brief for the office, with 撤回. `typed`: what came too late to be taken, `says`: why. */
export function publishedCard(of: BriefView, more: { typed?: Typed; says?: string } = {}): Card {
  const shown = briefCard(of);
  const { brief } = of;
  const at = brief.published_at === null ? '' : momentName(brief.published_at);
  return {
    ...shown,
    body: {
      ...shown.body,
      elements: [
        ...(more.says === undefined ? [] : [text(more.says, { color: 'red' })]),
        ...(more.typed === undefined
          ? []
          : [folded('您刚才填的（没有采用，已留存）', [text(more.typed.title), text(more.typed.body)])]),
        ...shown.body.elements,
        ...(brief.status === 'published' ? [note(`${at}发布，已发到工作群。`), withdrawForm(brief)] : []),
      ],
    },
  };
}

function withdrawForm(brief: BriefRow): Element {
  return form('withdraw_form', [
    input({ name: 'because', placeholder: '撤回的理由（撤回时必填）', maxLength: LONGEST_BECAUSE }),
    submit('撤回', { action: 'brief-withdraw', brief: brief.id }, { type: 'danger', width: 'default' }),
  ]);
}

/** What the unit's liaisons hear: its practice was adopted, or the brief was taken back. */
export function toldCard(of: BriefDesk): Card {
  const { brief, unitName, points } = of;
  const name = briefName(brief) ?? '工作动态';
  if (brief.status === 'withdrawn')
    return card({
      summary: `${name}已撤回`,
      header: { title: '工作动态已撤回', subtitle: unitName, template: 'grey' },
      elements: [
        markdown(
          `${name}“${escapeMarkdown(brief.title)}”已撤回${brief.scored === 1 ? '，相应加分已取消' : ''}。`,
        ),
        text(`理由：${brief.withdrawn_because ?? ''}`),
      ],
    });
  const counted =
    brief.scored === 1 && points.each > 0
      ? `${of.periodName}加${numberText(points.each)}分（加分合计上限${numberText(points.cap)}分）。`
      : '';
  return card({
    summary: `${unitName}的做法被采用`,
    header: { title: '典型做法被采用', subtitle: unitName, template: 'green' },
    elements: [
      markdown(`贵单位报送的做法已编入**${name}**，发到工作群。${counted}`),
      ...contentOf(of),
      note('看自己单位每一分的来由，发“/评分 单位名”。'),
    ],
  });
}
