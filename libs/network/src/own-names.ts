import { isIP } from 'node:net';
import type { Certificate } from './certificate.js';

/** Is this value of the header Host one of ours? */
export type NameCheck = (host: string | undefined) => boolean;

interface Known {
  readonly host: string;
  readonly url?: string;
  /** Asked each time: it may be renewed. */
  readonly certificate?: () => Certificate;
}

/**
 * Which names a request may call us by. A page of another name that has its name lead to this machine (DNS rebinding)
 * would otherwise count to the browser as the origin of what we answer. An address is no name: nobody can rebind it.
 */
export function ownNames({ host: own, url, certificate }: Known): NameCheck {
  const names = new Set(['localhost', own.toLowerCase(), ...(url === undefined ? [] : [new URL(url).hostname])]);
  return (host) => {
    if (host === undefined) return false;
    const name = host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
    const bare = name.replace(/^\[|\]$/g, '');
    return isIP(bare) !== 0 || names.has(name) || certificate?.().covers(name) === true;
  };
}
