import { useTranslation } from 'react-i18next';
import type { Proposal } from './typed-proposal.js';

/** Where a proposal can go when the plan of its year no longer waits for any. */
export function WayIn({ way }: Pick<Proposal, 'way'>) {
  const { t } = useTranslation();
  if (way === 'plan') return null;
  return <p className="notice">{t(way === null ? 'proposal.tooLate' : 'proposal.byVariation')}</p>;
}
