import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import '../../styles/office.css';

/** A page of the administration, with the way to the others. */
export function AdministrationPage({ title, lead, aside, children }: AdministrationPageProps) {
  const { t } = useTranslation();
  return (
    <Page title={title} overline={t('people.administration')} lead={lead} aside={aside}>
      <Tabs
        name={t('people.sections')}
        tabs={[
          { to: '/administration', label: t('people.people'), end: true },
          { to: '/administration/body', label: t('body.title') },
          { to: '/administration/system', label: t('system.title') },
        ]}
      />
      {children}
    </Page>
  );
}

interface AdministrationPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}
