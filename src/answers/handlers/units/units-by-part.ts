import type { Unit } from '../../../notice/types.ts';
import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Handler, UnitClass } from '../../handler.ts';
import { STRUCTURAL } from '../../question/cues.ts';
import type { Question } from '../../question/parse.ts';
import { residueOf } from '../../question/wording.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const ASKS_UNITS =
  /(?:哪[些几]|几|多少|所有|全部|有)(?:个|家)?(?:成员|牵头)?(?:单位|部门|局|委办局)|(?:哪几|哪些|几|多少)家|的(?:单位|部门|局)(?:有|是|都|一共|总共|共|名单|$)/;
const ASKS_COUNT = /几|多少/;
/** So much may be left that nothing here reads. */
const LEFT_OVER = 2;
const MEMBERS = /成员单位|成员名单/;
/** What groups themselves, or the measures, are asked by. */
const OTHER =
  /[A-Z]|措施|条|哪[些几一]?个?(?:专项)?(?:工作)?小?组|几个(?:专项)?小?组|最|一样|牵头单位(?:不止|只有|有)|同一|比|除|打头|排|会议|通知|每|分别|各|分包|分管|领导|共同|一起|合着/;

const NONE = /(?:不|没有?|未|从不|从没|没当过)(?:有|再|当|做|是|任何|单独)*$/;
const SUPPORT = /责任单位|配合/;
const ONLY = /(?:只|光|就|仅|净|专门)(?:是|给|当|做)*$/;

/** How many of something: at least and at most. */
interface Bounds {
  least: number;
  most: number;
}
const ANY: Bounds = { least: 1, most: Number.POSITIVE_INFINITY };
const NO: Bounds = { least: 0, most: 0 };

const LED = new RegExp(
  `牵头(?:过|了|着|的)*(?:组)?(不止|超过|多于|至少|起码|不少于)?(${NUMERAL})(?:个|家|项|摊|块)(?:及|或|和|或者)?(以上|往上|开外)?`,
);

/** `多少单位不牵头、只配合`, `党口的部门哪个没牵头`: units, or those of a sort, by the part they take in groups. */
export const answerUnitsByPart: Handler = needing(
  () => ({ masked: [/牵|责任单位|配合/] }),
  (question, { facts, unitClasses }) => {
    const sort = severalIn(question) ?? withNamed(question, sortIn(question.text, unitClasses));
    const masked = (sort ? question.masked.replace(sort.word, '单位') : question.masked).replace(
      LED_SHORT,
      '牵头',
    );
    const left = (
      sort ? residueOf(masked.replace(/[A-Z]/g, ',').replace(STRUCTURAL, ',')) : question.residue
    ).join('');
    const asks = sort ? /哪|谁|几|多少/ : ASKS_UNITS;
    if (!asks.test(sort ? question.masked : masked) || OTHER.test(masked) || left.length > LEFT_OVER)
      return undefined;
    const [leads, supports] = [ledIn(masked), supportedIn(masked)];
    if (!leads && !supports) return undefined;
    const onlySupports = isOnlySupport(masked);
    const isPlain = (leads === ANY && !supports) || (supports === ANY && !leads && !onlySupports);
    if (isPlain && !sort && !ASKS_COUNT.test(masked)) return undefined;
    // A word for a matter says that those of that matter are asked for.
    if (isPlain && !sort && question.mentions.some(({ kind }) => OF_MATTERS.has(kind))) return undefined;
    const isMembers = MEMBERS.test(masked);
    const isMeant = ({ id }: Unit) => {
      if (sort) return sort.units.includes(id);
      return isMembers ? facts.mainBody.memberUnits.includes(id) : facts.groupsOfUnit(id).length > 0;
    };
    const leadBounds = leads ?? (onlySupports ? NO : undefined);
    const found = facts.model.units.filter(
      (unit) =>
        isMeant(unit) &&
        within(count(facts, unit.id, 'lead'), leadBounds) &&
        within(count(facts, unit.id, 'responsible'), supports),
    );
    const among = sort ? `${/U/.test(sort.word) ? '这几家' : sort.word}里` : isMembers ? '成员单位里' : '';
    const does = [said('牵头', leadBounds), said('当责任单位', supports)].filter(Boolean).join('、');
    const names = found.map((unit) => unit.name).join('、');
    return reply(
      `${among}${does}的单位共${found.length}家${names ? `：${names}` : ''}。${at('三')}`,
      ['三'],
      {
        focus: found.map(({ id }) => ({ kind: 'unit', id })),
      },
    );
  },
);

const OF_MATTERS: ReadonlySet<string> = new Set(['group', 'subLead', 'measure']);

/** Several units and nothing else (`甲乙丙丁四家`, `甲、乙、丙`), with their letters. */
function severalIn({ mentions, masked }: Question) {
  const firm = mentions.filter((m) => m.how !== 'hint');
  const units = firm.flatMap((m) => m.entities).flatMap((e) => (e.kind === 'unit' ? [e.id] : []));
  const [word] = masked.match(/U(?:[、,和跟与]*U)*/) ?? [];
  const isAll = firm.every((m) => m.kind === 'unit');
  return word !== undefined && isAll && units.length > 2 ? { word, units } : undefined;
}

/** `谁牵了专项组`. */
const LED_SHORT = /牵(?:了|着|过)(?=[^,，]{0,4}组)/;
const AND = '(?:[、和跟与,，]|加上?|连同|带上|算上|还有|以及|外加)';
const UNITS = `U(?:${AND}U)*`;

/** A sort together with units named beside it (`某口的部门加上某委`). */
function withNamed(
  { masked, mentions }: Question,
  sort: ReturnType<typeof sortIn>,
): ReturnType<typeof sortIn> {
  if (!sort) return undefined;
  const ofSort = `${sort.word}(?:的)?(?:各?(?:部门|单位|局)|几家|这几家)?`;
  const [word] = masked.match(new RegExp(`${ofSort}${AND}${UNITS}|${UNITS}${AND}${ofSort}`)) ?? [];
  const named = mentions.filter((m) => m.how !== 'hint').flatMap(({ entities }) => entities);
  if (word === undefined || named.some(({ kind }) => kind !== 'unit')) return sort;
  return { word, units: [...sort.units, ...named.flatMap((e) => (e.kind === 'unit' ? [e.id] : []))] };
}

/** The sort of units named, with the word for it. */
export function sortIn(text: string, classes: readonly UnitClass[]) {
  for (const { say, units } of classes) {
    const word = say.find((each) => text.includes(each));
    if (word !== undefined) return { word, units };
  }
  return undefined;
}

const count = (facts: Facts, id: string, part: 'lead' | 'responsible') => facts.groupsOfUnit(id, part).length;
const within = (n: number, bounds: Bounds | undefined) =>
  bounds === undefined || (n >= bounds.least && n <= bounds.most);

function said(does: string, bounds: Bounds | undefined): string {
  if (!bounds) return '';
  if (bounds.most === 0) return `不${does}`;
  if (bounds === ANY) return does;
  return bounds.most === bounds.least ? `${does}${bounds.least}个组` : `${does}至少${bounds.least}个组`;
}

function ledIn(masked: string): Bounds | undefined {
  const at = masked.indexOf('牵头');
  if (at < 0) return undefined;
  if (NONE.test(masked.slice(Math.max(0, at - 6), at)) || /牵头(?:的)?(?:一个)?(?:都|也)?没/.test(masked))
    return NO;
  const [, more, numeral = '', above] = masked.match(LED) ?? [];
  const number = parseNumeral(numeral);
  if (number === undefined) return ANY;
  if (more && !/至少|起码|不少于/.test(more)) return { ...ANY, least: number + 1 };
  return more || above ? { ...ANY, least: number } : { least: number, most: number };
}

function supportedIn(masked: string): Bounds | undefined {
  const place = masked.search(SUPPORT);
  if (place < 0) return /(?:只|光|净)(?:是|管)?牵头/.test(masked) ? NO : undefined;
  return NONE.test(masked.slice(Math.max(0, place - 6), place)) ? NO : ANY;
}

const isOnlySupport = (masked: string) => {
  const place = masked.search(SUPPORT);
  return place > 0 && ONLY.test(masked.slice(Math.max(0, place - 5), place));
};
