/** What the first start of a body has to work with. */
export interface FirstRun {
  readonly apiUrl: string;
  /** Folder of the body. */
  readonly data: string;
  readonly body: string;
  onProgress(line: string): void;
}

/** Called at each start, once everything is ready and before the address is shown; it finds out itself what is left to do. */
export async function firstRun(_start: FirstRun): Promise<void> {
  await Promise.resolve();
}
