import { awaitOwnDocx, newestBulletinPeriod } from '../../db/queries/bulletins.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import {
  type Asked,
  actOf,
  answeredPrivately,
  audit,
  demandOffice,
  privatePlace,
  type ReportAct,
} from '../reports/act.ts';
import { type PeriodId, parsePeriod, periodName } from '../reports/period.ts';
import { type BulletinDesk, bulletinDesk, publishedWithSections } from './desk.ts';
import { deskCard } from './desk-card.ts';
import { awaitedCard } from './own-card.ts';
import { filesSent } from './paper.ts';
import { publishedMessages } from './published.ts';
import { closedBecause, settled } from './settle.ts';

const WITH_OWN = /^(.*?)\s*(?:上传)?定稿$/s;

/**
 * `/通报 2026Q4`: the office gets the bulletin as it stands, with its docx and annex, in its own chat; everybody else
 * what was published. `/通报 2026Q4 定稿`: the office's next docx is the one to publish.
 *
 * @throws UserError
 */
export async function bulletinOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  const said = asked.args.trim();
  const own = WITH_OWN.exec(said)?.[1];
  if (own !== undefined) return announced(act, asked, await periodAsked(act, own));
  const id = await periodAsked(act, said);
  const published = await publishedWithSections(act, id);
  // In a group the office is shown what everybody is.
  if (published !== undefined && (!act.rights.isOffice || asked.chatType === 'group'))
    return {
      messages: publishedMessages(published, { to: asked.reply, key: `answer:${asked.key}` }),
      writes: [],
    };
  if (!act.rights.isOffice)
    throw new UserError(
      `${periodName(id)}的通报还没有发布，发布以后大家都能看。只有领导小组办公室成员可以起草通报。`,
    );
  return shownToOffice(asked, await bulletinDesk(act, id));
}

/** Bare `/通报` is about the newest one. @throws UserError where there is none, or the words name no period */
async function periodAsked(act: ReportAct, said: string): Promise<PeriodId> {
  if (said !== '') return parsePeriod(said);
  const newest = await newestBulletinPeriod(act.deps.db, { isPublished: !act.rights.isOffice });
  if (newest === undefined) throw new UserError('请写上是哪一期的通报，例如：/通报 2026Q4');
  return newest as PeriodId;
}

async function shownToOffice(asked: Asked, desk: BulletinDesk): Promise<Outcome> {
  const now = settled(desk);
  const [shown, ...hint] = answeredPrivately(asked, deskCard(now.desk), { goesOn: true }).messages;
  const files = await filesSent(now.desk, { to: privatePlace(asked), key: asked.key });
  const made = desk.isNew
    ? [audit(desk.act, 'draft-bulletin', { subject: `period:${desk.row.period}` })]
    : [];
  return {
    messages: [...(shown ? [shown] : []), ...files.messages, ...hint],
    writes: [...now.writes, ...files.writes, ...made],
  };
}

async function announced(act: ReportAct, asked: Asked, id: PeriodId): Promise<Outcome> {
  demandOffice(act, '上传定稿');
  if (asked.chatType === 'group') throw new UserError(`请在与我的单聊里发“/通报 ${id} 定稿”，再发文件。`);
  const desk = await bulletinDesk(act, id);
  const closed = closedBecause(desk);
  if (closed !== undefined) throw new UserError(`现在不能换定稿：${closed}。`);
  const { revision } = desk.row;
  return {
    ...answeredPrivately(asked, awaitedCard(desk)),
    writes: [
      ...settled(desk).writes,
      awaitOwnDocx(act.deps.db, act.sender, { period: id, revision, now: act.now }),
    ],
  };
}
