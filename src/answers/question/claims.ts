import { fold } from '../characters/fold.ts';
import { digitize, NUMERAL, quantitiesIn } from '../characters/numerals.ts';
import { dueInstead } from './dues.ts';
import { type Expectation, FREQUENCY } from './expect.ts';
import type { Question } from './parse.ts';

const OPEN = /谁|哪|什么|啥|几|多少|怎么|如何|何时|多久|还是/;
const CLAIM =
  /吗|吧|么$|包不包[括含]|点没点|列没列|写没写|进没进|提没提|参不参加|挂不挂|含不含|有不有|是不是|是否|对不对|没错|难道|在不在|算不算|归不归|有没有|属于|不是|应该是|没记错|[是归由].{0,14}(?:牵头|分包|负责|管)的?$|没有$|没$|[GMU].{0,8}[UGM].{0,6}是.{0,4}(?:责任单位|牵头单位|配合单位|成员单位)的?$|[对是行在会能个家项条位名人天次组%]不$|算.{1,14}不$/;

/** It is asked of the same question by many that look at it. */
const claims = new WeakMap<Question, boolean>();

/** A statement put up for confirmation (`某事是不是压缩50%`), not an open question. */
export function isClaim(question: Question): boolean {
  const known = claims.get(question);
  if (known !== undefined) return known;
  const { masked, folded } = question;
  const open = masked.replace(/点没点|参不参加|是不是|有没有|能不能|对不对|难道/g, '');
  const found = (CLAIM.test(masked) || /[?？]$/.test(folded)) && !OPEN.test(open);
  claims.set(question, found);
  return found;
}

/** Begins the answer to a claim. */
export function verdict(isTrue: boolean): string {
  return isTrue ? '是的，' : '不是。';
}

/** A claim with a figure wants a figure in what it is held against. */
export function claimedIn(text: string): Expectation | undefined {
  if (claimsFrequency(text)) return FREQUENCY;
  const units = quantitiesIn(text).map((q) => q.unit);
  const counted = units.filter((unit) => unit !== '' && !/[年月次]/.test(unit));
  if (counted.length === 0)
    return bareFigure(text) === undefined ? undefined : { name: '具体数字', asks: /$/, has: /\d/ };
  const words = counted.map((unit) => (unit === '天' ? '(?:天|日)' : unit));
  return {
    name: '具体数字',
    asks: /$/,
    has: new RegExp(`(?:${NUMERAL}|两)个?(?:${words.join('|')})|\\d成|全部|全覆盖`),
  };
}

/** Whether the figures of a claim are only said by the way (`一个窗口弄完行不`). */
export function isPassing(text: string): boolean {
  const said = quantitiesIn(text).filter((q) => q.unit !== '');
  return (
    said.length > 0 &&
    said.every((q) => /^[一1两]/.test(q.text) && /^[个家趟次回步块拨位名处件]$/.test(q.unit))
  );
}

const PERIODS: readonly [string, RegExp][] = [
  ['day', /每[天日]|天天|一天一/],
  ['fortnight', /半个?月/],
  ['two months', /[两俩二]个?月/],
  ['week', /每周|一周/],
  ['month', /每个?月|(?<![\d年第])[一1]个?月(?![份底初末]|\d+[日号])|按月|月度|月月/],
  ['quarter', /季度|每季|(?:三|3)个月|仨月|(?<![年\d第])[三3]月(?=[^,，\d]{0,3}[一1][次回趟])/],
  ['half', /半年/],
  ['years', /[两俩二三]年/],
  ['year', /每年|(?<![两俩二三])一年|年度|每一年|年年/],
];

/** More than once within a period (`一季度两次`); a year's are told by their own rhythm. */
const SEVERAL_IN = /(?:每|一|1)?个?(?:季度?|月|半年|周)(?:都|要|得)?[^,，\d]{0,6}?[二两俩三四2-4][次回趟]/;

/** How often is claimed (`是每季度搞一次`), not by when. */
const OFTEN =
  /(?:是不是|是否)[^,，]{0,10}(?:每|按)个?(?:周|月|季度?|半年|年)(?!底|末|初)|(?:每|按|一)个?(?:周|月|季度?|半年|年)(?:都)?[^,，底末初]{0,6}(?:一|1)[次回]|每个?(?:周|月|季度?|半年|年)(?:都)?[^,，底末初]{0,6}(?:对吧|吗|吧|么|对吗|不|没错|是吧)$|[按论]个?(?:月|季度?|年)(?:来|搞|开|报|办|做|走)?(?:的)?(?:对吧|吗|吧|么|对吗|不|是吧)$|(?:半年|季度?|(?<![年\d第])[一二两俩三仨四1-4]个?月|一年|1年|[两俩二三]年)(?:才|就|要|得)?[^,，底末初]{0,3}(?:一|1)[次回]|(?:一|1|每)年[^,，]{0,4}?[一二两三四1-4][次回趟]|(?:月月|季季|年年)[\u4e00-\u9fff]{1,3}(?:吗|吧|么|不|对吧|是吧)$|(?:每|一|1)?个?(?:季度?|月|半年|周)[^,，\d]{0,6}?[二两俩三四2-4][次回趟](?:吗|吧|么|不|对吧|是吧)$/;

/** `一年四回` is once a quarter. */
const IN_YEAR = /(?:一|1|每)年[^,，]{0,4}?([一二两四1-4]|12|十二)[次回趟]/;
const SO_OFTEN: Readonly<Record<string, string>> = {
  一: '每年',
  '1': '每年',
  二: '半年',
  两: '半年',
  '2': '半年',
  四: '每季度',
  '4': '每季度',
  十二: '每月',
  '12': '每月',
};
const inYear = (text: string) => text.replace(IN_YEAR, (all, count: string) => SO_OFTEN[count] ?? all);

/** No rhythm at all. */
const AS_NEEDED = /根据需要|不定期|适时|随时/;

/** Whether a claim is of how often something is done. */
export const claimsFrequency = (text: string) => OFTEN.test(text);

const AT_MOST = /以内|以下|不超过|不高于|至多|最多/;
const AT_LEAST = /以上|不低于|不少于|至少|最少/;

const MORE = /增加|提高|提升|增长|上升|扩大/;
const LESS = /减|(?<![高低变电气水])压(?![器电力])|降|缩|消(?!防|费)/;

/** `大幅增加` where the notice says `明显消减`. */
function isOppositeWay(claim: string, said: string): boolean {
  const ways = (text: string) => [MORE.test(text), LESS.test(text)] as const;
  const [more, less] = ways(claim);
  const [saysMore, saysLess] = ways(said);
  return (more && !less && saysLess && !saysMore) || (less && !more && saysMore && !saysLess);
}

/** `37%以内` where the notice says `37%以上`. */
function isOppositeBound(claim: string, said: string): boolean {
  return (AT_MOST.test(claim) && AT_LEAST.test(said)) || (AT_LEAST.test(claim) && AT_MOST.test(said));
}

/** `跟2020年比` where the notice says `比2017年`. */
function isOtherBaseline(claim: string, said: string): boolean {
  const years = (text: string) =>
    [...text.matchAll(BASELINE)].map((match) => match[1] ?? match[2]).filter((year) => year !== undefined);
  const base = (text: string) => text.match(BASE_TIME)?.[1] ?? text.match(COMPARED)?.[1];
  const [ours, theirs] = [base(claim), base(said)];
  if (ours !== undefined && theirs !== undefined && ours !== theirs) return true;
  const [claimed, given] = [years(claim), years(said)];
  return claimed.length > 0 && given.length > 0 && !claimed.some((year) => given.includes(year));
}

/** `说的是市图书馆` where the notice has `区级图书馆`: another level has the same thing. */
function isOfOtherLevel(claim: string, said: string): boolean {
  return [...claim.matchAll(/(?<!城)([省市县])(?:级|里的?)?([\u4e00-\u9fff]{3})/g)].some(
    ([, level, thing]) => {
      const told = said.match(new RegExp(`([省市区县])级[\\u4e00-\\u9fff]{0,4}${thing}`))?.[1];
      return told !== undefined && told !== level;
    },
  );
}

/** Who is claimed to have it done (`某事是市里派下来的`). */
const SENT_BY =
  /^(?:这|那)?(.{2,12}?)(?:这|那)?(?:一)?(?:事|个|项|轮|次)?(?:是|归|由|算|属于?)(?:不是)?(中央|国家|[省市区县])(?:(?:里|上|委|政府)[^,，谁哪几]{0,7}|(?:派|定|搞|统一|部署|下|办)[^,，谁哪几]{0,6})$/;
const LEVEL = '中央|国家|[省市区县]';

/** `某轮巡察是市里派的` where the notice has `在区党工委某轮巡察中`: another level does it. */
function isDoneByOther(claim: string, said: string): boolean {
  const [, thing, level] = claim.match(SENT_BY) ?? [];
  if (thing === undefined || level === undefined) return false;
  const told = digitize(said).match(new RegExp(`(${LEVEL})[^,，。省市区县]{0,4}${escaped(thing)}`))?.[1];
  return told !== undefined && told !== level;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `市委第六轮巡察`: of whose. */
const OF_BODY =
  /(中央|[省市区县])(?:委|政府|党委|党工委)(?:的)?(第\d+[轮次届期批]|[第\d\u4e00-\u9fff]{3,5}?(?=[,，是吧吗对不的了]|$|ok))/;

/** `市委第六轮` where the notice has `区党工委第六轮`. */
function isOfOtherBody(claim: string, said: string): boolean {
  const [, level, thing] = claim.match(OF_BODY) ?? [];
  if (level === undefined || thing === undefined) return false;
  const told = digitize(said).match(new RegExp(`(${LEVEL})[^,，。省市区县]{0,4}${escaped(thing)}`))?.[1];
  return told !== undefined && told !== level;
}

/** A figure behind a year, as it is said (`去年定的6个`). */
const OF_YEAR = /(去年|上年|今年)[^\d,，;；。]{0,24}?(\d+)(?:[—~-](\d+))?个/g;

/** `去年10个，今年再加6个` where the notice has six of last year: each figure belongs to its year. */
function isOfOtherYear(claim: string, said: string): boolean {
  const told = new Map([...said.matchAll(OF_YEAR)].map(([, year = '', ...figures]) => [year, figures]));
  return [...claim.matchAll(OF_YEAR)].some(([, year, figure = '']) => {
    const given = year === undefined ? undefined : told.get(year);
    return given !== undefined && !given.includes(figure);
  });
}

/** `照法定的走，没再压`. */
const LEFT_AS_IS =
  /没有?(?:再|往)?[^,，]{0,4}(?:压|缩短|减|精简)(?!力)|(?:照|按)(?:着)?法定的?[^,，]{0,10}(?:走|办|来)(?:就|的|,|，|吧|吗|$)|(?:一点|压根|根本)?没(?:有)?(?:变|动|改)(?:吧|吗|是吧)/;
const IS_CUT = /压缩|缩短|精简|压减/;

/** What it was by law or before, and what it is cut to (`由法定30日内压缩至15日内`). */
const CUT =
  /(?:法定|原来|原先|由|从|以前)[^\d,，;；。]{0,6}(\d+(?:\.\d+)?)[^\d;；。]{0,14}(?:压|缩|降|减|精简)(?:缩|短|少|低)?(?:到|至|成|为)(\d+(?:\.\d+)?)/;
const WAS = /(?:法定|原来|原先|以前)[^\d,，;；。]{0,6}(\d+(?:\.\d+)?)/;
/** The same without a word before the first figure (`30日压到15日`). */
const CUT_PLAINLY =
  /(\d+(?:\.\d+)?)(?:个?工作日|日|天|个?环节|项|个|张)(?:内|以内)?(?:给|又)?(?:压|缩|降|减|精简)(?:缩|短|少|低)?(?:到|至|成|为)(?:了)?(\d+(?:\.\d+)?)/;
const cutsIn = (text: string) => (text.match(CUT) ?? text.match(CUT_PLAINLY))?.slice(1).map(Number);

/** `在年初基础上` where the notice says `在2021年4月基础上`. */
const BASE_TIME =
  /(\d{1,2}月|年初|年底|去年|上年|前年|年中|现有|季度)(?:份|末|底)?(?:的)?(?:水平|数字?)?(?:的)?基础/;
/** `跟去年底比着提`, `比的是去年`. */
const COMPARED = /(?:跟|和|与|同|比|较)(?:的是|的|着)?(去年|上年|前年|年初|年中)/;
const BASELINE =
  /(?:比|跟|较|和|与|同)(?:的是|着|的)?(20\d\d)年|(20\d\d)年(?:的)?(?:那个?)?(?:数|水平)?(?:相?比|(?:\d+月)?(?:的)?基础上|(?:来|去)?(?:做|作|当|为|打)(?:的)?(?:底|基[准数期点础]|参照|对照))/g;

/**
 * Whether what the notice says bears a claim out: by figures of the same measure word, or by how often.
 * Undefined where the two cannot be held against each other.
 */
export function verdictOn(claim: string, said: string): boolean | undefined {
  const told = fold(said.replace(/（[^（）]*）$/, ''));
  const whole = /由|从|法定|原来/.test(claim) ? told : told.replace(FORMERLY, '');
  const code = claim.match(/(?<![a-z])[a-z]{1,8}\d+(?:\.\d+)?/)?.[0];
  const behind = code === undefined ? whole : whole.slice(Math.max(0, whole.indexOf(code) + code.length));
  const source = code === undefined ? whole : (behind.split(NEXT_CODE)[0] ?? behind);
  const periods = (text: string) => PERIODS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  const asked = periods(inYear(claim));
  const given = periods(source);
  if (dueInstead(claim, told) !== undefined) return false;
  if (SEVERAL_IN.test(claim) && given.length > 0 && /[一1][次回趟]/.test(source)) return false;
  if (asked.length > 0 && given.length > 0) return asked.some((period) => given.includes(period));
  if (asked.length > 0 && claimsFrequency(claim)) return AS_NEEDED.test(source) ? false : undefined;
  const isOthers =
    isOfOtherLevel(claim, source) || isOfOtherBody(claim, source) || isDoneByOther(claim, source);
  if (isOthers || isOtherBaseline(claim, source)) return false;
  if (LEFT_AS_IS.test(claim) && IS_CUT.test(told)) return false;
  if (isOfOtherYear(claim, told)) return false;
  const [ours, theirs] = [cutsIn(claim), cutsIn(told)];
  if (ours && theirs) return ours.every((figure, i) => figure === theirs[i]);
  const was = claim.match(WAS)?.[1];
  if (theirs && was !== undefined && quantitiesIn(claim).length === 1) return Number(was) === theirs[0];
  const figures = quantitiesIn(claim).filter((q) => q.unit !== '' && !/[年月]/.test(q.unit));
  const known = quantitiesIn(source);
  if (isOppositeBound(claim, source) || isOppositeWay(claim, source)) return false;
  const comparable = figures.filter((q) => known.some((k) => k.unit === q.unit));
  if (comparable.length > 0) {
    return comparable.every((q) => known.some((k) => k.unit === q.unit && k.value === q.value));
  }
  const only = bareFigure(claim);
  return only === undefined ? undefined : known.some((k) => k.value === only.value);
}

/** The one figure of a claim that has no measure word (`某率是35吧`). */
function bareFigure(claim: string) {
  const bare = quantitiesIn(claim).filter((q) => q.unit === '' && BOUNDED.test(claim.slice(q.start)));
  return bare.length === 1 ? bare[0] : undefined;
}

/** The figures behind another code (`PM10 …`) are its own. */
const NEXT_CODE = /(?<![a-z])[a-z]{1,8}\d/;

/** What it was before (`由法定7个工作日内压缩至…`) bears no claim out. */
const FORMERLY = /(?:由|从)[^,，;；。]{0,8}\d+[^,，;；。]{0,8}(?=压缩|缩短|精简|降|减)/g;

const BOUNDED = /^\d+(?:\.\d+)?(?:以[上下内]|左右|吧|吗|对|[,，]|$)/;
