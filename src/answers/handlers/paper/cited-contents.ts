import { fold } from '../../characters/fold.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { refuse } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { likeness } from '../refusals/unnamed.ts';

type Paper = Facts['model']['document']['references'][number];

/** What only the paper itself tells: its words, how many there are of what, who made it and when. */
const CONTENT =
  /全文|原文|条文|第[\d一二三四五六七八九十]{1,3}[条章款]|(?<!正文|主文|附件\d)(?:里面?|中|上面?)(?:头)?(?:是)?(?:怎么|咋|如何|都|具体|还)?(?:是)?(?:写|说|规定|讲|要求)|(?:具体|主要|都有)内容|内容(?:是|有)?(?:什么|啥|$)|(?:怎么|咋|如何)(?:规定|写|说)|(?:一共|总共|共|有)?(?:多少|几)[条章款页](?:[几多]|$|呢)|分几[章条块]|几个附件|(?:谁|哪个?(?:单位|部门)?)(?:起草|签发|写|拟)的|(?:从)?(?:哪天|什么时候|啥时候|几号)(?:开始|起)?(?:实施|施行|执行|生效)|有效期|(?:哪里|哪儿|在哪)(?:能|可以)?(?:下载|下|看|查)|解读/;
/** Which measures carry it out is told. */
const CARRIED_OUT = /落实|对应|依据|哪(?:几|些)?条措施/;
const NUMBERED = /(\d{1,3})号文?(?!组|条|措施|小组)/;
const TITLED = /([\u4e00-\u9fff]{4,30}(?:条例|若干意见))/;
/** A plan called after its matter (`某事提升方案`). */
const PLAN = /^(?:[^市县区]{2,4}[市县区])?(.+?)(?:提升)?(?:专项)?(?:行动)?方案$/;
const SAYS_PLAN = /提升(?:专项)?(?:行动)?(?:的)?方案/;
/** A paper by who made it (`市里那个方案`, `省里的条例`). */
const MADE_ABOVE =
  /([市省])(?:里|委|级|政府|上)?(?:的|那|这|发|出|印)+(?:个|份|部|一)*[^,，]{0,6}?(方案|条例|意见)/;

/** `焦办文6号全文发我`, `某事提升方案第三条写的啥`: what a paper says that the notice only cites. */
export const answerCitedContents: Handler = needing(
  () => ({ text: [CONTENT] }),
  (question, { facts }) => {
    if (!CONTENT.test(question.text) || CARRIED_OUT.test(question.text)) return undefined;
    const cited = paperNamed(question, facts);
    return (
      cited &&
      refuse(`通知里只提到《${cited.title}》，没有收录它的内容。${at(cited.location)}`, [cited.location])
    );
  },
);

/** The one paper that a question is about; undefined where it names none, or the notice itself. */
function paperNamed(question: Question, facts: Facts): Paper | undefined {
  const { text } = question;
  const { references, number: own } = facts.model.document;
  const number = text.match(NUMBERED)?.[1];
  if (number !== undefined)
    return own.includes(`〕${number}号`)
      ? undefined
      : references.find((r) => r.number?.replace(/ /g, '').includes(`〕${number}号`));
  const title = text.match(TITLED)?.[1];
  if (title !== undefined) return references.find((r) => likeness(title, r.title) > ALIKE);
  if (SAYS_PLAN.test(text) && !/附件\d/.test(text)) return planNamed(question, references, facts);
  const [, level, kind] = text.match(MADE_ABOVE) ?? [];
  return level === undefined || kind === undefined
    ? undefined
    : references.find(
        ({ title: said, role }) =>
          role !== 'plan' && said.slice(0, PLACE_NAME).includes(level) && said.endsWith(kind),
      );
}

function planNamed({ text, ...question }: Question, references: readonly Paper[], facts: Facts) {
  const byWord = references.find(({ title }) => {
    const matter = title.match(PLAN)?.[1];
    return matter !== undefined && text.includes(fold(matter));
  });
  const [group] = mentioned({ text, ...question }, 'group');
  const plan = group && facts.measuresOfGroup(group.no).find((m) => m.plan !== undefined)?.plan;
  return byWord ?? references.find(({ title }) => title === plan);
}

/** A spoken name leaves out much of a title, not the other way round. */
const ALIKE = 0.7;
/** A title begins with the year and whose it is. */
const PLACE_NAME = 9;
