import { routes } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../client/queries.js';
import { tryOut } from '../../client/try-out.js';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Select, TextArea } from '../../ui/field.js';
import { Refusal } from '../../ui/refusal.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import type { ApprovalDetail } from './approval-steps.js';
import { lostIn, type Lost } from './lost.js';
import { LostShown } from './lost-shown.js';

interface Typed {
  readonly workflow: string;
  readonly reason: string;
}

/** Moves an approval to another published version, after showing what that cannot carry over. */
export function MigrationForm({ approval }: { readonly approval: ApprovalDetail }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const versions = useQuery(query('workflows', {}));
  const act = useAct('migrateApproval');
  const [tried, setTried] = useState<{ readonly lost: readonly Lost[] } | Error | null>(null);
  const { approvalId, workflow: followed } = approval;
  const others = (versions.data?.workflows ?? []).filter(
    ({ id, version }) => id !== followed?.id || version !== followed.version,
  );
  const form = useKeptForm<Typed, typeof routes.migrateApproval.body>(
    `approval-migration/${approvalId}`,
    routes.migrateApproval.body,
    { workflow: '', reason: '' },
    ({ workflow, reason }) => ({ workflow: workflow === '' ? null : JSON.parse(workflow), reason }),
  );
  const { errors } = form.formState;
  const complete = (then: (body: (typeof routes.migrateApproval.body)['_output']) => Promise<void>) =>
    form.handleSubmit(async (body) => {
      if (body.reason.trim() === '') return form.setError('reason', { type: 'required' }, { shouldFocus: true });
      await then(body);
    });
  const look = complete(async (body) => {
    try {
      const { events } = await tryOut('migrateApproval', { params: { approvalId }, body });
      setTried({ lost: lostIn(events) });
    } catch (failure) {
      setTried(failure instanceof Error ? failure : new Error(String(failure)));
    }
  });
  const submit = complete(async (body) => {
    setTried(null);
    if ((await act.send({ params: { approvalId }, body })) === null) return;
    form.sent();
    form.reset({ workflow: '', reason: '' });
    announce(t('approval.migrated'));
  });
  if (versions.data !== undefined && others.length === 0)
    return <p className="quiet">{t('approval.migrateNowhere')}</p>;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>{t('approval.migrateLead')}</p>
      <DraftNote form={form} />
      <Select
        label={t('approval.migrateTo')}
        error={errors.workflow && t('approval.migrateMissing')}
        {...form.register('workflow')}
      >
        <option value="">–</option>
        {others.map(({ id, version, name, inForce }) => (
          <option key={`${id} ${version}`} value={JSON.stringify({ id, version })}>
            {t(inForce ? 'approval.inForce' : 'approval.other', { name: name[language], version: String(version) })}
          </option>
        ))}
      </Select>
      <TextArea
        label={t('approval.reasonField')}
        rows={3}
        error={errors.reason && t('approval.reasonMissing')}
        {...form.register('reason')}
      />
      <div role="status">
        {tried !== null && !(tried instanceof Error) && (
          <LostShown lost={tried.lost} words={t('approval.wouldLose')} steps={approval.steps} />
        )}
      </div>
      {tried instanceof Error && <Refusal error={tried} />}
      <SendBar label={t('approval.migrate')} act={act}>
        <button type="button" className="btn btn-outline-primary" onClick={() => void look()}>
          {t('approval.migrateTry')}
        </button>
      </SendBar>
    </form>
  );
}
