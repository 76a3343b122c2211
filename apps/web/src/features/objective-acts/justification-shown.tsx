import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import { EvidenceList, type Evidence } from '../documents/evidence-list.js';
import { eventNotes } from '../events/event-words.js';
import { dueText } from '../objectives/due-words.js';
import type { Objective, Share } from '../objectives/offers.js';
import { useOfficeNames } from '../offices/offices.js';

/** What a deadline was, what was said for missing it, and what those before thought of it. */
export function JustificationShown({ objective, share, due }: JustificationShownProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const told = objective.history.filter(
    ({ shareId, type, data }) =>
      shareId === share.shareId &&
      SAID.test(type) &&
      data['deadlineId'] === due.deadlineId &&
      data['instance'] === due.instance,
  );
  const said = told.findLast(({ data }) => data['justification'] !== undefined);
  const evidence = said?.data['evidence'] as readonly Evidence[] | undefined;
  const telling = { t, formats, nameOf };
  return (
    <section className="panel">
      <h2>{t('lifecycle.deadlineOf', { day: formats.longDay(due.dueOn) })}</h2>
      <p>{dueText(due, t)}</p>
      {said !== undefined && (
        <>
          <p className="quiet">
            {nameOf(said.actor.office)}, {formats.instant(said.recordedAt)}
          </p>
          {eventNotes({ data: { justification: said.data['justification'] } }, telling).map((note) => (
            <p key={note}>{note}</p>
          ))}
          <EvidenceList evidence={evidence ?? []} />
        </>
      )}
      {told
        .filter(({ data }) => (data['fact'] as { readonly kind?: string } | undefined)?.kind === 'voted')
        .map((entry) => (
          <p key={entry.id}>{eventNotes(entry, telling).join('. ')}</p>
        ))}
    </section>
  );
}

const SAID = /^objective\.(fulfilled-late|justification-submitted|justification-weighed)\./;

interface JustificationShownProps {
  readonly objective: Objective;
  readonly share: Share;
  readonly due: Share['due'][number];
}
