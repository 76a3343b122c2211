import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import { TargetShown } from '../indicators/target-shown.js';
import { dueDayOf } from '../objectives/due-day.js';
import { useOfficeNames } from '../offices/offices.js';
import type { Proposal } from './typed-proposal.js';
import { WayIn } from './way-in.js';

/** What is proposed: who takes part with which weight, what measures it, by when. */
export function ProposedShown({ proposed, standing, heading, children }: ProposedShownProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const { shares, indicators, deadlines, participants } = proposed;
  const named = ({ areaId, unit }: (typeof shares)[number]) => [nameOf(areaId), unit].filter(Boolean).join(', ');
  const concerned = (of: readonly string[]) =>
    of.length === shares.length
      ? ''
      : ` (${shares
          .filter(({ id }) => of.includes(id))
          .map(named)
          .join('; ')})`;
  return (
    <section className="panel">
      <h2>{heading ?? t('proposal.shown')}</h2>
      {children}
      {standing && <WayIn {...standing} />}
      <dl className="facts">
        {shares.map((share) => (
          <div key={share.id}>
            <dt>{named(share)}</dt>
            <dd>
              {share.weight !== null && `${t('share.weight')} ${formats.decimal(share.weight)}`}
              {share.funding !== null && ` ${t('share.funding')}: ${share.funding}`}
            </dd>
          </div>
        ))}
        {participants.length > 0 && (
          <div>
            <dt>{t('share.participants')}</dt>
            <dd>{participants.join(', ')}</dd>
          </div>
        )}
      </dl>
      <h3>{t('share.indicators')}</h3>
      <ul className="indicators">
        {indicators.map(({ id, text, target, shareIds }) => (
          <li key={id}>
            {text}
            {concerned(shareIds)}
            <TargetShown target={target} />
          </li>
        ))}
      </ul>
      <h3>{t('share.deadlines')}</h3>
      <ul>
        {deadlines.map((deadline) => {
          const on = dueDayOf(deadline);
          return (
            <li key={deadline.id}>
              {[on && formats.longDay(on), deadline.text].filter(Boolean).join(': ')}
              {concerned(deadline.shareIds)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface ProposedShownProps extends Pick<Proposal, 'proposed'> {
  readonly standing?: Pick<Proposal, 'way' | 'noWay' | 'variation'>;
  /** Where several are shown: which it is. */
  readonly heading?: string;
  /** What is said of it before. */
  readonly children?: ReactNode;
}
