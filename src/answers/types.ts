/** What a question gets back. Texts are plain Chinese; a caller escapes them for the place they are shown in. */

export const ANSWER_KINDS = ['answer', 'refuse', 'clarify', 'chat'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** A question that one tap on the answer's card asks next. */
export interface Suggestion {
  label: string;
  question: string;
}

export interface Answer {
  kind: AnswerKind;
  /** What the user reads: the asked fact in the first line, at most five lines. No markdown. */
  text: string;
  /** Places in the notice, in the spelling of design §4, most important first. Empty for chat. */
  citations: string[];
  /** The clauses quoted below the fold, verbatim; a missing page is said in `text`, never here. */
  quotes: { location: string; text: string }[];
  /** Two or three obvious next questions; for `clarify` the choices themselves. */
  suggestions: Suggestion[];
  /** The engine's own estimate, 0…1; below its threshold it asks back instead. */
  confidence: number;
  /** The point asked for is not in the notice; the text says so and gives what is near it. */
  isPartial?: boolean;
}

/** Earlier questions of the same person in the same chat, oldest first, already cut to the last ten minutes. */
export type Context = readonly string[];

/** The question engine over one stored notice: pure, deterministic, no clock, no network. */
export interface Engine {
  ask(question: string, context?: Context): Answer;
}
