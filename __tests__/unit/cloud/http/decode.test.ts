/** From JSON of unknown shape to typed values: what is taken, and how what is not taken is named. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import {
  assertRunId,
  decimal,
  decode,
  firstItems,
  httpsUrl,
  id,
  instant,
  secondsAsMs,
  optionalField,
  wholeNumber,
  nameText,
  nonEmptyText,
  validItems,
} from '../../../../src/cloud/http/decode.ts';
import { ChecksV4, QueryAnswer, ThresholdsV2 } from '../../../../src/cloud/metrics/schemas.ts';
import { EarlierRuns, OneRun, RunList, RunPage } from '../../../../src/cloud/v2/schemas.ts';
import { EarlierRuns as V6EarlierRuns, RunPage as V6RunPage } from '../../../../src/cloud/v6/schemas.ts';
import { CloudError } from '../../../../src/cloud/errors.ts';
import { anAnswer } from '../../../support/a-response.ts';

const taken = (schema: v.GenericSchema, value: unknown): unknown => {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : 'refused';
};

describe('decode', () => {
  const schema = v.object({ run: v.object({ status: wholeNumber }) });

  it('gives what the schema asks for', () => {
    expect(decode(schema, anAnswer({ run: { status: '3', more: 1 } }))).toEqual({ run: { status: 3 } });
  });

  it('names the path of the first thing that is wrong, and what was found there', () => {
    const call = (): unknown => decode(schema, anAnswer({ run: { status: 'done' } }));
    expect(call).toThrow(CloudError);
    expect(call).toThrow(/^GET \/somewhere: run\.status: .*"done"/u);
  });

  it('never fails in another way, and keeps its message short, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (json) => {
        try {
          decode(schema, anAnswer(json));
        } catch (error) {
          expect(error).toBeInstanceOf(CloudError);
          expect(error).toMatchObject({ code: 'malformed' });
          expect((error as CloudError).message.length).toBeLessThan(260);
        }
      }),
      { examples: [[null], [[]], [{}], [JSON.parse('{"__proto__":1}') as fc.JsonValue]] },
    );
  });
});

describe('assertRunId', () => {
  it('gives the run that was asked for, and no other', () => {
    const run = { id: '7650001' };
    expect(assertRunId(run, '7650001', 'GET /x')).toBe(run);
    expect(() => assertRunId(run, '7650002', 'GET /x')).toThrow(
      'GET /x: the answer is about run 7650001, not about run 7650002',
    );
    expect(() => assertRunId(run, '7650002', 'GET /x')).toThrow(expect.objectContaining({ code: 'malformed' }));
  });
});

describe('text that is cut', () => {
  it('does not end in half a character, and keeps whole ones', () => {
    expect(taken(nameText, `${'x'.repeat(299)}😀`)).toBe('x'.repeat(299));
    expect(taken(nameText, `${'x'.repeat(298)}😀`)).toBe(`${'x'.repeat(298)}😀`);
    expect(taken(nameText, '😀 b 😀')).toBe('😀 b 😀');
    expect(taken(nameText, '\ud83d b')).toBe('\ud83d b');
    expect(taken(nameText, ' \n ')).toBe('refused');
  });
});

describe('a field that nobody decides by', () => {
  const schema = v.object({ a: optionalField(v.number()) });

  it.each([
    [{ a: 1 }, 1],
    [{}, undefined],
    [{ a: null }, undefined],
    [{ a: 'odd' }, undefined],
  ])('of %j is %j', (json, value) => {
    expect(decode(schema, anAnswer(json)).a).toBe(value);
  });
});

describe('a fault', () => {
  it('at the top has no path, and carries the status; a long one is cut', () => {
    const fault = (json: unknown): unknown => {
      try {
        return decode(v.object({ a: v.picklist(['x']) }), anAnswer(json));
      } catch (error) {
        return error;
      }
    };
    expect(fault('no')).toMatchObject({ message: expect.stringContaining('the answer: '), status: 200 });
    expect((fault({ a: 'y'.repeat(500) }) as Error).message).toHaveLength('GET /somewhere: '.length + 200 + 1);
  });
});

describe('lists', () => {
  const items = v.object({ list: firstItems(v.object({ a: v.number() }), 3) });
  const valid = v.object({ list: validItems(v.object({ a: v.number() }), 3) });

  it('are read up to a bound', () => {
    expect(taken(items, { list: Array.from({ length: 9 }, (_, a) => ({ a })) })).toEqual({
      list: [{ a: 0 }, { a: 1 }, { a: 2 }],
    });
    expect(taken(items, { list: {} })).toBe('refused');
    expect(taken(valid, { list: [{ a: 0 }, { a: null }, { a: 2 }, { a: 3 }] })).toEqual({ list: [{ a: 0 }, { a: 2 }] });
    expect(taken(valid, { list: 'abc' })).toBe('refused');
  });

  it.each([
    ['a list of runs', RunPage],
    ['runs by id', RunList],
    ['earlier runs', EarlierRuns],
    ['a list of runs of v6', V6RunPage],
    ['earlier runs of v6', V6EarlierRuns],
    ['a series', QueryAnswer],
    ['thresholds', ThresholdsV2],
    ['checks', ChecksV4],
    ['a run', OneRun],
  ])('of 200,000 entries are not read to their end: %s', (_, schema) => {
    const many = Array.from({ length: 200_000 }, () => ({}));
    let reads = 0;
    const counted = { get: () => ({ counted: (reads += 1) }) };
    for (let place = 10_000; place < many.length; place += 10_000) Object.defineProperty(many, place, counted);
    const body = { 'k6-runs': many, 'k6-run': many, value: many, data: { result: many }, 'k6-thresholds': many };
    try {
      decode(schema as v.GenericSchema, anAnswer(body));
    } catch (error) {
      expect(error).toMatchObject({ code: 'malformed' });
    }
    expect(reads).toBe(0);
  });
});

describe('numbers', () => {
  it.each([
    [3, 3],
    ['3', 3],
    ['-2', -2],
    [2 ** 53 - 1, 2 ** 53 - 1],
    [1.5, 'refused'],
    ['1.5', 'refused'],
    ['', 'refused'],
    ['0x10', 'refused'],
    ['0', 0],
    [0, 0],
    [-0, 'refused'],
    ['-0', 'refused'],
    ['00', 'refused'],
    ['03', 'refused'],
    ['1e-400', 'refused'],
    ['+3', 'refused'],
    ['99999999999999999', 'refused'],
    [2 ** 53, 'refused'],
    [true, 'refused'],
    [null, 'refused'],
    [[3], 'refused'],
  ])('takes %j for the whole number %j', (value, number) => {
    expect(taken(wholeNumber, value)).toBe(number);
  });

  it.each([
    [7650001, '7650001'],
    ['7650001', '7650001'],
    [2 ** 40, '1099511627776'],
    [0, 'refused'],
    [-1, 'refused'],
    [2 ** 60, 'refused'],
  ])('takes %j for the id %j', (value, text) => {
    expect(taken(id, value)).toBe(text);
  });

  it.each([
    [6.75, 6.75],
    ['6.75', 6.75],
    ['-1', -1],
    ['1e3', 'refused'],
    ['', 'refused'],
    [Infinity, 'refused'],
    [NaN, 'refused'],
  ])('takes %j for the decimal %j', (value, number) => {
    expect(taken(decimal, value)).toBe(number);
  });

  it('takes seconds for milliseconds, and none below zero', () => {
    expect(taken(secondsAsMs, '1.5')).toBe(1500);
    expect(taken(secondsAsMs, 0)).toBe(0);
    expect(taken(secondsAsMs, -1)).toBe('refused');
    for (const endless of [1e306, 1e308, '9'.repeat(400), 400 * 24 * 3600]) {
      expect(taken(secondsAsMs, endless)).toBe('refused');
    }
    expect(taken(secondsAsMs, 366 * 24 * 3600)).toBe(366 * 24 * 3_600_000);
  });
});

describe('instant', () => {
  it.each([
    ['2020-08-18T13:33:41', '2020-08-18T13:33:41.000Z'],
    ['2020-08-18T13:33:41Z', '2020-08-18T13:33:41.000Z'],
    ['2020-08-18T13:33:41.5', '2020-08-18T13:33:41.500Z'],
    ['2020-08-18T13:33:41.123456Z', '2020-08-18T13:33:41.123Z'],
    ['2020-08-18T15:33:41+02:00', '2020-08-18T13:33:41.000Z'],
    ['2020-08-18T15:33:41.1+0200', '2020-08-18T13:33:41.100Z'],
    ['2020-08-18T08:33:41-05:00', '2020-08-18T13:33:41.000Z'],
  ])('reads %s', (text, iso) => {
    expect(new Date(Number(taken(instant, text))).toISOString()).toBe(iso);
  });

  it.each(['', 'now', '2020-08-18', '2020-13-18T13:33:41Z', '2020-08-18 13:33:41', '2020-08-18T13:33:41 GMT', 1, null])(
    'does not take %j',
    (text) => {
      expect(taken(instant, text)).toBe('refused');
    },
  );

  it('reads every instant it could have written, with or without its zone', () => {
    const date = fc.date({ min: new Date('1970-01-02'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.boolean(), (at, zone) => {
        const text = at.toISOString();
        expect(taken(instant, zone ? text : text.slice(0, -1))).toBe(at.getTime());
      }),
      {
        examples: [
          [new Date(86_400_000), false],
          [new Date('2090-01-01'), true],
        ],
      },
    );
  });
});

describe('text', () => {
  it('takes an https address in normal form, and no other', () => {
    expect(taken(httpsUrl, 'https://acme.grafana.net/a/k6-app/runs/1')).toBe(
      'https://acme.grafana.net/a/k6-app/runs/1',
    );
    for (const text of [
      'http://acme.grafana.net',
      'javascript:alert(1)',
      'https://u:p@acme.net',
      'https://u@acme.net',
      'https://:p@acme.net',
      'acme',
      '',
      7,
    ]) {
      expect(taken(httpsUrl, text)).toBe('refused');
    }
  });

  it('takes words that say something', () => {
    expect(taken(nonEmptyText, '  Out of hours. ')).toBe('Out of hours.');
    expect(taken(nonEmptyText, '  ')).toBe('refused');
  });

  it('cuts long words, names shorter, and refuses long addresses', () => {
    expect(taken(nonEmptyText, 'x'.repeat(5_000_000))).toBe('x'.repeat(2000));
    expect(taken(nameText, 'x'.repeat(5_000_000))).toBe('x'.repeat(300));
    expect(taken(nameText, `${'x'.repeat(299)}😀`)).toBe('x'.repeat(299));
    expect(taken(httpsUrl, `https://acme.net/${'x'.repeat(3_000_000)}`)).toBe('refused');
  });

  it('takes what nobody decides by for unknown where it is odd', () => {
    const schema = v.object({ vus: optionalField(wholeNumber) });
    for (const vus of [undefined, null, 'many', {}, NaN]) expect(taken(schema, { vus })).toEqual({ vus: undefined });
    expect(taken(schema, { vus: '7' })).toEqual({ vus: 7 });
  });
});
