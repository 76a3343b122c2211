import { createServer, type AddressInfo } from 'node:net';
import { reservePorts } from './ports.js';

describe('reservePorts', () => {
  it('finds a port of its own for each part that takes any', async () => {
    const any = { part: 'a part', variable: 'PORT', port: 0 };

    const ports = await reservePorts([any, any, any]);

    expect(new Set(ports).size).toBe(3);
    // no system takes these for connections: nobody has one by chance while a part is between two processes
    expect(ports.filter((port) => port < 20_000 || port > 32_767)).toEqual([]);
  });

  it('says which part misses its port and by what variable to change it', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;

    await expect(reservePorts([{ part: 'the event node', variable: 'EVENT_NODE_PORT', port }])).rejects.toMatchObject({
      code: 'stack/port-taken',
      message: expect.stringMatching(`${port}.*the event node.*EVENT_NODE_PORT`) as string,
    });

    await new Promise((resolve) => other.close(resolve));
  });
});
