import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { withoutTwins } from '../acts/without-twins.js';
import { EvidenceList } from '../documents/evidence-list.js';
import { InPlaceOf } from '../approvals/in-place-of.js';
import { ClaimHere } from '../approvals/claim-here.js';
import { DraftNote } from '../drafts/draft-note.js';
import { Indicators } from '../objectives/indicators.js';
import { Unratified } from '../objectives/unratified.js';
import { ActField } from './act-field.js';
import { asAct, noAct } from './act-fields.js';
import type { ActProps } from './act-props.js';
import { ReturnForm } from './return-form.js';
import { useApproval } from './use-approval.js';
import { useShareForm } from './use-share-form.js';
import { VerdictForm } from './verdict-form.js';
import { WouldHappen } from './would-happen.js';

type Way = 'approve' | 'return' | 'correct-degree' | 'reject';

/** What was reported, then the ways that the step offers: approve, send back with points, correct the degree, reject. */
export function ApprovalForm(props: ActProps) {
  const { objective, share } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const [way, setWay] = useState<Way>('approve');
  const [cameBack, setCameBack] = useState(false);
  const known = useApproval(objective, share);
  const report = share.rendicontazione;
  const step = report?.chain.steps[report.stepIndex];
  if (report === null || step === undefined) return null;
  const back = () => {
    setWay('approve');
    setCameBack(true);
  };
  return (
    <>
      <section className="panel">
        <h2>{step.name[formats.language]}</h2>
        {known !== null && <InPlaceOf waiting={known.waiting} />}
        <Unratified share={share} />
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
        {known?.mayBeClaimed === true && <ClaimHere approval={known.approval} />}
      </section>
      {way === 'return' ? (
        <ReturnForm {...props} step={step.id} onCancel={back} />
      ) : known !== null && way !== 'approve' ? (
        <VerdictForm {...props} approvalId={known.approval.approvalId} step={step.id} outcome={way} onCancel={back} />
      ) : (
        <Approve
          {...props}
          step={step.id}
          needsAct={step.needsAct}
          kinds={withoutTwins(known?.step.act?.kinds ?? [])}
          mayReturn={step.mayReturn}
          ways={WAYS.filter((one) => (one === 'return' ? step.mayReturn : known?.step.outcomes.includes(one)))}
          onWay={setWay}
          focusReturn={cameBack}
        />
      )}
    </>
  );
}

const WAYS = ['return', 'correct-degree', 'reject'] as const;

function Approve({ step, needsAct, kinds, mayReturn, ways, onWay, focusReturn, ...props }: ApproveProps) {
  const { t } = useTranslation();
  const { form, act, events, preview, onSubmit } = useShareForm('approveRendicontazione', props, {
    draft: `/${step}`,
    blank: { note: '', act: noAct },
    toSent: (typed) => ({ step, note: typed.note, act: asAct(typed.act) }),
    said: () => t('act.approveDone', { title: props.objective.title }),
  });
  const labels = {
    return: t('act.returnIt'),
    'correct-degree': t('lifecycle.correct'),
    reject: t('lifecycle.rejectIt'),
  };
  return (
    <form className="panel" noValidate onSubmit={onSubmit}>
      <DraftNote form={form} />
      {needsAct && <ActField form={form} kinds={kinds} />}
      <TextArea label={t('act.note')} optional rows={3} {...form.register('note')} />
      {!mayReturn && <p className="quiet">{t('act.mayNotReturn')}</p>}
      <WouldHappen events={events} />
      <SendBar label={t('act.approve')} act={act}>
        {ways.map((way) => (
          <button
            key={way}
            type="button"
            className="btn btn-outline-primary"
            onClick={() => onWay(way)}
            autoFocus={focusReturn && way === 'return'}
          >
            {labels[way]}
          </button>
        ))}
        <button type="button" className="btn btn-link" onClick={preview}>
          {t('lifecycle.preview')}
        </button>
      </SendBar>
    </form>
  );
}

interface ApproveProps extends ActProps {
  readonly step: string;
  readonly needsAct: boolean;
  /** Of which the act is one. */
  readonly kinds: readonly string[];
  readonly mayReturn: boolean;
  /** What the step offers besides. */
  readonly ways: readonly Exclude<Way, 'approve'>[];
  readonly onWay: (way: Way) => void;
  /** Whether the reader just came back from sending back. */
  readonly focusReturn: boolean;
}
