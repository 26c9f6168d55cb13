import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  SandboxCall,
  SandboxEvent,
  SandboxMessage,
  SandboxPageOfMessages,
  SandboxState,
} from '../../sandbox/contract.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { PATIENT_MS } from '../support/patience.ts';
import { type Caller, type RecordingBot, startRecorded, text } from './support.ts';

let sandbox: Sandbox;
let bot: RecordingBot;
let api: Caller;
let office: string;
let leader: string;
let group: string;
beforeEach(async () => {
  ({ sandbox, bot, api } = await startRecorded({ deadlineMs: PATIENT_MS }));
  office = sandbox.openIdOf('office-1');
  leader = sandbox.openIdOf('leader-head');
  group = sandbox.groupId('work');
});
afterEach(() => sandbox.close());

function request(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${sandbox.url}/sandbox/api/${path}`, init);
}

async function get<T>(path: string): Promise<T> {
  return (await request(path)).json() as Promise<T>;
}

async function post<T>(path: string, body: unknown = {}): Promise<T> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return (await request(path, init)).json() as Promise<T>;
}

const stateOf = (openId: string) => get<SandboxState>(`state?as=${openId}`);

describe('state', () => {
  test('me, the people of the story first, my chats, the commands, the clock', async () => {
    const state = await stateOf(office);
    expect(state.me).toMatchObject({ openId: office, name: '周敬言', featured: true });
    expect(state.people[0]).toMatchObject({ name: '吕沛', role: '区领导 · 组长（虚构演示）' });
    expect(state.people.filter((person) => person.featured)).toHaveLength(8);
    expect(state.chats.map((chat) => chat.name).sort()).toEqual(
      ['获得电力专项工作小组群', '营商环境助手', '营商环境工作群'].sort(),
    );
    expect(state.chats.find((chat) => chat.chatId === group)?.members).toContain(state.botOpenId);
    expect(state).toMatchObject({ commands: [], faults: [], clock: { offsetMs: 0 } });
  });

  test('a stranger has only his direct chat; an unknown person is refused', async () => {
    const state = await stateOf(sandbox.openIdOf('stranger'));
    expect(state.chats).toMatchObject([{ type: 'p2p' }]);
    expect((await request('state?as=ou_nobody')).status).toBe(404);
    expect((await request(`chats/${group}/messages?as=${state.me.openId}`)).status).toBe(403);
  });

  test('unread counts until they are read; own messages do not count; the last one is previewed', async () => {
    sandbox.as(office).say(group, '第一条');
    await api.sendCard(group, [], { header: { title: { tag: 'plain_text', content: '进度' } } });
    const chatOf = async (openId: string) =>
      (await stateOf(openId)).chats.find((chat) => chat.chatId === group);
    expect(await chatOf(leader)).toMatchObject({ unread: 2, last: { preview: '[卡片] 进度' } });
    expect(await chatOf(office)).toMatchObject({ unread: 1 });
    await post(`chats/${group}/read?as=${leader}`);
    expect(await chatOf(leader)).toMatchObject({ unread: 0 });
  });

  test('registered commands are there', async () => {
    const command = {
      command: '帮助',
      description: { default_value: 'help', i18n: { zh_cn: '看看能做什么' } },
    };
    await api.call('POST', 'application/v7/app_slash_commands', command);
    expect((await stateOf(office)).commands).toMatchObject([
      { command: '帮助', description: '看看能做什么' },
    ]);
  });
});

describe('messages', () => {
  test('a text with mentions, written as @name', async () => {
    const botOpenId = sandbox.openIdOf('bot');
    const message = await post<SandboxMessage>(`chats/${group}/messages?as=${office}`, {
      text: '@营商环境助手 @吕沛 分包哪些？',
      mentions: [botOpenId, leader],
    });
    expect(message.body).toEqual({
      type: 'text',
      text: '@_user_1 @_user_2 分包哪些？',
      mentions: [
        { key: '@_user_1', openId: botOpenId, name: '营商环境助手' },
        { key: '@_user_2', openId: leader, name: '吕沛' },
      ],
    });
    await sandbox.idle();
    expect(bot.got).toHaveLength(1);
  });

  test('an empty one is refused with a sentence', async () => {
    const answer = await request(`chats/${group}/messages?as=${office}`, {
      method: 'POST',
      body: JSON.stringify({ text: '  ', mentions: [] }),
    });
    expect([answer.status, await answer.json()]).toEqual([400, { error: '不能发送空消息' }]);
  });

  test('5,000 of them, a page at a time, newest last', async () => {
    for (let index = 0; index < 5000; index += 1) sandbox.as(office).say(group, `第 ${index} 条`);
    const seen: string[] = [];
    let before = '';
    for (;;) {
      const page = await get<SandboxPageOfMessages>(
        `chats/${group}/messages?as=${leader}&limit=200${before === '' ? '' : `&before=${before}`}`,
      );
      seen.unshift(...page.messages.map((message) => (message.body as { text: string }).text));
      if (!page.hasMore) break;
      before = page.messages[0]?.messageId ?? '';
    }
    expect(seen).toHaveLength(5000);
    expect(seen[0]).toBe('第 0 条');
    expect(seen.at(-1)).toBe('第 4999 条');
    expect((await stateOf(leader)).chats.find((chat) => chat.chatId === group)?.unread).toBe(5000);
  });

  test('a file goes up, is sent, and comes down', async () => {
    const form = new FormData();
    form.set('file', new File(['PK34'], '表.xlsx'));
    const kept = (await (await request(`files?as=${office}`, { method: 'POST', body: form })).json()) as {
      fileKey: string;
    };
    expect(kept).toMatchObject({ name: '表.xlsx', size: 4 });
    const message = await post<SandboxMessage>(
      `chats/${sandbox.directChatId(office)}/messages?as=${office}`,
      kept,
    );
    expect(message.body).toEqual({ type: 'file', fileKey: kept.fileKey, name: '表.xlsx', size: 4 });
    const down = await request(`files/${kept.fileKey}`);
    expect(await down.text()).toBe('PK34');
    expect(down.headers.get('content-type')).toContain('spreadsheetml');
  });

  test('reactions, entering, the menu', async () => {
    const message = sandbox.as(office).say(group, '好');
    const path = `messages/${message.messageId}/reactions?as=${leader}`;
    expect(await post(path, { emoji: 'OK' })).toMatchObject({ reactions: [{ emoji: 'OK', by: [leader] }] });
    expect(await post(path, { emoji: 'OK' })).toMatchObject({ reactions: [] });
    await post(`chats/${sandbox.openIdOf('bot')}/enter?as=${leader}`);
    await post(`people/${leader}/menu`, { eventKey: 'menu_help' });
    await sandbox.idle();
    expect(bot.events().sort()).toEqual([
      'application.bot.menu_v6',
      'im.chat.access_event.bot_p2p_chat_entered_v1',
    ]);
  });

  test('a click and what it shows', async () => {
    const button = { tag: 'button', text: { tag: 'plain_text', content: '好' } };
    const { data } = await api.sendCard(group, [button]);
    bot.answers = () => Response.json({ toast: { type: 'info', content: '收到' } });
    const path = `messages/${data['message_id']}/actions?as=${leader}`;
    expect(await post(path, { tag: 'button', value: { a: 1 } })).toEqual({
      toast: { type: 'info', content: '收到' },
    });
    expect(bot.got[0]?.envelope.event['action']).toMatchObject({ tag: 'button', value: { a: 1 } });
  });
});

describe('the stream', () => {
  async function listen(openId: string): Promise<{ events: SandboxEvent[]; close: () => void }> {
    const events: SandboxEvent[] = [];
    const abort = new AbortController();
    const answer = await request(`stream?as=${openId}`, { signal: abort.signal });
    const read = async () => {
      let rest = '';
      for await (const chunk of answer.body ?? []) {
        rest += Buffer.from(chunk).toString('utf8');
        const blocks = rest.split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks)
          if (block.startsWith('data: ')) events.push(JSON.parse(block.slice('data: '.length)));
      }
    };
    read().catch(() => undefined);
    await sandbox.waitFor(() => events.length > 0);
    return { events, close: () => abort.abort() };
  }
  const types = (events: SandboxEvent[]) => events.map((event) => event.type);

  test('greets, then tells of messages, changes, calls, the clock and commands', async () => {
    const { events, close } = await listen(leader);
    expect(types(events)).toEqual(['hello']);
    const { data } = await api.sendCard(group, []);
    await api.call('PATCH', `im/v1/messages/${data['message_id']}`, { content: '{"schema":"2.0"}' });
    sandbox.clock.set(sandbox.clock.now() + 1000);
    const command = { command: '帮助', description: { default_value: 'help' } };
    await api.call('POST', 'application/v7/app_slash_commands', command);
    await sandbox.waitFor(() => types(events).includes('commands') && events.length >= 8);
    const versions = events.flatMap((event) => (event.type === 'message' ? [event.message.version] : []));
    expect(versions).toEqual([1, 2]);
    expect(types(events)).toContain('clock');
    expect(types(events).filter((type) => type === 'call')).toHaveLength(3);
    close();
  });

  test('tells nobody of chats that he is not in', async () => {
    const { events, close } = await listen(sandbox.openIdOf('stranger'));
    sandbox.as(office).say(group, '内部');
    sandbox.as(sandbox.openIdOf('stranger')).direct('你好');
    await sandbox.waitFor(() => types(events).includes('message'));
    expect(JSON.stringify(events)).not.toContain('内部');
    close();
  });

  test('reading elsewhere is told to the reader, membership to everybody', async () => {
    const { events, close } = await listen(leader);
    sandbox.as(office).say(group, '一');
    sandbox.as(leader).read(group);
    await sandbox.waitFor(() => types(events).includes('chats'));
    close();
  });
});

describe('controls', () => {
  test('faults are set and read', async () => {
    expect(await post('faults', { faults: ['hang', 'rate-limit'] })).toEqual({
      faults: ['rate-limit', 'hang'],
    });
    expect(await get('faults')).toEqual({ faults: ['rate-limit', 'hang'] });
    expect((await request('faults', { method: 'POST', body: '{"faults":["fire"]}' })).status).toBe(400);
    await post('faults', { faults: [] });
  });

  test('the clock jumps and is set', async () => {
    const now = Date.parse('2026-12-01T10:00:00+08:00');
    const set = await post<{ now: number; offsetMs: number }>('clock', { now });
    expect(Math.abs(set.now - now)).toBeLessThan(1000);
    const jumped = await post<{ now: number }>('clock', { jump: 'T0' });
    expect(new Date(jumped.now).toISOString()).toMatch(/^2027-01-07T01:07/);
  });

  test('the calls since one, secrets masked', async () => {
    await api.send(group, 'text', text('x'));
    const calls = await get<SandboxCall[]>('calls?after=0');
    expect(calls.map((call) => call.what)).toEqual([
      'POST auth/v3/tenant_access_token/internal',
      'POST im/v1/messages',
    ]);
    expect(calls[1]).toMatchObject({
      direction: 'call',
      status: 200,
      code: 0,
      request: { body: { msg_type: 'text' } },
    });
    expect(await get(`calls?after=${calls[1]?.id}`)).toEqual([]);
    expect(JSON.stringify(calls)).not.toContain(sandbox.credentials.appSecret);
  });

  test('pages of other sites are refused', async () => {
    const answer = await request(`state?as=${office}`, { headers: { origin: 'https://example.com' } });
    expect(answer.status).toBe(403);
    expect((await request(`state?as=${office}`, { headers: { origin: sandbox.url } })).status).toBe(200);
  });
});

test('without a bot its paths say so', async () => {
  const alone = await startRecorded();
  alone.sandbox.mount({ fetch: () => new Response('alive') });
  expect(await (await fetch(`${alone.sandbox.url}/healthz`)).text()).toBe('alive');
  await alone.sandbox.close();
});
