import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { Problem } from '../client/problem.js';
import { query } from '../client/queries.js';
import { approvalIdOf } from '../features/approvals/approval-of.js';
import { actWords } from '../features/events/event-words.js';
import { Timeline } from '../features/events/timeline.js';
import { CloseObjective } from '../features/objectives/close-objective.js';
import { numberOf } from '../features/objectives/number-of.js';
import { mayBeClosed, type Objective } from '../features/objectives/offers.js';
import { SharePanel } from '../features/objectives/share-panel.js';
import { StatusTag } from '../features/objectives/status-tag.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { useMay } from '../features/session/session.js';
import { toApproval, toNewVariation } from '../places.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { Warnings } from '../ui/warnings.js';
import { Warned } from '../ui/warned.js';
import { useFormats } from '../words/use-formats.js';

/** One objective: its shares, how they stand, and everything that happened to it. */
export function ObjectiveScreen() {
  const { t } = useTranslation();
  const { objectiveId = '' } = useParams();
  const may = useMay();
  const asked = useQuery(query('objective', { params: { objectiveId } }));
  const objective = asked.data;
  // what was only proposed has an approval, also once it was withdrawn
  const approvalId = approvalIdOf('objective', objectiveId, 'objective');
  const isUnknown = asked.error instanceof Problem && asked.error.code === 'objective/not-defined';
  const proposed = useQuery({
    ...query('approval', { params: { approvalId } }),
    enabled: isUnknown && may('approval.read'),
  });
  if (isUnknown && proposed.data !== undefined) return <Navigate to={toApproval(approvalId)} replace />;
  return (
    <Page
      title={objective?.title ?? t('objective.one')}
      overline={`${t('objective.one')} ${numberOf(objectiveId)}`}
      trail={[{ to: '/objectives', label: t('objective.title') }]}
      aside={objective && <StatusTag status={objective.status} />}
    >
      <Warned />
      <Answered asked={asked}>
        {(shown) => (
          <>
            {may('objective.close') && mayBeClosed(shown) && <CloseObjective objective={shown} />}
            {shown.warnings.length > 0 && <Warnings warnings={shown.warnings} />}
            <About objective={shown} />
            {may('variation.request') && (
              <p>
                <Link to={toNewVariation(objectiveId)}>{t('variation.askLink')}</Link>
              </p>
            )}
            {shown.shares.map((share) => (
              <SharePanel key={share.shareId} objective={shown} share={share} />
            ))}
            <History objective={shown} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function About({ objective: { participants, acts, closings } }: { readonly objective: Objective }) {
  const { t } = useTranslation();
  const comments = closings.filter(({ comment }) => comment !== '');
  if (participants.length + acts.length + comments.length === 0) return null;
  return (
    <dl className="facts panel">
      {participants.length > 0 && (
        <div>
          <dt>{t('share.participants')}</dt>
          <dd>{participants.join(', ')}</dd>
        </div>
      )}
      {acts.length > 0 && (
        <div>
          <dt>{t('share.acts')}</dt>
          <dd>{acts.map(actWords).join(', ')}</dd>
        </div>
      )}
      {comments.length > 0 && (
        <div>
          <dt>{t('share.closings')}</dt>
          <dd>
            {comments.map(({ comment }) => (
              <p key={comment}>{comment}</p>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

function History({ objective: { history, shares } }: { readonly objective: Objective }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const steps = shares.flatMap(({ rendicontazione }) => rendicontazione?.chain.steps ?? []);
  const due = shares.flatMap((share) => share.due);
  return (
    <section className="panel">
      <h2>{t('event.timeline')}</h2>
      <Timeline
        entries={history.toReversed()}
        deadlineText={(deadline) => due.find(({ deadlineId }) => deadlineId === deadline)?.text}
        stepName={(step) => steps.find(({ id }) => id === step)?.name[formats.language] ?? step}
        shareName={(shareId, office) => {
          const share = shares.length > 1 ? shares.find((each) => each.shareId === shareId) : undefined;
          return share === undefined || share.areaId === office
            ? null
            : [nameOf(share.areaId), share.unit].filter(Boolean).join(', ');
        }}
      />
    </section>
  );
}
