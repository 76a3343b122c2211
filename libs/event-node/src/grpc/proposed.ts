import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { ProposedEvent } from '../log/record.js';
import { uuidText } from './uuid.js';

/** As the stubs read it. */
interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getCustomMetadata_asU8(): Uint8Array;
  getData_asU8(): Uint8Array;
}

/** What a client says of an event, in both append calls. */
export interface Proposed {
  /** Undefined when it is missing or none. */
  readonly id: string | undefined;
  readonly type: string | undefined;
  readonly contentType: string | undefined;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** Why an event cannot be taken. */
export type Malformed = 'metadata-missing' | 'id-missing' | 'type-empty';

export function proposedOf({ id, type, contentType, data, metadata }: Proposed): ProposedEvent | Malformed {
  if (type === undefined || contentType === undefined) return 'metadata-missing';
  if (id === undefined) return 'id-missing';
  if (type === '') return 'type-empty';
  return { id, type, json: contentType === 'application/json', data, metadata };
}

/** Of a smaller message it does not matter. */
const LARGE_BYTES = 64 * 1024;

/**
 * Events as they are to be kept: parts of a message keep all of it in memory, so they are copied out of one that is
 * mostly something else.
 */
export function apartFrom(message: Uint8Array, events: readonly (ProposedEvent | Malformed)[]) {
  const whole = message.buffer.byteLength;
  if (whole <= LARGE_BYTES) return events;
  let kept = 0;
  for (const event of events) if (typeof event === 'object') kept += event.data.length + event.metadata.length;
  if (kept * 2 >= whole) return events;
  return events.map((event) =>
    typeof event === 'object'
      ? { ...event, data: Buffer.from(event.data), metadata: Buffer.from(event.metadata) }
      : event,
  );
}

export function proposedEvent(message: ProposedMessage): ProposedEvent | Malformed {
  const event = eventOf(message);
  return typeof event === 'object' ? (apartFrom(event.data, [event])[0] ?? event) : event;
}

function eventOf(message: ProposedMessage): ProposedEvent | Malformed {
  return proposedOf({
    id: uuidText(message.getId()),
    type: message.getMetadataMap().get('type'),
    contentType: message.getMetadataMap().get('content-type'),
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  });
}

/** Bytes as EventStoreDB counts them against the limit of an append. */
export function countedSize({ type, data, metadata }: ProposedEvent): number {
  return data.length + metadata.length + 2 * type.length;
}
