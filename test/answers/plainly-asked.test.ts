import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (question: string) => defaultEngine().ask(question);

describe('how often, in other words', () => {
  it.each([
    ['季度通报，勤不勤', '每季度'],
    ['跟企业头头一起学案例，多长时间搞一场', '每季度'],
    ['领导小组开会，几时一轮', '根据需要'],
  ])('%s', (question, said) => {
    const { kind, text } = ask(question);
    expect(kind).toBe('answer');
    expect(text).toContain(said);
    expect(text).not.toContain('没有写具体');
  });
});

describe('one slot of two matters', () => {
  it.each([
    ['接居民电和接高压电，期限各几天', ['3 个工作日', '21 个工作日']],
    ['签合同和备案，时限分别几天', ['15日内', '2个工作日内']],
  ])('%s', (question, both) => {
    const { text } = ask(question);
    for (const said of both) expect(text).toContain(said);
  });
});

describe('the part that a trouble stands in', () => {
  it.each([
    ['不肯把印章交出去，归四个聚焦里的哪个', '附件2·二（二）'],
    ['新官不认旧账，这算哪个聚焦的事', '附件2·二（三）'],
  ])('%s', (question, place) => {
    expect(ask(question).citations).toContain(place);
  });

  it('a part by its number is no figure', () => {
    expect(ask('第二个聚焦讲啥').text).toContain('简政放权');
  });
});

describe('who has a matter besides the unit named', () => {
  it.each([
    ['PM10那条，除了发改委还有谁配合', '生态环境局牵头'],
    ['动产抵押一站式网上办，除了工商分局还有谁管', '金融工作局牵头'],
    ['公章刻制全流程这事，除了税务局还有谁', '工商分局牵头'],
  ])('%s', (question, said) => {
    expect(ask(question).text).toContain(said);
  });
});

describe('what a group is to do', () => {
  it('is told where something of its work is asked and no sentence has it', () => {
    expect(ask('报税那组图的是把啥压下来').text).toContain('降低总税率');
  });

  it.each(['第5组怎么样', '第7组啥角色'])('%s asks for the group', (question) => {
    expect(ask(question).text).toContain('责任单位：');
  });
});

describe('what is told where nothing is sure', () => {
  it.each([
    ['从啥人里挑，那个监督员', '政协委员'],
    ['各家的经验只攒到年底才印发吧', '及时以工作动态进行印发'],
    ['原来法定七个工作日备案，现在缩成几天', '2个工作日'],
    ['dianzi baohan在哪些平台上开', '所有公共资源交易平台'],
    ['网上办执照，公安也要出份力吗', '责任单位'],
  ])('%s', (question, said) => {
    const { kind, text } = ask(question);
    expect(kind).toBe('answer');
    expect(text).toContain(said);
  });

  it.each([
    ['第12组总的牵头是住建局对不对', '不是'],
    ['电力那条的头儿是住建局吧', '不是'],
  ])('%s is denied', (question, said) => {
    expect(ask(question).text.startsWith(said)).toBe(true);
  });
});

describe('where a trouble is told', () => {
  it.each([
    '验收的人老找茬，想告他走啥渠道反映',
    '窗口推来推去，我能上哪儿投诉',
    '报个材料被刁难，跟谁举报去',
  ])('%s: the channel, not the trouble', (question) => {
    expect(ask(question).text).toMatch(/投诉举报渠道|连心网/);
  });
});
