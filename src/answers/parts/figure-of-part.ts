import { fold } from '../characters/fold.ts';
import { decide, isAnswer, isToThePoint } from '../decide.ts';
import type { Facts } from '../facts.ts';
import type { Desk } from '../handler.ts';
import type { Entity } from '../names/entities.ts';
import type { Linker } from '../names/link.ts';
import { expectationOf, satisfies } from '../question/expect.ts';
import { type Question, readQuestion } from '../question/parse.ts';
import { exactly, firmOf, type Turn } from '../turn.ts';

const FIGURE = /几|多少|多久|多长/;

/**
 * A part of a message that asks for a figure and names nothing (`某事谁牵头，报装几天`): answered surely where what was
 * found is of the group that the part before it was about, and asked of that group where it has the words that what was
 * found lacks.
 */
export function figureOfPart(
  question: Question,
  found: Turn,
  last: Turn | undefined,
  linker: Linker,
  desk: Desk,
): Turn | undefined {
  const { facts } = desk;
  const [no, ...others] = groupsOf(last?.reply.focus ?? [], facts);
  if (no === undefined || others.length > 0 || !FIGURE.test(question.text)) return undefined;
  if (firmOf(question).length > 0) return undefined;
  const isOfIt = ({ reply }: Turn) => isToThePoint(reply) && groupsOf(reply.focus, facts).includes(no);
  if (isOfIt(found)) return exactly(found);
  const asked = readQuestion(`${facts.group(no)?.field}${question.text}`, linker);
  const ofGroup = { question: asked, reply: decide(asked, desk) };
  if (!saysMore(ofGroup, found, question)) return undefined;
  return isOfIt(ofGroup) || isFigureOf(ofGroup, question, no, facts) ? exactly(ofGroup) : undefined;
}

/** Whether an answer has the figure asked for, from a sentence that is a group's own. */
function isFigureOf({ reply }: Turn, { text }: Question, no: number, facts: Facts): boolean {
  const expectation = expectationOf(text);
  const [line = ''] = reply.lines;
  return (
    isAnswer(reply) &&
    expectation !== undefined &&
    satisfies(line, expectation) &&
    facts.model.indicators.some(
      ({ groups, quote }) => groups.includes(no) && fold(line).includes(fold(quote.replace(/[。；，]$/, ''))),
    )
  );
}

/** Groups that entities are, or that measures belong to. */
function groupsOf(entities: readonly Entity[], facts: Facts): number[] {
  const found = entities.flatMap((entity) => {
    if (entity.kind === 'group') return [entity.no];
    if (entity.kind !== 'measure') return [];
    return facts.model.groups
      .filter(({ no }) => facts.measuresOfGroup(no).some((measure) => measure.no === entity.no))
      .map(({ no }) => no);
  });
  return [...new Set(found)];
}

/** Whether the one has every word of the other's that is asked for, and one that it lacks. */
function saysMore(one: Turn, other: Turn, { residue }: Question): boolean {
  const said = (turn: Turn) => {
    const line = fold(turn.reply.lines[0] ?? '');
    return residue.filter((word) => word.length > 1 && line.includes(word));
  };
  const [more, less] = [said(one), said(other)];
  return more.length > less.length && less.every((word) => more.includes(word));
}
