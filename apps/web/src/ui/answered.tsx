import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Refusal } from './refusal.js';
import { Waiting } from './waiting.js';

/** What was asked: waiting, refused, or shown. The last answer stays while asking again. */
export function Answered<Data>({ asked, children }: AnsweredProps<Data>) {
  if (asked.data !== undefined) return <>{children(asked.data)}</>;
  if (asked.error !== null) return <Refusal error={asked.error} />;
  return <Waiting />;
}

interface AnsweredProps<Data> {
  readonly asked: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}
