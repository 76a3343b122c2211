import { routes } from '#contract';
import type { ReactNode } from 'react';
import type { FieldErrors, FieldValues, UseFormRegister } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { requestTo, type EvaluationAction, type EvaluationRoute } from './evaluation.js';

type WithBody = Exclude<EvaluationRoute, 'makeEvaluationDefinitive'>;

/** One act on an evaluation: what it is, its fields, and its button. */
export function EvaluationForm<Typed extends FieldValues>(props: EvaluationFormProps<Typed>) {
  const { evaluationId, action, route, blank, toSent, lead, fields, children } = props;
  const { t } = useTranslation();
  const act = useAct(route);
  const form = useKeptForm<Typed, z.ZodType<FieldValues, FieldValues>>(
    `evaluation/${evaluationId}/${action}`,
    // each route's own; its fields are called as those of the form
    routes[route].body as unknown as z.ZodType<FieldValues, FieldValues>,
    blank,
    toSent,
  );
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send(requestTo(evaluationId, body))) === null) return;
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

interface EvaluationFormProps<Typed extends FieldValues> {
  readonly evaluationId: string;
  readonly action: EvaluationAction;
  readonly route: WithBody;
  readonly blank: Typed;
  readonly toSent: (typed: Typed) => unknown;
  readonly lead?: ReactNode;
  readonly fields: (register: UseFormRegister<Typed>, errors: FieldErrors<Typed>) => ReactNode;
  /** Other ways out. */
  readonly children?: ReactNode;
}
