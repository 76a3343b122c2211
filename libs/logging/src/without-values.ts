/**
 * A sentence of a library without the values it quotes: names, addresses, what somebody typed. Programs quote values in
 * double quotes (PostgreSQL, JSON, zod), in parentheses after an equals sign (keys of PostgreSQL), or as they are.
 */
export function withoutValues(text: string): string {
  return text
    .replace(/"[^"]*"/g, '"…"')
    .replace(/=\([^)]*\)/g, '=(…)')
    .replace(/[^\s<>()"]+@[^\s<>()"]+/g, '…@…')
    .replace(/\b[A-Za-z0-9_-]{40,}\b/g, '…')
    .replace(/\?[^\s)]+/g, '?…');
}
