import { decodeText } from './read-files.js';

describe('text as older office programs write it', () => {
  it('has quotes, dashes and the euro where windows-1252 has them', () => {
    const bytes = Uint8Array.of(0x93, 0x50, 0x94, 0x20, 0x96, 0x20, 0x92, 0x85, 0x80, 0xe0, 0x9f);
    expect(decodeText(bytes)).toBe('“P” – ’…€àŸ');
  });

  it('is read by its mark, or as UTF-8 where it is that', () => {
    expect(decodeText(Buffer.from('“à”', 'utf8'))).toBe('“à”');
    expect(decodeText(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('“à”', 'utf16le')]))).toBe('“à”');
  });
});
