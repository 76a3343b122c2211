import type { Language } from '#contract';
import { lintRuleNames, type Finding, type Lint } from '#domain';
import type { Answer } from '../http/call.js';

/** What was found in a plan, for a person. */
export function shownLint({ findings, totals, points }: Lint, language: Language): Answer<'planLint'> {
  return {
    findings: findings.map((finding) => shownFinding(finding, language)),
    totals: totals.map(({ rule, ...total }) => ({ rule, name: lintRuleNames[rule][language], ...total })),
    points,
  };
}

function shownFinding({ says, source, figures, ...finding }: Finding, language: Language) {
  return {
    ...finding,
    shareIds: [...finding.shareIds],
    line: source?.line ?? null,
    place: source === null ? null : (source.place?.[language] ?? inWords(source.line, language)),
    message: says[language],
    ...figures,
  };
}

function inWords(line: number, language: Language): string {
  return language === 'it' ? `riga ${line}` : `line ${line}`;
}
