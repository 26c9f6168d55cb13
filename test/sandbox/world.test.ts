import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SandboxOptions } from '../../sandbox/options.ts';
import { startRecorded, text } from './support.ts';

let folder: string;
let databasePath: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  databasePath = join(folder, 'world', 'sandbox.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

async function within<T>(
  options: SandboxOptions,
  use: (started: Awaited<ReturnType<typeof startRecorded>>) => Promise<T> | T,
): Promise<T> {
  const started = await startRecorded(options);
  try {
    return await use(started);
  } finally {
    await started.sandbox.close();
  }
}

describe('people', () => {
  test('everybody is said to be fictitious, and nobody invented bears a name of the notice', async () => {
    const notice = await readFile('db/notice/source.md', 'utf8');
    await within({}, ({ sandbox }) => {
      const people = sandbox.people().filter((person) => !person.isBot);
      expect(people.every((person) => person.role.includes('虚构演示'))).toBe(true);
      const invented = people.filter((person) => !person.role.startsWith('区领导'));
      expect(invented.filter((person) => notice.includes(person.name))).toEqual([]);
      expect(new Set(people.map((person) => person.name)).size).toBe(people.length);
      expect(new Set(people.map((person) => person.mobile)).size).toBe(people.length);
    });
  });

  test('units of the caller that nobody speaks for get a liaison', async () => {
    await within({ units: ['财政局', '档案馆', '气象局'] }, ({ sandbox }) => {
      const units = sandbox.people().map((person) => person.unit);
      expect(units).toContain('档案馆');
      expect(units.filter((unit) => unit === '财政局')).toHaveLength(2);
      const liaison = sandbox.openIdOf('liaison:气象局');
      expect(() => sandbox.as(liaison).say(sandbox.groupId('work'), '到')).not.toThrow();
    });
  });

  test('the office is told by its open_ids', async () => {
    await within({}, ({ sandbox }) => {
      expect(sandbox.officeOpenIds).toEqual([sandbox.openIdOf('office-1'), sandbox.openIdOf('office-2')]);
    });
  });
});

describe('a restart', () => {
  test('keeps people, chats, messages, files, reads, commands and the distance of the clock', async () => {
    const first = await within({ databasePath }, async ({ sandbox, api }) => {
      const group = sandbox.groupId('work');
      const office = sandbox.as(sandbox.openIdOf('office-1'));
      office.say(group, '第一条');
      const file = office.attach(group, { name: '表.xlsx', bytes: Buffer.from('PK34') });
      await api.send(group, 'text', text('答'), { uuid: 'kept' });
      const command = { command: '帮助', description: { default_value: 'help' } };
      await api.call('POST', 'application/v7/app_slash_commands', command);
      office.react(file.messageId, 'OK');
      sandbox.clock.set(sandbox.clock.now() + 1_000_000);
      return { messages: sandbox.messagesIn(group), key: JSON.parse(file.content).file_key as string };
    });
    await within({ databasePath }, async ({ sandbox, api }) => {
      const group = sandbox.groupId('work');
      expect(sandbox.messagesIn(group)).toEqual(first.messages);
      expect(Buffer.from(sandbox.fileBytes(first.key) ?? []).toString()).toBe('PK34');
      expect(Math.abs(sandbox.clock.offset() - 1_000_000)).toBeLessThan(1000);
      const list = await api.call('GET', 'application/v7/app_slash_commands');
      expect(list.data['items']).toHaveLength(1);
      // The uuid of before the restart still counts.
      await api.send(group, 'text', text('答'), { uuid: 'kept' });
      expect(sandbox.messagesIn(group)).toHaveLength(3);
      sandbox.as(sandbox.openIdOf('office-1')).say(group, '后来');
      expect(sandbox.messagesIn(group).at(-1)?.body).toMatchObject({ text: '后来' });
    });
  });

  test('has other credentials, unless they are given', async () => {
    const one = await within({ databasePath }, ({ sandbox }) => sandbox.credentials);
    const two = await within({ databasePath }, ({ sandbox }) => sandbox.credentials);
    expect(two.appSecret).not.toBe(one.appSecret);
    const three = await within({ databasePath, credentials: one }, ({ sandbox }) => sandbox.credentials);
    expect(three).toEqual(one);
    await expect(startRecorded({ credentials: { appId: 'cli_x' } })).rejects.toThrow('16 hex digits');
  });

  test('with fresh starts over; seeding runs only for a new world', async () => {
    let seeded = 0;
    const seed: NonNullable<SandboxOptions['seed']> = (sandbox) => {
      seeded += 1;
      sandbox.as(sandbox.openIdOf('office-1')).say(sandbox.groupId('work'), '开场');
    };
    await within({ databasePath, seed }, ({ sandbox }) =>
      expect(sandbox.messagesIn(sandbox.groupId('work'))).toHaveLength(1),
    );
    await within({ databasePath, seed }, ({ sandbox }) =>
      expect(sandbox.messagesIn(sandbox.groupId('work'))).toHaveLength(1),
    );
    expect(seeded).toBe(1);
    await within({ databasePath, fresh: true }, ({ sandbox }) =>
      expect(sandbox.messagesIn(sandbox.groupId('work'))).toHaveLength(0),
    );
  });
});
