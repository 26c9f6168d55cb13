import type { Facts } from '../../facts.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** The office of the body spoken of, without the name of that body. */
const ITS_OFFICE =
  /^(?:那|那么|而|请问)*(?:它|其|该(?:领导)?小组|该组|这个?(?:领导)?小组|那个?(?:领导)?小组|小组|组)(?:的|之)?(?:[下底]?[面下头]?(?:还|又|也)?(?:设|设有|设立|设了|挂)(?:个|一个|了|的)*|[下底][面下头]?(?:的|那个)?|自己的?|那个?)?办公室/;
const ASKS = /主任|负责|谁|设在|挂|哪/;
const LONGEST = 30;

/** `它下设办公室，主任又是谁` after something of a body: asked of the office of that body. */
export function officeOfTold({ question: { text }, last, facts, ask }: Talk): Turn | undefined {
  const said = text.length > LONGEST ? undefined : text.match(ITS_OFFICE)?.[0];
  if (said === undefined || !ASKS.test(text.slice(said.length))) return undefined;
  const body = bodyTold(last, facts);
  const rest = text.slice(said.length).replace(/^[,，的之呢]+/, '');
  return body && ask(`${body.office?.name ?? `${body.name}办公室`}${rest}`);
}

/** The body that was named, else the one whose place the last answer cites. */
function bodyTold({ question, reply }: Turn, { model }: Facts) {
  const [entity] = firmOf(question).flatMap(({ entities }) =>
    entities.filter(({ kind }) => kind === 'body' || kind === 'office'),
  );
  const named = entity?.kind === 'body' || entity?.kind === 'office' ? model.bodies[entity.index] : undefined;
  const papers = question.text.match(/附件\d/)?.[0];
  const ofPaper = papers === undefined ? undefined : model.bodies.find((b) => b.location.startsWith(papers));
  return ofPaper ?? named ?? model.bodies.find(({ location }) => reply.cites[0] === location);
}
