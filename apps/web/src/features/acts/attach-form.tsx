import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { SendBar } from '../../ui/send-bar.js';
import { EvidenceField } from '../documents/evidence-field.js';
import type { Evidence } from '../documents/evidence-list.js';

/** The file of an act that was registered without it; never another afterwards. */
export function AttachForm({ actId }: { readonly actId: string }) {
  const { t } = useTranslation();
  const act = useAct('attachActFile');
  const [files, setFiles] = useState<readonly Evidence[]>([]);
  const [missing, setMissing] = useState(false);
  return (
    <form
      className="panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const [file] = files;
        setMissing(file === undefined);
        if (file === undefined) return;
        void act.send({ params: { actId }, body: { file } }).then((answer) => {
          if (answer !== null) announce(t('acts.attached'));
        });
      }}
    >
      <h2>{t('acts.attach')}</h2>
      <p>{t('acts.attachLead')}</p>
      <EvidenceField
        label={t('acts.fileOf')}
        optional={false}
        multiple={false}
        value={files}
        onChange={setFiles}
        error={missing && files.length === 0 ? t('acts.fileMissing') : undefined}
      />
      <SendBar label={t('acts.attach')} act={act} />
    </form>
  );
}
