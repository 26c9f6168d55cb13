import type { Mention } from '../names/entities.ts';
import { firmOf, type Turn } from '../turn.ts';

/** `另外两个呢`, `其余的`, `剩下那家是谁`. */
const REST =
  /^(?:那|还有|说说|报报?|把)*(?:另外|另|其余|剩下|余下|其他|其它|别的)(?:的)?(?:那|这)?(?:[几一两俩二三四五六七八九\d]{1,2})?(?:个|项|家|位|组|单位|名)*(?:呢|都|分别|又|是|叫|有|谁|啥|什么|哪[几些]?[个家项位]?|报|列|说|一下|出来)*$/;
/** `还有呢，就这俩？` */
const THESE_ALONE =
  /^(?:还有(?:别的|其他)?[呢吗么]?[,，]?)?(?:就|只)?(?:有)?这[俩两几些](?:个|项|家|位)?(?:吗|么|呀)?[?？]?$|^还有(?:别的|其他)?[呢吗么][?？]?$/;
const HOLDERS: ReadonlySet<string> = new Set(['person', 'unit', 'group', 'measure']);
const ITEMS: ReadonlySet<string> = new Set(['group', 'unit', 'subLead', 'person']);
const SLOT = /责任单位|配合|牵头|分包/;

/** After some of a list were spoken of, the others: a list left open behind those that were named. */
export function restAsked(text: string, last: Turn): string | undefined {
  if (!REST.test(text) && !THESE_ALONE.test(text)) return undefined;
  const [holder, ...others] = firmOf(last.question);
  const [first] = others;
  if (!holder || !first || !HOLDERS.has(holder.kind) || !ITEMS.has(first.kind)) return undefined;
  const isItem = (m: Mention) => m.kind === first.kind && m.kind !== holder.kind;
  if (!others.every(isItem)) return undefined;
  const slot = last.question.text.match(SLOT)?.[0] ?? '';
  return `${holder.text}${slot}：${others.map((m) => m.text).join('、')}，还有`;
}
