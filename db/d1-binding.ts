/** What we use of Cloudflare's D1 binding, restated: their types are for a whole platform. */
export interface D1Binding {
  prepare(sql: string): D1Statement;
  /** Runs the statements in their order as one transaction: all or none. */
  batch(statements: D1Statement[]): Promise<D1Result[]>;
}

export interface D1Statement {
  bind(...parameters: unknown[]): D1Statement;
  all(): Promise<D1Result>;
}

export interface D1Result {
  results?: Record<string, unknown>[];
  meta: { rows_read?: number; rows_written?: number };
}
