import type { DocumentFacts } from '../../../notice/types.ts';
import { parseNumeral } from '../../characters/numerals.ts';
import { type PaperField, paperFieldsAsked } from '../../conversation/paper-read.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import type { Question } from '../../question/parse.ts';
import { numberOfOffices } from '../../replies/papers-of-offices.ts';
import { allCited, allNumbered, referenceReply } from '../../replies/references.ts';
import { type Reply, refuse, reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { sieved } from '../sieve.ts';

const HEAD = '文头';
const SIGNED = '落款';
const LIST = '附件清单';

interface DocumentQuestion {
  asks: RegExp;
  answer: (document: DocumentFacts, question: Question) => Reply;
}

/** Facts about the paper itself; patterns run over the masked question. */
const QUESTIONS: readonly DocumentQuestion[] = [
  {
    asks: /主送|抬头|(?:开头|开篇|头一行|起首).{0,3}(?:称呼|写给|对)|称呼|写给(?:的)?(?:谁|哪|什么|啥)|发给(?:谁|哪)|(?:发|印|下)(?:给|到|送).{0,3}(?:谁|哪)|给谁(?:看|发)|收文|收(?:到)?这(?:个|份)?(?:文|通知)|抄送|(?:发|给|送|收).{0,4}(?:这|本|该)(?:个|份)?(?:文|通知|文件).{0,3}(?:吗|不|没|么)$|(?:这|本|该)(?:个|份)?(?:文|通知|文件)(?:也|都|还|又|算不算|是不是|有没有)*(?:发|给|送|下).{0,8}(?:吗|不|没|么|的)$|哪些(?:单位|部门)(?:收|要执行)|(?<!结对.{0,3}|[服监评考帮])对象是谁/,
    answer: (d) => TELLS.addressees(d),
  },
  {
    asks: /附件(?:一共|共|总共)?(?:有|带)?(?:几|多少)个?|(?:几|多少)个附件|附件(?:是|有|都|分别|叫|列)?(?:有|是|叫)?(?:哪|什么|啥)|哪[几些两]个?附件|附件[^\d]{0,8}叫(?:啥|什么)|附件(?:清单|名单|名称)|附(?:了|着|带)(?:几|什么|哪)|(?:带|附|挂)(?:了|着)?(?:几|多少|哪[些几])(?:个|份)?方案|(?:带|跟|挂|附|有)(?:了|着)?(?:俩|两个?|\d个|几个?|哪[些几]?个?|啥|什么)(?:啥|什么|样的)?附件/,
    answer: (d) => TELLS.attachments(d),
  },
  {
    asks: /附件\d(?:的|那个|这个|正文|里[头面]?|那份|它|正式|完整|封皮|封面|首页|头一页|上|写|印)*(?:大名|叫(?:什么|啥|个啥)|全?名|大?(?:标题|题目)|全称|是(?:什么|啥|关于|讲|个啥))/,
    answer: (d, { masked }) => {
      const asked = d.attachments.filter(({ no }) => masked.includes(`附件${no}`));
      return reply(asked.map((a) => `附件${a.no}：《${a.title}》。`).join(''), [LIST]);
    },
  },
  {
    asks: /文号|文件号|红头(?:上|上面)?的?(?:那个|那串)?号|(?:文件?|通知|红头)(?:的|那|这|个|它)*号(?:码)?(?:是|呢|有|$)|(?:几|多少|什么|啥)号(?:文|文件)|(?:多少|什么|啥)号$|(?<!措施)编号(?![编排写]?到|.{0,4}(?:措施|条))|发文字号|字号/,
    answer: (d) => TELLS.number(d),
  },
  {
    asks: /落(?:的|了)?款|成(?:的|了)文|(?:末尾|最后|结尾)(?:的)?(?:日期|时间|日子)|(?:哪一?|几几|啥)年(?:哪一?月|几月)?(?:的|发的|出的)?(?:文|通知|文件)|(?:文|通知|文件)(?:是)?(?:哪一?|几几|啥)年|(?:啥|什么|哪个)日子|(?:通知|文件|文).{0,4}(?:几|\d{1,2})月份?(?:才|就)?(?:发|印|出|下)|(?:什么|啥)时候(?:发|印)的?(?:文|通知|文件)|(?:什么|啥)时候.{0,4}(?:发|印|出|下|成文|公布|签)|(?:哪(?:一)?[天年月]|几[号日]).{0,6}(?:发|印|出|下|成文|公布)|(?:发文|印发|成文|落款|发布|签发|下发|出台|文件|通知)(?:的)?(?:日期|时间|日子)|(?:发|印|出|下)(?:布|发|台)?的?(?:日期|时间)|(?:通知|文件|文).{0,4}(?:几[号日](?:发|印|出)|几号|哪天|哪年|几月)|落款|(?:^|[和跟与、])日期/,
    answer: (d, question) => signedReply(d, question),
  },
  {
    asks: /(?:[两俩几二三]|\d)(?:个|家)(?:办公室|单位|机关)?(?:一起|一块儿?|共同|联合|联名|合着)?(?:印?发|下|出|印)的?(?:文|文件|通知)|发文的?.{0,4}(?:办公室|单位|机关)|(?:通知|文件|文)是[省市区县国][\u4e00-\u9fff]{0,6}?(?:发|印|下|出)(?:下来)?的(?:吧|吗|不|么|对|[?？]|$)|(?:谁|哪(?:个|家|里|儿|几家|几个|两个|两家|些)?(?:单位|部门|机关|办公室)?).{0,4}(?:发的|印发|印的|发文|下发|制发|出的|联合发|签发|发布)|(?:发文|印发|制发|联合发文)(?:单位|机关|部门)|几家(?:单位)?联合|这(?:个|份)?是[省市国](?:里|家)?的?(?:文|文件|通知)还是|[区市省]里?发的?还是[区市省]|发的还是[区市省]里?发/,
    answer: (d) => TELLS.issuers(d),
  },
  {
    asks: /(?:通知|文件)(?:的)?(?:大?标题|题目|全称|全名|名称|名字|叫)|^(?:正文|它)?(?:的)?(?:标题|题目|全称|全名)|(?:这|本|该)(?:份|个)?(?:通知|文件)是(?:关于|讲|什么|干)|标题(?:是|叫)|全称/,
    answer: (d) => TELLS.title(d),
  },
  {
    asks: /红头|版头|文件头/,
    answer: (d) => TELLS.letterhead(d),
  },
];

/** The day it is signed; with a claimed month, whether it is so; the signing bodies where they are asked for. */
function signedReply(d: DocumentFacts, question: Question): Reply {
  const day = spokenDay(d.date);
  if (/单位|机关|部门|谁|哪家/.test(question.masked))
    return reply(`落款处只有日期：${day}；发文单位是${d.issuers.join('、')}。${at(SIGNED, HEAD)}`, [
      SIGNED,
      HEAD,
    ]);
  const claimed = question.text.match(/(?:(\d{1,2})月)(?:份)?(?:(\d{1,2})[日号])?/);
  if (!claimed || !isClaim(question)) return reply(`${day}。${at(SIGNED)}`, [SIGNED]);
  const [, month, date] = d.date.split('-').map(Number);
  const isTrue = Number(claimed[1]) === month && (claimed[2] === undefined || Number(claimed[2]) === date);
  return reply(`${verdict(isTrue)}${day}。${at(SIGNED)}`, [SIGNED]);
}

/** Words about a paper that need no account. */
const PAPER_WORDS =
  /文件|通知|正文|封皮|封面|一个?字(?:别|不|莫|不能|不许)(?:差|错|落|漏|少)|抬头|称呼|写给|开头|末尾|结尾|日子|日期|落款?|两家|两个|两办|办公室|联合|市里|区里|上级|依照|照着|按照|根据|执行|党办|政办|还是|哪个|号|份|文|篇|发|印|收|个|年|月|也|要|都|驻区|驻|区|机构|名称|全称/g;

function spokenDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** What the paper says of itself, by field. */
const TELLS: Readonly<Record<PaperField, (document: DocumentFacts) => Reply>> = {
  number: (d) => reply(`文号：${d.number}。${at(HEAD)}`, [HEAD]),
  date: (d) => reply(`${spokenDay(d.date)}。${at(SIGNED)}`, [SIGNED]),
  issuers: (d) => reply(`${d.issuers.join('、')}。${at(HEAD)}`, [HEAD]),
  addressees: (d) => reply(`主送：${d.addressees.join('、')}。${at(HEAD)}`, [HEAD]),
  title: (d) => reply(`《${d.title}》。${at(HEAD)}`, [HEAD]),
  letterhead: (d) => reply(`${d.letterhead}。${at(HEAD)}`, [HEAD]),
  attachments: (d) => {
    const names = d.attachments.map((a) => `附件${a.no}《${a.title}》`).join('、');
    return reply(`共${d.attachments.length}个附件：${names}。${at(LIST)}`, [LIST]);
  },
};

/** Asked in words of which none is of another matter (`红头上的号`, `是哪俩办公室一起下的文`). */
function fieldsReply(question: Question, document: DocumentFacts): Reply | undefined {
  const told = paperFieldsAsked(question.masked).map((field) => TELLS[field](document));
  return told.length === 0
    ? undefined
    : reply(
        told.flatMap((each) => each.lines),
        told.flatMap((each) => each.cites),
        { spoken: question.residue },
      );
}

const ADDRESSED = /主送|抬头|收文|称呼|(?:发|印发|送|下发)(?:给|到|至)(?:了)?/;
/** Words of asking whether somebody is addressed. */
const OF_ADDRESSED =
  /主送|抬头|收文|称呼|名单|单位|我们|咱们?|俺们?|那行|这行|算不算|算|[,，。?？]|(?:印|下)?发(?:给|到|至)?|送(?:给|到|至)?|有没有|有无|是不是|在不在|包不包括|通知|文件|里头|里面|[这那]?(?:一)?级|也|还|都|这|那|个|份|里|中|的|了|没有?|吗|吧|不|呢|有|含|包括|写|列|在|到|算|进|上/g;

/** `主送里头有街道办没有`: whether somebody is among those addressed. */
function isAddressed({ masked, text }: Question, { addressees }: DocumentFacts): Reply | undefined {
  if (!ADDRESSED.test(masked) || !/(?:吗|没有?|不|吧|么)$|有没有|有无|是不是|在不在/.test(masked))
    return undefined;
  const said = text.replace(OF_ADDRESSED, '');
  const all = addressees.join('、').replace(/[（）()]/g, '');
  const isLevel = said.length === 1 && all.includes(said);
  if ((said.length < 2 && !isLevel) || said.length > 8 || /谁|哪|什么|啥|几/.test(said)) return undefined;
  const isIn = isLevel || [...said].slice(1).some((char, i) => all.includes(`${said[i]}${char}`));
  return reply(`${isIn ? '是的，' : '不在里面，'}主送：${addressees.join('、')}。${at(HEAD)}`, [HEAD], {
    spoken: [said],
  });
}

/** `“某党办”后头那串数字`: its number by the word that it begins with. */
function ownNumber({ masked, residue }: Question, { number }: DocumentFacts): Reply | undefined {
  const word = number.match(/^[\u4e00-\u9fff]{2,}/)?.[0];
  return word !== undefined && masked.includes(word) && /几|多少|啥|什么|哪/.test(masked)
    ? reply(`文号：${number}。${at(HEAD)}`, [HEAD], { spoken: residue })
    : undefined;
}

/** Fields of the paper, where every word of the question is of them. */
export const answerPaperFields: Handler = needing(
  () => ({ text: [/[文通知附红版落主抬发印下字号后盖件据用]/] }),
  (question, { facts }) =>
    AGREED.test(question.text) || isOfOtherYear(question.text, facts)
      ? undefined
      : (numberOfOffices(question, facts) ??
        allNumbered(question, facts) ??
        allCited(question, facts) ??
        fieldsReply(question, facts.model.document)),
);

/** `2022年的通知是几号`: another paper. */
const isOfOtherYear = (text: string, facts: Facts) =>
  text.match(/(?<!\d)20\d\d(?=年)/g)?.some((year) => !facts.years.has(year)) === true;

/** Who agreed to the paper is told by a sentence of it. */
const AGREED = /同意|批准|点头|拍板|首肯/;

const questionsIn = sieved(
  () => QUESTIONS,
  ({ asks }) => asks,
);

/** The paper itself: number, date, issuers, addressees, attachments, and the papers it follows. */
export const answerDocument: Handler = (question, { facts }) => {
  const { document } = facts.model;
  const asked = askedText(question);
  const extra = asked.includes('附件') ? asked.match(/附件([一二三四五六七八九\d])/)?.[1] : undefined;
  const no = parseNumeral(extra ?? '');
  if (no !== undefined && !document.attachments.some((a) => a.no === no)) {
    return refuse(`通知只有${document.attachments.length}个附件，没有附件${no}。`, [LIST]);
  }
  if (AGREED.test(question.text) || /纪要|工作动态/.test(question.text)) return undefined;
  if (/起草|执笔|拟的?稿|谁写的/.test(question.text)) return refuse('通知里没有写由谁起草。');
  const fields = isAddressed(question, document) ?? ownNumber(question, document);
  if (fields) return fields;
  const reference = referenceReply(question, facts);
  if (reference) return reference;
  if (question.mentions.some((m) => m.how !== 'hint' && m.kind !== 'elsewhere')) return undefined;
  const found = questionsIn(asked)
    .filter(({ asks }) => asks.test(asked))
    .map(({ answer }) => answer(document, question));
  const [first] = found;
  const isShort = question.residue.join('').replace(PAPER_WORDS, '').length <= 2;
  if (first && isShort && found.length === 1) return { spoken: question.residue, ...first };
  if (!first || found.length === 1 || !/[和跟与、及]|还有|一并/.test(asked)) return first;
  return reply(
    found.flatMap((r) => r.lines).slice(0, 3),
    found.flatMap((r) => r.cites),
    isShort ? { spoken: question.residue } : {},
  );
};

const askedText = (question: Question) => question.masked;
