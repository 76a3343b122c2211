import { outcomeNames, subjectNames, type ApprovalSubject } from '#domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import { chainGraph } from './chain-graph.js';
import type { Chain, Offices } from './chain.js';
import { ChainDrawing } from './chain-drawing.js';
import { Diagram } from './diagram/diagram.js';
import { layOut } from './diagram/lay-out.js';
import { useStepDetails } from './use-step-details.js';

const BOX = 270;

/** A chain drawn, and the same as a list. */
export function ChainDrawn({ subject, chain, offices, here = null, passed = [], warned = [] }: ChainDrawnProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const detailsOf = useStepDetails(offices);
  const drawing = useMemo(() => {
    const steps = chain.steps.map((step) => ({
      id: step.id,
      name: step.name[language],
      details: warned.includes(step.id) ? [...detailsOf(step), `⚠ ${t('workflow.warned')}`] : detailsOf(step),
      outcomes: step.outcomes,
    }));
    const words = {
      start: subjectNames[subject][language],
      approved: t('workflow.approved'),
      returned: t('workflow.returned'),
      rejected: t('workflow.rejected'),
      return: outcomeNames.return[language],
      reject: outcomeNames.reject[language],
    };
    return layOut(chainGraph(steps, words), BOX);
  }, [chain, subject, language, detailsOf, warned, t]);
  const name = subjectNames[subject][language];
  const standing = useEnds(here) ?? chain.steps.find(({ id }) => id === here)?.name[language];
  const title =
    standing === undefined ? t('workflow.chainOf', { name }) : t('workflow.chainAt', { name, step: standing });
  return (
    <>
      {standing !== undefined && <p className="where">{t('workflow.hereAt', { step: standing })}</p>}
      <Diagram drawing={drawing} title={title} here={here} passed={passed} />
      <details>
        <summary>{t('workflow.asList')}</summary>
        <ChainDrawing chain={chain} offices={offices} current={here} passed={passed} warned={warned} />
      </details>
    </>
  );
}

const ENDS = ['approved', 'returned', 'rejected'] as const;

/** How an end is called; undefined: it is none. */
function useEnds(here: string | null): string | undefined {
  const { t } = useTranslation();
  const end = ENDS.find((one) => one === here);
  return end && t(`workflow.${end}`);
}

interface ChainDrawnProps {
  readonly subject: ApprovalSubject;
  readonly chain: Chain;
  readonly offices: Offices;
  /** The step that waits, or the end that it came to. */
  readonly here?: string | null;
  /** Steps that agreed. */
  readonly passed?: readonly string[];
  /** Steps of which the version is warned. */
  readonly warned?: readonly string[];
}
