// Loaded before a program (`node --import`): SIGUSR2 begins a CPU profile, the next one ends and writes it.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';

let session;
process.on('SIGUSR2', () => {
  if (session === undefined) {
    session = new Session();
    session.connect();
    session.post('Profiler.enable');
    session.post('Profiler.start');
    return;
  }
  session.post('Profiler.stop', (failure, stopped) => {
    if (failure) throw new Error(failure.message);
    writeFileSync(join(process.env.BENCH_PROFILES, `${process.pid}.cpuprofile`), JSON.stringify(stopped.profile));
  });
  session = undefined;
});
