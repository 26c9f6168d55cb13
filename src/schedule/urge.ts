import { reasonsNumber } from '../../db/queries/reasons.ts';
import { insertUrge, remindersSince, urgeKey, urgesOn } from '../../db/queries/urges.ts';
import { button, type Card, card, text } from '../cards/elements.ts';
import { instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import { asBroadcast } from '../outbox/broadcast.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { reminderCard } from '../reminders/ladder-card.ts';
import type { Reminded } from '../reminders/ladder-people.ts';
import {
  actOfClick,
  audit,
  carried,
  demandOffice,
  pressed,
  type ReportAct,
  saysCard,
  success,
} from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { type Nudge, named, nudgeName, nudgeOf, nudgeWrites, unitsOf } from './nudge.ts';
import { urgeWords } from './nudge-anew.ts';
import { opened } from './wording.ts';

/** Ours: what buzzes everybody every day is urgent no more. */
export const URGES_A_DAY = 3;
const SHORTEST_REASON = 4;
const LONGEST_REASON = 100;

interface Asked {
  id: string | undefined;
  units: readonly string[];
  reason: string;
}

/** Whom 加急 would reach, by the message that it is for. */
interface Urge {
  nudge: Nudge;
  /** People who have today's 催报, by its key. */
  reminded: Map<string, string>;
  /** People who get one now. */
  fresh: Map<string, Reminded>;
  /** People whose 催报 of today was urged before. */
  urged: string[];
}

/** What stands before and after 加急 in `/催报 …`; undefined when it is not there. Pure. */
export function urgentIn(args: string): { whom: string; reason: string } | undefined {
  const found = /^([\s\S]*?)加急(?:[\s、，,：:]+([\s\S]*))?$/.exec(args.trim());
  return found ? { whom: found[1] ?? '', reason: (found[2] ?? '').trim() } : undefined;
}

/** 加急, before anything is sent: whom it reaches, why, the how-manieth of the day. @throws UserError */
export async function urgePreview(act: ReportAct, asked: Asked): Promise<Card> {
  demandReason(asked.reason);
  const no = await nextOfDay(act);
  const urge = await urgeOf(act, asked);
  const { nudge, reminded, fresh } = urge;
  const people = reminded.size + fresh.size;
  return card({
    summary: `${nudgeName(nudge.period)}加急：${people}人`,
    header: {
      title: `${nudgeName(nudge.period)}加急 · ${people}人`,
      subtitle: `现在还没有发给任何人 · 今天第${no}次，至多${URGES_A_DAY}次`,
      template: 'red',
    },
    elements: [
      text(`理由：${asked.reason}`),
      ...named(act, '将加急', nudge.reached),
      ...(reminded.size > 0
        ? [text(`其中${reminded.size}人今天已收到催报，对那条消息加急，不再另发。`)]
        : []),
      ...(urge.urged.length > 0 ? [text(`${urge.urged.length}人的催报已加急过，不再加急。`)] : []),
      ...(people === 0
        ? []
        : [
            button({
              label: '确认加急',
              type: 'danger',
              value: {
                action: 'urge',
                period: nudge.period.id,
                units: asked.units.join(','),
                reason: asked.reason,
              },
            }),
          ]),
      text('加急会在飞书里持续提醒本人，不受休息时间限制，请只在确有急事时用；理由记入操作记录。', {
        size: 'notation',
        color: 'grey',
      }),
    ],
  });
}

/** 确认加急: counted again at this moment. @throws UserError */
export async function confirmUrge(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const asOf = await reasonsNumber(deps.db);
  const act = await actOfClick(deps, event);
  demandOffice(act, '加急');
  const reason = carried(event, 'reason');
  demandReason(reason);
  const units = carried(event, 'units')
    .split(',')
    .filter((unit) => unit !== '');
  const no = await nextOfDay(act);
  const urge = await urgeOf(act, { id: carried(event, 'period'), units, reason });
  const { nudge, reminded, fresh } = urge;
  const people = reminded.size + fresh.size;
  if (people === 0) throw new UserError('没有可加急的人：都已报送，或催报已加急过。');
  const { period } = nudge;
  const parts = asBroadcast(
    deps.db,
    { id: `urge:${event.eventId}`, name: `${nudgeName(period)}（加急）`, by: act.sender, now: act.now },
    messagesOf(act, urge, { reason, key: event.eventId, asOf }),
  );
  const row = {
    id: event.eventId,
    period: period.id,
    reason,
    by: act.sender,
    at: act.now,
    day: act.today,
    no,
    people,
  };
  return pressed(event, {
    toast: success('已加急'),
    card: saysCard(`${nudgeName(period)}已加急`, [`已加急${people}人，今天第${no}次。`], 'green'),
    messages: parts.messages,
    writes: [
      insertUrge(deps.db, row),
      ...parts.writes,
      ...nudgeWrites(act, {
        ...nudge,
        reached: nudge.reached.filter((unit) => !nudge.already.includes(unit)),
      }),
      audit(act, 'urge', { subject: `period:${period.id}`, detail: `no ${no}, ${people} people` }),
    ],
  });
}

/** What is sent anew, and 加急 for it and for what was sent before. */
function messagesOf(
  act: ReportAct,
  urge: Urge,
  of: { reason: string; key: string; asOf: number },
): OutboundMessage[] {
  const { period } = urge.nudge;
  const occasion = { ...act, period, unitName: (unit: string) => unitNameOf(act, unit) };
  const fresh = [...urge.fresh].map(([openId, about]) => ({
    key: `nudge:${period.id}:${of.key}:${openId}`,
    to: { person: openId as OpenId },
    body: { type: 'card' as const, card: opened(reminderCard(occasion, about), urgeWords(of.reason)) },
    about: unitsOf(about.own),
    reason: { occurrence: `urge:${period.id}:${of.key}`, asOf: of.asOf },
  }));
  const keys = [...urge.reminded, ...fresh.map(({ key, to }) => [to.person, key] as const)];
  const urgents = keys.map(([openId, key]) => ({
    key: urgeKey(key),
    to: { urge: key, person: openId as OpenId },
    body: { type: 'urgent' as const },
  }));
  return [...fresh, ...urgents];
}

async function urgeOf(act: ReportAct, asked: Asked): Promise<Urge> {
  const nudge = await nudgeOf(act, { ...asked, again: true });
  const { people } = nudge.reach;
  const found = await remindersSince(act.deps.db, {
    period: nudge.period.id,
    people: [...people.keys()],
    since: instantOf(act.today, '00:00'),
  });
  return {
    nudge,
    reminded: new Map(
      [...found].filter(([, { isUrged }]) => !isUrged).map(([openId, { key }]) => [openId, key]),
    ),
    fresh: new Map([...people].filter(([openId]) => !found.has(openId))),
    urged: [...found].filter(([, { isUrged }]) => isUrged).map(([openId]) => openId),
  };
}

function demandReason(reason: string): void {
  if (reason.length < SHORTEST_REASON)
    throw new UserError('加急要写明理由，例如：/催报 某某局 加急 今晚专题会要用数据');
  if (reason.length > LONGEST_REASON) throw new UserError(`加急理由请写在${LONGEST_REASON}字以内。`);
}

async function nextOfDay(act: ReportAct): Promise<number> {
  const done = (await urgesOn(act.deps.db, act.today)).length;
  if (done >= URGES_A_DAY)
    throw new UserError(
      `今天已加急${URGES_A_DAY}次，不能再加急（上限为本系统所定）。急事请打电话；明天可以再用。`,
    );
  return done + 1;
}
