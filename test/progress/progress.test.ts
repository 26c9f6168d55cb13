import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindChat } from '../../db/queries/chats.ts';
import { rememberName } from '../../db/queries/people.ts';
import { insertBinding } from '../../db/queries/people-bindings.ts';
import { instantOf } from '../../src/clock.ts';
import { type Cast, startCast } from '../people/cast.ts';
import { fill, openFilled } from './filled.ts';

const NOW = instantOf('2026-12-28', '10:00');
const PERIOD = '2026Q4';
let cast: Cast;

beforeAll(async () => {
  cast = await startCast();
  const { sandbox, service } = cast.world;
  const { db, notice } = service.deps;
  sandbox.clock.set(NOW);
  const bound = (who: string, kind: 'unit' | 'leader', subject: string) =>
    insertBinding(db, {
      id: `b:${who}`,
      kind,
      subject,
      role: kind === 'unit' ? 'liaison' : 'leader',
      openId: cast.id(who),
      status: 'confirmed',
      by: cast.id('office-1'),
      now: NOW,
    });
  await db.apply([
    bound('liaison:财政局', 'unit', 'finance'),
    bound('leader-power', 'leader', 'shen-xiaodong'),
    ...bindChat(db, { chatId: sandbox.groupId('work'), groupNo: 0, by: cast.id('office-1'), now: NOW }),
    rememberName(db, { openId: cast.id('office-1'), name: '周敬言', now: NOW }),
  ]);
  for (const who of ['office-1', 'leader-power', 'liaison:财政局', 'stranger']) {
    sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  expect(notice.person('shen-xiaodong')?.name).toBe('申晓东');
});
afterAll(() => cast.close());

describe('before any period', () => {
  it('says that there is none', async () => {
    cast.tell('leader-power', '还有哪些单位没报');
    await cast.hears('leader-power', '还没有开过报送期');
    cast.tell('office-1', '/进度');
    await cast.hears('office-1', '还没有开过报送期');
  });
});

describe('while a period is open', () => {
  beforeAll(async () => {
    const { db, notice } = cast.world.service.deps;
    await openFilled(db, notice.model, {
      period: PERIOD,
      dueOn: '2027-01-08',
      now: NOW,
      units: {
        power: {
          status: 'submitted',
          submittedAt: NOW,
          items: {
            'group:7': {
              progress: '报装时限已压到3个工作日 <at id=all></at>',
              problems: '外线工程审批慢',
              coordinate: 1,
            },
          },
        },
        tax: { status: 'accepted', submittedAt: NOW },
        education: { status: 'returned', submittedAt: NOW },
        finance: { status: 'draft' },
      },
    });
  });

  it('the office sees every unit by name, by status, page by page and by group', async () => {
    cast.tell('office-1', '/进度');
    const card = await cast.hears('office-1', '报送进度', '未开始 ', '综合办公室　');
    const turned = await cast.press('office-1', card, '下一页');
    expect(turned.code).toBeUndefined();
    await cast.becomes(card, '上一页', '草稿 1家', '财政局', '采纳 1家');
    await cast.press('office-1', card, '按小组看');
    await cast.becomes(card, '获得电力', '未报：');
  });

  it('a leader sees the units of his groups, and no others', async () => {
    cast.tell('leader-power', '/进度');
    const card = await cast.hears('leader-power', '您分包的小组', '供电中心');
    expect(JSON.stringify(card.body)).not.toContain('财政局');
  });

  it('a unit sees itself, and gets the way to its form', async () => {
    cast.tell('liaison:财政局', '/进度');
    const card = await cast.hears('liaison:财政局', '您的单位', '财政局', '去填报');
    expect(JSON.stringify(card.body)).not.toContain('税务局');
    await cast.press('liaison:财政局', card, '去填报');
    await cast.becomes(card, '季度报送 · 财政局', '继续填报');
  });

  it('others see counts', async () => {
    cast.tell('stranger', '/进度');
    const card = await cast.hears('stranger', '应报', '名单只给办公室和分包领导');
    expect(JSON.stringify(card.body)).not.toContain('财政局');
  });

  it('in the group only counts stand; the office gets the names alone', async () => {
    cast.shout('office-1', '/进度');
    await cast.hears('work', '已单独发给您');
    await cast.sees('office-1', '报送进度', '完整内容和按钮已发到单聊');
    await cast.hears('office-1', '报送进度', '综合办公室　');
    expect(cast.heard('work')).not.toContain('综合办公室');
  });

  it.each([
    [
      'office-1',
      '还有哪些单位没报',
      ['家没报：', '财政局', '其中已有草稿：财政局', '教育局', '2026年第四季度'],
    ],
    ['leader-power', '还有哪些单位没报', ['您分包的小组里还有', '住建局']],
    ['stranger', '还有哪些单位没报', ['应报', '名单只给办公室和分包领导看']],
    ['office-1', '财政局报了吗', ['财政局还没报：有草稿']],
    ['office-1', '那税务局呢', ['税务局报了', '已采纳']],
    ['liaison:财政局', '我们单位报了没有', ['财政局还没报']],
    ['stranger', '我们单位报了没有', ['还没有绑定单位']],
    ['liaison:财政局', '税务局报了吗', ['只能告诉办公室、分包领导和该单位自己']],
    [
      'leader-power',
      '获得电力这个组进展怎么样',
      ['已报1家', '供电中心', '报装时限已压到3个工作日', '外线工程审批慢'],
    ],
    ['liaison:财政局', '获得电力进展怎么样', ['应报', '只给办公室和这个组的分包领导看']],
    ['leader-power', '哪些问题需要我协调', ['有1项需要您协调', '外线工程审批慢']],
    ['office-1', '哪些问题需要分包领导协调', ['有1项需要分包领导协调']],
    ['liaison:财政局', '哪些问题需要我协调', ['只给办公室和分包领导看']],
    ['office-1', '上季度还有哪些单位没报', ['还没有开过报送期']],
    ['office-1', '/进度 财政局', ['财政局还没报']],
    ['office-1', '/进度 7', ['获得电力（第7组）']],
    ['office-1', '/进度 2020Q1', ['没有开过2020Q1']],
    ['office-1', '/进度 随便', ['看不懂要查哪一个']],
  ])('%s asks %s', async (who, text, words) => {
    cast.tell(who, text);
    const card = await cast.hears(who, ...words);
    expect(JSON.stringify(card.body)).not.toContain('<at');
  });

  it('names asked for in the group go to the one who asks', async () => {
    cast.shout('leader-power', '获得电力组还有谁没报');
    await cast.hears('work', '获得电力（第7组）：应报', '已单独发给您');
    await cast.sees('leader-power', '未报：', '住建局');
    expect(cast.heard('work')).not.toContain('住建局');
  });

  it('what the notice says is still answered by it', async () => {
    cast.tell('leader-power', '各单位多久报一次工作进展');
    await cast.hears('leader-power', '每季度', '四（四）');
  });
});

describe('the live card in the work group', () => {
  const cards = () =>
    cast.world.sandbox
      .messagesIn(cast.world.sandbox.groupId('work'))
      .filter((message) => JSON.stringify(message.body).includes('数量会自动更新'));
  const tickAt = async (day: string, time: string) => {
    cast.world.sandbox.clock.set(instantOf(day, time));
    await cast.world.service.tick();
    await cast.world.sandbox.idle();
  };

  it('is sent once, with counts and no name, and changes in place', async () => {
    await tickAt('2026-12-28', '10:05');
    await tickAt('2026-12-28', '10:06');
    expect(cards()).toHaveLength(1);
    const [card] = cards();
    const before = JSON.stringify(card?.body);
    for (const name of ['财政局', '税务局', '供电中心']) expect(before).not.toContain(name);
    expect(before).toContain('已报2家');
    const { db } = cast.world.service.deps;
    await fill(db, { period: PERIOD, unit: 'finance' }, { status: 'submitted', submittedAt: NOW });
    await tickAt('2026-12-28', '10:07');
    expect(cards()).toHaveLength(1);
    expect(JSON.stringify(cards()[0]?.body)).toContain('已报3家');
  });

  it('is sent anew before the platform stops taking changes, in working hours', async () => {
    await tickAt('2027-01-09', '10:00');
    expect(cards()).toHaveLength(1);
    // Monday to Friday are worked on; the card lasts until Sunday.
    await tickAt('2027-01-08', '10:00');
    await tickAt('2027-01-11', '10:00');
    const all = cast.world.sandbox
      .messagesIn(cast.world.sandbox.groupId('work'))
      .map((message) => JSON.stringify(message.body));
    expect(cards()).toHaveLength(1);
    expect(all.filter((body) => body.includes('不再更新'))).toHaveLength(1);
    expect(JSON.stringify(cards()[0]?.body)).toContain('补报中');
  });

  it('says the end when the period is locked, and is left alone afterwards', async () => {
    const { db } = cast.world.service.deps;
    await db.apply([db.query.updateTable('period').set({ status: 'locked' }).where('id', '=', PERIOD)]);
    await tickAt('2027-01-12', '10:00');
    expect(JSON.stringify(cards()[0]?.body)).toContain('已锁定');
    cast.tell('office-1', '还有哪些单位没报');
    await cast.hears('office-1', '现在没有开放的报送期', '2026年第四季度（已锁定）');
    await tickAt('2027-01-29', '10:00');
    expect(cards()).toHaveLength(1);
  });
});
