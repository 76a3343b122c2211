import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';
import type { Share } from './offers.js';

type Step = NonNullable<Share['rendicontazione']>['chain']['steps'][number];

const askedAt = ({ office, offices }: Step) => (offices.length === 0 ? [office] : offices);

/** The steps of a report: done, whose turn it is, still to come; the points where it was sent back. */
export function ApprovalChain({ share }: { readonly share: Share }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const report = share.rendicontazione;
  if (report === null) return <p className="quiet">{t('share.chainNotBegun')}</p>;
  const returned = report.status === 'returned';
  return (
    <>
      {returned && (
        <div className="notice notice-waiting">
          <div>
            <p>
              <strong>{t('share.returnedPoints')}</strong>
              {report.returnBy !== null && ` ${t('approval.returnBy', { day: formats.longDay(report.returnBy) })}`}
            </p>
            <ul>
              {report.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <ol className="chain">
        {report.chain.steps.map((step, index) => {
          const done = report.status === 'approved' || (!returned && index < report.stepIndex);
          const now = report.status === 'open' && index === report.stepIndex;
          return (
            <li key={step.id} className={done ? 'done' : now ? 'now' : 'later'} aria-current={now ? 'step' : undefined}>
              <span className="chain-name">{step.name[formats.language]}</span>
              <span className="quiet">{askedAt(step).map(nameOf).join(', ')}</span>
              {done ? (
                <Tag tone="good">{t('share.stepDone')}</Tag>
              ) : now ? (
                <Tag tone="primary">
                  {t('share.stepNow', { office: nameOf(share.awaiting?.office ?? step.office) })}
                </Tag>
              ) : (
                <Tag>{t('share.stepLater')}</Tag>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
