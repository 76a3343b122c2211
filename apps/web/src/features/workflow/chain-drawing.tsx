import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import type { Chain, Offices } from './chain.js';
import { useStepDetails } from './use-step-details.js';

/** Who must agree, step after step; where something stands is marked. */
export function ChainDrawing({ chain, offices, current, passed, warned = [] }: ChainDrawingProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const detailsOf = useStepDetails(offices);
  return (
    <ol className="chain">
      {chain.steps.map((step) => (
        <li
          key={step.id}
          className={step.id === current ? 'now' : passed.includes(step.id) ? 'done' : 'later'}
          aria-current={step.id === current ? 'step' : undefined}
        >
          <span className="chain-name">{step.name[language]}</span>
          <span className="quiet">{detailsOf(step).join(' · ')}</span>
          {warned.includes(step.id) && <Tag tone="attention">{t('workflow.warned')}</Tag>}
          {step.id === current && <Tag tone="primary">{t('workflow.here')}</Tag>}
        </li>
      ))}
    </ol>
  );
}

interface ChainDrawingProps {
  readonly chain: Chain;
  readonly offices: Offices;
  /** The step that waits. */
  readonly current: string | null;
  /** Steps that agreed. */
  readonly passed: readonly string[];
  /** Steps of which the version is warned. */
  readonly warned?: readonly string[];
}
