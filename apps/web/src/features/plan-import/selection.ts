/** What is looked at, and on which side it was chosen: the other side follows. */
export interface Selection {
  readonly line: number;
  readonly by: 'source' | 'facts';
  /** The objective, where one was chosen among several. */
  readonly objective?: string;
}
