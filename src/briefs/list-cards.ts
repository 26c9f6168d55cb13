import type { BriefRow } from '../../db/queries/briefs.ts';
import type { ItemSheet } from '../../db/queries/reports.ts';
import { button, buttonRow, type Card, card, type Element, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { dayAt } from '../clock.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { dayName } from '../reports/texts.ts';

const ITEMS_A_PAGE = 8;
const FIRST_WORDS = 90;
const note = (content: string) => text(content, { size: 'notation', color: 'grey' });

/** The items of a report from which a practice can be picked. `taken`: what stands of an item already. */
export function pickCard(of: {
  period: string;
  unit: string;
  unitName: string;
  items: readonly ItemSheet[];
  taken: ReadonlyMap<string, BriefRow>;
  page: number;
}): Card {
  const pages = Math.max(1, Math.ceil(of.items.length / ITEMS_A_PAGE));
  const page = Math.min(Math.max(0, of.page), pages - 1);
  const name = periodName(of.period as PeriodId);
  const turn = (label: string, to: number) =>
    button({
      label,
      value: { action: 'brief-pick', period: of.period, unit: of.unit, page: to, in: 'place' },
    });
  return card({
    summary: `选典型做法：${of.unitName}`,
    header: {
      title: `选典型做法 · ${of.unitName}`,
      subtitle: pages > 1 ? `${name} · 第 ${page + 1}/${pages} 页` : name,
      template: 'turquoise',
    },
    elements: [
      ...of.items.slice(page * ITEMS_A_PAGE, (page + 1) * ITEMS_A_PAGE).flatMap((item) => pickLine(item, of)),
      ...(pages === 1
        ? []
        : [
            buttonRow([
              ...(page > 0 ? [turn('上一页', page - 1)] : []),
              ...(page < pages - 1 ? [turn('下一页', page + 1)] : []),
            ]),
          ]),
      note('选用后先成草稿，您改好、预览、发布以后才发到工作群（通知四（四））。'),
    ],
  });
}

function pickLine(
  item: ItemSheet,
  { period, unit, taken }: { period: string; unit: string; taken: ReadonlyMap<string, BriefRow> },
): Element[] {
  const flat = item.progress.replace(/\s+/g, ' ').trim();
  const words = flat.length > FIRST_WORDS ? `${flat.slice(0, FIRST_WORDS)}……` : flat;
  const brief = taken.get(item.item);
  const label = brief === undefined ? '选这一项' : brief.status === 'draft' ? '继续修改草稿' : '看已发布的';
  return [
    markdown(`**${item.position}. ${escapeMarkdown(item.title)}**\n${escapeMarkdown(words)}`),
    buttonRow([
      button({
        label,
        size: 'small',
        type: brief === undefined ? 'primary' : 'default',
        value: { action: 'brief-start', period, unit, item: item.item },
      }),
    ]),
  ];
}

/** `/通报 动态`: what is published, and for the office the drafts before it. */
export function listCard(
  all: readonly BriefRow[],
  of: {
    nameOf: (unit: string) => string;
    page: number;
    canTurn: boolean;
    title: string;
    isOffice: boolean;
  },
): Card {
  const pages = Math.max(1, Math.ceil(all.length / ITEMS_A_PAGE));
  const page = Math.min(Math.max(0, of.page), pages - 1);
  const turn = (label: string, to: number) => button({ label, value: { action: 'brief-list', page: to } });
  return card({
    summary: of.title,
    header: {
      title: of.title,
      subtitle: pages > 1 ? `第 ${page + 1}/${pages} 页` : `${all.length}篇`,
      template: 'blue',
    },
    elements: [
      ...(all.length === 0 ? [text('还没有发布过。')] : []),
      ...all.slice(page * ITEMS_A_PAGE, (page + 1) * ITEMS_A_PAGE).flatMap((one) => listLine(one, of.nameOf)),
      ...(pages > 1 && of.canTurn
        ? [
            buttonRow([
              ...(page > 0 ? [turn('上一页', page - 1)] : []),
              ...(page < pages - 1 ? [turn('下一页', page + 1)] : []),
            ]),
          ]
        : []),
      ...(all.length === 0 ? [] : [note('看某一期的全文：/通报 动态 第1期')]),
      ...(of.isOffice ? [note('编一篇：发“/通报 动态 单位名”，或在审核卡片上点“选为典型做法”。')] : []),
    ],
  });
}

function listLine(brief: BriefRow, nameOf: (unit: string) => string): Element[] {
  const isDraft = brief.status === 'draft';
  const head = isDraft ? '草稿' : `〔${brief.year}〕第${brief.no}期`;
  const day = brief.published_at === null ? '' : ` · ${dayName(dayAt(brief.published_at), '')}`;
  return [
    markdown(
      `**${head}**　${escapeMarkdown(brief.title)}\n${escapeMarkdown(nameOf(brief.unit))} · ${periodName(brief.period as PeriodId)}${day}`,
    ),
    buttonRow([
      isDraft
        ? button({
            label: '继续修改',
            size: 'small',
            value: { action: 'brief-edit', brief: brief.id, in: 'new' },
          })
        : button({ label: '看全文', size: 'small', value: { action: 'brief-show', brief: brief.id } }),
    ]),
  ];
}
