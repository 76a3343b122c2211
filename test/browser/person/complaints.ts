import type { BrowserContext, Request, Response } from 'playwright-core';

/** What a browser would complain of to itself, and a person would never hear: each is a fault of ours. */
export interface Complaints {
  /** In sentences, the first one first. */
  list(): readonly string[];
  /** From now on a line may fail: what cannot be fetched is no fault. */
  expectFaults(): void;
}

const FILES: readonly string[] = ['document', 'stylesheet', 'script', 'font', 'image', 'manifest'];

/**
 * Listens for errors in the console (with them violations of the Content Security Policy), exceptions nobody caught,
 * files that are missing, answers with status 500, and requests to any other host. A refusal with its own status is
 * an answer like any other: the browser's line about it is no complaint.
 */
export function listenForComplaints(context: BrowserContext, address: string): Complaints {
  const complaints: string[] = [];
  let faultsExpected = false;
  const origin = new URL(address).origin;
  const isOurs = (url: string) => new URL(url).origin === origin || /^(data|blob|about):/.test(url);

  context.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    complaints.push(`The console says: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`Nobody caught: ${String(error.error())}`));
  context.on('request', (request: Request) => {
    if (!isOurs(request.url())) complaints.push(`The page asks another host: ${request.url()}`);
  });
  context.on('response', (response: Response) => {
    const { status, type } = { status: response.status(), type: response.request().resourceType() };
    if (status === 500 || (status >= 400 && FILES.includes(type) && !faultsExpected))
      complaints.push(`${response.url()} was answered with ${status}`);
  });
  context.on('requestfailed', (request: Request) => {
    const why = request.failure()?.errorText ?? '';
    if (faultsExpected || why === 'net::ERR_ABORTED' || !FILES.includes(request.resourceType())) return;
    complaints.push(`${request.url()} could not be fetched: ${why}`);
  });
  return { list: () => complaints, expectFaults: () => (faultsExpected = true) };
}
