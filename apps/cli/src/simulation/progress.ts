import cliProgress from 'cli-progress';

/** How far something long has come. */
export interface Progress {
  /** @param doing  what is going on, in a few words */
  show(done: number, doing: string): void;
  end(): void;
}

/** Every so many parts of a hundred a line is written where there is no terminal. */
const PLAIN_STEP = 10;

/** A bar where somebody looks, a few plain lines where a file or a pipe does. */
export function showProgress(title: string, total: number, out: NodeJS.WriteStream): Progress {
  return out.isTTY ? bar(title, total, out) : plainLines(title, total, out);
}

function bar(title: string, total: number, stream: NodeJS.WriteStream): Progress {
  const format = `${title} {bar} {percentage} % {doing}`;
  const shown = new cliProgress.SingleBar({ format, stream, barsize: 30, hideCursor: true, clearOnComplete: true });
  shown.start(total, 0, { doing: '' });
  return { show: (done, doing) => shown.update(done, { doing }), end: () => shown.stop() };
}

function plainLines(title: string, total: number, stream: NodeJS.WritableStream): Progress {
  let next = 0;
  return {
    show(done, doing) {
      const percent = total === 0 ? 100 : Math.floor((done * 100) / total);
      if (percent < next) return;
      stream.write(`${title} ${percent} % ${doing}\n`);
      next = percent - (percent % PLAIN_STEP) + PLAIN_STEP;
    },
    end: () => undefined,
  };
}
