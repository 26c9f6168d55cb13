import type { TaskGroup } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList, personName } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** Counted together behind the names. */
const TOGETHER =
  /(?:[两俩三仨四五2-5]|[这那]几)(?:个|几)?(?:样|件|项|个|块|摊|条|头|桩|档|组)(?:事|活|线)?儿?[^,，;；]{0,6}(?:都|全|是|归|上头|背后)|都(?:在|归|由|是|落|捏|攥|握)(?:他|她|同|一|谁|哪)|(?:都|全)(?:归|由|在)?[^,，]{0,4}(?:手[里上]|名下)/;
const COUNTED = /([两俩三仨四五2-5])(?:个|样|件|项|块|摊|条|头|桩|档|组)/;
const COUNTS = new Map([...'两俩三仨四五2345'].map((char, i) => [char, [2, 2, 3, 3, 4, 5, 2, 3, 4, 5][i]]));
/** Whose they are. */
const LEADER =
  /领导|老板|老大|头儿?(?:是|同|一|叫|吗)|当家|分包|分管|谁(?:管|包|抓)|[包管抓](?:着)?的(?:那|这)?[位个人]|副主任|书记/;
const ASKS = /谁|哪(?:一)?[位个]|叫(?:什么|啥)|姓(?:什么|啥)|同一|一个人|是不是|[吗吧]/;
const SAME = /同一|一[个位](?:人|领导|老板|头)|是不是一|都归一/;
/** `某局三个组全是一位领导`: the groups of a unit by how many they are. */
const OF_UNIT =
  /^U(?:那边|这边|的|自己|那|这)*([两俩三仨四五2-5])个?(?:专项)?(?:小)?组[^,，]{0,6}(?:都|全|是不是|同)/;

/**
 * Several matters whose leader is asked for as one (`某事、某事、某事，三样都在他手里的那位领导是谁`, `这三件事上头是同一个老板吗`): who
 * has them all, or who has which.
 */
export const answerOneLeader: Handler = needing(
  () => ({ masked: [TOGETHER, LEADER, ASKS] }),
  (question, { facts }) => {
    const { masked } = question;
    const counted = masked.match(OF_UNIT)?.[1];
    if (
      /[PMCBOE]/.test(masked) ||
      (masked.includes('U') && counted === undefined) ||
      !TOGETHER.test(masked) ||
      !LEADER.test(masked) ||
      !ASKS.test(masked)
    )
      return undefined;
    if (/牵头|责任单位|配合|单位|部门|家/.test(masked.replace(/当家|大家|国家/g, ''))) return undefined;
    const firm = new Set(mentioned(question, 'group').map(({ no }) => no));
    const all = new Set(mentioned(question, 'group', true).map(({ no }) => no));
    // A word that only hints at a matter counts where it makes up the number (`三样`).
    const numbers = firm.size > 1 && all.size === COUNTS.get(masked.match(COUNTED)?.[1] ?? '') ? all : firm;
    const [unit, ...units] = mentioned(question, 'unit');
    const groups =
      unit && units.length === 0
        ? groupsCounted(unit.id, COUNTS.get(counted ?? ''), facts)
        : [...numbers].flatMap((no) => facts.group(no) ?? []);
    if (groups.length < 2) return undefined;
    const byLeader = Map.groupBy(groups, ({ leader }) => leader);
    const told = (leader: string, those: readonly TaskGroup[]) =>
      `${groupList(those)}${those.length > 1 ? '都' : ''}由${personName(facts, leader)}分包`;
    const isSame = byLeader.size === 1;
    const start = SAME.test(masked) ? (isSame ? '是的，' : '不是。') : '';
    const places = groups.map(({ location }) => location);
    return reply(
      `${start}${[...byLeader].map(([leader, those]) => told(leader, those)).join('；')}。${at(...places)}`,
      [...places, '二'],
      {
        focus: [...byLeader.keys()].map((id) => ({ kind: 'person', id })),
        spoken: question.residue,
        readsAll: true,
      },
    );
  },
);

/** As many groups of a unit as are said: those that it leads, or all that it is in. */
function groupsCounted(id: string, count: number | undefined, facts: Facts): readonly TaskGroup[] {
  const [led, all] = [facts.groupsOfUnit(id, 'lead'), facts.groupsOfUnit(id)];
  return [led, all].find(({ length }) => length === count) ?? [];
}
