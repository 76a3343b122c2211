import { hash } from 'node:crypto';
import { canonical } from './canonical.js';
import type { Json } from './event-store.js';

/**
 * SHA-256 over the canonical form of a JSON value: the same value gives the same digest, whatever the order of its keys.
 *
 * @returns 64 hexadecimal digits in lower case
 * @see RFC 8785
 */
export function digestOf(value: Json): string {
  return digestOfText(canonical(value));
}

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits in lower case. */
export function digestOfText(text: string): string {
  return hash('sha256', text, 'hex');
}
