import { parseNumeral } from '../../characters/numerals.ts';
import type { Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { contentOf } from '../../question/wording.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { bodyOf } from '../measures/measures.ts';
import { needing } from '../needing.ts';

const MANY = '([二两俩三四五六七八\\d])(?:个|项|种)?';
/** A syllable, or a short word for a figure, that several things in a text have in common. */
const WORD = '["“”]?([零一率度化不网办要]|指数|浓度|百分比)["“”]?';
const ASKS = new RegExp(
  `(?:(?:哪|那|这|的|盯的?|提了?|有|说的?)${MANY}|${MANY}(?=浓度|指数|百分比))${WORD}(?:指标)?(?:的)?(?:数字|数)?(?:分别|各自?|都|具体)*(?:是|叫|指|有|为)*(?:哪[二两俩三四五六七八\\d几些]?|什么|啥|多少|几|怎么)?`,
  'g',
);
/** Nothing but words of asking stands behind. */
const CLOSES =
  /^(?:个|项)?["“”]?(?:[零一率度化不网办要]|指数|浓度|百分比)?["“”]?(?:给我|报|念|说|列|一?下|叫|是|的|名|来着|[?？。,，])*$/;
/** Coverage from which on a sentence is the one that the rest of the question tells of. */
const TOLD = 0.5;

/**
 * `某组盯的三个率分别叫什么`, `某事那条哪三个零`: the pieces of a group's duty, of its measures or of the sentence told of
 * that have the syllable, where one of these texts has it as often as is said.
 */
export const answerCountedWords: Handler = needing(
  () => ({ text: [ASKS] }),
  (question, desk) => {
    const { text: asked } = question;
    const found = [...asked.matchAll(ASKS)].findLast((one) =>
      CLOSES.test(asked.slice(one.index + one[0].length)),
    );
    const [said, one, other, word = ''] = found ?? [];
    const many = one ?? other ?? '';
    const count = parseNumeral(many.replace('俩', '两'));
    if (said === undefined || count === undefined || count < 2) return undefined;
    const sign = word === '百分比' ? '%' : word;
    for (const { location, text } of textsMeant(question, said, desk)) {
      const pieces = withSign(text, sign, count);
      if (pieces)
        return reply(`${pieces.join('；')}。${at(location)}`, [location], { spoken: question.residue });
    }
    return undefined;
  },
);

/** The one clause, else the one sentence, else the clauses of the text that have it so many times. */
function withSign(text: string, sign: string, count: number): string[] | undefined {
  const times = (piece: string) => piece.split(sign).length - 1;
  for (const cut of [/[，；。]/, /[；。]/]) {
    const [only, ...others] = text.split(cut).filter((piece) => times(piece) === count);
    if (only !== undefined && others.length === 0) return [only.trim()];
  }
  const pieces = text.split(/[，；。]/).filter((piece) => times(piece) > 0);
  return times(text) === count ? pieces.map((piece) => piece.trim()) : undefined;
}

/** The duty and the measures of the one group that is named; else the sentence that the rest of the question tells of. */
export function textsMeant(question: Question, said: string, { facts, retriever }: Parameters<Handler>[1]) {
  const firm = question.mentions.filter(
    (m) => m.how !== 'hint' && !['group', 'measure', 'body', 'clause'].includes(m.kind),
  );
  if (firm.length > 0) return [];
  const measures = mentioned(question, 'measure').flatMap(({ no }) => facts.measure(no) ?? []);
  const [asked, ...others] = mentioned(question, 'group');
  const group = asked && others.length === 0 ? facts.group(asked.no) : undefined;
  const own = group ? facts.measuresOfGroup(group.no) : measures;
  if (group || measures.length > 0)
    return [
      ...(group && !/条/.test(question.text) ? [{ location: group.location, text: group.duty }] : []),
      ...own.map((m) => ({ location: m.location, text: bodyOf(m) })),
    ];
  const matches = retriever.search({ parts: contentOf(question.text.replace(said, ',')) });
  return matches
    .filter(({ coverage }) => coverage >= TOLD)
    .slice(0, 2)
    .map(({ statement }) => ({ location: statement.location, text: statement.text }));
}
