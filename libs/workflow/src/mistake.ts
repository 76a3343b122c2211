import type { AdviceCode, WorkflowMistakeCode } from '#domain';

/** What a sentence for people says in both languages. */
export interface Wording {
  readonly it: string;
  readonly en: string;
}

/** How a file can fail to be one, before what it says is looked at. */
export type FormMistakeCode =
  | 'file/not-yaml'
  | 'file/nothing'
  | 'file/not-text'
  | 'file/not-utf-8'
  | 'file/merge-key'
  | 'file/not-a-key'
  | 'file/no-key'
  | 'file/alias-as-key'
  | 'file/tag'
  | 'file/too-long'
  | 'file/several-documents'
  | 'file/not-keys'
  | 'file/empty'
  | 'file/same-key'
  | 'file/unknown-key'
  | 'file/missing-key'
  | 'file/wrong-kind'
  | 'file/unknown-value'
  | 'file/not-an-id'
  | 'file/several-lines'
  | 'file/unseen-sign'
  | 'file/not-a-month-day'
  | 'file/out-of-range'
  | 'file/too-many'
  | 'file/text-too-long'
  | 'file/exactly-one';

export type MistakeCode = FormMistakeCode | WorkflowMistakeCode;

/** Something in the file that has to be put right. The codes are public. */
export interface Mistake {
  readonly code: MistakeCode;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** `chains.rendicontazione.steps[0].who`; empty: the file as a whole. */
  readonly path: string;
  readonly what: Wording;
  readonly remedy: Wording;
  /** Of a limit that no file may cross: where the law sets it. */
  readonly law: string | null;
}

/** What is no mistake, and may leave a body where nobody can go on. */
export type Warning = Omit<Mistake, 'code' | 'law'> & { readonly code: AdviceCode };

/** The same where no file is at hand. */
export type Advised = Omit<Warning, 'line' | 'column'>;

export type Path = readonly (string | number)[];

export function pathInWords(path: Path): string {
  return path.reduce<string>(
    (words, part) => (typeof part === 'number' ? `${words}[${part}]` : words === '' ? part : `${words}.${part}`),
    '',
  );
}
