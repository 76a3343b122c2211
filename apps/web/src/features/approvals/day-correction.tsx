import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Select, TextArea, TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { useToday } from '../clock/use-now.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { useOfficeNames } from '../offices/offices.js';
import { useMay, useMe } from '../session/session.js';
import type { ApprovalDetail } from './approval-steps.js';
import { correctableIn, type Correctable } from './correctable.js';
import { usePersonNames } from './use-person-names.js';

interface Typed {
  /** Place in what may be corrected; empty: none was chosen. */
  readonly of: string;
  readonly day: string;
  readonly reason: string;
}

const BLANK: Typed = { of: '', day: '', reason: '' };

/** What was recorded without its day: whoever did it, or the Segretario, says of which it was. */
export function DayCorrection({ approval }: { readonly approval: ApprovalDetail }) {
  const { t } = useTranslation();
  const { user } = useMe();
  const may = useMay();
  const theirs = correctableIn(approval, may('approval.reassign') ? null : user.id);
  if (theirs.length === 0 || !may('approval.act')) return null;
  return (
    <details className="panel">
      <summary>{t('approval.correctDay')}</summary>
      <DayCorrectionForm approval={approval} theirs={theirs} />
    </details>
  );
}

function DayCorrectionForm({ approval, theirs }: DayCorrectionFormProps) {
  const { t } = useTranslation();
  const wordsOf = useCorrectableWords(approval);
  const today = useToday();
  const act = useAct('correctDay');
  const { approvalId } = approval;
  const form = useKeptForm<Typed, typeof routes.correctDay.body>(
    `approval-day/${approvalId}`,
    routes.correctDay.body,
    BLANK,
    ({ of, day, reason }) => {
      const { step = null, person = null } = theirs[Number(of)] ?? {};
      return { ...(step !== null && { step }), ...(person !== null && { account: person }), day, reason };
    },
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    const missing = form.getValues('of') === '' ? 'of' : body.reason.trim() === '' ? 'reason' : null;
    if (missing !== null) {
      form.setError(missing, { type: 'required' }, { shouldFocus: true });
      return;
    }
    if ((await act.send({ params: { approvalId }, body })) === null) return;
    form.sent();
    form.reset(BLANK);
    announce(t('approval.dayCorrected'));
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>{t('approval.correctDayLead')}</p>
      <DraftNote form={form} />
      <Select
        label={t('approval.correctDayOf')}
        error={errors.of && t('approval.correctDayMissing')}
        {...form.register('of')}
      >
        <option value="">–</option>
        {theirs.map((one, index) => (
          <option key={`${one.step} ${one.person}`} value={String(index)}>
            {wordsOf(one)}
          </option>
        ))}
      </Select>
      <TextField
        label={t('approval.correctDayDay')}
        type="date"
        max={today ?? undefined}
        error={errors.day && t('form.date')}
        {...form.register('day')}
      />
      <TextArea
        label={t('approval.reasonField')}
        rows={3}
        error={errors.reason && t('approval.reasonMissing')}
        {...form.register('reason')}
      />
      <SendBar label={t('approval.correctDay')} act={act} />
    </form>
  );
}

function useCorrectableWords({ steps }: ApprovalDetail): (one: Correctable) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const personName = usePersonNames();
  return ({ step, person, office, on }) => {
    const day = formats.longDay(on);
    if (step === null) return t('approval.correctDaySent', { day });
    const name = steps.find(({ id }) => id === step)?.name[formats.language] ?? step;
    const who = [...new Set([personName(person ?? ''), nameOf(office)])].join(', ');
    return t('approval.correctDayVote', { step: name, who, day });
  };
}

interface DayCorrectionFormProps {
  readonly approval: ApprovalDetail;
  readonly theirs: readonly Correctable[];
}
