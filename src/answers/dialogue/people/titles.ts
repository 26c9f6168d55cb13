import type { Turn } from '../../turn.ts';
import { firmOf } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** What somebody is, without his name. */
const TITLE =
  /^(?:那|那么)?(?:他|她|(?:这|那|该)(?:一)?(?:个)?(?:位|人|领导|同志)(?:领导|同志)?|此人|领导|人家)?(?:身上|头上)?(?:本人)?(?:的)?(?:现在?[,，]?|目前|如今)?(?:是|任|当|挂|兼|担任|现任|又是|属)?(?:着|的)?(?:(?:个|的)?(?:什么|啥|何|哪)个?(?:职务|官儿?|头衔|职位?|级别|来头|身份|衔)|(?:职务|头衔|官职|职位|身份)(?:是|叫)?(?:呢|什么|啥)?|(?:哪里|哪儿|哪个单位|哪边)的(?:领导|人|官)?|干(?:什么|啥)的|什么人)(?:呢|啊|呀|来着|[?？])*$/;
/** Of him that was spoken of, not of all. */
const HIS = /^(?:那|那么)?(?:他|她|这位|人家)(?!们)/;
const LONGEST = 14;

/** Whose title is held against that of him who was told (`跟张三职务一样吗`). */
const AS_ANOTHER =
  /^(?:那|那么)?(?:他|她)?[跟和与同]P(?:的|是)?(?:职务|头衔|官衔|职级|级别)(?:是不是|是否)?(?:都|也)?(?:是)?(?:一样|相同|一致|同样)/;

/** `什么职务`, `是哪里的领导` after an answer that names one person: what he is. */
export function titleOfTold({ question, last, facts, ask }: Talk): Turn | undefined {
  const { masked, text } = question;
  const told = firmOf(last.question).flatMap(({ entities }) => entities);
  if (AS_ANOTHER.test(masked) && told.length === 1 && told[0]?.kind === 'person')
    return ask(`${facts.person(told[0].id)?.name}${text.replace(/^(?:那|那么)?(?:他|她)?/, '')}吗`);
  if (text.length > LONGEST || !TITLE.test(text) || firmOf(question).length > 0) return undefined;
  const [line = ''] = last.reply.lines;
  const [only, ...others] = facts.model.people.filter(({ name }) => line.includes(name));
  if (only && others.length === 0) return ask(`${only.name}是什么职务`);
  // After whether he is among several: he that was looked for.
  const [asked, ...more] = firmOf(last.question).flatMap(({ entities }) => entities);
  const sought = asked?.kind === 'person' && more.every(({ kind }) => kind !== 'person') ? asked : undefined;
  return sought && HIS.test(text) ? ask(`${facts.person(sought.id)?.name}是什么职务`) : undefined;
}
