import type { Instant, PasswordLinkPurpose } from '#domain';

export interface PasswordContent {
  readonly purpose: PasswordLinkPurpose;
  /** Where the password is chosen: whoever has it can. */
  readonly url: string;
  readonly expiresAt: Instant;
}

/** The message that brings a link by which a password is chosen: in Italian, the same in English below. */
export function passwordText({ purpose, url, expiresAt }: PasswordContent): { subject: string; text: string } {
  const invited = purpose === 'invitation';
  const italian = [
    invited
      ? 'È stato creato un account per accedere a Traguardo. Scegliere qui la propria password:'
      : 'È stata chiesta una nuova password per accedere a Traguardo. Sceglierla qui:',
    '',
    url,
    '',
    `Il collegamento vale fino al ${moment(expiresAt, 'it-IT')} e una volta sola.`,
    invited
      ? 'Chi non si aspetta questo messaggio può ignorarlo.'
      : 'Chi non l’ha chiesta può ignorare questo messaggio: la password resta quella di prima.',
  ];
  const english = [
    invited
      ? 'An account was created for you to sign in to Traguardo. Choose your password here:'
      : 'A new password to sign in to Traguardo was asked for. Choose it here:',
    '',
    url,
    '',
    `The link works until ${moment(expiresAt, 'en-GB')}, and once.`,
    invited
      ? 'If you do not expect this message, ignore it.'
      : 'If you did not ask for it, ignore this message: your password stays as it is.',
  ];
  return {
    subject: invited ? 'Traguardo: scegliere la password' : 'Traguardo: nuova password',
    text: [...italian, '', '* * *', '', ...english, ''].join('\n'),
  };
}

function moment(instant: Instant, locale: string): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Rome' } as const;
  return new Intl.DateTimeFormat(locale, format).format(new Date(instant));
}
