import { nameOf } from '../../conversation/subjects.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const SAID = '(?:说|提|问|讲|点|念|报)(?:到|起)?的';
/** The last or the first of those named in the last question (`最后说的那个组，…`, `先提到的那家…`). */
const WHICH = new RegExp(
  `^(?:那|就|还是)?(?:(?<end>(?:刚才?)?(?:最后|末了|末尾|后头|后面))|(?<head>(?:刚才?)?(?:最先|先|头一个|开头|前面|前头)))(?:我|你)?${SAID}(?:那|这)?(?:一)?(?:个|家|位|项|块|条)?(?:专项)?(?:小?组|单位|局|部门|领导|人|事)?(?:的|里)?[,，]?(?<rest>.{2,})$`,
);
const LONGEST = 26;

/** `最后说的那个组，牵头的是谁`: asked of the last (or the first) that the last message named. */
export function lastSaid({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text } = question;
  const { end, rest } = (text.length > LONGEST ? undefined : text.match(WHICH)?.groups) ?? {};
  if (rest === undefined || firmOf(question).length > 0) return undefined;
  const named = firmOf(last.question).flatMap(({ entities }) => (entities.length === 1 ? entities : []));
  const meant = end === undefined ? named[0] : named.at(-1);
  const name = meant && nameOf(meant, facts);
  const turn = name === undefined ? undefined : ask(`${name}${rest}`);
  return turn && exactly(turn);
}
