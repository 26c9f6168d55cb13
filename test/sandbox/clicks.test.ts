import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { PATIENT_MS } from '../support/patience.ts';
import { type Caller, IMPATIENT_MS, type RecordingBot, startRecorded, text } from './support.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const plain = (content: string) => ({ tag: 'plain_text', content });
const approve = {
  tag: 'button',
  text: plain('采纳'),
  behaviors: [{ type: 'callback', value: { action: 'accept' } }],
};
const form = {
  tag: 'form',
  name: 'report',
  elements: [
    { tag: 'input', name: 'progress', required: true, default_value: '上季内容' },
    { tag: 'input', name: 'problems' },
    { tag: 'date_picker', name: 'day', initial_date: '2026-12-28' },
    {
      tag: 'button',
      name: 'submit',
      text: plain('提交'),
      form_action_type: 'submit',
      behaviors: [{ type: 'callback', value: { action: 'submit' } }],
    },
  ],
};
let sandbox: Sandbox;
let bot: RecordingBot;
let api: Caller;
let group: string;
let office: string;
let messageId: string;
beforeEach(() => start(PATIENT_MS));
afterEach(() => sandbox.close());

async function start(deadlineMs: number): Promise<void> {
  ({ sandbox, bot, api } = await startRecorded({ deadlineMs }));
  group = sandbox.groupId('work');
  office = sandbox.openIdOf('office-1');
  messageId = String((await api.sendCard(group, [approve, form])).data['message_id']);
}

const click = () => sandbox.as(office).press(messageId, '采纳');

describe('the callback', () => {
  test('goes to /lark/cards, signed, with who, what and where', async () => {
    await click();
    const [got] = bot.got;
    expect(got?.path).toBe('/lark/cards');
    expect(got?.headers['x-lark-signature']).toBeDefined();
    expect(got?.envelope.header['event_type']).toBe('card.action.trigger');
    expect(got?.envelope.event).toMatchObject({
      operator: { open_id: office },
      action: { tag: 'button', value: { action: 'accept' }, timezone: 'Asia/Shanghai' },
      host: 'im_message',
      context: { open_message_id: messageId, open_chat_id: group },
    });
    expect(got?.envelope.event['token']).toMatch(/^c-/);
  });

  test('a form sends its values once, initial ones included', async () => {
    await sandbox.as(office).press(messageId, '提交', { form: { problems: '缺人' } });
    expect(bot.got[0]?.envelope.event['action']).toMatchObject({
      tag: 'button',
      name: 'submit',
      value: { action: 'submit' },
      form_value: { progress: '上季内容', problems: '缺人', day: '2026-12-28 +0800' },
    });
  });

  test('the client sends nothing when a required field is empty or the button is not there', async () => {
    const person = sandbox.as(office);
    expect(() => person.press(messageId, '提交', { form: { progress: '' } })).toThrow(
      'required field progress',
    );
    expect(() => person.press(messageId, '退回')).toThrow('「采纳」 「提交」');
    expect(bot.got).toHaveLength(0);
  });
});

describe('what the client shows', () => {
  const cases: [string, () => Response | Promise<Response>, object][] = [
    ['nothing', () => Response.json({}), {}],
    [
      'a toast',
      () => Response.json({ toast: { type: 'success', content: '已采纳' } }),
      { toast: { type: 'success', content: '已采纳' } },
    ],
    [
      'a toast in its language',
      () => Response.json({ toast: { content: 'ok', i18n: { zh_cn: '好' } } }),
      { toast: { type: 'info', content: '好' } },
    ],
    ['an error of the server', () => new Response('', { status: 500 }), { code: 200671 }],
    ['a redirect', () => new Response('', { status: 302, headers: { location: '/' } }), { code: 200671 }],
    ['an empty body', () => new Response(''), { code: 200672 }],
    ['an unknown toast', () => Response.json({ toast: { type: 'loading', content: 'x' } }), { code: 200672 }],
    ['something else', () => Response.json({ ok: true }), { code: 200672 }],
    ['a bare card', () => Response.json({ card: { schema: '2.0' } }), { code: 200673 }],
  ];
  test.each(cases)('%s', async (_name, answer, shows) => {
    bot.answers = answer;
    expect(await click()).toMatchObject(shows);
    await sandbox.idle();
    expect(bot.got).toHaveLength(1);
  });

  const raw = (data: unknown) => () => Response.json({ card: { type: 'raw', data } });
  test('a card in the answer is refused, unless the tenant takes such', async () => {
    const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: '已采纳' }] } };
    bot.answers = raw(card);
    expect(await click()).toMatchObject({ code: 200673 });
    sandbox.takeRawCards(true);
    expect(await click()).toEqual({});
    expect(sandbox.messagesIn(group)[0]?.body).toMatchObject({ type: 'card', card });
  });

  test.each([
    [200673, { schema: '2.0', body: { elements: [{ tag: 'note' }] } }],
    [200830, { elements: [] }],
  ])('%i for a wrong card', async (code, card) => {
    sandbox.takeRawCards(true);
    bot.answers = raw(card);
    expect(await click()).toMatchObject({ code });
  });

  test('no answer in time', async () => {
    await sandbox.close();
    await start(IMPATIENT_MS);
    const { promise: held, resolve: letGo } = Promise.withResolvers<Response>();
    bot.answers = () => held;
    expect(await click()).toMatchObject({ code: 200341 });
    await sandbox.idle();
    expect(bot.got).toHaveLength(1);
    letGo(Response.json({}));
  });

  test('a lost callback never reaches the bot', async () => {
    await sandbox.close();
    await start(IMPATIENT_MS);
    sandbox.faults.set(['lost-callback']);
    expect(await click()).toMatchObject({ code: 200341 });
    expect(bot.got).toHaveLength(0);
  });

  test('no bot', async () => {
    const alone = await startRecorded({ botUrl: 'http://127.0.0.1:9' });
    const sent = await alone.api.sendCard(group, [approve]);
    expect(await alone.sandbox.as(office).press(String(sent.data['message_id']), '采纳')).toMatchObject({
      code: 200342,
    });
    await alone.sandbox.close();
  });

  test('an expired card and a recalled one are refused by the client', async () => {
    sandbox.clock.set(sandbox.clock.now() + 15 * DAY);
    expect((await click()).says).toContain('过期');
    sandbox.clock.set(sandbox.clock.now() - 15 * DAY);
    await api.call('DELETE', `im/v1/messages/${messageId}`);
    expect((await click()).says).toContain('撤回');
    expect(bot.got).toHaveLength(0);
  });

  test('only members click', async () => {
    await expect(sandbox.as(sandbox.openIdOf('stranger')).press(messageId, '采纳')).rejects.toThrow(
      '不是这个会话的成员',
    );
  });
});

describe('the token of a click', () => {
  const card = (words: string) => ({
    schema: '2.0',
    body: { elements: [{ tag: 'markdown', content: words }] },
  });
  const update = (token: unknown, words = '新') =>
    api.call('POST', 'interactive/v1/card/update', { token, card: card(words) });
  const tokenOf = () => bot.got.at(-1)?.envelope.event['token'];

  test('updates the card twice', async () => {
    await click();
    expect((await update(tokenOf(), '一')).code).toBe(0);
    expect((await update(tokenOf(), '二')).code).toBe(0);
    expect(sandbox.messagesIn(group)[0]?.body).toMatchObject({ card: card('二') });
    expect((await update(tokenOf(), '三')).code).toBe(300040);
  });

  test('lives 30 minutes', async () => {
    await click();
    sandbox.clock.set(sandbox.clock.now() + 31 * MINUTE);
    expect((await update(tokenOf())).code).toBe(300030);
    expect((await update('c-unknown')).code).toBe(300020);
  });

  test('works only after the answer has left', async () => {
    let during = -1;
    bot.answers = async () => {
      during = (await update(tokenOf())).code;
      return Response.json({});
    };
    await click();
    expect(during).toBe(10002);
    expect((await update(tokenOf())).code).toBe(0);
  });

  test('a wrong card, a recalled message', async () => {
    await click();
    const wrong = { token: tokenOf(), card: { schema: '2.0', elements: [] } };
    expect((await api.call('POST', 'interactive/v1/card/update', wrong)).code).toBe(230099);
    await api.call('DELETE', `im/v1/messages/${messageId}`);
    expect((await update(tokenOf())).code).toBe(200000);
  });
});

describe('faults of calls', () => {
  test('rate-limit, server-error, token-invalid', async () => {
    sandbox.faults.set(['rate-limit']);
    const limited = await api.send(group, 'text', text('x'));
    expect(limited).toMatchObject({ status: 429, code: 99991400 });
    expect(limited.headers.get('x-ogw-ratelimit-reset')).toBe('1');
    sandbox.faults.set(['server-error']);
    expect(await api.send(group, 'text', text('x'))).toMatchObject({ status: 500 });
    sandbox.faults.set(['token-invalid']);
    expect(await api.send(group, 'text', text('x'))).toMatchObject({ code: 99991663 });
    await api.login();
    expect(await api.send(group, 'text', text('x'))).toMatchObject({ code: 99991663 });
    expect(sandbox.messagesIn(group)).toHaveLength(1);
  });

  test('lost-answer: it happened, and the same uuid does not make it happen twice', async () => {
    sandbox.faults.set(['lost-answer']);
    expect(await api.send(group, 'text', text('x'), { uuid: 'u' })).toMatchObject({ status: 500 });
    sandbox.faults.set([]);
    expect(await api.send(group, 'text', text('x'), { uuid: 'u' })).toMatchObject({ code: 0 });
    expect(sandbox.messagesIn(group)).toHaveLength(2);
  });

  test('hang: until the fault is lifted', async () => {
    sandbox.faults.set(['hang']);
    let answered = false;
    const call = api.send(group, 'text', text('x')).then((answer) => {
      answered = true;
      return answer;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(answered).toBe(false);
    sandbox.faults.set([]);
    expect((await call).code).toBe(0);
  });

  test('hang: a caller that gave up leaves nothing behind', async () => {
    sandbox.faults.set(['hang']);
    const call = fetch(`${sandbox.url}/open-apis/im/v1/messages?receive_id_type=chat_id`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.token}` },
      body: JSON.stringify({ receive_id: group, msg_type: 'text', content: '{"text":"x"}' }),
      signal: AbortSignal.timeout(50),
    });
    await expect(call).rejects.toThrow();
    await sandbox.waitFor(() => sandbox.calls().at(-1)?.status === 499);
    expect(sandbox.messagesIn(group)).toHaveLength(1);
  });

  test('card-locked: no update while a click waits', async () => {
    sandbox.faults.set(['card-locked']);
    const patch = () =>
      api.call('PATCH', `im/v1/messages/${messageId}`, { content: JSON.stringify({ schema: '2.0' }) });
    let during = '';
    bot.answers = async () => {
      during = (await patch()).msg;
      return Response.json({});
    };
    await click();
    expect(during).toContain('card action is lock');
    expect((await patch()).code).toBe(0);
  });
});
