/** A sentence of the API for people: what it calls in brackets by a name of the API or of a file says nothing to them. */
export function onThePage(sentence: string): string {
  return sentence.replace(/ \([^()]*`[^()]*\)/g, '');
}
