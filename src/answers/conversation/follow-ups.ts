import type { Facts } from '../facts.ts';
import type { Linker } from '../names/link.ts';
import type { Question } from '../question/parse.ts';
import { firmOf, type Turn } from '../turn.ts';
import { groupsOf, isIn, otherName, otherPair } from './follow-up-names.ts';
import { inOtherPaper, issuersAsked } from './other-papers.ts';
import { restAsked } from './rest-asked.ts';
import { subjectOf } from './subjects.ts';

/** What a message goes on from. */
export interface FollowUp {
  /** Its text, without what only joins it to the last (`那`, `还有`). */
  text: string;
  /** As asked, folded. */
  folded: string;
  last: Turn;
  facts: Facts;
  link: Linker['link'];
}

/** Full wordings that a message may stand for. */
export type Rephrasing = (follow: FollowUp) => readonly string[];

/** Full wordings of a message that leaves out what the last one said; the first that is answered is meant. */
export function rephrasings(question: Question, last: Turn, { facts, linker }: RephraseDesk): string[] {
  const text = question.text
    .replace(/^(?:那么?|然后|再问|那再)(?=.{2})[,，]?/, '')
    .replace(LIKEWISE_TAIL, '呢');
  const follow = { text, folded: question.folded, last, facts, link: linker.link };
  return ALL.flatMap((rephrase) => rephrase(follow)).filter((full) => full !== question.text);
}

/** `那19条呢，也是它吗`. */
const LIKEWISE_TAIL =
  /呢?[,，](?:也|还|又)(?:是|归)(?:它|他|她|这家|同一家|一样)(?:牵头|负责|分包)?(?:的)?[吗吧么]?$/;

/** What it needs to know to say a message in full. */
export interface RephraseDesk {
  facts: Facts;
  linker: Linker;
}

const MOST_GROUPS = 4;
const SLOT =
  /^(?:其中|里面|它们?的?|他们的?|这[几两]个组的?)?(配合|协助|责任|参加|参与|牵头|主责|分包|职责|分工|任务)(?:的|着的)?(?:单位|部门|领导)?(?:都|各|分别)?(?:呢|都?是?有?(?:谁|哪[几些一两二三四\d]?[家个位]?|啥|什么))?(?:单位|部门|领导)?呢?$/;
const SLOT_NAME: Record<string, string> = {
  配合: '责任单位',
  协助: '责任单位',
  责任: '责任单位',
  参加: '责任单位',
  参与: '责任单位',
  牵头: '牵头单位',
  主责: '牵头单位',
  分包: '分包领导',
  职责: '职责',
  分工: '职责',
  任务: '职责',
};

/** `配合的呢` after an answer about two groups, or about a leader of several. */
const slotOfEach: Rephrasing = ({ text, last, facts }) => {
  const slot = SLOT_NAME[text.match(SLOT)?.[1] ?? ''];
  const groups = groupsOf(last, facts);
  const isUnits = firmOf(last.question).some((m) => m.kind === 'unit');
  const isOwn = isUnits && !/单位|各|分别/.test(text);
  if (slot === undefined || isOwn || groups.length < 2 || groups.length > MOST_GROUPS) return [];
  return [`${groups.map((no) => `第${no}组`).join('和')}的${slot}`];
};

const ACTIVITY = /分包|分管|牵头|参加|参与|配合|负责/;
const SLOT_ASKED = /配合单位|责任单位|牵头单位|参加单位|配合|责任|牵头|参加/;
const POINTS_BACK =
  /它们?|他们?|她们?|前面(?:那|这)?[个条家位]?|上面(?:那|这)?[个条家位]?|刚才(?:那|这)?[个条家位]?|[那这][个条家位组](?!组)/;
const COMPARES = /比(.{1,10}?)(多|少|高|低|长|短|快|慢)(.*)$/;

/** `第5条比它少了哪两家`, `比李四多几个`: what is held against the last subject. */
const heldAgainst: Rephrasing = ({ text, last, facts }) => {
  const [, other = '', step = '', rest = ''] = text.match(COMPARES) ?? [];
  const subject = subjectOf(last, facts);
  if (step === '' || subject === undefined) return [];
  const before = text.slice(0, text.indexOf('比'));
  const right = POINTS_BACK.test(other) ? subject : other.replace(/^(?=\d+[组条]$)/, '第');
  const left = before.replace(/^(?:[它他她]|这[个条家位])$/, '') || subject;
  if (left === right) return [];
  const asked = last.question.text;
  if (/哪|谁/.test(rest)) {
    const slot = asked.match(SLOT_ASKED)?.[0] ?? '';
    const units = slot.length === 2 ? `${slot}单位` : slot;
    return [`${left}比${right}${step}${rest}${SLOT_ASKED.test(rest) ? '' : units}`];
  }
  const slot = /家|单位/.test(rest) ? (asked.match(/(?:责任|配合|牵头|成员)单位/)?.[0] ?? '') : '';
  if (slot !== '') return [`${left}${slot}比${right}${step}${rest}`];
  const activity = ACTIVITY.test(rest) ? '' : (asked.match(ACTIVITY)?.[0] ?? '');
  return [`${left}比${right}${step}${activity}${rest}`, `${left}比${right}${step}${rest}`];
};

const AGAINST_NAME =
  /^(?:[他她它])?(?:和|跟|与)(.{2,10}?)(?:比|相比)?[,，]?(?:谁|哪[个家位])(?:的)?(?:更)?(多|少)$|^(.{2,10}?)(?:有|比)[他她它](?:还|更)?(多)(?:吗|不|没有?)?$/;

/** `和李四谁多`, `李四有他多吗`: held against the last subject in what was asked of it. */
const heldAgainstName: Rephrasing = ({ text, last, facts, link }) => {
  const [, one, less, two, more] = text.match(AGAINST_NAME) ?? [];
  const other = one ?? two;
  const subject = subjectOf(last, facts);
  const isName = other !== undefined && link(other).some(({ how }) => how !== 'hint');
  if (!isName || subject === undefined) return [];
  return [`${subject}和${other}谁${last.question.text.match(ACTIVITY)?.[0] ?? '分包'}的${less ?? more}`];
};

const LIST_THEM =
  /^(?:(?:这|那)?[\d两俩一二三四五六七八九十]{1,2}(?:个|位|名|家|项|条))?(?:都|各|分别|具体)?(?:给我)?(?:(?:念|报|列|数|点|说|写|摆)(?:念|报|列|数|点|说)?(?:个)?(?:一?下|一遍|出来|全)?)?(?:一?下|一遍)?(?:他们的?|它们的?|都|分别|具体|各)?(?:是|叫|有)?(?:谁|哪[些几]?(?:个|位|家|项|条)?|啥|什么|名字|名单|名称|姓名|人名|组名|单位名|全名|名儿?)?(?:呢|吧|看看|听听|给我|发我|来一份)?$/;
const COUNTED =
  /(?:一共|总共|共|统共)?(设|有|是|列|包|管|分|占)?(?:了|着)?(?:几|多少)(?:个|名|位|家|项|条|人|类|块|种|样)?/;

/** Asks for what was counted or told, one by one (`列一下`); politeness may be all there is. */
export function asksToList(text: string, folded: string): boolean {
  const parts = text.split(/[,，、\s]+/).filter((part) => part !== '');
  return text.length > 1
    ? parts.every((part) => LIST_THEM.test(part))
    : /[念报列数点说]/.test(folded) && LIST_THEM.test(folded);
}

/** `念念名字` after a number was asked for. */
const listThem: Rephrasing = ({ text, folded, last: { question } }) => {
  if (!asksToList(text, folded) || !COUNTED.test(question.text)) return [];
  const bare = question.text.replace(COUNTED, '$1哪些');
  return [bare, `${question.text.replace(COUNTED, '')}有哪些`, question.text.replace(COUNTED, '都有谁')];
};

/** The one person that an answer names. */
function onlyPerson(last: Turn, facts: Facts): string | undefined {
  const said = last.reply.lines[0] ?? '';
  const [only, ...others] = facts.model.people.filter(({ name }) => said.includes(name));
  return others.length > 0 ? undefined : only?.name;
}

/** `最多的是几项` after `哪个领导分包得最多`. */
const ofTheMost: Rephrasing = ({ text, last, facts }) => {
  const rest = text.match(/^(?:那个|这个)?最[多少大小高低](?:的|那个|那家|那位|那组)+(?:是|有)?(.+)$/)?.[1];
  if (rest === undefined || !/最/.test(last.question.text)) return [];
  const subject = onlyPerson(last, facts) ?? subjectOf(last, facts);
  if (subject === undefined) return [];
  const activity = last.question.text.match(ACTIVITY)?.[0] ?? '';
  return [`${subject}${ACTIVITY.test(rest) ? '' : activity}${rest}`, `${subject}${rest}`];
};

/** `还有谁也是这个职务`, `还有哪几个组也是这么写的`. */
const likewise: Rephrasing = ({ text, last, facts }) => {
  if (!/还有|别的|其他|另外|哪|谁/.test(text) || !/也(?:是|一样|这么|这样|写)|一样|相同/.test(text))
    return [];
  const [focus] = last.reply.focus;
  if (focus?.kind === 'person' && /职务|头衔|职位|身份|官|什么人/.test(text + last.question.text))
    return [`跟${subjectOf(last, facts)}职务一样的还有谁`];
  const group = focus?.kind === 'group' ? facts.group(focus.no) : undefined;
  if (!group || !/组/.test(text)) return [];
  const asked = last.question.text;
  if (/牵头/.test(asked)) return group.leadUnits.map((id) => `${facts.unit(id)?.name}还牵头哪些组`);
  if (/分包|分管|领导/.test(asked)) return [`${facts.person(group.leader)?.name}还分包哪些组`];
  const [collective] = group.collectives;
  return group.responsibleUnits.length === 0 && collective !== undefined
    ? [`责任单位写${collective}的组有哪些`]
    : [];
};

const THAT_UNIT = /(?:这|那|该)(?:家|个)?(?:单位|部门|局)/;

/** `这家单位在第12组又牵哪个分项` after who leads a group. */
const thatUnit: Rephrasing = ({ text, last, facts }) => {
  const [focus] = last.reply.focus;
  const leads =
    focus?.kind === 'group'
      ? facts.group(focus.no)?.leadUnits
      : focus?.kind === 'measure'
        ? facts.measure(focus.no)?.leadUnits
        : undefined;
  const [only, ...others] = leads ?? [];
  if (
    !THAT_UNIT.test(text) ||
    only === undefined ||
    others.length > 0 ||
    !/牵头|负责|哪|谁/.test(last.question.text)
  )
    return [];
  return [text.replace(THAT_UNIT, facts.unit(only)?.name ?? '')];
};

const THAT_PAPER = /^(?:这|那)(?:个|份)?(?:方案|行动|附件|文件)?|^它/;

/** `那这个是哪年搞的` after what an attachment is. */
const thatPaper: Rephrasing = ({ text, last }) => {
  const paper = last.question.text.match(/附件\d/)?.[0];
  if (
    paper === undefined ||
    firmOf(last.question).length > 0 ||
    !THAT_PAPER.test(text) ||
    /附件\d/.test(text)
  )
    return [];
  return [text.replace(THAT_PAPER, paper)];
};

const OWN_PAPER =
  /^(?:我们?|咱们?|俺们?|本|自己)?(?:区)?(?:的)?(?:这|本)(?:份|个)?(?:通知|文件|文)?(?:的|自己的)?呢$/;
const PAPER_FIELD = /文号|发文字号|日期|落款|标题|题目|全称|主送|发文单位|印发单位/;

/** `咱区这份呢` after another paper's number. */
const ownPaper: Rephrasing = ({ text, last }) => {
  const field = last.question.text.match(PAPER_FIELD)?.[0];
  return field !== undefined && OWN_PAPER.test(text) ? [`本通知的${field}`] : [];
};

/** `在附件1里呢`. */
const otherPaper: Rephrasing = ({ text, last, facts }) => inOtherPaper(text, last, facts);

/** `某事那项是谁` after who leads the parts of a group. */
const otherPart: Rephrasing = ({ text, last, facts, link }) => {
  const [entity] = link(text).flatMap((m) => m.entities.filter((e) => e.kind === 'subLead'));
  const part =
    entity?.kind === 'subLead'
      ? facts.group(entity.group)?.subLeads.find(({ no }) => no === entity.no)
      : undefined;
  const isOfParts =
    /分项/.test(last.question.text) ||
    (/牵头|谁|哪/.test(last.question.text) &&
      last.question.mentions.some(
        ({ kind }) => kind === 'subLead' || (kind === 'group' && /总牵头/.test(last.question.text)),
      ));
  return part && isOfParts && /谁|哪|呢$|^.{2,8}(?:分项|项|指标|那个)$/.test(text)
    ? [`${part.item}谁牵头`]
    : [];
};

const OTHER_END =
  /^(?:那|又|而)?(?:哪|谁)?(?:个|家|位|些)?(?:组|单位|领导|条)?(最[多少大小高低])(?:的)?(?:呢|又?是(?:谁|哪[个家位]?))?$/;

/** `哪个最少` after what has the most. */
export function otherEnd(text: string, last: Turn): string | undefined {
  const end = text.match(OTHER_END)?.[1];
  const before = last.question.text;
  return end !== undefined && /最[多少大小高低]/.test(before)
    ? before.replace(/最[多少大小高低]/, end)
    : undefined;
}

const THAT_MEASURE = /^(?:那|这)(?:一|1)?条(?:措施)?/;

/** `那条谁牵头` after which measure it is. */
export function thatMeasure(text: string, last: Turn): string | undefined {
  const told = new Set([...last.reply.lines.join('').matchAll(/附件\d第\d+条/g)].map(([place]) => place));
  const [only, ...others] = told;
  return only !== undefined && others.length === 0 && THAT_MEASURE.test(text)
    ? text.replace(THAT_MEASURE, only)
    : undefined;
}

const ALL: readonly Rephrasing[] = [
  isIn,
  ({ text, last }) =>
    [restAsked(text, last), otherEnd(text, last), thatMeasure(text, last)].filter(
      (full) => full !== undefined,
    ),
  otherPaper,
  ({ text, last }) => issuersAsked(text, last),
  otherPart,
  slotOfEach,
  otherName,
  otherPair,
  heldAgainst,
  heldAgainstName,
  listThem,
  ofTheMost,
  likewise,
  ownPaper,
  thatUnit,
  thatPaper,
];
