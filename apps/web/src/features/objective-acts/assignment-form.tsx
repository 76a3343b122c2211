import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Check, Select } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useOfficeNames, useOffices } from '../offices/offices.js';
import { ActField } from './act-field.js';
import { asAct, noAct } from './act-fields.js';
import { useActKinds } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { HappenedOn } from './happened-on.js';
import { useShareForm, wrongAt } from './use-share-form.js';

/** To the area of the plan, or to another office; from hand to hand in mid-year. */
export function AssignmentForm(props: ActProps) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const offices = useOffices();
  const { areaId, office } = props.share;
  const kinds = useActKinds(props.objective, 'assign');
  const again = office !== null;
  const choices = [...new Set([areaId, ...offices])].filter((one) => one !== office);
  const [knowingly, setKnowingly] = useState(false);
  const { form, act, onSubmit } = useShareForm(
    'assign',
    { ...props, ...(knowingly && { knowingly }) },
    {
      draft: `/${office ?? ''}`,
      blank: { office: again ? '' : areaId, from: '', act: noAct },
      toSent: ({ office: to, from, act: typed }) => ({ office: to, act: asAct(typed), ...(from !== '' && { from }) }),
      said: (typed) => t('act.assignDone', { office: nameOf(typed.office) }),
    },
  );
  const { errors } = form.formState;
  const leavesNobody = act.refused === 'objective/nobody-left';
  return (
    <form className="panel" noValidate onSubmit={onSubmit}>
      <DraftNote form={form} />
      {again && <p>{t('lifecycle.handover')}</p>}
      <Select
        label={t('act.assignOffice')}
        error={wrongAt(errors.office, t('act.officeMissing'))}
        {...form.register('office')}
      >
        {again && <option value="" />}
        {choices.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </Select>
      {(leavesNobody || knowingly) && (
        <Check
          label={t('act.knowinglyAssigned')}
          checked={knowingly}
          onChange={({ target }) => setKnowingly(target.checked)}
        />
      )}
      {again && (
        <HappenedOn
          label={t('lifecycle.assignFrom')}
          day={form.watch('from')}
          error={wrongAt(errors.from, t('form.date'))}
          {...form.register('from')}
        />
      )}
      {kinds.length > 0 && <ActField form={form} kinds={kinds} />}
      <SendBar label={again ? t('lifecycle.assignAgain') : t('act.assign')} act={act} />
    </form>
  );
}
