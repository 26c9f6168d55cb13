import { MARKS } from '../../db/schema-reports.ts';
import type { Element } from '../cards/elements.ts';
import { form, input, multiSelect, select, submit } from '../cards/form.ts';
import { reportValue } from './card-parts.ts';
import { LONGEST_TEXT } from './content.ts';
import type { Desk } from './desk.ts';

/** 退回 for one of these, or in one's own words. */
export const REASON_CHIPS = [
  '内容为空或过于简略',
  '与上期内容雷同',
  '数据缺失或有误',
  '没有说明存在问题',
  '没有下一步打算',
  '与通知要求不对应',
] as const;

/** What the reviewer has in the form so far. */
export interface ReviewForm {
  mark: string;
  chips: readonly string[];
  reason: string;
  /** `item|indicator` of values whose 暂无数据 is accepted. */
  noData: readonly string[];
}

export const EMPTY_REVIEW: ReviewForm = { mark: '', chips: [], reason: '', noData: [] };

/** Where the form stands: the page of the report that it is under. */
interface Place {
  page: number;
  pages: number;
}

/** 采纳 and 退回 with what they need; turning the page keeps what is filled in. */
export function decisionForm(desk: Desk, of: Place & { typed: ReviewForm }): Element {
  const { typed } = of;
  return form('review_form', [
    select({
      name: 'mark',
      placeholder: '质量等级（采纳时必选）',
      options: MARKS.map((mark) => ({ label: mark, value: mark })),
      initial: typed.mark === '' ? undefined : typed.mark,
    }),
    ...missingValues(desk, typed),
    multiSelect({
      name: 'reason_chips',
      placeholder: '退回原因（退回时选一项或写一句）',
      options: REASON_CHIPS.map((chip) => ({ label: chip, value: chip })),
      initial: typed.chips,
    }),
    input({
      name: 'reason',
      placeholder: '退回原因或意见',
      maxLength: LONGEST_TEXT,
      rows: 2,
      initial: typed.reason,
    }),
    buttons(desk, of),
  ]);
}

/** More 暂无数据 than this in one report are not accepted one by one: such a report goes back. */
const MOST_NO_DATA = 20;
const LONGEST_LABEL = 40;

function missingValues(desk: Desk, typed: ReviewForm): Element[] {
  const missing = desk.sheet.items.flatMap((item) => item.values.filter((value) => value.no_data !== null));
  if (missing.length === 0) return [];
  return [
    multiSelect({
      name: 'no_data',
      placeholder: '认可哪些“暂无数据”（不认可的按未报计）',
      options: missing.slice(0, MOST_NO_DATA).map((value) => ({
        label: `${value.what}：${value.no_data ?? ''}`.slice(0, LONGEST_LABEL),
        value: `${value.item}|${value.indicator}`,
      })),
      initial: typed.noData,
    }),
  ];
}

function buttons(desk: Desk, { page, pages }: Place): Element {
  const { version } = desk.sheet.report;
  const go = (label: string, as: string, more: { page?: number; type?: 'primary' | 'danger' } = {}) => ({
    tag: 'column',
    width: 'auto',
    elements: [
      submit(label, reportValue(desk, 'review-decide', { version, as, page: more.page ?? page }), {
        name: as,
        type: more.type ?? 'default',
        width: 'default',
      }),
    ],
  });
  return {
    tag: 'column_set',
    flex_mode: 'flow',
    horizontal_spacing: '8px',
    columns: [
      ...(page > 0 ? [go('上一页', 'back', { page: page - 1 })] : []),
      ...(page < pages - 1 ? [go('下一页', 'on', { page: page + 1 })] : []),
      go('采纳', 'accept', { type: 'primary' }),
      go('退回', 'return', { type: 'danger' }),
    ],
  };
}
