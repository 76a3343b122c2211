import type { Problem } from '../../client/problem.js';

/** The field that a rule is about, where its refusal does not name it. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'lifecycle/act-missing': 'act',
  'lifecycle/act-of-another-kind': 'act',
  'approval/act-missing': 'act',
  'approval/act-of-other-kind': 'act',
  'approval/act-before-certification': 'act',
  'approval/act-before-step': 'act',
  'act/dated-otherwise': 'act',
  'approval/act-before-reopening': 'act',
  'objective/cause-under-control': 'cause',
  'objective/opinion-missing': 'opinion.on',
  'objective/opinion-after-act': 'opinion.on',
  'objective/reopened-before-decision': 'act',
  'objective/suspension-too-long': 'until',
  'objective/unratified-too-long': 'act',
  'objective/ratified-too-late': 'act',
  'objective/deadline-not-missed': 'missed',
  'objective/already-justified': 'missed',
  'objective/not-justified': 'missed',
  'objective/effect-missing': 'effect',
  'objective/effect-of-rejection': 'effect',
  'objective/effect-differs': 'effect',
  'objective/already-assigned': 'office',
  'objective/before-holder': 'from',
  'objective/worked-since': 'from',
  'objective/days-without-reason': 'reason',
  'objective/office-evaluates': 'office',
  'objective/office-decides': 'office',
  'objective/nobody-left': 'office',
  'objective/unknown-office': 'office',
  'objective/term-unknown': 'begins',
  'objective/term-already-begun': 'begins',
};

/** Which field of the form a refusal is about; null where it is about none. */
export function fieldOf({ code, details }: Problem): string | null {
  const named = FIELD_OF[code] ?? details.facts['field'] ?? details.errors?.[0]?.path.replace(/^(body|query)\./, '');
  if (typeof named !== 'string') return null;
  return named.startsWith('act.') ? 'act' : named;
}
