/** One thing that was looked at (design §4). */
export interface Check {
  /** Fixed, for machines: `outbox`. */
  name: string;
  ok: boolean;
  says: string;
  /** What to do about it. */
  fix?: string;
}

/** @param fix said only when it is not ok. */
export function check(name: string, ok: boolean, says: string, fix?: string): Check {
  return { name, ok, says, ...(!ok && fix !== undefined && { fix }) };
}

export function failed(name: string, error: unknown, fix: string): Check {
  return check(name, false, error instanceof Error ? error.message : String(error), fix);
}
