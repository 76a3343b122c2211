import { shareInWords } from '#contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import type { Proposal } from '../proposals/typed-proposal.js';

/** What the lint found on a proposal; who agrees says why it is accepted. */
export function ProposalFindings({ proposal: { findings, waiver } }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  if (findings.length === 0) return null;
  return (
    <div className="notice notice-waiting">
      <div>
        <p>{t('approval.findings')}</p>
        <ul>
          {findings.map(({ code, name, where }) => (
            <li key={`${code} ${where}`}>
              {name[language]}:{' '}
              {where
                .split(' ')
                .map((share) => shareInWords(share))
                .join(', ')}
            </li>
          ))}
        </ul>
        {waiver !== null && <p>{t('approval.waived', { why: waiver })}</p>}
      </div>
    </div>
  );
}
