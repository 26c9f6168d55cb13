import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainOrder } from '../../commands/plain-words.ts';
import { pauses } from '../../db/queries/pauses.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';

const read = (text: string) => {
  const order = plainOrder(text);
  return order && `/${order.name} ${order.args}`.trim();
};

describe('orders in plain words', () => {
  it.each([
    ['暂停所有提醒', '/暂停 全部'],
    ['请先暂停全部自动发送。', '/暂停 全部'],
    ['把所有的提醒都停掉吧', '/暂停 全部'],
    ['停止所有自动发的消息', '/暂停 全部'],
    ['暂停自动提醒', '/暂停 全部'],
    ['暂停催报', '/暂停 催报'],
    ['先别发催报了', '/暂停 催报'],
    ['把台账提醒停一下', '/暂停 台账提醒'],
    ['暂停每周动态', '/暂停 每周动态'],
    ['恢复所有提醒', '/暂停 恢复'],
    ['恢复自动发送', '/暂停 恢复'],
    ['恢复催报', '/暂停 恢复 催报'],
    ['今天要发什么', '/日程'],
    ['今天要发什么？', '/日程'],
    ['这周要发哪些提醒', '/日程'],
    ['明天会自动发哪些消息', '/日程'],
    ['本周有哪些提醒要发', '/日程'],
    ['这周要发的提醒有哪些', '/日程'],
    ['你会自动发什么消息', '/日程'],
    ['预演明天的', '/日程 预演'],
    ['预演一下下周的提醒', '/日程 预演'],
    ['预演2026q4', '/日程 预演 2026Q4'],
    ['催一下还没报的单位', '/催报'],
    ['提醒没报送的联络员', '/催报'],
  ])('%s → %s', (text, command) => {
    expect(read(text)).toBe(command);
  });

  it.each([
    '哪些情形可以暂停收费',
    '暂停审批的项目怎么恢复',
    '恢复信用修复要几天',
    '这周要报哪些材料',
    '通知里要求发什么通知',
    '什么时候发通报',
    '今天要开什么会',
    '停止收费的依据是什么',
    '谁还没报',
    '没报的单位怎么处理',
    '暂停',
    '恢复',
    '提醒',
    '',
  ])('not taken: %s', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('no judged question about the notice is taken for one', () => {
    const folder = new URL('../questions/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.jsonl?$/.test(name),
    );
    const words = files.flatMap((name) => stringsIn(readFileSync(new URL(name, folder), 'utf8')));
    expect(words.length).toBeGreaterThan(1000);
    expect(words.filter((text) => plainOrder(text) !== undefined)).toEqual([]);
  });
});

/** Every string of a file of JSON or of lines of it. */
function stringsIn(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([whole]) => JSON.parse(whole) as string);
}

describe('given to the bot', () => {
  let cast: ReportCast;
  beforeAll(async () => {
    cast = await startReportCast();
    await cast.bound({ 'liaison:审计局': 'audit' });
  });
  afterAll(() => cast.close());
  const paused = async () => (await pauses(cast.world.service.deps.db)).map(({ rule }) => rule);

  it('by the office they do what the command does', async () => {
    cast.tell('office-1', '暂停所有提醒');
    await cast.hears('office-1', '已暂停全部自动发送');
    expect(await paused()).toEqual(['all']);
    cast.tell('office-1', '恢复所有提醒');
    await cast.hears('office-1', '没有暂停');
    expect(await paused()).toEqual([]);
    cast.tell('office-1', '这周要发哪些提醒');
    await cast.hears('office-1', '今后四周自动发送');
    cast.tell('office-1', '预演明天的');
    await cast.hears('office-1', '预演：', '现在没有发给任何人');
  });

  it('by others they are refused politely, and nothing changes', async () => {
    cast.tell('liaison:审计局', '暂停所有提醒');
    await cast.hears('liaison:审计局', '只有领导小组办公室成员可以暂停自动发送');
    cast.tell('liaison:审计局', '今天要发什么');
    await cast.hears('liaison:审计局', '只有领导小组办公室成员可以查看日程');
    expect(await paused()).toEqual([]);
  });
});
