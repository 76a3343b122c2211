import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useFormats } from '../../words/use-formats.js';

export type Lint = Answer<'planLint'>;

/** What in a plan will make trouble, rule by rule, each with its place and the article. */
export function LintShown({ lint }: { readonly lint: Lint }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { findings, totals, points } = lint;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return (
    <section className="panel">
      <h2>{t('lint.title')}</h2>
      <p>{warnings === 0 ? t('lint.none') : t('lint.lead', { count: warnings })}</p>
      {totals.map(({ rule, name, count, points: sum }) => (
        <details key={rule}>
          <summary>
            {name}: {count}
            {sum !== null && ` (${t('lint.points', { points: formats.decimal(sum), of: formats.decimal(points) })})`}
          </summary>
          <ul>
            {findings
              .filter((finding) => finding.rule === rule)
              .map(({ id, severity, place, message, basis }) => (
                <li key={id}>
                  {severity === 'warning' ? t('lint.warning') : t('lint.info')}
                  {place !== null && `, ${place}`}: {message} <span className="quiet">{basis}</span>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
