import type { Measure } from '../../../notice/types.ts';
import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import type { Mention } from '../../names/entities.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupList, groupName, ownersOf, personName, unitList } from '../../replies/texts.ts';

interface ListQuestion {
  asks: RegExp;
  answer: (facts: Facts, masked: string) => Reply | undefined;
}

/** So many groups are shown with their lead units. */
const FEW = 4;
/** Which units they are is asked behind which group it is (`…的是哪个组，哪两家`). */
const ASKS_THEM =
  /组[^,，]{0,6}[,，](?:都|又|分别|是)*(?:哪[几两俩一二三]?[个家]|谁|(?:[报列说念]|名字|具体))/;
/** Between a number of units and what they do. */
const TOGETHER = '(?:一起|一块儿?|共同|并排|并列|联手|合伙|联合|同时|都|一道)?(?:来|在)?';

/** Lists over the whole notice by a property; patterns run over masked questions that name nothing. */
const COMPARED = new RegExp(
  `(?:责任单位|牵头单位|配合单位|单位).{0,6}?(超过|多于|大于|不少于|不低于|至少|不到|少于|不足|低于|不超过|至多|最多)(${NUMERAL})(?:个|家)|(?:责任单位|牵头单位|配合单位|单位).{0,6}?(${NUMERAL})(?:个|家)(?:及|或)?(以上|以下|开外|往上|往下)`,
);

/** Whether a number is on the side of a limit that a word says. */
function isWithin(count: number, word: string, limit: number): boolean {
  if (/超过|多于|大于|开外/.test(word) && !word.startsWith('不')) return count > limit;
  if (/不少于|不低于|至少|以上|往上/.test(word)) return count >= limit;
  if (/不超过|至多|最多|以下|往下/.test(word)) return count <= limit;
  return count < limit;
}

const LISTS: readonly ListQuestion[] = [
  {
    asks: COMPARED,
    answer: (facts, masked) => {
      if (!/组/.test(masked) || /牵头/.test(masked)) return undefined;
      const [, before, afterNumber, number, after] = masked.match(COMPARED) ?? [];
      const limit = parseNumeral(afterNumber ?? number ?? '');
      const word = before ?? after ?? '';
      if (limit === undefined) return undefined;
      const found = facts.model.groups.filter(
        (g) => g.responsibleUnits.length > 0 && isWithin(g.responsibleUnits.length, word, limit),
      );
      const said = found.map((g) => `${groupName(g)}${g.responsibleUnits.length}家`).join('、');
      return reply(
        `责任单位点名${before ? `${word}${limit}家` : `${limit}家${word}`}的组共${found.length}个${said ? `：${said}` : ''}。${at('三')}`,
        ['三', ...found.map((g) => g.location)],
      );
    },
  },
  {
    asks: /(?:没|没有|未|不)(?:有)?(?:写|点|列|安排)?(?:名)?(?:任何)?(?:配合)(?:单位|部门|的)/,
    answer: (facts, masked) => {
      if (!/条|措施/.test(masked)) return undefined;
      const found = facts.model.measures.filter(
        (m) => m.status === 'whole' && m.supportingUnits.length === 0 && m.collectives.length === 0,
      );
      return measuresListed('没有写配合单位的措施', found);
    },
  },
  {
    asks: /只(?:写|点|有|列|说|提|笼统).{0,10}(?:区直|相关部门|各部门|有关部门)/,
    answer: (facts, masked) => {
      if (!/条|措施/.test(masked)) return undefined;
      const found = facts.model.measures.filter(
        (m) => m.supportingUnits.length === 0 && m.collectives.length > 0,
      );
      return measuresListed('配合单位只写了相关部门、没有点名的措施', found);
    },
  },
  {
    asks: /(?:不在|没在|不是|没列入|不属于|[没未不](?:有)?(?:进|列|算|入|被)).{0,10}(?:成员|B)|(?:成员|B).{0,8}(?:里|中|名单)(?:[上里]?[头面]?(?:却|又|可|但|反而|也|就)*)(?:没|漏|缺)/,
    answer: (facts, masked) => {
      if (!/单位|部门|局|谁|哪[几些]?家/.test(masked)) return undefined;
      const members = facts.mainBody.memberUnits;
      const lead = /牵头/.test(masked);
      const found = facts.model.units.filter(
        ({ id }) => !members.includes(id) && facts.groupsOfUnit(id, lead ? 'lead' : undefined).length > 0,
      );
      const names = found.map((unit) => unit.name).join('、');
      return reply(
        `${lead ? '牵头' : '参加'}小组却不在成员单位名单里的有${found.length}家：${names}。${at('三', facts.mainBody.location)}`,
        ['三', facts.mainBody.location],
        { readsAll: /组|牵头/.test(masked) },
      );
    },
  },
  {
    asks: /(?:没写|没有写?|未写|不写|没标)(?:明)?(?:谁)?牵头|只写.{0,4}(?:按)?职责分工/,
    answer: (facts, masked) => {
      if (/组|配合/.test(masked) && !/条|措施/.test(masked)) return undefined;
      const found = facts.model.measures.filter(
        (m) =>
          m.status !== 'missing' &&
          m.leadUnits.length === 0 &&
          m.responsibleUnits.length > (/职责分工|[几多]家|各/.test(masked) ? 1 : 0),
      );
      return measuresListed('没有写牵头、只写负责的措施', found);
    },
  },
  {
    asks: /(?:独自|单独|一家|一个单位|只有一家).{0,6}负责|负责.{0,4}(?:只有一家|就一家)/,
    answer: (facts) => {
      const found = facts.model.measures.filter(
        (m) => m.leadUnits.length === 0 && m.responsibleUnits.length === 1 && !m.openEnded,
      );
      const said = found.map((m) => `第${m.no}条（${ownersOf(facts, m)}）`).join('、');
      return found.length === 0
        ? undefined
        : reply(
            `由一个单位独自负责的措施共${found.length}条：${said}。`,
            found.map((m) => m.location),
          );
    },
  },
  {
    asks: /(?:不止|不只|超过|多于)(?:是)?(?:一|1)(?:家|个(?!小?组|专项|头))|(?:一|1|两|二|2)(?:家|个)(?:或|及)?(?:者)?以上|双(?:家|单位)?牵头|多(?:家|个)(?:单位)?(?:共同|一起|并列|联合|联手|合伙|同时)?牵头|(?<!哪)(?:几|好几)家.{0,4}(?:并列)?牵头|(?:[两二三四五][三四五六]|三两|好些|好几)(?:家|个(?:单位|局|部门)).{0,6}牵头|并列牵头/,
    answer: (facts, masked) => {
      if (!/牵头/.test(masked) || /以上(?:的)?(?:专项)?小?组的(?:单位|部门|局)/.test(masked))
        return undefined;
      if (/条|措施/.test(masked))
        return measuresListed(
          '由几家共同牵头的措施',
          facts.model.measures.filter((m) => m.leadUnits.length > 1),
          facts,
        );
      // `三四家`: three at least.
      const least = parseNumeral(masked.match(/([三四五])[四五六](?:家|个)/)?.[1] ?? '两') ?? 2;
      const found = facts.model.groups.filter((g) => g.leadUnits.length >= least);
      const said = found.map((g) => `${groupName(g)}${unitList(facts, g.leadUnits)}`).join('；');
      return reply(
        `牵头单位${least > 2 ? `有${least}家以上` : '不止一家'}的组共${found.length}个：${said}。${at('三')}`,
        found.map((g) => g.location),
      );
    },
  },
  {
    asks: new RegExp(
      `(?:${NUMERAL}|两)(?:个|家)(?:单位|局|部门)?${TOGETHER}牵头(?:单位)?|(?:哪|一)(?:一?个)?组[^,，]{0,6}牵头的?(?:单位)?(?:并排|一共|都|有|列|写|是|足足|整整|了)*(?:${NUMERAL}|两)家`,
    ),
    answer: (facts, masked) => {
      if (/条|措施/.test(masked) && /共同|一起|两|2/.test(masked))
        return measuresListed(
          '由几家共同牵头的措施',
          facts.model.measures.filter((m) => m.leadUnits.length > 1),
          facts,
        );
      if (!/组/.test(masked) || /责任单位/.test(masked)) return undefined;
      const [, one, other] =
        masked.match(
          new RegExp(
            `(${NUMERAL}|两)(?:个|家)(?:单位|局|部门)?${TOGETHER}牵头|牵头[^,，]{0,8}?(${NUMERAL}|两)家`,
          ),
        ) ?? [];
      const said = one ?? other ?? '';
      const count = parseNumeral(said);
      if (count === undefined) return undefined;
      const found = facts.model.groups.filter((g) => g.leadUnits.length === count);
      const named = found.map(
        (g) => `${groupName(g)}${found.length > FEW ? '' : `，${unitList(facts, g.leadUnits)}`}`,
      );
      return reply(
        `牵头单位有${count}个的组共${found.length}个：${named.join(found.length > FEW ? '、' : '；')}。${at('三')}`,
        found.map((g) => g.location),
      );
    },
  },
  {
    asks: /(?:写|都是|是)(?:的|了)?(?:是)?各(?:有关|相关|有相关)单位|(?:一家|单位)(?:都|也)?没(?:有)?(?:被)?(?:点|列|写明|具体写)(?:名|出)?|(?:没|未|不)(?:有)?(?:点名|列名|写明|具体写|点出|列出)(?:具体)?(?:的)?责任单位/,
    answer: (facts) => {
      const found = facts.model.groups.filter((g) => g.responsibleUnits.length === 0);
      return reply(
        `责任单位写各相关单位的组共${found.length}个：${groupList(found)}。${at('三')}`,
        found.map((g) => g.location),
      );
    },
  },
  {
    asks: new RegExp(
      `(?:责任|配合)单位.{0,6}(?:只|就|仅)?.{0,4}(?:${NUMERAL})(?:个|家)|(?:${NUMERAL})(?:个|家)(?:责任|配合)单位`,
    ),
    answer: (facts, masked) => {
      const [, more, numeral = '', above] = masked.slice(masked.search(OF_SUPPORTS)).match(UNITS_BOUND) ?? [];
      const count = parseNumeral(numeral);
      if (count === undefined) return undefined;
      const isMeant = boundBy(more ?? above ?? '', count);
      const found = facts.model.groups.filter((g) => isMeant(g.responsibleUnits.length));
      const bound = above ?? more?.replace(/^上$/, '至少') ?? '';
      const said = above ? `${count}家${above}` : `${bound}${count}家`;
      const list = `责任单位点名${said}的组共${found.length}个：${found.map((g) => `${groupName(g)}${bound ? `${g.responsibleUnits.length}家` : ''}`).join('、')}。${at('三')}`;
      const told = found.length < FEW && ASKS_THEM.test(masked) ? found : [];
      return reply(
        [
          list,
          ...told.map((g) => `${groupName(g)}：${unitList(facts, g.responsibleUnits)}。${at(g.location)}`),
        ],
        found.map((g) => g.location),
      );
    },
  },
  {
    asks: /(?:没|未|不)(?:有)?(?:再|写|带|缀|加|挂|含|出现|用|提)*.{0,3}等(?:相关|有关)?单位/,
    answer: (facts) => {
      const found = facts.model.groups.filter((g) => !g.openEnded);
      return reply(
        `责任单位名单后没有“等相关单位”的组共${found.length}个：${groupList(found)}。${at('三')}`,
        found.map((g) => g.location),
      );
    },
  },
  {
    asks: /(?:没|未|不)(?:有)?(?:写|安排|具体|给)?[^,，哪谁]{0,6}分(?:包|管|到|着)|没活|没有任务|(?:没|未)(?:有)?(?:安排|包|管|领)(?:任何|具体)?(?:事|活|任务|一?[项块摊])|闲着/,
    answer: (facts, masked) => {
      if (!/副组长|领导|谁|哪[些几]?位/.test(masked)) return undefined;
      const idle = facts.mainBody.deputies.filter((id) => !facts.assignmentOf(id));
      const names = idle.map((id) => personName(facts, id)).join('、');
      return reply(`副组长里没有写分包事项的有${idle.length}位：${names}。${at('一', '二')}`, ['二', '一'], {
        focus: idle.map((id) => ({ kind: 'person', id })),
      });
    },
  },
];

/** Where the number of helpers may stand; `哪两个组`, `22个组里` before it count groups. */
const OF_SUPPORTS = new RegExp(`(?:责任|配合)单位|(?:${NUMERAL})(?:个|家)(?:责任|配合)单位`);

const UNITS_BOUND = new RegExp(
  `(超过|多于|大于|不止|至少|起码|上|少于|不到|不足|不满)?(${NUMERAL})(?:个|家)(?:及|或|和)?(以上|往上|开外|以下|以内)?`,
);

/** Whether a number keeps to what is said beside another (`不止`, `以上`); the same one where nothing is. */
function boundBy(word: string, count: number): (n: number) => boolean {
  if (/超过|多于|大于|不止/.test(word)) return (n) => n > count;
  if (/至少|起码|上|开外/.test(word)) return (n) => n >= count;
  if (/少于|不到|不足|不满/.test(word)) return (n) => n > 0 && n < count;
  if (/以下|以内/.test(word)) return (n) => n > 0 && n <= count;
  return (n) => n === count;
}

function measuresListed(label: string, found: readonly Measure[], facts?: Facts): Reply | undefined {
  if (found.length === 0) return undefined;
  const said =
    facts && found.length <= FEW
      ? found.map((m) => `第${m.no}条（${ownersOf(facts, m)}）`).join('、')
      : `第${found.map((m) => m.no).join('、')}条`;
  return reply(
    `${label}共${found.length}条：${said}。`,
    found.map((m) => m.location),
    { focus: found.map(({ no }) => ({ kind: 'measure', no })) },
  );
}

/** `哪些组的责任单位只点名了一家`, `既是副组长又没分包的有谁`. */
export const answerLists: Handler = (question, { facts }) => {
  // `…的组有某事,还有哪个组也是`: the named one is an example.
  const isExample = (kind: string) => kind === 'group' && /还有哪/.test(question.masked);
  // `第一部分的成员名单`: where the members stand names no other thing.
  const isHome = (m: Mention) =>
    m.entities.every((e) => e.kind === 'clause' && e.location === facts.mainBody.location) &&
    question.masked.includes('成员');
  const isNamed = (m: Mention) => m.how !== 'hint' && m.kind !== 'body' && !isExample(m.kind) && !isHome(m);
  if (question.mentions.some(isNamed)) return undefined;
  if (!/哪|谁|有没有|几|多少|叫(?:什么|啥)|的(?:组|小组|领导|副组长|单位|措施)$/.test(question.masked))
    return undefined;
  for (const { asks, answer } of LISTS) {
    const found = asks.test(question.masked) ? answer(facts, question.masked) : undefined;
    if (found) return found;
  }
  return undefined;
};
