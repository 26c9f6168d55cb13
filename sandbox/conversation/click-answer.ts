import { z } from 'zod';
import type { SandboxActionResult } from '../contract.ts';
import type { Delivery } from '../push/transport.ts';

/** The client's own codes for a click that failed, with what it shows. */
const CLIENT_CODES = {
  200340: '回调地址未配置或无效',
  200341: '回调服务 3 秒内没有回答',
  200342: '回调服务连接失败',
  200671: '回调服务的回答不是 HTTP 200',
  200672: '回调的回答格式有误',
  200673: '回调的回答里的卡片有误',
  200830: '2.0 结构的卡片不能更新为 1.0 结构',
  108002: '长连接的回执是空的',
} as const;
type ClientCode = keyof typeof CLIENT_CODES;

export function failed(code: ClientCode): SandboxActionResult {
  return { code, says: `出错了，请稍后重试（code: ${code}，${CLIENT_CODES[code]}）` };
}

const Answer = z.strictObject({
  toast: z
    .strictObject({
      type: z.enum(['info', 'success', 'error', 'warning']).default('info'),
      content: z.string().default(''),
      i18n: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  card: z
    .strictObject({ type: z.enum(['raw', 'template']), data: z.record(z.string(), z.unknown()) })
    .optional(),
});

/** What a click's answer asks the client to do. */
export interface ClickAnswer {
  toast?: NonNullable<SandboxActionResult['toast']>;
  card?: Record<string, unknown>;
}

/**
 * Reads what the bot answered to a click. A wrong answer becomes the code that the client shows.
 */
export function readAnswer(delivery: Delivery): ClickAnswer | { failure: SandboxActionResult } {
  if (delivery.kind === 'timeout') return { failure: failed(200341) };
  if (delivery.kind === 'unreachable') return { failure: failed(200342) };
  if (delivery.kind === 'empty') return { failure: failed(108002) };
  if (delivery.status !== 200) return { failure: failed(200671) };
  const parsed = Answer.safeParse(parsedJson(delivery.body));
  if (!parsed.success) {
    const isCard = parsed.error.issues.some((issue) => issue.path[0] === 'card');
    return { failure: failed(isCard ? 200673 : 200672) };
  }
  const { toast, card } = parsed.data;
  if (card?.type === 'template') return { failure: failed(200673) };
  return {
    ...(toast ? { toast: { type: toast.type, content: toast.i18n?.zh_cn ?? toast.content } } : {}),
    ...(card ? { card: card.data } : {}),
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
