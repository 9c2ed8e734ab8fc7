/** The owner of a token, as the legacy API shows it. */
import type { Route } from '../routing.ts';
import { v2Time } from './v2-run.ts';
import type { V2Context } from './v2-context.ts';

/** The routes that say who a token belongs to. */
export function accountRoutes(context: V2Context): readonly Route[] {
  const { cloud } = context;
  return [
    {
      method: 'GET',
      path: /^\/v3\/organizations$/u,
      reply: () => ({ status: 200, json: { organizations: [organization(context)] } }),
    },
    {
      method: 'GET',
      path: /^\/v3\/account\/me$/u,
      reply: () => ({
        status: 200,
        json: {
          user: {
            id: cloud.account.userId,
            email: cloud.account.userEmail ?? 'service@example.com',
            organization_ids: [cloud.account.organizationId],
          },
          organizations: [organization(context)],
          load_zones: [],
        },
      }),
    },
  ];
}

function organization({ cloud: { account }, options }: V2Context): Readonly<Record<string, unknown>> {
  const since = v2Time(Date.UTC(2024, 0, 15, 9), options);
  return {
    id: account.organizationId,
    name: 'Acme',
    owner_id: account.userId,
    description: '',
    billing_address: null,
    billing_country: null,
    billing_email: null,
    vat_number: null,
    created: since,
    updated: since,
    is_default: true,
    is_grafana_org: true,
    grafana_stack_id: account.stackId,
    grafana_stack_url: account.stackUrl,
    grafana_stack_name: new URL(account.stackUrl).hostname.split('.')[0],
  };
}
