import { fold } from '../../characters/fold.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { perNotice } from '../../per-notice.ts';
import { refuse } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { listsWhatItCounts } from '../../sentences/counted-lists.ts';
import { needing } from '../needing.ts';

/** A word set in quotes that counts what it holds (`“某某九条”`, `“九要”`). */
const QUOTED = /“([一二三四五六七八九十]{1,2}(?:个|项)?[\u4e00-\u9fff]{1,5})”/g;

/** The words of the notice that count what nothing in it lists, with the first place that says them. */
const unlisted = perNotice(({ model }: Facts) => {
  const texts = model.clauses.map(({ text, location }) => ({ text, location }));
  const words = texts.flatMap(({ text, location }) =>
    [...text.matchAll(QUOTED)].map(([, word = '']) => ({ word, location })),
  );
  const isListed = (word: string) =>
    texts.some(({ text }) => text.includes(word) && listsWhatItCounts(text, word));
  return words
    .filter(({ word }, i) => words.findIndex((one) => one.word === word) === i && !isListed(word))
    .map((one) => ({ ...one, said: fold(one.word) }));
});

/** A word that is a number and what is counted, and no name of its own (`九要`). */
const COUNTS = /^[一二三四五六七八九十\d]+(?:个|项)?(?:不[\u4e00-\u9fff]|[\u4e00-\u9fff])$/;

/** One of several by its place. */
const BY_PLACE =
  /^(?:这|那|里[面头]?|中|当中|的|[几\d一二三四五六七八九十]{1,2}[条项个]){0,4}(?:第(?:\d{1,2}|[一二三四五六七八九十]{1,2})|头一|最后一|末一|开头一)(?:条|项|个|句|样)/;

/** Each of them by itself, or what they are. */
const ONE_BY_ONE =
  /逐条|逐项|逐一|挨个|挨条|每条|每一条|各条|条目|原文|全文|(?:分别|各|都)(?:是)?(?:哪|啥|什么|指)/;

/** `“九要”里头第三条是啥`, `九要逐条说一遍`: an item of what the notice only calls by its word, or all of them. */
export const answerQuotedItems: Handler = needing(
  () => ({ folded: [[ONE_BY_ONE, /第/, /一[条项个句样]/]] }),
  ({ folded }, { facts }) => {
    const isEach = ONE_BY_ONE.test(folded);
    if (!isEach && !/第|一[条项个句样]/.test(folded)) return undefined;
    const bare = folded.replace(/["“”‘’']/g, '');
    const found = unlisted(facts).find(({ said }) => {
      const place = bare.indexOf(said);
      return place >= 0 && (BY_PLACE.test(bare.slice(place + said.length)) || (isEach && COUNTS.test(said)));
    });
    return (
      found &&
      refuse(`通知里只提到“${found.word}”，没有列出其中各条的内容。${at(found.location)}`, [found.location], {
        readsAll: true,
      })
    );
  },
);
