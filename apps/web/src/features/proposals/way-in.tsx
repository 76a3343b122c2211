import { useTranslation } from 'react-i18next';
import type { Proposal } from './typed-proposal.js';

/** By which a proposal comes into the plan of its year, else why it does not. */
export function WayIn({ way, noWay }: Pick<Proposal, 'way' | 'noWay'>) {
  const { t } = useTranslation();
  const told = noWay?.detail ?? t(way === 'plan' ? 'proposal.byPlan' : 'proposal.byVariation');
  return <p className="notice">{told}</p>;
}
