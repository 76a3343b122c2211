import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { claim, release } from './owner.js';

/** The shell becomes `sleep`, which never takes note of the child that the shell had. */
const WITH_DEAD_CHILD = 'sleep 0.2 & echo $!; exec sleep 60';

const fieldsOf = (pid: string) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];

describe('the claim on a folder', () => {
  let folder: string;
  let meta: RootDatabase<Buffer, Buffer>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'owner-'));
    meta = open<Buffer, Buffer>({ path: folder, encoding: 'binary', keyEncoding: 'binary' });
  });
  afterEach(async () => {
    await meta.close();
    rmSync(folder, { recursive: true });
  });

  const left = (pid: number, started: string) =>
    meta.putSync(Buffer.from('owner'), Buffer.from(JSON.stringify({ pid, started })));

  it('given a living owner, then nobody else has it; given back, then anyone', () => {
    claim(meta, folder);
    expect(() => claim(meta, folder)).toThrow(/in use/i);
    release(meta);
    claim(meta, folder);
  });

  it('given a claim of a process that is gone, or of one whose number another has now, then it counts for nothing', () => {
    left(2 ** 22 + 1, '1');
    expect(() => claim(meta, folder)).not.toThrow();
    left(process.pid, '1');
    expect(() => claim(meta, folder)).not.toThrow();
  });

  it('given an owner that was killed and whose parent has not taken note, then its claim counts for nothing', async () => {
    const parent = spawn('sh', ['-c', WITH_DEAD_CHILD]);
    const [line] = await once(parent.stdout, 'data');
    const pid = String(line).trim();
    while (fieldsOf(pid)[0] !== 'Z') await new Promise(setImmediate);
    left(Number(pid), fieldsOf(pid)[19] ?? '');
    expect(() => claim(meta, folder)).not.toThrow();
    parent.kill('SIGKILL');
  });
});
