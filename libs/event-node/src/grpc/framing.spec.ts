import { Framing } from './framing.js';

function message(length: number): Buffer {
  const bytes = Buffer.alloc(5 + length);
  bytes.writeUInt32BE(length, 1);
  return bytes;
}

describe('what has come of messages', () => {
  it.each([1, 2, 3, 5, 7, 100])('when they come in pieces of %d, then what was not taken is counted', (size) => {
    const framing = new Framing();
    const sizes = [10, 0, 300, 1];
    const bytes = Buffer.concat(sizes.map(message));
    let held = 0;
    for (let at = 0; at < bytes.length; at += size) held = framing.came(bytes.subarray(at, at + size));
    expect(held).toBe(bytes.length);
    expect(sizes.map(() => framing.took())).toEqual([316, 311, 6, 0]);
    expect(framing.came(message(20).subarray(0, 12))).toBe(12);
  });
});
