import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** How often, as people say it and as a notice writes it. */
const RHYTHMS: readonly [RegExp, RegExp][] = [
  [/(?:每|按|逐|一)(?:个)?季度?|季度性/, /每季度/],
  [/(?:每|按|逐|一)(?:个)?年(?!底)|年年|年度性/, /每年/],
  [/(?:每|按|逐|一)(?:个)?月|月月/, /每月/],
];
const THINGS = /(?:事|活儿?|工作|任务|动作|规定|安排|活动|要干|要做|做)(?:情|项)?/;
const LISTS = /哪[些几]|什么|啥|几[件样项桩]|列|清单|捋/;
/** Words of asking for what is done again and again; none is of a matter. */
const ASKING =
  /(?:每|按|逐|一)(?:个)?(?:季度?|年|月)|季度性|年度性|年年|月月|一次|一回|定期|固定|周期|节奏|频率|雷打不动|例行|正文|主文|通知|文件|附件\d?|制度|规矩|要求|规定|安排|动作|工作|任务|活动|事情|事项|活儿?|事|都|要|得|走|干|做|办|来|开展|进行|搞|哪[些几]?|什么|啥|几|件|样|项|桩|列|清单|捋|说|讲|里头?|全|需|该|必须|各?单位|我们?|重复|反复|轮着/g;
const MOST = 6;

/** `正文里按季度走的事都有啥`: every sentence of that part which says so. */
export const answerRecurring: Handler = needing(
  () => ({ masked: [RHYTHMS.map(([said]) => said), THINGS, LISTS] }),
  (question, { facts }) => {
    const { masked, text } = question;
    const written = RHYTHMS.find(([said]) => said.test(masked))?.[1];
    if (!written || !THINGS.test(masked) || !LISTS.test(masked)) return undefined;
    if (question.mentions.some((m) => m.how !== 'hint' && m.kind !== 'clause')) return undefined;
    if (question.residue.join('').replace(ASKING, '').length > 1) return undefined;
    const place = attachmentIn(text) ?? mentioned(question, 'clause')[0]?.location ?? '';
    const isOwn = place === '' && /正文|主文/.test(text);
    const found = facts.model.clauses
      .filter(({ location }) => location.startsWith(place) && !(isOwn && location.startsWith('附件')))
      .flatMap(({ location, text: said }) =>
        said
          .split(/(?<=[。；\n])/)
          .filter((sentence) => written.test(sentence))
          .map((sentence) => ({ location, sentence: sentence.trim().replace(/[。；]$/, '') })),
      )
      .slice(0, MOST);
    if (found.length === 0) return undefined;
    return reply(
      found.map(({ location, sentence }) => `${sentence}。${at(location)}`),
      found.map(({ location }) => location),
      { confidence: 0.9 },
    );
  },
);
