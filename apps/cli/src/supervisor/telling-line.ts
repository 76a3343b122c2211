/** How much of what went wrong is told at once; the whole is in the log. */
const LONGEST = 600;

/** The line that says what went wrong: Node prints a stack and its own version after it, a part a line of its log. */
export function tellingLine(text: string): string | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((one) => /^\w*Error: /.test(one)) ?? lines.at(-1);
  return line === undefined ? undefined : (saidIn(line) ?? line).slice(0, LONGEST);
}

/** Undefined: it is no line of a log. */
function saidIn(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const { err, msg } = JSON.parse(line) as { readonly err?: { readonly message?: string }; readonly msg?: string };
    return err?.message ?? msg;
  } catch {
    return undefined; // cut in the middle
  }
}
