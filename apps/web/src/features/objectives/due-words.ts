import type { TFunction } from 'i18next';

/** What a deadline asks for, in the plan's words; of one without words, what it is. */
export function dueText(
  { kind, text }: { readonly kind: string; readonly text: string },
  t: TFunction<'words'>,
): string {
  if (text !== '') return text;
  return t(kind === 'horizon' ? 'share.endOfPlan' : 'share.oneDeadline');
}
