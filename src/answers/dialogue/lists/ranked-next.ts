import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const NOUN = '(?:位|个|家|名|组|单位|领导|条)';
/** The next places of a ranking (`排第二的呢，几项`, `并列第三的是谁`, `第二名呢`). */
const NEXT = new RegExp(
  `^(?:那|那么|再|还有|接着|往下)?(?:并列|并排)?(?:排|居|列|位居)?(?:在|着)?(?:第(?<nth>${NUMERAL}|\\d)(?:(?:多|少|名|位)?(?:的)?(?:那|这)?(?:一)?${NOUN}?)|(?<next>其次|次之|老二|紧随其后|往下(?:一|1)(?:位|个|名|家)))(?:的)?(?:又|都)?(?:是|有|叫)?(?:谁|哪(?:一)?(?:个|家|位|些|几)*${NOUN}?|啥|什么)?(?:呢|嘞|哩)?[,，]?(?:又|都|各|分?包|管|有|牵头?|参加)*(?:了)?(?:几|多少)?(?:项|家|个|条|组)?(?:组|呢|[?？])*$`,
);
/** Who has most, as it was asked. */
const MOST = /(?:第1|最)(多|少)/;
/** Somebody supposed to have it, behind what is asked (`分包最多的是某某没错吧`). */
const SUPPOSED = /(?:的)?(?:不)?(?:就|该|应该|好像|不会|算|应)*(?:是不是|是|属|数|叫).{2,}$/;
const LONGEST = 20;

/** `排第二的呢` after who has most or fewest: the one at that place. */
export function rankedNext({ question, last, ask }: Talk): Turn | undefined {
  const { text } = question;
  const { nth, next } = (text.length > LONGEST ? undefined : text.match(NEXT)?.groups) ?? {};
  if ((nth === undefined && next === undefined) || firmOf(question).length > 0) return undefined;
  const asked = last.question.text;
  const [said, end] = asked.match(MOST) ?? [];
  if (said === undefined) return undefined;
  const no = nth === undefined ? 2 : parseNumeral(nth);
  const isSupposed = firmOf(last.question).some(({ start }) => start > asked.indexOf(said));
  const bare = isSupposed ? `${asked.replace(SUPPOSED, '')}的是${whoOf(asked)}` : asked;
  return ask(bare.replace(said, `第${no}${end}`));
}

/** What a ranking is of, by what they have most of. */
const whoOf = (asked: string) =>
  /责任单位|单位最|家数|组[^,，]{0,6}单位/.test(asked)
    ? '哪个组'
    : /牵头|参加|配合/.test(asked)
      ? '哪家单位'
      : '谁';
