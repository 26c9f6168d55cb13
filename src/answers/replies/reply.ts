import type { Facts } from '../facts.ts';
import type { Entity } from '../names/entities.ts';
import type { Answer, AnswerKind, Suggestion } from '../types.ts';

const LINES = 5;
const QUOTES = 3;

/** A line beside the answer, with its places. */
export interface Aside {
  line: string;
  cites: readonly string[];
}

/** What a handler found, before it becomes an answer. */
export interface Reply {
  kind: AnswerKind;
  lines: string[];
  cites: string[];
  /** What the answer is about: a next question may refer to it (`谁分包的`). */
  focus: Entity[];
  suggestions: Suggestion[];
  confidence: number;
  /** The matter is in the notice, the point asked for is not: said so, with what there is. */
  isPartial?: boolean;
  /** Only the nearest thing the notice says: anything more certain goes before it. */
  isNearest?: boolean;
  /** It tells whose a matter is; what else the question says describes that matter. */
  isOwner?: boolean;
  /** Words of the question that led here and are accounted for (`办某件`). */
  spoken?: string[];
  /** Whose the matter is: said last, where there is room. */
  aside?: Aside | undefined;
  /** Read to the last word, and more than any plain question asks: none is answered in its place. */
  readsAll?: boolean;
  /** The handler that made it. */
  by?: string;
  /** What has been reached is asked for, which only reports know. */
  asksReached?: boolean;
  /** A finished answer of the reports, given as it is. */
  live?: Answer;
}

/** Makes a reply; a structured answer is sure unless told otherwise. */
export function reply(
  lines: string | string[],
  cites: readonly string[],
  more: Partial<Omit<Reply, 'lines' | 'cites'>> = {},
): Reply {
  return {
    kind: 'answer',
    focus: [],
    suggestions: [],
    confidence: 0.95,
    ...more,
    lines: typeof lines === 'string' ? [lines] : lines,
    cites: [...new Set(cites)],
  };
}

/** An honest no. */
export function refuse(
  lines: string | string[],
  cites: readonly string[] = [],
  more: Partial<Omit<Reply, 'lines' | 'cites' | 'kind'>> = {},
): Reply {
  return reply(lines, cites, { ...more, kind: 'refuse' });
}

/** The answers to the parts of one message, a line each; an answer as soon as one part has one. */
export function joinReplies(replies: readonly Reply[]): Reply {
  const told = replies.map((r) => mostOf(r.lines));
  const isLong = new Set(told.flat()).size > LINES;
  const lines = isLong ? told.flatMap(inOneLine) : told.flat();
  const cites = replies.flatMap((r) => r.cites);
  const kinds = replies.map((r) => r.kind);
  const kind = kinds.find((k) => k === 'answer') ?? kinds[0] ?? 'refuse';
  return reply([...new Set(lines)], cites, {
    kind,
    aside: replies.find((r) => r.aside !== undefined)?.aside,
    focus: replies.flatMap((r) => r.focus),
    confidence: Math.min(...replies.map((r) => r.confidence)),
    ...(replies.some((r) => r.readsAll) ? { readsAll: true } : {}),
  });
}

/** What a part tells, cut where it is long; that another place says otherwise goes first. */
function mostOf(lines: readonly string[]): readonly string[] {
  const own = lines.length > MOST_OF_PART ? lines.filter((line) => !line.startsWith('注意：')) : lines;
  return own.slice(0, MOST_OF_PART);
}

const MOST_OF_PART = 3;

/** Short lines of one part beside each other, so that what is said of the last part is not cut off. */
function inOneLine(lines: readonly string[]): readonly string[] {
  const isShort = lines.length > 1 && lines.every((line) => line.length <= SHORT && !line.includes('\n'));
  return isShort ? [lines.join('')] : lines;
}

const SHORT = 32;

/** Turns a reply into what the caller gets: at most five lines, the first clauses cited as quotes. */
export function toAnswer(from: Reply, facts: Facts): Answer {
  const lines = from.lines.flatMap((line) => line.split('\n'));
  const aside = lines.length < LINES ? from.aside : undefined;
  const cites = from.kind === 'chat' ? [] : [...new Set([...from.cites, ...(aside?.cites ?? [])])];
  return {
    kind: from.kind,
    text: [...lines, ...(aside ? [aside.line] : [])].slice(0, LINES).join('\n'),
    citations: cites,
    quotes: quotesOf(cites, facts),
    suggestions: from.suggestions.slice(0, 3),
    confidence: from.confidence,
    ...(from.kind === 'answer' && from.isPartial ? { isPartial: true } : {}),
  };
}

function quotesOf(locations: readonly string[], facts: Facts): Answer['quotes'] {
  const quotes: Answer['quotes'] = [];
  for (const location of locations) {
    const text = facts.clause(location)?.text.trim();
    if (text && quotes.length < QUOTES) quotes.push({ location, text });
  }
  return quotes;
}
