/** Why nothing listens; stable and public. */
export type ExposureRefusalCode =
  | 'network/address-list'
  | 'network/certificate-mismatch'
  | 'network/certificate-unreadable'
  | 'network/plain-http'
  | 'network/tls-incomplete'
  | 'network/url-invalid'
  | 'network/url-missing';

/** The API may not listen as it was told to; the message is one sentence for the person who started it. */
export class ExposureRefused extends Error {
  override readonly name = 'ExposureRefused';
  constructor(
    readonly code: ExposureRefusalCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
