import type { Lexicon } from '../../notice/lexicon.ts';
import { fold } from '../characters/fold.ts';
import type { Facts } from '../facts.ts';
import type { Mention } from './entities.ts';

/** Finds units that are not named but told by what they look after (`管…的那个局`, `送某物那家公司`). */
export interface DescriptionFinder {
  find(text: string): Mention[];
}

const NOUN = '(?:分局|局|委|部门|单位|公司|企业|中心|机关|机构|衙门|厂|部(?![门分队长位]))';
const TAIL = new RegExp(
  `的?(?:那|这)(?:一)?(?:个|家)${NOUN}|的?(?:那|这)一?家(?!${NOUN})|的(?:分局|局|公司|委|中心)(?![长员\u4e00-\u9fff]?(?:是|有)?(?:谁|哪(?!些组|几个?组)|什么|啥|几(?!个(?:专项)?小?组)))`,
  'g',
);
/** Characters looked at before the noun. */
const REACH = 12;
const LOOSE =
  /^(?:(?:党?工委|党委|区委|政府|区里)(?:里[头面]?|那边|的)?|管着?|负责|专门|专|主管|分管|搞|抓|弄|做|烧|供|送|收|卖|修|办|发|打|判|查|通|干|给|接|批|开|审|拨|看|种|教|抄|咱们?|我们|区里|大家|企业|老百姓|群众|人家|和|跟|与|及|、|这些?|那些?|一?块|口|方面|工作|的|事儿?|业务)/;

/** Builds the finder over the words of what each unit looks after. */
export function buildDescriptionFinder(facts: Facts, units: Lexicon['units']): DescriptionFinder {
  const words = units.flatMap(({ unit, does }) => {
    const id = facts.model.units.find(({ name }) => name === unit)?.id;
    return id === undefined ? [] : [{ id, does: does.map(fold).sort((a, b) => b.length - a.length) }];
  });
  return {
    find(text) {
      const found: Mention[] = [];
      for (const tail of text.matchAll(TAIL)) {
        const mention = described(text, tail.index, tail.index + tail[0].length, words);
        if (mention) found.push(mention);
      }
      for (const several of text.matchAll(SEVERAL)) {
        const ids = eachOf(several[1] ?? '', words);
        if (ids.length < 2) continue;
        const entities = ids.map((id) => ({ kind: 'unit' as const, id }));
        const start = several.index;
        const said = several[0];
        found.push({ start, end: start + said.length, text: said, kind: 'unit', entities, how: 'spoken' });
      }
      return found;
    },
  };
}

/** `甲、乙、丙三家企业`, `甲的和乙的，两家`, `甲乙丙是哪三家`. */
const SEVERAL =
  /(?<![\u4e00-\u9fff、])((?:[\u4e00-\u9fff]{1,2}的?[、和跟与]){1,4}[\u4e00-\u9fff]{1,2}(?:的[,，]?)?|[水电气暖热]{2,4}|(?:供[水电气暖热]){2,4}(?=(?:这)?[两三四几]?家?(?:都|一起|同)))(?:(?:这|那)?[两俩三四五几\d](?:家|个)(?:企业|公司|单位|部门|局)?|(?=(?:分别|都|具体)?(?:是|指)哪[两俩三四五几](?:家|个)|(?<=供.供.)(?:都|一起|同)))/g;

/** The unit of each word of a list; none where a word is no unit's own. */
function eachOf(list: string, units: readonly Trade[]): string[] {
  const isUnits = (word: string) => units.some(({ does }) => does.includes(word));
  const words = list
    .replace(/的[,，]?/g, '')
    .split(/[、和跟与]|(?<=.)(?=供)/)
    .flatMap((word) => (isUnits(word) ? [word] : [...word]));
  const ids = words.map((word) => {
    const [unit, ...others] = units.filter(({ does }) => does.includes(word));
    return others.length === 0 ? unit?.id : undefined;
  });
  const known = ids.filter((id) => id !== undefined);
  return known.length === words.length ? known : [];
}

interface Trade {
  id: string;
  does: readonly string[];
}

/** The longest stretch before the noun that one unit alone explains. */
function described(text: string, at: number, end: number, units: readonly Trade[]): Mention | undefined {
  for (let start = Math.max(0, at - REACH); start < at; start++) {
    const said = text.slice(start, at);
    const scores = units.map(({ does }) => explained(said, does));
    const best = Math.max(...scores);
    const [unit, ...others] = units.filter((_, i) => scores[i] === best);
    if (best === 0 || !unit || others.length > 0) continue;
    const entities = [{ kind: 'unit' as const, id: unit.id }];
    return { start, end, text: text.slice(start, end), kind: 'unit', entities, how: 'spoken' };
  }
  return undefined;
}

/** Characters of a stretch that are words of a trade, where nothing else is in it but words of looking after; else 0. */
function explained(said: string, does: readonly string[]): number {
  let rest = said;
  let score = 0;
  while (rest !== '') {
    const word = does.find((each) => rest.startsWith(each));
    const loose = word ?? rest.match(LOOSE)?.[0];
    if (loose === undefined) return 0;
    if (word !== undefined) score += word.length;
    rest = rest.slice(loose.length);
  }
  return score;
}
