import type { Measure } from '../../../notice/types.ts';
import { mentioned } from '../../question/parse.ts';
import { measureName } from '../../replies/texts.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** The plan that it follows. */
const PLAN =
  /^(?:那|它|这条)?(?:是)?(?:依据|按照?|落实|根据|照着?)(?:的)?(?:是)?(?:哪(?:一)?个|什么|啥)(?:样的)?(?:专项)?(?:行动)?方案(?:呢|的|[?？])*$|^(?:那|它的?)?(?:要)?(?:落实|依据)的方案(?:是|叫)?(?:什么|啥|哪个)?(?:呢|[?？])*$/;
/** What else its lead unit leads. */
const LEADS_MORE =
  /^(?:那)?(?:它|这家|这个?单位|该单位|人家)?(?:另外|另)?(?:还|也)?(?:在附件\d)?(?:还)?牵(?:头)?(?:着|了)?(?:别的|其他的?|哪(?:些|几)个?|几|什么|啥)(?:条|措施|项)*(?:吗|没有?|呢|[?？])*$/;
/** What is left of it, where a page is missing (`后半截写谁牵头`). */
const WHAT_IS_LEFT =
  /^(?:那|那么|就)?(?:(?:剩|余|留)下?的?|看得?(?:见|到|清)的?|能看(?:见|到|清)?的?|还在的?|现有的?|后[面头边]?|下)(?:这|那|一)*(?:半|小)?(?:截儿?|段|半|部分|页|点儿?)(?:里[面头]?|上)?(?:又|还|都|有没有)*(?:写|说|标|留|署|印|有)?(?:着|了|的)?(?:是)?(?=.*(?:牵头|配合|负责|责任单位|谁|哪家))/;
const LONGEST = 16;

/** `依据哪个方案`, `它还牵头哪几条` after who has one measure. */
export function ofMeasure({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text } = question;
  if (text.length > LONGEST || firmOf(question).length > 0) return undefined;
  const [entity, ...others] = mentioned(last.question, 'measure');
  const measure = entity && others.length === 0 ? facts.measure(entity.no) : undefined;
  if (!measure) return undefined;
  const rest = measure.status === 'cut' ? text.replace(WHAT_IS_LEFT, '') : text;
  if (rest !== text) return ask(`${measureName(measure)}${rest}`);
  if (PLAN.test(text)) return ask(`${measureName(measure)}落实哪个方案`);
  return /还|另|别的/.test(text) && LEADS_MORE.test(text)
    ? ledBeside(measure, last, { facts, ask })
    : undefined;
}

function ledBeside(
  { leadUnits, location }: Measure,
  last: Turn,
  { facts, ask }: Pick<Talk, 'facts' | 'ask'>,
): Turn | undefined {
  const [unit, ...others] = leadUnits;
  if (unit === undefined || others.length > 0 || !/牵头|负责|谁|哪/.test(last.question.text))
    return undefined;
  return ask(`${facts.unit(unit)?.name}牵头${location.split('·')[0]}哪几条措施`);
}
