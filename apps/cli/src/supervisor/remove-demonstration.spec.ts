import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from './folder-lock.js';
import { removeDemonstration } from './remove-demonstration.js';

describe('removing a demonstration', () => {
  const data = mkdtempSync(join(tmpdir(), 'traguardo-reset-'));
  afterAll(() => rmSync(data, { recursive: true }));

  const folder = (body: string, mark: boolean): string => {
    const path = join(data, body);
    mkdirSync(join(path, 'events'), { recursive: true });
    if (mark) writeFileSync(join(path, 'demonstration.json'), '{}');
    return path;
  };

  it('given a demonstration, then its folder goes', async () => {
    const path = folder('demo', true);
    expect(await removeDemonstration({ data, body: 'demo' })).toBe(true);
    expect(existsSync(path)).toBe(false);
  });

  it('given no folder, then there is nothing to do', async () => {
    expect(await removeDemonstration({ data, body: 'mai-vista' })).toBe(false);
  });

  it('given a real body, then it is left as it is', async () => {
    const path = folder('borgo-sereno', false);
    await expect(removeDemonstration({ data, body: 'borgo-sereno' })).rejects.toMatchObject({
      code: 'stack/not-a-demonstration',
    });
    expect(existsSync(join(path, 'events'))).toBe(true);
  });

  it('given a demonstration that is in use, then it is left as it is', async () => {
    const path = folder('in-uso', true);
    const lock = await lockFolder(path);
    await expect(removeDemonstration({ data, body: 'in-uso' })).rejects.toMatchObject({ code: 'stack/folder-in-use' });
    expect(existsSync(join(path, 'events'))).toBe(true);
    lock.release();
  });

  it('given a demonstration whose stores are elsewhere, then they are not forgotten', async () => {
    folder('altrove', true);
    const external = { databaseUrl: 'postgres://altrove' };
    await expect(removeDemonstration({ data, body: 'altrove', external })).rejects.toMatchObject({
      code: 'stack/not-a-demonstration',
    });
  });
});
