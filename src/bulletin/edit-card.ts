import type { BulletinClashRow, SectionRow } from '../../db/queries/bulletins.ts';
import { button, buttonRow, type Card, card, divider, folded, markdown, text } from '../cards/elements.ts';
import { form, input, submit } from '../cards/form.ts';
import { momentName } from '../reports/texts.ts';
import type { BulletinDesk } from './desk.ts';
import { bulletinValue } from './own-card.ts';
import { sha256Of } from './paper.ts';
import { fieldName, paragraphsOf, piecesOf } from './pieces.ts';
import { figureWarnings, freshText } from './sections.ts';

const MOST_ROWS = 12;
const CHARACTERS_A_ROW = 20;

/** 修改: one section's text in the fields of a form. */
export function editCard(desk: BulletinDesk, section: SectionRow): Card {
  const pieces = piecesOf(section.text);
  const value = carriedBy(desk, section);
  const warnings = figureWarnings([section], desk.fresh);
  return card({
    summary: `修改${section.title}`,
    header: { title: `修改 · ${section.title}`, subtitle: `${desk.name}通报`, template: 'blue' },
    elements: [
      ...(warnings.length === 0 ? [] : [text(warnings.join('\n').slice(0, 600), { color: 'red' })]),
      form('edit_form', [
        ...pieces.map((piece, index) =>
          input({
            name: fieldName(index),
            placeholder: index === 0 ? '正文，一段一行' : '写不下时接着写（可不填）',
            maxLength: 1000,
            rows: rowsOf(piece),
            initial: piece,
          }),
        ),
        submit('保存', value('bulletin-save', { base: baseOf(section.text) })),
      ]),
      buttonRow([
        button({
          label: '恢复原文',
          value: value('bulletin-restore'),
          confirm: { title: '恢复原文？', text: '用系统按报送数据写的原文代替现在的文字，以后随数据更新。' },
        }),
        button({ label: '返回', value: value('bulletin-back') }),
      ]),
      ...original(desk, section),
    ],
  });
}

/** Two hands on one section, or a text that came too late: both, and one choice. */
export function bulletinClashCard(desk: BulletinDesk, section: SectionRow, clash: BulletinClashRow): Card {
  const value = (take: 'mine' | 'theirs') =>
    carriedBy(desk, section)('bulletin-choose', { clash: clash.id, take });
  const who =
    section.edited_by === null || section.edited_by === clash.by
      ? '现在的文字'
      : `${desk.labels(section.edited_by)} 于${momentName(section.edited_at ?? 0)}写的`;
  return card({
    summary: '两份文字，请选定',
    header: { title: `选定 · ${section.title}`, subtitle: `${desk.name}通报`, template: 'orange' },
    elements: [
      text('您写的没有直接存进去。两份都在，请选用哪一份；没选以前都不会丢。'),
      divider(),
      markdown('**您写的**'),
      text(clash.text),
      divider(),
      markdown(`**${who}**`),
      text(section.text),
      buttonRow([
        button({ label: '用我的', type: 'primary', value: value('mine') }),
        button({ label: '用对方的', value: value('theirs') }),
        button({ label: '返回', value: carriedBy(desk, section)('bulletin-back') }),
      ]),
    ],
  });
}

/** Names the text that somebody began from. */
export function baseOf(text: string): string {
  return sha256Of(paragraphsOf(text)).slice(0, 16);
}

function carriedBy(desk: BulletinDesk, { section }: SectionRow) {
  return (action: string, more: Record<string, unknown> = {}) =>
    bulletinValue(desk, action, { section, ...more });
}

function rowsOf(piece: string): number {
  const rows = piece
    .split('\n')
    .reduce((sum, line) => sum + Math.ceil((line.length + 1) / CHARACTERS_A_ROW), 0);
  return Math.min(MOST_ROWS, Math.max(2, rows));
}

function original(desk: BulletinDesk, section: SectionRow) {
  const fresh = freshText(section, desk.fresh);
  if (fresh === undefined || fresh === section.text) return [];
  return [folded('系统按现在的数据写的原文', [text(fresh)])];
}
