import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { headerOf, type HttpReply, type HttpRequest } from './exchange.js';
import { languageOf } from './language.js';
import type { ProblemWords } from './problem-words.js';

/** Whatever goes wrong becomes problem details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly words: ProblemWords) {}

  /** What the framework refuses before a request comes to a route: no such address, a body that cannot be read. */
  catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    return this.answer(error, http.getRequest<HttpRequest>(), http.getResponse<HttpReply>());
  }

  /** @param actAs  offices as which they would be let through; absent: nobody has tried */
  async answer(error: unknown, request: HttpRequest, reply: HttpReply, actAs?: readonly string[]): Promise<void> {
    const language = languageOf(headerOf(request, 'accept-language'));
    const { details, headers } = await this.words.tell(error, { ...askedBy(request), actAs });
    for (const [name, value] of Object.entries(headers)) reply.header(name, value);
    reply
      .status(details.status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .header('Content-Language', language)
      .header('Vary', 'Accept-Language')
      .send(JSON.stringify(details));
  }
}

/** What a refusal tells of a request. */
export function askedBy(request: HttpRequest) {
  const { id, method, url, params, others = [] } = request;
  const language = languageOf(headerOf(request, 'accept-language'));
  return { id, method, path: url.split('?')[0] ?? url, params, language, others };
}
