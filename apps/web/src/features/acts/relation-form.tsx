import { routes } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../client/queries.js';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Select } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { asAct, noAct, type TypedAct } from '../objective-acts/act-fields.js';
import { ActField } from '../objective-acts/act-field.js';
import { numberOf } from '../objectives/number-of.js';

const relations = routes.relateAct.body.shape.relation.options;

const what = ['act', 'plan', 'objective'] as const;

interface Typed {
  readonly relation: (typeof relations)[number];
  readonly what: (typeof what)[number];
  readonly act: TypedAct;
  readonly planId: string;
  readonly objectiveId: string;
}

const blank: Typed = { relation: 'amends', what: 'act', act: noAct, planId: '', objectiveId: '' };

/** Says what an act has to do with: another act that it amends, repeals or carries out, the plan or objective it is about. */
export function RelationForm({ actId }: { readonly actId: string }) {
  const { t } = useTranslation();
  const act = useAct('relateAct');
  const form = useKeptForm<Typed, typeof routes.relateAct.body>(
    `act-relation/${actId}`,
    routes.relateAct.body,
    blank,
    ({ relation, ...typed }) => ({ relation, to: targetOf(typed) }),
  );
  const about = form.watch('what');
  const wrong = (form.formState.errors as Readonly<Record<string, unknown>>)['to'] !== undefined;
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ params: { actId }, body })) === null) return;
    form.reset(blank);
    form.sent();
    announce(t('acts.related'));
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>{t('acts.relateLead')}</p>
      <DraftNote form={form} />
      <div className="side-by-side">
        <Select label={t('acts.thisAct')} {...form.register('relation')}>
          {relations.map((relation) => (
            <option key={relation} value={relation}>
              {t(`acts.relations.${relation}`)}
            </option>
          ))}
        </Select>
        <Select label={t('acts.what')} {...form.register('what')}>
          {what.map((one) => (
            <option key={one} value={one}>
              {t(`acts.whats.${one}`)}
            </option>
          ))}
        </Select>
      </div>
      {about === 'act' && <ActField form={form} kinds={[]} />}
      {about === 'plan' && <PlanField field={form.register('planId')} />}
      {about === 'objective' && <ObjectiveField field={form.register('objectiveId')} />}
      {wrong && (
        <p className="field-error" role="alert">
          {t('acts.targetMissing')}
        </p>
      )}
      <SendBar label={t('acts.relate')} act={act} />
    </form>
  );
}

/** Null where nothing was chosen: the contract refuses it. */
function targetOf({ what: kind, act, planId, objectiveId }: Omit<Typed, 'relation'>) {
  switch (kind) {
    case 'act': {
      const chosen = asAct(act);
      return chosen === null ? null : { act: chosen };
    }
    case 'plan':
      return planId === '' ? null : { planId };
    case 'objective':
      return objectiveId === '' ? null : { objectiveId };
  }
}

type Field = Parameters<typeof Select>[0];

/** Drawn anew when the list is known: what a draft chose is shown then. */
function PlanField({ field }: { readonly field: Omit<Field, 'label'> }) {
  const { t } = useTranslation();
  const plans = useQuery(query('plans', {})).data?.plans;
  return (
    <Select key={String(plans === undefined)} label={t('acts.whats.plan')} {...field}>
      <option value="">{t('acts.choosePlan')}</option>
      {(plans ?? []).map(({ planId, title }) => (
        <option key={planId} value={planId}>
          {title}
        </option>
      ))}
    </Select>
  );
}

function ObjectiveField({ field }: { readonly field: Omit<Field, 'label'> }) {
  const { t } = useTranslation();
  const objectives = useQuery(query('objectives', { query: { limit: 500 } })).data?.objectives;
  return (
    <Select key={String(objectives === undefined)} label={t('acts.whats.objective')} {...field}>
      <option value="">{t('acts.chooseObjective')}</option>
      {(objectives ?? []).map(({ objectiveId, title }) => (
        <option key={objectiveId} value={objectiveId}>
          {numberOf(objectiveId)} {title}
        </option>
      ))}
    </Select>
  );
}
