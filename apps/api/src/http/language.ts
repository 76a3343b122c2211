import type { Language } from '#contract';

/** The language that Accept-Language likes best; Italian when it says nothing we speak. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return 'it';
  let best: { language: Language; quality: number } = { language: 'it', quality: 0 };
  for (const part of header.split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = Number(parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean) ?? 1);
    const language = tag.split('-')[0];
    if ((language === 'it' || language === 'en') && quality > best.quality) best = { language, quality };
  }
  return best.language;
}
