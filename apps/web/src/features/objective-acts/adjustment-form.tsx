import { partsAdjusted, type PremiumEntry } from '#domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import type { PlannedEvent } from '../../client/use-rehearsal.js';
import { toPremiumRun } from '../../places.js';
import { announce } from '../../ui/announcer.js';
import { TextField } from '../../ui/field.js';
import { asDecimal } from '../../words/as-decimal.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { AdjustedParts } from '../premiums/adjusted-parts.js';
import type { ActProps } from './act-props.js';
import { PreviewedSend } from './previewed-send.js';
import { wrongAt } from './refused-at.js';
import { useShareForm } from './use-share-form.js';

/** What was paid before a reopening is evened out by a run of its own, which is proposed next: the page goes on there. */
export function AdjustmentForm(props: ActProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const navigate = useNavigate();
  const paid = props.share.moves.adjusting;
  const sending = useShareForm('adjustPremium', props, {
    blank: { amount: '' },
    toSent: ({ amount }) => ({ amount: asDecimal(amount) }),
    said: () => t('lifecycle.adjusted'),
    previewFirst: true,
    onAnswer: (answer) => {
      announce(t('lifecycle.adjusted'));
      if ('runId' in answer) void navigate(toPremiumRun(answer.runId), { replace: true });
    },
  });
  const { form } = sending;
  const runId = paid?.runId ?? '';
  const { data: run } = useQuery({ ...query('premiumRun', { params: { runId } }), enabled: runId !== '' });
  const partsOf = partsAgainst(run, props.share.shareId);
  return (
    <form className="panel" noValidate onSubmit={sending.onSubmit}>
      <DraftNote form={form} />
      {paid !== null && (
        <p>
          {t('lifecycle.adjustLead', { run: run?.name ?? runId, amount: formats.money(paid.amount) })}{' '}
          <Link to={toPremiumRun(runId)}>{run?.name ?? t('app.open')}</Link>
        </p>
      )}
      <TextField
        label={t('lifecycle.amount')}
        hint={t('lifecycle.amountHint')}
        inputMode="decimal"
        autoComplete="off"
        suffix="€"
        error={wrongAt(form.formState.errors.amount, t('lifecycle.amountMissing'))}
        {...form.register('amount')}
      />
      <PreviewedSend sending={sending} label={t('lifecycle.adjust')}>
        <AdjustedParts adjusts={{ offices: partsOf(sending.events), persons: [] }} />
      </PreviewedSend>
    </form>
  );
}

/** What each office would get more or give back, against the run that paid it. */
function partsAgainst(paid: Answer<'premiumRun'> | undefined, shareId: string) {
  return (events: readonly PlannedEvent[] | null) => {
    const was = paid?.entries.find((entry) => entry.shareId === shareId);
    // as the rules would write it
    const entries = events?.flatMap(({ data }) => (data['entries'] ?? []) as readonly PremiumEntry[]) ?? [];
    const now = entries.find((entry) => entry.shareId === shareId);
    return was === undefined || now === undefined ? [] : partsAdjusted(was, now);
  };
}
