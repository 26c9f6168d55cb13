import { exactly, firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** How the other text puts what one text was asked for, or whether it says the same. */
const SAYS_TOO =
  /^(?:那|那么|可|但|跟|和|与|同|对照|对比|再看|看看)*(?<text>附件\d|正文|主文|通知正文)(?:那边|那头|里[面头]?|中|上)?的?(?:说法|写法|提法|口径|表述|规定|讲法|内容)?(?:跟|和|与)?(?:它|这个?|这里|这条)?(?:也|又|都)?(?:是不是|是否|有没有|有无|有|存在)?(?:也|又|都)?(?:啥|什么|哪些)?(?:是)?(?:出入|区别|差别|差异|不同|(?:不)?(?:一样|一致|相同)|对(?:得|不)上|矛盾|冲突|(?:这么|这样|怎么|咋|如何)(?:说|写|讲|规定|提))(?:的)?(?:吗|不|没有?|么|[?？])*$/;
/** Where and what is asked in a question, beside its matter. */
const ASKED =
  /(?:通知)?(?:正文|主文)|附件\d|里[面头]?(?=[\u4e00-\u9fff])|[跟和与](?=哪|啥|什么)|谁|哪[些几个项]?|啥|什么|吗|呢|[?？]/g;
const LONGEST = 22;

/** `附件1的说法有没有出入` after what the notice itself says of a matter: both texts side by side. */
export function otherText({ question, last, ask }: Talk): Turn | undefined {
  const { text } = question;
  const said = text.length > LONGEST ? undefined : text.match(SAYS_TOO)?.groups?.['text'];
  const [place] = last.reply.cites;
  if (said === undefined || place === undefined || firmOf(question).some(({ kind }) => kind !== 'clause'))
    return undefined;
  const annex = place.match(/^附件\d/)?.[0];
  const other = /^附件/.test(said) ? said : annex;
  if (other === undefined || (annex === undefined) !== /^附件/.test(said)) return undefined;
  const turn = ask(`${last.question.text.replace(ASKED, '')}，正文和${other}一样吗`);
  return turn?.reply.cites.includes(place) ? exactly(turn) : undefined;
}
