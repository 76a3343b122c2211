import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure, Figures } from '../../ui/figures.js';
import { asksWhetherWhole } from './asked.js';
import { FactsPane } from './facts-pane.js';
import { objectivesByLine } from './facts.js';
import { Problems } from './problems.js';
import type { Document, Reading } from './read-document.js';
import type { Selection } from './selection.js';
import { SourcePane } from './source-pane.js';
import { useSource } from './use-source.js';

const counted = ['missions', 'strategicObjectives', 'objectives', 'shares', 'weightedShares', 'indicators'] as const;

/** What was read beside where it was read. */
export function ReadingStep({ document, reading, toQuestions, onAnother }: ReadingStepProps) {
  const { t } = useTranslation();
  const [selection, setSelection] = useState<Selection | null>(null);
  const ids = useMemo(() => objectivesByLine(reading.objectives), [reading.objectives]);
  const source = useSource(document, selection?.by === 'facts' ? selection.line : null);
  const { counts, problems, remarks } = reading;
  return (
    <>
      <Figures>
        {counted.map((name) => (
          <Figure key={name} name={t(`reading.counts.${name}`)} value={counts[name]} />
        ))}
      </Figures>
      <Problems
        problems={problems}
        toWholeness={asksWhetherWhole(reading.questions) ? toQuestions : null}
        onShow={(line) => setSelection({ line, by: 'facts' })}
        onAnother={onAnother}
      />
      {remarks.length > 0 && (
        <section className="panel">
          <h2>{t('reading.remarks')}</h2>
          <ul>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="quiet">{t('reading.sideBySide')}</p>
      <div className="panes">
        <SourcePane
          source={source}
          ids={ids}
          problems={problems}
          selection={selection}
          onSelect={(line) => setSelection({ line, by: 'source' })}
          onBack={() => selection && setSelection({ ...selection, by: 'source' })}
        />
        <FactsPane
          reading={reading}
          ids={ids}
          selection={selection}
          onSelect={(line, objective) => setSelection({ line, objective, by: 'facts' })}
        />
      </div>
    </>
  );
}

interface ReadingStepProps {
  readonly document: Document;
  readonly reading: Reading;
  readonly toQuestions: string;
  readonly onAnother: () => void;
}
