import { randomUUID } from 'node:crypto';
import type { ExpectedRevision } from '../log/append.js';
import type { Log } from '../log/log.js';
import { contentOf } from '../log/record.js';
import { DELETION, isDeleted, METADATA_TYPE, metadataOf, metadataStreamOf } from '../log/stream-metadata.js';
import { hashPassword } from './password.js';
import type { User } from './user.js';
import { ADMINISTRATORS, parseUser, USERS_STREAM, userJson, userStream } from './user.js';

/** Nobody has this login name. */
export class UserNotFound extends Error {
  override readonly name = 'UserNotFound';
}

/** Somebody has the login name already, or changed the account at the same moment. */
export class UserConflict extends Error {
  override readonly name = 'UserConflict';
}

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

/** The accounts of a node, each in a stream of the log: `$user-<login>`, with their names in `$users`. */
export class Users {
  /** The change under way: each looks at what the one before it has left. */
  private changing: Promise<unknown> = Promise.resolve();
  private readonly known = new Map<string, Known>();

  constructor(private readonly log: Log) {}

  find(login: string): User | undefined {
    return this.details(login)?.user;
  }

  /** Also when it was deleted since. */
  everHad(login: string): boolean {
    return this.log.storage.lastRevision(userStream(login)) >= 0;
  }

  details(login: string): UserDetails | undefined {
    const { storage } = this.log;
    const stream = userStream(login);
    const asOf = `${storage.lastRevision(stream)}/${storage.lastRevision(metadataStreamOf(stream))}`;
    const known = this.known.get(login);
    if (known?.asOf === asOf) return known.details;
    const details = this.read(stream);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    if (details) this.known.set(login, { asOf, details });
    return details;
  }

  private read(stream: string): UserDetails | undefined {
    const { storage } = this.log;
    const record = storage.eventAt(stream, storage.lastRevision(stream))?.bytes;
    if (!record || isDeleted(metadataOf(storage, stream))) return undefined;
    const { data, writtenAtMs } = contentOf(record);
    const user = parseUser(data.toString());
    return user && { user, updatedMs: writtenAtMs };
  }

  /** In the order in which they were made. */
  *all(): Generator<UserDetails> {
    const seen = new Set<string>();
    for (const login of this.logins()) {
      if (seen.has(login)) continue;
      seen.add(login);
      const details = this.details(login);
      if (details) yield details;
    }
  }

  async create(login: string, fullName: string, groups: readonly string[], password: string): Promise<void> {
    if (this.find(login)) throw new UserConflict();
    const hash = await hashPassword(password);
    await this.inTurn(() => this.keep({ login, fullName, groups, disabled: false, password: hash }));
  }

  /** Names the account and keeps it; all of it shares one flush. @throws UserConflict */
  async keep(user: User): Promise<void> {
    if (this.find(user.login)) throw new UserConflict();
    const stream = userStream(user.login);
    const acl = { $r: ADMINISTRATORS, $w: ADMINISTRATORS, $d: ADMINISTRATORS, $mw: ADMINISTRATORS };
    const metadata = { stream: metadataStreamOf(stream), text: JSON.stringify({ $acl: acl }) };
    const written = await Promise.all([
      // a name that is given again has its metadata from the deletion; without a list the stream is for $admins as well
      this.everHad(user.login) || this.append(metadata.stream, 'any', METADATA_TYPE, metadata.text),
      this.append(USERS_STREAM, 'any', '$User', user.login, false),
      this.append(stream, 'no-stream', '$UserCreated', userJson(user)),
    ]);
    if (!written.every(Boolean)) throw new UserConflict();
  }

  async update(login: string, fullName: string, groups: readonly string[]): Promise<void> {
    await this.change(login, '$UserUpdated', (user) => ({ ...user, fullName, groups }));
  }

  async disable(login: string): Promise<void> {
    await this.change(login, '$UserUpdated', (user) => ({ ...user, disabled: true }));
  }

  async enable(login: string): Promise<void> {
    await this.change(login, '$UserUpdated', (user) => ({ ...user, disabled: false }));
  }

  /** Which state of the account `setPassword` may start from. */
  revisionOf(login: string): number {
    return this.log.storage.lastRevision(userStream(login));
  }

  /**
   * @param since  when the old password was found right: whoever was given another one since is left alone
   * @throws UserNotFound | UserConflict
   */
  async setPassword(login: string, next: string, since = this.revisionOf(login)): Promise<void> {
    if (!this.find(login)) throw new UserNotFound();
    const password = await hashPassword(next);
    await this.change(login, '$UserUpdated', (user) => ({ ...user, password }), since);
  }

  /** Softly, as EventStoreDB does: the name can be given again. */
  async delete(login: string): Promise<void> {
    await this.inTurn(async () => {
      if (!this.find(login)) throw new UserNotFound();
      await this.append(metadataStreamOf(userStream(login)), 'any', METADATA_TYPE, DELETION);
    });
  }

  private async change(login: string, type: string, next: (user: User) => User, revision?: number): Promise<void> {
    await this.inTurn(async () => {
      const user = this.find(login);
      if (!user) throw new UserNotFound();
      const since = revision ?? this.revisionOf(login);
      if (!(await this.append(userStream(login), since, type, userJson(next(user))))) throw new UserConflict();
    });
  }

  /** Two changes in one flush would each find the account as it was before the other. */
  private inTurn(change: () => Promise<void>): Promise<void> {
    const changed = this.changing.then(change);
    this.changing = changed.catch(() => undefined);
    return changed;
  }

  private async append(
    stream: string,
    expected: ExpectedRevision,
    type: string,
    text: string,
    json = true,
  ): Promise<boolean> {
    const event = { id: randomUUID(), type, json, data: Buffer.from(text), metadata: Buffer.alloc(0) };
    const { kind } = await this.log.append({ stream, expected, events: [event], deadlineMs: Infinity });
    return kind === 'written';
  }

  private *logins(): Generator<string> {
    const { storage } = this.log;
    for (let from = 0; ;) {
      const page = storage.streamPage(USERS_STREAM, from, 'forwards', PAGE);
      for (const { bytes } of page) yield contentOf(bytes).data.toString();
      const last = page.at(-1);
      if (!last) return;
      from = last.revision + 1;
    }
  }
}
