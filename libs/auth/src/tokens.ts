import { hash, randomBytes } from 'node:crypto';

const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits, as text that fits into a header. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function looksLikeToken(text: string): boolean {
  return SHAPE.test(text);
}

/** What is kept of a token. A fast hash is enough: a random token cannot be guessed, unlike a password. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex');
}
