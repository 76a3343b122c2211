/** One call of the system that writes or flushes. */
export interface Call {
  readonly name: string;
  /** Where in the trace it was entered, and where it returned; Infinity when it did not. */
  readonly entered: number;
  readonly returned: number;
  readonly result: number;
  readonly path: string;
  /** Whether the open file keeps each write before it returns (O_DSYNC, O_SYNC). */
  readonly synchronous: boolean;
  /** -1 where the call has none. */
  readonly offset: number;
  readonly bytes: Buffer;
}

const O_DSYNC = 0o10000;

/** Reads what `tracer.cpp` writes. */
export function callsIn(trace: string): readonly Call[] {
  const calls: Call[] = [];
  const open = new Map<string, number>();
  trace.split('\n').forEach((line, index) => {
    const [mark, thread = '', ...rest] = line.split(' ');
    if (mark === '>') {
      const [name = '', , flags = '0', offset = '-1', path = '', hex = ''] = rest;
      open.set(thread, calls.length);
      calls.push({
        name,
        entered: index,
        returned: Infinity,
        result: NaN,
        path,
        synchronous: (parseInt(flags, 8) & O_DSYNC) !== 0,
        offset: Number(offset),
        bytes: Buffer.from(hex, 'hex'),
      });
    } else if (mark === '<') {
      const place = open.get(thread) ?? -1;
      const call = calls[place];
      if (call) calls[place] = { ...call, returned: index, result: Number(rest[0]) };
    }
  });
  return calls;
}
