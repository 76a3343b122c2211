import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Icon } from '../../ui/icon.js';
import { useFormats } from '../../words/use-formats.js';
import { eventTitle } from '../events/event-words.js';
import { useOfficeNames } from '../offices/offices.js';
import { NodeLink } from './node-link.js';

type Contradiction = Answer<'act'>['contradictions'][number];

/** What was done by an act and does not fit its date: which facts, on which days. */
export function Contradictions({ contradictions }: { readonly contradictions: readonly Contradiction[] }) {
  const { t } = useTranslation();
  return (
    <section className="notice notice-waiting">
      <Icon name="it-warning-circle" />
      <div>
        <h2>{t('acts.contradictions')}</h2>
        <p>{t('acts.contradictionsLead')}</p>
        <ul>
          {contradictions.map((one) => (
            <li key={`${one.kind} ${one.id} ${one.shareId} ${one.after === null}`}>
              <NodeLink kind={one.kind} id={one.id} />: <Told contradiction={one} />
            </li>
          ))}
        </ul>
      </div>
    </section>
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
    later: eventTitle(after, telling),
    on: formats.longDay(after.on),
  });
}
