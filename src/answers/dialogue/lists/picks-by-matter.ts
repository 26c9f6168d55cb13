import { fold } from '../../characters/fold.ts';
import { entityKey } from '../../names/entities.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';
import { itemsTold } from '../told.ts';

/** One of what was told by what it is about, and what is asked of it. */
const BY_MATTER =
  /^(?:那|这)?(?:些)?(?:里[头面边]|其中|当中|这里[头面]?)?(?:的)?(?:管|抓|搞|弄|做|办|负责|讲|说|写|跟|关于|带)([^,，谁哪啥]{2,8}?)(?:有关|相关)?的?(?:那|这)(?:一)?(?:个|组|条|项|块|家)(?:组)?(?:的)?[,，]?(.+)$/;
const LONGEST = 26;

/** `里头管某事的那个，责任单位有谁` after a list: asked of the one that has to do with it. */
export function pickByMatter({ question, last, facts, link, ask }: Talk): Turn | undefined {
  const { text } = question;
  const [, matter, rest = ''] = text.length > LONGEST ? [] : (text.match(BY_MATTER) ?? []);
  if (matter === undefined || firmOf(question).some(({ kind }) => kind !== 'group')) return undefined;
  const items = last.told ?? itemsTold(last.reply, facts, link);
  if (items.length < 2) return undefined;
  const keys = link(fold(matter)).flatMap(({ entities }) => entities.map(entityKey));
  const found = items.filter(
    ({ entity, name }) => entity && (keys.includes(entityKey(entity)) || name.includes(matter)),
  );
  const [only, ...others] = found;
  const full =
    only && others.length === 0
      ? ask(`${only.name}${rest.replace(/^的/, '').replace(/^(?:干活|干事|考核|发力)的?/, '')}`)
      : undefined;
  return full && { ...full, told: items };
}
