import { startSandbox } from '../sandbox/start.ts';

/** The emulated platform as a process of its own, its limits on; says where it is: `node bench/platform.ts`. */
const sandbox = await startSandbox({});
const people = sandbox
  .people()
  .filter(({ isBot, unit }) => !isBot && unit !== '')
  .map(({ openId }) => openId);
console.log(JSON.stringify({ url: sandbox.url, credentials: sandbox.credentials, people }));
