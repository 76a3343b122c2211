import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { asDecimal } from '../../words/as-decimal.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import type { Run } from './run.js';

/** Computes a run anew that came back, or for which nothing was certified, with the fund. */
export function RecomputationForm({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const act = useAct('computePremium');
  const { runId, planId, scope } = run;
  const form = useKeptForm<{ readonly fund: string; readonly reserve: string }, typeof routes.computePremium.body>(
    `premium-recomputation/${runId}`,
    routes.computePremium.body,
    { fund: formats.amount(run.fund), reserve: formats.amount(run.reserve) },
    ({ fund, reserve }) => ({
      planId,
      runId,
      scope,
      fund: asDecimal(fund),
      reserve: reserve.trim() === '' ? undefined : asDecimal(reserve),
    }),
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ body })) === null) return;
    form.sent();
    announce(t('premium.computed'));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('premium.recompute')}</h2>
      <DraftNote form={form} />
      <TextField
        label={t('premium.fund')}
        hint={t('premium.fundHint')}
        inputMode="decimal"
        suffix="€"
        error={errors.fund && t('premium.fundInvalid')}
        {...form.register('fund')}
      />
      <TextField
        label={t('premium.reserve')}
        hint={t('premium.reserveHint')}
        optional
        inputMode="decimal"
        suffix="€"
        error={errors.reserve && t('premium.fundInvalid')}
        {...form.register('reserve')}
      />
      <SendBar label={t('premium.recompute')} act={act} />
    </form>
  );
}
