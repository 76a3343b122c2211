import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Answered } from '../../ui/answered.js';
import { Refusal } from '../../ui/refusal.js';
import { Table, type Column } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';

type Session = Answer<'mySessions'>['sessions'][number];

/** Where the account is signed in; each can be ended, or all at once. */
export function Sessions() {
  const { t } = useTranslation();
  const formats = useFormats();
  const asked = useQuery(query('mySessions', {}));
  const end = useAct('endSession');
  const everywhere = useAct('signOutEverywhere');
  const columns = useMemo<readonly Column<Session>[]>(
    () => [
      {
        id: 'device',
        header: t('account.device'),
        heading: true,
        cell: ({ device, current }) => (
          <>
            {device ?? t('account.unknownDevice')} {current && <Tag tone="good">{t('account.thisSession')}</Tag>}
          </>
        ),
      },
      {
        id: 'createdAt',
        header: t('account.signedInAt'),
        cell: ({ createdAt }) => formats.instant(createdAt),
      },
      {
        id: 'lastSeenAt',
        header: t('account.lastSeenAt'),
        cell: ({ lastSeenAt }) => formats.instant(lastSeenAt),
      },
      {
        id: 'end',
        header: t('share.actColumn'),
        cell: ({ id, current, device }) =>
          !current && (
            <Button
              color="primary"
              outline
              size="xs"
              type="button"
              aria-label={`${t('account.end')}: ${device ?? t('account.unknownDevice')}`}
              onClick={() =>
                void end.sendDone({ params: { sessionId: id } }).then((done) => done && announce(t('account.ended')))
              }
            >
              {t('account.end')}
            </Button>
          ),
      },
    ],
    [t, formats],
  );
  return (
    <>
      <Answered asked={asked}>
        {({ sessions }) => (
          <Table caption={t('account.sessions')} columns={columns} rows={sessions} keyOf={({ id }) => id} />
        )}
      </Answered>
      <Refusal error={end.error ?? everywhere.error} />
      <Button
        color="danger"
        outline
        type="button"
        onClick={() => void everywhere.sendDone({}).then((done) => done && location.reload())}
      >
        {t('account.everywhere')}
      </Button>
    </>
  );
}
