import { subjectNames } from '#domain';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Icon } from '../../ui/icon.js';
import { useFormats } from '../../words/use-formats.js';
import { warnedAt } from './warned-at.js';

/** Where a version may leave somebody unable to go on, and what its file would say instead. */
export function VersionWarnings({ warnings, definition }: Pick<Answer<'workflow'>, 'warnings' | 'definition'>) {
  const { t } = useTranslation();
  const { language } = useFormats();
  if (warnings.length === 0) return null;
  return (
    <section className="notice notice-waiting">
      <Icon name="it-warning-circle" />
      <div>
        <h2>{t('workflow.warnings')}</h2>
        <p>{t('workflow.warningsLead')}</p>
        <ul>
          {warnings.map((warning) => {
            const at = warnedAt(warning, definition.chains);
            return (
              <li key={`${warning.code} ${warning.facts['path']} ${warning.title}`}>
                <strong>{at === null ? '' : `${subjectNames[at.subject][language]}: `}</strong>
                {warning.title}. <span className="quiet">{t('workflow.inFile', { remedy: warning.detail })}</span>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
