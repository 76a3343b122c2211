import canonicalize from 'canonicalize';
import type { Json } from './event-store.js';

/** Texts that stand in JSON as they are: no quotes, no backslashes, no control characters, no surrogates. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/**
 * The canonical form of a JSON value (RFC 8785).
 *
 * The library looks at every text unit by unit and remembers every object that it is in: hashing two of them with every
 * command took twice as long as deciding it. What it alone knows about single values is still asked of it.
 */
export function canonical(value: Json): string {
  if (typeof value === 'string' && PLAIN.test(value)) return `"${value}"`;
  if (value === null) return 'null';
  if (typeof value !== 'object') return canonicalize(value) ?? '';
  return isList(value) ? `[${value.map(canonical).join(',')}]` : `{${membersOf(value)}}`;
}

function membersOf(value: { readonly [key: string]: Json | undefined }): string {
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members += `${members === '' ? '' : ','}${canonical(key)}:${canonical(member)}`;
  }
  return members;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
