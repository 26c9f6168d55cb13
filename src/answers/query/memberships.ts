import type { Facts } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { needing } from '../handlers/needing.ts';
import { unitsOfGroup } from './group-units.ts';
import { groupsOfHolder } from './holder-groups.ts';
import { ledWithOthers } from './led-with-others.ts';
import { requested } from './requests.ts';
import type { Row } from './row.ts';
import { addedUp, groupsOfUnits } from './several-units.ts';
import { type Skeleton, skeletonOf, vocabularyWith, without } from './tokens.ts';
import { unreadWith } from './unread.ts';

/** Without one of these, the question has one part and one condition: other handlers answer. */
const OPERATES =
  /[,，]|组.{0,6}(?:谁|哪)|[UG].{0,6}[UG]|P.{0,8}U|P.{0,3}(?:单位|部门|局|委)|除|外|不|没|无|未|另|别[的处家]|其[他它余]|剩|还|又|再|只|仅|光|就|单|数|合|加|都|同|一起|共|碰|两家|重|交集|凑|一桌|均|皆|既|一边|[一二两三四五六七八九十]个|牵头.{0,3}(?:配合|当?责任单位)|配合.{0,3}牵头/;
/** What the letters of this reader do not stand for. */
const OTHER_MATTER = /[MSCBOEziq]/;

const WORDS = vocabularyWith();
const unread = unreadWith(WORDS);

/** `某部长的部门`: the unit that somebody heads, in his place. */
function withUnits(row: Skeleton, facts: Facts): Skeleton {
  const at = row.letters.indexOf('Pu');
  const [person, ...more] = row.said[at]?.entities ?? [];
  if (at < 0 || more.length > 0 || person?.kind !== 'person') return row;
  const titles = facts.person(person.id)?.titles.map(({ text }) => text) ?? [];
  const units = facts.model.units.filter(({ name, spellings }) =>
    titles.some((title) =>
      [name, ...spellings.map(({ text }) => text)].some((said) => title.startsWith(said)),
    ),
  );
  const [unit, ...others] = units;
  if (!unit || others.length > 0) return row;
  const named = { text: unit.name, entities: [{ kind: 'unit' as const, id: unit.id }] };
  // With a pause behind it: what follows is asked of the unit, which nobody else has seen in the question.
  const pause = row.letters[at + 2] === ',' ? '' : ',';
  const said = row.said.toSpliced(at, 2, named, ...(pause ? [{ text: pause, entities: [] }] : []));
  return { ...row, letters: row.letters.replace('Pu', `U${pause}`), said };
}

/** `某公司（某中心）`: one unit by two of its names. */
function namedOnce(row: Skeleton): Skeleton {
  const isAgain = (i: number) =>
    row.letters[i] === 'U' &&
    row.letters[i - 1] === 'U' &&
    JSON.stringify(row.said[i]?.entities) === JSON.stringify(row.said[i - 1]?.entities);
  const said = row.said.filter((_, i) => !isAgain(i));
  return { ...row, letters: [...row.letters].filter((_, i) => !isAgain(i)).join(''), said };
}

/** `某组的某局，自己牵头哪组`: asked of the unit, whatever group it was met in. */
function ofUnitThere(row: Skeleton): Skeleton {
  const met = row.letters.match(/^Gg?s?(?=U,[tbx]*[ls][tb]*[wc])/)?.[0].length ?? 0;
  return met === 0 ? row : { ...row, letters: row.letters.slice(met), said: row.said.slice(met) };
}

/**
 * Which groups somebody has, by everything the question says of them: `某局两个组，一个是某组，另一个呢`,
 * `某单位不就只在某组嘛`, `管某组的领导还包什么`. Answers only what it has read to the last word.
 */
export const answerMemberships: Handler = needing(
  () => ({ masked: [/[UGP]/] }),
  (question, { facts }) => {
    const asked = ledWithOthers(question, facts) ?? requested(question, facts);
    if (asked) return { ...asked, spoken: question.residue, readsAll: true };
    if (!OPERATES.test(question.masked) || question.masked.includes('连各组')) return undefined;
    if (OTHER_MATTER.test(question.masked) || unread(question.masked) > 1) return undefined;
    const read = skeletonOf(question, WORDS);
    if (read.unread.length > 1 || OTHER_MATTER.test(read.letters)) return undefined;
    const added = addedUp({ ...read, facts });
    const row: Row = { ...ofUnitThere(withUnits(namedOnce(without(read, 'k')), facts)), facts };
    const found = added ?? unitsOfGroup(row) ?? groupsOfUnits(row) ?? groupsOfHolder(row);
    return found && { ...found, spoken: question.residue, readsAll: true };
  },
);
