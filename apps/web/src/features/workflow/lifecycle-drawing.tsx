import { verbNames } from '#domain';
import type { Answer } from '../../client/ask.js';
import { useFormats } from '../../words/use-formats.js';

/** Every state, and what leads on from it. */
export function LifecycleDrawing({ objective }: Pick<Answer<'workflow'>['definition'], 'objective'>) {
  const { language } = useFormats();
  const nameOf = (id: string) => objective.states.find((state) => state.id === id)?.name[language] ?? id;
  return (
    <ol>
      {objective.states.map(({ id, name }) => (
        <li key={id}>
          <strong>{name[language]}</strong>
          <ul>
            {objective.transitions
              .filter(({ from }) => from.includes(id))
              .map(({ verb, to, act }) => (
                <li key={verb}>
                  {verbNames[verb][language]} → {nameOf(to)}
                  {act !== null && ` (${act.kinds.join(', ')})`}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
