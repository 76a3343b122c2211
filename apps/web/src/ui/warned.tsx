import { Button } from 'design-react-kit';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { createStore, useStore } from '../client/store.js';
import { Warnings, type Told } from './warnings.js';

const warned = createStore<readonly Told[]>([]);

/** What the answer to a command tells besides that it is done: told on the page that comes next, until that is left or it is closed. */
export function warn(warnings: readonly Told[]): void {
  warned.set(warnings);
}

/** Whether something was told that nobody has closed yet. */
export function isWarned(): boolean {
  return warned.get().length > 0;
}

/** On the pages that a form leads to. */
export function Warned() {
  const { t } = useTranslation();
  const told = useStore(warned);
  // told once, to who had sent it
  useEffect(() => () => warn([]), []);
  return (
    <Warnings warnings={told}>
      <Button color="primary" outline size="xs" type="button" onClick={() => warn([])}>
        {t('app.close')}
      </Button>
    </Warnings>
  );
}
