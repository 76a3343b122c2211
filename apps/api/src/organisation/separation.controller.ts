import { Readable } from 'node:stream';
import { Controller, Inject, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Refused, romeMidnightAfter, romeMidnightOf } from '#domain';
import type { SeparationFilters } from '#read-model';
import { Called, Exchanged, type Answer, type Call, type Exchange } from '../http/call.js';
import { Answers } from '../http/route.js';
import { Ask } from '../queries/ask.handler.js';
import { checksAsCsv } from './checks-as-csv.js';

/** What an auditor keeps as one file. */
const MOST_ROWS = 100_000;

/** That nobody was ever on both sides of a control. */
@Controller()
export class SeparationController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Answers('separationChecks')
  show(@Called() { query }: Call<'separationChecks'>): Promise<Answer<'separationChecks'>> {
    const { cursor = null, limit, ...filters } = query;
    return this.queries.execute(new Ask('separationChecks', filtersOf(filters), cursor, limit));
  }

  @Answers('separationChecksFile')
  async file(@Called() { query, language }: Call<'separationChecksFile'>, @Exchanged() { reply }: Exchange) {
    const page = await this.queries.execute(new Ask('separationChecks', filtersOf(query), null, MOST_ROWS));
    reply.header('Content-Type', 'text/csv; charset=utf-8');
    reply.header('Content-Disposition', 'attachment; filename="separation-checks.csv"');
    return new StreamableFile(Readable.from([checksAsCsv(page.checks, language)]));
  }
}

function filtersOf(query: Call<'separationChecksFile'>['query']): SeparationFilters {
  const { plan, objective, subject, verdict, from, to } = query;
  // of nothing there would be no violation
  if (from !== undefined && to !== undefined && to < from) {
    throw new Refused('value/out-of-range', { field: 'to', value: to, min: from });
  }
  return {
    ...(plan !== undefined && { planId: plan }),
    ...(objective !== undefined && { objectiveId: objective }),
    ...(subject !== undefined && { subject }),
    ...(verdict !== undefined && { verdict }),
    ...(from !== undefined && { from: romeMidnightOf(from) }),
    ...(to !== undefined && { to: romeMidnightAfter(to) }),
  };
}
