import { z } from 'zod';
import type { Answer, Engine } from '../answers/types.ts';
import { warmUp } from '../answers/warm.ts';
import { type CliCall, type CliCommand, UsageError } from './command.ts';

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  q: z.string(),
  context: z.array(z.string()).optional(),
});

/** `ask`: one question from the arguments, or many as JSON lines from standard input. */
export const ask: CliCommand = {
  usage: 'ask [--json] [--tenant ID] "问题" | ask --stdin',
  summary: '按通知回答（--tenant：按该租户的通知）；--stdin 逐行读 {"id","q","context"?}',
  async run(call) {
    const { engine, notice } = await call.targets.knowledge();
    if (call.options['stdin'] === true) {
      warmUp(engine, notice.model);
      return askLines(engine, call);
    }
    const question = call.args.join(' ').trim();
    if (question === '') throw new UsageError('请写上问题，例如：ask "第7组谁牵头"');
    const { answer, ms } = timed(engine, question, []);
    call.terminal.print(call.options['json'] === true ? JSON.stringify(asJson(answer, ms)) : asText(answer));
    return 0;
  },
};

async function askLines(engine: Engine, { terminal }: CliCall): Promise<0 | 1> {
  let bad = 0;
  for await (const line of terminal.lines()) {
    if (line.trim() === '') continue;
    const parsed = parsedLine(line);
    if (parsed === undefined) {
      bad++;
      terminal.complain(`这一行不是 {"id","q"} 形式的 JSON，已跳过：${line.slice(0, 80)}`);
      continue;
    }
    const { answer, ms } = timed(engine, parsed.q, parsed.context ?? []);
    terminal.print(JSON.stringify({ id: parsed.id, ...asJson(answer, ms) }));
  }
  return bad > 0 ? 1 : 0;
}

function parsedLine(line: string): z.infer<typeof Line> | undefined {
  try {
    return Line.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function timed(engine: Engine, question: string, context: readonly string[]) {
  const start = performance.now();
  const answer = engine.ask(question, context);
  return { answer, ms: Math.round((performance.now() - start) * 1000) / 1000 };
}

function asJson(answer: Answer, ms: number) {
  return {
    kind: answer.kind,
    text: answer.text,
    citations: answer.citations,
    quote: answer.quotes.map((quote) => `${quote.location}：${quote.text}`).join('\n'),
    suggestions: answer.suggestions.map((suggestion) => suggestion.question),
    ms,
  };
}

function asText(answer: Answer): string {
  return [
    answer.text,
    ...(answer.citations.length > 0 ? [`出处：${answer.citations.join('；')}`] : []),
    ...(answer.suggestions.length > 0
      ? [`还可以问：${answer.suggestions.map((s) => s.question).join('　')}`]
      : []),
  ].join('\n');
}
