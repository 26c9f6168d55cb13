import type { Write } from '../../db/database.ts';
import { recordAudit } from '../../db/queries/audit.ts';
import { rightsOf } from '../../db/queries/people.ts';
import { type Card, card, markdown, type Template } from '../cards/elements.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ChatId, OpenId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { OutboundMessage, Target } from '../outbox/message.ts';
import { onlyFor, type Private } from '../outbox/only-for.ts';
import type { Outcome, Toast } from '../outbox/outcome.ts';
import { mayReview, type Rights } from '../people/rights.ts';
import type { Calendar } from '../reminders/calendar.ts';
import { calendarOf } from '../reminders/china.ts';

/** A command of this feature as it was typed. */
export interface Asked {
  args: string;
  sender: OpenId;
  /** Absent for a press on the bot's menu. */
  chatId: ChatId | undefined;
  /** Absent for a click and for a press on the menu. */
  chatType?: 'direct' | 'group';
  /** Names the answer, and whatever the command makes. */
  key: string;
  reply: Target;
}

/** What one command, click or scheduled act works with: who acts, what he may, when. */
export interface ReportAct {
  deps: Deps;
  sender: OpenId;
  rights: Rights;
  key: string;
  /** Instant in ms. */
  now: number;
  /** In Asia/Shanghai. */
  today: string;
  calendar: Calendar;
}

/** Reads who acts and what he may do at this moment. */
export async function actOf(deps: Deps, by: { sender: OpenId; key: string }): Promise<ReportAct> {
  const now = deps.clock.now();
  const today = dayAt(now);
  const rights = await rightsOf(deps.db, by.sender, { day: today, office: deps.office });
  return { deps, sender: by.sender, key: by.key, rights, now, today, calendar: await calendarOf(deps.db) };
}

export function actOfClick(deps: Deps, event: ClickEvent): Promise<ReportAct> {
  return actOf(deps, { sender: event.operator, key: event.eventId });
}

/** @throws UserError for everybody but the office. @param what e.g. `审核报告` */
export function demandOffice(act: ReportAct, what: string): void {
  if (!mayReview(act.rights)) throw new UserError(`只有领导小组办公室成员可以${what}。`);
}

/** What a button carries, as text. */
export function carried(event: ClickEvent, name: string): string {
  const value = event.value[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The answer to a click: a toast, and the pressed card becomes another one. */
export function pressed(event: ClickEvent, of: { toast: Toast; card?: Card } & Partial<Change>): Outcome {
  const shown: OutboundMessage[] = of.card
    ? [
        {
          key: `clicked:${event.eventId}`,
          to: { message: event.messageId },
          body: { type: 'card', card: of.card },
        },
      ]
    : [];
  return { toast: of.toast, messages: [...shown, ...(of.messages ?? [])], writes: of.writes ?? [] };
}

/** What is to be sent and written besides the answer. */
export interface Change {
  messages: OutboundMessage[];
  writes: Write[];
}

export const success = (content: string): Toast => ({ type: 'success', content });
export const info = (content: string): Toast => ({ type: 'info', content });
export const warning = (content: string): Toast => ({ type: 'warning', content });

/** The direct chat of who asked, however he asked: where files go that are for him. */
export function privatePlace(asked: Asked): Target {
  return groupOf(asked) === undefined ? asked.reply : { person: asked.sender };
}

/** Where others would read the answer. */
function groupOf({ chatType, chatId, reply }: Asked): ChatId | undefined {
  if ('replyTo' in reply) return reply.chat;
  return chatType === 'group' ? chatId : undefined;
}

/**
 * A card as the answer to a command. What is in a unit's report is nothing for a group: there only the person sees it.
 *
 * @param how `goesOn`: more follows in `privatePlace`.
 */
export function answeredPrivately(
  asked: Asked,
  shown: Card,
  how: Pick<Private, 'cardKey' | 'goesOn'> = {},
): Outcome {
  const key = `answer:${asked.key}`;
  const chat = groupOf(asked);
  if (chat === undefined) {
    const { cardKey } = how;
    const body = { type: 'card' as const, card: shown };
    return {
      messages: [{ key, to: asked.reply, body, ...(cardKey !== undefined && { cardKey }) }],
      writes: [],
    };
  }
  const hint: OutboundMessage = {
    key: `hint:${asked.key}`,
    to: asked.reply,
    body: { type: 'text', text: '已发到单聊，请在单聊里查看和办理。' },
  };
  const told = onlyFor({ person: asked.sender, chat }, { key, card: shown, ...how, hint });
  return { messages: told, writes: [] };
}

/** Paragraphs (markdown of our own making) as a card. */
export function saysCard(title: string, says: readonly string[], template: Template = 'blue'): Card {
  return card({
    summary: title,
    header: { title, template },
    elements: says.map((paragraph) => markdown(paragraph)),
  });
}

/** The audit row of an act. @param subject `report:2026Q4:finance`, `period:2026Q4` */
export function audit(act: ReportAct, action: string, of: { subject: string; detail?: string }): Write {
  return recordAudit(act.deps.db, { at: act.now, who: act.sender, action, ...of });
}
