import lexiconData from '../../db/notice/lexicon.json' with { type: 'json' };
import modelData from '../../db/notice/model.json' with { type: 'json' };
import { Lexicon } from '../notice/lexicon.ts';
import { NoticeModel } from '../notice/types.ts';
import { createEngine, type NoticeEngine } from './engine.ts';

let engine: NoticeEngine | undefined;

/** The engine over the notice that the repository stores; built once. */
export function defaultEngine(): NoticeEngine {
  engine ??= createEngine(NoticeModel.parse(modelData), Lexicon.parse(lexiconData));
  return engine;
}
