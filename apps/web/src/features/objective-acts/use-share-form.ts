import { routes } from '#contract';
import { useEffect } from 'react';
import type { FieldValues, Path, PathValue } from 'react-hook-form';
import type { z } from 'zod';
import type { Answer, Request, Sending } from '../../client/ask.js';
import { Problem } from '../../client/problem.js';
import { useAct } from '../../client/use-act.js';
import { useRehearsal } from '../../client/use-rehearsal.js';
import { warn } from '../../ui/warned.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import type { ActProps } from './act-props.js';
import { useRefusedAt } from './refused-at.js';

/** Commands on a share that are sent from a form of their own. */
type Name =
  | 'assign'
  | 'suspend'
  | 'ratifySuspension'
  | 'resume'
  | 'removeShare'
  | 'justify'
  | 'decideJustification'
  | 'makeDefinitive'
  | 'reopen'
  | 'adjustPremium'
  | 'fulfilLate'
  | 'approveRendicontazione';

/** What one of them answers. */
type Answered = { readonly [One in Name]: Answer<One> }[Name];

interface Form<Typed> {
  /** Tells drafts of the same command apart. */
  readonly draft?: string;
  readonly blank: Typed;
  /** What was typed → the body. */
  readonly toSent: (typed: Typed) => unknown;
  /** What to say when it was done. */
  readonly said: (typed: Typed) => string;
  /** Nothing is sent before the person saw what would happen. */
  readonly previewFirst?: true;
  /** In the place of `onDone`, where the page goes on with what was answered. */
  readonly onAnswer?: (answer: Answered) => void;
}

/**
 * A form of a command on a share: kept until it is sent, asked dry where that comes first; a refusal goes to the field
 * it is about. A field `occurredOn` is when it happened, beside the body.
 */
export function useShareForm<Typed extends FieldValues>(
  name: Name,
  { objective: { objectiveId }, share: { shareId }, knowingly, onDone }: ActProps,
  { draft = '', blank, toSent, said, previewFirst, onAnswer }: Form<Typed>,
) {
  // each command has its own body: which, the contract checks when it is sent
  const schema = routes[name].body as unknown as z.ZodType<FieldValues, FieldValues>;
  const form = useKeptForm<Typed, typeof schema>(`${name}/${objectiveId}/${shareId}${draft}`, schema, blank, toSent);
  const act = useAct(name);
  const rehearsal = useRehearsal(name);
  const refusal = act.error ?? rehearsal.error;
  const placed = useRefusedAt(form, blank, refusal);
  // another thing than what was looked at
  useEffect(() => form.subscribe({ formState: { values: true }, callback: rehearsal.forget }), [form.subscribe]);

  const asked = (body: FieldValues): [Request<Name>, Pick<Sending, 'occurredOn'>] => {
    const day = form.getValues('occurredOn' as Path<Typed>) as PathValue<Typed, Path<Typed>> | undefined;
    const beside =
      typeof day === 'string' && day !== '' && !('occurredOn' in body) ? { occurredOn: day as string } : {};
    const sent = knowingly ? { ...body, knowingly } : body;
    return [{ params: { objectiveId, shareId }, body: sent } as Request<Name>, beside];
  };
  const preview = form.handleSubmit((body) => rehearsal.ask(...asked(body)));
  const send = form.handleSubmit(async (body) => {
    const answer = await act.send(...asked(body));
    if (answer === null) return;
    const typed = form.getValues();
    form.sent();
    const { warnings = [] }: Partial<Answer<'assign'>> = answer;
    // of work it was told before
    if (name === 'assign') warn(warnings);
    if (onAnswer) onAnswer(answer);
    else onDone(said(typed));
  });
  const looksFirst = previewFirst === true && rehearsal.events === null;
  return {
    form,
    /** What would happen, once it was asked. */
    events: rehearsal.events,
    looksFirst,
    preview: () => void preview(),
    onSubmit: (event: { readonly preventDefault: () => void }) => {
      event.preventDefault();
      act.reset();
      void (looksFirst ? preview() : send());
    },
    change: rehearsal.forget,
    /** For the send bar; what is told at a field is not told again. */
    act: {
      pending: act.pending || rehearsal.pending,
      error: placed ? null : refusal,
      /** The code of the last refusal, wherever it is told. */
      refused: refusal instanceof Problem ? refusal.code : null,
      stop: act.stop,
      /** Of another thing nothing was asked. */
      forget: act.reset,
    },
  };
}
