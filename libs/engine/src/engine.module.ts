import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import {
  ENGINE,
  ToActHandler,
  ToBodyHandler,
  ToClockHandler,
  ToEvaluationHandler,
  ToObjectiveHandler,
  ToOrganisationHandler,
  ToPlanHandler,
  ToPremiumHandler,
  ToVariationHandler,
  ToWorkflowHandler,
} from './engine.handler.js';
import type { Engine } from './engine.js';

/** Puts the engine behind Nest's command bus. */
@Module({})
export class EngineModule {
  static over(engine: Engine): DynamicModule {
    return {
      module: EngineModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: ENGINE, useValue: engine },
        ToActHandler,
        ToPlanHandler,
        ToObjectiveHandler,
        ToPremiumHandler,
        ToClockHandler,
        ToEvaluationHandler,
        ToBodyHandler,
        ToOrganisationHandler,
        ToVariationHandler,
        ToWorkflowHandler,
      ],
      exports: [CqrsModule, ENGINE],
    };
  }
}
