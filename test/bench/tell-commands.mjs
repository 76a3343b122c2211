// What `commands.mjs` prints.
import { whereTimeGoes } from './profile.mjs';

const BARS = { paused: 4000, running: 2000, p99Ms: 65, timesEmmett: 3 };

export const say = (line) => process.stdout.write(`${line}\n`);

export function tellRounds({ paused, peer }, medianOf) {
  const row = (what, ofRounds, median) => [
    what,
    ...[...ofRounds, median].map(({ perSecond }) => `${Math.round(perSecond)}/s`),
  ];
  table(
    ['in turns, 64 in flight', ...paused.map((_, round) => `round ${round + 1}`), 'median'],
    [
      row('commands over HTTP, projections paused', paused, medianOf.paused),
      row("Emmett's command handler, no HTTP", peer, medianOf.peer),
      ['times', ...paused.map((each, round) => timesOf(each, peer[round])), timesOf(medianOf.paused, medianOf.peer)],
    ],
  );
}

export function tellBars({ paused, running, peer }) {
  const bar = (what, measured, holds) => [what, measured, holds ? 'holds' : '**missed**'];
  const perSecond = ({ perSecond: each }) => `${Math.round(each)}/s`;
  const slow = ({ p99 }) => `${p99.toFixed(1)} ms`;
  table(
    ['bar, 64 in flight', 'measured', ''],
    [
      bar(`projections paused ≥ ${BARS.paused}/s`, perSecond(paused), paused.perSecond >= BARS.paused),
      bar(`projections running ≥ ${BARS.running}/s`, perSecond(running), running.perSecond >= BARS.running),
      bar(`paused, p99 ≤ ${BARS.p99Ms} ms`, slow(paused), paused.p99 <= BARS.p99Ms),
      bar(`running, p99 ≤ ${BARS.p99Ms} ms`, slow(running), running.p99 <= BARS.p99Ms),
      bar(
        `paused, times Emmett ≥ ${BARS.timesEmmett}`,
        timesOf(paused, peer),
        paused.perSecond >= BARS.timesEmmett * peer.perSecond,
      ),
    ],
  );
}

function timesOf(ours, peer) {
  return (ours.perSecond / peer.perSecond).toFixed(2);
}

export function tellProfile(program, taken, commands) {
  const { busyUs, parts } = whereTimeGoes(taken);
  table(
    [`${program}: ${(busyUs / 1000).toFixed(0)} ms busy, ${commands} commands`, 'share', 'µs a command'],
    parts.map(({ part, share, us }) => [part, `${(share * 100).toFixed(1)} %`, (us / commands).toFixed(1)]),
  );
}

export function table(head, lines) {
  say(
    [
      '',
      `| ${head.join(' | ')} |`,
      `|${head.map(() => '---').join('|')}|`,
      ...lines.map((line) => `| ${line.join(' | ')} |`),
    ].join('\n'),
  );
}
