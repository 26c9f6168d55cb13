import { type Card, card, type Element, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { form, input, submit } from '../cards/form.ts';
import { type SpanId, spanName } from '../scoring/span.ts';
import { LONGEST_REASON } from './card.ts';
import { type Changes, placeChange, totalChange, type UnitChange } from './changes.ts';

const ROWS_IN_SIGHT = 10;
/** Units named one by one in the work group. */
const MOST_NAMED = 12;
const note = (content: string) => text(content, { size: 'notation', color: 'grey' });

/** What 更正 would change; nothing is published yet. `revision`: the one that it would be. */
export function correctionDryRun(of: {
  span: SpanId;
  revision: number;
  hash: string;
  changes: Changes;
  reason: string;
  warnings: readonly string[];
}): Card {
  const { span, revision, changes } = of;
  return card({
    summary: `${spanName(span)}排名更正：请确认`,
    header: {
      title: '排名更正预览',
      subtitle: `${spanName(span)} · 第${revision}版，还没有公布`,
      template: 'orange',
    },
    elements: [
      markdown(countsText(changes)),
      ...changesTable(changes),
      ...of.warnings.map((warning) => text(warning, { color: 'red' })),
      form('correction_form', [
        input({
          name: 'reason',
          label: '更正说明（会写在公布的卡片上）',
          placeholder: '哪一项错了、怎么改的',
          maxLength: LONGEST_REASON,
          rows: 2,
          initial: of.reason,
        }),
        submit('确认更正', { action: 'ranking-correct', span, hash: of.hash, revision }),
      ]),
      note(`确认后第${revision}版发到工作群，并告知总分或名次有变的单位；以前的版本仍可查看，不改动。`),
    ],
  });
}

/** How many units a correction touches, and how. */
function countsText({ totals, places, inside }: Changes): string {
  const parts = [
    ...(totals.length > 0 ? [`**${totals.length}家总分有变**`] : []),
    ...(places.length > 0 ? [`${places.length}家总分不变、名次随之变化`] : []),
    ...(inside.length > 0 ? [`${inside.length}家总分和名次不变、明细有变`] : []),
  ];
  return `${parts.join('，')}。`;
}

function changesTable({ totals, places }: Changes): Element[] {
  const rows = [...totals, ...places];
  if (rows.length === 0) return [];
  return [
    {
      tag: 'table',
      page_size: ROWS_IN_SIGHT,
      row_height: 'auto',
      header_style: { background_style: 'grey', bold: true },
      columns: [
        { name: 'unit', display_name: '单位', width: 'auto' },
        { name: 'total', display_name: '总分', width: '120px' },
        { name: 'place', display_name: '名次', width: '80px' },
      ],
      rows: rows.map((one) => ({ unit: one.name, total: totalChange(one), place: placeChange(one) })),
    },
  ];
}

/** On the corrected card: 第N版, why, and what changed. */
export function correctionNote(of: { revision: number; reason: string; changes: Changes }): Element[] {
  const { totals, places } = of.changes;
  const named = totals.slice(0, MOST_NAMED).map(line);
  const more = totals.length > MOST_NAMED ? [`……总分有变的共${totals.length}家`] : [];
  return [
    markdown(`**第${of.revision}版 · 更正说明**：${escapeMarkdown(of.reason)}`),
    markdown(
      [
        ...named,
        ...more,
        ...(places.length > 0 ? [`另有${places.length}家总分不变，名次随之变化。`] : []),
        ...(totals.length + places.length === 0 ? ['总分和名次不变，只更正明细。'] : []),
      ].join('\n'),
    ),
  ];
}

function line(one: UnitChange): string {
  return `${escapeMarkdown(one.name)}　总分 ${totalChange(one)}　名次 ${placeChange(one)}`;
}

/** What the liaisons of a unit hear whose total or place was corrected. */
export function correctedUnitCard(of: {
  span: SpanId;
  revision: number;
  reason: string;
  change: UnitChange;
}): Card {
  return card({
    summary: `${spanName(of.span)}排名已更正`,
    header: { title: `排名已更正 · ${of.change.name}`, subtitle: spanName(of.span), template: 'orange' },
    elements: [
      markdown(
        `贵单位总分 **${totalChange(of.change)}**，名次 **${placeChange(of.change)}**（第${of.revision}版）。`,
      ),
      markdown(`更正说明：${escapeMarkdown(of.reason)}`),
      note(`看每一分的来由：发“/排名 ${of.span}”，按“我的明细”。`),
    ],
  });
}
