import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { needing } from '../needing.ts';
import { measuresReply } from '../sets/counts.ts';

const UP_TO = '(?:到|至)(?:了)?(?:第)?(?:几|多少)';
/** Up to which number they go, in whatever words. */
const ASKS = new RegExp(
  [
    `(?:编号?|排|数|列|标|顺)(?:下来|下去)?[,，]?(?:最后|一直|一路|总共|一共)*(?:编号?|排|数|列|标|写|是|能)*${UP_TO}`,
    '(?:最后|最末|末尾|末了|压轴)(?:的)?(?:一|那)?条(?:措施)?(?:的)?(?:编号|序号|号)?(?:是|编|排|标|为)*(?:到)?(?:第)?(?:几|多少)(?:条|号)?$',
    '(?:编号|序号|号码?)最(?:大|高|后)(?:的)?(?:那条|一条)?(?:是|到)*(?:第)?(?:几|多少)',
  ].join('|'),
);
/** A part of them is meant, or something else that is numbered. */
const OF_A_PART = /块|板块|聚焦|部分|组|制度|要求|单位|领导|方案/;

/** `措施一条一条排下来编到多少号`: the number of the last measure. */
export const answerLastNumber: Handler = needing(
  () => ({ text: [ASKS] }),
  ({ text, mentions }, { facts }) => {
    if (!ASKS.test(text) || OF_A_PART.test(text)) return undefined;
    const home = facts.model.measures[0]?.location.split('·')[0];
    const place = attachmentIn(text);
    if (home === undefined || (place !== undefined && !place.startsWith(home))) return undefined;
    if (place === undefined && !text.includes('措施')) return undefined;
    const isOther = mentions.some((m) => m.how !== 'hint' && m.kind !== 'clause');
    return isOther ? undefined : measuresReply(facts);
  },
);
