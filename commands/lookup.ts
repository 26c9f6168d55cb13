import { rememberTurn } from '../db/queries/turns.ts';
import { amendmentsBeside } from '../src/amendments/beside.ts';
import type { NoticeEngine } from '../src/answers/engine.ts';
import type { Resolution, Resolvable } from '../src/answers/resolve.ts';
import type { Answer } from '../src/answers/types.ts';
import type { Element } from '../src/cards/elements.ts';
import type { Deps } from '../src/deps.ts';
import { UserError } from '../src/errors.ts';
import type { Notice } from '../src/notice/index-of.ts';
import type { Outcome } from '../src/outbox/outcome.ts';
import { targetsSeen } from '../src/targets/seen.ts';
import { answered, askOutcome } from './ask.ts';
import { type Command, type CommandCall, defineCommand } from './command.ts';

type Lookup = Omit<Command, 'run'> & {
  looksUp: Resolvable;
  /** The question that the command stands for: what a follow-up refers to, and what is asked when no name is made out. */
  question: (what: string) => string;
};

const MOST_CHOICES = 3;

/** A command that looks one thing of the notice up by its name or number, and shows its sheet. */
export function lookupCommand({ looksUp, question, ...command }: Lookup): Command {
  return defineCommand({
    ...command,
    run: async (deps, call) => {
      if (call.args === '') throw new UserError(`请写上要查的是哪一个，例如：${command.usage}`);
      const resolved = deps.engine.resolve(looksUp, call.args);
      const answer = sheetOf(deps.engine, resolved) ?? choice(resolved, command.name);
      if (answer === undefined) return askOutcome(deps, { ...call, text: question(call.args) });
      const below = [
        ...(await amendmentsBeside(deps, answer)),
        ...(await targetsSeen(deps, call, measuresOf(deps.notice, resolved))),
      ];
      return remembered(deps, call, { question: question(call.args), answer, below });
    },
  });
}

function sheetOf(engine: NoticeEngine, resolved: Resolution): Answer | undefined {
  if (resolved.kind !== 'found') return undefined;
  const { entity } = resolved;
  switch (entity.kind) {
    case 'group':
      return engine.lookup.groupSheet(entity.no);
    case 'measure':
      return engine.lookup.measureSheet(entity.no);
    case 'unit':
      return engine.lookup.unitSheet(entity.id);
    case 'person':
      return engine.lookup.leaderSheet(entity.id);
    default:
      return undefined;
  }
}

/** Measures whose targets stand below the sheet: the one looked up, or those of the group. */
function measuresOf({ model }: Notice, resolved: Resolution): number[] {
  if (resolved.kind !== 'found') return [];
  const { entity } = resolved;
  if (entity.kind === 'measure') return [entity.no];
  if (entity.kind !== 'group') return [];
  return model.measures.filter((one) => one.groups.includes(entity.no)).map((one) => one.no);
}

function choice(resolved: Resolution, name: string): Answer | undefined {
  if (resolved.kind !== 'ambiguous') return undefined;
  return {
    kind: 'clarify',
    text: '有几个都对得上，请点要查的那一个。',
    citations: [],
    quotes: [],
    suggestions: resolved.candidates
      .slice(0, MOST_CHOICES)
      .map(({ label }) => ({ label, question: `/${name} ${label}` })),
    confidence: 0.5,
  };
}

function remembered(
  deps: Deps,
  call: CommandCall,
  said: { question: string; answer: Answer; below: readonly Element[] },
): Outcome {
  const speaker = { chatId: call.chatId ?? call.sender, openId: call.sender };
  return {
    ...answered(call, call.text, said),
    writes: [rememberTurn(deps.db, speaker, { question: said.question, at: deps.clock.now() })],
  };
}
