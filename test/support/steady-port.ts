import { reservePorts } from '../../apps/cli/src/supervisor/ports.js';

/** A port for a server that is away for a while: nobody's connection has it meanwhile. */
export async function steadyPort(): Promise<number> {
  const [port = 0] = await reservePorts([{ part: 'a test', variable: 'PORT', port: 0 }]);
  return port;
}
