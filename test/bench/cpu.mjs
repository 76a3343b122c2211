import { readFileSync } from 'node:fs';
import { descendants } from './memory.mjs';

/** Linux tells processor time in hundredths of a second. */
const US_PER_TICK = 10_000;

/** Processor time of a process, its children, and those of them that have ended, in µs (Linux). */
export function cpuUs(pid) {
  return [pid, ...descendants(pid)].reduce((sum, each) => sum + ticks(each), 0) * US_PER_TICK;
}

function ticks(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return 0; // it ended while we looked
    throw error;
  }
}

/** What each part of a stack, and this process as its client, spend while something runs. */
export async function spentBy(stack, work) {
  const now = () => Object.fromEntries(Object.entries(stack.pids).map(([part, pid]) => [part, cpuUs(pid)]));
  const [before, client] = [now(), process.cpuUsage()];
  const result = await work();
  const [after, { user, system }] = [now(), process.cpuUsage(client)];
  const parts = Object.entries(after).map(([part, us]) => [part, us - (before[part] ?? 0)]);
  return { result, spent: { ...Object.fromEntries(parts), client: user + system } };
}
