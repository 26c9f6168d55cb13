import { storeFile } from '../../db/queries/files.ts';
import { pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { insertAnnualMark } from '../../db/queries/scoring-facts.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { unitMeant } from '../people/notice-names.ts';
import { namesOfNotice } from '../people/notice-of.ts';
import {
  type Asked,
  actOf,
  answeredPrivately,
  audit,
  demandOffice,
  privatePlace,
  type ReportAct,
  saysCard,
} from '../reports/act.ts';
import { type PeriodId, parsePeriod, periodName } from '../reports/period.ts';
import { shownBoard, shownUnit } from './act.ts';
import { rubricCard, rubricForm } from './cards.ts';
import { isCorrection } from './entries.ts';
import { entryWrites } from './entry.ts';
import { notMeasurable, RUBRIC_FIELDS } from './rubric.ts';
import { currentRubric } from './rubrics.ts';
import { parseSpan, type SpanId, spanName } from './span.ts';
import { numberText } from './texts.ts';
import { scoresWorkbook } from './workbook.ts';

const ENTRY =
  /^(.+?)\s*(\d{4}\s*(?:年\s*第?|Q)\s*[1-4一二三四]\s*(?:季度?)?)?\s*([+＋\-－−–])\s*([\d０-９]+(?:[.．][\d０-９]+)?)\s*分?\s*(.*)$/is;
const ANNUAL = /^(\S+)\s+(?:(\d{4})\s*年?\s*)?年度(?:考评)?(?:分|得分)?\s*(-?\d+(?:\.\d+)?)\s*分?$/;
const UNIT_AND_SPAN = /^(.*?)\s*(\d{4}\s*(?:年|[QH]|[上下]半年|$).*)$/is;

/** `/评分 …` as design §4 has it. @throws UserError */
export async function scoreOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  const said = asked.args.normalize('NFKC').trim();
  if (/^办法/.test(said)) return rubricOutcome(act, asked, said);
  // Before the entries, whose sign a mark below 0 would be taken for.
  const annual = ANNUAL.exec(said);
  if (annual) return annualOutcome(act, asked, annual);
  // As it was typed: the reason is kept in the office's own signs.
  const entry = ENTRY.exec(asked.args.trim());
  if (entry) return entryOutcome(act, asked, entry);
  if (said === '')
    return act.rights.isOffice ? tableOutcome(act, asked, await newest(deps)) : ownOutcome(act, asked);
  const [, name = said, typed] = UNIT_AND_SPAN.exec(said) ?? [];
  if (name === '') return tableOutcome(act, asked, parseSpan(said));
  const unit = unitMeant(namesOfNotice(deps), name).id;
  const span = typed === undefined ? await newest(deps) : parseSpan(typed);
  return answeredPrivately(asked, await shownUnit(act, { unit, span }));
}

/** The newest period that was ever open. @throws UserError */
async function newest(deps: Deps): Promise<PeriodId> {
  const [period] = await pastAndOpenPeriods(deps.db);
  if (period === undefined) throw new UserError('还没有开过报送期，没有评分。');
  return period.id as PeriodId;
}

async function tableOutcome(act: ReportAct, asked: Asked, span: SpanId): Promise<Outcome> {
  demandOffice(act, '看全部单位的评分；看自己单位的请发：/评分 单位名');
  const board = await shownBoard(act, { span, board: 'units', page: 0 });
  const shown = answeredPrivately(asked, board, { goesOn: true });
  const file = await scoresWorkbook(act.deps, span);
  if (file === undefined) return shown;
  const id = `score:${asked.key}`;
  return {
    ...shown,
    messages: [...shown.messages, { key: id, to: privatePlace(asked), body: { type: 'file', fileId: id } }],
    writes: storeFile(act.deps.db, { id, ...file, now: act.now }),
  };
}

async function ownOutcome(act: ReportAct, asked: Asked): Promise<Outcome> {
  const [own] = act.rights.units;
  if (own === undefined) throw new UserError('请写上单位，例如：/评分 单位名');
  return answeredPrivately(asked, await shownUnit(act, { unit: own.unitId, span: await newest(act.deps) }));
}

async function entryOutcome(act: ReportAct, asked: Asked, found: RegExpExecArray): Promise<Outcome> {
  demandOffice(act, '录入加分和扣分');
  const [, name = '', typed, signTyped = '', size = '', reason = ''] = found;
  const sign = /[+＋]/.test(signTyped) ? '+' : '-';
  const unit = unitMeant(namesOfNotice(act.deps), name);
  const period = typed === undefined ? await newest(act.deps) : parsePeriod(typed);
  const points = Number(size.normalize('NFKC')) * (sign === '+' ? 1 : -1);
  const writes = await entryWrites(act, { unit: unit.id, period, points, reason: reason.trim() });
  const { rubric } = await currentRubric(act.deps.db);
  const usual = reason.startsWith('通报批评') ? rubric.deducts.perCriticism : undefined;
  const says = [
    `**${escapeMarkdown(unit.name)}**　${sign}${numberText(Math.abs(points))}　${periodName(period)}`,
    escapeMarkdown(reason.trim()),
    ...(usual !== undefined && usual !== -points
      ? [`评分办法写的是通报批评每次扣${numberText(usual)}分，这次录入的不同，请核对。`]
      : []),
    ...(isCorrection({ reason: reason.trim() }) ? ['按更正得分计，不占加分、扣分的上限。'] : []),
    '录错了可以取消：发“/评分 单位名”，在卡片下面写理由后取消。',
  ];
  return { ...answeredPrivately(asked, saysCard('已录入', says, 'green')), writes };
}

async function annualOutcome(act: ReportAct, asked: Asked, found: RegExpExecArray): Promise<Outcome> {
  demandOffice(act, '录入年度考评分');
  const [, name = '', typed, size] = found;
  const unit = unitMeant(namesOfNotice(act.deps), name);
  const year = typed ?? (await newest(act.deps)).slice(0, 4);
  const mark = Number(size);
  if (mark < 0 || mark > 100) throw new UserError(`年度考评分应在0～100之间，${numberText(mark)}没有录入。`);
  const { db } = act.deps;
  const says = [
    `**${escapeMarkdown(unit.name)}**　${spanName(year)}考评　**${numberText(mark)}分**`,
    '再录一次就以新的为准，旧的仍留存。',
  ];
  return {
    ...answeredPrivately(asked, saysCard('已录入', says, 'green')),
    writes: [
      insertAnnualMark(db, { id: act.key, year, unit: unit.id, mark, entered_by: act.sender, at: act.now }),
      audit(act, 'annual-mark', { subject: `score:${year}:${unit.id}`, detail: String(mark) }),
    ],
  };
}

async function rubricOutcome(act: ReportAct, asked: Asked, said: string): Promise<Outcome> {
  const version = await currentRubric(act.deps.db);
  if (!/修改/.test(said)) return answeredPrivately(asked, rubricCard(version, act.rights.isOffice));
  demandOffice(act, '修改评分办法');
  return answeredPrivately(asked, rubricForm(version, { typed: typedFields(said) }));
}

/** `办法 修改 质量 35 指标 25`: what the form begins with. @throws UserError for what may not be measured */
function typedFields(said: string): Record<string, string> {
  const pairs = said.replace(/^办法\s*修改/, '').matchAll(/([^\s\d]+)\s*(\d+(?:\.\d+)?)/g);
  return Object.fromEntries(
    [...pairs].map(([, label = '', value = '']) => {
      const field = RUBRIC_FIELDS.find((one) => one.label === label);
      if (field === undefined) throw notMeasurable(label);
      return [field.name, value];
    }),
  );
}
