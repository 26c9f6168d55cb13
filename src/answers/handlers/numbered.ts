import type { Handler } from '../handler.ts';
import type { Question } from '../parse.ts';
import { reply } from '../reply.ts';
import { answerGroups, answerSubLeads } from './groups.ts';
import { answerMeasures } from './measures.ts';

/** Group and measure in one question (`附件1第12条和第12组各由谁牵头`): both are answered. */
export const answerNumbered: Handler = (question, desk) => {
  const has = (kind: string) => question.mentions.some((m) => m.kind === kind && m.how !== 'hint');
  if (!has('measure') || !(has('group') || has('subLead'))) return undefined;
  const numberOf = (kind: string) => question.mentions.find((m) => m.kind === kind && m.how === 'number');
  if (!numberOf('measure')) return undefined;
  const asked: Question = { ...question, masked: `${question.masked}牵头` };
  const sides = [
    has('subLead') ? answerSubLeads(asked, desk) : answerGroups(asked, desk),
    answerMeasures(asked, desk),
  ];
  const found = sides.filter((side) => side !== undefined);
  return reply(
    found.flatMap((r) => r.lines),
    found.flatMap((r) => r.cites),
    { focus: found.flatMap((r) => r.focus), confidence: 0.9 },
  );
};
