import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../../client/use-act.js';
import { Select } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { days, exists, months } from './month-days.js';
import type { BodyFormProps } from './name-form.js';
import { useOwnChange } from './own-change.js';

const Choice = z
  .object({ kept: z.enum(['yes', 'no']), day: z.string(), month: z.string() })
  .refine(({ kept, day, month }) => kept === 'no' || exists(month, day), { path: ['day'] });

/** The one holiday that only this body has. */
export function PatronDayForm({ body, label, onSaved, children }: BodyFormProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const changed = useOwnChange();
  const act = useAct('setPatronDay', {
    onDone: (answer, { body: said }) => {
      form.sent();
      changed(said, answer);
      onSaved();
    },
  });
  const [month = '', day = ''] = body.patronDay?.split('-') ?? [];
  const blank = { kept: 'yes', day, month };
  const form = useKeptForm('body/patron-day', Choice, blank, (typed) => typed);
  const kept = form.watch('kept');
  const submit = form.handleSubmit((typed) =>
    act.send({ body: { patronDay: typed.kept === 'no' ? null : `${typed.month}-${typed.day}` } }),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <DraftNote form={form} />
      <p>{t('body.calendarText')}</p>
      <fieldset className="field choices">
        <legend className="visually-hidden">{t('body.calendar')}</legend>
        {(['yes', 'no'] as const).map((value) => (
          <label key={value} className="choice">
            <input type="radio" value={value} {...form.register('kept')} />
            <span>{t(value === 'yes' ? 'body.hasPatron' : 'body.noPatron')}</span>
          </label>
        ))}
      </fieldset>
      {kept === 'yes' && (
        <div className="side-by-side">
          <Select
            label={t('body.day')}
            error={form.formState.errors.day && t('body.dayMissing')}
            {...form.register('day')}
          >
            <option value=""> </option>
            {days.map((value) => (
              <option key={value} value={value}>
                {Number(value)}
              </option>
            ))}
          </Select>
          <Select label={t('body.month')} {...form.register('month')}>
            <option value=""> </option>
            {months.map((value) => (
              <option key={value} value={value}>
                {formats.monthName(value)}
              </option>
            ))}
          </Select>
        </div>
      )}
      <SendBar label={label} act={act}>
        {children}
      </SendBar>
    </form>
  );
}
