import { anyOf } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { onThePage } from '../../client/on-the-page.js';
import { query } from '../../client/queries.js';
import { useFormats } from '../../words/use-formats.js';
import type { ShareAct } from '../../places.js';
import { useKnownOfficeNames } from '../offices/offices.js';
import { useMe, type Me } from '../session/session.js';
import { commandOf, couldDo, mayDo, type Share } from './offers.js';

type Command = Answer<'objectivePermissions'>['commands'][number];

/** Whether somebody may, else why not and who could. */
export interface Told extends Pick<Command, 'may' | 'refusal'> {
  readonly whoCould: { readonly roles: readonly string[]; readonly offices: readonly string[] } | null;
}

/** What the server says of an act; of one that it says nothing of, what the page knows. */
export function toldOf(act: ShareAct, share: Share, me: Me, commands: readonly Command[]): Told {
  const told = commands.find(({ route, shareId }) => route === commandOf[act] && shareId === share.shareId);
  if (told !== undefined) return told;
  const may = mayDo(act, share, me);
  return { may, refusal: null, whoCould: may ? null : { roles: [], offices: couldDo(act, share) } };
}

/** The rule that says no, its article where the law says so, and who could. */
export function WhyBarred({ told, id }: { readonly told: Told; readonly id?: string }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const nameOf = useKnownOfficeNames();
  const { refusal, whoCould } = told;
  const ids = whoCould === null || whoCould.offices.length > 0 ? (whoCould?.offices ?? []) : whoCould.roles;
  const who = anyOf(ids.join(', '), language, nameOf);
  return (
    <p id={id} className="why-not">
      {refusal && onThePage(refusal.detail)}{' '}
      {refusal?.law !== undefined && <span className="nowrap">({refusal.law}) </span>}
      {who !== null ? t('share.couldDo', { who }) : t('share.nobodyCould')}
    </p>
  );
}

/** Whether who is signed in may do an act on a share now, else why not. */
export function useTold(act: ShareAct, objectiveId: string, share: Share) {
  const me = useMe();
  return useQuery({
    ...query('objectivePermissions', { params: { objectiveId }, query: { shareId: share.shareId } }),
    select: ({ commands }) => toldOf(act, share, me, commands),
  });
}

/** Those of some acts that the server lets who is signed in do now; none until it has said so. */
export function useAllowed(acts: readonly ShareAct[], objectiveId: string, share: Share): readonly ShareAct[] {
  const me = useMe();
  const asked = useQuery({
    ...query('objectivePermissions', { params: { objectiveId }, query: { shareId: share.shareId } }),
    enabled: acts.length > 0,
  });
  const { commands } = asked.data ?? {};
  return commands === undefined ? [] : acts.filter((act) => toldOf(act, share, me, commands).may);
}
