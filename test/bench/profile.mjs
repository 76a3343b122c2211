// Where the time of one command goes: a CPU profile of each process, self time added up by what the code belongs to.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PARTS = [
  // system calls outside of what is profiled, and the beginning of the profile itself
  ['waiting', /^\(idle\)|^\(program\)$|^dispatch$|profiler\.mjs/],
  ['garbage collection', /^\(garbage collector\)$/],
  ['Traguardo: rules', /dist\/libs\/domain\//],
  [
    'Traguardo: engine and hash chain',
    /dist\/libs\/engine\/|libs\/event-store\/src\/(chain|canonical|digest)|canonicalize/,
  ],
  ['Traguardo: appends and reads', /dist\/libs\/event-store\//],
  ['Traguardo: event node', /dist\/libs\/event-node\//],
  ['Traguardo: projections', /dist\/libs\/read-model\//],
  ['Traguardo: HTTP, contract, sessions', /dist\/(apps\/api|libs\/(contract|auth|network))\//],
  ['zod', /node_modules\/zod\//],
  [
    'Nest and Fastify',
    /node_modules\/(@nestjs|fastify|@fastify|find-my-way|light-my-request|avvio|rxjs|pino|sonic-boom|reflect-metadata|secure-json-parse)/,
  ],
  ['gRPC, HTTP/2 and protobuf', /node_modules\/(@grpc|google-protobuf|@eventstore|protobufjs)|node:internal\/http2/],
  ['PostgreSQL client', /node_modules\/(pg|pg-[a-z]+|kysely)\//],
  ['LMDB', /node_modules\/(lmdb|msgpackr)/],
  ['Node: HTTP/1', /node:_http|node:internal\/http|node:http/],
  [
    'Node: streams, sockets, timers, promises',
    /node:(internal\/(stream|streams|timers|process|async|net|tls|util|buffer|event|per_context)|net|events|stream|buffer|timers)|^(writev|writeBuffer|runMicrotasks)$/,
  ],
  ['Node: crypto', /node:(internal\/)?crypto|^(Hash|update|digest|oneShotDigest)$/],
];

/** Profiles some parts of a stack, which were started with `profiler.mjs`, while `work` lasts. @returns their profiles */
export async function profiled(stack, folder, names, work) {
  const pids = names.map((name) => stack.pids[name]);
  for (const pid of pids) process.kill(pid, 'SIGUSR2');
  await work();
  for (const pid of pids) process.kill(pid, 'SIGUSR2');
  const files = pids.map((pid) => join(folder, `${pid}.cpuprofile`));
  return Promise.all(files.map(written));
}

/** A profile, once it is there as a whole. */
async function written(file) {
  for (;;) {
    await pause(200);
    if (!existsSync(file)) continue;
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
}

/** Shares of the busy time by part, largest first. */
export function whereTimeGoes(profile) {
  const spent = new Map();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  profile.samples.forEach((id, index) => {
    const { functionName, url } = nodes.get(id);
    const part = PARTS.find(([, pattern]) => pattern.test(url === '' ? functionName : url))?.[0] ?? 'other';
    spent.set(part, (spent.get(part) ?? 0) + profile.timeDeltas[index]);
  });
  spent.delete('waiting');
  const busy = [...spent.values()].reduce((sum, each) => sum + each, 0);
  const parts = [...spent].sort(([, a], [, b]) => b - a).map(([part, us]) => ({ part, share: us / busy, us }));
  return { busyUs: busy, parts };
}
