import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const ONE = '(?:位|个|家|名|人)';
/** The place of one in a row of people or units, as it was asked for. */
const PLACE = new RegExp(
  `(?:排|列)?(?:在)?(?:第(?<nth>${NUMERAL}|\\d{1,2})(?:${ONE}|(?=的?(?:是|又|谁)))|(?<end>最后|最末|末尾|末了|末)(?:面|头)?(?:的)?(?:那|这)?(?:一|1)?${ONE}?|(?<head>排头|打头|首|最前面?|头)(?:的)?(?:那|这)?(?:一|1)?${ONE})`,
);
const WHICH = '(?:又|也|还|都)*(?:是|叫)?(?:谁|哪(?:一)?[位个家]|啥|什么)?(?:名字)?(?:呢|嘞|哩|咧|[?？])*$';
/** The one beside him. */
const BESIDE = new RegExp(
  `^(?:那|那么)?(?:[跟和与]|紧?挨着|紧?跟着|排在?|挨)*(?:他|她|它)?(?:的)?(?:挨着|紧挨着|相邻|紧邻)?(?:的)?(?<way>前|上|后|下)(?:面|头|边)?(?:的)?(?:那|这)?(?:一|1)?(?<one>${ONE})${WHICH}`,
);
/** The last of that row. */
const LAST = new RegExp(
  `^(?:那|那么)?(?:最后|最末|末了?|末尾|压尾|殿后)(?:面|头)?(?:的)?(?:那|这)?(?:一|1)?${ONE}${WHICH}`,
);
/** What stands in a row; a place without it is one in the list told before. */
const ROWS = /组长|主任|单位|名单|成员/;
const LONGEST = 16;

/** `他前头那位是谁`, `末一位嘞` after the first, the last or the nth of some people or units: the one in that place. */
export function placeInRow({ question: { text }, last, ask }: Talk): Turn | undefined {
  const asked = last.question.text;
  const place = text.length > LONGEST ? undefined : asked.match(PLACE);
  const { nth, end } = place?.groups ?? {};
  if (!place || !ROWS.test(asked) || last.told || isNumberOfOne(place.index ?? 0, last)) return undefined;
  const at = (said: string) => ask(asked.replace(place[0], said));
  if (LAST.test(text)) return end === undefined ? at('最后一位') : undefined;
  const { way, one = '位' } = text.match(BESIDE)?.groups ?? {};
  if (way === undefined) return undefined;
  const by = /[前上]/.test(way) ? -1 : 1;
  if (end !== undefined) return by < 0 ? at(`倒数第2${one}`) : undefined;
  const no = (nth === undefined ? 1 : (parseNumeral(nth) ?? 0)) + by;
  return no > 0 ? at(`第${no}${one}`) : undefined;
}

/** Whether that number is the name of a group, a measure or a place. */
const isNumberOfOne = (index: number, { question }: Turn) =>
  firmOf(question).some(({ how, start, end }) => how === 'number' && start <= index && index < end);
