import { buildTurns, type SpeechTurn } from './turns-of-speech.ts';

/** What somebody presumes, in a clause of its own, before he asks. */
const PRESUMES = '(?:总不能|总不会|该不会|不至于|难不成|难道)';
const SPAN = '(?:[一二两三四五六七八九十半几\\d]+个?(?:多)?(?:工作日|天|礼拜|星期|周|月|年))';
const ASKS = '(?:几|多少|谁|哪|啥|什么|多久|多长)';

/**
 * A guess put before the question, or behind it as a sigh: what is asked is asked without it. Made plain in the message
 * as typed, before it is cut into clauses.
 */
const TURNS: readonly SpeechTurn[] = [
  // `某名单里没有某局吧？都是谁`: who is on it tells whether he is.
  [
    /^([^?？]{2,24}?)(?:里[面头]?|中|名单(?:里|上)?)(?:没有?|不含|不包括|不带)[^,，?？谁哪几吧吗]{2,10}(?:吧|吗)[?？,，\s]+(?:那|到底|究竟)*(?=(?:都)?(?:是|有)(?:谁|哪))/,
    '$1',
  ],
  // `某事拖两个礼拜不算违规吧？限几天`
  [
    new RegExp(
      `^([^,，?？]{2,14}?)(?:拖|等|花|用|跑|耗)(?:个|上|了)?${SPAN}[^?？,，谁哪]{0,8}(?:吧|吗|么)[?？,，\\s]+(?:那|到底|究竟)*(?=(?:限|规定|最多|给|要求|得)[^,，?？]{0,6}${ASKS})`,
    ),
    '$1',
  ],
  // `某事，材料总不能还抱一大摞吧？精简成几样了`
  [
    new RegExp(
      `^([^?？]{2,16}?)${PRESUMES}(?!连)[^?？,，谁哪几分包牵头]{2,16}吧[?？,，\\s]+(?:那|到底|究竟)*(?=[^,，?？]{0,10}${ASKS}[^,，?？]{0,5}[?？]*$)`,
    ),
    '$1',
  ],
  // `…归哪家牵头，不能没人管吧`
  [
    new RegExp(
      `(?<=${ASKS}[^,，?？]{0,10})[,，\\s]+(?:总|该|可)*(?:不会|不能|不至于)(?:就)?(?:没(?:有)?(?:个)?(?:人管|下文|说法|着落|人问)|这么(?:完|算)|不了了之|白[\\u4e00-\\u9fff]{1,2})了?吧[?？。]*$`,
    ),
    '',
  ],
];

/** A message without what is only presumed in it. */
export const withoutPresumed = buildTurns(TURNS);
