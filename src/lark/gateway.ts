import { Client, LoggerLevel, withTenantToken } from '@larksuiteoapi/node-sdk';
import type { Clock } from '../clock.ts';
import type { LarkSettings } from '../config.ts';
import { LarkApiError } from '../errors.ts';
import type { ChatId, MessageId, OpenId } from '../ids.ts';
import type { Logger } from '../logger.ts';
import { verdictOn } from './errors.ts';
import { fetchTransport, type Options } from './http.ts';
import { type ScopesSeen, scopesSeen } from './scopes.ts';
import { type Token, TokenKeeper, type TokenStore } from './token.ts';

/** A message as the API takes it: `content` is JSON in a string. */
export interface Content {
  msgType: 'interactive' | 'text' | 'file';
  content: string;
}

export interface Sent {
  messageId: MessageId;
  chatId: ChatId;
}

export interface RegisteredCommand {
  id: string;
  command: string;
  description: string;
}

/** All that the bot asks of the platform. */
export interface LarkGateway {
  /** @param uuid at most 50 characters: the same one within the hour sends at most one message. */
  send(to: { type: 'chat_id' | 'open_id'; id: string }, content: Content, uuid: string): Promise<Sent>;
  reply(messageId: string, content: Content, uuid: string): Promise<Sent>;
  /**
   * Shows a card (JSON 1.0) to one person of a group; the bot and he are in it, and it is no 话题群. There is no `uuid`,
   * he gets no notification, and the card cannot be changed later.
   */
  showTo(to: { chat: string; person: string }, card: object): Promise<Sent>;
  /** Changes a card that this app sent less than 14 days ago. */
  patch(messageId: string, card: string): Promise<void>;
  /**
   * 加急: buzzes people in the app for a message of ours; they are in its chat. Needs the scope `im:message.urgent`.
   * NOTE: how many open_ids one call takes is unconfirmed; the bot gives one a call.
   *
   * @returns those that the platform did not take.
   */
  urge(messageId: string, people: readonly string[]): Promise<string[]>;
  /** Uploads a file of at most 30 MB. @returns the platform's key, to be sent as a `file` message. */
  upload(name: string, content: Uint8Array): Promise<string>;
  /** A file or picture that a person sent, at most 100 MB or `most` bytes; a larger one is `FILE_TOO_LARGE`. */
  download(messageId: string, key: string, type: 'file' | 'image', most?: number): Promise<Uint8Array>;
  /** People by mobile number (at most 50); those that are unknown or out of the app's range are absent. */
  openIdsByMobile(mobiles: readonly string[]): Promise<Map<string, OpenId>>;
  /** A person's name, where the app's scopes show it; undefined for somebody out of the app's range. */
  person(openId: string): Promise<{ name: string | undefined } | undefined>;
  bot(): Promise<{ openId: OpenId; name: string }>;
  /** Has at hand what every call needs (the token), so that none waits for it at its instant. */
  ready(): Promise<void>;
  /** How far the platform's clock is ahead of ours, in ms, by its newest answer; undefined while it gave none. */
  clockSkewMs(): number | undefined;
  /** Which scopes are missing, as far as that can be seen without any effect. */
  scopes(): Promise<ScopesSeen>;
  commands(): Promise<RegisteredCommand[]>;
  addCommand(command: string, description: string): Promise<void>;
  changeCommand(id: string, description: string): Promise<void>;
  removeCommand(id: string): Promise<void>;
}

export interface GatewayParts {
  settings: LarkSettings;
  tokens: TokenStore;
  clock: Clock;
  logger: Logger;
  fetch: typeof fetch;
}

/** The gateway over the official SDK's `Client`. Every failure is a `LarkApiError`. */
export function larkGateway(parts: GatewayParts): LarkGateway {
  const { settings, logger } = parts;
  let skew: number | undefined;
  const http = fetchTransport({
    async fetch(...request) {
      const response = await parts.fetch(...request);
      const theirs = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(theirs)) skew = theirs - parts.clock.now();
      return response;
    },
  });
  const client = new Client({
    appId: settings.credentials.appId,
    appSecret: settings.credentials.appSecret,
    domain: settings.domain,
    httpInstance: http,
    // The SDK's cache has no single flight and keeps a refused token, so the token is ours.
    disableTokenCache: true,
    loggerLevel: LoggerLevel.error,
    logger: silentLogger,
  });
  const keeper = new TokenKeeper({
    clock: parts.clock,
    store: parts.tokens,
    fetch: () => fetchToken(client, parts),
  });

  const withToken = async <T>(
    call: (options: ReturnType<typeof withTenantToken>) => Promise<T>,
  ): Promise<T> => {
    const token = await keeper.token();
    try {
      return await call(withTenantToken(token));
    } catch (error) {
      if (verdictOn(error) !== 'renew-token') throw error;
      logger.info('token refused, renewing once');
      keeper.refuse(token);
      return call(withTenantToken(await keeper.token()));
    }
  };
  // Calls that the SDK's tree lacks go through its `request`.
  const request = <T>(method: string, url: string, data?: object): Promise<T> =>
    withToken((options) => client.request<T>({ method, url, ...(data ? { data } : {}) }, options));

  const { message } = client.im.v1;
  return {
    send: (to, content, uuid) =>
      withToken((options) =>
        message.create(
          {
            params: { receive_id_type: to.type },
            data: { receive_id: to.id, msg_type: content.msgType, content: content.content, uuid },
          },
          options,
        ),
      ).then(sent),
    reply: (messageId, content, uuid) =>
      withToken((options) =>
        message.reply(
          {
            path: { message_id: messageId },
            data: { msg_type: content.msgType, content: content.content, uuid },
          },
          options,
        ),
      ).then(sent),
    showTo: ({ chat, person }, card) =>
      request<SentAnswer>('POST', '/open-apis/ephemeral/v1/send', {
        chat_id: chat,
        open_id: person,
        msg_type: 'interactive',
        card,
      }).then(sent),
    async patch(messageId, card) {
      await withToken((options) =>
        message.patch({ path: { message_id: messageId }, data: { content: card } }, options),
      );
    },
    async urge(messageId, people) {
      const url = `/open-apis/im/v1/messages/${messageId}/urgent_app?user_id_type=open_id`;
      const { data } = await request<{ data?: { invalid_user_id_list?: string[] } }>('PATCH', url, {
        user_id_list: people,
      });
      return data?.invalid_user_id_list ?? [];
    },
    async upload(name, content) {
      const file = { file_type: 'stream' as const, file_name: name, file: Buffer.from(content) };
      const uploaded = await withToken((options) => client.im.v1.file.create({ data: file }, options));
      if (!uploaded?.file_key)
        throw new LarkApiError({ method: 'upload', code: 0, says: 'no file key', outcome: 'refused' });
      return uploaded.file_key;
    },
    download(messageId, key, type, most) {
      // NOTE: the SDK's own call cannot read the answer in Workers, so the transport hands out the bytes.
      const asked: Options = {
        method: 'GET',
        url: `/open-apis/im/v1/messages/${messageId}/resources/${key}`,
        params: { type },
        responseType: 'arraybuffer',
        ...(most !== undefined && { maxContentLength: most }),
      };
      return withToken((options) => client.request<Uint8Array>(asked, options));
    },
    async openIdsByMobile(mobiles) {
      interface Found {
        data?: { user_list?: { user_id?: string; mobile?: string }[] };
      }
      const found = await request<Found>(
        'POST',
        '/open-apis/contact/v3/users/batch_get_id?user_id_type=open_id',
        {
          mobiles,
        },
      );
      const known = (found.data?.user_list ?? []).flatMap(({ mobile, user_id: id }) =>
        mobile && id ? [[mobile, id as OpenId] as const] : [],
      );
      return new Map(known);
    },
    async person(openId) {
      try {
        const { data } = await request<{ data?: { user?: { name?: string } } }>(
          'GET',
          `/open-apis/contact/v3/users/${encodeURIComponent(openId)}?user_id_type=open_id`,
        );
        return { name: data?.user?.name };
      } catch (error) {
        if (error instanceof LarkApiError && OUT_OF_RANGE.includes(error.code)) return undefined;
        throw error;
      }
    },
    async bot() {
      const { bot } = await request<{ bot: { open_id: string; app_name?: string } }>(
        'GET',
        '/open-apis/bot/v3/info',
      );
      return { openId: bot.open_id as OpenId, name: bot.app_name ?? '' };
    },
    async ready() {
      await keeper.token();
    },
    clockSkewMs: () => skew,
    scopes: () => scopesSeen(request),
    ...commandCalls(request),
  };
}

type Request = <T>(method: string, url: string, data?: object) => Promise<T>;
type CommandCalls = Pick<LarkGateway, 'commands' | 'addCommand' | 'changeCommand' | 'removeCommand'>;

/** Unknown open_id, open_id of another app, no authority over this user. */
const OUT_OF_RANGE: readonly number[] = [99992351, 99992361, 41050];

const COMMANDS = '/open-apis/application/v7/app_slash_commands';

function commandCalls(request: Request): CommandCalls {
  const describe = (description: string) => ({ default_value: description, i18n: { zh_cn: description } });
  return {
    async commands() {
      interface Listed {
        data?: {
          items?: { command_id: string; command: string; description?: { default_value?: string } }[];
        };
      }
      const { data } = await request<Listed>('GET', COMMANDS);
      return (data?.items ?? []).map((item) => ({
        id: item.command_id,
        command: item.command,
        description: item.description?.default_value ?? '',
      }));
    },
    async addCommand(command, description) {
      await request('POST', COMMANDS, { command, description: describe(description) });
    },
    async changeCommand(id, description) {
      await request('PATCH', `${COMMANDS}/${id}`, { description: describe(description) });
    },
    async removeCommand(id) {
      await request('DELETE', `${COMMANDS}/${id}`);
    },
  };
}

async function fetchToken(client: Client, { settings, clock }: GatewayParts): Promise<Token> {
  const answer = await client.request<{ tenant_access_token?: string; expire?: number }>({
    method: 'POST',
    url: '/open-apis/auth/v3/tenant_access_token/internal',
    data: { app_id: settings.credentials.appId, app_secret: settings.credentials.appSecret },
  });
  if (!answer.tenant_access_token) {
    throw new LarkApiError({ method: 'token', code: 0, says: 'no token in the answer', outcome: 'refused' });
  }
  return { value: answer.tenant_access_token, expiresAt: clock.now() + (answer.expire ?? 0) * 1000 };
}

interface SentAnswer {
  data?: { message_id?: string | undefined; chat_id?: string | undefined } | undefined;
}

function sent(answer: SentAnswer | null | undefined): Sent {
  return {
    messageId: (answer?.data?.message_id ?? '') as MessageId,
    chatId: (answer?.data?.chat_id ?? '') as ChatId,
  };
}

// NOTE: the SDK's logger prints request bodies and the app secret; failures are logged by who handles them.
const silentLogger = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };
