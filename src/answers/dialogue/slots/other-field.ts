import { ASKED } from '../../conversation/matter-swaps.ts';
import { entityKey, type Mention } from '../../names/entities.ts';
import type { Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** Nothing but a field (in the place of `G`). */
const BARE =
  /^(?:那|那么|再|还有|换成?|看)?(?:搞|管|办|弄)?G(?:专项)?(?:小?组)?[的这那]*(?:一)?(?:个|块|边|头|摊|项|口|条线|方面)?(?:组)?的?(?:[又也]?是?(?:谁|哪家|哪位|啥))?(?:呢|嘞|哩|咧|[?？])*$/;
const SLOT = /牵头|分[包管]|责任单位|配合|领导/;
const FIGURE = /几|多少|多久|多长/;
const LONGEST = 14;
/** An answer to what was asked, not what there is about it. */
const SURE = 0.8;

/**
 * `乙事那边呢` after who leads the group of another field, by whatever word it is called; `乙事几天` after the figure of
 * another: asked of this one.
 */
export function ofOtherField(talk: Talk): Turn | undefined {
  const { text, mentions } = talk.question;
  const [now, ...others] = mentions.filter(({ kind }) => kind === 'group');
  if (!now || others.length > 0 || mentions.length > 1 || text.length > LONGEST) return undefined;
  const before = talk.last.question.mentions.filter(({ kind }) => kind === 'group');
  const keys = before.flatMap(({ entities }) => entities.map(entityKey));
  const isOther =
    now.entities.length === 1 && now.entities.every((entity) => !keys.includes(entityKey(entity)));
  if (!isOther || before.length === 0) return undefined;
  return slotOf(now, before, talk) ?? figureOf(now, before, talk);
}

function slotOf(now: Mention, before: readonly Mention[], { question, last, ask }: Talk): Turn | undefined {
  const firm = before.filter(({ how }) => how !== 'hint');
  const [was, ...more] = firm;
  const bare = `${question.text.slice(0, now.start)}G${question.text.slice(now.end)}`;
  const { text } = last.question;
  if (!was || more.length > 0 || was.how === 'number' || !SLOT.test(text) || !BARE.test(bare))
    return undefined;
  const rest = text.slice(was.end);
  return ask(
    `${text.slice(0, was.start)}${now.text}${/组$/.test(now.text) || /^的?组/.test(rest) ? '' : '组'}${rest}`,
  );
}

function figureOf(
  now: Mention,
  before: readonly Mention[],
  { question, last, take }: Talk,
): Turn | undefined {
  const { text } = last.question;
  const asked = text.match(ASKED)?.[0] ?? '';
  if (!FIGURE.test(asked)) return undefined;
  const bare = `${question.text.slice(0, now.start)}G${question.text.slice(now.end)}`;
  const [was, ...more] = before;
  const inItsPlace =
    was && more.length === 0 ? [`${text.slice(0, was.start)}${now.text}${text.slice(was.end)}`] : [];
  const wordings = FIGURE.test(question.text)
    ? [question.text]
    : BARE.test(bare)
      ? [...inItsPlace, `${now.text}${asked}`]
      : [];
  return wordings.map(take).find(({ reply }) => {
    const isTold = reply.kind === 'answer' && /\d/.test(reply.lines[0] ?? '');
    return isTold && reply.confidence > SURE && !reply.isPartial;
  });
}
