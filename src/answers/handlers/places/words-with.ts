import { fold } from '../../characters/fold.ts';
import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { textsMeant } from './counted-words.ts';

/** `带“某”字的提法`, `某字打头的承诺有哪几个`. */
const ASKS =
  /(?:(?:里|中|有)?(?:几个|哪几个|哪些|所有|全部|几处)?(?:带|含|有|用)(?:了|着|上)?(?:个)?["“”]?([\u4e00-\u9fff])["“”]?(?:这个|这)?字?(?:儿)?|["“”]?([\u4e00-\u9fff])["“”]?(?:这个)?字(?:儿)?(?:打头|牵头|开头|当头|起头|带头))的?(?:那)?(?:[几二两三四五六]个|些)?(?:提法|说法|承诺|表述|字眼|口号|词儿?|话|目标|要求|叫法|招|办法|字样|服务)/;
/** Words set apart by quotes. */
const QUOTED = /[“"]([^“”"]{2,12})[”"]/g;
const FEWEST = 2;

/** The words in quotes with a character, in the matter that is told of. */
export const answerWordsWith: Handler = needing(
  () => ({ text: [ASKS] }),
  (question, desk) => {
    const [said, within, first] = question.text.match(ASKS) ?? [];
    const char = within ?? first;
    if (said === undefined || char === undefined || mentioned(question, 'unit').length > 0) return undefined;
    const found = textsMeant(question, said, desk)
      .map(({ location, text }) => ({
        location,
        words: [...text.matchAll(QUOTED)].flatMap(([, word = '']) =>
          (first === undefined ? fold(word).includes(char) : fold(word).startsWith(char)) ? [word] : [],
        ),
      }))
      .filter(({ words }) => words.length > 0);
    const words = found.flatMap((place) => place.words);
    if (words.length < FEWEST) return undefined;
    const lines = found.map(
      (place) => `${place.words.map((word) => `“${word}”`).join('、')}${at(place.location)}`,
    );
    return reply(
      lines.map((line, i) => (i === 0 ? `${words.length}个：${line}` : line)),
      found.map(({ location }) => location),
      { spoken: question.residue },
    );
  },
);
