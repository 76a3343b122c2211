import { isLocalDate } from '../calendar/civil.js';
import type { MonthDay } from '../calendar/working-days.js';
import type { Decider } from '../decider.js';
import { Refused } from '../refused.js';
import { requireText, requireUnique } from '../text.js';
import type { BodyCommand, BodyEvent, Office, SettledRefusal } from './messages.js';

export interface BodyState {
  /** Null until given. */
  readonly name: string | null;
  /** Undefined until somebody has answered; null: there is none. */
  readonly patronDay: MonthDay | null | undefined;
  readonly offices: readonly Office[];
  readonly setupCompleted: boolean;
  /** Refused consequences that somebody has seen to. */
  readonly settled: readonly SettledRefusal[];
}

/** What a body says of itself: its name, its own holiday, its offices. What is said again changes nothing. */
export const body: Decider<BodyState, BodyCommand, BodyEvent> = {
  initial: { name: null, patronDay: undefined, offices: [], setupCompleted: false, settled: [] },
  decide,
  evolve,
};

function decide(command: BodyCommand, state: BodyState): readonly BodyEvent[] {
  switch (command.type) {
    case 'body.name': {
      const name = command.name.trim();
      requireText(name, 'name');
      return name === state.name ? [] : [{ type: 'body.named.v1', data: { name } }];
    }
    case 'body.set-patron-day': {
      const { patronDay } = command;
      if (patronDay !== null) requireMonthDay(patronDay, 'patronDay');
      return patronDay === state.patronDay ? [] : [{ type: 'body.patron-day-set.v1', data: { patronDay } }];
    }
    case 'body.define-offices': {
      const offices = command.offices.map(({ id, name, kind }) => ({ id, name: name.trim(), kind }));
      if (offices.length === 0) throw new Refused('body/no-offices');
      for (const { id, name } of offices) {
        requireText(id, 'offices.id');
        requireText(name, 'offices.name');
      }
      requireUnique(
        offices.map(({ id }) => id),
        'offices',
      );
      return same(offices, state.offices) ? [] : [{ type: 'body.offices-defined.v1', data: { offices } }];
    }
    case 'body.complete-setup': {
      const { name, patronDay, offices, setupCompleted } = state;
      if (name === null) throw new Refused('body/setup-incomplete', { missing: 'name' });
      if (patronDay === undefined) throw new Refused('body/setup-incomplete', { missing: 'patronDay' });
      if (offices.length === 0) throw new Refused('body/setup-incomplete', { missing: 'offices' });
      return setupCompleted ? [] : [{ type: 'body.setup-completed.v1', data: { name } }];
    }
    case 'body.settle-refused': {
      const { cause, stream } = command;
      const note = command.note.trim();
      requireText(cause, 'cause');
      requireText(stream, 'stream');
      requireText(note, 'note');
      const isSettled = state.settled.some((one) => one.cause === cause && one.stream === stream);
      return isSettled ? [] : [{ type: 'body.refused-settled.v1', data: { cause, stream, note } }];
    }
  }
}

function evolve(state: BodyState, event: BodyEvent): BodyState {
  switch (event.type) {
    case 'body.named.v1':
      return { ...state, name: event.data.name };
    case 'body.patron-day-set.v1':
      return { ...state, patronDay: event.data.patronDay };
    case 'body.offices-defined.v1':
      return { ...state, offices: event.data.offices };
    case 'body.setup-completed.v1':
      return { ...state, setupCompleted: true };
    case 'body.refused-settled.v1':
      return { ...state, settled: [...state.settled, event.data] };
    default:
      return state; // an event newer than this code: history must stay readable
  }
}

/** 29 February comes only in some years, but it comes. */
function requireMonthDay(day: MonthDay, field: string): void {
  if (!isLocalDate(`2024-${day}`)) throw new Refused('value/not-a-date', { field, value: day.slice(0, 40) });
}

function same(a: readonly Office[], b: readonly Office[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, name, kind }, index) => b[index]?.id === id && b[index].name === name && b[index].kind === kind)
  );
}
