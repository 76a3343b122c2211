import { readdirSync, readFileSync } from 'node:fs';

/** Anonymous resident memory of a process and its children, in MB; mapped files are not counted (Linux). */
export function anonymousMb(pid) {
  return [pid, ...descendants(pid)].reduce((sum, each) => sum + anonymousKb(each), 0) / 1024;
}

function anonymousKb(pid) {
  return Number(/^Anonymous:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
}

export function descendants(pid) {
  const parents = new Map();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch (error) {
      if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error; // it ended while we looked
    }
  }
  const below = (of) =>
    [...parents].filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}
