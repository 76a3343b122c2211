import { decodeText } from './decode-text.js';

const text = (bytes: Uint8Array) => decodeText(bytes).text;
const utf16be = (words: string) => Buffer.from(words, 'utf16le').swap16();

describe('text as older office programs write it', () => {
  it('has quotes, dashes and the euro where windows-1252 has them', () => {
    const bytes = Uint8Array.of(0x93, 0x50, 0x94, 0x20, 0x96, 0x20, 0x92, 0x85, 0x80, 0xe0, 0x9f);
    expect(text(bytes)).toBe('“P” – ’…€àŸ');
  });

  it('is read by its mark, or as UTF-8 where it is that', () => {
    expect(text(Buffer.from('“à”', 'utf8'))).toBe('“à”');
    expect(text(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from('“à”', 'utf8')]))).toBe('“à”');
    expect(text(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('“à”', 'utf16le')]))).toBe('“à”');
    expect(text(Buffer.concat([Buffer.of(0xfe, 0xff), utf16be('“à”')]))).toBe('“à”');
  });

  it('is UTF-16 without a mark', () => {
    expect(text(Buffer.from('Città di Prova', 'utf16le'))).toBe('Città di Prova');
    expect(text(utf16be('Città di Prova'))).toBe('Città di Prova');
  });

  it('is pasted together of two encodings: each line is read by its own', () => {
    const bytes = Buffer.concat([
      Buffer.from('Città\n', 'utf8'),
      Buffer.of(0x50, 0xe0, 0x0a),
      Buffer.from('più', 'utf8'),
    ]);
    expect(decodeText(bytes)).toEqual({ text: 'Città\nPà\npiù', mixed: true });
  });
});
