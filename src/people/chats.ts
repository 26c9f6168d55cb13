import { recordAudit } from '../../db/queries/audit.ts';
import { bindChat, chatBinding, chatOfGroup, unbindChat, WORK_GROUP } from '../../db/queries/chats.ts';
import { officeMembers } from '../../db/queries/people.ts';
import { markReachable, markUnreachable } from '../../db/queries/unreachable.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ChatId, OpenId } from '../ids.ts';
import type { ChatMembershipEvent, ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { type Act, actOf, actOfClick, type Change, clicked, demandOffice, saysCard } from './act.ts';
import { told } from './binding.ts';
import { joinedCard } from './chat-card.ts';
import { groupMeant, type NoticeNames } from './notice-names.ts';
import { namesOfNotice } from './notice-of.ts';

/** Makes a group chat the work group (`no` 0) or a task group's; the office's. */
export async function bindGroupChat(act: Act, chatId: ChatId, no: number): Promise<Change> {
  demandOffice(act, '设置群的用途');
  const { db } = act.deps;
  const name = escapeMarkdown(purposeName(act.names, no));
  if ((await chatBinding(db, chatId))?.group_no === no)
    return { says: [`本群已经是${name}，不用再设。`], brief: '已经设过了', messages: [], writes: [] };
  const before = await chatOfGroup(db, no);
  return {
    says: [
      `本群已设为**${name}**。`,
      ...(no === WORK_GROUP ? ['通报和填报进度会发到这里；进度只报数量，不点名。'] : []),
      ...(before === undefined ? [] : [`原来的${name}不再使用。`]),
    ],
    brief: '已设置',
    messages: [],
    writes: [
      ...bindChat(db, { chatId, groupNo: no, by: act.sender, now: act.now }),
      audit(act, 'bind-chat', { chatId, no }),
    ],
  };
}

/** 解除 本群. */
export async function unbindGroupChat(act: Act, chatId: ChatId): Promise<Change> {
  demandOffice(act, '设置群的用途');
  const { db } = act.deps;
  const bound = await chatBinding(db, chatId);
  if (bound === undefined) throw new UserError('本群没有设过用途，不用解除。');
  return {
    says: [`本群不再是${escapeMarkdown(purposeName(act.names, bound.group_no))}。`],
    brief: '已解除',
    messages: [],
    writes: [unbindChat(db, chatId, act.now), audit(act, 'unbind-chat', { chatId, no: bound.group_no })],
  };
}

/** A group's use chosen on a card. */
export async function bindChatFromCard(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '设置群的用途');
  if (event.value['chat'] !== event.chatId)
    throw new UserError('这是转发来的卡片，不能设置本群。请在要设置的群里 @我 发“/绑定”。');
  const no = event.value['use'] === 'work' ? WORK_GROUP : groupMeant(act.names, event.option ?? '').no;
  const change = await bindGroupChat(act, event.chatId, no);
  return clicked(act, event, { change, card: saysCard('本群用途', change.says) });
}

/**
 * The bot came into a group: the office is asked there what the group is for. Into one that it was put out of, it
 * comes as what that was bound as.
 */
export async function chatJoined(deps: Deps, event: ChatMembershipEvent): Promise<Outcome> {
  const names = namesOfNotice(deps);
  const bound = await chatBinding(deps.db, event.chatId);
  const card =
    bound === undefined
      ? joinedCard(names, event.chatId)
      : saysCard('我回来了', [
          `本群仍是**${escapeMarkdown(purposeName(names, bound.group_no))}**，恢复发送。`,
        ]);
  return {
    messages: [{ key: `joined:${event.eventId}`, to: { chat: event.chatId }, body: { type: 'card', card } }],
    writes: [markReachable(deps.db, event.chatId)],
  };
}

/** The bot was taken out of a group: nothing is sent there until it is back, and the office is told of a bound one. */
export async function chatLeft(deps: Deps, event: ChatMembershipEvent): Promise<Outcome> {
  const bound = await chatBinding(deps.db, event.chatId);
  const lost = markUnreachable(deps.db, { lane: event.chatId, code: NOT_IN_CHAT, now: deps.clock.now() });
  if (bound === undefined) return { messages: [], writes: [lost] };
  const act = await actOf(deps, { sender: event.operator ?? ('bot' as OpenId), key: event.eventId });
  const name = purposeName(act.names, bound.group_no);
  const says = [
    `我被移出了${escapeMarkdown(name)}，发往该群的内容从现在起不再发送。`,
    '请群主把我重新拉进群，拉进后自动恢复；不再用这个群时，在新群里 @我 发“/绑定”。',
  ];
  const members = await officeMembers(deps.db, deps.office);
  return {
    messages: members.map((member) =>
      told(act, member as OpenId, { about: event.chatId, title: '我被移出了群', says }),
    ),
    writes: [lost, audit(act, 'left-chat', { chatId: event.chatId, no: bound.group_no })],
  };
}

/** The platform's code for it. */
const NOT_IN_CHAT = 230002;

function purposeName(names: NoticeNames, no: number): string {
  if (no === WORK_GROUP) return '工作群';
  const group = names.groups.find((one) => one.no === no);
  return `小组${no}${group ? `（${group.name}）` : ''}的群`;
}

function audit(act: Act, action: string, of: { chatId: string; no: number }) {
  return recordAudit(act.deps.db, {
    at: act.now,
    who: act.sender,
    action,
    subject: `chat:${of.chatId}`,
    detail: of.no === WORK_GROUP ? 'work' : `group ${of.no}`,
  });
}
