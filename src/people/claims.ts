import { recordAudit } from '../../db/queries/audit.ts';
import {
  type BindingRow,
  bindingById,
  decideBinding,
  endBinding,
  insertBinding,
  liveBindings,
} from '../../db/queries/people-bindings.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { acquaint } from './acquaint.ts';
import { type Act, actOfClick, type Change, demandMembers, demandOffice, saysCard } from './act.ts';
import { audit, openWork } from './binding.ts';
import { claimCardsTo, closedClaimCards, decidedCard } from './claim-cards.ts';
import { labelsOf } from './labels.ts';
import { liaisonCard } from './liaisons.ts';
import { auditSubject, type Post, postName } from './subjects.ts';
import { whatFollows } from './texts.ts';

/** A person may have this many claims waiting, so that nobody floods the office. */
const MOST_CLAIMS = 5;

/** A person asks to be bound: each member of the office gets the claim to decide. */
export async function claim(act: Act, post: Post): Promise<Change> {
  const { db } = act.deps;
  const name = postName(act.names, post);
  const live = await liveBindings(db, { openId: act.sender });
  const same = live.filter((row) => row.kind === post.kind && row.subject === post.subject);
  if (same.some((row) => row.status === 'confirmed' && row.role === post.role))
    throw new UserError(`您已经是${name}，不用再绑定。`);
  const waiting = same.find((row) => row.status === 'proposed');
  if (waiting)
    throw new UserError(
      `您已申请绑定为${postName(act.names, waiting)}，正在等领导小组办公室确认，不用重复申请。`,
    );
  if (live.filter((row) => row.status === 'proposed').length >= MOST_CLAIMS)
    throw new UserError(`您已有${MOST_CLAIMS}项申请在等确认，请等办公室处理后再申请。`);
  const members = await demandMembers(act);
  const { labels, writes } = await acquaint(act.deps, [{ openId: act.sender }]);
  const row = claimRow(act, post);
  return {
    says: [`已申请绑定为**${escapeMarkdown(name)}**，等领导小组办公室确认；结果会在单聊里告诉您。`],
    brief: '已申请，等办公室确认',
    messages: claimCardsTo(act, row, { members, labels }),
    writes: [
      ...writes,
      insertBinding(db, {
        ...post,
        id: row.id,
        openId: act.sender,
        status: 'proposed',
        by: act.sender,
        now: act.now,
      }),
      audit(act, 'claim', { post, openId: act.sender }),
    ],
  };
}

function claimRow(act: Act, post: Post): BindingRow {
  return {
    ...post,
    id: act.key,
    open_id: act.sender,
    status: 'proposed',
    proposed_by: act.sender,
    proposed_at: act.now,
    decided_by: null,
    decided_at: null,
    ended_by: null,
    ended_at: null,
  };
}

const DECISIONS = { confirmed: '确认', rejected: '驳回' } as const;
type Decision = keyof typeof DECISIONS;

/** 确认 / 驳回 on a claim's card: once, by the office, whoever holds the card. */
export async function decideClaim(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '确认或驳回绑定申请');
  const as: Decision = event.value['as'] === 'confirmed' ? 'confirmed' : 'rejected';
  const row = await bindingById(deps.db, String(event.value['id']));
  if (row === undefined) throw new UserError('找不到这项申请了，请让本人重新发送 /绑定。');
  if (row.status !== 'proposed') return alreadyDecided(act, event, row);
  const decided = await decision(act, row, as);
  const list = event.value['from'] === 'list' ? await listWithout(act, event, row) : [];
  return {
    toast: { type: 'success', content: decided.brief },
    messages: [...decided.messages, ...list],
    writes: decided.writes,
  };
}

async function decision(act: Act, row: BindingRow, as: Decision): Promise<Change> {
  const { db } = act.deps;
  const labels = await labelsOf(act.deps, [act.sender]);
  const standing = await liveBindings(db, { subject: row, openId: row.open_id, status: 'confirmed' });
  const how = { status: as, by: act.sender, now: act.now };
  return {
    says: [],
    brief: `已${DECISIONS[as]}`,
    messages: [
      ...(await closedClaimCards(act, row, `已由 ${labels(act.sender)} ${DECISIONS[as]}。`)),
      await toldApplicant(act, row, as),
    ],
    writes: [
      // Another role of his in the same unit ends with the new one.
      ...(as === 'confirmed'
        ? standing.flatMap((one) => endBinding(db, one, { by: act.sender, now: act.now }))
        : []),
      ...decideBinding(db, row.id, how),
      recordAudit(db, {
        at: act.now,
        who: act.sender,
        action: as === 'confirmed' ? 'confirm' : 'reject',
        subject: auditSubject(row),
        detail: `${row.role} ${row.open_id}`,
      }),
    ],
  };
}

/** The answer to his own request: at any hour. */
async function toldApplicant(act: Act, row: BindingRow, as: Decision) {
  const name = escapeMarkdown(postName(act.names, row));
  const says =
    as === 'confirmed'
      ? [`您已绑定为**${name}**。`, ...whatFollows([row.role]), ...(await openWork(act, [row]))]
      : [`领导小组办公室没有同意您绑定为${name}。请核对单位和身份后重新发送 /绑定，或联系办公室。`];
  return {
    key: `decided:${row.id}:applicant`,
    to: { person: row.open_id as OpenId },
    body: { type: 'card' as const, card: saysCard(as === 'confirmed' ? '绑定成功' : '绑定申请未通过', says) },
  };
}

async function alreadyDecided(act: Act, event: ClickEvent, row: BindingRow): Promise<Outcome> {
  const by = row.decided_by ?? row.ended_by;
  const labels = await labelsOf(act.deps, [row.open_id, ...(by === null ? [] : [by])]);
  const done = row.status === 'rejected' ? '驳回' : row.decided_by === null ? '另行处理' : '确认';
  const how = by === null ? `已${done}。` : `已由 ${labels(by)} ${done}。`;
  const shown =
    event.value['from'] === 'list'
      ? await listWithout(act, event, row)
      : [
          {
            key: `decided:${act.key}`,
            to: { message: event.messageId },
            body: { type: 'card' as const, card: decidedCard(act, row, { labels, how }) },
          },
        ];
  return {
    toast: { type: 'info', content: `这项申请已${done}过了，不用再点。` },
    messages: shown,
    writes: [],
  };
}

async function listWithout(act: Act, event: ClickEvent, row: BindingRow) {
  return [
    {
      key: `list:${act.key}`,
      to: { message: event.messageId },
      body: {
        type: 'card' as const,
        card: await liaisonCard(act, { page: 0, without: row.id, isPrivate: true }),
      },
    },
  ];
}
