import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { freemem, totalmem } from 'node:os';
import { join } from 'node:path';
import { Controller, Inject } from '@nestjs/common';
import { z } from 'zod';
import { saidOf, whatToDoOf } from '#contract';
import { ToBody } from '#engine';
import type { EventStore } from '#event-store';
import { ExposureRefused, loadCertificate, type CertificateFiles } from '#network';
import { projectionStates, refusedConsequences, wasRefused, type ProjectionStates } from '#read-model';
import { REGISTRY } from '../body/registry.js';
import type { ApiConfig } from '../config.js';
import { probe, type Probed } from '../health/probe.js';
import { Called, type Answer, type Call } from '../http/call.js';
import { Issue } from '../http/issue.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import { CONFIG, READING, STORE, type Reading } from '../parts.js';
import { VERSION } from '../project-root.js';

/** A moment behind is how it works; this long behind, something stands still. */
const BEHIND_MS = 60_000;

const NOTHING: ProjectionStates = { projections: [], parked: [] };

/** What an administrator must know; machines ask `/health`, which a parked stream does not take out of service. */
@Controller()
export class SystemController {
  private readonly startedAt = new Date().toISOString();

  constructor(
    @Inject(STORE) private readonly store: EventStore,
    @Inject(READING) private readonly reading: Reading,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(Issue) private readonly issue: Issue,
  ) {}

  /** @throws Refusal `system/not-refused` */
  @Answers('settleRefused')
  async settle(@Called() call: Call<'settleRefused'>) {
    if (!(await wasRefused(this.reading.db, this.config.body, call.body))) {
      throw new Refusal('system/not-refused', { stream: call.body.stream });
    }
    return this.issue.to(ToBody, REGISTRY, call, { type: 'body.settle-refused', ...call.body });
  }

  @Answers('systemStatus')
  async status(@Called() { language }: Call<'systemStatus'>): Promise<Answer<'systemStatus'>> {
    const { body, clock, data, tls } = this.config;
    const probed = await probe(this.store, this.reading, body);
    const states = probed.parts.readModel === 'up' ? await projectionStates(this.reading.db) : NOTHING;
    const refused = probed.parts.readModel === 'up' ? await refusedConsequences(this.reading.db, body) : [];
    const { bavail, blocks, bsize } = statfsSync(data);
    return {
      status: isWell(probed, states, Date.now()) ? 'well' : 'impaired',
      version: VERSION,
      body,
      clock,
      node: process.versions.node,
      startedAt: this.startedAt,
      parts: probed.parts,
      log: { position: probed.last === null ? null : String(probed.last.position) },
      ...states,
      refused: refused.map((one) => ({
        ...one,
        says: saidOf(one.code, language),
        toDo: whatToDoOf(one.cause, language),
      })),
      disk: { freeBytes: bavail * bsize, totalBytes: blocks * bsize },
      memory: { ownBytes: process.memoryUsage.rss(), freeBytes: freemem(), totalBytes: totalmem() },
      certificate: tls === undefined ? null : certificateIn(tls),
      lastBackup: lastBackupIn(data),
    };
  }
}

function isWell({ parts, last }: Probed, { projections, parked }: ProjectionStates, now: number): boolean {
  if (parked.length > 0 || Object.values(parts).some((part) => part === 'down')) return false;
  return projections.every(
    ({ position, updatedAt }) =>
      last === null ||
      BigInt(position) >= last.position ||
      now - Math.max(Date.parse(updatedAt), Date.parse(last.createdAt)) < BEHIND_MS,
  );
}

/** Of the files as they are now: while they are being renewed they may not belong together, and none can be told. */
function certificateIn(files: CertificateFiles): { readonly validTo: string } | null {
  try {
    return { validTo: new Date(loadCertificate(files).validToMs).toISOString() };
  } catch (error) {
    if (error instanceof ExposureRefused) return null;
    throw error;
  }
}

const LastBackup = z.object({ at: z.string(), to: z.string() });

/** As the command that takes backups notes it in the body's folder. */
function lastBackupIn(folder: string): z.output<typeof LastBackup> | null {
  const file = join(folder, 'last-backup.json');
  if (!existsSync(file)) return null;
  try {
    return LastBackup.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    // half a note is none: whoever looks is to take another backup
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
