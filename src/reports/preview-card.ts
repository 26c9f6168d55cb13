import type { ItemSheet } from '../../db/queries/reports.ts';
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
import { evidenceElements, reportHeader, reportValue } from './card-parts.ts';
import { checkItem, type ItemCheck } from './checks.ts';
import { openFieldsOf } from './clash-card.ts';
import { fieldIn, TEXT_FIELDS } from './content.ts';
import type { Desk } from './desk.ts';
import { pagesOf } from './paging.ts';
import { readContent } from './revision.ts';
import { allows } from './states.ts';
import { COORDINATE, doubtText, faultText, fieldName, TEXT_LABELS, targetName } from './texts.ts';

/** The whole report and what is missing, over several pages when it is long. 提交 stands here and nowhere else. */
export function previewCard(desk: Desk, wanted = 0): Card {
  const checks = desk.sheet.items.map(checkItem);
  const maySubmit = allows('submit', desk.sheet.report, desk.phase);
  const pages = pagesOf([
    ...(maySubmit ? summary(desk, checks) : []),
    ...checks.map((check) => itemBlock(desk, check, maySubmit)),
    ...(maySubmit ? [] : keptBlocks(desk)),
  ]);
  const page = Math.min(Math.max(0, wanted), pages.length - 1);
  const which = pages.length > 1 ? ` · 第 ${page + 1}/${pages.length} 页` : '';
  return card({
    summary: `${desk.periodName}${desk.unitName}报送预览`,
    header: reportHeader(desk, `${desk.periodName} · 预览${which}`),
    elements: [
      ...(pages[page] ?? []),
      divider(),
      ...turning(desk, page, pages.length),
      ...(maySubmit ? submitting(desk, checks) : [buttonRow([back(desk)])]),
    ],
  });
}

/** What is missing, for the top of the preview. */
function summary(desk: Desk, checks: readonly ItemCheck[]): Element[][] {
  const empty = checks.filter((check) => check.isEmpty);
  const faults = checks.flatMap((check) => check.faults);
  const clashes = desk.clashes.length;
  const says: Element[] = [
    ...(faults.length > 0
      ? [
          text(`有${faults.length}处要改，改好才能提交：`, { color: 'red' }),
          ...faults.map(({ value, fault }) => text(faultText(fault, value), { color: 'red' })),
        ]
      : []),
    ...(empty.length > 0
      ? [
          text(
            `共${checks.length}项，还有${empty.length}项没有内容：${empty.map(({ item }) => item.title).join('、')}。可以不填直接提交，但会影响完整性得分。`,
            { color: 'orange' },
          ),
        ]
      : [text(`共${checks.length}项，都有内容。`, { color: 'green' })]),
    ...checks
      .filter((check) => !check.isEmpty && check.unfilled.length > 0)
      .map(({ item, unfilled }) =>
        text(`${item.title}还没有填数：${unfilled.map((value) => value.what).join('、')}。`, {
          color: 'orange',
        }),
      ),
    ...checks.flatMap((check) => check.doubts).map((value) => text(doubtText(value), { color: 'orange' })),
    ...(clashes > 0
      ? [
          text(`有${clashes}处内容因为两人同时修改还没有选定，点“继续填报”进入该项可以选。`, {
            color: 'orange',
          }),
        ]
      : []),
  ];
  return [...says.map((one) => [one]), [divider()]];
}

function itemBlock(desk: Desk, check: ItemCheck, mayEdit: boolean): Element[] {
  const { item } = check;
  const title = markdown(
    `**${item.position}. ${escapeMarkdown(item.title)}**（${escapeMarkdown(item.location)}）`,
  );
  const edit =
    mayEdit && (check.isEmpty || check.faults.length > 0)
      ? [
          button({
            label: check.isEmpty ? '填这一项' : '改这一项',
            size: 'small',
            value: reportValue(desk, 'report-open', { item: item.item }),
          }),
        ]
      : [];
  if (check.isEmpty)
    return [title, text('（没有内容）', { color: 'grey' }), ...evidenceElements(desk, item.item), ...edit];
  return [title, ...itemTexts(item).map((line) => text(line)), ...evidenceElements(desk, item.item), ...edit];
}

/** What he typed when the report was closed already: not in the report, and not lost. */
function keptBlocks(desk: Desk): Element[][] {
  return desk.clashes
    .filter((clash) => clash.by === desk.act.sender)
    .map((clash) => {
      const item = desk.sheet.items.find((one) => one.item === clash.item);
      const kept = readContent(clash.content);
      const said = openFieldsOf(clash).map((field) => {
        const value = fieldIn(kept, field);
        return `${fieldName(field, item?.values ?? [])}：${value === true ? '是' : value || '（空）'}`;
      });
      return [
        markdown(`**您另外填过、没有写进报告的内容** ${escapeMarkdown(item?.title ?? '')}`),
        ...said.map((line) => text(line, { color: 'grey' })),
      ];
    });
}

/** What an item says, as plain lines. */
function itemTexts(item: ItemSheet): string[] {
  const texts = TEXT_FIELDS.filter((field) => item[field] !== '').map(
    (field) => `${TEXT_LABELS[field]}：${item[field]}`,
  );
  const values = item.values.map(
    (value) => `${value.what}：${value.raw === '' ? '（没有填）' : value.raw}（目标 ${targetName(value)}）`,
  );
  return [
    ...texts,
    ...(values.length > 0 ? [values.join('\n')] : []),
    ...(item.coordinate === 1 ? [`※ ${COORDINATE}`] : []),
  ];
}

function turning(desk: Desk, page: number, count: number): Element[] {
  if (count === 1) return [];
  const of = (label: string, to: number) =>
    button({ label, value: reportValue(desk, 'report-preview', { page: to }) });
  return [
    buttonRow([
      ...(page > 0 ? [of('上一页', page - 1)] : []),
      ...(page < count - 1 ? [of('下一页', page + 1)] : []),
    ]),
  ];
}

function submitting(desk: Desk, checks: readonly ItemCheck[]): Element[] {
  const empty = checks.filter((check) => check.isEmpty).length;
  return [
    buttonRow([
      button({
        label: '提交',
        type: 'primary',
        // The version that was seen: what somebody else changes meanwhile is shown before it is submitted.
        value: reportValue(desk, 'report-submit', { version: desk.sheet.report.version }),
        ...(empty > 0 &&
          empty < checks.length && {
            confirm: { title: '确认提交？', text: `还有${empty}项没有内容，提交后按未填计算完整性。` },
          }),
      }),
      button({ label: '继续填报', value: reportValue(desk, 'report-open') }),
    ]),
  ];
}

function back(desk: Desk): Element {
  return button({ label: '返回', value: reportValue(desk, 'report-home') });
}
