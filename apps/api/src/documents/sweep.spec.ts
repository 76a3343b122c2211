import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../http/refusal.js';
import { openDocuments, type Documents } from './open-documents.js';

const OLD = new Date('2022-01-01T00:00:00Z');
const before = Date.parse('2022-06-01T00:00:00Z');

describe('documents that nobody cites', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-sweep-'));
  let documents: Documents;
  beforeAll(async () => {
    documents = await openDocuments({ folder, limitBytes: 1024 });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const pathOf = (sha256: string) => join(folder, 'evidence', sha256.slice(0, 2), sha256.slice(2));
  const kept = ({ sha256 }: { sha256: string }) => existsSync(pathOf(sha256));
  async function* content(text: string) {
    yield await Promise.resolve(Buffer.from(text));
  }
  const add = async (text: string) => {
    const evidence = await documents.add('nota.txt', content(text));
    expect(evidence.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    utimesSync(pathOf(evidence.sha256), OLD, OLD);
    return evidence;
  };
  const sweep = (...cited: readonly { sha256: string }[]) =>
    documents.sweep({ before, cited: () => Promise.resolve(new Set(cited.map(({ sha256 }) => sha256))) });

  it('given old ones, then those that an event cites stay and the others are removed, and cannot be cited any more', async () => {
    const [cited, uncited] = [await add('citata'), await add('dimenticata')];
    expect(await sweep(cited)).toBe(1);
    expect([kept(cited), kept(uncited)]).toEqual([true, false]);
    await expect(documents.requireAdded([uncited])).rejects.toBeInstanceOf(Refusal);
  });

  it('given one that is uploaded, read or cited again, then it is young again', async () => {
    const [uploaded, read, named] = [await add('di nuovo'), await add('letta'), await add('nominata')];
    await documents.add('altra.txt', content('di nuovo'));
    await documents.read(read.sha256);
    await documents.requireAdded([named]);
    await sweep();
    expect([uploaded, read, named].map(kept)).toEqual([true, true, true]);
  });

  it('given one that is cited while the log is read for others, then it stays', async () => {
    const late = await add('all’ultimo momento');
    const removed = await documents.sweep({
      before,
      cited: async () => {
        await documents.requireAdded([late]);
        return new Set<string>();
      },
    });
    expect([removed, kept(late)]).toEqual([0, true]);
  });

  it('given that it is not known what is cited, then nothing is removed', async () => {
    const unknown = await add('in dubbio');
    const away = new Error('the log is away');
    await expect(documents.sweep({ before, cited: () => Promise.reject(away) })).rejects.toBe(away);
    expect(kept(unknown)).toBe(true);
  });
});
