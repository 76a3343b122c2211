import { recognise } from './recognise.js';

const judged = async (content: Buffer | string) => {
  const bytes = Buffer.from(content as string);
  const found = await recognise({
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  });
  return 'format' in found ? found.format : found.unaccepted;
};

/** A ZIP archive of empty, stored entries; only what a reader of directories looks at is filled in. */
function archive(...names: readonly string[]): Buffer {
  const directory = names.map((name) => {
    const entry = Buffer.alloc(46 + Buffer.byteLength(name));
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.write(name, 46);
    return entry;
  });
  const begin = Buffer.from('PK\x03\x04', 'latin1');
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(begin.length, 16);
  return Buffer.concat([begin, ...directory, end]);
}

/** The same as programs write it that use ZIP64 for any file: the old end points nowhere. */
function archive64(...names: readonly string[]): Buffer {
  const plain = archive(...names);
  const directory = plain.subarray(0, plain.length - 22);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  for (const at of [24, 32]) record.writeBigUInt64LE(BigInt(names.length), at);
  record.writeBigUInt64LE(BigInt(directory.length - 4), 40);
  record.writeBigUInt64LE(4n, 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directory.length), 8);
  const end = Buffer.alloc(22, 0xff);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([directory, record, locator, end]);
}

const signedData = Buffer.concat([Buffer.from('3082010006092a864886f70d010702a0820100', 'hex'), Buffer.alloc(50)]);
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Nome;Città\n', 'utf16le')]);

describe('what a document holds', () => {
  it.each([
    ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['a signed file', signedData, 'signed'],
    ['a signed file as text', signedData.toString('base64'), 'signed'],
    ['Word', archive('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['Word that uses ZIP64', archive64('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['a program in a ZIP64', archive64('setup.exe'), 'active-content'],
    ['UTF-16 without its mark', utf16.subarray(2), 'text'],
    ['a page in UTF-16 without its mark', Buffer.from('<html><script>', 'utf16le'), 'active-content'],
    ['Excel', archive('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    ['photographs in an archive', archive('1.jpg', '2.jpg'), 'zip'],
    ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'jpeg'],
    ['a table as text', 'nome;città\nAnna;Crespellano\n', 'text'],
    ['a table in UTF-16', utf16, 'text'],
    ['an invoice', '\ufeff<?xml version="1.0"?><p:FatturaElettronica/>', 'xml'],
    ['a message', 'Received: from pec\r\nSubject: Verbale\r\n\r\nciao', 'message'],
    ['a note that looks like one', 'Nota: ricevuto\n', 'text'],
  ])('given %s, then it is recognised', async (_, content, format) => {
    expect(await judged(content)).toBe(format);
  });

  it.each([
    ['a page', '  <!DOCTYPE html><p>ciao', 'active-content'],
    ['a page after a comment', '<!-- x --><html>', 'active-content'],
    ['an image that runs', '<?xml version="1.0"?><svg xmlns="x"/>', 'active-content'],
    ['a script', '#!/bin/sh\n', 'active-content'],
    ['a program of Windows', 'MZ\x90', 'active-content'],
    ['a program in an archive', archive('leggimi.txt', 'fattura.pdf.exe'), 'active-content'],
    ['a Java archive', archive('META-INF/MANIFEST.MF'), 'active-content'],
    ['Word with macros', archive('[Content_Types].xml', 'word/vbaProject.bin'), 'with-macros'],
    ['an archive cut off', archive('a', 'b').subarray(0, 60), 'damaged'],
    ['a directory that lies about its size', Buffer.concat([archive('a').subarray(0, -22), lying()]), 'damaged'],
    ['an old format of Word or Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-or-locked'],
    ['nonsense', Buffer.from([1, 2, 3, 0]), 'type-refused'],
  ])('given %s, then it is refused', async (_, content, why) => {
    expect(await judged(content)).toBe(why);
  });
});

function lying(): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(65_535, 10);
  end.writeUInt32LE(0xffffffff, 12);
  return end;
}
