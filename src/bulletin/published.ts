import type { BulletinRow, SectionRow } from '../../db/queries/bulletins.ts';
import { type Card, card, type Element, folded, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { OutboundMessage, Target } from '../outbox/message.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { momentName } from '../reports/texts.ts';
import { isGroupSection } from './sections.ts';

/** Of a section's words in its panel; the whole is in the file. */
const WORDS_IN_PANEL = 320;
const WORDS_OF_SUMMARY = 1200;
const WORDS_OF_GROUP = 36;
const SMALL = { size: 'notation', color: 'grey' } as const;

interface Published {
  row: BulletinRow;
  sections: readonly SectionRow[];
}

/** The bulletin as it was published: the card, its docx and its annex, as the work group had them. */
export function publishedMessages(
  of: Published,
  how: { to: Target; key: string; cardKey?: string },
): OutboundMessage[] {
  const { row } = of;
  const files = [row.docx_file, row.annex_file].filter((id) => id !== null);
  return [
    {
      key: how.key,
      to: how.to,
      body: { type: 'card', card: publishedCard(of) },
      ...(how.cardKey !== undefined && { cardKey: how.cardKey }),
    },
    ...files.map(
      (fileId, index): OutboundMessage => ({
        key: `${how.key}:file:${index}`,
        to: how.to,
        body: { type: 'file', fileId },
      }),
    ),
  ];
}

function publishedCard({ row, sections }: Published): Card {
  const name = periodName(row.period as PeriodId);
  const isCorrection = row.revision > 1;
  const title = sections.find(({ section }) => section === 'head:title')?.text ?? '';
  return card({
    summary: `${name}通报${isCorrection ? '（更正）' : ''}`,
    header: {
      title: isCorrection ? '通报（更正）' : '通报',
      subtitle: name,
      template: isCorrection ? 'orange' : 'blue',
    },
    elements: [
      ...(isCorrection ? [markdown(`**更正**：${escapeMarkdown(row.note)}\n以本次发布的为准。`)] : []),
      markdown(`**${escapeMarkdown(title)}**`),
      ...(row.own_file === null ? written(sections) : []),
      text(`领导小组办公室${momentName(row.published_at ?? 0)}发布，全文和附表见下面的文件。`, {
        ...(row.own_file === null && SMALL),
      }),
      ...(row.own_file === null ? [] : [text(`全文校验码（SHA-256）${row.docx_sha256 ?? ''}`, SMALL)]),
      text(`数据指纹 ${row.hash?.slice(0, 12) ?? ''}`, SMALL),
    ],
  });
}

/** The text of the sections; the office's own file speaks for itself, and may say something else. */
function written(sections: readonly SectionRow[]): Element[] {
  const overall = sections.find(({ section }) => section === 'overall')?.text ?? '';
  const groups = sections.filter(isGroupSection);
  return [
    text(beginning(overall, WORDS_OF_SUMMARY)),
    ...sections.flatMap((section) => chapter(section, groups)),
  ];
}

/** In the paper's order, the task groups together where the first of them stands. */
function chapter(one: SectionRow, groups: readonly SectionRow[]): Element[] {
  if (one === groups[0]) return [folded('各专项工作小组进展', [groupLines(groups)])];
  if (one.section.includes(':') || one.section === 'overall') return [];
  return [folded(one.title, [text(beginning(one.text, WORDS_IN_PANEL))])];
}

function groupLines(groups: readonly SectionRow[]): Element {
  const lines = groups.map((one) => {
    const words = beginning(one.text.replaceAll('\n', ' '), WORDS_OF_GROUP);
    return `**${escapeMarkdown(one.title)}**　${escapeMarkdown(words)}`;
  });
  return markdown(lines.join('\n'), { size: 'notation' });
}

function beginning(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most)}……（全文见文件）` : words;
}
