import { fold } from '../../characters/fold.ts';
import { indexTexts } from '../../characters/text-index.ts';
import type { Handler } from '../../handler.ts';
import { perNotice } from '../../per-notice.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** `哪俩组的分工里提了…`, `…都出现在哪几个组`. */
const ASKS =
  /(?:哪[几些俩两二三四]?个?|几个|多少个?|有哪些)(?:专项)?(?:工作)?小?组(?:的)?(?:责任)?(?:分工|职责|任务)?(?:里|中)?(?:面|头)?(?:都)?(?:提|写|说|讲|出现|带|有|含|用)(?:到|了|过|着|的)*(?:是)?|(?:这[类种个](?:话|词|字眼|说法|提法)?)?(?:都)?(?:出现|写|提|讲|用|说|落|搁|放)(?:在|到)?了?(?:哪|第几)[几些俩两二三四]?个?(?:专项)?(?:工作)?小?组(?:的)?(?:责任)?(?:分工|职责|任务)?(?:里)?(?:面|头)?(?:,?(?:啥|什么|哪)个?个?组)?/;
const SHORTEST = 3;
/** Pieces longer than this have all characters of anything. */
const LONGEST = 30;
const WRAPPERS =
  /(?:这[类种个]?|这句)?(?:话|词儿?|字眼|字样|说法|提法|内容)|[这那](?:个|几个字)?$|[,，。?？:：]|^(?:的)?(?:是)?|都$/g;

/** Words of the sort are meant, not these alone. */
const LIKE = /这[类种]|类似|之类|一类|这方面/;

const groupsByDuty = perNotice(({ model }) => indexTexts(model.groups, ({ duty }) => fold(duty)));

/** Which groups have certain words among their duties. */
export const answerGroupsSaying: Handler = needing(
  () => ({ text: [ASKS] }),
  ({ text }, { facts }) => {
    const asked = text.match(ASKS)?.[0];
    if (asked === undefined) return undefined;
    const all = wordings(wordsAsked(text, asked).replace(WRAPPERS, '').trim());
    if (all.some((words) => words.length < SHORTEST || words.length > 12)) return undefined;
    const duties = groupsByDuty(facts);
    const exact = LIKE.test(text) ? [] : all.flatMap((words) => duties.having(words));
    const isLoose = exact.length === 0 || all.length > 1 || (exact.length < 2 && SEVERAL.test(asked));
    const loose = all.flatMap((words) =>
      isLoose ? duties.havingEach(words).filter((group) => piecesWith(group.duty, words).length > 0) : [],
    );
    const groups = [...new Set([...exact, ...loose])].sort((a, b) => a.no - b.no);
    if (groups.length === 0) return undefined;
    const pieceOf = (duty: string) => all.flatMap((words) => piecesWith(duty, words))[0] ?? '';
    const lines = groups.slice(0, 3).map((g) => `第${g.no}组：${pieceOf(g.duty)}${at(g.location)}`);
    return reply(
      [`有${groups.length}个组：${groups.map(groupName).join('、')}。`, ...lines],
      groups.map((g) => g.location),
      { focus: groups.map(({ no }) => ({ kind: 'group', no })) },
    );
  },
);

/** More than one is expected. */
const SEVERAL = /哪(?:几|些|俩|两|二|三|四)|几个|多少|有哪些/;

/** What is looked for: behind the asking words in their clause, where something stands there. */
function wordsAsked(text: string, asked: string): string {
  const from = text.indexOf(asked);
  const behind = text.slice(from + asked.length).replace(WRAPPERS, '');
  return behind.length >= SHORTEST && text.slice(0, from).includes(',') ? behind : text.replace(asked, ',');
}

/** `多元化的纠纷解决、化解机制`: each of two words in the one place. */
function wordings(said: string): string[] {
  const [, head, one, other, tail] =
    said.match(/^(.*?)([\u4e00-\u9fff]{2})[、或]([\u4e00-\u9fff]{2})(.*)$/) ?? [];
  const bare = (words: string) => words.replace(/的/g, '');
  if (one === undefined || other === undefined || `${head}${tail}`.length < 2) return [said];
  return [bare(`${head}${one}${tail}`), bare(`${head}${other}${tail}`)];
}

/** The pieces of a duty that have the words, or at least all their characters. */
function piecesWith(duty: string, words: string): string[] {
  const pieces = duty.split(/[，。；]/);
  const exact = pieces.filter((piece) => fold(piece).includes(words));
  if (exact.length > 0) return exact;
  return pieces.filter(
    (piece) => piece.length <= LONGEST && [...words].every((char) => fold(piece).includes(char)),
  );
}
