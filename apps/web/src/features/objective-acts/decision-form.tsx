import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Select, TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { withoutTwins } from '../acts/without-twins.js';
import { DraftNote } from '../drafts/draft-note.js';
import { awaitsDecision, isJudgedBy, type Objective, type Share } from '../objectives/offers.js';
import { useMe } from '../session/session.js';
import { ActField } from './act-field.js';
import { asAct, noAct } from './act-fields.js';
import { useDefinitionInForce } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { EffectField } from './effect-field.js';
import { JustificationShown } from './justification-shown.js';
import { instanceIn, MissedField, named } from './missed-field.js';
import { wrongAt } from './refused-at.js';
import { useShareForm } from './use-share-form.js';

type Step = NonNullable<Answer<'workflow'>['definition']['chains']['justification']>['steps'][number];
type Due = Share['due'][number];

/** One step of the decision on a justification: what was said, then accepted with an effect, or rejected with a reason. */
export function DecisionForm(props: ActProps) {
  const { t } = useTranslation();
  const { user } = useMe();
  const chain = useDefinitionInForce()?.chains.justification;
  const waiting = props.share.due.filter(awaitsDecision);
  const own = waiting.filter((due) => isJudgedBy(due, user));
  const among = own.length > 0 ? own : waiting;
  const asked = among.find((due) => props.occasion !== null && named(due) === named(props.occasion));
  const due = asked ?? among[0];
  if (due === undefined) return <p className="panel">{t('lifecycle.none')}</p>;
  if (chain === undefined) return null;
  const step = chain.steps.find(({ id }) => id === due.judging?.step) ?? chain.steps[0];
  return <Decide {...props} among={asked === undefined ? among : [asked]} due={due} steps={chain.steps} step={step} />;
}

function Decide({ among, due, steps, step, ...props }: DecideProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { form, act, onSubmit } = useShareForm('decideJustification', props, {
    draft: `/${step?.id ?? ''}/${due.deadlineId}/${due.instance}`,
    blank: { missed: named(due), accept: 'yes', effect: '', note: '', act: noAct },
    toSent: (typed) => ({
      missed: instanceIn(typed.missed),
      step: step?.id ?? '-',
      accept: typed.accept === 'yes',
      effect: typed.accept === 'yes' && typed.effect !== '' ? typed.effect : null,
      note: typed.note,
      act: asAct(typed.act),
    }),
    said: () => t('lifecycle.decided'),
  });
  const { errors } = form.formState;
  const [missed, accept] = form.watch(['missed', 'accept']);
  const last = steps.at(-1)?.id === step?.id;
  return (
    <>
      <JustificationShown
        objective={props.objective}
        share={props.share}
        due={among.find((one) => named(one) === missed) ?? due}
      />
      <form className="panel" noValidate onSubmit={onSubmit}>
        <h2>{step?.name[formats.language]}</h2>
        <DraftNote form={form} />
        {among.length > 1 && (
          <MissedField among={among} error={wrongAt(errors.missed, t('form.required'))} {...form.register('missed')} />
        )}
        <Select label={t('lifecycle.verdict')} {...form.register('accept')}>
          <option value="yes">{t('lifecycle.accept')}</option>
          <option value="no">{t('lifecycle.reject')}</option>
        </Select>
        {accept === 'yes' && (
          <EffectField
            last={last}
            error={wrongAt(errors.effect, t('lifecycle.effectMissing'))}
            {...form.register('effect')}
          />
        )}
        <TextArea
          label={accept === 'yes' ? t('lifecycle.note') : t('lifecycle.reason')}
          optional={accept === 'yes'}
          rows={3}
          error={wrongAt(errors.note, t('act.reasonNeeded'))}
          {...form.register('note')}
        />
        {step?.act != null && <ActField form={form} kinds={withoutTwins(step.act.kinds)} />}
        <SendBar label={t('lifecycle.decide')} act={act} />
      </form>
    </>
  );
}

interface DecideProps {
  readonly objective: Objective;
  readonly share: Share;
  readonly occasion: ActProps['occasion'];
  readonly onDone: ActProps['onDone'];
  /** Those that the same office may decide on. */
  readonly among: readonly Due[];
  readonly due: Due;
  readonly steps: readonly Step[];
  readonly step: Step | undefined;
}
