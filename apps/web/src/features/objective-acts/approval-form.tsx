import { routes } from '#contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { EvidenceList } from '../documents/evidence-list.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { Indicators } from '../objectives/indicators.js';
import { ActFields, asAct, noAct, type TypedAct } from './act-fields.js';
import type { ActProps } from './act-props.js';
import { ReturnForm } from './return-form.js';

interface Typed {
  readonly note: string;
  readonly act: TypedAct;
}

/** What was reported, then the two ways: approve the step, or send back with points. */
export function ApprovalForm(props: ActProps) {
  const { objective, share } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const [returning, setReturning] = useState<boolean | 'no longer'>(false);
  const report = share.rendicontazione;
  const step = report?.chain.steps[report.stepIndex];
  if (report === null || step === undefined) return null;
  return (
    <>
      <section className="panel">
        <h2>{step.name[formats.language]}</h2>
        <dl className="facts">
          <div>
            <dt>{t('share.selfDegree')}</dt>
            <dd>{formats.percent(report.selfDegree)}</dd>
          </div>
          <div>
            <dt>{t('share.weight')}</dt>
            <dd>{formats.decimal(share.weight)}</dd>
          </div>
        </dl>
        <Indicators objective={objective} share={share} />
        {report.note !== '' && <p className="report-note">{report.note}</p>}
        <EvidenceList evidence={report.evidence} />
      </section>
      {returning === true ? (
        <ReturnForm {...props} step={step.id} onCancel={() => setReturning('no longer')} />
      ) : (
        <Approve
          {...props}
          step={step.id}
          needsAct={step.needsAct}
          focusReturn={returning === 'no longer'}
          {...(step.mayReturn && { onReturn: () => setReturning(true) })}
        />
      )}
    </>
  );
}

function Approve({ objective, share, step, needsAct, onReturn, focusReturn, onDone }: ApproveProps) {
  const { t } = useTranslation();
  const act = useAct('approveRendicontazione');
  const { objectiveId, title } = objective;
  const { shareId } = share;
  const form = useKeptForm<Typed, typeof routes.approveRendicontazione.body>(
    `approval/${objectiveId}/${shareId}/${step}`,
    routes.approveRendicontazione.body,
    { note: '', act: noAct },
    (typed) => ({ step, note: typed.note, act: asAct(typed.act) }),
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    if (needsAct && body.act === null) {
      form.setError('act', { type: 'required' });
      return;
    }
    if ((await act.send({ params: { objectiveId, shareId }, body })) === null) return;
    form.sent();
    onDone(t('act.approveDone', { title }));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <DraftNote form={form} />
      {needsAct && (
        <>
          <p>{t('act.actNeeded')}</p>
          <ActFields register={form.register} missing={errors.act !== undefined} />
        </>
      )}
      <TextArea label={t('act.note')} optional rows={3} {...form.register('note')} />
      {onReturn === undefined && <p className="quiet">{t('act.mayNotReturn')}</p>}
      <SendBar label={t('act.approve')} act={act}>
        {onReturn !== undefined && (
          <button type="button" className="btn btn-outline-primary" onClick={onReturn} autoFocus={focusReturn}>
            {t('act.returnIt')}
          </button>
        )}
      </SendBar>
    </form>
  );
}

interface ApproveProps extends ActProps {
  readonly step: string;
  readonly needsAct: boolean;
  /** Left out where the step may not send back. */
  readonly onReturn?: () => void;
  /** Whether the reader just came back from sending back. */
  readonly focusReturn: boolean;
}
