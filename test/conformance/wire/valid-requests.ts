import type { Field, Message } from './message.js';
import { nested, text, whole } from './message.js';

/** Requests of every method of every service that a client may call, each as its messages in order. */
export interface Request {
  /** `/package.Service/Method` */
  readonly path: string;
  readonly messages: readonly Message[];
}

const ID = nested(1, text(2, '00000000-0000-4000-8000-000000000001'));
const STRUCTURED_ID = nested(1, nested(1, whole(1, 7), whole(2, -9)));

/** Streams that no test but this looks into. */
const STREAM = 'fuzzed-1';
const GROUP = 'fuzzers';

const PROPOSED: Message = [
  ID,
  nested(2, text(1, 'type'), text(2, 'thing.happened.v1')),
  nested(2, text(1, 'content-type'), text(2, 'application/json')),
  text(3, '{"actor":"prova"}'),
  text(4, '{"n":1}'),
];

function streamName(number: number, name = STREAM): Field {
  return nested(number, text(3, name));
}

function streams(method: string, ...messages: Message[]): Request {
  return { path: `/event_store.client.streams.Streams/${method}`, messages };
}

function read(...options: Message): Request {
  return streams('Read', [nested(1, ...options, nested(9, nested(2)))]);
}

function persistent(method: string, ...messages: Message[]): Request {
  return { path: `/event_store.client.persistent_subscriptions.PersistentSubscriptions/${method}`, messages };
}

function other(service: string, method: string, ...fields: Message): Request {
  return { path: `/event_store.client.${service}/${method}`, messages: [fields] };
}

const STREAMS: readonly Request[] = [
  streams('Append', [nested(1, streamName(1), nested(4))], [nested(2, ...PROPOSED)], [nested(2, ...PROPOSED)]),
  streams('Append', [nested(1, streamName(1), whole(2, 3))], [nested(2, STRUCTURED_ID, ...PROPOSED.slice(1))]),
  streams('BatchAppend', [
    ID,
    nested(2, streamName(1), nested(4), nested(6, whole(1, 4_000_000_000))),
    nested(3, ...PROPOSED),
    whole(4, 1),
  ]),
  streams(
    'BatchAppend',
    [STRUCTURED_ID, nested(2, streamName(1), whole(2, 3)), nested(3, ...PROPOSED)],
    [STRUCTURED_ID, nested(3, ...PROPOSED), whole(4, 1)],
  ),
  // metadata, the stream of which holds what later reads go by
  streams(
    'Append',
    [nested(1, streamName(1, `$$${STREAM}`), nested(4))],
    [
      nested(
        2,
        ID,
        nested(2, text(1, 'type'), text(2, '$metadata')),
        ...PROPOSED.slice(2, 4),
        text(4, '{"$maxCount":3}'),
      ),
    ],
  ),
  read(nested(1, streamName(1), whole(2, 1)), whole(3, 0), whole(5, 10), nested(8)),
  read(nested(1, streamName(1), nested(4)), whole(3, 1), whole(4, 1), whole(5, 10), nested(8)),
  read(nested(1, streamName(1), nested(3)), nested(6), nested(8)),
  read(nested(2, nested(1, whole(1, 5), whole(2, 5))), whole(3, 1), whole(5, 10), nested(8)),
  read(nested(2, nested(2)), whole(5, 10), nested(7, nested(1, text(2, 'fuzz')), whole(3, 32), whole(5, 1))),
  read(nested(2, nested(2)), nested(6), nested(7, nested(2, text(1, '^t.*')), nested(4), whole(5, 2))),
  streams('Delete', [nested(1, streamName(1), nested(4))]),
  streams('Delete', [nested(1, streamName(1), whole(2, 3))]),
  streams('Tombstone', [nested(1, streamName(1, 'fuzzed-2'), nested(4))]),
];

const SETTING_NUMBERS: readonly (readonly [field: number, value: number])[] = [
  ...[1, 2, 9].map((field) => [field, 0] as const),
  ...([
    [3, 1],
    [5, 10],
    [7, 10],
    [8, 1000],
    [10, 500],
    [11, 20],
    [12, 500],
    [13, 1],
    [14, 30_000],
    [15, 2_000],
  ] as const),
];

const SETTINGS = nested(3, ...SETTING_NUMBERS.map(([field, value]) => whole(field, value)), text(16, 'RoundRobin'));

const PERSISTENT_SUBSCRIPTIONS: readonly Request[] = [
  persistent('Create', [nested(1, nested(4, streamName(1), nested(3)), text(2, GROUP), SETTINGS)]),
  persistent('Create', [nested(1, streamName(1), text(2, GROUP), SETTINGS)]),
  persistent('Create', [
    nested(
      1,
      nested(5, nested(2), nested(4, nested(1, text(2, 'fuzz')), nested(4), whole(5, 1))),
      text(2, GROUP),
      SETTINGS,
    ),
  ]),
  persistent('Update', [nested(1, nested(4, streamName(1), whole(2, 1)), text(2, GROUP), SETTINGS)]),
  persistent('Update', [nested(1, nested(5, nested(1, whole(1, 1), whole(2, 1))), text(2, GROUP), SETTINGS)]),
  persistent('GetInfo', [nested(1, streamName(1), text(3, GROUP))]),
  persistent('GetInfo', [nested(1, nested(2), text(3, GROUP))]),
  persistent('List', [nested(1, nested(1))]),
  persistent('List', [nested(1, nested(2, streamName(1)))]),
  persistent('ReplayParked', [nested(1, text(1, GROUP), streamName(2), whole(4, 10))]),
  persistent('ReplayParked', [nested(1, text(1, GROUP), nested(3), nested(5))]),
  persistent('RestartSubsystem', []),
  persistent(
    'Read',
    [nested(1, streamName(1), text(2, GROUP), whole(3, 10), nested(4, nested(2)))],
    [nested(2, nested(2, text(2, '00000000-0000-4000-8000-000000000001')))],
    [nested(3, nested(2, nested(1, whole(1, 7), whole(2, -9))), whole(3, 1), text(4, 'no'))],
  ),
  persistent('Read', [nested(1, nested(5), text(2, GROUP), whole(3, 10), nested(4, nested(1)))]),
  persistent('Delete', [nested(1, streamName(1), text(2, GROUP))]),
  persistent('Delete', [nested(1, nested(3), text(2, GROUP))]),
];

const LOGIN = text(1, 'fuzzer');

/** Shutdown is left out: it does what it is asked. */
const OTHERS: readonly Request[] = [
  other('server_features.ServerFeatures', 'GetSupportedMethods'),
  other('gossip.Gossip', 'Read'),
  other('monitoring.Monitoring', 'Stats', whole(1, 1), whole(4, 1000)),
  other('operations.Operations', 'StartScavenge', nested(1, whole(1, 1), whole(2, 0))),
  other('operations.Operations', 'StopScavenge', nested(1, text(1, 'none'))),
  other('operations.Operations', 'MergeIndexes'),
  other('operations.Operations', 'ResignNode'),
  other('operations.Operations', 'SetNodePriority', whole(1, 3)),
  other('operations.Operations', 'RestartPersistentSubscriptions'),
  other('users.Users', 'Create', nested(1, LOGIN, text(2, 'secret'), text(3, 'Fuzzer'), text(4, 'nobody'))),
  other('users.Users', 'Update', nested(1, LOGIN, text(2, 'secret'), text(3, 'Fuzzer'), text(4, 'nobody'))),
  other('users.Users', 'Details', nested(1, LOGIN)),
  other('users.Users', 'Disable', nested(1, LOGIN)),
  other('users.Users', 'Enable', nested(1, LOGIN)),
  other('users.Users', 'ChangePassword', nested(1, LOGIN, text(2, 'secret'), text(3, 'other'))),
  other('users.Users', 'ResetPassword', nested(1, LOGIN, text(2, 'other'))),
  other('users.Users', 'Delete', nested(1, LOGIN)),
  other('projections.Projections', 'Create', nested(1, nested(3, text(1, 'fuzz'), whole(2, 1)), text(4, 'fromAll()'))),
  other('projections.Projections', 'Update', nested(1, text(1, 'fuzz'), text(2, 'fromAll()'), whole(3, 1))),
  other('projections.Projections', 'Statistics', nested(1, nested(2))),
  other('projections.Projections', 'State', nested(1, text(1, 'fuzz'), text(2, ''))),
  other('projections.Projections', 'Result', nested(1, text(1, 'fuzz'), text(2, ''))),
  other('projections.Projections', 'Enable', nested(1, text(1, '$by_category'))),
  other('projections.Projections', 'Disable', nested(1, text(1, '$by_category'), whole(2, 1))),
  other('projections.Projections', 'Reset', nested(1, text(1, '$by_category'), whole(2, 1))),
  other('projections.Projections', 'RestartSubsystem'),
  other('projections.Projections', 'Delete', nested(1, text(1, 'fuzz'), whole(2, 1), whole(3, 1), whole(4, 1))),
];

export const VALID_REQUESTS: readonly Request[] = [...STREAMS, ...PERSISTENT_SUBSCRIPTIONS, ...OTHERS];
