import { pastAndOpenPeriods } from '../../db/queries/periods.ts';
import type { Mention } from '../answers/entities.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { type Asked, actOf, answeredPrivately } from '../reports/act.ts';
import { type PeriodId, previousPeriod } from '../reports/period.ts';
import { shownUnit } from './act.ts';

/** Whose score is asked for, and of which quarter. */
interface ScoreWish {
  unit: string | 'own';
  isPrevious: boolean;
}

/** How a score comes about in general is the rubric's and the notice's business. */
const RULE = /怎么(?:算|计|打|评)|如何(?:算|计|打|评)|办法|规则|规定|标准|满分|上限|通知/;
const POINTS =
  /(?:多少|几)分|得分|(?:为什么|为啥|怎么|哪里|哪儿|什么地方)(?:会|被|又)?(?:扣|丢|失)(?:了)?(?:多少|几)?分?|扣分(?:原因|理由|情况|明细)|评分(?:情况|明细|结果)/;
const OWN =
  /^(?:请问)?(?:上个?季度|上一?期|本季度|这个?季度|本期)?(?:我|咱|本单位|为什么|为啥|怎么|哪里|哪儿)/;
const SURE: readonly Mention['how'][] = ['name', 'spoken'];

/** Reads a question about a unit's score; undefined unless it is sure. */
export function readScoreWish(question: string, mentions: readonly Mention[]): ScoreWish | undefined {
  const text = question.normalize('NFKC').replace(/[\s?。!,、]/g, '');
  if (text.length > 40 || RULE.test(text) || !POINTS.test(text)) return undefined;
  const isPrevious = /上个?季度|上一?期/.test(text);
  const units = mentions
    .filter((mention) => SURE.includes(mention.how) && mention.entities.length === 1)
    .flatMap((mention) => mention.entities)
    .flatMap((entity) => (entity.kind === 'unit' ? [entity.id] : []));
  const [unit, ...others] = new Set(units);
  if (unit !== undefined) return others.length === 0 ? { unit, isPrevious } : undefined;
  return OWN.test(text) ? { unit: 'own', isPrevious } : undefined;
}

/** Answers 我们单位多少分, 为什么扣分 with the unit's sheet, for who may see it; undefined for any other question. */
export async function scoreMessages(deps: Deps, asked: Asked): Promise<OutboundMessage[] | undefined> {
  const wish = readScoreWish(asked.args, deps.engine.linkEntities(asked.args));
  if (wish === undefined) return undefined;
  const act = await actOf(deps, asked);
  const unit = wish.unit === 'own' ? act.rights.units[0]?.unitId : wish.unit;
  if (unit === undefined)
    throw new UserError('您还没有绑定单位，不知道您说的是哪一家。发“/绑定 单位名”就可以绑定。');
  const [newest] = await pastAndOpenPeriods(deps.db);
  if (newest === undefined) throw new UserError('还没有开过报送期，没有评分。');
  const period = newest.id as PeriodId;
  const span = wish.isPrevious ? previousPeriod(period) : period;
  return answeredPrivately(asked, await shownUnit(act, { unit, span })).messages;
}
