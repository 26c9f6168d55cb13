import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { type Act, type Asked, actOf, actOfClick, answered, answeredWith, isPrivate } from './act.ts';
import { readDays } from './days.ts';
import { announceImport } from './import.ts';
import { endLeave, ownUnits, takeLeave } from './leave.ts';
import { leaveFormCard } from './leave-form.ts';
import { liaisonCard, unitCard } from './liaisons.ts';
import { withoutMentions } from './mentions.ts';
import { unitMeant } from './notice-names.ts';
import { quoted } from './texts.ts';

/** `/联络员` in every form (design §4). @throws UserError */
export async function liaisonOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  const said = asked.args.trim();
  if (said === '')
    return answeredWith(asked, await liaisonCard(act, { page: 0, isPrivate: isPrivate(asked) }));
  if (/^(?:取消请假|销假)/.test(said)) return answered(asked, await endLeave(act), '销假');
  const leave = /^请假\s*([\s\S]*)$/.exec(said)?.[1];
  if (leave !== undefined) return leaveOutcome(act, { ...asked, args: leave });
  if (/^(?:导入|名册)/.test(said)) return announceImport(act, asked);
  return answeredWith(asked, await unitCard(act, unitMeant(act.names, said), isPrivate(asked)));
}

async function leaveOutcome(act: Act, asked: Asked): Promise<Outcome> {
  ownUnits(act);
  const { text, people, unknown } = withoutMentions(asked.args, asked.people);
  const { days, rest } = readDays(text, act.today);
  const [fromDay, toDay = fromDay] = days;
  const left = rest.replace(/[从自由请到至代办替,，.。~-]|[—–～]/g, '').trim();
  if (left !== '')
    throw new UserError(`看不懂“${quoted(left)}”。请这样写：/联络员 请假 12.28 12.30 代 @某人。`);
  if (people.length > 1) throw new UserError('代办人请只 @ 一个人。');
  const [standIn] = people;
  if (fromDay !== undefined && toDay !== undefined && standIn !== undefined)
    return answered(asked, await takeLeave(act, { fromDay, toDay, standIn }), '请假');
  const says = unknown.length > 0 ? ['单聊里不能 @ 人，请在下面选代办人。'] : [];
  return answeredWith(
    asked,
    await leaveFormCard(act, { isInGroup: asked.chatType === 'group', says, fromDay, toDay }),
  );
}

/** 上一页 / 下一页 of the list. */
export async function turnLiaisons(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  const page = Number(event.value['page']);
  const shown = await liaisonCard(act, {
    page: Number.isInteger(page) && page > 0 ? page : 0,
    isPrivate: event.value['in'] === 'direct',
  });
  return {
    messages: [
      { key: `turned:${act.key}`, to: { message: event.messageId }, body: { type: 'card', card: shown } },
    ],
    writes: [],
  };
}
