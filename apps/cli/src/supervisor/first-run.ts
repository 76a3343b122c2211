/** What the first start of a body has to work with. */
export interface FirstRun {
  readonly apiUrl: string;
  /** Folder of the body. */
  readonly data: string;
  readonly body: string;
  readonly onProgress: (line: string) => void;
}

/** The body that shows what the product does. */
export const DEMONSTRATION = 'demo';

/** Called at each start, once everything is ready and before the address is shown; it finds out itself what is left to do. */
export async function firstRun({ apiUrl, data, body, onProgress }: FirstRun): Promise<void> {
  const start = { apiUrl, data, onProgress };
  if (body === DEMONSTRATION) {
    const { prepareDemonstration } = await import('../simulation/demonstration.js'); // no other body loads it
    if (await prepareDemonstration(start)) return;
  }
  const { welcomeAdministrator } = await import('../first-start/administrator.js');
  await welcomeAdministrator(start);
}
