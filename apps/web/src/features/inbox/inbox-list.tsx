import type { ReactNode } from 'react';

/** A group of what waits: its name, how many there are, and a line for each. */
export function InboxList({ name, count, children, below }: InboxListProps) {
  return (
    <section className="panel inbox-group">
      <h2>
        {name} <span className="count">{count}</span>
      </h2>
      <ul className="inbox-items">{children}</ul>
      {below}
    </section>
  );
}

interface InboxListProps {
  readonly name: string;
  readonly count: number;
  /** The lines. */
  readonly children: ReactNode;
  /** What can be done with them together. */
  readonly below?: ReactNode;
}
