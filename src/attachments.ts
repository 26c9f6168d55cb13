import { readOwnDocx, readUnawaitedDocx } from './bulletin/own.ts';
import type { Deps } from './deps.ts';
import type { MessageEvent } from './inbox/event.ts';
import { readLedgerEvidence } from './ledger/evidence.ts';
import type { Outcome } from './outbox/outcome.ts';
import { readRosterFile } from './people/import.ts';
import { readArrangementFile } from './reminders/import.ts';
import { readReportFile } from './report-files/received.ts';

/** A message that bears a file or a picture. */
export type AttachmentMessage = MessageEvent & { attachment: NonNullable<MessageEvent['attachment']> };

/** Takes a file if it is meant for its feature; undefined lets the next one look. */
export type AttachmentReader = (deps: Deps, event: AttachmentMessage) => Promise<Outcome | undefined>;

/** Who may want a file that was sent to the bot, in the order of asking. */
export const ATTACHMENT_READERS: readonly AttachmentReader[] = [
  readRosterFile,
  readArrangementFile,
  readOwnDocx,
  readLedgerEvidence,
  readReportFile,
  readUnawaitedDocx,
];

/** What a file leads to. */
export async function attachmentOutcome(deps: Deps, event: AttachmentMessage): Promise<Outcome> {
  for (const reader of ATTACHMENT_READERS) {
    const outcome = await reader(deps, event);
    if (outcome !== undefined) return outcome;
  }
  return {
    messages: [
      {
        key: `answer:${event.messageId}`,
        to: { replyTo: event.messageId, chat: event.chatId },
        body: { type: 'text', text: '文件收到了，但现在没有等着收文件的事项。发“/帮助”看看可以做什么。' },
      },
    ],
    writes: [],
  };
}
