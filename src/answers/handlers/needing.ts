import { type Chars, charsOf } from '../characters/needed-chars.ts';
import type { Handler } from '../handler.ts';
import type { Mention } from '../names/entities.ts';
import { maskMentions } from '../names/mask.ts';
import type { Question } from '../question/parse.ts';
import { type Needs, type Pattern, Sieve } from './sieve.ts';

/** What a question is looked at for: as typed, its text, or the text with a letter for each name. */
interface Patterns {
  masked?: readonly Pattern[];
  text?: readonly Pattern[];
  folded?: readonly Pattern[];
}
const textsOf = ({ masked, text, folded, mentions }: Question) =>
  [masked + lettersBeside(mentions), text, folded] as const;

/** A name of several things, not all of one kind, has one letter in the question: those of the others. */
function lettersBeside(mentions: readonly Mention[]): string {
  const mixed = mentions.filter((m) => m.how !== 'hint' && m.entities.some(({ kind }) => kind !== m.kind));
  const each = mixed.flatMap((m) => m.entities.map(({ kind }) => ({ ...m, kind, start: 0, end: 0 })));
  return maskMentions('', each);
}

/** A handler that says itself what a question must have for it, and the same without looking. */
export interface NeedingHandler extends Handler {
  needs?: () => Needs;
  bare?: Handler;
}

/** Which characters a question has, for as long as there is the question. */
const known = new WeakMap<Question, Chars[]>();

function marksIn(question: Question): Chars[] {
  const read = known.get(question);
  if (read) return read;
  const marks = textsOf(question).map((text) => charsOf(text));
  known.set(question, marks);
  return marks;
}

/**
 * A handler that answers only where a question has all of these patterns. Where it lacks characters that they need, the
 * handler is not asked; it may still decline.
 */
export function needing(patterns: () => Patterns, handler: Handler): Handler {
  let sieve: Sieve | undefined;
  const needs = (): Needs => {
    const { masked = [], text = [], folded = [] } = patterns();
    return [masked, text, folded].flatMap((each, place) => each.map((one) => [place, one] as const));
  };
  const gated: NeedingHandler = (question, desk) => {
    // Worked out with the first question: no program that loads this waits for it.
    sieve ??= new Sieve([needs()]);
    return sieve.passes(0, marksIn(question)) ? handler(question, desk) : undefined;
  };
  return Object.assign(gated, { needs, bare: handler });
}

/** A handler in another dress needs the same. */
export function dressed(handler: NeedingHandler, dress: (bare: Handler) => Handler): Handler {
  const { needs, bare } = handler;
  return needs && bare ? Object.assign(dress(handler), { needs, bare: dress(bare) }) : dress(handler);
}

/** Of handlers by their names, in their order, those that a question has the characters for. */
export function sieveHandlers(handlers: Readonly<Record<string, NeedingHandler>>) {
  const all = Object.entries(handlers).map(([name, handler]) => [name, handler.bare ?? handler] as const);

  let sieve: Sieve | undefined;
  return (question: Question): (readonly [string, Handler])[] => {
    sieve ??= new Sieve(Object.values(handlers).map(({ needs }) => needs?.() ?? []));
    const marks = marksIn(question);
    const own = sieve;
    return all.filter((_, i) => own.passes(i, marks));
  };
}
