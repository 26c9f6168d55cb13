import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const says = (question: string) => engine.ask(question).text;

describe('what is said beside the question does not lead it astray', () => {
  it.each([
    ['留抵退税报上去了，都拖了好几个月还没下来，该找哪家牵头单位', /税务局/],
    ['职工告我们去仲裁了，大半年没个说法，找哪家牵头', /人力资源社会保障局/],
    ['商户反映银行不给贷，要找牵头单位，是哪家', /金融工作局/],
    ['我在街上开了个面馆，去窗口办事那人推来推去还要红包，找哪个单位反映', /纪工委监察工委/],
    ['社会治安综合治理原来不归法治化组，归哪个组', /^包容普惠创新/],
    ['企业开办组只管开不管关？注销写没写', /简化企业注销程序/],
    ['小微企业接电和接气，按要求哪个更快', /^接气快/],
    ['执行合同跟办理破产同属一个组，四月份提的幅度一样吗', /^不一样.*20个百分点/],
    ['4月要涨一半以上的，是哪几项', /^2021年4月：办理建筑许可、执行合同、政府采购[\s\S]*$/],
    ['公章刻制能不能不跑腿，附件1第四条咋写的', /公章刻制全流程办理/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));

  it('two units that were told of are those asked about', () => {
    expect(says('我是住建局的，教育局的朋友找我，我们两家都在的组是哪些')).toMatch(/住建局、教育局都在的组/);
    expect(says('审计局老李约财政局小张，他们两家都参加的组有几个')).toMatch(/审计局、财政局都在的组共1个/);
  });

  it('a measure that is told of, of one of those offered', () => {
    expect(says('城市书房那条归文体旅局还是教育局')).toMatch(/第30条：文体旅局牵头/);
    expect(says('附件1里引才的那两条，人社局牵头还是组织部牵头')).toMatch(/第28条：工委组织部牵头/);
    expect(says('附件1引人才那两条哪家牵头')).toMatch(/第29条：工委组织部牵头/);
  });
});
