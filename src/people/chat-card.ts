import { button, buttonRow, type Card, card, type Element, markdown, plain } from '../cards/elements.ts';
import type { ChatId } from '../ids.ts';
import type { NoticeNames } from './notice-names.ts';

/** What a group is for: the work group, or one task group's. */
export function chatElements(names: NoticeNames, chat: ChatId): Element[] {
  // A forwarded copy must not speak for the chat that it was forwarded to.
  const value = { action: 'bind-chat', chat };
  return [
    markdown('**本群用途**（由领导小组办公室选择）'),
    buttonRow([button({ label: '设为工作群', value: { ...value, use: 'work' } })]),
    {
      tag: 'select_static',
      placeholder: plain('设为某个专项小组的群'),
      width: 'fill',
      options: names.groups.map((group) => ({
        text: plain(`${group.no} ${group.name}`),
        value: String(group.no),
      })),
      behaviors: [{ type: 'callback', value: { ...value, use: 'group' } }],
    },
  ];
}

/** To a group that the bot has come into. */
export function joinedCard(names: NoticeNames, chat: ChatId): Card {
  return card({
    summary: '请领导小组办公室选择本群用途',
    header: { title: '我来了', subtitle: '请先告诉我这是什么群', template: 'blue' },
    elements: [
      markdown('在群里 @我 就可以提问。只有设为工作群后，通报和填报进度才会发到群里，并且只报数量。'),
      ...chatElements(names, chat),
    ],
  });
}
