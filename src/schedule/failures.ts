import { type BroadcastRow, broadcastById } from '../../db/queries/broadcasts.ts';
import { chatBinding } from '../../db/queries/chats.ts';
import { type FailureRow, lastSettled, openFailures, settleFailures } from '../../db/queries/failures.ts';
import { personNames } from '../../db/queries/people.ts';
import { cardKeysFrom, liveBindings } from '../../db/queries/people-bindings.ts';
import {
  button,
  buttonRow,
  type Card,
  card,
  divider,
  type Element,
  markdown,
  text,
} from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Deps } from '../deps.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { reasonOf } from '../outbox/reasons.ts';
import { namesOfNotice } from '../people/notice-of.ts';
import { postName } from '../people/subjects.ts';
import { actOfClick, audit, carried, demandOffice, info, pressed, success } from '../reports/act.ts';
import { momentName } from '../reports/texts.ts';

/** More would not fit into one card. */
const MOST = 15;

/** What did not reach one person or chat. */
interface Unreached {
  lane: string;
  /** Markdown. */
  name: string;
  rows: readonly FailureRow[];
}

interface Shown {
  failures: readonly FailureRow[];
  /** Absent: of all. */
  broadcast?: Pick<BroadcastRow, 'id' | 'name'> | undefined;
}

/** 未送达名单: who was not reached, why, and what to do; one button a person. */
export async function failuresCard(deps: Deps, { failures, broadcast }: Shown): Promise<Card> {
  const count = new Set(failures.map(({ lane }) => lane)).size;
  const shown = await unreached(deps, failures);
  const more = count - shown.length;
  const name = broadcast?.name ?? '自动和群发消息';
  if (count === 0)
    return card({
      summary: `${name}：未送达的都已处理`,
      header: { title: name, subtitle: '未送达的都已处理', template: 'green' },
      elements: [text('没有待处理的。')],
    });
  return card({
    summary: `${name}：${count}个没有送达`,
    header: { title: name, subtitle: `没有送达 · ${count}个待处理`, template: 'orange' },
    elements: [
      ...shown.flatMap((each, i) => [
        ...(i > 0 ? [divider()] : []),
        ...unreachedElements(each, broadcast?.id),
      ]),
      ...(more > 0 ? [text(`还有${more}个，处理完上面的再显示。`)] : []),
      text('处理后点“已处理”；不会自动重发，需要时再发一次“/催报”。', { size: 'notation', color: 'grey' }),
    ],
  });
}

function unreachedElements({ lane, name, rows }: Unreached, broadcast: string | undefined): Element[] {
  const reasons = new Map(rows.map((row) => [reasonOf(row).says, reasonOf(row)]));
  const urgent = rows.every((row) => row.kind === 'urgent') ? '（加急）' : '';
  const says = [...reasons.values()].map((reason) => `${reason.says}${urgent}。${reason.todo}。`);
  return [
    markdown(`**${name}**${rows.length > 1 ? `　${rows.length}条` : ''}\n${says.join('\n')}`),
    buttonRow([
      button({
        label: '已处理',
        size: 'small',
        value: { action: 'failure-settled', lane, ...(broadcast !== undefined && { broadcast }) },
      }),
    ]),
  ];
}

/** By person or chat, in the order of their first failure, as many as one card shows: each name is looked up. */
async function unreached(deps: Deps, failures: readonly FailureRow[]): Promise<Unreached[]> {
  const lanes = new Map([...Map.groupBy(failures, (row) => row.lane)].slice(0, MOST));
  const names = await personNames(deps.db, [...lanes.keys()]);
  return Promise.all(
    [...lanes].map(async ([lane, rows]) => ({ lane, rows, name: await nameOf(deps, lane, names.get(lane)) })),
  );
}

async function nameOf(deps: Deps, lane: string, known: string | undefined): Promise<string> {
  const bound = await chatBinding(deps.db, lane);
  if (bound !== undefined) return bound.group_no === 0 ? '工作群' : `小组${bound.group_no}的群`;
  if (!lane.startsWith('ou_')) return '一个会话';
  const posts = await liveBindings(deps.db, { openId: lane });
  const names = namesOfNotice(deps);
  const confirmed = posts.filter((post) => post.status === 'confirmed').map((post) => postName(names, post));
  // A card with the chip of somebody who is gone may be refused.
  const label = escapeMarkdown(known ?? `未知姓名（账号尾号${lane.slice(-4)}）`);
  return confirmed.length === 0 ? label : `${label}（${confirmed.map(escapeMarkdown).join('、')}）`;
}

/** 已处理: the person's entry is gone from this card and everybody else's. @throws UserError */
export async function settleFailure(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '处理未送达的消息');
  const lane = carried(event, 'lane');
  const id = carried(event, 'broadcast');
  const broadcast = id === '' ? undefined : await broadcastById(deps.db, id);
  const failures = await openFailures(deps.db, broadcast?.id);
  const isOpen = failures.some((row) => row.lane === lane);
  const left = failures.filter((row) => row.lane !== lane);
  const shown = await failuresCard(deps, { failures: left, broadcast });
  if (!isOpen) return pressed(event, { toast: info(await whoWasFirst(deps, lane)), card: shown });
  return pressed(event, {
    toast: success('已记为处理'),
    card: shown,
    messages: broadcast === undefined ? [] : await othersCards(deps, event, { broadcast, shown }),
    writes: [
      settleFailures(deps.db, { lane, broadcast: broadcast?.id, by: act.sender, now: act.now }),
      audit(act, 'settle-failure', { subject: `delivery:${lane}`, detail: broadcast?.id ?? '' }),
    ],
  });
}

/** The same list in the hands of the others of the office. */
async function othersCards(
  deps: Deps,
  event: ClickEvent,
  of: { broadcast: { id: string }; shown: Card },
): Promise<OutboundMessage[]> {
  const keys = await cardKeysFrom(deps.db, failuresKey(of.broadcast.id, ''));
  return keys
    .filter((key) => key !== failuresKey(of.broadcast.id, event.operator))
    .map((key) => ({
      key: `settled:${event.eventId}:${key}`,
      to: { card: key },
      body: { type: 'card', card: of.shown },
    }));
}

/** The key of one member's card about whom a broadcast did not reach. */
export function failuresKey(broadcast: string, member: string): string {
  return `failures:${broadcast}:${member}`;
}

async function whoWasFirst(deps: Deps, lane: string): Promise<string> {
  const settled = await lastSettled(deps.db, lane);
  return settled?.at ? `已在${momentName(settled.at)}处理过` : '没有待处理的';
}
