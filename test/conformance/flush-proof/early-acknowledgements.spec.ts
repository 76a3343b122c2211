import { earlyAcknowledgements } from './early-acknowledgements.js';
import type { Call } from './trace.js';

const ID = '00000000-0000-4000-8000-000000000001';
const PAGE = 8192;

type Step = 'page' | 'flush' | 'failed flush' | 'meta' | 'unsynced meta' | 'other flush' | Ahead;
/** Calls on the write-ahead file. */
type Ahead = 'record' | 'failed record' | 'unsynced record' | 'flush of records';

/** Calls that return before the next is entered: one takes lines 10, 11, the next 20, 21, and so on. */
function calls(...steps: readonly Step[]): Call[] {
  return steps.map((step, index) => {
    const at = (index + 1) * 10;
    const flush = step.includes('flush');
    const bytes = flush ? Buffer.alloc(0) : Buffer.from(/page|record/.test(step) ? `…${ID}…` : 'roots');
    return {
      name: flush ? 'fdatasync' : 'pwrite',
      entered: at,
      returned: at + 1,
      result: step.includes('failed') ? -5 : bytes.length,
      path: step.includes('record')
        ? '/data/write-ahead'
        : step === 'other flush'
          ? '/data/lock.mdb'
          : '/data/data.mdb',
      synchronous: ['meta', 'record', 'failed record'].includes(step),
      offset: flush ? -1 : step === 'page' ? PAGE : step.includes('meta') ? 4096 : 0,
      bytes,
    };
  });
}

describe('what an acknowledgement must come after', () => {
  it.each<[string, Step[], number, string[]]>([
    ['page, flush, meta page, acknowledgement', ['page', 'flush', 'meta'], 40, []],
    ['a meta page that is flushed afterwards', ['page', 'flush', 'unsynced meta', 'flush'], 50, []],
    ['an acknowledgement before all', ['page', 'flush', 'meta'], 5, ['before it was written']],
    ['an acknowledgement before the flush returned', ['page', 'flush', 'meta'], 20.5, ['before it was flushed']],
    ['no flush', ['page', 'meta'], 40, ['before it was flushed']],
    ['a flush that failed', ['page', 'failed flush', 'meta'], 40, ['before it was flushed']],
    ['a flush of another file', ['page', 'other flush', 'meta'], 40, ['before it was flushed']],
    ['a flush after the meta page only', ['page', 'meta', 'flush'], 40, ['before it was flushed']],
    ['a record that is flushed as it is written, acknowledgement', ['record'], 20, []],
    ['a record, flush, acknowledgement', ['unsynced record', 'flush of records'], 30, []],
    ['a record before the tables have the event', ['record', 'page', 'flush', 'meta'], 20, []],
    ['an acknowledgement before the record', ['record'], 5, ['before it was written']],
    ['an acknowledgement while the record is being written', ['record'], 10.5, ['before it was written']],
    ['a record that failed', ['failed record'], 20, ['before it was flushed']],
    ['a record that nothing flushes', ['unsynced record'], 20, ['before it was flushed']],
    ['a record, flush of another file', ['unsynced record', 'flush'], 30, ['before it was flushed']],
    [
      'an acknowledgement before the meta page',
      ['page', 'flush', 'meta'],
      25,
      ['before its transaction was made valid'],
    ],
    [
      'a meta page that nothing flushes',
      ['page', 'flush', 'unsynced meta'],
      40,
      ['before what makes its transaction valid was flushed'],
    ],
  ])('%s', (_, steps, left, reasons) => {
    const found = earlyAcknowledgements(calls(...steps), [{ position: 1, left }], new Map([[1, [ID]]]));
    expect(found.map((text) => / was acknowledged (.*) \(line/.exec(text)?.[1])).toEqual(reasons);
  });

  it('a trace that could not see everything proves nothing', () => {
    const uring = calls('page', 'flush', 'meta').map((call) => ({ ...call, name: 'io_uring_enter' }));
    expect(earlyAcknowledgements(uring, [], new Map())).toHaveLength(1);
  });
});
