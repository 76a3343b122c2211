import { Link } from 'react-router';
import { Icon } from './icon.js';

export interface Step {
  readonly to: string;
  readonly label: string;
  /** Null: nothing to be said of it. */
  readonly done: boolean | null;
}

/** The way through several pages: which there are, which are done, which is this. */
export function Steps({ name, steps, current, words }: StepsProps) {
  return (
    <nav className="steps" aria-label={name}>
      <ol>
        {steps.map(({ to, label, done }, index) => (
          <li key={to} className={done === true ? 'done' : ''}>
            <Link to={to} {...(index === current && { 'aria-current': 'step' as const })}>
              <span className="step-number" aria-hidden="true">
                {done === true ? <Icon name="it-check" size="xs" /> : index + 1}
              </span>
              <span className="step-label">
                {label}
                {done !== null && <span className="visually-hidden">: {done ? words.done : words.open}</span>}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface StepsProps {
  readonly name: string;
  readonly steps: readonly Step[];
  /** Counts from 0. */
  readonly current: number;
  readonly words: { readonly done: string; readonly open: string };
}
