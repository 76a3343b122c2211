import { useTranslation } from 'react-i18next';
import { Select, TextArea, TextField } from '../../ui/field.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { asAct, noAct } from './act-fields.js';
import { useActKinds } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { ByActFields } from './by-act-fields.js';
import { PreviewedSend } from './previewed-send.js';
import { wrongAt } from './refused-at.js';
import { useShareForm } from './use-share-form.js';

const causes = ['third-party', 'upstream-area', 'resources', 'change-of-law', 'force-majeure'] as const;

/** Stralcio: cause, the Nucleo's opinion, the act, what becomes of the weight; looked at before it is sent. */
export function RemovalForm(props: ActProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const kinds = useActKinds(props.objective, 'remove');
  const { share } = props;
  const sending = useShareForm('removeShare', props, {
    blank: {
      cause: '',
      note: '',
      opinion: { favourable: 'yes', on: '', note: '', document: { kind: 'verbale', number: '' }, against: '' },
      act: noAct,
      // money of its own is no weight that others could bear
      weight: share.weight === null ? 'neutralise' : 'redistribute',
      occurredOn: '',
    },
    toSent: ({ cause, note, opinion, act, weight }) => ({
      cause,
      note,
      opinion: asOpinion(opinion),
      act: asAct(act),
      weight,
    }),
    said: () => t('lifecycle.removed'),
    previewFirst: true,
  });
  const { form } = sending;
  const { errors } = form.formState;
  return (
    <form className="panel" noValidate onSubmit={sending.onSubmit}>
      <DraftNote form={form} />
      <p>{t('lifecycle.removeLead')}</p>
      <Select
        label={t('lifecycle.cause')}
        error={wrongAt(errors.cause, t('lifecycle.causeMissing'))}
        {...form.register('cause')}
      >
        <option value="">{t('lifecycle.chooseCause')}</option>
        {causes.map((cause) => (
          <option key={cause} value={cause}>
            {t(`variation.cause.${cause}`)}
          </option>
        ))}
      </Select>
      <TextArea
        label={t('lifecycle.happened')}
        hint={t('lifecycle.whoReads')}
        rows={3}
        error={wrongAt(errors.note, t('form.required'))}
        {...form.register('note')}
      />
      <fieldset className="form-part">
        <legend>{t('lifecycle.opinion')}</legend>
        <div className="side-by-side">
          <Select label={t('lifecycle.favourable')} {...form.register('opinion.favourable')}>
            <option value="yes">{t('lifecycle.yes')}</option>
            <option value="no">{t('lifecycle.no')}</option>
          </Select>
          <TextField
            label={t('lifecycle.opinionOn')}
            type="date"
            error={wrongAt(errors.opinion?.on, t('form.date'))}
            {...form.register('opinion.on')}
          />
        </div>
        <div className="side-by-side">
          <TextField
            label={t('lifecycle.opinionKind')}
            error={wrongAt(errors.opinion?.document?.kind, t('form.required'))}
            {...form.register('opinion.document.kind')}
          />
          <TextField
            label={t('lifecycle.opinionNumber')}
            hint={t('lifecycle.opinionDocument')}
            error={wrongAt(errors.opinion?.document?.number, t('form.required'))}
            {...form.register('opinion.document.number')}
          />
        </div>
        <TextArea
          label={t('lifecycle.opinionNote')}
          rows={2}
          error={wrongAt(errors.opinion?.note, t('form.required'))}
          {...form.register('opinion.note')}
        />
        {form.watch('opinion.favourable') === 'no' && (
          <TextArea
            label={t('lifecycle.against')}
            rows={2}
            error={wrongAt(errors.opinion?.against, t('form.required'))}
            {...form.register('opinion.against')}
          />
        )}
      </fieldset>
      {share.weight !== null && (
        <Select label={t('lifecycle.weight', { weight: formats.decimal(share.weight) })} {...form.register('weight')}>
          {(['redistribute', 'neutralise'] as const).map((policy) => (
            <option key={policy} value={policy}>
              {t(`lifecycle.weightPolicy.${policy}`)}
            </option>
          ))}
        </Select>
      )}
      <ByActFields form={form} kinds={kinds} />
      <PreviewedSend sending={sending} label={t('lifecycle.remove')} tone="danger" />
    </form>
  );
}

interface TypedOpinion {
  readonly favourable: string;
  readonly on: string;
  readonly note: string;
  /** Absent in drafts of earlier releases. */
  readonly document?: { readonly kind: string; readonly number: string };
  readonly against: string;
}

/** The opinion is of the day of the document in which it stands. */
function asOpinion({
  favourable,
  on,
  note,
  document: { kind, number } = { kind: '', number: '' },
  against,
}: TypedOpinion) {
  const isFavourable = favourable === 'yes';
  const document = { kind: kind.trim(), number: number.trim(), date: on };
  return { favourable: isFavourable, on, note, document, ...(!isFavourable && { against }) };
}
