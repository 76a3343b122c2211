import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { Problem, Unanswered } from '../client/problem.js';
import { Icon } from './icon.js';

/** Says at once why something was not done, also to those who listen to the page. */
export function Refusal({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="refusal">
      {error !== null && !(error instanceof Unanswered) && (
        <Callout color="danger">
          <CalloutTitle tag="p">
            <Icon name="it-close-circle" />
            <span className="text">{error instanceof Problem ? error.details.title : t('form.refused')}</span>
          </CalloutTitle>
          <CalloutText>
            {error instanceof Problem ? error.message : t('form.unexpected', { message: error.message })}
          </CalloutText>
          {error instanceof Problem && <Places error={error} />}
        </Callout>
      )}
    </div>
  );
}

function Places({ error }: { readonly error: Problem }) {
  const places = error.details.errors ?? [];
  if (places.length === 0) return null;
  return (
    <ul>
      {places.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          {path}: {message}
        </li>
      ))}
    </ul>
  );
}
