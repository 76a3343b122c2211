/** Why a backup was not made or not restored; stable and public. */
export type BackupFailureCode =
  | 'backup/another-body'
  | 'backup/damaged'
  | 'backup/disk-full'
  | 'backup/does-not-agree'
  | 'backup/no-body'
  | 'backup/no-permission'
  | 'backup/not-complete'
  | 'backup/place-taken'
  | 'backup/stack-ended';

/** Nothing was left behind; the message is one sentence for whoever asked. */
export class BackupFailure extends Error {
  override readonly name = 'BackupFailure';
  constructor(
    readonly code: BackupFailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Says what the operating system's refusal to write means; other errors are returned as they are. */
export function writingFailure(error: unknown, folder: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || /No space left on device|disk is full/i.test(message))
    return new BackupFailure('backup/disk-full', `The disk that holds ${folder} is full: free some space.`, {
      cause: error,
    });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new BackupFailure(
      'backup/no-permission',
      `This user may not read or write what it must (${(error as NodeJS.ErrnoException).path ?? folder}): run it as the user that runs Traguardo.`,
      { cause: error },
    );
  return error;
}
