import type { BinaryReader } from 'google-protobuf';
import protobuf from 'google-protobuf';
import { readVarint } from '../log/protobuf.js';

// The protobuf library believes the lengths of nested messages, texts and bytes: one that points outside of what came
// makes it read for ever, and six bytes would stop the node. Here the length is looked at before anything is read.

const { prototype } = protobuf.BinaryReader;
const readUnchecked = prototype.readMessage;

/** Where the message ends that is being read. */
let end = Infinity;

prototype.readMessage = function readMessage(this: BinaryReader, message, read): void {
  const outer = end;
  end = endOfField(this);
  try {
    readUnchecked.call(this, message, read);
  } finally {
    end = outer;
  }
};

for (const name of ['readString', 'readBytes'] as const) {
  const unchecked = Reflect.get(prototype, name) as (this: BinaryReader) => unknown;
  const read = function (this: BinaryReader): unknown {
    endOfField(this);
    return unchecked.call(this);
  };
  Object.assign(prototype, { [name]: read });
}

/** @throws Error when the field that is to be read says that it goes on beyond its message */
function endOfField(reader: BinaryReader): number {
  const bytes = reader.getBuffer();
  const cursor = { at: reader.getCursor() };
  const length = readVarint(bytes, cursor);
  const own = cursor.at + length;
  if (own > Math.min(end, bytes.length)) throw new Error('The length of a field points outside of its message.');
  return own;
}
