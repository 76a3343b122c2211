/** Lets no more than some pieces of work go on at once; the others wait, the first that came first. */
export function turns(atOnce: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let going = 0;
  return async (work) => {
    if (going >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else going += 1;
    try {
      return await work();
    } finally {
      // the place goes to the next that waits
      const next = waiting.shift();
      if (next === undefined) going -= 1;
      else next();
    }
  };
}
