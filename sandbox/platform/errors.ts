/** An error of the platform: its code, HTTP status and words, as the official tables give them. */
export class PlatformError extends Error {
  override name = 'PlatformError';
  readonly code: number;
  readonly status: number;
  readonly headers: Record<string, string>;
  /** What stands beside `code` and `msg` in the body's `error`. */
  readonly details: Record<string, unknown>;
  constructor(of: {
    code: number;
    says: string;
    status?: number;
    headers?: Record<string, string>;
    details?: Record<string, unknown>;
  }) {
    super(of.says);
    this.code = of.code;
    this.status = of.status ?? 400;
    this.headers = of.headers ?? {};
    this.details = of.details ?? {};
  }
}

// NOTE: both official tables of the message API list HTTP 400 for each of these codes, 230020 included.
const MESSAGE_ERRORS = {
  9499: 'Bad Request',
  99991661: 'Missing access token for authorization. Please make a request with token attached.',
  99991663: 'Invalid access token for authorization. Please make a request with token attached.',
  99991671: 'Invalid access token format, the token must start with t- or u-.',
  18053: 'chat can not be thread',
  230001: 'Your request contains an invalid request parameter.',
  230002: 'The bot can not be outside the group.',
  230006: 'Bot ability is not activated.',
  230009: 'The time limit for recalling this message has passed.',
  230011: 'The message is recalled.',
  230013: 'Bot has NO availability to this user.',
  230017: 'Bot is NOT the owner of the resource.',
  230019: 'The topic does NOT exist.',
  230020: 'This operation triggers the frequency limit.',
  230023: 'The number of unread urgent messages of the user reaches its limit.',
  230025: 'The length of the message content reaches its limit.',
  230026: 'No permission to recall this message.',
  230027: 'Lack of necessary permissions.',
  230031: 'The message is older than 14 days and can not be updated.',
  230034: 'The receive_id is invalid.',
  230054: 'This operation is not supported for this message type.',
  230055: 'The type of file upload does not match the type of message being sent.',
  230071: 'The operator is NOT the sender of the message.',
  230072: 'The message has been edited 20 times and can not be edited again.',
  230075: 'The time limit for editing this message has passed.',
  230110: 'Action unavailable as the message has been deleted.',
  231001: 'The reaction type is invalid.',
  231003: 'The message is NOT found, deleted or recalled.',
  232009: 'Your request specifies a chat which has already been dissolved.',
  232011: 'Operator can NOT be out of the chat.',
  234001: 'Invalid request param.',
  234003: 'File not in msg.',
  234004: 'App not in chat.',
  234006: 'The file size exceed the max value.',
  234010: "File's size can't be 0.",
  234043: 'Unsupported message type.',
  40000000: 'command_already_exists',
} as const;
export type MessageErrorCode = keyof typeof MESSAGE_ERRORS;

/** A listed error, with more words where the platform gives them (`ext=…`). */
export function refusal(code: MessageErrorCode, ext = ''): PlatformError {
  const says = MESSAGE_ERRORS[code];
  return new PlatformError({ code, says: ext === '' ? says : `${says} ext=${ext}` });
}

/** 99992402 with the fields that are wrong. */
export function invalidFields(
  fields: { field: string; value: string; description: string }[],
): PlatformError {
  return new PlatformError({
    code: 99992402,
    says: 'field validation failed',
    details: { field_violations: fields },
  });
}

const ID_KINDS = {
  open_id: { code: 99992351, example: 'ou_7d8a6e6df7621556ce0d21922b676706ccs' },
  open_chat_id: { code: 99992352, example: 'oc_5ad11d72b830411d72b836c20' },
  open_message_id: { code: 99992354, example: 'om_dc13264520392913993dd051dba21dcf' },
} as const;

/** The platform's words for an id it does not know. */
export function unknownId(kind: keyof typeof ID_KINDS, id: string): PlatformError {
  const { code, example } = ID_KINDS[kind];
  const says = `The request you send is not a valid {${kind}} or not exists, example value:${example}, Invalid ids: [${id}]`;
  return new PlatformError({ code, says });
}
