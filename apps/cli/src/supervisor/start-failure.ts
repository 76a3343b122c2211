/** Why a stack did not start, or ended by itself; stable and public. */
export type StartFailureCode =
  | 'stack/body-name'
  | 'stack/disk-full'
  | 'stack/folder-in-use'
  | 'stack/host-unknown'
  | 'stack/log-missing'
  | 'stack/newer-release'
  | 'stack/no-permission'
  | 'stack/not-a-demonstration'
  | 'stack/not-built'
  | 'stack/not-a-folder'
  | 'stack/part-keeps-dying'
  | 'stack/part-not-ready'
  | 'stack/part-unreachable'
  | 'stack/port-taken'
  | 'stack/stopped';

/** A start that failed with nothing left running; the message is one sentence for the person who started it. */
export class StartFailure extends Error {
  constructor(
    readonly code: StartFailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StartFailure';
  }
}

/** Says what the operating system's refusal to write means for the folder; other errors are returned as they are. */
export function folderFailure(error: unknown, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new StartFailure('stack/no-permission', noPermission(folder), { cause: error });
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StartFailure('stack/disk-full', diskFull(folder), { cause: error });
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new StartFailure('stack/not-a-folder', `${folder} cannot be a folder: a file is in its place.`, {
      cause: error,
    });
  return error;
}

export const diskFull = (folder: string): string =>
  `The disk that holds ${folder} is full or nearly (96 MB must be free): free some space, start again.`;

export const noPermission = (folder: string): string =>
  `This user may not write in ${folder}: change its owner, or choose another folder with TRAGUARDO_DATA.`;
