import { decodeWindows1252 } from './windows-1252.js';

export interface DecodedText {
  readonly text: string;
  /** Lines in UTF-8 and lines as older programs write them stand in one file. */
  readonly mixed: boolean;
}

/**
 * Text in UTF-8 or UTF-16, by its mark or by how it looks, and where it is neither, as older office programs write it.
 * In a file pasted together of several each line is read by its own letters.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16In(bytes);
  if (utf16 !== null) return { text: new TextDecoder(utf16).decode(bytes), mixed: false };
  const whole = asUtf8(bytes);
  if (whole !== null) return { text: whole, mixed: false };
  const lines = linesOf(bytes).map((line) => ({ line, utf8: asUtf8(line) }));
  const mixed = lines.some(({ line, utf8 }) => utf8 !== null && line.some((byte) => byte > 0x7f));
  // every byte means something there
  if (!mixed) return { text: decodeWindows1252(bytes), mixed };
  return { text: lines.map(({ line, utf8 }) => utf8 ?? decodeWindows1252(line)).join(''), mixed };
}

/** Without a mark, Latin letters in UTF-16 have a zero in every other place. */
function utf16In(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const begin = bytes.subarray(0, 2_000);
  if (begin.length < 8 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  begin.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > begin.length * 0.3 && even === 0) return 'utf-16le';
  return even > begin.length * 0.3 && odd === 0 ? 'utf-16be' : null;
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start);
    lines.push(bytes.subarray(start, end < 0 ? bytes.length : end + 1));
    start = end < 0 ? bytes.length : end + 1;
  }
  return lines;
}
