import type { Page } from 'playwright-core';

/** What came over the line, as it came: compressed, with its headers. */
export interface Traffic {
  readonly requests: number;
  readonly bytes: Readonly<Record<Kind, number>>;
}

export type Kind = 'page' | 'script' | 'style' | 'font' | 'other';

/** Counts what a page fetches from now on, with nothing in its cache. */
export async function watchTraffic(page: Page): Promise<() => Traffic> {
  const kinds = new Map<string, Kind>();
  const bytes: Record<Kind, number> = { page: 0, script: 0, style: 0, font: 0, other: 0 };
  let requests = 0;
  const session = await page.context().newCDPSession(page);
  session.on('Network.responseReceived', ({ requestId, response }) => {
    requests += 1;
    kinds.set(requestId, kindOf(response.mimeType));
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId) ?? 'other'] += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  return () => ({ requests, bytes: { ...bytes } });
}

function kindOf(mediaType: string): Kind {
  if (mediaType.includes('javascript')) return 'script';
  if (mediaType === 'text/css') return 'style';
  if (mediaType === 'text/html') return 'page';
  return /font|woff/.test(mediaType) ? 'font' : 'other';
}
