import { newestBulletinPeriod } from '../../db/queries/bulletins.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { type Asked, actOf, type ReportAct } from '../reports/act.ts';
import { type PeriodId, parsePeriod, periodName, previousPeriod, quarterOf } from '../reports/period.ts';
import { publishedWithSections } from './desk.ts';
import { publishedMessages } from './published.ts';

/** Which bulletin is asked for: the last quarter's, this one's, the newest, or that of a named quarter. */
type BulletinWish = 'previous' | 'running' | 'newest' | { period: PeriodId };

const ASKED =
  /^(?:请|麻烦|帮我)?(?:把|给我|发我|看看|看一下|看下|看|查|要|找)?(上个?季度|上一?期|本季度|这个?季度|本期|最新(?:一期)?|最近(?:一期)?|(?:20\d\d年?)(?:Q[1-4]|第?[一二三四1-4]季度))的?(?:工作|情况|营商环境)?通报(?:给我|发我|发给我|看看|看一下|发一下|发来|出来了?[吗没]|发了[吗没]|发布了?[吗没]|有[吗没]|在哪里?|呢)?$/i;

/** Reads a request for a bulletin; undefined unless it is sure: how often there is one is a question for the notice. */
export function readBulletinWish(question: string): BulletinWish | undefined {
  const text = question.normalize('NFKC').replace(/[\s?。!,、]/g, '');
  const when = ASKED.exec(text)?.[1];
  if (when === undefined) return undefined;
  if (when.startsWith('上')) return 'previous';
  if (when.startsWith('最')) return 'newest';
  return /^20/.test(when) ? { period: parsePeriod(when) } : 'running';
}

/** Answers 上季度的通报, 最新的通报发我 with what was published; undefined for any other question. @throws UserError */
export async function bulletinMessages(deps: Deps, asked: Asked): Promise<OutboundMessage[] | undefined> {
  const wish = readBulletinWish(asked.args);
  if (wish === undefined) return undefined;
  const act = await actOf(deps, asked);
  const period = await periodOf(act, wish);
  if (period === undefined) throw new UserError('还没有发布过通报，发布以后大家都能看。');
  const published = await publishedWithSections(act, period);
  if (published === undefined)
    throw new UserError(`${periodName(period)}的通报还没有发布，发布以后大家都能看。`);
  return publishedMessages(published, { to: asked.reply, key: `answer:${asked.key}` });
}

async function periodOf(act: ReportAct, wish: BulletinWish): Promise<PeriodId | undefined> {
  if (typeof wish === 'object') return wish.period;
  const running = quarterOf(act.today);
  if (wish === 'running') return running;
  if (wish === 'previous') return previousPeriod(running);
  return (await newestBulletinPeriod(act.deps.db, { isPublished: true })) as PeriodId | undefined;
}
