// JSON as text, for numbers that would change if they were parsed and written again.

/** Where a member's value stands in the text of an object. */
export interface Member {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

/**
 * @param json  the valid text of an object
 * @returns the last member of that name, as parsers take it
 */
export function topLevelMember(json: string, name: string): Member | undefined {
  let depth = 0;
  let key: string | undefined;
  let value: { from: number; to: number } | undefined;
  let found: Member | undefined;
  for (const { 0: token, index } of json.matchAll(TOKEN)) {
    if (depth === 1 && (token === ',' || token === '}')) {
      if (key === name && value) found = { ...value, text: json.slice(value.from, value.to) };
      key = value = undefined;
    } else if (depth === 1 && key === undefined) {
      key = String(JSON.parse(token));
    } else if (depth >= 1 && !(depth === 1 && token === ':')) {
      value = { from: value?.from ?? index, to: index + token.length };
    }
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
  }
  return found;
}

/**
 * The same object with one member set; everything else stays as it was written, to the letter.
 *
 * @param json  the valid text of an object
 * @param value  JSON text
 */
export function withMember(json: string, name: string, value: string): string {
  const member = topLevelMember(json, name);
  if (member) return json.slice(0, member.from) + value + json.slice(member.to);
  const end = json.lastIndexOf('}');
  const before = json.slice(0, end).trimEnd();
  return `${before}${before.endsWith('{') ? '' : ','}${JSON.stringify(name)}:${value}${json.slice(end)}`;
}
