import { approvalSubjects, type ApprovalSubject } from '#domain';

export const statuses = ['open', 'returned', 'rejected', 'approved'] as const;

export const flags = ['mine', 'overdue', 'stuck'] as const;

export interface Filters {
  readonly subject: ApprovalSubject | undefined;
  readonly status: (typeof statuses)[number];
  readonly mine: boolean;
  readonly overdue: boolean;
  readonly stuck: boolean;
}

/** As they are in the address; what is no filter is none. */
export function filtersIn(search: URLSearchParams): Filters {
  const on = (flag: (typeof flags)[number]) => search.get(flag) === 'true';
  return {
    subject: approvalSubjects.find((subject) => subject === search.get('subject')),
    status: statuses.find((status) => status === search.get('status')) ?? 'open',
    mine: on('mine'),
    overdue: on('overdue'),
    stuck: on('stuck'),
  };
}

/** As the API takes them. */
export function asQuery({ subject, status, mine, overdue, stuck }: Filters) {
  // what is late is late whether it waits or came back
  const standing = overdue && status === 'open' ? {} : { status };
  return {
    ...standing,
    ...(subject !== undefined && { subject }),
    ...(mine && { waitingForMe: 'true' }),
    ...(overdue && { overdue: 'true' }),
    ...(stuck && { stuck: 'true' }),
    limit: 500,
  };
}
