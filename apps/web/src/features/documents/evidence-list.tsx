import type { Answer } from '../../client/ask.js';
import { routes } from '#contract';
import { addressOf } from '../../client/address.js';
import { Icon } from '../../ui/icon.js';

export type Evidence = Answer<'addDocument'>;

/** Documents offered as proof, each to download. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <ul className="evidence">
      {evidence.map(({ name, sha256, size }) => (
        <li key={`${sha256} ${name}`}>
          <a href={addressOf(routes.document.path, { sha256 }, { name })} download={name}>
            <Icon name="it-clip" size="xs" /> {name}
          </a>{' '}
          <span className="quiet">{sizeWords(size)}</span>
        </li>
      ))}
    </ul>
  );
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}
