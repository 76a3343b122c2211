import { useQuery } from '@tanstack/react-query';
import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { query } from '../client/queries.js';
import { AcknowledgementForm } from '../features/objective-acts/acknowledgement-form.js';
import type { ActProps } from '../features/objective-acts/act-props.js';
import { AdjustmentForm } from '../features/objective-acts/adjustment-form.js';
import { ApprovalForm } from '../features/objective-acts/approval-form.js';
import { AssignmentForm } from '../features/objective-acts/assignment-form.js';
import { DecisionForm } from '../features/objective-acts/decision-form.js';
import { DefinitiveForm } from '../features/objective-acts/definitive-form.js';
import { JustificationForm } from '../features/objective-acts/justification-form.js';
import { LateForm } from '../features/objective-acts/late-form.js';
import { ProgressForm } from '../features/objective-acts/progress-form.js';
import { RatificationForm } from '../features/objective-acts/ratification-form.js';
import { RectificationForm } from '../features/objective-acts/rectification-form.js';
import { RemovalForm } from '../features/objective-acts/removal-form.js';
import { RendicontazioneForm } from '../features/objective-acts/rendicontazione-form.js';
import { ReopeningForm } from '../features/objective-acts/reopening-form.js';
import { ResumptionForm } from '../features/objective-acts/resumption-form.js';
import { ScoreForm } from '../features/objective-acts/score-form.js';
import { SuspensionForm } from '../features/objective-acts/suspension-form.js';
import { ToldBefore } from '../features/objective-acts/told-before.js';
import { nameOfAct } from '../features/objectives/act-name.js';
import { indicatorsOf } from '../features/objectives/indicators.js';
import { numberOf } from '../features/objectives/number-of.js';
import { actsOn, commandOf, isAsked, mayDo, type Objective, type Share } from '../features/objectives/offers.js';
import { useTold, WhyBarred } from '../features/objectives/why-barred.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { useMe } from '../features/session/session.js';
import { toObjective, type ShareAct } from '../places.js';
import { announce } from '../ui/announcer.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { isWarned } from '../ui/warned.js';
import { NotFoundScreen } from './not-found.js';

const forms: Readonly<Record<ShareAct, ComponentType<ActProps>>> = {
  assignment: AssignmentForm,
  acknowledgement: AcknowledgementForm,
  progress: ProgressForm,
  'late-fulfilment': LateForm,
  rendicontazione: RendicontazioneForm,
  approval: ApprovalForm,
  score: ScoreForm,
  justification: JustificationForm,
  decision: DecisionForm,
  definitive: DefinitiveForm,
  suspension: SuspensionForm,
  ratification: RatificationForm,
  resumption: ResumptionForm,
  removal: RemovalForm,
  reopening: ReopeningForm,
  adjustment: AdjustmentForm,
};

/** Whoever does these judges the share no more. */
const WORK: ReadonlySet<ShareAct> = new Set(['progress', 'late-fulfilment', 'justification', 'rendicontazione']);

/** The form of one act on one share. */
export function ShareActScreen() {
  const { t } = useTranslation();
  const { objectiveId = '', shareId = '', act = '', progressId } = useParams();
  const nameOf = useOfficeNames();
  const asked = useQuery(query('objective', { params: { objectiveId } }));
  const share = asked.data?.shares.find((each) => each.shareId === shareId);
  const rectifies = progressId !== undefined;
  if (!rectifies && !isAct(act)) return <NotFoundScreen />;
  return (
    <Page
      title={rectifies ? t('act.rectifyTitle') : nameOfAct(act as ShareAct, share, t)}
      overline={
        asked.data && (
          <>
            {numberOf(objectiveId)} {asked.data.title}
            {share !== undefined && (
              <>
                {' · '}
                {nameOf(share.areaId)} {share.unit}
              </>
            )}
          </>
        )
      }
      lead={rectifies ? t('act.rectifyLead') : asked.data && share && expectedOf(asked.data, share, act)}
      trail={[
        { to: '/objectives', label: t('objective.title') },
        { to: toObjective(objectiveId), label: asked.data?.title ?? t('objective.one') },
      ]}
    >
      <Answered asked={asked}>
        {(objective) =>
          share === undefined ? (
            <p>{t('share.notFound')}</p>
          ) : (
            <Doing objective={objective} share={share} act={act as ShareAct} progressId={progressId} />
          )
        }
      </Answered>
    </Page>
  );
}

function Doing({ objective, share, act, progressId }: DoingProps) {
  const navigate = useNavigate();
  const me = useMe();
  const [asked] = useSearchParams();
  const [deadlineId, instance] = [asked.get('deadline'), asked.get('instance')];
  const occasion = deadlineId !== null && instance !== null ? { deadlineId, instance } : null;
  const onDone = (said: string) => {
    announce(said);
    // back to where the person came from; a link in a message has nothing before it, and what is warned of stands on top
    if (!isWarned() && (history.state as { readonly idx?: number } | null)?.idx) void navigate(-1);
    else void navigate(toObjective(objective.objectiveId), { replace: true });
  };
  const props = { objective, share, occasion, onDone };
  if (progressId !== undefined) {
    const report = share.progressReports.find((each) => each.progressId === progressId);
    if (report === undefined) return <Cannot {...props} />;
    return (
      <ToldBefore {...props} command="rectifyProgress">
        {(confirmed) => <RectificationForm {...props} {...confirmed} report={report} />}
      </ToldBefore>
    );
  }
  const Form = forms[act];
  // a form begins with how the share stands: when that turns out to be another, so does the form (what was typed is kept)
  const standing = [share.status, share.rendicontazione?.submission, share.rendicontazione?.stepIndex].join(' ');
  const sensible = actsOn(share, objective.status === 'closed').includes(act);
  if (sensible && WORK.has(act) && mayDo(act, share, me)) {
    return (
      <ToldBefore key={standing} {...props} command={commandOf[act]}>
        {(confirmed) => <Form {...props} {...confirmed} />}
      </ToldBefore>
    );
  }
  if (sensible && !isAsked(act, share) && mayDo(act, share, me)) return <Form key={standing} {...props} />;
  return <Perhaps key={standing} {...props} act={act} sensible={sensible} />;
}

/** The page does not know of every reason for which somebody may, and of none for which they may not: the server does. */
function Perhaps({ act, sensible, ...props }: ActProps & { readonly act: ShareAct; readonly sensible: boolean }) {
  const asked = useTold(act, props.objective.objectiveId, props.share);
  const Form = forms[act];
  return (
    <Answered asked={asked}>
      {(told) => (sensible && told.may ? <Form {...props} /> : <Cannot {...props} told={told} />)}
    </Answered>
  );
}

/** Somebody else's act, or not the moment: the rule that says so, and who could. */
function Cannot({ objective, share, told }: ActProps & { readonly told?: Parameters<typeof WhyBarred>[0]['told'] }) {
  const { t } = useTranslation();
  return (
    <Callout color="warning">
      <CalloutTitle tag="h2">{t('share.cannot')}</CalloutTitle>
      <CalloutText>{t('share.cannotText', { status: t(`objective.status.${share.status}`) })}</CalloutText>
      {told !== undefined && <WhyBarred told={told} />}
      <Link to={toObjective(objective.objectiveId)}>{t('act.back')}</Link>
    </Callout>
  );
}

interface DoingProps {
  readonly objective: Objective;
  readonly share: Share;
  readonly act: ShareAct;
  readonly progressId: string | undefined;
}

/** What the plan expects of the share, which tells it from another of the same office; the other forms say it themselves. */
function expectedOf(objective: Objective, share: Share, act: string): string | undefined {
  if (act === 'rendicontazione' || act === 'approval' || act === 'score' || act === 'decision') return undefined;
  return indicatorsOf(objective, share)
    .map(({ text }) => text)
    .join(' · ');
}

function isAct(name: string): name is ShareAct {
  return Object.hasOwn(forms, name);
}
