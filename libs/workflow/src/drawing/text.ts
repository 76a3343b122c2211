/** In which names are drawn. */
export type DrawingLanguage = 'it' | 'en';

/** A text inside a Mermaid label: on one line, and what has a meaning there is written as an entity. */
export function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[#"<>&;{}|`\\]/g, (mark) => `#${mark.codePointAt(0)};`);
}

/** A name for a node: Mermaid takes letters, digits and underscores. */
export function nodeId(id: string): string {
  return `n_${id.replace(/\W/g, '_')}`;
}
