import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** How far something moves, and of nothing. */
const HOW_FAR =
  /^(?:那|都|各|得|要|能|给|它们?|这[些几]个?|一共|具体|分别)*(?:再|还)?(?:涨|升|提|压|降|减|缩|砍|快|增|拔|加|省|多)(?:[高低快升到了出掉]|缩)*(?:多少|几(?:成|个点)?|百分之几)(?:呢|啊|[?？])*$/;
/** Another share in the place of the last one. */
const SHARE =
  /^(?:那|再|换|还有)?(\d+(?:\.\d+)?)%?(?:以上)?的?(?:那|这)?(?:一)?(?:几|些|[\d两俩])?(?:个|项|样|档|类|块|条)?(?:指标)?(?:又)?(?:呢|嘞|哩|是?(?:啥|什么|哪[些几]个?项?)|有(?:谁|哪[些几]个?项?)|也?(?:说|报|列|念)(?:一?下|说)?|[?？])*$/;
/** Another time in the place of the last one. */
const TIME =
  /^(?:那|那么|到|再)*((?:今年|明年|\d{4}年)?(?:年底|年末|年中|\d{1,2}月(?:份|底)?))(?:前|的|[那这](?:一|1)?(?:时候?|回|次|会儿|阵|阶段|档|个?节点|步)|时)*(?:又|得|要)*(?:呢|嘞|哩|[?？])*$/;
const TIME_ASKED = /(?:今年|明年|\d{4}年)?(?:年底|年末|年中|\d{1,2}月(?:份|底)?)/;
const LONGEST = 14;

/** `涨多少` where the last answer already tells it; `30的那几个呢` after those of another share. */
export function figureTold({ question, last, ask }: Talk): Turn | undefined {
  const { text } = question;
  const asked = last.question.text;
  if (text.length > LONGEST || firmOf(question).length > 0) return undefined;
  const share = text.match(SHARE)?.[1];
  const before = asked.match(/(\d+(?:\.\d+)?)%/)?.[1];
  if (share !== undefined && before !== undefined && share !== before)
    return ask(asked.replace(`${before}%`, `${share}%`));
  const time = text.match(TIME)?.[1];
  if (time !== undefined && TIME_ASKED.test(asked)) return ask(asked.replace(TIME_ASKED, time));
  const [line = ''] = last.reply.lines;
  const isOpen = HOW_FAR.test(text) && !/几|多少/.test(asked.replace(/哪几|几(?:项|个)指标/g, ''));
  return isOpen && /[升降高低压减加缩]\D{0,4}\d+(?:\.\d+)?(?:%|个|天|倍)/.test(line)
    ? { question: last.question, reply: last.reply }
    : undefined;
}
