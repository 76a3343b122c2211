import { contentOf } from '../log/record.js';
import type { Storage } from '../log/storage.js';
import type { StreamAcl } from '../log/stream-metadata.js';
import { aclIn, describedBy, metadataOf } from '../log/stream-metadata.js';
import { ADMINISTRATORS } from '../users/user.js';

/** What somebody wants to do with a stream. */
export type Action = 'read' | 'write' | 'delete' | 'metadata-read' | 'metadata-write';

/** Everybody who has an account. */
export const EVERYBODY = '$all';

/** Its newest event holds the lists for streams that have none of their own. */
export const SETTINGS_STREAM = '$settings';

const KEY = {
  read: 'read',
  write: 'write',
  delete: 'delete',
  'metadata-read': 'metadataRead',
  'metadata-write': 'metadataWrite',
} as const satisfies Record<Action, keyof StreamAcl>;

/**
 * Names of users and groups who may: from the stream's `$acl`, else from `$settings`, else the server's own, each key by
 * itself. What is done to a metadata stream is done to the metadata of the stream it describes; nobody deletes one.
 */
export function allowedTo(storage: Storage, action: Action, stream: string): readonly string[] {
  const described = describedBy(stream);
  if (described !== undefined) {
    if (action === 'read' || action === 'metadata-read') return allowedTo(storage, 'metadata-read', described);
    if (action === 'write' || action === 'metadata-write') return allowedTo(storage, 'metadata-write', described);
    return [];
  }
  const key = KEY[action];
  const system = stream.startsWith('$');
  return (
    metadataOf(storage, stream).acl?.[key] ??
    defaultAcl(storage, system)?.[key] ??
    (system ? [ADMINISTRATORS] : [EVERYBODY])
  );
}

function defaultAcl(storage: Storage, system: boolean): StreamAcl | undefined {
  const newest = storage.eventAt(SETTINGS_STREAM, storage.lastRevision(SETTINGS_STREAM));
  if (!newest) return undefined;
  try {
    const settings = JSON.parse(contentOf(newest.bytes).data.toString()) as Readonly<Record<string, unknown>> | null;
    return aclIn(settings?.[system ? '$systemStreamAcl' : '$userStreamAcl']);
  } catch {
    return undefined;
  }
}
