import type { Clause } from '../../notice/types.ts';
import { buildAutomaton } from '../characters/automaton.ts';
import { fold } from '../characters/fold.ts';
import { NUMERAL, parseNumeral, toChinese } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import type { Mention } from './entities.ts';

/** A heading and the clauses under it that questions count through (`第三个聚焦`, `工作要求第二条`). */
interface Series {
  word: string;
  parent: Clause;
  items: readonly Clause[];
}

/** Last words of headings that their items are counted by; 措施 alone means a numbered measure. */
const COUNTED = new Set(['措施', '要求', '重点', '制度']);
const MEASURES = '措施';
const DEMANDS = '要求';

/** Finds items of the notice that a question names by their place in a series. */
export interface SeriesFinder {
  find(text: string): Mention[];
}

/** Builds the finder: a series is known by its heading and by the words its items all begin with. */
export function buildSeriesFinder(facts: Facts): SeriesFinder {
  const series: Series[] = [];
  for (const parent of facts.model.clauses) {
    const items = facts.children(parent.location);
    if (items.length < 2 || !parent.heading || !items.every((item) => item.heading)) continue;
    series.push({ word: fold(parent.heading), parent, items });
    const tail = fold(parent.heading).slice(-2);
    if (COUNTED.has(tail)) series.push({ word: tail, parent, items });
    const shared = sharedStart(items.map((item) => fold(item.heading ?? '')));
    if (shared.length > 1) series.push({ word: shared, parent, items });
  }
  const byWord = new Map<string, Series[]>();
  for (const one of series) byWord.set(one.word, [...(byWord.get(one.word) ?? []), one]);
  const inText = buildAutomaton([...byWord.keys()].map((word) => [word, word] as const));
  return {
    find(text) {
      const mentions: Mention[] = [];
      if (!HAS_PLACE.test(text)) return mentions;
      const words = new Set(inText.find(text).map(({ value }) => value));
      if (words.size === 0) return mentions;
      for (const match of text.matchAll(countedBy([...words]))) {
        const said = match.groups ?? {};
        const word = said['behind'] ?? said['before'] ?? '';
        const many = parseNumeral(said['many'] ?? '');
        const all = byWord.get(word) ?? [];
        const ofMany = all.filter(({ items }) => items.length === many);
        // `措施三` may be of any paper, `要求一` a verb.
        if (said['alone'] !== undefined && COUNTED.has(word)) continue;
        const isOpen = (word === MEASURES || word === DEMANDS) && attachmentIn(text) === undefined;
        if (isOpen && ofMany.length !== 1) continue;
        const one = pickSeries(isOpen ? ofMany : all, text);
        const isLast = (said['end'] ?? said['endIn']) !== undefined;
        const no = isLast
          ? (one?.items.length ?? 0)
          : (parseNumeral(said['nth'] ?? said['nthIn'] ?? said['printed'] ?? said['alone'] ?? '') ?? 0);
        if (!one || no < 1) continue;
        const location = one.items[no - 1]?.location ?? `${one.parent.location}（${toChinese(no)}）`;
        mentions.push({
          start: match.index,
          end: match.index + match[0].length,
          text: match[0],
          kind: 'clause',
          entities: [{ kind: 'clause', location }],
          how: 'number',
        });
      }
      return mentions;
    },
  };
}

/** The last of a series (`末了那个聚焦`, `工作要求最后一条`). */
const LAST = '(?:最后|最末|末了|末尾|末|压轴|收尾|殿后|垫底)的?(?:那|这)?';
/** A number in brackets, as it is printed before an item (`工作制度那一节（二）`). */
const IN_BRACKETS = `(?:那|这)?(?:一)?(?:节|部分|章|段|块|栏)?(?:的|里|中|下面?|底下|第)*\\((?<printed>${NUMERAL})\\)(?:这|那)?(?:一)?(?:条|项|点|款|小节)?`;
/** The number alone behind what is counted (`聚焦三讲啥`). */
const ALONE = `(?=$|[讲说是写呢,，?？]|那|这|里)`;
const HAS_PLACE = new RegExp(`第|${LAST}|\\(${NUMERAL}\\)|[一二三四五六七八九]${ALONE}`);

/** What counts through series known by these words, the longest first. */
function countedBy(words: readonly string[]): RegExp {
  const any = [...words]
    .sort((a, b) => b.length - a.length)
    .map(quoted)
    .join('|');
  return new RegExp(
    `(?:第(?<nth>${NUMERAL})|(?<end>${LAST})(?=[一1]?[个条项点]))(?:个|条|项|点|大|一(?=个|条|项|点)|1(?=个|条|项|点))*(?<behind>${any})|(?:(?<many>${NUMERAL})(?:个|条|项|大|点))?(?<before>${any})(?:[的里中头面是有共分,，]|一共|总共|(?:${NUMERAL}|几)(?:个|条|项|点)){0,5}(?:(?:第(?<nthIn>${NUMERAL})|(?<endIn>${LAST})(?:一|1)?)(?:个|条|项|点)|${IN_BRACKETS}|(?<alone>[一二三四五六七八九])${ALONE})`,
    'g',
  );
}

/** Of several series with one heading the one in the attachment that the question names, else the first. */
function pickSeries(series: readonly Series[], text: string): Series | undefined {
  const attachment = attachmentIn(text);
  return (
    series.find((s) => attachment !== undefined && s.parent.location.startsWith(attachment)) ??
    (attachment === undefined || series.length > 1
      ? (series.find((s) => !s.parent.location.startsWith('附件')) ?? series[0])
      : series[0])
  );
}

/** `附件2` named in a text, as locations begin with it. */
export function attachmentIn(text: string): string | undefined {
  const no = text.match(/附件([一二三四五\d])/)?.[1];
  return no === undefined ? undefined : `附件${parseNumeral(no)}·`;
}

function sharedStart(texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  let size = first.length;
  for (const text of rest) while (!text.startsWith(first.slice(0, size))) size -= 1;
  return first.slice(0, size);
}

function quoted(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
