import { contentOf } from '../log/record.js';
import type { Storage } from '../log/storage.js';
import { isDeleted, metadataOf, metadataStreamOf } from '../log/stream-metadata.js';
import type { User } from './user.js';
import { parseUser, USERS_STREAM, userStream } from './user.js';

export interface UserDetails {
  readonly user: User;
  readonly updatedMs: number;
}

/** An account, and the revisions of its stream and of that one's metadata that say so. */
interface Known {
  readonly asOf: string;
  readonly details: UserDetails;
}

const MOST_KNOWN = 1024;

const PAGE = 512;

/** The accounts as the log has them. Every call with credentials asks, so those that have not changed are kept in mind. */
export class KnownUsers {
  private readonly known = new Map<string, Known>();

  constructor(private readonly storage: Storage) {}

  details(login: string): UserDetails | undefined {
    const stream = userStream(login);
    const asOf = `${this.storage.lastRevision(stream)}/${this.storage.lastRevision(metadataStreamOf(stream))}`;
    const known = this.known.get(login);
    if (known?.asOf === asOf) return known.details;
    const details = this.read(stream);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    if (details) this.known.set(login, { asOf, details });
    return details;
  }

  /** In the order in which they were made. */
  *all(): Generator<UserDetails> {
    for (const login of new Set(this.logins())) {
      const details = this.details(login);
      if (details) yield details;
    }
  }

  private read(stream: string): UserDetails | undefined {
    const record = this.storage.eventAt(stream, this.storage.lastRevision(stream))?.bytes;
    if (!record || isDeleted(metadataOf(this.storage, stream))) return undefined;
    const { data, writtenAtMs } = contentOf(record);
    const user = parseUser(data.toString());
    return user && { user, updatedMs: writtenAtMs };
  }

  private *logins(): Generator<string> {
    for (let from = 0; ;) {
      const page = this.storage.streamPage(USERS_STREAM, from, 'forwards', PAGE);
      for (const { bytes } of page) yield contentOf(bytes).data.toString();
      const last = page.at(-1);
      if (!last) return;
      from = last.revision + 1;
    }
  }
}
