import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const NAME_ASKED =
  /^(?:那|这)(?:一)?(?:个|家|座|项|套|种)?(?<thing>[\u4e00-\u9fff]{1,4}?)(?:到底|具体|究竟|又)*(?:叫|名字?(?:是|叫)|名称(?:是|叫)?|全称(?:是|叫)?)(?:个|的)?(?:啥|什么)(?:名|名字|名儿)?(?:呢|来着|[?？])*$/;
/** Has readers of its own. */
const OTHERS = /^(?:组|小组|单位|领导|局|位|个|人|条|项|制度|部分|主任|组长|附件|文件|方案|通知)$/;

/** `那个网叫个啥` after something of a place: what that place calls it, a name in quotation marks. */
export function nameOfThing({ question, last, facts }: Talk): Turn | undefined {
  const thing = question.text.match(NAME_ASKED)?.groups?.['thing'];
  if (thing === undefined || OTHERS.test(thing) || firmOf(question).length > 0) return undefined;
  const named = new RegExp(`“[^“”]{2,16}${thing}”|“[^“”]{2,16}”[\\u4e00-\\u9fff]{0,4}?${thing}`);
  for (const place of last.reply.cites) {
    const text = facts.groupAt(place) ? undefined : facts.clause(place)?.text;
    const piece = text?.split(/(?<=[，。；])/).find((one) => named.test(one));
    const name = piece?.match(named)?.[0];
    if (piece === undefined || name === undefined) continue;
    return {
      question,
      reply: reply(`叫${name}：${piece.replace(/[，；。]\s*$/, '').trim()}。${at(place)}`, [place], {
        focus: last.reply.focus,
      }),
    };
  }
  return undefined;
}
