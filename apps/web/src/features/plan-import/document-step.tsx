import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../../client/use-act.js';
import { TextArea } from '../../ui/field.js';
import { FileDrop } from '../../ui/file-drop.js';
import { SendBar } from '../../ui/send-bar.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import type { Document } from './read-document.js';

const Pasted = z.object({ text: z.string().trim().min(1) });

/** Where the document comes from: a file, or a text that is pasted and becomes one. */
export function DocumentStep({ onChosen }: { readonly onChosen: (document: Document) => void }) {
  const { t } = useTranslation();
  const upload = useAct('addDocument', {
    onDone: ({ sha256, name }) => onChosen({ sha256, name }),
  });
  return (
    <>
      <section className="panel">
        <FileUpload upload={upload} />
      </section>
      <section className="panel">
        <h2>{t('reading.paste')}</h2>
        <PastedText onChosen={onChosen} />
      </section>
    </>
  );
}

function FileUpload({ upload }: { readonly upload: ReturnType<typeof useAct<'addDocument'>> }) {
  const { t } = useTranslation();
  const { handleSubmit, setValue, watch } = useForm<{ file: File | null }>({ defaultValues: { file: null } });
  const file = watch('file');
  const send = (chosen: File) => void upload.send({ query: { name: chosen.name }, body: chosen });
  const submit = handleSubmit(() => file !== null && send(file));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <FileDrop
        label={t('reading.choose')}
        hint={t('reading.chooseHint')}
        accept=".docx,.xlsx,.txt,.md,.tsv,.csv,.html"
        chosen={file?.name ?? null}
        onFile={(chosen) => {
          setValue('file', chosen);
          send(chosen);
        }}
      />
      {file !== null && <SendBar label={t('app.retry')} act={upload} />}
    </form>
  );
}

function PastedText({ onChosen }: { readonly onChosen: (document: Document) => void }) {
  const { t } = useTranslation();
  const act = useAct('addDocument', {
    onDone: ({ sha256, name }) => {
      form.sent();
      onChosen({ sha256, name });
    },
  });
  const form = useKeptForm('plan-import/text', Pasted, { text: '' }, (typed) => typed);
  const submit = form.handleSubmit(() =>
    act.send({
      query: { name: t('reading.pastedName') },
      // as typed: blanks at the ends of lines part columns
      body: new Blob([form.getValues('text')], { type: 'text/plain' }),
    }),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <TextArea
        label={t('reading.pasteLabel')}
        hint={t('reading.pasteHint')}
        rows={6}
        spellCheck={false}
        error={form.formState.errors.text && t('reading.pasteMissing')}
        {...form.register('text')}
      />
      <SendBar label={t('reading.pasteRead')} act={act} />
    </form>
  );
}
