import { personOf, subjectOf } from '../../conversation/subjects.ts';
import { entityKey } from '../../names/entities.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';
import { itemsTold } from '../told.ts';

const SURPRISED =
  /^(?:咦|啊|哎|诶|欸|哦|噢|嗯|等等|慢着)?[,，\s?？]*(?:不对(?:吧|呀|啊)?|(?:你)?(?:确定|肯定)(?:吗|么)?|真的(?:吗|假的)?|咋会(?:没有|这样)?|怎么会(?:没有|这样)?|不会吧|是吗|不能吧)[?？,，\s]*/;
const ISNT_IT =
  /^(?:咦|啊|哎|诶|难道|可)?[,，\s]*(他|她|它|这|那)?(?:还|也)?(?:难道)?不(?:也|都|就|应该|该)?是(?:说)?(?!一样|同一)([^,，]{1,14}?)(?:吗|么|嘛|吧|[?？])+$/;
const MISREMEMBERED =
  /^(?:那)?(?:是不是|难道|应该|怕)?(?:是)?(?:我|俺|咱)(?:们)?(?:给)?(?:记|弄|搞|看|听)(?:岔|错|混|差|反)(?:了)?(?:吗|吧|呀)?$/;
const ONLY_ONE = /^(?:就|只)(?:有)?(?:这)?(?:一|1)(?:个|条|家|位|项|组)(?:吗|么|呀|啊|[?？])*$/;
/** Figures and times that a doubt names. */
const HEARD =
  /^(?:我|俺|咱|可(?:是)?|但(?:是)?|不过)*(?:咋|怎么)?(?:一直)?(?:记得|记着|印象(?:里|中)(?:好像|咋|怎么)?|听说|听人说|有人(?:跟我)?(?:说|讲)|(?:他们|别人|网上)(?:说|讲)|以为)(?:应该)?(?:是|成|的是)?([^,，谁哪几]{1,10}?)(?:来着|呢|啊|呀|哩|嘞)?(?:[,，\s]*(?:对不对?|对吗|是吗|是不是?|没错吧|[?？]))*$/;
/** `咋不是某局牵头` */
const WHY_NOT =
  /^(?:咋|怎么|为啥|为什么)不(?:是|归|由)([^,，]{2,12}?)(?:牵头|分包|管|负责)?(?:的|呢|哩|啊|[?？])*$/;
const FIGURES = /\d+(?:\.\d+)?%?|[一两二三四五六七八九十半]+(?=年|月|天|次|回|个|季|周)/g;

/**
 * A doubt about the last answer (`确定？不是某某？`, `不是一年一回吗`, `是不是我记岔了`): whether what it names is so, and
 * the answer again.
 */
export function challenged(talk: Talk): Turn | undefined {
  const { question, last } = talk;
  const { text, folded } = question;
  if (Math.max(text.length, folded.length) > LONGEST) return undefined;
  if (MISREMEMBERED.test(text)) return again(talk, '通知里是这样写的：');
  if (ONLY_ONE.test(text)) return onlyOne(talk);
  const heard = folded.match(HEARD)?.[1] ?? folded.match(WHY_NOT)?.[1];
  if (heard !== undefined) return again(talk, isTold(heard, talk) ? '是的。' : '不是。');
  const surprised = folded.match(SURPRISED)?.[0] ?? '';
  const rest = folded.slice(surprised.length);
  if (surprised !== '' && rest === '') return again(talk, '通知里就是这样写的：');
  const match = rest.match(ISNT_IT);
  const claim = match?.[2];
  if (claim === undefined) return undefined;
  const post = claim.match(/(?:副)?(?:组长|主任|书记)/);
  const person = personOf(last, talk.facts);
  if (post && person !== undefined && (match?.[1] !== undefined || firmOf(question).length <= 1)) {
    const asked = talk.ask(`${person}是${claim}吗`);
    return asked && { question, reply: withLast(asked.reply, last) };
  }
  const only = claim.match(/^(?:就|只)(?:是|有|在)?(.+?)(?:这|那)?(?:一|1)?(?:个|条|家|位|项|组)?$/)?.[1];
  const subject = only === undefined ? undefined : subjectOf(last, talk.facts);
  if (only !== undefined && subject !== undefined) {
    const items = itemsTold(last.reply, talk.facts, talk.link);
    return again(talk, items.length > 1 ? '不是，不止这一个。' : '是的。');
  }
  return again(talk, isTold(claim, talk) ? '是的。' : '不是。');
}

/** Whether the last answer names what a doubt names. */
function isTold(claim: string, { last, link }: Talk): boolean {
  const line = last.reply.lines.join('');
  const named = link(claim).flatMap((m) => (m.how === 'hint' ? [] : m.entities.map(entityKey)));
  const told = new Set(link(line).flatMap((m) => m.entities.map(entityKey)));
  if (named.length > 0) return named.every((key) => told.has(key));
  const figures = claim.match(FIGURES) ?? [];
  return figures.length > 0 ? figures.every((figure) => line.includes(figure)) : line.includes(claim);
}

/** `就一条？`: told how many there are. */
function onlyOne(talk: Talk): Turn | undefined {
  const items = itemsTold(talk.last.reply, talk.facts, talk.link);
  return again(talk, items.length > 1 ? `不止，共${items.length}个。` : '是的，只写了这一处。');
}

function again({ question, last }: Talk, verdict: string): Turn {
  return { question, reply: withLast(reply(verdict, []), last), told: last.told };
}

function withLast({ lines, cites, focus }: Reply, last: Turn): Reply {
  return reply([...lines.slice(0, 1), ...last.reply.lines.slice(0, 2)], [...cites, ...last.reply.cites], {
    focus: focus.length > 0 ? focus : last.reply.focus,
  });
}

const LONGEST = 22;
