import { latestRanking, publishedRanking, type RankingRow } from '../../db/queries/rankings.ts';
import type { Mention } from '../answers/names/entities.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { type Asked, actOf } from '../reports/act.ts';
import { ownUnitOf } from '../scoring/live.ts';
import { spanName } from '../scoring/span.ts';
import { readWhen, type When } from '../scoring/when.ts';
import { rankingCardOf } from './publish.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';

/** What is asked of a published ranking: the first so many places, the last one, a unit's, or all of it. */
type Wished = { top: number } | { last: true } | { unit: string | 'own' } | { all: true };
type RankingWish = { when: When } & Wished;

const MOST_LINES = 20;
/** How the district itself stands is not ours to say. */
const ELSEWHERE = /去年|全省|全市|全国|[我咱本]区/;
const WHO = '(?:谁|(?:是)?哪个单位|哪家单位|哪家|哪个局|哪个部门)';
const BY = '(?:的)?(?:排名|名次|总分|得分|分数)?';
const IS = '(?:是|排|排在|得|得了|拿了?|位列)?';
const FIRST = new RegExp(
  `^(?:排名)?${WHO}(?:${BY}${IS}第一名?|(?:的)?(?:排名|总分|得分|分数)最高|(?:排名)?最靠前)$|^(?:排名?|排在|总分|得分)?(?:第一名?|最高)的?(?:单位)?是${WHO}$`,
);
const LAST = new RegExp(
  `^(?:排名)?${WHO}(?:垫底|${BY}${IS}倒数第一|${BY}${IS}最后一?名?|(?:的)?(?:排名|总分|得分|分数)最低)$|^(?:排名)?(?:最后一名|倒数第一)的?(?:单位)?是${WHO}$`,
);
const TOP =
  /^(?:排名|排在)?前([二三四五六七八九十]|\d{1,2})名?(?:的)?(?:单位)?(?:都)?(?:是|有)?(?:谁|哪些|哪些单位|哪几家)?$/;
const PLACE = /(?:排名?|得)?第几名?$|排(?:在)?第几(?:名|位)?$|(?:排名|名次)(?:是)?(?:多少|第?几)?$/;
const OWN =
  /^(?:我们?|咱们?|本)(?:单位|局|委|办|中心)?(?:的)?(?:(?:排名|名次)?(?:是|排|排在|得)?第?几(?:名|位)?|(?:排名|名次)(?:是)?(?:多少|怎么样|如何)?)$/;
const ALL =
  /^(?:请|麻烦)?(看看|看一下|看|查看|查一下|查|发我)?(?:各单位)?(?:的)?(?:综合)?(?:排名|排行榜?|名次)(?:表|榜|情况|结果)?(发我|给我看看|看看|怎么样|如何|出来了?[吗没]|公布了?[吗没]|发布了?[吗没])?$/;

/** Reads a question about the published ranking; undefined unless it is sure. @param today a day in Asia/Shanghai */
export function readRankingWish(
  question: string,
  mentions: readonly Mention[],
  today: string,
): RankingWish | undefined {
  const text = question
    .normalize('NFKC')
    .replace(/[\s?。!,、呢呀啊]/g, '')
    .replace(/^请问/, '');
  if (ELSEWHERE.test(text) || text.length > 30) return undefined;
  const { when, rest } = readWhen(text, today);
  const wished = wishedIn(rest, { mentions, isTimed: when !== undefined });
  return wished && { when: when ?? 'newest', ...wished };
}

function wishedIn(rest: string, of: { mentions: readonly Mention[]; isTimed: boolean }): Wished | undefined {
  if (FIRST.test(rest)) return { top: 1 };
  if (LAST.test(rest)) return { last: true };
  const top = TOP.exec(rest)?.[1];
  if (top !== undefined) return { top: '一二三四五六七八九十'.indexOf(top) + 1 || Number(top) };
  if (OWN.test(rest)) return { unit: 'own' };
  const all = ALL.exec(rest);
  // The bare word may as well ask what the notice says of it.
  if (all !== null) return of.isTimed || all[1] || all[2] ? { all: true } : undefined;
  if (of.mentions.some(({ how }) => how !== 'name' && how !== 'spoken')) return undefined;
  const [unit, ...others] = of.mentions.flatMap(({ entities }) => entities);
  if (unit?.kind !== 'unit' || others.length > 0 || !PLACE.test(rest)) return undefined;
  return { unit: unit.id };
}

/** Answers 上季度谁第一, 前三名, 某局第几, 我们排第几 from what was published; undefined for any other question. */
export async function rankingMessages(deps: Deps, asked: Asked): Promise<OutboundMessage[] | undefined> {
  const today = dayAt(deps.clock.now());
  const wish = readRankingWish(asked.args, deps.engine.linkEntities(asked.args), today);
  if (wish === undefined) return undefined;
  const row = await rowOf(deps, wish.when);
  const unit = 'unit' in wish && wish.unit === 'own' ? ownUnitOf(await actOf(deps, asked)) : undefined;
  const body =
    'all' in wish
      ? { type: 'card' as const, card: await rankingCardOf(deps, row) }
      : { type: 'text' as const, text: said(unit === undefined ? wish : { unit }, row) };
  return [{ key: `answer:${asked.key}`, to: asked.reply, body }];
}

/** The published ranking that is meant. @throws UserError where there is none */
async function rowOf({ db }: Deps, when: When): Promise<RankingRow> {
  const latest = await latestRanking(db);
  const row = when === 'newest' ? latest : await publishedRanking(db, when.span);
  if (row !== undefined) return row;
  if (when === 'newest' || latest === undefined)
    throw new UserError(
      `${when === 'newest' ? '还没有公布过排名' : `${spanName(when.span)}的排名还没有公布`}，公布以后大家都能问。`,
    );
  throw new UserError(
    `${spanName(when.span)}的排名还没有公布，公布以后大家都能问。最近公布的季度排名是${spanName(latest.span)}的。`,
  );
}

function said(wish: Exclude<Wished, { all: true }>, row: RankingRow): string {
  const { span, units } = readSnapshot(row.content);
  const asked = units.filter(wantedBy(wish, units));
  const which = row.revision > 1 ? `第${row.revision}版` : '';
  const name = `${spanName(span)}公布的排名${which}（${units.length}家单位）`;
  if (asked.length === 0) return `${name}里没有这家单位。`;
  const lines = asked
    .slice(0, MOST_LINES)
    .map((one) => `第${one.place}名　${one.name}　${one.shown.toFixed(2)}分`);
  const more = asked.length > MOST_LINES ? [`……共${asked.length}家，看全部：/排名 ${span}`] : [];
  return [`${name}：`, ...lines, ...more].join('\n');
}

function wantedBy(wish: Exclude<Wished, { all: true }>, units: Snapshot['units']) {
  const lowest = Math.max(...units.map(({ place }) => place));
  return ({ unit, place }: Snapshot['units'][number]) => {
    if ('unit' in wish) return unit === wish.unit;
    return 'top' in wish ? place <= wish.top : place === lowest;
  };
}
