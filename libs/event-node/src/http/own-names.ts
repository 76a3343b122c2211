import { isIP } from 'node:net';
import { isLoopback } from '../exposure.js';
import type { Address } from './one-port.js';

/** Is this value of the header Host a name of the node? */
export type NameCheck = (host: string | undefined) => boolean;

/**
 * Which names a request may call a node by that answers this machine alone, and anybody on it. A page of another name
 * that has its name lead here (DNS rebinding) would count to the browser as the origin of the answers. An address is no
 * name: nobody can rebind it. Where a certificate says who answers, or the network may ask, every name is good.
 */
export function ownNames({ host: own, certificate }: Address): NameCheck {
  if (certificate || !isLoopback(own)) return () => true;
  return (host = '') => {
    const name = host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
    return name === 'localhost' || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
  };
}
