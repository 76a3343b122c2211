import { routes } from '#contract';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { asAct, noAct, type TypedAct } from '../objective-acts/act-fields.js';
import { ActPicker } from '../objective-acts/act-picker.js';
import type { Run } from './run.js';

interface Typed {
  readonly documents: readonly TypedAct[];
}

/** Proposes a computed run with the documents that the body's workflow demands. */
export function ProposalForm({ run: { runId, demanded } }: { readonly run: Run }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const act = useAct('proposePremium');
  const form = useKeptForm<Typed, typeof routes.proposePremium.body>(
    `premium-proposal/${runId}`,
    routes.proposePremium.body,
    { documents: demanded.map(() => noAct) },
    ({ documents }) => ({
      documents: demanded.map(({ id }, index) => ({ document: id, act: asAct(documents[index] ?? noAct) })),
    }),
  );
  const faults = form.formState.errors.documents;
  const submit = form.handleSubmit(async (body) => {
    const answer = await act.send({ params: { runId }, body });
    if (answer === null) return;
    form.sent();
    announce([t('premium.proposed'), ...answer.warnings.map(({ detail }) => detail)].join(' '));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('premium.propose')}</h2>
      <p>{t('premium.proposeLead')}</p>
      <DraftNote form={form} />
      {demanded.map(({ id, name, kinds }, index) => (
        <Controller
          key={id}
          control={form.control}
          name={`documents.${index}`}
          render={({ field }) => (
            <ActPicker
              label={name[language]}
              kinds={kinds}
              value={field.value}
              onChange={field.onChange}
              fieldRef={field.ref}
              error={faults?.[index] && t('lifecycle.actMissing')}
            />
          )}
        />
      ))}
      <SendBar label={t('premium.propose')} act={act} />
    </form>
  );
}
