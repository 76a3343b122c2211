import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { ProposedEvent } from '../log/record.js';
import { uuidText } from './uuid.js';

/** The message is the same in both append calls. */
interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getCustomMetadata_asU8(): Uint8Array;
  getData_asU8(): Uint8Array;
}

/** Why an event cannot be taken. */
export type Malformed = 'metadata-missing' | 'id-missing' | 'type-empty';

export function proposedEvent(message: ProposedMessage): ProposedEvent | Malformed {
  const type = message.getMetadataMap().get('type');
  const contentType = message.getMetadataMap().get('content-type');
  if (type === undefined || contentType === undefined) return 'metadata-missing';
  const id = uuidText(message.getId());
  if (id === undefined) return 'id-missing';
  if (type === '') return 'type-empty';
  return {
    id,
    type,
    json: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** Bytes as EventStoreDB counts them against the limit of an append. */
export function countedSize({ type, data, metadata }: ProposedEvent): number {
  return data.length + metadata.length + 2 * type.length;
}
