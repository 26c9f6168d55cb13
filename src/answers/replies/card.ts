import {
  button,
  buttonRow,
  type Card,
  card,
  type Element,
  folded,
  lines,
  markdown,
  text,
} from '../../cards/elements.ts';
import type { Answer, AnswerKind } from '../types.ts';

interface Header {
  title: string;
  template: 'blue' | 'grey' | 'wathet';
}

const HEADERS: Record<AnswerKind, Header | undefined> = {
  answer: { title: '查到了', template: 'blue' },
  refuse: { title: '通知里没有写', template: 'grey' },
  clarify: { title: '想问哪一个？', template: 'wathet' },
  chat: undefined,
};
/** What was asked is not there: the card must not look as if it were. */
const ONLY_NEAR: Header = { title: '只找到相近的', template: 'grey' };

const MOST_QUOTES = 6;
/** A quoted clause is cut here in the card; the notice's longest clause has about 700 characters. */
const LONGEST_QUOTE = 900;
const LONGEST_ECHO = 60;
const LONGEST_KEPT = 200;

/**
 * The answer as a card: the fact first, its places, the clauses folded, and one tap to the next question.
 *
 * @param below what is known beyond the notice, after the clauses
 */
export function answerCard(question: string, answer: Answer, below: readonly Element[] = []): Card {
  const [first = '', ...rest] = answer.text.split('\n');
  const header = answer.isPartial ? ONLY_NEAR : HEADERS[answer.kind];
  const elements: Element[] = [
    markdown(answer.kind === 'chat' ? lines([first]) : `**${lines([first])}**`),
    ...(rest.length > 0 ? [markdown(lines(rest))] : []),
    ...places(answer.citations),
    ...quotes(answer),
    ...below,
    ...choices(answer),
    ...verdicts(question, answer),
  ];
  return card({
    summary: answer.text.replaceAll('\n', ' '),
    ...(header && { header: { ...header, subtitle: echo(question) } }),
    elements,
  });
}

function echo(question: string): string {
  const flat = question.replace(/\s+/g, ' ').trim();
  return flat.length > LONGEST_ECHO ? `${flat.slice(0, LONGEST_ECHO)}…` : flat;
}

function places(citations: readonly string[]): Element[] {
  return citations.length === 0
    ? []
    : [text(`出处：${citations.join('；')}`, { size: 'notation', color: 'grey' })];
}

function quotes(answer: Answer): Element[] {
  if (answer.quotes.length === 0) return [];
  const shown = answer.quotes
    .slice(0, MOST_QUOTES)
    .flatMap((quote) => [
      text(quote.location, { size: 'notation', color: 'grey' }),
      text(quote.text.length > LONGEST_QUOTE ? `${quote.text.slice(0, LONGEST_QUOTE)}……` : quote.text),
    ]);
  return [folded('原文', shown)];
}

/** Whether it helped: both feed the office's weekly list of questions. */
function verdicts(question: string, answer: Answer): Element[] {
  if (answer.kind !== 'answer' && answer.kind !== 'refuse') return [];
  const verdict = (label: string, kind: 'useful' | 'wrong') =>
    button({
      label,
      type: 'text',
      size: 'small',
      value: { action: 'learn_verdict', kind, question: question.slice(0, LONGEST_KEPT) },
    });
  return [buttonRow([verdict('👍 有用', 'useful'), verdict('👎 不对', 'wrong')])];
}

function choices(answer: Answer): Element[] {
  if (answer.suggestions.length === 0) return [];
  return [
    buttonRow(
      answer.suggestions
        .slice(0, 3)
        .map((suggestion) =>
          button({ label: suggestion.label, value: { action: 'ask', question: suggestion.question } }),
        ),
    ),
  ];
}
