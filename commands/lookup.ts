import { rememberTurn } from '../db/queries/turns.ts';
import { amendmentsBeside } from '../src/amendments/beside.ts';
import type { NoticeEngine } from '../src/answers/engine.ts';
import type { Resolution, Resolvable } from '../src/answers/names/resolve.ts';
import type { Answer } from '../src/answers/types.ts';
import type { Element } from '../src/cards/elements.ts';
import type { Deps } from '../src/deps.ts';
import { UserError } from '../src/errors.ts';
import type { Notice } from '../src/notice/index-of.ts';
import type { Outcome } from '../src/outbox/outcome.ts';
import { assignOutcome, readAssign } from '../src/targets/command.ts';
import { scopeOfGroup, scopeOfMeasure, type TargetScope } from '../src/targets/scope.ts';
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
      const typed = looksUp === 'measure' || looksUp === 'group' ? readAssign(call.args) : undefined;
      if (typed !== undefined) {
        const scope = scopeOf(deps.notice, deps.engine.resolve(looksUp, typed.of));
        return assignOutcome(deps, call, { scope, typed });
      }
      const resolved = deps.engine.resolve(looksUp, call.args);
      const answer = sheetOf(deps.engine, resolved) ?? choice(resolved, command.name);
      if (answer === undefined) return askOutcome(deps, { ...call, text: question(call.args) });
      const scope = scopeOf(deps.notice, resolved);
      const below = [
        ...(await amendmentsBeside(deps, answer)),
        ...(scope === undefined ? [] : await targetsSeen(deps, call, scope)),
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

/** What the targets below the sheet are of: the measure looked up, or the group with its measures. */
function scopeOf({ model }: Notice, resolved: Resolution): TargetScope | undefined {
  if (resolved.kind !== 'found') return undefined;
  const { entity } = resolved;
  if (entity.kind === 'measure') {
    const measure = model.measures.find(({ no }) => no === entity.no);
    return measure && scopeOfMeasure(measure);
  }
  const group = entity.kind === 'group' ? model.groups.find(({ no }) => no === entity.no) : undefined;
  return group && scopeOfGroup(model, group);
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
