import type { Metadata } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import { CallFailed } from '../grpc/status.js';
import type { Log } from '../log/log.js';
import { describedBy, metadataStreamOf } from '../log/stream-metadata.js';
import type { User } from '../users/user.js';
import { ADMINISTRATORS, OPERATORS, userStream } from '../users/user.js';
import type { Users } from '../users/users.js';
import type { Action } from './acl.js';
import { allowedTo, EVERYBODY, SETTINGS_STREAM } from './acl.js';
import type { Login } from './credentials.js';
import { Credentials, parseBasic } from './credentials.js';
import { placeOf } from './place.js';

/** Who calls, once the credentials proved right. */
export interface Principal {
  readonly login: string;
  readonly groups: readonly string[];
}

/** Without credentials. */
export type Caller = Principal | 'anonymous';

export interface AccessOptions {
  /** Nobody needs credentials, and whoever brings none may do everything; who brings some is held to them. */
  readonly insecure: boolean;
  /** With credentials for all else, streams that are open to everybody are so to strangers too. */
  readonly anonymousStreams: boolean;
}

interface Call {
  readonly metadata: Metadata;
  /** Address and port. */
  getPeer(): string;
}

/** Who calls, and what they may: asked by every handler. */
export class Access {
  private readonly credentials: Credentials;
  private readonly callers = new WeakMap<object, Caller>();

  constructor(
    private readonly log: Log,
    private readonly users: Users,
    private readonly options: AccessOptions,
    nowMs: () => number,
  ) {
    this.credentials = new Credentials(users, nowMs);
  }

  /**
   * Finds out who calls. Done once for every call before its handler runs; see `authenticated`.
   *
   * @throws CallFailed UNAUTHENTICATED when credentials came and are wrong
   */
  authenticate(call: Call): Caller | Promise<Caller> {
    const [header] = call.metadata.get('authorization');
    const caller = this.identify(header?.toString(), addressOf(call));
    return caller instanceof Promise ? caller.then((found) => this.remember(call, found)) : this.remember(call, caller);
  }

  /**
   * Whose credentials a header carries.
   *
   * @param address  from where
   * @throws CallFailed UNAUTHENTICATED when they are wrong, RESOURCE_EXHAUSTED when too many are being looked at
   */
  identify(header: string | undefined, address: string): Caller | Promise<Caller> {
    if (header === undefined) return 'anonymous';
    const given = parseBasic(header);
    if (!given) throw unauthenticated();
    const checked = this.credentials.check(given, placeOf(address));
    return checked instanceof Promise ? checked.then(admitted) : admitted(checked);
  }

  /** Whom `authenticate` found. */
  callerOf(call: object): Caller {
    return this.callers.get(call) ?? 'anonymous';
  }

  /**
   * Asks the account as it is now: a call may have been open for long.
   *
   * @throws CallFailed PERMISSION_DENIED, or UNAUTHENTICATED where credentials would have been needed
   */
  require(caller: Caller, action: Action, stream: string): void {
    if (action === 'delete' && describedBy(stream) !== undefined) throw accessDenied();
    const known = this.today(caller);
    if (this.mayDoEverything(known)) return;
    if (known === 'anonymous' && !this.options.anonymousStreams) throw unauthenticated();
    const allowed = allowedTo(this.log.storage, action, stream);
    const names = known === 'anonymous' ? [EVERYBODY] : [EVERYBODY, ...ownName(known), ...known.groups];
    if (!names.some((name) => allowed.includes(name))) throw accessDenied();
  }

  may(caller: Caller, action: Action, stream: string): boolean {
    try {
      this.require(caller, action, stream);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Tells once when a caller has lost a right: by a list that changed, or by what became of the account.
   *
   * @param signal  ends the watch
   */
  whenLost(caller: Caller, action: Action, stream: string, signal: AbortSignal, tell: (error: unknown) => void): void {
    if (caller === 'anonymous' && this.options.insecure) return;
    // one that is deleted is so by the metadata of its stream
    const own = caller === 'anonymous' ? [] : [userStream(caller.login)];
    const account = own.flatMap((name) => [name, metadataStreamOf(name)]);
    const over = new AbortController();
    signal.addEventListener('abort', () => over.abort(), { signal: over.signal });
    const follow = async (decisive: string): Promise<void> => {
      const watch = this.log.watch({ stream: decisive }, over.signal);
      for (await watch.next(); !over.signal.aborted; await watch.next()) this.require(caller, action, stream);
    };
    for (const decisive of [metadataStreamOf(describedBy(stream) ?? stream), SETTINGS_STREAM, ...account])
      follow(decisive).catch((error: unknown) => {
        over.abort();
        tell(error);
      });
  }

  /** For what concerns the node: members of `$ops` and `$admins`. */
  requireOperator(caller: Caller): void {
    this.requireGroup(caller, OPERATORS);
  }

  requireAdministrator(caller: Caller): void {
    this.requireGroup(caller, ADMINISTRATORS);
  }

  /** For what anybody may who has an account. */
  requireAccount(caller: Caller): void {
    if (caller === 'anonymous' && !this.options.insecure) throw unauthenticated();
  }

  /** Whether the password is the account's; as slow, and as bounded, as signing in. */
  async proves(login: Login, call: Call): Promise<boolean> {
    return (await this.credentials.check(login, placeOf(addressOf(call)))) !== undefined;
  }

  /** The caller with the groups that the account has now. */
  private today(caller: Caller): Caller {
    if (caller === 'anonymous') return caller;
    const user = this.users.find(caller.login);
    if (!user || user.disabled) throw unauthenticated();
    return { login: user.login, groups: user.groups };
  }

  private requireGroup(caller: Caller, group: string): void {
    if (this.mayDoEverything(caller)) return;
    if (caller === 'anonymous') throw unauthenticated();
    if (!caller.groups.includes(group)) throw accessDenied();
  }

  private mayDoEverything(caller: Caller): boolean {
    return caller === 'anonymous' ? this.options.insecure : caller.groups.includes(ADMINISTRATORS);
  }

  private remember(call: Call, caller: Caller): Caller {
    if (caller !== 'anonymous') this.callers.set(call, caller);
    return caller;
  }
}

function addressOf(call: Call): string {
  return call.getPeer().replace(/:\d+$/, '');
}

/** No account is a group, whatever its name. */
function ownName({ login }: Principal): readonly string[] {
  return login.startsWith('$') ? [] : [login];
}

function admitted(user: User | undefined): Principal {
  if (!user) throw unauthenticated();
  return { login: user.login, groups: user.groups };
}

/** The same words whether the name or the password is wrong, the account disabled, or too much was guessed. */
export function unauthenticated(): CallFailed {
  return new CallFailed(status.UNAUTHENTICATED, 'Unauthenticated');
}

export function accessDenied(): CallFailed {
  return new CallFailed(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
}
