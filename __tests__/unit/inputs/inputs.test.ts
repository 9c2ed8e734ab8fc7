/** Runner strings to inputs: what is accepted, and one line for every problem of every input. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apiUrl, duration, timeLimit, someOf, token, yesNo } from '../../../src/inputs/parsers.ts';
import { INPUT_NAMES, InputError, readInputs } from '../../../src/inputs/inputs.ts';
import { DEFAULT_INPUTS } from '../../support/default-inputs.ts';
import { memoryRunner } from '../../support/memory-runner.ts';

const TOKEN = 'made-up-token-0123456789';
const sound = { ...DEFAULT_INPUTS, token: TOKEN, 'test-id': '1201' };

function problems(inputs: Record<string, string>, env: Record<string, string> = {}): readonly string[] {
  try {
    readInputs(memoryRunner({ ...sound, ...inputs }, env));
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

function captured(read: () => unknown): InputError | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error;
  }
  return undefined;
}

describe('duration', () => {
  it.each([
    ['90', 90_000],
    ['90s', 90_000],
    ['5m', 300_000],
    ['1h30m', 5_400_000],
    ['2h', 7_200_000],
    ['1h0m5s', 3_605_000],
    ['999h', 999 * 3_600_000],
  ])('reads %s', (text, value) => {
    expect(duration(1000)(text)).toEqual({ value });
  });

  it.each(['', 'soon', '-5', '-5s', '1.5h', '5 m', '30m1h', '0', '0s', '1000h', '1e3', '5M', 's', '٣s', '99999999999'])(
    'does not take %j',
    (text) => {
      expect(duration(1000)(text)).toHaveProperty('accepted', expect.stringContaining('1h30m'));
    },
  );

  it('reads what it would write, for any hours, minutes and seconds', () => {
    const part = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), part, part, (h, m, s) => {
        expect(duration(0)(`${h}h${m}m${s}s`)).toEqual({ value: (h * 3600 + m * 60 + s) * 1000 });
      }),
      {
        examples: [
          [0, 0, 0],
          [900, 59, 59],
        ],
      },
    );
  });

  it('takes 0 as no limit where there may be none', () => {
    expect(timeLimit('0')).toEqual({ value: undefined });
    expect(timeLimit('2h')).toEqual({ value: 7_200_000 });
    expect(timeLimit('no')).toHaveProperty('accepted');
  });
});

describe('yesNo', () => {
  it.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['FALSE', false],
  ])('reads %s', (text, value) => {
    expect(yesNo(text)).toEqual({ value });
  });

  it('never takes a typo for a no', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^(true|false)$/iu.test(text));
        expect(yesNo(text)).toEqual({ accepted: 'true or false' });
      }),
      { examples: [[''], ['TRUE '], ['yes'], ['1'], ['true\u0000']] },
    );
  });
});

describe('apiUrl', () => {
  it.each([
    'https://api.k6.io',
    'https://gateway.example/k6/',
    'http://127.0.0.1:8080',
    'http://localhost:8080',
    'http://[::1]:8080',
    'http://127.8.9.10',
  ])('takes %s', (text) => {
    expect(apiUrl(text)).toEqual({ value: new URL(text) });
  });

  it.each([
    'api.k6.io',
    'http://api.k6.io',
    'https://user@api.k6.io',
    'https://user:secret@api.k6.io',
    'https://api.k6.io/?a=1',
    'https://api.k6.io/#a',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://10.0.0.1',
    'file:///etc/passwd',
    '',
  ])('does not take %j', (text) => {
    expect(apiUrl(text)).toHaveProperty('accepted');
  });
});

describe('token and words', () => {
  it.each(['a b', 'a\nb', 'a\tb', 'ä', ''])('does not take the token %j', (text) => {
    expect(token(text)).toHaveProperty('accepted');
  });

  it('reads words of a closed set', () => {
    const words = someOf('failed', 'error');
    expect(words('failed, error')).toEqual({ value: new Set(['failed', 'error']) });
    expect(words('none')).toEqual({ value: new Set() });
    for (const text of ['', 'faild', 'failed none', 'Failed']) expect(words(text)).toHaveProperty('accepted');
  });
});

describe('readInputs', () => {
  it('takes the defaults of action.yml as they are', () => {
    expect(problems({})).toEqual([]);
  });

  it('takes an empty input as its default, whichever it is', () => {
    const expected = readInputs(memoryRunner(sound));
    for (const name of INPUT_NAMES.filter((one) => one !== 'token' && one !== 'test-id')) {
      expect(readInputs(memoryRunner({ ...sound, [name]: '' }))).toEqual(expected);
      expect(readInputs(memoryRunner({ ...sound, [name]: '\u200b\ufeff' }))).toEqual(expected);
    }
    expect(readInputs(memoryRunner({ token: TOKEN, 'test-id': '1201' }))).toEqual(expected);
  });

  it.each(['\ufeff', '\u200b', '\u00a0', '\u2060\u200d', '\u00ad', '\u202e'])('drops %j around a value', (odd) => {
    const around = (value: string): string => `${odd}${value}${odd}`;
    const inputs = { token: around(TOKEN), 'test-id': around('1201'), stack: around('acme'), wait: around('true') };
    const runner = memoryRunner({ ...sound, ...inputs });
    expect(readInputs(runner)).toEqual(readInputs(memoryRunner({ ...sound, stack: 'acme' })));
    expect(runner.hidden).toEqual([TOKEN]);
    const env = { K6_CLOUD_TOKEN: around(TOKEN), K6_CLOUD_STACK_ID: `${around('acme')}\n` };
    expect(readInputs(memoryRunner({ ...sound, token: '' }, env))).toEqual(
      readInputs(memoryRunner({ ...sound, stack: 'acme' })),
    );
  });

  it('refuses a value of any length; work that grows with its square would not end here', () => {
    for (const odd of [' ', '\u200b', ',', '"', '#', '/'])
      expect(problems({ 'test-id': `1${odd.repeat(130_000)}x`, stack: `a${odd.repeat(130_000)}x` })).not.toEqual([]);
  });

  it('takes a pace that follows the run, or a fixed one', () => {
    expect(readInputs(memoryRunner(sound)).pollMs).toBe('auto');
    expect(readInputs(memoryRunner({ ...sound, 'poll-interval': '10s' })).pollMs).toBe(10_000);
    expect(problems({ 'poll-interval': '500ms' })).toEqual([expect.stringContaining('Expected auto, or a duration')]);
  });

  it('takes 50 tests, and says in one line that 51 are too many', () => {
    const tests = (count: number): string => Array.from({ length: count }, (_, place) => place + 1).join(', ');
    expect(problems({ 'test-id': tests(50) })).toEqual([]);
    expect(problems({ 'test-id': tests(51) })).toEqual([expect.stringContaining('at most 50 ids in one step, not 51')]);
  });

  it('hides the token before it can be part of any problem', () => {
    const runner = memoryRunner({ ...sound, 'test-id': TOKEN, wait: 'maybe' });
    expect(() => readInputs(runner)).toThrow(InputError);
    expect(runner.hidden).toEqual([TOKEN]);
  });

  it('cuts the line break off the end of a token', () => {
    expect(readInputs(memoryRunner({ ...sound, token: `${TOKEN}\n` })).token).toBe(TOKEN);
  });

  it('takes the token from the environment', () => {
    const runner = memoryRunner({ ...sound, token: '' }, { K6_CLOUD_TOKEN: `${TOKEN}\n` });
    expect(readInputs(runner).token).toBe(TOKEN);
    expect(runner.hidden).toEqual([TOKEN]);
  });

  it('reports every problem of every input in one go, naming it, what was given and what is accepted', () => {
    const all = problems({
      token: 'two words',
      'test-id': 'checkout',
      'api-url': 'http://example.com',
      wait: 'yes',
      'poll-interval': '10ms',
      timeout: 'soon',
      'fail-on': 'everything',
      'on-cancel': 'kill',
      'missing-token': 'ignore',
      summary: 'on',
      simulate: 'chaos',
    });
    expect(all.map((problem) => /^`([a-z-]+)`/u.exec(problem)?.[1]).sort()).toEqual(
      [
        'api-url',
        'fail-on',
        'missing-token',
        'on-cancel',
        'poll-interval',
        'simulate',
        'summary',
        'test-id',
        'timeout',
        'token',
        'wait',
      ].sort(),
    );
    expect(all.find((problem) => problem.startsWith('`wait'))).toBe(
      '`wait`: invalid value "yes". Expected true or false.',
    );
    expect(all.join()).not.toContain('two words');
  });

  it.each([
    [{ 'run-id': '1' }, /^Set `test-id` or `run-id`, not both\.$/u],
    [{ 'test-id': '' }, /^Set `test-id` \(test to start\) or `run-id` \(run to judge\)\.$/u],
    [
      { 'test-id': '', 'run-id': '1', wait: 'false' },
      /^`wait`: invalid value "false"\. Expected true \(.*run-id.*\)\.$/u,
    ],
    [{ 'test-id': '1201,1201' }, /1201 is named twice/u],
    [{ token: '' }, /^`token` is empty\. .*missing-token: skip/u],
    [{ api: 'v6' }, /^`api: v6` needs a stack\./u],
    [{ 'max-regression': 'p95=10%' }, /^`max-regression` needs a baseline\./u],
    [
      { baseline: 'https://acme.grafana.net/tests/7' },
      /^`baseline`: .*Expected none, previous, recent, marked, or .*`test-id`/u,
    ],
  ])('explains %j', (inputs, said) => {
    expect(problems(inputs).join()).toMatch(said);
  });

  it.each(['~', '~/report', '~me/report', '~\\report', '$HOME/report', 'a/${HOME}/b', '$1', 'a$RUNNER_TEMP'])(
    'refuses the folder %s, which no shell expands',
    (folder) => {
      expect(problems({ 'report-dir': folder })).toEqual([
        expect.stringMatching(
          /^`report-dir`: invalid value ".+"\. Expected a path .* No shell reads it\. Use a path in /u,
        ),
      ]);
    },
  );

  it.each(['report', './a/b', '/tmp/x', 'a~b', 'C:\\PROGRA~1', 'price-$', 'report$/x'])(
    'takes the folder %s',
    (folder) => {
      expect(readInputs(memoryRunner({ ...sound, 'report-dir': folder })).reports.reportDir).toBe(folder);
    },
  );

  it('names the environment variable where its stack is invalid', () => {
    expect(problems({}, { K6_CLOUD_STACK_ID: 'two words' })).toEqual([
      expect.stringMatching(/^`K6_CLOUD_STACK_ID`: invalid value "two words"\. Expected /u),
    ]);
  });

  it('takes the address of a run as a baseline', () => {
    const baseline = 'https://acme.grafana.net/a/k6-app/runs/7650001?tab=x';
    expect(readInputs(memoryRunner({ ...sound, baseline })).comparison.baseline).toEqual({
      kind: 'run',
      runId: '7650001',
    });
  });

  it('quotes no value that holds or begins like a token, whichever input it was pasted into', () => {
    const github = 'ghs_0123456789abcdefghijklmnopqrstuvwxyz';
    const pasted = INPUT_NAMES.filter(
      (name) => !['token', 'github-token', 'note', 'comment-key', 'status'].includes(name),
    );
    for (const secret of [TOKEN, github]) {
      for (const value of [
        secret,
        `${secret}x`,
        secret.slice(0, 12),
        `${secret.slice(0, 6)}\u200b${secret.slice(6)}`,
      ]) {
        for (const name of pasted) {
          const said = problems({ 'github-token': github, [name]: value }).join('\n');
          expect(said).not.toContain(secret.slice(0, 8));
          if (name !== 'stack' && name !== 'report-dir') expect(said).toContain('(not shown)');
        }
      }
    }
  });

  describe('a secret in the wrong input', () => {
    const secret = 'made-up-Secret-0123456789';
    const real = 'glsa_RealSecret0123456789abcdefABCDEF_01234567';

    it('is not quoted where token and stack are swapped, and is no name of a status', () => {
      expect(problems({ token: 'acme', stack: real }).join()).toMatch(
        /^`stack`: .*\(not shown: it looks like a token\)/u,
      );
      const runner = memoryRunner({ ...sound, token: 'load test', status: real });
      const refusal = captured(() => readInputs(runner));
      expect(refusal).toMatchObject({ status: { name: '' }, problems: [expect.any(String), expect.any(String)] });
      expect(refusal?.message).not.toContain('glsa_');
    });

    it('is not quoted where the environment has it and `token` another', () => {
      const runner = memoryRunner({ ...sound, 'test-id': secret }, { K6_CLOUD_TOKEN: secret });
      expect(captured(() => readInputs(runner))?.message).toMatch(/^`test-id`: invalid value \(not shown\)/u);
      expect(runner.hidden).toEqual([TOKEN, secret]);
    });

    it('is not quoted where `token` is empty', () => {
      expect(problems({ token: '', 'test-id': real }).join()).not.toContain('glsa_');
    });

    it.each(['stack', 'api-url'])('is refused in `%s`, where it would be part of an address', (name) => {
      const mixed = 'aB3dE6gH9'.repeat(4).slice(0, 32);
      const values =
        name === 'stack'
          ? [mixed, mixed.toLowerCase(), `https://${mixed}.grafana.net`]
          : [`https://${mixed}.x.example`];
      for (const value of [...values, `https://x.example/${mixed}`]) {
        const said = problems({ token: mixed, [name]: value });
        expect(said).toEqual([`\`${name}\`: invalid value (not shown). Expected a value that holds no token.`]);
        expect(problems({ [name]: value }, { K6_CLOUD_TOKEN: mixed })).toEqual(said);
        expect(problems({ 'github-token': mixed, [name]: value })).toEqual(said);
      }
    });

    it('does not refuse a stack that has a word in common with a text that is no token', () => {
      expect(problems({ token: 'acme', stack: 'acme-eu1' })).toEqual([]);
    });
  });

  it('needs neither token nor test for a simulation', () => {
    expect(problems({ token: '', 'test-id': '', simulate: 'passed' })).toEqual([]);
  });

  it.each([
    [{ simulate: 'Passed' }, ['simulate']],
    [{ simulate: 'Passed', 'missing-token': 'Skip' }, ['simulate', 'missing-token']],
    [{ 'missing-token': 'Skip', 'test-id': '1201' }, ['missing-token']],
    [{ 'missing-token': 'Skip' }, ['missing-token', 'test-id']],
    [{ simulate: 'Passed', wait: 'yes' }, ['simulate', 'wait']],
  ])('leaves out the problems that follow from the one with %j', (inputs, named) => {
    const said = problems({ token: '', 'test-id': '', ...inputs });
    expect(said.map((problem) => /`([a-z-]+)`/u.exec(problem)?.[1])).toEqual(named);
  });

  it('takes no token where missing-token is skip', () => {
    expect(problems({ token: '', 'missing-token': 'skip' })).toEqual([]);
  });
});
