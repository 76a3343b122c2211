import type { Reading } from './read-document.js';

const steps = ['document', 'reading', 'questions', 'weights'] as const;

export type ImportStep = (typeof steps)[number];

export const isImportStep = (text: string | undefined): text is ImportStep =>
  text !== undefined && (steps as readonly string[]).includes(text);

/** Each step, and whether what it asks for is there. */
export function stepsOf(reading: Reading | undefined): readonly { readonly id: ImportStep; readonly done: boolean }[] {
  return [
    { id: 'document', done: reading !== undefined },
    { id: 'reading', done: reading?.problems.length === 0 },
    { id: 'questions', done: reading?.questions.length === 0 },
    { id: 'weights', done: false },
  ];
}

export function toImport(step: ImportStep, fromSetup: boolean): string {
  return `/plan-import?step=${step}${fromSetup ? '&from=setup' : ''}`;
}
