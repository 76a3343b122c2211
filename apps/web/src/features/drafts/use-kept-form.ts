import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import {
  useForm,
  type DefaultValues,
  type FieldValues,
  type Resolver,
  type UseFormProps,
  type UseFormReturn,
} from 'react-hook-form';
import type { z } from 'zod';
import { useDrafts } from '../session/session.js';

/** A form of which nothing typed is lost: kept on this browser until it is sent or discarded. */
export type KeptForm<Typed extends FieldValues, Sent> = UseFormReturn<Typed, unknown, Sent> & {
  /** When the draft was typed that the form began with; null where it began blank. */
  readonly keptAt: number | null;
  readonly discardDraft: () => void;
  /** To be called when it was sent. */
  readonly sent: () => void;
};

/**
 * @param name    of the draft, unique for what it is about: `progress/1.1.1-finanziaria`
 * @param schema  the contract's, of what is sent
 * @param toSent  what was typed → what is sent: "62,5" → "62.5"
 */
export function useKeptForm<Typed extends FieldValues, Schema extends z.ZodType<FieldValues, FieldValues>>(
  name: string,
  schema: Schema,
  blank: Typed,
  toSent: (typed: Typed) => unknown,
  options: Pick<UseFormProps<Typed>, 'shouldFocusError'> = {},
): KeptForm<Typed, z.output<Schema>> {
  const drafts = useDrafts();
  const [draft, setDraft] = useState(() => drafts.read<Typed>(name));
  const form = useForm<Typed, unknown, z.output<Schema>>({
    resolver: (typed, context, options) =>
      // the schema is of what is sent; its fields are called as those of the form
      (zodResolver(schema) as unknown as Resolver<Typed, unknown, z.output<Schema>>)(
        toSent(typed) as Typed,
        context,
        options,
      ),
    ...options,
    defaultValues: { ...blank, ...draft?.values } as DefaultValues<Typed>,
  });
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => drafts.keep(name, values),
      }),
    [form, name],
  );
  return {
    ...form,
    keptAt: draft?.at ?? null,
    discardDraft: () => {
      form.reset(blank as DefaultValues<Typed>);
      drafts.discard(name);
      setDraft(null);
    },
    sent: () => {
      drafts.discard(name);
      setDraft(null);
    },
  };
}
