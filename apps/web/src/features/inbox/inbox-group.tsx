import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toObjective } from '../../places.js';
import { Tag } from '../../ui/tag.js';
import { fetched } from '../../client/fetched.js';
import { useFormats } from '../../words/use-formats.js';
import { useToday } from '../clock/use-now.js';
import { Tick } from '../many/tick.js';
import { useChosen, type Chosen } from '../many/use-chosen.js';
import { numberOf } from '../objectives/number-of.js';
import { useOfficeNames } from '../offices/offices.js';
import { keyOf, placeOf, type InboxAction, type InboxItem } from './act-of.js';
import { AcknowledgeHere } from './acknowledge-here.js';
import { AssignHere } from './assign-here.js';
import { DueTag } from './due-tag.js';
import { isForMany, labelOf } from './for-many.js';
import { InboxList } from './inbox-list.js';

const FEW = 6;

/** Comes when somebody wants several at once. */
const ManyHere = lazy(async () => ({ default: (await fetched(() => import('./many-here.js'))).ManyHere }));

/** Everything that waits for the same act. */
export function InboxGroup({ action, items }: { readonly action: InboxAction; readonly items: readonly InboxItem[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [several, setSeveral] = useState(false);
  const chosen = useChosen(items.map(keyOf));
  const many = isForMany(action) && (items.length > 1 || several) ? action : null;
  const choosing = many !== null && several;
  const shown = all || choosing ? items : items.slice(0, FEW);
  return (
    <InboxList
      name={t(`inbox.group.${action}`)}
      count={items.length}
      below={
        <>
          {items.length > FEW && !choosing && (
            <button
              type="button"
              className="btn btn-outline-primary btn-xs"
              onClick={() => setAll((before) => !before)}
            >
              {all ? t('inbox.showFewer') : t('inbox.showAll', { count: items.length })}
            </button>
          )}
          {many !== null && (
            <p className="several">
              <button
                type="button"
                className="btn btn-outline-primary btn-xs"
                aria-expanded={choosing}
                onClick={() => setSeveral((before) => !before)}
              >
                {choosing ? t('many.one') : t('many.several')}
              </button>
            </p>
          )}
          <Suspense>{choosing && <ManyHere action={many} items={items} chosen={chosen} />}</Suspense>
        </>
      }
    >
      {shown.map((item) => (
        <Item key={keyOf(item)} item={item} chosen={choosing ? chosen : undefined} />
      ))}
    </InboxList>
  );
}

function Item({ item, chosen }: { readonly item: InboxItem; readonly chosen: Chosen | undefined }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const dueOn = item.deadline?.dueOn ?? item.returnBy ?? undefined;
  return (
    <li>
      {chosen !== undefined && <Tick name={keyOf(item)} label={labelOf(item)} chosen={chosen} />}
      <div className="inbox-words">
        <p className="inbox-title">
          <Link to={toObjective(item.objectiveId)}>
            <span className="number">{numberOf(item.objectiveId)}</span> {item.title}
          </Link>
        </p>
        <p className="quiet">
          {nameOf(item.areaId)}
          {item.approval !== null && <> · {item.approval.name[formats.language]}</>}
          {item.deadline !== null && item.deadline.text !== '' && <> · {item.deadline.text}</>}
        </p>
        <p className="inbox-tags">
          {dueOn === undefined ? (
            <span className="quiet">{t('inbox.since', { day: formats.dayOfInstant(item.since) })}</span>
          ) : (
            <Due dueOn={dueOn} />
          )}
          {item.asSubstitute && <Tag>{t('inbox.asSubstitute')}</Tag>}
        </p>
      </div>
      <div className="inbox-act">
        {item.action === 'acknowledge' ? (
          <AcknowledgeHere item={item} />
        ) : item.action === 'assign' ? (
          <AssignHere item={item} />
        ) : (
          <Link
            to={placeOf(item)}
            className="btn btn-primary btn-xs"
            aria-label={`${t(`inbox.act.${item.action}`)}: ${item.title}`}
          >
            {t(`inbox.act.${item.action}`)}
          </Link>
        )}
      </div>
    </li>
  );
}

function Due({ dueOn }: { readonly dueOn: string }) {
  const today = useToday();
  return <DueTag day={dueOn} past={today !== null && dueOn < today} />;
}
