import { parseNumeral } from '../answers/characters/numerals.ts';
import { UserError } from '../errors.ts';
import type { NoticeModel } from '../notice/types.ts';
import { readDays } from '../people/days.ts';
import { leaderMeant, type NoticeNames, unitMeant } from '../people/notice-names.ts';
import { originalOf } from './model.ts';
import { AmendmentContent, FIELD_NAMES } from './types.ts';

const USAGE = [
  '请这样写（依据写文号或说明）：',
  '/修订 第7组 牵头单位 某局、某委 自 2026-03-01 依据 某办〔2026〕3号',
  '/修订 第7组 分包领导 姓名 自 2026年3月1日起 依据 领导分工调整',
  '/修订 第14条 配合单位 某局 自 2026-03-01 依据 机构改革',
  '/修订 第7组 牵头单位 恢复原文 自 2026-06-01 依据 某办〔2026〕9号',
  '小组可改：牵头单位、责任单位、分包领导；措施可改：牵头单位、配合单位、责任单位。',
].join('\n');

// 「自」 also begins names (自某…): the one before the day is followed by a day.
const GRAMMAR =
  /^第?\s*([\d\p{Script=Han}]+?)\s*(?:号)?(小?组|条)\s*(牵头单位|责任单位|配合单位|分包领导)\s*[:：]?\s*(.+?)\s*[,，]?自\s*(?=[\d０-９今明后大])(.+?)\s*[,，]?依据\s*[:：]?\s*(\S.*)$/su;
const LONGEST_BASIS = 100;

/** What was typed behind `/修订`. @throws UserError with the usage, or with what is wrong in it */
export function parseAmendment(
  typed: string,
  { model, names, today }: { model: NoticeModel; names: NoticeNames; today: string },
): AmendmentContent {
  const [, numeral = '', what = '', fieldName = '', said = '', day = '', basis = ''] =
    GRAMMAR.exec(typed.trim()) ?? [];
  const no = parseNumeral(numeral.normalize('NFKC'));
  const field = (['leadUnits', 'supportingUnits', 'responsibleUnits', 'leader'] as const).find(
    (one) => FIELD_NAMES[one] === fieldName,
  );
  if (no === undefined || field === undefined) throw new UserError(USAGE);
  if (basis.length > LONGEST_BASIS) throw new UserError(`依据请写短一些，不超过${LONGEST_BASIS}个字。`);
  const content = AmendmentContent.safeParse({
    kind: what === '条' ? 'measure' : 'group',
    no,
    field,
    value: said === '恢复原文' ? null : idsOf(said, field === 'leader' ? leaderMeant : unitMeant, names),
    from: dayOf(day, today),
    basis: basis.replace(/\s+/g, ' ').trim(),
  });
  if (!content.success) throw new UserError(USAGE);
  demandPlace(model, content.data);
  return content.data;
}

function idsOf(said: string, meant: typeof unitMeant, names: NoticeNames): string[] {
  const typed = said.split(/[、，,；;]/).map((name) => name.trim());
  return [...new Set(typed.filter((name) => name !== '').map((name) => meant(names, name).id))];
}

function dayOf(said: string, today: string): string {
  // A day without a year would be the next one, and amendments often name a day that is past.
  if (/\d/.test(said.normalize('NFKC')) && !/\d{4}/.test(said.normalize('NFKC')))
    throw new UserError('生效日请写明年份，例如：自 2026-03-01。');
  const { days, rest } = readDays(said, today);
  const [day, ...more] = days;
  if (day === undefined || more.length > 0 || !/^起?(?:施行|执行|生效)?$/.test(rest))
    throw new UserError(USAGE);
  return day;
}

function demandPlace(model: NoticeModel, content: AmendmentContent): void {
  const { kind, no } = content;
  if (originalOf(model, content) === undefined)
    throw new UserError(
      kind === 'group'
        ? `通知里没有第${no}组，小组编号是1～${model.groups.length}。`
        : `通知里没有第${no}条措施，措施编号是1～${model.measures.length}。`,
    );
  // Without its text nobody can report on it, whoever answers for it.
  if (kind === 'measure' && model.measures.find((one) => one.no === no)?.status === 'missing')
    throw new UserError(`第${no}条措施的原文缺页，不能只修订它的单位。`);
}
