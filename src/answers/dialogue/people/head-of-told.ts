import type { Facts } from '../../facts.ts';
import type { Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const HEAD =
  /^(?:那|那么)?(?:它|他们|人家|[这那](?:一)?(?:家|个(?:单位|局|部门|委))|该(?:单位|局|部门))(?:的|那个|这个|那|家|单位|局|部门)*(主任|局长|部长|书记|一把手|头儿|头头|当家(?:的|人)|负责人|主要负责人)(?:又|是|叫|的|到底)*(?:谁|哪(?:一)?[位个]|啥|什么)(?:名字?)?(?:呢|[?？])*$/;
/** Those below the head who was asked for. */
const DEPUTY =
  /^(?:那|那么|他们?|它)?(?:的|底下|手下)*副(主任|局长|部长|书记|手|的|职)(?:又|都|是|有|叫|的)*(?:谁|哪[个位些几]*[个位]?|啥|什么|几个)?(?:呢|嘞|[?？])*$/;
const HEADS = /(?:主任|局长|部长|书记|一把手)$/;
const LONGEST = 18;
/** Bodies have heads too. */
const OF_BODY = /办公室|领导小组|组长|专班/;

/** `它那个主任叫啥` after an answer that names one unit: its head. */
export function headOfTold({ question, last, facts, link, take }: Talk): Turn | undefined {
  const { text } = question;
  const post = text.length > LONGEST ? undefined : text.match(HEAD)?.[1];
  if (DEPUTY.test(text)) return deputyOf(text.match(DEPUTY)?.[1] ?? '', last, take);
  if (post === undefined || OF_BODY.test(last.question.text)) return undefined;
  const unit = unitTold(last, facts, link);
  return unit === undefined
    ? undefined
    : take(`${unit}${/^(?:头|当家|主要)/.test(post) ? '一把手' : post}是谁`);
}

/** The only unit that the last answer was about or names, in its own words too (`某某部门`). */
function unitTold({ reply }: Turn, facts: Facts, link: Talk['link']): string | undefined {
  const [line = ''] = reply.lines;
  const named = link(line).filter(({ kind, how }) => kind === 'unit' && how !== 'hint');
  const ids = new Set(named.flatMap(({ entities }) => entities.map((e) => (e.kind === 'unit' ? e.id : ''))));
  const [only, ...others] = ids;
  return only === undefined || others.length > 0 ? undefined : facts.unit(only)?.name;
}

/** After `某局局长是谁`: what the notice says of those below him there. */
function deputyOf(post: string, { question }: Turn, take: Talk['take']): Turn | undefined {
  const [head, ...others] = question.mentions.filter(({ how }) => how !== 'hint');
  const title = head?.how === 'post' ? head.text.match(HEADS)?.[0] : undefined;
  if (!head || title === undefined || others.length > 0 || OF_BODY.test(question.text)) return undefined;
  const deputy = /[任长记]$/.test(post) ? post : title === '一把手' ? '主任' : title;
  return take(`${head.text.slice(0, -title.length)}副${deputy}是谁`);
}
