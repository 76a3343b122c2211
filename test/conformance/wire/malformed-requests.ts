import fc from 'fast-check';
import type { Field, Message } from './message.js';
import { encoded, nested, text, varint, whole } from './message.js';
import type { Request } from './valid-requests.js';
import { VALID_REQUESTS } from './valid-requests.js';

/** Bytes to send to a method. */
export interface RawRequest {
  readonly path: string;
  readonly messages: readonly Buffer[];
}

const EDGES = [0n, 1n, 2n ** 31n - 1n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 53n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n];
const NUMBERS = fc.oneof(fc.constantFrom(...EDGES, 2n ** 70n), fc.bigInt(0n, 300n));

const STRINGS = fc.oneof(
  fc.constantFrom(
    '',
    '$',
    '$$',
    '$all',
    '$$$$a',
    '$$$all',
    '__proto__',
    '(',
    '(a+)+$',
    '\0',
    'x'.repeat(70_000),
    '🏛️ è',
  ),
  // cut off, a surrogate alone, overlong, not a beginning
  fc.constantFrom([0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xff, 0xfe]).map((bytes) => Uint8Array.from(bytes)),
  fc.uint8Array({ maxLength: 50 }),
  fc.uuid(),
  // what the node takes for metadata, links and configuration of its own
  fc.constantFrom(
    '{"$maxCount":-1,"$tb":1e400}',
    '{"$acl":{"$r":[[]]}}',
    '99999999999999999999@',
    '0@$all',
    '@',
    '[',
    'null',
  ),
);

const FIELDS: fc.Arbitrary<Field> = fc.letrec<{ field: Field }>((tie) => ({
  field: fc.oneof(
    { maxDepth: 3 },
    fc.record({ number: fc.integer({ min: 1, max: 20 }), varint: NUMBERS }),
    fc.tuple(fc.integer({ min: 1, max: 20 }), STRINGS).map(([number, value]) => text(number, value)),
    fc
      .tuple(fc.integer({ min: 1, max: 20 }), fc.array(tie('field'), { maxLength: 4 }))
      .map(([number, message]) => nested(number, ...message)),
  ),
})).field;

/** What is done to one field: it becomes none, one or several others. */
const CHANGES: fc.Arbitrary<(field: Field) => Message> = fc.oneof(
  fc.constant(() => []),
  fc.constant((field: Field) => [field, field]),
  fc.integer({ min: 1, max: 20 }).map((number) => (field: Field) => [{ ...field, number }]),
  NUMBERS.map((value) => ({ number }: Field) => [whole(number, value)]),
  STRINGS.map((value) => ({ number }: Field) => [text(number, value)]),
  FIELDS.map((other) => (field: Field) => [field, other]),
  FIELDS.map((other) => ({ number }: Field) => [nested(number, other)]),
);

/** What is done to the bytes of one message. */
const DAMAGES: fc.Arbitrary<(bytes: Buffer) => Buffer> = fc.oneof(
  fc.nat().map((at) => (bytes: Buffer) => bytes.subarray(0, at % (bytes.length + 1))),
  fc.tuple(fc.nat(), fc.nat(255)).map(([at, value]) => (bytes: Buffer) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[at % copy.length] = value;
    return copy;
  }),
  fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 20 })).map(([at, other]) => (bytes: Buffer) => {
    const place = at % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, place), other, bytes.subarray(place)]);
  }),
  fc.uint8Array({ maxLength: 200 }).map((other) => () => Buffer.from(other)),
  // groups without an end, one in the other: a reader that descends must not fall
  fc.constant(() => Buffer.alloc(100_000, 0x0b)),
  fc.constant((bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0x0a]), varint(2n ** 32n)])),
);

/** What is done to the order of the messages of a call. */
const ORDERS: fc.Arbitrary<(messages: readonly Buffer[]) => readonly Buffer[]> = fc.oneof(
  { weight: 6, arbitrary: fc.constant((messages: readonly Buffer[]) => messages) },
  fc.constant((messages: readonly Buffer[]) => messages.slice(1)),
  fc.constant((messages: readonly Buffer[]) => messages.toReversed()),
  fc.constant((messages: readonly Buffer[]) => [...messages, ...messages]),
);

const REQUESTS = fc.constantFrom(...VALID_REQUESTS);

/** Valid requests of every method, changed in one to three places: fields, bytes, or the order of messages. */
export const MALFORMED_REQUESTS: fc.Arbitrary<RawRequest> = fc
  .tuple(
    REQUESTS,
    fc.array(fc.tuple(fc.nat(), CHANGES), { maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(), DAMAGES), { maxLength: 1 }),
    ORDERS,
  )
  .map(([request, changes, damages, order]) => {
    const changed = changes.reduce((messages, [at, change]) => changedAt(messages, at, change), request.messages);
    const bytes = changed.map(encoded);
    for (const [at, damage] of damages) {
      const index = at % bytes.length;
      bytes[index] = damage(bytes[index] ?? Buffer.alloc(0));
    }
    return { path: request.path, messages: order(bytes) };
  });

export function valid({ path, messages }: Request): RawRequest {
  return { path, messages: messages.map(encoded) };
}

/** Counts the fields of all messages in the order of the bytes and changes the one that `at` falls on. */
function changedAt(messages: readonly Message[], at: number, change: (field: Field) => Message): readonly Message[] {
  const target =
    at %
    Math.max(
      1,
      messages.reduce((sum, message) => sum + sizeOf(message), 0),
    );
  let counted = -1;
  function walk(message: Message): Message {
    return message.flatMap((field) => {
      counted += 1;
      if (counted === target) return change(field);
      return 'message' in field ? [{ number: field.number, message: walk(field.message) }] : [field];
    });
  }
  return messages.map(walk);
}

function sizeOf(message: Message): number {
  return message.reduce((sum, field) => sum + 1 + ('message' in field ? sizeOf(field.message) : 0), 0);
}
