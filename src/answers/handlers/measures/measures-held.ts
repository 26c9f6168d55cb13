import type { Measure } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { rangeIn } from '../../names/ranges.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupName, measureName, ownersOf, supportOf, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** One of several that is not as the others. */
const EXCEPTION =
  /例外|外人|另类|异类|混[进入着了]|夹[了着带]|插[了着进]|掺[了着进]|跑题|串[了进]|出格|不合群|落单|(?:哪|唯)一?条.{0,6}(?:不是|不属于|不照|不按|不落实)|(?:有没有|是不是)?(?:哪|有)(?:一)?条(?:不|另)|都是.{0,16}(?:吗|么|嘛|不$)|全都?是.{0,16}(?:吗|么|嘛|不$)|清一色/;
const OF_PLAN = /方案|文件(?!里)/;
/** Fewer numbers are no row. */
const ROW = 3;

const OWNERS = /责任|落款|牵头|负责|单位|分工|谁[管办]|括号/;
const DIFFER =
  /差在哪|差别|区别|不(?:是)?(?:一个?样|同|一致)|两样|出入|哪(?:里|儿|点|处)不|有[何啥]不|咋不|怎么不|变了/;
const SAME_PLAN = /同(?:一)?(?:个|份|本|套)?(?:市里?)?的?方案|一(?:个|份)(?:市里?)?的?方案/;

const SUPPORT = /配合|协助|帮忙|打下手|搭手/;
const COMPARED = /两样|一(?:个)?(?:样|致)|不同|差[别异在了]|区别|相同|出入|重合|对得上|有变/;

const NOT_THERE =
  /(?:不在|没在|没进|没列|没上|不属于|没写进|没有?被?列|找不到|查不到|不是)[^,，]{0,4}?G|G[^,，]{0,12}(?:里头?|上|中)?(?:没有|找不到|查不到|没写|没列|查无|不见)/;

const FEWER = /少(?:了|列|写|掉)?|缺(?:了)?|漏(?:了|掉)?|没(?:写|列|有|提|见)|不见|丢了?|砍/;

/**
 * Measures of the action plan (附件的各条措施) held against each other or against a task group: the one of a row that
 * carries out another plan, how the owners of two differ, whom two lists of supporting units have in common, who of such
 * a list, or of a group's leading units, the other list lacks.
 */
export const answerMeasuresHeld: Handler = needing(
  () => ({ text: [[OF_PLAN, SAME_PLAN, SUPPORT, FEWER]] }),
  (question, { facts }) => {
    const found =
      otherPlanIn(question, facts) ??
      ownersApart(question, facts) ??
      supportsCompared(question, facts) ??
      notInGroup(question, facts) ??
      leadsFewer(question, facts);
    return found && { ...found, spoken: question.residue, readsAll: true };
  },
);

const asFocus = (measures: readonly Measure[]) =>
  measures.map(({ no }) => ({ kind: 'measure' as const, no }));
const numbersOf = (measures: readonly Measure[]) => `第${measures.map(({ no }) => no).join('、')}条`;

/** `第24到31条全是某事的方案吧，有没有例外`: what most of them carry out, and which do not. */
function otherPlanIn(question: Question, facts: Facts): Reply | undefined {
  if (!EXCEPTION.test(question.text) || !OF_PLAN.test(question.text)) return undefined;
  const range = rangeIn(question.text, facts);
  const row =
    range?.kind === 'measure'
      ? range.numbers.flatMap((no) => facts.measure(no) ?? [])
      : measuresOf(question, facts);
  if (row.length < ROW) return undefined;
  const byPlan = Map.groupBy(
    row.filter(({ plan }) => plan !== undefined),
    ({ plan }) => plan,
  );
  const [most, ...others] = [...byPlan].sort(([, a], [, b]) => b.length - a.length);
  if (!most || most[1].length * 2 <= row.length) return undefined;
  const unseen = row.filter(({ plan }) => plan === undefined);
  const note = unseen.length > 0 ? `${numbersOf(unseen)}因原文缺页看不到落实哪个方案。` : '';
  const apart = others.flatMap(([, measures]) => measures);
  const said = others.map(([plan, measures]) => `${numbersOf(measures)}，落实《${plan}》`).join('；');
  const rest = `${numbersOf(most[1])}都落实《${most[0]}》。`;
  const places = (apart.length > 0 ? apart : most[1]).map(({ location }) => location);
  return reply(
    apart.length > 0
      ? `有例外，共${apart.length}条：${said}。其余${most[1].length}条：${rest}${note}${at(...places)}`
      : `没有例外：${rest}${note}${at(...places.slice(0, 1))}`,
    [...places, ...most[1].map(({ location }) => location)],
    { focus: asFocus(apart.length > 0 ? apart : most[1]) },
  );
}

/** `第19条和第27条同一个方案，责任单位差在哪`: who answers for each of two that carry out one plan. */
function ownersApart(question: Question, facts: Facts): Reply | undefined {
  const { text } = question;
  if (!OWNERS.test(text) || !DIFFER.test(text) || !SAME_PLAN.test(text)) return undefined;
  const [one, other, ...more] = measuresOf(question, facts);
  if (!one || !other || more.length > 0 || one.plan === undefined || one.plan !== other.plan)
    return undefined;
  const who = (measure: Measure) =>
    [ownersOf(facts, measure), supportOf(facts, measure)].filter(Boolean).join('，');
  return reply(
    [
      `${numbersOf([one])}：${who(one)}；${numbersOf([other])}：${who(other)}。${at(one.location, other.location)}`,
      `两条都落实《${one.plan}》。`,
    ],
    [one.location, other.location],
    { focus: asFocus([one, other]) },
  );
}

/** `第28和29条配合单位有没有两样`: what two lists of supporting units have in common and each alone. */
function supportsCompared(question: Question, facts: Facts): Reply | undefined {
  const { text } = question;
  if (!SUPPORT.test(text) || !COMPARED.test(text) || /牵头|[多少缺]/.test(text)) return undefined;
  if (mentioned(question, 'unit').length + mentioned(question, 'group').length > 0) return undefined;
  const [one, other, ...more] = measuresOf(question, facts);
  if (!one || !other || more.length > 0 || [one, other].some(({ status }) => status !== 'whole'))
    return undefined;
  const [a, b] = [one.supportingUnits, other.supportingUnits];
  if (a.length === 0 || b.length === 0) return undefined;
  const shared = a.filter((id) => b.includes(id));
  const only = (measure: Measure, ids: readonly string[]) =>
    ids.length > 0 ? `只在${measureName(measure)}的${ids.length}家：${unitList(facts, ids)}` : '';
  const apart = [
    only(
      one,
      a.filter((id) => !b.includes(id)),
    ),
    only(
      other,
      b.filter((id) => !a.includes(id)),
    ),
  ].filter(Boolean);
  const told =
    apart.length === 0
      ? `一样，没有两样：都是${shared.length}家：${unitList(facts, shared)}${one.openEnded ? '等' : ''}`
      : `不一样。${apart.join('；')}；两条都有的${shared.length}家${shared.length > 0 ? '：' : ''}${unitList(facts, shared)}`;
  return reply(`${told}。${at(one.location, other.location)}`, [one.location, other.location], {
    focus: asFocus([one, other]),
  });
}

/** `第12条配合单位里谁不在某组名单上`: the supporting units of a measure that are in no part of the group. */
function notInGroup(question: Question, facts: Facts): Reply | undefined {
  const { masked } = question;
  if (!SUPPORT.test(masked) || !NOT_THERE.test(masked) || /[UPS]/.test(masked)) return undefined;
  const { measure, group } = pairOf(question, facts);
  if (!measure || !group || measure.status !== 'whole' || measure.supportingUnits.length === 0)
    return undefined;
  const there = [...group.leadUnits, ...group.subLeads.map(({ unit }) => unit), ...group.responsibleUnits];
  const found = measure.supportingUnits.filter((id) => !there.includes(id));
  const told =
    found.length === 0
      ? `一家也没有：${measureName(measure)}的配合单位都在${groupName(group)}的名单里`
      : `共${found.length}家不在${groupName(group)}的名单里：${unitList(facts, found)}`;
  return reply(`${told}。${at(measure.location, group.location)}`, [measure.location, group.location], {
    focus: found.map((id) => ({ kind: 'unit' as const, id })),
  });
}

/** `某组三家牵头，附件第15条少了哪两家`: the leading units of the group that do not lead the measure. */
function leadsFewer(question: Question, facts: Facts): Reply | undefined {
  const { masked } = question;
  if (!/牵头/.test(masked) || !FEWER.test(masked) || !/谁|哪|啥|什么/.test(masked) || /[UPS]/.test(masked))
    return undefined;
  const { measure, group } = pairOf(question, facts);
  if (!measure || !group || group.leadUnits.length < 2 || measure.leadUnits.length === 0) return undefined;
  if (!measure.groups.includes(group.no)) return undefined;
  const found = group.leadUnits.filter((id) => !measure.leadUnits.includes(id));
  if (found.length === 0) return undefined;
  return reply(
    `少了${found.length}家：${unitList(facts, found)}。${groupName(group)}由${unitList(facts, group.leadUnits)}牵头，${measureName(measure)}由${unitList(facts, measure.leadUnits)}牵头。${at(group.location, measure.location)}`,
    [group.location, measure.location],
    { focus: found.map((id) => ({ kind: 'unit' as const, id })) },
  );
}

const measuresOf = (question: Question, facts: Facts) =>
  mentioned(question, 'measure').flatMap(({ no }) => facts.measure(no) ?? []);

/** The one measure and the one group that a question names. */
function pairOf(question: Question, facts: Facts) {
  const [measure, ...measures] = measuresOf(question, facts);
  const [named, ...groups] = mentioned(question, 'group');
  if (measures.length + groups.length > 0 || !named) return {};
  return { measure, group: facts.group(named.no) };
}
