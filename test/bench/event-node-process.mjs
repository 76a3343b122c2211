// One event node in a process of its own: `durable` and `unflushed` on a folder, `memory` on none.
import { startEventNode } from '../../dist/libs/event-node/src/index.js';

const [kind, data] = process.argv.slice(2);
const kept = { durable: { data }, unflushed: { data, neverFlush: true }, memory: { inMemory: true } }[kind];
const node = await startEventNode({ port: 0, ...kept });
process.send({ url: node.url });
process.on('message', () => void node.stop().then(() => process.disconnect()));
