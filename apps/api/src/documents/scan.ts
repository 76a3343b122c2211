import { Refusal } from '../http/refusal.js';
import { processGroups } from './process-groups.js';

/** A scanner that says nothing for this long is taken to have failed. */
const LONGEST_MS = 60_000;

/** Looks at a file before it is kept. @throws Refusal `document/infected`, `document/not-scanned` */
export type Scan = (path: string, name: string) => Promise<void>;

export interface Scanner {
  readonly scan: Scan;
  /** Ends the scans that go on, and whatever they have started: their files are not kept, and neither are later ones. */
  stop(): void;
}

/**
 * A scanner as its command line, split at blanks: no shell reads it, and the file's path is added as its last argument.
 * As clamdscan it ends with 0 where the file is clean and with 1 where it is not; anything else is a scan that failed, and keeps
 * nothing either. What it has started is killed once it has ended.
 *
 * @param command  absent or blank: nothing is scanned
 */
export function openScanner(command: string | undefined): Scanner {
  const [program, ...given] = (command ?? '').split(/\s+/).filter((word) => word !== '');
  if (program === undefined) return { scan: () => Promise.resolve(), stop: () => undefined };
  const groups = processGroups();
  return {
    scan: async (path, name) => {
      const status = await groups.run(program, [...given, path], LONGEST_MS).catch((cause: unknown) => {
        throw Object.assign(new Refusal('document/not-scanned', { name }), { cause });
      });
      if (status === 1) throw new Refusal('document/infected', { name });
      if (status !== 0) throw new Refusal('document/not-scanned', { name });
    },
    stop: () => groups.stop(),
  };
}
