import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { Resolved } from '../log/links.js';
import { nested, numberField } from '../log/protobuf.js';
import { idOf, recordedEventOf } from '../log/record.js';
import { structuredUuid } from './uuid.js';

/** `ReadResp{event{event, link, commit_position, retry_count}}` around records as the log keeps them. */
export function encodeDelivery({ event, link }: Resolved, retryCount: number): Buffer {
  const position = (link ?? event)?.position ?? 0;
  const readEvent = [
    ...(event ? nested(1, [recordedEventOf(event.bytes)]) : []),
    ...(link ? nested(2, [recordedEventOf(link.bytes)]) : []),
    numberField(3, position),
    numberField(5, retryCount),
  ];
  return Buffer.concat(nested(1, readEvent));
}

/** The rare form of ids is made on the way out. */
export function withStructuredIds(delivery: Buffer, { event, link }: Resolved): Buffer {
  const response = persistent.ReadResp.deserializeBinary(delivery);
  const put = (record: { setId(id: UUID): unknown } | undefined, id: string | undefined): void => {
    if (record && id !== undefined) record.setId(structuredUuid(id));
  };
  put(response.getEvent()?.getEvent(), event && idOf(event.bytes));
  put(response.getEvent()?.getLink(), link && idOf(link.bytes));
  return Buffer.from(response.serializeBinary());
}
