/** The numbers that a scenario can fix. All metrics of a run follow from them. */

/** Every one is optional; those left out are made to fit how the run ends. */
export interface NumbersPlan {
  /** 95th percentile of `http_req_duration` over the whole run, milliseconds. */
  readonly p95Ms?: number;
  /** Requests per second, mean over the run. */
  readonly rps?: number;
  /** Share of failed requests, 0..1. */
  readonly errorRate?: number;
  /** Share of checks that passed, 0..1. */
  readonly checksRate?: number;
  /** Iterations that the load generators could not start in time; no such metric where it is left out. */
  readonly droppedIterations?: number;
  /** The highest CPU load of a load generator, in percent; no such metric where it is left out. */
  readonly generatorCpu?: number;
  /** Rates and counters of the script. */
  readonly custom?: readonly CustomPlan[];
  /** Latencies of endpoints, and custom trends. */
  readonly trends?: readonly TrendPlan[];
  /** Where the requests go; none by default: then all requests are of one endpoint without a name. */
  readonly endpoints?: readonly EndpointPlan[];
  /** HTTP alone by default. */
  readonly protocols?: ProtocolPlan;
}

/** What a script does besides HTTP requests, or in their place. */
export interface ProtocolPlan {
  /** Whether it makes no HTTP request at all. */
  readonly withoutHttp?: boolean;
  readonly grpc?: { readonly p95Ms: number; readonly requests: number };
  readonly webSocket?: {
    readonly sessionP95Ms: number;
    readonly connectingP95Ms: number;
    readonly sessions: number;
    readonly sent: number;
    readonly received: number;
  };
  /** 75th percentiles of the web vitals: ms, but for `cls`, which has no unit. */
  readonly browser?: {
    readonly lcp: number;
    readonly inp: number;
    readonly cls: number;
    readonly fcp: number;
    readonly ttfb: number;
    readonly requests: number;
    readonly failures: number;
  };
}

/** Requests of one name and method, as k6 tags them. */
export interface EndpointPlan {
  readonly method: string;
  readonly name: string;
  readonly p95Ms: number;
  /** Of all requests, 0..1. */
  readonly share: number;
  /** Share of failed requests, 0..1; 0 by default. */
  readonly errorRate?: number;
}

/** A rate or a counter of the script. */
export interface CustomPlan {
  readonly metric: string;
  readonly kind: 'rate' | 'counter';
  readonly tags?: Readonly<Record<string, string>>;
  readonly count: number;
  /** Of a rate: how many are not zero. */
  readonly nonZero?: number;
}

/** A trend beside the latency of all requests. */
export interface TrendPlan {
  /** `http_req_duration` of an endpoint, or the name of a custom trend. */
  readonly metric: string;
  /** Its tags: `{ name: 'checkout' }`. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly p95Ms: number;
}

/** A threshold as a script states it: `http_req_duration: ['p(95)<400']`. */
export interface ThresholdPlan {
  /** `http_req_duration`, `http_req_failed`, `http_reqs`, `checks`, a part of them (`checks{…}`), or any other name. */
  readonly metric: string;
  /** `p(95)`, `p(99)`, `avg`, `max`, `rate`, `count`. */
  readonly stat: string;
  readonly operator: '<' | '<=' | '>' | '>=';
  /** In the metric's own unit: ms, 0..1, requests. */
  readonly limit: number;
  readonly abortOnFail?: boolean;
}
