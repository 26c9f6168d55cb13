import { LarkApiError } from '../errors.ts';

/** What to do with a failed call (feishu-platform §4.6). */
export type Verdict = 'retry' | 'renew-token' | 'resend-card' | 'plain-text' | 'drop' | 'stop';

const RETRY = [
  99991400, 1500, 1503, 1551, 1663, 1665, 2200, 5000, 230020, 230049, 11232, 11233, 11247, 232019, 1000004,
  1000005, 190005, 18121,
];
const RENEW = [99991663, 99991665, 99991677];
/** The card could not be built or is not taken here: its words can still be sent. */
const AS_TEXT = [230099, 11246, 11310, 200800, 230054, 230025];
/** The app cannot send at all until somebody mends its settings: waiting costs nothing, giving up loses messages. */
const STOP = [99991543, 10003, 10014, 10015, 99991662, 99991673, 99991672, 99991401, 230006];
/** The card is older than the platform's 14 days, recalled or gone. */
const RESEND = [230031, 230011, 230110, 231003];

const VERDICTS = new Map<number, Verdict>([
  ...RETRY.map((code) => [code, 'retry'] as const),
  ...RENEW.map((code) => [code, 'renew-token'] as const),
  ...AS_TEXT.map((code) => [code, 'plain-text'] as const),
  ...STOP.map((code) => [code, 'stop'] as const),
  ...RESEND.map((code) => [code, 'resend-card'] as const),
]);

/** What the platform's answer means for the message; a code that is not known is final. */
export function verdictOn(error: unknown): Verdict {
  if (!(error instanceof LarkApiError)) return 'drop';
  if (error.code === 0) return 'retry';
  return VERDICTS.get(error.code) ?? 'drop';
}

/** Whether the failure is the same for every call of this app, so that there is no use in trying the next one. */
export function concernsApp(error: unknown): boolean {
  return error instanceof LarkApiError && (error.code === 99991400 || STOP.includes(error.code));
}
