/** Another process has this data folder open. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  readonly code = 'event-node/data-folder-in-use';
  constructor(folder: string, pid: number) {
    super(`The event log in ${folder} is in use by process ${pid}: stop it first, or choose another data folder.`);
  }
}

/** The folder cannot be made, read or written. */
export class DataFolderUnusable extends Error {
  override readonly name = 'DataFolderUnusable';
  readonly code = 'event-node/data-folder-unusable';
  constructor(folder: string, why: string, options?: ErrorOptions) {
    super(`The event log cannot use the folder ${folder}: ${why}.`, options);
  }
}

/** The folder that was named holds no log. */
export class LogMissing extends Error {
  override readonly name = 'LogMissing';
  readonly code = 'event-node/log-missing';
  constructor(folder: string) {
    super(`There is no event log in ${folder}: give the folder that holds its data.mdb.`);
  }
}

/** Something else listens on the port. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  readonly code = 'event-node/port-taken';
  constructor(host: string, port: number, options?: ErrorOptions) {
    super(
      `The event node cannot listen on ${host}:${port}: another program does. Stop it or choose another port.`,
      options,
    );
  }
}

/** The host or port is none of this machine's, or this user may not have it. */
export class AddressUnusable extends Error {
  override readonly name = 'AddressUnusable';
  readonly code = 'event-node/address-unusable';
  constructor(host: string, port: number, why: string, options?: ErrorOptions) {
    super(`The event node cannot listen on ${host}:${port} (${why}): give an address of this machine.`, options);
  }
}

/** A file of the certificate cannot be used. */
export class CertificateUnusable extends Error {
  override readonly name = 'CertificateUnusable';
  readonly code = 'event-node/certificate-unusable';
  constructor(file: string, why: string, options?: ErrorOptions) {
    super(`The event node cannot encrypt with ${file}: ${why}.`, options);
  }
}

/** Others on the network would reach what nobody meant to show them. */
export class ExposureRefused extends Error {
  override readonly name = 'ExposureRefused';
  readonly code = 'event-node/exposed';
}

/** An option of the node is missing, or cannot be what was given. */
export class OptionInvalid extends Error {
  override readonly name = 'OptionInvalid';
  readonly code = 'event-node/option-invalid';
}

/** Why a log was not backed up or not restored; nothing was left behind. */
export class LogBackupFailure extends Error {
  override readonly name = 'LogBackupFailure';
  constructor(
    readonly code:
      | 'event-node/backup-damaged'
      | 'event-node/backup-disk-full'
      | 'event-node/backup-failed'
      | 'event-node/backup-not-complete'
      | 'event-node/backup-place-taken',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
