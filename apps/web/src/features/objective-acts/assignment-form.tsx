import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { Select } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { useOfficeNames, useOffices } from '../offices/offices.js';
import type { ActProps } from './act-props.js';

/** To the area of the plan, or to another office. */
export function AssignmentForm({ objective, share, onDone }: ActProps) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const offices = useOffices();
  const act = useAct('assign');
  const { objectiveId } = objective;
  const { shareId, areaId } = share;
  const form = useKeptForm<{ readonly office: string }, typeof routes.assign.body>(
    `assignment/${objectiveId}/${shareId}`,
    routes.assign.body,
    { office: areaId },
    (typed) => typed,
  );
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ params: { objectiveId, shareId }, body })) === null) return;
    form.sent();
    onDone(t('act.assignDone', { office: nameOf(body.office) }));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <DraftNote form={form} />
      <Select
        label={t('act.assignOffice')}
        error={form.formState.errors.office && t('act.officeMissing')}
        {...form.register('office')}
      >
        {[...new Set([areaId, ...offices])].map((office) => (
          <option key={office} value={office}>
            {nameOf(office)}
          </option>
        ))}
      </Select>
      <SendBar label={t('act.assign')} act={act} />
    </form>
  );
}
