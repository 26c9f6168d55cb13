import { isAnswer, isOverview } from '../decide.ts';
import type { Question } from '../question/parse.ts';
import type { Reply } from '../replies/reply.ts';
import type { Turn } from '../turn.ts';
import { hasOwnWords } from './conversation.ts';
import { mayLean, standsInFor } from './stands-alone.ts';

/** The paper, and what it has as a whole. */
const OF_THE_PAPER = /附件|通知|正文|文件|文号|主送|落款|红头|盖章|印发|专项(?:工作)?小组|区领导/;
/** Posts of the bodies, and who belongs to them. */
const OF_A_BODY = /领导小组|成员单位|办公室|副?组长|副主任/;
/** Groups by how many lead them: of all groups, not of one spoken of. */
const SET_OF_GROUPS = /[两二三四五\d]家(?:单位)?牵头的组(?:都)?有哪/;
/** From here on a reply that may be only what there is about a thing is one to what was asked. */
const SAID = 0.6;
/** Everyday words this long tell of one matter (`公家买东西`); shorter ones may be a slot of another. */
const MATTER = 4;
/** A refusal that knows why. */
const SURE = 0.95;

/**
 * Whether a message is a question of its own, whatever was asked before: it points at nothing, has a matter, and is
 * answered without any other.
 *
 * @param alone the message asked by itself.
 */
export function isSelfContained(alone: Turn, raw: string, before: Turn): boolean {
  const isSameBody = OF_A_BODY.test(raw) && OF_A_BODY.test(before.question.text);
  if (isSameBody || mayLean(raw)) return false;
  return (isSaid(alone) && hasOwnSubject(alone.question)) || namesStranger(alone.reply);
}

/**
 * The same of a message that might point at something: where it gets no answer in its context, or turns to the bodies
 * after something else.
 *
 * @param leaning the message asked in its context.
 */
export function isRatherAlone(alone: Turn, leaning: Turn, raw: string, before: Turn): boolean {
  const isLost = !isAnswer(leaning.reply) && leaning.reply.kind !== 'chat';
  const isOther = OF_A_BODY.test(raw) && !OF_A_BODY.test(before.question.text);
  return (isLost || isOther) && !standsInFor(raw) && isSaid(alone) && hasOwnSubject(alone.question);
}

/** Answered by more than what there is about a thing. */
const isSaid = ({ reply }: Turn) => isAnswer(reply) && (!isOverview(reply) || reply.confidence > SAID);

/** It asks about somebody or something that the notice does not have. */
const namesStranger = ({ kind, confidence, lines }: Reply) =>
  kind === 'refuse' && confidence >= SURE && /^通知里没有“?[\u4e00-\u9fff]{2,8}”?。/.test(lines[0] ?? '');

/** Whether a question says more than what is asked of something. */
function hasOwnSubject(question: Question): boolean {
  return (
    hasOwnWords(question) ||
    question.mentions.some(
      ({ how, kind, text }) => how !== 'hint' || (kind === 'group' && text.length >= MATTER),
    ) ||
    OF_THE_PAPER.test(question.text) ||
    SET_OF_GROUPS.test(question.text) ||
    OF_A_BODY.test(question.text)
  );
}
