/**
 * Says how a command of the repository is called, and ends it, where that is asked for: before anything is built.
 *
 * @param {string} usage  its lines
 */
export function sayUsage(usage, args = process.argv.slice(2)) {
  if (!args.includes('--help') && !args.includes('-h')) return;
  console.log(usage.trim());
  process.exit(0);
}

/**
 * Refuses what is none of the names that may be chosen.
 *
 * @param {readonly string[]} chosen
 * @param {readonly string[]} known
 */
export function requireKnown(chosen, known) {
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  console.error(`There is no ${unknown.join(', ')}: choose among ${known.join(', ')}, or see --help.`);
  process.exit(2);
}
