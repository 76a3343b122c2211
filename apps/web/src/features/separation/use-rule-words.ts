import { ruleNames } from '#contract';
import { useCallback } from 'react';
import { useFormats } from '../../words/use-formats.js';

/** A rule of duty separation in words; one that is newer than this page by its code. */
export function useRuleWords(): (rule: string | null) => string {
  const { language } = useFormats();
  return useCallback(
    (rule) => {
      if (rule === null) return '–';
      return Object.hasOwn(ruleNames, rule) ? ruleNames[rule as keyof typeof ruleNames][language] : rule;
    },
    [language],
  );
}
