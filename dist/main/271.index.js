export const id = 271;

export const ids = [ 271 ];

export const modules = {
  /***/ 271: 
  /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    // EXPORTS
    __webpack_require__.d(__webpack_exports__, {
      startSimulation: () => /* binding */ startSimulation
    });
    // CONCATENATED MODULE: ./src/emulator/routing.ts
    /** Requests and replies without sockets, and the route tables that turn one into the other. */
    /** The reply of whichever API owns the path. */
    function replyOf(apis, request) {
      const api = apis.find(({owns: owns}) => owns(request.path));
      if (api === void 0) return page(404);
      const refused = api.admit(request);
      if (refused !== void 0) return refused;
      let known = false;
      for (const route of api.routes) {
        const found = route.path.exec(request.path);
        if (found === null) continue;
        if (route.method === request.method) return route.reply(request, found.groups ?? {});
        known = true;
      }
      return known ? api.wrongMethod(request) : api.notFound(request);
    }
    /** A web page instead of an answer, as gateways send it. */    function page(status, title = "Error") {
      return {
        status: status,
        headers: {
          "content-type": "text/html; charset=utf-8"
        },
        body: `<!doctype html>\n<html><head><title>${status} ${title}</title></head><body><h1>${status} ${title}</h1></body></html>\n`
      };
    }
    /** A query parameter as a whole number of at least `least`; `fallback` where it is missing, `undefined` where it is none. */    function wholeNumber(query, name, fallback, least) {
      const text = query.get(name);
      if (text === null) return fallback;
      const number = /^\d{1,16}$/u.test(text) ? Number(text) : NaN;
      return Number.isSafeInteger(number) && number >= least ? number : void 0;
    }
    /** An id of a path or a query; NaN, which no test and no run has, for anything but digits. */    function idOf(text) {
      return /^\d{1,16}$/u.test(text) ? Number(text) : NaN;
    }
    // CONCATENATED MODULE: ./src/emulator/machine/request-log.ts
    /** What was asked of the emulator, in order: for tests to count, and for people to read. */
    /** Values past this length are shown as an ellipsis. */
    const LONGEST_VALUE = 24;
    /** An empty log that keeps the last `keep` requests. */    function createRequestLog(keep) {
      let entries = [];
      return {
        add: request => {
          const entry = {
            ...request,
            testId: void 0,
            runId: void 0,
            acted: false,
            answer: ""
          };
          entries.push(entry);
          if (entries.length > keep) entries.shift();
          return answered => {
            Object.assign(entry, answered);
          };
        },
        requests: () => [ ...entries ],
        lines: () => entries.map(requestLine),
        clear: () => {
          entries = [];
        }
      };
    }
    /** The short form of one request. */    function requestLine({method: method, path: path, query: query, answer: answer}) {
      const words = query.map(([name, value]) => `${name}=${value.length > LONGEST_VALUE ? "…" : value}`).join("&");
      return `${method} ${path}${words === "" ? "" : `?${words}`} -> ${answer === "" ? "no answer" : answer}`;
    }
    /** The Authorization header with the token replaced by whether it is right. */    function maskedAuthorization(header, token) {
      const [, scheme = "", given = ""] = /^(\S+) (.*)$/u.exec(header) ?? [];
      return scheme === "" ? "(no scheme)" : `${scheme} (${given === token ? "right" : "wrong"})`;
    }
    // CONCATENATED MODULE: ./src/emulator/machine/scenario.ts
    /** Duration of a stage that gives none. */
    const DEFAULT_STAGE_MS = 1e3;
    const UNDER_WAY = new Set([ "created", "validated", "queued", "initializing", "running" ]);
    /** Whether a run in this stage can do nothing more (its metrics may still be in the making). */    function isOver(stage) {
      if (typeof stage.status === "string") return !UNDER_WAY.has(stage.status);
      return stage.over ?? (typeof stage.status.raw === "number" && stage.status.raw >= 3);
    }
    // CONCATENATED MODULE: ./src/emulator/machine/run-view.ts
    /** The stage that a run is in. */
    function present({history: history}) {
      const last = history.at(-1);
      if (last === void 0) throw new Error("A run has at least one stage.");
      return last;
    }
    /** The run as it is now. */    function viewOf(spec, course, marks) {
      const {stage: stage} = present(course);
      const ended = course.history.find(entered => isOver(entered.stage));
      return {
        ...spec,
        ...marks,
        status: stage.status,
        processing: stage.processing ?? "not-started",
        result: stage.result ?? "none",
        reason: stage.reason,
        over: isOver(stage),
        startedMs: course.history.find(entered => entered.stage.status === "running")?.stampMs,
        endedMs: ended?.stampMs,
        overAtMs: ended?.atMs,
        history: [ ...course.history ],
        stopAsked: course.stop !== void 0
      };
    }
    // CONCATENATED MODULE: ./src/emulator/machine/run-machine.ts
    /** A run at its first stage. */
    function createRun(spec, drive) {
      const first = {
        stage: spec.scenario.stages[0],
        atMs: spec.createdMs,
        stampMs: spec.createdMs
      };
      const state = {
        stages: spec.scenario.stages,
        index: 0,
        shown: 0,
        history: [ first ],
        stop: void 0
      };
      const marks = {
        note: "",
        starred: false,
        baseline: spec.baseline
      };
      const settle = () => {
        if (drive.advance.by === "clock") byTheClock(spec.scenario, state, drive, drive.advance.speed ?? 1);
      };
      const peek = () => {
        settle();
        return viewOf(spec, state, marks);
      };
      return {
        marks: marks,
        peek: peek,
        read: () => {
          if (drive.advance.by === "reads") byRead(spec.scenario, state, drive);
          return peek();
        },
        stop: byUser => {
          settle();
          if (isOver(present(state).stage)) return "already-over";
          state.stop ??= {
            atMs: drive.now(),
            byUser: byUser,
            readsLeft: spec.scenario.stop?.reads ?? 0
          };
          return "stopping";
        }
      };
    }
    function byRead(scenario, state, drive) {
      if (state.stop !== void 0 && state.stop.readsLeft-- <= 0) end(scenario, state, drive.now(), drive);
      for (;;) {
        const {stage: stage} = present(state);
        const next = state.stages[state.index + 1];
        if (next === void 0 || state.shown < (stage.reads ?? 1)) break;
        enter(state, next, drive.now(), drive);
        state.index++;
      }
      state.shown++;
    }
    function byTheClock(scenario, state, drive, speed) {
      for (;;) {
        const {stage: stage, atMs: atMs} = present(state);
        const next = state.stages[state.index + 1];
        const nextMs = next === void 0 ? 1 / 0 : atMs + durationMs(stage) / speed;
        const stopMs = state.stop === void 0 ? 1 / 0 : state.stop.atMs + (scenario.stop?.ms ?? 0) / speed;
        if (Math.min(nextMs, stopMs) > drive.now() || next === void 0 && stopMs === 1 / 0) return;
        if (stopMs <= nextMs || next === void 0) end(scenario, state, stopMs, drive); else {
          enter(state, next, nextMs, drive);
          state.index++;
        }
      }
    }
    /** Carries out a stop, unless the run was quicker. */    function end(scenario, state, atMs, drive) {
      const {stage: stage} = present(state);
      const byUser = state.stop?.byUser;
      state.stop = void 0;
      if (isOver(stage)) return;
      const ending = scenario.stop?.stages ?? [ {
        status: "aborted-by-user",
        processing: stage.status === "running" ? "finished" : "not-started",
        result: "error",
        reason: {
          code: 8036,
          message: "The test run was aborted by a user.",
          ...byUser === void 0 ? {} : {
            byUser: byUser
          }
        }
      } ];
      const [first] = ending;
      if (first === void 0) return;
      state.stages = ending;
      state.index = 0;
      enter(state, first, atMs, drive);
    }
    function enter(state, stage, atMs, drive) {
      const last = present(state);
      const stampMs = drive.stamps === "clock" ? atMs : last.stampMs + statedMs(last.stage);
      state.history.push({
        stage: stage,
        atMs: atMs,
        stampMs: stampMs
      });
      state.shown = 0;
    }
    function durationMs(stage) {
      return stage.ms ?? DEFAULT_STAGE_MS;
    }
    /** The duration that stamps show for a stage: a stage without an end counts as the default. */    function statedMs(stage) {
      return Number.isFinite(durationMs(stage)) ? durationMs(stage) : DEFAULT_STAGE_MS;
    }
    // CONCATENATED MODULE: ./src/emulator/machine/scenarios.ts
    const PLANNED_S = 120;
    const GRACE_MS = 4e3;
    /** Ran to its end, thresholds held. */    function passed(overrides = {}) {
      return completed("passed", {
        result: "passed",
        ...overrides
      }, "finished");
    }
    /** Ran to its end, a threshold was crossed. */    function failedByThreshold(overrides = {}) {
      return completed("failed by threshold", {
        result: "failed",
        ...overrides
      }, "finished");
    }
    /** Ran to its end, and its result says error (v6; the legacy API has no such result and says 0). */    
    /** An ending of the kind named, in the middle of running; its result says error (0 in the legacy API). */
    function aborted(by, overrides = {}) {
      const result = by === "threshold" ? "failed" : "error";
      return cut(`aborted by ${by}`, `aborted-by-${by}`, {
        result: result,
        reason: REASONS[by],
        ...overrides
      });
    }
    /** Ended because data took too long to come. */    
    /** Runs until it is stopped. */
    function neverEnding(overrides = {}) {
      return scenarioOf("never ending", [ ...begin(overrides), {
        status: "running",
        reads: 1 / 0,
        ms: 1 / 0
      } ], overrides);
    }
    /** The same scenario in a fraction of its time: durations, planned time and stop divided by `factor`. */    const REASONS = {
      user: {
        code: 8036,
        message: "The test run was aborted by a user.",
        byUser: "other@example.com"
      },
      system: {
        code: 8031,
        message: "The load generators could not be allocated."
      },
      "script-error": {
        code: 8035,
        message: "ReferenceError: cart is not defined at file:///checkout.js:12:3"
      },
      threshold: {
        code: 8036,
        message: "The test run was aborted because a threshold was crossed."
      },
      limit: {
        code: 8012,
        message: "The virtual user hours of this month are used up."
      }
    };
    function completed(name, o, processing) {
      const processingMs = {
        ms: o.processingMs ?? 3e3,
        reads: o.reads?.processing ?? 1
      };
      const ended = {
        status: "finished",
        processing: "processing",
        ...processingMs
      };
      const settled = processing === "processing" ? [] : [ last("finished", processing, o) ];
      const shown = processing === "processing" ? {
        ...ended,
        result: o.result ?? "none"
      } : ended;
      return scenarioOf(name, [ ...begin(o), running(o), shown, ...settled ], o);
    }
    /** A scenario whose running stage is cut short after three quarters of its planned time. */    function cut(name, status, o) {
      const runningMs = o.runningMs ?? (o.plannedS ?? PLANNED_S) * 750;
      return scenarioOf(name, [ ...begin(o), running({
        ...o,
        runningMs: runningMs
      }), last(status, "finished", o) ], o);
    }
    function begin(o) {
      return [ stageOf("created", o, o.createdMs ?? 1e3), stageOf("validated", o, 1e3), stageOf("queued", o, o.queuedMs ?? 6e3), stageOf("initializing", o, o.initializingMs ?? 15e3) ];
    }
    function running(o) {
      return stageOf("running", o, o.runningMs ?? (o.plannedS ?? PLANNED_S) * 1e3 + GRACE_MS);
    }
    function stageOf(status, o, ms) {
      return {
        status: status,
        ms: ms,
        reads: o.reads?.[status] ?? 1
      };
    }
    function last(status, processing, o) {
      return {
        status: status,
        processing: processing,
        result: o.result ?? "none",
        ...o.reason === void 0 ? {} : {
          reason: o.reason
        }
      };
    }
    function scenarioOf(name, stages, o) {
      const [first = {
        status: "created"
      }, ...others] = stages;
      return {
        name: name,
        stages: [ first, ...others ],
        plannedS: o.plannedS ?? PLANNED_S,
        vus: o.vus ?? 200,
        ...o.vuh === void 0 ? {} : {
          vuh: o.vuh
        },
        ...o.numbers === void 0 ? {} : {
          numbers: o.numbers
        },
        ...o.stop === void 0 ? {} : {
          stop: o.stop
        }
      };
    }
    // CONCATENATED MODULE: ./src/emulator/machine/store.ts
    /** An empty store. Ids rise by one; a test with an id of its own does not move them. */
    function createStore(options, account) {
      const tests = new Map;
      const runs = new Map;
      const started = new Map;
      const drive = driveOf(options);
      let nextTestId = options.firstTestId ?? 1200001;
      let nextRunId = options.firstRunId ?? 7650001;
      return {
        tests: tests,
        runs: runs,
        addTest: (plan = {}) => {
          while (tests.has(nextTestId)) nextTestId++;
          const id = plan.id ?? nextTestId;
          const test = testOf(plan, id, account, options.now());
          tests.set(id, test);
          return test;
        },
        addRun: (test, plan, startedBy, key) => {
          const id = nextRunId++;
          const run = createRun({
            id: id,
            testId: test.id,
            projectId: test.projectId,
            scenario: plan.scenario ?? passed(),
            startedBy: startedBy,
            createdMs: plan.createdMs ?? options.now(),
            key: key,
            baseline: plan.baseline ?? false
          }, plan.at === "start" ? drive : atItsEnd(options.now));
          runs.set(id, run);
          return run;
        },
        nextScenario: test => {
          const at = started.get(test.id) ?? 0;
          started.set(test.id, at + 1);
          return test.scenarios[Math.min(at, test.scenarios.length - 1)] ?? passed();
        }
      };
    }
    function testOf(plan, id, account, nowMs) {
      return {
        id: id,
        name: plan.name ?? `Test ${id}`,
        projectId: plan.projectId ?? account.projectId,
        thresholds: plan.thresholds ?? [ {
          metric: "http_req_duration",
          stat: "p(95)",
          operator: "<",
          limit: 400
        }, {
          metric: "http_req_failed",
          stat: "rate",
          operator: "<",
          limit: .05
        } ],
        checks: plan.checks ?? [ "status is 200", "body has cart" ],
        scenarios: plan.scenarios ?? [],
        access: plan.access ?? "allowed",
        onStart: plan.onStart,
        createdMs: nowMs - 30 * 24 * 36e5
      };
    }
    function driveOf({now: now, advance: advance = {
      by: "reads"
    }, stamps: stamps}) {
      return {
        now: now,
        advance: advance,
        stamps: stamps ?? (advance.by === "reads" ? "scenario" : "clock")
      };
    }
    /** An infinite speed takes a run through its scenario at once. `scenario` gives it the stamps it would have had. */    function atItsEnd(now) {
      return {
        now: now,
        advance: {
          by: "clock",
          speed: 1 / 0
        },
        stamps: "scenario"
      };
    }
    // CONCATENATED MODULE: ./src/emulator/machine/emulated-cloud.ts
    const DEFAULT_ACCOUNT = {
      token: "emulated-token",
      organizationId: 540001,
      projectId: 3600001,
      stackId: 871234,
      stackUrl: "https://acme.grafana.net",
      userId: 91001,
      userEmail: void 0
    };
    /** An empty cloud, or one with tests; holds everything in memory. */    function createCloud(options) {
      const account = {
        ...DEFAULT_ACCOUNT,
        ...options.account
      };
      const store = createStore(options, account);
      const {tests: tests, runs: runs} = store;
      const cloud = {
        now: options.now,
        account: account,
        log: createRequestLog(options.keepRequests ?? 1 / 0),
        addTest: store.addTest,
        tests: () => [ ...tests.values() ],
        test: testId => tests.get(testId),
        start: (testId, key) => {
          const test = tests.get(testId);
          if (test === void 0) return;
          test.onStart?.("before", cloud, testId);
          const run = store.addRun(test, {
            scenario: store.nextScenario(test),
            at: "start"
          }, account.userEmail, key);
          test.onStart?.("after", cloud, testId);
          return run.peek();
        },
        seed: (testId, plan = {}) => {
          const test = tests.get(testId) ?? store.addTest({
            id: testId
          });
          const run = store.addRun(test, plan, plan.startedBy ?? "other@example.com", void 0);
          Object.assign(run.marks, {
            note: plan.note ?? "",
            starred: plan.starred ?? false
          });
          return run.peek();
        },
        runs: testId => [ ...runs.values() ].map(run => run.peek()).filter(run => testId === void 0 || run.testId === testId),
        peek: runId => runs.get(runId)?.peek(),
        read: runId => runs.get(runId)?.read(),
        stop: runId => runs.get(runId)?.stop(account.userEmail),
        mark: (runId, changed) => {
          const marks = runs.get(runId)?.marks;
          if (marks !== void 0) Object.assign(marks, changed);
          return marks !== void 0;
        }
      };
      for (const plan of options.tests ?? []) cloud.addTest(plan);
      return cloud;
    }
    /** For `onStart`: somebody else starts the same test just before or after a start of ours, once. */    // CONCATENATED MODULE: ./src/emulator/faults/faults.ts
    /** Scripted faults: which requests go wrong, how, and how often; rules may be added while serving. */
    /** Rules are tried in order. If a rule skips a request, the next rule is tried. */
    function createFaults(rules = []) {
      let live = [];
      const add = (...more) => {
        live.push(...more.map(rule => ({
          rule: rule,
          skip: rule.skip ?? 0,
          times: rule.times ?? 1
        })));
      };
      add(...rules);
      return {
        add: add,
        clear: () => {
          live = [];
        },
        take: (method, target) => {
          for (const one of live) {
            if (one.times <= 0 || !matches(one.rule, method, target)) continue;
            if (one.skip > 0) {
              one.skip--;
              continue;
            }
            one.times--;
            return one.rule.fault;
          }
          return;
        }
      };
    }
    function matches({on: on = {}}, method, target) {
      if (on.method !== void 0 && on.method !== method) return false;
      if (on.path === void 0) return true;
      return typeof on.path === "string" ? target.includes(on.path) : new RegExp(on.path, on.path.flags.replace(/[gy]/gu, "")).test(target);
    }
    // CONCATENATED MODULE: ./src/emulator/machine/fit-numbers.ts
    /** Statistics of latency, as multiples of the 95th percentile: one distribution, known by one number. */
    const LATENCY = {
      "p(75)": .7,
      "p(90)": .86,
      "p(95)": 1,
      "p(99)": 1.3,
      avg: .55,
      med: .5,
      min: .12,
      max: 2.4,
      stdev: .21
    };
    const ORDINARY = {
      p95Ms: 362,
      errorRate: .004,
      checksRate: .999,
      trends: [],
      custom: [],
      endpoints: [],
      protocols: {}
    };
    const RPS_PER_VU = .2875;
    /** How far on the right side of a limit, and on the wrong one. */    const HELD = .905;
    const CROSSED = 1.08;
    /**
 * Of a failing run the first threshold is crossed, of any other run none is; thresholds on the same metric may go with
 * it. What the scenario fixes is taken as it is.
 */    function fitted(thresholds, {vus: vus, numbers: numbers}, failing) {
      const base = {
        ...ORDINARY,
        rps: Math.max(.5, vus * RPS_PER_VU)
      };
      const kept = thresholds.reduce((sofar, plan) => bent(sofar, plan, false), base);
      const [first] = thresholds;
      return {
        ...failing && first !== void 0 ? bent(kept, first, true) : kept,
        ...numbers
      };
    }
    /** A value on the side of a threshold's limit that is asked for. */    function thresholdValue({operator: operator, limit: limit}, crossed) {
      const below = operator.startsWith("<") !== crossed;
      if (limit === 0) return below ? 0 : 1;
      return limit * (below ? crossed ? 1 / CROSSED : HELD : crossed ? CROSSED : 1 / HELD);
    }
    /** The metric of a threshold, which may be on a part of it: `http_req_duration{name:"cart"}`. */    function metricName({metric: metric}) {
      return metric.replace(/\{.*$/su, "");
    }
    /** Whether a value breaks the condition. */    function crosses({operator: operator, limit: limit}, value) {
      switch (operator) {
       case "<":
        return value >= limit;

       case "<=":
        return value > limit;

       case ">":
        return value <= limit;

       case ">=":
        return value < limit;
      }
    }
    function bent(base, plan, crossed) {
      const metric = metricName(plan);
      const wanted = thresholdValue(plan, crossed);
      const pick = (now, value) => {
        if (crossed) return value;
        return plan.operator.startsWith("<") ? Math.min(now, value) : Math.max(now, value);
      };
      if (metric === "http_req_duration") return {
        ...base,
        p95Ms: pick(base.p95Ms, wanted / (LATENCY[plan.stat] ?? 1))
      };
      if (metric === "http_req_failed") return {
        ...base,
        errorRate: Math.min(1, pick(base.errorRate, wanted))
      };
      if (metric === "checks") return {
        ...base,
        checksRate: Math.min(1, pick(base.checksRate, wanted))
      };
      if (metric === "http_reqs" && plan.stat === "rate") return {
        ...base,
        rps: pick(base.rps, wanted)
      };
      return base;
    }
    // CONCATENATED MODULE: ./src/emulator/machine/run-numbers.ts
    /** The metrics so far; `undefined` for a run that has not begun to run. */
    function numbersOf(run, test, nowMs) {
      const {startedMs: startedMs} = run;
      if (startedMs === void 0) return;
      const endMs = Math.max(run.endedMs ?? nowMs, startedMs + 1e3);
      const seconds = (endMs - startedMs) / 1e3;
      const failing = fails(run);
      const base = fitted(test.thresholds, run.scenario, failing);
      const units = Math.max(1, Math.round(base.rps * seconds));
      const requests = base.protocols.withoutHttp === true ? 0 : units;
      const share = base.errorRate * requests;
      const failures = Math.min(requests, failing ? Math.ceil(share) : Math.floor(share));
      const sample = {
        seconds: seconds,
        requests: requests,
        failures: failures,
        p95Ms: base.p95Ms,
        vus: run.scenario.vus,
        iterations: Math.ceil(units / 2),
        checks: checkCounts(test.checks, units, base.checksRate, failing),
        trends: base.trends,
        custom: base.custom,
        endpoints: base.endpoints.map(plan => endpointCount(plan, requests)),
        protocols: base.protocols,
        ...base.droppedIterations === void 0 ? {} : {
          droppedIterations: base.droppedIterations
        },
        ...base.generatorCpu === void 0 ? {} : {
          generatorCpu: base.generatorCpu
        }
      };
      return {
        ...sample,
        runId: run.id,
        startMs: startedMs,
        endMs: endMs,
        thresholds: test.thresholds.map(plan => evaluated(plan, sample, failing))
      };
    }
    /** The latency of a stretch by the statistic's name: `p(95)`, `avg`, …; `undefined` for one that does not exist. */    function latencyMs({p95Ms: p95Ms}, stat) {
      const ratio = LATENCY[stat];
      return ratio === void 0 ? void 0 : rounded(p95Ms * ratio);
    }
    /** All checks together. */    function allChecks({checks: checks}) {
      const sum = pick => checks.reduce((total, check) => total + pick(check), 0);
      return {
        passed: sum(check => check.passed),
        failed: sum(check => check.failed)
      };
    }
    /** Two digits after the point are more than any client shows. */    function rounded(value) {
      return Math.round(value * 100) / 100;
    }
    /** By its result, or, while it has none, by the one its scenario has for it. */    function fails({result: result, scenario: scenario}) {
      return (result === "none" ? scenario.stages.at(-1)?.result : result) === "failed";
    }
    function endpointCount({method: method, name: name, p95Ms: p95Ms, share: share, errorRate: errorRate = 0}, all) {
      const requests = Math.round(share * all);
      return {
        method: method,
        name: name,
        p95Ms: p95Ms,
        requests: requests,
        failures: Math.round(errorRate * requests)
      };
    }
    /** The first check takes all the failures it can hold: a table of checks has something to show first. */    function checkCounts(names, each, rate, failing) {
      const missed = (1 - rate) * each * names.length;
      let left = failing ? Math.ceil(missed) : Math.floor(missed);
      return names.map(name => {
        const failed = Math.min(left, each);
        left -= failed;
        return {
          name: name,
          passed: each - failed,
          failed: failed
        };
      });
    }
    /** Values of thresholds on the statistic that the plan fixes. */    function protocolValues({grpc: grpc, webSocket: webSocket, browser: browser}) {
      return {
        grpc_req_duration: grpc?.p95Ms,
        ws_session_duration: webSocket?.sessionP95Ms,
        ws_connecting: webSocket?.connectingP95Ms,
        browser_web_vital_lcp: browser?.lcp,
        browser_web_vital_cls: browser?.cls
      };
    }
    function evaluated(plan, sample, failing) {
      const {passed: passed, failed: failed} = allChecks(sample);
      const calculated = {
        ...protocolValues(sample.protocols),
        http_req_duration: latencyMs(sample, plan.stat),
        http_req_failed: sample.failures / sample.requests,
        http_reqs: plan.stat === "count" ? sample.requests : sample.requests / sample.seconds,
        checks: passed + failed === 0 ? void 0 : passed / (passed + failed)
      }[metricName(plan)] ?? thresholdValue(plan, failing);
      return {
        ...plan,
        calculated: calculated,
        crossed: crosses(plan, calculated)
      };
    }
    // CONCATENATED MODULE: ./src/emulator/metrics/summary-routes.ts
    /** All of them null where nothing was measured. */
    function summaries({numbers: numbers}) {
      return {
        http_metric_summary: numbers === void 0 || numbers.protocols.withoutHttp === true ? null : http(numbers),
        checks_metric_summary: numbers === void 0 || numbers.checks.length === 0 ? null : checks(numbers),
        thresholds_summary: numbers === void 0 || numbers.thresholds.length === 0 ? null : thresholds(numbers),
        ws_metric_summary: numbers?.protocols.webSocket === void 0 ? null : webSocket(numbers.protocols.webSocket),
        grpc_metric_summary: numbers?.protocols.grpc === void 0 ? null : grpc(numbers.protocols.grpc, numbers.seconds),
        browser_metric_summary: numbers?.protocols.browser === void 0 ? null : browser(numbers.protocols.browser)
      };
    }
    /** `Passed`, `Failed` or `Error`: a word with a capital here. */    function resultWord({run: run}) {
      const {result: result} = run;
      if (typeof result !== "string" || result === "none") return null;
      return {
        passed: "Passed",
        failed: "Failed",
        error: "Error"
      }[result];
    }
    function http(numbers) {
      const {requests: requests, failures: failures, seconds: seconds} = numbers;
      const latency = stat => latencyMs(numbers, stat);
      return {
        requests_count: requests,
        failures_count: failures,
        rps_mean: requests / seconds,
        rps_max: requests / seconds * 1.2,
        duration: {
          count: requests,
          max: latency("max"),
          mean: latency("avg"),
          min: latency("min"),
          p95: latency("p(95)"),
          p99: latency("p(99)"),
          stdev: latency("stdev")
        },
        duration_median: latency("med")
      };
    }
    /** One distribution, known by its 95th percentile. */    function trend(p95, count) {
      const of = stat => Math.round(p95 * (LATENCY[stat] ?? 1) * 100) / 100;
      return {
        count: count,
        max: of("max"),
        mean: of("avg"),
        min: of("min"),
        p95: p95,
        p99: of("p(99)"),
        stdev: of("stdev")
      };
    }
    function grpc({p95Ms: p95Ms, requests: requests}, seconds) {
      const rps = requests / seconds;
      const duration = trend(p95Ms, requests);
      return {
        requests_count: requests,
        rps_mean: rps,
        rps_max: rps * 1.2,
        duration: duration,
        duration_median: p95Ms / 2
      };
    }
    function webSocket(plan) {
      const {sessionP95Ms: sessionP95Ms, connectingP95Ms: connectingP95Ms, sessions: sessions, sent: sent, received: received} = plan;
      return {
        msgs_sent: sent,
        msgs_received: received,
        sessions: sessions,
        connecting: trend(connectingP95Ms, sessions),
        ping: null,
        session_duration: trend(sessionP95Ms, sessions)
      };
    }
    function browser({lcp: lcp, inp: inp, cls: cls, fcp: fcp, ttfb: ttfb, requests: requests, failures: failures}) {
      return {
        web_vital_lcp_p75: lcp,
        web_vital_inp_p75: inp,
        web_vital_cls_p75: cls,
        web_vital_fcp_p75: fcp,
        web_vital_ttfb_p75: ttfb,
        http_request_count: requests,
        http_failure_count: failures
      };
    }
    function checks(numbers) {
      const {passed: passed, failed: failed} = allChecks(numbers);
      return {
        total: numbers.checks.length,
        successes: numbers.checks.filter(check => check.failed === 0).length,
        hits_total: passed + failed,
        hits_successes: passed
      };
    }
    function thresholds({thresholds: all}) {
      return {
        total: all.length,
        successes: all.filter(({crossed: crossed}) => !crossed).length
      };
    }
    // CONCATENATED MODULE: ./src/emulator/machine/uuid.ts
    /** Ids in the form of a UUID that are the same for the same thing. */
    /** `000000c8-0000-4000-8000-00000074bb11` for thing 200 of run 7650065. */
    function uuid(runId, thing) {
      return `${thing.toString(16).padStart(8, "0")}-0000-4000-8000-${runId.toString(16).padStart(12, "0")}`;
    }
    // CONCATENATED MODULE: ./src/emulator/v2/v2-run.ts
    /** Stands in everything that an action must not ask for. */
    const SECRET_MARKER = "SECRET-SCRIPT";
    const BIG = `${SECRET_MARKER} `.repeat(2e3);
    const RUN_STATUS = {
      created: -2,
      validated: -1,
      queued: 0,
      initializing: 1,
      running: 2,
      finished: 3,
      "timed-out": 4,
      "aborted-by-user": 5,
      "aborted-by-system": 6,
      "aborted-by-script-error": 7,
      "aborted-by-threshold": 8,
      "aborted-by-limit": 9,
      archived: 10
    };
    const PROCESSING_STATUS = {
      "not-started": 0,
      processing: 1,
      finished: 2,
      error: 3
    };
    /** The legacy API knows no result `error`; runs that were aborted are seen to say 0, which is why it decides nothing. */    const RESULT_STATUS = {
      none: null,
      passed: 0,
      failed: 1,
      error: 0
    };
    /** Keys of one run that is read, in the page's order. */    const READ_KEYS = keys(`config created duration ended error_code error_detail export id\n  is_baseline k6_archive load_time note organization_id processing_status project_id public_id request_builder_config\n  result_status run_process run_status script started stopped_by_id test_id user_id version vus vus_per_instance`);
    /** Keys of a run in a list: all of them but `export`. */    const LIST_KEYS = READ_KEYS.filter(key => key !== "export");
    /** Keys of a run that was just started. */    const START_KEYS = keys(`config created duration ended error_code error_detail id k6_archive\n  load_time note organization_id processing_status project_id public_id result_status run_process run_status script\n  started stopped_by_id test_id user_id version vus`);
    /** All that can be selected, the undocumented keys that clients were seen to select among it. */    function v2Run(run, account, options) {
      return {
        ...bulk(),
        ...statuses(run, options),
        ...times(run, options),
        error_code: run.reason?.code ?? null,
        error_detail: run.reason?.message ?? null,
        export: null,
        id: run.id,
        is_baseline: run.baseline,
        load_time: run.over ? 182.5 : null,
        note: run.note,
        organization_id: account.organizationId,
        project_id: run.projectId,
        public_id: null,
        run_process: "k6 to Cloud",
        stopped_by_id: run.status === "aborted-by-user" ? account.userId : null,
        test_id: run.testId,
        user_id: account.userEmail === void 0 ? null : account.userId,
        version: 2,
        vus: run.scenario.vus,
        vus_per_instance: 0,
        vuh_cost: run.scenario.vuh ?? Math.round(run.scenario.vus * run.scenario.plannedS / 36) / 100,
        k6_runtime_config: {
          testRunDetails: runUrl(run, account, options)
        }
      };
    }
    /** The keys asked for, where they exist. */    function picked(run, names) {
      return Object.fromEntries(names.filter(name => name in run).map(name => [ name, run[name] ]));
    }
    /** A time stamp in the style chosen; null for none. */    function v2Time(epochMs, {timestamps: timestamps = "micros"}) {
      if (epochMs === void 0) return null;
      const iso = new Date(epochMs).toISOString();
      if (timestamps === "micros") return iso.replace(/(\.\d{3})Z$/u, "$1000Z");
      return iso.replace(/\.\d{3}Z$/u, timestamps === "seconds" ? "Z" : "");
    }
    function bulk() {
      return {
        config: {
          script: BIG
        },
        k6_archive: BIG,
        script: BIG,
        request_builder_config: null
      };
    }
    function statuses(run, {pendingResult: pendingResult = 0, statusesAs: statusesAs}) {
      const pending = run.result === "none" && (!run.over || run.processing === "processing");
      const values = {
        run_status: wire(RUN_STATUS, run.status),
        processing_status: wire(PROCESSING_STATUS, run.processing),
        result_status: pending ? pendingResult : wire(RESULT_STATUS, run.result)
      };
      if (statusesAs !== "strings") return values;
      return Object.fromEntries(Object.entries(values).map(([key, value]) => [ key, typeof value === "number" ? String(value) : value ]));
    }
    function wire(numbers, value) {
      return typeof value === "string" ? numbers[value] : value.raw;
    }
    function times(run, options) {
      const {startedMs: startedMs, endedMs: endedMs} = run;
      return {
        created: v2Time(run.createdMs, options),
        started: v2Time(startedMs, options),
        ended: v2Time(endedMs, options),
        duration: run.scenario.plannedS,
        execution_duration: startedMs === void 0 || endedMs === void 0 ? null : (endedMs - startedMs) / 1e3
      };
    }
    function runUrl(run, account, {runUrl: style = "present"}) {
      if (style === "present") return `${account.stackUrl}/a/k6-app/runs/${run.id}`;
      if (style === "absent") return;
      return style === "empty" ? "" : style.raw;
    }
    function keys(text) {
      return text.split(/\s+/u);
    }
    // CONCATENATED MODULE: ./src/emulator/v6/v6-options.ts
    /** An error of the current API: `{error: {message, code: string, target, details}}`. */
    function v6Refusal(status, message, target = null) {
      const code = status === 409 ? "conflict" : status === 400 ? "validation_error" : "error";
      return {
        status: status,
        json: {
          error: {
            message: message,
            code: code,
            target: target,
            details: null
          }
        }
      };
    }
    // CONCATENATED MODULE: ./src/emulator/metrics/criteria-routes.ts
    /** Metric types by name, as far as thresholds can be on them. */
    const TYPES = {
      http_req_duration: "trend",
      http_req_failed: "rate",
      checks: "rate",
      grpc_req_duration: "trend",
      ws_session_duration: "trend",
      ws_connecting: "trend",
      browser_web_vital_lcp: "trend"
    };
    /** The routes under the legacy API's own paths and checks. */    function olderCriteriaRoutes(v2, context) {
      const {options: options, look: look} = context;
      const measured = (source, request, show) => {
        const runId = idOf(request.query.get("test_run_id") ?? "");
        if (options.gone?.includes(source) === true) return v2.refuse(404, "not-found", "There is nothing at this path.");
        if (Number.isNaN(runId)) return v2.refuse(400, "validation", "A test run is needed.", {
          test_run_id: [ "A whole number is needed." ]
        });
        const seen = look(runId, `${request.path}?${runId}`);
        if (typeof seen === "string") return v2.refuse(404, "not-found", seen);
        return {
          status: 200,
          json: show(seen.numbers, runId),
          runId: runId,
          testId: seen.run.testId
        };
      };
      return [ {
        method: "GET",
        path: /^\/loadtests\/v2\/thresholds$/u,
        reply: request => measured("v2-thresholds", request, (numbers, runId) => ({
          "k6-metrics": (numbers?.thresholds ?? []).map((judged, at) => v2Metric(judged, at, runId)),
          "k6-thresholds": (numbers?.thresholds ?? []).map((judged, at) => ({
            ...v2Threshold(v2, context, judged, {
              at: at,
              numbers: numbers
            }),
            testrun_id: runId
          }))
        }))
      }, {
        method: "GET",
        path: /^\/loadtests\/v3\/checks$/u,
        reply: request => measured("v3-checks", request, (numbers, runId) => ({
          "k6-checks": (numbers?.checks ?? []).map((check, at) => v3Check(v2, check, {
            at: at,
            numbers: numbers,
            runId: runId
          }))
        }))
      } ];
    }
    /** The routes under `/loadtests/v4/test_runs({id})`. */    function v4Routes({options: options, look: look}) {
      const list = (name, rows) => ({
        method: "GET",
        path: new RegExp(`^/loadtests/v4/test_runs\\((?<id>[^)/]+)\\)/${name}$`, "u"),
        reply: ({path: path, query: query}, {id: id = ""}) => {
          const seen = look(idOf(id), path);
          if (typeof seen === "string") return v6Refusal(404, seen);
          const select = query.get("$select")?.split(",");
          const value = (seen.numbers === void 0 ? [] : rows(seen.numbers)).map(row => Object.fromEntries(Object.entries(row).filter(([key]) => select?.includes(key) ?? true)));
          return {
            status: 200,
            json: {
              "@count": value.length,
              value: value
            },
            runId: seen.run.id,
            testId: seen.run.testId
          };
        }
      });
      return [ list("thresholds", ({thresholds: thresholds, runId: runId}) => thresholds.map((judged, at) => ({
        id: runId * 1e3 + at,
        name: thresholdName(judged, at, options.thresholdNames),
        stat: judged.stat,
        tainted: judged.crossed,
        calculated_value: judged.calculated
      }))), list("checks", ({checks: checks, runId: runId}) => checks.map(({name: name, passed: passed, failed: failed}, at) => ({
        id: uuid(runId, 5e3 + at),
        name: name,
        group_id: null,
        scenario_id: uuid(runId, 1),
        metric_summary: {
          success_count: passed,
          fail_count: failed,
          success_rate: passed / (passed + failed)
        }
      }))) ];
    }
    function thresholdName(judged, at, style = "condition") {
      return style === "generic" ? `threshold_${at + 1}` : `${judged.stat}${judged.operator}${judged.limit}`;
    }
    function v2Metric(judged, at, runId) {
      const type = TYPES[metricName(judged)] ?? "counter";
      return {
        check_id: null,
        contains: type === "trend" ? "time" : type === "rate" ? "percent" : "default",
        group_id: null,
        id: uuid(runId, 1e3 + at),
        name: judged.metric,
        project_id: null,
        tags: {},
        test_run_id: runId,
        type: type,
        url_id: null
      };
    }
    function v2Threshold(v2, {options: options}, judged, {at: at, numbers: numbers}) {
      const time = epochMs => v2Time(epochMs, v2.options);
      return {
        id: (numbers?.runId ?? 0) * 1e3 + at,
        name: thresholdName(judged, at, options.thresholdNames),
        metric_id: uuid(numbers?.runId ?? 0, 1e3 + at),
        stat: judged.stat,
        value: judged.limit,
        calculated_value: judged.calculated,
        tainted: judged.crossed,
        tainted_at: judged.crossed ? time(numbers?.endMs) : null,
        calc_state: {
          min_time: time(numbers?.startMs),
          max_time: time(numbers?.endMs),
          max_created_at: time(numbers?.endMs),
          tainted_value: judged.crossed ? judged.calculated : null
        }
      };
    }
    function v3Check(v2, {name: name, passed: passed, failed: failed}, {at: at, numbers: numbers, runId: runId}) {
      return {
        id: uuid(runId, 5e3 + at),
        project_id: v2.cloud.account.projectId,
        test_run_id: runId,
        group_id: null,
        name: name,
        first_seen: v2Time(numbers?.startMs, v2.options),
        success: failed === 0,
        success_count: passed,
        total_count: passed + failed
      };
    }
    // CONCATENATED MODULE: ./src/emulator/machine/series.ts
    /**
 * The run in parts of `stepS` seconds, the last one shorter. Counts add up to those of the run, and latency weighted by
 * requests is the latency of the run; both up to rounding.
 */
    function parts(numbers, stepS) {
      const {runId: runId, seconds: seconds, startMs: startMs} = numbers;
      const count = Math.max(1, Math.ceil(seconds / stepS - 1e-9));
      const shares = Array.from({
        length: count
      }, (_, index) => {
        const long = Math.min(stepS, seconds - index * stepS);
        const at = (index * stepS + long / 2) / seconds;
        return {
          at: at,
          long: long,
          load: load(at) * long,
          slowness: slowness(runId, at)
        };
      });
      const whole = shares.reduce((sum, {load: part}) => sum + part, 0);
      const mean = shares.reduce((sum, {load: part, slowness: slow}) => sum + part * slow, 0) / whole;
      return shares.map(({at: at, long: long, load: part, slowness: slow}, index) => ({
        ...scaled(numbers, part / whole),
        atMs: startMs + index * stepS * 1e3,
        seconds: long,
        p95Ms: numbers.p95Ms * slow / mean,
        vus: Math.round(numbers.vus * load(at))
      }));
    }
    /** Parts as one: those of a window. */    function merged(some) {
      const [first] = some;
      if (first === void 0) return;
      const sum = pick => some.reduce((total, part) => total + pick(part), 0);
      const requests = sum(part => part.requests);
      return {
        seconds: sum(part => part.seconds),
        requests: requests,
        failures: sum(part => part.failures),
        p95Ms: sum(part => part.p95Ms * part.requests) / requests,
        vus: Math.max(...some.map(part => part.vus)),
        iterations: sum(part => part.iterations),
        trends: first.trends,
        custom: first.custom,
        protocols: first.protocols,
        endpoints: first.endpoints.map((endpoint, index) => ({
          ...endpoint,
          requests: sum(part => part.endpoints[index]?.requests ?? 0),
          failures: sum(part => part.endpoints[index]?.failures ?? 0)
        })),
        ...first.droppedIterations === void 0 ? {} : {
          droppedIterations: sum(part => part.droppedIterations ?? 0)
        },
        ...first.generatorCpu === void 0 ? {} : {
          generatorCpu: first.generatorCpu
        },
        checks: first.checks.map(({name: name}, index) => ({
          name: name,
          passed: sum(part => part.checks[index]?.passed ?? 0),
          failed: sum(part => part.checks[index]?.failed ?? 0)
        }))
      };
    }
    function scaled(whole, share) {
      return {
        ...whole,
        requests: whole.requests * share,
        failures: whole.failures * share,
        iterations: whole.iterations * share,
        ...whole.droppedIterations === void 0 ? {} : {
          droppedIterations: whole.droppedIterations * share
        },
        checks: whole.checks.map(({name: name, passed: passed, failed: failed}) => ({
          name: name,
          passed: passed * share,
          failed: failed * share
        })),
        endpoints: whole.endpoints.map(({requests: requests, failures: failures, ...endpoint}) => ({
          ...endpoint,
          requests: requests * share,
          failures: failures * share
        }))
      };
    }
    /** Users ramp up for a fifth of the run and down at its end; `at` is 0..1. */    function load(at) {
      return Math.max(.02, Math.min(1, at / .2, (1 - at) / .05));
    }
    /** Slower as the run goes on, with a little unrest that is the same for the same run. */    function slowness(runId, at) {
      const unrest = Math.sin(runId * 12.9898 + Math.floor(at * 60) * 78.233) * .06;
      return .7 + .6 * at * at + unrest;
    }
    // CONCATENATED MODULE: ./src/emulator/metrics/v5-path.ts
    /** Query functions of the v5 API, which are a part of the path: `query_aggregate_k6(query='…',metric='…')`. */
    /** Name, and a text in quotes (a quote in it is doubled), a list in brackets, or anything up to a comma. */
    const PARAMETER = /^(\w+)=('(?:[^']|'')*'|\[[^'\]]*\]|[^',]*)(?:,|$)/u;
    const RUN_IDS = /^\[\d{1,16}(?:,\d{1,16})*\]$/u;
    const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u;
    /**
 * Reads the inside of the brackets, as sent. The real service takes `( ) ' ,` only as they are and dates only bare; a
 * text says what is wrong.
 */    function pathCall(inside, known) {
      if (/%2[789c]/iu.test(inside)) return "The characters ( ) ' , must not be percent-encoded.";
      let rest;
      try {
        rest = decodeURIComponent(inside);
      } catch {
        return "The path is not well-formed.";
      }
      const given = new Map;
      while (rest !== "") {
        const found = PARAMETER.exec(rest);
        if (found === null) return "The parameters are not well-formed.";
        const [whole, name = "", value = ""] = found;
        if (!known.includes(name)) return `No overload found for function with parameter '${name}'.`;
        given.set(name, value);
        rest = rest.slice(whole.length);
      }
      return checked(given);
    }
    function checked(given) {
      const query = quoted(given.get("query"));
      const metric = quoted(given.get("metric"));
      if (query === void 0 || metric === void 0) return "No overload found for function: query and metric are texts.";
      const step = given.get("step");
      if (step !== void 0 && !/^[1-9]\d{0,5}$/u.test(step)) return "The step is not a whole number of seconds.";
      for (const name of [ "start", "end" ]) {
        const text = given.get(name);
        if (text !== void 0 && !INSTANT.test(text)) return `Parameter '${name}' is not an Edm.DateTimeOffset.`;
      }
      const runIds = given.get("test_run_ids");
      if (runIds !== void 0 && !RUN_IDS.test(runIds)) return "The test_run_ids are not a list of whole numbers.";
      const instant = name => {
        const text = given.get(name);
        return text === void 0 ? void 0 : Date.parse(text);
      };
      return {
        query: query,
        metric: metric,
        step: step === void 0 ? void 0 : Number(step),
        startMs: instant("start"),
        endMs: instant("end"),
        runIds: runIds?.slice(1, -1).split(",").map(Number)
      };
    }
    function quoted(text) {
      return text?.startsWith("'") === true ? text.slice(1, -1).replaceAll("''", "'") : void 0;
    }
    // CONCATENATED MODULE: ./src/emulator/metrics/protocol-metrics.ts
    /** The metrics of gRPC, WebSocket and the browser, as v5 queries find them. */
    /** A metric of gRPC, WebSocket or the browser, with a series where the plan of the run has it. */
    function protocolMetric(name) {
      const metric = PROTOCOL_METRICS[name];
      if (metric === void 0) return;
      const {type: type, read: read} = metric;
      const series = sample => {
        const found = read(sample.protocols);
        return found === void 0 ? [] : [ {
          labels: {},
          of: {
            count: found.count,
            nonZero: found.failed ?? 0,
            sample: {
              ...sample,
              p95Ms: found.p95 ?? 0
            }
          }
        } ];
      };
      return {
        name: name,
        type: type,
        series: series
      };
    }
    const vital = pick => ({
      type: "trend",
      read: ({browser: browser}) => browser === void 0 ? void 0 : {
        count: browser.requests,
        p95: pick(browser) / (LATENCY["p(75)"] ?? 1)
      }
    });
    const PROTOCOL_METRICS = {
      grpc_req_duration: {
        type: "trend",
        read: ({grpc: grpc}) => grpc === void 0 ? void 0 : {
          count: grpc.requests,
          p95: grpc.p95Ms
        }
      },
      ws_session_duration: {
        type: "trend",
        read: ({webSocket: ws}) => ws === void 0 ? void 0 : {
          count: ws.sessions,
          p95: ws.sessionP95Ms
        }
      },
      ws_connecting: {
        type: "trend",
        read: ({webSocket: ws}) => ws === void 0 ? void 0 : {
          count: ws.sessions,
          p95: ws.connectingP95Ms
        }
      },
      ws_sessions: {
        type: "counter",
        read: ({webSocket: ws}) => ws === void 0 ? void 0 : {
          count: ws.sessions
        }
      },
      ws_msgs_sent: {
        type: "counter",
        read: ({webSocket: ws}) => ws === void 0 ? void 0 : {
          count: ws.sent
        }
      },
      ws_msgs_received: {
        type: "counter",
        read: ({webSocket: ws}) => ws === void 0 ? void 0 : {
          count: ws.received
        }
      },
      browser_web_vital_lcp: vital(({lcp: lcp}) => lcp),
      browser_web_vital_inp: vital(({inp: inp}) => inp),
      browser_web_vital_cls: vital(({cls: cls}) => cls),
      browser_web_vital_fcp: vital(({fcp: fcp}) => fcp),
      browser_web_vital_ttfb: vital(({ttfb: ttfb}) => ttfb),
      browser_http_req_failed: {
        type: "rate",
        read: ({browser: browser}) => browser === void 0 ? void 0 : {
          count: browser.requests,
          failed: browser.failures
        }
      }
    };
    // CONCATENATED MODULE: ./src/emulator/metrics/v5-metrics.ts
    const one = pick => sample => {
      const {count: count, nonZero: nonZero = 0} = pick(sample);
      return count === 0 ? [] : [ {
        labels: {},
        of: {
          count: count,
          nonZero: nonZero,
          sample: sample
        }
      } ];
    };
    /** A metric that only some runs have. */    const some = pick => sample => {
      const count = pick(sample);
      return count === void 0 ? [] : [ {
        labels: {},
        of: {
          count: count,
          nonZero: 0,
          sample: sample
        }
      } ];
    };
    /** All metrics there are. */    const METRICS = [ {
      name: "http_req_duration",
      type: "trend",
      series: one(({requests: requests}) => ({
        count: requests
      })),
      parts: sample => [ ...customTrend("http_req_duration").series(sample), ...endpointSeries(sample) ]
    }, {
      name: "http_reqs",
      type: "counter",
      series: one(({requests: requests}) => ({
        count: requests
      })),
      parts: sample => endpointSeries(sample).flatMap(byResponse)
    }, {
      name: "http_req_failed",
      type: "rate",
      series: one(({requests: requests, failures: failures}) => ({
        count: requests,
        nonZero: failures
      })),
      parts: endpointSeries
    }, {
      name: "vus",
      type: "gauge",
      series: one(({vus: vus}) => ({
        count: vus
      }))
    }, {
      name: "iterations",
      type: "counter",
      series: one(({iterations: iterations}) => ({
        count: iterations
      }))
    }, {
      name: "dropped_iterations",
      type: "counter",
      series: some(({droppedIterations: droppedIterations}) => droppedIterations)
    }, {
      name: "load_generator_cpu_percent",
      type: "gauge",
      series: some(({generatorCpu: generatorCpu}) => generatorCpu)
    }, {
      name: "checks",
      type: "rate",
      series: sample => sample.checks.map(({name: name, passed: passed, failed: failed}) => ({
        labels: {
          check: name
        },
        of: {
          count: passed + failed,
          nonZero: passed,
          sample: sample
        }
      }))
    } ];
    function endpointSeries(sample) {
      return sample.endpoints.map(({method: method, name: name, p95Ms: p95Ms, requests: requests, failures: failures}) => ({
        labels: {
          method: method,
          name: name
        },
        of: {
          count: requests,
          nonZero: failures,
          sample: {
            ...sample,
            p95Ms: p95Ms
          }
        }
      }));
    }
    /** k6 tags each request with whether its response was expected; a series without a request does not exist. */    function byResponse({labels: labels, of: of}) {
      const expected = {
        labels: {
          ...labels,
          expected_response: "true"
        },
        of: {
          ...of,
          count: of.count - of.nonZero
        }
      };
      const failed = {
        labels: {
          ...labels,
          expected_response: "false"
        },
        of: {
          ...of,
          count: of.nonZero
        }
      };
      return [ expected, failed ].filter(series => series.of.count > 0);
    }
    /** A trend of which the plan of the run's numbers tells; it has no lines where that does not. */    function customTrend(name) {
      return {
        name: name,
        type: "trend",
        series: sample => sample.trends.filter(({metric: metric}) => metric === name).map(({tags: tags = {}, p95Ms: p95Ms}) => ({
          labels: tags,
          of: {
            count: sample.requests,
            nonZero: 0,
            sample: {
              ...sample,
              p95Ms: p95Ms
            }
          }
        }))
      };
    }
    /** The lines of a rate or a counter of the script by a method; none where it is of another kind. */    function customLines({custom: custom, ...sample}, name, method) {
      return custom.filter(({metric: metric}) => metric === name).flatMap(({kind: kind, tags: tags = {}, count: count, nonZero: nonZero = 0}) => {
        const value = byMethod(kind, method);
        return value === "unknown" ? [] : [ {
          labels: tags,
          value: value({
            count: count,
            nonZero: nonZero,
            sample: {
              ...sample,
              custom: custom
            }
          })
        } ];
      });
    }
    const METHODS = {
      counter: {
        increase: ({count: count}) => count,
        value: ({count: count}) => count,
        rate: ({count: count, sample: sample}) => count / sample.seconds,
        max_rate: ({count: count, sample: sample}) => count / sample.seconds * 1.2
      },
      gauge: {
        max: ({count: count}) => count,
        last: ({count: count}) => count,
        avg: ({count: count}) => count,
        min: ({count: count}) => count
      },
      rate: {
        ratio: ({count: count, nonZero: nonZero}) => count === 0 ? void 0 : nonZero / count,
        increase_total: ({count: count}) => count,
        increase_nz: ({nonZero: nonZero}) => nonZero,
        increase_z: ({count: count, nonZero: nonZero}) => count - nonZero,
        rate_total: ({count: count, sample: sample}) => count / sample.seconds,
        rate_nz: ({nonZero: nonZero, sample: sample}) => nonZero / sample.seconds,
        rate_z: ({count: count, nonZero: nonZero, sample: sample}) => (count - nonZero) / sample.seconds
      },
      trend: {
        histogram_avg: ({sample: sample}) => latencyMs(sample, "avg"),
        histogram_min: ({sample: sample}) => latencyMs(sample, "min"),
        histogram_max: ({sample: sample}) => latencyMs(sample, "max"),
        histogram_stddev: ({sample: sample}) => latencyMs(sample, "stdev"),
        histogram_count_increase: ({count: count}) => count
      }
    };
    const QUANTILES = {
      .5: "med",
      .75: "p(75)",
      .9: "p(90)",
      .95: "p(95)",
      .99: "p(99)"
    };
    /** The value by a method, `increase` or `histogram_quantile(0.95)`; `unknown` for a method that the kind has not. */    function byMethod(type, method) {
      const [, quantile] = /^histogram_quantile\((0(?:\.\d+)?|1)\)$/u.exec(method) ?? [];
      const stat = QUANTILES[quantile ?? ""];
      if (type === "trend" && stat !== void 0) return ({sample: sample}) => latencyMs(sample, stat);
      return METHODS[type][method.replace(/\(\d+\)$/u, "")] ?? "unknown";
    }
    /** Checks as one source: what a query that does not group by check is about. */    function together(sample) {
      const {passed: passed, failed: failed} = allChecks(sample);
      return {
        count: passed + failed,
        nonZero: passed,
        sample: sample
      };
    }
    // CONCATENATED MODULE: ./src/emulator/metrics/v5-query.ts
    /** `METHOD`, `METHOD by (labels)`, `sum(METHOD by (labels))`, `max(METHOD by (labels))`; other ways across labels are not in the emulator. */
    const QUERY = /^(?:(?:sum|max)\(\s*(?<inner>.+)\s*\)|(?<plain>.+))$/u;
    const GROUPED = /^(?<method>[a-z_]+(?:\([\d.]+\))?)(?:\s+by\s+\((?<by>[\w\s,]*)\))?$/u;
    const SELECTOR = /^(?<name>\w+)(?:\{(?<pairs>.*)\})?$/u;
    const PAIR = /^\s*(?<label>\w+)\s*(?<equal>=|!=)\s*"(?<value>[^"]*)"\s*$/u;
    /** A text says why a query cannot be carried out; a metric that does not exist has no lines. */    function readyQuery(query, metric) {
      const {inner: inner, plain: plain} = QUERY.exec(query.trim())?.groups ?? {};
      const {method: method, by: by = ""} = GROUPED.exec((inner ?? plain ?? "").trim())?.groups ?? {};
      const {name: name, pairs: pairs = ""} = SELECTOR.exec(metric.trim())?.groups ?? {};
      if (method === void 0) return `The query '${query}' is not one.`;
      if (name === void 0) return `The metric '${metric}' is not one.`;
      const accepts = selector(pairs);
      if (typeof accepts === "string") return accepts;
      const builtIn = METRICS.find(one => one.name === name) ?? protocolMetric(name);
      const found = builtIn ?? customTrend(name);
      const value = byMethod(found.type, method);
      if (builtIn === void 0) {
        const trend = value === "unknown" ? void 0 : value;
        const lines = sample => [ ...found.series(sample).flatMap(({labels: labels, of: of}) => trend === void 0 ? [] : [ {
          labels: labels,
          value: trend(of)
        } ]), ...customLines(sample, name, method) ];
        return {
          metric: name,
          lines: sample => lines(sample).filter(({labels: labels}) => accepts({
            ...COMMON,
            ...labels
          }))
        };
      }
      if (value === "unknown") return `A ${found.type} has no method '${method}'.`;
      const labels = inner === void 0 ? by.split(",").map(label => label.trim()) : [];
      const grouped = labels.includes("check");
      const matches = series => accepts({
        ...COMMON,
        ...series.labels
      });
      const lineOf = series => ({
        labels: series.labels,
        value: value(series.of)
      });
      return {
        metric: name,
        lines: sample => {
          const parts = found.parts?.(sample) ?? [];
          if (name === "http_req_duration" && pairs.trim() !== "") return v5_query_merged(parts.filter(matches), labels).map(lineOf);
          if (parts.length > 0 && ENDPOINT_LABELS.some(label => labels.includes(label) || pairs.includes(label))) return v5_query_merged(parts.filter(matches), labels).map(lineOf);
          const kept = found.series(sample).filter(matches);
          if (grouped || name !== "checks") return kept.map(lineOf);
          const checks = sample.checks.filter(check => kept.some(series => series.labels["check"] === check.name));
          return checks.length === 0 ? [] : [ {
            labels: {},
            value: value(together({
              ...sample,
              checks: checks
            }))
          } ];
        }
      };
    }
    /** Labels that tell the requests of one endpoint from others. */    const ENDPOINT_LABELS = [ "name", "method", "expected_response" ];
    /** Series that differ in other labels than these are one: counts add up, and the latency is that of the slowest. */    function v5_query_merged(all, by) {
      const groups = new Map;
      for (const {labels: labels, of: of} of all) {
        const kept = by.some(label => label in labels) ? Object.fromEntries(Object.entries(labels).filter(([name]) => by.includes(name))) : labels;
        const key = JSON.stringify(kept);
        const before = groups.get(key)?.of;
        const sample = {
          ...of.sample,
          p95Ms: Math.max(of.sample.p95Ms, before?.sample.p95Ms ?? 0)
        };
        const sums = {
          count: of.count + (before?.count ?? 0),
          nonZero: of.nonZero + (before?.nonZero ?? 0)
        };
        groups.set(key, {
          labels: kept,
          of: {
            ...sums,
            sample: sample
          }
        });
      }
      return [ ...groups.values() ];
    }
    /** Labels that every line has. */    const COMMON = {
      instance_id: "0",
      load_zone: "amazon:us:ashburn",
      scenario: "default"
    };
    function selector(pairs) {
      if (pairs.trim() === "") return () => true;
      const wanted = pairs.split(",").map(pair => PAIR.exec(pair)?.groups);
      if (wanted.includes(void 0)) return `The selector {${pairs}} is not one.`;
      return labels => wanted.every(pair => labels[pair?.["label"] ?? ""] === pair?.["value"] === (pair?.["equal"] === "="));
    }
    // CONCATENATED MODULE: ./src/emulator/metrics/v5-response.ts
    const v5_response_COMMON = [ "query", "metric", "start", "end" ];
    /** The answer to a query on a run, `inside` being what stands in the brackets; 400 where it is not one. */    function v5Response(kind, inside, seen, options) {
      const call = pathCall(inside, kind === "range" ? [ ...v5_response_COMMON, "step" ] : v5_response_COMMON);
      if (typeof call === "string") return v6Refusal(400, call);
      const ready = readyQuery(call.query, call.metric);
      if (typeof ready === "string") return v6Refusal(400, ready);
      const json = kind === "range" ? matrix(options, seen, call, ready) : vector(options, seen, call, ready);
      return {
        status: 200,
        json: json
      };
    }
    /** Runs of a query on a load test that names none. */    const NEWEST_RUNS = 30;
    /** The answer to a query on a load test: the lines of each run, told apart by `test_run_id`. */    function v5TestResponse(inside, runsOf, options) {
      const call = pathCall(inside, [ "query", "metric", "test_run_ids" ]);
      if (typeof call === "string") return v6Refusal(400, call);
      const ready = readyQuery(call.query, call.metric);
      if (typeof ready === "string") return v6Refusal(400, ready);
      const result = runsOf(call.runIds).slice(-NEWEST_RUNS).flatMap(seen => lines(options, seen, call, ready));
      return {
        status: 200,
        json: {
          status: "success",
          data: {
            resultType: "vector",
            result: result
          }
        }
      };
    }
    function vector(options, seen, call, ready) {
      return {
        status: "success",
        data: {
          resultType: "vector",
          result: lines(options, seen, call, ready)
        }
      };
    }
    function lines(options, {run: run, numbers: numbers}, call, ready) {
      const whole = call.startMs === void 0 && call.endMs === void 0;
      const sample = numbers === void 0 || whole ? numbers : merged(parts(numbers, 1).filter(within(call)));
      const found = sample === void 0 ? [] : ready.lines(sample);
      const at = (call.endMs ?? numbers?.endMs ?? 0) / 1e3;
      return found.flatMap(({labels: labels, value: value}) => value === void 0 ? [] : [ {
        metric: labelled(ready, run.id, labels),
        values: [ pair(at, value, options) ]
      } ]);
    }
    function matrix(options, {run: run, numbers: numbers}, call, ready) {
      const series = new Map;
      const all = numbers === void 0 ? [] : parts(numbers, call.step ?? Math.max(1, Math.ceil(numbers.seconds / 60)));
      for (const part of all.filter(within(call))) for (const {labels: labels, value: value} of ready.lines(part)) {
        if (value === void 0) continue;
        const key = JSON.stringify(labels);
        const line = series.get(key) ?? {
          metric: labelled(ready, run.id, labels),
          values: []
        };
        line.values.push(pair(part.atMs / 1e3, value, options));
        series.set(key, line);
      }
      return {
        status: "success",
        data: {
          resultType: "matrix",
          result: [ ...series.values() ]
        }
      };
    }
    /** By where a part begins. */    function within({startMs: startMs = -1 / 0, endMs: endMs = 1 / 0}) {
      return ({atMs: atMs}) => atMs >= startMs && atMs < endMs;
    }
    function labelled(ready, runId, labels) {
      return {
        __name__: ready.metric,
        test_run_id: String(runId),
        ...labels
      };
    }
    function pair(atS, value, {numbersAs: numbersAs}) {
      return [ atS, numbersAs === "strings" ? String(value) : value ];
    }
    // CONCATENATED MODULE: ./src/emulator/metrics/metrics-api.ts
    /** A run in the path, in either spelling: `test_runs/7` and `test_runs(7)`. */
    const RUN = "/cloud/v5/test_runs(?:/(?<id>[^()/]+)|\\((?<key>[^()/]+)\\))";
    /** `token` and `bearer` both do; no stack is needed. */    function metricsApi(context) {
      return {
        owns: path => /^\/(cloud\/v5|loadtests\/v4)\//u.test(path),
        admit: ({headers: headers, path: path}) => {
          const [, given] = /^(?:token|bearer) (.+)$/iu.exec(headers["authorization"] ?? "") ?? [];
          if (given !== context.cloud.account.token) return v6Refusal(401, "The token is missing or not valid.");
          const {gone: gone = []} = context.options;
          const source = path.startsWith("/cloud") ? "v5" : "v4";
          const summary = gone.includes("result-summary") && path.endsWith("/result_summary");
          return gone.includes(source) || summary ? v6Refusal(404, "There is nothing at this path.") : void 0;
        },
        routes: [ ...v5Routes(context), ...v4Routes(context) ],
        notFound: () => v6Refusal(404, "There is nothing at this path."),
        wrongMethod: ({method: method}) => v6Refusal(405, `Method ${method} is not allowed here.`)
      };
    }
    function v5Routes(context) {
      const onRun = (rest, show) => ({
        method: "GET",
        path: new RegExp(`^${RUN}${rest}$`, "u"),
        reply: (request, {id: id, key: key = "", inside: inside = ""}) => {
          const seen = context.look(idOf(id ?? key), request.path);
          if (typeof seen === "string") return v6Refusal(404, seen);
          return {
            ...show(seen, request, inside),
            runId: seen.run.id,
            testId: seen.run.testId
          };
        }
      });
      return [ onRun("/result_summary", (seen, request) => {
        if (!seen.run.over) return v6Refusal(404, "The test run is not over yet.");
        const metrics = {
          metrics_summary: summaries(seen),
          baseline_test_run_details: null
        };
        return ok({
          ...metrics,
          result_status: resultWord(seen)
        }, request);
      }), onRun("/query_aggregate_k6\\((?<inside>.*)\\)", (seen, _request, inside) => v5Response("aggregate", inside, seen, context.options)), onRun("/query_range_k6\\((?<inside>.*)\\)", (seen, _request, inside) => v5Response("range", inside, seen, context.options)), testQuery(context) ];
    }
    /** Runs whose metrics are not there, and those of other tests, have no lines. */    function testQuery({cloud: cloud, look: look, options: options}) {
      return {
        method: "GET",
        path: /^\/cloud\/v5\/load_tests(?:\/(?<id>[^()/]+)|\((?<key>[^()/]+)\))\/query_aggregate_k6\((?<inside>.*)\)$/u,
        reply: ({path: path}, {id: id, key: key = "", inside: inside = ""}) => {
          const test = cloud.test(idOf(id ?? key));
          if (test === void 0) return v6Refusal(404, `There is no load test ${id ?? key}.`);
          const runsOf = runIds => cloud.runs(test.id).flatMap(run => {
            const seen = runIds?.includes(run.id) === false ? "not asked for" : look(run.id, `${path}#${run.id}`);
            return typeof seen === "string" ? [] : [ seen ];
          });
          return {
            ...v5TestResponse(inside, runsOf, options),
            testId: test.id
          };
        }
      };
    }
    /** The keys of `$select`, or all of them. */    function ok(json, {query: query}) {
      const select = query.get("$select")?.split(",");
      const entries = Object.entries(json).filter(([key]) => select?.includes(key) ?? true);
      return {
        status: 200,
        json: Object.fromEntries(entries)
      };
    }
    // CONCATENATED MODULE: ./src/emulator/metrics/metrics-options.ts
    /** None of these requests counts as a read of the run. */
    function metricsContext(cloud, options) {
      const asked = new Map;
      return {
        cloud: cloud,
        options: options,
        look: (runId, path) => {
          const run = cloud.peek(runId);
          const test = run === void 0 ? void 0 : cloud.test(run.testId);
          if (run === void 0 || test === void 0) return `There is no test run ${runId}.`;
          const before = asked.get(path) ?? 0;
          asked.set(path, before + 1);
          const early = run.overAtMs !== void 0 && cloud.now() < run.overAtMs + (options.lateMs ?? 0);
          if (early || before < (options.lateReads ?? 0)) return "The metrics of the test run are not there yet.";
          return {
            run: run,
            numbers: options.data === "empty" ? void 0 : numbersOf(run, test, cloud.now())
          };
        }
      };
    }
    // CONCATENATED MODULE: ./src/emulator/v2/v2-error.ts
    /** The documented codes, by our names. */
    const CODES = {
      general: 1,
      validation: 2,
      "not-found": 3,
      "not-allowed": 4,
      "not-authenticated": 5,
      "authentication-failed": 6,
      "method-not-allowed": 7
    };
    /** Writes errors in the shape the options choose: `{error: {message, code, field_errors | details + errors}}`. */    function v2Refuser(options) {
      return (status, name, message, fields) => {
        const error = {
          message: message,
          code: CODES[name]
        };
        if (options.errorShape === "details") {
          error["details"] = fields ?? {};
          error["errors"] = [ message ];
        } else if (fields !== void 0) error["field_errors"] = fields;
        return {
          status: status,
          json: {
            error: error
          }
        };
      };
    }
    // CONCATENATED MODULE: ./src/emulator/v2/v2-query.ts
    /** Which keys to send: those of `$select`, or `all` where there is none. A refusal where the options say so. */
    function selection({options: options, refuse: refuse}, query, all) {
      const text = query.get("$select");
      if (text === null || options.select === "ignored") return all;
      const names = text.split(",").map(name => name.trim());
      const wrong = names.filter(name => options.select === "refused" || !READ_KEYS.includes(name));
      if ((options.select === "refused" || options.select === "documented") && wrong.length > 0) return refuse(400, "validation", "The selection is not valid.", {
        $select: wrong.map(name => `${name} is unknown.`)
      });
      return names;
    }
    /** One page of many, by `page` and `page_size`; a refusal where either is not a whole number. */    function paged({options: options, refuse: refuse}, query, items) {
      const page = wholeNumber(query, "page", 1, 1);
      const size = wholeNumber(query, "page_size", options.pageSize ?? 20, 1);
      if (page === void 0) return refuse(400, "validation", "The page is not valid.", {
        page: [ "A whole number is needed." ]
      });
      if (size === void 0) return refuse(400, "validation", "The page size is not valid.", {
        page_size: [ "A whole number is needed." ]
      });
      const most = Math.min(size, options.largestPage ?? 100);
      const from = (page - 1) * most;
      if (from >= items.length && page > 1 && options.pastLastPage === "not-found") return refuse(404, "not-found", "There is no such page.");
      return items.slice(from, from + most);
    }
    /** Sorted by `order_by` (`name` up, `-name` down), where `keys` knows the name; else as they come. */    function ordered({options: options}, query, items, keys) {
      const text = query.get("order_by") ?? "";
      const key = keys[text.replace(/^-/u, "")];
      if (key === void 0 || options.orderBy === "ignored") return items;
      const sign = text.startsWith("-") ? -1 : 1;
      return [ ...items ].sort((a, b) => key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0);
    }
    // CONCATENATED MODULE: ./src/emulator/v2/v2-lists.ts
    /** The routes that list runs, and show a test. */
    function listRoutes(context) {
      const {cloud: cloud, refuse: refuse} = context;
      return [ {
        method: "GET",
        path: /^\/loadtests\/v2\/runs$/u,
        reply: request => runList(context, request)
      }, {
        method: "GET",
        path: /^\/loadtests\/v2\/tests\/(?<id>[^/]+)$/u,
        reply: (_request, {id: id = ""}) => {
          const test = cloud.test(idOf(id));
          if (test === void 0) return refuse(404, "not-found", `There is no test ${id}.`);
          return {
            status: 200,
            json: {
              "k6-test": v2Test(context, test)
            },
            testId: test.id
          };
        }
      } ];
    }
    /** Without `test_id` and `ids[]` every run there is. A run named in `ids[]` has been read by it. */    function runList(context, {query: query}) {
      const {cloud: cloud, options: options, refuse: refuse} = context;
      const names = selection(context, query, LIST_KEYS);
      if ("status" in names) return names;
      const given = query.get("test_id");
      const testId = given === null ? void 0 : idOf(given);
      if (Number.isNaN(testId)) return refuse(400, "validation", "The test id is not valid.", {
        test_id: [ "A whole number is needed." ]
      });
      if (testId !== void 0 && cloud.test(testId) === void 0) return refuse(404, "not-found", `There is no test ${testId}.`);
      const ids = query.getAll("ids[]").map(idOf);
      if (ids.some(Number.isNaN)) return refuse(400, "validation", "An id is not valid.", {
        ids: [ "Whole numbers are needed." ]
      });
      const wanted = cloud.runs(testId).filter(({id: id}) => ids.length === 0 || ids.includes(id));
      const runs = paged(context, query, ordered(context, query, wanted, RUN_ORDER));
      if ("status" in runs) return runs;
      const shown = ids.length === 0 ? runs : runs.map(run => cloud.read(run.id) ?? run);
      const json = {
        "k6-runs": shown.map(run => picked(v2Run(run, cloud.account, options), names)),
        meta: {
          count: wanted.length
        }
      };
      return {
        status: 200,
        json: json,
        ...testId === void 0 ? {} : {
          testId: testId
        }
      };
    }
    const RUN_ORDER = {
      id: ({id: id}) => id,
      created: ({createdMs: createdMs}) => createdMs,
      // A run that has not started yet is the newest of all.
      started: ({startedMs: startedMs}) => startedMs ?? 1 / 0
    };
    /** Source: the legacy tests page; `last_test_run_id` is documented as a string. */    function v2Test({cloud: cloud, options: options}, test) {
      const runIds = cloud.runs(test.id).map(({id: id}) => id);
      const lastId = runIds.at(-1);
      return {
        created: v2Time(test.createdMs, options),
        id: test.id,
        last_test_run_id: lastId === void 0 ? null : String(lastId),
        name: test.name,
        project_id: test.projectId,
        script: `// ${SECRET_MARKER}`,
        test_run_ids: runIds,
        updated: v2Time(test.createdMs, options),
        user_id: cloud.account.userId
      };
    }
    // CONCATENATED MODULE: ./src/emulator/v2/v2-api.ts
    /** The legacy API. It needs a right token (`token` or `bearer`, in any letter case) and answers in its own error shapes. */
    function v2Api(cloud, options = {}, metrics) {
      const context = {
        cloud: cloud,
        options: options,
        refuse: (...facts) => v2Refuser(options)(...facts)
      };
      const measured = metrics === void 0 ? [] : olderCriteriaRoutes(context, metrics);
      return {
        owns: path => /^\/(loadtests\/v[23]|v3)\//u.test(path),
        admit: request => admit(context, request),
        routes: [ ...runRoutes(context), ...listRoutes(context), ...measured ],
        notFound: () => context.refuse(404, "not-found", "There is nothing at this path."),
        wrongMethod: ({method: method}) => context.refuse(405, "method-not-allowed", `Method ${method} is not allowed here.`)
      };
    }
    function admit({cloud: cloud, options: options, refuse: refuse}, {headers: headers}) {
      if (options.removed !== void 0) return page(options.removed, options.removed === 410 ? "Gone" : "Not Found");
      const [, given] = /^(?:token|bearer) (.+)$/iu.exec(headers["authorization"] ?? "") ?? [];
      const status = options.unauthorized ?? 401;
      if (given === void 0) return refuse(status, "not-authenticated", "Credentials are missing.");
      if (given !== cloud.account.token) return refuse(status, "authentication-failed", "The token is not valid.");
      return;
    }
    function runRoutes(context) {
      const {cloud: cloud, options: options, refuse: refuse} = context;
      const missing = (what, id) => refuse(404, "not-found", `There is no ${what} ${id}.`);
      return [ {
        method: "POST",
        path: /^\/loadtests\/v2\/tests\/(?<id>[^/]+)\/start-testrun$/u,
        reply: (_request, {id: id = ""}) => start(context, id) ?? missing("test", id)
      }, {
        method: "GET",
        path: /^\/loadtests\/v2\/runs\/(?<id>[^/]+)$/u,
        reply: (request, {id: id = ""}) => {
          const names = selection(context, request.query, READ_KEYS);
          if ("status" in names) return names;
          const run = cloud.read(idOf(id));
          if (run === void 0) return missing("test run", id);
          const json = {
            "k6-run": picked(v2Run(run, cloud.account, options), names)
          };
          return {
            status: 200,
            json: json,
            runId: run.id,
            testId: run.testId
          };
        }
      }, {
        method: "POST",
        path: /^\/loadtests\/v2\/runs\/(?<id>[^/]+)\/stop$/u,
        reply: (_request, {id: id = ""}) => stop(context, id) ?? missing("test run", id)
      }, {
        method: "POST",
        // seen in public clients, not documented
        path: /^\/loadtests\/v2\/runs\/(?<id>[^/]+)\/make_baseline$/u,
        reply: (_request, {id: id = ""}) => {
          const isKnown = cloud.mark(idOf(id), {
            baseline: true
          });
          return isKnown ? {
            status: 200,
            json: {},
            runId: idOf(id)
          } : missing("test run", id);
        }
      } ];
    }
    function start({cloud: cloud, options: options, refuse: refuse}, id) {
      const testId = idOf(id);
      if (cloud.test(testId)?.access === "forbidden") return {
        ...refuse(403, "not-allowed", "The token may not start this test."),
        testId: testId
      };
      const run = cloud.start(testId);
      if (run === void 0) return;
      // The page's example has the version as a string here and as a number in a read.
            const body = {
        ...v2Run(run, cloud.account, options),
        version: "2"
      };
      return {
        status: 200,
        json: {
          "k6-run": picked(body, START_KEYS)
        },
        runId: run.id,
        testId: testId
      };
    }
    function stop({cloud: cloud, options: options, refuse: refuse}, id) {
      const runId = idOf(id);
      const outcome = cloud.stop(runId);
      if (outcome === void 0) return;
      const status = outcome === "stopping" ? options.stopAnswer ?? 200 : options.stopWhenOver ?? 400;
      if (status === 400) return {
        ...refuse(400, "not-allowed", "The test run is already over."),
        runId: runId
      };
      return status === 204 ? {
        status: status,
        runId: runId
      } : {
        status: status,
        json: {},
        runId: runId
      };
    }
    // CONCATENATED MODULE: ./src/emulator/v6/v6-run.ts
    const DAY_MS = 24 * 36e5;
    /** Keys that servers from before 1.9 do not send. */    const NEW_KEYS = new Set([ "max_vus", "max_browser_vus", "estimated_duration", "execution_duration", "is_starred" ]);
    /** One run; what is only known after validation is null before it. */    function v6Run(run, context) {
      const {cloud: cloud, options: options} = context;
      const whole = {
        id: run.id,
        test_id: run.testId,
        project_id: run.projectId,
        started_by: run.startedBy ?? null,
        created: v6Time(run.createdMs),
        ended: v6Time(run.endedMs),
        note: run.note,
        retention_expiry: v6Time(run.createdMs + 90 * DAY_MS),
        ...v6_run_statuses(run),
        ...plan(run, cloud.test(run.testId), options),
        result: result(run),
        result_details: resultDetails(run, options),
        k6_dependencies: {
          k6: ">=1.0"
        },
        k6_versions: {
          k6: "2.2.0"
        },
        execution_duration: executedS(run, cloud.now()),
        is_starred: run.starred
      };
      if (options.oldServer !== true) return whole;
      return Object.fromEntries(Object.entries(whole).filter(([key]) => !NEW_KEYS.has(key)));
    }
    /** `2026-05-31T06:44:58.984000Z`; null for none. */    function v6Time(epochMs) {
      return epochMs === void 0 ? null : new Date(epochMs).toISOString().replace(/Z$/u, "000Z");
    }
    /** The word of `status`. What the legacy API separates by number is one `aborted` here. */    function statusWord({status: status, processing: processing = "not-started"}) {
      if (typeof status !== "string") return String(status.raw);
      if (status === "validated") return "created";
      if (status === "finished") return processing === "not-started" || processing === "processing" ? "processing_metrics" : "completed";
      return isPendingWord(status) ? status : "aborted";
    }
    function isPendingWord(status) {
      return status === "created" || status === "queued" || status === "initializing" || status === "running";
    }
    function v6_run_statuses(run) {
      const steps = run.history.filter((entered, at, all) => at === 0 || statusWord(entered.stage) !== statusWord(all[at - 1]?.stage ?? entered.stage)).map(entered => step(entered, run));
      const current = steps.at(-1);
      return {
        status: current?.type,
        status_details: current,
        status_history: steps
      };
    }
    /** A reason that came later within the same word (`completed` at once, its result after) belongs to the word. */    function step({stage: stage, stampMs: stampMs}, run) {
      const word = statusWord(stage);
      const {reason: reason} = run.history.findLast(entered => statusWord(entered.stage) === word)?.stage ?? stage;
      return {
        type: word,
        entered: v6Time(stampMs),
        extra: extra(reason)
      };
    }
    function extra(reason) {
      if (reason === void 0) return null;
      return {
        by_user: reason.byUser ?? null,
        message: reason.message ?? null,
        code: reason.code ?? null
      };
    }
    function result(run) {
      if (typeof run.result !== "string") return run.result.raw;
      const isKnown = run.over && run.processing !== "processing" && run.result !== "none";
      return isKnown ? run.result : null;
    }
    function resultDetails(run, {oldServer: oldServer = false}) {
      if (oldServer) return {};
      const type = result(run);
      if (typeof type !== "string") return null;
      const message = type === "failed" ? "One or more thresholds were crossed." : null;
      return {
        type: type,
        message: run.reason?.message ?? message,
        code: run.reason?.code ?? null
      };
    }
    /** Everything that validation brings. */    function plan(run, test, options) {
      const {plannedS: plannedS, vus: vus} = run.scenario;
      const unknown = run.status === "created";
      return {
        cost: unknown ? null : cost(run, options),
        distribution: unknown ? null : [ {
          load_zone: "amazon:us:ashburn",
          percent: 100
        } ],
        options: unknown || options.runOptions === "null" ? null : scriptOptions(run, test, options),
        max_vus: unknown ? null : vus,
        max_browser_vus: unknown ? null : 0,
        estimated_duration: unknown ? null : plannedS
      };
    }
    function scriptOptions(run, test, options) {
      const thresholds = {};
      for (const {metric: metric, stat: stat, operator: operator, limit: limit, abortOnFail: abortOnFail} of test?.thresholds ?? []) {
        const condition = `${stat}${operator}${limit}`;
        (thresholds[metric] ??= []).push(abortOnFail === true ? {
          threshold: condition,
          abortOnFail: abortOnFail
        } : condition);
      }
      const some = Object.keys(thresholds).length > 0 && options.runOptions !== "no-thresholds";
      return {
        vus: run.scenario.vus,
        duration: `${run.scenario.plannedS}s`,
        cloud: {
          projectID: run.projectId
        },
        ...some ? {
          thresholds: thresholds
        } : {}
      };
    }
    function cost(run, {oldServer: oldServer = false, costsAs: costsAs}) {
      const vuh = run.scenario.vuh ?? Math.round(run.scenario.vus * run.scenario.plannedS / 36) / 100;
      const written = number => oldServer || costsAs === "strings" ? number.toFixed(2) : number;
      const breakdown = {
        protocol_vuh: written(vuh),
        browser_vuh: written(0)
      };
      if (oldServer) return {
        total_vuh: written(vuh),
        breakdown: breakdown
      };
      const reduction = {
        reduction_rate: written(0),
        reduction_rate_breakdown: null
      };
      return {
        total_vuh: written(vuh),
        breakdown: {
          ...breakdown,
          base_total_vuh: written(vuh),
          ...reduction
        }
      };
    }
    /** Whole seconds; until its end they grow with the clock. */    function executedS({startedMs: startedMs, endedMs: endedMs}, nowMs) {
      return startedMs === void 0 ? 0 : Math.max(0, Math.round(((endedMs ?? nowMs) - startedMs) / 1e3));
    }
    // CONCATENATED MODULE: ./src/emulator/v6/run-routes.ts
    /** Documented life of an idempotency key. */
    const KEY_LIFE_MS = 10 * 6e4;
    const LONGEST_KEY = 36;
    /** The routes of single runs in the v6 API. */    function run_routes_runRoutes(context) {
      const {cloud: cloud} = context;
      const onRun = (method, action, reply) => ({
        method: method,
        path: new RegExp(`^/cloud/v6/test_runs/(?<id>[^/]+)${action}$`, "u"),
        reply: (request, {id: id = ""}) => {
          const run = cloud.peek(idOf(id));
          if (run === void 0) return v6Refusal(404, `There is no test run ${id}.`);
          return {
            ...reply(run.id, request),
            runId: run.id,
            testId: run.testId
          };
        }
      });
      return [ {
        method: "POST",
        path: /^\/cloud\/v6\/load_tests\/(?<id>[^/]+)\/start$/u,
        reply: (request, {id: id = ""}) => run_routes_start(context, request, id)
      }, onRun("GET", "", runId => {
        const run = cloud.read(runId);
        return run === void 0 ? v6Refusal(404, "There is no such run.") : {
          status: 200,
          json: v6Run(run, context)
        };
      }), onRun("PATCH", "", (runId, request) => note(context, request, runId)), onRun("POST", "/abort", runId => abort(context, runId)), onRun("POST", "/star", runId => {
        cloud.mark(runId, {
          starred: true
        });
        return {
          status: 204
        };
      }) ];
    }
    function run_routes_start(context, {headers: headers}, id) {
      const {cloud: cloud, options: options} = context;
      const test = cloud.test(idOf(id));
      if (test === void 0) return v6Refusal(404, `There is no load test ${id}.`);
      const about = {
        testId: test.id
      };
      if (test.access === "forbidden") return {
        ...v6Refusal(403, "The token may not start this test."),
        ...about
      };
      const key = headers["k6-idempotency-key"];
      if (key !== void 0 && (key.length < 1 || key.length > LONGEST_KEY)) return {
        ...v6Refusal(400, `A key has 1 to ${LONGEST_KEY} characters.`, "K6-Idempotency-Key"),
        ...about
      };
      const since = cloud.now() - KEY_LIFE_MS;
      const made = key === void 0 ? void 0 : cloud.runs(test.id).findLast(run => run.key === key && run.createdMs > since);
      if (made !== void 0 && options.repeatedKey === "conflict") return {
        ...v6Refusal(409, "This start was made already."),
        ...about,
        runId: made.id
      };
      const run = made ?? cloud.start(test.id, key);
      if (run === void 0) return v6Refusal(404, `There is no load test ${id}.`);
      return {
        status: 200,
        json: {
          ...v6Run(run, context),
          ...pageUrl(context, run.id)
        },
        ...about,
        runId: run.id
      };
    }
    function pageUrl({cloud: cloud, options: options}, runId) {
      const {pageUrl: style = "present", oldServer: oldServer = false} = options;
      if (style === "absent" || oldServer) return {};
      const url = style === "present" ? `${cloud.account.stackUrl}/a/k6-app/runs/${runId}` : style.raw;
      return {
        test_run_details_page_url: url
      };
    }
    /** Schema `PatchTestRunApiModel`: `note`, and nothing else. */    function note({cloud: cloud}, {body: body}, runId) {
      let json;
      try {
        json = JSON.parse(body);
      } catch {
        return v6Refusal(400, "The body is not JSON.");
      }
      const [only, ...others] = typeof json === "object" && json !== null ? Object.entries(json) : [];
      const text = only?.[0] === "note" ? only[1] : void 0;
      if (typeof text !== "string" || others.length > 0) return v6Refusal(400, "A note, and nothing else, is needed.", "note");
      cloud.mark(runId, {
        note: text
      });
      return {
        status: 204
      };
    }
    /** 409 where the run is not running any more, and, where it is chosen so, not yet. */    function abort({cloud: cloud, options: options}, runId) {
      const early = cloud.peek(runId)?.startedMs === void 0;
      const refused = v6Refusal(409, "The test run is not running.");
      if (early && options.abortPending === "conflict") return refused;
      return cloud.stop(runId) === "stopping" ? {
        status: 204
      } : refused;
    }
    // CONCATENATED MODULE: ./src/emulator/v6/v6-lists.ts
    /**
 * Runs, in ascending order by default; filters `created_after`, `created_before`, `is_starred`.
 * @param shown the run as it is shown; to be read by it, where the list is a poll
 */
    function v6_lists_runList(context, request, all, shown = run => run) {
      const {query: query} = request;
      const after = instant(query, "created_after", -1 / 0);
      const before = instant(query, "created_before", 1 / 0);
      if (after === void 0 || before === void 0) return v6Refusal(400, "A date is not valid.", "created_after");
      const starred = query.get("is_starred");
      const runs = all.filter(({createdMs: createdMs}) => createdMs >= after && createdMs <= before).filter(run => starred === null || run.starred === (starred === "true"));
      const keys = {
        created: ({createdMs: createdMs}) => createdMs
      };
      return v6_lists_paged(context, request, runs, {
        keys: keys,
        show: run => v6Run(shown(run), context)
      });
    }
    /** Schema `LoadTestApiModel`. */    function v6Test(test) {
      return {
        id: test.id,
        project_id: test.projectId,
        name: test.name,
        baseline_test_run_id: null,
        k6_version: null,
        created: v6Time(test.createdMs),
        updated: v6Time(test.createdMs)
      };
    }
    function v6_lists_paged({options: options}, request, all, {keys: keys, show: show}) {
      const {query: query} = request;
      const most = options.largestPage ?? 1e3;
      const top = wholeNumber(query, "$top", most, 1);
      const skip = wholeNumber(query, "$skip", 0, 0);
      if (top === void 0 || top > 1e3) return v6Refusal(400, "A page has 1 to 1000 items.", "$top");
      if (skip === void 0) return v6Refusal(400, "A whole number is needed.", "$skip");
      const sorted = inOrder(all, query.get("$orderby"), keys);
      if (sorted === void 0) return v6Refusal(400, "Sorting by that is not possible.", "$orderby");
      const size = Math.min(top, most);
      const next = skip + size < sorted.length ? {
        "@nextLink": nextLink(request, skip + size, options.nextLinkOrigin)
      } : {};
      const count = query.get("$count") === "true" ? {
        "@count": sorted.length
      } : {};
      return {
        status: 200,
        json: {
          value: sorted.slice(skip, skip + size).map(show),
          ...count,
          ...next
        }
      };
    }
    /** `created desc,id`; `undefined` where a word is not one of the keys. */    function inOrder(items, orderBy, keys) {
      if (orderBy === null) return items;
      const orders = orderBy.split(",").map(part => /^\s*(\w+)(?:\s+(asc|desc))?\s*$/u.exec(part));
      const sorts = orders.map(found => ({
        key: keys[found?.[1] ?? ""],
        sign: found?.[2] === "desc" ? -1 : 1
      }));
      if (sorts.some(({key: key}) => key === void 0)) return;
      const compare = (a, b) => {
        for (const {key: key, sign: sign} of sorts) if (key !== void 0 && key(a) !== key(b)) return key(a) < key(b) ? -sign : sign;
        return 0;
      };
      return [ ...items ].sort(compare);
    }
    /** Absolute, and with scheme http whatever was asked: seen in the real service. */    function nextLink({headers: headers, path: path, query: query}, skip, origin) {
      const next = new URLSearchParams(query);
      next.set("$skip", String(skip));
      return `${origin ?? `http://${headers["host"] ?? "api.k6.io"}`}${path}?${next.toString()}`;
    }
    /** A blank in the place of a `+` that was not encoded makes a date invalid, as it does in the real service's language. */    function instant(query, name, fallback) {
      const text = query.get(name);
      if (text === null) return fallback;
      const epochMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/u.test(text) ? Date.parse(text) : NaN;
      return Number.isNaN(epochMs) ? void 0 : epochMs;
    }
    // CONCATENATED MODULE: ./src/emulator/v6/v6-api.ts
    /** The current API. It takes `Bearer` alone, and wants the token's own stack in `X-Stack-Id`. */
    function v6Api(cloud, options = {}) {
      const context = {
        cloud: cloud,
        options: options
      };
      return {
        owns: path => path.startsWith("/cloud/v6/"),
        admit: request => v6_api_admit(context, request),
        routes: [ ...testRoutes(context), ...run_routes_runRoutes(context) ],
        notFound: () => v6Refusal(404, "There is nothing at this path."),
        wrongMethod: ({method: method}) => v6Refusal(405, `Method ${method} is not allowed here.`)
      };
    }
    function v6_api_admit({cloud: cloud, options: options}, {headers: headers, path: path}) {
      const {account: account} = cloud;
      const [, given] = /^bearer (.+)$/iu.exec(headers["authorization"] ?? "") ?? [];
      if (given !== account.token) return v6Refusal(401, "The token is missing or not valid.");
      if (path === "/cloud/v6/auth") {
        const url = headers["x-stack-url"];
        if (url === void 0) return v6Refusal(400, "The stack is missing.", "X-Stack-Url");
        return url === account.stackUrl ? void 0 : v6Refusal(options.otherStack ?? 403, "The token has no access to this stack.");
      }
      const stackId = headers["x-stack-id"] ?? "";
      if (!/^\d+$/u.test(stackId)) return v6Refusal(options.missingStack ?? 400, "A stack id is needed.", "X-Stack-Id");
      return Number(stackId) === account.stackId ? void 0 : v6Refusal(options.otherStack ?? 403, "The token has no access to this stack.");
    }
    function testRoutes(context) {
      const {cloud: cloud} = context;
      const get = (path, reply) => ({
        method: "GET",
        path: path,
        reply: reply
      });
      return [ get(/^\/cloud\/v6\/auth$/u, () => {
        const {stackId: stackId, projectId: projectId} = cloud.account;
        return {
          status: 200,
          json: {
            stack_id: stackId,
            default_project_id: projectId
          }
        };
      }), get(/^\/cloud\/v6\/load_tests\/(?<id>[^/]+)$/u, (_request, {id: id = ""}) => {
        const test = cloud.test(idOf(id));
        if (test === void 0) return v6Refusal(404, `There is no load test ${id}.`);
        return {
          status: 200,
          json: v6Test(test),
          testId: test.id
        };
      }), get(/^\/cloud\/v6\/load_tests\/(?<id>[^/]+)\/test_runs$/u, (request, {id: id = ""}) => {
        const test = cloud.test(idOf(id));
        if (test === void 0) return v6Refusal(404, `There is no load test ${id}.`);
        return {
          ...v6_lists_runList(context, request, cloud.runs(test.id)),
          testId: test.id
        };
      }), get(/^\/cloud\/v6\/test_runs$/u, request => {
        const unsorted = new URLSearchParams(request.query);
        unsorted.delete("$orderby");
 // this list has no order of its own, by the description
                return v6_lists_runList(context, {
          ...request,
          query: unsorted
        }, cloud.runs(), run => cloud.read(run.id) ?? run);
      }) ];
    }
    // CONCATENATED MODULE: ./src/emulator/emulator.ts
    /** Time is the machine's own unless `now` is given. */
    function createEmulator(options = {}) {
      const cloud = createCloud({
        ...options,
        now: options.now ?? Date.now
      });
      const metrics = metricsContext(cloud, options.metrics ?? {});
      const apis = [ v2Api(cloud, options.v2, metrics), v6Api(cloud, options.v6), metricsApi(metrics) ];
      return {
        cloud: cloud,
        faults: createFaults(options.faults),
        reply: request => replyOf(apis, request)
      };
    }
    // EXTERNAL MODULE: external "node:http"
        var external_node_http_ = __webpack_require__(67);
    // CONCATENATED MODULE: ./src/emulator/faults/fault-bodies.ts
    /** The reply of a `status` fault. */
    function errorReply(fault, {path: path, nowMs: nowMs}) {
      const {status: status, body: body = (path.startsWith("/cloud/") ? "v6" : "v2"), message: message = "The emulator was told to fail here.", retryAfter: retryAfter} = fault;
      const reply = shaped(status, body, message);
      if (retryAfter === void 0) return reply;
      const after = typeof retryAfter === "number" ? String(retryAfter) : httpDate(nowMs + retryAfter.inMs);
      return {
        ...reply,
        headers: {
          ...reply.headers,
          "retry-after": after
        }
      };
    }
    function shaped(status, body, message) {
      if (body === "html") return page(status);
      if (body === "empty") return {
        status: status,
        body: ""
      };
      if (body === "v2") return {
        status: status,
        json: {
          error: {
            message: message,
            code: 0
          }
        }
      };
      if (body === "v6") return {
        status: status,
        json: {
          error: {
            message: message,
            code: "error",
            target: null,
            details: null
          }
        }
      };
      if ("text" in body) return {
        status: status,
        headers: {
          "content-type": "text/plain"
        },
        body: body.text
      };
      return {
        status: status,
        json: body.json
      };
    }
    /** An HTTP date has whole seconds: rounded up, so that it is never too early. */    function httpDate(epochMs) {
      return new Date(Math.ceil(epochMs / 1e3) * 1e3).toUTCString();
    }
    /** Adds a field to every object in it. */    function extraFields(json) {
      if (Array.isArray(json)) return json.map(extraFields);
      if (typeof json !== "object" || json === null) return json;
      const entries = Object.entries(json).map(([name, value]) => [ name, extraFields(value) ]);
      return {
        ...Object.fromEntries(entries),
        field_of_the_future: {
          of: [ "no", "known", "type", 1, null ]
        }
      };
    }
    // CONCATENATED MODULE: ./src/emulator/faults/misbehave.ts
    const ENDLESS_BYTES = 64 * 1024 * 1024;
    const ENDLESS_PIECE = " ".repeat(64 * 1024);
    /** Acts and answers. */    function behave(at) {
      send(at, at.act());
    }
    /** Reports an error of a scenario, a hook or a patch as a 500 and in the log. The process goes on. */    function guarded(at, work) {
      try {
        work();
      } catch (error) {
        const said = error instanceof Error ? error.stack ?? error.message : String(error);
        const body = `The emulator itself failed: ${said}`;
        if (at.response.headersSent) at.response.destroy(); else send(at, {
          status: 500,
          headers: {
            "content-type": "text/plain"
          },
          body: body
        });
        at.note({
          answer: "500 emulator failed"
        });
      }
    }
    /** Does what the fault says. */    function misbehave(fault, at) {
      const {act: act, response: response, note: note} = at;
      switch (fault.kind) {
       case "status":
        if (fault.acted === true) act();
        send(at, errorReply(fault, at));
        return;

       case "reset":
       case "silence":
        if (fault.acted) act();
        note({
          answer: fault.kind
        });
        if (fault.kind === "reset") response.socket?.resetAndDestroy();
        return;

       case "truncated":
       case "stalled":
        half(at, act(), fault.kind);
        return;

       case "slow":
        slowly(at, act(), fault.bytes ?? 16, fault.everyMs ?? 10);
        return;

       case "endless":
        act();
        endlessly(at, fault.maxBytes ?? ENDLESS_BYTES);
        return;

       case "redirect":
        send(at, {
          status: fault.status ?? 302,
          headers: {
            location: fault.to
          },
          body: ""
        });
        return;

       case "text":
        act();
        send(at, {
          status: 200,
          headers: {
            "content-type": fault.contentType ?? "text/plain"
          },
          body: fault.text
        });
        return;

       case "patch":
        send(at, changed(act(), fault.patch));
        return;

       case "extra-fields":
        send(at, changed(act(), extraFields));
        return;

       case "delay":
        late(at, fault.ms, fault.acts === "at-once");
      }
    }
    function late(at, ms, actsAtOnce) {
      const early = actsAtOnce ? at.act() : void 0;
      at.later(ms, () => {
        guarded(at, () => {
          send(at, early ?? at.act());
        });
      });
    }
    function send({response: response, note: note}, reply) {
      note({
        answer: String(reply.status)
      });
      const body = bodyOf(reply);
      response.writeHead(reply.status, headersOf(reply, body));
      response.end(body);
    }
    function bodyOf({json: json, body: body}) {
      return Buffer.from(body ?? (json === void 0 ? "" : JSON.stringify(json)));
    }
    function headersOf({status: status, headers: headers, json: json}, body) {
      return {
        ...json === void 0 ? {} : {
          "content-type": "application/json"
        },
        ...headers,
        ...status === 204 ? {} : {
          "content-length": body.length
        }
      };
    }
    function changed(reply, change) {
      if (reply.json === void 0) return reply;
      const json = JSON.parse(JSON.stringify(reply.json));
      return {
        ...reply,
        json: change(json)
      };
    }
    /** The half of a body that was announced whole; then the end of the connection, or nothing any more. */    function half({response: response, note: note}, reply, kind) {
      note({
        answer: `${reply.status} ${kind}`
      });
      const body = bodyOf(reply);
      response.writeHead(reply.status, headersOf(reply, body));
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
        if (kind === "truncated") response.socket?.destroySoon();
      });
    }
    function slowly({response: response, note: note, later: later}, reply, bytes, everyMs) {
      note({
        answer: `${reply.status} slow`
      });
      const body = bodyOf(reply);
      response.writeHead(reply.status, headersOf(reply, body));
      const piece = from => {
        if (response.destroyed) return;
        if (from >= body.length) {
          response.end();
          return;
        }
        response.write(body.subarray(from, from + bytes));
        later(everyMs, () => {
          piece(from + bytes);
        });
      };
      piece(0);
    }
    /** White space is good JSON so far, so that no parser may give up before the bound of the client does. */    function endlessly({response: response, note: note}, maxBytes) {
      note({
        answer: "200 endless"
      });
      response.writeHead(200, {
        "content-type": "application/json"
      });
      let sent = 0;
      const more = () => {
        while (sent < maxBytes && !response.destroyed) {
          sent += ENDLESS_PIECE.length;
          if (!response.write(ENDLESS_PIECE)) {
            response.once("drain", more);
            return;
          }
        }
        response.end();
      };
      more();
    }
    // CONCATENATED MODULE: ./src/emulator/serve.ts
    /** A request body past this is cut off; no route reads one of any size. */
    const MOST_BODY_CHARACTERS = 1024 * 1024;
    /** Port 0 takes a free one. */    function serve(emulator, {host: host = "127.0.0.1", port: port = 0} = {}) {
      const sockets = new Map;
      const timers = new Set;
      let connections = 0;
      const later = (ms, work) => {
        const timer = setTimeout(() => {
          timers.delete(timer);
          work();
        }, ms);
        timers.add(timer);
      };
      const server = (0, external_node_http_.createServer)((message, response) => {
        whole(message).then(body => {
          exchange(emulator, message, response, {
            body: body,
            connection: sockets.get(message.socket) ?? 0,
            later: later
          });
        });
      });
      server.keepAliveTimeout = 0;
 // a client that polls rarely keeps its connection
            server.on("connection", socket => {
        sockets.set(socket, ++connections);
        socket.on("error", () => {});
 // a client can leave at any time
                socket.on("close", () => sockets.delete(socket));
      });
      const close = () => new Promise(done => {
        for (const timer of timers) clearTimeout(timer);
        server.close(() => {
          done();
        });
        for (const socket of sockets.keys()) socket.destroy();
      });
      return new Promise((ready, fail) => {
        server.once("error", fail);
        server.listen(port, host, () => {
          ready({
            url: urlOf(server.address()),
            close: close
          });
        });
      });
    }
    function urlOf(address) {
      if (address === null || typeof address === "string") throw new Error("The server has no port.");
      const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
      return `http://${host}:${address.port}`;
    }
    async function whole(message) {
      let text = "";
      try {
        message.setEncoding("utf8");
        for await (const piece of message) if (text.length < MOST_BODY_CHARACTERS) text += piece;
      } catch {
        // The client went away in the middle: nothing is acted on, but what came is worth a line in the log.
      }
      return text;
    }
    function exchange(emulator, message, response, {body: body, connection: connection, later: later}) {
      const {cloud: cloud, faults: faults} = emulator;
      response.setHeader("date", new Date(cloud.now()).toUTCString());
 // the clock of its stamps
            const target = message.url ?? "/";
      const [path = "/", search = ""] = target.split(/\?(.*)/su);
      const headers = serve_headersOf(message);
      const request = {
        method: message.method ?? "GET",
        path: path,
        query: new URLSearchParams(search),
        headers: headers,
        body: body
      };
      const note = logged(emulator, request, connection);
      if (!message.complete) {
        note({
          answer: "request cut off"
        });
        return;
      }
      const act = () => {
        const {testId: testId, runId: runId, ...reply} = emulator.reply(request);
        note({
          acted: true,
          testId: testId,
          runId: runId
        });
        return reply;
      };
      const at = {
        path: path,
        act: act,
        response: response,
        note: note,
        later: later,
        nowMs: cloud.now()
      };
      const fault = faults.take(request.method, target);
      guarded(at, () => {
        if (fault === void 0) behave(at); else misbehave(fault, at);
      });
    }
    /** Adds the request to the log, its token replaced by whether it is right. */    function logged({cloud: cloud}, request, connection) {
      const {method: method, path: path, query: query, headers: headers, body: body} = request;
      const {authorization: authorization} = headers;
      const masked = authorization === void 0 ? headers : {
        ...headers,
        authorization: maskedAuthorization(authorization, cloud.account.token)
      };
      return cloud.log.add({
        atMs: cloud.now(),
        method: method,
        path: path,
        query: [ ...query ],
        headers: masked,
        body: body,
        connection: connection
      });
    }
    function serve_headersOf({headers: headers}) {
      return Object.fromEntries(Object.entries(headers).map(([name, value]) => [ name, Array.isArray(value) ? value.join(", ") : value ?? "" ]));
    }
    // CONCATENATED MODULE: ./src/app/simulate.ts
    const DEFAULT_TEST_ID = "1201";
    /** A simulated run takes about ten seconds in all, so it is polled more often than a real one. */    const POLL_MS = 500;
    const TIMEOUT_MS = 8e3;
    const TIMING = {
      plannedS: 5,
      createdMs: 500,
      queuedMs: 1500,
      initializingMs: 1500,
      runningMs: 5e3,
      processingMs: 1500
    };
    /** The runs before this one, oldest first: there is something to draw, and to compare with. */    const EARLIER_P95_MS = [ 341, 338, 352, 347, 344, 361, 349, 345, 351 ];
    /** The run among them that is marked as baseline. */    const MARKED = 4;
    const HOUR_MS = 36e5;
    /** p95 of the endpoint that makes the failed scenario fail. */    const CONFIRM_MS = 548;
    const SLOW_CONFIRM_MS = 871;
    /**
 * Serves an emulated k6 Cloud that plays the scenario asked for, with a run for each test of the inputs.
 * @param stepStartMs the instant from which `timeout` counts: the scenario `timeout` is one that outlasts it
 */    async function startSimulation(inputs, scenario, clock, stepStartMs) {
      const named = inputs.targets.kind === "tests" ? inputs.targets.ids : [];
      const ids = named.length > 0 ? named : [ DEFAULT_TEST_ID ];
      const emulator = createEmulator({
        now: clock.now,
        advance: {
          by: "clock"
        },
        account: stackOf(inputs.api),
        tests: ids.map(id => ({
          id: Number(id),
          name: "Checkout API (simulated)",
          thresholds: [ {
            metric: "http_req_duration",
            stat: "p(95)",
            operator: "<",
            limit: 400
          }, {
            metric: "http_req_failed",
            stat: "rate",
            operator: "<",
            limit: .05
          } ],
          checks: [ "status is 200", "body has cart" ],
          scenarios: [ simulate_scenarioOf(scenario) ]
        }))
      });
      for (const id of ids) seedEarlierRuns(emulator.cloud, Number(id), clock.now());
      const served = await serve(emulator);
      const timeoutMs = scenario === "timeout" ? clock.now() - stepStartMs + TIMEOUT_MS : inputs.limits.timeoutMs;
      return {
        inputs: {
          ...inputs,
          targets: {
            kind: "tests",
            ids: ids
          },
          apiUrl: new URL(served.url),
          pollMs: POLL_MS,
          limits: {
            ...inputs.limits,
            timeoutMs: timeoutMs
          }
        },
        token: emulator.cloud.account.token,
        end: served.close
      };
    }
    function seedEarlierRuns(cloud, testId, nowMs) {
      EARLIER_P95_MS.forEach((p95Ms, index) => {
        const marked = index === MARKED;
        cloud.seed(testId, {
          scenario: passed({
            ...TIMING,
            numbers: {
              p95Ms: p95Ms,
              endpoints: endpoints(p95Ms + 200)
            }
          }),
          createdMs: nowMs - (EARLIER_P95_MS.length - index) * HOUR_MS,
          baseline: marked,
          starred: marked
        });
      });
    }
    /** Whatever stack the user names is there, and may be used. */    function stackOf(api) {
      if (api.kind === "v2") return {};
      return api.stack.kind === "id" ? {
        stackId: Number(api.stack.id)
      } : {
        stackUrl: api.stack.url
      };
    }
    function simulate_scenarioOf(scenario) {
      const usual = {
        ...TIMING,
        numbers: {
          endpoints: endpoints(CONFIRM_MS)
        }
      };
      switch (scenario) {
       case "passed":
        return passed(usual);

       case "failed":
        return failedByThreshold({
          ...TIMING,
          numbers: {
            endpoints: endpoints(SLOW_CONFIRM_MS)
          }
        });

       case "aborted":
        return aborted("user", usual);

       case "error":
        return aborted("script-error", usual);

       case "timeout":
        return neverEnding(usual);
      }
    }
    function endpoints(confirmMs) {
      return [ {
        method: "GET",
        name: "/cart",
        p95Ms: 206,
        share: .6
      }, {
        method: "GET",
        name: "/checkout/{id}",
        p95Ms: 318,
        share: .25,
        errorRate: .004
      }, {
        method: "POST",
        name: "/checkout/{id}/confirm",
        p95Ms: confirmMs,
        share: .15,
        errorRate: .02
      } ];
    }
    /***/  }
};