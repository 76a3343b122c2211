/** A file that is looked into here and there, never read as a whole. */
export interface Readable {
  readonly size: number;
  read(offset: number, length: number): Promise<Buffer>;
}

/** Signatures of the format (APPNOTE.TXT 4.3.12 and 4.3.14 to 4.3.16). */
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;

const END_SIZE = 22;
const END_64_SIZE = 56;
const LOCATOR_SIZE = 20;
const LONGEST_COMMENT = 65_535;
/** A directory larger than this is of no document. */
const LARGEST = 4 * 1024 * 1024;

/** The names in a ZIP archive, from its directory at the end: nothing is unpacked. Null when it cannot be read. */
export async function readDirectory(file: Readable): Promise<readonly string[] | null> {
  const length = Math.min(file.size, END_SIZE + LONGEST_COMMENT);
  const tail = await file.read(file.size - length, length);
  const end = tail.lastIndexOf(signatureBytes(END));
  if (end < 0 || end + END_SIZE > tail.length) return null;
  const directory = (await largeDirectory(file, tail, end)) ?? {
    count: tail.readUInt16LE(end + 10),
    size: tail.readUInt32LE(end + 12),
    offset: tail.readUInt32LE(end + 16),
  };
  const { count, size, offset } = directory;
  if (size > LARGEST || offset + size > file.size) return null;
  return namesIn(await file.read(offset, size), count);
}

/** What ZIP64 says in place of the end; some programs write it for any file. Null where it is not there. */
async function largeDirectory(file: Readable, tail: Buffer, end: number) {
  const locator = end - LOCATOR_SIZE;
  if (locator < 0 || tail.readUInt32LE(locator) !== LOCATOR_64) return null;
  const at = Number(tail.readBigUInt64LE(locator + 8));
  if (at + END_64_SIZE > file.size) return null;
  const record = await file.read(at, END_64_SIZE);
  if (record.readUInt32LE(0) !== END_64) return null;
  const number = (place: number) => Number(record.readBigUInt64LE(place));
  return { count: number(32), size: number(40), offset: number(48) };
}

function namesIn(directory: Buffer, count: number): readonly string[] | null {
  const names: string[] = [];
  for (let at = 0; names.length < count;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) return null;
    const nameLength = directory.readUInt16LE(at + 28);
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    names.push(directory.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + rest;
  }
  return names;
}

function signatureBytes(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
