import { nameOf } from '../../conversation/subjects.ts';
import { mentioned } from '../../question/parse.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** Who has the group that was told, and what he is in a body. */
const HIS_ROLE =
  /^(?:那|那么|再|可)?(?:(?:它的?|(?:这|那|该)(?:个|位)?(?:组)?的?)?(?:分包|分管)(?:的)?(?:(?:这|那)(?:位|个))?(?:区?领导|人)|(?:分包|分管|盯|包|管|抓|挂|联系)(?:着)?(?:它|(?:这|那|该)(?:一)?(?:个|块|摊)?(?:小?组)?)(?:的)?(?:(?:这|那)(?:位|个))?(?:分包|分管)?(?:区?领导|人))(?:同志)?(?:自己|本人)?[,，]?(在.{2,16}?)(?:里[面头边]?|中|当中|那边)?[,，]?(?:又|还|也|都|到底|是)*(?:任|当|做|担任|算|挂|是|兼)(?:的|着|了|个)*(?:啥|什么|何)(?:角色|职务|身份|官|衔|职)?(?:呢|[?？])*$/;
const LONGEST = 36;

/** `那它的分包领导，在某领导小组里担任什么` after who has a group: what that leader is there. */
export function leadersRole({ question, last, facts, ask }: Talk): Turn | undefined {
  const where = question.text.length > LONGEST ? undefined : question.text.match(HIS_ROLE)?.[1];
  if (where === undefined || firmOf(question).some(({ kind }) => kind === 'person')) return undefined;
  const [group, ...others] = mentioned(last.question, 'group');
  const leader = group && others.length === 0 ? facts.group(group.no)?.leader : undefined;
  const name = leader === undefined ? undefined : nameOf({ kind: 'person', id: leader }, facts);
  const turn =
    name === undefined ? undefined : ask(`${name}${where.replace(/(?:那|这)个(?=领导小组)/, '')}是什么职务`);
  return turn && exactly(turn);
}
