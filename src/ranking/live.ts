import { latestRanking, publishedRanking } from '../../db/queries/rankings.ts';
import type { Mention } from '../answers/entities.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { type Asked, actOf } from '../reports/act.ts';
import { type PeriodId, previousPeriod } from '../reports/period.ts';
import { type SpanId, spanName } from '../scoring/span.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';

/** What is asked of a published ranking: the first so many places, the last one, or a unit's. */
type RankingWish = { isPrevious: boolean } & ({ top: number } | { last: true } | { unit: string });

const MOST_LINES = 20;
const WHEN = /^(?:请问)?(上个?季度|上一?期)?(?:的)?/;
/** How the district itself stands is not ours to say. */
const ELSEWHERE = /去年|全省|全市|全国|[我咱本]区/;
const FIRST =
  /^(?:排名)?(?:谁|哪个单位|哪家单位|哪家)(?:是|排|得)?第一名?$|^(?:排名)?第一名?是(?:谁|哪家|哪个单位)$/;
const TOP = /^(?:排名)?前([二三四五六七八九十]|\d{1,2})名?(?:都)?(?:是|有)?(?:谁|哪些|哪些单位|哪几家)?$/;
const LAST = /^(?:排名)?(?:谁|哪家|哪个单位)(?:垫底|(?:是|排)?倒数第一|(?:是|排)?最后一?名?)$|^最后一名是谁$/;
const PLACE = /(?:排名?|得)?第几名?$|排(?:在)?第几(?:名|位)?$|排名多少$/;

/** Reads a question about the published ranking; undefined unless it is sure. */
export function readRankingWish(question: string, mentions: readonly Mention[]): RankingWish | undefined {
  const text = question.normalize('NFKC').replace(/[\s?。!,、呢呀啊]/g, '');
  const isPrevious = WHEN.exec(text)?.[1] !== undefined;
  const rest = text.replace(WHEN, '');
  if (FIRST.test(rest)) return { top: 1, isPrevious };
  if (LAST.test(rest)) return { last: true, isPrevious };
  const top = TOP.exec(rest)?.[1];
  if (top !== undefined) return { top: '一二三四五六七八九十'.indexOf(top) + 1 || Number(top), isPrevious };
  if (ELSEWHERE.test(text) || mentions.some(({ how }) => how !== 'name' && how !== 'spoken'))
    return undefined;
  const [unit, ...others] = mentions.flatMap(({ entities }) => entities);
  if (unit?.kind !== 'unit' || others.length > 0 || text.length > 30 || !PLACE.test(rest)) return undefined;
  return { unit: unit.id, isPrevious };
}

/** Answers 上季度谁第一, 前三名, 财政局第几 from what was published; undefined for any other question. */
export async function rankingMessages(deps: Deps, asked: Asked): Promise<OutboundMessage[] | undefined> {
  const wish = readRankingWish(asked.args, deps.engine.linkEntities(asked.args));
  if (wish === undefined) return undefined;
  const { today } = await actOf(deps, asked);
  const span = wish.isPrevious ? quarterBefore(today) : undefined;
  const row = await (span === undefined ? latestRanking(deps.db) : publishedRanking(deps.db, span));
  if (row === undefined)
    throw new UserError(
      span === undefined
        ? '还没有公布过排名，公布以后大家都能问。'
        : `${spanName(span)}的排名还没有公布，公布以后大家都能问。`,
    );
  const text = said(wish, readSnapshot(row.content), row.revision);
  return [{ key: `answer:${asked.key}`, to: asked.reply, body: { type: 'text', text } }];
}

/** The calendar's quarter before a day's: 上季度. */
function quarterBefore(day: string): SpanId {
  return previousPeriod(`${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` as PeriodId);
}

function said(wish: RankingWish, { span, units }: Snapshot, revision: number): string {
  const lowest = Math.max(...units.map(({ place }) => place));
  const asked = units.filter(({ unit, place }) => {
    if ('unit' in wish) return unit === wish.unit;
    return 'top' in wish ? place <= wish.top : place === lowest;
  });
  const which = revision > 1 ? `第${revision}版` : '';
  const name = `${spanName(span)}公布的排名${which}（${units.length}家单位）`;
  if (asked.length === 0) return `${name}里没有这家单位。`;
  const lines = asked
    .slice(0, MOST_LINES)
    .map((one) => `第${one.place}名　${one.name}　${one.shown.toFixed(2)}分`);
  const more = asked.length > MOST_LINES ? [`……共${asked.length}家，看全部：/排名 ${span}`] : [];
  return [`${name}：`, ...lines, ...more].join('\n');
}
