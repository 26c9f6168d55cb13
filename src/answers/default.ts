import lexiconData from '../../db/notice/lexicon.json' with { type: 'json' };
import placesData from '../../db/notice/places.json' with { type: 'json' };
import { defaultNotice } from '../notice/default.ts';
import { Lexicon } from '../notice/lexicon.ts';
import { createEngine, type NoticeEngine } from './engine.ts';
import { type Places, placesOf } from './learnt/places.ts';
import type { StoredWeights } from './learnt/weights.ts';

let engine: NoticeEngine | undefined;
let lexicon: Lexicon | undefined;
let places: Places | undefined;

/** How people speak about the notice that the repository stores; checked on first use. */
export function defaultLexicon(): Lexicon {
  lexicon ??= Lexicon.parse(lexiconData);
  return lexicon;
}

/** Where in the notice that the repository stores the answers to what people ask stand. */
export function defaultPlaces(): Places {
  places ??= placesOf(placesData satisfies StoredWeights);
  return places;
}

/** The engine over the notice that the repository stores; built once. */
export function defaultEngine(): NoticeEngine {
  engine ??= createEngine(defaultNotice(), defaultLexicon(), undefined, { places: defaultPlaces() });
  return engine;
}
