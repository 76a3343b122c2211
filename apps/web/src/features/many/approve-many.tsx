import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea, TextField } from '../../ui/field.js';
import { asAct, noAct, type TypedAct } from '../objective-acts/act-fields.js';
import { ManyForm } from './many-form.js';
import type { Chosen } from './use-chosen.js';

export interface ToApprove {
  readonly key: string;
  readonly label: string;
  readonly approvalId: string;
  readonly step: string;
}

/** Approves several steps with one note, and one act where steps take one. */
export function ApproveMany({ steps, chosen }: { readonly steps: readonly ToApprove[]; readonly chosen: Chosen }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [act, setAct] = useState<TypedAct>(noAct);
  const body = (step: string) => ({ step, outcome: 'approve', note, act: asAct(act) });
  const items = steps.map(({ key, label, approvalId, step }) => ({
    key,
    label,
    command: { route: 'takeStep', params: { approvalId }, body: body(step) },
  }));
  return (
    <ManyForm items={items} chosen={chosen} send={(count) => t('many.approve', { count })}>
      <TextArea
        label={t('act.note')}
        optional
        rows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <fieldset className="act-fields">
        <legend>
          {t('act.actTitle')} <span className="optional">({t('many.actHint')})</span>
        </legend>
        <div className="side-by-side">
          <TextField
            label={t('act.actKind')}
            hint={t('act.actKindHint')}
            maxLength={40}
            value={act.kind}
            onChange={({ target }) => setAct({ ...act, kind: target.value })}
          />
          <TextField
            label={t('act.actNumber')}
            maxLength={40}
            value={act.number}
            onChange={({ target }) => setAct({ ...act, number: target.value })}
          />
          <TextField
            label={t('act.actDate')}
            type="date"
            value={act.date}
            onChange={({ target }) => setAct({ ...act, date: target.value })}
          />
        </div>
      </fieldset>
    </ManyForm>
  );
}
