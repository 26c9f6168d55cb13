import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type Caller, startRecorded, text } from './support.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let sandbox: Sandbox;
let api: Caller;
let group: string;
beforeEach(async () => {
  ({ sandbox, api } = await startRecorded());
  group = sandbox.groupId('work');
});
afterEach(() => sandbox.close());

const idOf = (answer: { data: Record<string, unknown> }) => String(answer.data['message_id']);

describe('sending', () => {
  test('to a person opens the direct chat and gives its id', async () => {
    const liaison = sandbox.openIdOf('liaison:税务局');
    const answer = await api.call('POST', 'im/v1/messages?receive_id_type=open_id', {
      receive_id: liaison,
      msg_type: 'text',
      content: JSON.stringify(text('您好')),
    });
    expect(answer).toMatchObject({
      code: 0,
      data: { msg_type: 'text', chat_id: sandbox.directChatId(liaison) },
    });
    expect(sandbox.messagesIn(sandbox.directChatId(liaison))).toHaveLength(1);
  });

  test('the same uuid within the hour gives the same message; after it another', async () => {
    const first = await api.send(group, 'text', text('一'), { uuid: 'u-1' });
    const again = await api.send(group, 'text', text('一'), { uuid: 'u-1' });
    expect(idOf(again)).toBe(idOf(first));
    expect(sandbox.messagesIn(group)).toHaveLength(1);
    sandbox.clock.set(sandbox.clock.now() + HOUR);
    expect(idOf(await api.send(group, 'text', text('一'), { uuid: 'u-1' }))).not.toBe(idOf(first));
  });

  test('a reply names its parent and root, and opens a topic when asked', async () => {
    const asked = sandbox.as(sandbox.openIdOf('office-1')).say(group, '问', { mentionBot: true });
    const path = `im/v1/messages/${asked.messageId}/reply`;
    const body = { msg_type: 'text', content: JSON.stringify(text('答')), reply_in_thread: true };
    const { data } = await api.call('POST', path, body);
    expect(data).toMatchObject({ root_id: asked.messageId, parent_id: asked.messageId });
    expect(data['thread_id']).toMatch(/^omt_/);
    const next = await api.call('POST', `im/v1/messages/${data['message_id']}/reply`, body);
    expect(next.data).toMatchObject({ root_id: asked.messageId, thread_id: data['thread_id'] });
  });

  test('a mention in a text becomes a key; somebody who is not there only a name', async () => {
    const leader = sandbox.openIdOf('leader-head');
    const stranger = sandbox.openIdOf('stranger');
    const words = `<at user_id="${leader}">组长</at> 和 <at user_id="${stranger}">某人</at>`;
    const { data } = await api.send(group, 'text', text(words));
    expect(data['body']).toEqual({ content: JSON.stringify(text('@_user_1 和 @路远')) });
    expect(data['mentions']).toMatchObject([{ key: '@_user_1', id: leader, name: '吕沛' }]);
  });

  test('a post is sent with a locale and received without', async () => {
    const content = [[{ tag: 'text', text: '甲' }], [{ tag: 'md', text: '**乙**' }]];
    const { code } = await api.send(group, 'post', { zh_cn: { title: '题', content } });
    expect(code).toBe(0);
    expect(sandbox.messagesIn(group)[0]?.body).toEqual({ type: 'post', content: { title: '题', content } });
  });
});

describe('refusals of sending', () => {
  const big = (bytes: number) => ({ text: 'x'.repeat(bytes) });
  const cases: [string, string, unknown, number][] = [
    ['unknown type', 'letter', text('x'), 230001],
    ['content is no JSON', 'text', 'plain words', 230001],
    ['content is no object', 'text', '"words"', 230001],
    ['empty text', 'text', text(''), 230001],
    ['unknown field', 'text', { text: 'x', more: 1 }, 230001],
    ['text above 150 KB', 'text', big(150 * 1024), 230025],
    [
      'post above 30 KB',
      'post',
      { zh_cn: { content: [[{ tag: 'text', text: 'x'.repeat(30 * 1024) }]] } },
      230025,
    ],
    ['post without locale', 'post', { title: 'x', content: [] }, 230001],
    ['md beside others', 'post', { zh_cn: { content: [[{ tag: 'md', text: 'x' }, { tag: 'hr' }]] } }, 230001],
    ['image that does not exist', 'image', { image_key: 'img_x' }, 230001],
    ['all, where it is not allowed', 'text', text('<at user_id="all"></at>'), 230027],
  ];
  test.each(cases)('%s', async (_name, type, content, code) => {
    expect(await api.send(group, type, content)).toMatchObject({ status: 400, code });
    expect(sandbox.messagesIn(group)).toHaveLength(0);
  });

  test('a text of just 150 KB is taken', async () => {
    const overhead = Buffer.byteLength(JSON.stringify(text('')));
    expect((await api.send(group, 'text', big(150 * 1024 - overhead))).code).toBe(0);
  });

  test('missing fields are named', async () => {
    const answer = await api.call('POST', 'im/v1/messages?receive_id_type=chat', {
      msg_type: 'text',
      content: 'x',
    });
    expect(answer).toMatchObject({ status: 400, code: 99992402, msg: 'field validation failed' });
    expect(answer.body['error']).toMatchObject({ field_violations: [{ field: 'receive_id_type' }] });
  });

  test('uuid of more than 50 characters', async () => {
    expect((await api.send(group, 'text', text('x'), { uuid: 'u'.repeat(51) })).code).toBe(99992402);
  });

  test('a person outside the range, an unknown one, a group without the bot, a dissolved one', async () => {
    const to = (id: string) =>
      api.call('POST', 'im/v1/messages?receive_id_type=open_id', {
        receive_id: id,
        msg_type: 'text',
        content: '{"text":"x"}',
      });
    expect(await to(sandbox.openIdOf('outsider'))).toMatchObject({ status: 400, code: 230013 });
    expect(await to('ou_nobody')).toMatchObject({ status: 400, code: 230034 });
    expect(await api.send('oc_nowhere', 'text', text('x'))).toMatchObject({ code: 230034 });
    sandbox.as(sandbox.openIdOf('office-1')).removeBot(group);
    expect(await api.send(group, 'text', text('x'))).toMatchObject({ status: 400, code: 230002 });
    sandbox.dissolve(sandbox.groupId('power'));
    expect(await api.send(sandbox.groupId('power'), 'text', text('x'))).toMatchObject({ code: 232009 });
  });

  test('a body that is no JSON', async () => {
    const answer = await fetch(`${sandbox.url}/open-apis/im/v1/messages?receive_id_type=chat_id`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.token}` },
      body: '{"receive_id":',
    });
    expect([answer.status, ((await answer.json()) as { code: number }).code]).toEqual([400, 9499]);
  });

  test('a path that does not exist, and a method that a path does not have', async () => {
    expect(await api.call('GET', 'im/v9/letters')).toMatchObject({ status: 404, code: 99991201 });
    expect(await api.call('PUT', 'im/v1/messages')).toMatchObject({ status: 405, code: 99991301 });
  });

  test('a scope that was not granted', async () => {
    sandbox.grant('im:message:send_as_bot', false);
    const answer = await api.send(group, 'text', text('x'));
    expect(answer).toMatchObject({ status: 400, code: 99991672 });
    expect(answer.msg).toContain('im:message:send_as_bot');
  });
});

describe('what is done to a message later', () => {
  const card = (words: string) => ({
    schema: '2.0',
    body: { elements: [{ tag: 'markdown', content: words }] },
  });
  const patch = (id: string, content: unknown) =>
    api.call('PATCH', `im/v1/messages/${id}`, { content: JSON.stringify(content) });

  test('a card is replaced, for everybody, and its version grows', async () => {
    const id = idOf(await api.send(group, 'interactive', card('一')));
    expect(await patch(id, card('二'))).toMatchObject({ status: 200, code: 0, data: {} });
    expect(sandbox.messagesIn(group)[0]).toMatchObject({ version: 2, body: { card: card('二') } });
  });

  test('a card is refused after 14 days', async () => {
    const id = idOf(await api.send(group, 'interactive', card('一')));
    sandbox.clock.set(sandbox.clock.now() + 14 * DAY - HOUR);
    await api.login();
    expect((await patch(id, card('二'))).code).toBe(0);
    sandbox.clock.set(sandbox.clock.now() + 2 * HOUR);
    await api.login();
    expect(await patch(id, card('三'))).toMatchObject({ status: 400, code: 230031 });
  });

  test('only own cards, only cards, only known ones, not recalled ones', async () => {
    const theirs = sandbox.as(sandbox.openIdOf('office-1')).say(group, '话');
    expect((await patch(theirs.messageId, card('x'))).code).toBe(230001);
    const words = idOf(await api.send(group, 'text', text('x')));
    expect((await patch(words, card('x'))).code).toBe(230001);
    expect(await patch('om_none', card('x'))).toMatchObject({ status: 400, code: 99992354 });
    const id = idOf(await api.send(group, 'interactive', card('一')));
    expect((await api.call('DELETE', `im/v1/messages/${id}`)).code).toBe(0);
    expect((await patch(id, card('x'))).code).toBe(230011);
    expect(sandbox.messagesIn(group).at(-1)).toMatchObject({ recalled: true });
  });

  test('a reply to a recalled message', async () => {
    const id = idOf(await api.send(group, 'text', text('x')));
    await api.call('DELETE', `im/v1/messages/${id}`);
    const body = { msg_type: 'text', content: '{"text":"x"}' };
    expect((await api.call('POST', `im/v1/messages/${id}/reply`, body)).code).toBe(230011);
    expect((await api.call('POST', 'im/v1/messages/om_none/reply', body)).code).toBe(99992354);
  });

  test('recalling: own ones, within 24 hours, once', async () => {
    const theirs = sandbox.as(sandbox.openIdOf('office-1')).say(group, '话');
    expect((await api.call('DELETE', `im/v1/messages/${theirs.messageId}`)).code).toBe(230026);
    const id = idOf(await api.send(group, 'text', text('x')));
    sandbox.clock.set(sandbox.clock.now() + 25 * HOUR);
    await api.login();
    expect((await api.call('DELETE', `im/v1/messages/${id}`)).code).toBe(230009);
  });

  test('editing: own texts and posts, 20 times', async () => {
    const id = idOf(await api.send(group, 'text', text('0')));
    const edit = (to: string, msgType = 'text', content: unknown = text('改')) =>
      api.call('PUT', `im/v1/messages/${to}`, { msg_type: msgType, content: JSON.stringify(content) });
    for (let time = 0; time < 20; time += 1) expect((await edit(id)).code).toBe(0);
    expect((await edit(id)).code).toBe(230072);
    const cardId = idOf(await api.send(group, 'interactive', card('一')));
    expect((await edit(cardId)).code).toBe(230054);
    const theirs = sandbox.as(sandbox.openIdOf('office-1')).say(group, '话');
    expect((await edit(theirs.messageId)).code).toBe(230071);
  });

  test('getting: a card comes back as a rendering, never as its JSON', async () => {
    const id = idOf(
      await api.send(group, 'interactive', {
        ...card('一'),
        header: { title: { tag: 'plain_text', content: '题' } },
      }),
    );
    const { data } = await api.call('GET', `im/v1/messages/${id}`);
    const item = (data['items'] as { body: { content: string } }[])[0];
    expect(JSON.parse(item?.body.content ?? '')).toMatchObject({ title: '题' });
    expect(item?.body.content).not.toContain('schema');
  });

  test('urgent: own messages, to members', async () => {
    const id = idOf(await api.send(group, 'text', text('急')));
    const urge = (to: string, people: string[]) =>
      api.call('PATCH', `im/v1/messages/${to}/urgent_app?user_id_type=open_id`, { user_id_list: people });
    const [leader, stranger] = [sandbox.openIdOf('leader-head'), sandbox.openIdOf('stranger')];
    expect((await urge(id, [leader, stranger])).data).toEqual({ invalid_user_id_list: [stranger] });
    expect(sandbox.messagesIn(group)[0]?.urgentFor).toEqual([leader]);
    const theirs = sandbox.as(leader).say(group, '话');
    expect((await urge(theirs.messageId, [leader])).code).toBe(230027);
  });

  test('reactions come and go', async () => {
    const asked = sandbox.as(sandbox.openIdOf('office-1')).say(group, '问');
    const path = `im/v1/messages/${asked.messageId}/reactions`;
    const { data } = await api.call('POST', path, { reaction_type: { emoji_type: 'OK' } });
    expect(sandbox.messagesIn(group)[0]?.reactions).toMatchObject([{ emoji: 'OK' }]);
    expect((await api.call('DELETE', `${path}/${data['reaction_id']}`)).code).toBe(0);
    expect(sandbox.messagesIn(group)[0]?.reactions).toEqual([]);
    expect((await api.call('POST', path, { reaction_type: { emoji_type: '👍' } })).code).toBe(231001);
  });
});
