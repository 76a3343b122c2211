import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder, type Instance } from './folder-lock.js';
import { identify, isRunning, type ProcessIdentity } from './process-identity.js';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'traguardo-folder-lock-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function livingProcess(): ProcessIdentity {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  children.push(child);
  const identity = identify(child.pid ?? 0);
  if (identity === undefined) throw new Error('sleep did not start');
  return identity;
}

async function deadProcess(): Promise<ProcessIdentity> {
  const identity = livingProcess();
  const child = children.pop();
  child?.kill('SIGKILL');
  if (child) await once(child, 'exit');
  return identity;
}

function leave(file: string, instance: Omit<Instance, 'parts'> & Partial<Instance>): void {
  writeFileSync(join(folder, file), JSON.stringify({ parts: {}, ...instance }));
}

const holder = () => JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8')) as Instance;

describe('lockFolder', () => {
  it('takes a free folder, notes its parts, and leaves nothing behind', async () => {
    const lock = await lockFolder(folder);
    const part = livingProcess();
    lock.note('api', part.pid);

    expect(holder()).toMatchObject({ pid: process.pid, parts: { api: part } });
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a folder that a living instance holds, and names its process', async () => {
    const other = livingProcess();
    leave('instance.json', { ...other, token: 'a' });

    await expect(lockFolder(folder)).rejects.toMatchObject({
      code: 'stack/folder-in-use',
      message: expect.stringContaining(`process ${other.pid}`) as string,
    });
    expect(readdirSync(folder)).toEqual(['instance.json']);
  });

  it('takes the folder of a killed instance, and ends the parts that it left', async () => {
    const orphan = livingProcess();
    leave('instance.json', { ...(await deadProcess()), token: 'a', parts: { api: orphan } });

    const lock = await lockFolder(folder);

    expect(holder().pid).toBe(process.pid);
    expect(isRunning(orphan)).toBe(false);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not misled when the number of a killed instance, or of its part, belongs to another program now', async () => {
    const stranger = livingProcess();
    const earlier = { ...stranger, began: 'before' };
    leave('instance.json', { ...earlier, token: 'a', parts: { api: earlier } });

    const lock = await lockFolder(folder);

    expect(isRunning(stranger)).toBe(true);
    lock.release();
  });

  it('inherits from an heir that was killed before it took the place', async () => {
    leave('instance.json', { ...(await deadProcess()), token: 'a' });
    leave('instance.json.a.heir', { ...(await deadProcess()), token: 'b' });

    const lock = await lockFolder(folder);

    expect(holder().pid).toBe(process.pid);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses while another heir is taking the place', async () => {
    leave('instance.json', { ...(await deadProcess()), token: 'a' });
    leave('instance.json.a.heir', { ...livingProcess(), token: 'b' });

    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'stack/folder-in-use' });
  });
});
