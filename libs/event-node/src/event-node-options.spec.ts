import type { EventNodeOptions } from './event-node-options.js';
import { startEventNode } from './start-event-node.js';

it.each([
  [{}, 'does not know where to keep its log'],
  [{ data: '' }, 'does not know where to keep its log'],
  [{ data: 'events', inMemory: true }, 'in a folder (data) or in memory (inMemory): say one of them'],
  [{ inMemory: true, maxAppendSize: -4 }, 'maxAppendSize is -4: give a whole number from 1 to 16711680'],
  [{ inMemory: true, maxAppendSize: 1.5 }, 'maxAppendSize is 1.5'],
  [{ inMemory: true, port: 70_000 }, 'port is 70000: give a whole number from 0 to 65535'],
  [{ inMemory: true, host: '' }, 'The host is empty'],
  [{ inMemory: true, passwords: { admin: '' } }, 'The password of admin'],
  [{ inMemory: true, passwords: { ops: 'x'.repeat(1025) } }, 'The password of ops'],
])('given the options %j, then a node does not start, and says why', async (options, sentence) => {
  const refused = startEventNode(options as EventNodeOptions);
  await expect(refused).rejects.toMatchObject({ code: 'event-node/option-invalid' });
  await expect(refused).rejects.toThrow(sentence);
});
