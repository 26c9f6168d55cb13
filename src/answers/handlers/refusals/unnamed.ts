import { fold } from '../../characters/fold.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import type { Question } from '../../question/parse.ts';
import { type Reply, refuse } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** Posts below those that a notice gives names for. */
const ROLE =
  '联络员|联系人|老板(?=是谁|叫|姓|谁|(?:是)?哪[位个](?:人|啊|呀)?[?？]?$)|当家人|掌门人|总裁|厂长|检察长|院长(?=是谁|叫|姓)|经理(?=是谁|叫|姓|谁|(?:是)?哪[位个](?:人|啊|呀)?[?？]?$)|管理人|候选人|中标(?:人|方|单位|企业)|老总|董事长|法人(?:代表)?|主编|编辑|[市区县镇乡校]长|(?:巡察|检查|督查|督察|考核|验收|评审|暗访|调查)组?[,，]?(?:的|里|那个)?组?长|评标专家|评委|(?:测绘|中介|招标代理|审计|培训|物业|施工|监理)(?:机构|公司)|经办人员?|经办|承办人|信息员|专管员|监督员|具体负责(?:的?人|同志)|具体负责(?:的?)(?:科室|领导)|(?:分管|主管)?副?(?:局长|部长|处长|科长|股长|所长|队长|站长|院长|行长|经理|秘书长)|分管领导|科员|工作人员|班子成员|检查组(?:组长|成员|副组长)|评估(?:机构|单位|公司)|(?:第[三3]方|评估)(?:评估)?(?:机构|公司)';
const NAME =
  '(?:都|具体|现在|到底)?(?:是|叫|有|为|定[的了]?是?|报的?是?|派的?是?)?(?:谁(?![聘选请定派明指来管出找负牵分])|哪[几些一两三四\\d]?[个位人]?(?:人|同志|公司|机构)?$|哪[几些一两三四\\d]?[位家]|啥名|什么名|名字|姓名|名单|贵姓|尊姓)|(?:叫|姓)(?:啥|什么|甚)|(?:聘|请|选|定|派)了(?:谁|哪[几些一]?[位个]人?)$|[,，:：]?的?(?:名字|姓名|名单|花?名册|名录|通讯录|联络表|联系表|名称|全称)';
const UNNAMED = new RegExp(`(${ROLE})(?:的|[,，]?(?:它)?(?:的)?(?:名字|名称|全名|全称))?(?:${NAME})`);
const UNNAMED_BEFORE = new RegExp(
  `((?:检查|督查|督察|巡察|考核|考评|评估|暗访|调查|评审|验收)(?:小)?组)(?:那边|这边)?(?:到底|具体)?(?:是|由|归|让)?(?:谁|哪(?:一)?[位个](?:领导|人)?)(?:来)?(?:带的?队|领的?队|牵的?头|挂帅|分包|当(?:组长|队长)|负责)|((?:检查|督查|督察|巡察|考核|考评|评估|暗访|调查|评审|验收)(?:小)?组)(?:那边|里|的)?(?:带队|领队|挂帅|打头|领头|牵头)的?(?:人|领导|同志|那位)?(?:是|叫|姓)*(?:谁|啥|什么|甚|哪(?:一)?[位个])|(?:谁|哪[个位]人?)(?:是|当|做|担任|干)(?:[\\u4e00-\\u9fff]{0,6}的)?(${ROLE})|哪个(科室|股室|处室)|哪(?:一)?[位个](?:具体)?(?:的)?(办事员|经办人|科员)|(第[三3]方|评估|评价)(?:评估|评价)?(?:的)?(?:机构|公司|单位)?[,，]?(?:是|叫|定的?|选的?|请的?|找的?|聘的?|委托的?|用的?)+(?:是|了)?(?:哪(?:一)?[家个](?:公司|机构|单位)?|谁家|(?:什么|啥)(?:公司|机构|单位|名))|(?:请|找|聘|委托|选)(?:来|的|了)*(?:是)?(?:哪(?:一)?[家个]|谁家)(?:的)?(第[三3]方|评估|评价)?(?:机构|公司)`,
);

/** `某某指的是什么`: the sense of a word. */
const MEANS =
  /^([\u4e00-\u9fffa-z\d+]{2,8}?)(?:这个?词?|一词)?(?:是|到底|具体)*(?:指的?(?:是)?|代表的?(?:是)?)(?:什么|啥|哪[几些]?[个样项]?)(?:意思)?$|^([\u4e00-\u9fffa-z\d+]{2,8}?)(?:这个?词?|一词)?是?(?:啥|什么)意思$/;

/** Names of people and offices that the notice asks for without naming them: the refusal says what it does say. */
export const answerUnnamed: Handler = (question, { facts, retriever }) => {
  const { masked, mentions, text } = question;
  const [, meant, sense] = text.match(MEANS) ?? [];
  const term = meant ?? sense;
  const isNowhere = term !== undefined && !facts.says(term) && retriever.unknownShare([term]) > MOSTLY;
  if (isNowhere && mentions.every((m) => m.how === 'hint' || m.kind === 'subLead'))
    return refuse(`通知里没有写“${term}”。`);
  const found = masked.match(UNNAMED) ?? masked.match(UNNAMED_BEFORE);
  const role = found
    ?.slice(1)
    .find((said) => said !== undefined)
    ?.replace(/[,，]/, '的')
    .replace(/^(?:具体负责的?|分管|主管)(?=.)/, '');
  if (role !== undefined && ASSESSOR.test(role))
    return refuse('通知里没有写评估机构的名称。', [], sentenceWith('评估机构', facts));
  if (role === undefined || (role === LEADER && !OF_UNIT.test(masked))) return undefined;
  const lacks = /组$/.test(role) ? '由谁带队' : /科室|机构|公司|单位/.test(role) ? '的名称' : '的姓名';
  return refuse(`通知里没有写${role}${lacks}。`, [], {
    ...sentenceWith(role, facts),
  });
};

const ASSESSOR = /^(?:第[三3]方|评估|评价)$/;

/** `分管领导` is a slot of each group; a unit has one as well, whom no notice names. */
const LEADER = '领导';
const OF_UNIT = /(?:[UE]|单位|[局部委办]里?|公司)的?(?:分管|主管)/;

/** The sentence that speaks of a post, shown beside the refusal. */
function sentenceWith(role: string, facts: Facts): Partial<Reply> {
  for (const clause of facts.clausesSaying(role)) {
    const said = clause.text.split(/(?<=[。；\n])/).find((sentence) => sentence.includes(role));
    if (said !== undefined && said.length < LONGEST)
      return { aside: { line: `只写了：${said.trim()}${at(clause.location)}`, cites: [clause.location] } };
  }
  return {};
}

/** Share of a word's characters that stand nowhere together. */
const MOSTLY = 0.5;
const LONGEST = 120;

const NUMBER_OF =
  /([\u4e00-\u9fff]{2,30}?(?:方案|条例|意见|办法|规划|细则))》?(?:的|是|它的)?(?:发文)?(?:文号|字号|几号文|编号|(?:是)?多少号)/;

/** `…方案的文号`: a paper that the notice cites without its number. */
export const answerUnnumbered: Handler = needing(
  () => ({ text: [NUMBER_OF] }),
  (question, { facts }) => {
    const name = question.text.match(NUMBER_OF)?.[1];
    if (name === undefined) return undefined;
    const { references } = facts.model.document;
    if (references.some((r) => r.number && (likeness(name, r.title) > SAME || isPlace(question))))
      return undefined;
    const titles = [
      ...references.map((r) => ({ title: r.title, location: r.location })),
      ...facts.model.measures.flatMap((m) =>
        m.plan === undefined ? [] : [{ title: m.plan, location: m.location }],
      ),
    ];
    const cited = titles.find(({ title }) => likeness(name, title) > SAME);
    return (
      cited &&
      refuse(`通知里只提到《${cited.title}》，没有写它的文号。${at(cited.location)}`, [cited.location])
    );
  },
);

const isPlace = ({ text }: Question) => /附件\d/.test(text);

/** How near the name asked for must come to a title. */
const SAME = 0.75;

/** Share of the character pairs of a name that a title has. */
export function likeness(name: string, title: string): number {
  const pairs = [...name].slice(1).map((char, i) => `${name[i]}${char}`);
  return pairs.filter((pair) => fold(title).includes(pair)).length / Math.max(1, pairs.length);
}
