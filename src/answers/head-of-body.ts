import type { Facts } from './facts.ts';
import { personName } from './texts.ts';

/** What the head of a leading group looks after is asked (`组长他自己包了哪几样`), not who that is. */
const HEAD_LOOKS_AFTER =
  /^((?:[\u4e00-\u9fff]{2,14}?(?:领导)?小组的?)?)组长(?:本人|他)?(?:自个儿?|自己)?(?:手[里上]|手头|名下|身上|一共|总共|又|还|都|也|究竟|到底)*(?=(?:分?包|分管|管着?|抓着?)(?:的|了|着)*(?:哪|几|啥|什么|多少))/;

/** A message that asks of the head of a body by the post, with the name in its place; one without a body is of the first. */
export function withHeadNamed(message: string, facts: Facts): string {
  const [said, group = ''] = message.match(HEAD_LOOKS_AFTER) ?? [];
  if (said === undefined) return message;
  const bodies = facts.model.bodies;
  const body =
    group === '' || /^(?:区|全区|咱区)?(?:的)?领导小组的?$/.test(group)
      ? facts.mainBody
      : bodies.find(({ name, aliases }) => [name, ...aliases].includes(group.replace(/的$/, '')));
  return body ? `${personName(facts, body.head)}${message.slice(said.length)}` : message;
}
