import { fold } from '../../characters/fold.ts';
import type { Handler } from '../../handler.ts';
import { refuse, reply } from '../../replies/reply.ts';
import { at, measureName, placeName } from '../../replies/texts.ts';

/** Behind the name of a place: whether some words stand there (`…里提过某某没`). */
const WHETHER_SAID =
  /^(?:那条|这条)?(?:里[面头]?|中|上)?(?:到底|究竟|有没有|是否|有无|可曾|到底有没有)*(?:提|写|说|讲)(?:没提|没写)?(?:到|过|了|及|着)*["“]?([\u4e00-\u9fff\da-z%]{3,14}?)["”]?(?:这(?:一)?(?:句话?|个?词|几个字|个?说法|事儿?))?(?:没有?|吗|么|不|没提)[?？]*$/;
const OPEN = /谁|哪|什么|啥|几|多少|怎|咋|牵头|分包|配合|负责|单位/;
/** Share of the words that the place has: it may say the same in others. */
const PARTLY = 0.5;

/** Whether a measure or a clause that is named says something: where it stands, and elsewhere if only there. */
export const answerSaidThere: Handler = (question, { facts, retriever }) => {
  const { text, mentions } = question;
  const place = mentions.find(({ how }) => how !== 'hint');
  const [entity, ...others] = place?.entities ?? [];
  if (!place || place.start > 0 || others.length > 0) return undefined;
  const said = text.slice(place.end).match(WHETHER_SAID)?.[1];
  if (said === undefined || OPEN.test(text.slice(place.end))) return undefined;
  const measure = entity?.kind === 'measure' ? facts.measure(entity.no) : undefined;
  const location = entity?.kind === 'clause' ? entity.location : measure?.location;
  const own = location === undefined ? undefined : facts.clause(location)?.text;
  if (location === undefined || own === undefined || measure?.status === 'missing') return undefined;
  const name = measure ? measureName(measure) : placeName(facts, location);
  const focus = entity ? [entity] : [];
  const sentence = own.split(/(?<=[。；])/).find((one) => fold(one).includes(said));
  if (sentence !== undefined)
    return reply(`提到了，${name}写的是：${sentence.trim()}${at(location)}`, [location], {
      focus,
      spoken: [said],
      readsAll: true,
    });
  const [best] = retriever.search({ parts: [said], only: (s) => s.location === location });
  if ((best?.coverage ?? 0) >= PARTLY) return undefined;
  const elsewhere = facts.clausesSaying(said).map((clause) => clause.location);
  const where = elsewhere.length > 0 ? `，写在${elsewhere.slice(0, 2).join('、')}` : '';
  return refuse(`${name}里没有提到“${said}”${where}。${at(location)}`, [location, ...elsewhere.slice(0, 2)], {
    focus,
    readsAll: true,
  });
};
