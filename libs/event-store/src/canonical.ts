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
  for (const key of inOrder(Object.keys(value))) {
    const member = value[key];
    if (member !== undefined) members += `${members === '' ? '' : ','}${nameOf(key)}${canonical(member)}`;
  }
  return members;
}

/** As many keys as are put in order faster one by one than by `sort`, which takes three times as long for a dozen. */
const FEW = 32;

/** By their UTF-16 code units, in place. */
function inOrder(keys: string[]): string[] {
  if (keys.length > FEW) return keys.sort();
  keys.forEach((key, from) => {
    let place = from;
    for (let before; place > 0 && (before = keys[place - 1]) !== undefined && before > key; place -= 1) {
      keys[place] = before;
    }
    keys[place] = key;
  });
  return keys;
}

/** The names of fields are few and short, and come with every event; what else is a key, such as an id, may be without end. */
const names = new Map<string, string>();
const MOST_NAMES = 1000;
const LONGEST_NAME = 40;

/** A key as it is written before its value. */
function nameOf(key: string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = `${canonical(key)}:`;
  if (names.size < MOST_NAMES && key.length <= LONGEST_NAME) names.set(key, name);
  return name;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
