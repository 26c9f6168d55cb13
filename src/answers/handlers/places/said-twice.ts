import { fold } from '../../characters/fold.ts';
import { parseNumeral } from '../../characters/numerals.ts';
import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { perNotice } from '../../per-notice.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, placeName } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const TIMES =
  '(?<many>[两俩二三仨23])(?:次|回头?|遍|处|拨|伙|类|种|个?(?:地方|地儿|场合|人群)|头(?![\\u4e00-\\u9fff]))';
/** As many places as are told one by one (`一处写…，一处写…`). */
const ONE_BY_ONE = /[有是]?一(处|拨|次|回|头|边|类)[^,，]{1,12}[,，、]?(?:另|又|还)?[有是]?一\1/;
/** A word that is said in several places stands before it (`某词出现两次`), or behind (`有两处提到某词`). */
const BEFORE = new RegExp(`^(?<word>.{2,26}?)(?:分别)?(?:有|了|过|在|给|冒|分|出现|提)*${TIMES}`);
const BEHIND = new RegExp(
  `(?:^|[有在里])${TIMES}(?:都|里|分别)*(?:提到|写到|说到|讲到|点到|用到|点名|提|写|说|讲|用|点|出现|冒出|有)(?:了|过|到|的)*(?<word>[^,，?？:：]{2,14}?)(?:这个?(?:词|说法))?(?:[,，:：]|分别|各|都|是|在|$)`,
);
/** `写了两回某词`. */
const BEHIND_VERB = new RegExp(
  `(?:写|提|说|讲|用|出现|点)(?:到)?(?:了|过)?${TIMES}(?:的)?(?<word>[^,，?？:：]{2,12}?)(?:[,，:：]|分别|各|都|$)`,
);
const ASKS = /分别|各|都[是在]|哪|啥|什么|谁|列|念|找出|挑出|摘/;
/** Beside the word itself: where it is looked for and that it turns up. */
const PLAIN =
  /在[^,，在]{1,6}方案|附件\d?|正文|主文|全文|通篇|通知|文件|方案|四个聚焦|聚焦|这个|那个|这|那|词儿?|字眼|说法|提法|事儿?|被|给|点名?|名|出现|冒出?|露过?[面脸]|参加|提到?|写到?|讲到?|说到?|用到?|有|了|过|到|在|里头?|上|中|面|的|一共|总共|前后|好像|是|头|出|来|都|分|对象|[一二三四五六]个|俩?|[,，:：、\s]/g;
/** Characters of it that may be left unread. */
const MOST_LEFT = 2;
const SHORTEST = 2;
const HEAD_SHOWN = 1;

interface Sentence {
  location: string;
  text: string;
  folded: string;
}

const sentencesOf = perNotice(({ model }): Sentence[] =>
  model.clauses.flatMap(({ location, text }) =>
    text
      .split(/(?<=[。；;\n])/)
      .map((said) => said.trim())
      .filter((said) => said !== '')
      .map((said) => ({ location, text: said, folded: fold(said) })),
  ),
);

/**
 * `某词出现两次，分别是说啥`, `某词给了两拨：一拨…一拨…，都是谁`: each sentence of the notice that has the word, with its
 * place, where there are as many as are said. Undefined where the word stands in more or fewer.
 */
export const answerSaidTwice: Handler = needing(
  () => ({
    folded: [
      [BEHIND, BEHIND_VERB, BEFORE],
      [ASKS, ONE_BY_ONE],
    ],
  }),
  (question, { facts }) => {
    const text = question.folded;
    const match = text.match(BEHIND) ?? text.match(BEHIND_VERB) ?? text.match(BEFORE);
    const told = match?.groups?.['word'];
    if (!match || told === undefined || !(ASKS.test(text) || ONE_BY_ONE.test(text))) return undefined;
    if (question.mentions.some((m) => m.how !== 'hint' && ['unit', 'person', 'measure'].includes(m.kind)))
      return undefined;
    const many = parseNumeral((match.groups?.['many'] ?? '').replace('俩', '两').replace('仨', '三'));
    const home = attachmentIn(told) ?? (attachmentIn(text.replace(/附件\d?[哪几]/g, '')) || '');
    const isApart = /正文|全文|通篇/.test(text);
    const own = sentencesOf(facts).filter(({ location }) => isApart || location.startsWith(home));
    const found = wordIn(told, own, many);
    if (!found) return undefined;
    const answer = said(found.word, found.sentences, (place) => nameOf(place, facts));
    return { ...answer, spoken: question.residue };
  },
);

/** The longest piece of what is told that stands in so many sentences, where hardly anything else is told. */
function wordIn(told: string, all: readonly Sentence[], many: number | undefined) {
  for (let size = told.length; size >= SHORTEST; size--)
    for (let start = 0; start + size <= told.length; start++) {
      const word = told.slice(start, start + size);
      const left = `${told.slice(0, start)},${told.slice(start + size)}`.replace(PLAIN, '');
      if (left.length > MOST_LEFT || word.replace(PLAIN, '').length < SHORTEST) continue;
      const sentences = all.filter(({ folded }) => folded.includes(word));
      const places = new Set(sentences.map(({ location }) => location));
      if (places.size === many && sentences.length === many) return { word, sentences };
    }
  return undefined;
}

function said(word: string, sentences: readonly Sentence[], name: (place: string) => string): Reply {
  const lines = sentences.map(
    ({ location, text }) => `${name(location)}：${text.replace(/[。；;]$/, '')}。${at(location)}`,
  );
  const [first = '', ...others] = lines;
  return reply(
    [`“${word}”共${sentences.length}处。一处在${first}`, ...others.map((line) => `另一处在${line}`)],
    sentences.map(({ location }) => location),
    { readsAll: true },
  );
}

/** A place with what it is headed. */
function nameOf(place: string, facts: Parameters<Handler>[1]['facts']): string {
  const heading = facts.clause(place)?.heading ?? facts.measureAt(place)?.headline;
  const short = heading?.split(/[，,]/).slice(0, HEAD_SHOWN).join('');
  const known = placeName(facts, place);
  return short === undefined || facts.groupAt(place) ? known : `${known}（${short}）`;
}
