import { open, mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Instant } from '#domain';

/** A message in plain text. */
export interface Message {
  /** Names it for good: the same id is the same message. Letters, digits, `-`, `_`, `.`. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly date: Instant;
  readonly subject: string;
  readonly text: string;
}

/**
 * The message as it travels (RFC 5322, CRLF, quoted-printable). A function of the message alone: nothing in it comes
 * from the machine, the hour or chance.
 */
export async function toEml({ id, from, to, date, subject, text }: Message): Promise<Buffer> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await composer.sendMail({
    from,
    to,
    subject,
    text,
    date: new Date(date),
    messageId: `<${id}@${from.slice(from.indexOf('@') + 1)}>`,
    textEncoding: 'quoted-printable',
    xMailer: false,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'it, en' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (!Buffer.isBuffer(message)) throw new TypeError('nodemailer streamed a message that it was asked to buffer');
  return message;
}

/**
 * Puts a message into a folder as `<id>.eml`, whole or not at all. A file that says the same already is not touched.
 *
 * @returns the path of the file
 */
export async function writeEml(folder: string, message: Message): Promise<string> {
  const path = join(folder, `${message.id}.eml`);
  const bytes = await toEml(message);
  if ((await contentOf(path))?.equals(bytes)) return path;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `.${message.id}.${process.pid}.unfinished`);
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
  return path;
}

async function contentOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
