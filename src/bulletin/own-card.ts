import { button, buttonRow, type Card, card, type Element, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { momentName } from '../reports/texts.ts';
import { type BulletinDesk, isOpen } from './desk.ts';
import { MOST_OWN_MB } from './own-docx.ts';

/** 上传定稿 was pressed: the next file. */
export function awaitedCard({ name }: BulletinDesk): Card {
  return card({
    summary: `请发${name}通报的定稿`,
    header: { title: '等待定稿', subtitle: `${name}通报`, template: 'turquoise' },
    elements: [
      markdown(`请在2小时内把定稿（**docx**，不超过${MOST_OWN_MB} MB，不带宏）直接发给我。`),
      text(
        '收下后卡片上会写明文件名和校验码（SHA-256）；发布的就是这个文件，系统的文字不再发布。不发就仍用系统生成的文件。',
        {
          size: 'notation',
          color: 'grey',
        },
      ),
    ],
  });
}

/** The office's own file in the place of the text: which one it is, what it lacks, and the way back. */
export function ownFileElements(desk: BulletinDesk): Element[] {
  const { row, labels } = desk;
  const by = `${labels(row.own_by ?? '')}于${momentName(row.own_at ?? 0)}上传`;
  const size = Math.ceil((row.own_size ?? 0) / 1024);
  return [
    markdown(`**定稿**：${escapeMarkdown(row.own_name ?? '')}（${size} KB）\n${by}`),
    ...(row.own_doubts === '' ? [] : [text(row.own_doubts, { color: 'red' })]),
    text('发布的是这个文件和附表，系统的文字不发布。'),
    text(`校验码（SHA-256）${row.own_sha256 ?? ''}`, { size: 'notation', color: 'grey' }),
    ...(isOpen(row)
      ? [
          buttonRow([
            button({ label: '不用这个定稿', size: 'small', value: bulletinValue(desk, 'bulletin-own-drop') }),
          ]),
        ]
      : []),
  ];
}

/** A correction of the office's own file begins with the system's text, which nobody has published. */
export function earlierFileElements({ row, earlierFile }: BulletinDesk): Element[] {
  if (!isOpen(row) || earlierFile === undefined) return [];
  return [
    text(`上一稿发布的是定稿“${earlierFile}”，下面是系统的文字。要更正定稿，请上传改好的文件。`, {
      color: 'orange',
    }),
  ];
}

export function ownButton(desk: BulletinDesk): Element {
  const label = desk.row.own_file === null ? '上传定稿' : '换定稿';
  return button({ label, value: bulletinValue(desk, 'bulletin-own') });
}

/** What a button of a bulletin's card carries. */
export function bulletinValue(desk: BulletinDesk, action: string, more: Record<string, unknown> = {}) {
  const { period, revision, version } = desk.row;
  return { action, period, revision, version, ...more };
}
