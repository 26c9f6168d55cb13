import type { NoticeModel } from '../notice/types.ts';
import type { Engine } from './types.ts';

const PHRASE = 14;

/**
 * Asks about everything that the model names, about a quarter of a second's work: the first questions of a fresh
 * process take several times as long as the later ones, and no person should be the one who waits.
 */
export function warmUp(engine: Engine, model: NoticeModel): void {
  const questions = [
    ...model.groups.flatMap((group) => [`${group.field}谁牵头，谁分包`, `第${group.no}组的责任单位有几个`]),
    ...model.units.map((unit) => `${unit.name}参加哪些组`),
    ...model.indicators.map((indicator) => `${indicator.what}是多少`),
    ...model.clauses.map((clause) => `${clause.text.slice(0, PHRASE)}是哪条说的`),
  ];
  for (const question of questions) engine.ask(question);
}
