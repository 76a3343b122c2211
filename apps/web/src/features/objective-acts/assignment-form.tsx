import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Check, Select } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { useToday } from '../clock/use-now.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useOfficeNames, useWorkingOffices } from '../offices/offices.js';
import { ActField } from './act-field.js';
import { asAct, noAct } from './act-fields.js';
import { useActKinds, useMayAnswer } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { HappenedOn } from './happened-on.js';
import { ReasonField } from './reason-field.js';
import { wrongAt } from './refused-at.js';
import { useShareForm } from './use-share-form.js';

/** To the area of the plan, or to another office; from hand to hand in mid-year. */
export function AssignmentForm(props: ActProps) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const formats = useFormats();
  const offices = useWorkingOffices();
  const { areaId, office } = props.share;
  const kinds = useActKinds(props.objective, 'assign');
  const again = office !== null;
  const may = useMayAnswer();
  const choices = [...new Set([areaId, ...offices])].filter((one) => one !== office && may(one));
  const [knowingly, setKnowingly] = useState(false);
  const today = useToday();
  const since = props.share.moves.holders.at(-1)?.from ?? null;
  const { form, act, onSubmit } = useShareForm(
    'assign',
    { ...props, ...(knowingly && { knowingly }) },
    {
      draft: `/${office ?? ''}`,
      blank: { office: again ? '' : areaId, from: '', act: noAct, reason: '' },
      toSent: ({ office: to, from, act: typed, reason }) => ({
        office: to,
        act: asAct(typed),
        ...((to === office || from !== '') && { from }),
        ...((to === office || reason !== '') && { reason }),
      }),
      said: (typed) =>
        typed.office === office
          ? t('lifecycle.assignCorrected', { office: nameOf(typed.office), day: formats.longDay(typed.from) })
          : t('act.assignDone', { office: nameOf(typed.office) }),
    },
  );
  const corrects = again && form.watch('office') === office;
  const begins = form.watch('from');
  // days that are over go from whoever had it: it is said why, or by which act
  const takesDays = again && (corrects || (today !== null && begins !== '' && begins < today));
  const needsAct = kinds.length > 0 || (takesDays && !corrects) || act.refused === 'objective/worked-since';
  const { errors } = form.formState;
  const leavesNobody = act.refused === 'objective/nobody-left';
  // known of one office from one day alone
  const elsewhere = {
    onChange: () => {
      setKnowingly(false);
      if (!leavesNobody) return;
      form.clearErrors('office');
      act.forget();
    },
  };
  return (
    <form className="panel" noValidate onSubmit={onSubmit}>
      <DraftNote form={form} />
      {again && <p>{t('lifecycle.handover')}</p>}
      <Select
        label={t('act.assignOffice')}
        error={wrongAt(errors.office, t('act.officeMissing'))}
        {...form.register('office', elsewhere)}
      >
        {again && <option value="" />}
        {choices.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
        {office !== null && since !== null && (
          <option value={office}>{t('lifecycle.assignSame', { office: nameOf(office) })}</option>
        )}
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
          day={begins}
          error={wrongAt(errors.from, t(corrects ? 'lifecycle.assignDayNeeded' : 'form.date'))}
          {...form.register('from', elsewhere)}
        />
      )}
      {takesDays && <ReasonField wrong={errors.reason} {...form.register('reason')} />}
      {needsAct && (
        <ActField form={form} kinds={kinds} {...(kinds.length === 0 && { none: t('lifecycle.assignNoAct') })} />
      )}
      <SendBar
        label={t(corrects ? 'lifecycle.assignCorrect' : again ? 'lifecycle.assignAgain' : 'act.assign')}
        act={act}
      />
    </form>
  );
}
