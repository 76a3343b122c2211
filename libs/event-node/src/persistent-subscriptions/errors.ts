/** What a caller is refused, and for which group. */
export abstract class SubscriptionRefused extends Error {
  constructor(
    readonly source: string,
    readonly group: string,
    message: string,
  ) {
    super(message);
  }
}

export class SubscriptionExists extends SubscriptionRefused {
  override readonly name = 'SubscriptionExists';
  constructor(source: string, group: string) {
    super(source, group, `Subscription group ${group} on stream ${source} exists.`);
  }
}

export class SubscriptionMissing extends SubscriptionRefused {
  override readonly name = 'SubscriptionMissing';
  constructor(source: string, group: string) {
    super(source, group, `Subscription group ${group} on stream ${source} does not exist.`);
  }
}

export class SubscriptionFull extends SubscriptionRefused {
  override readonly name = 'SubscriptionFull';
  constructor(source: string, group: string) {
    super(source, group, `Maximum subscriptions reached for subscription group ${group} on stream ${source}.`);
  }
}

export class SubscriptionDropped extends SubscriptionRefused {
  override readonly name = 'SubscriptionDropped';
  constructor(source: string, group: string) {
    super(source, group, `Subscription group ${group} on stream ${source} was dropped.`);
  }
}

/** It cannot be done the way it was asked. */
export class SubscriptionFailed extends SubscriptionRefused {
  override readonly name = 'SubscriptionFailed';
  constructor(
    source: string,
    group: string,
    readonly reason: string,
  ) {
    super(source, group, `Subscription group ${group} on stream ${source} failed: '${reason}'`);
  }
}
