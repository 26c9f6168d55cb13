import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { newId, randomHex } from '../ids.ts';
import type { Credentials } from '../model.ts';
import type { Envelope } from './envelope.ts';
import { CONTROL, DATA, decodeFrame, encodeFrame, type Frame } from './frames.ts';
import type { Delivery, Transport } from './transport.ts';

const CONNECT_PATH = '/callback/ws/connect';
const MOST_CONNECTIONS = 50;
const SERVICE_ID = 7;
const CLIENT_CONFIG = { ReconnectCount: -1, ReconnectInterval: 5, ReconnectNonce: 1, PingInterval: 30 };
const NO_BYTES = new Uint8Array();

export interface LongConnectionOptions {
  credentials: Credentials;
  /** `ws://` base address of the sandbox. */
  wsUrl: () => string;
  deadlineMs: number;
}

/**
 * The long connection: up to 50 sockets, each event to one of them, acknowledged by frame; callbacks too, with their
 * answer in the acknowledgement. Nothing is encrypted or signed on it.
 */
export class LongConnection implements Transport {
  readonly #options: LongConnectionOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #sockets = new Set<WebSocket>();
  readonly #waiting = new Map<string, (frame: Frame) => void>();
  /** Into how many frames a message is cut. */
  pieces = 1;
  /** While true, the network lets nobody connect. */
  isOut = false;

  constructor(options: LongConnectionOptions) {
    this.#options = options;
  }

  get connections(): number {
    return this.#sockets.size;
  }

  /** `POST /callback/ws/endpoint`: where to connect, in the platform's words. */
  endpoint(body: unknown): Record<string, unknown> {
    const { appId, appSecret } = this.#options.credentials;
    const given = (body ?? {}) as { AppID?: unknown; AppSecret?: unknown };
    if (given.AppID !== appId || given.AppSecret !== appSecret) return { code: 514, msg: 'auth failed' };
    if (this.#sockets.size >= MOST_CONNECTIONS)
      return { code: 1000040350, msg: 'the number of connections exceeds the limit' };
    const ticket = randomHex(16);
    this.#tickets.add(ticket);
    // NOTE: the client finds neither of the other two when it is the first parameter.
    const query = `ticket=${ticket}&device_id=${newId('')}&service_id=${SERVICE_ID}`;
    const URL = `${this.#options.wsUrl()}${CONNECT_PATH}?${query}`;
    return { code: 0, msg: '', data: { URL, ClientConfig: CLIENT_CONFIG } };
  }

  /** Takes an HTTP upgrade; one without a ticket is refused. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const ticket = url.searchParams.get('ticket') ?? '';
    if (this.isOut) {
      socket.destroy();
      return;
    }
    if (url.pathname !== CONNECT_PATH || !this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connected) => this.#connected(connected));
  }

  async deliver(envelope: Envelope): Promise<Delivery> {
    const sockets = [...this.#sockets];
    const socket = sockets[Math.floor(Math.random() * sockets.length)];
    if (socket === undefined) return { kind: 'unreachable', because: '没有长连接' };
    const messageId = newId('');
    const acknowledged = this.#acknowledgement(messageId);
    this.#sendPieces(socket, messageId, envelope);
    return acknowledged;
  }

  /** Cuts every connection, as a network does. */
  drop(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  close(): void {
    this.drop();
    this.#server.close();
  }

  #connected(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.terminate());
    socket.on('message', (data: Buffer) => this.#received(socket, data));
  }

  #received(socket: WebSocket, data: Buffer): void {
    let frame: Frame;
    try {
      frame = decodeFrame(data);
    } catch {
      socket.close(1003);
      return;
    }
    if (frame.method === CONTROL && frame.headers.type === 'ping') {
      const payload = Buffer.from(JSON.stringify(CLIENT_CONFIG));
      socket.send(encodeFrame({ service: SERVICE_ID, method: CONTROL, headers: { type: 'pong' }, payload }));
    }
    if (frame.method === DATA) this.#waiting.get(frame.headers.message_id ?? '')?.(frame);
  }

  #sendPieces(socket: WebSocket, messageId: string, envelope: Envelope): void {
    const bytes = Buffer.from(JSON.stringify(envelope));
    const size = Math.ceil(bytes.length / this.pieces);
    for (let seq = 0; seq < this.pieces; seq += 1) {
      const headers = {
        // A frame of type `card` would be dropped by the SDK: callbacks come as events.
        type: 'event',
        message_id: messageId,
        sum: String(this.pieces),
        seq: String(seq),
        trace_id: randomHex(16),
      };
      const payload = bytes.subarray(seq * size, (seq + 1) * size);
      socket.send(encodeFrame({ service: SERVICE_ID, method: DATA, headers, payload }));
    }
  }

  #acknowledgement(messageId: string): Promise<Delivery> {
    return new Promise((resolve) => {
      const settle = (delivery: Delivery) => {
        clearTimeout(timer);
        this.#waiting.delete(messageId);
        resolve(delivery);
      };
      const timer = setTimeout(() => settle({ kind: 'timeout' }), this.#options.deadlineMs);
      this.#waiting.set(messageId, (frame) => settle(read(frame.payload)));
    });
  }
}

function read(payload: Uint8Array = NO_BYTES): Delivery {
  try {
    const ack = JSON.parse(Buffer.from(payload).toString('utf8')) as { code?: number; data?: string };
    if (ack.code !== 200) return { kind: 'answered', status: ack.code ?? 500, body: '' };
    if (ack.data === undefined) return { kind: 'empty' };
    return { kind: 'answered', status: 200, body: Buffer.from(ack.data, 'base64').toString('utf8') };
  } catch {
    return { kind: 'answered', status: 500, body: '' };
  }
}
