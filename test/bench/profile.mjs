// Where the time of one command goes: a CPU profile of each process, self time added up by what the code belongs to.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PARTS = [
  ['waiting', /^\(idle\)|^\(program\)$/],
  ['garbage collection', /^\(garbage collector\)$/],
  ['Traguardo: rules', /dist\/libs\/domain\//],
  ['Traguardo: engine and hash chain', /dist\/libs\/(engine|event-store)\/|canonicalize/],
  ['Traguardo: event node', /dist\/libs\/event-node\//],
  ['Traguardo: HTTP, contract, sessions', /dist\/(apps\/api|libs\/(contract|auth))\//],
  ['zod', /node_modules\/zod\//],
  [
    'Nest and Fastify',
    /node_modules\/(@nestjs|fastify|@fastify|find-my-way|light-my-request|avvio|rxjs|pino|sonic-boom|reflect-metadata)/,
  ],
  ['gRPC, HTTP/2 and protobuf', /node_modules\/(@grpc|google-protobuf|@eventstore|protobufjs)|node:internal\/http2/],
  ['LMDB', /node_modules\/(lmdb|msgpackr)/],
  ['Node: HTTP/1', /node:_http|node:internal\/http|node:http/],
  [
    'Node: streams, sockets, timers',
    /node:(internal\/(stream|streams|timers|process|async|net|tls|util|buffer|event)|net|events|stream|buffer|timers)/,
  ],
  ['Node: crypto', /node:(internal\/)?crypto/],
];

/** Shares of the busy time by part, largest first, of all profiles in a folder that were written by one program. */
export function whereTimeGoes(folder, program) {
  const spent = new Map();
  let profiles = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
    const profile = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    if (!profile.nodes.some(({ callFrame: { url } }) => url.includes(program))) continue;
    profiles += 1;
    const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
    profile.samples.forEach((id, index) => {
      const { functionName, url } = nodes.get(id);
      const part = PARTS.find(([, pattern]) => pattern.test(url === '' ? functionName : url))?.[0] ?? 'other';
      spent.set(part, (spent.get(part) ?? 0) + profile.timeDeltas[index]);
    });
  }
  if (profiles === 0) throw new Error(`no CPU profile of ${program} in ${folder}`);
  const waiting = spent.get('waiting') ?? 0;
  spent.delete('waiting');
  const busy = [...spent.values()].reduce((sum, each) => sum + each, 0);
  const parts = [...spent].sort(([, a], [, b]) => b - a).map(([part, us]) => ({ part, share: us / busy, us }));
  return { busyUs: busy, waitingUs: waiting, parts };
}
