import type { DocumentFacts } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';
import { fold } from '../fold.ts';
import type { Handler } from '../handler.ts';
import { parseNumeral } from '../numerals.ts';
import { mentioned, type Question } from '../parse.ts';
import { type Reply, refuse, reply } from '../reply.ts';
import { at } from '../texts.ts';

const HEAD = '文头';
const SIGNED = '落款';
const LIST = '附件清单';

interface DocumentQuestion {
  asks: RegExp;
  answer: (document: DocumentFacts) => Reply;
}

/** Facts about the paper itself; patterns run over the masked question. */
const QUESTIONS: readonly DocumentQuestion[] = [
  {
    asks: /主送|发给(?:谁|哪)|(?:发|印|下)(?:给|到|送).{0,3}(?:谁|哪)|给谁(?:看|发)|收文|抄送|哪些(?:单位|部门)(?:收|要执行)|对象是谁/,
    answer: (d) => reply(`主送：${d.addressees.join('、')}。${at(HEAD)}`, [HEAD]),
  },
  {
    asks: /附件(?:一共|共|总共)?(?:有|带)?(?:几|多少)个?|(?:几|多少)个附件|附件(?:是|有|都|分别|叫|列)?(?:有|是|叫)?(?:哪|什么|啥)|哪[几些两]个?附件|附件[^\d]{0,8}叫(?:啥|什么)|附件(?:清单|名单|名称)|附(?:了|着|带)(?:几|什么|哪)/,
    answer: (d) => {
      const names = d.attachments.map((a) => `附件${a.no}《${a.title}》`).join('、');
      return reply(`共${d.attachments.length}个附件：${names}。${at(LIST)}`, [LIST]);
    },
  },
  {
    asks: /附件\d(?:的|那个)?(?:大名|叫(?:什么|啥)|名|标题|题目|全称|是(?:什么|啥|关于|讲))/,
    answer: (d) => reply(d.attachments.map((a) => `附件${a.no}：《${a.title}》。`).join(''), [LIST]),
  },
  {
    asks: /文号|文件号|(?:几|多少|什么|啥)号(?:文|文件)|(?:多少|什么|啥)号$|(?<!措施)编号|发文字号|字号/,
    answer: (d) => reply(`文号：${d.number}。${at(HEAD)}`, [HEAD]),
  },
  {
    asks: /(?:什么|啥)时候(?:发|印)的?(?:文|通知|文件)|(?:什么|啥)时候.{0,4}(?:发|印|出|下|成文|公布|签)|(?:哪(?:一)?[天年月]|几[号日]).{0,6}(?:发|印|出|下|成文|公布)|(?:发文|印发|成文|落款|发布|签发|下发|出台|文件|通知)(?:的)?(?:日期|时间|日子)|(?:发|印|出|下)(?:布|发|台)?的?(?:日期|时间)|(?:通知|文件|文).{0,4}(?:几[号日](?:发|印|出)|几号|哪天|哪年|几月)|落款|(?:^|[和跟与、])日期/,
    answer: (d) => reply(`${spokenDay(d.date)}。${at(SIGNED)}`, [SIGNED]),
  },
  {
    asks: /(?:谁|哪(?:个|家|里|儿|几家|几个|两个|两家|些)?(?:单位|部门|机关|办公室)?).{0,4}(?:发的|印发|发文|下发|制发|出的|联合发|签发|发布)|(?:发文|印发|制发|联合发文)(?:单位|机关|部门)|几家(?:单位)?联合/,
    answer: (d) => reply(`${d.issuers.join('、')}。${at(HEAD)}`, [HEAD]),
  },
  {
    asks: /(?:通知|文件)(?:的)?(?:标题|题目|全称|全名|名称|名字|叫)|^(?:正文|它)?(?:的)?(?:标题|题目|全称|全名)|(?:这|本|该)(?:份|个)?(?:通知|文件)是(?:关于|讲|什么|干)|标题(?:是|叫)|全称/,
    answer: (d) => reply(`《${d.title}》。${at(HEAD)}`, [HEAD]),
  },
  {
    asks: /红头|版头|文件头/,
    answer: (d) => reply(`${d.letterhead}。${at(HEAD)}`, [HEAD]),
  },
];

function spokenDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The paper itself: number, date, issuers, addressees, attachments, and the papers it follows. */
export const answerDocument: Handler = (question, { facts }) => {
  const { document } = facts.model;
  const asked = askedText(question);
  const extra = asked.match(/附件([一二三四五六七八九\d])/)?.[1];
  const no = parseNumeral(extra ?? '');
  if (no !== undefined && !document.attachments.some((a) => a.no === no)) {
    return refuse(`通知只有${document.attachments.length}个附件，没有附件${no}。`, [LIST]);
  }
  const reference = referenceReply(question, facts);
  if (reference) return reference;
  if (question.mentions.some((m) => m.how !== 'hint' && m.kind !== 'elsewhere')) return undefined;
  const found = QUESTIONS.filter(({ asks }) => asks.test(asked)).map(({ answer }) => answer(document));
  const [first] = found;
  const isShort = question.residue.join('').length <= 2;
  if (first && isShort && found.length === 1) return { spoken: question.residue, ...first };
  if (!first || found.length === 1 || !/[和跟与、及]|还有|一并/.test(asked)) return first;
  return reply(
    found.flatMap((r) => r.lines).slice(0, 3),
    found.flatMap((r) => r.cites),
  );
};

const askedText = (question: Question) => question.masked;

/** A paper named as basis or plan: asked by its number, its name, or by the section that cites it. */
function referenceReply(question: Question, facts: Facts): Reply | undefined {
  const { document } = facts.model;
  const { text } = question;
  if (question.mentions.some((m) => m.kind === 'measure')) return undefined;
  if (
    !/\d号(?!组|条|措施|小组)|依着|照着|比着|依据|根据|按照|参照|文号|(?<!第)几号|哪(?:个|部|份).{0,3}(?:文件|文|条例|方案|通知|意见|法)|上级|上位|精神|当(?:的)?指导|为指导|作(?:的)?指导/.test(
      text,
    )
  )
    return undefined;
  const attachment = text.match(/附件([一二三\d])/)?.[1];
  const [group] = mentioned(question, 'group').map(({ no }) => facts.group(no)?.field);
  const paper = document.attachments.find(({ title }) => group !== undefined && title.includes(group))?.no;
  const said = attachment ? parseNumeral(attachment) : paper;
  const plan = planOfGroup(question, facts);
  if (plan) return plan;
  const home = said === undefined ? undefined : `附件${said}·`;
  const placed = question.mentions.find((m) => m.kind === 'clause')?.entities[0];
  const place =
    placed?.kind === 'clause' && document.references.some((r) => r.location === placed.location)
      ? placed.location
      : undefined;
  const scored = document.references
    .map((r) => ({
      r,
      score:
        shared(fold(r.title), text) +
        (home ? 0 : 2 * shared(fold(facts.clause(r.location)?.heading ?? ''), text)) +
        (home && r.location.startsWith(home) ? 4 : 0) +
        (place ? 4 : 0),
    }))
    .filter(({ r }) => (home ? r.location.startsWith(home) : true) && (place ? r.location === place : true))
    .sort((a, b) => b.score - a.score);
  const quoted = text.match(/(\d{1,3})号/)?.[1];
  const numbered = quoted && document.references.find((r) => r.number?.includes(`〕${quoted}号`));
  if (numbered && !document.number.includes(`〕${quoted}号`)) scored.unshift({ r: numbered, score: 9 });
  const wantsNumber = /文号|几号|多少号/.test(text);
  const [best] = scored.filter(({ r }) => !wantsNumber || r.number);
  if (!best || best.score < 3) return undefined;
  const { r } = best;
  if (/几月|哪天|几日|什么时候|何时|日期/.test(text))
    return refuse(`通知里没有写《${r.title}》的印发日期。`, [r.location]);
  return reply(`《${r.title}》${r.number ? `（${r.number}）` : ''}。${at(r.location)}`, [r.location]);
}

/** `不动产…落实的是市里哪个方案`: the plan that the measures of the group named carry out. */
function planOfGroup(question: Question, facts: Facts): Reply | undefined {
  const [group] = mentioned(question, 'group');
  const measures = group ? facts.measuresOfGroup(group.no).filter((m) => m.plan !== undefined) : [];
  const plans = new Set(measures.map((m) => m.plan));
  const [plan] = plans;
  if (plan === undefined || plans.size > 1 || !/哪(?:个|份|一个).{0,4}方案|方案是哪/.test(question.text))
    return undefined;
  const places = measures.map((m) => m.location);
  return reply(`《${plan}》。${at(...places)}`, places);
}

/** Character pairs two texts share. */
function shared(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i + 1 < b.length; i++) if (a.includes(b.slice(i, i + 2))) count += 1;
  return count;
}
