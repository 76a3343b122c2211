import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { permissions } from '#auth';
import type { PlanDocument } from '#domain';
import { readWorkflow } from '#workflow';
import { PROJECT_ROOT } from '../supervisor/project-root.js';
import type { Act } from './act.js';
import { expand, momentOf } from './expand.js';
import { Organisation, usually } from './organisation.js';
import { registryActs, setupCompletion } from './registry-acts.js';
import { FileInvalid, readYaml } from './read-yaml.js';
import { rosterOf } from './roster.js';
import { Scenario } from './scenario.js';

const EXAMPLES = join(PROJECT_ROOT, 'examples');

/** The body that `npm start` shows. */
const DEMONSTRATION = join(EXAMPLES, 'comune');

const ORGANISATION = 'organisation.yaml';
const WORKFLOW = 'workflow.yaml';

/** A body's year, ready to be lived. */
export interface Story {
  /** Its name among others, part of every key. */
  readonly name: string;
  readonly planId: string;
  /** How this body does things; null: as the product's own definition says. */
  readonly workflow: string | null;
  readonly organisation: Organisation;
  readonly document: PlanDocument;
  /** From what the body says of itself and the draft of the plan on, in order of time. */
  readonly acts: readonly Act[];
  /** The instant after which nothing is left to happen. */
  readonly ends: string;
}

/** There is no such story. */
export class NoStory extends Error {
  override readonly name = 'NoStory';
  readonly code = 'simulation/no-scenario';
}

/**
 * The folder of an example by its name, or of somebody's own files by its path.
 *
 * @throws NoStory
 */
export function folderOf(example: string): string {
  const folder = [join(EXAMPLES, example), resolve(example)].find((path) => existsSync(join(path, ORGANISATION)));
  if (folder !== undefined) return folder;
  const known = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, ORGANISATION)));
  throw new NoStory(
    `No such example: ${example}. There are ${known.toSorted().join(', ')}, or name a folder with an ${ORGANISATION}.`,
  );
}

/**
 * @param year    null: the only one that is told
 * @param folder  with the files of the body
 * @throws NoStory
 * @throws FileInvalid with the line of every mistake in the files
 */
export async function loadStory(year: number | null, folder = DEMONSTRATION): Promise<Story> {
  const scenario = readScenario(year, folder);
  const organisation = readOrganisation(folder);
  const text = textOf(folder, scenario.plan);
  const { readPlan } = await import('#plan-import');
  const workflow = existsSync(join(folder, WORKFLOW)) ? join(folder, WORKFLOW) : null;
  const { document, problems } = readPlan(text, { called: workflow === null ? [] : namesIn(workflow) });
  if (document === null) {
    throw new FileInvalid(
      scenario.plan,
      problems.map(({ line, message }) => `line ${line}: ${message.en}`),
    );
  }
  const begins = momentOf(scenario.begins);
  const draft: Act = {
    key: 'draft',
    at: begins,
    user: usually(organisation, 'segretario'),
    path: '/plans',
    body: { text, acceptProposals: true },
    documents: [],
    expect: null,
  };
  return {
    name: `scenario-${scenario.year}`,
    planId: String(scenario.year),
    workflow,
    organisation,
    document,
    acts: [
      ...registryActs(organisation, begins),
      draft,
      setupCompletion(begins),
      ...expand(scenario, rosterOf(document, organisation), organisation),
    ],
    ends: momentOf(scenario.ends),
  };
}

/** The instant at which a demonstration of that year is opened. */
export function demonstrationMoment(year: number): string {
  return momentOf(readScenario(year, DEMONSTRATION).demonstration);
}

/** @throws FileInvalid */
export function readOrganisation(folder = DEMONSTRATION): Organisation {
  return readYaml(textOf(folder, ORGANISATION), Organisation, ORGANISATION);
}

/** What a body calls its offices: its plan may call an area so. */
function namesIn(file: string) {
  const { definition } = readWorkflow(readFileSync(file, 'utf8'), { roles: Object.keys(permissions) });
  return (definition?.offices ?? []).flatMap(({ id, names }) => names.map((name) => ({ id, name })));
}

function readScenario(year: number | null, folder: string): Scenario {
  const years = readdirSync(folder).flatMap((file) => /^scenario-(\d{4})\.yaml$/.exec(file)?.[1] ?? []);
  const [only] = years;
  const wanted = year ?? (years.length === 1 ? Number(only) : null);
  if (wanted === null || !years.includes(String(wanted))) {
    const known = years.length === 0 ? 'none' : `one for ${years.toSorted().join(', ')}`;
    throw new NoStory(
      wanted === null
        ? `Name the year: there is ${known}.`
        : `No scenario tells the year ${wanted}: there is ${known}.`,
    );
  }
  const file = `scenario-${wanted}.yaml`;
  return readYaml(textOf(folder, file), Scenario, file);
}

function textOf(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}
