import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from './announcer.js';
import { TextField } from './field.js';
import { Icon } from './icon.js';

/** A secret that whoever types it may look at. */
export function PasswordField(field: Omit<ComponentProps<typeof TextField>, 'type' | 'beside'>) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...field}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      beside={
        <button
          type="button"
          className="btn-plain show-password"
          aria-pressed={shown}
          title={t(shown ? 'password.hide' : 'password.show')}
          onClick={() => {
            setShown(!shown);
            announce(t(shown ? 'password.hidden' : 'password.shown'));
          }}
        >
          <Icon name={shown ? 'it-password-invisible' : 'it-password-visible'} title={t('password.show')} />
        </button>
      }
    />
  );
}
