import type { SeparationCode } from '#domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** A rule of duty separation in words; one that is newer than this page by its code. */
export function useRuleWords(): (rule: string | null) => string {
  const { t } = useTranslation();
  return useCallback(
    (rule) => (rule === null ? '–' : t(`separation.rule.${rule as SeparationCode}`, { defaultValue: rule })),
    [t],
  );
}
