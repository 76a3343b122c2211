import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.js';

/** Over the page; the browser keeps focus inside and gives it back afterwards. */
export function Dialog({ title, onClose, focusOn, children }: DialogProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    if (focusOn !== undefined) dialog?.querySelector<HTMLElement>(focusOn)?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className="dialog-head">
        <h2 id={heading}>{title}</h2>
        {onClose !== undefined && (
          <button type="button" className="btn-plain" onClick={onClose}>
            <Icon name="it-close" title={t('app.close')} />
          </button>
        )}
      </div>
      {children}
    </dialog>
  );
}

interface DialogProps {
  readonly title: string;
  /** Left out: it stays until the page takes it away. */
  readonly onClose?: () => void;
  /** What has the focus at first, as a selector; left out: the first control. */
  readonly focusOn?: string;
  readonly children: ReactNode;
}
