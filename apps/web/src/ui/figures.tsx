import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Tone } from './tag.js';

/** A few numbers side by side. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className="figures">{children}</dl>;
}

/** One number with its name; a link where it leads to what it counts. */
export function Figure({ name, value, tone = 'plain', to }: FigureProps) {
  return (
    <div className={`figure-card tone-${tone}`}>
      <dt>{name}</dt>
      <dd>{to === undefined ? value : <Link to={to}>{value}</Link>}</dd>
    </div>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly tone?: Tone;
  readonly to?: string;
}
