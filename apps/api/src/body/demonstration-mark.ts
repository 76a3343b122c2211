import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { routes } from '#contract';

const Demonstration = routes.welcome.answers[200].shape.demonstration.unwrap();

export type Demonstration = z.output<typeof Demonstration>;

/**
 * How to enter a demonstration: the file that whoever prepares one leaves in its folder. A real body has none, and
 * thus nothing here to tell.
 *
 * @param folder  of the body
 */
export function demonstrationIn(folder: string): Demonstration | null {
  const path = join(folder, 'demonstration.json');
  return existsSync(path) ? Demonstration.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}
