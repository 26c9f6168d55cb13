import { quantitiesIn } from '../characters/numerals.ts';
import { decide, isAnswer } from '../decide.ts';
import type { Desk } from '../handler.ts';
import type { Linker } from '../names/link.ts';
import { readQuestion } from '../question/parse.ts';
import type { Turn } from '../turn.ts';
import { type Reply, refuse } from './reply.ts';

/** Words that make of a target what has been reached by now. */
const BY_NOW =
  /去年底?|前年|上年|往年|今年以来|上半年|下半年|上个?月|这个月|本月|上周|上一?个?季度|[这本]季度|第?[一二三四1-4]季度|目前|现在|当前|这会儿|这阵儿|此刻|最新|截至[^,，]{0,6}|至今|眼下|如今|昨天|今天|今儿|实际(?:上)?|实测|真正|已经|到底|究竟/g;
const DONE = /(?<=[\u4e00-\u9fff])(?:了|过|到了|成了)(?=多少|几|哪|[吗没]|$)/g;
/** Numbers of groups and measures are no targets. */
const NUMBERED = /第\d+[组条]/g;
/** Below this the sentence found may speak of something else. */
const SURE = 0.7;

/** A refused figure of what has been reached, with the target that the notice sets for it, where it sets one. */
export function withTarget({ question, reply }: Turn, linker: Linker, desk: Desk): Reply {
  const { text, mentions } = question;
  if (!reply.asksReached || reply.live) return reply;
  const planned = text.replace(BY_NOW, '').replace(DONE, '');
  if (planned === text && mentions.length === 0) return reply;
  const target = decide(readQuestion(planned, linker), desk);
  const [said = ''] = target.lines;
  if (!isAnswer(target) || target.confidence < SURE || quantitiesIn(said.replace(NUMBERED, '')).length === 0)
    return reply;
  return refuse([...reply.lines, `通知写的目标：${said}`], target.cites.slice(0, 1), { focus: target.focus });
}
