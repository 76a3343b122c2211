export type Language = 'it' | 'en';

const SPOKEN: readonly Language[] = ['it', 'en'];

/**
 * What was chosen on this browser; else the first of the languages that it asks for; else the body's.
 *
 * @param asked  as the browser has them, `en-GB`
 */
export function firstLanguage(kept: string | null, asked: readonly string[]): Language {
  const spoken = (written: string | null) => SPOKEN.find((each) => each === written?.toLowerCase().split('-')[0]);
  return spoken(kept) ?? asked.map(spoken).find((each) => each !== undefined) ?? 'it';
}
