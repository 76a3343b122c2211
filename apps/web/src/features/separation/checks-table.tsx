import { idInWords } from '#contract';
import { outcomeNames, romeDayOf, type Outcome } from '#domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Table, type Column } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { usePersonNames } from '../approvals/use-person-names.js';
import { useOfficeNames } from '../offices/offices.js';
import { controlNames } from './control-names.js';
import { SubjectLink } from './subject-link.js';
import { useRuleWords } from './use-rule-words.js';

type Row = Answer<'separationChecks'>['checks'][number];

/** Steps of controls: who acted, who was on the other side, and what follows. */
export function ChecksTable({ checks }: { readonly checks: readonly Row[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const personName = usePersonNames();
  const ruleWords = useRuleWords();
  const columns = useMemo<readonly Column<Row>[]>(() => {
    const distinct = (names: readonly string[]) => [...new Set(names)].join(', ') || '–';
    return [
      {
        id: 'subject',
        header: t('separation.subject'),
        heading: true,
        cell: (check) => (
          <>
            {controlNames[check.subject][formats.language]} <SubjectLink {...check} />
          </>
        ),
      },
      {
        id: 'step',
        header: t('separation.step'),
        cell: ({ step, stepName, outcome }) => {
          if (step === 'score') return t('separation.scoring');
          const named = stepName?.[formats.language] ?? idInWords(step);
          // what is done beside the steps of a chain has no outcomes
          if (outcome === 'act') return named;
          return `${named}: ${outcomeNames[outcome as Outcome]?.[formats.language] ?? outcome}`;
        },
      },
      {
        id: 'when',
        header: t('separation.when'),
        // of both days the right was asked
        cell: ({ occurredOn, days: [recorded = occurredOn, told] }) =>
          told === undefined
            ? formats.day(occurredOn)
            : t('separation.recordedOn', { told: formats.day(told), recorded: formats.day(recorded) }),
      },
      {
        id: 'who',
        header: t('separation.who'),
        cell: ({ person, office, onBehalfOf }) => (
          <>
            {distinct([personName(person), nameOf(office)])}
            {onBehalfOf !== null && `, ${t('separation.onBehalfOf', { who: personName(onBehalfOf) })}`}
          </>
        ),
      },
      {
        id: 'otherSide',
        header: t('separation.otherSide'),
        cell: ({ subject, authors, earlier, offices, scored, credited, beneficiaries }) => {
          const judged = subject === 'evaluation' || subject === 'organisation' ? beneficiaries : [];
          const persons = [...judged, ...authors, ...earlier].map(personName);
          return distinct([...persons, ...[...offices, ...scored, ...credited].map(nameOf)]);
        },
      },
      {
        id: 'rerouted',
        header: t('separation.rerouted'),
        cell: ({ reroutedFrom, rule }) => (reroutedFrom === null ? '–' : `${nameOf(reroutedFrom)}: ${ruleWords(rule)}`),
      },
      {
        id: 'verdict',
        header: t('separation.verdict'),
        cell: ({ verdict, rule, reroutedFrom, recordedLater, namedBy }) => (
          <>
            <Tag tone={verdict === 'ok' ? 'good' : 'bad'}>{t(`separation.verdicts.${verdict}`)}</Tag>
            {(verdict === 'violation' || (rule !== null && reroutedFrom === null)) && ` ${ruleWords(rule)}`}
            {recordedLater !== null &&
              `; ${t(`separation.recordedLater.${recordedLater.what}`, {
                from: formats.day(recordedLater.from),
                recorded: formats.day(romeDayOf(recordedLater.recordedAt)),
              })}`}
            {namedBy !== null &&
              `; ${t(`separation.namedBy.${namedBy.what}`, {
                from: formats.day(namedBy.from),
                recorded: formats.day(romeDayOf(namedBy.recordedAt)),
                who: personName(namedBy.person),
              })}`}
            {(rule === 'evaluator-segretario' || rule === 'evaluator-rpct') && `. ${t('separation.endOneSide')}`}
          </>
        ),
      },
    ];
  }, [t, formats, nameOf, personName, ruleWords]);
  return (
    <Table
      caption={t('separation.title')}
      captionHidden
      none={t('separation.none')}
      columns={columns}
      rows={checks}
      keyOf={({ position, step, person }) => `${position} ${step} ${person}`}
    />
  );
}
