import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import type { EntityKind, Mention } from '../../names/entities.ts';
import type { Question } from '../../question/parse.ts';
import { refuse } from '../../replies/reply.ts';
import { needing } from '../needing.ts';
import { sieved } from '../sieve.ts';
import { NO_CONTACTS, NO_OFFICE_HOURS, NO_RESULTS } from './untold-sentences.ts';

/** What people ask of somebody or something that no notice of this kind tells, and what is said then. */
interface Untold {
  of: readonly EntityKind[];
  asks: RegExp;
  says: string;
  /** What has been reached is asked for, which only reports know. */
  asksReached?: boolean;
}

/** Between the name and what is asked of it. */
const LINK =
  '(?:小?组|工作|专班|同志|领导|主任|书记|这(?:家|个|位|块|边|事|项)|那(?:家|个|位|块|边|里|儿)|[他她它]们?(?:家)?|的|现在|目前|今年|到底|究竟|具体|一共|总共|都|也|还|又|[,，]){0,3}';

const untold = (asks: string, of: EntityKind[], says: string, asksReached = false): Untold => ({
  of,
  asks: new RegExp(`^(?:请问|那|咱|我们|这个|那个|问下)*[A-Z]${LINK}(${asks})`),
  says,
  asksReached,
});

/** Work that is counted once it has been done. */
const DONE =
  '(?:办|收|罚|查|处理|处罚|受理|审批?|退|发放?|放|花|拨|开展|约谈|问责|销|检查|走访|培训|接待|调解|征收|解决|完成|办结|投诉|举报)(?:结|掉|完|出)?(?:了|过)(?:多少|几)';
const JUDGED =
  '(?:进展|进度)(?:情况)?(?:如何|怎|咋|多少|到哪|啥|什么|$)|(?:完成|落实|推进|干|做|搞)得(?:怎|咋|如何|好不好|行不行)|(?:有没有整改|(?:整改|销号|落实)(?:完|好|到位)?(?:了)?(?:没有?|吗))|被(?:通报|批评|表扬|约谈|点名)(?:过|了)?(?:没有?|吗|几|不)|(?:得|拿|打|考)了?(?:几|多少)分|满意(?:度|率)(?:是|有|得)?(?:多少|几)分?|排?第几名|(?:全国|全省|全市|省里|市里|全区)(?:能|可以)?(?:排|得)?(?:第几|排名|名次|排第)|(?:谁|哪家|哪个)(?:最)?(?:拖后腿|积极|不积极|拖拉|拖沓)|(?:谁|哪家|哪个)(?:还)?没(?:报|交|来|到)|[跟和同与比](?:兄弟|隔壁|邻近|其他|别的|外|人家)[^,，]{0,6}(?:怎|咋|如何|差|比)';

/** Where somebody is at an hour, and what he is doing then. */
const AT_AN_HOUR =
  '(?:今[天儿早晚]|明[天儿早晚]|后天|上午|下午|中午|晚上|这会儿|这两天|[这下本]周|周[一二三四五六日]|礼拜[一二三四五六天])+(?:还|也|都|有)?(?:在不在|在没在|在吗|在没有?$|在(?:单位|区里|家|岗|局里|机关|开会|忙)|有会|开会|出差|回来|得闲|忙不忙|有没有(?:空|会|时间))|在(?:单位|区里|家|局里)(?:吗|不|没)';

/** In this order; the first that the question asks for. */
const UNTOLD: readonly Untold[] = [
  untold(
    '(?:办公|联系|投诉|客服|咨询|值班|服务|工作|入|微信|钉钉)?群?(?:电话|热线|手机|座机|传真|邮编|邮箱|网址|官网|公众号|小程序|app|软件|二维码|微信|账号|账户|开户行|税号)(?:号码?|群)?(?:是|叫|有|给|发|多少|几|啥|什么|在哪|呢)?(?:多少|几|啥|什么|一下|我|个|一个)*$',
    ['unit', 'person', 'group', 'measure', 'subLead'],
    NO_CONTACTS,
  ),
  untold(
    '几点(?:上|下|开|关)|(?:中午|周[六日末]|节假日|双休)[^,，]{0,6}(?:不|吗|没|办|开|休)|几楼|(?:办公)?地址|食堂|停车|班车|坐几路',
    ['unit', 'group', 'measure', 'subLead'],
    NO_OFFICE_HOURS,
  ),
  untold(
    '(?:车牌|座驾|专车|司机|秘书(?!长)|助手(?:叫|是)|助理|前任|继任|接班|接替|接的?谁的?(?:班|位|手|活|摊子?)|谁?接[他她]的?[班位]|党龄|工龄|军龄|身高|体重|血型|性格|脾气|口碑|人缘|(?:学)?(?:什么|啥|哪个)?专业|毕业|学位|文凭|哪(?:一)?年(?:来|生|到|参加|入)|家?(?:住|在)(?:在)?(?:哪|什么地方|啥地方)(?:里|儿|住|个小区)?$|家住|住址|在不在(?:单位|办公室|家|区里|班上)|在(?:单位|办公室|家|班上?)(?:吗|不|没)|有(?:没有)?空|有空|签(?:字|批|发)了?(?:没|吗|不)|(?:同意|批准|点头|答应)(?:过|了)*(?:没|吗|不)|批示|讲了?(?:什么|啥)话?|行程|日程|出差|请假|休假|处分|违纪|爱好|酒量|孩子|儿子|女儿|父母|老婆|老公|爱人|家属|(?:级别)?工资|待遇|奖金|政绩|好说话|好打交道|生日|属(?:什么|啥)|任职年限|分管过)',
    ['person'],
    '通知里没有写个人的履历、行程和生活情况，只写了职务和分包事项。',
  ),
  untold(
    '(?:夫人|太太|妻子|丈夫|媳妇|对象|闺女|孙子|岳父|岳母|亲家|住房|房子|车子|手表)(?:是|叫|在|姓|有|多)?(?:谁|什么|啥|哪|几|大)',
    ['person'],
    '通知里没有写个人的履历、行程和生活情况，只写了职务和分包事项。',
  ),
  untold(AT_AN_HOUR, ['person'], '通知里没有写个人的履历、行程和生活情况，只写了职务和分包事项。'),
  untold(JUDGED, ['unit', 'group'], NO_RESULTS, true),
  untold(DONE, ['unit', 'group'], NO_RESULTS, true),
  untold(
    '(?:预算|经费|编制|党组书记|党委书记|几个?(?:科|股|处)室|(?:有|有多少|几)个?(?:科|股|处)室|(?:有|共)?(?:多少|几)(?:号|个|名|口)?(?:人|职工|干部|员工)|下属(?:单位|机构|企业)?|二级(?:机构|单位)|直属|招(?:不招)?(?:人|聘)|福利|奖金|待遇|哪(?:一)?年(?:成立|组建|挂牌)|成立(?:时间|于|的)|(?:是)?(?:什么|啥|几)级(?:别|单位)?|(?:是)?(?:行政|事业|参公|国企)(?:单位)?还是|法人|领导班子|班子成员|办公室主任|谁?值班|窗口(?:在哪|几号)|几号窗口|在哪个窗口|排队|口碑|服务态度)',
    ['unit'],
    '通知里没有写单位的人员、经费、窗口和内部情况。',
  ),
  untold(
    '(?:(?:下次|下回|上次|上回)?(?:什么时候|啥时候|哪天|几号|几点)开会|(?:下次|上次)(?:会|开会)|会议(?:纪要|室|时间|地点|记录)|开过(?:几|多少)次?会|群(?:号|主|在哪)|微信群|经费|预算|奖金|专职|编制|(?:什么时候|哪天|啥时候)(?:成立|组建|撤销|解散)|签到|通讯录|值班|工作方案(?:发|给|有)|办公室(?:设|放)?在|试点(?:是|有|企业)|示范企业|第三方(?:是|机构)|公章(?:谁|在|归|放)|成立时间|(?:预算|经费)(?:几|多少))',
    ['group'],
    '通知里没有写专项小组的会议、经费、联络这类安排，只写了领导、单位和责任分工。',
  ),
  untold(
    '(?:在?(?:哪个|几号)窗口|(?:要不要|用不用|能不能|可以|咋|怎么)预约|(?:能不能|可以|找谁|谁能)代办|中介费|手续费|工本费|样表|模板|表格?(?:在|从)?哪|流程图|办事指南|经办人|利率|额度|补贴(?:多少|几)|罚(?:款)?(?:多少|几)|逾期罚|税率|优惠(?:到|期)|政策(?:到期|期限)|谁发明|法律依据|(?:为什么|为啥|咋|怎么)(?:这么|那么|恁)慢|排队|最快几|哪家(?:公司)?开发|系统(?:是)?(?:谁|哪家)(?:开发|做))',
    ['group', 'measure', 'subLead'],
    '通知里没有写办事的窗口、收费、表格这类细节，只写了任务和目标。',
  ),
];

/** What is asked of a matter may stand among what is to be done in it. */
const ofMatter = (of: readonly EntityKind[]) => of.includes('group') && !of.includes('unit');

/** Whether the notice has a word where it speaks of a matter. */
function isSaidOf({ entities }: Mention, word: string, facts: Facts): boolean {
  const [entity] = entities;
  const group = entity?.kind === 'group' ? facts.group(entity.no) : undefined;
  if (!group) return facts.says(word);
  const measures = facts.measuresOfGroup(group.no).map(({ location }) => location);
  const body = facts.model.bodies.find(({ name }) => name.includes(group.field));
  const paper = body?.location.split('·')[0];
  return facts
    .clausesSaying(word)
    .some(
      ({ location }) =>
        location === group.location ||
        measures.includes(location) ||
        (paper !== undefined && location.startsWith(paper)),
    );
}

const untoldIn = sieved(
  () => UNTOLD,
  ({ asks }) => asks,
);

/** One name and what is asked of it that stands in no such notice (`某局的账号`, `某领导司机是谁`). */
export const answerUntold: Handler = needing(
  () => ({ masked: [UNTOLD.map(({ asks }) => asks)] }),
  ({ masked, mentions }: Question, { facts }) => {
    const [first, ...others] = mentions.filter((m) => m.how !== 'hint');
    if (!first || others.length > 0) return undefined;
    for (const { of, asks, says, asksReached } of untoldIn(masked)) {
      const said = of.includes(first.kind) ? masked.match(asks)?.[1] : undefined;
      if (said === undefined || (ofMatter(of) && isSaidOf(first, said, facts))) continue;
      return refuse(says, [], asksReached ? { asksReached } : {});
    }
    return undefined;
  },
);
