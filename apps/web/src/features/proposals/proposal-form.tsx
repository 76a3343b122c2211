import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { TextArea, TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { warn } from '../../ui/warned.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { numberOf } from '../objectives/number-of.js';
import { DeadlineParts } from './deadline-parts.js';
import { IndicatorParts } from './indicator-parts.js';
import { ShareParts } from './share-parts.js';
import { asProposal, typedOf, type Proposal, type TypedProposal } from './typed-proposal.js';

/** The proposal as it was handed in last, to be mended and handed in again. */
export function ProposalForm({ proposal, onDone }: ProposalFormProps) {
  const { t } = useTranslation();
  const { typed } = useFormats();
  const act = useAct('proposeObjective');
  const { objectiveId, number, proposed } = proposal;
  const form = useKeptForm<TypedProposal, typeof routes.proposeObjective.body>(
    // how often it was handed in: a draft of the time before is none of this one
    `proposal/${objectiveId}/${number}`,
    routes.proposeObjective.body,
    typedOf(proposed, typed),
    (values) => asProposal(values, proposed, numberOf(objectiveId)),
  );
  const { errors } = form.formState;
  const isWrong = (path: string) =>
    path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], errors) !==
    undefined;
  const submit = form.handleSubmit(async (body) => {
    const answer = await act.send({ params: { objectiveId }, body });
    if (answer === null) return;
    warn(answer.warnings);
    form.sent();
    onDone();
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <DraftNote form={form} />
      <TextField
        label={t('variation.objectiveTitle')}
        error={isWrong('title') ? t('form.required') : undefined}
        {...form.register('title')}
      />
      <ShareParts form={form} isWrong={isWrong} />
      <IndicatorParts form={form} isWrong={isWrong} />
      <DeadlineParts form={form} isWrong={isWrong} proposed={proposed} />
      <TextArea
        rows={2}
        label={t('share.participants')}
        hint={t('proposal.oneALine')}
        optional
        {...form.register('participants')}
      />
      <TextField
        type="date"
        label={t('share.endOfPlan')}
        error={isWrong('horizon') ? t('form.date') : undefined}
        {...form.register('horizon')}
      />
      {Object.keys(errors).length > 0 && (
        <p className="field-error" role="alert">
          {t('form.fixErrors')}
        </p>
      )}
      <SendBar label={t('proposal.again')} act={act} />
    </form>
  );
}

interface ProposalFormProps {
  readonly proposal: Proposal;
  readonly onDone: () => void;
}
