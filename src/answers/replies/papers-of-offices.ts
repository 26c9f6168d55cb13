import type { Facts } from '../facts.ts';
import type { Question } from '../question/parse.ts';
import { type Reply, reply } from './reply.ts';
import { at } from './texts.ts';

/** `市里两办那个文`, `省委办、省政府办印的`: a paper by the offices above that issued it. */
const BY_OFFICES =
  /(?<![城都])([市省])(?:里|委|上|级)?(?:的|那|这)*(?:[两俩]个?办(?!法|公室主任)(?:公室)?|[两俩]个?办公室(?!主任)|委办(?:公室)?[、和跟与]?(?:[市省])?(?:政府办|府办))/;
const ASKS_NUMBER = /文号|字号|编号|(?:几|多少|什么|啥|哪个)号|号码?(?:是|呢|有|叫)?(?:多少|几|啥|什么|$)/;
/** A title that names two offices as those who issued it. */
const OF_TWO_OFFICES = /办公室.*办公室/;

/** The number of a paper that is told by the two offices above that issued it, where the notice cites one such paper. */
export function numberOfOffices({ text, residue }: Question, { model }: Facts): Reply | undefined {
  const level = text.match(BY_OFFICES)?.[1];
  if (level === undefined || !ASKS_NUMBER.test(text)) return undefined;
  const [only, ...others] = model.document.references.filter(
    ({ title, number }) => number !== undefined && title.includes(level) && OF_TWO_OFFICES.test(title),
  );
  return only && others.length === 0
    ? reply(`《${only.title}》（${only.number}）。${at(only.location)}`, [only.location], { spoken: residue })
    : undefined;
}
