import { nameOf } from '../../query/pronouns.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** A word in the place of a unit's name. */
const UNIT =
  /(?:这|那|该)个(?:部|委|办)(?![长员门公])(?:的)?|(?:他|她|它|他们|人家)?(?:们)?(?:这|那|该)(?:家|个)?(?:单位|部门|局)(?:的)?|(?:这|那)家(?:单位)?(?:自己|自个儿?|自家|本身)?(?:的)?|[他她](?:那|这|所在|管|带)?的?(?:那|这)?个?(?:部|局|委|单位|部门)(?:里)?(?:的)?(?![长员门])|(?:他们|人家)(?:单位|局里|家)(?:的)?|(?<=^(?:那|那么)?)同一(?:家|个(?:单位|局|部门))(?:单位)?(?=[还又也牵配参])|它们?(?:的)?(?=部长|局长|主任|书记|一把手|负责人|头儿|在附件|还|牵|参|配|负)/;
/** What a unit has: somebody at its head, measures, groups. */
const OF_UNITS = /牵|部长|局长|主任|书记|一把手|负责人|头儿|条|措施|组/;
const BREATH = /(?<=组|条|措施)[,，](?=(?:是|归|由|谁|哪))/;
const LONGEST = 22;

/** `它部长叫啥名`, `这家在附件1还沾哪两条`, `他们那单位在哪个组露过面`: asked of the unit that the last answer named. */
export function ofThatUnit({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text } = question;
  const pronoun = text.length > LONGEST ? undefined : text.match(UNIT)?.[0];
  if (pronoun === undefined || !OF_UNITS.test(text) || firmOf(question).some((m) => m.how !== 'number'))
    return undefined;
  const name = nameOf('unit', last, facts);
  const isGroups = /组/.test(text) && firmOf(last.question).some(({ kind }) => kind === 'group');
  if (name === undefined || isGroups) return undefined;
  const full = text.replace(pronoun, name);
  // `这个部牵头的组，归谁分包`: a breath between what it has and what is asked of that.
  const turn = ask(full) ?? ask(full.replace(BREATH, ''));
  return turn && exactly(turn);
}
