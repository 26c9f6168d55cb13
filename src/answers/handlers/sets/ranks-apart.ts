import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { extreme, leaders, type Ranked, units } from './rankings.ts';

const FIRST =
  '(?:(?:排|列|数)?(?:在)?(?:头|第[1一])(?:一)?(?:名|位|号|家|多)?|最[多高大](?:的|一家|一位|那家|那位)?|榜首|冠军|老大)';
const SECOND =
  '(?:(?:排|列|数)?(?:在)?第[2二](?:名|位|号|家|多)?(?:的)?|次多(?:的)?|(?:它|他)?(?:后面|下面)(?:那|一|的)*(?:名|位|个|家)?|亚军|老[2二])';
const LAST =
  '(?:最(?:少|小|低)(?:的|一家|一位)?|(?:排|列)?(?:在)?(?:最后|末尾|垫底|末)(?:一)?(?:名|位|家|的)?|垫底的?)';
const NOUN = '(?:的)?(?:那|这)?(?:一)?(?:个|家|位)?(?:单位|部门|局|领导|小?组)?';
const MORE =
  '(?:要|能|又|都|整整|足足|一共|到底|得)*(?:(?:多|高|领先|超|强)(?:出|了|过|牵头?|扛|包|管|参加|列|分|占|配)*(?:几|多少)|(?:相?差|差距|隔)(?:了|着|出|是|有)?(?:几|多少))';
/** `头一名比第2名多几个`, `最多的和最少的差几个`: two places of one ranking. */
const APART = new RegExp(`${FIRST}${NOUN}(?:比|跟|和|与|同|较)(?:${SECOND}|(${LAST}))${NOUN}[,，]?${MORE}`);

interface Ranking {
  asks: RegExp;
  list(facts: Facts): readonly Ranked[];
  /** Before and behind the number of one. */
  has: readonly [string, string];
  place: string;
}

const RANKINGS: readonly Ranking[] = [
  {
    asks: /(?:责任单位|配合单位).*组|组.*(?:责任单位|配合单位|家)/,
    list: ({ model }) =>
      model.groups.map((group) => ({ name: groupName(group), count: group.responsibleUnits.length })),
    has: ['点名责任单位', '家'],
    place: '三',
  },
  {
    asks: /牵头/,
    list: (facts) => units(facts, (id) => facts.groupsOfUnit(id, 'lead').length),
    has: ['牵头', '个组'],
    place: '三',
  },
  {
    asks: /分包|分管|领导|包(?:的)?组/,
    list: leaders,
    has: ['分包', '项'],
    place: '二',
  },
  {
    asks: /参加|参与|配合|点名|出现|进组|露面|责任单位/,
    list: (facts) => units(facts, (id) => facts.groupsOfUnit(id).length),
    has: ['参加', '个组'],
    place: '三',
  },
];

/** `分包头一名比第二名多几个组`: who stands at two places of a ranking, and what lies between them. */
export const answerRanksApart: Handler = needing(
  () => ({ masked: [APART] }),
  ({ masked }, { facts }) => {
    const [said, last] = masked.match(APART) ?? [];
    if (said === undefined || /[UPGMS]/.test(masked)) return undefined;
    const ranking = RANKINGS.find(({ asks }) => asks.test(masked));
    if (!ranking) return undefined;
    const list = ranking.list(facts);
    const most = extreme(list, { fewest: false, rank: 0 });
    const other = extreme(list, { fewest: last !== undefined, rank: last === undefined ? 1 : 0 });
    const [top, next] = [most[0]?.count, other[0]?.count];
    if (top === undefined || next === undefined) return undefined;
    const [does, unit] = ranking.has;
    const names = (found: readonly Ranked[]) => found.map(({ name }) => name).join('、');
    const place = last === undefined ? '第二多' : '最少';
    return reply(
      `多${top - next}${unit}：${names(most)}${does}${top}${unit}，最多；${names(other)}${does}${next}${unit}，${place}。${at(ranking.place)}`,
      [ranking.place],
    );
  },
);
