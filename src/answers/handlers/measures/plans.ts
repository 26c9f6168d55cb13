import type { Measure } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import type { Facts } from '../../facts.ts';
import type { Desk, Handler } from '../../handler.ts';
import { isClaim } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { contentOf } from '../../question/wording.ts';
import { type Reply, refuse, reply } from '../../replies/reply.ts';
import { at, measureName } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** What the notice does not tell of a plan that it only names. */
const UNSAID =
  /文号|字号|(?:几|多少|哪|什么|啥)号(?:文|文件|$|发|印)|(?:哪(?:一)?[天年月]|几月|几[号日]|什么时候|啥时候|何时|时间|日期).{0,6}(?:印|发|出|定|下|签)|(?:印|发|出台|制定|下发).{0,4}(?:日期|时间)|谁(?:印|发|制|定|出)|哪.{0,6}(?:印发|发布|制定|出台|发的)|(?:全文|原文|正文|附件|内容)(?:是|有|写|在|给|讲)|(?:里面?|具体|都).{0,3}(?:写|说|讲|规定)了?(?:什么|啥|哪)/;

/** How many measures carry it out, and which. */
const WHICH_MEASURES =
  /编号(?:是|为)?几|几号几号|[那哪]些条|(?:几|多少|哪)(?:几|一|些)?(?:条|项|个)(?:具体)?(?:措施)?(?!方案)|第几|哪些措施/;

/** Which plan it is. */
const WHICH_PLAN =
  /(?:哪|什么|啥)(?:个|一个|份|一份|部|些)?.{0,6}方案|方案(?:名|全名|名称|的名)?(?:是|叫|名|全称)|方案的?(?:全名|全称|名称|名字)|方案.{0,10}叫(?:什么|啥)|(?:落实|依据|按照|照着?|根据|执行|对应)的?.{0,4}(?:哪|什么|啥)(?:个|份)?(?:文件|方案)?/;

const MATTER = /^(?:[^市县区]{2,4}[市县区])?(.+?)(?:提升)?(?:专项)?(?:行动)?方案$/;

/** The plans that measures carry out: which, by how many measures, and that the notice only names them. */
export const answerPlans: Handler = needing(
  () => ({ text: [/方案|落实的?(?:是)?(?:哪|什么|啥)/] }),
  (question, desk) => {
    const { text } = question;
    const same = samePlan(question, desk.facts);
    if (same) return same;
    if (!/方案|落实的?(?:是)?(?:哪|什么|啥)/.test(text) || isClaim(question)) return undefined;
    const cut = measuresNumbered(question, desk.facts).find(
      (m) => m.status === 'cut' && m.plan === undefined,
    );
    if (cut && WHICH_PLAN.test(text))
      return refuse(`${measureName(cut)}原文缺页，看不到它落实的是哪个方案。`, [cut.location]);
    const measures = planMeasures(question, desk);
    const plans = [...new Set(measures.map((m) => m.plan).filter((plan) => plan !== undefined))];
    const places = measures.map((m) => m.location);
    const [plan] = plans;
    if (plan === undefined || plans.length > MOST) return undefined;
    const isNamed = !text.includes('附件');
    if (isNamed && UNSAID.test(text))
      return refuse(`通知里只写到《${plan}》的名称，没有写它的文号、印发时间和内容。`, places.slice(0, 1));
    if (plans.length === 1 && isPlanSaid(question) && BY_PLAN.test(text))
      return { ...listed(plan, desk.facts), spoken: question.residue };
    if (WHICH_MEASURES.test(text) && plans.length === 1 && /方案/.test(text) && !WHICH_PLAN.test(text))
      return listed(plan, desk.facts);
    if (!WHICH_PLAN.test(text) || asksElse(text)) return undefined;
    const lines =
      plans.length === 1
        ? [`《${plan}》。${at(...places)}`]
        : measures.map((m) => `${measureName(m)}落实《${m.plan}》。`);
    return reply(lines, places, {
      spoken: question.residue,
      focus: measures.map(({ no }) => ({ kind: 'measure', no })),
    });
  },
);

/** The plan is named whole, and its measures are asked for (`以某方案为依据的措施是哪几条`). */
const isPlanSaid = ({ mentions }: Question) =>
  mentions.some((m) => m.kind === 'measure' && m.how === 'name' && m.text.endsWith('方案'));
const BY_PLAN =
  /方案(?:为|作|来|当|做|的|作为)*(?:依据|根据|蓝本|遵循|准绳|落实|打底|开头|起头|开的头)?(?:的|里|来)*(?:措施|条目|条款|那些条|那几条)[^谁]{0,6}(?:哪|几|多少|编号|条号|序号)|(?:哪|几|多少)[几些]?条(?:措施)?[^谁哪]{0,6}方案$|方案[^谁哪]{0,6}(?:哪|几|多少)[几些]?条(?:措施)?$/;

/** What ties a plan to a matter. */
const POINTS =
  /落实|依据|依照|按照|照着|根据|执行|对应|[那这]几?两?条|提升方案|专项方案|(?:哪|什么)(?:个|份).{0,6}方案|方案(?:名|叫|是)/;

/** `第6条和第7条是不是同一个方案`: the plans of measures side by side. */
function samePlan(question: Question, facts: Facts): Reply | undefined {
  const { text } = question;
  if (!/方案/.test(text) || !/同一|一样|相同|一个方案|一份方案|两个方案|不同/.test(text)) return undefined;
  const measures = measuresNumbered(question, facts).filter((m) => m.plan !== undefined);
  if (measures.length < 2) return undefined;
  const isOne = new Set(measures.map((m) => m.plan)).size === 1;
  const said = isOne
    ? [`是同一个：都落实《${measures[0]?.plan}》。${at(...measures.map((m) => m.location))}`]
    : ['不是同一个。', ...measures.map((m) => `${measureName(m)}落实《${m.plan}》。${at(m.location)}`)];
  return reply(
    said,
    measures.map((m) => m.location),
    { spoken: question.residue },
  );
}

/** More plans than this are no answer to one question. */
const MOST = 3;

const asksElse = (text: string) => /牵头|配合|谁|单位|部门|多久|几天|多少/.test(text);

/** All measures that carry out a plan. */
function listed(plan: string, facts: Facts): Reply {
  const found = facts.model.measures.filter((m) => m.plan === plan);
  return reply(
    `落实《${plan}》的措施共${found.length}条：第${found.map((m) => m.no).join('、')}条。`,
    found.map((m) => m.location),
    { focus: found.map(({ no }) => ({ kind: 'measure', no })) },
  );
}

function measuresNumbered(question: Question, facts: Facts): Measure[] {
  return mentioned(question, 'measure')
    .map(({ no }) => facts.measure(no))
    .filter((m) => m !== undefined);
}

/** The measures of the plan that the question names: by number, by the plan's words, or by a matter (`某事那条`). */
function planMeasures(question: Question, desk: Desk): Measure[] {
  const { facts } = desk;
  const numbered = measuresNumbered(question, facts);
  if (numbered.length > 0) return numbered;
  const isPlanOf = (m: Measure) => m.plan !== undefined && question.text.includes(matterOf(m.plan));
  const named = facts.model.measures.filter(isPlanOf);
  if (new Set(named.map((m) => m.plan)).size === 1) return named;
  const groups = [...mentioned(question, 'group'), ...mentioned(question, 'group', true)];
  const [first] =
    groups.length > 0 ? groups : mentioned(question, 'subLead', true).map(({ group }) => ({ no: group }));
  if (!POINTS.test(question.text)) return [];
  if (!first) return measureSaid(question, desk);
  const told = isToldAtLength(question) ? measureSaid(question, desk) : [];
  if (told.length > 0) return told;
  const own = facts.measuresOfGroup(first.no).filter((m) => m.plan !== undefined);
  // A group of two matters has a plan for each; the word said may be that of one.
  const words = question.mentions.flatMap((m) => (m.kind === 'group' ? [m.text] : []));
  const spoken = own.filter((m) => words.some((word) => fold(m.plan ?? '').includes(word)));
  return spoken.length > 0 ? spoken : own;
}

/** `鼓励办某类企业那条`: a measure is told of in more words than a name. */
const TOLD_AT_LENGTH = /^(?:附件\d(?:里|中)?的?)?[^,，]{6,24}?(?:的)?[那这]一?条/;
const isToldAtLength = ({ text, mentions }: Question) =>
  TOLD_AT_LENGTH.test(text) && mentions.every((m) => m.how === 'hint');

const PLAN_WORDS =
  /落实|依据|按照|照着?|根据|执行|对应|市里|区里|省里|(?:哪|什么|啥)(?:个|份|一个)?|专项|提升|方案|附件\d|的是?|要/g;
/** What a measure's sentence must cover of the words beside those of plans. */
const OF_MEASURE = 0.6;

/** `某事落实市里哪个方案`: the one measure whose sentence has the matter. */
function measureSaid({ text }: Question, { facts, retriever }: Desk): Measure[] {
  const parts = contentOf(text.replace(PLAN_WORDS, ','));
  const [best] = parts.join('').length < 3 ? [] : retriever.search({ parts });
  const [no, ...more] = best && best.coverage >= OF_MEASURE ? best.statement.measures : [];
  const measure = no === undefined || more.length > 0 ? undefined : facts.measure(no);
  return measure?.plan === undefined ? [] : [measure];
}

/** What a plan is about, folded: `某市某事提升专项行动方案` → `某事`. */
function matterOf(plan: string): string {
  return fold(plan.match(MATTER)?.[1] ?? plan);
}
