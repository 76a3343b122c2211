// An event node as a process: event-node.main.ts FOLDER [PORT [never-flush]]
import { nodeEnvironment, nodeOptions, startEventNode } from '#event-node';

const [data = '', port = '0', flushing] = process.argv.slice(2);

try {
  const { options } = nodeOptions({ data, port: Number(port) }, nodeEnvironment(process.env).settings);
  const node = await startEventNode({ ...options, ...(flushing === 'never-flush' && { neverFlush: true }) });
  process.on('SIGTERM', () => void node.stop());
  console.log(`event node listening on 127.0.0.1:${node.port}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
