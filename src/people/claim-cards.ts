import { type BindingRow, cardKeysFrom } from '../../db/queries/people-bindings.ts';
import { button, buttonRow, type Card, card, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { OpenId } from '../ids.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Act } from './act.ts';
import { type Labels, labelsOf } from './labels.ts';
import { postName } from './subjects.ts';

/** A claim that waits: 确认 or 驳回, for the office. */
function claimCard(act: Act, claim: BindingRow, labels: Labels): Card {
  return card({
    summary: '有人申请绑定，请确认',
    header: { title: '绑定申请', subtitle: '请领导小组办公室确认', template: 'orange' },
    elements: [...claimElements(act, claim, labels), text(HINT, { size: 'notation', color: 'grey' })],
  });
}

const HINT = '确认前请核对本人身份。驳回后他会收到通知，可以重新申请。';

/** One claim with its two buttons. @param from the card it stands on, where that is not its own. */
export function claimElements(act: Act, claim: BindingRow, labels: Labels, from?: 'list') {
  const value = { action: 'claim', id: claim.id, ...(from && { from }) };
  return [
    markdown(`${labels(claim.open_id)} 申请绑定为 **${escapeMarkdown(postName(act.names, claim))}**`),
    buttonRow([
      button({ label: '确认', type: 'primary', value: { ...value, as: 'confirmed' } }),
      button({ label: '驳回', value: { ...value, as: 'rejected' } }),
    ]),
  ];
}

/** A claim that waits no more. @param how a sentence's end: `已由 某人 确认`. */
export function decidedCard(act: Act, claim: BindingRow, of: { labels: Labels; how: string }): Card {
  return card({
    summary: '绑定申请已处理',
    header: { title: '绑定申请', subtitle: '已处理', template: 'grey' },
    elements: [
      markdown(`${of.labels(claim.open_id)} 申请绑定为 ${escapeMarkdown(postName(act.names, claim))}`),
      markdown(of.how),
    ],
  });
}

/** The claim's card to each member of the office. */
export function claimCardsTo(
  act: Act,
  claim: BindingRow,
  to: { members: readonly OpenId[]; labels: Labels },
): OutboundMessage[] {
  return to.members.map((member) => ({
    key: `${cardKey(claim)}${member}`,
    cardKey: `${cardKey(claim)}${member}`,
    to: { person: member },
    body: { type: 'card', card: claimCard(act, claim, to.labels) },
  }));
}

/** Every card that shows the claim says how it ended. */
export async function closedClaimCards(act: Act, claim: BindingRow, how: string): Promise<OutboundMessage[]> {
  const labels = await labelsOf(act.deps, [claim.open_id]);
  const keys = await cardKeysFrom(act.deps.db, cardKey(claim));
  return keys.map((key) => ({
    key: `decided:${act.key}:${key}`,
    to: { card: key },
    body: { type: 'card', card: decidedCard(act, claim, { labels, how }) },
  }));
}

const cardKey = (claim: BindingRow) => `claim:${claim.id}:`;
