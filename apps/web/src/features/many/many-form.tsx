import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcer.js';
import { Check } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { Outcomes } from './outcomes-shown.js';
import type { ManyItem } from './outcomes.js';
import type { Chosen } from './use-chosen.js';
import { useMany } from './use-many.js';

/** Does the same with everything that is ticked; what was refused stays ticked, with its reason. */
export function ManyForm({ items, chosen, send, children }: ManyFormProps) {
  const { t } = useTranslation();
  const [noneChosen, setNoneChosen] = useState(false);
  const many = useMany((outcomes) => {
    const refused = outcomes.filter(({ refusal }) => refusal !== null);
    chosen.keep(refused.map(({ key }) => key));
    announce(t('many.done', { done: String(outcomes.length - refused.length), count: outcomes.length }));
  });
  const count = chosen.chosen.size;
  return (
    <form
      className="many"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setNoneChosen(count === 0);
        if (count > 0) void many.sendAll(items.filter(({ key }) => chosen.chosen.has(key)));
      }}
    >
      <Check label={t('many.all', { count: items.length })} checked={chosen.all} onChange={chosen.toggleAll} />
      {count > 0 && children}
      {noneChosen && count === 0 && (
        <p className="field-error" role="alert">
          {t('many.noneChosen')}
        </p>
      )}
      <SendBar label={send(count)} act={many} />
      <Outcomes outcomes={many.outcomes} />
    </form>
  );
}

interface ManyFormProps {
  /** All that may be ticked. */
  readonly items: readonly ManyItem[];
  readonly chosen: Chosen;
  /** The words of the button, for so many. */
  readonly send: (count: number) => string;
  /** What all of them share: a note, an act. */
  readonly children?: ReactNode;
}
