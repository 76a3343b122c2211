import { routes, type RouteName } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../client/queries.js';
import { Check } from '../../ui/field.js';
import { Warnings } from '../../ui/warnings.js';
import { useMe } from '../session/session.js';
import type { ActProps } from './act-props.js';

/** By it nobody is left who could judge: it is sent knowingly, or refused. */
const TO_CONFIRM = 'objective/last-judge';

/**
 * What work on a share brings with it for whoever does it in another's place, before anything is sent: which of its steps are theirs
 * no more. Who answers for it by themselves judges none of it anyhow.
 */
export function ToldBefore({ command, objective: { objectiveId }, share: { shareId }, children }: ToldBeforeProps) {
  const { t } = useTranslation();
  const { offices, user } = useMe();
  const [knowingly, setKnowingly] = useState(false);
  const forAnother = offices.some(({ office, onBehalfOf }) => office === user.office && onBehalfOf !== null);
  const { action } = routes[command];
  const asked = useQuery({
    ...query('objectivePermissions', { params: { objectiveId }, query: { shareId, action: String(action) } }),
    enabled: forAnother,
  });
  const warnings = asked.data?.commands.find(({ route }) => route === command)?.warnings ?? [];
  return (
    <>
      <Warnings warnings={warnings}>
        {warnings.some(({ code }) => code === TO_CONFIRM) && (
          <Check
            label={t('act.knowingly')}
            checked={knowingly}
            onChange={({ target }) => setKnowingly(target.checked)}
          />
        )}
      </Warnings>
      {children(knowingly ? { knowingly } : {})}
    </>
  );
}

interface ToldBeforeProps extends Pick<ActProps, 'objective' | 'share'> {
  readonly command: RouteName;
  readonly children: (confirmed: Pick<ActProps, 'knowingly'>) => ReactNode;
}
