import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Local time on purpose: the archive stores the figures of the local clock, and so they are the same everywhere. */
const BEGINNING_OF_ARCHIVES = new Date(1980, 0, 1);
const CORE = 'docProps/core.xml';
const WRITTEN = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/** The Word document without the moment it was made: entries in order of name, every date the same. */
export function withFixedDates(docx: Uint8Array): Uint8Array {
  const entries = unzipSync(docx);
  const core = entries[CORE];
  if (core === undefined) throw new Error(`A Word document without ${CORE} was made.`);
  entries[CORE] = strToU8(strFromU8(core).replace(WRITTEN, '$11980-01-01T00:00:00Z'));
  const ordered: Zippable = {};
  // [Content_Types].xml comes first in this order, as readers expect
  for (const [name, content] of Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    ordered[name] = [content, { mtime: BEGINNING_OF_ARCHIVES, level: 6 }];
  }
  return zipSync(ordered);
}
