import {
  adviceOn,
  approvalSubjects,
  checkWorkflow,
  lawOf,
  longestWorkflow,
  type Advice,
  type WorkflowDefinition,
} from '#domain';
import { asMeant, type Meant } from './as-meant.js';
import { isNoText, otherEncoding } from './encoding.js';
import { WorkflowFile } from './file-schema.js';
import { formMistake, START } from './form-mistake.js';
import { formMistakes, type FormMistake } from './form-mistakes.js';
import { pathInWords, type Advised, type Mistake, type Path, type Warning, type Wording } from './mistake.js';
import type { Place, Places } from './places.js';
import { readYaml, type Unread } from './read-yaml.js';
import { liesIn, salvage } from './salvage.js';
import { adviceWords } from './words/advice-words.js';
import { calledIn } from './words/called.js';
import { ruleWords } from './words/rule-words.js';
import { told } from './words/sentence.js';

/** A definition without a mistake, or every mistake there is. */
export type WorkflowReading =
  | { readonly definition: WorkflowDefinition; readonly mistakes: readonly []; readonly warnings: readonly Warning[] }
  | { readonly definition: null; readonly mistakes: readonly Mistake[] };

export interface ReadWorkflowOptions {
  /** The roles that accounts may have. */
  readonly roles: readonly string[];
}

/** Reads a workflow file: YAML, or JSON. */
export function readWorkflow(written: string, { roles }: ReadWorkflowOptions): WorkflowReading {
  // the line ends of an old Mac, which YAML takes for such too, the parser does not
  const text = written.replace(/\r(?!\n)/g, '\n');
  const encoding = otherEncoding(text);
  if (encoding !== null)
    return refused([
      formMistake('file/not-utf-8', [], { encoding }, encoding === 'windows-1252' ? firstOdd(text) : START),
    ]);
  if (isNoText(text)) return refused([formMistake('file/not-text', [], {}, START)]);
  if (text.length > longestWorkflow) return refused([tooLong(text)]);
  const yaml = readYaml(text);
  if (yaml.content === null) return refused(yaml.mistakes);
  const { content, places, unread } = yaml;
  const read = WorkflowFile.safeParse(content);
  const meant = asMeant(content);
  const beneath = meant.mistakes.length === 0 ? read : WorkflowFile.safeParse(meant.content);
  const ofForm = [
    ...(read.success ? [] : formMistakes(read.error.issues, content)),
    ...meant.mistakes,
    ...(beneath.success || beneath === read ? [] : formMistakes(beneath.error.issues, meant.content)).map((found) => ({
      ...found,
      path: meant.pathInFile(found.path),
    })),
  ];
  const mistakes = [
    ...yaml.mistakes,
    ...distinct(ofForm)
      .filter((found) => !followsFrom(unread, found))
      .map(({ code, path, facts }) =>
        formMistake(code, path, facts, code === 'file/unknown-key' ? places.ofKey(path) : places.of(path)),
      ),
    ...ruleMistakes(meant, unread, roles, places),
  ];
  if (mistakes.length > 0 || !read.success) return refused(mistakes);
  const definition = definitionOf(read.data);
  return { definition, mistakes: [], warnings: warningsOn(definition, places) };
}

/** At the line on which it becomes so. */
function tooLong(text: string): Mistake {
  const within = text.slice(0, longestWorkflow).split('\n');
  const place = { line: within.length, column: (within.at(-1)?.length ?? 0) + 1 };
  return formMistake('file/too-long', [], { written: text.length, most: longestWorkflow }, place);
}

/** Of the first letter that is none. */
function firstOdd(text: string): Place {
  const before = text.slice(0, text.indexOf('\ufffd')).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** What is found in the file as it is written and as it is meant is one mistake. */
function distinct(found: readonly FormMistake[]): readonly FormMistake[] {
  const seen = new Map(found.toReversed().map((one) => [JSON.stringify([one.code, one.path]), one]));
  return [...seen.values()].toReversed();
}

/** Whether it is one only because something there was not read. */
function followsFrom({ parts, values }: Unread, { code, path }: FormMistake): boolean {
  if (values.some((value) => isWithin(path, value))) return true;
  if (code === 'file/exactly-one') return parts.some((part) => isWithin(part, path));
  return code === 'file/missing-key' && parts.some((part) => isWithin(path, part));
}

function isWithin(path: Path, place: Path): boolean {
  return place.length <= path.length && liesIn(place, path);
}

function ruleMistakes(meant: Meant, { parts, values }: Unread, roles: readonly string[], places: Places) {
  const salvaged = salvage(meant.content, [...parts, ...values]);
  if (salvaged === null) return [];
  const found = checkWorkflow(definitionOf(salvaged.file), { roles });
  return found
    .filter(({ needs }) => needs.every((part) => salvaged.isWhole(part)))
    .map(({ code, path, facts }): Mistake => {
      const inFile = meant.pathInFile(salvaged.pathInFile(path));
      return {
        code,
        ...places.of(inFile),
        path: pathInWords(inFile),
        ...ruleWords(code, facts),
        law: lawOf(code),
      };
    });
}

function warningsOn(definition: WorkflowDefinition, places: Places): readonly Warning[] {
  return adviceOn(definition).map((advice) => ({ ...advised(advice), ...places.of(advice.path) }));
}

function advised({ code, path, facts }: Advice): Advised {
  return { code, path: pathInWords(path), ...told(adviceWords[code], facts) };
}

/** What `check` warns of in a definition whose file is not at hand: its names tell what the file tells by ids. */
export function adviceFor(definition: WorkflowDefinition): readonly Advised[] {
  return adviceOn(definition).map(({ code, path, facts }) => {
    const called = (language: keyof Wording) => calledIn(definition, path, facts, language);
    return { code, path: pathInWords(path), ...told(adviceWords[code], called('it'), called('en')) };
  });
}

function refused(mistakes: readonly Mistake[]): WorkflowReading {
  const sorted = mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return { definition: null, mistakes: sorted };
}

/** A chain is called as its subject, and grows with the file. */
function definitionOf({
  id,
  version,
  name,
  offices,
  objective,
  variations,
  evaluations,
  chains,
}: WorkflowFile): WorkflowDefinition {
  const named = approvalSubjects.flatMap((subject) => {
    const chain = chains[subject];
    return chain === undefined ? [] : [[subject, { id: subject, version, ...chain }] as const];
  });
  return {
    id,
    version,
    name,
    offices,
    objective,
    ...(variations && { variations }),
    ...(evaluations && { evaluations }),
    chains: Object.fromEntries(named),
  };
}
