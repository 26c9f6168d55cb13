import { systemClock } from './clock.ts';
import { Isolates } from './workers/isolate.ts';
import { workerOf } from './workers/worker.ts';

// Workers ask for a default export.
export default workerOf(new Isolates(systemClock));
