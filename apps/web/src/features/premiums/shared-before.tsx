import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toPremiumRun } from '../../places.js';
import { useFormats } from '../../words/use-formats.js';
import type { Run } from './run.js';

/** That other runs had paid of the same scope: whoever checks and signs this one sees how much, and by which act. */
export function SharedBefore({ run: { fundSharedBefore } }: { readonly run: Pick<Run, 'fundSharedBefore'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (fundSharedBefore.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('premium.sharedBefore')}</h2>
      <p>{t('premium.sharedBeforeLead')}</p>
      <ul>
        {fundSharedBefore.map(({ runId, name, total, documents }) => (
          <li key={runId}>
            <Link to={toPremiumRun(runId)}>{name}</Link>: {formats.money(total)}
            {documents.length > 0 && ` (${t('premium.sharedByAct')})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
