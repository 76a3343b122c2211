type Values = Readonly<Record<string, unknown>>;

/**
 * Where a route is found: names in the path filled in, the rest after a question mark.
 *
 * @param path    as the contract has it: `/api/v1/objectives/:objectiveId`
 * @param query   what is null, undefined or empty is left out
 */
export function addressOf(path: string, params: Values = {}, query: Values = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] as string));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') asked.set(name, String(value as string | number));
  }
  return asked.size === 0 ? filled : `${filled}?${asked.toString()}`;
}
