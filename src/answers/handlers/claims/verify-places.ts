import { fold } from '../../characters/fold.ts';
import type { Handler } from '../../handler.ts';
import { verdict } from '../../question/claims.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** Coverage from which on a sentence certainly is the one meant. */
const CERTAIN = 0.7;

/** `第一个聚焦是讲某事的吧`: what a place is about, by the words with which it begins. */
const ABOUT =
  /^(?:那)?(?:个|一个)?(?:是|不是|应该是|主要|专门)*(?:讲|说|管|针对|冲着|对着|抓|整治?|关于|写)(?:的)?(?:是)?([^,，?？]{2,14}?)(?:的)?(?:吧|吗|么|嘛|没错|对吧|对不对|是不是)+[?？]*$/;

export const matterOfPlace: Handler = needing(
  () => ({ masked: [/C/] }),
  ({ mentions, text }, { facts }) => {
    const place = mentions.find(({ kind, how }) => kind === 'clause' && how !== 'hint');
    const [entity] = place?.entities ?? [];
    const said = place && text.slice(place.end).match(ABOUT)?.[1];
    const clause = entity?.kind === 'clause' ? facts.clause(entity.location) : undefined;
    if (said === undefined || !clause) return undefined;
    const [start = ''] = clause.text.match(/^[^。；]*[。；]?/) ?? [];
    // That other words stand there is no contradiction.
    if (!fold(start).includes(said)) return undefined;
    return reply(`${verdict(true)}写的是：${start}${at(clause.location)}`, [clause.location], {
      focus: entity ? [entity] : [],
      spoken: [said],
    });
  },
);

/** `某事是归第二个聚焦整的吧`: whether a matter stands in the place named. */
export const placeOfMatter: Handler = needing(
  () => ({ masked: [/C/, /[归是在属]/] }),
  (question, { facts, retriever }) => {
    const [place] = mentioned(question, 'clause');
    const parts = question.content
      .map((part) => part.replace(/[归是在属]|整治?的?|吧|吗/g, ','))
      .flatMap((part) => part.split(','));
    const content = parts.filter((part) => part.length > 1);
    if (!place || content.length === 0 || !/[归是在属]/.test(question.masked)) return undefined;
    const [best] = retriever.search({ parts: content });
    if (!best || best.coverage < CERTAIN) return undefined;
    const { location, text } = best.statement;
    const isTrue = location === place.location || location.startsWith(place.location);
    const heading = facts.clause(location)?.heading;
    return reply(
      `${verdict(isTrue)}在${location}${heading ? `（${heading}）` : ''}：${text.slice(0, 60)}……`,
      [location],
    );
  },
);
