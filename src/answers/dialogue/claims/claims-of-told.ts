import { nameOf } from '../../conversation/subjects.ts';
import type { Entity } from '../../names/entities.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import { groupsTold } from '../slots/group-slots.ts';
import type { Talk } from '../talk.ts';

/** Whether somebody has a slot (`分包那格写某某对不`, `牵头的是不是某局`). */
const SLOT_IS =
  /^(?:那|那么|可|但)?(牵头|分[包管]|责任|配合)(?:的|单位|领导|那|这|一)*(?:格|栏|列|项|个|家|位)?(?:里)?(?:应该|是不是|就是|该是|是|写|报|填|列|归|由|的)*[UP](?:这家|那家)?(?:对不对?|对吧|对吗|是吧|是不是?|没错吧|吧|吗|么|不|[?？])*$/;
/** `咋不是某局牵头`. */
const WHY_NOT =
  /^(?:咦|啊|那|可)?(?:咋|怎么|为啥|为什么|难道)(?:就|会)?不(?:是|归|由)[UP](?:来)?(牵头|分[包管]|配合)(?:的|呢|哩|啊|吗)*[?？]*$/;
/** Whether a unit has a part. */
const HAS_PART =
  /^(?:那|那么)?[UE](?:也|还|都)?(?:有没有份|有份儿?|算不算|算|也?有|在不在|参加|掺和|沾边儿?|搭手|出力)(?:上|是)?(?:其中)?(?:的)?(?:[一1](?:个|家|份)|数|在内)?(?:了|的)?(?:没有?|吗|不|么|吧|[?？])*$/;
/** Whether somebody is there whom no notice names (`里头有外局没有`). */
const HAS_STRANGER =
  /^(?:那|那么|可)?(?:它|这个?组|该组|那个?组)?(?:的)?(?:责任单位|配合单位|名单|单子)?(?:里[头面边]?|其中|当中|上)?(?:到底|也|还)?(?:有没有|带不带|含不含|包不包括|列没列|提没提|(?:有|带|含|包括|列|提)(?=E.*[吗没不么]))(?:上|到|了)?E(?:这家|那家|的份儿?|的名字?)?(?:没有?|吗|不|么|吧|[?？])*$/;
/** Whether the neighbour of what was told is somebody's as well (`后面那条也是某部？`). */
const NEXT_IS =
  /^(?:那|那么|再)?(后|下|前|上)(?:面|边|头)?(?:紧跟着)?(?:的)?(?:那|这)?(?:一|1)?(?:个)?(?:条|小?组|项)(?:也|还|又|都|是不是|就|应该)*(?:是|归|由)[UP](?:家)?(?:来)?(牵头|分[包管]|配合|负责|管)?(?:的)?(?:吗|吧|么|不|对吧|对吗|[?？])*$/;
const LONGEST = 18;

/** What is supposed of the one group or measure that the last turn was about. */
export function claimOfTold(talk: Talk): Turn | undefined {
  const { question, last, facts, ask } = talk;
  const { text, masked } = question;
  const [who, ...others] = firmOf(question);
  const [entity] = who?.entities ?? [];
  if (!who || others.length > 0 || text.length > LONGEST) return undefined;
  if (who.kind === 'elsewhere') return strangerInTold(question, who.text, last, facts);
  if (!entity) return undefined;
  const beside = neighbourClaim(talk, entity);
  if (beside) return beside;
  const slot = (masked.match(SLOT_IS) ?? masked.match(WHY_NOT))?.[1];
  if (slot === undefined && !HAS_PART.test(masked)) return undefined;
  const [measure, ...more] = mentioned(last.question, 'measure');
  const groups = groupsTold(last, facts);
  const name = measure && more.length === 0 ? nameOf(measure, facts) : groups[0];
  if (name === undefined || (!measure && groups.length !== 1)) return undefined;
  const whom = nameOf(entity, facts);
  const isOfHelp = measure || /责任单位|配合/.test(last.question.text);
  if (slot === undefined) return ask(isOfHelp ? `${whom}在${name}的责任单位里吗` : `${whom}在${name}里吗`);
  const isHelp = /责任|配合/.test(slot);
  return ask(isHelp ? `${whom}是${name}的责任单位吗` : `${name}是${whom}${slot}吗`);
}

/** Whether somebody whom the notice does not name is in the one group that the last turn was about. */
function strangerInTold(
  question: Talk['question'],
  name: string,
  last: Turn,
  facts: Talk['facts'],
): Turn | undefined {
  const isAsked = HAS_PART.test(question.masked) || HAS_STRANGER.test(question.masked);
  if (!isAsked || groupsTold(last, facts).length !== 1) return undefined;
  const line = last.reply.kind === 'answer' ? last.reply.lines[0] : undefined;
  return exactly({
    question,
    reply: reply([`没有，通知里没有${name}。`, ...(line === undefined ? [] : [line])], last.reply.cites, {
      focus: last.reply.focus,
    }),
  });
}

/** Whether somebody has the measure or group beside the one that the last turn was about. */
function neighbourClaim({ question, last, facts, ask }: Talk, who: Entity): Turn | undefined {
  const [said, way = '', part] = question.masked.match(NEXT_IS) ?? [];
  const told = firmOf(last.question)
    .flatMap(({ entities }) => entities)
    .filter(({ kind }) => kind === 'measure' || kind === 'group');
  const [one, ...others] = told;
  if (said === undefined || others.length > 0 || (one?.kind !== 'measure' && one?.kind !== 'group'))
    return undefined;
  const next = nameOf({ ...one, no: one.no + (/[前上]/.test(way) ? -1 : 1) }, facts);
  const asked = /分[包管]|配合/.exec(last.question.text)?.[0];
  const does = who.kind === 'person' ? '分包' : (part ?? asked ?? '牵头').replace(/负责|管/, '牵头');
  const turn = next === undefined ? undefined : ask(`${next}是${nameOf(who, facts)}${does}吗`);
  return turn && exactly(turn);
}
