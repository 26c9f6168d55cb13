import { expect, it } from 'vitest';
import { sumOf } from '../../src/answers/intents/choice.ts';
import { isOpen, learnChoice, type Sight, sightsKept } from './choice.ts';

const sight = (isFoundRight: boolean, how: string, isKnown = false): Sight => ({
  q: '…',
  options: [
    { name: 'found', right: isFoundRight, signs: { [`found ${how}`]: 1 } },
    { name: 'plain1', right: !isFoundRight, signs: { plain: 1 } },
  ],
  ...(isKnown ? { isKnown } : {}),
});
const times = (n: number, one: Sight) => Array.from({ length: n }, () => one);

it('what was right more often weighs more', () => {
  const weights = learnChoice([...times(30, sight(true, 'sure')), ...times(30, sight(false, 'weak'))]);
  const plain = sumOf({ plain: 1 }, weights);
  expect(sumOf({ 'found sure': 1 }, weights)).toBeGreaterThan(plain);
  expect(sumOf({ 'found weak': 1 }, weights)).toBeLessThan(plain);
});

it('a question that was known counts less than a new one', () => {
  const fresh = [...times(20, sight(true, 'sure')), ...times(20, sight(false, 'sure'))];
  const weights = learnChoice([...fresh, ...times(200, sight(true, 'sure', true))]);
  const gain = sumOf({ 'found sure': 1 }, weights) - sumOf({ plain: 1 }, weights);
  const trusting = learnChoice([...fresh, ...times(200, sight(true, 'sure'))]);
  expect(gain).toBeLessThan(sumOf({ 'found sure': 1 }, trusting) - sumOf({ plain: 1 }, trusting));
});

it('all that is kept has something to choose, and was seen of new questions and of known ones', () => {
  const kept = [...sightsKept().values()].flat();
  expect(kept.every(isOpen)).toBe(true);
  expect(kept.filter(({ isKnown }) => !isKnown).length).toBeGreaterThan(300);
  expect(kept.filter(({ isKnown }) => isKnown).length).toBeGreaterThan(2000);
});
