import type { Db } from '../../db/database.ts';
import { newestEventAt } from '../../db/queries/inbox.ts';
import { readSetting, writeSetting } from '../../db/queries/settings.ts';
import { dayAt, timeAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { type Check, check } from './check.ts';

/** Anybody can be refused: what strangers send must not become writes. */
const EACH_MS = 10 * 60_000;
/** A refusal as old as this says nothing of today's keys. */
const TELLING_MS = 7 * 24 * 60 * 60_000;

const noted = new WeakMap<Db, number>();

/** Keeps that a push was refused, and when, so that a wrong key can be told from silence; once in ten minutes a process. */
export async function noteRefusal({ db, clock }: Pick<Deps, 'db' | 'clock'>, because: string): Promise<void> {
  const now = clock.now();
  if (now - (noted.get(db) ?? Number.NEGATIVE_INFINITY) < EACH_MS) return;
  noted.set(db, now);
  await db.apply([writeSetting(db, 'push-refused', { value: JSON.stringify({ at: now, because }), now })]);
}

/** Whether pushes are refused and none has come through since: the keys here are not those of the console. */
export async function pushes({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<Check> {
  const kept = await readSetting(db, 'push-refused');
  const refused = kept === undefined ? undefined : (JSON.parse(kept) as { at: number; because: string });
  const newest = await newestEventAt(db);
  const came =
    newest === undefined ? '还没有收到过事件' : `最近收到的事件 ${dayAt(newest)} ${timeAt(newest)}`;
  const isTelling = refused !== undefined && clock.now() - refused.at < TELLING_MS;
  if (!isTelling || (newest !== undefined && newest >= refused.at)) return check('pushes', true, came);
  const fix =
    '核对 LARK_ENCRYPT_KEY、LARK_VERIFICATION_TOKEN 与开发者后台“事件与回调 → 加密策略”是否一致，请求地址是否是这个应用的；也可能是旁人乱发，那么不用处理';
  const says = `${dayAt(refused.at)} ${timeAt(refused.at)} 有推送被拒（${refused.because}），此后没有一次通过；${came}`;
  return check('pushes', false, says, fix);
}
