import { charsOf, mayMatch, neededChars } from '../characters/needed-chars.ts';
import { NUMERAL, parseNumeral, toChinese } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import type { Entity, Mention } from './entities.ts';
import { findFromEnds, findGroupsFromEnds, findLastPart, homeOf } from './from-ends.ts';

const LIST = `${NUMERAL}(?:(?:[、,和跟与及至到]|以及|还有|-)第?${NUMERAL})*`;
const GROUP_NOUN = '(?:专项)?(?:工作)?小?组';
const ATTACHMENT = '附件([1-9一二三四五])';

/** To be in a group. */
const BE_IN = '(?:在|进|坐|参加|参与|列|占|入|上|属于|有份)?(?:了|着)?';

interface Pattern {
  kind: 'group' | 'measure';
  re: RegExp;
}

/** Each captures an attachment (or nothing) and the numbers. */
const PATTERNS: readonly Pattern[] = [
  { kind: 'group', re: new RegExp(`()第(${LIST})(?:号|个)?${GROUP_NOUN}`, 'g') },
  { kind: 'group', re: new RegExp(`()(?<![共有到])(${LIST})号${GROUP_NOUN}`, 'g') },
  {
    kind: 'group',
    re: new RegExp(
      `()(?<=^|[,，、和跟与那问查看是把将按])(${NUMERAL})(?:小)?组(?=是|的|谁|由|归|牵|责|职|干|叫|分|有|都|哪|呢|和|跟|$)`,
      'g',
    ),
  },
  // `…牵头，16组某局牵头`
  {
    kind: 'group',
    re: /()(?<=[,，])(\d{1,2})小?组(?![织合建长人对没吧吗都全一共]|成(?!员))(?=[\u4e00-\u9fff]{2})/g,
  },
  // `数数16组责任单位`: what is said of it makes it one group.
  {
    kind: 'group',
    re: /()(?<![\d第.共有])(\d{1,2})小?组(?=(?:的|里|点名的|别的|其他的?)*(?:责任单位|牵头单位|分包领导|区领导|配合单位|成员))/g,
  },
  // `我记得16组是某局牵头`
  {
    kind: 'group',
    re: /()(?<=记得|记着|以为|听说|觉得|印象[中里]|好像|说是)(\d{1,2})小?组(?=(?:是|由|归|的|里|该|应该?|也|就)*(?:谁|哪|牵头|分包|责任单位|[\u4e00-\u9fff]{2,9}(?:牵头|分包|分管|领头)))/g,
  },
  // `某局在不在16组`
  {
    kind: 'group',
    re: /()(?<=(?:在[不没]在|[在进]没进|进不进|算不算|属不属于|是不是在|有没有[在进]|列没列[在进]))(\d{1,2})小?组(?=里|中|内|的?名单|[,，?？]|$)/g,
  },
  // Nobody leads that many.
  { kind: 'group', re: /()(?<=牵头的|分包的|配合的)([12]\d)小?组/g },
  // `既在14组又在16组`
  {
    kind: 'group',
    re: new RegExp(
      `()(?<=[既又也]${BE_IN})(\\d{1,2})小?组(?=[\\u4e00-\\u9fff]{0,4}[又也]${BE_IN}\\d{1,2}小?组)`,
      'g',
    ),
  },
  {
    kind: 'group',
    re: new RegExp(`()(?<=\\d小?组[\\u4e00-\\u9fff]{0,4}[又也]${BE_IN})(\\d{1,2})小?组`, 'g'),
  },
  // Before a single one: `5组、6组` is two.
  {
    kind: 'group',
    re: /()(?<![\d第.])(\d{1,2}(?:组?[、,和跟与及 ]+\d{1,2})+)(?:号|这|那|[两三四五六2-6]|几|个)*(?:专项)?小?组/g,
  },
  { kind: 'group', re: /()^(\d{1,2})小?组(?![织合建长人]|成(?!员))/g },
  {
    kind: 'group',
    re: new RegExp(`()(?<![哪几个些])${GROUP_NOUN}第?(\\d+)(?![\\d个家项位名人%条多少])`, 'g'),
  },
  { kind: 'group', re: new RegExp(`()三、(${NUMERAL})(?!\\d)`, 'g') },
  { kind: 'measure', re: new RegExp(`(?:${ATTACHMENT})?的?第(${LIST})(?:条|项|号|个)?(?:具体)?措施`, 'g') },
  {
    kind: 'measure',
    re: new RegExp(
      `(?:${ATTACHMENT})?的?措施第?(\\d+(?:[、和跟与]第?\\d+)*)(?:条|项|号)?(?![\\d个家位名])`,
      'g',
    ),
  },
  { kind: 'measure', re: new RegExp(`(?:${ATTACHMENT})?的?(\\d+)号措施`, 'g') },
  // Before a single one: `第30条和31条` is two.
  {
    kind: 'measure',
    re: new RegExp(
      `(?:${ATTACHMENT})?的?(?<![\\d.])第?(\\d{1,2}(?:(?:条?[、,和跟与及 ]+|条|[到至-])第?\\d{1,2})+)(?:号|这|那|[两三四2-4]|几)*条`,
      'g',
    ),
  },
  { kind: 'measure', re: new RegExp(`(?:${ATTACHMENT})?的?第(${LIST})[条项]`, 'g') },
  // Bare numbers of what stands in an attachment, asked of at once (`附件1的24和26，各是谁牵头`).
  {
    kind: 'measure',
    re: new RegExp(
      `${ATTACHMENT}(?:里|中)?(?:的|第)*(\\d{1,2}(?:[、,和跟与及 ]+第?\\d{1,2})*)(?=[,，\\s]*(?:[\\u4e00-\\u9fff]{1,6}?(?:那|这)(?:两|几|三|[2-4])?(?:个|条|项|块)[,，\\s]*)?(?:分别|各自?|都|又)*(?:是|由|归|让)?(?:谁|哪(?:一)?[家个]|什么单位|牵头|打头|讲|说的))`,
      'g',
    ),
  },
  { kind: 'measure', re: new RegExp(`${ATTACHMENT}[·.、,](\\d+)`, 'g') },
  {
    kind: 'measure',
    re: /()(?<=[\u4e00-\u9fff])(?<![前后头末共这那几满到至第余多达有])(\d{1,2})条(?=(?:的|是|由|归|谁)*(?:牵头|配合|责任单位)|(?<=\d\d条)(?:是|由|归)[\u4e00-\u9fff]{2,6}(?:牵头|配合))/g,
  },
  { kind: 'measure', re: /()(?<=[那这]一?条)\((\d{1,2})\)/g },
  // `两条讲某事的措施（28、29）`
  { kind: 'measure', re: /()(?<=措施|[两二三几]条)\((?:第)?(\d{1,2}(?:[、,和]\d{1,2})*)条?\)/g },
  { kind: 'measure', re: /()(?<=条.*[,，])(\d{1,2}(?:[和、跟与]\d{1,2})+)$/g },
  { kind: 'measure', re: /()(?<![\d.])第?(\d{1,2}(?:到|至|-)第?\d{1,2})(?:号|这|那|几)*条/g },
  {
    kind: 'measure',
    re: /()(?<=^|^那(?=\d\d|[4-9]))(\d{1,2})条(?!措施|以|具体|主要|工作|渠道|里面?(?:头)?(?:各|哪|有|每|的?每))/g,
  },
  {
    kind: 'measure',
    re: new RegExp(
      `(?:${ATTACHMENT})?的?(?<=^|[,，、头责合和跟与\\s])(\\d{1,2})条(?=是|的|谁|由|归|牵|责|讲|说|写|什|呢|有|和|跟|与|吗|对|[,，、\\s]|$)`,
      'g',
    ),
  },
];

const KNOWN = PATTERNS.map((pattern) => ({ ...pattern, needed: neededChars(pattern.re) }));

/** Numbers that name task groups, measures or places in a folded text whose ordinals are in digits. */
export function findNumbered(text: string, facts: Facts): Mention[] {
  const found = [
    ...findClauses(text, facts),
    ...findLastPart(text, facts),
    ...findFromEnds(text, facts),
    ...findGroupsFromEnds(text, facts),
  ];
  const home = homeOf(facts);
  const chars = charsOf(text);
  for (const { kind, re, needed } of KNOWN) {
    if (!mayMatch(needed, chars)) continue;
    for (const match of text.matchAll(re)) {
      const numbers = readList(match[2] ?? '');
      const start = match.index;
      const end = start + match[0].length;
      if (numbers.length === 0 || found.some((m) => m.start < end && start < m.end)) continue;
      if (match[1] && String(parseNumeral(match[1])) !== home) continue;
      if (kind === 'measure' && isAllOfThem(match[0], text.slice(end), facts)) continue;
      const entities: Entity[] = numbers.map((no) => ({ kind, no }));
      found.push({ start, end, text: match[0], kind, entities, how: 'number' });
    }
  }
  return [...found, ...findSubLeads(text, facts, found)];
}

/** `31条里哪几条…`: as many as there are, and no one of them. */
const isAllOfThem = (said: string, behind: string, facts: Facts) =>
  said === `${facts.model.measures.length}条` && /^(?:措施)?(?:里[面头]?|中|当中)/.test(behind);

const SUB_LEAD = new RegExp(`第(${NUMERAL})(?:个|项)?(?:分项|子项|小项)|(?:分项|子项)第?(\\d)`, 'g');

/** Items of a group by their number; the group is the one named, else the only one that has items. */
function findSubLeads(text: string, facts: Facts, found: readonly Mention[]): Mention[] {
  const named = found.flatMap((m) => m.entities).find((e) => e.kind === 'group');
  const group =
    named?.kind === 'group' ? facts.group(named.no) : facts.model.groups.find((g) => g.subLeads.length > 0);
  if (!group || group.subLeads.length === 0) return [];
  return [...text.matchAll(SUB_LEAD)].map((match) => {
    const no = parseNumeral(match[1] ?? match[2] ?? '') ?? 0;
    const entities: Entity[] = [{ kind: 'subLead', group: group.no, no }];
    return {
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      kind: 'subLead',
      entities,
      how: 'number',
    };
  });
}

/** `8`, `24、25`, `8到10` (a range): the numbers meant, at most 40. */
function readList(list: string): number[] {
  const range = list.match(new RegExp(`^(${NUMERAL})(?:至|到|-)第?(${NUMERAL})$`));
  if (range) {
    const from = parseNumeral(range[1] ?? '');
    const to = parseNumeral(range[2] ?? '');
    if (from === undefined || to === undefined || to < from || to - from > 40) return [];
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  }
  return list
    .split(/[、,和跟与及至到条 -]+|以及|还有/)
    .map((part) => parseNumeral(part.replace(/第|[条组]$/g, '')))
    .filter((value) => value !== undefined)
    .slice(0, 40);
}

const PART = `(?:第(${NUMERAL})(?:个)?(?:部分|大条|章|大项|大部分)|([一二三四五六七八九十]{1,2})(?=[、(])|(?<=附件\\d的?)([一二三四五六七八九十])(?=的?(?:里[头面]?|[下底][头面下边]?)的?第))`;
const SUB = `(?:的?(?:里[头面]|[下底][头面下边])的?|[、,的里中]*)(?:\\(([一二三四五六七八九十]{1,2}|\\d)\\)|第(${NUMERAL})(?:条|项|款|点|个|大?块|部分))`;
const PLACE = new RegExp(`(?:${ATTACHMENT}[·的里中]*)?(?:${PART})(?:${SUB})?`, 'g');
const ATTACHED_ITEM = new RegExp(
  `${ATTACHMENT}[·的里中]*第(${NUMERAL})[条项点](?!(?:工作)?(?:措施|要求|重点|制度|聚焦))`,
  'g',
);

/** Places written as such: `四（二）`, `附件2第三部分第五条`, `附件1三下头第二块`. */
function findClauses(text: string, facts: Facts): Mention[] {
  const found: Mention[] = [];
  const add = (start: number, said: string, location: string) => {
    if (!facts.clause(location) || found.some((m) => m.start < start + said.length && start < m.end)) return;
    const entities: Entity[] = [{ kind: 'clause', location }];
    found.push({ start, end: start + said.length, text: said, kind: 'clause', entities, how: 'number' });
  };
  for (const match of text.matchAll(PLACE)) {
    const part = match[2] ?? match[3] ?? match[4];
    const sub = match[5] ?? match[6];
    if (!match[1] && match[2] === undefined && sub === undefined) continue;
    add(match.index, match[0], locationOf(match[1], part, sub));
  }
  const home = homeOf(facts);
  for (const match of text.matchAll(ATTACHED_ITEM)) {
    if (String(parseNumeral(match[1] ?? '')) === home) continue;
    add(match.index, match[0], locationOf(match[1], match[2], undefined));
  }
  return found;
}

/** Spells a place: attachment, part and item as people number them. */
function locationOf(
  attachment: string | undefined,
  part: string | undefined,
  sub: string | undefined,
): string {
  const head = attachment ? `附件${parseNumeral(attachment)}·` : '';
  const name = (numeral: string | undefined) => toChinese(parseNumeral(numeral ?? '') ?? 0);
  return `${head}${name(part)}${sub === undefined ? '' : `（${name(sub)}）`}`;
}
