// Loaded before a program (`node --import`): writes a CPU profile of its whole life when it exits.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.start');
process.on('exit', () => {
  session.post('Profiler.stop', (failure, stopped) => {
    if (failure) throw new Error(failure.message);
    writeFileSync(join(process.env.BENCH_PROFILES, `${process.pid}.cpuprofile`), JSON.stringify(stopped.profile));
  });
});
