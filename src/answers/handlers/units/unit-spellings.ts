import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const NAME = '(?:名字|名称|全称|称呼|叫法|写法|称谓|单位名)';
/** That a name is not always written alike, and how it is written. */
const ASKS = new RegExp(
  `${NAME}.{0,10}(?:不(?:太|大)?(?:统一|一致|一样)|统一|前后|不同|几种|哪[几些两]种|多少种|两种|有出入)|(?:前后|统一|几种|哪[几些两]种|多少种|两种)(?:不同)?的?${NAME}|${NAME}(?:有|是|一共)*(?:几|哪[几两])种|(?:都|前后|分别|各处|到处)*(?:写|叫|称)(?:成|作|为)(?:了)?(?:几种|哪[几些两](?:种|个)|什么样)`,
);
const CLAIMS_SAME = /(?<!不)(?:统一|一致|一样)(?:的)?(?:吗|吧|么|不|没有?|对吗|[?？]|$)/;

/** `某公司的名字前后写法不统一，都写成什么`: every spelling of one unit, with where it stands. */
export const answerUnitSpellings: Handler = needing(
  () => ({ masked: [/U/, ASKS] }),
  (question, { facts }) => {
    const { masked, residue } = question;
    if (!ASKS.test(masked) || /[GPM]|谁|牵头|配合|组|哪[些几]?条|措施/.test(masked)) return undefined;
    const [named, ...others] = mentioned(question, 'unit');
    const unit = named && others.length === 0 ? facts.unit(named.id) : undefined;
    if (!unit) return undefined;
    const { spellings } = unit;
    const each = spellings.map(({ text, locations }) => `“${text}”${at(...locations)}`);
    const places = spellings.flatMap(({ locations }) => locations);
    const opening = CLAIMS_SAME.test(masked) ? (spellings.length > 1 ? '不统一，' : '统一，') : '';
    const said =
      spellings.length > 1
        ? `有${spellings.length}种写法：${each.join('、')}`
        : `只有一种写法：${each.join('')}`;
    return reply(`${opening}${said}。`, places, {
      focus: [{ kind: 'unit', id: unit.id }],
      spoken: residue,
      readsAll: true,
    });
  },
);
