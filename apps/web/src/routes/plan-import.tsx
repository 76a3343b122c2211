import { skipToken, useQuery } from '@tanstack/react-query';
import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { DocumentChosen } from '../features/plan-import/document-chosen.js';
import { DocumentStep } from '../features/plan-import/document-step.js';
import { QuestionsStep } from '../features/plan-import/questions-step.js';
import { readingOf, type Reading } from '../features/plan-import/read-document.js';
import { ReadingStep } from '../features/plan-import/reading-step.js';
import { isImportStep, stepsOf, toImport, type ImportStep } from '../features/plan-import/steps.js';
import { useChoice, type UsedChoice } from '../features/plan-import/use-choice.js';
import { WeightsStep } from '../features/plan-import/weights-step.js';
import { toPlan } from '../places.js';
import { Page } from '../ui/page.js';
import { Refusal } from '../ui/refusal.js';
import { Steps } from '../ui/steps.js';
import { Waiting } from '../ui/waiting.js';
import '../styles/office.css';

const NOWHERE = { sha256: '', name: '' };

/** From the published document to a plan in draft. */
export function PlanImportScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const fromSetup = search.get('from') === 'setup';
  const choice = useChoice();
  const { document, answers } = choice;
  const [drafted, setDrafted] = useState<string | null>(null);
  const options = readingOf(document ?? NOWHERE, answers);
  const asked = useQuery({
    ...options,
    queryFn: document === null ? skipToken : options.queryFn,
    // while it is read anew with another answer; of another document nothing is shown
    placeholderData: (before, of) => (of?.queryKey[1] === document?.sha256 ? before : undefined),
  });
  const to = (step: ImportStep) => toImport(step, fromSetup);
  const wanted = search.get('step') ?? undefined;
  const step = document === null ? 'document' : isImportStep(wanted) ? wanted : 'reading';
  const steps = stepsOf(asked.data);
  if (drafted !== null) return <Drafted year={drafted} fromSetup={fromSetup} />;
  return (
    <Page title={t('reading.title')} lead={t('reading.lead')}>
      <Steps
        name={t('reading.steps')}
        current={steps.findIndex(({ id }) => id === step)}
        words={{ done: t('reading.stepDone'), open: t('reading.stepOpen') }}
        steps={steps.map(({ id, done }) => ({ to: to(id), label: t(`reading.step.${id}`), done }))}
      />
      {document !== null && <DocumentChosen document={document} reading={asked.data} onAnother={choice.clear} />}
      {step === 'document' ? (
        document === null && (
          <DocumentStep
            onChosen={(chosen) => {
              choice.use(chosen);
              void navigate(to('reading'));
            }}
          />
        )
      ) : asked.data === undefined ? (
        <Unread name={document?.name ?? ''} error={asked.error} />
      ) : (
        <>
          <Refusal error={asked.error} />
          <Shown
            step={step}
            reading={asked.data}
            choice={choice}
            rereading={asked.isPlaceholderData}
            to={to}
            onDrafted={setDrafted}
          />
        </>
      )}
      <NextStep step={step} to={to} ready={asked.data !== undefined} />
    </Page>
  );
}

function Shown({ step, reading, choice, rereading, to, onDrafted }: ShownProps) {
  const { document } = choice;
  if (document === null) return null;
  switch (step) {
    case 'document':
      return null;
    case 'reading':
      return (
        <ReadingStep
          key={document.sha256}
          document={document}
          reading={reading}
          toQuestions={to('questions')}
          onAnother={choice.clear}
        />
      );
    case 'questions':
      return <QuestionsStep document={document} reading={reading} choice={choice} rereading={rereading} />;
    case 'weights':
      return <WeightsStep document={document} reading={reading} choice={choice} toStep={to} onDrafted={onDrafted} />;
  }
}

interface ShownProps {
  readonly step: ImportStep;
  readonly reading: Reading;
  readonly choice: UsedChoice;
  readonly rereading: boolean;
  readonly to: (step: ImportStep) => string;
  readonly onDrafted: (planId: string) => void;
}

function Unread({ name, error }: { readonly name: string; readonly error: Error | null }) {
  const { t } = useTranslation();
  if (error !== null) return <Refusal error={error} />;
  return (
    <>
      <p role="status">
        {t('reading.readingNow', { name })} <span className="quiet">{t('reading.readingLong')}</span>
      </p>
      <Waiting />
    </>
  );
}

function NextStep({ step, to, ready }: NextStepProps) {
  const { t } = useTranslation();
  const all = stepsOf(undefined).map(({ id }) => id);
  const index = all.indexOf(step);
  const [before, after] = [all[index - 1], all[index + 1]];
  return (
    <div className="send-buttons">
      {after !== undefined && ready && (
        <Link to={to(after)} className="btn btn-primary">
          {t('reading.next')}
        </Link>
      )}
      {before !== undefined && (
        <Link to={to(before)} className="btn btn-outline-primary">
          {t('reading.back')}
        </Link>
      )}
    </div>
  );
}

interface NextStepProps {
  readonly step: ImportStep;
  readonly to: (step: ImportStep) => string;
  readonly ready: boolean;
}

function Drafted({ year, fromSetup }: { readonly year: string; readonly fromSetup: boolean }) {
  const { t } = useTranslation();
  return (
    <Page title={t('reading.drafted', { year })}>
      <div role="status">
        <Callout color="success">
          <CalloutTitle tag="h2">{t('reading.drafted', { year })}</CalloutTitle>
          <CalloutText>{t('reading.draftedText')}</CalloutText>
        </Callout>
      </div>
      <div className="send-buttons">
        {fromSetup && (
          <Link to="/setup/done" className="btn btn-primary">
            {t('reading.toSetup')}
          </Link>
        )}
        <Link to={toPlan(year)} className={`btn ${fromSetup ? 'btn-outline-primary' : 'btn-primary'}`}>
          {t('plan.open')}
        </Link>
      </div>
    </Page>
  );
}
