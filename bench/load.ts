import { connect } from 'node:net';

/**
 * Sends ready-made HTTP requests over keep-alive connections, one at a time on each, as fast as they are answered.
 * Bounded by the list. @returns how often each status came.
 */
export async function fire(
  port: number,
  requests: readonly Buffer[],
  connections: number,
): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  let next = 0;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let received = '';
      const send = () => {
        const request = requests[next++];
        if (request === undefined) socket.end();
        else socket.write(request);
      };
      socket.setNoDelay(true);
      socket.on('connect', send);
      socket.on('data', (chunk) => {
        received += chunk.toString('latin1');
        const head = received.indexOf('\r\n\r\n');
        if (head < 0) return;
        const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
        if (received.length < head + 4 + length) return;
        const status = Number(received.slice(9, 12));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        received = '';
        send();
      });
      socket.on('close', () => resolve());
      socket.on('error', reject);
    });
  await Promise.all(Array.from({ length: connections }, one));
  return statuses;
}
