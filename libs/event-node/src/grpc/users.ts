import usersPb from '@eventstore/db-client/generated/users_pb.js';
import type {
  ChangePasswordReq,
  CreateReq,
  DetailsReq,
  DetailsResp,
  ResetPasswordReq,
  UpdateReq,
} from '@eventstore/db-client/generated/users_pb.js';
import type { ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import { accessDenied } from '../access/access.js';
import type { UserDetails } from '../users/known-users.js';
import { UserConflict, UserNotFound } from '../users/users.js';
import { LONGEST_LOGIN, LONGEST_PASSWORD } from '../access/credentials.js';
import type { Node } from './node.js';
import { CallFailed, invalidArgument } from './status.js';
import { TICKS_PER_MS } from './ticks.js';
import { unary } from './unary.js';

/** The Users service: for members of `$admins`, but everybody may see their own account and change its password. */
export function usersService(node: Node) {
  const { users, access } = node;
  return {
    create: unary(async (call: ServerUnaryCall<CreateReq, usersPb.CreateResp>) => {
      const asked = requireOptions(call.request.getOptions());
      access.requireAdministrator(access.callerOf(call));
      const login = loginIn(asked);
      const password = passwordIn(asked.getPassword());
      await translated(login, () => users.create(login, asked.getFullName(), asked.getGroupsList(), password));
      return new usersPb.CreateResp();
    }),

    update: unary(async (call: ServerUnaryCall<UpdateReq, usersPb.UpdateResp>) => {
      const asked = requireOptions(call.request.getOptions());
      access.requireAdministrator(access.callerOf(call));
      const login = loginIn(asked);
      await translated(login, () => users.update(login, asked.getFullName(), asked.getGroupsList()));
      return new usersPb.UpdateResp();
    }),

    delete: unary(async (call: NamedCall<usersPb.DeleteReq>) => {
      await forAdministrator(node, call, (login) => users.delete(login));
      return new usersPb.DeleteResp();
    }),

    disable: unary(async (call: NamedCall<usersPb.DisableReq>) => {
      await forAdministrator(node, call, (login) => users.disable(login));
      return new usersPb.DisableResp();
    }),

    enable: unary(async (call: NamedCall<usersPb.EnableReq>) => {
      await forAdministrator(node, call, (login) => users.enable(login));
      return new usersPb.EnableResp();
    }),

    details: (call: ServerWritableStream<DetailsReq, DetailsResp>): void => {
      try {
        for (const details of detailsFor(node, call)) call.write(detailsAnswer(details));
        call.end();
      } catch (error) {
        call.emit('error', error);
      }
    },

    changePassword: unary(async (call: ServerUnaryCall<ChangePasswordReq, usersPb.ChangePasswordResp>) => {
      const asked = requireOptions(call.request.getOptions());
      const login = loginIn(asked);
      requireOwn(node, call, login);
      const next = passwordIn(asked.getNewPassword());
      if (!users.find(login)) throw userNotFound(login);
      const proved = users.revisionOf(login);
      if (!(await access.proves({ login, password: asked.getCurrentPassword() }, call))) throw accessDenied();
      await translated(login, () => users.setPassword(login, next, proved));
      return new usersPb.ChangePasswordResp();
    }),

    resetPassword: unary(async (call: ServerUnaryCall<ResetPasswordReq, usersPb.ResetPasswordResp>) => {
      const asked = requireOptions(call.request.getOptions());
      access.requireAdministrator(access.callerOf(call));
      const login = loginIn(asked);
      const next = passwordIn(asked.getNewPassword());
      await translated(login, () => users.setPassword(login, next));
      return new usersPb.ResetPasswordResp();
    }),
  };
}

interface Named {
  getLoginName(): string;
}

type NamedCall<Request extends { getOptions(): Named | undefined }> = ServerUnaryCall<Request, never>;

async function forAdministrator(
  { access }: Node,
  call: ServerUnaryCall<{ getOptions(): Named | undefined }, unknown>,
  change: (login: string) => Promise<void>,
): Promise<void> {
  access.requireAdministrator(access.callerOf(call));
  const login = loginIn(requireOptions(call.request.getOptions()));
  await translated(login, () => change(login));
}

function detailsFor(node: Node, call: ServerWritableStream<DetailsReq, DetailsResp>): Iterable<UserDetails> {
  const login = call.request.getOptions()?.getLoginName() ?? '';
  if (login === '') {
    node.access.requireAdministrator(node.access.callerOf(call));
    return node.users.all();
  }
  requireOwn(node, call, login);
  const details = node.users.details(login);
  if (!details) throw userNotFound(login);
  return [details];
}

function detailsAnswer({ user, updatedMs }: UserDetails): DetailsResp {
  const updated = new usersPb.DetailsResp.UserDetails.DateTime().setTicksSinceEpoch(String(updatedMs * TICKS_PER_MS));
  const details = new usersPb.DetailsResp.UserDetails()
    .setLoginName(user.login)
    .setFullName(user.fullName)
    .setGroupsList([...user.groups])
    .setLastUpdated(updated)
    .setDisabled(user.disabled);
  return new usersPb.DetailsResp().setUserDetails(details);
}

function requireOwn({ access }: Node, call: object, login: string): void {
  const caller = access.callerOf(call);
  if (caller === 'anonymous' || caller.login !== login) access.requireAdministrator(caller);
}

function requireOptions<Options>(options: Options | undefined): Options {
  if (!options) throw invalidArgument('The call carried no options.');
  return options;
}

function loginIn(asked: Named): string {
  const login = asked.getLoginName();
  const sensible = login.trim() !== '' && !login.includes(':') && login.length <= LONGEST_LOGIN;
  if (!sensible) throw invalidArgument(`A login name has 1 to ${LONGEST_LOGIN} characters, none of them a colon.`);
  return login;
}

function passwordIn(password: string): string {
  const sensible = password !== '' && password.length <= LONGEST_PASSWORD;
  if (!sensible) throw invalidArgument(`A password has 1 to ${LONGEST_PASSWORD} characters.`);
  return password;
}

async function translated(login: string, change: () => Promise<void>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (error instanceof UserNotFound) throw userNotFound(login);
    if (error instanceof UserConflict) throw userConflict(login);
    throw error;
  }
}

function userNotFound(login: string): CallFailed {
  const trailers = { exception: 'user-not-found', 'login-name': login };
  return new CallFailed(status.NOT_FOUND, `User '${login}' is not found.`, trailers);
}

function userConflict(login: string): CallFailed {
  const trailers = { exception: 'user-conflict', 'login-name': login };
  return new CallFailed(status.FAILED_PRECONDITION, 'Conflict.', trailers);
}
