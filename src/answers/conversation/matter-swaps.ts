import type { Question } from '../question/parse.ts';
import type { Turn } from '../turn.ts';

/** What a question asks, at its end. */
export const ASKED =
  /(?:要|得|应)[^,，]{0,4}(?:多少|几).*$|(?:要|是|得|由|归)?(?:多少|几|谁|哪|什么|啥|怎么|多久|如何).*$/;

const BARE_MATTER =
  /^(?:那|换成|改成)?(?:办|搞)?([\u4e00-\u9fff\da-z.]{1,12}?)(?:(?:那个|那项|这块|那块|的)?呢|的)$/;

/** `备案呢，几天`: a bare matter, with what is asked of it. */
const MATTER_ASKED =
  /^(?:那|换成|改成)?([\u4e00-\u9fff\da-z.]{1,6}?)(?:那个|那项|这块|那块|的)?呢[,，]?((?:要|是|得|应)?(?:多少|几|多久|啥时候|什么时候).{0,6})$/;

/** A bare matter (`某事呢`): its word, and questions for it as the last one asked, with its unit and without. */
export function matterSwaps(question: Question, last: Turn): string[] {
  const [, own, ownAsked] = question.text.match(MATTER_ASKED) ?? [];
  const said = own ?? question.text.match(BARE_MATTER)?.[1];
  const asked = ownAsked ?? last.question.text.match(ASKED)?.[0];
  const isSlot =
    /^(?:牵头|配合|责任|参[加与]|分包|分管|领导|职责|分工|单位|副?主任|副?组长|别|其他|另外)/.test(
      said ?? '',
    );
  if (said === undefined || asked === undefined || isSlot) return [];
  const bare = asked.replace(/个?(?:工作日|天|日)$/, '');
  const asks = [
    `${said}${asked}`,
    `用${said}${asked}`,
    `${said}${bare}`,
    `${said}${bare.replace(/[要得应到]/g, '')}`,
  ];
  const field = last.question.mentions.find((m) => m.kind === 'group')?.text ?? '';
  return [said, ...asks, `${said}率${asked}`, `${field}${said}${asked}`];
}
