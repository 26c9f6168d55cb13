import { ASKED } from '../../conversation/matter-swaps.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** Asks for a figure, a time, or what it is reckoned from, and of nothing. */
const FIGURE_ASKED =
  /^(?:那|它的?|这个|这|又|具体|到底)*(?:(?:还|再|又)(?:要|得|会|需)?(?:再)?[压降提减增升涨缩](?:到)?(?:多少|几|百分之几)|(?:跟|和|同|与|比)(?:的)?(?:是)?(?:哪|啥|什么)(?:一)?(?:年|时候|个)?(?:比|的)*|(?:比起?)(?:哪|啥|什么).{0,4}|(?:时限|期限|时间|目标|指标|基数|底数|天数|比例|标准|数|数值|法定(?:时限|期限)?|原来|原先|原本)(?:呢|(?:是|要|定|各|又)*(?:多少|几天|几个工作日|多久|哪年|啥|什么))|(?:法定|原来|原先|原本|以前|之前|早先|去年)(?:的|是|原本|各|要|有)*(?:多少|几天|几个工作日|多久)|(?:要|得|限|压到|降到|提到|达到)?(?:多少|几)(?:天|个工作日|成|个点)?)(?:呢|啊|嘞|[?？])*$/;
/** What a figure is reckoned from (`拿哪一年当底子比`, `基数取的哪年`, `从哪年算起`). */
const FROM_WHEN =
  /^(?:那|它|这个|这|又|具体|到底|是)*(?:(?:(?:拿|以|按|照|用|从|跟|和|同|与|比|比照|对比|对照|参照)(?:的|着)?(?:是)?(?:哪|啥|什么)(?:一)?(?:年|时候|个(?:年份|时候|年头))(?:的|那年)?(?:[当做作为算]+|来)?(?:的)?(?:底子?|底数|基数|基准|基础|参照|标准|起点|比较?|对比|算起?|起算?)*)|在(?:哪|啥|什么)(?:一)?年(?:的)?(?:基础|基数|底子|水平)(?:上|之上)?(?:压|降|减|提|来)*|(?:底子?|底数|基数|基准(?:年)?|参照(?:年)?|起点|起算年?)(?:取|用|定|拿|是|选)*(?:的)?(?:是)?(?:哪|啥|什么)(?:一)?(?:年|时候))(?:的|呢|啊|嘞|[?？])*$/;
/** How many there were before is not of those that come to them now. */
const BEFORE = /^(?:那|它的?|又)*(?:原来|原先|原本|以前|之前|早先|去年)/;
const NOW_ADDED = /(?:今年|年内|年底前?)?(?:还|再|要|得|打算)*(?:添|新增|增加?|培育|建|加)(?:个|上|到)?$/;
const NO_MATTER =
  /(?:有没有|有无|是否有|有啥|有什么)(?:目标|要求|规定|指标|时限)?.*$|(?:归|由|属于?|是)(?:哪|谁).*$|(?:[压降提减增升涨缩](?:缩|低|升|高|短|到|至)?(?:了)?)?(?:百分之)?(?:多少|几).*$|(?:的)?(?:目标|要求|指标)$/;
const LONGEST = 14;

/** `时限呢`, `还要再降多少`, `跟哪年比`: a figure asked of the matter that the last question was about. */
export function figureOfMatter({ question, last, ask }: Talk): Turn | undefined {
  const { text } = question;
  if (text.length > LONGEST || firmOf(question).length > 0) return undefined;
  const isFrom = FROM_WHEN.test(text);
  if (!isFrom && !FIGURE_ASKED.test(text)) return undefined;
  const asked = (isFrom ? '跟哪年比' : text)
    .replace(/^(?:那|它的?|这个|这|又)+/, '')
    .replace(/(?:呢|啊|嘞|[?？])+$/, '');
  const wanted = /多少|几|哪|啥|什么|多久/.test(asked) ? asked : `${asked}是多少`;
  const matter = last.question.text
    .replace(NO_MATTER, '')
    .replace(ASKED, '')
    .replace(BEFORE.test(text) ? NOW_ADDED : '', '')
    .replace(/[的归由是要得再又还]+$/, '');
  if (matter.length < 2) return undefined;
  const found = ask(`${matter}${wanted}`);
  return found && /\d|年底|半年|季度|每/.test(found.reply.lines[0] ?? '') ? found : undefined;
}
