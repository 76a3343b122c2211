/** A name as people read it. */
export interface Label {
  readonly it: string;
  readonly en: string;
}
