import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../client/queries.js';
import { AdministrationPage } from '../../features/accounts/administration-page.js';
import { SystemShown } from '../../features/system/system-shown.js';
import { Answered } from '../../ui/answered.js';
import { useFormats } from '../../words/use-formats.js';

const AGAIN_MS = 30_000;

export function SystemScreen() {
  const { t } = useTranslation();
  const formats = useFormats();
  const asked = useQuery({ ...query('systemStatus', {}), refetchInterval: AGAIN_MS });
  return (
    <AdministrationPage title={t('system.title')} lead={t('system.lead')}>
      <Answered asked={asked}>{(status) => <SystemShown status={status} now={asked.dataUpdatedAt} />}</Answered>
      {asked.dataUpdatedAt > 0 && (
        <p className="quiet">
          {t('system.asOf', { when: formats.instant(new Date(asked.dataUpdatedAt).toISOString()) })}
        </p>
      )}
    </AdministrationPage>
  );
}
