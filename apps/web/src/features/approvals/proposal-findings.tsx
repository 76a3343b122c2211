import { shareInWords } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { useFormats } from '../../words/use-formats.js';

type Proposal = Answer<'proposals'>['proposals'][number];

/** The proposal that an approval is of; undefined where it is of something else. */
export function useProposal({ subject, streamId }: { readonly subject: string; readonly streamId: string }) {
  const asked = useQuery({ ...query('proposals', { query: {} }), enabled: subject === 'objective' });
  return asked.data?.proposals.find(({ objectiveId }) => objectiveId === streamId);
}

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
