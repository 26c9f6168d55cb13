import { isAnswer } from '../decide.ts';
import type { Desk } from '../handler.ts';
import { answerAbsent } from '../handlers/refusals/refusals.ts';
import type { Linker } from '../names/link.ts';
import { readQuestion } from '../question/parse.ts';
import { joinReplies } from '../replies/reply.ts';
import type { Turn } from '../turn.ts';

const AND = /^(.{4,40})(?:[,，]|[和跟与及]|以及|还有|外加|再加上?|连同|顺带|顺便)(.{2,24})$/;

/** `印发日期和执行到哪天`: what the notice has of it, and that it has not the rest. `answer` answers a part. */
export function withoutAbsent(
  turn: Turn,
  raw: string,
  answer: (text: string) => Turn,
  linker: Linker,
  desk: Desk,
): Turn {
  const absent = turn.reply.kind === 'refuse' ? answerAbsent(turn.question, desk) : undefined;
  const [, first, rest] = absent ? (raw.match(AND) ?? []) : [];
  if (!absent || first === undefined || rest === undefined || isName(first, linker)) return turn;
  if (HAPPENED.test(first)) return turn;
  if (answerAbsent(readQuestion(first, linker), desk) || !answerAbsent(readQuestion(rest, linker), desk))
    return turn;
  const found = answer(first);
  return isAnswer(found.reply) ? { ...turn, reply: joinReplies([found.reply, absent]) } : turn;
}

/** `小店被罚了，找谁…`: told, and nothing of it asked. */
const HAPPENED = /[^为除][了过]$|没(?:有)?[\u4e00-\u9fff]{1,4}$|^(?:要是|如果|万一|假如|超过|超期|逾期)/;

/** `某组，电话多少`: the name is only whose it is. */
const isName = (text: string, linker: Linker) => /^[A-Z](?:小?组)?$/.test(readQuestion(text, linker).masked);
