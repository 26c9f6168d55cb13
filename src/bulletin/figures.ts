/** A number as it stands in a text, with the words around it by which a person finds it. */
interface Figure {
  /** `12`, `98.5%` */
  number: string;
  /** `已报送12家` */
  shown: string;
}

/** Of the words before a number. */
const WORDS_BEFORE = 8;
const BREAKS = /[。，、；：！？\s（）()“”"]/;
/** `1.`, `（2）` at the beginning of a paragraph numbers it. */
const NUMBERING = /^\s*(?:\d{1,3}[.、．](?!\d)|[（(]\d{1,3}[)）])/;

/** Every number of a text but those of its numbering, in order. Pure. */
export function figuresIn(text: string): Figure[] {
  return text.split('\n').flatMap((line) => {
    const words = line
      .replace(/[０-９．％]/g, (wide) => wide.normalize('NFKC'))
      .replace(NUMBERING, '')
      .replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
    return [...words.matchAll(/\d+(?:\.\d+)?%?/g)].map((found) => ({
      number: found[0],
      shown: around(words, found.index, found[0]),
    }));
  });
}

function around(words: string, at: number, number: string): string {
  const before = words.slice(Math.max(0, at - WORDS_BEFORE), at);
  const own = [...before].reduce((kept, letter) => (BREAKS.test(letter) ? '' : kept + letter), '');
  const unit = /^[^\d。，、；：！？\s（）()“”]?/.exec(words.slice(at + number.length))?.[0] ?? '';
  return `${own}${number}${unit}`;
}

/** What of the figures that are right a text does not have, and what it has beside them; as a person finds them. */
export interface FigureCheck {
  missing: string[];
  other: string[];
}

/** Compares a text with the one that was composed from the stored facts. Order does not matter. Pure. */
export function figureCheck(composed: string, text: string): FigureCheck {
  const right = figuresIn(composed);
  const own = figuresIn(text);
  return { missing: without(right, own), other: without(own, right) };
}

function without(figures: readonly Figure[], taken: readonly Figure[]): string[] {
  const left = new Map<string, number>();
  for (const { number } of taken) left.set(number, (left.get(number) ?? 0) + 1);
  return figures.flatMap(({ number, shown }) => {
    const count = left.get(number) ?? 0;
    left.set(number, count - 1);
    return count > 0 ? [] : [shown];
  });
}

/** `已报送12家 → 13家`: figures of a composed text that are others in a newer one; a sentence where they do not pair. Pure. */
export function figuresChanged(before: string, now: string): string[] {
  const [old, fresh] = [figuresIn(before), figuresIn(now)];
  if (old.length !== fresh.length) {
    const { missing, other } = figureCheck(before, now);
    return missing.length + other.length === 0 ? [] : [`原有${list(missing)}，现有${list(other)}`];
  }
  return old.flatMap((one, index) => {
    const other = fresh[index];
    return other === undefined || other.number === one.number ? [] : [`${one.shown} → ${other.shown}`];
  });
}

const MOST_NAMED = 6;

/** `“已报送12家”“补报3家”等8处` */
export function list(shown: readonly string[]): string {
  if (shown.length === 0) return '无';
  const named = shown
    .slice(0, MOST_NAMED)
    .map((one) => `“${one}”`)
    .join('');
  return shown.length > MOST_NAMED ? `${named}等${shown.length}处` : named;
}
