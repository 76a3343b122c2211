import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm run soak` runs with its full counts, and about how many minutes each takes alone on two quiet cores; two run at a time. */
export const SOAKS = {
  'test/recovery/kill.spec.ts': 12,
  'test/recovery/life/life.model.spec.ts': 4,
  'test/recovery/races.spec.ts': 5,
  'test/conformance/durability.spec.ts': 2,
  'test/conformance/projections-killed.spec.ts': 2,
  'test/conformance/persistent-durability.spec.ts': 1,
  'test/conformance/event-store.spec.ts': 1,
  'test/conformance/many-subscriptions.spec.ts': 1,
  'test/conformance/malformed-messages.spec.ts': 7,
  'libs/event-node/src/persistent-subscriptions/group.model.spec.ts': 1,
  'libs/plan-import/src/office/hostile-files.spec.ts': 4,
};

/** Specs that count otherwise in a soak and are not in the list. */
export function forgotten(root) {
  return ['apps', 'libs', 'test']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)))
    .filter((name) => name.endsWith('.spec.ts') && !(name in SOAKS))
    .filter((name) => readFileSync(join(root, name), 'utf8').includes("process.env['SOAK']"));
}
