import type { Facts } from '../facts.ts';
import type { Entity } from '../names/entities.ts';
import { splitQuestions } from '../parts/split.ts';
import { expectationOf, satisfies } from '../question/expect.ts';
import type { Question } from '../question/parse.ts';
import type { Reply } from '../replies/reply.ts';
import type { Signs } from './choice.ts';

/**
 * How much of the question's own words, figures and names a reply says, and how probably it stands where the reply is
 * from.
 */
export function signsOfWords(
  { text, mentions }: Question,
  { lines, cites }: Reply,
  places: ReadonlyMap<string, number>,
  facts: Facts,
): Signs {
  const said = lines.join('\n');
  const asked = [...new Set(text.match(WRITTEN) ?? [])];
  const figures = [...new Set(text.match(/\d+/g) ?? [])];
  const where = Math.max(0, ...cites.map((cite) => places.get(cite) ?? 0));
  const covers = asked.filter((char) => said.includes(char)).length / Math.max(1, asked.length);
  const isUnsaid = figures.some((figure) => !said.includes(figure));
  const names = mentions.filter(({ how }) => how !== 'hint').map(({ entities }) => namesOf(entities, facts));
  const unsaid = names.filter((ones) => ones.length > 0 && !ones.some((name) => said.includes(name)));
  const isYes = said.startsWith('是的');
  return {
    covers,
    'covers yes': one(isYes) * covers,
    'figures unsaid': one(isUnsaid),
    'figures unsaid yes': one(isUnsaid && isYes),
    'names unsaid': Math.min(1, unsaid.length),
    'names unsaid yes': one(unsaid.length > 0 && isYes),
    where,
    'where else': places.size === 0 ? 0 : Math.max(0, ...places.values()) - where,
    yes: one(isYes),
  };
}

/** The names of the units and people that a mention may mean. */
const namesOf = (entities: readonly Entity[], { unit, person }: Facts) =>
  entities.flatMap((entity) => {
    if (entity.kind === 'unit') return unit(entity.id)?.name ?? [];
    return entity.kind === 'person' ? (person(entity.id)?.name ?? []) : [];
  });

const WRITTEN = /[\u4e00-\u9fff\d]/g;

/** What of the question an answer has, whatever gave it: what sort of thing is asked for, and the words left over. */
export function signsOfAnswer({ text, residue }: Question, { lines }: Reply, tag: string): Signs {
  const said = lines.join('');
  const left = residue.join('');
  const known = left === '' ? 1 : [...left].filter((char) => said.includes(char)).length / left.length;
  const expectation = expectationOf(text);
  const isVerdictAsked = ASKED.verdict.test(text);
  return {
    'answer expected': expectation === undefined ? 0 : fits(satisfies(said, expectation)),
    'answer person': ASKED.person.test(text) ? fits(SAID.person.test(said)) : 0,
    'answer unit': ASKED.unit.test(text) ? fits(SAID.unit.test(said)) : 0,
    'answer number': ASKED.number.test(text) ? fits(SAID.number.test(withoutPlaces(lines[0] ?? ''))) : 0,
    'answer verdict': isVerdictAsked ? fits(VERDICT.test(lines[0] ?? '')) : 0,
    'answer verdict unasked': one(!isVerdictAsked && VERDICT.test(lines[0] ?? '')),
    'answer lines': Math.min(LINES, lines.length) / LINES,
    [`${tag} known`]: known,
    [`${tag} left over`]: (Math.min(LEFT, left.length) / (LEFT / 2)) * (1 - known),
    [`${tag} of several`]: one(splitQuestions(text).length > 1),
  };
}

/** What the words of a question ask for. */
const ASKED = {
  person: /谁|哪[位个几些]?(?:区|大)?(?:领导|书记|主任|头)|姓名|什么人|名字/,
  unit: /哪[些几个]?(?:家|单位|部门|局|科室)|哪[些几]个(?:单位|局|部门)|[几哪]家|单位/,
  number: /多少|几|百分/,
  verdict: /吗|没有?$|对不对|是不是|是吧|对吧|在不在|有没有|吧[?？]?$|么[?？]?$/,
};
/** What of that an answer says. */
const SAID = {
  person: /由[\u4e00-\u9fff]{2,4}分[包管]|：[\u4e00-\u9fff]{2,4}分包|书记|主任|委员|组长/,
  unit: /局|委(?!员)|办公室|中心|院|公司|支行|单位|部/,
  number: /\d|[一二三四五六七八九十]+[个项家位条]/,
};
/** Begins a reply that says whether something is so. */
export const VERDICT = /^(?:是的|不是|对|没有|不|不全对|一样|不一样)[，。]|^[^，。：]{0,40}还有：/;
const withoutPlaces = (line: string) => line.replace(/第\d+[组条]|附件\d|（[^（）]*）/g, '');

/** Characters of words left over, and lines of an answer: more make no difference. */
const LEFT = 20;
const LINES = 5;

const one = (is: boolean) => (is ? 1 : 0);
const fits = (is: boolean) => (is ? 1 : -1);
