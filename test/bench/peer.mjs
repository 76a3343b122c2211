import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Emmett's command handler in a process of its own (`emmett.mjs`), which does nothing but what `load` asks of it. */
export function startPeer(databaseUrl, streams) {
  const child = fork(join(import.meta.dirname, 'emmett.mjs'), [databaseUrl, String(streams)]);
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`Emmett's process ended with ${code}`)));
  ended.catch(() => undefined); // told to whoever waits for a load
  const load = async (wanted) => {
    child.send(wanted);
    const [result] = await Promise.race([once(child, 'message'), ended]);
    return result;
  };
  const close = () => {
    child.disconnect();
    return ended.catch(() => undefined);
  };
  return { load, close };
}
