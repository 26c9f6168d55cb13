import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { createEngine } from '../../src/answers/engine.ts';
import { otherLexicon } from './other-notice/lexicon.ts';
import { otherModel } from './other-notice/model.ts';

const engine = defaultEngine();
const ask = (...turns: string[]) => engine.ask(turns.at(-1) ?? '', turns.slice(0, -1)).text;

describe('names typed by their initials', () => {
  it.each([
    [['gdzx除了电那组，还在哪给人当配角'], '办理建筑许可'],
    [['czj一共参加多少组，自己领头的也算进去'], '财政局共在11个'],
    [['fgw自己扛旗的是哪几组'], '获得电力'],
    [['获得电力是sxd的吧'], '由申晓东分包'],
    [['xyhj归吕书记包，没记错吧'], '侯建华'],
    [['ZTB谁包、哪局挑头，一块说'], '行政审批与大数据管理局'],
    [['zjs包哪几项'], '赵俊生分包3项'],
    [['lp分包哪几项'], '吕沛分包3项'],
    [['这红头的wh 报一下'], '焦示党办〔2021〕5号'],
    [['ZTB的zrdw有哪些'], '农业农村局'],
    [['姜坤峰包的啥', '申晓东呢', 'lcm嘞'], '作风建设'],
    [['政法委牵头哪个组', '换tzb那家'], '两个行动'],
    [['附件2领导小组组长谁', '副组长呢', 'bgs主任又是哪个'], '赵洪波'],
    [['四月各项指标要提多少', 'nd，也就年底那回'], '20%'],
    [['czj（财政局）在哪些组'], '财政局共在11个'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('in another notice', () => {
    const other = createEngine(otherModel, otherLexicon);
    expect(other.ask('oyx分包哪个组', []).text).toContain('欧阳雪');
  });

  it('that may be several stay as they are', () => {
    // Two offices of the notice are written with these letters.
    expect(engine.ask('zjj牵头哪些组', []).kind).toBe('refuse');
  });

  it('are none where the letters are a word of their own', () => {
    expect(ask('pm2.5目标多少')).toContain('56 微克');
    expect(engine.ask('ok', []).kind).toBe('chat');
    expect(engine.ask('明年gdp目标多少', []).kind).toBe('refuse');
  });
});
