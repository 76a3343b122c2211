import { leadsTo, verbNames, type LifecycleState } from '#domain';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { withoutTwins } from '../acts/without-twins.js';

/** Every state, and what leads on from it. */
export function LifecycleDrawing({ objective, here }: LifecycleDrawingProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const nameOf = (id: string) => objective.states.find((state) => state.id === id)?.name[language] ?? id;
  return (
    <ol>
      {objective.states.map(({ id, name }) => (
        <li key={id} aria-current={id === here ? 'step' : undefined}>
          <strong>{name[language]}</strong> {id === here && <Tag tone="primary">{t('workflow.here')}</Tag>}
          <ul>
            {objective.transitions
              .filter(({ from }) => from.includes(id))
              .map((transition) => (
                <li key={transition.verb}>
                  {verbNames[transition.verb][language]} →{' '}
                  {leadsTo(transition, objective.transitions).map(nameOf).join(', ')}
                  {transition.act !== null && ` (${withoutTwins(transition.act.kinds).join(', ')})`}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

interface LifecycleDrawingProps extends Pick<Answer<'workflow'>['definition'], 'objective'> {
  readonly here: LifecycleState | null;
}
