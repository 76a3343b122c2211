import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { toObjective } from '../../places.js';
import { useFormats } from '../../words/use-formats.js';

export type Lint = Answer<'planLint'>;

/** What in a plan will make trouble, rule by rule, each with its place and the article. */
export function LintShown({ lint, planId }: LintShownProps) {
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
              .map(({ id, severity, objectiveId, place, message, basis }) => (
                <li key={id}>
                  {severity === 'warning' ? t('lint.warning') : t('lint.info')}
                  {place !== null && `, ${place}`}: {message}{' '}
                  {planId !== undefined && objectiveId !== null && (
                    <Link to={toObjective(`${planId}-${objectiveId}`)}>{objectiveId}</Link>
                  )}{' '}
                  <span className="quiet">{basis}</span>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

interface LintShownProps {
  readonly lint: Lint;
  /** Left out: its objectives have no page yet. */
  readonly planId?: string;
}
