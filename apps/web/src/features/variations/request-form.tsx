import { routes } from '#contract';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../client/problem.js';
import { useAct } from '../../client/use-act.js';
import { TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { warn } from '../../ui/warned.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useFirstWrong } from '../drafts/use-first-wrong.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { HappenedOn } from '../objective-acts/happened-on.js';
import { ChangeFields } from './change-fields.js';
import type { TypedRequest } from './request-kept.js';
import { asChange, blankChange, type Kind } from './typed-change.js';

/** What shall change of a plan, one thing or several that hold or fall together, and why. */
export function RequestForm({ planId, first, resubmitted, onDone }: RequestFormProps) {
  const { t } = useTranslation();
  const asking = useAct('requestVariation');
  const again = useAct('resubmitVariation');
  const act = resubmitted === undefined ? asking : again;
  const blank: TypedRequest = {
    reason: resubmitted?.reason ?? '',
    changes: [blankChange(first.kind, first.objective)],
    occurredOn: '',
  };
  const form = useKeptForm<TypedRequest, typeof routes.requestVariation.body>(
    `variation/${resubmitted?.variationId ?? first.objective + first.kind}`,
    routes.requestVariation.body,
    blank,
    ({ reason, changes }) => ({ planId, reason, changes: changes.map(asChange) }),
    { shouldFocusError: false },
  );
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'changes' });
  const submit = form.handleSubmit(async (body) => {
    const { reason, changes } = body;
    const day = form.getValues('occurredOn');
    const on = day === '' ? {} : { occurredOn: day };
    if (resubmitted === undefined) {
      const answer = await asking.send({ body }, on);
      if (answer === null) return;
      warn(answer.warnings);
      form.sent();
      return onDone(answer.variationId);
    }
    const { variationId } = resubmitted;
    const answer = await again.send({ params: { variationId }, body: { reason, changes } }, on);
    if (answer === null) return;
    warn(answer.warnings);
    form.sent();
    onDone(variationId);
  });
  const { errors, submitCount } = form.formState;
  const refusal = act.error instanceof Problem ? act.error : null;
  const ref = useFirstWrong(submitCount, refusal);
  const refused = refusedIn(act.error, fields.length);
  return (
    <form ref={ref} className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <DraftNote form={form} />
      {fields.map(({ id }, index) => (
        <fieldset key={id} className="change">
          <legend>{t('variation.changeNumber', { number: String(index + 1) })}</legend>
          <ChangeFields
            planId={planId}
            index={index}
            form={form}
            variationId={resubmitted?.variationId ?? null}
            refusal={refusal}
          />
          {refused?.index === index && <p className="field-error">{refused.title}</p>}
          {fields.length > 1 && (
            <button
              type="button"
              className="btn btn-outline-primary btn-xs"
              onClick={() => {
                // the numbers of what was refused are no more those on the page
                act.reset();
                remove(index);
              }}
            >
              {t('variation.dropChange', { number: String(index + 1) })}
            </button>
          )}
        </fieldset>
      ))}
      <p>
        <button
          type="button"
          className="btn btn-outline-primary btn-xs"
          onClick={() => append(blankChange('move-deadline', first.objective))}
        >
          {t('variation.anotherChange')}
        </button>
      </p>
      <TextArea
        label={t('variation.reason')}
        hint={t('variation.reasonHint')}
        error={errors.reason && t('variation.missing.reason')}
        {...form.register('reason')}
      />
      <HappenedOn day={form.watch('occurredOn')} {...form.register('occurredOn')} />
      {Object.keys(errors).length > 0 && (
        <p className="field-error" role="alert">
          {t('form.fixErrors')}
        </p>
      )}
      <SendBar label={t(resubmitted === undefined ? 'variation.ask' : 'variation.askAgain')} act={act} />
    </form>
  );
}

/** Which of the changes was refused; the only one there is is not told by its number. */
function refusedIn(error: Error | null, changes: number): { readonly index: number; readonly title: string } | null {
  if (!(error instanceof Problem)) return null;
  const { facts, title } = error.details;
  const change = facts['change'];
  return typeof change === 'number' && changes > 1 ? { index: change - 1, title } : null;
}

interface RequestFormProps {
  readonly planId: string;
  /** What the form begins with. */
  readonly first: { readonly kind: Kind; readonly objective: string };
  /** Given: the one that was returned for integration. */
  readonly resubmitted?: { readonly variationId: string; readonly reason: string };
  readonly onDone: (variationId: string) => void;
}
