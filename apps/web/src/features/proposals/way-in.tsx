import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { onThePage } from '../../client/on-the-page.js';
import { toVariation } from '../../places.js';
import type { Proposal } from './typed-proposal.js';

/** By which a proposal comes into the plan of its year, else why it does not; a variation that brings it in is named. */
export function WayIn({ way, noWay, variation }: Pick<Proposal, 'way' | 'noWay' | 'variation'>) {
  const { t } = useTranslation();
  if (variation !== null) {
    return (
      <p className="notice">
        {t('proposal.onItsWay')}{' '}
        <Link to={toVariation(variation)}>
          {t('variation.one')} {variation}
        </Link>
      </p>
    );
  }
  const told = noWay ? onThePage(noWay.detail) : t(way === 'plan' ? 'proposal.byPlan' : 'proposal.byVariation');
  return <p className="notice">{told}</p>;
}
