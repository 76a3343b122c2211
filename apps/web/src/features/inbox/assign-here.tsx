import { Button } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Refusal } from '../../ui/refusal.js';
import { useOfficeNames } from '../offices/offices.js';
import { placeOf, type InboxItem } from './act-of.js';

/** To the area of the plan with one press; to another office on a form. */
export function AssignHere({ item }: { readonly item: InboxItem }) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const act = useAct('assign');
  const { objectiveId, shareId, areaId, title } = item;
  const office = nameOf(areaId);
  return (
    <>
      <Button
        color="primary"
        size="xs"
        type="button"
        aria-disabled={act.pending}
        aria-label={`${t('share.assignTo', { office })}: ${title}`}
        onClick={() =>
          void act.send({ params: { objectiveId, shareId }, body: { office: areaId } }).then((answer) => {
            if (answer !== null) announce(t('inbox.assigned', { office, title }));
          })
        }
      >
        {act.pending && <span className="spinner" aria-hidden="true" />}
        {t('share.assignTo', { office })}
      </Button>
      <Link to={placeOf(item)} className="other-way" aria-label={`${t('share.assignOther')}: ${title}`}>
        {t('share.assignOther')}
      </Link>
      <Refusal error={act.error} />
    </>
  );
}
