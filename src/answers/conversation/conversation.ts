import type { Facts } from '../facts.ts';
import type { Mention } from '../names/entities.ts';
import { isClaim } from '../question/claims.ts';
import type { Question } from '../question/parse.ts';
import { firmOf, type Turn } from '../turn.ts';
import { ASKED } from './matter-swaps.ts';
import { paperAskedOn } from './paper-read.ts';
import { deputiesAskedOn, otherBody, postAskedOn, roleAskedOn, titleAskedOn } from './posts-asked-on.ts';
import { leaderOf, onlyGroup, peopleOf, personOf, subjectOf } from './subjects.ts';
import { countOrRest, memberOf, ordinalAgain, restOf, swapContrast, swapLike, switchKind } from './swaps.ts';

const PRONOUN =
  /(?:它|他|她)们?的?|(?:这|那|该|本|上面|前面|刚才|刚说的?)(?:一)?(?:个|位|家|条|项|块)?(?:专项)?(?:工作)?(?:小组|组|单位|部门|领导|领域|措施|人|指标|事)?(?:的)?/;
const BARE = /^(?:那么?|还有|再问|那再|然后|另外|换成)?(.{1,24}?)(?:呢|又?(?:怎么样|如何|咋样))?$/;

/**
 * The full wording of an elliptic question, or undefined when it stands by itself. A bare name (`那某局呢`) takes
 * the place of the like name in the last question; a question without a name gets the last answer's subject.
 */
export function completeFromContext(question: Question, last: Turn, desk: ContextDesk): string | undefined {
  const text = question.text.replace(/^(?:那么?|还有|再问|然后)(?=.{2})[,，]?/, '');
  const [only, ...others] = question.mentions;
  const isSwap = only && others.length === 0 && (isNothingBut(only, text) || isBare(question));
  const body = isSwap ? otherBody(only, last, desk.facts) : undefined;
  const next =
    body ?? postAskedOn(question, last, desk.facts) ?? paperAskedOn(text, last) ?? roleAskedOn(text, last);
  if (next !== undefined) return next;
  if (only?.how === 'hint' && others.length === 0 && (isNothingBut(only, text) || THAT_ONE.test(text)))
    return replaceHint(only, last);
  const other = otherFieldsOf(text, last, desk.facts);
  if (other !== undefined) return other;
  const firm = firmOf(question);
  return (
    switchKind(text, last) ??
    swapContrast(text, last, desk.contrasts) ??
    swapLike(text, last) ??
    restOf(text, last) ??
    countOrRest(text, last) ??
    memberOf(firm, text, last, desk.facts) ??
    referBack(text, firm, last, desk.facts) ??
    (firm.length > 0 && isBare(question) && !asksOpenly(question, last)
      ? replaceLike(firm, last)
      : undefined) ??
    (firm.length === 0 && isElliptic(question) ? withSubject(text, last, desk.facts) : undefined)
  );
}

/** `末一个讲啥` after `头一个是讲某事的吧`: it asks by itself what the last question only put up for confirmation. */
const asksOpenly = ({ text }: Question, last: Turn) =>
  /啥|什么|谁|哪|几|多少/.test(text) && isClaim(last.question);

/** What completing a question needs to know. */
export interface ContextDesk {
  facts: Facts;
  contrasts: readonly (readonly string[])[];
}

/** `某局在哪个组，谁牵头`: whose the group is that was just found. */
function ownerAskedOn(question: Question, last: Turn, facts: Facts): string | undefined {
  const [focus] = last.reply.focus;
  if (focus?.kind === 'measure' && /谁|牵头|负责|配合|责任单位/.test(question.text))
    return `第${focus.no}条措施`;
  const [subject] = firmOf(last.question);
  if (/[哪几].{0,2}组/.test(question.text)) return undefined;
  const groups = new Set(last.reply.focus.map((e) => (e.kind === 'group' ? e.no : 0)));
  const [only] = groups;
  if (subject?.kind !== 'unit' || groups.size !== 1 || !only) return undefined;
  return /谁(?:来)?(?:牵头|分包|管)|责任单位|职责/.test(question.text) ? facts.group(only)?.name : undefined;
}

const OTHER_FIELDS =
  /还(?:有|在)?(?:抓|管|包|分包|负责|分管)了?(?:着|的)?(?:别的|其他|其它|另外|啥|什么|哪)|还(?:兼|揽|担|扛|挑|攥)(?:着|了)?(?:别的|哪[两俩几些三仨]|几)(?:项|块|个|摊|样|组)/;

/** `还抓别的没` after a group: what else its leader is in charge of. */
function otherFieldsOf(text: string, last: Turn, facts: Facts): string | undefined {
  const [focus, ...more] = last.reply.focus;
  const group = focus?.kind === 'group' && more.length === 0 ? facts.group(focus.no) : undefined;
  const leader = group && facts.person(group.leader);
  return leader && OTHER_FIELDS.test(text) ? `${leader.name}除了${group.name}还分包什么` : undefined;
}

/** `…和…都是委员吧，各分包几项`. */
const EACH_OF_THEM = /^(?:又|那)?(?:各自?|分别|都)/;

/** How much of the last part is taken along as its matter. */
const LONGEST_MATTER = 24;

/** What comes of a case that it tells itself (`干得好有奖不，干得差会怎样`). */
const TELLS_CASE =
  /^(?:那|要是|如果|万一|反过来|但|可)?(?:谁|哪家)?[\u4e00-\u9fff]{0,6}?(?:得差|不力|不好|不到位|不行|落后|垫底|得砸|砸了|得孬|得慢|拖拉|不动|靠后|不干|得好|出色|优秀|靠前|积极|到位)(?:了|的)?(?:话)?(?:会|要|又|该|得|给|能)*(?:咋|怎|啥|什么|如何)[\u4e00-\u9fff]{0,5}$/;

/** Parts of one message share its first subject (`某局牵头哪个，还参加哪几个组`). */
export function completeFromPart(question: Question, last: Turn, { facts }: ContextDesk): string | undefined {
  if (TELLS_CASE.test(question.text) && firmOf(question).length === 0) return undefined;
  const other = otherFieldsOf(question.text, last, facts);
  if (other !== undefined) return other;
  const again = ordinalAgain(question.text, last);
  if (again !== undefined) return again;
  const title =
    titleAskedOn(question.text, last, facts) ??
    postAskedOn(question, last, facts) ??
    deputiesAskedOn(question.text, last);
  if (title !== undefined) return title;
  if (firmOf(question).length > 0 || /附件\d.{0,8}(?:主任|组长|谁)/.test(question.text)) return undefined;
  const placed = firmOf(last.question).find((m) => m.how === 'number' || m.kind === 'clause');
  const paper = placed ? last.question.text.slice(0, placed.start).search(/附件\d/) : -1;
  const place = placed && (paper < 0 ? placed.text : last.question.text.slice(paper, placed.end));
  if (place !== undefined && (!isElliptic(question) || paper >= 0)) return `${place}${question.text}`;
  const attachment = last.question.text.match(/附件\d/)?.[0];
  if (
    attachment &&
    !/附件/.test(question.text) &&
    (hasOwnWords(question) ||
      /办公室|主任|组长|^(?:都|是|又|到底)*(?:讲|说|写|叫|管)(?:的)?(?:是)?(?:啥|什么)/.test(question.text))
  )
    return `${attachment}${question.text}`;
  if (!isElliptic(question)) return undefined;
  const group = ownerAskedOn(question, last, facts);
  if (group !== undefined) return `${group}${question.text}`;
  const hasOwn = hasOwnWords(question);
  const matter = hasOwn ? '' : last.question.content.join('').slice(0, LONGEST_MATTER);
  const firm = firmOf(last.question);
  const hint = hasOwn ? undefined : last.question.mentions.findLast((m) => m.kind === 'group')?.text;
  const all = EACH_OF_THEM.test(question.text)
    ? firm.filter((m) => m.kind === firm[0]?.kind && m.how !== 'post')
    : [];
  if (all.length > 1) return `${all.map((m) => m.text).join('和')}${question.text}`;
  const subject = (firm.find((m) => m.kind === 'measure') ?? firm[0])?.text ?? hint ?? matter;
  if (subject === '') return undefined;
  const pronoun = question.text.match(PRONOUN);
  if (pronoun?.index === 0) return question.text.replace(pronoun[0], subject);
  return `${subject}${question.text}`;
}

/** Nothing but a name, with 那…呢 around it. */
function isBare(question: Question): boolean {
  const rest = question.masked.match(BARE)?.[1] ?? question.masked;
  return /^[A-Z和跟与、,的]{1,8}$/.test(
    rest.replace(
      /(?:[这那]?(?:一)?(?:个|边|头)?(?:小组|专项组|组|条|方面|块|项|个|份|档)|的事|同志|的)?(?:吧|嘞|哩)?$/,
      '',
    ),
  );
}

/** Short, and about a slot rather than a matter of its own. */
function isElliptic(question: Question): boolean {
  return question.text.length <= 18 && question.residue.join('').length <= 3;
}

/** `分包的那个人是啥官` after a group: the title of who is in charge of it. */
const LEADER_TITLE =
  /^(?:那)?(?:分包|分管|包|管)?(?:它|这个?组)?(?:的)?(?:那|这)?(?:个|位)?(?:人|领导|区领导)(?:同志)?(?:又|都|到底)?(?:是|任|当|担任)?(?:个)?(?:什么|啥)?(?:官儿?|职务|头衔|职位|身份|来头)(?:是)?(?:啥|什么)?$/;

/** `在附件2里干啥`, asked of a person. */
const ITS_PART =
  /(在附件\d(?:里|中)?)(?:[头面])?(?:又|还|是)*(?:干|做|当|任|担任)(?:的|着)?(?:啥|什么)(?:的)?$/;

/** `刚说的那个组…有某局没`: points at the group of the last answer, whatever else is named. */
const THAT_GROUP =
  /^(?:你)?(?:刚才?|上面|前面)?(?:说|讲|提|问)?(?:到)?(?:的)?(?:那|这|该)(?:一)?个?(?:专项|工作)*小?组(?=.{2})/;

/** `他和某某谁…多`: the last subject beside another. */
const BESIDE = /^(?:那)?(?:[他她它]|这[个位])(?=[和跟与])|[和跟与](?:[他她它](?!们)|这[个位])/;

/** `他在某事那块有头衔没`: somebody in something named. */
const PERSONAL = /^(?:那)?(?:[他她](?!们)|人家|[此这那]人|这个人|这个?领导)(?=.*在)/;
const IN_WHAT: ReadonlySet<string> = new Set(['body', 'office', 'group']);

function referBack(text: string, firm: readonly Mention[], last: Turn, facts: Facts): string | undefined {
  const several = text.match(
    /[他她](?:们(?:俩|两个|两位|几个|几位|仨)?|俩)|[这那](?:[两几]位|两个?人|俩人?)/,
  );
  const people = peopleOf(last, facts);
  if (several && people.length > 1) return text.replace(several[0], people.join('和'));
  const leader = LEADER_TITLE.test(text) && firm.length === 0 ? leaderOf(last, facts) : undefined;
  if (leader !== undefined) return `${leader}是什么职务`;
  const group = text.match(THAT_GROUP)?.[0];
  const named = group === undefined ? undefined : onlyGroup(last, facts);
  if (group !== undefined && named !== undefined) return text.replace(group, named);
  const beside = text.match(BESIDE)?.[0];
  if (beside !== undefined && firm.length === 1) {
    const one = personOf(last, facts) ?? subjectOf(last, facts);
    return one && text.replace(beside, beside.replace(/[他她它]|这[个位]/, one));
  }
  const him = text.match(PERSONAL)?.[0];
  const who = him === undefined ? undefined : personOf(last, facts);
  if (him !== undefined && who !== undefined && firm.length === 1 && firm.every((m) => IN_WHAT.has(m.kind)))
    return text.replace(him, who);
  if (firm.length > 0) return undefined;
  const body = last.question.mentions.find((m) => m.kind === 'office' || m.kind === 'body');
  const post = text.match(/副(?:主任|组长)/)?.[0];
  if (body && post && /^(?:那)?[他她]/.test(text)) return `${body.text}${post}有谁`;
  const personal = text.match(/(?:[他她](?!们)|人家|这位|那位|[此这那]人|这个人|这个?领导|该领导)(?:的)?/);
  const person = personal && personOf(last, facts);
  if (personal && person) return text.replace(personal[0], person).replace(ITS_PART, '$1是什么角色');
  const pronoun = text.match(PRONOUN);
  const subject = unitAskedOn(text, last) ?? leadAskedOn(text, last, facts) ?? subjectOf(last, facts);
  if (!pronoun || subject === undefined || (pronoun.index ?? 0) > 6) return undefined;
  return `${text.slice(0, pronoun.index)}${subject}${text.slice((pronoun.index ?? 0) + pronoun[0].length)}`;
}

/** After a question about one unit, a question about groups or measures goes on about that unit. */
function unitAskedOn(text: string, last: Turn): string | undefined {
  const firm = firmOf(last.question);
  const units = firm.filter(({ kind }) => kind === 'unit');
  // Beside a group that it was asked about, measures are its own.
  const isOfMeasures = /附件\d|措施|(?:哪|几)[两俩三几]?条/.test(text);
  const [only, ...others] = isOfMeasures ? units : firm;
  if (only?.kind !== 'unit' || others.length > 0) return undefined;
  return /(?:哪|几|什么|多少).{0,3}(?:组|条|措施)|牵头|配合|参[加与]|成员单位/.test(text)
    ? only.text
    : undefined;
}

/** After `…组谁牵头`, what else it leads is asked of the unit that was the answer. */
function leadAskedOn(text: string, last: Turn, facts: Facts): string | undefined {
  const [focus] = last.reply.focus;
  const group = focus?.kind === 'group' ? facts.group(focus.no) : undefined;
  const asksMore = /还(?:牵头|参加|参与|配合|在)|(?:别的|其他|另外|哪些|几个)组/.test(text);
  if (!group || !asksMore || !/牵头|单位|部门|局/.test(last.question.text)) return undefined;
  return group.leadUnits.length === 1 ? facts.unit(group.leadUnits[0] ?? '')?.name : undefined;
}

/** Whether a question said more than names and what is asked of them (`某事几个工作日`). */
export function hasOwnWords(question: Question): boolean {
  return question.residue.some((part) => part.length > 1);
}

/** A bare name with what the last question asked at its end (`那某事呢` → `某事几个工作日`). */
export function withLastAsked(question: Question, last: Turn): string | undefined {
  const [now] = firmOf(question);
  const asked = last.question.text.match(ASKED)?.[0];
  return now && asked !== undefined && isBare(question) ? `${now.text}${asked}` : undefined;
}

function withSubject(text: string, last: Turn, facts: Facts): string | undefined {
  const matter = last.question.text.replace(ASKED, '').replace(/[归由是的要得]+$/, '');
  if (
    /(?:几|多少)(?:个|天|项|条|家)|多久|多长时间/.test(text) &&
    hasOwnWords(last.question) &&
    matter.length > 2
  ) {
    return `${matter}${text}`;
  }
  const subject = unitAskedOn(text, last) ?? subjectOf(last, facts);
  return subject === undefined ? undefined : `${subject}${text}`;
}

function replaceLike(firm: readonly Mention[], last: Turn): string | undefined {
  const [now] = firm;
  const before =
    firmOf(last.question).find((m) => m.kind === now?.kind) ??
    firmOf(last.question).find((m) => now !== undefined && isMatter(m) && isMatter(now));
  if (!now || !before) return undefined;
  const { text } = last.question;
  return `${text.slice(0, before.start)}${now.text}${text.slice(before.end)}`;
}

/** `办甲呢`: a spoken word for a matter and nothing else. */
const isNothingBut = (mention: Mention, text: string) =>
  text.replace(mention.text, '').replace(/^那|呢$|的$|[和跟]|[那这](?:边|块|里|头|方面)|方面/g, '') === '';

/** `想办甲乙那个呢`: a matter told in a few words. */
const THAT_ONE =
  /^(?:那)?[\u4e00-\u9fff]{2,10}(?:那|这)(?:个|组|块|摊|项)(?:组)?(?:呢|又?是(?:谁|哪[个位家])(?:分包|牵头|管|包)?)?$/;

/** The last question with this matter in place of its own. */
function replaceHint(now: Mention, last: Turn): string | undefined {
  const before =
    last.question.mentions.find((m) => m.kind === now.kind) ??
    (isMatter(now) ? last.question.mentions.find(isMatter) : undefined);
  const { text } = last.question;
  return before && `${text.slice(0, before.start)}${now.text}${text.slice(before.end)}`;
}

const isMatter = (m: Mention) => m.kind === 'group' || m.kind === 'subLead' || m.kind === 'measure';
