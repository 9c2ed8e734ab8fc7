/** The stack in the requests of v6: by its number at once, by its address once that was turned into a number. */
import { describe, expect, it } from '@jest/globals';
import { withinStack } from '../../../../src/cloud/v6/stack.ts';
import type { Scripted } from '../../../support/scripted-http.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const { signal } = new AbortController();
const URL_STACK = { kind: 'url', url: 'https://acme.grafana.net' } as const;
const ASKED = { method: 'GET', path: '/x', headers: { a: 'b' } } as const;
const SENT = { ...ASKED, headers: { a: 'b', 'x-stack-id': '871234' } };

describe('a request within a stack', () => {
  it('names a stack that is given by its number, beside its own headers', async () => {
    const ports = scriptedPorts(() => ({ json: { id: 1 } }));
    const answer = await withinStack(ports.http, { kind: 'id', id: '871234' })(ASKED, signal);
    expect([answer.json, ports.sent]).toEqual([{ id: 1 }, [SENT]]);
  });

  it('asks for the number of an address first, with what to do where that is refused', async () => {
    const ports = scriptedPorts(() => ({ json: { stack_id: 871234 } }));
    const send = withinStack(ports.http, URL_STACK);
    await send(ASKED, signal);
    await send(ASKED, signal);
    const remedy =
      'Check that `stack` (https://acme.grafana.net) is the address of your stack, and that `token` may use it: ' +
      'a personal API token needs its user to be a member of the stack, a stack API token opens its own stack alone.';
    const auth = {
      method: 'GET',
      path: '/cloud/v6/auth',
      headers: { 'x-stack-url': 'https://acme.grafana.net' },
      advice: { forbidden: remedy, 'not-found': remedy, rejected: remedy },
    };
    expect(ports.sent).toEqual([auth, SENT, SENT]);
  });

  it.each<Scripted>([{ json: {} }, { json: { stack_id: 0 } }, { json: { stack_id: 'acme' } }, { code: 'forbidden' }])(
    'is not sent where the address comes to %j, and the next one asks again',
    async (answer) => {
      const ports = scriptedPorts((_, place) => (place === 1 ? answer : { json: { stack_id: '871234' } }));
      const send = withinStack(ports.http, URL_STACK);
      await expect(send(ASKED, signal)).rejects.toMatchObject({ name: 'CloudError' });
      expect(ports.sent).toHaveLength(1);
      await send(ASKED, signal);
      expect(ports.sent.slice(1)).toMatchObject([{ path: '/cloud/v6/auth' }, SENT]);
    },
  );
});
