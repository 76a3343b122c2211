import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { Select, TextArea, TextField } from '../../ui/field.js';
import { useFormats } from '../../words/use-formats.js';
import { numberOf } from '../objectives/number-of.js';
import { AddShareFields } from './add-share-fields.js';
import { IndicatorFields } from './indicator-fields.js';
import { NewObjectiveFields } from './new-objective-fields.js';
import { deadlineWords } from './deadline-words.js';
import type { ChangeProps, RequestKept } from './request-kept.js';
import { ProposedFields, type Bringing } from './proposed-fields.js';
import { CAUSES, KINDS, type Kind } from './typed-change.js';
import { WeightFields } from './weight-fields.js';

/** One thing that shall change: of which kind, of which objective, and how. */
export function ChangeFields({ planId, form, index, ...bringing }: ChangeFieldsProps) {
  const { t } = useTranslation();
  const plan = useQuery(query('plan', { params: { planId } })).data;
  const kind = form.watch(`changes.${index}.kind`);
  const objectiveId = form.watch(`changes.${index}.objective`);
  const objective = useQuery({
    ...query('objective', { params: { objectiveId } }),
    enabled: objectiveId !== '' && isOfPlan(kind),
  }).data;
  // what is sent is not called as what is typed: the paths of what is wrong are those of what is sent
  const wrong = form.formState.errors.changes?.[index] as object | undefined;
  const isWrong = (path: string) =>
    path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], wrong) !==
    undefined;
  // what moves weight is sent without its objective: the share that gives is missing then
  const givesOfNone = kind === 'move-weight' && objectiveId === '' && isWrong('from');
  const props = { form, index, isWrong };
  return (
    <>
      <Select
        label={t('variation.kind_')}
        {...form.register(`changes.${index}.kind`, {
          // what is chosen of the one list is not in the other
          onChange: (event: { readonly target: { readonly value: Kind } }) => {
            if (isOfPlan(event.target.value) !== isOfPlan(kind)) form.setValue(`changes.${index}.objective`, '');
          },
        })}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`variation.kind.${one}`)}
          </option>
        ))}
      </Select>
      {isOfPlan(kind) && (
        <Select
          // chosen before the list is known: it is shown as soon as it is
          key={plan === undefined ? 'unknown' : 'known'}
          label={t('variation.objective')}
          error={isWrong('objectiveId') || givesOfNone ? t('variation.objectiveMissing') : undefined}
          {...form.register(`changes.${index}.objective`, {
            // no share of another objective is in its list
            onChange: () => form.setValue(`changes.${index}.from`, ''),
          })}
        >
          <option value="">–</option>
          {objectivesOf(plan).map(({ objectiveId: id, title }) => (
            <option key={id} value={id}>
              {`${numberOf(id)} ${title}`.slice(0, 100)}
            </option>
          ))}
        </Select>
      )}
      {kind === 'add-objective' && plan !== undefined && (
        <NewObjectiveFields {...props} plan={plan} refusal={bringing.refusal} />
      )}
      {kind === 'add-proposal' && <ProposedFields {...props} {...bringing} planId={planId} />}
      {isOfPlan(kind) && objective !== undefined && <OfObjective {...props} objective={objective} />}
    </>
  );
}

function OfObjective({ objective, ...props }: ChangeProps & { readonly objective: Answer<'objective'> }) {
  const { t } = useTranslation();
  const { form, index, isWrong } = props;
  switch (form.watch(`changes.${index}.kind`)) {
    case 'move-deadline':
      return <DeadlineFields {...props} objective={objective} />;
    case 'change-indicator':
      return <IndicatorFields {...props} objective={objective} />;
    case 'move-weight':
      return <WeightFields {...props} objective={objective} />;
    case 'add-share':
      return <AddShareFields {...props} objective={objective} />;
    case 'remove-objective':
      return (
        <>
          <p>{t('variation.removeLead')}</p>
          <Select label={t('variation.cause_')} {...form.register(`changes.${index}.cause`)}>
            {CAUSES.map((cause) => (
              <option key={cause} value={cause}>
                {t(`variation.cause.${cause}`)}
              </option>
            ))}
          </Select>
          <TextArea
            label={t('variation.note')}
            error={isWrong('note') ? t('variation.missing.note') : undefined}
            {...form.register(`changes.${index}.note`)}
          />
          <Select label={t('variation.weightAfter')} {...form.register(`changes.${index}.weight`)}>
            <option value="neutralise">{t('variation.weightPolicy.neutralise')}</option>
            <option value="redistribute">{t('variation.weightPolicy.redistribute')}</option>
          </Select>
        </>
      );
    case 'add-objective':
    case 'add-proposal':
      return null;
  }
}

function DeadlineFields({
  objective,
  form,
  index,
  isWrong,
}: ChangeProps & { readonly objective: Answer<'objective'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      <Select
        label={t('variation.deadline')}
        error={isWrong('deadlineId') ? t('variation.missing.deadline') : undefined}
        {...form.register(`changes.${index}.deadlineId`)}
      >
        <option value="">–</option>
        {objective.deadlines.map((deadline) => (
          <option key={deadline.id} value={deadline.id}>
            {deadlineWords(deadline, formats.day)}
          </option>
        ))}
      </Select>
      <TextField
        type="date"
        label={t('variation.to')}
        error={isWrong('to') ? t('form.date') : undefined}
        {...form.register(`changes.${index}.to`)}
      />
    </>
  );
}

/** Whether it changes what the plan has already. */
function isOfPlan(kind: Kind): boolean {
  return kind !== 'add-objective' && kind !== 'add-proposal';
}

function objectivesOf(plan: Answer<'plan'> | undefined) {
  return (plan?.missions ?? []).flatMap(({ strategicObjectives }) =>
    strategicObjectives.flatMap(({ objectives }) => objectives),
  );
}

interface ChangeFieldsProps extends Bringing {
  readonly planId: string;
  readonly form: RequestKept;
  readonly index: number;
}
