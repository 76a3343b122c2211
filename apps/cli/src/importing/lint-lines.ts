import { lintRuleNames, type Finding, type Lint, type PlanDocument } from '#domain';
import type { Language } from '#plan-import';

const WORDS = {
  it: {
    plan: 'Piano',
    points: 'punti',
    of: 'di',
    none: 'Nessun rilievo.',
    whole: 'tutto il piano',
    line: 'riga',
    severity: { warning: 'avviso', info: 'informazione' },
  },
  en: {
    plan: 'Plan',
    points: 'points',
    of: 'of',
    none: 'Nothing was found.',
    whole: 'the whole plan',
    line: 'line',
    severity: { warning: 'warning', info: 'information' },
  },
} as const;

/** What was found in a plan, rule by rule, for a person. */
export function lintLines({ body, year }: PlanDocument, lint: Lint, language: Language): string[] {
  const word = WORDS[language];
  const written = (points: string) => (language === 'it' ? points.replace('.', ',') : points);
  const lines = [`${word.plan} ${year} · ${body} · ${written(lint.points)} ${word.points}`];
  if (lint.findings.length === 0) return [...lines, '', word.none];
  for (const { rule, count, points } of lint.totals) {
    const sum = points === null ? '' : `, ${written(points)} ${word.of} ${written(lint.points)} ${word.points}`;
    lines.push('', `${lintRuleNames[rule][language]} (${rule}): ${count}${sum}`);
    for (const finding of lint.findings.filter((one) => one.rule === rule)) {
      lines.push(
        `  ${placeOf(finding, language)} [${word.severity[finding.severity]}] ${finding.says[language]}`,
        `    ${finding.basis}`,
      );
    }
  }
  return lines;
}

/** The same for a program. */
export function lintReport({ body, year, act }: PlanDocument, lint: Lint, language: Language) {
  return {
    plan: { body, year, act },
    points: lint.points,
    totals: lint.totals.map(({ rule, ...total }) => ({ rule, name: lintRuleNames[rule][language], ...total })),
    findings: lint.findings.map(({ says, source, figures, ...finding }) => ({
      ...finding,
      line: source?.line ?? null,
      place: source === null ? null : placeOf({ source }, language),
      message: says[language],
      ...figures,
    })),
  };
}

function placeOf({ source }: Pick<Finding, 'source'>, language: Language): string {
  const word = WORDS[language];
  return source === null ? word.whole : (source.place?.[language] ?? `${word.line} ${source.line}`);
}
