import type { Write } from '../../db/database.ts';
import { recordAudit } from '../../db/queries/audit.ts';
import { rememberName } from '../../db/queries/people.ts';
import { type BindingRow, liveBindings } from '../../db/queries/people-bindings.ts';
import { decideRoster, rosterById } from '../../db/queries/people-roster.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { type Act, actOfClick, type Change, clicked, demandOffice, saysCard } from './act.ts';
import { bindingWrites, toldBound } from './binding.ts';
import { closedClaimCards } from './claim-cards.ts';
import type { RosterPlan } from './import.ts';
import { changesOf, type RosterChange } from './roster.ts';
import type { Post } from './subjects.ts';

/** 确认导入 / 放弃 on a roster's preview: once, by the office. */
export async function decideImport(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '导入名册');
  const id = String(event.value['id']);
  const roster = await rosterById(deps.db, id);
  if (roster === undefined) throw new UserError('找不到这份名册了，请重新发送文件。');
  if (roster.status !== 'previewed')
    throw new UserError(`这份名册已经${roster.status === 'applied' ? '导入' : '放弃'}过了，不用再点。`);
  const change =
    event.value['as'] === 'applied' ? await applied(act, id, planOf(roster.plan)) : dropped(act, id);
  return clicked(act, event, { change, card: saysCard('导入联络员', change.says) });
}

function planOf(text: string): RosterPlan {
  return JSON.parse(text) as RosterPlan;
}

function dropped(act: Act, id: string): Change {
  return {
    says: ['已放弃，没有改动任何人。'],
    brief: '已放弃',
    messages: [],
    writes: [
      ...decideRoster(act.deps.db, id, { status: 'dropped', now: act.now }),
      audit(act, id, 'roster-drop', ''),
    ],
  };
}

async function applied(act: Act, id: string, plan: RosterPlan): Promise<Change> {
  const { db } = act.deps;
  const live = await liveBindings(db, { kind: 'unit' });
  const standing = live.filter((row) => row.status === 'confirmed');
  // What stands may have changed since the preview: only what still differs is written.
  const changes = changesOf(plan.wishes, standing).filter((change) => change.kind !== 'same');
  const liveOf = (change: RosterChange) =>
    live.filter((row) => row.subject === change.unitId && row.open_id === change.openId);
  const claims = changes.flatMap(liveOf).filter((row) => row.status === 'proposed');
  const skipped = plan.faults > 0 ? `，跳过有问题的${plan.faults}行` : '';
  return {
    says: [`已导入${changes.length}项变动${skipped}。发“/联络员”看结果。`],
    brief: '已导入',
    messages: [
      ...(await toldEach(act, changes)),
      ...(await Promise.all(claims.map((row) => closedClaimCards(act, row, '已由名册导入绑定。')))).flat(),
    ],
    writes: [
      ...decideRoster(db, id, { status: 'applied', now: act.now }),
      ...changes.flatMap((change) => changeWrites(act, change, liveOf(change))),
      audit(act, id, 'roster-apply', `${changes.length} changed`),
    ],
  };
}

function changeWrites(act: Act, change: RosterChange, live: readonly BindingRow[]): Write[] {
  const { openId, name } = change;
  return [
    ...(name === '' ? [] : [rememberName(act.deps.db, { openId, name, now: act.now })]),
    ...bindingWrites(act, { post: postOf(change), openId, live, suffix: `${change.unitId}:${openId}` }),
  ];
}

/** One message a person, however many units he got. */
function toldEach(act: Act, changes: readonly RosterChange[]) {
  const each = [...Map.groupBy(changes, (change) => change.openId)]
    .filter(([openId]) => openId !== act.sender)
    .map(([openId, all]) => toldBound(act, openId as OpenId, all.map(postOf)));
  return Promise.all(each);
}

function postOf({ unitId, role }: RosterChange): Post {
  return { kind: 'unit', subject: unitId, role };
}

function audit(act: Act, id: string, action: string, detail: string): Write {
  return recordAudit(act.deps.db, { at: act.now, who: act.sender, action, subject: `roster:${id}`, detail });
}
