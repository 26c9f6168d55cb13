import { firmOf, type Turn } from '../turn.ts';
import type { Talk } from './talk.ts';

const GROUPS = '(?:的)?(?:专项)?(?:小?组)?';
/** The groups that the two just spoken of have in common. */
const BOTH = new RegExp(
  `^(?:那|这|它们|他们)?(?:(?:这|那)?(?:两|俩|2)(?:家|个|边|头)?(?:单位|局|部门)?(?:都|共同|一起|同时)(?:在|有|参加|参与|进|沾|出现|露面|挂名)+(?:份|了|过)?${GROUPS}|(?:都|共同|一起|同时)(?:在|有|参加|参与)(?:的)?${GROUPS}|(?:(?:这|那)?(?:两|俩|2)(?:家|个|边|头)?(?:单位|局|部门)?)?(?:重合|重叠|重复|重(?=的|在)|碰头|撞车|交叉|交集|共有|相同|一样)(?:在)?的?${GROUPS})(?:又|都)?(?:是|有)?(?:哪[些几]?个?(?:小?组)?|几个|啥|什么)?(?:小?组)?(?:呢|嘞|[?？])*$`,
);
const LONGEST = 18;
const OF_GROUPS = /组/;

/** `两家都在的` after the groups of one unit and then of another: the groups of both. */
export function bothOfTurns({ question, last, facts, ask }: Talk): Turn | undefined {
  if (question.text.length > LONGEST || firmOf(question).length > 0 || !BOTH.test(question.text))
    return undefined;
  const before = last.before ? unitsOf(last.before) : [];
  const now = unitsOf(last);
  const ids = [...new Set([...(now.length < 2 ? before : []), ...now])];
  const [one, other, ...more] = ids.map((id) => facts.unit(id)?.name);
  if (one === undefined || other === undefined || more.length > 0 || !OF_GROUPS.test(last.question.text))
    return undefined;
  return ask(`${one}和${other}都在的组有哪些`);
}

const unitsOf = ({ question }: Turn): string[] =>
  firmOf(question).flatMap(({ entities }) => entities.flatMap((e) => (e.kind === 'unit' ? [e.id] : [])));
