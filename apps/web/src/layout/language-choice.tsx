import { useTranslation } from 'react-i18next';
import { chooseLanguage, language } from '../client/language.js';
import { useStore } from '../client/store.js';

const names = { it: 'Italiano', en: 'English' } as const;

/** Italian or English; remembered on this browser. */
export function LanguageChoice() {
  const { t } = useTranslation();
  const chosen = useStore(language);
  return (
    <div className="languages" role="group" aria-label={t('app.language')}>
      {(['it', 'en'] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === chosen}
          aria-label={`${each.toUpperCase()}, ${names[each]}`}
          onClick={() => chooseLanguage(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
