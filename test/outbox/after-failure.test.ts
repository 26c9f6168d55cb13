import { describe, expect, it } from 'vitest';
import { card, folded, markdown, text } from '../../src/cards/elements.ts';
import { escapeMarkdown } from '../../src/cards/escape.ts';
import { type CallOutcome, LarkApiError } from '../../src/errors.ts';
import { verdictOn } from '../../src/lark/errors.ts';
import { afterFailure, mayRepeat } from '../../src/outbox/after-failure.ts';
import { textOfCard } from '../../src/outbox/card-text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const failure = (code: number, outcome: CallOutcome = 'refused', retryAfterMs?: number) =>
  new LarkApiError({ method: 'POST', code, says: '', outcome, retryAfterMs });

function next(error: LarkApiError, row: Partial<Parameters<typeof afterFailure>[0]> = {}, now = 10 * HOUR) {
  const whole = {
    kind: 'send' as const,
    msg_type: 'interactive',
    attempts: 0,
    tried_at: now,
    unknown_at: null,
    ...row,
  };
  return afterFailure(whole, verdictOn(error), { now, error, random: () => 0.5 });
}

describe('what becomes of a message whose call failed', () => {
  const now = 10 * HOUR;
  it.each([
    [
      '429 waits as long as the platform says',
      next(failure(99991400, 'refused', 3000)),
      { do: 'retry', at: now + 3125 },
    ],
    ['the limit of a chat is waited out', next(failure(230020)), { do: 'retry', at: now + 2000 }],
    ['waits double', next(failure(230020), { attempts: 3 }), { do: 'retry', at: now + 16_000 }],
    [
      'waits end at ten minutes',
      next(failure(230020), { attempts: 30 }),
      { do: 'retry', at: now + 10 * MINUTE },
    ],
    ['still patient after six hours', next(failure(5000), { tried_at: now - 6 * HOUR }), { do: 'retry' }],
    ['given up after that', next(failure(5000), { tried_at: now - 7 * HOUR }), { do: 'give-up' }],
    ['a person who left is final', next(failure(230029)), { do: 'give-up' }],
    ['an unknown code is final', next(failure(123456)), { do: 'give-up' }],
    ['a card that cannot be built goes as text', next(failure(230099)), { do: 'as-text' }],
    ['a text that cannot be built is final', next(failure(230099), { msg_type: 'text' }), { do: 'give-up' }],
    ['a wrong secret is waited out', next(failure(10014)), { do: 'retry' }],
    ['no connection: nothing was sent', next(failure(0, 'not-sent')), { do: 'retry', unknownAt: null }],
    ['no answer: unknown from now on', next(failure(0, 'unknown')), { do: 'retry', unknownAt: now }],
    [
      'unknown for 50 minutes: the same uuid still protects',
      next(failure(0, 'unknown'), { unknown_at: now - 50 * MINUTE }),
      { do: 'retry', unknownAt: now - 50 * MINUTE },
    ],
    [
      'unknown for an hour: not repeated blindly',
      next(failure(0, 'unknown'), { unknown_at: now - 56 * MINUTE }),
      { do: 'give-up' },
    ],
    [
      'a change of a card may be repeated at will',
      next(failure(0, 'unknown'), { kind: 'patch', unknown_at: null, tried_at: now - 2 * HOUR }),
      { do: 'retry', unknownAt: null },
    ],
  ])('%s', (_, got, wanted) => expect(got).toMatchObject(wanted));
});

describe('what becomes of a card that one person of a group was not shown', () => {
  const now = 10 * HOUR;
  const shown = (error: LarkApiError, row: Parameters<typeof next>[1] = {}) =>
    next(error, { kind: 'ephemeral', msg_type: 'brief', ...row });
  it.each([
    ['refused', shown(failure(18053)), { do: 'otherwise' }],
    ['no scope', shown(failure(99991672)), { do: 'otherwise' }],
    ['a card that cannot be built', shown(failure(230099)), { do: 'otherwise' }],
    ['no answer', shown(failure(0, 'unknown')), { do: 'otherwise' }],
    ['an internal error, after which it may have been shown', shown(failure(1663)), { do: 'otherwise' }],
    [
      'too many calls',
      shown(failure(99991400, 'refused', 1000)),
      { do: 'retry', at: now + 1125, unknownAt: null },
    ],
    ['no connection', shown(failure(0, 'not-sent')), { do: 'retry', at: now + 2000 }],
    ['no connection for a while', shown(failure(0, 'not-sent'), { attempts: 4 }), { do: 'otherwise' }],
  ])('%s', (_, got, wanted) => expect(got).toMatchObject(wanted));

  it('is not repeated when a process ended in the middle of the call', () => {
    expect(mayRepeat({ kind: 'ephemeral', unknown_at: null }, now)).toBe(true);
    expect(mayRepeat({ kind: 'ephemeral', unknown_at: now }, now)).toBe(false);
  });
});

describe('a card as text', () => {
  it('says its words in order, without marks and buttons', () => {
    const shown = card({
      summary: 's',
      header: { title: '查到了', template: 'blue' },
      elements: [
        markdown(`**${escapeMarkdown('压缩 30% ~ 50% <at id=all></at>')}**`),
        folded('原文', [text('第三条')]),
        { tag: 'button', text: { tag: 'plain_text', content: '再问' }, behaviors: [] },
      ],
    });
    expect(textOfCard(JSON.stringify(shown))).toBe('查到了\n压缩 30% ~ 50% <at id=all></at>\n原文\n第三条');
  });
});
