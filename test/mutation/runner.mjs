// Stryker's way to the specifications of the rules.
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { Specifications } from './specs.mjs';

class RulesRunner {
  #specifications = new Specifications('libs/domain');
  #tests = [];
  /** How long each took unchanged: the quick ones are tried first. */
  #took = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ coverageAnalysis }) {
    const stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
    const result = await this.#run({ reload: true });
    for (const { id, timeSpentMs } of result.tests ?? []) this.#took.set(id, timeSpentMs);
    return coverageAnalysis === 'off' ? result : { ...result, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ testFilter, activeMutant, hitLimit, mutantActivation, reloadEnvironment }) {
    const stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    const reload = reloadEnvironment || this.#tests.length === 0;
    const result = await this.#run({
      reload,
      only: testFilter && new Set(testFilter),
      bail: true,
      loaded: () => (stryker.activeMutant = activeMutant.id),
    });
    stryker.activeMutant = undefined;
    return toMutantRunResult(determineHitLimitReached(stryker.hitCount, stryker.hitLimit) ?? result, true);
  }

  async #run({ reload, only, bail = false, loaded = () => undefined }) {
    const stryker = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];
    try {
      if (reload) this.#tests = this.#specifications.load();
    } catch (error) {
      this.#tests = [];
      // specifications whose examples cannot even be built have noticed the change
      const failed = { id: 'load', name: 'the specifications load', status: TestStatus.Failed, timeSpentMs: 0 };
      return { status: DryRunStatus.Complete, tests: [{ ...failed, failureMessage: String(error?.message ?? error) }] };
    }
    try {
      loaded();
      const tests = [];
      for (const test of this.#quickFirst(only)) {
        stryker.currentTestId = test.id;
        const result = await outcomeOf(test);
        tests.push(result);
        if (bail && result.status === TestStatus.Failed) break;
      }
      return { status: DryRunStatus.Complete, tests };
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: String(error?.stack ?? error) };
    } finally {
      stryker.currentTestId = undefined;
    }
  }

  #quickFirst(only) {
    if (only === undefined) return this.#tests;
    const took = ({ id }) => this.#took.get(id) ?? 0;
    return this.#tests.filter(({ id }) => only.has(id)).sort((a, b) => took(a) - took(b));
  }
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
