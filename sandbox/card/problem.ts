import type { z } from 'zod';

/** Why the platform cannot build a card: a sub-code of 230099 and its words. */
export class CardProblem extends Error {
  override name = 'CardProblem';
  readonly subCode: number;
  readonly path: string;
  readonly value: string;
  constructor(of: { subCode: number; says: string; path?: string; value?: string }) {
    super(of.says);
    this.subCode = of.subCode;
    this.path = of.path ?? '';
    this.value = of.value ?? '';
  }

  /** The `ext=…` text of the answer. */
  ext(): string {
    const path = this.path === '' ? '' : ` ErrPath: ${this.path};`;
    return `ext=ErrCode: ${this.subCode};${path} ErrMsg: ${this.message}; ErrorValue: ${this.value}; `;
  }
}

const MALFORMED = 'parse card json err, please check whether the card json is correct';

/** 200621: the JSON does not have the form of a card. */
export function malformed(value: string): CardProblem {
  return new CardProblem({ subCode: 200621, says: MALFORMED, value });
}

/** 11310: the form is right, but a rule over the whole card is broken. */
export function ruleBroken(says: string, value = '', path = ''): CardProblem {
  return new CardProblem({ subCode: 11310, says, value, path });
}

/** The first thing that a schema found, in the platform's words; `at` is the path of what was checked. */
export function fromIssue(issue: z.core.$ZodIssue, at: string): CardProblem {
  const inner = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : String(part)));
  const path = [at, ...inner].join(' -> ');
  if (issue.code === 'unrecognized_keys')
    return malformed(`unknown property, property: ${issue.keys[0] ?? ''}, path: ${path}`);
  return malformed(`${issue.message}, path: ${path}`);
}
