import { missingScanner } from './missing-scanner.js';
import { openScanner } from './scan.js';

const scanBy = (command: string | undefined) => openScanner(command).scan;

/** Node itself is a scanner that every machine has: what it is given after `-e` is its verdict. */
const scanner = (verdict: string) => `${process.execPath} -e ${verdict}`;

describe('the scanner of documents', () => {
  it('given none, or one that finds nothing, then the file is kept', async () => {
    await expect(scanBy(undefined)('/x', 'verbale.pdf')).resolves.toBeUndefined();
    await expect(scanBy(' ')('/x', 'verbale.pdf')).resolves.toBeUndefined();
    await expect(scanBy(scanner('process.exit(0)'))('/x', 'verbale.pdf')).resolves.toBeUndefined();
  });

  it('given one that finds something, then the file is refused by name', async () => {
    await expect(scanBy(scanner('process.exit(1)'))('/x', 'verbale.pdf')).rejects.toMatchObject({
      code: 'document/infected',
      facts: { name: 'verbale.pdf' },
    });
  });

  it('given one that cannot be started, then nothing is kept unscanned', async () => {
    await expect(scanBy('/there/is/no/scanner')('/x', 'verbale.pdf')).rejects.toMatchObject({
      code: 'document/not-scanned',
    });
  });

  it('given one that is not there, then it can be told before anything is uploaded', async () => {
    expect(await missingScanner('/there/is/no/scanner --fdpass')).toBe('/there/is/no/scanner');
    expect(await missingScanner('there-is-no-scanner')).toBe('there-is-no-scanner');
    expect(await missingScanner(`${process.cwd()}/package.json`)).toBe(`${process.cwd()}/package.json`);
    expect(await missingScanner(undefined)).toBeNull();
    expect(await missingScanner(scanner('process.exit(0)'))).toBeNull();
    expect(await missingScanner('ls -l')).toBeNull();
  });

  it('given one that cannot be started, then nothing waits for it any more', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    const before = timers();
    await expect(scanBy('/there/is/no/scanner')('/x', 'verbale.pdf')).rejects.toMatchObject({
      code: 'document/not-scanned',
    });
    expect(timers()).toBeLessThanOrEqual(before);
  });

  it('given one that failed, as clamdscan does without its daemon, then nobody is told of a virus', async () => {
    await expect(scanBy(scanner('process.exit(2)'))('/x', 'verbale.pdf')).rejects.toMatchObject({
      code: 'document/not-scanned',
    });
  });

  it('given a path that a shell would read as more than a path, then it is one argument', async () => {
    const isOne = scanner('process.exit(process.argv.length===2&&process.argv[1]==="/a;false;$(x)"?0:1)');
    await expect(scanBy(isOne)('/a;false;$(x)', 'x.pdf')).resolves.toBeUndefined();
  });
});
