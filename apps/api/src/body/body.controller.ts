import { Controller, Inject } from '@nestjs/common';
import type { ApiConfig } from '../config.js';
import { Answers } from '../http/route.js';
import { CONFIG } from '../parts.js';
import { VERSION } from '../project-root.js';
import { demonstrationIn } from './demonstration-mark.js';

/** The body itself: what it is called, how it is laid out. */
@Controller()
export class BodyController {
  constructor(@Inject(CONFIG) private readonly config: ApiConfig) {}

  @Answers('welcome')
  welcome() {
    const { body, data, clock } = this.config;
    return { body: { id: body, name: body }, demonstration: demonstrationIn(data), clock, version: VERSION };
  }
}
