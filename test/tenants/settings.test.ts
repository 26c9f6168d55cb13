import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDeployment } from '../../src/tenants/file.ts';

const KEYS = {
  LARK_APP_SECRET__EAST: 'secret of east',
  LARK_ENCRYPT_KEY__EAST: 'key of east',
  LARK_VERIFICATION_TOKEN__EAST: 'token of east',
  LARK_SECRETS__WEST_END: '{"appSecret":"secret of west","encryptKey":"k","verificationToken":"t"}',
};
const EAST = { id: 'east', appId: 'cli_east', databasePath: 'east.sqlite', officeOpenIds: ['ou_1'] };
const WEST = { id: 'west-end', appId: 'cli_west', databasePath: 'west.sqlite' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function read(list: unknown, more: Record<string, string | undefined> = {}) {
  const file = join(folder, 'tenants.json');
  await writeFile(file, typeof list === 'string' ? list : JSON.stringify(list));
  return readDeployment({ TENANTS_FILE: file, ...KEYS, ...more });
}

describe('a list of tenants', () => {
  it('gives each its app, its database and its secrets, and nobody what is another’s', async () => {
    const { config, tenants } = await read([EAST, { ...WEST, transport: 'websocket', plainAddress: true }]);
    expect(config.lark).toBeUndefined();
    expect(tenants).toMatchObject([
      {
        id: 'east',
        database: join(folder, 'east.sqlite'),
        backupFolder: join(folder, 'backups', 'east'),
        officeOpenIds: ['ou_1'],
        plainAddress: false,
        lark: {
          domain: 'https://open.feishu.cn',
          transport: 'webhook',
          credentials: {
            appId: 'cli_east',
            appSecret: 'secret of east',
            encryptKey: 'key of east',
            verificationToken: 'token of east',
          },
        },
      },
      {
        id: 'west-end',
        backupFolder: join(folder, 'backups', 'west-end'),
        officeOpenIds: [],
        plainAddress: true,
        lark: { transport: 'websocket', credentials: { appId: 'cli_west', appSecret: 'secret of west' } },
      },
    ]);
  });

  it('takes the platform, the transport and the backups’ place for those who name none', async () => {
    const own = { domain: 'https://feishu.example.gov.cn/', ephemeral: 'on' };
    const { tenants } = await read([EAST, { ...WEST, ...own }], {
      LARK_DOMAIN: 'http://127.0.0.1:9',
      LARK_TRANSPORT: 'websocket',
      LARK_EPHEMERAL: 'off',
      BACKUP_DIR: '/var/backups/yingshang',
    });
    expect(tenants.map(({ lark }) => [lark.domain, lark.transport])).toEqual([
      ['http://127.0.0.1:9', 'websocket'],
      ['https://feishu.example.gov.cn', 'websocket'],
    ]);
    expect(tenants.map(({ lark }) => lark.isEphemeralOff)).toEqual([true, false]);
    expect(tenants.map((tenant) => tenant.backupFolder)).toEqual([
      '/var/backups/yingshang/east',
      '/var/backups/yingshang/west-end',
    ]);
  });

  it('reads secrets from a file that only its owner reads', async () => {
    const path = join(folder, 'north.secrets.json');
    await writeFile(path, '{"appSecret":"a","encryptKey":"b","verificationToken":"c"}', { mode: 0o600 });
    const north = { ...EAST, id: 'north', secretsFile: 'north.secrets.json' };
    expect((await read([north])).tenants[0]?.lark.credentials.appSecret).toBe('a');
    await chmod(path, 0o640);
    await expect(read([north])).rejects.toThrow(/north.*chmod 600/);
    await rm(path);
    await expect(read([north])).rejects.toThrow(/north.*secretsFile cannot be read \(ENOENT\)/);
  });

  it('builds what is known of a notice once for all who work by it', async () => {
    for (const name of ['model.json', 'lexicon.json'])
      await copyFile(join(import.meta.dirname, '../../db/notice', name), join(folder, name));
    const notice = { model: 'model.json', lexicon: 'lexicon.json' };
    const SOUTH = { ...EAST, id: 'south', appId: 'cli_south', databasePath: 'south.sqlite' };
    const { tenants } = await read([EAST, { ...WEST, notice }, { ...SOUTH, notice }], {
      LARK_SECRETS__SOUTH: '{"appSecret":"s","encryptKey":"k","verificationToken":"t"}',
    });
    const [east, west, south] = tenants.map(({ knowledge }) => knowledge());
    expect(west).toBe(south);
    expect(west).not.toBe(east);
    expect(west?.notice.model).toEqual(east?.notice.model);
  });

  it('leaves a deployment of one app as it was', async () => {
    const { tenants } = await readDeployment({
      LARK_APP_ID: 'cli_one',
      LARK_APP_SECRET: 's',
      LARK_ENCRYPT_KEY: 'k',
      LARK_VERIFICATION_TOKEN: 't',
      DATABASE_PATH: '/data/one.sqlite',
    });
    expect(tenants).toMatchObject([
      { id: undefined, database: '/data/one.sqlite', backupFolder: '/data/backups', plainAddress: true },
    ]);
    expect((await readDeployment({})).tenants).toEqual([]);
  });
});

describe('a start is refused with one sentence', () => {
  it.each<[string, unknown, RegExp]>([
    ['an empty list', [], /names no tenant/],
    ['no list', { east: EAST }, /TENANTS_FILE .*the list/],
    ['no JSON', '[{', /TENANTS_FILE is not JSON/],
    ['a bad id', [{ ...EAST, id: 'East District' }], /\[0\]\.id: small letters/],
    ['an id twice', [EAST, { ...WEST, id: 'east' }], /the id east is there twice/],
    ['an app twice', [EAST, { ...WEST, appId: 'cli_east' }], /east and west-end are the same app cli_east/],
    [
      'a database twice',
      [EAST, { ...WEST, databasePath: './x/../east.sqlite' }],
      /east and west-end share the database/,
    ],
    ['no database', [{ ...EAST, databasePath: undefined }], /tenant east: its databasePath is missing/],
    [
      'the plain address twice',
      [
        { ...EAST, plainAddress: true },
        { ...WEST, plainAddress: true },
      ],
      /east and west-end both claim plainAddress/,
    ],
    [
      'a secret in the list',
      [{ ...EAST, appSecret: 'x' }],
      /secrets do not belong in the list \(appSecret\)/,
    ],
    ['an unknown word', [{ ...EAST, colour: 'red' }], /colour/],
    ['a bad transport', [{ ...EAST, transport: 'pigeon' }], /\[0\]\.transport/],
    [
      'a notice that is not there',
      [{ ...EAST, notice: { model: 'm.json', lexicon: 'l.json' } }],
      /tenant east: its notice cannot be read/,
    ],
  ])('%s', async (_, list, says) => {
    await expect(read(list)).rejects.toThrow(says);
    await expect(read(list)).rejects.toMatchObject({ name: 'ConfigError' });
  });

  it.each<[string, Record<string, string | undefined>, RegExp]>([
    ['LARK_APP_ID', { LARK_APP_ID: 'cli_x' }, /LARK_APP_ID and TENANTS_FILE are both set/],
    ['DATABASE_PATH', { DATABASE_PATH: './x' }, /DATABASE_PATH and TENANTS_FILE are both set/],
    ['OFFICE_OPEN_IDS', { OFFICE_OPEN_IDS: 'ou_1' }, /OFFICE_OPEN_IDS and TENANTS_FILE are both set/],
    ['TENANTS', { TENANTS: '[]' }, /TENANTS_FILE and TENANTS are both set/],
    ['no app secret', { LARK_APP_SECRET__EAST: '' }, /tenant east: its app secret is missing/],
    ['no key', { LARK_ENCRYPT_KEY__EAST: undefined }, /encryptKey is missing, set LARK_ENCRYPT_KEY__EAST/],
    [
      'secrets given twice',
      { LARK_SECRETS__EAST: '{"appSecret":"a"}' },
      /tenant east: its secrets are given in more than one way/,
    ],
    [
      'one secret for two',
      { LARK_APP_SECRET__EAST: 'secret of west' },
      /east and west-end have the same app secret/,
    ],
    ['broken secrets', { LARK_SECRETS__WEST_END: '{secret of west' }, /LARK_SECRETS__WEST_END is not JSON/],
  ])('beside the list: %s', async (_, more, says) => {
    const refused = await read([EAST, WEST], more).catch((error: Error) => error);
    expect(refused).toMatchObject({ name: 'ConfigError', message: expect.stringMatching(says) });
    expect(String(refused)).not.toMatch(/secret of|key of|token of/);
  });

  it('a file that is not there', async () => {
    await expect(readDeployment({ TENANTS_FILE: join(folder, 'none.json') })).rejects.toThrow(
      /TENANTS_FILE cannot be read \(ENOENT\)/,
    );
  });

  it('one database under two names', async () => {
    await mkdir(join(folder, 'real'));
    await symlink(join(folder, 'real'), join(folder, 'other'));
    await expect(
      read([
        { ...EAST, databasePath: 'real/a.sqlite' },
        { ...WEST, databasePath: 'other/a.sqlite' },
      ]),
    ).rejects.toThrow(/share the database/);
    await writeFile(join(folder, 'real/a.sqlite'), '');
    await symlink(join(folder, 'real/a.sqlite'), join(folder, 'b.sqlite'));
    await expect(
      read([
        { ...EAST, databasePath: 'real/a.sqlite' },
        { ...WEST, databasePath: 'b.sqlite' },
      ]),
    ).rejects.toThrow(/share the database/);
    expect(await readFile(join(folder, 'b.sqlite'), 'utf8')).toBe('');
  });
});
