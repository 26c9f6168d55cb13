import { pastAndOpenPeriods } from '../../db/queries/periods.ts';
import type { Mention } from '../answers/names/entities.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { type Asked, actOf, answeredPrivately, type ReportAct } from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import type { PeriodId } from '../reports/period.ts';
import { shownUnit } from './act.ts';
import type { SpanId } from './span.ts';
import { readWhen, type When } from './when.ts';

/** Whose score is asked for, and of when. */
interface ScoreWish {
  unit: string | 'own';
  when: When;
}

/** How a score comes about in general is the rubric's and the notice's business. */
const RULE = /怎么(?:算|计|打|评)|如何(?:算|计|打|评)|办法|规则|规定|标准|满分|上限|通知/;
const POINTS =
  /(?:多少|几)分|得分|(?:为什么|为啥|为何|凭什么|怎么|哪里|哪儿|什么地方|哪些地方|哪一?项)(?:会|被|又|要|给|把)*(?:我们?|咱们?|本)?(?:单位|局)?(?:会|被|又)?(?:扣|丢|失)(?:了)?(?:多少|几)?分?|扣分的?(?:原因|理由|情况|明细)|评分(?:情况|明细|结果)/;
const OWN = /^(?:请问)?(?:我|咱|本单位|为什么|为啥|为何|凭什么|怎么|哪里|哪儿|哪些地方|哪一?项|扣|得)/;
const SURE: readonly Mention['how'][] = ['name', 'spoken'];

/** Reads a question about a unit's score; undefined unless it is sure. @param today a day in Asia/Shanghai */
export function readScoreWish(
  question: string,
  mentions: readonly Mention[],
  today: string,
): ScoreWish | undefined {
  const text = question.normalize('NFKC').replace(/[\s?。!,、]/g, '');
  if (text.length > 40 || RULE.test(text)) return undefined;
  const { when = 'newest', rest } = readWhen(text, today);
  if (!POINTS.test(rest)) return undefined;
  const units = mentions
    .filter((mention) => SURE.includes(mention.how) && mention.entities.length === 1)
    .flatMap((mention) => mention.entities)
    .flatMap((entity) => (entity.kind === 'unit' ? [entity.id] : []));
  const [unit, ...others] = new Set(units);
  if (unit !== undefined) return others.length === 0 ? { unit, when } : undefined;
  return OWN.test(rest) ? { unit: 'own', when } : undefined;
}

/** Answers 我们单位多少分, 为什么扣分 with the unit's sheet, for who may see it; undefined for any other question. */
export async function scoreMessages(deps: Deps, asked: Asked): Promise<OutboundMessage[] | undefined> {
  const today = dayAt(deps.clock.now());
  const wish = readScoreWish(asked.args, deps.engine.linkEntities(asked.args), today);
  if (wish === undefined) return undefined;
  const act = await actOf(deps, asked);
  const unit = wish.unit === 'own' ? ownUnitOf(act) : wish.unit;
  return answeredPrivately(asked, await shownUnit(act, { unit, span: await spanOf(deps, wish.when) }))
    .messages;
}

/** The unit of somebody who says 我们. @throws UserError for who has none, or more than one */
export function ownUnitOf(act: ReportAct): string {
  const [unit, ...others] = [...new Set(act.rights.units.map(({ unitId }) => unitId))];
  if (unit === undefined)
    throw new UserError('您还没有绑定单位，不知道您说的是哪一家。发“/绑定 单位名”就可以绑定。');
  if (others.length > 0) {
    const names = [unit, ...others].map((one) => unitNameOf(act, one));
    throw new UserError(`您绑定了${names.join('、')}，请在问题里写上是哪一家。`);
  }
  return unit;
}

async function spanOf({ db }: Deps, when: When): Promise<SpanId> {
  if (when !== 'newest') return when.span;
  const [newest] = await pastAndOpenPeriods(db);
  if (newest === undefined) throw new UserError('还没有开过报送期，没有评分。');
  return newest.id as PeriodId;
}
