/** What is counted: name → help. */
const COUNTERS = {
  events_total: 'Events pushed by the platform, by what became of them.',
  clicks_total: 'Card clicks, by action.',
  questions_total: 'Questions, by kind of answer.',
  handler_errors_total: 'Events whose handling failed.',
  deliveries_total: 'Calls that deliver a message, by result.',
  database_rows_total: 'Rows as D1 bills them: queried, found by lists to change them, written.',
} as const;
export type CounterName = keyof typeof COUNTERS;

const NOTHING: ReadonlyMap<string, number> = new Map([['', 0]]);

/** Counters of one tenant in this process. Workers' instances share no memory: each has its own. */
export class Metrics {
  readonly #counts = new Map<CounterName, Map<string, number>>();

  count(name: CounterName, label = '', by = 1): void {
    const counts = this.#counts.get(name) ?? new Map<string, number>();
    this.#counts.set(name, counts);
    counts.set(label, (counts.get(label) ?? 0) + by);
  }

  /** Label → count; what never happened is a single zero. */
  of(name: CounterName): ReadonlyMap<string, number> {
    return this.#counts.get(name) ?? NOTHING;
  }
}

/** One tenant's share of `/metrics`. */
export interface Measured {
  /** Absent where the deployment serves one app: then no line is labelled with it. */
  tenant: string | undefined;
  metrics: Metrics;
  /** Values measured now, by name. */
  gauges: Readonly<Record<string, number>>;
}

/** Counters and gauges of all tenants in Prometheus' text format: each name once, its tenants beneath it. */
export function metricsText(all: readonly Measured[]): string {
  const lines: string[] = [];
  for (const [name, help] of Object.entries(COUNTERS)) {
    lines.push(`# HELP yingshang_${name} ${help}`, `# TYPE yingshang_${name} counter`);
    for (const { tenant, metrics } of all)
      for (const [of, value] of metrics.of(name as CounterName))
        lines.push(`yingshang_${name}${labels({ tenant, of })} ${value}`);
  }
  for (const name of new Set(all.flatMap(({ gauges }) => Object.keys(gauges)))) {
    lines.push(`# TYPE yingshang_${name} gauge`);
    for (const { tenant, gauges } of all)
      if (gauges[name] !== undefined) lines.push(`yingshang_${name}${labels({ tenant })} ${gauges[name]}`);
  }
  return `${lines.join('\n')}\n`;
}

function labels(by: Record<string, string | undefined>): string {
  const given = Object.entries(by).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `{${given.map(([name, value]) => `${name}="${value}"`).join(',')}}`;
}
