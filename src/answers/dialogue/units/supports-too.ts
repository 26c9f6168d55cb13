import { nameOf } from '../../conversation/subjects.ts';
import { skeletonOf } from '../../query/tokens.ts';
import { mentioned } from '../../question/parse.ts';
import type { Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** Nothing but `except this`, where, which group, and that it supports there. */
const ROW = /^[ex,tgwscduabny]*$/;
const SETS_APART = /^(?:那|那么)?(?:它|他们?|我们?|咱们?)?(?:除[了开去]?|不算|抛开|撇开)(?:这|那|它|此|牵头)/;
const LONGEST = 20;

/** `除了这个，还在哪个组里算配合的` after the groups that a unit leads: those that it supports. */
export function supportsToo({ question, last, ask, facts }: Talk): Turn | undefined {
  const { text } = question;
  if (text.length > LONGEST || !SETS_APART.test(text) || question.mentions.length > 0) return undefined;
  const [unit, ...others] = mentioned(last.question, 'unit');
  if (!unit || others.length > 0 || !/牵/.test(last.question.text)) return undefined;
  const { letters, unread } = skeletonOf(question);
  return unread === '' && ROW.test(letters) && /s/.test(letters) && /w|c/.test(letters)
    ? ask(`${nameOf(unit, facts)}不牵头只配合的组有哪些`)
    : undefined;
}
