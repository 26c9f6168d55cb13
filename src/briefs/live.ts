import { publishedBriefs } from '../../db/queries/briefs.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Asked } from '../reports/act.ts';
import { briefsOutcome } from './command.ts';

/** What is asked of the published briefs: all, the newest, or one by its number. */
type BriefWish = 'all' | 'newest' | { no: number; year: string | undefined };

const SAYS = '(?:是什么|(?:讲|说|写)(?:了|的)?(?:是)?(?:什么|啥))?';
/** Who issues them and how often is the notice's business: only what is surely about those that are out. */
const ALL =
  /^(?:请问)?(?:最近|近期|今年|目前)?(?:都)?(?:发布?|编发|出)?(?:了|过)?有?(?:哪些|什么)(?:新的?)?工作动态(?:了)?$/;
const ADOPTED =
  /^(?:请问)?(?:最近|今年)?(?:哪些|哪家|哪个|谁)(?:单位)?的?(?:典型)?做法被(?:采用|推广|选用)(?:了|过)?$/;
const NEWEST = new RegExp(`^(?:最新|最近)的?(?:一期)?的?工作动态${SAYS}$`);
const NUMBERED = new RegExp(`^(?:(\\d{4})年)?(?:的)?工作动态(?:〔(\\d{4})〕)?第(\\d{1,3})期${SAYS}$`);

/** Reads a question about the published briefs; undefined unless it is sure. */
export function readBriefWish(question: string): BriefWish | undefined {
  const text = question.normalize('NFKC').replace(/[\s?。!,、呢呀啊]/g, '');
  if (ALL.test(text) || ADOPTED.test(text)) return 'all';
  if (NEWEST.test(text)) return 'newest';
  const [, before, inside, no] = NUMBERED.exec(text) ?? [];
  return no === undefined ? undefined : { no: Number(no), year: inside ?? before };
}

/** Answers 最近有哪些工作动态, 工作动态第3期说了什么; undefined for any other question. */
export async function briefMessages(deps: Deps, asked: Asked): Promise<OutboundMessage[] | undefined> {
  const wish = readBriefWish(asked.args);
  if (wish === undefined) return undefined;
  const [newest] = await publishedBriefs(deps.db);
  if (newest === undefined) throw new UserError('还没有发布过工作动态，发布以后大家都能看。');
  const args = argsOf(wish, newest);
  return (await briefsOutcome(deps, { ...asked, args })).messages;
}

function argsOf(wish: BriefWish, newest: { year: string | null; no: number | null }): string {
  if (wish === 'all') return '动态';
  const { year, no } = wish === 'newest' ? newest : wish;
  return `动态 ${year === null || year === undefined ? '' : `${year}年`}第${no}期`;
}
