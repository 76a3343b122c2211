/** "12.500,00 €" as Italians type it, or "12500.00" → "12500.00" as it is sent. */
export function asMoney(typed: string): string {
  const bare = typed.replace(/[\s€]/g, '');
  return bare.includes(',') || /\.\d{3}(\.|$)/.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare;
}
