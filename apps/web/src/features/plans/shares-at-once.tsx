import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Check } from '../../ui/field.js';
import { ManyForm } from '../many/many-form.js';
import { Tick } from '../many/tick.js';
import { useChosen } from '../many/use-chosen.js';
import { numberOf } from '../objectives/number-of.js';
import { useOfficeNames } from '../offices/offices.js';
import { useMay } from '../session/session.js';
import { openByOffice, remindersWithout, unassigned } from './shares-of.js';

/** Of a plan in force: shares that nobody has yet are assigned many at once, offices with open shares are reminded. */
export function SharesAtOnce({ plan }: { readonly plan: Answer<'plan'> }) {
  const may = useMay();
  if (plan.status !== 'in-force') return null;
  return (
    <>
      {may('objective.assign') && <AssignMany plan={plan} />}
      {may('reminder.send') && <RemindMany plan={plan} />}
    </>
  );
}

function AssignMany({ plan }: { readonly plan: Answer<'plan'> }) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const shares = unassigned(plan);
  const items = shares.map(({ objectiveId, shareId, title, areaId }) => ({
    key: `${objectiveId} ${shareId}`,
    label: `${numberOf(objectiveId)} ${title}: ${nameOf(areaId)}`,
    command: { route: 'assign', params: { objectiveId, shareId }, body: { office: areaId } },
  }));
  const chosen = useChosen(items.map(({ key }) => key));
  if (items.length === 0) return null;
  return (
    <section className="panel">
      <h2>
        {t('plan.toAssign')} <span className="count">{items.length}</span>
      </h2>
      <TickList items={items} chosen={chosen} />
      <ManyForm items={items} chosen={chosen} send={(count) => t('many.assign', { count })} />
    </section>
  );
}

function RemindMany({ plan }: { readonly plan: Answer<'plan'> }) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const offices = openByOffice(plan);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const items = remindersWithout(leftOut, offices).map(({ office, shares }) => ({
    key: office,
    label: t('plan.openShares', { office: nameOf(office), count: shares.length }),
    command: { route: 'sendReminder', params: {}, body: { office, shares } },
  }));
  const chosen = useChosen(items.map(({ key }) => key));
  if (offices.length === 0) return null;
  const toggle = (shareId: string) =>
    setLeftOut((before) => {
      const after = new Set(before);
      if (!after.delete(shareId)) after.add(shareId);
      return after;
    });
  return (
    <details className="panel">
      <summary>{t('plan.remind')}</summary>
      <p>{t('plan.remindLead')}</p>
      <TickList items={items} chosen={chosen} />
      <details>
        <summary>{t('plan.remindSome')}</summary>
        {offices.map(({ office, shares }) => (
          <fieldset key={office}>
            <legend>{nameOf(office)}</legend>
            {shares.map(({ objectiveId, shareId, title }) => (
              <Check
                key={shareId}
                label={`${numberOf(objectiveId)} ${title}`}
                checked={!leftOut.has(shareId)}
                onChange={() => toggle(shareId)}
              />
            ))}
          </fieldset>
        ))}
      </details>
      <ManyForm items={items} chosen={chosen} send={(count) => t('many.remind', { count })} />
    </details>
  );
}

function TickList({ items, chosen }: TickListProps) {
  return (
    <ul className="tick-list">
      {items.map(({ key, label }) => (
        <li key={key}>
          <label>
            <Tick name={key} label={label} chosen={chosen} /> {label}
          </label>
        </li>
      ))}
    </ul>
  );
}

interface TickListProps {
  readonly items: readonly { readonly key: string; readonly label: string }[];
  readonly chosen: ReturnType<typeof useChosen>;
}
