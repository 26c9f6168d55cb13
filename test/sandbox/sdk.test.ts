import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start.ts';

let sandbox: Sandbox;
let client: Client;
let group: string;
const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {}, trace: () => {} };
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
beforeAll(async () => {
  sandbox = await startSandbox();
  group = sandbox.groupId('work');
  const { appId, appSecret } = sandbox.credentials;
  client = new Client({ appId, appSecret, domain: sandbox.url, logger: silent });
});
afterAll(() => sandbox.close());

const card = (content: string) =>
  JSON.stringify({ schema: '2.0', body: { elements: [{ tag: 'markdown', content }] } });

test('send, update, get, react, urge, recall', async () => {
  const sent = await client.im.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: group, msg_type: 'interactive', content: card('一'), uuid: 'sdk-1' },
  });
  const path = { message_id: sent.data?.message_id ?? '' };
  expect(sent.code).toBe(0);
  expect((await client.im.message.patch({ path, data: { content: card('二') } })).code).toBe(0);
  const got = await client.im.message.get({ path });
  expect(got.data?.items?.[0]?.message_id).toBe(path.message_id);
  const reaction = { reaction_type: { emoji_type: 'OK' } };
  expect((await client.im.messageReaction.create({ path, data: reaction })).code).toBe(0);
  const urged = await client.im.message.urgentApp({
    path,
    params: { user_id_type: 'open_id' },
    data: { user_id_list: [sandbox.openIdOf('leader-head')] },
  });
  expect(urged.data?.invalid_user_id_list).toEqual([]);
  expect((await client.im.message.delete({ path })).code).toBe(0);
});

test('an error of the platform is thrown, with its code in the body', async () => {
  const sending = client.im.message.create({
    params: { receive_id_type: 'chat_id' },
    data: {
      receive_id: group,
      msg_type: 'interactive',
      content: JSON.stringify({ schema: '2.0', elements: [] }),
    },
  });
  await expect(sending).rejects.toMatchObject({ response: { status: 400, data: { code: 230099 } } });
});

test('files and pictures go up; what a person sent comes down', async () => {
  const image = await client.im.image.create({ data: { image_type: 'message', image: PNG } });
  expect(image?.image_key).toMatch(/^img_/);
  const file = await client.im.file.create({
    data: { file_type: 'stream', file_name: '2026Q4-评分.xlsx', file: Buffer.from('PK') },
  });
  const sent = await client.im.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: group, msg_type: 'file', content: JSON.stringify({ file_key: file?.file_key }) },
  });
  expect(sandbox.messagesIn(group).at(-1)).toMatchObject({
    messageId: sent.data?.message_id,
    body: { type: 'file', name: '2026Q4-评分.xlsx', size: 2 },
  });
  const theirs = sandbox
    .as(sandbox.openIdOf('office-1'))
    .attach(group, { name: '表.xlsx', bytes: Buffer.from('PK34') });
  const { file_key } = JSON.parse(theirs.content) as { file_key: string };
  const resource = await client.im.messageResource.get({
    path: { message_id: theirs.messageId, file_key },
    params: { type: 'file' },
  });
  const target = join(tmpdir(), `sandbox-${theirs.messageId}`);
  await resource.writeFile(target);
  expect(await readFile(target, 'utf8')).toBe('PK34');
  expect(resource.headers['content-disposition']).toContain(encodeURIComponent('表.xlsx'));
  await rm(target);
});

test('chats and their members, in pages', async () => {
  const chats = await client.im.chat.list({});
  expect(chats.data?.items?.map((chat) => chat.name)).toEqual(['营商环境工作群', '获得电力专项工作小组群']);
  const seen: string[] = [];
  let token: string | undefined;
  do {
    const page = await client.im.chatMembers.get({
      path: { chat_id: group },
      params: { member_id_type: 'open_id', page_size: 20, ...(token ? { page_token: token } : {}) },
    });
    seen.push(...(page.data?.items ?? []).map((member) => member.member_id ?? ''));
    token = page.data?.has_more ? page.data.page_token : undefined;
  } while (token);
  expect(seen).toContain(sandbox.openIdOf('leader-head'));
  expect(seen).not.toContain(sandbox.openIdOf('bot'));
  expect(new Set(seen).size).toBe(seen.length);
});

test('people by mobile number; nobody outside the range', async () => {
  const people = sandbox.people();
  const known = people.find((person) => person.openId === sandbox.openIdOf('office-1'));
  const outside = people.find((person) => person.openId === sandbox.openIdOf('outsider'));
  const { data } = await client.contact.user.batchGetId({
    params: { user_id_type: 'open_id' },
    data: { mobiles: [known?.mobile ?? '', outside?.mobile ?? '', '13900000000'] },
  });
  expect(data?.user_list?.map((user) => user.user_id)).toEqual([known?.openId, undefined, undefined]);
});

test('a person: name with its scope, no number without', async () => {
  const path = { user_id: sandbox.openIdOf('leader-head') };
  const params = { user_id_type: 'open_id' } as const;
  const { data } = await client.contact.user.get({ path, params });
  expect(data?.user).toMatchObject({ name: '吕沛', open_id: path.user_id });
  expect(data?.user).not.toHaveProperty('mobile');
  sandbox.grant('contact:user.phone:readonly');
  expect((await client.contact.user.get({ path, params })).data?.user?.mobile).toMatch(/^\+861380000/);
  await expect(client.contact.user.get({ path: { user_id: 'ou_x' }, params })).rejects.toMatchObject({
    response: { data: { code: 99992351 } },
  });
  const outside = { user_id: sandbox.openIdOf('outsider') };
  await expect(client.contact.user.get({ path: outside, params })).rejects.toMatchObject({
    response: { data: { code: 41050 } },
  });
});

test('the bot itself', async () => {
  const info = (await client.request({ method: 'GET', url: '/open-apis/bot/v3/info' })) as {
    bot: { open_id: string };
  };
  expect(info.bot.open_id).toBe(sandbox.openIdOf('bot'));
});

test('native slash commands', async () => {
  const url = '/open-apis/application/v7/app_slash_commands';
  const data = { command: '帮助', description: { default_value: 'help', i18n: { zh_cn: '看看能做什么' } } };
  const made = (await client.request({ method: 'POST', url, data })) as { data: { command_id: string } };
  await expect(client.request({ method: 'POST', url, data })).rejects.toMatchObject({
    response: { data: { code: 40000000, msg: 'command_already_exists' } },
  });
  await expect(
    client.request({ method: 'POST', url, data: { ...data, command: '/x' } }),
  ).rejects.toMatchObject({
    response: { data: { code: 99992402 } },
  });
  const one = `${url}/${made.data.command_id}`;
  await client.request({ method: 'PATCH', url: one, data: { description: { default_value: '帮助' } } });
  expect(await client.request({ method: 'GET', url })).toMatchObject({
    data: {
      items: [{ command_id: made.data.command_id, command: '帮助', description: { default_value: '帮助' } }],
    },
  });
  await client.request({ method: 'DELETE', url: one });
  expect(await client.request({ method: 'GET', url })).toMatchObject({ data: { items: [] } });
});

test.each([
  ['an empty file', 'files', { file_type: 'stream', file_name: 'x' }, Buffer.alloc(0), 234010],
  [
    'a file above 30 MB',
    'files',
    { file_type: 'stream', file_name: 'x' },
    Buffer.alloc(30 * 1024 * 1024 + 1),
    234006,
  ],
  ['a picture above 10 MB', 'images', { image_type: 'message' }, Buffer.alloc(10 * 1024 * 1024 + 1), 234006],
  ['a text as picture', 'images', { image_type: 'message' }, Buffer.from('hello'), 234001],
  ['an unknown type', 'files', { file_type: 'exe', file_name: 'x' }, Buffer.from('x'), 99992402],
])('%s is refused', async (_name, path, fields, bytes, code) => {
  const field = path === 'files' ? 'file' : 'image';
  const sending = client.request({
    method: 'POST',
    url: `/open-apis/im/v1/${path}`,
    headers: { 'content-type': 'multipart/form-data' },
    data: { ...fields, [field]: bytes },
  });
  await expect(sending).rejects.toMatchObject({ response: { data: { code } } });
});

test('a file of somebody else, of another message, of another kind', async () => {
  const person = sandbox.as(sandbox.openIdOf('office-1'));
  const theirs = person.attach(group, { name: 'a.xlsx', bytes: Buffer.from('PK') });
  const other = person.attach(group, { name: 'b.xlsx', bytes: Buffer.from('PK') });
  const { file_key } = JSON.parse(theirs.content) as { file_key: string };
  const get = (messageId: string, type: string) =>
    client.request({
      method: 'GET',
      url: `/open-apis/im/v1/messages/${messageId}/resources/${file_key}?type=${type}`,
    });
  const code = (of: number) => ({ response: { data: { code: of } } });
  await expect(get(other.messageId, 'file')).rejects.toMatchObject(code(234003));
  await expect(get(theirs.messageId, 'image')).rejects.toMatchObject(code(234003));
  const own = client.request({ method: 'GET', url: `/open-apis/im/v1/files/${file_key}` });
  await expect(own).rejects.toMatchObject(code(234001));
  const resend = client.im.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: group, msg_type: 'file', content: JSON.stringify({ file_key }) },
  });
  await expect(resend).rejects.toMatchObject(code(230017));
});
