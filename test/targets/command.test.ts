import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertBinding } from '../../db/queries/people-bindings.ts';
import { instantOf } from '../../src/clock.ts';
import { type Cast, startCast } from '../people/cast.ts';
import { fill, openFilled } from '../progress/filled.ts';

const NOW = instantOf('2027-01-18', '10:00');
const HEAD = '目标完成情况';
let cast: Cast;

beforeAll(async () => {
  cast = await startCast();
  const { sandbox, service } = cast.world;
  const { db } = service.deps;
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
    bound('liaison:工商分局', 'unit', 'commerce'),
    bound('leader-power', 'leader', 'shen-xiaodong'),
  ]);
  for (const who of ['office-1', 'leader-power', 'liaison:财政局', 'liaison:工商分局', 'stranger']) {
    sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
});
afterAll(() => cast.close());

/** Opens a period in which the unit of measure 5 has filed the number of its steps. */
async function filed(period: string, value: string, status: 'submitted' | 'accepted' | 'draft') {
  const { db, notice } = cast.world.service.deps;
  await openFilled(db, notice.model, { period, dueOn: '2027-01-08', now: NOW });
  const items = { 'measure:5': { values: { 'm5-steps': value } } };
  await fill(db, { period, unit: 'commerce' }, { status, submittedAt: NOW, items });
}

describe('targets below the card of a measure', () => {
  it('nothing reported, and a draft: the target stands there without a number', async () => {
    await filed('2026Q1', '7', 'draft');
    cast.tell('office-1', '/措施 5');
    const card = await cast.hears('office-1', HEAD, '还没有采纳过数值的目标', '企业开办环节：≤ 1 个');
    expect(JSON.stringify(card.body)).not.toContain('最新');
  });

  it.each(['/措施 14', '/小组 7'])(
    '%s: the objectives of its part, which belong to no unit',
    async (asked) => {
      cast.tell('stranger', asked);
      await cast.hears(
        'stranger',
        '没有落实到单位的目标',
        '高压客户（用电）业务办理时限：≤ 21 个工作日（附件1·三（二））',
      );
    },
  );

  it('a measure without any number has nothing below', async () => {
    cast.tell('stranger', '/措施 8');
    const card = await cast.hears('stranger', '附件1·8');
    expect(JSON.stringify(card.body)).not.toContain(HEAD);
  });

  it('what its part and the measure itself both ask is said once, as its own', async () => {
    cast.tell('stranger', '/措施 6');
    const card = await cast.hears('stranger', HEAD, '办理建筑许可时间：≤ 38 天（附件1·6）');
    expect(JSON.stringify(card.body).split('≤ 38 天')).toHaveLength(2);
  });

  it('one accepted quarter: target, value, period and light for everybody, no chart', async () => {
    await filed('2026Q2', '3', 'accepted');
    cast.tell('stranger', '/措施 5');
    const card = await cast.hears(
      'stranger',
      HEAD,
      '企业开办环节',
      '≤ 1 个',
      '最新：3 个',
      '黄灯</text_tag> 未达到（完成度33%）',
    );
    expect(JSON.stringify(card.body)).toContain('2026年第二季度，工商分局');
    expect(JSON.stringify(card.body)).not.toContain('"chart"');
  });

  it('two accepted quarters: a line over them', async () => {
    await filed('2026Q3', '1', 'accepted');
    cast.tell('stranger', '/小组 17');
    const card = await cast.hears('stranger', HEAD, '最新：1 个', '绿灯</text_tag> 已达到', '"tag":"chart"');
    expect(JSON.stringify(card.body)).toContain('"2026Q2"');
  });

  it.each([
    ['office-1', true],
    ['liaison:工商分局', true],
    ['liaison:财政局', false],
    ['stranger', false],
  ])('%s sees what nobody has reviewed: %s', async (who, sees) => {
    const { db } = cast.world.service.deps;
    const open = await db.query.selectFrom('period').select('id').where('id', '=', '2026Q4').execute();
    if (open.length === 0) await filed('2026Q4', '2', 'submitted');
    cast.tell(who, '/measure 5');
    const card = await cast.hears(who, HEAD, '最新：1 个');
    expect(JSON.stringify(card.body).includes('未审核：2 个（2026年第四季度，工商分局）')).toBe(sees);
  });

  it('in a group nobody is shown it, the office neither', async () => {
    cast.shout('office-1', '/措施 5');
    await cast.hears('work', HEAD, '最新：1 个');
    expect(cast.heard('work')).not.toContain('未审核');
  });
});
