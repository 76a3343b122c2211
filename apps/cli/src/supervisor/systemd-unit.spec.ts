import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { systemdUnit } from './systemd-unit.js';

const facts = {
  body: 'borgo-sereno',
  user: userInfo().username,
  node: process.execPath,
  program: tmpdir(),
  data: tmpdir(),
  environmentFile: '/etc/traguardo/borgo-sereno.env',
  port: 3000,
};

describe('the unit for systemd', () => {
  it('runs the body as an ordinary user, in its own folders, and is stopped in order', () => {
    const lines = systemdUnit({ ...facts, data: '/var/lib/traguardo' }).split('\n');
    for (const line of [
      `User=${facts.user}`,
      'ReadWritePaths=/var/lib/traguardo',
      'ProtectSystem=strict',
      'NoNewPrivileges=yes',
      'KillMode=mixed',
      'TimeoutStopSec=20',
      'Restart=on-failure',
      'CapabilityBoundingSet=',
    ])
      expect(lines).toContain(line);
    // V8 compiles as it runs, and the log maps far more addresses than there is memory
    expect(lines.join()).not.toMatch(/MemoryDenyWriteExecute|LimitAS/);
  });

  it('asks for the capability of a port below 1024, and for no other', () => {
    expect(systemdUnit({ ...facts, port: 443 })).toContain('\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE\n');
  });

  it('quotes paths as systemd reads them', () => {
    const unit = systemdUnit({ ...facts, program: '/opt/il mio %programma' });
    expect(unit).toContain('WorkingDirectory="/opt/il mio %%programma"');
  });

  it('is one that systemd accepts, where there is one to ask', () => {
    const folder = mkdtempSync(join(tmpdir(), 'traguardo-unit-'));
    const file = join(folder, 'traguardo-borgo-sereno.service');
    writeFileSync(file, systemdUnit(facts));
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });

    const ours = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('traguardo-borgo-sereno'));
    expect(ours).toEqual([]);
  });
});
