import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Refused } from '#domain';
import { Called, type Answer, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import { Ask } from '../queries/ask.handler.js';
import { shownSummary, shownVariation } from './shown-variation.js';

/** Questions about variations. */
@Controller()
export class VariationQueriesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Answers('variations')
  async list(@Called() { query, language }: Call<'variations'>): Promise<Answer<'variations'>> {
    const found = await this.queries.execute(new Ask('variationList', query));
    return { variations: found.map((one) => shownSummary(one, language)) };
  }

  @Answers('variation')
  async one(@Called() { params: { variationId }, language }: Call<'variation'>): Promise<Answer<'variation'>> {
    const found = await this.queries.execute(new Ask('variationOne', variationId));
    if (found === null) throw new Refused('variation/not-requested', { variation: variationId });
    return shownVariation(found, language);
  }
}
