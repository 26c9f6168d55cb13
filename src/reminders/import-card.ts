import {
  button,
  buttonRow,
  type Card,
  card,
  type Element,
  folded,
  markdown,
  text,
} from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { dayName } from '../reports/texts.ts';
import type { ArrangementFault, CheckedArrangement } from './arrangement.ts';
import type { MovedPeriod } from './moved-days.ts';

const MOST_FAULTS = 30;

/** What `/日程 导入` wants. */
export function howToImportCard(): Card {
  return card({
    summary: '导入放假安排',
    header: { title: '导入放假安排', template: 'blue' },
    elements: [
      markdown('在“/日程 导入”后面粘贴《国务院办公厅关于……年部分节假日安排的通知》全文（连同标题）再发送；'),
      markdown('或者把表格（xlsx、csv，一列日期，一列“放假”或“上班”）发到单聊，文件名里写“放假”。'),
      text('先看预览，点“确认导入”才生效。', { size: 'notation', color: 'grey' }),
    ],
  });
}

/** What is wrong, by line; nothing was applied. */
export function faultyArrangementCard(faults: readonly ArrangementFault[]): Card {
  const shown = faults
    .slice(0, MOST_FAULTS)
    .map((fault) => `第${fault.line}行：${escapeMarkdown(fault.says)}`);
  const rest = faults.length > MOST_FAULTS ? [`……共${faults.length}处`] : [];
  return card({
    summary: `放假安排有${faults.length}处问题`,
    header: { title: '放假安排没有导入', subtitle: `${faults.length}处问题`, template: 'orange' },
    elements: [markdown([...shown, ...rest].join('\n')), text('没有改动任何日子。改好后请再发一次。')],
  });
}

/** The period that moves first is open, later ones are folded. */
function movedElements(moved: readonly MovedPeriod[]): Element[] {
  const [first, ...later] = moved.map(({ name, moves }) => markdown([`**${name}**`, ...moves].join('\n')));
  if (first === undefined) return [text('按此安排，报送期的日子都不变。')];
  return [
    text('会变动的日子（原为推算或旧安排）：'),
    first,
    ...(later.length === 0 ? [] : [folded(`以后${later.length}期会变动的日子`, later)]),
  ];
}

/** What an import changes, before it is confirmed. */
export function arrangementPreviewCard(of: {
  id: string;
  today: string;
  arrangement: CheckedArrangement;
  moved: readonly MovedPeriod[];
  isReplacing: boolean;
}): Card {
  const { year, off, work } = of.arrangement;
  const names = (days: readonly string[]) => days.map((day) => dayName(day, `${year}-01-01`)).join('、');
  const value = { action: 'arrangement', id: of.id };
  return card({
    summary: `${year}年放假安排：预览`,
    header: { title: `${year}年放假安排`, subtitle: '确认之前不会改动任何日子', template: 'blue' },
    elements: [
      markdown(
        `**放假${off.length}天，补班${work.length}天**${of.isReplacing ? `，取代已有的${year}年安排` : ''}`,
      ),
      folded('逐日核对', [markdown(`**放假**：${names(off)}`), markdown(`**补班**：${names(work) || '无'}`)]),
      ...movedElements(of.moved),
      text('已开启或由办公室定过日子的报送期，开启日、截止日不变。', { size: 'notation', color: 'grey' }),
      buttonRow([
        button({ label: '确认导入', type: 'primary', value: { ...value, as: 'applied' } }),
        button({ label: '放弃', value: { ...value, as: 'dropped' } }),
      ]),
    ],
  });
}
