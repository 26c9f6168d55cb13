import { readSetting, writeSetting } from '../../db/queries/settings.ts';
import type { Deps } from '../deps.ts';
import { type Check, check } from './check.ts';

/** The SDK tries again within this time; a connection that is away longer is a fault. */
const AWAY_MS = 3 * 60_000;

interface Noted {
  isOpen: boolean;
  /** Instant in ms. */
  at: number;
}

/** Notes that the long connection opened or was lost, for `/readyz` and the doctor, which may be another process. */
export async function noteConnection(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  isOpen: boolean,
): Promise<void> {
  const at = clock.now();
  const value = JSON.stringify({ isOpen, at } satisfies Noted);
  await db.apply([writeSetting(db, 'long-connection', { value, now: at })]);
}

/** For how many ms the long connection has been away; undefined while it is open, or may be again in a moment. */
export async function connectionAway({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number | undefined> {
  const noted = await readSetting(db, 'long-connection');
  if (noted === undefined) return undefined;
  const { isOpen, at } = JSON.parse(noted) as Noted;
  const since = clock.now() - at;
  return isOpen || since <= AWAY_MS ? undefined : since;
}

/** Whether events arrive over the long connection: only for who uses it. */
export async function examineConnection(deps: Pick<Deps, 'db' | 'clock'>): Promise<Check> {
  const away = await connectionAway(deps);
  const says = away === undefined ? '长连接正常' : `长连接已断开 ${Math.round(away / 60_000)} 分钟`;
  const fix =
    '检查出口网络是否放行到飞书的 HTTPS 和 WebSocket、应用凭证是否正确、开发者后台是否选了“使用长连接接收事件”；服务会自己重连';
  return check('connection', away === undefined, says, fix);
}
