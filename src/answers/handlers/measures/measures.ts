import type { Measure } from '../../../notice/types.ts';
import { parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Desk, Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { contentOf } from '../../question/wording.ts';
import { type Reply, refuse, reply } from '../../replies/reply.ts';
import { at, groupName, measureName, ownersOf, personName, supportOf } from '../../replies/texts.ts';
import type { Retriever } from '../../sentences/retrieve.ts';
import { needing } from '../needing.ts';

/** A measure asked for by its number or its plan: who answers for it, what it says. */
export const answerMeasures: Handler = (question, { facts, retriever }) => {
  const named = mentioned(question, 'measure');
  const asked = named.length > 0 ? named : thatMeasure(question, retriever);
  if (asked.length === 0) return undefined;
  const gaps = asked.filter(({ no }) => !facts.measure(no));
  if (gaps.length > 0)
    return refuseNumbers(
      facts,
      gaps.map(({ no }) => no),
    );
  const measures = asked.map(({ no }) => facts.measure(no)).filter((m) => m !== undefined);
  const missing = measures.filter((m) => m.status === 'missing');
  if (missing.length === measures.length) return refuseMissing(facts, missing);
  const { masked } = question;
  const asksOwner =
    /牵头|负责|谁|哪(?:个|家|些|几个|几家)?(?:单位|部门|局)|几家|哪[几些]?家(?![\u4e00-\u9fffA-Z]{2})|归(?!口)|配合|责任|单位(?:有|是|都|名单|呢|$)/.test(
      masked,
    );
  const plan = countedPlan(question, measures);
  if (plan) return plan;
  const asksPlan = /方案|落实(?:的)?(?:是)?(?:什么|哪(?:个|一?份)?)(?:文件|$)|依据|按照|照.{0,4}哪/.test(
    masked,
  );
  const asksOpening = /开头|前半|第1句|前面|头几句|首句|起头/.test(masked);
  const asksText =
    /什么|啥|内容|怎么(?:说|写|规定)|说了|写了|讲|原文|全文|要求|干/.test(masked) && !asksOwner;
  if (asksOpening && !asksOwner && measures.some((m) => m.status === 'cut'))
    return refuseOpening(facts, measures);
  const asksTail = /后半|末尾|结尾|尾巴|最后/.test(masked);
  const tailLost = measures.find(
    (m) => m.status === 'cut' && /末尾|结尾/.test(facts.clause(m.location)?.note ?? ''),
  );
  if (asksTail && tailLost)
    return reply(facts.clause(tailLost.location)?.note ?? '', [tailLost.location], {
      spoken: question.residue,
    });
  const residual = question.residue.filter((part) => part.length > 1).length > 0;
  const asksLeader = /领导|分包|分管|书记|主任|哪(?:一)?位/.test(masked);
  const leaders = asksLeader ? measures.flatMap((m) => leaderLines(facts, m)) : [];
  const lines = [
    ...leaders,
    ...measures.flatMap((m) => measureLines(facts, m, { asksOwner, asksPlan, question })),
  ];
  return reply(
    lines,
    measures.map((m) => m.location),
    {
      focus: measures.map(({ no }) => ({ kind: 'measure', no })),
      spoken: asksPlan && /方案/.test(masked) ? question.residue : asksOwner ? saidBefore(question) : [],
      confidence:
        residual && !asksOwner && !(/方案/.test(masked) && measures.every((m) => m.plan))
          ? 0.45
          : asksOwner || asksLeader || asksText || asksPlan
            ? 0.93
            : 0.8,
    },
  );
};

/** What stands before the number says what the measure is about (`某事31条`). */
function saidBefore({ mentions, residue, text }: Question): string[] {
  const named = mentions.find((m) => m.kind === 'measure' && m.how === 'number');
  return named ? residue.filter((part) => text.lastIndexOf(part, named.start) >= 0) : [];
}

/** A measure has no leader of its own: that of the group whose matter it is. */
function leaderLines(facts: Facts, measure: Measure): string[] {
  return measure.groups.flatMap((no) => {
    const group = facts.group(no);
    const label = group?.leaderLabel.slice(0, 2);
    return group
      ? [
          `${measureName(measure)}属于${groupName(group)}，由${personName(facts, group.leader)}${label}。${at(group.location)}`,
        ]
      : [];
  });
}

/** How many measures carry out a plan. */
function countedPlan({ mentions, masked }: Question, measures: readonly Measure[]): Reply | undefined {
  const isPlan = mentions.some((m) => m.kind === 'measure' && m.how !== 'number' && m.entities.length > 1);
  if (!isPlan || !/(?:几|多少|哪[几些])条/.test(masked)) return undefined;
  const numbers = measures.map((m) => m.no).join('、');
  return reply(
    `共${measures.length}条：第${numbers}条。`,
    measures.map((m) => m.location),
  );
}

/** A measure spoken of as `…那条`: its owners, or what its sentences say on the rest of the question. */
export const answerThatMeasure: Handler = needing(
  () => ({ text: [/[那这]一?条/] }),
  (question, desk) => {
    if (mentioned(question, 'measure').length > 0 || !/[那这]一?条(?!.*第几)/.test(question.text))
      return undefined;
    const owned = answerMeasures(question, desk);
    if (owned) return { ...owned, spoken: question.residue };
    const [, said = '', rest = ''] = question.text.match(/^(.{2,18}?)(?:的)?[那这](?:一)?条(.{4,})$/) ?? [];
    if (said === '') return undefined;
    const [spoken] = desk.retriever.search({ parts: [said], only: (s) => s.measures.length === 1 });
    const [no] = spoken?.statement.measures ?? [];
    if (!spoken || spoken.coverage < THAT_ONE || no === undefined) return undefined;
    const [best] = desk.retriever.search({ parts: contentOf(rest), only: (s) => s.measures.includes(no) });
    if (!best || best.coverage < ITS_SENTENCE) return undefined;
    return reply(`${best.statement.text}${at(best.statement.location)}`, [best.statement.location], {
      focus: [{ kind: 'measure', no }],
      confidence: 0.85,
    });
  },
);

const THAT_ONE = 0.5;
const ITS_SENTENCE = 0.2;

/** `某事那条`: the measure that a matter's words stand in, where its owners are asked for. */
export function thatMeasure(question: Question, retriever: Retriever): { kind: 'measure'; no: number }[] {
  if (!question.text.includes('条')) return [];
  if (!/牵头|配合|负责|谁|单位|责任|哪[几些]?家|归哪|哪(?:一)?个(?:局|部门)/.test(question.masked)) return [];
  const spoken = measureSpokenOf(question.text, retriever);
  return spoken.length > 0 ? spoken : measureInGroup(question, retriever);
}

/** `有人串标，监管那条…`: of the measures of the one group told of before, that in which these words stand. */
function measureInGroup(
  { text, mentions }: Question,
  retriever: Retriever,
): { kind: 'measure'; no: number }[] {
  const match = text.match(/[,，]([^,，]{2,8}?)(?:的)?[那这](?:一)?条/);
  const before = mentions.filter(({ kind, end }) => kind === 'group' && end <= (match?.index ?? 0));
  const [group, ...others] = new Set(
    before.flatMap(({ entities }) => entities.map((e) => (e.kind === 'group' ? e.no : 0))),
  );
  if (!match || group === undefined || others.length > 0) return [];
  const [best] = retriever.search({
    parts: [match[1] ?? ''],
    only: (s) => s.measures.length === 1 && s.groups.includes(group),
  });
  const [no] = best?.statement.measures ?? [];
  return best && best.coverage > SPOKEN_OF && no !== undefined ? [{ kind: 'measure', no }] : [];
}

/** The measure that the words before `那条` stand in. */
export function measureSpokenOf(text: string, retriever: Retriever): { kind: 'measure'; no: number }[] {
  const said = text.replace(/附件\d的?/, '').match(/^(.{2,30}?)(?:的)?[那这](?:一)?条/)?.[1];
  if (said === undefined) return [];
  const parts = said.split(/[、和跟与]/).filter((part) => part.length > 1);
  const [best] = retriever.search({ parts, only: (s) => s.measures.length === 1 });
  const [no] = best?.statement.measures ?? [];
  return best && best.coverage > SPOKEN_OF && no !== undefined ? [{ kind: 'measure', no }] : [];
}

const SPOKEN_OF = 0.55;

/** `某事那两条`: as many measures as the words before it stand in, none where they are fewer or more. */
export function severalSpokenOf(text: string, retriever: Retriever): number[] {
  const [, said, those, these] = text.replace(/附件\d(?:里[头面]?|中)?的?/, '').match(SEVERAL) ?? [];
  const count = those ?? these ?? '';
  if (said === undefined) return [];
  const found = retriever.search({ parts: [said], only: (s) => s.measures.length === 1 });
  const numbers = found
    .filter(({ coverage }) => coverage > SPOKEN_OF)
    .flatMap(({ statement }) => statement.measures);
  const distinct = [...new Set(numbers)].slice(0, parseNumeral(count) ?? 0);
  return distinct.length === parseNumeral(count) ? distinct.sort((a, b) => a - b) : [];
}

const SEVERAL =
  /^(.{2,12}?)(?:的)?(?:(?:那|这)([两二三2-3])条|([两二三2-3])条(?=(?:都|全|的)?(?:是|归|由|牵头|配合|谁|负责)))/;

/** Characters at the head of an item's name that the headline of its measure has too. */
const ITEM_HEAD = 4;

/** `引某事那两条`: the measures of the item of a group that the words point to, where they are as many as are said. */
export function severalOfItem(question: Question, { facts }: Pick<Desk, 'facts'>): number[] {
  const count = parseNumeral(question.text.match(/[那这]([两二三四五2-5])条/)?.[1] ?? '');
  const [item, ...others] = mentioned(question, 'subLead', true);
  const group = item && others.length === 0 ? facts.group(item.group) : undefined;
  const name = group?.subLeads.find(({ no }) => no === item?.no)?.item;
  if (name === undefined || count === undefined) return [];
  const found = facts
    .measuresOfGroup(item?.group ?? 0)
    .filter(({ headline }) => headline?.includes(name.slice(0, ITEM_HEAD)));
  return found.length === count ? found.map(({ no }) => no) : [];
}

function refuseNumbers(facts: Facts, numbers: readonly number[]): Reply {
  const total = Math.max(0, ...facts.model.measures.map((m) => m.no));
  const home = facts.model.measures[0]?.location.split('·')[0] ?? '';
  return refuse(`${home}的措施只编到第${total}条，没有第${numbers.join('、')}条。`, [`${home}·三`]);
}

function refuseMissing(facts: Facts, missing: readonly Measure[]): Reply {
  const gap = facts.model.gaps.find((g) => missing.some((m) => g.location === m.location));
  const said = missing.map(measureName).join('、');
  return refuse(
    `${said}所在的页在原文中缺失，内容和责任单位都查不到。`,
    missing.map((m) => m.location),
    {
      suggestions: gap ? [{ label: '缺了哪些页', question: '通知缺了哪几条' }] : [],
    },
  );
}

function refuseOpening(facts: Facts, measures: readonly Measure[]): Reply {
  const [cut] = measures.filter((m) => m.status === 'cut');
  const note = (cut && facts.clause(cut.location)?.note) ?? '';
  return refuse(
    `${cut ? measureName(cut) : ''}原文缺页，这一部分查不到。${note}`,
    measures.map((m) => m.location),
  );
}

interface Asks {
  asksOwner: boolean;
  asksPlan: boolean;
  question: Question;
}

/** Lines for one measure: its owner, its plan, or its text. */
function measureLines(facts: Facts, measure: Measure, asks: Asks): string[] {
  const name = measureName(measure);
  if (measure.status === 'missing') return [`${name}原文缺页。`];
  const cut = measure.status === 'cut' ? '（原文缺页，只见一部分）' : '';
  const lines: string[] = [];
  if (asks.asksOwner) {
    const named = measure.leadUnits.length > 0 ? measure.leadUnits : measure.responsibleUnits;
    const counts = /(?:(?<!哪)几|多少)(?:家|个(?:单位|部门|局))/.test(asks.question.masked);
    const owners = `${counts && !/配合/.test(asks.question.masked) ? `共${named.length}家：` : ''}${ownersOf(facts, measure)}`;
    const isNone = /配合/.test(asks.question.masked) && measure.status === 'whole';
    const support =
      supportOf(facts, measure, /几|多少/.test(asks.question.masked)) || (isNone ? '没有写配合单位' : '');
    const wantsSupport = /配合|责任|分工|除了?牵头|一块|一起|都谁|还有谁|都有谁|哪些单位|单位有/.test(
      asks.question.masked,
    );
    const wantsLead =
      /牵头|挑头|打头|领衔|主抓|带头/.test(asks.question.masked) ||
      !wantsSupport ||
      measure.leadUnits.length === 0;
    const said = [wantsLead ? owners : '', wantsSupport || !owners ? support : ''].filter(Boolean).join('，');
    lines.push(`${name}${cut}：${said || '看不到责任单位'}。${at(measure.location)}`);
  }
  if (asks.asksPlan && measure.plan) lines.push(`${name}落实《${measure.plan}》。${at(measure.location)}`);
  if (lines.length === 0)
    lines.push(`${name}${matterOf(measure)}${cut}：${bodyOf(measure)}${at(measure.location)}`);
  return lines;
}

/** The matter in brackets, from the plan's name: `（某事提升）`. */
export function matterOf(measure: Measure): string {
  const matter = measure.plan?.replace(/专项行动方案$/, '').replace(/^[^市县区]*[市县区]/, '');
  return matter ? `（${matter}）` : '';
}

/** The measure without the plan it begins with and the bracket it ends in. */
export function bodyOf(measure: Measure): string {
  return measure.text
    .replace(/（[^（）]*(?:负责|牵头[^（）]*)）\s*$/, '')
    .replace(/^\s*\d+[.．]\s*/, '')
    .replace(/^严格落实《[^》]*》，/, '')
    .trim();
}
