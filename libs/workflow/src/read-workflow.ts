import { LineCounter, parseDocument } from 'yaml';
import { approvalSubjects, checkWorkflow, lawOf, type WorkflowDefinition } from '#domain';
import { WorkflowFile } from './file-schema.js';
import { formMistakes } from './form-mistakes.js';
import { pathInWords, type FormMistakeCode, type Mistake, type Path } from './mistake.js';
import { Places, type Place } from './places.js';
import { salvage } from './salvage.js';
import { formWords } from './words/form-words.js';
import { ruleWords } from './words/rule-words.js';

/** A definition without a mistake, or every mistake there is. */
export type WorkflowReading =
  | { readonly definition: WorkflowDefinition; readonly mistakes: readonly [] }
  | { readonly definition: null; readonly mistakes: readonly Mistake[] };

export interface ReadWorkflowOptions {
  /** The roles that accounts may have. */
  readonly roles: readonly string[];
}

/** Beyond, an alias that names aliases would fill the memory. */
const MOST_ALIASES = 100;

/** Reads a workflow file: YAML, or JSON. */
export function readWorkflow(text: string, { roles }: ReadWorkflowOptions): WorkflowReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const places = new Places(document, lines);
  const unreadable = document.errors.map(({ code, message, pos }) =>
    formMistake(
      code === 'DUPLICATE_KEY' ? 'file/same-key' : 'file/not-yaml',
      [],
      { reason: message },
      places.at(pos[0]),
    ),
  );
  if (unreadable.some(({ code }) => code === 'file/not-yaml')) return refused(unreadable);

  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused([formMistake('file/not-yaml', [], { reason }, places.of([]))]);
  }
  if (typeof content !== 'object' || content === null) {
    return refused([formMistake('file/empty', [], { key: 'id' }, places.of([]))]);
  }
  const read = WorkflowFile.safeParse(content);
  const ofForm = (read.success ? [] : formMistakes(read.error.issues, content)).map(({ code, path, facts }) =>
    formMistake(code, path, facts, code === 'file/unknown-key' ? places.ofKey(path) : places.of(path)),
  );
  const salvaged = salvage(content);
  const ofRules = salvaged === null ? [] : ruleMistakes(salvaged, roles, places);
  const mistakes = [...unreadable, ...ofForm, ...ofRules];
  if (mistakes.length > 0 || !read.success) return refused(mistakes);
  return { definition: definitionOf(read.data), mistakes: [] };
}

function ruleMistakes(salvaged: NonNullable<ReturnType<typeof salvage>>, roles: readonly string[], places: Places) {
  const found = checkWorkflow(definitionOf(salvaged.file), { roles });
  return found
    .filter(({ needs }) => needs.every((part) => salvaged.isWhole(part)))
    .map(({ code, path, facts }): Mistake => {
      const inFile = salvaged.pathInFile(path);
      return {
        code,
        ...places.of(inFile),
        path: pathInWords(inFile),
        ...ruleWords(code, facts),
        law: lawOf(code),
      };
    });
}

function formMistake(
  code: FormMistakeCode,
  path: Path,
  facts: Readonly<Record<string, string | number>>,
  { line, column }: Place,
): Mistake {
  return { code, line, column, path: pathInWords(path), ...formWords(code, facts), law: null };
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
