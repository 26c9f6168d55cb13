import type { Write } from '../../db/database.ts';
import type { OutboundMessage } from './message.ts';

/** What the person who clicked sees at once. */
export interface Toast {
  type: 'info' | 'success' | 'error' | 'warning';
  content: string;
}

/** All that an event leads to. A handler returns it and changes nothing itself. */
export interface Outcome {
  /** Only for clicks. */
  toast?: Toast;
  messages: OutboundMessage[];
  writes: Write[];
}

/** Nothing to do, and why. */
export interface Ignored {
  kind: 'ignored';
  because: string;
}
