// Commands over HTTP with the projections running and paused, the projections' own rate, idle memory, where the time of
// a command goes, and Emmett's command handler on the same PostgreSQL in the same run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startStack } from '../../dist/apps/cli/src/supervisor/start-stack.js';
import { objectivesReady, reporter } from './fixture.mjs';
import { closedLoop } from './load.mjs';
import { anonymousMb } from './memory.mjs';
import { whereTimeGoes } from './profile.mjs';

const BODY = 'bench';
const OBJECTIVES = 2000;
const rows = [];
const say = (line) => process.stdout.write(`${line}\n`);
const rate = (name, { perSecond, p50, p99 }) =>
  rows.push([name, `${Math.round(perSecond)}/s`, `p50 ${p50.toFixed(1)} ms`, `p99 ${p99.toFixed(1)} ms`]);

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
  await withStack({}, async (stack) => {
    for (const [part, pid] of Object.entries(stack.pids)) {
      rows.push([`idle, anonymous memory: ${part}`, `${anonymousMb(pid).toFixed(0)} MB`, '', '']);
    }
    say(`defining ${OBJECTIVES} objectives …`);
    const ids = await objectivesReady(stack, BODY, OBJECTIVES);
    const { report, seen, close } = await reporter(stack, ids, 64);
    await seen((await report(0)).position);

    for (const inFlight of [1, 64]) {
      say(`commands, projections running, ${inFlight} in flight …`);
      rate(
        `commands over HTTP, projections running, ${inFlight} in flight`,
        await closedLoop({ inFlight, seconds, send: report }),
      );
    }
    await seen((await report(0)).position);

    stack.kill('worker', 'SIGSTOP');
    let last;
    const remembering = async (n) => {
      last = await report(n);
    };
    let written = 0;
    for (const inFlight of [1, 64]) {
      say(`commands, projections paused, ${inFlight} in flight …`);
      const measured = await closedLoop({ inFlight, seconds, send: (n) => (written++, remembering(n)) });
      rate(`commands over HTTP, projections paused, ${inFlight} in flight`, measured);
    }
    const position = (await report(0)).position ?? last.position;
    say(`projections: catching up on ${written} events …`);
    const began = performance.now();
    stack.kill('worker', 'SIGCONT');
    await seen(position);
    const caughtUp = (performance.now() - began) / 1000;
    rows.push(['projections catching up', `${Math.round(written / caughtUp)} events/s`, `${written} events`, '']);
    close();

    say('Emmett …');
    const emmett = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'emmett.mjs'), stack.databaseUrl, String(seconds)],
      {
        encoding: 'utf8',
      },
    );
    if (emmett.status !== 0) throw new Error(emmett.stderr);
    const peers = JSON.parse(emmett.stdout);
    for (const inFlight of [1, 64]) rate(`Emmett's command handler, no HTTP, ${inFlight} in flight`, peers[inFlight]);
  });

  table(['what', 'rate', '', ''], rows);

  const profiles = mkdtempSync(join(tmpdir(), 'traguardo-profile-'));
  let commands = 0;
  const profiled = {
    NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'profiler.mjs')).href}`,
    BENCH_PROFILES: profiles,
  };
  await withStack({ env: profiled }, async (stack) => {
    say('profile of a command …');
    const ids = await objectivesReady(stack, BODY, OBJECTIVES);
    const { report, close } = await reporter(stack, ids, 64);
    stack.kill('worker', 'SIGSTOP');
    await closedLoop({ inFlight: 64, seconds, send: (n) => (commands++, report(n).then(() => undefined)) });
    stack.kill('worker', 'SIGCONT');
    close();
  });
  for (const program of ['apps/api/src/main.js', 'libs/event-node/']) {
    const { busyUs, parts } = whereTimeGoes(profiles, program);
    table(
      [
        `where the time of a command goes: process of ${program} (${(busyUs / 1000).toFixed(0)} ms busy, ${commands} commands)`,
        'share',
        'µs a command',
      ],
      parts.map(({ part, share, us }) => [part, `${(share * 100).toFixed(1)} %`, (us / commands).toFixed(0)]),
    );
  }
  rmSync(profiles, { recursive: true, force: true });
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
