import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openDocuments, type DocumentsOptions } from './open-documents.js';

const PDF = '%PDF-1.7\nverbale\n';
const sha256 = createHash('sha256').update(PDF).digest('hex');

describe('a document is what its hash says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-whole-'));
  const path = join(folder, 'evidence', sha256.slice(0, 2), sha256.slice(2));
  const logged: Record<string, unknown>[] = [];
  const logger = pino({}, { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) });
  afterAll(() => rmSync(folder, { recursive: true }));

  const opened = (scan?: NonNullable<DocumentsOptions['scan']>) =>
    openDocuments({ folder, limitBytes: 1024, logger, ...(scan && { scan }) });
  async function* content() {
    yield await Promise.resolve(Buffer.from(PDF));
  }
  const uploaded = async (scan?: NonNullable<DocumentsOptions['scan']>) =>
    (await opened(scan)).add('Verbale di Rossi.pdf', content());

  it('given a scanner that edits the file and finds it clean, then it is refused, and nothing is kept', async () => {
    const disinfecting = (draft: string) => Promise.resolve(writeFileSync(draft, `${PDF}% `));
    await expect(uploaded(disinfecting)).rejects.toMatchObject({ code: 'document/changed-by-scan' });
    expect(readdirSync(join(folder, 'evidence'))).toEqual(['incoming']);
  });

  it('given a scanner that moves the file away and finds it clean, then it was not scanned', async () => {
    const quarantine = (draft: string) => Promise.resolve(unlinkSync(draft));
    await expect(uploaded(quarantine)).rejects.toMatchObject({ code: 'document/not-scanned' });
  });

  it('given what the scan refused, then the log has its hash and size, and not its name, which may be of a person', () => {
    expect(logged.map(({ code, sha256, size }) => ({ code, sha256, size }))).toEqual([
      { code: 'document/changed-by-scan', sha256, size: PDF.length },
      { code: 'document/not-scanned', sha256, size: PDF.length },
    ]);
    expect(JSON.stringify(logged)).not.toContain('Rossi');
  });

  describe('given one byte that changed on the disk', () => {
    beforeEach(async () => {
      await uploaded();
      writeFileSync(path, PDF.replace('v', 'V'));
    });

    it('then it is neither served nor read, and the log says which', async () => {
      const documents = await opened();
      await expect(documents.open(sha256, 'verbale.pdf')).rejects.toMatchObject({ code: 'document/altered' });
      await expect(documents.read(sha256)).rejects.toMatchObject({ code: 'document/altered' });
      expect(logged.at(-1)).toMatchObject({ sha256, msg: 'a document no longer has the content it was kept with' });
    });

    it('then it can be uploaded again', async () => {
      await uploaded();
      expect(readFileSync(path, 'utf8')).toBe(PDF);
    });
  });

  describe('given one that is cited', () => {
    const known = { name: 'verbale.pdf', sha256, mediaType: 'application/pdf', size: PDF.length };
    const citing = async (...evidence: object[]) =>
      (await opened()).requireAdded(evidence.map((otherwise) => ({ ...known, ...otherwise })));
    beforeAll(() => uploaded());

    it('as its upload was answered, or under another name that fits, then it is taken', async () => {
      await expect(citing({})).resolves.toBeUndefined();
      await expect(citing({ name: 'Allegato B.PDF' })).resolves.toBeUndefined();
    });

    it.each<[string, object, string]>([
      ['with the name of a program', { name: 'prova.exe' }, 'prova.pdf'],
      ['with a folder in its name', { name: '../x.pdf' }, 'x.pdf'],
      ['with a mark that turns its name around', { name: 'x\u202efdp.pdf' }, 'xfdp.pdf'],
      ['as an image', { mediaType: 'image/png' }, 'verbale.pdf'],
      ['with a size that is wrong by one', { size: PDF.length + 1 }, 'verbale.pdf'],
    ])('%s, then it is refused, and is told how to cite it', async (_, otherwise, as) => {
      await expect(citing(otherwise)).rejects.toMatchObject({
        code: 'evidence/cited-otherwise',
        facts: { as, mediaType: 'application/pdf', size: PDF.length },
      });
    });

    it('twice in one list, then it is refused', async () => {
      await expect(citing({}, { name: 'altro.pdf' })).rejects.toMatchObject({
        code: 'evidence/cited-twice',
        facts: { name: 'altro.pdf' },
      });
    });
  });
});
