import { useQuery } from '@tanstack/react-query';
import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { query } from '../client/queries.js';
import { useAct } from '../client/use-act.js';
import { DraftNote } from '../features/drafts/draft-note.js';
import { useKeptForm } from '../features/drafts/use-kept-form.js';
import { numberOf } from '../features/objectives/number-of.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { toPremiumRun } from '../places.js';
import { announce } from '../ui/announcer.js';
import { Answered } from '../ui/answered.js';
import { Select, TextField } from '../ui/field.js';
import { Page } from '../ui/page.js';
import { SendBar } from '../ui/send-bar.js';
import { asDecimal } from '../words/as-decimal.js';

/** Computes how a fund is shared out. */
export function NewPremiumRunScreen() {
  const { t } = useTranslation();
  const plans = useQuery(query('plans', {}));
  return (
    <Page title={t('premium.new')} trail={[{ to: '/premiums', label: t('premium.title') }]}>
      <Answered asked={plans}>
        {(answer) => <NewRun plans={answer.plans.map(({ planId }) => planId).toReversed()} />}
      </Answered>
    </Page>
  );
}

interface Typed {
  readonly planId: string;
  readonly kind: 'areas' | 'segretario' | 'share';
  readonly shareId: string;
  readonly fund: string;
  readonly reserve: string;
}

function NewRun({ plans }: { readonly plans: readonly string[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const nameOf = useOfficeNames();
  const act = useAct('computePremium');
  const form = useKeptForm<Typed, typeof routes.computePremium.body>(
    'premium-run',
    routes.computePremium.body,
    { planId: plans[0] ?? '', kind: 'areas', shareId: '', fund: '', reserve: '' },
    ({ planId, kind, shareId, fund, reserve }) => ({
      planId,
      scope: kind === 'share' ? { kind, shareId } : { kind },
      fund: asDecimal(fund),
      reserve: reserve.trim() === '' ? undefined : asDecimal(reserve),
    }),
  );
  const [planId, kind] = form.watch(['planId', 'kind']);
  const objectives = useQuery(query('objectives', { query: { planId, limit: 500 } }));
  const funded = (objectives.data?.objectives ?? []).flatMap(({ objectiveId, title, shares }) =>
    shares.filter(({ weight }) => weight === null).map((share) => ({ objectiveId, title, share })),
  );
  const errors = form.formState.errors as Partial<Record<'planId' | 'scope' | 'fund' | 'reserve', object>>;
  const submit = form.handleSubmit(async (body) => {
    const answer = await act.send({ body });
    if (answer === null) return;
    form.sent();
    announce(t('premium.computed'));
    void navigate(toPremiumRun(answer.runId), { replace: true });
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <DraftNote form={form} />
      <Select label={t('premium.plan')} error={errors.planId && t('form.required')} {...form.register('planId')}>
        {plans.map((plan) => (
          <option key={plan} value={plan}>
            {plan}
          </option>
        ))}
      </Select>
      <Select label={t('premium.scope')} {...form.register('kind')}>
        {(['areas', 'segretario', 'share'] as const).map((each) => (
          <option key={each} value={each}>
            {t(`premium.scopes.${each}`)}
          </option>
        ))}
      </Select>
      {kind === 'share' && (
        <Select
          label={t('premium.share')}
          error={errors.scope && t('premium.shareMissing')}
          {...form.register('shareId')}
        >
          <option value="" />
          {funded.map(({ objectiveId, title, share }) => (
            <option key={share.shareId} value={share.shareId}>
              {numberOf(objectiveId)} {title}, {nameOf(share.areaId)}
            </option>
          ))}
        </Select>
      )}
      <TextField
        label={t('premium.fund')}
        hint={t('premium.fundHint')}
        inputMode="decimal"
        autoComplete="off"
        suffix="€"
        error={errors.fund && t('premium.fundInvalid')}
        {...form.register('fund')}
      />
      <TextField
        label={t('premium.reserve')}
        hint={t('premium.reserveHint')}
        optional
        inputMode="decimal"
        autoComplete="off"
        suffix="€"
        error={errors.reserve && t('premium.fundInvalid')}
        {...form.register('reserve')}
      />
      <SendBar label={t('premium.compute')} act={act} />
    </form>
  );
}
