import type { Facts } from '../../facts.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** Which unit an office belongs to. */
const SEAT =
  /^(?:那|那么|它的?|这个|这)*(?:办公(?:室|地点|地方)|摊子|牌子|机构|日常)?(?:又|都|是|到底|给)*(?:挂靠|附设|设|挂|放|安|落|搁)(?:在|到|于)*(?:哪(?:一)?(?:家|个(?:单位|局|委|部门|部))|(?:什么|啥)(?:单位|部门))(?:单位|局)?(?:底下|下面|名下|那儿|里)?(?:呢|[?？])*$/;
/** What somebody is in a body. */
const ROLE_IN =
  /^(?:那|还有|再)?(?:[他她])?(?:在)?(.{2,14}?)(?:(?:那|这)(?:套|个|边|头|块|摊|份)|里[面头边]?|班子|小组|当中|中)*(?:又|还|也|都|算|到底)*(?:(?:是|当|任|做|担任|算|挂)(?:的|着|个)*(?:啥|什么|何)(?:角色|职务|身份|官|衔)?)?(?:呢|嘞|哩|[?？])*$/;
const ASKED_TITLE =
  /职务|头衔|身份|角色|官|(?:是|当|任|做|算|挂)(?:的|着|个)*(?:啥|什么|何|谁)|什么人|干(?:啥|什么)的/;
const LONGEST = 20;

/** `办公地点挂靠哪家` after who heads an office: where it is. */
export function seatOfBody({ question: { text }, last, facts, ask }: Talk): Turn | undefined {
  if (text.length > LONGEST || !SEAT.test(text)) return undefined;
  const [entity] = firmOf(last.question).flatMap(({ entities }) =>
    entities.filter(({ kind }) => kind === 'body' || kind === 'office'),
  );
  const isBody = entity?.kind === 'body' || entity?.kind === 'office';
  const told = /办公室|领导小组|组长|主任/.test(last.question.text)
    ? facts.model.bodies.find(({ location }) => location === last.reply.cites[0])
    : undefined;
  const body = isBody ? facts.model.bodies[entity.index] : told;
  return body && ask(`${body.office?.name ?? `${body.name}办公室`}设在哪个单位`);
}

/** `在某事那边呢`, `某事那套里又当啥` after what somebody is: what he is in the body of that matter. */
export function roleInBody({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text } = question;
  if (text.length > LONGEST || !ROLE_IN.test(text)) return undefined;
  const [named, ...more] = firmOf(question).flatMap(({ entities }) => entities);
  const name = named && bodyOf(named, facts);
  const person = personAsked(last, facts) ?? (ASKED_TITLE.test(text) ? personTold(last, facts) : undefined);
  return name === undefined || person === undefined || more.length > 0
    ? undefined
    : ask(`${person}在${name}是什么职务`);
}

/** Whose title was asked. */
function personAsked({ question }: Turn, facts: Facts): string | undefined {
  const [entity, ...others] = firmOf(question).flatMap(({ entities }) =>
    entities.filter(({ kind }) => kind === 'person'),
  );
  const isOne = entity?.kind === 'person' && others.length === 0 && ASKED_TITLE.test(question.text);
  return isOne ? facts.person(entity.id)?.name : undefined;
}

/** Who the last answer was. */
function personTold({ reply }: Turn, facts: Facts): string | undefined {
  const [entity, ...others] = reply.focus;
  return entity?.kind === 'person' && others.length === 0 ? facts.person(entity.id)?.name : undefined;
}

/** The body that is named, or whose matter is. */
function bodyOf(entity: Turn['reply']['focus'][number], { model, group }: Facts): string | undefined {
  if (entity.kind === 'body' || entity.kind === 'office') return model.bodies[entity.index]?.name;
  const field = entity.kind === 'group' ? group(entity.no)?.field : undefined;
  return model.bodies.find(({ name }) => field !== undefined && name.includes(field))?.name;
}
