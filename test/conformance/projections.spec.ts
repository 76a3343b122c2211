import { startEventNode } from '#event-node';
import { EventStoreDBClient, jsonEvent, NotFoundError } from '@eventstore/db-client';

const THINGS = [jsonEvent({ type: 'nato.v1', data: { n: 1 } }), jsonEvent({ type: 'cresciuto.v1', data: { n: 2 } })];

async function opened(options: { readonly projections?: boolean } = {}) {
  const node = await startEventNode({ inMemory: true, ...options });
  const client = EventStoreDBClient.connectionString(node.url);
  return {
    client,
    close: async () => {
      await client.dispose();
      await node.stop();
    },
  };
}

describe('projections by the official client', () => {
  it('given a node told to keep them, when a category is followed with links resolved, then its events come', async () => {
    const { client, close } = await opened({ projections: true });
    await client.appendToStream('piano-1', THINGS);
    await client.appendToStream('altro-1', THINGS);
    const following = client.subscribeToStream('$ce-piano', { resolveLinkTos: true });
    const seen: unknown[] = [];
    for await (const { event, link } of following) {
      seen.push([event?.streamId, event?.type, link?.streamId, link?.type]);
      if (seen.length === 2) void client.appendToStream('piano-2', THINGS);
      if (seen.length === 4) break;
    }
    await following.unsubscribe();
    expect(seen).toEqual([
      ['piano-1', 'nato.v1', '$ce-piano', '$>'],
      ['piano-1', 'cresciuto.v1', '$ce-piano', '$>'],
      ['piano-2', 'nato.v1', '$ce-piano', '$>'],
      ['piano-2', 'cresciuto.v1', '$ce-piano', '$>'],
    ]);
    await close();
  });

  it('when one is enabled, asked, disabled, aborted and reset, then its status says so', async () => {
    const { client, close } = await opened();
    const status = async () => (await client.getProjectionStatus('$by_event_type')).projectionStatus;
    expect(await status()).toBe('Stopped');
    await client.enableProjection('$by_event_type');
    expect(await status()).toBe('Running');
    await client.resetProjection('$by_event_type');
    await client.restartSubsystem();
    expect(await status()).toBe('Running');
    await client.abortProjection('$by_event_type');
    expect(await status()).toBe('Aborted');
    await client.enableProjection('$by_event_type');
    await client.disableProjection('$by_event_type');
    expect(await status()).toBe('Stopped');
    expect(await client.getProjectionState('$by_event_type')).toEqual({});
    const names = (await client.listProjections()).map(({ name }) => name);
    expect(names).toEqual(['$by_category', '$by_event_type', '$by_correlation_id', '$streams', '$stream_by_category']);
    await close();
  });

  it('when one of its own is to be made, then the answer says that there is no engine, and unknown ones are not found', async () => {
    const { client, close } = await opened();
    await expect(client.createProjection('mia', 'fromAll().when({})')).rejects.toThrow(/no engine .* JavaScript/);
    await expect(client.updateProjection('$by_category', 'fromAll()')).rejects.toThrow(/no engine/);
    await expect(client.deleteProjection('$by_category')).rejects.toThrow(/cannot be deleted/);
    for (const call of [
      client.enableProjection('mia'),
      client.disableProjection('mia'),
      client.resetProjection('mia'),
      client.deleteProjection('mia'),
      client.updateProjection('mia', 'fromAll()'),
      client.getProjectionState('mia'),
      client.getProjectionResult('mia'),
      client.getProjectionStatus('mia'),
    ])
      await expect(call).rejects.toBeInstanceOf(NotFoundError);
    await close();
  });
});
