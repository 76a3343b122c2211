import { lostServer, serverIsBack } from './connection.js';

const RELOADED = 'traguardo.reloaded';
const RECENTLY_MS = 60_000;

/**
 * Fetches a part of the page that comes when it is needed. Where nobody answers it waits until somebody does; a part
 * that cannot be had even then is of an earlier version of the page, and the page is loaded anew.
 */
export async function fetched<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch {
    lostServer();
    await serverIsBack();
    return load().catch(reload);
  }
}

/** Once: a page that is still broken after it says so. */
function reload(failure: unknown): Promise<never> {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED) ?? 0) < RECENTLY_MS) throw failure;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
  return new Promise(() => undefined);
}
