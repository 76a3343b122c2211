import type { BinaryReader } from 'google-protobuf';
import protobuf from 'google-protobuf';
import { readVarint } from '../log/protobuf.js';

// The protobuf library believes the length of a nested message: one that points outside of what came makes it read
// for ever, and six bytes would stop the node. Here the length is looked at before the message is.

const { prototype } = protobuf.BinaryReader;
const readUnchecked = prototype.readMessage;

/** Where the message ends that is being read. */
let end = Infinity;

prototype.readMessage = function readMessage(this: BinaryReader, message, read): void {
  const bytes = this.getBuffer();
  const cursor = { at: this.getCursor() };
  const length = readVarint(bytes, cursor);
  const outer = end;
  const own = cursor.at + length;
  if (own > Math.min(outer, bytes.length)) throw new Error('The length of a message points outside of it.');
  end = own;
  try {
    readUnchecked.call(this, message, read);
  } finally {
    end = outer;
  }
};
