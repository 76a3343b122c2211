import { describeProblem, describeWarning, problems, warnings, type ProblemCode, type WarningCode } from '#contract';
import type { WorkflowDefinition } from '#domain';
import { namesIn } from './names-in.js';

/** What the facts of sentences are: who adds one says here what it is, and is told whether it is said as people say it. */
const DAYS = `day today value min max instance now to from until registered decidedOn actedOn lastVariedOn resumedOn since
  dueOn lastAt`;
const OFFICES = `office ownOffice approver instead area areas offices anew afresh judging foreseen former later vacant handed handedToo
  another lastBy who`;
const SHARES = 'share uncertified';
const STEPS = 'step awaited certified passed steps document documents';
const SAID = `act actual added adjusts approval agreed answeredLate as both causes chain change changed code content correlation count days deadlineText
  degree differs done effect expected extension fact field findings first full ceiling host indicatorText insteadRule kind kinds known last
  latest left limit limitMB line longest meant mediaType minPosition missing mission most name named needed needs number
  objective open opens other others outcome paid person place plan possible reserve reservedBy role roles route rule run runs says scope seconds settled settles sha256
  shortest size sizeMB state status strategicObjective stream string stuck subject sum threshold title told user
  variation variations version wanted verb weight what without workflow written certifies`;

const DAY = '2022-08-01';
const words = (list: string) => list.split(/\s+/);
const days = words(DAYS);
const named = [...words(OFFICES), ...words(STEPS)];
const shares = words(SHARES);
const sample = (fact: string) =>
  days.includes(fact)
    ? DAY
    : named.includes(fact)
      ? 'ufficio-di-prova'
      : shares.includes(fact)
        ? '1-ufficio-di-prova'
        : 'x';

const offices = [{ id: 'ufficio-di-prova', name: 'Prova', kind: 'office' as const }];
const workflow: Pick<WorkflowDefinition, 'chains'> = { chains: {} };

const placesIn = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
const texts = [
  ...Object.entries(problems).map(([code, { detail }]) => ({ code, detail, isProblem: true })),
  ...Object.entries(warnings).map(([code, { detail }]) => ({ code, detail, isProblem: false })),
];

describe('the sentences of refusals and warnings', () => {
  it('given the facts that they tell, then it is known of each whether it is a day, a name or said as it is', () => {
    const known = [...days, ...named, ...shares, ...words(SAID)];
    const told = texts.flatMap(({ detail }) => [...placesIn(detail.it), ...placesIn(detail.en)]);
    expect([...new Set(told)].filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(texts)(
    'given $code with days, offices and steps, then both languages say them as people do',
    ({ code, detail, isProblem }) => {
      for (const language of ['it', 'en'] as const) {
        const template = detail[language];
        const facts = Object.fromEntries(placesIn(template).map((name) => [name, sample(name)]));
        const called = namesIn(facts, offices, workflow, language);
        const told = isProblem
          ? describeProblem(code as ProblemCode, language, facts, called)
          : describeWarning(code as WarningCode, language, facts, called);
        // between quotes stands what was written, as it was
        const said = told.detail.replace(/[«"“][^«»"“”]*[»"”]/g, '');
        expect(said).not.toContain(DAY);
        expect(said).not.toContain('ufficio-di-prova');
      }
    },
  );
});
