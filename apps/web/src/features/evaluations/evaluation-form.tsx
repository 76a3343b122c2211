import type { ReactNode } from 'react';
import type { FieldErrors, FieldValues, UseFormRegister } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { announce } from '../../ui/announcer.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import type { EvaluationAction } from './evaluation.js';

/** One act on an evaluation: what it is, its fields, and its button. */
export function EvaluationForm<Typed extends FieldValues, Schema extends z.ZodType<FieldValues, FieldValues>>(
  props: EvaluationFormProps<Typed, Schema>,
) {
  const { evaluationId, action, schema, act, blank, toSent, lead, fields, children } = props;
  const { t } = useTranslation();
  const form = useKeptForm<Typed, Schema>(`evaluation/${evaluationId}/${action}`, schema, blank, toSent);
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ params: { evaluationId }, body })) === null) return;
    form.sent();
    announce(t(`evaluation.done.${action}`));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t(`evaluation.act.${action}`)}</h2>
      {lead !== undefined && <p>{lead}</p>}
      <DraftNote form={form} />
      {fields(form.register, form.formState.errors)}
      <SendBar label={t(`evaluation.act.${action}`)} act={act}>
        {children}
      </SendBar>
    </form>
  );
}

interface EvaluationFormProps<Typed extends FieldValues, Schema extends z.ZodType<FieldValues, FieldValues>> {
  readonly evaluationId: string;
  readonly action: EvaluationAction;
  /** The contract's, of what is sent. */
  readonly schema: Schema;
  readonly act: {
    /** Null: it was refused. */
    readonly send: (request: {
      readonly params: { readonly evaluationId: string };
      readonly body: z.output<Schema>;
    }) => Promise<unknown>;
    readonly pending: boolean;
    readonly error: Error | null;
    readonly stop: () => void;
  };
  readonly blank: Typed;
  readonly toSent: (typed: Typed) => unknown;
  readonly lead?: ReactNode;
  readonly fields: (register: UseFormRegister<Typed>, errors: FieldErrors<Typed>) => ReactNode;
  /** Other ways out. */
  readonly children?: ReactNode;
}
