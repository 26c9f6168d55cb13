import { defaultEngine, defaultLexicon } from '../answers/default.ts';
import { createEngine, type NoticeEngine } from '../answers/engine.ts';
import { defaultNotice } from '../notice/default.ts';
import { indexNotice, type Notice } from '../notice/index-of.ts';
import type { Lexicon } from '../notice/lexicon.ts';
import type { NoticeModel } from '../notice/types.ts';

/** One notice as the bot knows it. Nothing of a database is in it, so that any number of tenants share one. */
export interface Knowledge {
  notice: Notice;
  lexicon: Lexicon;
  engine: NoticeEngine;
}

/** Builds what the bot knows of a notice, about a tenth of a second's work. */
export function knowledgeOf(model: NoticeModel, lexicon: Lexicon): Knowledge {
  return { notice: indexNotice(model), lexicon, engine: createEngine(model, lexicon) };
}

let known: Knowledge | undefined;

/** The notice that the repository stores; built once. */
export function defaultKnowledge(): Knowledge {
  known ??= { notice: indexNotice(defaultNotice()), lexicon: defaultLexicon(), engine: defaultEngine() };
  return known;
}
