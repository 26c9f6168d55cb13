import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sign } from '../../sandbox/push/crypto.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { PATIENT_MS } from '../support/patience.ts';
import { IMPATIENT_MS, type RecordingBot, startRecorded } from './support.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
let sandbox: Sandbox;
let bot: RecordingBot;
let office: string;
let group: string;
beforeEach(() => start(PATIENT_MS));
afterEach(() => sandbox.close());

async function start(deadlineMs: number): Promise<void> {
  ({ sandbox, bot } = await startRecorded({ deadlineMs }));
  office = sandbox.openIdOf('office-1');
  group = sandbox.groupId('work');
}

const later = (ms: number) => sandbox.clock.set(sandbox.clock.now() + ms);

describe('what an event looks like', () => {
  test('signed over the bytes as sent, encrypted, to /lark/events', async () => {
    sandbox.as(office).direct('你好');
    await sandbox.idle();
    const [got] = bot.got;
    expect(got?.path).toBe('/lark/events');
    expect(Object.keys(JSON.parse(got?.raw ?? ''))).toEqual(['encrypt']);
    const signature = sign({
      timestamp: got?.headers['x-lark-request-timestamp'] ?? '',
      nonce: got?.headers['x-lark-request-nonce'] ?? '',
      encryptKey: sandbox.credentials.encryptKey,
      body: got?.raw ?? '',
    });
    expect(got?.headers['x-lark-signature']).toBe(signature);
    expect(got?.envelope).toMatchObject({
      schema: '2.0',
      header: {
        event_type: 'im.message.receive_v1',
        app_id: sandbox.credentials.appId,
        token: sandbox.credentials.verificationToken,
      },
      event: {
        sender: { sender_id: { open_id: office }, sender_type: 'user' },
        message: { chat_type: 'p2p', message_type: 'text', content: '{"text":"你好"}' },
      },
    });
    expect(got?.envelope.event['message'] as object).not.toHaveProperty('mentions');
  });

  test('without an encrypt key plain and unsigned', async () => {
    const plain = await startRecorded({ credentials: { encryptKey: '' } });
    plain.sandbox.as(office).direct('你好');
    await plain.sandbox.idle();
    expect(plain.bot.got[0]?.headers).not.toHaveProperty('x-lark-signature');
    expect(JSON.parse(plain.bot.got[0]?.raw ?? '')).toHaveProperty('schema', '2.0');
    await plain.sandbox.close();
  });

  test('mentions are keys in the text, the bot with its own open_id', async () => {
    const leader = sandbox.openIdOf('leader-head');
    sandbox.as(office).say(group, '/进度 @吕沛', { mentionBot: true, mentions: [leader] });
    await sandbox.idle();
    expect(bot.got[0]?.envelope.event['message']).toMatchObject({
      content: JSON.stringify({ text: '@_user_1 /进度 @_user_2' }),
      mentions: [
        { key: '@_user_1', id: { open_id: sandbox.openIdOf('bot') }, mentioned_type: 'bot' },
        { key: '@_user_2', id: { open_id: leader }, name: '吕沛' },
      ],
    });
  });

  test('user_id comes only with its scope', async () => {
    sandbox.grant('contact:user.employee_id:readonly');
    sandbox.as(office).direct('你好');
    await sandbox.idle();
    const sender = bot.got[0]?.envelope.event['sender'] as { sender_id: { user_id: string } };
    expect(sender.sender_id.user_id).toMatch(/^[0-9a-f]{8}$/);
  });

  test('a reply names what it answers', async () => {
    const first = sandbox.as(office).direct('一');
    const second = sandbox.as(office).direct('二', { replyTo: first.messageId });
    await sandbox.idle();
    const event = bot.got.find(
      (got) => got.raw !== '' && JSON.stringify(got.envelope).includes(second.messageId),
    );
    expect(event?.envelope.event['message']).toMatchObject({
      root_id: first.messageId,
      parent_id: first.messageId,
    });
  });

  test('files, pictures and rich texts', async () => {
    const person = sandbox.as(office);
    const chat = sandbox.directChatId(office);
    person.attach(chat, { name: '清单.xlsx', bytes: Buffer.from('PK..') });
    person.attach(chat, { name: '现场.jpg', bytes: Buffer.from('ffd8ffe000104a46', 'hex') });
    person.post(chat, { title: '题', content: [[{ tag: 'text', text: '甲' }]] });
    await sandbox.idle();
    const types = bot.got.map(
      (got) => (got.envelope.event['message'] as Record<string, string>)['message_type'],
    );
    expect(types.sort()).toEqual(['file', 'image', 'post']);
    const file = bot.got.find((got) => JSON.stringify(got.envelope).includes('清单.xlsx'));
    expect(file).toBeDefined();
  });
});

describe('which messages reach the bot', () => {
  test('in a group only those that mention it', async () => {
    sandbox.as(office).say(group, '大家好');
    sandbox.as(office).say(group, '@所有人 看一下', { mentions: [sandbox.openIdOf('leader-head')] });
    await sandbox.idle();
    expect(bot.got).toHaveLength(0);
    sandbox.as(office).say(group, '在吗', { mentionBot: true });
    await sandbox.idle();
    expect(bot.got).toHaveLength(1);
  });

  test('in a group every one with im:message.group_msg', async () => {
    sandbox.grant('im:message.group_msg');
    sandbox.as(office).say(group, '大家好');
    await sandbox.idle();
    expect(bot.got).toHaveLength(1);
  });

  test('none from a group that it was put out of', async () => {
    sandbox.as(office).removeBot(group);
    sandbox.as(office).say(group, '在吗', { mentionBot: true });
    await sandbox.idle();
    expect(bot.events()).toEqual(['im.chat.member.bot.deleted_v1']);
  });

  test('only members write', () => {
    const stranger = sandbox.as(sandbox.openIdOf('stranger'));
    expect(() => stranger.say(group, '在吗')).toThrow('不是这个会话的成员');
  });
});

describe('other events', () => {
  test('bot put out and let in, chat entered, menu pressed', async () => {
    const person = sandbox.as(office);
    person.removeBot(group);
    person.inviteBot(group);
    person.enter();
    person.menu('menu_report');
    await sandbox.idle();
    const byType = new Map(bot.got.map((got) => [got.envelope.header['event_type'], got.envelope.event]));
    expect(byType.get('im.chat.member.bot.added_v1')).toMatchObject({
      chat_id: group,
      operator_id: { open_id: office },
      name: '营商环境工作群',
    });
    expect(byType.get('im.chat.member.bot.deleted_v1')).toBeDefined();
    expect(byType.get('im.chat.access_event.bot_p2p_chat_entered_v1')).toEqual({
      chat_id: sandbox.directChatId(office),
      operator_id: expect.objectContaining({ open_id: office }),
    });
    expect(byType.get('application.bot.menu_v6')).toMatchObject({ event_key: 'menu_report' });
  });

  test('a new group gets the bot as its members let it in', async () => {
    const chat = sandbox.as(office).makeGroup('新群', [sandbox.openIdOf('leader-head')]);
    sandbox.as(office).inviteBot(chat);
    await sandbox.idle();
    expect(bot.events()).toEqual(['im.chat.member.bot.added_v1']);
  });
});

describe('the retry ladder', () => {
  test('15 s, 5 min, 1 h, 6 h, always the same event; then it is given up', async () => {
    bot.answers = () => new Response('', { status: 500 });
    sandbox.as(office).direct('你好');
    await sandbox.idle();
    for (const [index, wait] of [15 * SECOND, 5 * MINUTE, HOUR, 6 * HOUR].entries()) {
      later(wait - 2 * SECOND);
      await sandbox.idle();
      expect(bot.got).toHaveLength(index + 1);
      later(2 * SECOND);
      await sandbox.idle();
      expect(bot.got).toHaveLength(index + 2);
    }
    later(24 * HOUR);
    await sandbox.idle();
    expect(bot.got).toHaveLength(5);
    expect(new Set(bot.got.map((got) => got.envelope.header['event_id'])).size).toBe(1);
  });

  test.each([
    ['a redirect', () => new Response('', { status: 302, headers: { location: '/healthz' } })],
    ['201', () => new Response('', { status: 201 })],
  ])('%s is a failure', (_name, answer) => failsOnce(() => Promise.resolve(answer())));

  test('no answer in time is a failure', async () => {
    await sandbox.close();
    await start(IMPATIENT_MS);
    const { promise: held, resolve: letGo } = Promise.withResolvers<Response>();
    await failsOnce(() => held);
    letGo(Response.json({}));
  });

  async function failsOnce(answer: () => Promise<Response>): Promise<void> {
    bot.answers = answer;
    sandbox.as(office).direct('你好');
    await sandbox.idle();
    bot.answers = () => Response.json({});
    later(15 * SECOND);
    await sandbox.idle();
    expect(bot.got).toHaveLength(2);
    later(HOUR);
    await sandbox.idle();
    expect(bot.got).toHaveLength(2);
  }

  test('goes on after a restart of the emulator', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const databasePath = join(folder, 'sandbox.sqlite');
    const first = await startRecorded({ databasePath });
    first.bot.answers = () => new Response('', { status: 503 });
    first.sandbox.as(office).direct('你好');
    await first.sandbox.idle();
    await first.sandbox.close();
    const second = await startRecorded({ databasePath, credentials: first.sandbox.credentials });
    second.sandbox.clock.set(second.sandbox.clock.now() + 15 * SECOND);
    await second.sandbox.idle();
    expect(second.bot.got[0]?.envelope).toEqual(first.bot.got[0]?.envelope);
    await second.sandbox.close();
    await rm(folder, { recursive: true });
  });
});

describe('faults of delivery', () => {
  test('duplicate-delivery: the same event twice', async () => {
    sandbox.faults.set(['duplicate-delivery']);
    sandbox.as(office).direct('你好');
    await sandbox.idle();
    expect(bot.got).toHaveLength(2);
    expect(bot.got[0]?.envelope).toEqual(bot.got[1]?.envelope);
  });

  test('new-event-id: the same message under another event id', async () => {
    sandbox.faults.set(['new-event-id']);
    sandbox.as(office).direct('你好');
    await sandbox.idle();
    const ids = bot.got.map((got) => got.envelope.header['event_id']);
    expect(new Set(ids).size).toBe(2);
    expect(bot.got[0]?.envelope.event).toEqual(bot.got[1]?.envelope.event);
  });

  test('unordered: the later one first; a lone one all the same', async () => {
    sandbox.faults.set(['unordered']);
    sandbox.as(office).direct('一');
    sandbox.as(office).direct('二');
    sandbox.as(office).direct('三');
    await sandbox.idle();
    const said = bot.got.map(
      (got) => JSON.parse((got.envelope.event['message'] as { content: string }).content).text,
    );
    expect(said).toEqual(['二', '一', '三']);
  });
});

describe('URL verification', () => {
  test('encrypted and plain, unsigned; ok when the challenge comes back', async () => {
    bot.answers = ({ envelope }) =>
      Response.json({ challenge: (envelope as unknown as { challenge: string }).challenge });
    expect(await sandbox.verifyUrl('/lark/events')).toEqual({ ok: true, says: 'verified' });
    expect(await sandbox.verifyUrl('/lark/cards', { plain: true })).toMatchObject({ ok: true });
    expect(bot.got.map((got) => Object.keys(JSON.parse(got.raw)).includes('encrypt'))).toEqual([true, false]);
    expect(bot.got.every((got) => got.headers['x-lark-signature'] === undefined)).toBe(true);
  });

  test.each([
    ['another challenge', () => Response.json({ challenge: 'x' }), 'the challenge did not come back'],
    ['a refusal', () => Response.json({}, { status: 401 }), 'HTTP 401'],
  ])('%s', async (_name, answer, says) => {
    bot.answers = answer;
    expect(await sandbox.verifyUrl('/lark/events')).toEqual({ ok: false, says });
  });
});
