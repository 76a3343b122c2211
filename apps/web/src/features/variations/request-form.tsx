import { routes } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { useAct } from '../../client/use-act.js';
import { Select, TextArea, TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm, type KeptForm } from '../drafts/use-kept-form.js';
import { useOfficeNames } from '../offices/offices.js';
import { asChange, CAUSES, KINDS, type TypedChange } from './typed-change.js';

type Objective = Answer<'objective'>;

interface Typed {
  readonly reason: string;
  readonly change: TypedChange;
}

type Form = KeptForm<Typed, (typeof routes.requestVariation.body)['_output']>;

/** What shall change of an objective, and why. */
export function RequestForm({ objective, onDone }: RequestFormProps) {
  const { t } = useTranslation();
  const act = useAct('requestVariation');
  const { objectiveId, planId, deadlines, indicators, shares } = objective;
  const number = objectiveId.slice(planId.length + 1);
  const [share] = shares;
  const blank: Typed = {
    reason: '',
    change: {
      kind: 'move-deadline',
      deadlineId: deadlines[0]?.id ?? '',
      to: '',
      indicatorId: indicators[0]?.id ?? '',
      text: '',
      from: share?.shareId ?? '',
      toShare: '',
      points: '',
      cause: CAUSES[0],
      note: '',
    },
  };
  const targetOf = (id: string) => indicators.find((indicator) => indicator.id === id)?.target ?? null;
  const form = useKeptForm<Typed, typeof routes.requestVariation.body>(
    `variation/${objectiveId}`,
    routes.requestVariation.body,
    blank,
    ({ reason, change }) => ({ planId, reason, changes: [asChange(change, { number, targetOf })] }),
  );
  const submit = form.handleSubmit(async (body) => {
    const answer = await act.send({ body });
    if (answer === null) return;
    form.sent();
    onDone(answer.variationId);
  });
  const incomplete = Object.keys(form.formState.errors).length > 0;
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <DraftNote form={form} />
      <Select label={t('variation.kind_')} {...form.register('change.kind')}>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`variation.kind.${kind}`)}
          </option>
        ))}
      </Select>
      <ChangeFields objective={objective} form={form} />
      <TextArea label={t('variation.reason')} hint={t('variation.reasonHint')} {...form.register('reason')} />
      {incomplete && (
        <p className="field-error" role="alert">
          {t('variation.incomplete')}
        </p>
      )}
      <SendBar label={t('variation.ask')} act={act} />
    </form>
  );
}

function ChangeFields({ objective, form }: { readonly objective: Objective; readonly form: Form }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const kind = form.watch('change.kind');
  const { deadlines, indicators, shares } = objective;
  switch (kind) {
    case 'move-deadline':
      return (
        <>
          <Select label={t('variation.deadline')} {...form.register('change.deadlineId')}>
            {deadlines.map((deadline) => (
              <option key={deadline.id} value={deadline.id}>
                {'on' in deadline ? formats.day(deadline.on) : deadline.text || deadline.id}
              </option>
            ))}
          </Select>
          <TextField type="date" label={t('variation.to')} {...form.register('change.to')} />
        </>
      );
    case 'change-indicator':
      return (
        <>
          <Select label={t('variation.indicator')} {...form.register('change.indicatorId')}>
            {indicators.map(({ id, text }) => (
              <option key={id} value={id}>
                {text.slice(0, 120)}
              </option>
            ))}
          </Select>
          <TextArea label={t('variation.newText')} {...form.register('change.text')} />
        </>
      );
    case 'move-weight':
      return <WeightFields planId={objective.planId} shares={shares} form={form} />;
    case 'remove-objective':
      return (
        <>
          <p>{t('variation.removeLead')}</p>
          <Select label={t('variation.cause_')} {...form.register('change.cause')}>
            {CAUSES.map((cause) => (
              <option key={cause} value={cause}>
                {t(`variation.cause.${cause}`)}
              </option>
            ))}
          </Select>
          <TextArea label={t('variation.note')} {...form.register('change.note')} />
        </>
      );
  }
}

/** Weight may go to any share of the plan. */
function WeightFields({ planId, shares, form }: WeightFieldsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const plan = useQuery(query('plan', { params: { planId } }));
  const all = (plan.data?.missions ?? []).flatMap(({ strategicObjectives }) =>
    strategicObjectives.flatMap(({ objectives }) =>
      objectives.flatMap(({ title, shares: own }) => own.map((share) => ({ ...share, title }))),
    ),
  );
  const named = ({ areaId, unit, weight }: Objective['shares'][number] | (typeof all)[number]) =>
    [nameOf(areaId), unit, formats.decimal(weight)].filter(Boolean).join(', ');
  return (
    <>
      <Select label={t('variation.from')} {...form.register('change.from')}>
        {shares
          .filter(({ weight }) => weight !== null)
          .map((share) => (
            <option key={share.shareId} value={share.shareId}>
              {named(share)}
            </option>
          ))}
      </Select>
      <Select label={t('variation.toShare')} {...form.register('change.toShare')}>
        <option value="">{t('variation.choose')}</option>
        {all
          .filter(({ weight }) => weight !== null)
          .map((share) => (
            <option key={share.shareId} value={share.shareId}>
              {`${share.title}: ${named(share)}`.slice(0, 120)}
            </option>
          ))}
      </Select>
      <TextField inputMode="decimal" label={t('variation.points')} {...form.register('change.points')} />
    </>
  );
}

interface WeightFieldsProps {
  readonly planId: string;
  readonly shares: Objective['shares'];
  readonly form: Form;
}

interface RequestFormProps {
  readonly objective: Objective;
  readonly onDone: (variationId: string) => void;
}
