import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { NameForm } from '../features/body/name-form.js';
import { OfficesForm } from '../features/body/offices-form.js';
import { PatronDayForm } from '../features/body/patron-day-form.js';
import { useBody, type Body } from '../features/body/use-body.js';
import { OfficesList } from '../features/lists/offices-list.js';
import { SetupDone } from '../features/setup/setup-done.js';
import { setupSeen } from '../features/setup/setup-first.js';
import { SetupPeople } from '../features/setup/setup-people.js';
import { SetupPlan } from '../features/setup/setup-plan.js';
import { useSoFar } from '../features/setup/so-far.js';
import { after, before, isStep, steps, toSetup, type SetupStep } from '../features/setup/steps.js';
import { useDefinitionInForce } from '../features/workflow/use-chain-in-force.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { Steps } from '../ui/steps.js';
import '../styles/office.css';

/** The first steps of a body, in any order; `setup.next` says where one left off. */
export function SetupScreen() {
  const { t } = useTranslation();
  const { step } = useParams();
  const asked = useBody();
  useDefinitionInForce(); // asked from the first step on: it says which offices are needed
  useEffect(setupSeen, []);
  return (
    <Page title={t('setup.title')} lead={t('setup.lead')}>
      <Answered asked={asked}>
        {(body) =>
          isStep(step) ? (
            <ShownStep body={body} step={step} />
          ) : (
            <Navigate to={toSetup(body.setup.next ?? 'done')} replace />
          )
        }
      </Answered>
    </Page>
  );
}

function ShownStep({ body, step }: { readonly body: Body; readonly step: SetupStep }) {
  const { t } = useTranslation();
  const { people, plan, done } = useSoFar(body);
  return (
    <>
      <Steps
        name={t('setup.steps')}
        current={steps.indexOf(step)}
        words={{ done: t('setup.stepDone'), open: t('setup.stepOpen') }}
        steps={steps.map((each) => ({ to: toSetup(each), label: t(`setup.step.${each}`), done: done[each] }))}
      />
      <section className="panel setup-step" key={step}>
        <h2>{t(`setup.heading.${step}`)}</h2>
        <Form body={body} step={step} people={people} planTitle={plan?.title ?? null} done={done[step]} />
      </section>
      <p>
        <Link to="/">{t('setup.later')}</Link> <span className="quiet">{t('setup.saveFirst')}</span>
      </p>
    </>
  );
}

function Form({ body, step, people, planTitle, done }: FormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const next = () => void navigate(toSetup(after(step)));
  const back = before(step);
  const saves = step !== 'people' && step !== 'plan';
  const others = (
    <>
      <Link to={toSetup(after(step))} className={`btn ${done && !saves ? 'btn-primary' : 'btn-outline-primary'}`}>
        {t(done ? (saves ? 'setup.nextUnsaved' : 'setup.next') : 'setup.skip')}
      </Link>
      {back !== null && (
        <Link to={toSetup(back)} className="btn btn-link">
          {t('setup.back')}
        </Link>
      )}
    </>
  );
  const form = { body, label: t('setup.saveAndGo'), onSaved: next, children: others };
  switch (step) {
    case 'body':
      return <NameForm {...form} />;
    case 'calendar':
      return <PatronDayForm {...form} />;
    case 'offices':
      return (
        <>
          <OfficesForm key={JSON.stringify(body.offices)} {...form} />
          <OfficesList />
        </>
      );
    case 'people':
      return (
        <>
          <SetupPeople people={people} />
          <div className="send-buttons step-buttons">{others}</div>
        </>
      );
    case 'plan':
      return (
        <>
          <SetupPlan title={planTitle} />
          <div className="send-buttons step-buttons">{others}</div>
        </>
      );
    case 'done':
      return <SetupDone body={body} />;
  }
}

interface FormProps {
  readonly body: Body;
  readonly step: SetupStep;
  readonly people: number;
  readonly planTitle: string | null;
  readonly done: boolean;
}
