import { nameOf } from '../../conversation/subjects.ts';
import { mentioned } from '../../question/parse.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const JOINS = '(?:那|那么|还有|再|可|换成?|改成?)?';
const END = '(?:了|的)*(?:没有?|不|吗|么|呢|吧|[?？])*$';
/** Whether another unit is in the same group (`某局有没有`, `某局呢，在不在`). */
const OTHER_UNIT = new RegExp(
  `^${JOINS}U(?:那边|这边|那家|这家)?(?:呢|嘞|哩)?[,，]?(?:它|它们|(?:成员)?(?:名单|单子)|里[头面边]?|其中|上)*(?:里[头面边]?|中|上)?(?:也|还|都)?(?:有没有?|在不在|在没在|有|在|带没带|带上?|进没进|进|算不算|列没列|列|是不是|是)(?:它|它们|他们|这家)?(?:进去|(?:在)?(?:成员)?(?:名单)?(?:里[面头边]?|其中|上)|(?:成员)(?:单位)?)?${END}`,
);
const ITS_UNITS = '(?:它|[他她]们?|它们|我们?|咱们?|俺们?|这家|那家|人家|该局)(?:单位|家|局)?';
/** Whether the same unit is in another group (`某组带它没`, `某组的呢，有我们没`). */
const OTHER_GROUP = new RegExp(
  `^${JOINS}G(?:小?组|那组|那个组?|那边|那块|里[面头]?|的|那)*(?:呢|嘞|哩)?[,，]?(?:也|还|又)?(?:(?:带没带|有没有|带|有|拉|叫|喊|点|列|写|算|包括|含)(?:着|上|进|到)?${ITS_UNITS}|(?:也|还|又)(?:带|有|在|参加|配合|算|列)(?:上|着)?${ITS_UNITS}?)(?:进去|的份儿?)?${END}`,
);
/** What the last question asked: whether a unit has a part in a group. */
const ASKED_WHETHER = /[吗么没不]$|没有$|有没有|在不在|是不是|算不算|带没带|含不含|对吧?$|吧$/;
const LONGEST = 20;

/** What the last question asked of a unit: whether it is a member of the leading body. */
const ASKED_MEMBER = /成员|领导小组/;

/**
 * After whether a unit is in a group: the same of another unit there (`某局有没有`), or of it in another group (`某组带它没`);
 * after whether it is a member of the leading body: the same of another.
 */
export function membershipAgain({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text, masked } = question;
  const [now, ...others] = firmOf(question);
  const [entity] = now?.entities ?? [];
  if (!now || !entity || others.length > 0 || text.length > LONGEST) return undefined;
  const asked = last.question.text.replace(/[?？]+$/, '');
  const [unit, ...units] = mentioned(last.question, 'unit');
  const [group, ...groups] = mentioned(last.question, 'group');
  if (!unit || units.length + groups.length > 0 || !ASKED_WHETHER.test(asked)) return undefined;
  if (!group) {
    const isOfBody = ASKED_MEMBER.test(asked) && now.kind === 'unit' && OTHER_UNIT.test(masked);
    const other = isOfBody ? ask(`${nameOf(entity, facts)}是领导小组成员单位吗`) : undefined;
    return other && exactly(other);
  }
  const of = OTHER_UNIT.test(masked)
    ? { unit: entity, group }
    : OTHER_GROUP.test(masked)
      ? { unit, group: entity }
      : undefined;
  if (!of) return undefined;
  const [who, where] = [nameOf(of.unit, facts), nameOf(of.group, facts)];
  const slot = /责任单位|配合/.test(asked) ? '的责任单位' : '';
  const turn = ask(`${who}在${where}${slot}里吗`) ?? ask(`${who}在${where}里吗`);
  return turn && exactly(turn);
}
