import { nameOf } from '../conversation/subjects.ts';
import { type Entity, entityKey } from '../names/entities.ts';
import { exactly, firmOf, type Turn } from '../turn.ts';
import { SLOTS } from './lists/each.ts';
import type { Talk } from './talk.ts';

/** Several that were spoken of, by how many they are. */
const SEVERAL =
  /^(?:那|那么|再|所以)?(?:上面|前面|刚才?|才)?(?:说|问|提)?(?:到)?(?:的)?(?:这|那)?(两|俩|二|2|三|仨|3)(?:个|边|头|家|位|名|条|组|项|块)*(?:专项)?(?:小?组|措施|单位|领导|人)?(?:的)?/;
const KINDS: readonly Entity['kind'][] = ['group', 'measure', 'person'];
const LONGEST = 20;

/** `两个组的分包领导分别报一下` after a question of each: asked of those that the last turns were about, one a turn. */
export function ofTurnsTold({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text } = question;
  const [, many] = (text.length <= LONGEST && text.match(SEVERAL)) || [];
  if (many === undefined || firmOf(question).length > 0) return undefined;
  const count = /三|仨|3/.test(many) ? 3 : 2;
  const told = KINDS.map((kind) => oneATurn(kind, last, count)).find(({ length }) => length === count);
  const [kind] = told?.map((entity) => entity.kind) ?? [];
  const slot = SLOTS.find(([words, , kinds]) => kind && words.test(text) && kinds.includes(kind))?.[1];
  if (!told || slot === undefined) return undefined;
  const turn = ask(`${told.map((entity) => nameOf(entity, facts)).join('和')}${slot}`);
  return turn && exactly(turn);
}

/** The one of a kind that each of the last turns asked about, in the order they were asked; none where a turn had several. */
function oneATurn(kind: Entity['kind'], last: Turn, count: number): Entity[] {
  const found: Entity[] = [];
  let turn: Turn | undefined = last;
  for (let i = 0; turn && i < count; i++, turn = turn.before) {
    const named = firmOf(turn.question).flatMap(({ entities }) =>
      entities.filter((one) => one.kind === kind),
    );
    const [entity, ...others] = new Map(named.map((one) => [entityKey(one), one])).values();
    if (!entity || others.length > 0) return [];
    found.unshift(entity);
  }
  return new Set(found.map(entityKey)).size === count ? found : [];
}
