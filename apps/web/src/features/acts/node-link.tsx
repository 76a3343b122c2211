import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toAct, toObjective, toPlan } from '../../places.js';
import { numberOf } from '../objectives/number-of.js';

/** To what an act has to do with; what has no screen is told by its name. */
export function NodeLink({ kind, id, label = '' }: NodeLinkProps) {
  const { t } = useTranslation();
  switch (kind) {
    case 'act':
      return (
        <Link to={toAct(id)}>
          {id} {label}
        </Link>
      );
    case 'objective':
      return (
        <Link to={toObjective(id)}>
          {numberOf(id)} {label}
        </Link>
      );
    case 'plan':
      return <Link to={toPlan(id)}>{t('acts.plan', { id })}</Link>;
    default:
      return <>{id}</>;
  }
}

interface NodeLinkProps {
  readonly kind: string;
  readonly id: string;
  readonly label?: string;
}
