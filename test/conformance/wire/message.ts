/** A protobuf message as it travels: fields by number, nested as they are, before they become bytes. */
export type Message = readonly Field[];

export type Field =
  | { readonly number: number; readonly varint: bigint }
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly message: Message };

export function whole(number: number, varint: number | bigint): Field {
  return { number, varint: BigInt(varint) };
}

export function text(number: number, value: string | Uint8Array): Field {
  return { number, bytes: typeof value === 'string' ? Buffer.from(value) : value };
}

export function nested(number: number, ...message: Message): Field {
  return { number, message };
}

export function encoded(message: Message): Buffer {
  return Buffer.concat(
    message.map((field) => {
      if ('varint' in field) return Buffer.concat([varint(BigInt(field.number) << 3n), varint(field.varint)]);
      const content = 'bytes' in field ? field.bytes : encoded(field.message);
      return Buffer.concat([varint((BigInt(field.number) << 3n) | 2n), varint(BigInt(content.length)), content]);
    }),
  );
}

/** Ten bytes at most for 64 bits; a larger number makes a longer, invalid one. */
export function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value < 0n ? BigInt.asUintN(64, value) : value;
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Buffer.from([...bytes, Number(rest)]);
}
