import type { Write } from '../../db/database.ts';
import { officeMembers, rightsOf } from '../../db/queries/people.ts';
import { type Card, card, markdown, type Template } from '../cards/elements.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ChatId, OpenId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { OutboundMessage, Target } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import type { Calendar } from '../reminders/calendar.ts';
import { calendarOf } from '../reminders/china.ts';
import type { NoticeNames } from './notice-names.ts';
import { namesOfNotice } from './notice-of.ts';
import type { Rights } from './rights.ts';

/** A command of this feature as it was typed. */
export interface Asked {
  args: string;
  sender: OpenId;
  /** Absent for a press on the bot's menu. */
  chatId: ChatId | undefined;
  /** Absent for a click and for a press on the menu. */
  chatType?: 'direct' | 'group';
  people: readonly { openId: OpenId | undefined; name: string }[];
  /** Names the answer, and whatever the command makes. */
  key: string;
  reply: Target;
}

/** What one command or click works with: who acts, what he may, when. */
export interface Act {
  deps: Deps;
  names: NoticeNames;
  sender: OpenId;
  rights: Rights;
  key: string;
  /** Instant in ms. */
  now: number;
  /** In Asia/Shanghai. */
  today: string;
  calendar: Calendar;
}

/** What an act leads to, before it is known whether a command or a click is answered. */
export interface Change {
  /** Paragraphs for who acted, in the cards' markdown. */
  says: string[];
  /** The same in a few plain words, for a toast. */
  brief: string;
  messages: OutboundMessage[];
  writes: Write[];
}

/** Reads who acts and what he may do at this moment. */
export async function actOf(deps: Deps, by: { sender: OpenId; key: string }): Promise<Act> {
  const now = deps.clock.now();
  const today = dayAt(now);
  const rights = await rightsOf(deps.db, by.sender, { day: today, office: deps.office });
  return {
    deps,
    names: namesOfNotice(deps),
    ...by,
    rights,
    now,
    today,
    calendar: await calendarOf(deps.db),
  };
}

/** @throws UserError for everybody but the office. @param what e.g. `为别人绑定` */
export function demandOffice(act: Act, what: string): void {
  if (!act.rights.isOffice) throw new UserError(`只有领导小组办公室成员可以${what}。`);
}

/** The office's members. @throws UserError while there is none. */
export async function demandMembers({ deps }: Act): Promise<OpenId[]> {
  const members = await officeMembers(deps.db, deps.office);
  if (members.length === 0)
    throw new UserError('还没有办公室成员，无人能确认。请系统管理员在 OFFICE_OPEN_IDS 里填上办公室人员。');
  return members as OpenId[];
}

/** Several changes as one, in their order. */
export function joined(changes: readonly Change[]): Change {
  return {
    says: changes.flatMap((change) => change.says),
    brief: (changes.find((change) => change.writes.length > 0) ?? changes[0])?.brief ?? '',
    messages: changes.flatMap((change) => change.messages),
    writes: changes.flatMap((change) => change.writes),
  };
}

/** A change as the answer to a command. */
export function answered(asked: Asked, change: Change, title = '人员与群'): Outcome {
  const { messages } = answeredWith(asked, saysCard(title, change.says));
  return { messages: [...messages, ...change.messages], writes: change.writes };
}

/** Whether only the one who asks reads the answer, as far as is known. */
export function isPrivate(asked: Asked): boolean {
  return groupOf(asked) === undefined;
}

/** The group in which something was asked; undefined where only the one who asks reads the answer. */
export function groupOf(asked: Pick<Asked, 'chatType' | 'chatId'>): ChatId | undefined {
  return asked.chatType === 'direct' ? undefined : asked.chatId;
}

/** A card as the answer to a command. */
export function answeredWith(asked: Asked, shown: Card): Outcome {
  return {
    messages: [{ key: `answer:${asked.key}`, to: asked.reply, body: { type: 'card', card: shown } }],
    writes: [],
  };
}

/** A change as the answer to a click: a toast, and the card it was on becomes another. */
export function clicked(act: Act, event: ClickEvent, of: { change: Change; card: Card }): Outcome {
  return {
    toast: { type: 'success', content: of.change.brief },
    messages: [
      { key: `clicked:${act.key}`, to: { message: event.messageId }, body: { type: 'card', card: of.card } },
      ...of.change.messages,
    ],
    writes: of.change.writes,
  };
}

/** A click as an act. */
export function actOfClick(deps: Deps, event: ClickEvent): Promise<Act> {
  return actOf(deps, { sender: event.operator, key: event.eventId });
}

/** Paragraphs as a card. */
export function saysCard(title: string, says: readonly string[], template: Template = 'blue') {
  return card({
    summary: title,
    header: { title, template },
    elements: says.map((paragraph) => markdown(paragraph)),
  });
}
