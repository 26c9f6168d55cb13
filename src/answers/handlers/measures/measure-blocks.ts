import type { Handler } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const BLOCK =
  '(?:哪|几|多少|[二三四五六七八九十两]|\\d)+(?:个|大|种|条)*(?:块|部分|类|板块|方面|章|摊|大项|领域|篇|节)';
/** `附件1的措施体系分成哪四大块`, `31条措施归为几大类`. */
const ASKS = new RegExp(
  `^(?:附件[1一])?(?:里|中|的|上|头|面|这|那|主要|重点|全部|所有|一共|总共|第?\\d+条|几十条)*措施(?:的|体系|框架|部分|内容|这块|那块|清单|一共|总共|共|按|是|都|整体|大体|大致|上|到底|被|可以|能)*(?:分|划|归|切|列|拆|摆|排)(?:成|为|作|了|到|在|列|分|类|做)*(?:了)?${BLOCK}[,，]?(?:的|来|都|分别|各|是|叫|哪些|哪几块|什么|啥|讲|写|名字|列|说|一下|念)*[?？。]*$`,
);

/** The parts that the measures are told in. */
export const answerMeasureBlocks: Handler = needing(
  () => ({ text: [ASKS] }),
  ({ text, residue }, { facts }) => {
    const { parts } = facts.model;
    if (parts.length < 2 || !ASKS.test(text)) return undefined;
    return reply(
      `措施分${parts.length}块：${parts.map(({ heading }) => heading).join('、')}。${at(...parts.map(({ location }) => location))}`,
      parts.map(({ location }) => location),
      { spoken: residue, focus: parts.map(({ location }) => ({ kind: 'clause', location })) },
    );
  },
);
