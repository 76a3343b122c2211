import type { Appended } from './event-store.js';
import { fieldsIn } from './wire.js';

/** What a `BatchAppendResp` says when all is well, and for whom. */
export interface AppendAnswer {
  readonly correlation: string;
  readonly appended: Appended;
}

/** @returns undefined at anything else, such as a refusal: the stubs read that */
export function appendAnswerIn(message: Buffer): AppendAnswer | undefined {
  try {
    let correlation: string | undefined;
    let appended: Appended | undefined;
    for (const { number, from, to } of fieldsIn(message)) {
      if (number === 1) correlation = uuidIn(message, from, to);
      else if (number === 3) appended = successIn(message, from, to);
    }
    return correlation === undefined || appended === undefined ? undefined : { correlation, appended };
  } catch {
    return undefined;
  }
}

/** Undefined in its structured form. */
function uuidIn(message: Buffer, from: number, to: number): string | undefined {
  for (const field of fieldsIn(message, from, to)) {
    if (field.number === 2) return message.toString('latin1', field.from, field.to);
  }
  return undefined;
}

/** Of an append without events to a stream that does not exist there is no revision. */
function successIn(message: Buffer, from: number, to: number): Appended {
  let revision = 0;
  let position = 0;
  for (const field of fieldsIn(message, from, to)) {
    if (field.number === 1) revision = field.value;
    else if (field.number === 2) revision = -1;
    else if (field.number === 3) position = commitIn(message, field.from, field.to);
  }
  return { revision, position: BigInt(position) };
}

function commitIn(message: Buffer, from: number, to: number): number {
  for (const field of fieldsIn(message, from, to)) if (field.number === 1) return field.value;
  return 0;
}
