import type { PasswordHash } from './password.js';

/** An account of the node, as the newest event of its stream has it. */
export interface User {
  readonly login: string;
  readonly fullName: string;
  readonly groups: readonly string[];
  readonly disabled: boolean;
  readonly password: PasswordHash;
}

export const ADMINISTRATORS = '$admins';
export const OPERATORS = '$ops';

/** The streams that EventStoreDB keeps its users in. */
export const USERS_STREAM = '$users';
export const userStream = (login: string): string => `$user-${login}`;

/** The names in the JSON are EventStoreDB's. */
export function userJson({ login, fullName, groups, disabled, password }: User): string {
  return JSON.stringify({ loginName: login, fullName, ...password, disabled, groups });
}

/** @returns undefined for anything that `userJson` has not written, such as a hash of another server */
export function parseUser(json: string): User | undefined {
  let kept: unknown;
  try {
    kept = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isRecord(kept)) return undefined;
  const { loginName, fullName, algorithm, salt, hash, disabled, groups } = kept;
  if (!isText(loginName) || !isText(algorithm) || !isText(salt) || !isText(hash)) return undefined;
  return {
    login: loginName,
    fullName: isText(fullName) ? fullName : '',
    groups: Array.isArray(groups) ? groups.filter(isText) : [],
    disabled: disabled !== false,
    password: { algorithm, salt, hash },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
