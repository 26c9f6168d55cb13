import { pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { reportOf } from '../../db/queries/reports.ts';
import { reviewQueue } from '../../db/queries/reviews.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { unitMeant } from '../people/notice-names.ts';
import { namesOfNotice } from '../people/notice-of.ts';
import { type Asked, actOf, answeredPrivately, demandOffice } from './act.ts';
import { desk } from './desk.ts';
import { parsePeriod } from './period.ts';
import { queueCard, queueCardKey } from './queue.ts';
import { reviewCardOf } from './review.ts';

/** `/审核`: the office's queue; `/审核 <单位> [<期>]`: one report, whatever its state. @throws UserError */
export async function reviewOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  demandOffice(act, '审核报告');
  const said = asked.args.trim();
  if (said === '')
    return answeredPrivately(
      asked,
      queueCard(act, await reviewQueue(deps.db)),
      // The live one from now on: what is submitted later today appears here.
      { cardKey: queueCardKey(act, act.sender) },
    );
  const [, name = said, typed] = /^(.*?)\s*(\d{4}\s*(?:年|[Qq]).*)?$/.exec(said) ?? [];
  const unit = unitMeant(namesOfNotice(deps), name);
  const period = typed === undefined ? await newestOf(deps, unit.id) : parsePeriod(typed);
  if (period === undefined) throw new UserError(`${unit.name}还没有报告。`);
  return answeredPrivately(asked, await reviewCardOf(await desk(act, { period, unit: unit.id })));
}

async function newestOf(deps: Deps, unit: string): Promise<string | undefined> {
  for (const { id } of await pastAndOpenPeriods(deps.db))
    if (await reportOf(deps.db, { period: id, unit })) return id;
  return undefined;
}
