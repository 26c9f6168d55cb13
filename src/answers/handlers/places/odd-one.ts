import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { entityKey } from '../../names/entities.ts';
import { leaderHolder, unitHolder } from '../../query/holders.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupList, groupName, personName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const WHICH = '(?:哪|谁)(?:一)?(?:个|家|位|项|组)?';
const THE_REST =
  '(?:跟|和|与|同|比)?(?:另外?|其[他它余]|别的|余下|剩下)(?:的)?(?:[两俩二三四几\\d])?(?:个|家|位|项)?';
const DIFFERS =
  '(?:不一样|不同|不一致|两样|不在(?:同)?一(?:个)?组|不(?:是)?一(?:个|家|拨|路)|没在(?:同)?一(?:个)?组|例外|单独|对不上)';
/** One of several named is held against the others. */
const ODD = new RegExp(
  `${WHICH}[^,，?？]{0,8}${THE_REST}[^?？]{0,8}${DIFFERS}|${WHICH}(?:的)?[^,，?？]{0,8}(?:是)?(?:例外|落单|不合群)`,
);
const FEWEST = 3;

interface Side {
  name: string;
  /** What it has, as keys that are the same for the same thing. */
  keys: readonly string[];
  says: string;
}

/** `甲、乙、丙三家，哪家跟另两家不在一组`, `三个组里哪个的领导跟另外两个不一样`: the one that has nothing of what the others share. */
export const answerOddOne: Handler = needing(
  () => ({ masked: [ODD] }),
  (question, { facts }) => {
    if (!ODD.test(question.masked)) return undefined;
    const sides = sidesOf(question, facts);
    if (sides.length < FEWEST) return undefined;
    const places = ['三'];
    const shared = (some: readonly Side[]) =>
      some[0]?.keys.filter((key) => some.every(({ keys }) => keys.includes(key))) ?? [];
    const odd = sides.filter((side) => {
      const common = shared(sides.filter((other) => other !== side));
      return common.length > 0 && !common.some((key) => side.keys.includes(key));
    });
    const [one, ...others] = odd;
    if (others.length > 0 || (!one && mentioned(question, 'person').length > 0)) return undefined;
    const told = sides.map(({ name, says }) => `${name}：${says}`).join('；');
    const found: Reply = reply(
      one ? `${one.name}不一样。${told}。${at('三')}` : `没有哪个单独跟其余的不同。${told}。${at('三')}`,
      places,
      { spoken: question.residue, readsAll: true },
    );
    return { ...found, focus: mentioned(question, 'group').slice(0, FEWEST) };
  },
);

function sidesOf(question: Question, facts: Facts): Side[] {
  const units = mentioned(question, 'unit');
  const people = mentioned(question, 'person');
  const groups = mentioned(question, 'group').flatMap(({ no }) => facts.group(no) ?? []);
  if ([units, people, groups].filter(({ length }) => length > 0).length !== 1) return [];
  const part = /牵头/.test(question.masked)
    ? 'lead'
    : /配合|责任/.test(question.masked)
      ? 'responsible'
      : undefined;
  const holders = [
    ...units.map(({ id }) => unitHolder(facts, id)),
    ...people.map(({ id }) => leaderHolder(facts, id)),
  ];
  const byLead = part === 'lead' || /单位|部门|局|家/.test(question.masked);
  return [
    ...holders.map((holder) => ({
      name: holder.name,
      keys: holder.groups(part).map(({ no }) => entityKey({ kind: 'group', no })),
      says: groupList(holder.groups(part)) || '没有',
    })),
    ...groups.map((group) => ({
      name: groupName(group),
      keys: byLead ? group.leadUnits : [group.leader],
      says: byLead ? `${unitList(facts, group.leadUnits)}牵头` : `${personName(facts, group.leader)}分包`,
    })),
  ];
}
