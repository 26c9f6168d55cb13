import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const says = (question: string) => engine.ask(question).text;

describe('where somebody looked for it by mistake is not where it stands', () => {
  it.each([
    ['商业纠纷多元化解，原先我当是归法治组，到底属于哪个组', /^执行合同及办理破产/],
    ['留抵退税，我还以为归政务服务组，其实写在哪组', /^缴纳税费/],
    ['电子采购平台，初稿错放进招投标组了，应该挪到哪个组', /政府采购（第6组）/],
    ['知识产权纠纷不归法治化组的话归哪组', /^知识产权/],
    ['双随机不是信用组的吧，那归哪个组', /^市场监管/],
    ['报关的手续太多，不找作风组找哪个组', /^跨境贸易/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));

  it('what a claim is about stays', () => {
    expect(says('双随机是信用组的吗')).toMatch(/信用环境|市场监管/);
    expect(says('留抵退税归缴纳税费组吗')).toMatch(/缴纳税费/);
  });
});

describe('of several matters that a message hints at, the one that it is after', () => {
  it.each([
    ['开面馆的想通自来水，这事归哪个组', /获得用水用气/],
    ['新买的办公楼过户，应该对接哪个组', /不动产登记/],
    ['办营业执照来回跑了三趟都没成，哪家牵头', /工商分局/],
    ['厂房的证跑了五回没下来，归哪个组、哪家牵头，总得有人管吧', /不动产登记/],
    ['外地企业投标老落选，想问投诉机制由哪个组建立', /^招投标/],
    ['投诉举报渠道由哪个组来畅通', /营商环境作风建设/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));
});
