// Commands over HTTP with the projections running, and paused in turns with Emmett's command handler on the same PostgreSQL;
// what each process spends on one, the projections' own rate, idle memory, and where the time of a command goes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startStack } from '../../dist/apps/cli/src/supervisor/start-stack.js';
import { spentBy } from './cpu.mjs';
import { objectivesReady, reporter } from './fixture.mjs';
import { inTurns, medians } from './in-turns.mjs';
import { closedLoop } from './load.mjs';
import { anonymousMb } from './memory.mjs';
import { startPeer } from './peer.mjs';
import { profiled } from './profile.mjs';
import { say, table, tellBars, tellProfile, tellRounds } from './tell-commands.mjs';

const BODY = 'bench';
const OBJECTIVES = 2000;
const IN_FLIGHT = 64;

/** Until what is compiled while it runs has been compiled, here and in the peer, by how many are in flight. */
const WARM_UP_S = { 1: 2, [IN_FLIGHT]: 5 };

/** How often commands over HTTP and the peer take turns, and how long each runs before a round of it counts. */
const ROUNDS = 3;
const BEFORE_A_ROUND_S = 1;

/** The parts as they were built, not joined: of a file in `dist/programs` nobody could tell what its functions belong to. */
const MODULE_BY_MODULE = {
  api: resolve(import.meta.dirname, '../../dist/apps/api/src/main.js'),
  worker: resolve(import.meta.dirname, '../../dist/apps/worker/src/main.js'),
  node: join(import.meta.dirname, 'module-by-module-node.mjs'),
};

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
  // what was measured last of each side: with all in flight
  const results = {};
  const costs = { running: [], paused: [] };
  let rounds;

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
    const load = (inFlight, lasting) => closedLoop({ inFlight, seconds: lasting, warmUpSeconds: 0, send });
    const measured = async (projections, inFlight) => {
      const before = written;
      const { result, spent } = await spentBy(stack, () => load(inFlight, seconds));
      if (inFlight > 1) costs[projections].push(perCommand(spent, written - before));
      return result;
    };

    await caughtUp();
    for (const inFlight of [1, IN_FLIGHT]) {
      say(`commands, projections running, ${inFlight} in flight …`);
      await load(inFlight, WARM_UP_S[inFlight]);
      results.running = await measured('running', inFlight);
      rate(`commands over HTTP, projections running, ${inFlight} in flight`, results.running);
    }
    await caughtUp();
    stack.kill('worker', 'SIGSTOP');
    written = 0;
    const peer = startPeer(stack.databaseUrl, OBJECTIVES);
    for (const inFlight of [1, IN_FLIGHT]) {
      say(`commands, projections paused, in turns with Emmett, ${inFlight} in flight …`);
      await load(inFlight, WARM_UP_S[inFlight]);
      await peer.load({ inFlight, seconds: WARM_UP_S[inFlight], warmUpSeconds: 0 });
      rounds = await inTurns(inFlight === 1 ? 1 : ROUNDS, {
        paused: async () => {
          await load(inFlight, BEFORE_A_ROUND_S);
          return measured('paused', inFlight);
        },
        peer: () => peer.load({ inFlight, seconds, warmUpSeconds: BEFORE_A_ROUND_S }),
      });
      results.paused = medians(rounds.paused);
      results.peer = medians(rounds.peer);
      rate(`commands over HTTP, projections paused, ${inFlight} in flight`, results.paused);
      rate(`Emmett's command handler, no HTTP, ${inFlight} in flight`, results.peer);
    }
    await peer.close();
    const { position } = last.body;
    say(`projections: catching up on ${written} events …`);
    const began = performance.now();
    stack.kill('worker', 'SIGCONT');
    await seen(position);
    const took = (performance.now() - began) / 1000;
    rows.push(['projections catching up', `${Math.round(written / took)} events/s`, `${written} events`, '']);
    close();
  });

  table(['what', 'rate', '', ''], rows);
  tellRounds(rounds, results);
  tellBars(results);
  const parts = Object.keys(costs.paused[0]);
  table(
    ['processor time of a command, µs', ...parts, 'together'],
    Object.entries(costs).map(([projections, ofRounds]) => {
      const cost = medians(ofRounds);
      return [
        `projections ${projections}`,
        ...parts.map((part) => cost[part].toFixed(0)),
        parts.reduce((sum, part) => sum + cost[part], 0).toFixed(0),
      ];
    }),
  );
  await profile(seconds);
}

function perCommand(spent, commands) {
  return Object.fromEntries(Object.entries(spent).map(([part, us]) => [part, us / commands]));
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
