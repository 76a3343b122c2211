// Stands in for the suite's cluster of containers: one event node per cluster, and in place of each of its members a
// door that passes bytes on. TLS ends at the door. The suite's own environment variables go to the node as they are.
const { spawn } = require('node:child_process');
const events = require('node:events');
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { createInterface } = require('node:readline');
const tls = require('node:tls');

const MAIN = path.resolve(__dirname, '../../../dist/programs/cli.js');
const SCRATCH = process.env.SUITE_SCRATCH;
const CERTIFICATE = path.join(SCRATCH, 'ca.crt');
const KEY = path.join(SCRATCH, 'ca.key');

class Cluster {
  constructor(count, insecure = false) {
    Object.assign(this, { insecure, domain: 'localhost', doors: Array.from({ length: count }, () => ({ port: 0 })) });
    this.options = { EVENTSTORE_INSECURE: 'true', EVENTSTORE_RUN_PROJECTIONS: 'All' };
  }

  setOption = (name, value) => {
    this.options[name] = String(value);
    return this;
  };
  setLogLevel = () => this;
  enableNodeLogs = async () => undefined;

  get endpoints() {
    return this.doors.map(({ port }) => ({ address: this.domain, port }));
  }

  get uri() {
    return `${this.domain}:${this.doors[0].port}`;
  }

  get certPath() {
    const user = { certPath: CERTIFICATE, certKeyPath: KEY };
    return { root: CERTIFICATE, admin: user, invalid: user };
  }

  get certs() {
    const user = { userCertFile: readFileSync(CERTIFICATE), userKeyFile: readFileSync(KEY) };
    return { root: readFileSync(CERTIFICATE), users: { admin: user, invalid: user } };
  }

  up = async () => {
    this.folder = mkdtempSync(path.join(SCRATCH, 'node-'));
    await this.resurrect();
  };

  down = async () => {
    for (const door of this.doors) await close(door);
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  };

  /** A member of several ends as a node does; the others are then that node, started again on the same folder. */
  killNode = async ({ port }) => {
    await this.stop();
    await close(this.doors.find((door) => door.port === port));
    if (this.doors.some(({ server }) => server)) await this.start();
  };

  resurrect = async () => {
    if (!this.child) await this.start();
    for (const door of this.doors) if (!door.server) await this.open(door);
  };

  async start() {
    const args = [MAIN, 'node', '--data', this.folder, '--port', '0'];
    const env = { ...process.env, NODE_OPTIONS: '', ...this.options };
    this.child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    writeFileSync(path.join(SCRATCH, `${this.child.pid}.pid`), '');
    this.gone = events.once(this.child, 'exit');
    const [line] = await Promise.race([events.once(createInterface(this.child.stdout), 'line'), this.gone]);
    this.port = Number(/:(\d+)$/.exec(line)?.[1]);
    if (!this.port) throw new Error(`the event node did not start: ${line}`);
  }

  async stop() {
    if (!this.child) return;
    this.child.kill('SIGTERM');
    await this.gone;
    rmSync(path.join(SCRATCH, `${this.child.pid}.pid`));
    this.child = undefined;
  }

  async open(door) {
    door.connections = new Set();
    const pass = (from) => {
      const to = net.connect({ host: '127.0.0.1', port: this.port, noDelay: true });
      for (const [one, other] of [
        [from, to],
        [to, from],
      ]) {
        door.connections.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => door.connections.delete(one) && other.destroySoon());
      }
    };
    const secured = { key: readFileSync(KEY), cert: readFileSync(CERTIFICATE), ALPNProtocols: ['h2', 'http/1.1'] };
    door.server = this.insecure ? net.createServer(pass) : tls.createServer(secured, pass);
    door.server.listen(door.port);
    await events.once(door.server, 'listening');
    door.port = door.server.address().port;
  }
}

async function close(door) {
  if (!door.server) return;
  for (const connection of door.connections) connection.destroy();
  door.server.close();
  await events.once(door.server, 'close');
  door.server = undefined;
}

module.exports = { Cluster };
