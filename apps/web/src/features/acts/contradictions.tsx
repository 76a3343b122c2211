import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Icon } from '../../ui/icon.js';
import { WhyNot } from '../../ui/why-not.js';
import { useFormats } from '../../words/use-formats.js';
import { eventTitle } from '../events/event-words.js';
import { useOfficeNames } from '../offices/offices.js';
import { useMay } from '../session/session.js';
import { NodeLink } from './node-link.js';
import { RestoreMissForm } from './restore-miss-form.js';

type Contradiction = Answer<'act'>['contradictions'][number];

/** What was done by an act and does not fit its date: which facts, on which days. */
export function Contradictions({ contradictions, takesFocus }: ContradictionsProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus, contradictions.length]);
  return (
    <section className="notice notice-waiting">
      <Icon name="it-warning-circle" />
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {t('acts.contradictions')}
        </h2>
        <p>{t('acts.contradictionsLead')}</p>
        <ul>
          {contradictions.map((one) => (
            <li
              key={[
                one.kind,
                one.id,
                one.shareId,
                one.type,
                one.data['deadlineId'],
                one.data['instance'],
                one.after?.type,
              ].join(' ')}
            >
              <NodeLink kind={one.kind} id={one.id} />: <Told contradiction={one} />
              <GivenBack contradiction={one} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

interface ContradictionsProps {
  readonly contradictions: readonly Contradiction[];
  /** Whether they are what became of what somebody has just sent. */
  readonly takesFocus: boolean;
}

/** What the act had lifted can be given back by who may. */
function GivenBack({ contradiction: { id, type, data, shareId } }: { readonly contradiction: Contradiction }) {
  const { t } = useTranslation();
  const may = useMay();
  const [deadlineId, instance] = [data['deadlineId'], data['instance']];
  if (type !== 'objective.miss-lifted.v1' || shareId === null) return null;
  if (typeof deadlineId !== 'string' || typeof instance !== 'string') return null;
  if (!may('objective.suspend')) return <WhyNot action="objective.suspend" />;
  return (
    <details>
      <summary>{t('acts.restoreMiss')}</summary>
      <RestoreMissForm objectiveId={id} shareId={shareId} missed={{ deadlineId, instance }} />
    </details>
  );
}

function Told({ contradiction: { cited, on, after, ...fact } }: { readonly contradiction: Contradiction }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const telling = { t, formats, nameOf };
  const what = eventTitle(fact, telling);
  if (after === null) return t('acts.doneBefore', { what, on: formats.longDay(on) });
  return t('acts.decidesLater', {
    what,
    cited: formats.longDay(cited ?? on),
    later: after.type === 'opinion' ? t('acts.opinion') : eventTitle(after, telling),
    on: formats.longDay(after.on),
  });
}
