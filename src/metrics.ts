/** What is counted: name → help. */
const COUNTERS = {
  events_total: 'Events pushed by the platform, by what became of them.',
  clicks_total: 'Card clicks, by action.',
  questions_total: 'Questions, by kind of answer.',
  handler_errors_total: 'Events whose handling failed.',
  deliveries_total: 'Calls that deliver a message, by result.',
} as const;
export type CounterName = keyof typeof COUNTERS;

/** Counters of this process, in Prometheus' text format. Workers' instances share no memory: each has its own. */
export class Metrics {
  readonly #counts = new Map<CounterName, Map<string, number>>();

  count(name: CounterName, label = ''): void {
    const counts = this.#counts.get(name) ?? new Map<string, number>();
    this.#counts.set(name, counts);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }

  /** @param gauges values measured now, by name. */
  text(gauges: Record<string, number>): string {
    const lines: string[] = [];
    for (const [name, help] of Object.entries(COUNTERS)) {
      lines.push(`# HELP yingshang_${name} ${help}`, `# TYPE yingshang_${name} counter`);
      for (const [label, value] of this.#counts.get(name as CounterName) ?? [['', 0]]) {
        lines.push(`yingshang_${name}${label === '' ? '' : `{of="${label}"}`} ${value}`);
      }
    }
    for (const [name, value] of Object.entries(gauges)) {
      lines.push(`# TYPE yingshang_${name} gauge`, `yingshang_${name} ${value}`);
    }
    return `${lines.join('\n')}\n`;
  }
}
