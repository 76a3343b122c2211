import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { behind, endsSoon, isBackupOld, isDiskLow, type SystemStatus } from './concerns.js';
import { RefusedList } from './refused-list.js';

const PARTS = ['log', 'database', 'readModel'] as const;

/** The state of the system in words, with what to do where something is wrong. */
export function SystemShown({ status, now }: { readonly status: SystemStatus; readonly now: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { parts, parked, refused, disk, memory, lastBackup, certificate, body } = status;
  const well = status.status === 'well';
  const down = PARTS.some((part) => parts[part] === 'down');
  const late = behind(status);
  const oldest = late.map(({ updatedAt }) => updatedAt).toSorted()[0];
  const backUp = `npm run -s traguardo -- backup --body ${body} --to …`;
  return (
    <>
      <Callout color={well ? 'success' : 'danger'}>
        <CalloutTitle tag="h2">{t(well ? 'system.well' : 'system.impaired')}</CalloutTitle>
        <CalloutText>{t(well ? 'system.wellText' : 'system.impairedText')}</CalloutText>
      </Callout>
      <dl className="standing-list panel">
        <Fact name={t('system.parts')} advice={down && t('system.downText')}>
          <ul className="plain-list system-parts">
            {PARTS.map((part) => (
              <li key={part}>
                {t(`system.part.${part}`)}:{' '}
                <Tag tone={parts[part] === 'up' ? 'good' : 'bad'}>{t(`system.${parts[part]}`)}</Tag>
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={t('system.tables')} advice={late.length > 0 && t('system.behindText')}>
          {oldest === undefined ? (
            <Tag tone="good">{t('system.upToDate')}</Tag>
          ) : (
            <Tag tone="attention">{t('system.behind', { when: formats.instant(oldest) })}</Tag>
          )}
        </Fact>
        <Fact name={t('system.parked')} advice={parked.length > 0 && t('system.parkedText', { count: parked.length })}>
          {parked.length === 0 ? (
            t('system.noneParked')
          ) : (
            <ul className="plain-list mono">
              {parked.map(({ projection, stream, revision, at }) => (
                <li key={`${projection} ${stream}`}>
                  {projection} {stream}@{revision} {formats.instant(at)}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        {refused.length > 0 && (
          <Fact
            name={t('system.refused')}
            advice={refused.some(({ settled }) => settled === null) && t('system.refusedText')}
          >
            <RefusedList refused={refused} />
          </Fact>
        )}
        <Fact name={t('system.disk')} advice={isDiskLow(disk) && t('system.diskLow')}>
          {t('system.diskFree', { free: formats.bytes(disk.freeBytes), total: formats.bytes(disk.totalBytes) })}
        </Fact>
        <Fact
          name={t('system.backup')}
          advice={
            (lastBackup === null || isBackupOld(lastBackup, now)) && (
              <>
                {t(lastBackup === null ? 'system.backupText' : 'system.backupOld')} <code>{backUp}</code>
              </>
            )
          }
        >
          {lastBackup === null
            ? t('system.backupNever')
            : t('system.backupAt', { when: formats.instant(lastBackup.at), to: lastBackup.to })}
        </Fact>
        <Fact name={t('system.certificate')} advice={endsSoon(certificate, now) && t('system.certificateSoon')}>
          {certificate === null
            ? t('system.noCertificate')
            : t('system.certificateUntil', { when: formats.dayOfInstant(certificate.validTo) })}
        </Fact>
        <Fact name={t('system.memory')}>
          {t('system.memoryUsed', {
            own: formats.bytes(memory.ownBytes),
            free: formats.bytes(memory.freeBytes),
            total: formats.bytes(memory.totalBytes),
          })}
        </Fact>
        <Fact name={t('system.version')}>{t('system.versionOf', { version: status.version, node: status.node })}</Fact>
        <Fact name={t('system.since')}>{formats.instant(status.startedAt)}</Fact>
        <Fact name={t('system.position')}>
          <span className="mono">{status.log.position ?? '–'}</span>
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, advice, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {advice !== undefined && advice !== false && <p className="advice">{advice}</p>}
      </dd>
    </div>
  );
}

interface FactProps {
  readonly name: string;
  /** What to do; false: nothing. */
  readonly advice?: ReactNode;
  readonly children: ReactNode;
}
