import type { ItemSheet } from '../../db/queries/reports.ts';
import { button, buttonRow, type Card, card, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { quoted } from '../people/texts.ts';
import { type Asked, answeredPrivately, carried, pressed, type ReportAct, success } from './act.ts';
import { reportHeader, reportValue } from './card-parts.ts';
import {
  type Content,
  cleaned,
  contentOf,
  LONGEST_TEXT,
  TEXT_FIELDS,
  type TextField,
  tooLong,
} from './content.ts';
import type { Desk } from './desk.ts';
import { deskWith, inHandOf, itemAfter, itemOn, savedItem } from './fill.ts';
import { closedFor, deskOf, itemCard } from './fill-actions.ts';
import { itemsMeant, nameAndText } from './item-names.ts';
import { ownDesks } from './own.ts';
import { TEXT_LABELS } from './texts.ts';

/** More choices than these do not fit beside the text that they carry. */
const MOST_CHOICES = 4;

/** `/报送 <小组或措施> <文字>`: into the draft of that item. @throws UserError that says what to do */
export async function typedReport(act: ReportAct, asked: Asked, args: string): Promise<Outcome> {
  const desks = await ownDesks(act);
  if (desks.length === 0)
    throw new UserError('现在没有要您填报的内容。发“/报送”可以看到下一次什么时候开始。');
  const { name, said } = nameAndText(cleaned(args));
  const meant = desks.flatMap((desk) =>
    itemsMeant(act.deps.engine, desk.sheet.items, name).map((item) => ({ desk, item })),
  );
  const [first] = meant;
  if (first === undefined) throw notMeant(desks, name);
  if (said === '') return form(asked, meant, name);
  if (said.length > TEXT_FIELDS.length * LONGEST_TEXT) throw tooMuch(said.length);
  if (meant.length > 1) return answeredPrivately(asked, choiceCard(meant, said));
  const { outcome, shown } = into(first.desk, first.item, said);
  const answer = answeredPrivately(asked, shown);
  return { messages: answer.messages, writes: outcome.writes };
}

/** Only the name: the item's form. */
function form(asked: Asked, meant: readonly { desk: Desk; item: ItemSheet }[], name: string): Outcome {
  const [first, ...others] = meant;
  if (first === undefined || others.length > 0 || closedFor(first.desk) !== undefined)
    throw new UserError(`请在“${quoted(name)}”后面写上内容，例如：/报送 ${quoted(name)} 已完成……`);
  const answer = answeredPrivately(asked, itemCard(first.desk, first.item));
  return { messages: answer.messages, writes: [inHandOf(first.desk.act, first.item)] };
}

function notMeant(desks: readonly Desk[], name: string): UserError {
  const titles = desks.flatMap((desk) => desk.sheet.items.map((item) => item.title));
  return new UserError(
    `您单位这一期没有“${quoted(name)}”这一项，没有写入。要报的是：${titles.join('、')}。写法：/报送 小组或措施 内容；发“/报送”用表单填。`,
  );
}

function tooMuch(length: number): UserError {
  return new UserError(
    `这段有${length.toLocaleString('en')}字，每栏最多${LONGEST_TEXT.toLocaleString('en')}字，没有写入，也没有截断。请删减后重发，或按“进展：… 问题：… 下一步：…”分成三栏；长材料可以作为文件发给我。`,
  );
}

/** Several items bear the name: the text waits on the buttons. */
function choiceCard(meant: readonly { desk: Desk; item: ItemSheet }[], said: string): Card {
  if (said.length > LONGEST_TEXT) throw tooMuch(said.length);
  return card({
    summary: '写到哪一项',
    header: { title: '写到哪一项？', template: 'blue' },
    elements: [
      text(said.length > 200 ? `${said.slice(0, 200)}……（共${said.length}字）` : said),
      ...meant.slice(0, MOST_CHOICES).map(({ desk, item }) =>
        button({
          label: `${desk.unitName}：${item.title}`.slice(0, 60),
          value: reportValue(desk, 'report-typed', { item: item.item, said }),
        }),
      ),
      ...(meant.length > MOST_CHOICES ? [text('还有别的事项也对得上，请写得更具体些再发。')] : []),
    ],
  });
}

/** The choice that was offered. */
export async function chooseTyped(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOf(deps, event);
  const { outcome, shown } = into(desk, itemOn(desk, carried(event, 'item')), cleaned(event.value['said']));
  return pressed(event, { toast: success('已写入草稿'), card: shown, writes: outcome.writes });
}

/** Adds the text to what stands in the item. @throws UserError where it does not fit or nothing can be filled in */
function into(desk: Desk, item: ItemSheet, said: string) {
  const closed = closedFor(desk);
  if (closed !== undefined) throw new UserError(`${closed}这段话没有写入，还在您发的消息里。`);
  const content = withText(contentOf(item), said);
  const [long] = tooLong(content, item);
  if (long) {
    const name = TEXT_LABELS[long.field as TextField] ?? '';
    throw new UserError(
      `“${name}”加上这段有${long.length.toLocaleString('en')}字，最多${LONGEST_TEXT.toLocaleString('en')}字，没有写入，也没有截断。请删减后重发，或发“/报送”在表单里改。`,
    );
  }
  const after = itemAfter(desk, item, content);
  const next = deskWith(desk, [after], {
    status: desk.sheet.report.status === 'none' ? 'draft' : desk.sheet.report.status,
  });
  return {
    outcome: { writes: [...savedItem(desk, item, content), inHandOf(desk.act, item)] },
    shown: writtenCard(next, after),
  };
}

function writtenCard(desk: Desk, item: ItemSheet): Card {
  return card({
    summary: `已写入草稿：${item.title}`,
    header: reportHeader(desk, `${desk.periodName} · 已写入草稿`),
    elements: [
      markdown(`**${escapeMarkdown(item.title)}**（${escapeMarkdown(item.location)}）`),
      ...TEXT_FIELDS.filter((field) => item[field] !== '').map((field) =>
        text(`${TEXT_LABELS[field]}：${item[field]}`),
      ),
      text('还没有提交。都填好后点“预览”，核对后提交。', { size: 'notation', color: 'grey' }),
      buttonRow([
        button({ label: '预览', type: 'primary', value: reportValue(desk, 'report-preview') }),
        button({ label: '继续填报', value: reportValue(desk, 'report-open', { item: item.item }) }),
      ]),
    ],
  });
}

const LABELS: readonly (readonly [TextField, RegExp])[] = [
  ['progress', /(?:工作)?进展(?:情况)?[:：]/],
  ['problems', /(?:存在)?(?:的)?问题[:：]/],
  ['next_steps', /(?:下一步(?:打算|计划|工作|安排)?|计划)[:：]/],
];

/** Adds a text to a content: by its labels (进展：… 问题：… 下一步：…), without labels to the progress. Pure. */
export function withText(content: Content, said: string): Content {
  const marks = LABELS.flatMap(([field, label]) => {
    const found = label.exec(said);
    return found ? [{ field, from: found.index, to: found.index + found[0].length }] : [];
  }).sort((a, b) => a.from - b.from);
  const parts: [TextField, string][] = [['progress', said.slice(0, marks[0]?.from ?? said.length)]];
  marks.forEach((mark, index) => {
    parts.push([mark.field, said.slice(mark.to, marks[index + 1]?.from ?? said.length)]);
  });
  const all = { ...content };
  for (const [field, part] of parts)
    all[field] = [all[field], part.trim()].filter((text) => text !== '').join('\n');
  return all;
}
