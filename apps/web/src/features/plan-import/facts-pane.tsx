import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pager } from '../../ui/pager.js';
import { PAGE_OF_FACTS, pageOf } from './facts.js';
import { ObjectiveFacts } from './objective-facts.js';
import type { Reading } from './read-document.js';
import type { Selection } from './selection.js';

/** What was read, objective by objective, a few dozen at a time. */
export function FactsPane({ reading, ids, selection, onSelect }: FactsPaneProps) {
  const { t } = useTranslation();
  const { objectives, areas, readings } = reading;
  const [page, setPage] = useState(0);
  const chosen = selection === null ? undefined : (selection.objective ?? ids.get(selection.line)?.[0]);
  useEffect(() => {
    if (chosen !== undefined) setPage(pageOf(objectives, chosen));
  }, [chosen, objectives]);
  useEffect(() => {
    if (selection?.by !== 'source' || chosen === undefined) return;
    const facts = document.getElementById(`facts-${chosen}`);
    facts?.scrollIntoView({ block: 'center' });
    facts?.querySelector('button')?.focus({ preventScroll: true });
  }, [selection, chosen, page]);
  const from = page * PAGE_OF_FACTS;
  const shown = objectives.slice(from, from + PAGE_OF_FACTS);
  const nameOf = (areaId: string) => areas.find(({ id }) => id === areaId)?.name ?? areaId;
  const range = {
    from: String(from + 1),
    to: String(from + shown.length),
    all: String(objectives.length),
  };
  return (
    <section className="pane" aria-label={t('reading.facts')} id="facts">
      <div className="pane-head">
        <h2>{t('reading.facts')}</h2>
        <Pager
          label={t('reading.factsRange', range)}
          previous={page > 0 ? () => setPage(page - 1) : null}
          next={from + PAGE_OF_FACTS < objectives.length ? () => setPage(page + 1) : null}
          words={{ previous: t('reading.previousFacts'), next: t('reading.nextFacts') }}
        />
      </div>
      {/* scrolls, so the keyboard must be able to get in */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="pane-body" tabIndex={0} role="group" aria-label={t('reading.facts')}>
        {objectives.length === 0 && <p>{t('reading.noFacts')}</p>}
        <ol className="plain-list">
          {shown.map((objective) => (
            <ObjectiveFacts
              key={objective.id}
              objective={objective}
              nameOf={nameOf}
              readings={readings.filter(({ line }) => line === objective.line)}
              selectedLine={chosen === objective.id ? (selection?.line ?? null) : null}
              onSelect={(line) => onSelect(line, objective.id)}
            />
          ))}
        </ol>
      </div>
    </section>
  );
}

interface FactsPaneProps {
  readonly reading: Reading;
  readonly ids: ReadonlyMap<number, readonly string[]>;
  readonly selection: Selection | null;
  readonly onSelect: (line: number, objective: string) => void;
}
