import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type Caller, startRecorded, text } from './support.ts';

const CARD = {
  config: { wide_screen_mode: true },
  header: { title: { tag: 'plain_text', content: '题' }, template: 'blue' },
  elements: [{ tag: 'div', text: { tag: 'plain_text', content: '只给一个人' } }],
};
let sandbox: Sandbox;
let api: Caller;
let group: string;
let leader: string;
beforeEach(async () => {
  ({ sandbox, api } = await startRecorded());
  group = sandbox.groupId('work');
  leader = sandbox.openIdOf('leader-head');
});
afterEach(() => sandbox.close());

const show = (of: Record<string, unknown> = {}) =>
  api.call('POST', 'ephemeral/v1/send', {
    chat_id: group,
    open_id: leader,
    msg_type: 'interactive',
    card: CARD,
    ...of,
  });
const page = async (openId: string) => {
  const answer = await fetch(`${sandbox.url}/sandbox/api/chats/${group}/messages?as=${openId}`);
  return ((await answer.json()) as { messages: { onlyFor?: string }[] }).messages;
};

describe('a card that one person of a group sees', () => {
  test('is on his page, in his list of chats, and nowhere else', async () => {
    const other = sandbox.openIdOf('office-1');
    await api.send(group, 'text', text('大家好'));
    const answer = await show();
    expect(answer).toMatchObject({ code: 0, data: { message_id: expect.stringMatching(/^om_/) } });
    expect((await page(leader)).map(({ onlyFor }) => onlyFor)).toEqual([undefined, leader]);
    expect(await page(other)).toHaveLength(1);
    expect(sandbox.messagesIn(group)).toHaveLength(1);
    expect(sandbox.messagesIn(group, leader)).toHaveLength(2);
    const state = async (openId: string) => {
      const read = await fetch(`${sandbox.url}/sandbox/api/state?as=${openId}`);
      const { chats } = (await read.json()) as { chats: { chatId: string; unread: number }[] };
      return chats.find((chat) => chat.chatId === group);
    };
    expect(await state(leader)).toMatchObject({ unread: 2, last: { preview: '[卡片] 题' } });
    expect(await state(other)).toMatchObject({ unread: 1, last: { preview: '大家好' } });
  });

  test('is shown anew by each call, and cannot be changed, marked or pressed by others', async () => {
    const { data } = await show();
    await show();
    expect(sandbox.messagesIn(group, leader)).toHaveLength(2);
    const id = String(data['message_id']);
    const patched = await api.call('PATCH', `im/v1/messages/${id}`, { content: JSON.stringify(CARD) });
    expect(patched.code).toBe(230054);
    expect(() => sandbox.as(leader).react(id, 'OK')).toThrow('没有这条消息');
    const act = await fetch(
      `${sandbox.url}/sandbox/api/messages/${id}/actions?as=${sandbox.openIdOf('office-1')}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ tag: 'button', value: {} }),
      },
    );
    expect(act.status).toBe(404);
  });

  test.each<[string, () => Record<string, unknown>, number]>([
    ['a direct chat', () => ({ chat_id: sandbox.directChatId(leader) }), 18053],
    ['a chat that is unknown', () => ({ chat_id: 'oc_none' }), 99992352],
    ['somebody outside the group', () => ({ open_id: sandbox.openIdOf('stranger') }), 232011],
    ['somebody unknown', () => ({ open_id: 'ou_none' }), 99992351],
    ['another type', () => ({ msg_type: 'text' }), 99992402],
    ['a card of 2.0', () => ({ card: { schema: '2.0', body: { elements: [] } } }), 230099],
    ['a card of 1.0 with what it does not have', () => ({ card: { ...CARD, body: {} } }), 230099],
    ['an empty card', () => ({ card: { elements: [] } }), 230099],
    ['a card that is too large', () => ({ card: { ...CARD, x: '大'.repeat(11_000) } }), 230025],
  ])('is refused for %s', async (_, of, code) => {
    expect((await show(of())).code).toBe(code);
    expect(sandbox.messagesIn(group, leader)).toEqual([]);
  });

  test('is refused in a group of topics, without the bot, and without the right to send', async () => {
    sandbox.setTopic(group);
    expect((await show()).code).toBe(18053);
    sandbox.setTopic(group, false);
    sandbox.as(leader).removeBot(group);
    expect((await show()).code).toBe(230002);
    sandbox.as(leader).inviteBot(group);
    sandbox.grant('im:message:send_as_bot', false);
    expect((await show()).code).toBe(99991672);
  });
});
