import { NUMERAL, parseNumeral } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import { perNotice } from '../per-notice.ts';
import type { Entity, Mention } from './entities.ts';

const N = `(?:${NUMERAL}|两|俩)`;
const ATTACHED = '(?:附件(\\d)(?:里|中|的|那)*)?';
const LAST_ONE =
  '(?:最后|最末|最尾|末尾?|收尾|压轴|殿后|垫底)(?:的)?(?:那)?(?:一|1)?(?:条|项)(?![\\d一二三四五六七八九十])';
const FROM_END = `倒数?第?(${N})(?:条|项|个(?=措施))`;
const FIRST_FEW = `(?:前|(?<!牵)头)(?:面|边)?(?:的)?(?:那)?(${N})(?:条|项)`;
const LAST_FEW = `(?:最后|末|后)(?:面|边)?(?:的)?(?:那)?(${N})(?:条|项)`;
/** A number is counted among the measures where they are spoken of, or where it alone has an owner. */
const OF_MEASURES = /附件\d|措施/;
const OWNED = /^.{2,10}(?:谁|哪|牵头|负责|讲|说|写|是什么|是啥)/;

const PLACES = new RegExp(
  `${ATTACHED}(?:${FROM_END}|${FIRST_FEW}|(${LAST_ONE})|${LAST_FEW})(?:具体)?(?:措施)?`,
  'g',
);

const lastMeasure = perNotice(({ model }) => Math.max(0, ...model.measures.map((m) => m.no)));
const lastGroup = perNotice(({ model }) => Math.max(0, ...model.groups.map((g) => g.no)));

/** Measures counted from an end of the list: `最后一条`, `附件1末条`, `倒数第二条`, `前三条措施`. */
export function findFromEnds(text: string, facts: Facts): Mention[] {
  const total = lastMeasure(facts);
  if (total === 0) return [];
  return [...text.matchAll(PLACES)].flatMap((match): Mention[] => {
    const [said, attachment, fromEnd, firstFew, lastOne, lastFew] = match;
    const isOurs = attachment === undefined ? isOfMeasures(text, match, facts) : attachment === homeOf(facts);
    const asked = isOurs ? counted({ fromEnd, firstFew, lastOne, lastFew }, total) : [];
    if (asked.length === 0) return [];
    const entities: Entity[] = asked.map((no) => ({ kind: 'measure', no }));
    const start = match.index;
    return [{ start, end: start + said.length, text: said, kind: 'measure', entities, how: 'number' }];
  });
}

/** Spoken of as measures, of no other attachment and of no series that has another name (`工作要求最后一条`). */
function isOfMeasures(text: string, { 0: said, index }: RegExpExecArray, facts: Facts): boolean {
  const named = text.match(/附件(\d)/)?.[1];
  if (named !== undefined && named !== homeOf(facts)) return false;
  if (/(?:制度|要求|重点|聚焦|块)[的里中]*$/.test(text.slice(0, index))) return false;
  return OF_MEASURES.test(text) || (text.startsWith(said) && OWNED.test(text));
}

type Counted = Record<'fromEnd' | 'firstFew' | 'lastOne' | 'lastFew', string | undefined>;

/** More than this is no handful. */
const FEW = 10;

function counted({ fromEnd, firstFew, lastOne, lastFew }: Counted, total: number): number[] {
  const value = parseNumeral(fromEnd ?? firstFew ?? lastFew ?? '1');
  if (value === undefined || value < 1 || value > total) return [];
  if (lastOne !== undefined) return [total];
  if (fromEnd !== undefined) return [total + 1 - value];
  if (value > FEW) return [];
  const first = firstFew !== undefined ? 1 : total + 1 - value;
  return Array.from({ length: value }, (_, i) => first + i);
}

const GROUP = '(?:个)?(?:专项)?(?:工作)?小?组(?![长员成织])';
const GROUP_PLACES = new RegExp(
  `倒数?第?(${N})${GROUP}|(?:前|(?<![牵这那]|们)头)(?:面)?(${N})${GROUP}|((?:最后|最末|末尾?)(?:的)?(?:那)?(?:一|1)?${GROUP})|(?:最后|后)(?:面)?(${N})${GROUP}`,
  'g',
);

/** Task groups counted from an end of the list: `倒数第二组`, `最后一个组`, `前三组`. */
export function findGroupsFromEnds(text: string, facts: Facts): Mention[] {
  const total = lastGroup(facts);
  return [...text.matchAll(GROUP_PLACES)].flatMap((match): Mention[] => {
    const [said, fromEnd, firstFew, lastOne, lastFew] = match;
    const entities: Entity[] = counted({ fromEnd, firstFew, lastOne, lastFew }, total).map((no) => ({
      kind: 'group',
      no,
    }));
    const start = match.index;
    return entities.length === 0
      ? []
      : [{ start, end: start + said.length, text: said, kind: 'group', entities, how: 'number' }];
  });
}

const LAST_PART =
  /(?:(附件\d)|通知|正文|文件)?(?:的|里|中)*(?:最后|最末|末了|末尾|结尾)(?:的)?(?:那)?(?:一|1)?(?:个)?(?:大)?(?:部分|块|章)/g;

/** `正文最后一部分`: the last of the numbered parts of the notice itself or of an attachment. */
export function findLastPart(text: string, facts: Facts): Mention[] {
  return [...text.matchAll(LAST_PART)].flatMap((match): Mention[] => {
    const attachment = match[1] === undefined ? '' : `${match[1]}·`;
    const parts = facts.model.clauses.filter(
      ({ location, parent }) =>
        parent === undefined &&
        location.startsWith(attachment) &&
        /^[一二三四五六七八九十]+$/.test(location.slice(attachment.length)),
    );
    const location = parts.at(-1)?.location;
    if (location === undefined) return [];
    const [start, said] = [match.index, match[0]];
    const entities: Entity[] = [{ kind: 'clause', location }];
    return [{ start, end: start + said.length, text: said, kind: 'clause', entities, how: 'number' }];
  });
}

/** Number of the attachment whose items are the measures. */
export function homeOf(facts: Facts): string | undefined {
  return facts.model.measures[0]?.location.match(/^附件(\d+)/)?.[1];
}
