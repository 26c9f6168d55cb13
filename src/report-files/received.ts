import type { AttachmentMessage } from '../attachments.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import { readXlsx } from '../files/xlsx-read.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { actOf } from '../reports/act.ts';
import { ownDesks } from '../reports/own.ts';
import { downloaded } from './download.ts';
import { evidenceOutcome, MOST_EVIDENCE_MB } from './evidence.ts';
import { formOutcome } from './form-actions.ts';
import { formIdentity } from './form-read.ts';

const FORM_NAME = /报送表.*\.xlsx?$/i;
const MOST_FORM_MB = 5;

/**
 * A file that somebody of a unit sends in his own chat: a 报送表 that comes back, or evidence while a report is open.
 *
 * @throws UserError that says what to do
 */
export async function readReportFile(deps: Deps, event: AttachmentMessage): Promise<Outcome | undefined> {
  if (event.chatType !== 'direct') return undefined;
  const act = await actOf(deps, { sender: event.sender, key: event.messageId });
  if (act.rights.units.length === 0) return undefined;
  const { name } = event.attachment;
  if (FORM_NAME.test(name))
    return formOutcome(act, event, readXlsx(await downloaded(deps, event, MOST_FORM_MB)));
  const desks = await ownDesks(act);
  if (desks.length === 0) return undefined;
  const bytes = await downloaded(deps, event, MOST_EVIDENCE_MB);
  const sheets = /\.xlsx$/i.test(name) ? sheetsIn(bytes) : [];
  // A form that somebody renamed.
  if (formIdentity(sheets) !== undefined) return formOutcome(act, event, sheets);
  return evidenceOutcome(act, event, { bytes, desks });
}

/** The sheets of a workbook that may be a form; any other workbook may still be evidence. */
function sheetsIn(bytes: Uint8Array) {
  try {
    return readXlsx(bytes);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
