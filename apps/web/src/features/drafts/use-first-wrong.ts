import { useEffect, useRef, type RefObject } from 'react';

/**
 * Puts the keyboard in the first field that is marked as wrong, in the order of the page, each time the form was sent or
 * refused: where what is sent is called otherwise than what is typed, the form itself does not find it.
 */
export function useFirstWrong(submitCount: number, refusal: Error | null = null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (submitCount > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [submitCount, refusal]);
  return form;
}
