import { useState } from 'react';
import { announce } from './announcer.js';
import { Icon } from './icon.js';

/** Copies a text; where the browser does not allow it (plain HTTP), the old way. */
export function CopyButton({ text, label, copied }: CopyButtonProps) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    await write(text);
    setDone(true);
    announce(copied);
  };
  return (
    <button type="button" className="btn btn-outline-primary btn-xs" onClick={() => void copy()}>
      <Icon name={done ? 'it-check' : 'it-copy'} size="xs" /> {done ? copied : label}
    </button>
  );
}

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly copied: string;
}

async function write(text: string): Promise<void> {
  if (isSecureContext) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
