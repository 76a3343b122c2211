/** Groups of three digits, whichever of the two marks stands between them; then one or two decimals. */
const ITALIAN = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/;
const ENGLISH = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/;

/**
 * "12.500,00 €", "12,500.00" or "62,5 %" as people type them → "12500.00", "62.5" as they are sent. Nothing sent has more
 * than two decimals: a mark with three digits behind it is one of thousands in either language.
 */
export function asDecimal(typed: string): string {
  const bare = typed.replace(/[\s€%]/g, '');
  if (ITALIAN.test(bare)) return bare.replaceAll('.', '').replace(',', '.');
  if (ENGLISH.test(bare)) return bare.replaceAll(',', '');
  return bare.replace(',', '.');
}
