import { insertRubric } from '../../db/queries/rubrics.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { fieldOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import {
  actOfClick,
  audit,
  carried,
  demandOffice,
  info,
  pressed,
  saysCard,
  success,
  warning,
} from '../reports/act.ts';
import { shownBoard } from './act.ts';
import { BOARDS } from './boards.ts';
import { rubricCard, rubricForm } from './cards.ts';
import { cancelWrites } from './entry.ts';
import { RUBRIC_FIELDS, type RubricVersion, withFields } from './rubric.ts';
import { currentRubric } from './rubrics.ts';
import { parseSpan } from './span.ts';

/** The card actions of 评分; each checks the operator's right at the moment of the click. */
export const SCORE_ACTIONS = {
  'score-board': turnBoard,
  'score-cancel': cancelEntry,
  'score-rubric-edit': editRubric,
  'score-rubric-save': saveRubric,
} as const;

/** Another board, another page. */
async function turnBoard(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '看全部单位的评分');
  const board = BOARDS.find((one) => one === carried(event, 'board')) ?? 'units';
  const page = Math.max(0, Math.trunc(Number(carried(event, 'page')) || 0));
  const span = parseSpan(carried(event, 'span'));
  return pressed(event, { toast: info('已更新'), card: await shownBoard(act, { span, board, page }) });
}

async function cancelEntry(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '取消加分和扣分');
  const because = fieldOf(event.form, 'reason');
  const writes = await cancelWrites(act, { entry: carried(event, 'entry'), because });
  const says = `已取消，理由：${because}`;
  return pressed(event, {
    toast: success('已取消'),
    card: saysCard('已取消', [escapeMarkdown(says), '再发“/评分 单位名”看取消后的评分。'], 'grey'),
    writes,
  });
}

async function editRubric(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '修改评分办法');
  const version = await currentRubric(deps.db);
  return pressed(event, { toast: info('请修改后保存'), card: rubricForm(version, { typed: {} }) });
}

/** A new version; what cannot be saved stays in the form with the reason. */
async function saveRubric(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '修改评分办法');
  const version = await currentRubric(deps.db);
  if (Number(carried(event, 'version')) !== version.version)
    return pressed(event, {
      toast: warning('评分办法刚刚被别人改过，请看过再改'),
      card: rubricForm(version, { typed: event.form }),
    });
  const made = changed(version, event.form);
  if (typeof made === 'string')
    return pressed(event, {
      toast: warning('没有保存，见卡片上的红字'),
      card: rubricForm(version, { typed: event.form, refusal: made }),
    });
  const next: RubricVersion = { version: version.version + 1, rubric: made, madeBy: act.sender, at: act.now };
  return pressed(event, {
    toast: success(`已保存为第${next.version}版，从下一个开启的报送期起用`),
    card: rubricCard(next, true),
    writes: [
      insertRubric(deps.db, {
        version: next.version,
        content: JSON.stringify(made),
        made_by: act.sender,
        at: act.now,
      }),
      audit(act, 'rubric', { subject: `rubric:${next.version}` }),
    ],
  });
}

/** The rubric as the form has it, or why it cannot be saved. */
function changed({ rubric }: RubricVersion, form: Record<string, unknown>) {
  try {
    return withFields(rubric, numbersIn(form));
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/** A field that is left empty stays as it was. @throws UserError for what is no number */
function numbersIn(form: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    RUBRIC_FIELDS.flatMap(({ name, label }) => {
      const typed = fieldOf(form, name).normalize('NFKC');
      if (typed === '') return [];
      if (!/^\d+(?:\.\d+)?$/.test(typed)) throw new UserError(`${label}“${typed}”不是数字，没有保存。`);
      return [[name, Number(typed)] as const];
    }),
  );
}
