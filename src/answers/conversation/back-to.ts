import type { Facts } from '../facts.ts';
import type { Question } from '../question/parse.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at, placeName } from '../replies/texts.ts';
import { answerAround } from '../sentences/nearby.ts';
import type { Turn } from '../turn.ts';

const AGAIN =
  /^(?:你)?(?:确定|真的|真的假的|是真的|没错|没说错|没搞错|说错了|搞错了|弄错了|不会错|靠谱|准)(?:了)?(?:吗|吧|么|没有?)?$|^(?:再|重新?)(?:说|讲|发|来|答|念)(?:一|1)?(?:遍|次|下|回)?$|^(?:(?:没|看不|听不|不)(?:太)?(?:看|听)?(?:懂|清楚?|明白)[,，]?)?(?:再|你|能不能|请)*(?:说|讲)(?:得)?(?:简单|明白|清楚|短|通俗|直白)(?:点|些|一点)?$|^重复(?:一|1)?(?:遍|下)?$|^(?:刚才?)?(?:没看清|没听清|没记住|没看懂|没听懂|看不懂|听不懂|没明白)(?:了)?$/;
const SOURCE =
  /^(?:这|那|它|上面|刚才)?(?:一)?(?:个|句|条|段)?(?:话|数|数字|说法|要求|规定)?(?:是|都)?(?:出自|出在|来自|源自|见于|写在|从|记在)(?:文件|通知)?(?:的)?(?:哪[儿里]?|什么地方)(?:一?[条处段章节])?(?:部分)?(?:来|看|抄|写|摘)?(?:的|着)?$|^(?:这个?|那个?|它)?(?:的)?(?:原文|原话|出处|依据)(?:呢|在哪[里儿]?|是(?:啥|什么)|(?:是)?(?:咋|怎么)(?:写|说)的?|发我|给我|看看)?$|^(?:这个?|那个?)?(?:是|写)?(?:在)?(?:哪一?(?:条|处|段|章|节|部分)|第几条)(?:里|中)?(?:写|说|讲|规定)?(?:的|着)?$|^(?:那|这)?(?:是)?(?:写|说|规定|提)?(?:在|到)?(?:附件\d|正文)(?:里|中)?(?:的)?(?:哪一?(?:条|处|段|章|节|部分)|第几条)(?:里)?(?:写|说)?(?:的|着)?$|^(?:这|那|它)(?:个)?(?:数字?|话|说法|要求|规定)?(?:是)?(?:写)?在(?:哪一?(?:块|条|处|段|章|节|部分)|第几条)(?:里|中)?(?:写|说|讲)?(?:的|着)?$|^(?:它|这个?)?(?:是)?(?:属于|归|算)(?:在)?哪(?:一)?(?:条|项|块|部分)(?:要求|措施|制度|工作)?(?:里|中|的)*$|^(?:白纸黑字|这个?|那个?)?(?:是)?(?:写|说)?在(?:第几条|附件几|哪个附件)(?:里|中)?(?:写|说)?(?:的|着)?$|^(?:写在|在)?哪[里儿]?(?:写|说)(?:的|着)?$|^(?:详细|具体|展开|完整)(?:一?点|些|说说|讲讲|说)?$/;
const DEADLINE =
  /^(?:截止|期限|时限|最晚|最迟|限|要)?(?:到|是|在)?(?:什么时候|啥时候|哪天|何时|几号|哪年|几月|年底)(?:之?前)?(?:要|得|应该?|必须|算)?(?:完成|达到|做到|做完|办到|办完|实现|截止|到位|达标)?(?:的)?$/;

/** A message about the last answer itself: said again, its source, its deadline. In: the text left of it. */
export function answerAboutIt(question: Question, last: Turn, facts: Facts): Reply | undefined {
  const text = question.text.replace(/^那(?=.)/, '');
  if (last.reply.kind !== 'answer') return undefined;
  if (AGAIN.test(text)) return last.reply;
  const [place] = last.reply.cites;
  if (place === undefined) return undefined;
  if (DEADLINE.test(text)) return answerAround(question, last.reply, facts);
  const clause = facts.clause(place);
  if (!SOURCE.test(text) || !clause?.text.trim()) return undefined;
  return reply(`在${placeName(facts, place)}：${shorten(clause.text.trim())}${at(place)}`, [place], {
    focus: last.reply.focus,
  });
}

const LONG = 260;

function shorten(text: string): string {
  if (text.length <= LONG) return text;
  const end = text.lastIndexOf('。', LONG);
  return `${text.slice(0, end > 0 ? end + 1 : LONG)}……`;
}
