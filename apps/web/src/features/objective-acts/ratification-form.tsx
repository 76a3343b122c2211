import { unratifiedIn } from '#domain';
import { useTranslation } from 'react-i18next';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { ActField } from './act-field.js';
import { asAct, noAct } from './act-fields.js';
import { useActKinds } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useShareForm } from './use-share-form.js';

/** The act that an urgent suspension still lacks. */
export function RatificationForm(props: ActProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const kinds = useActKinds(props.objective, 'suspend');
  const rest = unratifiedIn(props.share.moves);
  const { form, act, onSubmit } = useShareForm('ratifySuspension', props, {
    blank: { act: noAct },
    toSent: (typed) => ({ act: asAct(typed.act) }),
    said: () => t('lifecycle.ratified'),
  });
  return (
    <form className="panel" noValidate onSubmit={onSubmit}>
      <DraftNote form={form} />
      {rest !== null && (
        <p>
          {'resumedOn' in rest
            ? t('lifecycle.ratifyLateLead', {
                from: formats.longDay(rest.from),
                resumed: formats.longDay(rest.resumedOn),
                last: formats.longDay(rest.unratifiedUntil ?? rest.until),
              })
            : t('lifecycle.ratifyLead', { from: formats.longDay(rest.from), until: formats.longDay(rest.until) })}
        </p>
      )}
      <ActField form={form} kinds={kinds} />
      <SendBar label={t('lifecycle.ratify')} act={act} />
    </form>
  );
}
