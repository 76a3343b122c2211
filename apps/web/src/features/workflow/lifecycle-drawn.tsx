import type { LifecycleState } from '#domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useFormats } from '../../words/use-formats.js';
import { Diagram } from './diagram/diagram.js';
import { layOut } from './diagram/lay-out.js';
import { LifecycleDrawing } from './lifecycle-drawing.js';
import { lifecycleGraph } from './lifecycle-graph.js';

const BOX = 210;

/** The life of an objective drawn, and the same as a list; where a share stands is marked. */
export function LifecycleDrawn({ objective, here }: LifecycleDrawnProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const drawing = useMemo(() => layOut(lifecycleGraph(objective, language), BOX), [objective, language]);
  const state = objective.states.find(({ id }) => id === here)?.name[language];
  return (
    <>
      {state !== undefined && <p className="where">{t('workflow.hereAt', { step: state })}</p>}
      <Diagram
        drawing={drawing}
        title={state === undefined ? t('workflow.lifecycleOf') : t('workflow.lifecycleAt', { state })}
        here={here}
      />
      <details>
        <summary>{t('workflow.asList')}</summary>
        <LifecycleDrawing objective={objective} here={here} />
      </details>
    </>
  );
}

interface LifecycleDrawnProps extends Pick<Answer<'workflow'>['definition'], 'objective'> {
  readonly here: LifecycleState | null;
}
