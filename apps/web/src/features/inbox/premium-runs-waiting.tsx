import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { toPremiumRun } from '../../places.js';
import { useFormats } from '../../words/use-formats.js';
import { DueTag } from './due-tag.js';
import { InboxList } from './inbox-list.js';

type Inbox = Answer<'inbox'>;

/** Runs of premiums, each with what is to be done about it; of one that came back also by when. */
export function PremiumRunsWaiting({ premiumRuns, returned }: Pick<Inbox, 'premiumRuns' | 'returned'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <InboxList name={t('inbox.premiumRuns')} count={premiumRuns.length}>
      {premiumRuns.map(({ runId, fund, total, nextAct, status, approvalId }) => {
        const words = t('inbox.premiumRun', { fund: formats.money(fund), total: formats.money(total) });
        const back = status === 'returned' ? returned.find((one) => one.approvalId === approvalId) : undefined;
        return (
          <li key={runId}>
            <div className="inbox-words">
              <p className="inbox-title">{t(`inbox.run.${nextAct ?? 'liquidate'}`)}</p>
              <p className="quiet">{words}</p>
              {back?.returnBy != null && (
                <p className="inbox-tags">
                  <DueTag day={back.returnBy} past={back.integration?.overdue ?? false} />
                </p>
              )}
            </div>
            <div className="inbox-act">
              <Link
                to={toPremiumRun(runId)}
                className="btn btn-primary btn-xs"
                aria-label={`${t('app.open')}: ${words}`}
              >
                {t('app.open')}
              </Link>
            </div>
          </li>
        );
      })}
    </InboxList>
  );
}
