import { button, buttonRow, type Card, card, divider, lines, markdown, text } from '../src/cards/elements.ts';
import type { Command } from './command.ts';

/** Questions that work over any notice. */
const EXAMPLES = ['哪些领导分包哪些领域', '一共有几个专项小组', '各单位多久报一次工作进展'];

/** What the bot can do: how to ask, and each command with its use. */
export function helpCard(commands: readonly Command[]): Card {
  return card({
    summary: '营商环境助手：直接提问，或用命令',
    header: { title: '营商环境助手', subtitle: '答案都来自印发的通知，并注明出处', template: 'blue' },
    elements: [
      markdown('**直接问我**（群里请先 @我）'),
      buttonRow(EXAMPLES.map((question) => button({ label: question, value: { action: 'ask', question } }))),
      divider(),
      markdown('**命令**'),
      markdown(
        commands.map((command) => `**${lines([command.usage])}**　${lines([command.summary])}`).join('\n'),
      ),
      text('全角的／、少个空格都可以；英文也行，如 /group 7。', { size: 'notation', color: 'grey' }),
    ],
  });
}
