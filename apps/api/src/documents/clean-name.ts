const LONGEST = 150;

/**
 * A file's name that can be shown and saved anywhere: without the folders before it, without marks that control
 * terminals or turn the direction of reading (`fattura‮fdp.exe`), without what file systems refuse.
 */
export function cleanName(name: string): string {
  const bare = (name.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const characters = Array.from(bare);
  if (characters.length <= LONGEST) return bare || 'documento';
  const [extension = ''] = /\.\w{1,8}$/.exec(bare) ?? [];
  return `${characters.slice(0, LONGEST - extension.length).join('')}${extension}`;
}
