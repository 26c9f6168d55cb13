import type { SectionRow } from '../../db/queries/bulletins.ts';
import type { BulletinState } from '../../db/schema-bulletin.ts';
import {
  button,
  buttonRow,
  type Card,
  card,
  divider,
  type Element,
  folded,
  markdown,
  type Template,
  text,
} from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { form, input, select, submit } from '../cards/form.ts';
import { momentName } from '../reports/texts.ts';
import { type BulletinDesk, isOpen, partsOf } from './desk.ts';
import { bulletinValue, earlierFileElements, ownButton, ownFileElements } from './own-card.ts';
import { textOf } from './parts.ts';
import { changedTitles, isFrame, isGroupSection } from './sections.ts';

/** Of a section's words in its panel, so that all of them fit a card. */
const WORDS_IN_PANEL = 160;
const WORDS_OF_SUMMARY = 600;
const WORDS_OF_GROUP = 24;
const WORDS_OF_WARNING = 160;
const MOST_WARNINGS = 5;
export const LONGEST_REASON = 300;
export const LONGEST_NOTE = 200;

export const STATES: Readonly<Record<BulletinState, { name: string; template: Template }>> = {
  draft: { name: '草稿', template: 'blue' },
  sent: { name: '送审', template: 'orange' },
  returned: { name: '退回', template: 'red' },
  approved: { name: '批准', template: 'turquoise' },
  published: { name: '已发布', template: 'green' },
};

const grey = (content: string) => text(content, { size: 'notation', color: 'grey' });

/** The bulletin before the office: how it stands, its text, and what can be done with it now. */
export function deskCard(desk: BulletinDesk, of: { typed?: string } = {}): Card {
  const { row, name } = desk;
  const { name: state, template } = STATES[row.state];
  const title = row.revision > 1 ? '通报更正稿' : row.state === 'published' ? '通报' : '通报送审稿';
  return card({
    summary: `${name}${title}：${state}`,
    header: { title, subtitle: name, template, tags: [{ text: state, color: template }] },
    elements: [
      ...standing(desk),
      ...(row.own_file === null ? written(desk) : ownFileElements(desk)),
      divider(),
      ...decisions(desk, of.typed ?? ''),
    ],
  });
}

/** The text of the sections, where no file of the office's own stands in its place. */
function written(desk: BulletinDesk): Element[] {
  return [
    ...warnings(desk),
    ...keptAside(desk),
    ...earlierFileElements(desk),
    text(beginning(textOf(partsOf(desk.sections), 'overall'), WORDS_OF_SUMMARY)),
    ...chapters(desk),
    ...choice(desk),
  ];
}

/** Who has done what and when, the last first thing to know. */
function standing(desk: BulletinDesk): Element[] {
  const { row, labels } = desk;
  const by = (who: string | null, at: number | null) =>
    `${who === 'bot' ? '系统' : labels(who ?? '')}于${momentName(at ?? 0)}`;
  const lines = [
    `${by(row.made_by, row.made_at)}生成`,
    ...(row.sent_at === null ? [] : [`${by(row.sent_by, row.sent_at)}送审`]),
    ...(row.state === 'returned'
      ? [`${by(row.decided_by, row.decided_at)}退回：${escapeMarkdown(row.reason)}`]
      : []),
    ...(row.state === 'approved' || row.state === 'published'
      ? [`${by(row.decided_by, row.decided_at)}批准`]
      : []),
    ...(row.published_at === null ? [] : [`${by(row.published_by, row.published_at)}发布到工作群`]),
  ];
  return [
    ...(row.note === ''
      ? []
      : [markdown(`**更正**：${escapeMarkdown(row.note)}\n改动：${escapeMarkdown(changes(desk))}`)]),
    markdown(lines.join('\n'), { size: 'notation' }),
  ];
}

function changes({ row, earlier, sections }: BulletinDesk): string {
  if (row.own_file !== null) return '见定稿';
  return changedTitles(earlier, sections).join('、') || '还没有改动';
}

function warnings({ warnings: all }: BulletinDesk): Element[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, MOST_WARNINGS).map((one) => `• ${one.slice(0, WORDS_OF_WARNING)}`);
  const more = all.length > MOST_WARNINGS ? [`……共${all.length}处`] : [];
  return [text(['请核对数字：', ...shown, ...more].join('\n'), { color: 'red' })];
}

/** What whoever looks has typed that is not in the text. */
function keptAside({ clashes, act, sections, row }: BulletinDesk): Element[] {
  const own = new Set(clashes.filter(({ by }) => by === act.sender).map(({ section }) => section));
  const titles = sections.filter(({ section }) => own.has(section)).map(({ title }) => title);
  if (titles.length === 0) return [];
  const then = isOpen(row) ? '点“修改”选定' : '退回后可以选定';
  return [text(`您写的没有存进去、单独留存着：${titles.join('、')}。${then}。`, { color: 'red' })];
}

function chapters(desk: BulletinDesk): Element[] {
  const { sections } = desk;
  const groups = sections.filter(isGroupSection);
  const frame = sections.filter(isFrame);
  return sections.flatMap((section) => {
    if (section === frame[0]) return [listPanel('标题、主送、抄送', frame)];
    if (section === groups[0]) return [listPanel('各专项工作小组进展', groups)];
    return section.section.includes(':') ? [] : [panel(desk, section)];
  });
}

/** One section: how it begins, who edited it, and 修改. */
function panel(desk: BulletinDesk, section: SectionRow): Element {
  return folded(titleOf(section), [
    text(beginning(section.text, WORDS_IN_PANEL)),
    ...editedBy(desk, section),
    ...(isOpen(desk.row)
      ? [
          button({
            label: '修改',
            size: 'small',
            value: bulletinValue(desk, 'bulletin-edit', { section: section.section }),
          }),
        ]
      : []),
  ]);
}

/** Sections that are too many for a panel each: one line of each. */
function listPanel(title: string, sections: readonly SectionRow[]): Element {
  const isEdited = sections.some((one) => one.edited_by !== null);
  const lines = sections.map((one) => {
    const words = beginning(one.text.replaceAll('\n', ' '), WORDS_OF_GROUP);
    return `${titleOf(one)}：${words}`;
  });
  return folded(isEdited ? `${title}（有修改）` : title, [text(lines.join('\n'), { size: 'notation' })]);
}

/** A choice among those; a form stands at the root of a card only. */
function choice(desk: BulletinDesk): Element[] {
  if (!isOpen(desk.row)) return [];
  const listed = desk.sections.filter((one) => isFrame(one) || isGroupSection(one));
  return [
    form('pick_form', [
      select({
        name: 'section',
        placeholder: '改标题、主送、抄送或某个小组',
        options: listed.map((one) => ({ label: one.title, value: one.section })),
      }),
      submit('修改所选', bulletinValue(desk, 'bulletin-edit'), { type: 'default', width: 'default' }),
    ]),
  ];
}

function titleOf({ title, edited_by }: SectionRow): string {
  return edited_by === null ? title : `${title}（已修改）`;
}

function beginning(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most)}……（共${words.length}字）` : words;
}

function editedBy({ labels }: BulletinDesk, { edited_by, edited_at }: SectionRow): Element[] {
  if (edited_by === null) return [];
  return [
    markdown(`${labels(edited_by)}于${momentName(edited_at ?? 0)}修改，不再随数据更新`, { size: 'notation' }),
  ];
}

function decisions(desk: BulletinDesk, typed: string): Element[] {
  const value = (action: string) => bulletinValue(desk, action);
  const files = button({ label: '看文件', value: value('bulletin-files') });
  switch (desk.row.state) {
    case 'draft':
    case 'returned':
      return [
        buttonRow([
          button({ label: '送审', type: 'primary', value: value('bulletin-send') }),
          files,
          ownButton(desk),
        ]),
        grey(
          desk.row.own_file === null
            ? '没有修改过的部分随报送数据更新，送审时定下来。送审后由办公室另一位同志批准。'
            : '附表随报送数据更新，送审时定下来。送审后由办公室另一位同志批准。',
        ),
      ];
    case 'sent':
      return [
        buttonRow([button({ label: '批准', type: 'primary', value: value('bulletin-approve') }), files]),
        returnForm(desk, typed),
        grey('由送审人以外的一位办公室同志批准。'),
      ];
    case 'approved':
      return [
        buttonRow([
          button({
            label: '发布',
            type: 'primary',
            value: value('bulletin-publish'),
            confirm: {
              title: '发布到工作群？',
              text: `${whatIsPosted(desk)}发布后内容不再变动，要改只能发更正。`,
            },
          }),
          files,
        ]),
        returnForm(desk, typed),
      ];
    case 'published':
      return [
        buttonRow([files]),
        grey(`数据指纹 ${desk.row.hash ?? ''}`),
        form('correct_form', [
          input({
            name: 'note',
            placeholder: '更正什么、为什么（必填，会随更正公布）',
            maxLength: LONGEST_NOTE,
            rows: 2,
            initial: typed,
          }),
          submit('更正', value('bulletin-correct'), { type: 'default' }),
        ]),
      ];
    default:
      return desk.row.state satisfies never;
  }
}

/** Units that did not report are named in public only if whoever publishes knows it. */
function whatIsPosted({ row, sections }: BulletinDesk): string {
  if (row.own_file !== null) return '发布的是定稿和附表，附表列出各单位报没报。';
  const found = /未报送(\d+)家：/.exec(sections.find(({ section }) => section === 'filing')?.text ?? '');
  return found ? `文中点名未报送的${found[1]}家单位。` : '';
}

function returnForm(desk: BulletinDesk, typed: string): Element {
  return form('return_form', [
    input({
      name: 'reason',
      placeholder: '退回理由（必填）',
      maxLength: LONGEST_REASON,
      rows: 2,
      initial: typed,
    }),
    submit('退回', bulletinValue(desk, 'bulletin-return'), { type: 'default' }),
  ]);
}
