/** `segretario-generale` → `Segretario generale`, `presa-d-atto` → `Presa d’atto`: an id where nobody gave a name. */
export function idInWords(id: string): string {
  const words = id.replace(/-(d|l|dell|all)-/g, ' $1’').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
