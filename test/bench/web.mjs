// First load of the page in a real browser on the demonstration: what comes over the line, and when it can be used.
const TIMES = 7;

const kB = (bytes) => `${(bytes / 1024).toFixed(0)} kB`;
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

export async function benchWeb() {
  await import('../support/source-loader.mjs');
  const { measureFirstLoad } = await import('../browser/measure.ts');
  console.log('opening the front door …');
  const measured = await measureFirstLoad(TIMES);
  console.log(
    '\n| first load, nothing cached | requests | JavaScript | CSS | fonts | all |\n|---|---|---|---|---|---|',
  );
  for (const { where, signIn, dashboard } of measured)
    for (const [screen, { requests, bytes }] of Object.entries({ 'sign in': signIn, dashboard })) {
      const all = Object.values(bytes).reduce((sum, each) => sum + each, 0);
      const columns = [requests, kB(bytes.script), kB(bytes.style), kB(bytes.font), kB(all)];
      console.log(`| ${screen}, ${where} | ${columns.join(' | ')} |`);
    }
  console.log(
    `\n| dashboard usable, processor 4 × slower, ${TIMES} times | median | fastest | slowest |\n|---|---|---|---|`,
  );
  for (const { where, usableMs } of measured) {
    const columns = [median(usableMs), Math.min(...usableMs), Math.max(...usableMs)].map((ms) => `${ms.toFixed(0)} ms`);
    console.log(`| ${where} | ${columns.join(' | ')} |`);
  }
}
