// Stryker's way to the specifications of the rules.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { Specifications } from './specs.mjs';

const FOLDER = 'libs/domain';
/** In the sandbox, for the processes that change the rules: what the one that tried them unchanged has learnt. */
const LEARNT = 'rules.json';
/** Stryker waits for a hundred times the usual work before it calls a change endless; without shrinking less is enough. */
const PATIENCE = 1 / 20;

class RulesRunner {
  #specifications = new Specifications(FOLDER);
  /** As they are with the rules unchanged, by file. */
  #unchanged = new Map();
  /** @type {{ took: Record<string, number>, loading: Record<string, string[]> } | null} */
  #learnt = null;

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** Loads each specification apart, so that what is worked out while one loads is known to concern its tests alone. */
  async dryRun() {
    const stryker = namespace();
    const results = [];
    const loading = {};
    const perTest = () => stryker.mutantCoverage?.perTest ?? {};
    try {
      for (const file of this.#specifications.files) {
        this.#specifications.forget();
        stryker.currentTestId = file;
        const tests = this.#specifications.load(file);
        const atLoad = perTest()[file] ?? {};
        delete perTest()[file];
        for (const mutant of Object.keys(atLoad)) (loading[mutant] ??= []).push(file);
        for (const test of tests) {
          stryker.currentTestId = test.id;
          results.push(await outcomeOf(test));
          const covered = (perTest()[test.id] ??= {});
          for (const [mutant, hits] of Object.entries(atLoad)) covered[mutant] = (covered[mutant] ?? 0) + hits;
        }
      }
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: String(error?.stack ?? error) };
    } finally {
      stryker.currentTestId = undefined;
    }
    const took = Object.fromEntries(results.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    writeFileSync(LEARNT, JSON.stringify({ took, loading }));
    const { mutantCoverage } = stryker;
    return { status: DryRunStatus.Complete, tests: results, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun({ testFilter, activeMutant, hitLimit: allowed }) {
    const stryker = namespace();
    this.#learnt ??= JSON.parse(readFileSync(LEARNT, 'utf8'));
    const hitLimit = allowed === undefined ? undefined : Math.ceil(allowed * PATIENCE);
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    const tests = [];
    try {
      for (const test of this.#testsOf(activeMutant, testFilter, stryker)) {
        const result = await outcomeOf(test);
        tests.push(result);
        if (result.status === TestStatus.Failed) break;
      }
    } finally {
      stryker.activeMutant = undefined;
    }
    const result = { status: DryRunStatus.Complete, tests };
    return toMutantRunResult(determineHitLimitReached(stryker.hitCount, stryker.hitLimit) ?? result, true);
  }

  /** The tests that a change concerns: those that only run it first, then those of files that also load it, afresh. */
  *#testsOf({ id, fileName }, testFilter, stryker) {
    const concerned = testFilter && new Set(testFilter);
    const isConcerned = (test) => concerned?.has(test.id) ?? true;
    const took = (test) => this.#learnt.took[test.id] ?? 0;
    const quickFirst = (tests) => tests.filter(isConcerned).toSorted((a, b) => took(a) - took(b));
    const all = this.#specifications.files.filter((file) => concerned === undefined || hasTestOf(file, concerned));
    const loading = new Set(this.#learnt.loading[id]);
    const own = dirname(fileName);
    const isNear = (file) => (own === dirname(resolve(FOLDER, file)) ? 0 : 1);

    stryker.activeMutant = undefined;
    const running = all.filter((file) => !loading.has(file)).flatMap((file) => this.#asTheyAre(file));
    stryker.activeMutant = id;
    yield* quickFirst(running);
    this.#specifications.forget();
    for (const file of all.filter((name) => loading.has(name)).toSorted((a, b) => isNear(a) - isNear(b))) {
      let tests;
      try {
        tests = this.#specifications.load(file);
      } catch (error) {
        // a specification whose examples cannot even be built has noticed the change
        tests = [{ id: file, name: `${file} loads`, file, run: () => Promise.reject(error) }];
        return yield* tests;
      }
      yield* quickFirst(tests);
    }
  }

  #asTheyAre(file) {
    if (this.#unchanged.size === 0) {
      this.#specifications.forget();
      for (const name of this.#specifications.files) this.#unchanged.set(name, this.#specifications.load(name));
    }
    return this.#unchanged.get(file);
  }
}

function namespace() {
  return (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
}

function hasTestOf(file, ids) {
  for (const id of ids) if (id.startsWith(`${file}#`)) return true;
  return false;
}

async function outcomeOf({ id, name, run }) {
  const began = performance.now();
  const result = (more) => ({ id, name, timeSpentMs: performance.now() - began, ...more });
  try {
    await run();
    return result({ status: TestStatus.Success });
  } catch (error) {
    return result({ status: TestStatus.Failed, failureMessage: String(error?.message ?? error) });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'rules', RulesRunner)];
