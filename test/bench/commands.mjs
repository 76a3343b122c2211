// Commands over HTTP with the projections running and paused, what each process spends on one, the projections' own
// rate, idle memory, Emmett's command handler on the same PostgreSQL in the same run, and where the time of a command goes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startStack } from '../../dist/apps/cli/src/supervisor/start-stack.js';
import { spentBy } from './cpu.mjs';
import { objectivesReady, reporter } from './fixture.mjs';
import { closedLoop } from './load.mjs';
import { anonymousMb } from './memory.mjs';
import { profiled, whereTimeGoes } from './profile.mjs';

const BODY = 'bench';
const OBJECTIVES = 2000;
const IN_FLIGHT = 64;

/** Until what is compiled while it runs has been compiled, here and in the peer. */
const WARM_UP_S = 5;

const BARS = { paused: 4000, running: 2000, p99Ms: 65, timesEmmett: 3 };

/** The parts as they were built, not joined: of a file in `dist/programs` nobody could tell what its functions belong to. */
const MODULE_BY_MODULE = {
  api: resolve(import.meta.dirname, '../../dist/apps/api/src/main.js'),
  worker: resolve(import.meta.dirname, '../../dist/apps/worker/src/main.js'),
  node: join(import.meta.dirname, 'module-by-module-node.mjs'),
};

const say = (line) => process.stdout.write(`${line}\n`);

const withStack = async (options, work) => {
  const data = mkdtempSync(join(tmpdir(), 'traguardo-bench-'));
  // what is measured is a command, not when one session has had enough
  const env = { TRAGUARDO_REQUESTS_PER_MINUTE: '0', ...options.env };
  const stack = await startStack({ data, body: BODY, clock: 'system', ...options, env });
  try {
    return await work(stack);
  } finally {
    await stack.stop();
    rmSync(data, { recursive: true, force: true });
  }
};

/** @param {{ seconds: number }} options length of each measured stretch */
export async function benchCommands({ seconds }) {
  const rows = [];
  const rate = (name, { perSecond, p50, p99 }) =>
    rows.push([name, `${Math.round(perSecond)}/s`, `p50 ${p50.toFixed(1)} ms`, `p99 ${p99.toFixed(1)} ms`]);
  const stretches = {};
  const costs = {};
  let peer;

  await withStack({}, async (stack) => {
    for (const [part, pid] of Object.entries(stack.pids)) {
      rows.push([`idle, anonymous memory: ${part}`, `${anonymousMb(pid).toFixed(0)} MB`, '', '']);
    }
    say(`defining ${OBJECTIVES} objectives …`);
    const ids = await objectivesReady(stack, BODY, OBJECTIVES);
    const { report, seen, close } = await reporter(stack, ids, IN_FLIGHT);
    let last;
    let written = 0;
    const send = async (n) => {
      written += 1;
      last = await report(n);
    };
    const caughtUp = async () => seen((await report(0)).body.position);

    const stretch = async (projections) => {
      for (const inFlight of [1, IN_FLIGHT]) {
        say(`commands, projections ${projections}, ${inFlight} in flight …`);
        await closedLoop({ inFlight, seconds: inFlight === 1 ? 2 : WARM_UP_S, warmUpSeconds: 0, send });
        const before = written;
        const { result, spent } = await spentBy(stack, () => closedLoop({ inFlight, seconds, warmUpSeconds: 0, send }));
        rate(`commands over HTTP, projections ${projections}, ${inFlight} in flight`, result);
        if (inFlight > 1) {
          stretches[projections] = result;
          costs[projections] = perCommand(spent, written - before);
        }
      }
    };
    await caughtUp();
    await stretch('running');
    await caughtUp();
    stack.kill('worker', 'SIGSTOP');
    written = 0;
    await stretch('paused');
    const { position } = last.body;
    say(`projections: catching up on ${written} events …`);
    const began = performance.now();
    stack.kill('worker', 'SIGCONT');
    await seen(position);
    const took = (performance.now() - began) / 1000;
    rows.push(['projections catching up', `${Math.round(written / took)} events/s`, `${written} events`, '']);
    close();

    say('Emmett …');
    const emmett = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'emmett.mjs'), stack.databaseUrl, seconds, OBJECTIVES, WARM_UP_S].map(String),
      { encoding: 'utf8' },
    );
    if (emmett.status !== 0) throw new Error(emmett.stderr);
    peer = JSON.parse(emmett.stdout);
    for (const inFlight of [1, IN_FLIGHT]) {
      rate(`Emmett's command handler, no HTTP, ${inFlight} in flight`, peer[inFlight]);
    }
  });

  table(['what', 'rate', '', ''], rows);
  tellBars(stretches, peer[IN_FLIGHT]);
  const parts = Object.keys(costs.paused);
  table(
    ['processor time of a command, µs', ...parts, 'together'],
    Object.entries(costs).map(([projections, cost]) => [
      `projections ${projections}`,
      ...parts.map((part) => cost[part].toFixed(0)),
      parts.reduce((sum, part) => sum + cost[part], 0).toFixed(0),
    ]),
  );
  await profile(seconds);
}

function perCommand(spent, commands) {
  return Object.fromEntries(Object.entries(spent).map(([part, us]) => [part, us / commands]));
}

function tellBars({ paused, running }, peer) {
  const bar = (what, measured, holds) => [what, measured, holds ? 'holds' : '**missed**'];
  const times = paused.perSecond / peer.perSecond;
  const perSecond = ({ perSecond: each }) => `${Math.round(each)}/s`;
  const slow = ({ p99 }) => `${p99.toFixed(1)} ms`;
  table(
    ['bar, 64 in flight', 'measured', ''],
    [
      bar(`projections paused ≥ ${BARS.paused}/s`, perSecond(paused), paused.perSecond >= BARS.paused),
      bar(`projections running ≥ ${BARS.running}/s`, perSecond(running), running.perSecond >= BARS.running),
      bar(`paused, p99 ≤ ${BARS.p99Ms} ms`, slow(paused), paused.p99 <= BARS.p99Ms),
      bar(`running, p99 ≤ ${BARS.p99Ms} ms`, slow(running), running.p99 <= BARS.p99Ms),
      bar(`paused, times Emmett ≥ ${BARS.timesEmmett}`, times.toFixed(2), times >= BARS.timesEmmett),
    ],
  );
}

/** In a run of its own: a profile costs time itself. */
async function profile(seconds) {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-profile-'));
  const profiler = pathToFileURL(join(import.meta.dirname, 'profiler.mjs')).href;
  const env = { NODE_OPTIONS: `--import ${profiler}`, BENCH_PROFILES: folder };
  await withStack({ env, programs: MODULE_BY_MODULE }, async (stack) => {
    say('profile of a command …');
    const ids = await objectivesReady(stack, BODY, OBJECTIVES);
    const { report, seen, close } = await reporter(stack, ids, IN_FLIGHT);
    let last;
    let commands = 0;
    const load = () =>
      closedLoop({
        inFlight: IN_FLIGHT,
        seconds,
        warmUpSeconds: 0,
        send: async (n) => {
          commands += 1;
          last = await report(n);
        },
      });
    stack.kill('worker', 'SIGSTOP');
    await load();
    const warm = commands;
    const [api, node] = await profiled(stack, folder, ['api', 'node'], load);
    tellProfile('API', api, commands - warm);
    tellProfile('event node', node, commands - warm);
    stack.kill('worker', 'SIGCONT');
    const [worker] = await profiled(stack, folder, ['worker'], () => seen(last.body.position));
    tellProfile('worker, catching up', worker, commands);
    close();
  });
  rmSync(folder, { recursive: true, force: true });
}

function tellProfile(program, taken, commands) {
  const { busyUs, parts } = whereTimeGoes(taken);
  table(
    [`${program}: ${(busyUs / 1000).toFixed(0)} ms busy, ${commands} commands`, 'share', 'µs a command'],
    parts.map(({ part, share, us }) => [part, `${(share * 100).toFixed(1)} %`, (us / commands).toFixed(1)]),
  );
}

function table(head, lines) {
  say(
    [
      '',
      `| ${head.join(' | ')} |`,
      `|${head.map(() => '---').join('|')}|`,
      ...lines.map((line) => `| ${line.join(' | ')} |`),
    ].join('\n'),
  );
}
