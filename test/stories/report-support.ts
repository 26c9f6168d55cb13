import type { SandboxMessage } from '../../sandbox/contract.ts';
import { instantOf } from '../../src/clock.ts';
import { type Cast, MORNING, startCast } from '../people/cast.ts';
import { wordsOf } from '../support/world.ts';

export interface ReportCast extends Cast {
  /** Binds people to units without the words between: the story of binding is told elsewhere. */
  bound(people: Readonly<Record<string, string>>, role?: string): Promise<void>;
  at(day: string, time: string): void;
  tick(): Promise<unknown>;
  /** Presses and waits until the card has changed into one that says all the words. */
  turns(who: string, card: SandboxMessage, label: string, of: Turn): Promise<SandboxMessage>;
}

interface Turn {
  form?: Record<string, string>;
  says: readonly string[];
  toast?: string;
}

/** People of the story with the clock on the morning of the day that the last quarter's report opens. */
export async function startReportCast(): Promise<ReportCast> {
  const cast = await startCast();
  const { sandbox } = cast.world;
  return {
    ...cast,
    async bound(people, role = 'liaison') {
      const { db } = cast.world.service.deps;
      const { insertBinding } = await import('../../db/queries/people-bindings.ts');
      await db.apply(
        Object.entries(people).map(([who, unit]) =>
          insertBinding(db, {
            id: `test:${who}:${unit}`,
            kind: role === 'leader' ? 'leader' : 'unit',
            subject: unit,
            role: role as 'liaison',
            openId: cast.id(who),
            status: 'confirmed',
            by: cast.id('office-1'),
            now: MORNING,
          }),
        ),
      );
    },
    at: (day, time) => sandbox.clock.set(instantOf(day, time)),
    tick: () => cast.world.service.tick(),
    async turns(who, card, label, { form, says, toast }) {
      const shown = () => sandbox.messagesIn(card.chatId).find((one) => one.messageId === card.messageId);
      const before = shown()?.version ?? 0;
      const result = await cast.press(who, card, label, form === undefined ? {} : { form });
      if (result.code !== undefined) throw new Error(`${label}: ${result.code} ${result.says}`);
      if (toast !== undefined && !result.toast?.content.includes(toast))
        throw new Error(`${label}: the toast says ${result.toast?.content}, not ${toast}`);
      return sandbox
        .waitFor(() => {
          const now = shown();
          return now && now.version > before && says.every((word) => wordsOf(now).includes(word)) && now;
        })
        .catch(() => {
          const now = shown();
          throw new Error(`after ${label} the card does not say ${says.join(' + ')}: ${now && wordsOf(now)}`);
        });
    },
  };
}

/** Every markdown source of a card: what the client parses. */
export function markdownIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(markdownIn);
  if (typeof node !== 'object' || node === null) return [];
  const { tag, content } = node as Record<string, unknown>;
  const own = (tag === 'markdown' || tag === 'lark_md') && typeof content === 'string' ? [content] : [];
  return [...own, ...Object.values(node).flatMap(markdownIn)];
}
