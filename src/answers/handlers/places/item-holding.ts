import { fold } from '../../characters/fold.ts';
import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { perNotice } from '../../per-notice.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { placesOf } from '../../sentences/phrases.ts';
import { needing } from '../needing.ts';

const NOUN = '(措施|制度|要求|聚焦|重点|任务|工作|方面|举措)';
const WHICH = `(?:附件\\d|正文)?(?:里|的)*(?:这|那)?(${NUMERAL}|\\d{1,2})?(?:大)?(?:项|条|个)?(?:工作)?${NOUN}(?:里[面头]?|中|当中|之中|之)?的?[,，]?(?:是)?(?:哪|第几)(?:一)?(?:项|条|个|大项)?(?:措施|制度|要求|聚焦|工作)?(?:里|下面?|底下)?(?:呢|的|[?？])*$`;
const IS_IN = '(?:属于?|算|归|列|放|写|在|落|是)(?:在|到|于|进)?(?:是)?';
/** A matter, so many items of a sort, and which of them it is. */
const WHICH_OF = new RegExp(
  `^(.{2,16}?)(?:这|那)?(?:个|件|项)?(?:事|活动|做法|说法)?[,，]?(?:应该|到底|具体)*${IS_IN}${WHICH}`,
);
/** The same of what was told. */
const ITS = new RegExp(
  `^(?:那|那么)?(?:它|这个?|那个?|这件事|那件事|这事)?(?:应该|到底|具体|又)*${IS_IN}${WHICH}`,
);

/** `出自哪个制度`, `这算哪个制度底下的`: the same, without how many there are. */
const ITS_SORT =
  /^(?:那|那么)?(?:它|这个?|那个?|这件事|那件事|这事)?(?:应该|到底|具体|又|是)*(?:出自|来自|源自|属于?|算|归|写在|列在|落在)(?:是|在|到|的)*(?:哪|什么|啥)(?:一)?(?:个|项|条)?(?:工作)?(制度|措施|要求|聚焦)(?:底下|下面?|里[面头]?|规定|管|当中)*(?:的)?(?:呢|[?？])*$/;

/** The headed items that stand beside each other under a heading, by that heading. */
const seriesOf = perNotice(({ model }) =>
  [
    ...Map.groupBy(
      model.clauses.filter(({ parent, heading }) => parent !== undefined && heading !== undefined),
      ({ parent }) => parent ?? '',
    ),
  ].map(([parent, items]) => ({ parent: model.clauses.find(({ location }) => location === parent), items })),
);

/** `某事属于六项措施的哪一项`: the item of a series of the paper, so many and of that sort, that speaks of a thing. */
export const answerItemHolding: Handler = needing(
  () => ({ text: [/哪|第几/, WHICH_OF] }),
  ({ text }, { facts, retriever }) => {
    const [, phrase = '', many, noun = ''] = (/哪|第几/.test(text) && text.match(WHICH_OF)) || [];
    return phrase === '' ? undefined : itemAmong(placesOf(phrase, facts, retriever), many, noun, text, facts);
  },
);

/** `属于六项措施的哪一项`, said of what stands in a place; undefined where that is not asked. */
export function itemOfPlace(text: string, place: string, facts: Facts): Reply | undefined {
  const [said, many, noun = ''] = text.match(ITS) ?? [];
  if (said !== undefined) return itemAmong([place], many, noun, text, facts);
  const sort = text.replace(/[,，].*$/, '').match(ITS_SORT)?.[1];
  return sort === undefined ? undefined : itemAmong([place], undefined, sort, text, facts);
}

function itemAmong(
  places: readonly string[],
  many: string | undefined,
  noun: string,
  text: string,
  facts: Facts,
): Reply | undefined {
  if (many === undefined && /工作|方面|任务/.test(noun)) return undefined;
  const count = many === undefined ? undefined : parseNumeral(many);
  const attachment = attachmentIn(text) ?? '';
  const found = seriesOf(facts)
    .filter(
      ({ parent, items }) =>
        parent?.location.startsWith(attachment) &&
        (count === undefined ? fold(parent.heading ?? '').includes(noun) : items.length === count),
    )
    .flatMap(({ parent, items }) =>
      items.flatMap((item, i) => (places.includes(item.location) ? { parent, items, item, no: i + 1 } : [])),
    );
  const [only, ...others] = found;
  if (!only || others.length > 0) return undefined;
  const { parent, items, item, no } = only;
  const line = `在“${item.heading}”里，是${parent?.heading ?? ''}${items.length}项里的第${no}项。${at(item.location)}`;
  return reply(line, [item.location], {
    focus: [{ kind: 'clause', location: item.location }],
    readsAll: true,
  });
}
