import { anyOf, type RouteName } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';

export type Told = Answer<'objectivePermissions'>['commands'][number];

/** The rule that says no, its article where the law says so, and who could. */
export function WhyBarred({ told, id }: { readonly told: Pick<Told, 'refusal' | 'whoCould'>; readonly id?: string }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const nameOf = useOfficeNames();
  const { refusal, whoCould } = told;
  const ids = whoCould === null || whoCould.offices.length > 0 ? (whoCould?.offices ?? []) : whoCould.roles;
  // of how things stand it is not asked who could: nobody
  const isOfWho = refusal?.status === 403;
  const who = isOfWho ? anyOf(ids.join(', '), language, nameOf) : null;
  return (
    <p id={id} className="why-not">
      {refusal?.detail} {refusal?.law !== undefined && <span className="nowrap">({refusal.law}) </span>}
      {who !== null ? t('share.couldDo', { who }) : t('share.nobodyCould')}
    </p>
  );
}

/** Whether a command would be carried out now on a share, else why not. */
export function useRefusalOf(route: RouteName, objectiveId: string, shareId: string) {
  return useQuery({
    ...query('objectivePermissions', { params: { objectiveId }, query: { shareId } }),
    select: ({ commands }): Told => commands.find((command) => command.route === route) ?? unknown(route),
  });
}

function unknown(route: string): Told {
  return { route, action: '', name: '', shareId: null, may: false, refusal: null, whoCould: null };
}
