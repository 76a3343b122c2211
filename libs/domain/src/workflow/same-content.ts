/**
 * Whether two pieces of data say the same. What is left out, null or an empty list says nothing: a key that a later
 * release adds makes no other content of what was published before it.
 */
export function sameContent(a: unknown, b: unknown): boolean {
  if (saysNothing(a) || saysNothing(b)) return saysNothing(a) && saysNothing(b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameContent(item, (b as readonly unknown[])[index]))
    );
  }
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameContent(at(a, key), at(b, key)));
}

function saysNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function at(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
