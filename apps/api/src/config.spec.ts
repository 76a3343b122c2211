import { CHAIN_IS_GONE, CUT_OFF_IS_GONE, readConfig } from './config.js';

const environment = { EVENTSTORE_URL: 'esdb://127.0.0.1:2113', DATABASE_URL: 'postgres://127.0.0.1/x' };

it('given nothing but where log and tables are, then the rest is as usual', () => {
  expect(readConfig(environment)).toMatchObject({ body: 'demo', clock: 'system', port: 3000 });
});

it('given the chain file of an earlier release, then it is said what became of it', () => {
  expect(() => readConfig({ ...environment, TRAGUARDO_CHAIN: 'catena.yaml' })).toThrow(CHAIN_IS_GONE);
});

it('given the cut-off of variations as a variable, then it is said that the workflow file has it now', () => {
  expect(() => readConfig({ ...environment, TRAGUARDO_VARIATION_CUT_OFF: '11-30' })).toThrow(CUT_OFF_IS_GONE);
});
