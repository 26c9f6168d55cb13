import lexiconData from '../../db/notice/lexicon.json' with { type: 'json' };
import { defaultNotice } from '../notice/default.ts';
import { Lexicon } from '../notice/lexicon.ts';
import { createEngine, type NoticeEngine } from './engine.ts';

let engine: NoticeEngine | undefined;
let lexicon: Lexicon | undefined;

/** How people speak about the notice that the repository stores; checked on first use. */
export function defaultLexicon(): Lexicon {
  lexicon ??= Lexicon.parse(lexiconData);
  return lexicon;
}

/** The engine over the notice that the repository stores; built once. */
export function defaultEngine(): NoticeEngine {
  engine ??= createEngine(defaultNotice(), defaultLexicon());
  return engine;
}
