import type { TaskGroup } from '../../../notice/types.ts';
import { parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Desk, Handler, UnitClass } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { CLAIMED, LEADS, OF_MEASURES } from './role-words.ts';

const N = '[一两俩二三仨四五六\\d]';
/** Behind the number no name of a sort follows (`两家筹备处`). */
const HOME =
  '(?:家(?=单位|部门|局|公司|企业|[,，、的一并共联合肩搭牵带领打挑当都来同拼结做]|$)|个(?:单位|局|部门)|拨|方|块牌子|个(?=并|一|共|联))';
/** Side by side. */
const TOGETHER =
  '(?:并排|并列|并肩|肩并肩|联合|联手|联袂|共同|合伙|搭伙|结伴|一起|一块儿?|一道|同时|合着|拼着)';
/** Several, however many. */
const SEVERAL = `(?:不止|不只|不光|多于|超过)(?:是|有)?(?:一|1)(?:家|个(?!组))|(?<!哪)(?:好几|好些|多|几)(?:家|个(?:单位|部门))|[两二三四][三四五](?:家|个单位)|(?:两|二|2)(?:家|个单位)(?:及|或|和)?(?:者)?以上|不(?:归|是|由)(?:一|1)家(?:独占|独家|单独|包圆)?|挤一?条?板凳|(?:双|多)(?:家|单位)?${LEADS}`;
const LEADING = new RegExp(LEADS);
const JOINT = new RegExp(
  `${LEADS}[^,，;；]{0,8}(?:${SEVERAL}|${N}${HOME})|(?:${SEVERAL}|${N}${HOME})[^,，;；]{0,12}${LEADS}|${TOGETHER}(?:来|当|做|在)?[^,，]{0,3}${LEADS}|${TOGETHER}[^,，]{0,4}${LEADS}`,
);
const MANY = new RegExp(SEVERAL);
const EXACT = new RegExp(`(${N})(?:家|个(?:单位|局|部门)|拨|方|块牌子|个)(?!(?:专项)?小?组)`, 'g');
/** `三四家`: three at least. */
const AT_LEAST = /([三四])[四五](?:家|个)/;
/** `三家的那个不要`: said of those that are not meant. */
const LEFT_OUT = /(?:一个|三|四|[3-9])?[^,，]{0,8}(?:不要|不算|除外|甭管|先不)/g;
const ASKS_GROUP =
  /(?:哪|什么|啥|第几|几|多少|有没有|这样的)[个些几一俩两]*(?:专项)?(?:工作)?小?组|组[^,，]{0,12}(?:是(?:哪|啥|什么)|有(?:哪|几|没有)|叫)|组(?:有|是)?(?:哪|几|啥)|(?:这样)?的(?:专项)?(?:工作)?小?组(?:是|有|呢|,|，|$)/;
const OTHER =
  /责任单位|配合|分包|分管|领导|最|同一|[牵领带](?:着|了|过)?(?:头)?(?:着|了)?(?:[两俩二三仨四几不止好多\d]+)(?:个|摊)?(?:专项)?小?组|以上(?:的)?小?组|分项牵头(?!.*不算)/;

/** `（某组那种分项的先不算）`. */
const SET_ASIDE = /\([^()]*(?:不算|除外|不计)[^()]*\)/g;

/** A sort of units and how many of it lead. */
interface Part {
  isOne(id: string): boolean;
  count: number;
}

/**
 * `牵头的不止一家的是哪几个组`, `一个局带两家公司一起牵头的组`: groups (section 三) with several lead units, by how many
 * and of what sort they are.
 */
export const answerJointLeads: Handler = needing(
  () => ({ masked: [LEADING, /组/, ASKS_GROUP] }),
  (question, desk) => {
    const { facts } = desk;
    const masked = question.masked.replace(SET_ASIDE, '');
    if (!LEADING.test(masked) || !/组/.test(masked) || !ASKS_GROUP.test(masked)) return undefined;
    if (/[UPGSMBOE]/.test(masked) || OF_MEASURES.test(masked) || OTHER.test(masked)) return undefined;
    if (CLAIMED.test(masked) && !/哪|几|有没有/.test(masked)) return undefined;
    const sorts = sortsIn(masked, desk);
    if (!JOINT.test(masked) && sorts.length === 0) return undefined;
    const count = countIn(masked);
    const least = parseNumeral(masked.match(AT_LEAST)?.[1] ?? '两') ?? 2;
    const isMeant = ({ leadUnits }: TaskGroup) =>
      leadUnits.length >= least &&
      (count === undefined || sorts.length > 0 || leadUnits.length === count) &&
      sorts.every(({ isOne, count: some }) =>
        some === 0 ? leadUnits.some(isOne) : leadUnits.filter(isOne).length === some,
      );
    const found = facts.model.groups.filter(isMeant);
    if (found.length === 0) return undefined;
    const said = found.map((g) => `${groupName(g)}，${unitList(facts, g.leadUnits)}牵头`).join('；');
    return reply(
      `共${found.length}个：${said}。${at(...found.map((g) => g.location))}`,
      found.map((g) => g.location),
      {
        focus: found.map(({ no }) => ({ kind: 'group', no })),
        spoken: question.residue,
        readsAll: true,
      },
    );
  },
);

/** The number of them, where one is said and no more than that are meant. */
function countIn(masked: string): number | undefined {
  if (MANY.test(masked)) return undefined;
  const meant = masked.replace(LEFT_OUT, '');
  const [first] = [...meant.matchAll(EXACT)]
    .flatMap(([, said = '']) => parseNumeral(said) ?? [])
    .filter((n) => n > 1);
  return first;
}

/** What sorts of units lead side by side: `一个局带两家公司`, `政企联手`. */
function sortsIn(masked: string, { facts, unitClasses }: Desk): Part[] {
  const isFirm = (id: string) => isCompany(id, facts, unitClasses);
  if (
    /政企|企业?(?:和|跟|同|与)(?:政府|部门|机关|局)|(?:政府|部门|机关|局)(?:和|跟|同|与)(?:企业|公司)/.test(
      masked,
    )
  )
    return [
      { isOne: isFirm, count: 0 },
      { isOne: (id) => !isFirm(id), count: 0 },
    ];
  const parts = [...masked.matchAll(SORT)].flatMap(([, said = '', sort = '']): Part[] => {
    const count = parseNumeral(said);
    if (count === undefined) return [];
    const isOne = /公司|企业/.test(sort)
      ? isFirm
      : (id: string) => facts.unit(id)?.name.endsWith(sort) === true;
    return [{ isOne, count }];
  });
  return parts.length > 1 ? parts : [];
}

const SORT = new RegExp(`(${N})(?:个|家)(局|公司|企业|中心|委)`, 'g');

function isCompany(id: string, facts: Facts, classes: readonly UnitClass[]): boolean {
  const isOfSort = classes.some(
    ({ say, units }) => say.some((word) => /企业|公司/.test(word)) && units.includes(id),
  );
  return isOfSort || /公司$/.test(facts.unit(id)?.name ?? '');
}
