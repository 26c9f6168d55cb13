import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** Which of the groups just told another unit is in too. */
const ALSO_IN =
  /^(?:那|其中|里[面头]|这里[面头]?|这些(?:组)?(?:里[面头]?)?|哪(?:些|几个)(?:组)?)?(?:也)?(?:有|带)?U(?:的|也|都)*(?:在|参加|有|进)?(?:了)?(?:的)?(?:是)?(?:哪[些几]个?(?:组)?)?(?:呢|[?？])*$/;

/** `里面有某局的是哪几个`, `哪些也有某局` after the groups of a unit: those that both are in. */
export function sharedWith({ question, last, ask }: Talk): Turn | undefined {
  const [other, ...others] = firmOf(question);
  const [unit, ...more] = firmOf(last.question);
  if (other?.kind !== 'unit' || unit?.kind !== 'unit' || others.length + more.length > 0) return undefined;
  const { masked } = question;
  const isAsked = ALSO_IN.test(masked) && /哪/.test(masked) && /里|其中|也|这些/.test(masked);
  const isOfGroups = isAsked && last.reply.focus.some(({ kind }) => kind === 'group');
  return isOfGroups ? ask(`${unit.text}和${other.text}都在的组有哪些`) : undefined;
}
