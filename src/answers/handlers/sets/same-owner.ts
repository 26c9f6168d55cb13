import type { TaskGroup } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import { verdict } from '../../question/claims.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupName, personName, unitList } from '../../replies/texts.ts';

const BY_UNIT = /牵头|单位|部门|局|家/;
const BY_LEADER = /分包|分管|领导/;

/** `两个组是不是一个领导分包`, `是不是同一家牵头`, `分包的和牵头的是不是都一样`: whether groups have the same owner, by what is asked. */
export function sameOwner(facts: Facts, groups: readonly TaskGroup[], masked: string): Reply {
  const isBoth = BY_LEADER.test(masked) && /牵头/.test(masked);
  const slots = isBoth ? [LEADER, LEADS] : [BY_UNIT.test(masked) ? LEADS : LEADER];
  const told = slots.map(({ of, says }) => {
    const [first, ...others] = groups.map(of);
    return { isSame: others.every((other) => other === first), said: groups.map((g) => says(facts, g)) };
  });
  const start =
    new Set(told.map(({ isSame }) => isSame)).size > 1 ? '不全一样。' : verdict(told[0]?.isSame === true);
  return reply(
    told.map(({ said }, i) => `${i === 0 ? start : ''}${said.join('，')}。${at('三')}`),
    groups.map((g) => g.location),
    { focus: groups.map(({ no }) => ({ kind: 'group', no })), ...(isBoth ? { readsAll: true } : {}) },
  );
}

/** What is held against each other of each group, and how it is said. */
interface Slot {
  of: (group: TaskGroup) => string;
  says: (facts: Facts, group: TaskGroup) => string;
}

const LEADER: Slot = {
  of: ({ leader }) => leader,
  says: (facts, group) => `${groupName(group)}由${personName(facts, group.leader)}分包`,
};
const LEADS: Slot = {
  of: ({ leadUnits }) => [...leadUnits].sort().join(),
  says: (facts, group) => `${groupName(group)}由${unitList(facts, group.leadUnits)}牵头`,
};
