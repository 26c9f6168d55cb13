import { botOf } from '../state/chats.ts';
import type { Endpoint, Platform } from './endpoint.ts';

/** `bot/v3/info`: the bot stands at top level, not in `data`. */
export function botEndpoints(platform: Platform): Endpoint[] {
  const handle = () => {
    const bot = botOf(platform.state);
    return Response.json({
      code: 0,
      msg: 'ok',
      bot: {
        activate_status: 2,
        app_name: bot.name,
        avatar_url: '',
        ip_white_list: [],
        open_id: bot.openId,
      },
    });
  };
  return [{ method: 'GET', path: '/bot/v3/info', scopes: [], handle }];
}
