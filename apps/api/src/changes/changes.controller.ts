import { Controller, Inject, StreamableFile } from '@nestjs/common';
import { Called, Exchanged, type Call, type Exchange } from '../http/call.js';
import { Answers } from '../http/route.js';
import { Broadcast } from './broadcast.js';

@Controller()
export class ChangesController {
  constructor(@Inject(Broadcast) private readonly broadcast: Broadcast) {}

  @Answers('changes')
  async follow(@Called() { session, lastEventId }: Call<'changes'>, @Exchanged() { reply }: Exchange) {
    const after = /^\d{1,20}$/.test(lastEventId ?? '') ? BigInt(lastEventId ?? 0) : undefined;
    const listener = await this.broadcast.listen(session, after);
    // neither we nor a proxy may gather what should arrive at once
    reply.header('Content-Type', 'text/event-stream; charset=utf-8');
    reply.header('Cache-Control', 'no-store, no-transform').header('X-Accel-Buffering', 'no');
    return new StreamableFile(listener);
  }
}
