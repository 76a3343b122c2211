// The cheapest client that is still a fair one, since it shares the processors with what it measures: connections that
// are kept, one request at a time on each, every answer read to its end and its status looked at.
import { connect } from 'node:net';

const END_OF_HEAD = '\r\n\r\n';

/** Sends requests over at most so many connections; throws on anything but 2xx. The body is parsed when it is asked for. */
export function httpClient(baseUrl, connections) {
  const { hostname, port, host } = new URL(baseUrl);
  const idle = [];
  const waiting = [];
  const open = new Set();
  let closed = false;

  const start = (connection, { request, resolve, reject }) => {
    connection.answer = resolve;
    connection.fail = reject;
    connection.socket.write(request);
  };

  const connection = () => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true }).setEncoding('latin1');
    const self = { socket, answer: undefined, fail: undefined };
    let text = '';
    open.add(self);
    socket.on('data', (chunk) => {
      text += chunk;
      const answer = answerIn(text);
      if (answer === undefined) return;
      text = '';
      const { answer: resolve, fail: reject } = self;
      self.answer = self.fail = undefined;
      const next = waiting.shift();
      if (next) start(self, next);
      else idle.push(self);
      if (answer.status < 300) resolve(answer);
      else reject(new Error(`${answer.status} ${answer.text}`));
    });
    const gone = (error) => {
      open.delete(self);
      if (idle.includes(self)) idle.splice(idle.indexOf(self), 1);
      if (!closed) self.fail?.(error ?? new Error('the connection was closed before the answer'));
    };
    socket.on('error', gone).on('close', () => gone());
    return self;
  };

  const send = (method, path, { token, body, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      let request = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n`;
      if (token !== undefined) request += `Authorization: Bearer ${token}\r\n`;
      for (const name in headers) request += `${name}: ${headers[name]}\r\n`;
      if (body === undefined) request += '\r\n';
      else {
        const payload = JSON.stringify(body);
        request += `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(payload)}\r\n\r\n${payload}`;
      }
      const wanted = { request, resolve, reject };
      const free = idle.pop() ?? (open.size < connections ? connection() : undefined);
      if (free) start(free, wanted);
      else waiting.push(wanted);
    });

  const close = () => {
    closed = true;
    for (const { socket } of open) socket.destroy();
  };
  return { send, close };
}

/** @param text  bytes as characters @returns undefined while it is not whole */
function answerIn(text) {
  const head = text.indexOf(END_OF_HEAD);
  if (head < 0) return undefined;
  const status = Number(text.slice(9, 12));
  const length = status === 204 ? 0 : Number(/\r\ncontent-length: *(\d+)\r\n/i.exec(text)?.[1]);
  if (Number.isNaN(length)) throw new Error(`an answer without its length: ${text.slice(0, head)}`);
  const begins = head + END_OF_HEAD.length;
  if (text.length < begins + length) return undefined;
  const content = text.slice(begins, begins + length);
  return {
    status,
    text: content,
    get body() {
      return content === '' ? null : JSON.parse(Buffer.from(content, 'latin1').toString());
    },
  };
}
