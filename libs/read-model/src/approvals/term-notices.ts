import { idOfStream, romeDayOf, type EvaluationEvent } from '#domain';
import type { RecordedEvent } from '#event-store';
import { metadataOf } from '../facts.js';
import { categoryOf, type Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { approvalId } from './approval-id.js';
import { approvalNoticeTable } from './tables.js';

/** What is called so in a message: no step of the chain. */
const TURNS = {
  proposal: {
    it: 'giudizio finale: il termine per le osservazioni è trascorso',
    en: 'final judgement: the term for observations is over',
  },
  final: {
    it: 'valutazione da rendere definitiva: il termine per la conciliazione è trascorso',
    en: 'to be made definitive: the term for a conciliation is over',
  },
} as const;

const RUNGS = { proposal: 0, final: 1 } as const;

/** What offices are to be told of the terms of an evaluation, as long as it is worth saying. */
export function termNotices(event: RecordedEvent, rows: Rows): readonly Change[] {
  if (categoryOf(event.stream) !== 'evaluation') return [];
  // the log gives back what the rules once wrote
  const fact = { type: event.type, data: event.data } as EvaluationEvent;
  switch (fact.type) {
    case 'evaluation.term-ended.v1':
      return told(event, fact.data);
    case 'evaluation.judged.v1':
    case 'evaluation.made-definitive.v1':
      return rows
        .of(approvalNoticeTable)
        .filter(({ open }) => open)
        .map((row) => approvalNoticeTable.put({ ...row, open: false }));
    default:
      return [];
  }
}

function told(event: RecordedEvent, { of, offices }: Ended): readonly Change[] {
  const { body, recordedAt } = metadataOf(event);
  const streamId = idOfStream(event.stream);
  return offices.map((office) =>
    approvalNoticeTable.put({
      approval_id: approvalId('evaluation', streamId, { subject: 'evaluation', shareId: null }),
      since: recordedAt,
      rung: RUNGS[of],
      office,
      body,
      stream_id: streamId,
      day: romeDayOf(recordedAt),
      says: 'waits',
      others: [],
      subject: 'evaluation',
      title: null,
      step: TURNS[of],
      until: null,
      open: true,
    }),
  );
}

type Ended = Extract<EvaluationEvent, { readonly type: 'evaluation.term-ended.v1' }>['data'];
