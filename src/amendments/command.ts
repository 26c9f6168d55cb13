import { insertAmendmentDraft } from '../../db/queries/amendments.ts';
import { button, type Card, card, lines, markdown, text } from '../cards/elements.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { type Asked, answeredWith } from '../people/act.ts';
import { namesOfNotice } from '../people/notice-of.ts';
import { actOf, answeredPrivately, demandOffice, saysCard } from '../reports/act.ts';
import { inForce, originalOf } from './model.ts';
import { parseAmendment } from './parse.ts';
import { amendmentsOf } from './stored.ts';
import type { AmendmentContent } from './types.ts';
import { amendmentLine, subjectName, valueNames } from './wording.ts';

const MOST_LISTED = 40;

/** `/修订` lists what is in force, for everybody; with a change the office gets its preview. @throws UserError */
export async function amendOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  const before = await amendmentsOf(deps);
  if (asked.args === '') return answeredWith(asked, listCard(deps, before, act.today));
  demandOffice(act, '修订通知');
  const { model } = deps.notice;
  const content = parseAmendment(asked.args, {
    model,
    names: namesOfNotice(deps),
    today: act.today,
  });
  demandChange(deps, before, content);
  return {
    ...answeredPrivately(asked, previewCard(deps, content, act.key)),
    writes: [
      insertAmendmentDraft(deps.db, {
        id: act.key,
        content: JSON.stringify(content),
        made_by: act.sender,
        made_at: act.now,
      }),
    ],
  };
}

/** @throws UserError when the day would be as before. */
export function demandChange(
  { notice }: Deps,
  before: readonly AmendmentContent[],
  content: AmendmentContent,
): void {
  const on = (all: readonly AmendmentContent[]) =>
    inForce(all, content.from).find(
      (one) => one.kind === content.kind && one.no === content.no && one.field === content.field,
    )?.value ?? originalOf(notice.model, content);
  if (JSON.stringify(on(before)) === JSON.stringify(on([...before, content])))
    throw new UserError(`${content.from}的${subjectName(notice, content)}已经是这样，不用修订。`);
}

function previewCard({ notice }: Deps, content: AmendmentContent, id: string): Card {
  const original = originalOf(notice.model, content) ?? [];
  const title = subjectName(notice, content);
  return card({
    summary: `修订：${title}`,
    header: { title: '修订（待确认）', subtitle: title, template: 'orange' },
    elements: [
      markdown(
        lines([
          `原文：${valueNames(notice, content.field, original)}`,
          `修订后：${content.value === null ? '恢复原文' : valueNames(notice, content.field, content.value)}`,
          `生效日：${content.from}`,
          `依据：${content.basis}`,
        ]),
      ),
      text('确认后，回答会在原文旁注明；以后开启的报送期按修订后的单位生成，已开启的不变。', {
        size: 'notation',
        color: 'grey',
      }),
      button({ label: '确认修订', type: 'primary', value: { action: 'amend-confirm', id } }),
    ],
  });
}

function listCard({ notice }: Deps, all: readonly AmendmentContent[], today: string): Card {
  const counting = inForce(all, today);
  const coming = all.filter((one) => one.from > today);
  const paragraph = (title: string, some: readonly AmendmentContent[]) =>
    some.length === 0
      ? []
      : [`**${title}**\n${lines(some.slice(-MOST_LISTED).map((one) => amendmentLine(notice, one)))}`];
  const says = [...paragraph('现行修订', counting), ...paragraph('尚未生效', coming)];
  return saysCard(
    `修订：现行${counting.length}项`,
    says.length > 0 ? says : ['通知没有修订，一切以原文为准。'],
  );
}
