import { expect, it } from 'vitest';
import { buildTurns } from '../../src/answers/turns/turns-of-speech.ts';

const many = Array.from({ length: 30 }, (_, i) => [new RegExp(`第${i}号`, 'g'), `${i}`] as const);

it('applies turns in their order, each to what the ones before it made', () => {
  const plain = buildTurns([
    ...many,
    [/7组/g, '第7组'],
    [/第7组谁(?=牵)/g, '第7组哪家'],
    [/(.)不\1/g, '有没有$1'],
  ]);
  expect(plain('第7号组谁牵头，牵不牵')).toBe('第7组哪家牵头，有没有牵');
});

it('leaves a text alone that has none of them', () => {
  expect(buildTurns(many)('信用环境谁分包')).toBe('信用环境谁分包');
});

it('tells what a turn refers to by itself, whatever stands beside it', () => {
  const plain = buildTurns([
    [/(办)理/g, '$1'],
    [/(参加|配合)不\1/g, '有没有$1'],
    [/(咋)样/g, '$1'],
  ]);
  expect(plain('税务局配合不配合，参加不配合')).toBe('税务局有没有配合，参加不配合');
});
