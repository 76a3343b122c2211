import { usualLifecycle } from '../objective/usual-lifecycle.js';
import type { LifecycleState } from './lifecycle.js';
import { livesUnder, type Beginning, type Place } from './lives.js';

const { transitions } = usualLifecycle;
const told = ({ state, ways }: Place) =>
  [state, ...[...ways].map(([{ verb }, next]) => `${verb} to ${next.state}`)].join(', ');
const livesFrom = (...beginnings: readonly Beginning[]) => livesUnder(transitions, beginnings).map(told);

const AS_THE_PLAN_BRINGS_IT = [
  'approved, assign to assigned, remove to removed',
  'assigned, acknowledge to in-progress, suspend to suspended, remove to removed',
  // that nobody had
  'removed, close to closed',
  'in-progress, suspend to suspended, remove to removed, submit-rendicontazione to rendicontazione-submitted',
  // before it was acknowledged
  'suspended, resume to assigned, remove to removed',
  'removed, close to closed',
  'closed',
  'suspended, resume to in-progress, remove to removed',
  'removed, close to closed',
  'rendicontazione-submitted, return-rendicontazione to rendicontazione-returned, approve-rendicontazione to rendicontazione-approved',
  'closed',
  'closed',
  'rendicontazione-returned, submit-rendicontazione to rendicontazione-submitted',
  'rendicontazione-approved, make-definitive to definitive, liquidate to liquidated, reopen to rendicontazione-submitted',
  'definitive, liquidate to liquidated, reopen to rendicontazione-submitted',
  // before it was definitive
  'liquidated, close to closed, reopen to rendicontazione-submitted',
  'liquidated, close to closed, reopen to rendicontazione-submitted',
  'closed, reopen to rendicontazione-submitted',
  'closed, reopen to rendicontazione-submitted',
];

describe('the places that a share comes to by the usual transitions', () => {
  it('given that a plan brings it, then they are these, each once, and what is reopened is where a report first was', () => {
    expect(livesFrom('approved')).toEqual(AS_THE_PLAN_BRINGS_IT);
  });

  it('given that it is proposed, then it goes to and fro before, and all else is the same', () => {
    expect(livesFrom('draft')).toEqual([
      'draft, propose to proposed',
      'proposed, return-proposal to draft, validate to validated',
      'validated, return-proposal to draft, approve to approved',
      ...AS_THE_PLAN_BRINGS_IT,
    ]);
  });

  it('given both, then where they meet they are one', () => {
    expect(livesFrom('draft', 'approved')).toHaveLength(livesFrom('draft').length);
  });

  it('given what cannot be made from a state, then it goes no way there that needs it', () => {
    const isOpen = (_: unknown, from: LifecycleState) => from !== 'assigned';
    expect(livesUnder(transitions, ['approved'], isOpen).map(told)).toEqual([
      'approved, assign to assigned, remove to removed',
      'assigned',
      'removed, close to closed',
      'closed',
    ]);
    expect(livesUnder(transitions, ['approved'], ({ verb }) => verb === 'assign').map(told)).toEqual([
      'approved, assign to assigned',
      'assigned',
    ]);
  });
});
