import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { TextArea, TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import type { ActProps } from './act-props.js';

interface Typed {
  readonly points: string;
  readonly returnBy: string;
}

/** Sends a report back, with what is asked for, one point a line, and by when. */
export function ReturnForm({ objective, share, step, onCancel, onDone }: ReturnFormProps) {
  const { t } = useTranslation();
  const act = useAct('returnRendicontazione');
  const { objectiveId, title } = objective;
  const { shareId } = share;
  const form = useKeptForm<Typed, typeof routes.returnRendicontazione.body>(
    `return/${objectiveId}/${shareId}/${step}`,
    routes.returnRendicontazione.body,
    { points: '', returnBy: '' },
    ({ points, returnBy }) => ({
      step,
      returnBy: returnBy === '' ? null : returnBy,
      points: points
        .split('\n')
        .map((point) => point.trim())
        .filter((point) => point !== ''),
    }),
  );
  const submit = form.handleSubmit(async (body) => {
    if (body.points.length === 0) {
      form.setError('points', { type: 'required' }, { shouldFocus: true });
      return;
    }
    if ((await act.send({ params: { objectiveId, shareId }, body })) === null) return;
    form.sent();
    onDone(t('act.returnDone', { title }));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('act.returnTitle')}</h2>
      <DraftNote form={form} />
      <TextArea
        autoFocus
        label={t('act.returnPoints')}
        hint={t('act.returnLead')}
        error={form.formState.errors.points && t('act.pointsMissing')}
        {...form.register('points')}
      />
      <TextField
        label={t('approval.returnByField')}
        type="date"
        optional
        error={form.formState.errors.returnBy && t('form.date')}
        {...form.register('returnBy')}
      />
      <SendBar label={t('act.returnIt')} act={act}>
        <button type="button" className="btn btn-outline-primary" onClick={onCancel}>
          {t('app.cancel')}
        </button>
      </SendBar>
    </form>
  );
}

interface ReturnFormProps extends ActProps {
  readonly step: string;
  readonly onCancel: () => void;
}
