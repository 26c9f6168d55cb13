import { countLesson } from '../db/queries/learning.ts';
import { officeMembers } from '../db/queries/people.ts';
import { UserError } from '../src/errors.ts';
import { keptQuestion } from '../src/learning/lessons.ts';
import { openQuestionsCard } from '../src/learning/list.ts';
import { TEXTS } from '../src/learning/texts.ts';
import type { MessageBody } from '../src/outbox/message.ts';
import { type CommandCall, defineCommand } from './command.ts';

/** 反馈: anybody says what is wrong with an answer; the office sees what was not answered well. */
export const feedback = defineCommand({
  name: '反馈',
  alias: 'feedback',
  usage: '/反馈 这里写哪里不对',
  summary: '反映答得不对的地方；办公室不带内容发送可看清单',
  run: async (deps, call) => {
    if (call.args !== '') {
      const lesson = { question: keptQuestion(call.args), kind: 'wrong' as const, now: deps.clock.now() };
      return { messages: [said(call, TEXTS.received)], writes: [countLesson(deps.db, lesson)] };
    }
    const members = await officeMembers(deps.db, deps.office);
    if (!members.includes(call.sender))
      throw new UserError('请把意见写在命令后面，例如：/反馈 第7组的牵头单位答错了');
    const card = await openQuestionsCard(deps, { onlyQuestions: false });
    return { messages: [card ? shown(call, { type: 'card', card }) : said(call, TEXTS.nothing)], writes: [] };
  },
});

function said(call: CommandCall, text: string) {
  return shown(call, { type: 'text', text });
}

function shown(call: CommandCall, body: MessageBody) {
  return { key: `answer:${call.key}`, to: call.reply, body };
}
