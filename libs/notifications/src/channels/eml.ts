import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
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
  await put(path, folder, message.id, await toEml(message));
  return path;
}

/** Puts a message into the folder where nobody takes it for sent, until `releaseEml` or `withdrawEml`. */
export async function stageEml(folder: string, message: Message): Promise<void> {
  await put(waiting(folder, message.id), folder, message.id, await toEml(message));
}

/** What `writeEml` does, with no need of room on the disk where the same message waits. */
export async function releaseEml(folder: string, message: Message): Promise<void> {
  const staged = waiting(folder, message.id);
  if ((await contentOf(staged))?.equals(await toEml(message))) {
    await rename(staged, join(folder, `${message.id}.eml`));
  } else {
    await writeEml(folder, message);
    await withdrawEml(folder, message.id);
  }
}

export async function withdrawEml(folder: string, id: string): Promise<void> {
  await rm(waiting(folder, id), { force: true });
}

/** Releases the message of that id, or withdraws it where there is none to send. */
export async function settleEml(folder: string, id: string, message: Message | null): Promise<void> {
  if (message === null) await withdrawEml(folder, id);
  else await releaseEml(folder, message);
}

/** Ids of the messages that wait. */
export async function stagedEmls(folder: string): Promise<readonly string[]> {
  const names = (await orNull(readdir(folder))) ?? [];
  return names
    .filter((name) => name.startsWith('.') && name.endsWith(WAITING))
    .map((name) => name.slice(1, -WAITING.length));
}

const WAITING = '.waiting';

function waiting(folder: string, id: string): string {
  return join(folder, `.${id}${WAITING}`);
}

async function put(path: string, folder: string, id: string, bytes: Buffer): Promise<void> {
  if ((await contentOf(path))?.equals(bytes)) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `.${id}.${process.pid}.unfinished`);
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}

function contentOf(path: string): Promise<Buffer | null> {
  return orNull(readFile(path));
}

/** @returns null where there is no such file or folder */
async function orNull<Found>(looking: Promise<Found>): Promise<Found | null> {
  try {
    return await looking;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
