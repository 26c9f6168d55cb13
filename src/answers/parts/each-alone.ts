import { isSure } from '../decide.ts';
import type { Mention } from '../names/entities.ts';
import type { Question } from '../question/parse.ts';
import { joinReplies, type Reply } from '../replies/reply.ts';
import type { Turn } from '../turn.ts';
import { asks } from './split.ts';

/** Between questions that have nothing to do with each other, the surest marks first. */
const CUTS: readonly RegExp[] = [
  /[?？；;。!！\n]+/,
  /(?:^|[\s,，])\d[.、．)）](?=[^\d])/,
  /[,，]?(?:还有|另外|顺便|顺带|再问|以及)(?:就是|再)?(?:问一?下?|说一?下?)?[,，]?/,
  /[,，]/,
  /\s+/,
  /、/,
];
/** Joins a part to the one before it. */
const JOINS = /^\s*(?:还有|另外|顺便|顺带|再就是|以及)(?:问一?下?|说一?下?)?[,，]?/;
/** Said before several questions. */
const ANNOUNCES = /^(?:问|请教|打听|咨询)?(?:[两三俩仨23几]|一两)(?:件事|个(?:问题|事)|样|问)儿?[:：,，]/;
const SHORTEST = 4;
const MOST = 4;
/** A longer message is a text. */
const LONGEST = 90;

/** What reads a part of a message, and what answers it as if nothing else were said. */
interface PartReader {
  read(part: string): Question;
  alone(part: string): Turn;
}

/**
 * Several questions in one message that have nothing to do with each other: the answers to all of them where each is
 * surely answered by itself and the message as a whole was not.
 */
export function answerEachAlone(message: string, whole: Turn, { read, alone }: PartReader): Turn | undefined {
  if (message.length > LONGEST || whole.reply.kind === 'chat' || whole.isEachSure || whole.reply.live)
    return undefined;
  const text = message.replace(ANNOUNCES, '');
  const known = new Map<string, Turn>();
  for (const cut of CUTS) {
    const parts = text
      .split(cut)
      .map((part) => part.replace(JOINS, '').trim())
      .filter((part) => part !== '');
    if (parts.length < 2 || parts.length > MOST || parts.some((part) => part.length < SHORTEST)) continue;
    if (!parts.every((part) => asksItself(part) && mayName(read(part)))) continue;
    const isAboutGroup = parts.some((part) => read(part).mentions.some(({ kind }) => kind === 'group'));
    const turns: Turn[] = [];
    // The last part is the one that leans on the others, if any does.
    for (const part of parts.toReversed()) {
      const turn = known.get(part) ?? alone(part);
      known.set(part, turn);
      if (!isSure(turn.reply) || !namesItself(turn, isAboutGroup)) break;
      turns.unshift(turn);
    }
    if (turns.length < parts.length) continue;
    if (turns.every(({ reply }) => tells(whole.reply, reply))) return undefined;
    return { ...whole, reply: joinReplies(turns.map(({ reply }) => reply)) };
  }
  return undefined;
}

/** Asks for something to be told, by a noun or a word for telling. */
const ASKS_FOR =
  /^(?:帮我?|给我)(?:捋|查|找|看|数|抄|报|列)|(?:报|念|抄|说|讲|列|查|给|写|数|补|捋)(?:一|个|下|给|全|上|名|出来|清楚|我|遍|一遍|上来|[喽了啦]|报|念)+$|全列$|(?:(?<![当做是算]责任)单位|领导|职务|职级|头衔|衔儿|全名|全称|大名|名字|文号|日期|主任|组长|期限|时限|目标|指标|比例|线|法子|条件|内容|标题|原话|个数|要求|(?:共同|都|一起|同时)[^,，]{0,4}的组)$|.{3}还是[^还是]|不$/;
const asksItself = (part: string) => !WAITS.test(part) && (asks(part) || ASKS_FOR.test(part));

/** Characters of content by which a part without a name says what it is about. */
const SAYS = 4;
/** The same beside a part that names a group, whose it could be (`某组谁分包，报装几天`). */
const SAYS_BESIDE = 5;
/** The same where a sentence of the notice has all of them. */
const SAYS_EXACTLY = 2;
const EXACT = 1.5;
/** What is asked of the paper as a whole needs no name. */
const OF_THE_PAPER = ['answerDocument', 'answerPaperFields'];
const NAMES_PAPER = /文|通知|件|落款|印发|号/;
/** The same of the groups, the measures, the leaders and the members, where it says which of them. */
const OF_ALL = ['answerWholes', 'answerBodies', 'answerBodyPosts', 'answerPartsTaken'];
const NAMES_ALL =
  /^(?!.*对应).*(?:附件\d|措施|成员(?:单位|栏)|领导小组|专项(?:工作)?小组|区领导|小组个数|(?:超过|不止)一家)/;
/** A slot of what another part named. */
const WAITS =
  /^(?:责任|配合|牵头)(?:单位)?(?:里[面头]?|中|有没有|是不是|栏)|^(?:那|这|另|其|它|他|她|该|但|而|可|在|也|都|各|进|属|算|归|当|来自|同一)|却|除[了开去]|[当做是算]责任单位$|里[面头]?$|几个里|^谁(?:来)?(?:分包|牵头|包|管|负责)(?:[,，的]|$)|^姓|[他她它][俩们]?|这[俩两几个]|另(?:一|外)[个家位]/;

/** A word that only hints at a matter tells which; of people and units there are several with one post. */
const isNamed = ({ how, kind }: Mention) => how !== 'hint' || kind === 'group';

/** What can be told before it is answered of whether it names what it is about. */
const mayName = ({ mentions, residue, text }: Question) =>
  mentions.some(isNamed) ||
  residue.join('').length >= SAYS_EXACTLY ||
  NAMES_PAPER.test(text) ||
  NAMES_ALL.test(text);

function namesItself({ question, reply }: Turn, isAboutGroup: boolean): boolean {
  if (question.mentions.some(isNamed)) return true;
  if (reply.by !== undefined && OF_THE_PAPER.includes(reply.by)) return NAMES_PAPER.test(question.text);
  if (reply.by !== undefined && OF_ALL.includes(reply.by)) return NAMES_ALL.test(question.text);
  const says = question.residue.join('').length;
  if (isAboutGroup) return says >= SAYS_BESIDE;
  return says >= SAYS || (reply.confidence >= EXACT && says >= SAYS_EXACTLY);
}

/** Whether an answer has what another one tells first. */
const tells = (whole: Reply, part: Reply) =>
  part.lines[0] === undefined || whole.lines.join('\n').includes(part.lines[0]);
