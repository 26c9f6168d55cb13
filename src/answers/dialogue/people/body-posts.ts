import type { Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const ALL =
  '(?:都|也|又|还|一并|一起|一块|全|分别|各|顺便|是|有|叫|谁|哪[些几两俩]?[个位]?|几[个位]|说|报|列|念|讲|给我|一?下|呢|嘞|[?？])*';
/** Those below the one who was asked for. */
const DEPUTIES = new RegExp(
  `^(?:那|那么|他|她)?(?:下头|底下|手下|下面|下边|名下|跟前|身边)?的?(?:几[个位])?副(?:职|手|的|官)(?:几[个位])?${ALL}$`,
);
/** Head and deputies at once. */
const BOTH = new RegExp(
  `^(?:那|它的?)?(?:正副|(?:正)?(?<post>组长|主任)[、和跟与及,，]?(?:副的|副\\k<post>))(?<also>组长|主任)?${ALL}$`,
);
const LONGEST = 16;

/** `下头副职都有谁`, `组长副组长一并说下` after a post of a body or of its office: the posts of that one. */
export function postsOfBody({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text } = question;
  const mention = last.question.mentions.find((m) => m.kind === 'body' || m.kind === 'office');
  const [entity] = mention?.entities ?? [];
  const isBody = entity?.kind === 'body' || entity?.kind === 'office';
  const told = facts.model.bodies.find(({ location }) => location === last.reply.cites[0]);
  const body = isBody ? (told ?? facts.model.bodies[entity.index]) : undefined;
  if (!body || text.length > LONGEST) return undefined;
  const office = body.office?.name ?? `${body.name}办公室`;
  const both = text.match(BOTH)?.groups;
  const isOffice = entity?.kind === 'office' || /办公室|主任/.test(last.question.text);
  if (both) {
    const post = both['post'] ?? both['also'] ?? (isOffice ? '主任' : '组长');
    const whose = post === '主任' ? office : body.name;
    return ask(`${whose}${post}和${whose}副${post}是谁`);
  }
  return DEPUTIES.test(text)
    ? ask(`${isOffice ? `${office}副主任` : `${body.name}副组长`}有哪些`)
    : undefined;
}
