import { Button } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Refusal } from '../../ui/refusal.js';
import type { InboxItem } from './act-of.js';

/** One press: the office has seen what it was assigned. */
export function AcknowledgeHere({ item }: { readonly item: InboxItem }) {
  const { t } = useTranslation();
  const act = useAct('acknowledge');
  const { objectiveId, shareId, title } = item;
  return (
    <>
      <Button
        color="primary"
        size="xs"
        type="button"
        aria-disabled={act.pending}
        aria-label={`${t('inbox.act.acknowledge')}: ${title}`}
        onClick={() =>
          void act.send({ params: { objectiveId, shareId } }).then((answer) => {
            if (answer !== null) announce(t('inbox.acknowledged', { title }));
          })
        }
      >
        {act.pending && <span className="spinner" aria-hidden="true" />}
        {t('inbox.act.acknowledge')}
      </Button>
      <Refusal error={act.error} />
    </>
  );
}
