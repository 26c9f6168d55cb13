import { randomHex } from './ids.ts';
import type { Credentials } from './model.ts';

/** Credentials for one start of the sandbox; what is given is kept. */
export function makeCredentials(given: Partial<Credentials> = {}): Credentials {
  const credentials = {
    appId: `cli_${randomHex(8)}`,
    appSecret: randomHex(16),
    encryptKey: randomHex(16),
    verificationToken: randomHex(16),
    ...given,
  };
  if (!/^cli_[0-9a-f]{16}$/i.test(credentials.appId))
    throw new Error(`app id ${credentials.appId}: must be cli_ and 16 hex digits`);
  return credentials;
}
