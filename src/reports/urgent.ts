import { leaderOpenIds, officeMembers } from '../../db/queries/people.ts';
import { recordUrgent } from '../../db/queries/reviews.ts';
import { type Card, card, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { UserError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import type { NoticeModel } from '../notice/types.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { labelsOf } from '../people/labels.ts';
import { type Asked, answeredPrivately, audit, type ReportAct, saysCard } from './act.ts';
import { cleaned } from './content.ts';
import { unitNameOf } from './desk.ts';
import { momentName } from './texts.ts';

const LONGEST = 2_000;

/** 重要事项即报 (四（四）: 重要事项及时报告): at any hour, to the office and the leaders of the unit's groups. */
export async function urgentReport(act: ReportAct, asked: Asked, args: string): Promise<Outcome> {
  const said = cleaned(args);
  const units = [...new Set(act.rights.units.map((unit) => unit.unitId))];
  if (units.length === 0)
    throw new UserError('即报要有单位。请先发“/绑定 单位名”绑定单位，紧急情况请直接联系领导小组办公室。');
  if (said === '') throw new UserError('请写上要报的事，例如：/报送 即报 某项目停工，需要协调。');
  if (said.length > LONGEST)
    throw new UserError(
      `即报最多${LONGEST.toLocaleString('en')}字，这段有${said.length.toLocaleString('en')}字，没有发出。请写要点，详细材料作为文件另发。`,
    );
  const { db, office } = act.deps;
  const leaders = leadersOf(act.deps.notice.model, units);
  const bound = (await Promise.all(leaders.map((leader) => leaderOpenIds(db, leader)))).flat();
  const to = [...new Set([...(await officeMembers(db, office)), ...bound])].filter(
    (one) => one !== act.sender,
  );
  const labels = await labelsOf(act.deps, [act.sender]);
  const names = units.map((unit) => unitNameOf(act, unit)).join('、');
  const shown = urgentCard({ names, by: labels(act.sender), said, at: act.now });
  const answer = answeredPrivately(
    asked,
    saysCard(
      '即报已送出',
      [
        `已发给领导小组办公室${bound.length > 0 ? `和分包领导（共${to.length}人）` : `（共${to.length}人）；分包领导还没有绑定账号，请办公室转告`}。`,
        `**${escapeMarkdown(names)}** ${momentName(act.now)}`,
      ],
      'green',
    ),
  );
  return {
    messages: [
      ...answer.messages,
      ...to.map((person) => ({
        key: `urgent:${act.key}:${person}`,
        to: { person: person as OpenId },
        body: { type: 'card' as const, card: shown },
      })),
    ],
    writes: [
      recordUrgent(db, { id: act.key, units, text: said, by: act.sender, at: act.now }),
      audit(act, 'urgent', { subject: `urgent:${act.key}`, detail: units.join(' ') }),
    ],
  };
}

/** Leaders of the groups that the units lead, whole or in part; of a unit that leads none, of those it takes part in. */
function leadersOf(model: NoticeModel, units: readonly string[]): string[] {
  const leads = model.groups.filter(
    (group) =>
      group.leadUnits.some((unit) => units.includes(unit)) ||
      group.subLeads.some((sub) => units.includes(sub.unit)),
  );
  const takesPart = model.groups.filter((group) =>
    group.responsibleUnits.some((unit) => units.includes(unit)),
  );
  return [...new Set((leads.length > 0 ? leads : takesPart).map((group) => group.leader))];
}

function urgentCard(of: { names: string; by: string; said: string; at: number }): Card {
  return card({
    summary: `重要事项即报：${of.names}`,
    header: { title: '重要事项即报', subtitle: of.names, template: 'red' },
    elements: [
      text(of.said),
      markdown(`${of.by}　${momentName(of.at)}`, { size: 'notation' }),
      text('依据：重要事项随时报告（四（四））', { size: 'notation', color: 'grey' }),
    ],
  });
}
