export interface UnitFacts {
  readonly body: string;
  readonly user: string;
  /** Path of the Node.js that runs it. */
  readonly node: string;
  /** Folder of the program. */
  readonly program: string;
  /** Folder that holds a folder per body. */
  readonly data: string;
  readonly environmentFile: string;
  readonly port: number;
}

/** Ports below are for who has a capability. */
const FIRST_FREE_PORT = 1024;

/**
 * A unit that keeps a body running and lets it do little else.
 *
 * The supervisor stops its parts in their order within 10 s, so only it gets the signal (`KillMode=mixed`). No
 * `MemoryDenyWriteExecute` (V8 compiles) and no limit of address space (the log maps 1 TiB of it).
 */
export function systemdUnit({ body, user, node, program, data, environmentFile, port }: UnitFacts): string {
  const low = port > 0 && port < FIRST_FREE_PORT;
  return `# /etc/systemd/system/traguardo-${body}.service
[Unit]
Description=Traguardo, ${body}
After=network-online.target
Wants=network-online.target
StartLimitIntervalSec=300
StartLimitBurst=5

[Service]
Type=exec
User=${user}
WorkingDirectory=${quoted(program)}
Environment=NODE_ENV=production ${quoted(`TRAGUARDO_DATA=${data}`)}
EnvironmentFile=-${quoted(environmentFile)}
ExecStart=${quoted(node)} --enable-source-maps ${quoted(`${program}/dist/programs/cli.js`)} up --body ${body}
Restart=on-failure
RestartSec=5
KillMode=mixed
KillSignal=SIGTERM
TimeoutStopSec=20
TimeoutStartSec=120
LimitNOFILE=65536
UMask=0077

NoNewPrivileges=yes
${low ? 'AmbientCapabilities=CAP_NET_BIND_SERVICE\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE' : 'CapabilityBoundingSet='}
ProtectSystem=strict
ProtectHome=read-only
ReadWritePaths=${quoted(data)}
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM

[Install]
WantedBy=multi-user.target
`;
}

/** Paths may hold spaces; a percent sign would be taken for a specifier. */
function quoted(text: string): string {
  const plain = text.replaceAll('%', '%%');
  return /[\s"'\\]/.test(plain) ? `"${plain.replace(/(["\\])/g, '\\$1')}"` : plain;
}
