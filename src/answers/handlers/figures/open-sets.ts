import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { perNotice } from '../../per-notice.ts';
import { type Reply, refuse } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** Several of a kind of which the notice counts more than it names (`甲公司等6个某点`). */
interface OpenSet {
  said: string;
  named: readonly string[];
  noun: string;
  location: string;
}

const COUNTED =
  /([^，。；、（）“”的]{2,12}(?:、[^，。；、（）“”的]{2,12})*)等\s*(\d{1,2})\s*个([\u4e00-\u9fff]{2,6}?)(?=的|[，。；、]|$)/g;

const openSets = perNotice(({ model }: Facts): OpenSet[] =>
  model.clauses.flatMap(({ text, location }) =>
    [...text.matchAll(COUNTED)].flatMap(([, list = '', count, noun = '']) => {
      const named = list.split('、');
      if (named.length >= Number(count)) return [];
      const last = named.map((name) => name.replace(/^.*(?:确定|包括|如)的?/, ''));
      return [{ said: `${last.join('、')}等${count}个${noun}`, named: last, noun, location }];
    }),
  ),
);

/** Which ones are meant. */
const WHICH =
  /谁|哪[几些一二三四五六七八九两俩\d]*(?:个|家|所)|叫(?:什么|啥)|名单|名字|名称|花名册|[那剩余下他它外][的那这]?[一二三四五六七八九几\d]+[个家所](?:呢|[?？])*$|(?:其[他它余]|别的|剩下?的?|另外的?)(?:呢|[?？])*$/;
const THE_REST = /除|以外|之外|另外|剩|其[他它余]|别的|余下|还有|算(?:上)?一|名单|花名册|都(?:有|是)/;
/** How many more there are to be is another question. */
const NEW_ONES = /再|新|培育|今年|扩|多少|怎么|咋|如何/;

/** `6个某点除了甲公司还有谁`: of a set that is counted, only those named in it stand in the notice. */
export const answerOpenSets: Handler = needing(
  () => ({ folded: [WHICH, THE_REST] }),
  ({ folded }, { facts }) => {
    if (!WHICH.test(folded) || !THE_REST.test(folded) || NEW_ONES.test(folded)) return undefined;
    const set = openSets(facts).find(({ noun, named }) => {
      return folded.includes(noun.slice(-3)) || (isNamed(folded, named) && folded.includes(noun.slice(-2)));
    });
    return set && restUnsaid(set);
  },
);

/** `除了甲公司那五个叫啥` after something of such a set: the same. */
export function restOfSetTold(folded: string, told: string, facts: Facts): Reply | undefined {
  if (!WHICH.test(folded) || !THE_REST.test(folded) || NEW_ONES.test(folded)) return undefined;
  const set = openSets(facts).find(
    ({ noun, named }) => told.includes(noun.slice(-3)) && isNamed(folded, named),
  );
  return set && restUnsaid(set);
}

const isNamed = (folded: string, named: readonly string[]) =>
  named.some((name) => folded.includes(name) || folded.includes(name.replace(/公司$/, '')));

const restUnsaid = ({ said, location }: OpenSet) =>
  refuse(`通知里只写了“${said}”，没有写其余的是哪些。${at(location)}`, [location]);
