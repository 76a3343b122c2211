import type { ReactNode } from 'react';
import { onThePage } from '../client/on-the-page.js';
import { Icon } from './icon.js';

/** As the server tells it, in words. */
export interface Told {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

/** What a command brings with it, and hinders nothing. */
export function Warnings({
  warnings,
  children,
}: {
  readonly warnings: readonly Told[];
  readonly children?: ReactNode;
}) {
  return (
    <div role="status">
      {warnings.length > 0 && (
        <section className="notice notice-waiting">
          <Icon name="it-warning-circle" />
          <div>
            <ul>
              {warnings.map(({ title, detail }) => (
                <li key={`${title} ${detail}`}>
                  <strong>{title}.</strong> {onThePage(detail)}
                </li>
              ))}
            </ul>
            {children}
          </div>
        </section>
      )}
    </div>
  );
}
