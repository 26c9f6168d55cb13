import type { Lexicon } from '../../notice/lexicon.ts';
import { fold } from '../characters/fold.ts';
import type { Facts } from '../facts.ts';
import type { Mention } from './entities.ts';

/** Makes a matter the unit that does it where the question says of it what only a unit does. */
export type ActingUnits = (text: string, mentions: readonly Mention[]) => Mention[];

/** Those who do a matter (`某事上的人`, `某事那头`, `某事口的同志`). */
const CIRCLE =
  '(?:口上?|系统|战线|条线|上|这边|那边|那头|这头|这儿|那儿)?的?(?:人|同志|干部|弟兄|兄弟|哥们儿?|伙计|这帮人|那帮人|这伙人|那伙人)?们?';
const ALSO = '(?:到底|一共|总共|自己|本身|自家|现在|目前|分别|[都也又要得还会该能光只就单总全])*';
const GROUPS = '(?:哪[些几两俩]|几|多少|哪)(?:个|些)?(?:专项)?(?:工作)?(?:小?组|摊|项|块|个(?=$|[?？,，]))';
const ACTS = [
  `(?:在|进|参加|参与|跑|挂|沾|占|待|出现|列|加入|配合|帮|牵头?|领|当|摊上|混)(?:了|着|过|在|进|上|到|的|头)*${GROUPS}`,
  '除(?:了|去|开)?(?:自己|自家|本身)?(?:牵头?|领头?)(?:的|那个|那组|一个|以?外|之外)*[,，]?(?:还|又|另外|再)(?!有?(?:谁|哪[些几]?(?:家|个)?(?:单位|部门)|哪[些几]家))',
  '在?(?:哪(?:儿|里|些|几个|几)?|谁那(?:里|儿)?|几个)(?:组)?(?:里)?(?:当|做|是)(?:责任单位|配合)',
  '[,，]?除了[^,，]{1,10}[,，]?(?:还|又|另外)(?:在|进|参加|参与|配合|给|帮)',
  '牵头?(?:头|了|着)*[一两二三几1-9](?:个|项|块)(?:组|小组)?(?=$|[?？,，、又还])',
  '要不要参加[^,，谁哪几]{2,12}组?(?=$|[?？])',
  // `某事的人得跟几个组`
  `(?:跟|去|盯|开|派人到|派人去)(?:着|的是)*${GROUPS}`,
  // `某事 牵头加配合 一共几个`: both parts at once are those of a unit.
  '牵头(?:加上?|连|带|搭)(?:配合|参加)(?:的|一共|总共|都|是|有|,)*(?:哪|几|多少)+[个些]?(?:专项)?(?:小?组)?(?=$|[?？,，])',
  '(?:只|光|就|既|从|都)?(?:牵头|配合)的(?:专项)?(?:工作)?小?组(?:有|是|都|一共|共|$|[,，?？])',
].join('|');
const ACTING = new RegExp(`(?<=[\\u4e00-\\u9fff]{2})(${CIRCLE})(?:的)?${ALSO}(?:${ACTS})`, 'g');
const LONGEST = 4;

/** Builds it over the words for each unit: its own and those of what it looks after. */
export function buildActingUnits(facts: Facts, units: Lexicon['units']): ActingUnits {
  const own = wordsOf(facts, units, ({ unit, say, hint }) => [
    ...say,
    ...hint,
    unit.replace(/(?:分局|[局委])$/, ''),
  ]);
  const trades = wordsOf(facts, units, ({ does }) => does);
  return (text, mentions) => {
    const acting = [...text.matchAll(ACTING)].flatMap((found) => {
      const circle = found[1] ?? '';
      return unitBefore(text, found.index, circle, circle === '' ? [own] : [own, trades]) ?? [];
    });
    const free = acting.filter((unit) => !mentions.some((m) => isNamed(m) && overlaps(m, unit)));
    if (free.length === 0) return [...mentions];
    return [...mentions.filter((m) => !free.some((unit) => overlaps(m, unit))), ...free].sort(
      (a, b) => a.start - b.start,
    );
  };
}

type Words = ReadonlyMap<string, string | undefined>;

/** Words that stand for one unit alone. */
function wordsOf(
  facts: Facts,
  units: Lexicon['units'],
  wordsFor: (unit: Lexicon['units'][number]) => readonly string[],
): Words {
  const words = new Map<string, string | undefined>();
  for (const unit of units) {
    const id = facts.model.units.find(({ name }) => name === unit.unit)?.id;
    for (const word of wordsFor(unit).map(fold)) {
      if (word.length < 2 || word.length > LONGEST) continue;
      words.set(word, words.has(word) && words.get(word) !== id ? undefined : id);
    }
  }
  return words;
}

/** The unit of the longest word that ends at a place, together with those who do it. */
function unitBefore(text: string, end: number, circle: string, lists: readonly Words[]): Mention | undefined {
  for (const words of lists) {
    for (let size = LONGEST; size > 1; size--) {
      const start = end - size;
      const id = start < 0 ? undefined : words.get(text.slice(start, end));
      if (id === undefined) continue;
      const to = end + circle.length;
      const entities = [{ kind: 'unit' as const, id }];
      return { start, end: to, text: text.slice(start, to), kind: 'unit', entities, how: 'spoken' };
    }
  }
  return undefined;
}

const isNamed = ({ kind, how }: Mention) => how !== 'hint' && kind !== 'group' && kind !== 'subLead';
const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;
