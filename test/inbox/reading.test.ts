import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../commands/command.ts';
import { parse } from '../../commands/parse.ts';
import type { ChatId, MessageId, OpenId } from '../../src/ids.ts';
import type { MessageEvent } from '../../src/inbox/event.ts';
import { gate } from '../../src/inbox/gate.ts';
import { spoken } from '../../src/inbox/spoken.ts';

const BOT = 'ou_bot' as OpenId;

function message(parts: Partial<MessageEvent> = {}): MessageEvent {
  return {
    kind: 'message',
    eventId: 'e',
    appId: 'cli',
    messageId: 'om' as MessageId,
    chatId: 'oc' as ChatId,
    chatType: 'group',
    sender: 'ou_1' as OpenId,
    senderType: 'person',
    text: '',
    mentions: [],
    attachment: undefined,
    ...parts,
  };
}
const mention = (key: string, openId: string | undefined, name = openId ?? '') => ({
  key,
  openId: openId as OpenId | undefined,
  name,
});

describe('what concerns the bot', () => {
  it.each([
    ['a direct message', message({ chatType: 'direct' }), true],
    ['a group message that mentions it', message({ mentions: [mention('@_user_1', 'ou_bot')] }), true],
    ['a group message that mentions nobody', message(), false],
    [
      'a group message that mentions somebody else',
      message({ mentions: [mention('@_user_1', 'ou_2')] }),
      false,
    ],
    ['@all', message({ text: '@_all', mentions: [mention('@_all', undefined)] }), false],
    ['another bot', message({ senderType: 'other', mentions: [mention('@_user_1', 'ou_bot')] }), false],
    ['its own message', message({ sender: BOT, chatType: 'direct' }), false],
  ])('%s', (_, event, passes) => expect(gate(event, BOT) === undefined).toBe(passes));
});

describe('mentions in a text', () => {
  it('drop the bot and name the others', () => {
    const event = message({
      text: '@_user_1 /绑定 财政局 @_user_12 联络员',
      mentions: [mention('@_user_1', 'ou_bot', '助手'), mention('@_user_12', 'ou_z', '张三')],
    });
    expect(spoken(event, BOT)).toEqual({ text: '/绑定 财政局 @张三 联络员', people: [event.mentions[1]] });
  });
});

describe('commands', () => {
  const command = (name: string, alias: string) =>
    defineCommand({
      name,
      alias,
      usage: `/${name}`,
      summary: '',
      run: async () => ({ messages: [], writes: [] }),
    });
  const all = [command('小组', 'group'), command('问', 'ask'), command('帮助', 'help')];

  it.each([
    ['/小组 7', '小组', '7'],
    ['／小组 7', '小组', '7'],
    ['  / 小组　7 ', '小组', '7'],
    ['/小组7', '小组', '7'],
    ['/GROUP 7', '小组', '7'],
    ['/group7', '小组', '7'],
    ['/问 谁分包', '问', '谁分包'],
  ])('%s', (typed, name, args) =>
    expect(parse(typed, all)).toMatchObject({ kind: 'command', command: { name }, args }),
  );

  it.each([
    ['/小租 7', '小组'],
    ['/groop', '小组'],
    ['/asks', '问'],
    ['/帮', '帮助'],
    ['/天气', undefined],
    ['/', undefined],
  ])('%s is unknown, nearest is %s', (typed, name) => {
    const parsed = parse(typed, all);
    expect(parsed.kind).toBe('unknown');
    expect(parsed.kind === 'unknown' && parsed.nearest?.name).toBe(name);
  });

  it('leave a plain question alone', () => expect(parse('1/4时间是什么', all).kind).toBe('question'));
});
