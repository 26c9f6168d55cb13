import { z } from 'zod';
import { Location } from './types.ts';

/** Words people say for one thing of the notice. `say` are names of it; `hint` only point to it (`办某件`). */
const Words = { say: z.array(z.string()).default([]), hint: z.array(z.string()).default([]) };

/**
 * A statement people ask about: a verbatim piece of the clause at `at`, with the words of questions it answers.
 * The piece is what the answer shows; the words are never shown.
 */
export const Topic = z.object({
  at: Location,
  find: z.string().min(1),
  ask: z.array(z.string()),
});

/**
 * How people speak about one notice: data beside the stored notice, found by listening, never part of it.
 * Names of units, people and bodies are the canonical ones of the model.
 */
export const Lexicon = z.object({
  groups: z.array(z.object({ no: z.number().int(), ...Words })).default([]),
  subLeads: z.array(z.object({ group: z.number().int(), no: z.number().int(), ...Words })).default([]),
  units: z
    .array(
      z.object({
        unit: z.string(),
        ...Words,
        /** What it looks after, as people tell one unit from the others (`管…的那个局`). */
        does: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  /** Words for several units of a sort (`党委部门`). */
  unitClasses: z.array(z.object({ say: z.array(z.string()), units: z.array(z.string()) })).default([]),
  people: z.array(z.object({ person: z.string(), ...Words })).default([]),
  bodies: z.array(z.object({ body: z.string(), ...Words })).default([]),
  clauses: z.array(z.object({ at: Location, ...Words })).default([]),
  /** Bodies and offices that people ask for and this notice does not name. */
  elsewhere: z.array(z.string()).default([]),
  /** Each row: words that mean the same in questions about this notice. */
  synonyms: z.array(z.array(z.string()).min(2)).default([]),
  /** Each row: words of which one excludes the others (`城区`, `农村`): a statement about one answers none of the rest. */
  contrasts: z.array(z.array(z.string()).min(2)).default([]),
  /** Ways of speaking that stand for others (`某事方案` for `附件2`), put right before anything else is read. */
  rewrites: z.array(z.object({ say: z.string(), means: z.string() })).default([]),
  topics: z.array(Topic).default([]),
});

export type Lexicon = z.infer<typeof Lexicon>;
export type Topic = z.infer<typeof Topic>;
