import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeOnce } from './make-once.js';

let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'traguardo-once-'));
});

afterEach(() => rmSync(place, { recursive: true }));

const write = (text: string) => async (draft: string) => writeFileSync(join(draft, 'what'), text);
const read = () => readFileSync(join(place, 'thing/what'), 'utf8');

describe('a thing that is made once', () => {
  it('is made once, however many want it at the same time', async () => {
    let made = 0;
    const wishes = Array.from({ length: 5 }, () =>
      makeOnce(join(place, 'thing'), async (draft) => {
        made += 1;
        await write('whole')(draft);
      }),
    );
    expect(new Set(await Promise.all(wishes))).toEqual(new Set([join(place, 'thing')]));
    expect(made).toBe(1);
    expect(readdirSync(place)).toEqual(['thing']);
  });

  it('given a failure, is not there, and can be made the next time', async () => {
    const failing = makeOnce(join(place, 'thing'), () => Promise.reject(new Error('no room')));
    await expect(failing).rejects.toThrow('no room');
    expect(existsSync(join(place, 'thing'))).toBe(false);
    await makeOnce(join(place, 'thing'), write('whole'));
    expect(read()).toBe('whole');
  });

  it('given a maker that died over it, is made by the next', async () => {
    writeFileSync(join(place, 'thing.claim'), JSON.stringify({ pid: process.pid, began: 'long ago' }));
    await makeOnce(join(place, 'thing'), write('whole'));
    expect(read()).toBe('whole');
  });
});
