import { randomUUID } from 'node:crypto';
import type { ExpectedRevision } from '../log/append.js';
import type { Log } from '../log/log.js';
import { DELETION, METADATA_TYPE, metadataStreamOf } from '../log/stream-metadata.js';
import type { UserDetails } from './known-users.js';
import { KnownUsers } from './known-users.js';
import { hashPassword } from './password.js';
import type { User } from './user.js';
import { ADMINISTRATORS, USERS_STREAM, userJson, userStream } from './user.js';

/** Nobody has this login name. */
export class UserNotFound extends Error {
  override readonly name = 'UserNotFound';
}

/** Somebody has the login name already, or changed the account at the same moment. */
export class UserConflict extends Error {
  override readonly name = 'UserConflict';
}

/** The accounts of a node, each in a stream of the log: `$user-<login>`, with their names in `$users`. */
export class Users {
  /** The change under way: each looks at what the one before it has left. */
  private changing: Promise<unknown> = Promise.resolve();
  private readonly known: KnownUsers;

  constructor(private readonly log: Log) {
    this.known = new KnownUsers(log.storage);
  }

  find(login: string): User | undefined {
    return this.known.details(login)?.user;
  }

  details(login: string): UserDetails | undefined {
    return this.known.details(login);
  }

  /** Also when it was deleted since. */
  everHad(login: string): boolean {
    return this.log.storage.lastRevision(userStream(login)) >= 0;
  }

  /** In the order in which they were made. */
  all(): Iterable<UserDetails> {
    return this.known.all();
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
}
