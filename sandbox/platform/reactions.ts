import { z } from 'zod';
import { newId } from '../ids.ts';
import type { Message } from '../model.ts';
import { botOf } from '../state/chats.ts';
import { known } from './edits.ts';
import { type ApiCall, type Endpoint, fields, type Platform } from './endpoint.ts';
import { refusal } from './errors.ts';

const SCOPES = ['im:message', 'im:message.reactions:write_only'];
const Body = z.object({ reaction_type: z.object({ emoji_type: z.string() }) });
const EMOJI = /^[A-Za-z][A-Za-z0-9_]*$/;

/** The bot's reactions to messages. */
export function reactionEndpoints(platform: Platform): Endpoint[] {
  const path = '/im/v1/messages/:message_id/reactions';
  return [
    { method: 'POST', path, scopes: SCOPES, handle: (call) => react(platform, call) },
    {
      method: 'DELETE',
      path: `${path}/:reaction_id`,
      scopes: SCOPES,
      handle: (call) => unreact(platform, call),
    },
  ];
}

function react(platform: Platform, call: ApiCall): unknown {
  const { emoji_type } = fields(Body, call.body).reaction_type;
  if (!EMOJI.test(emoji_type)) throw refusal(231001);
  const message = visible(platform, call);
  const reaction = {
    reactionId: newId(''),
    emoji: emoji_type,
    by: botOf(platform.state).openId,
    at: platform.clock.now(),
  };
  message.reactions.push(reaction);
  platform.state.changed(message);
  return reactionData(platform, reaction);
}

function unreact(platform: Platform, call: ApiCall): unknown {
  const message = visible(platform, call);
  const bot = botOf(platform.state).openId;
  const index = message.reactions.findIndex(
    (reaction) => reaction.reactionId === call.params.reaction_id && reaction.by === bot,
  );
  const [removed] = index < 0 ? [] : message.reactions.splice(index, 1);
  if (removed === undefined) throw refusal(231003);
  platform.state.changed(message);
  return reactionData(platform, removed);
}

function visible(platform: Platform, call: ApiCall): Message {
  const message = known(platform, call);
  if (message.recalled) throw refusal(230011);
  if (!platform.state.chats.get(message.chatId)?.botIn) throw refusal(230002);
  return message;
}

function reactionData(platform: Platform, reaction: Message['reactions'][number]): unknown {
  return {
    reaction_id: reaction.reactionId,
    operator: { operator_id: platform.credentials.appId, operator_type: 'app' },
    action_time: String(reaction.at),
    reaction_type: { emoji_type: reaction.emoji },
  };
}
