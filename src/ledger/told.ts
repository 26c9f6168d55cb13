import type { LedgerEntryRow, LedgerStepRow } from '../../db/queries/ledger.ts';
import { liaisonsOf, officeMembers } from '../../db/queries/people.ts';
import type { OpenId } from '../ids.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { labelsOf } from '../people/labels.ts';
import type { ReportAct } from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { OFFICE_HINTS, toldCard, UNIT_HINTS } from './cards.ts';

type Said = Pick<LedgerStepRow, 'what' | 'words'>;

/** Tells the unit's liaisons; `hint` is for the one who acts, where there is nobody to tell. */
export async function unitTold(
  act: ReportAct,
  entry: LedgerEntryRow,
  step: Said,
): Promise<{ messages: OutboundMessage[]; hint: string }> {
  const people = (await liaisonsOf(act.deps.db, entry.unit, act.today)).map(({ openId }) => openId);
  const hint =
    people.length > 0
      ? '已告知单位联络员。'
      : `${unitNameOf(act, entry.unit)}还没有联络员，没有人收到，请另行告知。`;
  return { messages: await messages(act, entry, { step, people, hint: UNIT_HINTS[entry.status] }), hint };
}

/** Tells the office's members. */
export async function officeTold(
  act: ReportAct,
  entry: LedgerEntryRow,
  step: Said,
): Promise<OutboundMessage[]> {
  const people = await officeMembers(act.deps.db, act.deps.office);
  return messages(act, entry, { step, people, hint: OFFICE_HINTS[entry.status] });
}

/** Whoever acts has the answer and is not told again. */
async function messages(
  act: ReportAct,
  entry: LedgerEntryRow,
  of: { step: Said; people: readonly string[]; hint: (no: string) => string },
): Promise<OutboundMessage[]> {
  const by = (await labelsOf(act.deps, [act.sender]))(act.sender);
  const shown = toldCard(act, entry, { step: of.step, by, hint: of.hint(entry.no) });
  return of.people
    .filter((person) => person !== act.sender)
    .map((person) => ({
      key: `ledger:${act.key}:${person}`,
      to: { person: person as OpenId },
      body: { type: 'card', card: shown },
    }));
}
