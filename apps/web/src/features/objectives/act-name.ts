import type { TFunction } from 'i18next';
import type { ShareAct } from '../../places.js';
import type { Share } from './offers.js';

/** How an act is called on a share: what is given a second time changes hands. */
export function nameOfAct(act: ShareAct, share: Pick<Share, 'office'> | undefined, t: TFunction<'words'>): string {
  const again = act === 'assignment' && share !== undefined && share.office !== null;
  return t(`share.do.${again ? 'reassignment' : act}`);
}
