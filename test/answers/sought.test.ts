import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { soughtIn } from '../../src/answers/question/sought.ts';

const ask = (question: string) => defaultEngine().ask(question).text;

describe('what is sought of a matter', () => {
  it.each([
    ['评完的结果跟啥挂钩', '评价结果与年终考核相挂钩', '适时开展专项评价'],
    ['办得慢的单位咋收拾', '对进展缓慢的约谈通报', '对成效显著的予以表扬'],
    ['会上定的事用啥形式发', '以会议纪要的形式印发', '会议根据需要召开'],
    ['用时今年再砍掉几成', '审理用时再压缩30%', '两年以上未结案件基本清零'],
    ['谁来定评价的标准', '管委会制定评价体系', '每年进行一次测评'],
    ['第三方评的是谁', '对各乡镇开展专项评价', '评价结果全区通报'],
  ])('%s', (asked, told, other) => {
    const tells = soughtIn(asked);
    expect(tells?.(told)).toBe(true);
    expect(tells?.(other)).toBe(false);
  });

  it.each(['外国老板受了气，区里要出个啥办法', '第3组谁牵头', '给表彰的是哪些集体'])(
    '%s does not seek a means or a prize',
    (asked) => {
      expect(soughtIn(asked)?.('采取书面审查的形式予以奖励') ?? false).toBe(false);
    },
  );

  it.each([
    ['正文责任追究那段 干得漂亮的咋对待 推不动的又咋对待', '责任追究'],
    ['纳税时间去年压过一回了 今年还压百分之多少', '再压缩5%'],
    ['年底督查考核的结果最后算到哪里头', '综合考核'],
    ['法治化那组具体弄啥嘞', '护航经济发展'],
    ['宣传组搞些啥', '舆论氛围'],
    ['后头跟嘞俩附件 名字', '作风建设专项行动方案'],
    ['这份通知自个儿的号', '5号'],
  ])('%s', (question, said) => {
    expect(ask(question)).toContain(said);
  });

  it('still asks where something is written', () => {
    expect(ask('奇葩证明算到哪个整顿里头')).toContain('附件2');
  });
});

describe('what only shares a way of speaking', () => {
  it.each([
    ['水气组的活儿', '前置要件'],
    ['测评排名排在后头影响啥，跟啥挂上钩', '干部任用'],
    ['活儿干得慢、落实不力的，行动方案里说要……', '约谈'],
    ['领导小组会上议定的事，是拿工作动态印发吧', '会议纪要'],
    ['纳税时间上一年已压过5%，今年就不用压了吧', '不是。'],
  ])('%s', (question, said) => {
    expect(ask(question)).toContain(said);
  });

  it('knows a unit’s groups from what a group does', () => {
    expect(ask('招商中心除了管外贸还得干哪些组的活')).toContain('信用环境');
  });
});
