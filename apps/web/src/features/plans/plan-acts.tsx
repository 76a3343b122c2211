import { routes } from '#contract';
import { isUnderWay } from '#domain';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useToday } from '../clock/use-now.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { numberOf } from '../objectives/number-of.js';
import { ActField } from '../objective-acts/act-field.js';
import { asAct, noAct, type TypedAct } from '../objective-acts/act-fields.js';
import { useMay } from '../session/session.js';
import { changesInWords } from '../variations/changes-in-words.js';
import { toObjective, toVariation } from '../../places.js';

interface PlanActProps {
  readonly plan: Answer<'plans'>['plans'][number];
}

/** The act that an approved plan waits for, where who is signed in may do it. */
export function PlanActs({ plan }: PlanActProps) {
  const may = useMay();
  if (plan.status === 'approved' && may('plan.enter-into-force')) return <EnterIntoForce plan={plan} />;
  if (plan.status !== 'in-force' || !may('plan.close')) return null;
  return (
    <ByAct key="close" plan={plan} name="closePlan">
      <StillOpen planId={plan.planId} />
      <StillVaried planId={plan.planId} />
    </ByAct>
  );
}

interface ByActProps extends PlanActProps {
  readonly name: 'approvePlan' | 'closePlan';
  /** What is to be known before. */
  readonly children?: ReactNode;
}

/** Approval or closure: both stand on an act. */
export function ByAct({ plan: { planId }, name, children }: ByActProps) {
  const { t } = useTranslation();
  const words = name === 'approvePlan' ? 'approve' : 'close';
  const act = useAct(name);
  const form = useKeptForm<{ readonly act: TypedAct }, typeof routes.approvePlan.body>(
    `plan-${words}/${planId}`,
    routes[name].body,
    { act: noAct },
    (typed) => ({ act: asAct(typed.act) }),
  );
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ params: { planId }, body })) === null) return;
    form.sent();
    announce(t(name === 'approvePlan' ? 'plan.approved' : 'plan.closed'));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t(`plan.${words}`)}</h2>
      <p>{t(`plan.${words}Lead`)}</p>
      {children}
      <DraftNote form={form} />
      <ActField form={form} kinds={[]} />
      <SendBar label={t(`plan.${words}`)} act={act} />
    </form>
  );
}

/** Objectives that hold the close off, which would be refused. */
function StillOpen({ planId }: { readonly planId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(query('objectives', { query: { planId, limit: 500 } }));
  const open = (data?.objectives ?? []).filter(({ status }) => status !== 'closed');
  if (open.length === 0) return null;
  return (
    <details className="notice">
      <summary>{t('plan.stillOpen', { count: open.length })}</summary>
      <ul>
        {open.map(({ objectiveId, title }) => (
          <li key={objectiveId}>
            <Link to={toObjective(objectiveId)}>{`${numberOf(objectiveId)} ${title}`}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Variations that hold the close off, which would be refused. */
function StillVaried({ planId }: { readonly planId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(query('variations', { query: { planId } }));
  const open = (data?.variations ?? []).filter(isUnderWay);
  if (open.length === 0) return null;
  return (
    <div className="notice">
      <p>{t('plan.stillVaried', { count: open.length })}</p>
      <ul>
        {open.map(({ variationId, changes }) => (
          <li key={variationId}>
            <Link to={toVariation(variationId)}>{variationId}</Link> {changesInWords(changes)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function EnterIntoForce({ plan: { planId, act: approvedBy } }: PlanActProps) {
  const { t } = useTranslation();
  const today = useToday();
  const act = useAct('enterIntoForce');
  const form = useKeptForm<{ readonly from: string }, typeof routes.enterIntoForce.body>(
    `plan-enter/${planId}`,
    routes.enterIntoForce.body,
    { from: approvedBy?.date ?? today ?? '' },
    (typed) => typed,
  );
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ params: { planId }, body })) === null) return;
    form.sent();
    announce(t('plan.entered'));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('plan.enter')}</h2>
      <p>{t('plan.enterLead')}</p>
      <DraftNote form={form} />
      <TextField
        label={t('plan.enterFrom')}
        type="date"
        error={form.formState.errors.from && t('form.date')}
        {...form.register('from')}
      />
      <SendBar label={t('plan.enter')} act={act} />
    </form>
  );
}
