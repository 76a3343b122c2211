import { useQuery } from '@tanstack/react-query';
import { romeMidnightAfter } from '#domain';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { query } from '../client/queries.js';
import { PlanRows } from '../features/plans/plan-rows.js';
import { toPlan } from '../places.js';
import { Answered } from '../ui/answered.js';
import { TextField } from '../ui/field.js';
import { Icon } from '../ui/icon.js';
import { Page } from '../ui/page.js';
import { useFormats } from '../words/use-formats.js';

/** The last instant of a day. */
const endOf = (day: string) => new Date(Date.parse(romeMidnightAfter(day)) - 1).toISOString();

/** The plan's tables as published, the last column as of any day, by what had happened or by what was known. */
export function PlanTableScreen() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { planId = '' } = useParams();
  const [asked, setAsked] = useSearchParams();
  const [on, known] = [asked.get('on') ?? '', asked.get('known') ?? ''];
  const table = useQuery({
    ...query('planTable', {
      params: { planId },
      query: { ...(on !== '' && { on }), ...(known !== '' && { asOf: endOf(known) }) },
    }),
    placeholderData: (before) => before,
  });
  const choose = (name: string, value: string) =>
    setAsked(
      (before) => {
        if (value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  return (
    <Page
      title={t('plan.table')}
      overline={table.data && `${table.data.plan.body} – ${table.data.plan.title}`}
      lead={t('plan.tableLead')}
      trail={[
        { to: '/plans', label: t('plan.plans') },
        { to: toPlan(planId), label: table.data?.plan.title ?? t('plan.title') },
      ]}
      aside={
        <button type="button" className="btn btn-outline-primary btn-xs no-print" onClick={() => print()}>
          <Icon name="it-print" className="icon-primary" /> {t('app.print')}
        </button>
      }
    >
      <form className="panel side-by-side no-print" onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t('plan.on')}
          hint={t('plan.onHint')}
          type="date"
          value={on}
          onChange={(event) => choose('on', event.target.value)}
        />
        <TextField
          label={t('plan.asOf')}
          hint={t('plan.asOfHint')}
          type="date"
          value={known}
          onChange={(event) => choose('known', event.target.value)}
        />
      </form>
      <Answered asked={table}>
        {({ missions, realisedOn }) => (
          <div aria-busy={table.isPlaceholderData}>
            {missions
              .filter(({ strategicObjectives }) => strategicObjectives.some(({ rows }) => rows.length > 0))
              .map(({ number, title, strategicObjectives }) => (
                <section key={number} className="mission">
                  <h2>{t('plan.mission', { number: String(number), title })}</h2>
                  {strategicObjectives
                    .filter(({ rows }) => rows.length > 0)
                    .map((strategic) => (
                      <PlanRows
                        key={strategic.number}
                        title={t('plan.strategic', { number: String(strategic.number), title: strategic.title })}
                        rows={strategic.rows}
                        realised={t('plan.realised', { day: formats.day(realisedOn) })}
                      />
                    ))}
                </section>
              ))}
          </div>
        )}
      </Answered>
    </Page>
  );
}
