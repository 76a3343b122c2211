// Loaded first, by whatever Node is there: no syntax and no import that an old one lacks.
const LEAST = [20, 19];

/** Ends the process with one sentence when Node is too old to run the rest. */
export function requireNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  process.stderr.write(
    `Traguardo needs Node ${LEAST.join('.')} or newer, and this is ${version}: install a newer Node.\n`,
  );
  process.exit(1);
}
