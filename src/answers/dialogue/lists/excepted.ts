import { fold } from '../../characters/fold.ts';
import { entityKey } from '../../names/entities.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import type { Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';
import { itemsTold } from '../told.ts';

const EXCEPT =
  /^(?:那|要是|如果)?(?:撇开|撇去|去掉|刨去|刨掉|刨开|除去|除掉|除了?|除开|抛开|扣掉|不算|不要)(.{2,14}?)(?:(?:那|这)(?:一)?(?:个|项|组|条|家|位|块))?(?:组|家|局)?(?:之外|以外|外|的话)?[,，\s]*(?:还|就|又)?(?:剩|余|有|其[余他它]|别的|另)[下了]?(?:的)?(.*)$/;
/** `不是管某事的那个，另一组的职责呢`: the other of the two. */
const THE_OTHER =
  /^(?:那|要|我要|问的?)?(?:不是|不要|不说|不问|别说|除了|撇开|抛开)(?:管|抓|牵头|办)?(.{2,12}?)的?(?:那|这)?(?:一|1)?(?:个|项|组|条|家|位|块|摊)?(?:组)?[,，]?(?:是|要|问|说)?(?:另(?:外)?|剩下?|余下|其余)(?:的)?(?:那|这)?(?:一|1)?(?:个|项|组|条|家|位|块|摊)(?:组)?(?:呢|[,，])*(?:的)?(.*)$/;
const LONGEST = 26;

/** `撇开某事那个还剩几个`, `去掉某事剩下俩是啥`: the list just told, without one of it. */
export function exceptedOfTold({ question, last, facts, link, ask }: Talk): Turn | undefined {
  const { text } = question;
  const other = text.match(THE_OTHER);
  const name = text.length > LONGEST ? undefined : (other ?? text.match(EXCEPT))?.[1];
  if (name === undefined) return undefined;
  const items = last.told ?? itemsTold(last.reply, facts, link);
  const keys = new Set(link(name).flatMap(({ entities }) => entities.map(entityKey)));
  const isIt = ({ entity, said }: (typeof items)[number]) =>
    (entity !== undefined && keys.has(entityKey(entity))) ||
    fold(said).includes(name) ||
    link(fold(said)).some((m) => m.entities.some((one) => keys.has(entityKey(one))));
  const rest = items.filter((item) => !isIt(item));
  if (rest.length === 0 || rest.length === items.length || items.length < 2) return undefined;
  const [only, ...more] = rest;
  if (other?.[2] && only?.entity && more.length === 0) return ask(`${only.name}的${other[2]}`);
  const [place] = last.reply.cites;
  return {
    question,
    reply: reply(
      `还有${rest.length}个：${rest.map(({ said }) => said).join('、')}。${place === undefined ? '' : at(place)}`,
      last.reply.cites,
      { focus: rest.flatMap(({ entity }) => entity ?? []) },
    ),
    told: rest,
  };
}
