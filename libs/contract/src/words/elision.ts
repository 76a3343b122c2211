const ARTICLE = /(?<![\p{L}\d])(il|dal|del|al|nel|sul) (?=(?:0?8|11)(?!\d|[.,]\d))/giu;

/** Italian reads 8 and 11 with a vowel: «del 8 luglio» → «dell’8 luglio». */
export function elided(words: string): string {
  return words.replace(ARTICLE, (_, article: string) =>
    article.toLowerCase() === 'il' ? `${article.startsWith('I') ? 'L' : 'l'}’` : `${article}l’`,
  );
}
