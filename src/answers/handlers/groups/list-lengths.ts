import type { TaskGroup } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, responsibleList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { extreme } from '../sets/rankings.ts';
import { LEADS, OF_MEASURES } from '../units/role-words.ts';

/** The list of responsible units, said so. */
const LIST = '(?:责任单位|配合(?:单位|的)?|名单|单子|点名|点(?:了|的)名|帮手|名字|那一?[栏串]|一栏)';
const LONGEST =
  '最(?:长|多|全|满|密|厚|啰嗦|啰唆)|(?:长|多)(?:得|到)[^,，]{0,6}(?:吓人|翻页|念不完|一页)|念(?:都)?念?不(?:完|过来)|一口气念不|翻页|排第1|居首|头一(?:名|份)|冠军|数第1';
const SHORTEST = '最(?:短|少|简|省)|倒数第1|垫底|末位';
const OF_LENGTH = new RegExp(
  `${LIST}[^。]{0,14}?(?:${LONGEST}|${SHORTEST})|(?:${LONGEST}|${SHORTEST})[^。]{0,12}?${LIST}|谁家[^,，]{0,8}单位最(?:多|少)`,
);
const FEWEST = new RegExp(SHORTEST);
const ASKS_GROUP =
  /(?:哪|什么|啥|第几)(?:一)?个?(?:专项)?(?:工作)?小?组|组[^。]{0,24}(?:谁家?|哪(?:一)?个|是(?:哪|谁))|组(?:号|的?名)|的(?:那个)?(?:专项)?小?组(?:是|叫)?(?:谁|哪|啥)?[?？]?$|(?:那个)组,组?/;
/** Both ends, a place behind the first, or something else of that group are other questions. */
const OTHER =
  /最[多长].*最[少短]|最[少短].*最[多长]|第[2-9](?:多|少|长|名)|第二|差|多几|少几|多多少|和[^,，]{0,12}(?:组|只)|牵头单位(?:那一?栏|名单)?(?:最|数)|成员|分包|分管|领导|编号最|点名的?单位最|(?:单位|局|部门)(?:是|进|参|被|出现)/;
const LED_BY = new RegExp(`U(?:上|那边|局|自己)?[^,，]{0,3}${LEADS}|${LEADS}[^,，]{0,3}U`);

/**
 * `哪组责任单位点名点得最长`: the group (section 三) that names the most or fewest responsible units; of all, or of those
 * that a unit leads or a leader is in charge of.
 */
export const answerListLengths: Handler = needing(
  () => ({ masked: [OF_LENGTH, /组/, ASKS_GROUP] }),
  (question, { facts }) => {
    const { masked } = question;
    if (!OF_LENGTH.test(masked) || !/(?<!副)组(?!长)/.test(masked) || !ASKS_GROUP.test(masked))
      return undefined;
    if (/[GSMBOE]/.test(masked) || OF_MEASURES.test(masked) || OTHER.test(masked)) return undefined;
    const named = groupsMeant(question, facts).filter((g) => g.responsibleUnits.length > 0);
    const fewest = FEWEST.test(masked);
    const counted = named.map((group) => ({
      group,
      name: groupName(group),
      count: group.responsibleUnits.length,
    }));
    const found = extreme(counted, { fewest, rank: 0 });
    const [first] = found;
    if (!first) return undefined;
    const end = fewest ? '最少' : '最多';
    const isShown = found.length === 1 && (first.count <= FEW || LISTED.test(masked));
    const which = isShown ? `：${responsibleList(facts, first.group)}` : '';
    const places = found.map(({ group }) => group.location);
    return reply(
      `${found.map(({ name }) => name).join('、')}，责任单位点名${first.count}家，${end}${which}。${at(...places)}`,
      places,
      {
        focus: found.map(({ group }) => ({ kind: 'group' as const, no: group.no })),
        spoken: question.residue,
        readsAll: true,
      },
    );
  },
);

/** So many units are shown without being asked for. */
const FEW = 12;
const LISTED = /都(?:有|是)?(?:谁|哪)|有哪[些几]|列(?:出|全|一)|名单(?:给|报|列)/;

/** All groups, or those of the unit or the leader that is named; none where more are named. */
function groupsMeant(question: Question, facts: Facts): readonly TaskGroup[] {
  const [unit, ...units] = mentioned(question, 'unit');
  const [person, ...people] = mentioned(question, 'person');
  if (units.length + people.length > 0 || (unit && person)) return [];
  if (person) return facts.groupsOfLeader(person.id);
  if (!unit) return facts.model.groups;
  return LED_BY.test(question.masked) ? facts.groupsOfUnit(unit.id, 'lead') : [];
}
