import { fold } from '../../characters/fold.ts';
import { indexTexts } from '../../characters/text-index.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { perNotice } from '../../per-notice.ts';
import { verdict } from '../../question/claims.ts';
import { reply } from '../../replies/reply.ts';
import { at, measureName, placeName } from '../../replies/texts.ts';
import { placesOf, sentenceAt } from '../../sentences/phrases.ts';
import { needing } from '../needing.ts';

const TOGETHER =
  /^(?:附件\d(?:里|中|的)*)?(.{2,18}?)(?:和|跟|与|同|以及|、)(.{2,18}?)[,，]?(?:这)?(?:两|俩|二)?(?:个|项|件|样)?(?:事)?(?:说法)?(?:是不是|是否|是|算不算|算|在不在|不)?(?:都|全)?(?:写|放|列|摆|说|讲|归|装|搁|出现)*(?:在|到|进)?(?:附件\d的?)?(?:同一|同|一|1)(?:个)?条(?:措施)?(?:里|面|头|中|上|内|下)*(?:写|说|讲|提)?(?:的)?(?:[吗不没么吧]|是不|对不|没有|是不是|对吗)?$/;

/** `甲事和乙事在一条里吗`: whether two things stand in one place. */
export const answerSamePlace: Handler = needing(
  () => ({ text: [/条/, TOGETHER] }),
  ({ text }, { facts, retriever }) => {
    const [, first = '', second = ''] = (text.includes('条') && text.match(TOGETHER)) || [];
    if (first === '' || second === '') return undefined;
    const sides = [first, second].map((phrase) => placesOf(phrase, facts, retriever));
    const [a = [], b = []] = sides;
    if (a.length === 0 || b.length === 0) return undefined;
    const shared = a.filter((place) => b.includes(place));
    const places = shared.length > 0 ? shared : [...a, ...b];
    const said = (phrase: string, of: readonly string[]) =>
      `“${phrase}”在${of.map((p) => placeName(facts, p)).join('、')}`;
    const line =
      shared.length > 0
        ? `${verdict(true)}都在${shared.map((p) => placeName(facts, p)).join('、')}。${at(...shared)}`
        : `${verdict(false)}${said(first, a)}；${said(second, b)}。${at(...places)}`;
    return reply(line, places, { focus: focusOn(facts, places.slice(0, 1)) });
  },
);

const WHERE =
  /^(?:附件\d(?:里|中|的)*)?(.{2,18}?)(?:这|那)?(?:个|件|项)?(?:事|说法|提法|要求|内容|字样)?[,，]?(?:是)?(?:写|放|列|摆|说|讲|出现|归|提)*(?:在|到|于)?(?:附件\d)?(?:的|里|中)*(?:第几|哪(?:一|几)?)(?:个)?条(?:具体)?(?:措施)?(?:里|面|头|中|上)*(?:写|说|讲|提|规定|出现)?(?:到|过)?(?:的|呢)?$/;

/** `某事在第几条`: the measures that a phrase stands in, letter by letter. */
export const answerWhereabouts: Handler = needing(
  () => ({ text: [/条/, WHERE] }),
  (question, { facts, retriever }) => {
    const { text } = question;
    const [, phrase = ''] = (text.includes('条') && text.match(WHERE)) || [];
    if (phrase.length < 3 || /方案|牵头|配合|负责|谁|单位|哪|几/.test(phrase)) return undefined;
    const isName = question.mentions.some((m) => m.how !== 'hint' && m.text.length >= phrase.length);
    const isOwner = question.mentions.some(
      (m) => m.how !== 'hint' && (m.kind === 'unit' || m.kind === 'person'),
    );
    if (isName || isOwner) return undefined;
    const attachment = attachmentIn(text) ?? '';
    const places = placesOf(phrase, facts, retriever).filter(
      (place) => facts.measureAt(place) && place.startsWith(attachment),
    );
    if (places.length === 0 || sentenceAt(places[0] ?? '', phrase, facts) === '') return undefined;
    const said = places.map(
      (place) => `${placeName(facts, place)}：${sentenceAt(place, phrase, facts)}${at(place)}`,
    );
    return reply(
      places.length > 1
        ? [`在${places.map((p) => placeName(facts, p)).join('、')}。`, ...said]
        : `在${said[0]}`,
      places,
      {
        focus: focusOn(facts, places),
      },
    );
  },
);

const SPEAKING_OF =
  /^(?:附件\d(?:里|中|的)*)?哪(?:几|些|一)?条(?:措施)?(?:是)?(?:专门)?(?:讲|管|说|提到|提|写|关于|涉及|谈|讲到|写到|写了|说到)(?:到|了|的|着)*(?:是)?(.{2,12}?)(?:的|方面|这块|工作)*$|^(?:附件\d(?:里|中|的)*)?(?:讲|管|说|提到|提|写|关于|涉及|谈|讲到|写到|说到)(?:到|了)?(.{2,12}?)(?:的)?(?:措施)?(?:是|有|在)?(?:哪(?:几|些|一)?条|第几条)(?:措施)?$/;
const measuresByHeadline = perNotice(({ model }) =>
  indexTexts(model.measures, ({ headline = '' }) => fold(headline)),
);
const measuresByText = perNotice(({ model }) => indexTexts(model.measures, ({ text }) => fold(text)));
/** More measures than this are no answer. */
const LISTED = 6;

/** `哪几条是讲某事的`: the measures whose headline, else whose text, has a word. */
export const answerSpeakingOf: Handler = needing(
  () => ({ text: [SPEAKING_OF] }),
  (question, { facts }) => {
    const match = question.text.match(SPEAKING_OF);
    const phrase = match?.[1] ?? match?.[2] ?? '';
    const isOwner = question.mentions.some(
      (m) => m.how !== 'hint' && (m.kind === 'unit' || m.kind === 'person'),
    );
    if (phrase.length < 2 || isOwner || /牵头|配合|负责|谁|单位/.test(phrase)) return undefined;
    const headed = measuresByHeadline(facts).having(fold(phrase));
    const found = headed.length > 0 ? headed : measuresByText(facts).having(fold(phrase));
    if (found.length === 0 || found.length > LISTED) return undefined;
    return reply(
      [
        `${found.length}条：第${found.map((m) => m.no).join('、')}条。`,
        ...found.slice(0, 3).map((m) => `${measureName(m)}：${m.headline ?? ''}。${at(m.location)}`),
      ],
      found.map((m) => m.location),
      { focus: found.map(({ no }) => ({ kind: 'measure', no })) },
    );
  },
);

function focusOn(facts: Facts, places: readonly string[]) {
  return places.flatMap((place) => {
    const measure = facts.measureAt(place);
    return measure ? [{ kind: 'measure' as const, no: measure.no }] : [];
  });
}
