import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanDocument } from '#domain';
import { PROJECT_ROOT } from '../supervisor/project-root.js';
import type { Act } from './act.js';
import { expand, momentOf } from './expand.js';
import { Organisation } from './organisation.js';
import { registryActs, setupCompletion } from './registry-acts.js';
import { FileInvalid, readYaml } from './read-yaml.js';
import { rosterOf } from './roster.js';
import { Scenario } from './scenario.js';

const FOLDER = join(PROJECT_ROOT, 'apps/cli/demonstration');

/** A demonstration's year, ready to be lived. */
export interface Story {
  /** Its name among others, part of every key. */
  readonly name: string;
  readonly planId: string;
  readonly organisation: Organisation;
  readonly document: PlanDocument;
  /** From what the body says of itself and the draft of the plan on, in order of time. */
  readonly acts: readonly Act[];
  /** The instant after which nothing is left to happen. */
  readonly ends: string;
}

/** There is no story of that year. */
export class NoStory extends Error {
  override readonly name = 'NoStory';
  readonly code = 'simulation/no-scenario';
}

/**
 * @throws NoStory
 * @throws FileInvalid with the line of every mistake in the files of the demonstration
 */
export async function loadStory(year: number): Promise<Story> {
  const scenario = readScenario(year);
  const organisation = readOrganisation();
  const text = textOf(scenario.plan);
  const { readPlan } = await import('#plan-import');
  const { document, problems } = readPlan(text);
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
    user: 'segretario-generale',
    path: '/plans',
    body: { text, acceptProposals: true },
    documents: [],
    expect: null,
  };
  return {
    name: `scenario-${year}`,
    planId: String(year),
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
  return momentOf(readScenario(year).demonstration);
}

/** @throws FileInvalid */
export function readOrganisation(): Organisation {
  return readYaml(textOf('organisation.yaml'), Organisation, 'organisation.yaml');
}

function readScenario(year: number): Scenario {
  const file = `scenario-${year}.yaml`;
  if (!existsSync(join(FOLDER, file))) throw new NoStory(`No scenario tells the year ${year}: there is ${known()}.`);
  return readYaml(textOf(file), Scenario, file);
}

function textOf(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}

function known(): string {
  const years = readdirSync(FOLDER).flatMap((file) => /^scenario-(\d{4})\.yaml$/.exec(file)?.[1] ?? []);
  return `one for ${years.toSorted().join(', ')}`;
}
