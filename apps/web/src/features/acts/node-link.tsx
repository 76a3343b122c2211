import { actInWords, idInWords } from '#contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toAct, toEvaluation, toObjective, toPlan, toPremiumRun, toVariation } from '../../places.js';
import { useFormats } from '../../words/use-formats.js';
import { actWords, type ActReference } from '../events/event-words.js';
import { numberOf } from '../objectives/number-of.js';

/** To what an act has to do with; what has no screen is told by its name. */
export function NodeLink({ kind, id, label = '', act = null }: NodeLinkProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  switch (kind) {
    case 'act':
      return (
        <Link to={toAct(id)}>
          {act === null ? (actInWords(id, language) ?? id) : actWords(act)}
          {label !== '' && ` – ${label}`}
        </Link>
      );
    case 'objective':
      return <Link to={toObjective(id)}>{[numberOf(id), label].filter(Boolean).join(' ')}</Link>;
    case 'plan':
      return <Link to={toPlan(id)}>{t('acts.plan', { id })}</Link>;
    case 'variation':
      return <Link to={toVariation(id)}>{t('acts.variation', { id })}</Link>;
    case 'premium':
      return <Link to={toPremiumRun(id)}>{t('acts.premiumRun', { id })}</Link>;
    case 'evaluation':
      return <Link to={toEvaluation(id)}>{t('evaluation.one')}</Link>;
    case 'organisation':
      return <Link to="/organisation">{t('acts.organisation')}</Link>;
    default:
      return <>{`${idInWords(kind)} ${id}`}</>;
  }
}

interface NodeLinkProps {
  readonly kind: string;
  readonly id: string;
  readonly label?: string;
  /** Of an act, as people cite it. */
  readonly act?: ActReference | null;
}
