import type { Desk } from '../handler.ts';
import { FAVOURS } from '../handlers/refusals/absent-things.ts';
import type { Linker } from '../names/link.ts';
import { cuesIn } from '../question/cues.ts';
import { FREQUENCY } from '../question/expect.ts';
import { readQuestion } from '../question/parse.ts';
import { ADDS } from './added-nouns.ts';
import { isFiller } from './filler.ts';
import { clausesOf } from './said-clauses.ts';
import { standsWithoutStory, storiesAmong } from './stories.ts';

const ASKS =
  /谁|哪|什么|啥(?![也都]不)|几(?!乎)|多少|多久|多[长大高]|怎么|怎样|咋|如何|何时|为何|是不是|有没有|能不能|在不在|在没在|算不算|要不要|该不该|[中行]不[中行]|够不够|是否|有无|[吗呢吧不没](?:有)?[\s,，。？?！!]*$|(?:报|念|数|列|说|讲|背)(?:一|出|全|给|个|遍|说|讲|念)|区别|不同|对比|名单|^(?:分包|分管|区)?领导[?？]|([开上办收停])不\1/;
/** What both texts have of one thing: every clause tells which. */
const isOfTwoTexts = (raw: string) => raw.includes('正文') && raw.includes('附件');
/** From what weight on the words of a clause are words of the notice, not only words. */
const OF_THE_NOTICE = 2.2;
const MOST_CLAUSES = 6;

/**
 * A message without the clauses that only go with it (`刚开完会没记住，…谁牵头`, `…，俺记性不好`): they ask nothing, name
 * nothing, and hardly a word of theirs stands in the notice. Undefined where there are none, or nothing else is there.
 */
export function withoutSideClauses(
  raw: string,
  linker: Linker,
  desk: Desk,
  isGoingOn = false,
): string | undefined {
  if (FAVOURS.test(raw)) return undefined;
  const clauses = clausesOf(raw);
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return undefined;
  const isAsked = isGoingOn || clauses.some((one, i) => ASKS.test(one) || (i > 0 && FOR_USE.test(one)));
  const stories = storiesAmong(clauses).filter(
    (one) => standsWithoutStory(raw.replace(one, '')) && keepsMatter(raw, raw.replace(one, ''), linker),
  );
  if (!isAsked && stories.length === 0) return undefined;
  const isChannelAsked = CHANNEL.test(clauses.at(-1) ?? '');
  const isGroupAsked = /哪(?:一)?个(?:专项)?(?:工作)?小?组/.test(clauses.at(-1) ?? '');
  const kept = clauses.filter((one, i) => {
    if ((DONT.test(one) && i > 0) || (SET_ASIDE.test(one) && !names(one, linker))) return false;
    if (CORRECTS.test(one) || OPEN_END.test(one)) return true;
    if (stories.includes(one) || (i > 0 && FOR_USE.test(one) && !TELLS_PART.test(one))) return false;
    const isHearsay = /[?？]/.test(clauses[i - 1] ?? '') && SAID_TO_US.test(one);
    if (i + 1 < clauses.length && SAID_THERE.test(one)) return false;
    const isBefore = isChannelAsked && i + 1 < clauses.length && !ASKS.test(one);
    if (isBefore && !names(one, linker) && !(isGroupAsked && hintsAtGroup(one, linker))) return false;
    if (isHearsay || (i + 1 < clauses.length && isAnotherFigure(one, clauses.at(-1) ?? '', linker)))
      return false;
    return isOfTwoTexts(raw) || ASKS.test(one) || ADDS.test(one) || !isAsked || !isBeside(one, linker, desk);
  });
  // Where nothing asks, only a name says what is wanted.
  if (!isGoingOn && !kept.some((one) => ASKS.test(one)) && !names(kept.join(''), linker)) return undefined;
  if (kept.length === clauses.length || kept.length === 0) return undefined;
  if (isOnlyRhythm(kept.join(''), linker)) return undefined;
  return kept.join('').replace(/[,，\s]+$/, '');
}

/** Whether the rest of a message still says of which matter it is, if the whole does (`工人跟我闹某事，该找哪家`). */
export function keepsMatter(raw: string, rest: string, linker: Linker): boolean {
  const kinds = (said: string) => readQuestion(said, linker).mentions.map(({ kind }) => kind);
  return kinds(rest).length > 0 || !kinds(raw).some((kind) => kind === 'group' || kind === 'subLead');
}

/** `多久一回` alone says nothing of what it is asked of. */
function isOnlyRhythm(kept: string, linker: Linker): boolean {
  const { text, mentions, content } = readQuestion(kept, linker);
  return FREQUENCY.asks.test(text) && mentions.length === 0 && content.join('').length < 3;
}

/** `五十和三十两档先不谈，…` */
const SET_ASIDE = /(?:先|暂且?)(?:不谈|不说|不提|不管|不论|不问)(?:了|它)?[\s,，。]*$/;

/** `…，可别拿某局的给我充数`: what the answer is not to be. */
const DONT =
  /^(?:可|千万|你)*(?:别|不要|甭|莫)(?:再)?(?:把|拿|给我|跟|和|与|同)[^,，谁哪什啥几]{1,14}(?:搞|弄|混|搅|记|认|串|说)(?:成|到)?(?:一[起块]|混|串|错|岔|反|淆)?(?:了|喽)?[\s,，。.！!~…]*$|^(?:可|千万|你)*(?:别|不要|甭)(?:再)?(?:拿|把|跟我|给我|用|报成|说成|混成|写成|搞成|弄成)[^,，谁哪什啥几]{1,14}[\s,，。.！!~…]*$/;

const FIGURE = /[\d零一二两三四五六七八九十百半]/;
const ASKS_FIGURE = /(?:几|多少)(?:成|天|个|项|条|张|份|%|工作日|微克)*[?？]?$|呢[?？]?$/;
const HELD_AGAINST = /比|差|[多少](?:几|多少)|[一总]共|也|还|再|都|各|分别|两|俩|加|合/;

/** `甲提升50%以上，乙是百分之几`: the figure of one thing is told, that of another is asked. */
function isAnotherFigure(told: string, asked: string, linker: Linker): boolean {
  if (!FIGURE.test(told) || ASKS.test(told) || HELD_AGAINST.test(asked)) return false;
  const question = readQuestion(asked, linker);
  if (!ASKS_FIGURE.test(question.text)) return false;
  const { text, mentions } = readQuestion(told, linker);
  const matters = (all: typeof mentions, hints = false) =>
    all.flatMap((m) => ((hints || m.how !== 'hint') && m.kind === 'group' ? [m.text] : []));
  const [other] = matters(question.mentions);
  return (
    other !== undefined &&
    /\d/.test(text) &&
    matters(mentions, true).length > 0 &&
    !matters(mentions).includes(other)
  );
}

/** `…？某局说我们没去开会`: why it is asked. */
const SAID_TO_US =
  /^[^谁哪什啥几多吗呢吧咋怎?？]{1,8}(?:说|讲|告诉|通知)(?:我|俺|咱)[^谁哪什啥几多吗呢吧咋怎?？]{2,14}$/;

/** `昨天开会领导说的，…`: where it was heard. */
const SAID_THERE =
  /^(?:昨[天晚]|今[天早]|刚才?|前[几两]天|早上|上午|下午|会上|开会)+(?:时候?|的时候)?(?:领导|主任|书记|局长|科长|同事|人家|他们)?(?:说|讲|提)(?:到|过|起)?的[\s,，]*$/;

/** `…，我能往哪反映`: where a trouble is told, whatever it is. */
const CHANNEL =
  /(?:往|上|去|到|从|找|向|跟)(?:哪(?:里|儿|个[\u4e00-\u9fff]{1,3})?|谁|(?:什么|啥)(?:渠道|路子|途径|地方))[^,，]{0,3}(?:反映|举报|投诉|告状|告发)|(?:什么|啥|哪些|哪几[种条样])(?:渠道|途径)[^,，]{0,4}(?:反映|举报|投诉|告状|告发|捅)/;

const names = (said: string, linker: Linker) =>
  readQuestion(said, linker).mentions.some(({ how }) => how !== 'hint');

/** Whose part is told is not what it is for. */
const TELLS_PART = /牵头|分包|分管|配合|责任单位/;

/** `我没说清 我是问…`: what it says of the last question is not beside it. */
const CORRECTS = /没说清|说错|搞错|弄错|打错|问错|写错|不是/;

/** `…，还差一个`: what is asked of the list before it. */
const OPEN_END = /^(?:还|就|又|再)*(?:有|差|缺|少|剩|漏|另|最后)[^,，]{0,5}$/;

/** What the answer is wanted for, said after the question (`我做分工表`, `给局长打印`, `发函用`, `订会场`). */
const FOR_USE =
  /^(?!.*[谁哪什啥几多吗呢吧咋怎])(?:(?:我|俺|咱|我们|咱们)?(?:这边|这儿|这里|正|好|要|得|在|想|准备|等着|急着|就|还)*(?:(?:做|填|排|写|出|编|改|弄|印|打|贴|发|赶|订|定|报|登|上|引用|抄送|转发|打印|通知|交差|汇报)(?:个|份|张|一?下)?[\u4e00-\u9fff]{0,4}(?:要用|用的?|呢|了|去)?|用|(?:记|核对|核实|安排|回)[\u4e00-\u9fff]{0,4}|(?:核|对|查|抄|念|看)(?:对|实)?(?:一|了)?下[\u4e00-\u9fff]{0,4}|(?:一个个|一个一个|一家家|一家一家|挨个|挨家|逐个|逐家|回头|先|再|去|来|方便|就)*(?:去)?(?:加|打|建|拉|联系|通知|对接|发|约|跑|请|喊|叫)(?:个|一?下)?(?:他们|各家|人家|联络员)?的?(?:微信|电话|好友|小?群|函|进群|对接|通知))|(?:我|俺)(?:的)?(?:本子|纸|单子|手机|笔记)?(?:上|里)?(?:就|只|光|才)(?:记|写|抄)了?(?:个)?[\u4e00-\u9fff]{1,6}|给(?:局长|主任|书记|领导|老板|处长|科长|区长|头儿?|上面|人家)(?:看|打印|汇报|用|交差|回话|报|送|念|过目)(?:一?下)?|(?:材料|稿子|通报|席卡|席卡材料|函|单子|表|台账)(?:里|上)?(?:要|得|需要?)?(?:写|用|填|印)(?:全称|全名|准|上|的)?|(?:见报|开会|上会|发函|发文|印刷|上墙|存档|备案|汇报|发言|台账|订会场|排会)(?:要|得)?用(?:的)?|(?:千万)?别(?:给)?(?:我)?(?:弄|搞|说|写|报|看|给)?(?:错|混|漏|岔)(?:了|喽|掉)?)[\s,，。.！!~…]*$/;

/** `两个赵我老弄混`: whom the question is between. */
const NAMESAKES = /[两俩三仨](?:个|位|名)?(?:姓)?[\u4e00-\u9fff](?:姓|我|俺|老|书记|主任|[,，]|$)/;

/** `牵总的那个办公室，头儿是谁`: what the rest is asked of. */
const OF_BODIES = /(?:办公室|领导小组|主任|组长)(?:里|那边|那儿|这块|那块|这边)?[\s,，:：]*$/;

/** `发明叫人仿了，往哪个组反映`: a trouble that is the matter of a group. */
const hintsAtGroup = (said: string, linker: Linker) =>
  readQuestion(said, linker).mentions.some(({ kind }) => kind === 'group' || kind === 'subLead');

/** `四月份那拨，…`: the time that the rest is asked of. */
const TIME =
  /(?:明年|后年|20\d\d年)|(?:调整|换人|变动|改组)(?:之|以)?前|(?:\d{1,2}|[一二三四五六七八九十])月(?:份|底)?(?:那|这|的|[,，\s]*$)|年底(?:那|这|[,，\s]*$)/;

/** `…，压到7日，对不`: the figure that is claimed. */
const BECOMES =
  /(?:压|提|降|减|升|涨|达|增)[^\d,，]{0,4}\d|^[\u4e00-\u9fff]{2,10}\d+(?:\.\d+)?(?:%|天|日|个)?[,，]/;

/** `区里这份跟市里那份，…`: the papers that the rest is asked of. */
const PAPERS = /[区市省](?:里|上|级)?的?(?:这|那)(?:份|个)/;

/** `底下就一家，某组谁`: of whom it is asked. */
const BEHIND_LEAD =
  /(?:底下|手下|下面|后头|后面|跟着|干活|跑腿)[^,，]{0,6}[一两二三四五六七八九十几\d][家个]/;

/** `…算一个，另一个`: what is asked for. */
const THE_REST = /^(?:另|其[余他它]|剩|还差|还缺|别的)/;

function isBeside(clause: string, linker: Linker, desk: Desk): boolean {
  if ([NAMESAKES, OF_BODIES, TIME, BECOMES, PAPERS, BEHIND_LEAD].some((pattern) => pattern.test(clause)))
    return false;
  if (/(?:是|想|要)问|问的/.test(clause) || THE_REST.test(clause)) return false;
  if (/^(?:我|俺|咱|老|总)/.test(clause) && isFiller(clause.replace(/[\s,，。！!~…]+/g, ''))) return true;
  const question = readQuestion(clause, linker);
  if (question.mentions.length > 0 || cuesIn(question.masked).size > 0) return false;
  const [best] = desk.retriever.search({ parts: question.content });
  return (best?.weight ?? 0) < OF_THE_NOTICE;
}

/** Whether a stretch says by itself what it is about: it names something, or its words are words of the notice. */
export function isOfTheNotice(said: string, linker: Linker, desk: Desk): boolean {
  if (names(said, linker)) return true;
  const [best] = desk.retriever.search({ parts: readQuestion(said, linker).content });
  return (best?.weight ?? 0) >= OF_THE_NOTICE;
}

const PEOPLE = /我|俺|咱|你|您|恁|大家|谢|感恩|辛苦/;
const ENDS = /(?:[了啦嘞咧哈呀嘛哦喽哩啊]|先|去)[\s,，。.!！~…]*$/;
/** Words of asking for something, or of trouble that somebody wants to be told about. */
const WANTS =
  /给我|给俺|帮|替|写|签|拟|订|买|约|办|转|打印|催|通知|提醒|发|念|列|报|查|找|要(?![走去忙歇睡]|开会|下班|问你|请教|麻烦|打扰|跟你)|想(?!你)|应该|必须|怎|咋|[不没未被罚难慢卡拖欠坏差贵赔退投告]|[?？]|\d|[a-z]/i;
const LONGEST_TALK = 16;

/** `嗯我瞅瞅先`: short, of people, asks for nothing, and hardly a word of it stands in the notice. */
export function isOnlyTalk(raw: string, linker: Linker, desk: Desk): boolean {
  const said = raw.trim();
  if (said.length > LONGEST_TALK || ASKS.test(said) || WANTS.test(said)) return false;
  return (PEOPLE.test(said) || ENDS.test(said)) && isBeside(said, linker, desk);
}
