import type { Indicator } from '../../../notice/types.ts';
import { otherSideOf } from '../../characters/contrast.ts';
import { fold } from '../../characters/fold.ts';
import { quantitiesIn } from '../../characters/numerals.ts';
import type { Desk, Handler } from '../../handler.ts';
import { isOfAnother } from '../../question/asked-of.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import { type Expectation, expectationOf, satisfies } from '../../question/expect.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { refuse, reply } from '../../replies/reply.ts';
import { at, measureName } from '../../replies/texts.ts';
import { measureSpokenOf } from '../measures/measures.ts';
import { needing } from '../needing.ts';

const ASKS_TARGETS = /目标|指标|任务指标|量化|数字|硬性?要求|达到什么(?:程度|水平|标准)/;
const SHOWN = 6;
/** More indicators than this are no answer to one figure. */
const FEW = 3;

/** `某事的目标有哪些`: the indicators of a matter, each once. */
export const answerTargets: Handler = needing(
  () => ({ masked: [/G/, ASKS_TARGETS] }),
  (question, { facts }) => {
    const [asked, ...others] = mentioned(question, 'group');
    const group = asked && facts.group(asked.no);
    if (!group || others.length > 0 || !ASKS_TARGETS.test(question.masked)) return undefined;
    if (question.residue.join('').replace(/目标|指标|今年|年底|量化|数字|几|具体/g, '').length > 0)
      return undefined;
    const indicators = distinct(facts.indicatorsOfGroup(group.no)).slice(0, SHOWN);
    if (indicators.length === 0) return undefined;
    const said = indicators.map((indicator) => `${indicator.quote}${at(indicator.location)}`);
    return reply(
      `${group.field}的目标：${said.join('；')}。`,
      indicators.map((i) => i.location),
      {
        focus: [{ kind: 'group', no: group.no }],
      },
    );
  },
);

/** The same target may stand in two places; figures come before words. */
function distinct(indicators: readonly Indicator[]): Indicator[] {
  const seen = new Set<string>();
  const order = [...indicators].sort(
    (a, b) =>
      Number(a.value === undefined) - Number(b.value === undefined) || a.groups.length - b.groups.length,
  );
  return order.filter((indicator) => {
    const key =
      indicator.value === undefined
        ? fold(indicator.quote).replace(/^\d+年底前?,?/, '')
        : `${indicator.value}${indicator.unit}${indicator.what}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** A figure asked of a matter without saying which (`某事要几天`): its indicators of that sort. */
export const answerFigures: Handler = (question, desk) => {
  const { facts, contrasts } = desk;
  const group = facts.group(nearestGroup(question, desk) ?? 0);
  const isChecked = isClaim(question);
  const expectation = isChecked ? claimedTime(question.text) : timeAsked(question.text);
  const counted = isChecked ? undefined : countedOf(question.text);
  if (!group || !expectation || !(counted || /时限|天数|比例|小时/.test(expectation.name))) return undefined;
  const isOther = otherSideOf(question.text, contrasts);
  let fitting = distinct(facts.indicatorsOfGroup(group.no)).filter(
    (i) =>
      i.value !== undefined &&
      i.groups.length === 1 &&
      (counted?.test(i.what) ?? true) &&
      satisfies(i.quote, expectation) &&
      !(/天数/.test(expectation.name) && /小时|分钟/.test(i.unit)) &&
      isSpokenOf(question, i, desk) &&
      (!isChecked || quantitiesIn(fold(i.quote)).length === 1) &&
      !isOther(fold(i.quote)),
  );
  const words = question.mentions.map((m) => m.text.slice(0, 2));
  const named = fitting.filter((i) => words.some((word) => fold(`${i.what}${i.quote}`).includes(word)));
  if (named.length > 0) fitting = named;
  else if (/[及和]/.test(group.field)) return undefined;
  if (fitting.length === 0 || fitting.length > FEW) return undefined;
  const where = fitting.map((i) => fold(`${i.what}${i.quote}`)).join();
  if (isOfAnother(question.text, where, facts)) return undefined;
  const spoken = question.mentions.map((m) => m.text).join('');
  const rest = question.residue
    .filter((part) => isInAskingClause(part, question.text))
    .map((part) => part.replace(BESIDE, ''))
    .map((part) => [...part].filter((char) => !spoken.includes(char)).join(''));
  if (!fitting.some((i) => accountsFor(fold(`${i.what}${i.quote}`), isChecked ? [] : rest))) return undefined;
  const isTrue = fitting.some((i) => quantitiesIn(question.text).some((q) => q.value === i.value));
  const said = [...new Set(fitting.map((indicator) => `${indicator.quote}${at(indicator.location)}`))];
  return reply(
    `${isChecked ? verdict(isTrue) : ''}${said.join('；')}。`,
    fitting.map((i) => i.location),
    {
      focus: [{ kind: 'group', no: group.no }],
      confidence: 0.7,
    },
  );
};

/** `最迟哪天得办好` asks how long it may take. */
function timeAsked(text: string): Expectation | undefined {
  return /(?:最[晚迟慢多]|限)[^,，]{0,4}(?:哪(?:一)?天|什么时候|啥时候|何时|几时)[^,，]{0,4}(?:办|弄|装|接|通|好|完|成|下来|拿)/.test(
    text,
  )
    ? expectationOf('多少天')
    : expectationOf(text);
}

/** How much of a mere word for a matter the questions for an indicator must have. */
const HEARD = 0.2;

/** A mere word for the matter (`某审`) must be one that is used of this indicator; its name is one for all of them. */
function isSpokenOf({ mentions }: Question, { location, quote }: Indicator, { retriever }: Desk): boolean {
  if (mentions.length === 0 || mentions.some((m) => m.how !== 'hint')) return true;
  return mentions.some(({ text }) => {
    const [said] = retriever.search({
      parts: [text],
      only: (s) => s.location === location && s.isTopic && (s.text.includes(quote) || quote.includes(s.text)),
    });
    return said !== undefined && said.coverage >= HEARD;
  });
}

/** Whether a stretch stands in the last clause, which asks; what goes before it only tells why. */
function isInAskingClause(part: string, text: string): boolean {
  const clause = text.split(/[,，]/).findLast((one) => expectationOf(one) !== undefined) ?? text;
  return [...part].every((char) => clause.includes(char));
}

/** What is counted of a matter, as it is asked for and as the notice calls it. */
const COUNTED: readonly [RegExp, RegExp][] = [
  [/环节|(?:几|多少)(?:步|道|关)/, /环节/],
  [/(?:材料|要件|证件|资料).{0,8}(?:几|多少)|(?:几|多少)[份样项个]?(?:材料|要件|证件|资料)/, /材料/],
  [/(?:表单?|表格).{0,6}(?:几|多少)|(?:几|多少)张表?/, /表单/],
];

const countedOf = (text: string) => COUNTED.find(([asked]) => asked.test(text))?.[1];

/** Who asks, from when on, by which paper: nothing of it is asked. */
const BESIDE =
  /目标|年底前?|今年|到底|最[快慢多少迟晚]|[迟晚]|[弄办装搞]好|最后|顶多|撑死|按理|文件|照|套|久|利[索落]|妥当?|齐活?|算完|完事|说好?|讲|限定?|死线|期限|时限|[小新]?(?:饭店|饭馆|餐馆|馆子|面馆|门面|门店|铺子|小卖部|超市|网吧|酒店|宾馆|厂房|工厂|厂子|作坊|公司|新房|房子|院子|家里|小区|村口)|孩子|儿子|闺女|媳妇|毕业|亲戚|邻居|装修|承诺|手续|(?:走|弄|跑|办)完|证件/g;

/** How much of the question a sentence must cover for its group to be the one asked of. */
const OF_GROUP = 0.5;

/** The group that is mentioned nearest to what is asked, or that the sentence is of which the question is about. */
function nearestGroup(question: Question, { facts, retriever }: Desk): number | undefined {
  const firm = mentioned(question, 'group');
  const all = mentioned(question, 'group', true);
  const named = firm.length > 1 ? undefined : (firm[0] ?? all.at(-1))?.no;
  const [unit, ...otherUnits] = mentioned(question, 'unit');
  const [led, ...more] = unit && otherUnits.length === 0 ? facts.groupsOfUnit(unit.id, 'lead') : [];
  if (named === undefined && led && more.length === 0) return led.no;
  if (named !== undefined || question.mentions.length > 0) return named;
  const [best] = retriever.search({ parts: question.content });
  const [only, ...others] = best?.statement.groups ?? [];
  return best && best.coverage >= OF_GROUP && others.length === 0 ? only : undefined;
}

/** A time put up for confirmation (`是不是7天`, `要一个礼拜`). */
function claimedTime(text: string): Expectation | undefined {
  return /(?:\d|[一二两三四五六七八九十半])个?(?:天|日|工作日|礼拜|星期|周|月)/.test(text)
    ? expectationOf('多少天')
    : undefined;
}

/** Whether the rest of the question (`保证金交`) is about these figures: most of its characters stand there. */
function accountsFor(said: string, residue: readonly string[]): boolean {
  const all = [...residue.join('').replace(/程度|地步/g, '')];
  const rest = all.filter((char) => said.includes(char) || !/[压缩降减限定卡天日成]/.test(char));
  return rest.length < 3 || rest.filter((char) => said.includes(char)).length * 2 >= rest.length;
}

const COMPARES = /一样|相同|一致|比|哪个.{0,6}(?:高|大|多|低|少)|谁.{0,4}(?:高|大|多)/;

/** `甲事4月提升的幅度，跟乙事一样吗`: the shared targets of each matter, side by side. */
export const answerTargetsSideBySide: Handler = needing(
  () => ({ masked: [/G/], text: [COMPARES] }),
  (question, { facts }) => {
    const groups = mentioned(question, 'group')
      .map(({ no }) => facts.group(no))
      .filter((group) => group !== undefined);
    if (groups.length !== 2 || !/提升|幅度|提高|提得/.test(question.text) || !COMPARES.test(question.text))
      return undefined;
    const shown = groups.map((group) =>
      facts.indicatorsOfGroup(group.no).find((i) => i.value !== undefined && /提升/.test(i.quote)),
    );
    const [first, second] = shown;
    if (!first || !second) return undefined;
    const opening = first.value === second.value ? '一样：' : '不一样：';
    const said = [...new Set([first, second])].map((i) => `${i.quote}${at(i.location)}`);
    return reply(`${opening}${said.join('；')}。`, [first.location, second.location], {
      focus: groups.map(({ no }) => ({ kind: 'group', no })),
    });
  },
);

const DAYS_ASKED = /[两俩三几\d]个?(?:的)?(?:天数|时限|期限|工作日数)/;
const DAYS_UNIT = /天|日/;

const COUNTS_TARGETS =
  /(?:几|多少|哪[些几])(?:个|项)?(?:具体|数字|量化|硬)*(?:的)?(?:目标|指标|数字|任务|要求)|(?:目标|指标|量化|数字)(?:要求|目标)?(?:都)?(?:是|有)?(?:哪些|几个|多少|什么|啥)?$|(?:[两俩二三四五2-5几]|哪[些几两])个?(?:具体)?(?:的)?(?:数字?|数值|指标|目标)(?:值|呢|分别|各|都|是|多少|啥|什么|定|要)*[?？]?$/;

/** `哪些指标没给具体数`: what a measure aims at without a figure. */
const WITHOUT_FIGURE =
  /没有?(?:给|写|定|说|明确)?(?:出|上)?(?:个)?(?:具体|明确|硬)?(?:的)?(?:数(?!据)|比例|指标值)|不带数|没数/;

/** `从低到高`; as the notice has them where no order is asked for. */
const inOrder = (text: string) => {
  const way = /从[低小短少](?:的)?[到至]/.test(text) ? 1 : /从[高大长多](?:的)?[到至]/.test(text) ? -1 : 0;
  return (a: Indicator, b: Indicator) => way * ((a.value ?? 0) - (b.value ?? 0));
};

/** `第25条有几个数字目标`: the targets that a measure itself states. */
export const answerTargetsOfMeasure: Handler = needing(
  () => ({ text: [[WITHOUT_FIGURE, DAYS_ASKED, COUNTS_TARGETS]] }),
  (question, { facts, retriever }) => {
    const named = mentioned(question, 'measure');
    const lacks = WITHOUT_FIGURE.test(question.text) && /哪|几|什么|啥/.test(question.text);
    const asksDays = DAYS_ASKED.test(question.text);
    const isAsked = lacks || asksDays || COUNTS_TARGETS.test(question.text);
    const isThatOne = /[那这]一?条/.test(question.text) && isAsked;
    const [asked, ...others] =
      named.length > 0 ? named : isThatOne ? measureSpokenOf(question.text, retriever) : [];
    const measure = asked && facts.measure(asked.no);
    if (!measure || others.length > 0 || measure.status === 'missing' || !isAsked) return undefined;
    const all = distinct(facts.indicatorsAt(measure.location));
    const own = lacks
      ? all.filter((i) => i.value === undefined)
      : asksDays
        ? all.filter((i) => DAYS_UNIT.test(i.unit)).sort(inOrder(question.text))
        : all;
    if (own.length === 0) return refuse(`${measureName(measure)}没有写可量化的目标。`, [measure.location]);
    const quotes = [...new Set(own.map((i) => i.quote))];
    return reply(
      `${measureName(measure)}${lacks ? '没有给具体数的目标' : '写了'}${own.length}项${lacks ? '' : '目标'}：${quotes.join('；')}。${at(measure.location)}`,
      [measure.location],
      {
        focus: [{ kind: 'measure', no: measure.no }],
      },
    );
  },
);
