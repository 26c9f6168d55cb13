import json from '../../db/notice/model.json' with { type: 'json' };
import { loadNotice } from './load.ts';
import type { NoticeModel } from './types.ts';

let loaded: NoticeModel | undefined;

/** The notice this repository is deployed for, checked on first use. */
export function defaultNotice(): NoticeModel {
  loaded ??= loadNotice(json);
  return loaded;
}
