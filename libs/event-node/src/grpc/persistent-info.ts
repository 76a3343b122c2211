import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import type { SubscriptionInfo } from '@eventstore/db-client/generated/persistent_pb.js';
import type { Consumer } from '../persistent-subscriptions/consumer.js';
import { placeText } from '../persistent-subscriptions/place-text.js';
import type { Subscription } from '../persistent-subscriptions/subscription.js';

/** What GetInfo and List tell of one persistent subscription. */
export function infoOf(subscription: Subscription, nowMs: number): SubscriptionInfo {
  const { definition, group } = subscription;
  const { settings, source } = definition;
  const { checkpointed, last } = subscription.places;
  const { sinceLast, perSecond } = group.distribution.rate.measure(nowMs);
  const text = (place: number | undefined): string => (place === undefined ? '' : placeText(source, place));
  return new persistent.SubscriptionInfo()
    .setEventSource(source)
    .setGroupName(definition.group)
    .setStatus(subscription.status)
    .setStartFrom(definition.start.text)
    .setLastCheckpointedEventPosition(text(checkpointed))
    .setLastKnownEventPosition(text(last))
    .setTotalItems(String(group.distribution.rate.total))
    .setCountSinceLastMeasurement(String(sinceLast))
    .setAveragePerSecond(perSecond)
    .setResolveLinkTos(settings.resolveLinks)
    .setExtraStatistics(settings.extraStatistics)
    .setMessageTimeoutMilliseconds(settings.messageTimeoutMs)
    .setMaxRetryCount(settings.maxRetryCount)
    .setCheckPointAfterMilliseconds(settings.checkpointAfterMs)
    .setMinCheckPointCount(settings.minCheckpointCount)
    .setMaxCheckPointCount(settings.maxCheckpointCount)
    .setMaxSubscriberCount(settings.maxSubscriberCount)
    .setLiveBufferSize(settings.liveBufferSize)
    .setReadBatchSize(settings.readBatchSize)
    .setBufferSize(settings.historyBufferSize)
    .setNamedConsumerStrategy(settings.strategy)
    .setReadBufferCount(group.waiting.readAhead.length)
    .setLiveBufferCount('0')
    .setRetryBufferCount(group.waiting.retries.length + group.waiting.replayed.length)
    .setTotalInFlightMessages(group.distribution.inFlight.size)
    .setOutstandingMessagesCount(group.distribution.inFlight.size)
    .setParkedMessageCount(String(subscription.parkedCount))
    .setConnectionsList(group.distribution.consumers.map((consumer) => connectionOf(consumer, nowMs)));
}

function connectionOf(
  { connection, rate, latencies, slots, inFlight }: Consumer,
  nowMs: number,
): SubscriptionInfo.ConnectionInfo {
  const { sinceLast, perSecond } = rate.measure(nowMs);
  return new persistent.SubscriptionInfo.ConnectionInfo()
    .setFrom(connection.from)
    .setUsername(connection.username)
    .setConnectionName(connection.connectionName)
    .setTotalItems(String(rate.total))
    .setCountSinceLastMeasurement(String(sinceLast))
    .setAverageItemsPerSecond(perSecond)
    .setAvailableSlots(slots - inFlight)
    .setInFlightMessages(inFlight)
    .setObservedMeasurementsList(
      latencies
        .measurements()
        .map(([key, ms]) => new persistent.SubscriptionInfo.Measurement().setKey(key).setValue(String(ms))),
    );
}
