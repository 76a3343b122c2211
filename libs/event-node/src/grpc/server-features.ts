import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';

/** The behaviour that clients are told to expect. */
export const SERVER_VERSION = '24.10.0';

/** What a method can do beyond its first version, by service or by method. */
const FEATURES: Readonly<Record<string, readonly string[]>> = {
  'event_store.client.streams.streams/read': ['position', 'events'],
  'event_store.client.streams.streams/batchappend': ['deadline_duration'],
  // not served, but refused in words: without it a client would ask the HTTP side, which has none
  'event_store.client.projections.projections/create': ['track_emitted_streams'],
  'event_store.client.persistent_subscriptions.persistentsubscriptions': ['stream', 'all'],
};

/**
 * ServerFeatures.GetSupportedMethods.
 *
 * @param paths  `/<package>.<Service>/<Method>` of everything that is served; clients compare names in lower case
 */
export function getSupportedMethods(paths: readonly string[]) {
  const methods = paths.map((path) => {
    const [, service = '', method = ''] = path.toLowerCase().split('/');
    return new features.SupportedMethod()
      .setServiceName(service)
      .setMethodName(method)
      .setFeaturesList([...(FEATURES[`${service}/${method}`] ?? FEATURES[service] ?? [])]);
  });
  return (_call: ServerUnaryCall<unknown, SupportedMethods>, answer: sendUnaryData<SupportedMethods>): void => {
    answer(null, new features.SupportedMethods().setMethodsList(methods).setEventStoreServerVersion(SERVER_VERSION));
  };
}
