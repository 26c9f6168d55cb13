import { describe, expect, it } from 'vitest';
import { defaultNotice } from '../../src/notice/default.ts';
import { quotesOf } from '../../src/notice/quotes.ts';
import { bare, sourceSpans, wholeSource } from './source-spans.ts';

const spans = sourceSpans();
const model = defaultNotice();

/** Numbering and marks of the source that the model keeps as the location instead. */
const NUMBERING = /^(?:附件1)?(?:[一二三四五]、|[（(][一二三四五六][）)]|\d+\.)?/;

describe('the source, cut by its own numbering', () => {
  it('is whole: no letter is outside of a place or in two', () => {
    expect(bare([...spans.values()].join(''))).toBe(wholeSource());
  });

  it('has the places that the model has, but for the missing pages', () => {
    const missing = model.clauses.filter((clause) => clause.status === 'missing').map((c) => c.location);
    const places = model.clauses.map((clause) => clause.location);
    expect(missing).toEqual(['附件1·8', '附件1·9', '附件1·10']);
    expect(places.filter((place) => !missing.includes(place))).toEqual([...spans.keys()]);
  });
});

describe('every clause holds all that stands at its place, letter by letter', () => {
  const present = model.clauses.filter((clause) => clause.status !== 'missing');
  it.each(present)('$location', ({ location, heading = '', text }) => {
    const there = bare(spans.get(location) ?? '').replace(NUMBERING, '');
    const stored = bare(text);
    const alone = location !== '文头' && !stored.startsWith(bare(heading)) ? bare(heading) : '';
    expect(alone + stored).toBe(there);
    expect(there).toContain(bare(heading));
  });
});

describe('every quoted string stands at its place', () => {
  const quotes = quotesOf(model).filter((quote) => quote.text !== '');
  it('covers all kinds of quotes', () => {
    expect(quotes.length).toBeGreaterThan(700);
  });

  it('is there letter by letter', () => {
    const astray = quotes.filter(
      ({ location, text }) => !bare(spans.get(location) ?? '').includes(bare(text)),
    );
    expect(astray).toEqual([]);
  });
});

describe('every number of a target stands in its quote', () => {
  const CHINESE = ['〇', '一', '二'];
  const numeric = model.indicators.filter((indicator) => indicator.value !== undefined);
  it.each(numeric)('$location $what', ({ value = 0, upTo, quote, location }) => {
    // 每季度一次, 一家, 一名; 1/4 is stored as a quarter in percent.
    const forms = [String(value), `${CHINESE[value] ?? '—'}`, value === 25 ? '1/4' : '—'];
    expect(forms.some((form) => quote.includes(form))).toBe(true);
    if (upTo !== undefined) expect(quote).toContain(String(upTo));
    expect(bare(spans.get(location) ?? '')).toContain(bare(quote));
  });
});

describe('every number of the measures and goals belongs to a target', () => {
  // Years that head the objectives, and numbers that are names.
  const NO_TARGET = /2021年底前?，|企业纾困360|科技创新2030|(?:500|100)强/g;
  const places = model.clauses.filter(({ location }) => /^附件1·(?:二|三|\d)|^附件2·三/.test(location));
  it.each(places)('$location', ({ location, text }) => {
    const quotes = model.indicators.filter((indicator) => indicator.location === location);
    const rest = quotes.reduce((left, { quote }) => left.replaceAll(bare(quote), ''), bare(text));
    expect(rest.replace(NO_TARGET, '')).not.toMatch(/\d/);
  });
});
