import type { Facts } from '../facts.ts';
import type { Mention } from '../names/entities.ts';
import { firmOf, type Turn } from '../turn.ts';

/** `不是条，是组`: the same number of the other kind. */
export function switchKind(text: string, last: Turn): string | undefined {
  const before = firmOf(last.question).find(
    (m) => m.how === 'number' && (m.kind === 'group' || m.kind === 'measure'),
  );
  const [entity] = before?.entities ?? [];
  if (!before || (entity?.kind !== 'group' && entity?.kind !== 'measure')) return undefined;
  const wants = /是(?:说|问|指)?(?:小|专项)?组|问的?是?(?:小|专项)?组/.test(text)
    ? 'group'
    : /是(?:说|问|指)?(?:附件1的?)?(?:条|措施)|问的?是?(?:条|措施)/.test(text)
      ? 'measure'
      : undefined;
  if (wants === undefined || wants === entity.kind || text.length > 14) return undefined;
  const name = wants === 'group' ? `第${entity.no}组` : `第${entity.no}条措施`;
  return `${last.question.text.slice(0, before.start)}${name}${last.question.text.slice(before.end)}`;
}

/** `高的呢` after a question about 低的: the other side of it. */
export function swapContrast(
  text: string,
  last: Turn,
  rows: readonly (readonly string[])[],
): string | undefined {
  if (text.length > 12) return undefined;
  for (const row of rows) {
    const words = row.flatMap((side) => (side.includes('|') ? [] : [side]));
    const now = words.find((word) => text.includes(word));
    const before = words.find((word) => last.question.text.includes(word) && !isInUnit(word, last));
    if (now !== undefined && before !== undefined && now !== before)
      return last.question.text.replace(before, now);
  }
  return undefined;
}

/** A word of a unit's name has no other side. */
const isInUnit = (word: string, { question }: Turn) =>
  question.mentions.some((m) => m.kind === 'unit' && m.how !== 'hint' && m.text.includes(word));

const REST_OF_ROLE =
  /^(?:另外|其他|其余|剩下|别的|其它)(?:的)?(?:几[个位名])?(?:的)?(副?组长|副?主任)(?:呢|都?(?:是|有)?(?:谁|哪[些几][个位]?))?$/;
const COUNT_THEM =
  /^(?:(?:帮我)?(?:数|算)(?:数|算)?(?:一?[下遍])?)?(?:那|这)?(?:一共|总共|合计|总|共|拢共)?(?:是|有)?(?:几|多少)(家|个|条|项|位|名|人)(?:单位|领导|组)?(?:呢|来着)?$/;
const ASKS_LIST =
  /(?:都|各|分别|全|一共)*(?:是|有|叫|包括|列)?(?:哪些|哪几[个家位条项]|谁家?|啥|什么)(?:单位|组|人)?$|(?:给我)?(?:列|念|报|说|数|讲)(?:一?[下遍]|出来|全|给我听)*$/;

/** `数一下几家` after a list was asked for; `剩下的副组长呢` after one of them. */
export function countOrRest(text: string, last: Turn): string | undefined {
  const role = text.match(REST_OF_ROLE)?.[1];
  if (role !== undefined) return `${/附件\d/.exec(last.question.text)?.[0] ?? ''}${role}都有谁`;
  const unit = text.match(COUNT_THEM)?.[1];
  const before = last.question.text.replace(ASKS_LIST, '');
  return unit === undefined || before === last.question.text ? undefined : `${before}有几${unit}`;
}

/** `另外三项呢` after a claim about one of a list: the list itself. */
export function restOf(text: string, last: Turn): string | undefined {
  if (
    !/^(?:另外|其他|其余|剩下)(?:的)?[一二三四五六\d几]?(?:个|项|条|家)?(?:的)?(?:呢|是什么|有哪些)?$/.test(
      text,
    )
  )
    return undefined;
  return last.question.text.replace(/(?:里|中)?有|吧|吗|是不是|对不对/g, '');
}

const ORDINAL = /^第(\d+)(?:个|条|项|组)?呢?$/;
/** `某委在里面吗` after a group. */
export function memberOf(
  firm: readonly Mention[],
  text: string,
  last: Turn,
  facts: Facts,
): string | undefined {
  const [unit, ...others] = firm;
  const [focus] = last.reply.focus;
  const place =
    focus?.kind === 'group'
      ? `${facts.group(focus.no)?.name}里`
      : focus?.kind === 'measure'
        ? `第${focus.no}条措施的责任单位里`
        : undefined;
  if (unit?.kind !== 'unit' || others.length > 0 || place === undefined || last.reply.focus.length > 1)
    return undefined;
  return /在(?:不在)?(?:里面|里头|里边|其中|内|里|名单)|^(?:其中|里[头面边]|这里面?|当中|名单[里上])?(?:有没有|带不带|包不包括|含不含|有|带).{1,10}?(?:吗|没有?)?$/.test(
    text,
  )
    ? `${unit.text}在${place}吗`
    : undefined;
}

const ATTACHMENT = /^附件(\d)(?:里|中)?(?:那个|那份|的)*呢?$/;
const SHARE = /^(\d+(?:\.\d+)?%)(?:以上|左右)?的?呢?$/;
const ROLE =
  /^((?:办公室)?的?副?(?:主任|组长))(?:(?:都|又|各)?(?:是|有|叫)?(?:谁|哪[些几]?[个位]?|几[个位]|多少)(?:人|个人|同志|领导)?)?呢?$/;

const ORDINAL_AGAIN = /^第(\d+)(?:个|条|项)([\u4e00-\u9fff]{2,12})$/;

/** `第二个又是改善啥环境`: what the last question asked, of another item. */
export function ordinalAgain(text: string, last: Turn): string | undefined {
  const before = last.question.text;
  const [, no, rest = ''] = text.match(ORDINAL_AGAIN) ?? [];
  const said = rest.replace(/什么|哪[些个]?|[又也是的啥呢要]/g, '');
  const isSame = said !== '' && [...said].every((char) => before.includes(char));
  return no !== undefined && isSame && /第\d+/.test(before) ? before.replace(/第\d+/, `第${no}`) : undefined;
}

const ORDINALS =
  /^(?:那|还有)?(第\d+(?:个|条|项)?(?:(?:、|和|跟|与|以及|还有)第?\d+(?:个|条|项)?)+)(?:又|都|各|分别)*(?:是|归)?(?:谁|什么|啥)?呢?$/;

/** `第二个和第三个呢`: the same of each. */
export function eachOrdinal(text: string): string[] {
  const said = text.match(ORDINALS)?.[1];
  return said === undefined ? [] : [...said.matchAll(/\d+/g)].map(([no]) => `第${no}个呢`);
}

/** `第二个呢`, `30%的呢`, `副主任呢`: the last question with another number or office. */
export function swapLike(text: string, last: Turn): string | undefined {
  const before = last.question.text;
  const ordinal = text.match(ORDINAL)?.[1];
  if (ordinal !== undefined && /第\d+/.test(before)) return before.replace(/第\d+/, `第${ordinal}`);
  const again = ordinalAgain(text, last);
  if (again !== undefined) return again;
  const attachment = text.match(ATTACHMENT)?.[1];
  if (attachment !== undefined && /附件\d/.test(before)) return before.replace(/附件\d/, `附件${attachment}`);
  if (attachment !== undefined && /领导小组|组长|办公室|主任/.test(before))
    return `附件${attachment}的${before}`;
  const share = text.match(SHARE)?.[1];
  if (share !== undefined && /\d+%/.test(before)) return before.replace(/\d+(?:\.\d+)?%/, share);
  if (/^副的呢?$/.test(text) && /(?<!副)(?:主任|组长)/.test(before))
    return before.replace(/(?<!副)(主任|组长)/, '副$1');
  const role = text.match(ROLE)?.[1];
  if (role !== undefined && /副?(?:主任|组长)/.test(before))
    return before.replace(
      role.startsWith('办公室') ? /(?:办公室)?的?副?(?:主任|组长)/ : /副?(?:主任|组长)/,
      role,
    );
  return undefined;
}
