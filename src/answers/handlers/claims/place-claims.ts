import type { Handler } from '../../handler.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import { reply } from '../../replies/reply.ts';
import { at, measureName, placeName } from '../../replies/texts.ts';
import { placesOf, sentenceAt } from '../../sentences/phrases.ts';
import { needing } from '../needing.ts';

/** What stands between a phrase and the place that somebody gives it. */
const NOTED =
  /[,，、:：]?(?:这|那)?(?:一|几)?(?:句话?|段话?|话|个?提法|个?说法|字样|内容|要求|事|条|项)?(?:的)?[,，]?(?:我|俺|咱|他|她|稿子|材料|底稿|同事|有人|人家|们|里|上|这儿|这边|给|把|老|记得|记着)*(?:(?:注|标|写|记|填|引|列|放|说|讲|认|当|归|排|抄)(?:明|成|在|到|作|为|的|了|着|是|得)*)*(?:的|了)?(?:出处|条号|来源|位置|序号|编号|依据|条款|地方)?(?:也|都|就|应该|应|该|好像|大概|不)?(?:是不是|是否|是|在|出自|来自|引自|属于|取自|见于|见)*[,，:：]?$/;
/** What asks whether the place is right. */
const RIGHT =
  /^(?:措施)?(?:里|上|中|的|那条|这条)?了?(?:的)?(?:内容)?[,，]?(?:这|那|个|我|的|出处|条号|位置|编号|序号|引用?|标|注|写|记|填|得|核|帮|看|一下|查)*(?:对吗|对不对?|对么|没错吧?|没(?:记|标|写|引|注|填|抄)?错吧?|吗|吧|是吧|是不是|准不准?|准吗|错没错?|错了?没有?|有没有错|对没对|没问题吧?|可对|行不行|站得住吗?)[?？。]*$/;
/** Who put it there. */
const BY = /^(?:我们?|俺|他|她|同事|稿子?|材料|底稿|台账|表格?|前面|上面|人家)*(?:里|上|中)*(?:把|将)/;
/** The phrase is put there. */
const PUT = /[在是出注标写记填引列放归排抄于自]/;
const SHORTEST = 4;

/** `“某话”我标的出处是附件1第几条，对吗`: whether a phrase stands in the measure that it is put to, else where it does. */
export const answerPlaceClaims: Handler = needing(
  () => ({ masked: [/M/], text: [PUT] }),
  (question, { facts, retriever }) => {
    const { text, mentions } = question;
    const given = mentions.find((m) => m.kind === 'measure' && m.how === 'number');
    const [entity] = given?.entities ?? [];
    const no = entity?.kind === 'measure' && given?.entities.length === 1 ? entity.no : undefined;
    const measure = no === undefined ? undefined : facts.measure(no);
    const behind = given === undefined ? '' : text.slice(given.end);
    if (!given || !measure || !(RIGHT.test(behind) || (behind === '' && isClaim(question)))) return undefined;
    const told = text
      .slice(0, given.start)
      .replace(BY, '')
      .replace(/附件[1一](?:的|里)?$/, '');
    if (!PUT.test(told.match(NOTED)?.[0] ?? '')) return undefined;
    const phrase = told.replace(NOTED, '').replace(/^附件[1一](?:的|里|中)*/, '');
    if (phrase.length < SHORTEST || /牵头|分包|配合|负责|谁|哪|几|什么|单位/.test(phrase)) return undefined;
    const places = placesOf(phrase, facts, retriever);
    const [first] = places;
    if (first === undefined || sentenceAt(first, phrase, facts) === '') return undefined;
    const isThere = places.includes(measure.location);
    const said = places
      .filter((place) => !isThere || place === measure.location)
      .map((place) => `${placeName(facts, place)}：${sentenceAt(place, phrase, facts)}${at(place)}`);
    const opening = isThere
      ? `${verdict(true)}在${said[0]}`
      : `${verdict(false)}${measureName(measure)}${measure.status === 'whole' ? '' : '看得见的部分'}里没有这句，写在${said[0]}`;
    const owners = facts.measureAt(isThere ? measure.location : first);
    return reply([opening, ...said.slice(1)], isThere ? [measure.location] : places, {
      focus: owners ? [{ kind: 'measure', no: owners.no }] : [],
    });
  },
);
