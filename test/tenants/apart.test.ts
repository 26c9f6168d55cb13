import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportPeriod } from '../../src/report-files/export.ts';
import { parsePeriod } from '../../src/reports/period.ts';
import { knowledgeOf } from '../../src/tenants/knowledge.ts';
import { otherLexicon } from '../answers/other-notice/lexicon.ts';
import { otherModel } from '../answers/other-notice/model.ts';
import { signedPush } from '../support/push.ts';
import { type Districts, startDistricts } from './districts.ts';

/** What people of the east type, to be found nowhere else. */
const PROGRESS = '东区独有的进展：办电时间压缩到九个工作日';
const PROBLEM = '东区独有的问题：窗口排队久';
const WORD = '东区土话电老虎';
const LIAISON = 'liaison:供电中心';

let all: Districts;
beforeAll(async () => {
  all = await startDistricts({
    east: undefined,
    west: undefined,
    county: knowledgeOf(otherModel, otherLexicon),
  });
  for (const id of ['east', 'west', 'county'])
    for (const who of ['office-1', 'stranger', LIAISON]) {
      all.of(id).sandbox.as(all.of(id).sandbox.openIdOf(who)).enter();
      await all.of(id).hears(who, '直接问我');
    }
});
afterAll(() => all.close());

describe('three districts on one deployment', () => {
  it('each answers by its own notice', async () => {
    await all.of('east').tells('stranger', '获得电力谁牵头', '供电中心');
    await all.of('west').tells('stranger', '获得电力谁牵头', '供电中心');
    await all.of('county').tells('stranger', '采砂整治谁分包', '慕容川');
    await all.of('east').tells('stranger', '采砂整治谁分包', '没有');
    await all.of('county').tells('stranger', '/单位 林草局', '林业和草原局');
  });

  it('who is bound in one is nobody in the others, though he has the same open_id', async () => {
    const [east, west] = [all.of('east'), all.of('west')];
    const name = west.sandbox.people().find(({ openId }) => openId === west.sandbox.openIdOf(LIAISON))?.name;
    await east.tells(LIAISON, '/绑定 供电中心', '供电中心');
    const waiting = await east.hears('office-1', '申请绑定为', '供电中心联络员');
    await east.press('office-1', waiting, '确认');
    await east.hears(LIAISON, '绑定成功');
    await east.tells('office-1', '/联络员 供电中心', name ?? 'nobody');
    const other = await west.tells('office-1', '/联络员 供电中心', '供电中心');
    expect(JSON.stringify(other.body)).not.toContain(name);
    expect(west.heard('office-1')).not.toContain('申请绑定为');
  });

  it('a word that one office taught is understood there alone', async () => {
    const { east, west } = { east: all.of('east'), west: all.of('west') };
    for (const district of [east, west]) await district.tells('stranger', `${WORD}归谁牵头`, '没有');
    await east.tells('stranger', '供电中心牵头哪个组', '获得电力');
    const list = await east.tells('office-1', '/反馈', WORD);
    await east.press('office-1', list, `“${WORD}”就是供电中心`);
    await east.tells('stranger', `${WORD}牵头哪个组`, '获得电力');
    await west.tells('stranger', `${WORD}牵头哪个组`, '没有');
    await all.of('county').tells('stranger', `${WORD}牵头哪个组`, '没有');
  });

  it('a tick reminds each district’s own people only', async () => {
    all.at('2026-12-24', '09:07');
    await all.deployment.tick();
    await all.settled();
    await all.of('east').hears(LIAISON, '季度报送 · 供电中心', '开始填报');
    expect(all.of('west').heard(LIAISON)).not.toContain('季度报送');
    expect(all.of('county').heard(LIAISON)).not.toContain('季度报送');
    // The office of each is told of its own units without a liaison.
    await all.of('county').hears('office-1', '报送已开启', '林业和草原局');
    expect(all.of('county').heard('office-1')).not.toContain('供电中心');
    expect(all.of('west').heard('office-1')).not.toContain('林业和草原局');
  });

  it('what is reported in one is in nobody else’s progress, export or ledger', async () => {
    const east = all.of('east');
    const card = await east.hears(LIAISON, '季度报送 · 供电中心', '开始填报');
    await east.press(LIAISON, card, '开始填报');
    await east.hears(LIAISON, '第 1/');
    const saved = await east.press(LIAISON, card, '保存草稿', { progress: PROGRESS });
    expect(saved.toast?.content).toContain('已保存');
    await east.tells(
      'office-1',
      `/台账 新增 供电中心 ${PROBLEM} 整改 增设窗口 期限 2027年1月8日`,
      '2026-001',
    );
    await east.tells('office-1', '/台账', PROBLEM);
    await east.tells('office-1', '/进度', '1');
    for (const id of ['west', 'county']) {
      expect(JSON.stringify((await all.of(id).tells('office-1', '/台账', '台账')).body)).not.toContain(
        '东区',
      );
      expect(JSON.stringify((await all.of(id).tells('office-1', '/进度', '季度')).body)).not.toContain(
        '东区',
      );
    }
    const files = async (id: string) => {
      const made = await exportPeriod(all.deps(id), parsePeriod('2026Q4'));
      return made.manifest.files.map(({ sha256 }) => sha256);
    };
    expect(await files('west')).not.toEqual(await files('east'));
  });

  it('and not one byte of it is in another’s database', async () => {
    await all.settled();
    const bytes = async (id: string) => {
      const { database } = all.of(id).tenant;
      const parts = await Promise.all(
        [database, `${database}-wal`].map((path) => readFile(path).catch(() => Buffer.alloc(0))),
      );
      return Buffer.concat(parts);
    };
    for (const words of [PROGRESS, PROBLEM, '电老虎'])
      expect((await bytes('east')).includes(words)).toBe(true);
    for (const id of ['west', 'county']) {
      expect((await bytes(id)).includes('东区独有')).toBe(false);
      expect((await bytes(id)).includes(all.of('east').tenant.lark.credentials.appId)).toBe(false);
    }
    expect((await bytes('county')).includes('供电中心')).toBe(false);
  });
});

describe('an address per app', () => {
  const post = (path: string, of: { signedBy: string; app: string; id: string }) => {
    const { credentials } = all.of(of.signedBy).tenant.lark;
    const header = {
      event_id: of.id,
      event_type: 'im.message.receive_v1',
      token: credentials.verificationToken,
      create_time: '1760000000000',
      tenant_key: 'tk',
      app_id: of.app,
    };
    const push = signedPush(
      { schema: '2.0', header, event: {} },
      all.of('east').sandbox.clock.now(),
      credentials,
    );
    return all.deployment.fetch(new Request(`http://bot${path}`, { method: 'POST', ...push }));
  };
  const appOf = (id: string) => all.of(id).tenant.lark.credentials.appId;
  const stored = async (id: string) => {
    const rows = await all.deps(id).db.query.selectFrom('inbox').select('event_id').execute();
    return rows.map((row) => row.event_id);
  };

  it('takes what its own app signed', async () => {
    const response = await post(`/lark/events/${appOf('west')}`, {
      signedBy: 'west',
      app: appOf('west'),
      id: 'own',
    });
    expect(response.status).toBe(200);
  });

  it.each<[string, string, string, string]>([
    ['signed by east for west, at west’s address', 'west', 'east', 'west'],
    ['signed by east for west, at east’s address', 'east', 'east', 'west'],
    ['signed by east for east, at west’s address', 'west', 'east', 'east'],
  ])('refuses what is %s; nothing is stored', async (id, at, signedBy, app) => {
    for (const path of ['/lark/events', '/lark/cards']) {
      const response = await post(`${path}/${appOf(at)}`, { signedBy, app: appOf(app), id });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ error: 'not authentic' });
    }
    for (const district of ['east', 'west', 'county']) expect(await stored(district)).not.toContain(id);
  });

  it('refuses an app that nobody serves, and the address without an app that nobody claims', async () => {
    const of = { signedBy: 'east', app: appOf('east'), id: 'lost' };
    expect((await post('/lark/events/cli_unknown', of)).status).toBe(401);
    expect((await post('/lark/events', of)).status).toBe(401);
    expect((await post('/lark/cards', of)).status).toBe(401);
  });
});
