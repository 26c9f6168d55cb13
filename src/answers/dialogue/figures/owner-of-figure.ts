import { fold } from '../../characters/fold.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const OWNER =
  /^(?:那|那么)?(?:这|那|它)(?:一)?(?:条|个|项|样|件|块)?(?:指标|目标|数字?|任务|要求|事儿?)?(?:具体|主要|又|该|是|归|由|算)*(?:谁|哪(?:一)?(?:个|家)(?:局|单位|部门)?|哪些?(?:单位|部门))(?:来|家)?(?:在)?(?:牵头?|管|抓|负责|落实|扛|干|办|盯|着|去)*的?(?:呢|嘞|哩|[?？])*$/;
const LONGEST = 18;

/** `这一条归哪个局牵着落实` after a figure: whose the matter is of which it was told. */
export function ownerOfFigure({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text } = question;
  if (text.length > LONGEST || !OWNER.test(text) || firmOf(last.question).length > 0) return undefined;
  const [line = ''] = last.reply.lines;
  const told = last.reply.cites
    .flatMap((place) => facts.indicatorsAt(place))
    .filter(({ quote }) => fold(line).includes(fold(quote)));
  const matters = [...new Set(told.map(({ what }) => what))];
  const [only, ...others] = matters;
  return only !== undefined && others.length === 0 ? ask(`${only}哪个单位牵头`) : undefined;
}
