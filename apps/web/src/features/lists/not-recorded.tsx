import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import type { ImportedPeople } from './read-list.js';

/** Which offices and stand-ins of a list the rules refuse, and why; the accounts are made all the same. */
export function NotRecorded({ of }: { readonly of: ImportedPeople['notRecorded'] }) {
  const { t } = useTranslation();
  if (of.length === 0) return null;
  return (
    <Callout color="warning" className="problems">
      <CalloutTitle tag="h2">{t('list.notRecorded')}</CalloutTitle>
      <CalloutText>{t('list.notRecordedText')}</CalloutText>
      <ul className="plain-list problem-list">
        {of.map(({ user, code, message }) => (
          <li key={`${user} ${code} ${message}`}>
            <strong>{user}</strong>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
