import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readingApart } from '#plan-import';
import { docxOf, p } from '../support/office/word-xml.js';

/** The build is what the thread runs. */
const built = resolve(__dirname, '../../dist/libs/plan-import/src/apart/reading-worker.js');
const word = docxOf(p('Piano della performance 2024'));
const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
  problems.map(({ code }) => code);

describe('reading apart', () => {
  it('has the thread that was built', () => expect(existsSync(built)).toBe(true));

  it('answers as reading here does', async () => {
    expect(codes(await readingApart().plan({ bytes: word }))).toEqual(['import/truncated']);
    expect(codes(await readingApart().people({ text: 'Nome;Ufficio;Ruolo\n' }, []))).toEqual(['import/empty-list']);
    expect(codes(await readingApart().offices({ text: '\ufeffNome\nUrp' }, []))).toEqual([]);
  });

  it('given a file that claims twelve gigabytes, then it is refused while the memory stays where it was', async () => {
    const bomb = Buffer.from(zipSync({ ...unzipSync(word), 'word/document.xml': new Uint8Array(50_000_000).fill(32) }));
    // in the list of its three parts each is said to unpack to 4 GB, as much as can be said there
    for (let at = bomb.indexOf('PK\x01\x02'); at >= 0; at = bomb.indexOf('PK\x01\x02', at + 4))
      bomb.writeUInt32LE(0xfff00000, at + 24);
    const before = process.memoryUsage().rss;
    expect(codes(await readingApart().plan({ bytes: bomb }))).toEqual(['import/too-large']);
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  it('given a file that keeps the thread busy, then it is ended in time and others go on meanwhile', async () => {
    const reading = readingApart({ timeMs: 1_500, atOnce: 1 });
    const xml = Buffer.from(unzipSync(word)['word/document.xml'] ?? []).toString();
    const busy = xml.replace('<w:sectPr/>', '<w:p/>'.repeat(3_000_000));
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 50);
    const [first, second] = await Promise.all([
      reading.plan({ bytes: zipSync({ ...unzipSync(word), 'word/document.xml': strToU8(busy) }, { level: 1 }) }),
      reading.plan({ bytes: word }),
    ]);
    clearInterval(heart);
    expect(codes(first)).toEqual(['import/took-too-long']);
    // its turn came; whether the same time is enough for its own thread depends on the machine
    expect(['import/truncated', 'import/took-too-long']).toContain(codes(second)[0]);
    expect(beats).toBeGreaterThan(2);
  });

  it('given lists that take too long, then it is said of a list what to leave in the file, and of a plan of a plan', async () => {
    const reading = readingApart({ timeMs: 1 });
    const said = ({ problems }: { readonly problems: readonly { readonly message: { readonly it: string } }[] }) =>
      problems.map(({ message }) => message.it);
    expect(said(await reading.people({ text: 'Nome;Ufficio;Ruolo\n' }, []))).toEqual([
      expect.stringContaining("lasciare nel file solo l'elenco"),
    ]);
    expect(said(await reading.offices({ text: 'Nome\nUrp' }, []))).toEqual([expect.stringContaining("solo l'elenco")]);
    expect(said(await reading.plan({ text: 'Piano' }))).toEqual([expect.stringContaining('solo il piano')]);
  });

  it('given a file that fills the memory of the thread, then it is refused', async () => {
    const rows = `<w:tr>${'<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>'.repeat(60)}</w:tr>`.repeat(5_000);
    const full = docxOf(`<w:tbl>${rows}</w:tbl>`);
    expect(codes(await readingApart({ heapMb: 24 }).plan({ bytes: full }))).toEqual(['import/too-large']);
  });
});
