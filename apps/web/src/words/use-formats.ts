import { useMemo } from 'react';
import { language } from '../client/language.js';
import { useStore } from '../client/store.js';
import { formatsOf, type Formats } from './formats.js';

/** The formats of the chosen language. */
export function useFormats(): Formats {
  const chosen = useStore(language);
  return useMemo(() => formatsOf(chosen), [chosen]);
}
