// One event node in a process of its own: `durable` and `unflushed` on a folder, `memory` on none; `flushing` is in memory
// too, and keeps a page on the disk before each answer: the least that a durable node can take.
import { mkdirSync } from 'node:fs';
import { startEventNode } from '../../dist/libs/event-node/src/index.js';
import { Batch } from '../../dist/libs/event-node/src/log/batch.js';
import { flusher } from './flush.mjs';

const [kind, data] = process.argv.slice(2);
const kept = { durable: { data }, unflushed: { data, neverFlush: true } }[kind] ?? { inMemory: true };
if (kind === 'flushing') {
  mkdirSync(data);
  const { flush } = flusher(data);
  const { prototype } = Batch;
  const remember = Reflect.get(prototype, 'remember');
  Reflect.set(prototype, 'remember', function () {
    flush();
    Reflect.apply(remember, this, []);
  });
}
const node = await startEventNode({ port: 0, ...kept });
process.send({ url: node.url });
process.on('message', () => void node.stop().then(() => process.disconnect()));
