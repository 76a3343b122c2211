// The event node beside itself without flushing, itself in memory, and Emmett on PostgreSQL, in one run; then its growth.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../dist/libs/postgres/src/index.js';
import { flushMs, transactionMs } from './flush.mjs';

const ROUNDS = 5;
const READ_EVENTS = 100_000;
const LIVE_APPENDS = 400;
const SLICES = 10;
const say = (line) => process.stdout.write(`${line}\n`);

const MEASURES = [
  ['appends64', 'appends', { inFlight: 64 }],
  ['appends1', 'appends', { inFlight: 1 }],
  ['batches1', 'batches', { inFlight: 1 }],
  ['batches8', 'batches', { inFlight: 8 }],
];

/** @param {{ seconds: number, events: number }} options length of each stretch; events of the growth */
export async function benchEventNode({ seconds, events }) {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-bench-'));
  try {
    await sideBySide(folder, seconds);
    await growth(folder, events);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function sideBySide(folder, seconds) {
  const postgres = await startPostgres({ data: join(folder, 'postgres'), port: 0 });
  const targets = {};
  for (const kind of ['durable', 'unflushed', 'memory', 'flushing'])
    targets[kind] = await startTarget(kind, join(folder, kind));
  targets.own = { client: await startClient('traguardo', targets.durable.url), end: async () => undefined };
  targets.emmett = { client: await startClient('emmett', postgres.url), end: async () => undefined };

  const seen = {};
  const note = (name, kind, value) => ((seen[name] ??= {})[kind] ??= []).push(value);
  for (const kind of ['durable', 'memory']) await targets[kind].client.ask('fill', { events: READ_EVENTS });
  for (let round = 1; round <= ROUNDS; round++) {
    say(`round ${round} of ${ROUNDS} …`);
    note('flush', 'disk', flushMs(folder));
    note('transaction', 'disk', transactionMs(folder));
    for (const kind of ['durable', 'memory']) {
      const { client } = targets[kind];
      note('read', kind, await client.ask('read', { events: READ_EVENTS }));
      note('catchUp', kind, await client.ask('catchUp', { events: READ_EVENTS }));
    }
    for (const [name, what, options] of MEASURES)
      for (const [kind, { client }] of Object.entries(targets))
        note(name, kind, (await client.ask(what, { ...options, seconds })).perSecond);
    for (const kind of ['durable', 'memory']) {
      const { p50, p99 } = await targets[kind].client.ask('live', { appends: LIVE_APPENDS });
      note('live50', kind, p50);
      note('live99', kind, p99);
    }
  }
  const anonymous = anonymousMb(targets.durable.pid);
  for (const { client, end } of Object.values(targets).toReversed()) await client.ask('end').then(end);
  await postgres.stop();
  report(seen, anonymous);
}

function report(seen, anonymous) {
  const of = (name, kind) => median(seen[name]?.[kind] ?? []);
  /** The median of the ratios within each round: what is measured at the same time is compared. */
  const ratio = (name, kind, to) => median(seen[name][kind].map((value, round) => value / seen[name][to][round]));
  const KINDS = ['durable', 'own', 'unflushed', 'flushing', 'memory', 'emmett'];
  const line = (title, name, digits = 0) => [
    title,
    ...KINDS.map((kind) => (seen[name]?.[kind] ? of(name, kind).toFixed(digits) : '')),
  ];
  table(
    [
      'median of the rounds',
      'durable',
      "durable, by Traguardo's own call",
      'unflushed',
      'in memory, one flush an answer',
      'in memory',
      'Emmett on PostgreSQL',
    ],
    [
      line('appends/s, 64 in flight', 'appends64'),
      line('appends/s, one after another', 'appends1'),
      line('events/s, appends of 100 one after another', 'batches1'),
      line('events/s, appends of 100, 8 in flight', 'batches8'),
      line('read of the log, events/s', 'read'),
      line('catch-up subscription, events/s', 'catchUp'),
      line('append to live subscriber, p50 ms', 'live50', 2),
      line('append to live subscriber, p99 ms', 'live99', 2),
    ],
  );
  /** One after another, of what a round trip and what the disk takes allow; the same call for both. */
  const ofAllowed = (disk) =>
    percent(
      median(
        seen.appends1.durable.map((perSecond, round) => {
          const allowed = 1000 / (1000 / seen.appends1.memory[round] + seen[disk].disk[round]);
          return perSecond / allowed;
        }),
      ),
    );
  const roundTrip = (1000 / of('appends1', 'memory')).toFixed(2);
  verdicts([
    ['64 in flight, of the unflushed node', percent(ratio('appends64', 'durable', 'unflushed')), '≥ 75 %'],
    ['64 in flight, times Emmett', ratio('appends64', 'durable', 'emmett').toFixed(1), '≥ 4'],
    ["64 in flight, times Emmett, by Traguardo's own call", ratio('appends64', 'own', 'emmett').toFixed(1), '≥ 4'],
    [
      `one after another, of what a round trip (${roundTrip} ms) and one flush (${of('flush', 'disk').toFixed(2)} ms) allow`,
      ofAllowed('flush'),
      '≥ 80 %',
    ],
    [
      'the same, measured: of a node in memory with one flush before each answer',
      percent(ratio('appends1', 'durable', 'flushing')),
      '≥ 80 %',
    ],
    [
      `the same with LMDB's two flushes (${of('transaction', 'disk').toFixed(2)} ms)`,
      ofAllowed('transaction'),
      '≥ 80 %',
    ],
    ['appends of 100 one after another, events/s', of('batches1', 'durable').toFixed(0), '≥ 20000'],
    ['appends of 100, 8 in flight, events/s', of('batches8', 'durable').toFixed(0), '≥ 20000'],
    ['read, of the node in memory', percent(ratio('read', 'durable', 'memory')), '≥ 90 %'],
    ['catch-up, of the node in memory', percent(ratio('catchUp', 'durable', 'memory')), '≥ 90 %'],
    ['append to live subscriber, p50 ms', of('live50', 'durable').toFixed(2), '≤ 2'],
    ['anonymous memory of the durable node, MB', anonymous.toFixed(0), '≤ 200'],
  ]);
}

export async function growth(folder, events) {
  const data = join(folder, 'growth');
  const target = await startTarget('durable', data);
  const slices = [];
  for (let slice = 0; slice < SLICES; slice++) {
    const [from, count] = [(slice * events) / SLICES, events / SLICES];
    const cpuBefore = cpuMs(target.pid);
    const took = await target.client.ask('fill', { from, events: count });
    slices.push({ us: (took * 1000) / count, cpu: ((cpuMs(target.pid) - cpuBefore) * 1000) / count });
    say(`${(from + count).toLocaleString('en')} events, ${anonymousMb(target.pid).toFixed(0)} MB anonymous …`);
  }
  const grown = anonymousMb(target.pid);
  await target.client.ask('end').then(target.end);
  const [small, empty] = await timed(() => startNode('durable', join(folder, 'empty')));
  await small.end();
  const starts = [];
  let anonymous = 0;
  for (let start = 0; start < 3; start++) {
    const [node, took] = await timed(() => startNode('durable', data));
    anonymous = anonymousMb(node.pid);
    starts.push(took);
    await node.end();
  }
  const { size } = statSync(join(data, 'data.mdb'));
  table(
    [
      `growth to ${events.toLocaleString('en')} events (${(size / 2 ** 30).toFixed(2)} GiB)`,
      'µs an event',
      'CPU of the node',
    ],
    slices.map(({ us, cpu }, n) => [`slice ${n + 1}`, us.toFixed(1), cpu.toFixed(1)]),
  );
  const [first, last] = [slices[0], slices.at(-1)];
  verdicts([
    ['an append at the end, times one at the beginning', (last.us / first.us).toFixed(2), '≤ 1.2'],
    ['the same in CPU time of the node', (last.cpu / first.cpu).toFixed(2), '≤ 1.2'],
    [`start with that log, ms (an empty one: ${empty.toFixed(0)})`, median(starts).toFixed(0), '≤ 1000'],
    ['anonymous memory when grown, MB', grown.toFixed(0), '≤ 200'],
    ['anonymous memory when started, MB', anonymous.toFixed(0), '≤ 200'],
  ]);
}

async function startTarget(kind, data) {
  const { url, pid, end } = await startNode(kind, data);
  return { url, pid, end, client: await startClient('node', url) };
}

async function startNode(kind, data) {
  const child = fork(join(import.meta.dirname, 'event-node-process.mjs'), [kind, data]);
  const [{ url }] = await once(child, 'message');
  const end = async () => {
    const ended = once(child, 'exit');
    child.send('stop');
    await ended;
  };
  return { url, pid: child.pid, end };
}

async function startClient(kind, url) {
  const child = fork(join(import.meta.dirname, 'event-node-client.mjs'), [kind, url]);
  const exited = once(child, 'exit').then(() => {
    throw new Error(`the client of ${kind} ended`);
  });
  exited.catch(() => undefined);
  await Promise.race([once(child, 'message'), exited]);
  const ask = async (what, options = {}) => {
    child.send({ what, ...options });
    const [{ result }] = await Promise.race([once(child, 'message'), exited]);
    return result;
  };
  return { ask };
}

async function timed(work) {
  const began = performance.now();
  const result = await work();
  return [result, performance.now() - began];
}

/** Linux: anonymous resident memory; mapped files, which the kernel takes back at will, are not counted. */
function anonymousMb(pid) {
  return Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024;
}

/** User and system time of all its threads; the kernel counts in hundredths of a second. */
function cpuMs(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function percent(ratio) {
  return `${(ratio * 100).toFixed(0)} %`;
}

function verdicts(lines) {
  const holds = (value, bar) =>
    bar.startsWith('≥') ? parseFloat(value) >= parseFloat(bar.slice(2)) : parseFloat(value) <= parseFloat(bar.slice(2));
  table(
    ['what', 'measured', 'bar', ''],
    lines.map(([what, value, bar]) => [what, value, bar, holds(value, bar) ? 'holds' : 'MISSED']),
  );
}

function table(head, lines) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  say(['', row(head), `|${head.map(() => '---').join('|')}|`, ...lines.map(row), ''].join('\n'));
}
