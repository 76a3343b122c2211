import { useTranslation } from 'react-i18next';
import type { Reading } from './read-document.js';

interface Redraft {
  readonly year: string;
  /** The draft says the very same. */
  readonly same: boolean;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly withdrawn: readonly string[];
}

const NOTHING: Pick<Redraft, 'added' | 'changed' | 'withdrawn'> = { added: [], changed: [], withdrawn: [] };

/** What a document would do to the draft that is there; null: there is none, or it would be refused. */
export function redraftIn({ events, plan, refusal }: Pick<Reading, 'events' | 'plan' | 'refusal'>): Redraft | null {
  const year = String(plan.year ?? '');
  const redrafted = events?.find(({ type }) => type === 'plan.redrafted.v1');
  if (redrafted !== undefined) {
    const { added = [], changed = [], withdrawn = [] } = redrafted.data as Partial<typeof NOTHING>;
    return { year, same: false, added, changed, withdrawn };
  }
  return events?.length === 0 && refusal === null ? { year, same: true, ...NOTHING } : null;
}

/** Says that the draft is replaced, and by what; or that it is the same. */
export function Redrafting({ year, same, added, changed, withdrawn }: Redraft) {
  const { t } = useTranslation();
  if (same) return <p>{t('reading.redraftSame', { year })}</p>;
  const told = (ids: readonly string[]) => (ids.length === 0 ? '–' : ids.join(', '));
  return (
    <p>{t('reading.redraftText', { year, added: told(added), changed: told(changed), withdrawn: told(withdrawn) })}</p>
  );
}
