// `npm run build`: always builds, and leaves the mark by which `npm start` knows that nothing is left to do.
import { buildNow } from './prepare.mjs';

try {
  await buildNow(process.stdout);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
