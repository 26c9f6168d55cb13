import type { Desk, Handler } from '../../handler.ts';
import type { Question } from '../../question/parse.ts';
import { contentOf } from '../../question/wording.ts';
import { refuse } from '../../replies/reply.ts';
import { needing } from '../needing.ts';

const THING = '([\\u4e00-\\u9fff]{2,6}?)';
const WHO = '(?:哪(?:一)?个(?:专项)?(?:小)?组|谁|哪(?:一)?[家个位](?:单位|部门|局|领导)?)';
const DOES = '(?:来)?(?:管着?|负责|抓|牵头|分包|分管|操心|过问)';
const CLOSES = '(?:的|呢|吗|啊|事儿?|这块|[?？])*$';

/** A thing and nothing else of which it is asked who has it (`…，哪个组管宅基地`, `夜市归谁管`, `某事那个专项组谁分包`). */
const ASKED: readonly RegExp[] = [
  new RegExp(`(?:^|[,，])${WHO}${DOES}${THING}${CLOSES}`),
  new RegExp(`^${THING}(?:的|这)?(?:事儿?|这?块)?(?:是|归|由|该|找)*${WHO}${DOES}${CLOSES}`),
  new RegExp(
    `^${THING}(?:的|这)?(?:事儿?|这?块)?(?:归|属于?|算?在|(?:放|搁|划|摆|塞|算)(?:在|到|给|进)?(?:了)?)${WHO}(?:管|里)?(?:了)?${CLOSES}`,
  ),
];
const OWN_GROUP = new RegExp(
  `^${THING}的?(?:[那这]一?个)?(?:专项)(?:工作)?小?组[,，]?(?:的|是|归|由)*(?:${WHO}|分包|牵头|责任)|^${THING}的?[那这]一?个(?:专项)?(?:工作)?小?组[,，]?(?:的|是|归|由)*(?:${WHO}|分包|牵头|责任)`,
);
/** What asks, or stands for anything. */
const NO_THING =
  /谁|哪|什么|啥|几|多少|[这那它他她]|牵头|分包|责任|单位|领导|组长|事情|问题|工作|[得最不]|[了过着]$/;

/** Share of a word that the nearest sentence must have: what nobody speaks of has less. */
const SPOKEN_OF = 0.58;

/** `夜市那个专项组谁分包`: no such group, whatever other group has a word of it. */
export const answerNoSuchGroup: Handler = needing(
  () => ({ text: [OWN_GROUP] }),
  (question, desk) => {
    const [, one, other] = question.text.match(OWN_GROUP) ?? [];
    const group = one ?? other;
    const isPieceAtMost = question.mentions.every(({ how }) => how === 'hint' || how === 'piece');
    return group !== undefined && isPieceAtMost && isNowhere(group, question, desk)
      ? refuse(`通知里没有“${group}”这个专项小组。`, ['三'])
      : undefined;
  },
);

/** A matter that neither the notice nor its lexicon knows: said to be so, never answered with what is faintly like it. */
export const answerNowhere: Handler = needing(
  () => ({ text: [ASKED] }),
  (question, desk) => {
    const thing = ASKED.map((pattern) => question.text.match(pattern)?.[1]).find(
      (said) => said !== undefined,
    );
    if (thing === undefined || question.mentions.some(({ how }) => how !== 'hint')) return undefined;
    const isStrange = [...thing].slice(1).every((char, i) => !desk.facts.says(`${thing[i]}${char}`));
    return isStrange && isNowhere(thing, question, desk)
      ? refuse(`通知里没有写“${thing}”。`, [], { readsAll: true })
      : undefined;
  },
);

function isNowhere(thing: string, { mentions, text }: Question, { facts, retriever }: Desk): boolean {
  const start = text.indexOf(thing);
  const isNamed = mentions.some((m) => m.start <= start && m.end >= start + thing.length);
  if (isNamed || NO_THING.test(thing) || facts.says(thing) || facts.says(thing.slice(0, 2))) return false;
  const [best] = retriever.search({ parts: contentOf(thing) });
  return (best?.coverage ?? 0) < SPOKEN_OF;
}
