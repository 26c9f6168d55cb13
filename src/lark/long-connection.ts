import { EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import type { LarkSettings } from '../config.ts';
import type { Logger } from '../logger.ts';
import { Envelope } from './payloads.ts';

/** Without a watchdog a half-open connection goes unnoticed. Seconds; the platform's ping interval is 120. */
const PONG_WITHIN_S = 10;
const HANDSHAKE_MS = 15_000;

export interface LongConnectionParts {
  settings: LarkSettings;
  logger: Logger;
  /** Told when the connection opens and when it is lost. */
  changed: (isOpen: boolean) => void;
  /** Takes an envelope; what it gives is the answer to a click. A failure makes the platform push again. */
  receive: (envelope: Envelope) => Promise<object>;
}

/**
 * The platform's long connection: events and clicks without a public address, in clear and unsigned, over a
 * connection that this process opened with the app's secret. Node only.
 *
 * @returns what closes it.
 */
export function openLongConnection(parts: LongConnectionParts): () => void {
  const { settings, logger, changed } = parts;
  const told = (isOpen: boolean, tell: () => void) => () => {
    changed(isOpen);
    tell();
  };
  const client = new WSClient({
    appId: settings.credentials.appId,
    appSecret: settings.credentials.appSecret,
    domain: settings.domain,
    handshakeTimeoutMs: HANDSHAKE_MS,
    wsConfig: { pingTimeout: PONG_WITHIN_S },
    loggerLevel: LoggerLevel.error,
    // NOTE: the SDK's messages may hold the request with the secret in it, so only the fact is logged.
    logger: {
      error: () => logger.warn('the long connection reports a fault'),
      warn() {},
      info() {},
      debug() {},
      trace() {},
    },
    onReady: told(true, () => logger.info('long connection is open')),
    onReconnecting: told(false, () => logger.warn('long connection lost, reconnecting')),
    onReconnected: told(true, () => logger.info('long connection is open again')),
    onError(error) {
      changed(false);
      logger.error('long connection gave up: {says}', { says: error.message });
    },
  });
  void client.start({ eventDispatcher: new EnvelopeDispatcher(parts) });
  return () => client.close({ force: true });
}

/** Hands the whole envelope on; the SDK's own dispatcher flattens it and knows only the types it was told of. */
class EnvelopeDispatcher extends EventDispatcher {
  readonly #parts: LongConnectionParts;

  constructor(parts: LongConnectionParts) {
    super({ loggerLevel: LoggerLevel.error });
    this.#parts = parts;
  }

  override async invoke(data: unknown): Promise<object> {
    const envelope = Envelope.safeParse(data);
    if (!envelope.success || envelope.data.header.app_id !== this.#parts.settings.credentials.appId)
      return {};
    return this.#parts.receive(envelope.data);
  }
}
