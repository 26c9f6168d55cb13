import type { Lexicon } from '../../notice/lexicon.ts';
import type { Clause } from '../../notice/types.ts';
import { fold } from '../characters/fold.ts';
import { digitize } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import { contentOf } from '../question/wording.ts';
import { contextOf } from './clause-context.ts';

/** One thing the notice says: what an answer to a free question shows. */
export interface Statement {
  location: string;
  /** Verbatim. */
  text: string;
  folded: string;
  /** Words that belong to it without standing in it: headings, the matter, spoken words. Folded. */
  around: string;
  /** Spoken words of questions it answers, folded; from the lexicon. */
  asks: string;
  /** What is left of these questions without question words: for telling that one is asked just so. */
  askKeys: readonly string[];
  /** It is a piece that the lexicon cut out for such questions. */
  isTopic: boolean;
  groups: readonly number[];
  measures: readonly number[];
}

const SENTENCE = /[^。；;\n]+[。；;]?/g;

/** All statements of a notice: the pieces of its lexicon first, then every sentence of every clause. */
export function collectStatements(facts: Facts, lexicon: Lexicon): Statement[] {
  const statements: Statement[] = [];
  for (const topic of lexicon.topics) {
    const clause = facts.clause(topic.at);
    if (!clause) continue;
    statements.push(statementOf(facts, clause, topic.find, topic.ask.map(fold).join('|')));
  }
  const names = facts.model.people.map((person) => person.name);
  for (const indicator of facts.model.indicators) {
    const clause = facts.clause(indicator.location);
    if (!clause) continue;
    const asks = [indicator.what, indicator.deadlineText, indicator.baseline].filter(Boolean).join('|');
    statements.push(statementOf(facts, clause, indicator.quote, fold(asks)));
  }
  for (const clause of facts.model.clauses) {
    const bodies = collectivesIn(facts, clause);
    if (bodies !== undefined) statements.push(statementOf(facts, clause, bodies));
    for (const text of sentencesOf(clause)) {
      if (isRosterLine(text, names)) continue;
      statements.push(statementOf(facts, clause, text));
    }
  }
  return statements;
}

/** The line of a group that lists bodies which are no single unit (`…联席会议成员单位`). */
function collectivesIn(facts: Facts, clause: Clause): string | undefined {
  const named = facts.groupAt(clause.location)?.collectives.filter((name) => name.length > 6) ?? [];
  return clause.text.split('\n').find((line) => named.some((name) => line.includes(name)));
}

function statementOf(facts: Facts, clause: Clause, text: string, asks?: string): Statement {
  const context = contextOf(facts, clause);
  const told = facts
    .indicatorsAt(clause.location)
    .filter((i) => text.includes(i.quote) || i.quote.includes(text.replace(/[。；;]$/, '')));
  const groups = context.groups.length > 0 ? context.groups : [...new Set(told.flatMap((i) => i.groups))];
  const measures =
    context.measures.length > 0 ? context.measures : [...new Set(told.flatMap((i) => i.measures))];
  return {
    location: clause.location,
    text: text.trim(),
    folded: fold(text),
    around: fold(context.words.join('|')),
    asks: asks ?? '',
    askKeys: asks === undefined ? [] : asks.split('|').map(askKey),
    isTopic: asks !== undefined,
    groups,
    measures,
  };
}

function askKey(ask: string): string {
  return contentOf(digitize(ask).replace(/附件[一二三\d]/g, ',')).join('');
}

/** A sentence about named people (`…同志分包…`): the structured part answers from it. */
function isRosterLine(text: string, names: readonly string[]): boolean {
  const bare = text.replaceAll(/\s/g, '');
  return names.some((name) => bare.includes(name));
}

/** The sentences of a clause; lists of names, which the structured part answers, are left out. */
function sentencesOf(clause: Clause): string[] {
  const body = clause.text.replace(/（[^（）]*(?:负责|牵头[^（）]*)）\s*$/, '');
  return [...body.matchAll(SENTENCE)]
    .map((match) => match[0].trim())
    .filter(
      (sentence) =>
        sentence.length > 5 &&
        fold(sentence).replace(/。$/, '') !== fold(clause.heading ?? '') &&
        /[，。；、：]/.test(sentence) &&
        !/^[(（](?:\d|[^（）()]*牵头)/.test(sentence) &&
        !/^(?:[^，。：:]{0,8}(?:单位|领导)|[成组副]\s*[员长组]长?)\s*[：:]/.test(sentence),
    );
}
