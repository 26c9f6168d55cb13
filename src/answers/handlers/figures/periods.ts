import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** How often: as the notice writes it, and as it is said. */
const PERIODS: readonly [name: string, said: RegExp][] = [
  ['每季度', /按季度?|每个?季度?|一季度?一|季度(?=要|得|都|走|办|做)/],
  ['每年', /每年|一年一|按年|年度(?=要|得|都)/],
];
const ASKS =
  /(?:的|要|得|走|做|办|干|搞)(?:一次|一回)?的?(?:事儿?|活儿?|工作|任务|动作|规矩|制度)?(?:都|一共)?(?:有|是)?(?:哪[些几]|什么|啥|几[样件项])|(?:哪[些几]|什么|啥|几)(?:个|件|样|项)?(?:事儿?|活儿?|工作|任务|动作)(?:是|要|得)?(?:按|每|一季|一年)/;
/** What the question may hold beside. */
const PLAIN =
  /正文|附件\d|[按每都有是的要得走做办干搞里哪些几样件项个啥事活儿工作任务动作规矩制度一次回定期需必须区各单位咱]|什么|季度?|年度?|通知|文件/g;

/** `正文里按季度走的事都有啥`: what is to be done so often. */
export const answerPeriods: Handler = needing(
  () => ({ text: [PERIODS.map(([, said]) => said), ASKS] }),
  ({ text, mentions }, { facts }) => {
    const period = PERIODS.find(([, said]) => said.test(text));
    if (!period || !ASKS.test(text) || mentions.some((m) => m.how !== 'hint')) return undefined;
    if (text.replace(PLAIN, '').length > 0) return undefined;
    const [name] = period;
    const attachment = attachmentIn(text);
    const isThere = (location: string) =>
      attachment === undefined
        ? !/正文/.test(text) || !location.startsWith('附件')
        : location.startsWith(attachment);
    const found = facts.model.clauses
      .filter(({ location }) => isThere(location))
      .flatMap(({ location, text: said }) =>
        said
          .split(/[，。；\n]/)
          .filter((piece) => piece.includes(name))
          .map((piece) => ({ piece: piece.trim(), location })),
      );
    if (found.length === 0) return undefined;
    return reply(
      `${name}要做的有${found.length}件：${found.map(({ piece, location }) => `${piece}${at(location)}`).join('；')}。`,
      found.map(({ location }) => location),
    );
  },
);
