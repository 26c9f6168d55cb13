import type { Mention } from '../names/entities.ts';

const WHO =
  /^(?:你好[,，]?)?(?:我|俺)(?:们)?(?:是|在)[^,，]{2,16}(?:联络员|办事员|工作人员|干部|新人|同志|新来的|上班|的)[,，](?=.*(?:谁|哪|什么|啥|几|多少|怎么|吗|多久|如何))(?!.*(?:我们|我单位|本单位|咱|俺|我局|自家|自己|局里))/;
/** `刚到某委报到，…` */
const NEW_AT =
  /^(?:我|俺)?(?:是)?(?:刚刚?|新|才|今天)(?:到|来|调到|调来|调进|分到|分配到|进|借调到)[^,，]{2,10}?(?:报到|上班|工作|不久|几天|没几天|锻炼|挂职)?[,，](?=.*(?:谁|哪|什么|啥|几|多少|怎么|吗|多久|如何))(?!.*(?:我们|我单位|本单位|咱|俺|我局|自家|自己|局里))/;
const OURS = /[,，\s].*(?:有|在|轮到|带上|算上|给|归|少不了)(?:咱|俺|我们)/;
const POINTS_BACK = /^[^,，]{0,4}(?:这|那)(?:一)?(?:块|摊|事|个|方面|领域|活)/;
const OF_UNITS = /组|牵头|配合|责任单位|参[与加]|措施|分包|任务/;

/**
 * Where the introduction of the asker ends (`我是某局的，…`) that says nothing of what is asked; 0 where there is none,
 * or where what follows is about that very unit because it names nothing else.
 */
export function introductionIn(text: string, mentions: readonly Mention[], folded = text): number {
  const isNew = NEW_AT.test(text);
  const end = text.match(isNew ? NEW_AT : WHO)?.[0].length ?? 0;
  if (end === 0) return 0;
  const rest = text.slice(end);
  const isOwn = mentions.some((m) => m.kind === 'unit' && m.how !== 'hint' && m.end <= end);
  const others = mentions.filter((m) => m.start >= end && !/除[了去开]?$/.test(text.slice(0, m.start)));
  // `我是某公司的，…有咱没有`: asked of the asker's own unit, by a word that politeness takes away.
  if (isOwn && OURS.test(folded)) return 0;
  if (isNew) return isOwn && others.length > 0 ? end : 0;
  // `我是跑产证的，这块…`: what it names is the matter.
  const isTaken = POINTS_BACK.test(rest) && others.length === 0 && mentions.some((m) => m.end <= end);
  if (isTaken) return 0;
  return isOwn && others.length === 0 && OF_UNITS.test(rest) ? 0 : end;
}
