import { z } from 'zod';
import type { Language } from '#contract';
import { faultWords, type Kind } from './fault-words.js';

/** What is wrong with the form of a value, and where it stands. */
export interface FormFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, Kind>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'boolean',
  array: 'list',
  object: 'fields',
  record: 'fields',
  null: 'nothing',
};

/** What the library finds wrong with the form of a value, in words for people. */
const faultIn =
  (language: Language): z.core.$ZodErrorMap =>
  (issue) => {
    const said = faultWords[language];
    switch (issue.code) {
      case 'invalid_type': {
        if (issue.input === undefined) return said.missing;
        const expected = KINDS[issue.expected] ?? 'fields';
        const found = kindOf(issue.input);
        // a number that is not whole is told by what it must be
        const isToldBy = found === null || found === expected || (expected === 'whole' && found === 'number');
        return said.be(said.kinds[expected], isToldBy ? null : said.kinds[found]);
      }
      case 'invalid_value': {
        if (issue.input === undefined) return said.missing;
        // what a query writes for yes and no is read in many ways
        const values = issue.expected === 'stringbool' ? ['true', 'false'] : issue.values.map(String);
        return values.length === 1 ? said.only(values[0] ?? '') : said.among(values.join(', '));
      }
      case 'invalid_format':
        return formatFault(issue, language);
      case 'too_small':
        if (issue.origin === 'string') return issue.input === '' ? said.empty : said.short(String(issue.minimum));
        if (issue.origin === 'array')
          return Number(issue.minimum) === 1 ? said.emptyList : said.few(String(issue.minimum));
        return said.small(String(issue.minimum));
      case 'too_big':
        if (issue.origin === 'string') return said.long(String(issue.maximum));
        if (issue.origin === 'array') return said.many(String(issue.maximum));
        return said.large(String(issue.maximum));
      case 'unrecognized_keys':
        return said.unknown(issue.keys);
      case 'invalid_key':
        return said.badName(issue.issues[0]?.message ?? said.form);
      case 'invalid_union': {
        const { discriminator, options = [] } = issue as {
          readonly discriminator?: string;
          readonly options?: readonly (string | number)[];
        };
        if (discriminator === undefined) return said.noneOfForms;
        const chosen = (issue.input as Readonly<Record<string, unknown>>)[discriminator];
        return chosen === undefined ? said.missing : said.among(options.map(String).join(', '));
      }
      default:
        return said.form;
    }
  };

function formatFault(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidStringFormat>, language: Language): string {
  const said = faultWords[language];
  switch (issue.format) {
    case 'date':
      return said.day;
    case 'datetime':
      return said.moment;
    case 'email':
      return said.email;
    case 'uuid':
      return said.uuid;
    default: {
      const described = issue.schema === undefined ? undefined : z.globalRegistry.get(issue.schema);
      const [example] = (described?.['examples'] ?? []) as readonly (string | number)[];
      return example === undefined ? said.form : said.like(String(example));
    }
  }
}

function kindOf(value: unknown): Kind | null {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  // what a query says is text until it is read as a number
  if (typeof value === 'number') return Number.isNaN(value) ? 'text' : 'number';
  return KINDS[typeof value] ?? null;
}

export const formFaults = { it: faultIn('it'), en: faultIn('en') };

/** One fault a place: of a value that could have several forms, what is wrong with the one that was meant. */
export function faultsOf(issues: readonly Issue[]): readonly FormFault[] {
  const told = new Set<string>();
  return issues.flatMap(unfolded).filter(({ path }) => !told.has(path.join('.')) && told.add(path.join('.')));
}

function unfolded(issue: Issue): readonly FormFault[] {
  const { path, message } = issue;
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path, message }];
  const forms = issue.errors.filter((faults) => !faults.every(isLeftOut));
  const fewest = Math.min(...forms.map(({ length }) => length));
  const meant = forms.filter(({ length }) => length === fewest);
  const inner = meant.map(faultsOf);
  const [only, ...others] = inner;
  if (only === undefined) return [{ path, message }];
  if (others.length === 0) return only.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
  const all = inner.flat();
  const isOfItself = all.every((fault) => fault.path.length === 0);
  const messages = [...new Set(all.map((fault) => fault.message))];
  return [{ path, message: isOfItself ? messages.join('; ') : message }];
}

/** Of a text that may be left out: that it is no empty one need not be said. */
function isLeftOut(issue: Issue): boolean {
  return issue.code === 'invalid_value' && issue.values.every((value) => value === '');
}
