import type { Linker } from '../names/link.ts';
import { withoutBeside } from '../turns/beside-turns.ts';
import { inPlainWords } from '../turns/dialect.ts';
import { withoutForm } from '../turns/format-turns.ts';
import { plainLists } from '../turns/list-turns.ts';
import { plainlySaid } from '../turns/loose-turns.ts';
import { plainPlaces } from '../turns/place-turns.ts';
import { withoutPresumed } from '../turns/presumed-turns.ts';
import { plainQuestionWords } from '../turns/question-words.ts';
import { plainSlots } from '../turns/slot-words.ts';
import { unframed } from './frames.ts';
import { MAKES_SHEET } from './work-chat.ts';

/** Names that a message calls, pictures and the codes of pictures. */
const CALLS = /@[^\s@,，:：]{1,20}[\s,，:：]+/g;
/** The unit of somebody who is called and spoken to (`@某局老李 你们…`): it is what is asked of. */
const CALLS_UNIT =
  /^\s*@([\u4e00-\u9fff]{2,10}?(?:局|委|办|中心|公司|筹备处|[宣统组]\S部))(?:的)?(?:[老小][\u4e00-\u9fff]|[\u4e00-\u9fff](?:科长?|局长?|主任|科|工|姐|哥)|联络员|同志)?[\s,，:：]+(?:你们?|您|贵)(?:局|单位|委|部门|家|那边|那儿|这边)?/;
const PICTURES =
  /\[[\u4e00-\u9fffA-Za-z]{1,6}\](?!\()|\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0f\u{1f1e6}-\u{1f1ff}]/gu;
const LINE_END = /(?<=[^\s?？。!！;；:：,，、])[ \t]*\n\s*(?=\S)/g;
/** The same message twice in a row. */
const SAID_TWICE = /^\s*(.{2,30}?)[,，。?？!！\s]+\1[?？。!！]*\s*$/;
const LONGEST_SAID = 66;
/** `文号+落款日期` */
const PLUS =
  /(?<=[\u4e00-\u9fff]) ?[+＋] ?(?=落款|文号|日期|标题|牵头|分包|责任|配合|职责|分工|领导|目标|时限|组长|名单)/g;
const HAS_NOISE = /[@[+＋\n]|\ufe0f|\p{Extended_Pictographic}|[啊呀]/u;
/** What the mouth says before the question is there (`那啥 …`, `哦对了，…`). */
const STARTS =
  /^(?:(?:那(?:个)?啥|那什么|那谁|这个嘛|[哦噢喔]|[嗯呃额唔]+|[哎诶欸唉喂嗨嘿]|哎呀|对了?|话说|是这样的?|不是|那个)[\s,，.。…!！~—-]+|[哦噢哎诶欸]?对了[\s,，…!！~]+)+(?=[^\s]{2})/;
/** Whether it is known, how quickly it is wanted: said behind what is asked. */
const ENDS =
  /(?<=\S{3})[\s,，。?？!！]+(?:[你您](?:们)?(?:可|都)?(?:知道|晓得|清楚)(?:不|吗|么|没|不知道)?|(?:说|讲|回|答)快(?:点|些)|快(?:点|些)(?:说|讲|回)?|一句话|急用|急急?|简单(?:点|些)?(?:说|讲)(?:点|一?下)?)[\s?？。!！~…]*$/;
/** The particle that closes what is asked, with something said behind it (`…名单最长啊打印都跨页了`). */
const ASKED_AND_ON =
  /(?<=(?:谁|哪|几|多少|啥|什么|最[多少长短])[^,，。]{0,20})[啊呀](?=[\u4e00-\u9fff]{3,})/gu;

/** Dots for a pause; before what is counted they stand for a blank, before some words for a slip of the tongue. */
const DOTS =
  /(?<=[\u4e00-\u9fff”）)\d%])(?:…+|\.{3,}|。{2,})(?=[\u4e00-\u9fff“\d])(?![个家项条名位哦啊噢嗯呃哎诶]|不[是对]|错|算了|等)/g;
/** A mark of lists between clauses: behind a particle that closes one, before a word that opens one. */
const LIST_MARK =
  /(?<=[吧吗呢嘛啦])、(?=\S)|、(?=所以|另外?|此外|同时|那[它么]?(?![个家条些组])|[我咱俺它再]|还(?!款|贷|原|有[一两俩])|[又也就剩除]|可(?!以|用)|不过|结果|别的|分别|这话|其[余他])/g;

/** What it is for, said behind a space (`… 编ppt`, `… 排版用`). */
const FOR_USE_BEHIND = new RegExp(
  `(?<=^(?!.*[帮给]我).{6,})[ \\u3000]+(?:${MAKES_SHEET}|[\\u4e00-\\u9fff]{1,4}用)[。.!！]*$`,
);

/**
 * A message without what stands around its question, the people it calls and the pictures in it; a new line within a
 * sentence is a comma.
 */
export function withoutNoise(message: string): string {
  const said =
    message.length > LONGEST
      ? message
      : plainSlots(
          plainPlaces(
            plainQuestionWords(
              withoutForm(withoutBeside(plainLists(withoutPresumed(plainlySaid(inPlainWords(message)))))),
            ),
          ),
        );
  const raw =
    said.length > LONGEST_SAID
      ? said
      : unframed(said.replace(DOTS, '，').replace(LIST_MARK, '，').replace(STARTS, '').replace(ENDS, ''))
          .replace(SAID_TWICE, '$1')
          .replace(FOR_USE_BEHIND, '');
  if (raw.length > LONGEST || !HAS_NOISE.test(raw)) return raw;
  const bare = raw
    .replace(PLUS, '和')
    .replace(CALLS_UNIT, '$1')
    .replace(CALLS, ' ')
    .replace(PICTURES, ' ')
    .trim()
    .replace(LINE_END, '，')
    .replace(ASKED_AND_ON, '，');
  return bare;
}

/** A longer text is no message to clean. */
const LONGEST = 1600;

const GAP = /(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])/;
const GAPS = new RegExp(GAP, 'g');
/** Words of asking that a space may have cut. */
const WORDS =
  /牵头|分包|领导|责任|单位|多少|哪些|哪个|什么|专项|小组|办公|主任|组长|配合|参加|工作|附件|措施|目标|职责|任务|提升|方案|通报|考核|要求|证明/g;

/** Closes a space that cuts a name or a word of asking (`许海 林`, `牵 头`); any other stays. */
export function closeGaps(raw: string, link: Linker['link']): string {
  if (!GAP.test(raw)) return raw;
  const parts = raw.split(GAPS);
  if (parts.length > MOST_PARTS) return parts.some((part) => part.length > 1) ? raw : parts.join('');
  const joined = parts.join('');
  const spans = [...link(joined), ...spansOf(joined)];
  let out = parts[0] ?? '';
  let at = out.length;
  for (const part of parts.slice(1)) {
    const isCut = spans.some(({ start, end }) => start < at && at < end);
    out += isCut ? part : ` ${part}`;
    at += part.length;
  }
  return out;
}

const MOST_PARTS = 8;

const spansOf = (text: string) =>
  [...text.matchAll(WORDS)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
