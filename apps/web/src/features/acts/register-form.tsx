import { routes } from '#contract';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { EvidenceField } from '../documents/evidence-field.js';
import type { Evidence } from '../documents/evidence-list.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { DetailsFields, type TypedDetails } from './details-fields.js';

interface Typed extends TypedDetails {
  readonly act: { readonly kind: string; readonly number: string; readonly date: string };
  readonly file: readonly Evidence[];
}

/** Registers an act: what it is called, who decided it, what it is about, and the act itself. */
export function RegisterForm({ debt, onDone }: RegisterFormProps) {
  const { t } = useTranslation();
  const act = useAct('registerAct');
  const form = useKeptForm<Typed, typeof routes.registerAct.body>(
    `act/${debt === undefined ? 'new' : [debt.kind, debt.number, debt.date].join(' ')}`,
    routes.registerAct.body,
    {
      act: { kind: debt?.kind ?? '', number: debt?.number ?? '', date: debt?.date ?? '' },
      organ: '',
      title: '',
      effectiveFrom: '',
      file: [],
    },
    ({ act: { kind, number, date }, organ, title, effectiveFrom, file }) => ({
      act: { kind: kind.trim(), number: number.trim(), date },
      organ,
      title,
      effectiveFrom: effectiveFrom === '' ? null : effectiveFrom,
      file: file.at(-1) ?? null,
    }),
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    const answer = await act.send({ body });
    if (answer === null) return;
    form.sent();
    onDone(answer.actId);
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <DraftNote form={form} />
      <div className="side-by-side">
        <TextField
          label={t('act.actKind')}
          hint={t('act.actKindHint')}
          maxLength={40}
          error={errors.act?.kind && t('form.required')}
          {...form.register('act.kind')}
        />
        <TextField
          label={t('act.actNumber')}
          maxLength={40}
          error={errors.act?.number && t('form.required')}
          {...form.register('act.number')}
        />
        <TextField
          label={t('act.actDate')}
          type="date"
          error={errors.act?.date && t('form.date')}
          {...form.register('act.date')}
        />
      </div>
      <DetailsFields form={form} />
      <Controller
        control={form.control}
        name="file"
        render={({ field }) => (
          <EvidenceField
            label={t('acts.fileOf')}
            hint={t('acts.fileLater')}
            multiple={false}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <SendBar label={t('acts.register')} act={act} />
    </form>
  );
}

interface RegisterFormProps {
  /** What is cited and lacks, as far as the citation says. */
  readonly debt?: { readonly kind: string; readonly number: string; readonly date: string | null };
  readonly onDone: (actId: string) => void;
}
