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
  const difference = (amount: string) =>
    t(amount.startsWith('-') ? 'inbox.toRecover' : 'inbox.toPayMore', {
      amount: formats.money(amount.replace('-', '')),
    });
  return (
    <InboxList name={t('inbox.premiumRuns')} count={premiumRuns.length}>
      {premiumRuns.map(({ runId, name, fund, total, adjusts, nextAct, status, approvalId }) => {
        const back = status === 'returned' ? returned.find((one) => one.approvalId === approvalId) : undefined;
        return (
          <li key={runId}>
            <div className="inbox-words">
              <p className="inbox-title">
                <Link to={toPremiumRun(runId)}>{name}</Link>
              </p>
              <p className="quiet">
                {t(`inbox.run.${nextAct ?? 'liquidate'}`)} ·{' '}
                {adjusts === null
                  ? t('inbox.premiumRun', { fund: formats.money(fund), total: formats.money(total) })
                  : difference(adjusts.difference)}
              </p>
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
                aria-label={`${t('app.open')}: ${name}`}
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
