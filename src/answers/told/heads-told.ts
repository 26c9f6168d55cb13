import { fold } from '../characters/fold.ts';
import { digitize } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import type { Linker } from '../names/link.ts';
import { personName } from '../replies/texts.ts';

/**
 * A leading group or its office told by the one who heads it (`老王那办公室，副手几个`, `张书记带的领导小组副组长有谁`): the
 * group itself takes his place, so that what is asked of it is read as ever. And the other way round, he by his post.
 */

/** Between the name and the body. */
const HOLDS =
  '(?:手底?下|名下|底下|那边|那儿|那里|[这那的](?:个|一个)?|当头|当家|挂帅|坐镇|主持|牵头|领导|负责|主任|组长|一把手|兼任?|担任|[当任做挂带领管抓头着了])*';
const BODY = new RegExp(
  `^(${HOLDS})(?:区里?)?(?:的)?(?:(?:优化)?营商(?:环境)?)?(领导小组|专班|班子|大组|小组|办公室)`,
);
/** What only a body or its office has. */
const ASKS_POST = /副|正职|成员单位|设在|挂靠|挂在|组长|主任(?:是谁|还有|几|有)/;
/** What somebody is in charge of may be called so as well. */
const ANY_GROUP = /^(?:小组|专班|班子|大组)$/;
const DEPUTIES = /副组长|副手|副职|副的|几个副|成员单位/;
/** Longer messages tell more than one thing. */
const LONGEST = 60;

/** Those who help the head of a body (`给某主任打副手的`, `某书记的副手`). */
const HIS_DEPUTIES = /^(?:[那这]边|手[底下]+)?(?:(?:打|当|做)(?:的)?副手的?|的副(?:手|职))/;

/** The deputies of the body, or of the office, that somebody heads, by their post; undefined where nobody's are asked for. */
function deputiesOf(text: string, linker: Linker, facts: Facts): string | undefined {
  if (!/副[手职]/.test(text)) return undefined;
  for (const { kind, how, entities, text: name } of linker.link(digitize(text))) {
    const [entity, ...others] = entities;
    const start = text.indexOf(name);
    if (kind !== 'person' || how === 'hint' || entity?.kind !== 'person' || others.length > 0 || start < 0)
      continue;
    const said = text.slice(start + name.length).match(HIS_DEPUTIES)?.[0];
    const body = facts.model.bodies.find(({ head }) => head === entity.id);
    const office = facts.model.bodies.find((one) => one.office?.head === entity.id)?.office;
    const post = body ? `${body.name}副组长` : office && `${office.name}副主任`;
    if (said !== undefined && post)
      return `${text.slice(0, start).replace(/给$/, '')}${post}${text.slice(start + name.length + said.length)}`;
  }
  return undefined;
}

/** A message with the body itself in place of the one who heads it. */
export function withBodyOfHead(raw: string, linker: Linker, facts: Facts): string {
  if (raw.length > LONGEST) return raw;
  const deputies = deputiesOf(fold(raw), linker, facts);
  if (deputies !== undefined) return deputies;
  if (!/组|办公室|班/.test(raw) || !ASKS_POST.test(raw)) return raw;
  const text = fold(raw);
  const mentions = linker.link(digitize(text)).filter(({ how }) => how !== 'hint');
  for (const { kind, entities, text: name } of mentions) {
    const [entity, ...others] = entities;
    const start = text.indexOf(name);
    if (kind !== 'person' || entity?.kind !== 'person' || others.length > 0 || start < 0) continue;
    const [whole, held = '', noun = ''] = text.slice(start + name.length).match(BODY) ?? [];
    if (whole === undefined || (ANY_GROUP.test(noun) && !DEPUTIES.test(text))) continue;
    const isOffice = noun === '办公室';
    const headed = facts.model.bodies.filter(
      ({ head, office }) => (isOffice ? office?.head : head) === entity.id,
    );
    const end = start + name.length + whole.length;
    const named = mentions.find((m) => m.kind === 'body' || m.kind === 'office');
    const spelled = named && text.indexOf(named.text, start);
    if (named && spelled !== undefined && spelled <= end && headed.length > 0)
      return `${text.slice(0, start)}${text.slice(start + name.length + held.length)}`;
    const [body] = headed.includes(facts.mainBody) ? [facts.mainBody] : headed;
    if (body)
      return `${text.slice(0, start)}${(isOffice ? body.office?.name : undefined) ?? body.name}${text.slice(end)}`;
  }
  return raw;
}

/** What the head of a leading group looks after is asked (`组长他自己包了哪几样`), not who that is. */
const HEAD_LOOKS_AFTER =
  /^((?:[\u4e00-\u9fff]{2,14}?(?:领导)?小组的?)?)((?<!副)组长|办公室(?:的)?主任)(?:同志)?(?:本人|他)?(?:自个儿?|自己)?(?:手[里上]|手头|名下|身上|一共|总共|又|还|都|也|究竟|到底)*(?=[分包管]{1,2}[不没][分包管]|(?:分?包|分管|管着?|抓着?)(?:的|了|着)*(?:(?:活儿?|事儿?|组|项目|领域|东西)(?:不|没有?|吗|吧|么|了|嘛)*(?:[?？,，]|$)|哪|几|啥|什么|多少|(?:(?:那|这)?(?:几|[一二两三四五六七八九\d])?个?(?:专项)?(?:小?组|项|事项))))/;

/** A message that asks of the head of a body by the post, with the name in its place; one without a body is of the first. */
export function withHeadNamed(message: string, facts: Facts): string {
  const [said, group = '', post = ''] = message.match(HEAD_LOOKS_AFTER) ?? [];
  if (said === undefined) return message;
  const bodies = facts.model.bodies;
  const body =
    group === '' || /^(?:区|全区|咱区)?(?:的)?领导小组的?$/.test(group)
      ? facts.mainBody
      : bodies.find(({ name, aliases }) => [name, ...aliases].includes(group.replace(/的$/, '')));
  const head = post.endsWith('主任') ? body?.office?.head : body?.head;
  return head === undefined ? message : `${personName(facts, head)}${message.slice(said.length)}`;
}
