import { ledgerEvidence } from '../../db/queries/evidence.ts';
import { stepsOfEntry } from '../../db/queries/ledger.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { labelsOf } from '../people/labels.ts';
import { unitMeant } from '../people/notice-names.ts';
import { namesOfNotice } from '../people/notice-of.ts';
import { type Asked, actOf, answeredPrivately, type ReportAct, saysCard } from '../reports/act.ts';
import { addOutcome } from './add.ts';
import { entryCard, listCard } from './cards.ts';
import { entriesSeen, entrySeen } from './seen.ts';
import { stepOutcome } from './steps.ts';
import { USAGE_ADD } from './texts.ts';

const NUMBERED = /^([\d０-９]{4})\s*[-－–—]\s*([\d０-９]{1,4})(?![\d０-９])\s*(.*)$/s;

/** `/台账 …`: 台账式、清单式管理 (`附件1·四（三）`, `附件2·三（一）`). @throws UserError */
export async function ledgerOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  const said = asked.args.trim();
  if (said === '') return listOutcome(act, asked);
  if (said.startsWith('新增')) return addOutcome(act, asked);
  const [, year, serial = '', rest = ''] = NUMBERED.exec(said) ?? [];
  if (year === undefined) return listOutcome(act, asked, said);
  return numberedOutcome(act, asked, { no: `${year}-${serial.padStart(3, '0')}`.normalize('NFKC'), rest });
}

async function numberedOutcome(
  act: ReportAct,
  asked: Asked,
  { no, rest }: { no: string; rest: string },
): Promise<Outcome> {
  const { db } = act.deps;
  const entry = await entrySeen(act, no);
  if (rest !== '') {
    const done = await stepOutcome(act, asked, { entry, said: rest });
    if (done !== undefined) return done;
    throw new UserError(
      `看不懂要对${no}做什么：可以写 进展、申请销号、销号、退回、延期，例如：/台账 ${no} 进展 50% 做了什么`,
    );
  }
  const steps = await stepsOfEntry(db, entry.no);
  const labels = await labelsOf(act.deps, [...new Set(steps.map(({ by }) => by))]);
  const evidence = await ledgerEvidence(db, entry.no);
  return answeredPrivately(asked, entryCard(act, entry, { steps, labels, evidence }));
}

/** All that he may see and that is not closed; of one unit, the closed ones too. */
async function listOutcome(act: ReportAct, asked: Asked, named?: string): Promise<Outcome> {
  const seen = await entriesSeen(act);
  const unit = named === undefined ? undefined : unitMeant(namesOfNotice(act.deps), named);
  const entries = seen.filter((entry) =>
    unit === undefined ? entry.status !== 'closed' : entry.unit === unit.id,
  );
  const title = unit === undefined ? '问题台账' : `问题台账 · ${unit.name}`;
  if (entries.length > 0) return answeredPrivately(asked, listCard(act, entries, title));
  const closed = seen.length - entries.length;
  return answeredPrivately(
    asked,
    saysCard(title, [
      closed > 0 && unit === undefined
        ? `没有整改中的问题，已销号${closed}条；发“/台账 单位名”看一家的全部。`
        : '没有您可以看的问题。',
      ...(act.rights.isOffice ? [`登记：${USAGE_ADD}`] : []),
    ]),
  );
}
