import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { asAct, noAct, type TypedAct } from '../objective-acts/act-fields.js';
import type { Run } from './scope-words.js';

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
    if ((await act.send({ params: { runId }, body })) === null) return;
    form.sent();
    announce(t('premium.proposed'));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('premium.propose')}</h2>
      <p>{t('premium.proposeLead')}</p>
      <DraftNote form={form} />
      {demanded.map(({ id, name, kinds }, index) => (
        <fieldset key={id} className="act-fields">
          <legend>{name[language]}</legend>
          <div className="side-by-side">
            <TextField
              label={t('act.actKind')}
              hint={kinds.length > 0 ? t('premium.kinds', { kinds: kinds.join(', ') }) : undefined}
              maxLength={40}
              {...form.register(`documents.${index}.kind`)}
            />
            <TextField label={t('act.actNumber')} maxLength={40} {...form.register(`documents.${index}.number`)} />
            <TextField label={t('act.actDate')} type="date" {...form.register(`documents.${index}.date`)} />
          </div>
          {faults?.[index] !== undefined && (
            <p className="field-error" role="alert">
              {t('act.actMissing')}
            </p>
          )}
        </fieldset>
      ))}
      <SendBar label={t('premium.propose')} act={act} />
    </form>
  );
}
