/** A program that may be a browser, and the variables it needs. */
export interface Candidate {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}
