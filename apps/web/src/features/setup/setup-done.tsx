import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { SendBar } from '../../ui/send-bar.js';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { asDate } from '../body/month-days.js';
import type { Body } from '../body/use-body.js';
import { useSoFar } from './so-far.js';
import { toSetup, type SetupStep } from './steps.js';

/** What is there and what is missing, and the end of the setup. */
export function SetupDone({ body }: { readonly body: Body }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const navigate = useNavigate();
  const { people, plan, done } = useSoFar(body);
  const act = useAct('completeSetup', {
    onDone: () => {
      announce(t('setup.completed'));
      void navigate('/');
    },
  });
  const count = (kind: 'area' | 'office') => body.offices.filter((office) => office.kind === kind).length;
  const rows: readonly (readonly [SetupStep, string, string])[] = [
    ['body', t('setup.doneName'), body.name],
    [
      'calendar',
      t('setup.donePatron'),
      body.patronDay === null ? t('setup.doneNoPatron') : formats.dayAndMonth(asDate(body.patronDay)),
    ],
    [
      'offices',
      t('setup.doneOffices'),
      `${t('setup.doneAreasCount', { count: count('area') })}, ${t('setup.doneOfficesCount', { count: count('office') })}`,
    ],
    ['people', t('setup.donePeople'), t('setup.peopleSoFar', { count: people })],
    ['plan', t('setup.donePlan'), plan?.title ?? ''],
  ];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void act.send({ body: {} });
      }}
    >
      <p>{t('setup.doneText')}</p>
      <dl className="standing-list">
        {rows.map(([step, name, value]) => (
          <div key={step}>
            <dt>{name}</dt>
            <dd>
              {done[step] ? (
                value
              ) : (
                <>
                  <Tag tone="attention">{t('setup.doneNone')}</Tag>{' '}
                  <Link to={toSetup(step)} aria-label={`${t('setup.doneGo')}: ${t(`setup.step.${step}`)}`}>
                    {t('setup.doneGo')}
                  </Link>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {body.setup.complete ? (
        <>
          <p>{t('setup.already')}</p>
          <div className="send-buttons">
            <Link to="/" className="btn btn-primary">
              {t('setup.toHome')}
            </Link>
            <Link to="/administration" className="btn btn-outline-primary">
              {t('setup.toAdministration')}
            </Link>
          </div>
        </>
      ) : (
        <SendBar label={t('setup.complete')} act={act} />
      )}
    </form>
  );
}
