import type { Measure } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { mentioned } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { measureName } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** What is spoken of: the paper, its pages, its measures. */
const PAPER = /措施|扫描|原文|缺页|页|条|附件|文件|通知|内容/;

const LOST =
  '缺页|缺失|缺了|缺的|缺哪|缺几|缺掉|漏了|漏掉|丢了|丢失|丢的|掉了|弄丢|看不见|看不到|看不着|看不清|没有了|没了|没扫|扫漏|不见了|空白|找不到|读不到|查不到|没收进来|没录';
const BROKEN =
  '不全|不完整|残缺|残的|半截|一半|半条|半拉|断了|断掉|断头|截断|截掉|掐头|去尾|少一截|缺一截|一部分|没写完|没头|没尾|前面没|后面没|剩个|看得全|完整|全不全|齐全|齐不齐';

const SPOKEN = new RegExp(`(?:${LOST}|${BROKEN}|少了?[哪几])`);
const ASKS = /哪|几|多少|有没有|是不是|吗$|[不吧没]$|什么|啥/;
const ANY_SPOKEN = new RegExp(`${LOST}|${BROKEN}`, 'g');
const IS_BROKEN = new RegExp(BROKEN);
/** Words that such a question may hold beside; anything more is a matter of its own. */
/** The first and the last of those that are not whole. */
const RANGE = /从第?几条?(?:开始)?(?:到|至)|第几条(?:到|至)|哪条到哪条|起止|范围/;
const PLAIN =
  /手头|手里|咱们?|我们?|从|讲|写|开始|起止|范围|至|少了?|责任单位|牵头单位|名单|整条|整页|吧|都|一共|总共|部分|哪里|啥|什么|哪块|看|完全|哪些|全都|压根|扫描件?|原文|原件|页面?|来源|存的|文本|只剩|就剩|只见|里头|里面|中间|措施|内容|条|附件\d?|通知|文件|几|哪|有|的|了|是|都|些|个|第|到|不|吗|没|那|这|被|能|还|在|把|给|弄/g;

/** `哪几条措施在扫描件里没有了`: the measures that the stored text lacks, whole or in part. */
export const answerGaps: Handler = needing(
  () => ({ text: [SPOKEN, PAPER, ASKS] }),
  (question, { facts }) => {
    const { text } = question;
    if (!SPOKEN.test(text) || !PAPER.test(text) || !ASKS.test(text)) return undefined;
    const named = question.mentions.filter((m) => m.how !== 'hint' && m.kind !== 'clause');
    const isThatOne = /[那这]一?条/.test(text);
    const others = named.filter((m) => m.kind !== 'measure' && !(m.kind === 'group' && isThatOne));
    const rest = question.masked
      .replace(ANY_SPOKEN, '')
      .replace(PLAIN, '')
      .replace(/[A-Z，,。、\s]/g, '');
    if (others.length > 0 || rest.length > 1) return undefined;
    const isOfOne = mentioned(question, 'measure').length > 0 && IS_BROKEN.test(text);
    if (/单位|牵头|谁|负责/.test(text) && !isOfOne) return undefined;
    const home = facts.model.measures[0]?.location.split('·')[0];
    const elsewhere = attachmentIn(text);
    if (home === undefined || (elsewhere !== undefined && !elsewhere.startsWith(home))) return undefined;
    const spoken = isThatOne ? mentioned(question, 'group', true).slice(0, 1) : [];
    const asked = [
      ...mentioned(question, 'measure').map(({ no }) => facts.measure(no)),
      ...spoken.flatMap(({ no }) => facts.measuresOfGroup(no)),
    ];
    if (asked.length > 0)
      return ofThese(
        asked.filter((m) => m !== undefined),
        facts,
      );
    return RANGE.test(text) ? ofRange(facts) : ofAll(facts, IS_BROKEN.test(text));
  },
);

/** Of named measures: how each stands in the stored text. */
function ofThese(asked: readonly Measure[], facts: Facts): Reply | undefined {
  if (asked.length === 0) return undefined;
  const said = asked.map((m) =>
    m.status === 'whole'
      ? `${measureName(m)}是完整的。`
      : (facts.clause(m.location)?.note ?? `${measureName(m)}原文缺页。`),
  );
  return reply(
    said,
    asked.map((m) => m.location),
  );
}

/** From which to which they are cut or missing, with which is what. */
function ofRange(facts: Facts): Reply | undefined {
  const broken = facts.model.measures.filter(({ status }) => status !== 'whole');
  const [first, last] = [broken[0], broken.at(-1)];
  if (!first || !last || last.no - first.no + 1 !== broken.length) return ofAll(facts, false);
  const told = ofAll(facts, false);
  const home = measureName(first);
  return (
    told && { ...told, lines: [`从${home}到第${last.no}条不完整，共${broken.length}条。`, ...told.lines] }
  );
}

/** All of them: the ones asked for first. */
function ofAll(facts: Facts, isBroken: boolean): Reply | undefined {
  const by = (status: Measure['status']) => facts.model.measures.filter((m) => m.status === status);
  const [missing, cut] = [by('missing'), by('cut')];
  if (missing.length + cut.length === 0) return undefined;
  const numbers = (list: readonly Measure[]) => `第${list.map((m) => m.no).join('、')}条`;
  const whole = missing.length > 0 ? `原文整条缺页的措施共${missing.length}条：${numbers(missing)}。` : '';
  const part = cut.length > 0 ? `只见一部分的措施共${cut.length}条：${numbers(cut)}。` : '';
  const notes = cut.map((m) => facts.clause(m.location)?.note ?? '');
  const lines = isBroken ? [part, ...notes] : [whole, part];
  return reply(
    lines.filter((line) => line !== ''),
    (isBroken && cut.length > 0 ? cut : [...missing, ...cut]).map((m) => m.location),
  );
}
