import {
  button,
  buttonRow,
  type Card,
  card,
  divider,
  type Element,
  markdown,
  text,
} from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { reportHeader, reportValue } from '../reports/card-parts.ts';
import { fieldIn } from '../reports/content.ts';
import type { Desk } from '../reports/desk.ts';
import { fieldName } from '../reports/texts.ts';
import type { FormChange, FormPlan } from './form-plan.ts';

/** Faults that one card names; the others come up when these are mended. */
const MOST_FAULTS = 15;
const MOST_ITEMS = 15;
const LONGEST_SAYS = 100;

/** What a form that came back would change, what is wrong in it, and 确认写入. */
export function formPreviewCard(
  desk: Desk,
  of: { id: string; plan: FormPlan; changes: readonly FormChange[] },
): Card {
  const { id, plan, changes } = of;
  return card({
    summary: `${desk.unitName}报送表：核对后写入`,
    header: reportHeader(desk, `${desk.periodName} · 收到报送表`),
    elements: [
      ...faultElements(plan),
      ...changeElements(changes),
      divider(),
      ...(changes.length === 0
        ? []
        : [
            buttonRow([
              button({
                label: plan.faults.length > 0 ? '确认写入（跳过有问题的）' : '确认写入',
                type: 'primary',
                value: reportValue(desk, 'form-apply', { id }),
              }),
              button({ label: '放弃', value: reportValue(desk, 'form-drop', { id }) }),
            ]),
          ]),
      text('写入的是草稿，不会提交；写入后还可以在卡片上改。', { size: 'notation', color: 'grey' }),
    ],
  });
}

/** After 确认写入 or 放弃: what became of it, and the way on. */
export function formDoneCard(desk: Desk, says: readonly string[]): Card {
  return card({
    summary: says[0] ?? '',
    header: reportHeader(desk, `${desk.periodName} · 报送表`),
    elements: [
      ...says.map((line) => text(line)),
      buttonRow([
        button({ label: '预览', type: 'primary', value: reportValue(desk, 'report-preview') }),
        button({ label: '继续填报', value: reportValue(desk, 'report-open') }),
      ]),
    ],
  });
}

function faultElements({ faults }: FormPlan): Element[] {
  if (faults.length === 0) return [];
  const shown = faults
    .slice(0, MOST_FAULTS)
    .map(({ sheet, cell, says }) => `「${sheet}」${cell}：${cut(says)}`);
  const more = faults.length - shown.length;
  return [
    markdown(`**有${faults.length}格没有读进来，改好后可以再发一次：**`),
    text([...shown, ...(more > 0 ? [`另有${more}格。`] : [])].join('\n'), { color: 'red' }),
  ];
}

function changeElements(changes: readonly FormChange[]): Element[] {
  const fresh = changes.filter((change) => change.fields.length > 0 && !change.isCarried);
  const carried = changes.filter((change) => change.fields.length > 0 && change.isCarried);
  const clashing = changes.filter((change) => change.clashes.length > 0);
  if (changes.length === 0) return [markdown('**表里没有要写入的改动**：与草稿相同。')];
  return [
    ...listed(`将写入${fresh.length}项`, fresh.map(changeLine)),
    ...listed(
      `与上次报的相同、将沿用${carried.length}项`,
      carried.map(({ item }) => `${item.position}. ${item.title}`),
    ),
    ...listed(
      `${clashing.length}项在制表后别人也改过：这几栏先不写入，两份内容都留着，写入后在该项里选`,
      clashing.map(
        (change) => `${change.item.position}. ${change.item.title}：${names(change, change.clashes)}`,
      ),
    ),
  ];
}

function listed(title: string, rows: readonly string[]): Element[] {
  if (rows.length === 0) return [];
  const more = rows.length > MOST_ITEMS ? [`另有${rows.length - MOST_ITEMS}项`] : [];
  return [
    markdown(`**${escapeMarkdown(title)}**`),
    text([...rows.slice(0, MOST_ITEMS).map(cut), ...more].join('\n')),
  ];
}

/** `3. 某事：工作进展、下一步打算；清空存在问题` */
function changeLine(change: FormChange): string {
  const { item, content, fields } = change;
  const emptied = fields.filter((field) => content !== undefined && fieldIn(content, field) === '');
  const filled = fields.filter((field) => !emptied.includes(field));
  const parts = [
    ...(filled.length > 0 ? [names(change, filled)] : []),
    ...(emptied.length > 0 ? [`清空${names(change, emptied)}`] : []),
  ];
  return `${item.position}. ${item.title}：${parts.join('；')}`;
}

function names({ item }: FormChange, fields: FormChange['fields']): string {
  return fields.map((field) => fieldName(field, item.values)).join('、');
}

function cut(says: string): string {
  return says.length > LONGEST_SAYS ? `${says.slice(0, LONGEST_SAYS)}…` : says;
}
