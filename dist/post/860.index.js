export const id = 860;
export const ids = [860];
export const modules = {

/***/ 6860:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  postStep: () => (/* binding */ postStep)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/clock.ts
/** Time and chance as parameters: the only file that reads the clock, sets a timer or draws a random number. */

/** setTimeout fires at once past 2^31-1 ms, so a longer sleep is cut to this and its caller looks again. */
const LONGEST_TIMER_MS = 2_147_483_647;
/**
 * The computer's own clock. It counts on from the process's start instead of reading the wall clock again, so that a
 * clock that is set, or jumps, ends no patience.
 */
const systemClock = {
    now: () => performance.timeOrigin + performance.now(),
    setTimer: (delayMs, callback, options) => {
        const timer = setTimeout(callback, Math.min(Math.max(0, delayMs), LONGEST_TIMER_MS));
        if (options?.keepsProcessAlive === false)
            timer.unref();
        return () => {
            clearTimeout(timer);
        };
    },
};
/** The computer's own chance; good enough for jitter, not for secrets. */
const systemRandom = () => Math.random();
/** A fresh UUID of the computer's own. */
const systemUuid = () => randomUUID();
/**
 * Waits `delayMs`, or until `signal` is aborted.
 * @throws the signal's reason, at once when it is aborted already
 */
function sleep(clock, delayMs, signal) {
    return new Promise((resolve, reject) => {
        if (signal.aborted) {
            reject(toError(signal.reason));
            return;
        }
        const onAbort = () => {
            disarm();
            reject(toError(signal.reason));
        };
        const disarm = clock.setTimer(delayMs, () => {
            signal.removeEventListener('abort', onAbort);
            resolve();
        });
        signal.addEventListener('abort', onAbort, { once: true });
    });
}
/**
 * Runs `work` under a signal that is aborted with `lateness()` once `limitMs` have passed, or with `outer`'s reason
 * when that comes first. Written out instead of `AbortSignal.any`, which keeps its sources alive for long-lived signals.
 * @throws what `work` throws
 */
async function withDeadline(clock, limitMs, outer, lateness, work) {
    const controller = new AbortController();
    const onAbort = () => {
        controller.abort(outer.reason);
    };
    if (outer.aborted)
        onAbort();
    outer.addEventListener('abort', onAbort, { once: true });
    const disarm = clock.setTimer(limitMs, () => {
        controller.abort(lateness());
    });
    try {
        return await work(controller.signal);
    }
    finally {
        disarm();
        outer.removeEventListener('abort', onAbort);
    }
}
/**
 * Waits for `work` until `signal` is aborted, even where the work does not listen to it.
 * @throws the signal's reason, or what `work` throws
 */
function abortable(signal, work) {
    return new Promise((resolve, reject) => {
        const onAbort = () => {
            reject(toError(signal.reason));
        };
        if (signal.aborted)
            onAbort();
        signal.addEventListener('abort', onAbort, { once: true });
        void work.then(resolve, reject).then(() => {
            signal.removeEventListener('abort', onAbort);
        });
    });
}
/**
 * Waits for `work`, but never longer than `limitMs`, even where it does not listen to its signal.
 * @throws `lateness()` when the time is over, or what `work` throws
 */
function withTimeout(clock, limitMs, lateness, work) {
    const never = new AbortController().signal;
    return withDeadline(clock, limitMs, never, lateness, (signal) => abortable(signal, work(signal)));
}
/** An aborted signal's reason is `any` by type; ours are always errors. */
function toError(reason) {
    return reason instanceof Error ? reason : new Error(String(reason));
}

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_default = /*#__PURE__*/__webpack_require__.n(external_node_http_);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_default = /*#__PURE__*/__webpack_require__.n(external_node_https_);
;// CONCATENATED MODULE: ./src/cloud/errors.ts
/** What can go wrong between this action and k6 Cloud: one error with a closed set of codes, each with its remedy. */
/** A request to k6 Cloud that came to nothing; the message says what was asked, what came back and what to do. */
class errors_CloudError extends Error {
    name = 'CloudError';
    code;
    status;
    retryAfterMs;
    constructor(code, facts) {
        const remedy = facts.advice === undefined || facts.advice === '' ? '' : ` ${facts.advice}`;
        super(`${facts.request}: ${facts.response.replace(/[.\s]+$/u, '')}.${remedy}`, { cause: facts.cause });
        this.code = code;
        this.status = facts.status;
        this.retryAfterMs = facts.retryAfterMs;
    }
}
/** Whether trying again can help, by code alone. */
function retryability(code) {
    switch (code) {
        case 'rate-limited':
        case 'unavailable':
        case 'unreachable':
        case 'interrupted':
        case 'late':
        case 'malformed':
            return 'again';
        case 'unauthorized':
        case 'forbidden':
        case 'not-found':
        case 'removed':
            return 'again-briefly';
        case 'rejected':
        case 'redirected':
        case 'too-large':
        case 'start-uncertain':
            return 'final';
    }
}
/** Whether the request of a failure may have been acted on all the same; `no` only where that is certain. */
function mayHaveBeenProcessed(code) {
    switch (code) {
        case 'unreachable':
        case 'rate-limited':
        case 'unauthorized':
        case 'forbidden':
        case 'not-found':
        case 'removed':
        case 'rejected':
        case 'redirected':
            return 'no';
        case 'unavailable':
        case 'interrupted':
        case 'late':
        case 'malformed':
        case 'too-large':
        case 'start-uncertain':
            return 'maybe';
    }
}

;// CONCATENATED MODULE: ./src/cloud/http/response.ts

/** Enough of a foreign text to recognise it by. */
const LONGEST_QUOTE = 300;
/**
 * Reads the body of a 2xx answer.
 * @throws CloudError `malformed`
 */
function parseResponse({ request, status, body }) {
    if (body.trim() === '')
        return { status, json: undefined, request };
    try {
        return { status, json: JSON.parse(body), request };
    }
    catch (cause) {
        throw new errors_CloudError('malformed', { request, response: `${status} with a body that is not JSON`, status, cause });
    }
}
/**
 * The body of an answer without secrets. They are taken out here, before anybody escapes or cuts the text and so makes
 * them hard to find; in JSON out of the strings alone, however they were written, so that it stays what it is.
 */
function redactedBody(body, redact) {
    if (redact(body) === body && !body.includes('\\'))
        return body;
    try {
        return JSON.stringify(JSON.parse(body, (_, value) => (typeof value === 'string' ? redact(value) : value)));
    }
    catch {
        return redact(body);
    }
}
/**
 * The error for a non-2xx answer.
 * Shapes: `{error: {message, code, detail_code?, field_errors? | details?, errors?}}` (legacy, error reference) and
 * `{error: {message, code: string, target?, details?: [{message}]}}` (v6); HTML, other text and nothing at all occur.
 * @param apiAdvice the API's own; the common ones fill the gaps
 */
function responseError({ request, status, body, retryAfterMs }, apiAdvice) {
    const said = errorMessage(body);
    const page = /^\s*</u.test(body);
    const code = codeFor(status, page);
    const advice = apiAdvice[code] ?? ADVICE[code];
    return new errors_CloudError(code, {
        request,
        status,
        response: said === undefined ? `${status}${page ? ' with a web page' : ''}` : `${status}, ${said}`,
        ...(advice === undefined ? {} : { advice }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
}
function codeFor(status, page) {
    if (status === 401)
        return 'unauthorized';
    if (status === 403)
        return 'forbidden';
    if (status === 410 || (status === 404 && page))
        return 'removed';
    if (status === 404)
        return 'not-found';
    if (status === 429)
        return 'rate-limited';
    if (status === 408 || status >= 500)
        return 'unavailable';
    return status >= 300 && status < 400 ? 'redirected' : 'rejected';
}
/** What fits every API. */
const ADVICE = {
    unauthorized: 'Check that `token` is a valid k6 Cloud API token (Performance > Settings > Access).',
    forbidden: 'Check that `token` may read and start this test: its user or stack needs rights on the project.',
    'not-found': 'Check the id, and that the token belongs to the organization, project and stack that hold it.',
    removed: 'No such API answers there: check `api-url`.',
    rejected: 'Check the inputs of the step.',
    redirected: 'Redirects are not followed, to keep the token where it belongs: check `api-url`.',
};
function errorMessage(body) {
    const error = errorObject(body);
    if (error === undefined)
        return undefined;
    const parts = [response_text(error['message']), ...fieldErrors(error), ...listed(error['errors'])];
    const said = [...new Set(parts.filter((part) => part !== undefined))].join('; ');
    return said === '' ? undefined : clip(said);
}
function errorObject(body) {
    try {
        const json = JSON.parse(body);
        return isRecord(json) && isRecord(json['error']) ? json['error'] : undefined;
    }
    catch {
        return undefined; // a web page or a gateway's word; the status speaks for it
    }
}
/** Legacy: `{field: [messages]}` under either name; v6: `[{message}]` under `details`. */
function fieldErrors(error) {
    const { field_errors: fields, details } = error;
    const source = isRecord(fields) ? fields : details;
    if (Array.isArray(source))
        return source.map((one) => (isRecord(one) ? response_text(one['message']) : undefined));
    if (!isRecord(source))
        return [];
    return Object.entries(source).map(([field, said]) => `${field}: ${listed(said).join(', ')}`);
}
function listed(value) {
    return Array.isArray(value) ? value.map(response_text).filter((one) => one !== undefined) : [];
}
function response_text(value) {
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
function clip(said) {
    return said.length > LONGEST_QUOTE ? `${said.slice(0, LONGEST_QUOTE)}…` : said;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/cloud/http/network-errors.ts
/** From an error of the network to one of ours: whether the request can have been delivered, and what to do. */

/** Errors before a connection stands: the request cannot have been delivered. */
const NOT_SENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/u;
/**
 * The error for a request that got no whole answer.
 * @param request as it appears in messages: method and path
 */
function networkError(request, cause) {
    const { code, said } = wordsOf(cause);
    const certificate = /^(CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/u.test(code);
    return new errors_CloudError(NOT_SENT.test(code) ? 'unreachable' : 'interrupted', {
        request,
        response: said,
        ...(certificate ? { advice: 'For a certificate of your own, set NODE_EXTRA_CA_CERTS on the step.' } : {}),
        cause,
    });
}
/** By shape, not by class: an error of Node's own may be of another realm than this file. */
function wordsOf(cause) {
    if (typeof cause !== 'object' || cause === null)
        return { code: '', said: String(cause) };
    const code = 'code' in cause ? String(cause.code) : '';
    const message = 'message' in cause ? String(cause.message) : '';
    return { code, said: message === '' ? code : message }; // several addresses refused at once have no message
}

;// CONCATENATED MODULE: ./src/cloud/http/retry.ts


/** The first pause; doubled with every further failure. */
const FIRST_BACKOFF_MS = 500;
/** Longer pauses would notice the end of an outage late, shorter ones would add to it. */
const MAX_BACKOFF_MS = 15_000;
/**
 * The pause before the next try, ms: the service's own wish where it has one, else doubling with jitter (half to
 * whole of the step), so that many jobs hit by one outage don't come back together.
 * @param failures how many tries in a row have failed, 1 or more
 */
function backoffMs(failures, retryAfterMs, random) {
    if (retryAfterMs !== undefined)
        return retryAfterMs;
    const step = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(failures - 1, 10));
    return step / 2 + (random() * step) / 2;
}
/**
 * `Retry-After` as ms from `nowMs`: whole seconds or an HTTP date. Nonsense, the past and `0` give `undefined`: told
 * "at once", we keep to our own pauses, or a service in trouble would be flooded.
 * Source: RFC 9110, 10.2.3.
 */
function retryAfterMs(header, nowMs) {
    if (header === undefined)
        return undefined;
    const text = header.trim();
    if (/^0*[1-9]\d{0,6}$/u.test(text))
        return Number(text) * 1000;
    if (!/^[A-Z][a-z]{2}, /u.test(text))
        return undefined;
    const until = Date.parse(text) - nowMs;
    return until > 0 ? until : undefined;
}
/**
 * Does `work` until it succeeds, fails for good, or the budget ends.
 * @throws the last CloudError; at once what is no CloudError, and the signal's reason
 */
async function retryUntil({ clock, random, budgetMs, maxBackoffMs = Infinity }, signal, work) {
    let firstFailureMs;
    for (let failures = 1;; failures++) {
        try {
            return await work();
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof errors_CloudError) || retryability(error.code) !== 'again')
                throw error;
            firstFailureMs ??= clock.now();
            const pause = Math.min(maxBackoffMs, backoffMs(failures, error.retryAfterMs, random));
            if (clock.now() + pause > firstFailureMs + budgetMs)
                throw error;
            await sleep(clock, pause, signal);
        }
    }
}

;// CONCATENATED MODULE: ./src/cloud/http/http.ts
/** Sends one request and reads one answer: a deadline over headers and body, a bound in bytes, no redirect followed. */








/** Past this an answer is cut off; run lists of the largest tests stay far below it. */
const MAX_RESPONSE_BYTES = 8 * 1024 * 1024;
/** Opens a sender; connections are made by the first request. */
function openHttp(settings) {
    const client = new lib/* HttpClient */.Qq(settings.userAgent, [], { keepAlive: true });
    return {
        send: (asked, signal) => send(client, settings, asked, signal),
        close: () => {
            client.dispose();
        },
    };
}
async function send(client, settings, asked, signal) {
    const { clock, requestMs } = settings;
    const request = requestName(settings.apiUrl, asked);
    const startedMs = clock.now();
    const late = () => new errors_CloudError('late', { request, response: `no whole answer within ${requestMs / 1000} s` });
    let outcome = 'no answer';
    try {
        return await withDeadline(clock, requestMs, signal, late, async (within) => {
            try {
                const message = await exchange(client, settings, asked, within);
                const { statusCode: status = 0, headers } = message;
                outcome = String(status);
                const body = redactedBody(await bodyOf(request, message), settings.redact);
                if (status >= 200 && status <= 299)
                    return parseResponse({ request, status, body });
                const retryAfter = retryAfterMs(headers['retry-after'], clock.now());
                throw responseError({ request, status, body, retryAfterMs: retryAfter }, { ...settings.advice, ...asked.advice });
            }
            catch (error) {
                within.throwIfAborted();
                throw error instanceof errors_CloudError ? error : networkError(request, error);
            }
        });
    }
    catch (error) {
        if (error instanceof errors_CloudError)
            outcome = `${outcome} (${error.code})`;
        throw error;
    }
    finally {
        settings.onRequest(asked, outcome, clock.now() - startedMs);
    }
}
/** The raw request of http-client: its own `request` follows redirects, and neither takes a signal. */
async function exchange(client, { apiUrl, authorization, userAgent }, { method, path, headers, body }, signal) {
    const url = new URL(joinUrl(apiUrl, path));
    const text = body === undefined ? '' : JSON.stringify(body);
    const secure = url.protocol === 'https:';
    const sent = client.requestRaw({
        parsedUrl: url,
        httpModule: secure ? (external_node_https_default()) : (external_node_http_default()),
        options: {
            // An IPv6 address stands in brackets in a URL, and without them everywhere else.
            host: url.hostname.replace(/^\[|\]$/gu, ''),
            port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
            path: `${url.pathname}${url.search}`,
            method,
            signal,
            agent: client.getAgent(url.href),
            headers: {
                accept: 'application/json',
                authorization,
                'user-agent': userAgent,
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
                ...headers,
            },
        },
    }, text);
    // The signal ends a request that has a connection; one that still waits for its proxy's word heeds nothing.
    return (await abortable(signal, sent)).message;
}
async function bodyOf(request, message) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of message) {
        bytes += chunk.length;
        if (bytes > MAX_RESPONSE_BYTES) {
            message.destroy();
            throw new errors_CloudError('too-large', {
                request,
                response: `the answer is larger than ${MAX_RESPONSE_BYTES / 1024 / 1024} MiB`,
                advice: 'Look at the run page, and tell us: this should not happen.',
            });
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function requestName(apiUrl, { method, path }) {
    return `${method} ${new URL(joinUrl(apiUrl, path)).pathname}`;
}
/** The base may itself have a path, so that a gateway in front of the API can be named. */
function joinUrl(apiUrl, path) {
    return `${apiUrl.origin}${apiUrl.pathname.replace(/\/+$/u, '')}${path}`;
}

;// CONCATENATED MODULE: ./src/cloud/http/rate-limit.ts

/**
 * A sender that keeps within a budget; who comes first is served first, and the time of waiting is not part of the
 * request's own deadline. Urgent requests (stops) neither wait nor count: their time is short and their number small.
 */
function rateLimited(http, clock, { perSecond, burst }) {
    const tokenMs = 1000 / perSecond;
    // When the bucket will have been full again; every request taken moves it one token further.
    let fullMs = -Infinity;
    return {
        ...http,
        send: async (asked, signal) => {
            if (asked.urgent !== true) {
                const nowMs = clock.now();
                fullMs = Math.max(fullMs, nowMs) + tokenMs;
                const waitMs = fullMs - burst * tokenMs - nowMs;
                if (waitMs > 0)
                    await sleep(clock, waitMs, signal);
            }
            return http.send(asked, signal);
        },
    };
}

;// CONCATENATED MODULE: ./src/cloud/v2/advice.ts
/** Advice by error code, where the common one does not fit. */
const V2_ADVICE = {
    removed: 'The legacy API may have been removed: set `stack` to use the current one.',
};

;// CONCATENATED MODULE: ./src/cloud/v6/advice.ts
/** Advice by error code, where the common one does not fit. */
const V6_ADVICE = {
    unauthorized: 'Check that `token` is a personal API token or a stack API token of k6 Cloud (Performance > Settings > ' +
        'Access); v6 takes no other kind.',
    forbidden: 'Check `stack` and the rights of `token`: a personal API token needs its user to be a member of the stack and ' +
        'to have rights on the project, a stack API token opens its own stack alone.',
    'not-found': 'Check the id, and that `stack` is the stack that holds it.',
};

;// CONCATENATED MODULE: ./src/cloud/connection.ts




const USER_AGENT = 'k6-cloud-gate';
/** For the whole step, however many runs it polls; one run alone stays far below it. */
const RATE_LIMIT = { perSecond: 20, burst: 20 };
/** Opens a connection; nothing is sent yet. */
function openConnection(settings) {
    const { api, token } = settings;
    const sender = openHttp({
        ...settings,
        authorization: api.kind === 'v6' ? `Bearer ${token}` : `Token ${token}`,
        userAgent: USER_AGENT,
        advice: api.kind === 'v6' ? V6_ADVICE : V2_ADVICE,
        onRequest: ({ method, path }, outcome, tookMs) => {
            settings.onDebug(`${method} ${path} -> ${outcome}, ${Math.round(tookMs)} ms`);
        },
    });
    return { ...settings, http: rateLimited(sender, settings.clock, RATE_LIMIT) };
}

;// CONCATENATED MODULE: ./src/cloud/find-run.ts
/** Finding the run of a start whose answer was lost: what is new in the list since, until it would have appeared. */



/** How long a run may take to appear in the list after a start whose answer was lost. */
const SEARCH_MS = 10_000;
/**
 * Looks for the run of a start for as long as it may take to appear. A run seen once is looked for once more before
 * it counts, so that a second one which appears a moment later is not overlooked.
 * @throws CloudError where the list stays out of reach
 */
async function findRun(ports, detector, intent, signal) {
    const { clock } = ports;
    const windowMs = Math.min(SEARCH_MS, ports.outageMs / 3);
    let seen;
    let endMs;
    for (let pause = windowMs / 10;; pause *= 1.6) {
        const fresh = await retryDuringOutage(ports, signal, () => detector.newRunIds(intent, signal));
        endMs ??= clock.now() + windowMs;
        if (fresh.length > 1)
            return { kind: 'several', runIds: fresh };
        const only = fresh[0];
        const over = clock.now() >= endMs;
        if (only !== undefined && (only === seen || over)) {
            const run = await firstRead(ports, detector, only, signal);
            return run.testId === undefined || run.testId === intent.testId ? { kind: 'one', run } : { kind: 'none' };
        }
        if (over)
            return { kind: 'none' };
        seen = only;
        await sleep(clock, Math.min(pause, endMs - clock.now()), signal);
    }
}
/**
 * The same within a start: the run that was found is adopted; `undefined` where there is none.
 * @throws StartUncertain where several runs may be ours, or where the list cannot be read
 */
async function adoptRun(ports, detector, intent, uncertain, signal) {
    const { testId } = intent;
    let found;
    try {
        found = await findRun(ports, detector, intent, signal);
    }
    catch (error) {
        signal.throwIfAborted();
        throw error instanceof CloudError ? uncertain({ lastError: error }) : error;
    }
    if (found.kind === 'several')
        throw uncertain({ runIds: found.runIds });
    if (found.kind === 'none')
        return undefined;
    ports.onNotice(`The answer to the start of test ${testId} was lost; run ${found.run.id} is its only new run since, and was adopted.`);
    return found.run;
}
/** An answer to a start that names a run which was there before: whatever it means, that run is not ours. */
function oldRunError(request, runId) {
    return new CloudError('malformed', { request, response: `names run ${runId}, which existed before` });
}
/** Tries as long as the API may stay out of reach. */
function retryDuringOutage(ports, signal, work) {
    return retryUntil({ ...ports, budgetMs: ports.outageMs }, signal, work);
}
/** What the list showed is ours even where a first look at it fails. */
async function firstRead(ports, { read, unknownRun }, runId, signal) {
    try {
        return await read(runId, signal);
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors_CloudError))
            throw error;
        ports.onNotice(`A first look at the adopted run failed: ${error.message}`);
        return unknownRun(runId);
    }
}

;// CONCATENATED MODULE: ./src/cloud/stop.ts


const LONGEST_PAUSE_MS = 5000;
/**
 * Asks for the stop at `path` until it is granted, the run is over, or `budgetMs` end. Any 4xx, and an
 * answer that cannot be read, is looked into: a refusal because the run is over is a success, whatever status says so. 409 from a run that goes on means that it
 * cannot be stopped yet: the request is made again.
 * @throws CloudError
 */
async function stopRun(ports, path, look, signal) {
    // A paid run does not wait for as long as a service in trouble may ask.
    const longestPauseMs = Math.min(LONGEST_PAUSE_MS, ports.budgetMs / 4);
    return retryUntil({ ...ports, maxBackoffMs: longestPauseMs }, signal, async () => {
        try {
            await ports.http.send({ method: 'POST', path, urgent: true }, signal);
            return 'stopping';
        }
        catch (error) {
            if (!(error instanceof errors_CloudError))
                throw error;
            if (error.status === undefined || error.status >= 500 || error.status === 429)
                throw error;
            const run = await look();
            if (hasEnded(run))
                return 'already-over';
            throw error.status === 409 ? notYet(path, run, error) : error;
        }
    });
}
/** Its load has ended; what is left is bookkeeping that no stop would shorten. */
function hasEnded(run) {
    return run.state === 'settled' || run.phase === 'processing' || run.phase === 'deciding';
}
function notYet(path, run, cause) {
    return new errors_CloudError('unavailable', {
        request: `POST ${path}`,
        response: `409, although the run is not over (${run.statuses.run.field} ${run.statuses.run.value})`,
        status: 409,
        cause,
    });
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./src/cloud/http/decode.ts
/** From JSON of unknown shape to typed values: parsed, never cast, with the path of the first thing that is wrong. */


/**
 * An answer in the shape that `schema` asks for.
 * @throws CloudError `malformed`, naming path and finding: `k6-run.run_status: expected …, got "done"`
 */
function decode_decode(schema, answer) {
    const parsed = dist/* safeParse */.xLC(schema, answer.json);
    if (parsed.success)
        return parsed.output;
    const issue = parsed.issues[0];
    const path = dist/* getDotPath */.BuJ(issue) ?? 'the answer';
    throw new errors_CloudError('malformed', {
        request: answer.request,
        response: `${path}: ${issue.message}`.slice(0, 200),
        status: answer.status,
    });
}
/**
 * The run of an answer, where it is the run that was asked for: a mixed-up answer must not decide about another run.
 * @throws CloudError `malformed`
 */
function assertRunId(run, runId, request) {
    if (run.id === runId)
        return run;
    throw new errors_CloudError('malformed', { request, response: `the answer is about run ${run.id}, not about run ${runId}` });
}
/** A whole number, also as digits in a string: statuses arrive both ways. */
const wholeNumber = dist/* pipe */.FsL(dist/* union */.KCZ([dist/* number */.aig(), dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^-?\d{1,16}$/u), dist/* transform */.pdi(Number))]), dist/* safeInteger */.Y2b());
/** An id, 1 to 2^53-1, as decimal digits. */
const id = dist/* pipe */.FsL(wholeNumber, dist/* minValue */.Wwf(1), dist/* transform */.pdi(String));
/** A number, also as a decimal in a string. */
const decimal = dist/* pipe */.FsL(dist/* union */.KCZ([dist/* number */.aig(), dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^-?\d+(?:\.\d+)?$/u), dist/* transform */.pdi(Number))]), dist/* finite */.E2x());
/** A field nobody decides by: `undefined` where it is absent, null, or of an odd type. */
function optionalField(schema) {
    return dist/* fallback */.NpB(dist/* optional */.lqM(schema), undefined);
}
/**
 * An instant as epoch ms. ISO 8601 with or without zone (none means UTC; the documents show both) and with 0 to 6
 * digits of fraction.
 */
const instant = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/u), dist/* transform */.pdi((text) => Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/u.test(text) ? text : `${text}Z`)), dist/* number */.aig());
/** Enough for any name, address or explanation; what is longer is nobody's words. */
const MAX_TEXT_LENGTH = 4000;
/** Text that says something, clipped. */
const nonEmptyText = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* trim */.Bqr(), dist/* nonEmpty */.hq(), dist/* transform */.pdi((text) => text.slice(0, MAX_TEXT_LENGTH)));
/** An https address, in normal form. */
const httpsUrl = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* url */.OZ5(), dist/* transform */.pdi((text) => new URL(text)), dist/* check */.z6Y((url) => url.protocol === 'https:' && url.username === '' && url.password === ''), dist/* transform */.pdi((url) => url.href));
/** A duration that the API counts in seconds, as ms. */
const secondsAsMs = dist/* pipe */.FsL(decimal, dist/* minValue */.Wwf(0), dist/* transform */.pdi((value) => value * 1000));
/** A list of which the entries that are unlike the schema are left out, instead of making the whole unreadable. */
function validItems(schema) {
    return dist/* pipe */.FsL(dist/* array */.YOg(dist/* unknown */.L5J()), dist/* transform */.pdi((entries) => entries.flatMap((entry) => {
        const { success, output } = dist/* safeParse */.xLC(schema, entry);
        return success ? [output] : [];
    })));
}

;// CONCATENATED MODULE: ./src/cloud/v2/schemas.ts
/** The answers of the legacy API as schemas: what is asked for, and what is taken from what comes back. */


const DOCUMENTED = 'id,test_id,run_status,processing_status,result_status,error_code,error_detail,created,started,ended,duration,vus';
/**
 * What to ask for, widest first: with what clients were seen to select, what the page documents, and all there is.
 * `script`, `config` and `k6_archive` are never among it.
 */
const schemas_SELECTIONS = [
    `?$select=${DOCUMENTED},execution_duration,vuh_cost,k6_runtime_config`,
    `?$select=${DOCUMENTED}`,
    '',
];
const odd = dist/* union */.KCZ([
    wholeNumber,
    dist/* pipe */.FsL(dist/* unknown */.L5J(), dist/* transform */.pdi(() => 'odd')),
]);
/** A run; only id and `run_status` must be there and sound. Status fields of an odd type become `odd`. */
const schemas_Run = dist/* object */.Ikc({
    id: id,
    test_id: optionalField(id),
    run_status: wholeNumber,
    processing_status: dist/* optional */.lqM(odd, 'odd'),
    result_status: dist/* nullish */.cl6(odd, null),
    error_code: optionalField(dist/* union */.KCZ([dist/* number */.aig(), nonEmptyText])),
    error_detail: optionalField(nonEmptyText),
    created: optionalField(instant),
    started: optionalField(instant),
    ended: optionalField(instant),
    duration: optionalField(secondsAsMs),
    execution_duration: optionalField(secondsAsMs),
    vus: optionalField(dist/* pipe */.FsL(wholeNumber, dist/* minValue */.Wwf(0))),
    vuh_cost: optionalField(decimal),
    k6_runtime_config: optionalField(dist/* object */.Ikc({ testRunDetails: optionalField(httpsUrl) })),
});
/** A run of which the answer told nothing. */
const NO_FACTS = {
    test_id: undefined,
    error_code: undefined,
    error_detail: undefined,
    created: undefined,
    started: undefined,
    ended: undefined,
    duration: undefined,
    execution_duration: undefined,
    vus: undefined,
    vuh_cost: undefined,
    k6_runtime_config: undefined,
};
/** `GET runs/{id}` */
const OneRun = dist/* object */.Ikc({ 'k6-run': schemas_Run });
/** `POST tests/{id}/start-testrun` */
const schemas_StartedRun = dist/* object */.Ikc({
    'k6-run': dist/* object */.Ikc({
        id: id,
        duration: optionalField(secondsAsMs),
        vus: schemas_Run.entries.vus,
        k6_runtime_config: schemas_Run.entries.k6_runtime_config,
    }),
});
/** `GET runs?ids[]=` */
const schemas_RunList = dist/* object */.Ikc({ 'k6-runs': dist/* array */.YOg(dist/* unknown */.L5J()) });
/** `GET runs?test_id=` */
const RunPage = dist/* object */.Ikc({
    'k6-runs': dist/* array */.YOg(dist/* object */.Ikc({ id: id })),
    meta: optionalField(dist/* object */.Ikc({ count: optionalField(wholeNumber) })),
});
/** `GET runs?test_id=` where the runs themselves are of interest */
const EarlierRuns = dist/* object */.Ikc({
    'k6-runs': validItems(dist/* object */.Ikc({ ...schemas_Run.entries, is_baseline: optionalField(dist/* boolean */.zMY()) })),
});
/** `GET tests/{id}` */
const NamedTest = dist/* object */.Ikc({ 'k6-test': dist/* object */.Ikc({ name: nonEmptyText }) });
/** `GET thresholds?test_run_id=` */
const schemas_ThresholdPage = dist/* object */.Ikc({ 'k6-thresholds': dist/* array */.YOg(dist/* unknown */.L5J()) });

;// CONCATENATED MODULE: ./src/cloud/v2/translate.ts



/** @throws CloudError `malformed` */
function parseRun(answer) {
    return translateRun(decode_decode(OneRun, answer)['k6-run']);
}
/**
 * The runs of a list that were asked for, by id. An entry that cannot be read is left out, so that one odd run does not
 * hide the others; read alone, it tells what is wrong with it.
 * @throws CloudError `malformed` where it is no list at all
 */
function translate_parseRunsById(answer, wanted) {
    const entries = decode(RunList, answer)['k6-runs'].map((entry) => v.safeParse(Run, entry));
    const runs = entries.flatMap(({ success, output }) => (success && wanted.has(output.id) ? [output] : []));
    return new Map(runs.map((run) => [run.id, translateRun(run)]));
}
/**
 * A run that was just started. Its statuses are not read: the documents show a schema dump there, and the first look
 * tells.
 * @throws CloudError `malformed`
 */
function parseStartedRun(answer, testId) {
    const run = decode(StartedRun, answer)['k6-run'];
    const fresh = unknownRun(run.id);
    return {
        ...fresh,
        testId,
        url: run.k6_runtime_config?.testRunDetails ?? fresh.url,
        plannedMs: run.duration,
        vus: run.vus,
    };
}
/** A run of which nothing is known but that it was created. */
function unknownRun(runId) {
    const created = { run_status: -2, processing_status: 0, result_status: null, id: runId };
    return { ...factsOf({ ...created, ...NO_FACTS }), state: 'pending', phase: 'created' };
}
/** Where the API gives no address of its own. */
function appUrl(runId) {
    return `https://app.k6.io/runs/${runId}`;
}
/** @throws CloudError `malformed` */
function parseRunPage(answer) {
    const page = decode_decode(RunPage, answer);
    return { ids: page['k6-runs'].map((run) => run.id), count: page.meta?.count };
}
/** @throws CloudError `malformed` */
function parseThresholdCount(answer) {
    return decode(ThresholdPage, answer)['k6-thresholds'].length;
}
/** What a `run_status` is to us: under way, or over in some way. Source: the page's table, and k6's own list for 10. */
const RUN_STATUS = new Map([
    [-2, ['CREATED', 'created']],
    [-1, ['VALIDATED', 'validated']],
    [0, ['QUEUED', 'queued']],
    [1, ['INITIALIZING', 'initializing']],
    [2, ['RUNNING', 'running']],
    [3, ['FINISHED', { kind: 'finished' }]],
    [4, ['TIMED_OUT', { kind: 'timed-out' }]],
    [5, ['ABORTED_BY_USER', aborted('user')]],
    [6, ['ABORTED_BY_SYSTEM', aborted('system')]],
    [7, ['ABORTED_BY_SCRIPT_ERROR', aborted('script-error')]],
    [8, ['ABORTED_BY_THRESHOLD', aborted('threshold')]],
    [9, ['ABORTED_BY_LIMIT', aborted('limit')]],
    [10, ['ARCHIVED', { kind: 'archived' }]],
]);
const PROCESSING_STATUS = ['NOT_STARTED', 'PROCESSING', 'FINISHED', 'ERROR'];
const PROCESSED = 2;
const PROCESSING_ERROR = 3;
const RESULT_STATUS = [
    ['PASSED', 'passed'],
    ['FAILED', 'failed'],
];
/** A run as one list of runs or another holds it. */
function translateRun(run) {
    const facts = factsOf(run);
    const known = RUN_STATUS.get(run.run_status)?.[1];
    const standing = known ?? (run.run_status < 0 ? 'unrecognised' : { kind: 'unrecognised' });
    if (typeof standing === 'string')
        return { ...facts, state: 'pending', phase: standing };
    if (standing.kind !== 'finished')
        return { ...facts, state: 'settled', ending: standing, metrics: 'not-awaited' };
    return finishedRun(run, facts, standing);
}
/** A finished run still owes its metrics, and then its result, which may change until they are there. */
function finishedRun(run, facts, ending) {
    if (run.processing_status === PROCESSING_ERROR)
        return { ...facts, state: 'settled', ending, metrics: 'incomplete' };
    if (run.processing_status !== PROCESSED)
        return { ...facts, state: 'pending', phase: 'processing' };
    if (facts.result === 'none')
        return { ...facts, state: 'pending', phase: 'deciding' };
    return { ...facts, state: 'settled', ending, metrics: 'complete' };
}
function factsOf(run) {
    return {
        id: run.id,
        testId: run.test_id,
        url: run.k6_runtime_config?.testRunDetails ?? appUrl(run.id),
        createdMs: run.created,
        startedMs: run.started,
        endedMs: run.ended,
        plannedMs: run.duration,
        executedMs: run.execution_duration,
        vus: run.vus,
        vuh: run.vuh_cost,
        result: resultOf(run.result_status),
        thresholds: 'unknown',
        detail: detailOf(run),
        statuses: statusesOf(run),
    };
}
function resultOf(status) {
    if (status === null)
        return 'none';
    return (status === 'odd' ? undefined : RESULT_STATUS[status]?.[1]) ?? 'unknown';
}
function statusesOf({ run_status: run, processing_status: processing, result_status: result }) {
    return {
        run: { field: 'run_status', value: RUN_STATUS.get(run)?.[0] ?? `UNKNOWN (${run})` },
        processing: { field: 'processing_status', value: statusName(PROCESSING_STATUS, processing) },
        result: {
            field: 'result_status',
            value: result === null
                ? ''
                : statusName(RESULT_STATUS.map(([word]) => word), result),
        },
    };
}
function statusName(all, status) {
    return (status === 'odd' ? undefined : all[status]) ?? `UNKNOWN (${status})`;
}
function detailOf({ error_code: code, error_detail: message }) {
    if (code === undefined && message === undefined)
        return undefined;
    return { code: code === undefined || code === 0 ? undefined : String(code), message };
}
function aborted(by) {
    return { kind: 'aborted', by };
}

;// CONCATENATED MODULE: ./src/cloud/v2/read.ts




/** The service decides its own page size; asking for more saves requests where it agrees. */
const PAGE_SIZE = 100;
/** A bound for a service that pages for ever: 5,000 runs, the newest first where it sorts. */
const MAX_PAGES = 50;
/** A reader that asks for as many fields as the service has not refused yet. */
function runReader(http) {
    let narrowness = 0;
    return async (runId, signal) => {
        for (;;) {
            const tried = narrowness;
            try {
                const path = `/loadtests/v2/runs/${runId}${schemas_SELECTIONS[tried] ?? ''}`;
                const answer = await http.send({ method: 'GET', path }, signal);
                return assertRunId(parseRun(answer), runId, answer.request);
            }
            catch (error) {
                const refused = error instanceof errors_CloudError && error.status === 400;
                if (!refused || tried + 1 >= schemas_SELECTIONS.length)
                    throw error;
                narrowness = tried + 1;
            }
        }
    };
}
/** A reader of several runs in one request; never without a selection, since many whole runs are megabytes. */
function runsReader(http) {
    let narrowness = 0;
    const narrowest = SELECTIONS.length - 2;
    return async (runIds, signal) => {
        const ids = runIds.map((runId) => `&ids[]=${runId}`).join('');
        for (;;) {
            const tried = narrowness;
            try {
                const path = `/loadtests/v2/runs${SELECTIONS[tried] ?? ''}&page_size=${PAGE_SIZE}${ids}`;
                return parseRunsById(await http.send({ method: 'GET', path }, signal), new Set(runIds));
            }
            catch (error) {
                if (!(error instanceof CloudError) || error.status !== 400 || tried >= narrowest)
                    throw error;
                narrowness = tried + 1;
            }
        }
    };
}
/**
 * The ids of all runs of a test. Pages until there is no more: the order of the list is not documented, so the first
 * page alone could miss the newest run, and missing one would mean starting a second.
 * @throws CloudError
 */
async function runIdsOf(http, testId, signal) {
    const ids = new Set();
    let query = `&order_by=-started&$select=id,created`;
    for (let page = 1; page <= MAX_PAGES; page++) {
        const path = () => `/loadtests/v2/runs?test_id=${testId}&page=${page}&page_size=${PAGE_SIZE}${query}`;
        let answer;
        try {
            answer = parseRunPage(await http.send({ method: 'GET', path: path() }, signal));
        }
        catch (error) {
            if (isPastLastPage(error, page))
                break;
            if (!(error instanceof errors_CloudError) || error.status !== 400 || query === '')
                throw error;
            query = ''; // sorting and selecting are only a help: read without them
            answer = parseRunPage(await http.send({ method: 'GET', path: path() }, signal));
        }
        const before = ids.size;
        for (const id of answer.ids)
            ids.add(id);
        const all = answer.count !== undefined && ids.size >= answer.count;
        if (all || ids.size === before)
            break;
    }
    return ids;
}
/** Some services answer 404 to a page past the last one instead of an empty page. */
function isPastLastPage(error, page) {
    return error instanceof errors_CloudError && error.code === 'not-found' && page > 1;
}

;// CONCATENATED MODULE: ./src/cloud/v2/new-runs.ts
/** What is remembered of a start on the legacy API, and how its run is recognised: it was not in the list before. */



/** State holds this many known ids; older ones are left out, and no run that is older than these can be new. */
const MAX_KNOWN = 100;
const Notes = dist/* object */.Ikc({ known: dist/* array */.YOg(dist/* string */.YjP()), complete: dist/* boolean */.zMY() });
/** The notes of a start, given all runs that exist before it. */
function startNotes(ids) {
    const known = [...ids].sort((a, b) => Number(b) - Number(a)).slice(0, MAX_KNOWN);
    return { known, complete: known.length === ids.size };
}
/** @throws a fault of this action where the notes are not those of this adapter */
function parseNotes({ notes }) {
    return dist/* parse */.qgA(Notes, JSON.parse(notes));
}
/** Detects the runs that are not in the notes and not older than those. */
function newRunDetector(http, read) {
    const newRunIds = async (intent, signal) => {
        const { known, complete } = parseNotes(intent);
        const before = new Set(known);
        const oldest = complete ? 0 : Math.min(...known.map(Number));
        const ids = await runIdsOf(http, intent.testId, signal);
        return [...ids].filter((runId) => !before.has(runId) && Number(runId) > oldest);
    };
    return { newRunIds, read, unknownRun: unknownRun };
}

;// CONCATENATED MODULE: ./src/cloud/v2/stopper.ts




/** Finds and stops runs of the legacy API. */
function v2Stopper(ports) {
    const read = runReader(ports.http);
    const detector = newRunDetector(ports.http, read);
    return {
        find: (intent, signal) => findRun(ports, detector, intent, signal),
        read,
        stop: (runId, budgetMs, signal) => stopRun({ ...ports, budgetMs }, `/loadtests/v2/runs/${runId}/stop`, () => read(runId, signal), signal),
        close: ports.http.close,
    };
}

;// CONCATENATED MODULE: ./src/cloud/v6/schemas.ts
/** The answers of v6 as schemas: what is taken from what comes back, and how much of it may be missing. */


/** What a status or a result is explained with; older servers send `{}`. */
const Explanation = dist/* object */.Ikc({
    message: optionalField(nonEmptyText),
    code: optionalField(dist/* union */.KCZ([dist/* number */.aig(), nonEmptyText])),
});
/** One entry of the history of statuses. */
const Status = dist/* object */.Ikc({
    type: optionalField(nonEmptyText),
    entered: optionalField(instant),
    extra: optionalField(dist/* object */.Ikc({ ...Explanation.entries, by_user: optionalField(dist/* union */.KCZ([nonEmptyText, dist/* number */.aig()])) })),
});
/** A result of an odd type is as good as an unknown word, never as none. */
const Result = dist/* nullish */.cl6(dist/* union */.KCZ([
    dist/* string */.YjP(),
    dist/* pipe */.FsL(dist/* unknown */.L5J(), dist/* transform */.pdi(() => 'odd')),
]), null);
/** A run; only id and status must be there and sound, since older servers lack many of the other keys. */
const v6_schemas_Run = dist/* object */.Ikc({
    id: id,
    status: nonEmptyText,
    result: Result,
    test_id: optionalField(id),
    created: optionalField(instant),
    ended: optionalField(instant),
    status_details: optionalField(Status),
    status_history: dist/* fallback */.NpB(dist/* array */.YOg(optionalField(Status)), []),
    result_details: optionalField(Explanation),
    options: optionalField(dist/* looseObject */._H3({ thresholds: dist/* optional */.lqM(dist/* unknown */.L5J()) })),
    cost: optionalField(dist/* object */.Ikc({ total_vuh: optionalField(decimal) })),
    max_vus: optionalField(dist/* pipe */.FsL(wholeNumber, dist/* minValue */.Wwf(0))),
    estimated_duration: optionalField(secondsAsMs),
    execution_duration: optionalField(secondsAsMs),
    test_run_details_page_url: optionalField(httpsUrl),
});
/** `POST load_tests/{id}/start`: a run of which the id is enough, whatever else the answer holds or lacks. */
const v6_schemas_StartedRun = dist/* object */.Ikc({
    id: id,
    created: optionalField(instant),
    estimated_duration: v6_schemas_Run.entries.estimated_duration,
    max_vus: v6_schemas_Run.entries.max_vus,
    test_run_details_page_url: v6_schemas_Run.entries.test_run_details_page_url,
});
/** `GET load_tests/{id}/test_runs` */
const schemas_RunPage = dist/* object */.Ikc({
    value: dist/* array */.YOg(dist/* object */.Ikc({ id: id, created: optionalField(instant) })),
    '@nextLink': optionalField(nonEmptyText),
});
/** `GET load_tests/{id}/test_runs` where the runs themselves are of interest */
const schemas_EarlierRuns = dist/* object */.Ikc({
    value: validItems(dist/* object */.Ikc({ ...v6_schemas_Run.entries, is_starred: optionalField(dist/* boolean */.zMY()) })),
});
/** `GET load_tests/{id}`, its name alone */
const schemas_NamedTest = dist/* object */.Ikc({ name: nonEmptyText });
/** `GET auth` */
const Auth = dist/* object */.Ikc({ stack_id: id });

;// CONCATENATED MODULE: ./src/cloud/v6/list.ts



/** Runs on a page: whole runs come back, script options included, so that a small page is a quick one. */
const list_PAGE_SIZE = 20;
/** A bound for a service that pages for ever. */
const list_MAX_PAGES = 50;
/**
 * Lists runs from the newest back to where `enough` says of a page's oldest run that what is older does not matter.
 * A page that is not in this order, from a server that does not sort, cannot say so: then all pages are read.
 * @throws CloudError
 */
async function newestRuns(send, testId, enough, signal) {
    const list = `/cloud/v6/load_tests/${testId}/test_runs`;
    const runs = new Map();
    let path = `${list}?$orderby=created%20desc&$top=${list_PAGE_SIZE}`;
    for (let page = 1; path !== undefined && page <= list_MAX_PAGES; page++) {
        const asked = { method: 'GET', path };
        const { value, '@nextLink': nextLink } = decode_decode(schemas_RunPage, await send(asked, signal));
        const listed = value.map(({ id, created }) => ({ id, createdMs: created }));
        const before = runs.size;
        listed.forEach((run) => runs.set(run.id, run));
        const oldest = listed.at(-1);
        const done = oldest === undefined || runs.size === before || (isNewestFirst(listed) && enough(oldest));
        path = done || nextLink === undefined ? undefined : nextPath(nextLink, list);
    }
    return [...runs.values()];
}
function isNewestFirst(runs) {
    return runs.every(({ createdMs }, place) => {
        const next = runs[place + 1];
        if (createdMs === undefined)
            return false;
        return next === undefined || (next.createdMs !== undefined && next.createdMs <= createdMs);
    });
}
/**
 * Path and query of a link to the next page. Its scheme and host are not used, since they were seen to be wrong, and
 * the token goes nowhere else; a gateway's own prefix before the path of the API is left to `api-url`.
 * @throws CloudError `malformed` where it leads anywhere but further down the same list
 */
function nextPath(link, list) {
    const url = URL.canParse(link, 'https://relative.invalid') ? new URL(link, 'https://relative.invalid') : undefined;
    if (url?.pathname.endsWith(list) !== true) {
        throw new errors_CloudError('malformed', { request: `GET ${list}`, response: '@nextLink: leads out of the list' });
    }
    return `${list}${url.search}`;
}

;// CONCATENATED MODULE: ./src/cloud/v6/new-runs.ts
/** What is remembered of a start on v6, and how its run is recognised: it is not older than the newest run before. */


/** State holds this many known ids. */
const new_runs_MAX_KNOWN = 100;
const new_runs_Notes = dist/* object */.Ikc({ key: dist/* string */.YjP(), known: dist/* array */.YOg(dist/* string */.YjP()), sinceMs: dist/* optional */.lqM(dist/* number */.aig()) });
/** The notes of a start, given the newest runs before it. */
function new_runs_startNotes(key, runs) {
    const newest = [...runs].sort((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0)).slice(0, new_runs_MAX_KNOWN);
    const sinceMs = newest[0]?.createdMs;
    return { key, known: newest.map(({ id }) => id), ...(sinceMs === undefined ? {} : { sinceMs }) };
}
/** @throws a fault of this action where the notes are not those of this adapter */
function new_runs_parseNotes({ notes }) {
    return dist/* parse */.qgA(new_runs_Notes, JSON.parse(notes));
}
/** Detects the runs that were created no earlier than the newest run before the start, and are none of those. */
function new_runs_newRunDetector(send, ports) {
    const newRunIds = async (intent, signal) => {
        const { known, sinceMs = 0 } = new_runs_parseNotes(intent);
        const isOld = ({ createdMs }) => createdMs !== undefined && createdMs < sinceMs;
        const runs = await newestRuns(send, intent.testId, isOld, signal);
        return runs.filter((run) => !isOld(run) && !known.includes(run.id)).map(({ id }) => id);
    };
    return { ...ports, newRunIds };
}

;// CONCATENATED MODULE: ./src/cloud/v6/stack.ts
/** The Grafana stack that v6 works in: its numeric id goes into every request, its address into links for people. */


/**
 * A sender that adds the stack to each request. An address is turned into an id by the first request that needs it;
 * a failure to do so is that request's failure, and the next one asks again.
 */
function withinStack(http, stack) {
    let known = stack.kind === 'id' ? stack.id : undefined;
    return async (asked, signal) => {
        const id = known ?? (stack.kind === 'id' ? stack.id : await resolveStackId(http, stack.url, signal));
        known = id;
        return http.send({ ...asked, headers: { ...asked.headers, 'x-stack-id': id } }, signal);
    };
}
async function resolveStackId(http, url, signal) {
    const remedy = `Check that \`stack\` (${url}) is the address of your stack, and that \`token\` may use it: ` +
        'a personal API token needs its user to be a member of the stack, a stack API token opens its own stack alone.';
    const remedies = { forbidden: remedy, 'not-found': remedy, rejected: remedy };
    const headers = { 'x-stack-url': url };
    return decode_decode(Auth, await http.send({ method: 'GET', path: '/cloud/v6/auth', headers, advice: remedies }, signal))
        .stack_id;
}

;// CONCATENATED MODULE: ./src/cloud/v6/translate.ts


/** @throws CloudError `malformed` */
function translate_parseRun(answer, pageOf) {
    return translate_translateRun(decode_decode(v6_schemas_Run, answer), pageOf);
}
/**
 * A run that was just started, and its page where the answer tells it: only this answer ever does.
 * @throws CloudError `malformed`
 */
function translate_parseStartedRun(answer, testId, pageOf) {
    const { test_run_details_page_url: page, ...run } = decode(StartedRun, answer);
    const { created: createdMs, estimated_duration: plannedMs, max_vus: vus } = run;
    const fresh = translate_unknownRun(run.id, pageOf);
    return { ...fresh, testId, url: page ?? fresh.url, createdMs, plannedMs, vus };
}
/** A run of which nothing is known but that it was created. */
function translate_unknownRun(runId, pageOf) {
    return {
        id: runId,
        url: pageOf(runId),
        ...translate_NO_FACTS,
        result: 'none',
        thresholds: 'unknown',
        statuses: translate_statusesOf({ status: 'created', result: null }),
        state: 'pending',
        phase: 'created',
    };
}
const translate_NO_FACTS = {
    testId: undefined,
    createdMs: undefined,
    startedMs: undefined,
    endedMs: undefined,
    plannedMs: undefined,
    executedMs: undefined,
    vus: undefined,
    vuh: undefined,
    detail: undefined,
};
/** Statuses on the way; the documentation names these and the two ends. Any other word is waited for. */
const PHASES = {
    created: 'created',
    queued: 'queued',
    initializing: 'initializing',
    running: 'running',
    processing_metrics: 'processing',
};
const RESULTS = ['passed', 'failed', 'error'];
/** A run as one list of runs or another holds it. */
function translate_translateRun(run, pageOf) {
    const facts = translate_factsOf(run, pageOf);
    if (run.status === 'aborted') {
        return { ...facts, state: 'settled', ending: abortOf(run), metrics: 'not-awaited' };
    }
    if (run.status !== 'completed') {
        const phase = Object.hasOwn(PHASES, run.status) ? PHASES[run.status] : undefined;
        return { ...facts, state: 'pending', phase: phase ?? 'unrecognised' };
    }
    if (facts.result === 'none')
        return { ...facts, state: 'pending', phase: 'deciding' };
    return { ...facts, state: 'settled', ending: { kind: 'finished' }, metrics: 'complete' };
}
/**
 * Who cut a run short. v6 has one status for it: a crossed threshold with abortOnFail shows in the result, a user in
 * the history, and everything else (limit, script, platform) only in words for people.
 */
function abortOf(run) {
    if (translate_resultOf(run.result) === 'failed')
        return { kind: 'aborted', by: 'threshold' };
    const byUser = entriesOf(run).some(({ type = '', extra }) => extra?.by_user !== undefined && !PENDING_STATUSES.has(type));
    return { kind: 'aborted', by: byUser ? 'user' : 'unknown' };
}
/** A user named beside one of these set the run going; beside any other, the user ended it. */
const PENDING_STATUSES = new Set(['created', 'queued', 'initializing', 'running']);
function translate_factsOf(run, pageOf) {
    const { startedMs, executedMs } = timesOf(run);
    return {
        id: run.id,
        testId: run.test_id,
        url: run.test_run_details_page_url ?? pageOf(run.id),
        createdMs: run.created,
        startedMs,
        endedMs: run.ended,
        plannedMs: run.estimated_duration,
        executedMs,
        vus: run.max_vus,
        vuh: run.cost?.total_vuh,
        result: translate_resultOf(run.result),
        thresholds: thresholdsOf(run.options),
        detail: translate_detailOf(run),
        statuses: translate_statusesOf(run),
    };
}
/** Execution begins with the status `running`; the service counts it in whole seconds, and not at all at first. */
function timesOf(run) {
    const entries = entriesOf(run);
    const began = entries.findIndex(({ type }) => type === 'running');
    const startedMs = entries[began]?.entered;
    if (run.execution_duration !== undefined && (run.execution_duration > 0 || began < 0)) {
        return { startedMs, executedMs: run.execution_duration };
    }
    const next = entries.slice(began + 1).find(({ type }) => type !== 'running')?.entered;
    const over = began < 0 || next === undefined || startedMs === undefined;
    return { startedMs, executedMs: over ? undefined : Math.max(0, next - startedMs) };
}
/** The history, and the present status for servers that keep no history. */
function entriesOf({ status_history: history, status_details: present }) {
    return [...history, present].filter((entry) => entry !== undefined);
}
function translate_resultOf(result) {
    if (result === null || result === '')
        return 'none';
    return isResult(result) ? result : 'unknown';
}
function isResult(word) {
    return RESULTS.includes(word);
}
/** The options are the script's own; a test whose script sets no threshold has none. */
function thresholdsOf(options) {
    if (options === undefined)
        return 'unknown';
    const { thresholds } = options;
    if (thresholds === undefined || thresholds === null)
        return 'none';
    if (typeof thresholds !== 'object' || Array.isArray(thresholds))
        return 'unknown';
    const conditions = Object.values(thresholds).filter((all) => !Array.isArray(all) || all.length > 0);
    return conditions.length > 0 ? 'some' : 'none';
}
/** The service explains an end beside the result, or beside the status; the newest explanation counts. */
function translate_detailOf(run) {
    const ends = entriesOf(run).filter(({ type = '' }) => !PENDING_STATUSES.has(type));
    const explanations = [run.result_details, ...ends.reverse().map(({ extra }) => extra)];
    const told = explanations.find((one) => one?.message !== undefined || (one?.code !== undefined && one.code !== 0));
    if (told === undefined)
        return undefined;
    const { code, message } = told;
    return { code: code === undefined || code === 0 ? undefined : String(code), message };
}
/** v6 has no status of processing of its own: `processing_metrics` is a status of the run. */
function translate_statusesOf({ status, result }) {
    return {
        run: { field: 'status', value: status },
        processing: { field: 'processing_status', value: '' },
        result: { field: 'result', value: result ?? '' },
    };
}

;// CONCATENATED MODULE: ./src/cloud/v6/stopper.ts






/** The session of a stack over the given connection. */
function v6Session(ports, stack) {
    const send = withinStack(ports.http, stack);
    return { ports: { ...ports, http: { ...ports.http, send } }, send, pages: runPages(stack) };
}
/** Finds and stops runs of v6. */
function v6Stopper({ ports, send, pages }) {
    const read = reader(ports, send, pages.pageOf);
    const detector = new_runs_newRunDetector(send, { read, unknownRun: (runId) => translate_unknownRun(runId, pages.pageOf) });
    return {
        find: (intent, signal) => findRun(ports, detector, intent, signal),
        read,
        stop: (runId, budgetMs, signal) => stopRun({ ...ports, budgetMs }, `/cloud/v6/test_runs/${runId}/abort`, () => read(runId, signal), signal),
        close: ports.http.close,
    };
}
/** One look; a status that this version does not know is told of once, and waited for. */
function reader(ports, send, pageOf) {
    const told = new Set();
    return async (runId, signal) => {
        const answer = await send({ method: 'GET', path: `/cloud/v6/test_runs/${runId}` }, signal);
        const run = assertRunId(translate_parseRun(answer, pageOf), runId, answer.request);
        const { value } = run.statuses.run;
        if (run.state === 'pending' && run.phase === 'unrecognised' && !told.has(value)) {
            told.add(value);
            ports.onNotice(`Run ${runId} has the status ${value}, which this action does not know; it is waited for like any other.`);
        }
        return run;
    };
}
/** Where a run's page is: as its start told, else within the stack where its address is known, else the old app. */
function runPages(stack) {
    const pages = new Map();
    const base = stack.kind === 'url' ? `${stack.url}/a/k6-app/runs/` : 'https://app.k6.io/runs/';
    return {
        pageOf: (runId) => pages.get(runId) ?? `${base}${runId}`,
        noted: (run) => {
            pages.set(run.id, run.url);
            return run;
        },
    };
}

;// CONCATENATED MODULE: ./src/cloud/connect-stopper.ts



/** Connects to k6 Cloud; nothing is sent yet. */
function connectStopper(settings) {
    const { api } = settings;
    const ports = openConnection(settings);
    return api.kind === 'v6' ? v6Stopper(v6Session(ports, api.stack)) : v2Stopper(ports);
}

;// CONCATENATED MODULE: ./src/gate/stop-pending.ts

/**
 * Stops the run of a start within `budgetMs`, search included. Its own signal, since the one of the step has mostly
 * been aborted by now.
 */
async function stopPending(left, stopper, clock, budgetMs) {
    const late = () => new Error(`no answer within ${budgetMs / 1000} s`);
    let runId = left.runId;
    try {
        return await withTimeout(clock, budgetMs, late, async (signal) => {
            if (runId === undefined) {
                const found = await stopper.find(left, signal);
                if (found.kind === 'none')
                    return { kind: 'nothing-found' };
                if (found.kind === 'several')
                    return { kind: 'several-found', runIds: found.runIds };
                runId = found.run.id;
            }
            const stopped = await stopper.stop(runId, budgetMs, signal);
            return { kind: stopped === 'stopping' ? 'stopped' : 'already-over', runId };
        });
    }
    catch (error) {
        const failure = toError(error).message;
        return { kind: 'stop-failed', runId, failure };
    }
}

;// CONCATENATED MODULE: ./src/gate/cleanup.ts

/** GitHub ends a cancelled job after five minutes at most; the search for a lost start is the longest part. */
const BUDGET_MS = 60_000;
/** Stops the runs that main has left, side by side, and says what came of each. */
async function cleanUp(owed, { stopper, clock, log, warn }) {
    await Promise.all(owed.map(async (left) => {
        const stopping = await stopPending(left, stopper, clock, BUDGET_MS);
        const bad = stopping.kind === 'stop-failed' || stopping.kind === 'several-found';
        (bad ? warn : log)(told(left, stopping));
    }));
}
function told({ testId }, stopping) {
    switch (stopping.kind) {
        case 'stopped':
            return `Run ${stopping.runId} of test ${testId} was left running, and has been told to stop.`;
        case 'already-over':
            return `Run ${stopping.runId} of test ${testId} was left running, and was over already.`;
        case 'nothing-found':
            return `The start of test ${testId} was never answered, and made no run.`;
        case 'several-found':
            return `The start of test ${testId} was never answered, and several runs may be its own: ${stopping.runIds.join(', ')}. None was stopped; look at them in k6 Cloud.`;
        case 'stop-failed':
            return `${stopping.runId === undefined ? `The run of test ${testId}` : `Run ${stopping.runId} of test ${testId}`} could not be stopped and may go on, costing VUh: ${stopping.failure}`;
    }
}

;// CONCATENATED MODULE: ./src/inputs/parsers.ts
/** The grammar of input values: from a runner string to a value, or to what would have been accepted. */
/** Longer than any test or queue; keeps sums of instants exact. */
const MAX_HOURS = 999;
const DURATION = /^(?:(?<hours>\d{1,6})h)?(?:(?<minutes>\d{1,6})m)?(?:(?<seconds>\d{1,8})s)?$/u;
/** A duration of at least `leastMs`, in ms: `90`, `90s`, `5m`, `1h30m`; a bare number is seconds. */
function duration(leastMs) {
    const accepted = `a duration such as 90, 90s, 5m or 1h30m, from ${leastMs / 1000}s to ${MAX_HOURS}h`;
    return (text) => {
        const ms = /^\d{1,8}$/u.test(text) ? Number(text) * 1000 : unitsToMs(text);
        if (ms === undefined || ms < leastMs || ms > MAX_HOURS * 3_600_000)
            return { accepted };
        return { value: ms };
    };
}
/** A duration of patience, where 0 means that there is no end to it. */
const timeLimit = (text) => {
    const parsed = duration(0)(text);
    if ('accepted' in parsed)
        return { accepted: `${parsed.accepted}; 0 for no limit` };
    return { value: parsed.value === 0 ? undefined : parsed.value };
};
function unitsToMs(text) {
    const { hours = 0, minutes = 0, seconds = 0 } = DURATION.exec(text)?.groups ?? {};
    if (text === '' || !DURATION.test(text))
        return undefined;
    return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}
/** `true` or `false`, in the spellings of YAML; anything else is a mistake, never a no. */
const yesNo = (text) => {
    if (/^(?:true|True|TRUE)$/u.test(text))
        return { value: true };
    if (/^(?:false|False|FALSE)$/u.test(text))
        return { value: false };
    return { accepted: 'true or false' };
};
/**
 * A boolean that must be true here.
 * @param why not false, in words
 */
function onlyYes(why) {
    const accepted = `true (${why})`;
    return (text) => {
        const parsed = yesNo(text);
        return 'value' in parsed && parsed.value ? parsed : { accepted };
    };
}
/** One word of a closed set. */
function oneOf(...all) {
    return (text) => {
        const value = all.find((word) => word === text);
        return value === undefined ? { accepted: all.join(', ') } : { value };
    };
}
/** One word, or else what `parser` reads. */
function orWord(word, parser) {
    return (text) => {
        if (text === word)
            return { value: word };
        const parsed = parser(text);
        return 'value' in parsed ? parsed : { accepted: `${word}, or ${parsed.accepted}` };
    };
}
/** Words of a closed set, parted by commas, blanks or lines; `none` alone is the empty set. */
function someOf(...all) {
    const accepted = `one or several of ${all.join(', ')}, parted by commas; or none`;
    return (text) => {
        if (text === 'none')
            return { value: new Set() };
        const values = items(text).map((item) => all.find((word) => word === item));
        const known = values.filter((word) => word !== undefined);
        return known.length === values.length && known.length > 0 ? { value: new Set(known) } : { accepted };
    };
}
/** More in one step would be a wish of another kind: a matrix of jobs does it, and shows each on its own. */
const MAX_IDS = 50;
/** Ids of tests or runs, parted by commas, blanks or lines, each once; none at all is fine here. */
const ids = (text) => {
    const all = items(text);
    const odd = all.find((item) => !/^[1-9]\d{0,15}$/u.test(item) || !Number.isSafeInteger(Number(item)));
    if (odd !== undefined) {
        return { accepted: `whole numbers from 1 to ${Number.MAX_SAFE_INTEGER}, parted by commas, blanks or lines` };
    }
    if (all.length > MAX_IDS)
        return { accepted: `${MAX_IDS} ids at most in one step; these are ${all.length}` };
    const twice = all.find((item, place) => all.indexOf(item) !== place);
    return twice === undefined ? { value: all } : { accepted: `each id once; ${twice} is named twice` };
};
/** The base URL of the API: https, or plain http to this very machine; the token must not travel in the clear. */
const apiUrl = (text) => {
    const accepted = 'an https URL without user name, password, query or fragment (http to a loopback address only)';
    if (!URL.canParse(text))
        return { accepted };
    const url = new URL(text);
    const clear = url.protocol === 'http:' && isLoopback(url.hostname);
    const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
    return bare && (url.protocol === 'https:' || clear) ? { value: url } : { accepted };
};
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}
/** A token as it may stand in a header: visible ASCII; a line break at its end is cut off by the runner's trimming. */
const token = (text) => /^[!-~]+$/u.test(text) ? { value: text } : { accepted: 'a k6 Cloud API token, without blanks or line breaks' };
function items(text) {
    return text.split(/[\s,]+/u).filter((item) => item !== '');
}

;// CONCATENATED MODULE: ./src/test-run/quantity.ts
/** Numbers as people read them: three significant digits, a unit beside each, and `n/a` where nothing is known. */
/** What stands for a number that nobody knows; never 0. */
const UNKNOWN = 'n/a';
const SUFFIX = {
    ms: ' ms',
    'per-second': ' /s',
    share: ' %',
    count: '',
    vuh: ' VUh',
    plain: '',
};
/** `431 ms`, `57.5 /s`, `1.25 %`, `6 900`, `1.25 VUh`, `n/a`. */
function quantity_quantity(value, unit, digits = 3) {
    if (value === undefined || !Number.isFinite(value))
        return UNKNOWN;
    if (unit === 'count')
        return grouped(String(Math.round(value)));
    const text = unit === 'share' ? percent(value, digits) : quantity_significant(value, digits);
    return `${text}${SUFFIX[unit]}`;
}
/** Both values in as many digits as it takes to tell them apart: a crossed limit must not look met. */
function quantity_distinguishable(one, other, unit) {
    for (const digits of [3, 4, 5, 6, 8, 10]) {
        const texts = [quantity_quantity(one, unit, digits), quantity_quantity(other, unit, digits)];
        if (one === other || texts[0] !== texts[1])
            return texts;
    }
    return [quantity_quantity(one, unit, 15), quantity_quantity(other, unit, 15)];
}
/** `+19.1 %`, `−1 %`, `+0.85 pp`, `0 %`: a change with its sign; less than a hundredth is no change to a reader. */
function quantity_change(value, unit) {
    const size = quantity_significant(Math.abs(value) < 1 ? Math.round(Math.abs(value) * 100) / 100 : Math.abs(value));
    if (size === '0')
        return `0 ${unit}`;
    return `${value < 0 ? '−' : '+'}${size} ${unit}`;
}
/** At least `digits` significant digits, whole from 100 on, no exponent, no idle zeros: `0.0125`, `57.5`, `12 345`. */
function quantity_significant(value, digits = 3) {
    const size = Math.abs(value);
    if (size < 1e-9)
        return '0';
    const magnitude = Math.floor(Math.log10(size)) + 1;
    const decimals = Math.min(15, Math.max(0, digits - magnitude));
    const fixed = size.toFixed(decimals);
    const [whole = '0', fraction = ''] = fixed.split('.');
    const rest = fraction.replace(/0+$/u, '');
    const sign = value < 0 && Number(fixed) !== 0 ? '−' : '';
    return `${sign}${grouped(whole)}${rest === '' ? '' : `.${rest}`}`;
}
/** A share that is not whole is not shown as 100 %, as far as eight digits tell. */
function percent(share, digits) {
    for (let more = digits; more <= Math.max(digits, 8); more++) {
        const text = quantity_significant(share * 100, more);
        if (text !== '100' || share >= 1)
            return text;
    }
    return '100';
}
/** Thousands apart by a thin space that does not break. */
function grouped(whole) {
    return whole.replace(/\B(?=(?:\d{3})+$)/gu, '\u202f');
}

;// CONCATENATED MODULE: ./src/test-run/baseline.ts

/** All metrics that can be compared. */
const METRICS = {
    p95: { title: 'p95 latency', unit: 'ms', worse: 'more', of: ({ p95Ms }) => p95Ms },
    p99: { title: 'p99 latency', unit: 'ms', worse: 'more', of: ({ p99Ms }) => p99Ms },
    avg: { title: 'average latency', unit: 'ms', worse: 'more', of: ({ avgMs }) => avgMs },
    max: { title: 'longest latency', unit: 'ms', worse: 'more', of: ({ maxMs }) => maxMs },
    rps: { title: 'requests', unit: 'per-second', worse: 'less', of: ({ rps }) => rps },
    'error-rate': { title: 'failed requests', unit: 'share', worse: 'more', of: ({ errorRate }) => errorRate },
    'checks-rate': { title: 'checks passed', unit: 'share', worse: 'less', of: ({ checksRate }) => checksRate },
};
/** What changed of one metric. Shares change by percentage points, everything else by percent. */
function changeOf(metric, now, then) {
    const { of, unit, worse } = METRICS[metric];
    const [a, b] = [of(now), of(then)];
    if (a === undefined || b === undefined) {
        return { metric, now: a, then: b, text: undefined, size: undefined, direction: 'unknown' };
    }
    const step = unit === 'share' ? 'pp' : '%';
    const size = step === 'pp' ? (a - b) * 100 : relative(a, b);
    const same = Math.abs(size) < VISIBLE;
    const direction = same ? 'same' : size > 0 === (worse === 'more') ? 'worse' : 'better';
    return { metric, now: a, then: b, text: Number.isFinite(size) ? change(size, step) : 'from 0', size, direction };
}
/** Judges every rule; a value equal to the limit is within it. */
function compare(rules, now, baseline) {
    const regressions = [];
    const unjudged = [];
    for (const rule of rules) {
        const { of } = METRICS[rule.metric];
        const [a, b] = [of(now), of(baseline.numbers)];
        if (a === undefined || b === undefined)
            unjudged.push(rule.metric);
        else if (isPast(rule, a, b))
            regressions.push({ rule, now: a, then: b, baselineRunId: baseline.runId });
    }
    return { regressions, unjudged };
}
/** `p95 latency is 431 ms against 362 ms in run 7649870: +19.1 %, the limit is +10 %` */
function regressionSentence({ rule, now, then, baselineRunId }) {
    const { title, unit, worse } = METRICS[rule.metric];
    const size = rule.unit === 'pp' ? (now - then) * 100 : relative(now, then);
    const limit = worse === 'more' ? rule.size : -rule.size;
    const [is, was] = distinguishable(now, then, unit);
    const moved = Number.isFinite(size) ? distinguishableChange(size, limit, rule.unit) : 'from 0';
    const allowed = rule.size === 0 ? `0 ${rule.unit}` : change(limit, rule.unit);
    return `${title} is ${is} against ${was} in run ${baselineRunId}: ${moved}, the limit is ${allowed}`;
}
/** The first regression in words, and how many more there are. */
function regressionsSentence([first, ...rest]) {
    if (first === undefined)
        return 'The run is worse than its baseline';
    const more = rest.length === 1 ? '1 more metric is' : `${rest.length} more metrics are`;
    return `${regressionSentence(first)}${rest.length === 0 ? '' : `, and ${more} past the limit`}`;
}
/** A rule as the user writes it: `p95=10%`, `rps=-5%`. */
function ruleText({ metric, size, unit }) {
    return `${metric}=${METRICS[metric].worse === 'less' && size !== 0 ? '-' : ''}${size}${unit}`;
}
/** Changes below this, in percent or points, are not worth a sign. */
const VISIBLE = 0.005;
/** What adding and dividing doubles may be off by. */
const ROUNDING = 1e-9;
/** Multiplied, not divided, so that a baseline of 0 is judged too: then anything worse is past every percentage. */
function isPast({ metric, size, unit }, now, then) {
    const worsening = METRICS[metric].worse === 'more' ? now - then : then - now;
    const allowed = unit === 'pp' ? size / 100 : (then * size) / 100;
    return worsening > allowed + ROUNDING * Math.max(1, Math.abs(then));
}
function relative(now, then) {
    if (then === 0)
        return now === 0 ? 0 : Infinity;
    return (now / then - 1) * 100;
}
/** A change that is past its limit must not look equal to it. */
function distinguishableChange(size, limit, unit) {
    if (change(size, unit) !== change(limit, unit))
        return change(size, unit);
    return `${size < 0 ? '−' : '+'}${significant(Math.abs(size), 6)} ${unit}`;
}
/** The value of a metric with its unit. */
function metricText(metric, value) {
    return quantity(value, METRICS[metric].unit);
}

;// CONCATENATED MODULE: ./src/inputs/reports.ts


/** The names of the inputs that are read here. */
const REPORT_INPUT_NAMES = [
    'summary',
    'comment',
    'comment-key',
    'github-token',
    'baseline',
    'max-regression',
    'report-dir',
];
/** Reads how the run is compared; a rule without a baseline is a mistake, since nobody would ever see it judged. */
function readComparison(read, problems) {
    const known = problems.length;
    const baseline = read('baseline', baselineChoice);
    const maxRegression = read('max-regression', regressionRules);
    if (problems.length === known && maxRegression.length > 0 && baseline.kind === 'none') {
        problems.push('max-regression: got rules but no baseline; accepted: with `baseline: previous`, `marked` or a run id.');
    }
    return { baseline, maxRegression };
}
/** Reads what people see. */
function readReports(read) {
    return {
        summary: read('summary', yesNo),
        comment: read('comment', oneOf('never', 'on-failure', 'always')),
        commentKey: read('comment-key', reports_text),
        reportDir: read('report-dir', reports_text),
    };
}
const reports_text = (value) => ({ value });
const baselineChoice = (word) => {
    if (word === 'none' || word === 'previous' || word === 'marked')
        return { value: { kind: word } };
    if (/^[1-9]\d{0,15}$/u.test(word) && Number.isSafeInteger(Number(word)))
        return { value: { kind: 'run', runId: word } };
    return { accepted: 'none, previous, marked, or the id of a run' };
};
const RULE = /^(?<metric>[a-z0-9-]+)\s*=\s*(?<sign>[+-]?)(?<size>\d{1,4}(?:\.\d{1,6})?)\s*(?<unit>%|pp)$/u;
/** Rules such as `p95=10%, error-rate=0.5pp, rps=-5%`: the sign says which way is worse, and only that way is taken. */
const regressionRules = (rules) => {
    const accepted = `rules such as p95=10%, error-rate=0.5pp, rps=-5%, each metric once, of ${Object.keys(METRICS).join(', ')}; ` +
        'pp for rates only; a minus where less is worse';
    const parts = rules.split(/[,\n]/u).map((part) => part.trim());
    const given = parts.filter((part) => part !== '').map(rule);
    const sound = given.filter((one) => one !== undefined);
    const once = new Set(sound.map(({ metric }) => metric)).size === sound.length;
    return sound.length === given.length && once ? { value: sound } : { accepted };
};
function rule(part) {
    const { metric = '', sign, size, unit } = RULE.exec(part)?.groups ?? {};
    if (!isMetric(metric))
        return undefined;
    const { worse, unit: counted } = METRICS[metric];
    const number = Number(size);
    const signFits = worse === 'less' ? sign === '-' || number === 0 : sign !== '-';
    if (!signFits || (unit === 'pp' && counted !== 'share'))
        return undefined;
    return { metric, size: number, unit: unit === 'pp' ? 'pp' : '%' };
}
function isMetric(name) {
    return Object.hasOwn(METRICS, name);
}

;// CONCATENATED MODULE: ./src/inputs/api.ts

/** A stack by its id, its slug, or the address of any of its pages. */
const stack = (text) => {
    if (/^[1-9]\d{0,15}$/u.test(text) && Number.isSafeInteger(Number(text)))
        return { value: { kind: 'id', id: text } };
    if (/^(?=.*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/iu.test(text)) {
        return { value: { kind: 'url', url: `https://${text.toLowerCase()}.grafana.net` } };
    }
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol === 'https:' && url.username === '' && url.password === '' && url.search + url.hash === '') {
        return { value: { kind: 'url', url: `${url.origin}${url.pathname.replace(/(?:\/a\/.*|\/+)$/u, '')}` } };
    }
    return {
        accepted: 'the id of a Grafana stack, its slug such as acme, or its https URL such as https://acme.grafana.net',
    };
};
/** Reads `api` and `stack` together; every problem ends in `problems`, with a value in its place that is never used. */
function readApi(given, problems) {
    const api = oneOf('auto', 'v6', 'v2')(given.api);
    const where = given.stack === '' ? undefined : stack(given.stack);
    const problem = (name, got, accepted) => {
        problems.push(`${name}: got ${JSON.stringify(got.slice(0, 80))}; accepted: ${accepted}.`);
    };
    if ('accepted' in api)
        problem('api', given.api, api.accepted);
    if (where !== undefined && 'accepted' in where)
        problem('stack', given.stack, where.accepted);
    const known = where !== undefined && 'value' in where ? where.value : undefined;
    const word = 'value' in api ? api.value : 'v2';
    if (word === 'v6' && where === undefined) {
        problem('api', 'v6', 'v6 together with `stack` (or the environment variable K6_CLOUD_STACK_ID), or v2');
    }
    return known === undefined || word === 'v2' ? { kind: 'v2' } : { kind: 'v6', stack: known };
}

;// CONCATENATED MODULE: ./src/inputs/note.ts
/** The note that is left on a started run, so that whoever looks at it in k6 Cloud finds the way back to the workflow. */
/** Longer notes are cut: a note is a line, not a document. */
const LONGEST = 500;
/**
 * The note for the input of the same name: `auto` is the line below, an empty one is none, anything else is taken as
 * it is, on one line.
 */
function noteFor(input, env) {
    const text = input === 'auto' ? workflowLine(env) : input;
    const line = text
        .replace(/\s+/gu, ' ')
        .replace(/\p{Cc}/gu, '')
        .trim();
    return line === '' ? undefined : line.slice(0, LONGEST);
}
/** `acme/shop, pull request 12, commit 0123abc, https://github.com/acme/shop/actions/runs/99` */
function workflowLine(env) {
    const repository = env('GITHUB_REPOSITORY');
    const runId = env('GITHUB_RUN_ID');
    const pull = /^refs\/pull\/(\d+)\//u.exec(env('GITHUB_REF') ?? '')?.[1];
    const commit = env('GITHUB_SHA')?.slice(0, 12);
    const server = env('GITHUB_SERVER_URL') ?? 'https://github.com';
    const attempt = env('GITHUB_RUN_ATTEMPT') ?? '1';
    const parts = [
        repository,
        pull === undefined ? undefined : `pull request ${pull}`,
        commit === undefined ? undefined : `commit ${commit}`,
        repository === undefined || runId === undefined
            ? undefined
            : `${server}/${repository}/actions/runs/${runId}${attempt === '1' ? '' : `/attempts/${attempt}`}`,
    ];
    return parts.filter((part) => part !== undefined).join(', ');
}

;// CONCATENATED MODULE: ./src/inputs/inputs.ts
/** Runner strings to Inputs, every problem reported at once; nothing after this file sees a raw string. */




const SIMULATIONS = ['passed', 'failed', 'aborted', 'error', 'timeout'];
/** The inputs cannot be used; one line per problem, each naming the input, what was given and what is accepted. */
class InputError extends Error {
    name = 'InputError';
    problems;
    constructor(problems) {
        super(problems.join('\n'));
        this.problems = problems;
    }
}
/** The names of all inputs that are read here; a test compares them with action.yml. */
const INPUT_NAMES = [
    'token',
    'test-id',
    'run-id',
    'stack',
    'api',
    'api-url',
    'wait',
    'poll-interval',
    'timeout',
    'queue-timeout',
    'processing-timeout',
    'outage-timeout',
    'request-timeout',
    'on-timeout',
    'on-cancel',
    'fail-on',
    'processing-error',
    'require-thresholds',
    'missing-token',
    ...REPORT_INPUT_NAMES,
    'note',
    'simulate',
];
const SECOND_MS = 1000;
/**
 * Reads and checks all inputs, and hides the token before anything else.
 * @throws InputError with every problem of every input
 */
function readInputs(runner) {
    const given = runner.input('token') || (runner.env('K6_CLOUD_TOKEN') ?? '').trim();
    if (given !== '')
        runner.hide(given);
    const problems = [];
    const input = (name) => runner.input(name);
    const read = inputs_reader(runner, problems);
    const simulate = runner.input('simulate') === '' ? undefined : read('simulate', oneOf(...SIMULATIONS));
    const missingToken = read('missing-token', oneOf('fail', 'skip'));
    const inputs = {
        token: readToken(given, simulate !== undefined || missingToken === 'skip', problems),
        targets: readTargets(read, simulate !== undefined, problems),
        api: readApi({ api: input('api'), stack: input('stack') || (runner.env('K6_CLOUD_STACK_ID') ?? '') }, problems),
        apiUrl: read('api-url', apiUrl),
        wait: read('wait', input('run-id') === '' ? yesNo : onlyYes('`false` starts a test and leaves it, but `run-id` starts none')),
        pollMs: read('poll-interval', orWord('auto', duration(SECOND_MS))),
        limits: {
            timeoutMs: read('timeout', timeLimit),
            queueMs: read('queue-timeout', timeLimit),
            processingMs: read('processing-timeout', duration(SECOND_MS)),
            outageMs: read('outage-timeout', duration(SECOND_MS)),
        },
        requestMs: read('request-timeout', duration(SECOND_MS)),
        onTimeout: read('on-timeout', oneOf('stop', 'leave')),
        onCancel: read('on-cancel', oneOf('stop', 'leave')),
        failOn: read('fail-on', someOf('failed', 'aborted', 'error', 'timeout')),
        policy: {
            processingError: read('processing-error', oneOf('fail', 'warn')),
            requireThresholds: read('require-thresholds', yesNo),
        },
        missingToken,
        comparison: readComparison(read, problems),
        reports: readReports(read),
        githubToken: githubToken(runner),
        note: noteFor(input('note'), runner.env),
        simulate,
    };
    if (problems.length > 0)
        throw new InputError(problems);
    return inputs;
}
/** A token of GitHub's own making; masked, since it may be one of the user's. */
function githubToken(runner) {
    const given = runner.input('github-token');
    if (given !== '')
        runner.hide(given);
    return given === '' ? undefined : given;
}
/** A problem ends in `problems`; the value that takes its place is never seen, since problems end the reading. */
function inputs_reader(runner, problems) {
    return (name, parser) => {
        const text = runner.input(name);
        const parsed = parser(text);
        if ('value' in parsed)
            return parsed.value;
        problems.push(`${name}: got ${quoted(text)}; accepted: ${parsed.accepted}.`);
        return undefined;
    };
}
function readToken(given, mayBeMissing, problems) {
    if (given === '') {
        if (mayBeMissing)
            return undefined;
        problems.push('token: got nothing; accepted: a k6 Cloud API token, here or in the environment variable K6_CLOUD_TOKEN. ' +
            'Secrets are not given to pull requests from forks: `missing-token: skip` lets those pass with a warning.');
        return undefined;
    }
    const parsed = token(given);
    if ('value' in parsed)
        return parsed.value;
    problems.push(`token: got a value of ${given.length} characters that is not shown; accepted: ${parsed.accepted}.`);
    return undefined;
}
function readTargets(read, simulated, problems) {
    const known = problems.length;
    const tests = read('test-id', ids);
    const runs = read('run-id', ids);
    if (problems.length > known)
        return { kind: 'tests', ids: [] };
    if (tests.length > 0 && runs.length > 0) {
        problems.push(`test-id, run-id: got both (${quoted(tests.join(', '))} and ${quoted(runs.join(', '))}); accepted: one.`);
    }
    if (tests.length === 0 && runs.length === 0 && !simulated) {
        problems.push('test-id, run-id: got neither; accepted: the id of a test to start, or of a run to watch.');
    }
    return runs.length > 0 ? { kind: 'runs', ids: runs } : { kind: 'tests', ids: tests };
}
function quoted(text) {
    if (text === '')
        return 'nothing';
    return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 12 modules
var core = __webpack_require__(143);
;// CONCATENATED MODULE: ./src/text/safe-text.ts
/** Makes text from anywhere harmless for the runner, which reads every line of the log for commands. */
/** Everything that some reader takes for the end of a line; `\n-\r` has the vertical tab and the form feed in it. */
const LINE_ENDS = /\r\n|[\n-\r\u0085\u2028\u2029]/gu;
/** Terminal escapes and the like. */
const CONTROLS = /\p{Cc}/gu;
/** Marks that turn the direction of text around, and so can make a line read as another. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/**
 * One line that the runner takes for text. It honours `::command::` at a line's start behind white space, and
 * `##[command]` anywhere in a line (actions/runner, ActionCommand); both are broken by a zero-width joiner of words.
 */
function safeLine(text) {
    return text
        .replace(LINE_ENDS, ' ')
        .replace(/\t/gu, ' ')
        .replace(CONTROLS, '')
        .replace(DIRECTION_MARKS, '')
        .replace(/##\[/gu, '#\u2060#[')
        .replace(/^(\s*):(?=:)/u, '$1:\u2060');
}
/** Starts with nothing to hide. */
function createRedactor() {
    const hidden = [];
    return {
        hide: (secret) => {
            const forms = [secret, encodeURIComponent(secret), Buffer.from(secret, 'utf8').toString('base64')];
            const fresh = [...new Set(forms)].filter((form) => form !== '' && !hidden.includes(form));
            hidden.push(...fresh);
            hidden.sort((a, b) => b.length - a.length); // a form inside another must not break it up
            return fresh;
        },
        redact: (text) => hidden.reduce((left, form) => left.replaceAll(form, '***'), text),
    };
}

;// CONCATENATED MODULE: ./src/runner/github-runner.ts
/** The real runner: the Actions toolkit behind the port. */


/** The runner of this very process. */
function githubRunner() {
    const redactor = createRedactor();
    const line = (text) => safeLine(redactor.redact(text));
    return {
        input: (name) => core.getInput(name),
        env: (name) => {
            const value = process.env[name];
            return value === '' ? undefined : value;
        },
        hide: (secret) => {
            redactor.hide(secret).forEach((form) => {
                core.setSecret(form);
            });
        },
        redact: redactor.redact,
        log: (text) => {
            core.info(line(text));
        },
        debug: (text) => {
            if (core.isDebug())
                core.debug(line(text));
        },
        group: (title, lines) => {
            core.startGroup(line(title));
            lines.forEach((one) => {
                core.info(line(one));
            });
            core.endGroup();
        },
        annotate: (level, message, title) => {
            core[level](line(message), title === undefined ? {} : { title: line(title) });
        },
        output: (name, value) => {
            core.setOutput(name, redactor.redact(value));
        },
        saveState: (name, value) => {
            core.saveState(name, redactor.redact(value));
        },
        state: (name) => core.getState(name),
        summarize: (markdown) => summarize(redactor.redact(markdown)),
    };
}
async function summarize(markdown) {
    if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') === '')
        return false;
    await core.summary.addRaw(markdown, true).write();
    return true;
}

;// CONCATENATED MODULE: ./src/runner/memory.ts
/** The name of each entry's state; `post.ts` looks for it in the environment before it imports anything. */
const ENTRY = 'start-';
const CONNECTION = 'connection';
const CANCELLED = 'cancelled';
/** A step starts 50 tests at most; more entries are not ours. */
const MAX_ENTRIES = 50;
/**
 * Saves how post reaches k6 Cloud, before anything is sent: where the state cannot be kept, nothing is started, since a
 * kill would leave the run behind.
 * @throws where the state cannot be written
 */
function saveConnection(runner, connection) {
    runner.saveState(CONNECTION, JSON.stringify(connection));
}
/** Marks that the workflow was cancelled: what main leaves then is left on purpose, where `on-cancel` says so. */
function markCancelled(runner) {
    runner.saveState(CANCELLED, 'true');
}
/** Whether main was cancelled; a crash, a kill or a time limit is another matter. */
function wasCancelled(runner) {
    return runner.state(CANCELLED) === 'true';
}
/**
 * The memory of main. It starts empty whatever the environment says: only post reads state. One entry for each test,
 * since one value that holds all of them could outgrow what an environment variable may hold. Written through at once,
 * so that a kill loses nothing.
 */
function runMemory(saveState) {
    const entries = new Map();
    const write = (testId, start) => {
        const place = entries.get(testId)?.place ?? entries.size;
        entries.set(testId, { place, start });
        saveState(`${ENTRY}${place}`, start === undefined ? '' : JSON.stringify(start));
    };
    return {
        remember: (start) => {
            write(start.testId, start);
        },
        forget: (testId) => {
            if (entries.has(testId))
                write(testId, undefined);
        },
        pending: () => [...entries.values()].map(({ start }) => start).filter((start) => start !== undefined),
    };
}
/** The memory of a simulation: its runs end with the process, so there is nothing for post to stop. */
function noopMemory() {
    return runMemory(() => undefined);
}
/** What main left, as far as it can be read. Entries that are no start of ours are left out. */
function savedStarts({ state }) {
    const places = Array.from({ length: MAX_ENTRIES }, (_, place) => state(`${ENTRY}${place}`));
    return places.flatMap((text) => (text === '' ? [] : parsePendingStart(text)));
}
function parsePendingStart(text) {
    const saved = new Map(Object.entries(jsonObject(text) ?? {}));
    const [testId, notes, runId] = [saved.get('testId'), saved.get('notes'), saved.get('runId')];
    if (!isId(testId) || typeof notes !== 'string')
        return [];
    if (runId === undefined)
        return [{ testId, notes }];
    return isId(runId) ? [{ testId, notes, runId }] : [];
}
function isId(value) {
    return typeof value === 'string' && /^[1-9]\d{0,15}$/u.test(value);
}
function jsonObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined; // the environment of the job may hold anything under our names
    }
}

;// CONCATENATED MODULE: ./src/app/post-step.ts
/** The post step with real ports: stops what main left, within its budget, and turns any fault into a warning. */






/** Stops the runs that main left. Never throws. */
async function postStep() {
    const runner = githubRunner();
    const warn = (sentence) => {
        runner.annotate('warning', sentence);
    };
    try {
        const left = savedStarts(runner);
        if (left.length === 0) {
            warn('The state that main saved cannot be read: a run that it started may still be running. Check k6 Cloud.');
            return;
        }
        const inputs = readInputs(runner);
        const { api, apiUrl, token, requestMs, limits } = inputs;
        if (token === undefined)
            return;
        if (inputs.onCancel === 'leave' && wasCancelled(runner)) {
            runner.log('Runs are left going on, as `on-cancel: leave` asks.');
            return;
        }
        const stopper = connectStopper({
            api,
            apiUrl,
            token,
            redact: runner.redact,
            requestMs,
            outageMs: limits.outageMs,
            clock: systemClock,
            random: systemRandom,
            onDebug: runner.debug,
            onNotice: runner.log,
        });
        await cleanUp(left, { stopper, clock: systemClock, log: runner.log, warn });
        stopper.close();
    }
    catch (fault) {
        warn(`Runs that may still be going on could not be stopped: ${toError(fault).message}`);
    }
}


/***/ })

};
