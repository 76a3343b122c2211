import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Table, type Column } from '../../ui/table.js';
import { Waiting } from '../../ui/waiting.js';
import { useFormats } from '../../words/use-formats.js';
import { WeightBar } from '../dashboard/weight-bar.js';
import type { QuestionProps } from './question-props.js';
import { readingOf } from './read-document.js';

/** The weights of the areas on which the options differ, under each option. */
export function OptionEffects({ document, question, areas, answers }: QuestionProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { options } = question;
  const asked = useQueries({
    queries: options.map(({ id }) => readingOf(document, { ...answers, [question.id]: id })),
  });
  if (asked.some(({ isPending }) => isPending)) return <Waiting />;
  const weightOf = (option: number, areaId: string) =>
    asked[option]?.data?.areas.find(({ id }) => id === areaId)?.weight ?? null;
  const differing = areas.filter(({ id }) => new Set(options.map((_, index) => weightOf(index, id))).size > 1);
  if (differing.length === 0) return <p className="quiet">{t('reading.effectNone')}</p>;
  const columns: readonly Column<(typeof areas)[number]>[] = [
    { id: 'area', header: t('reading.area'), heading: true, cell: ({ name }) => name },
    ...options.map(({ id, label }, index) => ({
      id: `option-${id}`,
      header: label,
      cell: (area: (typeof areas)[number]) => {
        const weight = weightOf(index, area.id);
        if (weight === null) return t('reading.effectProblem');
        return area.ceiling === null ? formats.decimal(weight) : <WeightBar weight={weight} ceiling={area.ceiling} />;
      },
    })),
  ];
  return (
    <Table caption={t('reading.effectOf')} captionHidden columns={columns} rows={differing} keyOf={({ id }) => id} />
  );
}
