import type { Write } from '../../db/database.ts';
import { type ClashRow, decideClash, inHand } from '../../db/queries/drafts.ts';
import { changeReport, type ItemSheet } from '../../db/queries/reports.ts';
import type { Card } from '../cards/elements.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome, Toast } from '../outbox/outcome.ts';
import { actOfClick, audit, carried, info, pressed, success, warning } from './act.ts';
import { checkItem } from './checks.ts';
import { clashCard, openFieldsOf } from './clash-card.ts';
import {
  type Content,
  contentOf,
  type FieldName,
  fieldIn,
  fieldsOf,
  hasContent,
  readForm,
  tooLong,
  withField,
} from './content.ts';
import { type Desk, ownDesk } from './desk.ts';
import {
  deskWith,
  inHandOf,
  itemAfter,
  itemOn,
  itemSaved,
  keptAside,
  type Saving,
  savedItem,
  savingOf,
} from './fill.ts';
import { homeCard } from './home-card.ts';
import { pageCard } from './page-card.ts';
import { previewCard } from './preview-card.ts';
import { readContent } from './revision.ts';
import { startOf } from './start.ts';
import { allows } from './states.ts';
import { faultText, fieldName } from './texts.ts';

/** The report that a pressed button belongs to, for one of the unit's people. @throws UserError */
export async function deskOf(deps: Deps, event: ClickEvent): Promise<Desk> {
  const act = await actOfClick(deps, event);
  return ownDesk(act, { period: carried(event, 'period'), unit: carried(event, 'unit') });
}

/** 返回: where the report stands. */
export async function openHome(deps: Deps, event: ClickEvent): Promise<Outcome> {
  return pressed(event, { toast: info('已打开'), card: homeCard(await deskOf(deps, event)) });
}

/** 预览, 查看 and its pages. */
export async function openPreview(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOf(deps, event);
  return pressed(event, { toast: info('请核对'), card: previewCard(desk, Number(carried(event, 'page'))) });
}

/** 开始填报, 继续填报: the item that was in hand last, otherwise the first one. */
export async function openPage(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOf(deps, event);
  const closed = closedFor(desk);
  if (closed !== undefined) return pressed(event, { toast: warning(closed), card: homeCard(desk) });
  const item = itemOn(desk, carried(event, 'item') || (await handed(desk)));
  return pressed(event, {
    toast: info(`第 ${item.position}/${desk.sheet.items.length} 项`),
    card: itemCard(desk, item),
    writes: [inHandOf(desk.act, item)],
  });
}

async function handed(desk: Desk): Promise<string> {
  const hand = await inHand(desk.act.deps.db, desk.act.sender);
  const isHere = hand !== undefined && hand.period === desk.key.period && hand.unit === desk.key.unit;
  return isHere && desk.sheet.items.some((item) => item.item === hand.item) ? hand.item : '';
}

/** An item's form; where he still has to choose between two texts, that choice first. */
export function itemCard(desk: Desk, item: ItemSheet): Card {
  const clash = desk.clashes.find((one) => one.item === item.item && one.by === desk.act.sender);
  return clash ? clashCard(desk, item, clash) : pageCard(desk, item);
}

/** Why nothing can be filled in now; undefined while it can. */
export function closedFor(desk: Desk): string | undefined {
  const { report } = desk.sheet;
  if (allows('edit', report, desk.phase)) return undefined;
  if (desk.phase === 'locked') return `${desk.periodName}已由办公室锁定，不能再填。`;
  return report.status === 'accepted'
    ? '办公室已采纳这份报告，不能再改。'
    : '这份报告已经提交；要改请先点“撤回修改”。';
}

/** 无变化沿用: untouched items take over what was reported last; then the preview. */
export async function carryOver(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOf(deps, event);
  const closed = closedFor(desk);
  if (closed !== undefined) return pressed(event, { toast: warning(closed), card: homeCard(desk) });
  if (desk.last === undefined) throw new UserError('以前没有报过，没有内容可以沿用，请点“开始填报”。');
  const taken = desk.sheet.items
    .map((item) => ({ item, content: startOf(desk, item) }))
    .filter(({ item, content }) => item.version === 0 && hasContent(content));
  if (taken.length === 0)
    return pressed(event, { toast: info('没有可以沿用的新内容，请核对'), card: previewCard(desk) });
  const isWhole = desk.sheet.report.status === 'none';
  const to = { status: desk.sheet.report.status === 'none' ? 'draft' : desk.sheet.report.status } as const;
  const after = deskWith(
    desk,
    taken.map(({ item, content }) => itemAfter(desk, item, content)),
    to,
  );
  return pressed(event, {
    toast: success(`已沿用${taken.length}项，请核对后提交`),
    card: previewCard(after),
    writes: [
      ...taken.flatMap(({ item, content }) => itemSaved(desk, item, content)),
      ...changeReport(deps.db, desk.sheet.report, { ...to, carried: isWhole ? 1 : 0 }),
      audit(desk.act, 'carry', { subject: subjectOf(desk), detail: `${desk.last.period} ${taken.length}` }),
    ],
  });
}

const subjectOf = ({ key }: Desk) => `report:${key.period}:${key.unit}`;

/** 保存草稿, 上一项, 下一项, 预览 on an item's form: what is in the fields is kept first. */
export async function fillPage(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOf(deps, event);
  const item = itemOn(desk, carried(event, 'item'));
  // The selection always comes along: without it the form did not.
  const isSent = fieldsOf(item).some((field) => event.form[field] !== undefined);
  const mine = isSent ? readForm(event.form, item) : contentOf(item);
  const [long] = tooLong(mine, item);
  // No new card: the text stays in the field as it is.
  if (long) return pressed(event, { toast: warning(tooLongText(long, item)) });
  const typed = { mine, base: isSent ? Number(carried(event, 'version')) : item.version };
  const closed = closedFor(desk);
  if (closed !== undefined) return typedTooLate(event, { desk, item, typed, closed });
  return after(event, { desk, item, typed, saving: await savingOf(desk, item, typed) });
}

interface Typed {
  mine: Content;
  base: number;
}

function after(
  event: ClickEvent,
  { desk, item, typed, saving }: { desk: Desk; item: ItemSheet; typed: Typed; saving: Saving },
): Outcome {
  const go = carried(event, 'go');
  if (saving.kind === 'same') {
    const shown = target(desk, item, go);
    return pressed(event, { toast: info(shown.says ?? '没有改动'), card: shown.card, writes: shown.writes });
  }
  const changed = itemAfter(desk, item, saving.content);
  const next = deskWith(desk, [changed], { status: begun(desk) });
  if (saving.kind === 'saved') {
    const shown = target(next, changed, go);
    return pressed(event, {
      toast: savedToast(changed, typed.base === item.version),
      card: shown.card,
      writes: [...savedItem(desk, item, saving.content), ...shown.writes],
    });
  }
  const isMore = fieldsOf(item).some(
    (field) => fieldIn(saving.content, field) !== fieldIn(contentOf(item), field),
  );
  const clash = clashOf(desk, item, { ...typed, fields: saving.fields });
  return pressed(event, {
    toast: warning('这一项刚被改过，两份内容都在，请选定'),
    card: clashCard(isMore ? next : desk, isMore ? { ...changed, updated_by: item.updated_by } : item, clash),
    writes: [
      ...(isMore ? savedItem(desk, item, saving.content) : []),
      ...keptAside(desk, item, { ...typed, fields: saving.fields }),
      inHandOf(desk.act, item),
    ],
  });
}

function begun(desk: Desk) {
  return desk.sheet.report.status === 'none' ? 'draft' : desk.sheet.report.status;
}

/** The card that a button of the form leads to. */
function target(desk: Desk, item: ItemSheet, go: string): { card: Card; writes: Write[]; says?: string } {
  if (go === 'preview') return { card: previewCard(desk), writes: [], says: '请核对' };
  const step = go === 'next' ? 1 : go === 'prev' ? -1 : 0;
  const to = desk.sheet.items.find((one) => one.position === item.position + step) ?? item;
  const shown = {
    card: itemCard(desk, to),
    writes: [inHandOf(desk.act, to)],
  };
  return step === 0 ? shown : { ...shown, says: `第 ${to.position}/${desk.sheet.items.length} 项` };
}

function savedToast(item: ItemSheet, isAlone: boolean): Toast {
  const [fault] = checkItem(item).faults;
  if (fault) return warning(`已保存。请修改：${faultText(fault.fault, fault.value)}`);
  return success(isAlone ? '已保存' : '已保存，并与同事刚才的修改合在一起');
}

function tooLongText(long: { field: FieldName; length: number }, item: ItemSheet): string {
  const name = fieldName(long.field, item.values);
  const most = long.field.startsWith('indicator_') ? '200' : '1,000';
  return `“${name}”有${long.length.toLocaleString('en')}字，最多${most}字。这次没有保存，内容还在框里：请删减后再点；长材料可以作为文件发给我。`;
}

/** Somebody submitted, adopted or locked while he was typing: his text is kept beside the report. */
function typedTooLate(
  event: ClickEvent,
  { desk, item, typed, closed }: { desk: Desk; item: ItemSheet; typed: Typed; closed: string },
): Outcome {
  const fields = fieldsOf(item).filter(
    (field) => fieldIn(typed.mine, field) !== fieldIn(contentOf(item), field),
  );
  const isNothing =
    fields.length === 0 || (typed.base === 0 && item.version === 0 && isUntouched(desk, item, typed));
  const isKept = desk.clashes.some(
    (one) =>
      one.by === desk.act.sender && one.item === item.item && one.content === JSON.stringify(typed.mine),
  );
  const writes = isNothing || isKept ? [] : keptAside(desk, item, { ...typed, fields });
  const says = isNothing ? closed : `${closed}您刚才填的内容没有写进报告，已单独留存，点“查看”能看到。`;
  return pressed(event, { toast: warning(says), card: homeCard(desk), writes });
}

function isUntouched(desk: Desk, item: ItemSheet, typed: Typed): boolean {
  const start = startOf(desk, item);
  return fieldsOf(item).every((field) => fieldIn(start, field) === fieldIn(typed.mine, field));
}

function clashOf(desk: Desk, item: ItemSheet, of: Typed & { fields: readonly FieldName[] }): ClashRow {
  return {
    id: desk.act.key,
    ...desk.key,
    item: item.item,
    base_version: of.base,
    content: JSON.stringify(of.mine),
    open_fields: JSON.stringify(of.fields),
    by: desk.act.sender,
    at: desk.act.now,
    closed_at: null,
  };
}

/** 用我的, 用对方的: one field of a clash is decided. */
export async function chooseField(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOf(deps, event);
  const clash = desk.clashes.find((one) => one.id === carried(event, 'clash'));
  const field = carried(event, 'field') as FieldName;
  if (clash !== undefined && clash.by !== desk.act.sender)
    throw new UserError('这两份内容由填写的人自己选定。您的修改请点“继续填报”。');
  const closed = closedFor(desk);
  if (closed !== undefined) return pressed(event, { toast: warning(closed), card: homeCard(desk) });
  if (clash === undefined || !openFieldsOf(clash).includes(field))
    return pressed(event, { toast: info('这一栏已经选定了'), card: await cardAfterChoice(desk, clash) });
  const item = itemOn(desk, clash.item);
  const left = openFieldsOf(clash).filter((one) => one !== field);
  const decided = {
    writes: decideClash(deps.db, clash, left, desk.act.now),
    clashes: desk.clashes.flatMap((one) =>
      one.id !== clash.id ? [one] : left.length === 0 ? [] : [{ ...one, open_fields: JSON.stringify(left) }],
    ),
  };
  const chosen = withField(contentOf(item), field, readContent(clash.content));
  const isMine = carried(event, 'take') === 'mine';
  const next = isMine ? deskWith(desk, [itemAfter(desk, item, chosen)], { status: begun(desk) }) : desk;
  const shown = { ...next, clashes: decided.clashes };
  return pressed(event, {
    toast: success(isMine ? '已用您填的' : '已用对方的，您填的不再保留在草稿里'),
    card: itemCard(shown, itemOn(shown, item.item)),
    writes: [
      ...decided.writes,
      ...(isMine ? savedItem(desk, item, chosen) : []),
      audit(desk.act, 'choose', {
        subject: subjectOf(desk),
        detail: `${item.item} ${field} ${isMine ? 'mine' : 'theirs'}`,
      }),
    ],
  });
}

async function cardAfterChoice(desk: Desk, clash: ClashRow | undefined): Promise<Card> {
  const item = itemOn(desk, clash?.item ?? (await handed(desk)));
  return itemCard(desk, item);
}
