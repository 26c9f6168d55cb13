import { recordAudit } from '../../db/queries/audit.ts';
import { storeFile } from '../../db/queries/files.ts';
import { unitsWithoutLiaison } from '../../db/queries/people.ts';
import { liveBindings } from '../../db/queries/people-bindings.ts';
import { awaitRoster, awaitsRoster, storeRoster } from '../../db/queries/people-roster.ts';
import type { AttachmentMessage } from '../attachments.ts';
import type { Deps } from '../deps.ts';
import { LarkApiError, UserError } from '../errors.ts';
import { readCsv } from '../files/csv-read.ts';
import type { Sheet } from '../files/sheet.ts';
import { readXlsx } from '../files/xlsx-read.ts';
import type { OpenId } from '../ids.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { type Act, type Asked, actOf, demandOffice } from './act.ts';
import { changesOf, type RosterFault, readRoster, type Wish, wishesOf } from './roster.ts';
import { announceCard, previewCard } from './roster-cards.ts';
import { rosterTemplate } from './roster-template.ts';

const AWAITED_MS = 30 * 60_000;
const MOST_BYTES = 5 * 1024 * 1024;
/** The platform takes this many numbers at once. */
const MOBILES_A_CALL = 50;
const ROSTER_NAME = /联络员|名册|花名册|通讯录/;

/** What a stored roster holds until it is decided. */
export interface RosterPlan {
  wishes: Wish[];
  faults: number;
}

/** `/联络员 导入`: the next file is a roster; a template comes along. */
export async function announceImport(act: Act, asked: Asked): Promise<Outcome> {
  demandOffice(act, '导入名册');
  if (asked.chatType === 'group')
    throw new UserError('名册里有手机号，请在与我的单聊里发“/联络员 导入”，再发文件。');
  const { db } = act.deps;
  const fileId = `roster:${act.key}`;
  return {
    messages: [
      { key: `answer:${asked.key}`, to: asked.reply, body: { type: 'card', card: announceCard() } },
      { key: `template:${asked.key}`, to: asked.reply, body: { type: 'file', fileId } },
    ],
    writes: [
      awaitRoster(db, { id: act.key, openId: act.sender, now: act.now }),
      ...storeFile(db, {
        id: fileId,
        name: '联络员名册模板.xlsx',
        content: await rosterTemplate(act.names),
        now: act.now,
      }),
    ],
  };
}

/** A file that is a roster, because one was announced or its name says so: a preview of what it changes. */
export async function readRosterFile(deps: Deps, event: AttachmentMessage): Promise<Outcome | undefined> {
  if (event.chatType !== 'direct' || event.attachment.type !== 'file') return undefined;
  const act = await actOf(deps, { sender: event.sender, key: event.messageId });
  const isAwaited = await awaitsRoster(deps.db, act.sender, act.now - AWAITED_MS);
  if (!isAwaited && !(act.rights.isOffice && ROSTER_NAME.test(event.attachment.name))) return undefined;
  demandOffice(act, '导入名册');
  const roster = readRoster(await sheetsOf(deps, event), act.names);
  const openIds = await openIdsOf(deps, [...new Set(roster.lines.map((line) => line.mobile))]);
  const { wishes, faults } = wishesOf(roster.lines, openIds);
  const plan: RosterPlan = { wishes, faults: roster.faults.length + faults.length };
  return {
    messages: [
      {
        key: `answer:${act.key}`,
        to: { replyTo: event.messageId, chat: event.chatId },
        body: { type: 'card', card: await preview(act, wishes, [...roster.faults, ...faults]) },
      },
    ],
    writes: [
      storeRoster(deps.db, { id: act.key, openId: act.sender, plan: JSON.stringify(plan), now: act.now }),
      recordAudit(deps.db, {
        at: act.now,
        who: act.sender,
        action: 'roster-preview',
        subject: `roster:${act.key}`,
      }),
    ],
  };
}

async function preview(act: Act, wishes: readonly Wish[], faults: readonly RosterFault[]) {
  const { db } = act.deps;
  const standing = await liveBindings(db, { kind: 'unit', status: 'confirmed' });
  const without = await unitsWithoutLiaison(
    db,
    act.names.units.map((unit) => unit.id),
  );
  const served = new Set(wishes.filter((wish) => wish.role !== 'unit-head').map((wish) => wish.unitId));
  const missing = act.names.units.filter((unit) => without.includes(unit.id) && !served.has(unit.id));
  return previewCard(act, { id: act.key, changes: changesOf(wishes, standing), faults, missing });
}

async function sheetsOf(deps: Deps, event: AttachmentMessage): Promise<Sheet[]> {
  const { key, name } = event.attachment;
  const isCsv = /\.(?:csv|txt)$/i.test(name);
  if (!isCsv && !/\.xlsx?$/i.test(name)) throw new UserError('名册请发 xlsx 或 csv 表格。');
  const bytes = await downloaded(deps, event.messageId, key);
  if (bytes.length > MOST_BYTES) throw new UserError('名册文件太大：最大5 MB，请只留需要的内容再发。');
  return isCsv ? [readCsv(bytes)] : readXlsx(bytes);
}

async function downloaded(deps: Deps, messageId: string, key: string): Promise<Uint8Array> {
  try {
    return await deps.gateway.download(messageId, key, 'file');
  } catch (error) {
    if (error instanceof LarkApiError && error.outcome === 'refused')
      throw new UserError('这个文件取不下来：可能太大、已撤回或有保密限制。请重新发一次。', { cause: error });
    throw error;
  }
}

async function openIdsOf(deps: Deps, mobiles: readonly string[]): Promise<Map<string, OpenId>> {
  const found = new Map<string, OpenId>();
  for (let from = 0; from < mobiles.length; from += MOBILES_A_CALL) {
    const some = await deps.gateway.openIdsByMobile(mobiles.slice(from, from + MOBILES_A_CALL));
    for (const [mobile, openId] of some) found.set(mobile, openId);
  }
  return found;
}
