import { startEventNode } from '#event-node';
import { EventStoreDBClient, NotFoundError } from '@eventstore/db-client';

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
