import { type Card, card, folded, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { type BulletinPart, isGroup, isHead, textOf } from './parts.ts';

/** Of a part's first line, so that the whole list fits a card. */
const FIRST_WORDS = 60;

/** The 送审稿 in brief: its key figures, and how each section begins. */
export function draftCard(period: PeriodId, parts: readonly BulletinPart[]): Card {
  const sections = parts.filter((part) => !isHead(part) && !isGroup(part) && part.id !== 'overall');
  return card({
    summary: `${periodName(period)}通报送审稿`,
    header: { title: '通报送审稿', subtitle: periodName(period), template: 'blue' },
    elements: [
      text(textOf(parts, 'overall')),
      ...sections.map(beginning),
      folded('各专项工作小组进展', parts.filter(isGroup).map(beginning)),
      text('文件在下面，可以直接修改。文号、成文日期和印章由办公室填写。内容取自此刻的报送数据。', {
        size: 'notation',
        color: 'grey',
      }),
    ],
  });
}

function beginning(part: BulletinPart) {
  const [first = ''] = part.text.split('\n');
  const words = first.length > FIRST_WORDS ? `${first.slice(0, FIRST_WORDS)}……` : first;
  return markdown(`**${escapeMarkdown(part.title)}**\n${escapeMarkdown(words)}`);
}
