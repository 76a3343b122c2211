import { unzipSync, type UnzipFileInfo } from 'fflate';
import { OFFICE_LIMITS } from './limits.js';
import { damaged, tooBig, Unreadable, unsafe } from './unreadable.js';

/** The parts of an office file. Nothing is unpacked before it is asked for, and nothing is ever written to disk. */
export interface Archive {
  has(name: string): boolean;
  readonly names: readonly string[];
  /** A part unpacked; null where there is none. */
  part(name: string): Uint8Array | null;
}

/** @throws Unreadable where it is damaged, or claims more than an office file has */
export function openArchive(bytes: Uint8Array): Archive {
  if (bytes.length > OFFICE_LIMITS.fileBytes) throw tooBig();
  const sizes = new Map<string, number>();
  list(bytes, ({ name, size, originalSize }) => {
    if (sizes.size >= OFFICE_LIMITS.entries) throw tooBig();
    if (sizes.has(name)) throw unsafe('ha due parti con lo stesso nome', 'has two parts of one name');
    // what is packed is hardly larger than what it unpacks to
    if (size > originalSize + 1_000) throw unsafe('dichiara misure false', 'states false sizes');
    sizes.set(name, originalSize);
    return false;
  });
  let unpacked = 0;
  return {
    names: [...sizes.keys()],
    has: (name) => sizes.has(name),
    part: (name) => {
      const size = sizes.get(name);
      if (size === undefined) return null;
      unpacked += size;
      if (size > OFFICE_LIMITS.partBytes || unpacked > OFFICE_LIMITS.totalBytes) throw tooBig();
      return list(bytes, (entry) => entry.name === name)[name] ?? null;
    },
  };
}

function list(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw damaged();
  }
}
