import { nameOf } from '../../conversation/subjects.ts';
import type { Facts } from '../../facts.ts';
import { nameOf as unitTold } from '../../query/pronouns.ts';
import { mentioned } from '../../question/parse.ts';
import { joinReplies } from '../../replies/reply.ts';
import { exactly, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const THEY = '(?:它|他们?|人家|这家|那家|这单位|该单位|这个局|那个局)';
const OTHERS = '(?:别人|别家|旁人|旁家|人家|其他家?|其它家?|别的)(?:的)?(?:组|单位|家)?(?:家)?(?:的组)?';
const HELPER = '(?:责任单位|责任部门|配合(?:单位)?|帮手|下手|副手|帮忙|陪跑|协助)';
/** In whose groups the unit that was told is only responsible. */
const HELPS_OTHERS = new RegExp(
  `^(?:那|那么|我)*(?:是说|问的是|说的是|想问)?${THEY}?(?:另外|还|又|都|再)*(?:给|替|帮|为|在)${OTHERS}(?:当|做|打|里|是)*(?:个|的)?${HELPER}(?:的)?(?:组)?(?:又|都|还)*(?:是|有)?(?:哪|啥|什么|几|多少)?[些几]?(?:个|家)?(?:组)?(?:呢|的|吗|没|嘞|[?？])*$`,
);
/** What else the unit leads that leads the group told. */
const LEADS_BESIDES = new RegExp(
  `^(?:那|那么)?(?:除(?:了|去|开|掉)?|不算|抛开|撇开)(?:G|这个?组?|它|这一?个|那个)(?:的)?(?:以外|之外|外|不算)?[,，]?${THEY}?(?:手[里上]|名下)?(?:另外|还|又|也|再)+(?:有没有)?(?:领着?|牵着?头?|带着?|挑着?头?|当头|主抓)(?:了|过)?(?:着)?(?:有)?(?:别的|其他的?|其它的?|旁的|另外的|哪[些几]?个?|几个|啥|什么)?(?:小|专项)?(?:组)?(?:没有?|吗|么|不|呢|吧|[?？])*$`,
);
/** The same unit told by its part (`同一个牵头单位还有哪组`). */
const SAME_LEAD =
  /^(?:那|那么)?(?:跟|和|与)?(?:它|这个组?)?(?:的)?(?:(?:同一?|相同|一样)(?:的)?(?:个|家)?(?:的)?(?:牵头|带头)(?:单位|部门|局)?(?:的)?|(?:同一?|相同|一样)(?:的)?(?:个|家)?(?:单位|部门|局)?牵头(?:的)?)(?:的)?(?:另外|还|又|其他|别的|其余)*(?:牵头|带|领|有|在|是)*(?:的)?(?:哪|啥|什么|几|别的|其他)[些几]?个?(?:小|专项)?(?:工作)?小?组?(?:呢|的|吗|没有?|[?？])*$/;
/** Which leading units of the group told a measure lacks. */
const FEWER = /(?:少|缺|漏|没写|没列)[^,，]{0,6}[,，]?.*(?:谁|哪|啥)/;
const LONGEST = 26;

/**
 * After a group or the unit that leads it: `给别人当责任单位的`, `除了某组，人家还领着别的组没`; and `附件第15条少了两家，少了谁`
 * after a group with several leading units.
 */
export function besidesLed({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text, masked } = question;
  if (text.length > LONGEST) return undefined;
  const [measure, ...measures] = mentioned(question, 'measure');
  const [group, ...groups] = mentioned(last.question, 'group');
  if (measure && measures.length === 0 && /^[^UPGSC]*$/.test(masked) && FEWER.test(masked)) {
    const of = group && groups.length === 0 && /牵头/.test(last.question.text) ? group : undefined;
    const turn =
      of && !/配合|责任/.test(text)
        ? ask(`${nameOf(of, facts)}的牵头单位${nameOf(measure, facts)}少了谁`)
        : undefined;
    return turn && exactly(turn);
  }
  const several =
    SAME_LEAD.test(text) && groups.length === 0 ? (facts.group(group?.no ?? 0)?.leadUnits ?? []) : [];
  if (several.length > 1) {
    // Each of those that lead it together.
    const each = several.map((id) => ask(`${facts.unit(id)?.name}除了第${group?.no}组还牵头哪些组`));
    const told = each.flatMap((turn) => (turn ? [turn.reply] : []));
    return told.length === several.length ? exactly({ question, reply: joinReplies(told) }) : undefined;
  }
  const unit = unitOf(last, facts);
  if (unit === undefined) return undefined;
  if (HELPS_OTHERS.test(text)) {
    const turn = ask(`${unit}自己那组不算，还给哪些组当责任单位`) ?? ask(`${unit}给哪些组当责任单位`);
    return turn && exactly(turn);
  }
  if (!LEADS_BESIDES.test(masked) && !(group && groups.length === 0 && SAME_LEAD.test(text)))
    return undefined;
  const named = mentioned(question, 'group')[0] ?? group;
  const turn = named && ask(`${unit}除了第${named.no}组还牵头哪些组`);
  return turn && exactly(turn);
}

/** The unit that the last turn was about: named, or the only one that leads the group asked for. */
function unitOf(last: Turn, facts: Facts): string | undefined {
  const [group, ...groups] = mentioned(last.question, 'group');
  const isOfUnit = mentioned(last.question, 'unit').length > 0;
  const leads = group && groups.length === 0 && !isOfUnit ? facts.group(group.no)?.leadUnits : undefined;
  if (!leads) return unitTold('unit', last, facts);
  const [lead, ...others] = leads;
  return others.length === 0 && lead !== undefined ? facts.unit(lead)?.name : undefined;
}
