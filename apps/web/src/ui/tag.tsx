import { Badge } from 'design-react-kit';
import type { ReactNode } from 'react';

export type Tone = 'plain' | 'primary' | 'good' | 'attention' | 'bad';

/** A word that says how something stands. */
export function Tag({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <Badge color="" className={`tag tag-${tone}`}>
      {children}
    </Badge>
  );
}
