import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Pager } from '../../ui/pager.js';
import { Waiting } from '../../ui/waiting.js';
import type { Problem } from './read-document.js';
import { SourceRowShown } from './source-row.js';
import type { Selection } from './selection.js';
import type { useSource } from './use-source.js';

/** The document as it was read, a few hundred rows at a time. */
export function SourcePane({ source, ids, problems, selection, onSelect, onBack }: SourcePaneProps) {
  const { t } = useTranslation();
  const { rows, from, to, previous, next, waiting } = source;
  const selectedLine = selection?.line ?? null;
  const elsewhere = next !== null && selectedLine !== null && (rows.at(-1)?.line ?? 0) < selectedLine;
  const shown = elsewhere
    ? null
    : (rows.findLast(({ line }) => selectedLine !== null && line <= selectedLine)?.line ?? null);
  useEffect(() => {
    if (selection?.by !== 'facts' || waiting || shown === null) return;
    const row = document.getElementById(`source-${shown}`);
    row?.scrollIntoView({ block: 'center' });
    // rows that were never in sight have their true heights only now
    requestAnimationFrame(() => row?.scrollIntoView({ block: 'center' }));
    row?.querySelector('button')?.focus({ preventScroll: true });
  }, [selection, shown, waiting]);
  // the headings of the columns above each row
  let headings: readonly string[] = [];
  return (
    <section className="pane" aria-label={t('reading.source')} id="source">
      <div className="pane-head">
        <h2>{t('reading.source')}</h2>
        <Pager
          label={rows.length === 0 ? '' : t('reading.rows', { from: String(from + 1), to: String(to) })}
          previous={previous}
          next={next}
          words={{ previous: t('reading.previousRows'), next: t('reading.nextRows') }}
        />
      </div>
      {/* scrolls, so the keyboard must be able to get in */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="pane-body" tabIndex={0} role="group" aria-label={t('reading.source')}>
        {waiting ? (
          <Waiting />
        ) : (
          <ol className="plain-list source-rows">
            {rows.map((row) => {
              if (row.kind === 'columns') headings = row.cells;
              return (
                <SourceRowShown
                  key={row.line}
                  row={row}
                  headings={row.kind === 'row' ? headings : []}
                  ids={ids.get(row.line) ?? []}
                  problems={problems.filter(({ line }) => line === row.line)}
                  selected={row.line === shown}
                  onSelect={() => onSelect(row.line)}
                  onBack={selection?.by === 'facts' ? onBack : null}
                />
              );
            })}
          </ol>
        )}
      </div>
    </section>
  );
}

interface SourcePaneProps {
  readonly source: ReturnType<typeof useSource>;
  /** Line → ids of the objectives read there. */
  readonly ids: ReadonlyMap<number, readonly string[]>;
  readonly problems: readonly Problem[];
  readonly selection: Selection | null;
  readonly onSelect: (line: number) => void;
  readonly onBack: () => void;
}
