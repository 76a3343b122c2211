import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../client/queries.js';
import { useMay } from '../session/session.js';
import { useFormats } from '../../words/use-formats.js';
import type { Approval } from './approval-of.js';

/** By which workflow an approval goes, as people call it; whoever audits sees under which id the log has it. */
export function WorkflowFollowed({ workflow }: { readonly workflow: NonNullable<Approval['workflow']> }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const may = useMay();
  const published = useQuery(query('workflows', {}));
  const { id, version } = workflow;
  const name = published.data?.workflows.find((one) => one.id === id && one.version === version)?.name[language];
  if (published.isPending) return null;
  return (
    <>
      {t('approval.version', { name: name ?? id, version: String(version) })}
      {name !== undefined && may('audit-trail.read') && (
        <>
          {' '}
          <code>{id}</code>
        </>
      )}
    </>
  );
}
