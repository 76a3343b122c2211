import { LineCounter, parseDocument, visit, type Document } from 'yaml';
import { approvalSubjects, checkWorkflow, lawOf, longestWorkflow, type WorkflowDefinition } from '#domain';
import { WorkflowFile } from './file-schema.js';
import { isNoText, otherEncoding } from './encoding.js';
import { formMistakes } from './form-mistakes.js';
import { keysAt } from './grammar.js';
import { pathInWords, type FormMistakeCode, type Mistake, type Path } from './mistake.js';
import { Places, type Place } from './places.js';
import { salvage } from './salvage.js';
import { oddities, whyUnreadable } from './unreadable.js';
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

const START: Place = { line: 1, column: 1 };

/** What the parser finds that has a sentence of its own. */
const OF_PARSER: Readonly<Record<string, FormMistakeCode>> = {
  DUPLICATE_KEY: 'file/same-key',
  MULTIPLE_DOCS: 'file/several-documents',
};

/** Reads a workflow file: YAML, or JSON. */
export function readWorkflow(written: string, { roles }: ReadWorkflowOptions): WorkflowReading {
  // the line ends of an old Mac, which YAML takes for such too, the parser does not
  const text = written.replace(/\r(?!\n)/g, '\n');
  const lines = new LineCounter();
  const encoding = otherEncoding(text);
  if (encoding !== null)
    return refused([
      formMistake('file/not-utf-8', [], { encoding }, encoding === 'windows-1252' ? firstOdd(text) : START),
    ]);
  if (isNoText(text)) return refused([formMistake('file/not-text', [], {}, START)]);
  if (text.length > longestWorkflow) return refused([tooLong(text)]);
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const places = new Places(document, lines);
  const unreadable = document.errors.map((error) => {
    const ofItsOwn = OF_PARSER[error.code];
    if (ofItsOwn !== undefined) return formMistake(ofItsOwn, [], {}, places.at(error.pos[0]));
    const { reason, at } = whyUnreadable(document, text, error);
    return formMistake('file/not-yaml', [], { parser: reason }, places.at(at));
  });
  // what comes after the first follows from it
  const broken = unreadable.find(({ code }) => code !== 'file/same-key');
  if (broken !== undefined) return refused([broken]);
  const odd = oddities(document).map(({ code, at, written }) => formMistake(code, [], { written }, places.at(at)));
  if (odd.length > 0) return refused(odd);

  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    const unknown = unknownAlias(document);
    if (unknown === null) return refused([formMistake('file/not-yaml', [], { parser: 'TOO_MANY_ALIASES' }, START)]);
    const facts = { parser: 'UNKNOWN_ALIAS', alias: unknown.source };
    return refused([formMistake('file/not-yaml', [], facts, places.at(unknown.at))]);
  }
  if (content === null) return refused([formMistake('file/nothing', [], {}, START)]);
  if (typeof content !== 'object' || Array.isArray(content)) {
    const facts = { written: beginningOf(text), known: keysAt([], {}).join(', ') };
    return refused([formMistake('file/not-keys', [], facts, places.of([]))]);
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

/** The first alias that recalls what was not named before it. */
function unknownAlias(document: Document): { readonly source: string; readonly at: number } | null {
  let found: { readonly source: string; readonly at: number } | null = null;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      found = { source: alias.source, at: alias.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return found;
}

function beginningOf(text: string): string {
  const first = text.trim().split('\n')[0] ?? '';
  return first.length > 60 ? `${first.slice(0, 60)}…` : first;
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
