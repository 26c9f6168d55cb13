import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1));

describe('what goes beside a question', () => {
  it.each([
    ['咱区这个通知文号多少 我引用', '焦示党办〔2021〕5号'],
    ['作风建设组责任单位写的哪几个局?我这边要抄送', '各相关单位'],
    ['综合办主任姓名报下 发函用', '刘会来'],
    ['森林覆盖率的目标数字。见报要用，别给错', '35%'],
    ['公安在不在建筑许可那组?住建说我们没去开会', '不，公安分局不在'],
    ['正文一个领导小组、附件2又一个，俩办公室主任各是哪位？别给我弄混', '是侯建华（兼任）'],
    ['刚到发改委报到，包容普惠创新这组的材料，最后要请哪位区领导过目', '由申晓东分包'],
    ['双随机覆盖率我材料写的97,局长说不对,该多少', '91%'],
    ['各位，张伟分包哪个组', '没有“张伟”'],
    ['招投标组里有交通局吗，我核对一下', '没有交通局'],
    ['破产的事归哪个领导包，法院是牵头的不，明天上会', '由冯利民分管'],
    ['作风专项办公室主任是谁，优化营商环境领导小组办公室主任又是谁，老弄混', '是侯建华（兼任）'],
    ['施工图审查方式改成了啥制，材料里要写全称', '告知承诺制'],
    ['财政局长问咱局到底掺和了几个组，牵头也算', '财政局共在11个专项小组里'],
    ['时主任要看：发改委牵头（含跟人一起牵的）的专项组', '牵头3个组'],
    ['民政局在册的组给列一下，我报局长', '民政局共在4个专项小组里'],
    ['公安，别漏，要全的，给局长看', '公安分局共在9个专项小组里'],
  ])('%s: is left out', (question, says) => {
    expect(ask(question).text).toContain(says);
  });

  it.each([
    ['我数副组长是十位。帮我复核一下', /^是的，共10名副组长/],
    ['写简报：我区设22个专项工作小组。数目核一下', /^是的，共22个/],
    ['我区设23个专项工作小组。数目核一下', /^不是。共22个/],
    ['宣传口上的分包区领导我记的是赵俊生', /^不是。.*赵俊峰/],
  ])('%s: is checked', (question, says) => {
    expect(ask(question).text).toMatch(says);
  });

  it('names the matter that the rest points back to', () => {
    expect(ask('俺是跑不动产证的，这块区里头是哪个领导包着哩').text).toContain('赵俊生');
  });

  it('corrects the last question, and is no remark', () => {
    expect(ask('宣传组牵头单位', '我没说清 我是问分包领导 不是牵头单位').text).toContain('赵俊峰');
  });

  it('may be all there is: a bare name is told of', () => {
    expect(ask('公安').text).toContain('公安分局共在9个专项小组里');
  });
});
