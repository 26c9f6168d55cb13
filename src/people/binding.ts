import type { Write } from '../../db/database.ts';
import { recordAudit } from '../../db/queries/audit.ts';
import {
  type BindingRow,
  endBinding,
  insertBinding,
  liveBindings,
} from '../../db/queries/people-bindings.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { OpenId } from '../ids.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { openItemLines } from '../reports/open-items.ts';
import { type Act, type Change, saysCard } from './act.ts';
import { closedClaimCards } from './claim-cards.ts';
import type { Labels } from './labels.ts';
import { nameOf } from './notice-names.ts';
import { auditSubject, type Post, postName } from './subjects.ts';
import { ROLE_NAMES, whatFollows } from './texts.ts';

/** Binds a person as the office decides it; another role of his in the same unit ends with it. */
export async function bind(act: Act, post: Post, person: { openId: OpenId; label: string }): Promise<Change> {
  const { openId, label } = person;
  const live = await liveBindings(act.deps.db, { subject: post, openId });
  const standing = live.find((row) => row.status === 'confirmed');
  const name = escapeMarkdown(postName(act.names, post));
  if (standing?.role === post.role)
    return {
      says: [`${label} 已经是${name}，不用再绑定。`],
      brief: '已经绑定过了',
      messages: [],
      writes: [],
    };
  const before = standing ? `（原为${ROLE_NAMES[standing.role]}）` : '';
  const claims = live.filter((row) => row.status === 'proposed');
  return {
    says: [`已绑定：${label} 为${name}${before}。`],
    brief: '已绑定',
    messages: [
      ...(openId === act.sender ? [] : [await toldBound(act, openId, [post])]),
      ...(
        await Promise.all(claims.map((claim) => closedClaimCards(act, claim, '已由办公室另行绑定')))
      ).flat(),
    ],
    writes: bindingWrites(act, { post, openId, live }),
  };
}

/** The writes that make a person stand in a post; what he has or asked for in the same subject ends. */
export function bindingWrites(
  act: Act,
  of: { post: Post; openId: string; live: readonly BindingRow[]; suffix?: string },
): Write[] {
  const { db } = act.deps;
  const { post, openId } = of;
  return [
    ...of.live.flatMap((row) => endBinding(db, row, { by: act.sender, now: act.now })),
    insertBinding(db, {
      ...post,
      id: `${act.key}:${of.suffix ?? openId}`,
      openId,
      status: 'confirmed',
      by: act.sender,
      now: act.now,
    }),
    audit(act, 'bind', { post, openId }),
  ];
}

/** Ends standing bindings. Rights are the unit's: what was begun stays with it, and it is said who goes on. */
export async function end(act: Act, rows: readonly BindingRow[], labels: Labels): Promise<Change> {
  const { db } = act.deps;
  const writes = rows.flatMap((row) => [
    ...endBinding(db, row, { by: act.sender, now: act.now }),
    audit(act, 'unbind', { post: row, openId: row.open_id }),
  ]);
  const says = rows.map(
    (row) => `已解除：${labels(row.open_id)} 不再是${escapeMarkdown(postName(act.names, row))}。`,
  );
  const told = rows.filter((row) => row.open_id !== act.sender).map((row) => toldEnded(act, row));
  return { says: [...says, ...(await handOver(act, rows))], brief: '已解除', messages: told, writes };
}

/** What becomes of a unit's open work when one of its liaisons goes. */
async function handOver(act: Act, ended: readonly BindingRow[]): Promise<string[]> {
  const units = [...new Set(ended.filter((row) => row.kind === 'unit').map((row) => row.subject))];
  const staying = (await liveBindings(act.deps.db, { kind: 'unit', status: 'confirmed' })).filter(
    (row) => !ended.some((one) => one.id === row.id),
  );
  return units.map((unit) => {
    const name = escapeMarkdown(nameOf(act.names.units, unit));
    const isServed = staying.some((row) => row.subject === unit && row.role !== 'unit-head');
    return isServed
      ? `${name}的草稿、退回和未办事项都留在单位名下，由其他联络员接着办。`
      : `⚠️ ${name}现在没有联络员。草稿、退回和未办事项都留在单位名下，绑定新联络员后由他接着办。`;
  });
}

export function audit(act: Act, action: string, of: { post: Post; openId: string; detail?: string }): Write {
  return recordAudit(act.deps.db, {
    at: act.now,
    who: act.sender,
    action,
    subject: auditSubject(of.post),
    detail: [of.post.role, of.openId, of.detail ?? ''].filter((part) => part !== '').join(' '),
  });
}

/** To somebody who was bound by another: what he is from now on, and what he can do. */
export async function toldBound(act: Act, openId: OpenId, posts: readonly Post[]): Promise<OutboundMessage> {
  const names = posts.map((post) => escapeMarkdown(postName(act.names, post)));
  return told(act, openId, {
    about: 'bound',
    title: '您有了新的身份',
    says: [
      `领导小组办公室已将您绑定为：**${names.join('、')}**。`,
      ...whatFollows(posts.map((post) => post.role)),
      ...(await openWork(act, posts)),
      '如果绑定有误，请告诉领导小组办公室。',
    ],
  });
}

/** What a liaison takes over: the open items of his units. */
export function openWork(act: Act, posts: readonly Post[]): Promise<string[]> {
  const reporting = posts.filter(({ role }) => role === 'liaison' || role === 'deputy-liaison');
  return openItemLines(act.deps, { units: reporting.map(({ subject }) => subject), now: act.now });
}

function toldEnded(act: Act, row: BindingRow): OutboundMessage {
  return told(act, row.open_id as OpenId, {
    about: row.id,
    title: '绑定已解除',
    says: [
      `您不再是${escapeMarkdown(postName(act.names, row))}。`,
      ...(row.kind === 'unit'
        ? ['单位的草稿、退回和未办事项留在单位名下，由接任的人接着办，您不用再处理。']
        : []),
    ],
  });
}

/** A message to somebody who did not ask for it: not at night, not on a day off. `about` tells two apart. */
export function told(
  act: Act,
  openId: OpenId,
  of: { about: string; title: string; says: readonly string[] },
): OutboundMessage {
  return {
    key: `told:${act.key}:${of.about}:${openId}`,
    to: { person: openId },
    body: { type: 'card', card: saysCard(of.title, of.says) },
    notBefore: whenToTell(act.now, act.calendar),
  };
}
