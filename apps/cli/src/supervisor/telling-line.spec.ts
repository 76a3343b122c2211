import { tellingLine } from './telling-line.js';

describe('the last words of a part', () => {
  it('given a line of its log, then they are the sentence in it', () => {
    const err = { type: 'WorkflowInvalid', message: 'The workflow x.yaml is not usable.', stack: ['at runApi'] };
    expect(tellingLine(`${JSON.stringify({ level: 60, err, msg: 'The API could not start' })}\n`)).toBe(err.message);
    expect(tellingLine('{"level":30,"msg":"ready"}\n\n')).toBe('ready');
  });

  it('given a stack of Node, any other line, or half a line of a log, then they are the line', () => {
    expect(tellingLine('file.js:1\nTypeError: no\n    at x\n\nNode.js v20\n')).toBe('TypeError: no');
    expect(tellingLine('no luck\n')).toBe('no luck');
    expect(tellingLine('{"level":60,"err":')).toBe('{"level":60,"err":');
    expect(tellingLine('\n')).toBeUndefined();
  });
});
