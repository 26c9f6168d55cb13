import type { LogRecord, TextFormatter } from '@logtape/logtape';

const MASK = '***';
/** Names of what is never logged: keys of the app, what opens a door, how a person is reached, what a person wrote. */
const SECRET_NAMES =
  'app_?secret|secret|encrypt_?key|verification_?token|(?:[a-z]+_)*(?:access_?)?token|authorization|password|ticket|mobiles?|phones?|telephone';
const BODY_NAMES = 'content|text|body|question|answer|card|quote|note|reason|form_?value';
const SENSITIVE_NAME = new RegExp(`^(?:${SECRET_NAMES}|${BODY_NAMES})$`, 'i');

const PATTERNS: readonly [RegExp, string][] = [
  // JSON within a text: `"app_secret":"…"`, also where it was quoted once more.
  [
    new RegExp(
      `(\\\\*"(?:${SECRET_NAMES}|${BODY_NAMES})\\\\*"\\s*:\\s*)(?:\\\\+"[^"]*"|"(?:\\\\.|[^"\\\\])*"?|\\d+)`,
      'gi',
    ),
    `$1"${MASK}"`,
  ],
  // `app_secret=…` in an address or a form.
  [new RegExp(`\\b(${SECRET_NAMES})(\\s*=\\s*)[^\\s&"',;]+`, 'gi'), `$1$2${MASK}`],
  [/\b(bearer\s+)[\w.~+/=-]+/gi, `$1${MASK}`],
  // The platform's tokens and tickets.
  [/\b[tua]-[A-Za-z0-9._-]{16,}/g, MASK],
  [/(?<![\w-])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\w-])/g, MASK],
];

/**
 * Puts `***` in the place of secrets, tokens, phone numbers and message bodies, in every property and text of a
 * record. Callers hand over ids, codes, counts and times only; this is the net under them.
 *
 * @param secrets values that must not appear anywhere, such as the app's secret.
 */
export function redacting(format: TextFormatter, secrets: readonly string[]): TextFormatter {
  const known = secrets.filter((secret) => secret !== '');
  return (record) => format(redacted(record, known));
}

function redacted(record: LogRecord, secrets: readonly string[]): LogRecord {
  const hidden = new Set(
    Object.entries(record.properties).flatMap(([name, value]) => (SENSITIVE_NAME.test(name) ? [value] : [])),
  );
  const clean = (value: unknown) => cleaned(value, secrets);
  return {
    ...record,
    rawMessage:
      typeof record.rawMessage === 'string' ? masked(record.rawMessage, secrets) : record.rawMessage,
    // Texts and values take turns; a value has no name here, so it is known by what the properties hold.
    message: record.message.map((part, i) => (i % 2 === 1 && hidden.has(part) ? MASK : clean(part))),
    properties: clean(record.properties) as Record<string, unknown>,
  };
}

function cleaned(value: unknown, secrets: readonly string[], seen: readonly object[] = []): unknown {
  if (typeof value === 'string') return masked(value, secrets);
  if (typeof value === 'number' || typeof value === 'bigint') {
    return masked(String(value), secrets) === String(value) ? value : MASK;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (seen.includes(value)) return '[circular]';
  if (value instanceof Error) return masked(String(value), secrets);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  const within = [...seen, value];
  if (Array.isArray(value)) return value.map((each) => cleaned(each, secrets, within));
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, each]) => [
      masked(String(name), secrets),
      SENSITIVE_NAME.test(String(name)) ? MASK : cleaned(each, secrets, within),
    ]),
  );
}

function masked(text: string, secrets: readonly string[]): string {
  const known = secrets.reduce((left, secret) => left.replaceAll(secret, MASK), text);
  return PATTERNS.reduce((left, [pattern, mask]) => left.replace(pattern, mask), known);
}
