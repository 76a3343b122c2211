import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { TextArea, TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { asDecimal } from '../../words/as-decimal.js';
import { useFormats } from '../../words/use-formats.js';
import { EvidenceList } from '../documents/evidence-list.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { Indicators } from '../objectives/indicators.js';
import type { ActProps } from './act-props.js';

interface Typed {
  readonly degree: string;
  readonly reason: string;
}

/** The degree that counts; another than the one that was approved needs a reason. */
export function ScoreForm({ objective, share, onDone }: ActProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const act = useAct('score');
  const { objectiveId, title } = objective;
  const { shareId, selfDegree, rendicontazione } = share;
  const approved = rendicontazione?.degree ?? selfDegree;
  const form = useKeptForm<Typed, typeof routes.score.body>(
    `score/${objectiveId}/${shareId}`,
    routes.score.body,
    { degree: formats.typed(approved), reason: '' },
    ({ degree, reason }) => ({ degree: asDecimal(degree), reason }),
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    if (body.reason.trim() === '' && Number(body.degree) !== Number(approved)) {
      form.setError('reason', { type: 'required' }, { shouldFocus: true });
      return;
    }
    if ((await act.send({ params: { objectiveId, shareId }, body })) === null) return;
    form.sent();
    onDone(t('act.scoreDone', { title }));
  });
  return (
    <>
      <section className="panel">
        <h2>{t('share.rendicontazione')}</h2>
        <Indicators objective={objective} share={share} />
        {rendicontazione !== null && (
          <>
            <p className="report-note">{rendicontazione.note}</p>
            <EvidenceList evidence={rendicontazione.evidence} />
          </>
        )}
      </section>
      <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
        <DraftNote form={form} />
        <TextField
          label={t('act.degree')}
          hint={t('act.degreeHint', { degree: formats.percent(approved) })}
          inputMode="decimal"
          autoComplete="off"
          suffix="%"
          error={errors.degree && t('form.percent')}
          {...form.register('degree')}
        />
        <TextArea
          label={t('act.degreeReason')}
          optional
          error={errors.reason && t('act.reasonNeeded')}
          {...form.register('reason')}
        />
        <SendBar label={t('act.score')} act={act} />
      </form>
    </>
  );
}
