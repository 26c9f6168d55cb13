import { createCipheriv, createHash } from 'node:crypto';
import type { Credentials } from '../../src/config.ts';

export const CREDENTIALS: Credentials = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'app secret',
  encryptKey: 'encrypt key',
  verificationToken: 'verification token',
};

/** A push as the platform sends it. */
export interface Push {
  body: string;
  headers: Record<string, string>;
}

/** Encrypts and signs a plain body. @param at instant in ms, for the timestamp header. */
export function signedPush(plain: unknown, at: number, credentials = CREDENTIALS): Push {
  return signed(
    JSON.stringify({ encrypt: encrypted(JSON.stringify(plain), credentials.encryptKey) }),
    at,
    credentials,
  );
}

/** Signs a body as it is. */
export function signed(body: string, at: number, credentials = CREDENTIALS): Push {
  const timestamp = String(Math.floor(at / 1000));
  const nonce = 'nonce';
  const signature = createHash('sha256')
    .update(timestamp + nonce + credentials.encryptKey + body)
    .digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': signature,
    },
  };
}

export function encrypted(plain: string, encryptKey: string): string {
  const key = createHash('sha256').update(encryptKey).digest();
  const iv = Buffer.alloc(16, 7);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

/** An envelope of schema 2.0. */
export function envelope(
  type: string,
  event: unknown,
  header: Partial<{ event_id: string; token: string; app_id: string }> = {},
) {
  return {
    schema: '2.0',
    header: {
      event_id: 'evt_1',
      event_type: type,
      token: CREDENTIALS.verificationToken,
      create_time: '1760000000000',
      tenant_key: 'tk001',
      app_id: CREDENTIALS.appId,
      ...header,
    },
    event,
  };
}

interface MessageParts {
  text?: string;
  messageId?: string;
  chatId?: string;
  chatType?: 'p2p' | 'group';
  sender?: string;
  senderType?: string;
  mentions?: { key: string; openId: string; name: string }[];
  type?: string;
  content?: unknown;
}

/** The `event` of `im.message.receive_v1`. */
export function messageEvent(parts: MessageParts = {}) {
  return {
    sender: {
      sender_id: { open_id: parts.sender ?? 'ou_leader', union_id: 'on_1' },
      sender_type: parts.senderType ?? 'user',
      tenant_key: 'tk001',
    },
    message: {
      message_id: parts.messageId ?? 'om_1',
      create_time: '1760000000000',
      update_time: '1760000000000',
      chat_id: parts.chatId ?? 'oc_direct',
      chat_type: parts.chatType ?? 'p2p',
      message_type: parts.type ?? 'text',
      content: JSON.stringify(parts.content ?? { text: parts.text ?? '你好' }),
      ...(parts.mentions && {
        mentions: parts.mentions.map(({ key, openId, name }) => ({
          key,
          id: { open_id: openId, union_id: '', user_id: '' },
          name,
          tenant_key: 'tk001',
        })),
      }),
    },
  };
}
