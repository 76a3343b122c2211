import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.js';
import { Icon } from '../../ui/icon.js';
import type { Document, Reading } from './read-document.js';

/** Which document it is, and the way to another. */
export function DocumentChosen({ document, reading, onAnother }: DocumentChosenProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const plan = reading?.plan;
  return (
    <div className="notice">
      <Icon name="it-file" />
      <p>
        <strong>{t('reading.chosen', { name: document.name })}</strong>
        {plan !== undefined && plan.body !== '' && (
          <>
            {' '}
            · {t('reading.plan', { year: String(plan.year ?? t('reading.noYear')) })}, {plan.body}
          </>
        )}
      </p>
      <button type="button" className="btn btn-outline-primary btn-xs" onClick={() => setAsking(true)}>
        {t('reading.another')}
      </button>
      {asking && (
        <Dialog title={t('reading.anotherTitle')} onClose={() => setAsking(false)}>
          <p>{t('reading.anotherText')}</p>
          <div className="send-buttons">
            <Button
              color="primary"
              type="button"
              onClick={() => {
                setAsking(false);
                onAnother();
              }}
            >
              {t('reading.another')}
            </Button>
            <Button color="primary" outline type="button" onClick={() => setAsking(false)}>
              {t('app.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

interface DocumentChosenProps {
  readonly document: Document;
  readonly reading: Reading | undefined;
  readonly onAnother: () => void;
}
