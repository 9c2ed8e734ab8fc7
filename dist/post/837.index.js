export const id = 837;

export const ids = [ 837 ];

export const modules = {
  /***/ 837: 
  /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    // ESM COMPAT FLAG
    __webpack_require__.r(__webpack_exports__);
    // EXPORTS
        __webpack_require__.d(__webpack_exports__, {
      postStep: () => /* binding */ postStep
    });
    // EXTERNAL MODULE: external "node:crypto"
        __webpack_require__(598);
    // CONCATENATED MODULE: ./src/clock.ts
    /** Time and chance as parameters: the only file that reads the clock, sets a timer or draws a random number. */
    /** setTimeout fires at once past 2^31-1 ms, so a longer sleep is cut to this and its caller sleeps again. */
    const LONGEST_TIMER_MS = 2147483647;
    /**
 * The computer's own clock. It counts on from the process's start instead of reading the wall clock again, so that a
 * clock that is set, or jumps, ends no time limit.
 */    const clock_systemClock = {
      now: () => performance.timeOrigin + performance.now(),
      setTimer: (delayMs, callback, options) => {
        const timer = setTimeout(callback, Math.min(Math.max(0, delayMs), LONGEST_TIMER_MS));
        if (options?.keepsProcessAlive === false) timer.unref();
        return () => {
          clearTimeout(timer);
        };
      }
    };
    /** The computer's own chance; good enough for jitter, not for secrets. */    const systemRandom = () => Math.random();
    /** A fresh UUID of the computer's own. */    
    /**
 * Waits `delayMs`, or until `signal` is aborted.
 * @throws the signal's reason, at once when it is aborted already
 */
    function sleep(clock, delayMs, signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(clock_toError(signal.reason));
          return;
        }
        const onAbort = () => {
          disarm();
          reject(clock_toError(signal.reason));
        };
        const disarm = clock.setTimer(delayMs, () => {
          signal.removeEventListener("abort", onAbort);
          resolve();
        });
        signal.addEventListener("abort", onAbort, {
          once: true
        });
      });
    }
    /**
 * Runs `work` under a signal that is aborted with `lateness()` once `limitMs` have passed, or with the reason of `signal`
 * when that comes first. Written out instead of `AbortSignal.any`, which keeps its sources alive for long-lived signals.
 * @throws what `work` throws
 */    async function clock_withDeadline(clock, {limitMs: limitMs, signal: outer, keepsProcessAlive: keepsProcessAlive = true}, lateness, work) {
      const controller = new AbortController;
      const onAbort = () => {
        controller.abort(outer.reason);
      };
      if (outer.aborted) onAbort();
      outer.addEventListener("abort", onAbort, {
        once: true
      });
      const end = () => {
        controller.abort(lateness());
      };
      const disarm = clock.setTimer(limitMs, end, {
        keepsProcessAlive: keepsProcessAlive
      });
      try {
        return await work(controller.signal);
      } finally {
        disarm();
        outer.removeEventListener("abort", onAbort);
      }
    }
    /**
 * Waits for `work` until `signal` is aborted, even where the work does not listen to it.
 * @throws the signal's reason, or what `work` throws
 */    function abortable(signal, work) {
      return new Promise((resolve, reject) => {
        const onAbort = () => {
          reject(clock_toError(signal.reason));
        };
        if (signal.aborted) onAbort();
        signal.addEventListener("abort", onAbort, {
          once: true
        });
        work.then(resolve, reject).then(() => {
          signal.removeEventListener("abort", onAbort);
        });
      });
    }
    /**
 * Waits for `work`, but never longer than `limitMs`, even where it does not listen to its signal.
 * @throws `lateness()` when the time is over, or what `work` throws
 */    function clock_withTimeout(clock, limitMs, lateness, work) {
      const never = (new AbortController).signal;
      return clock_withDeadline(clock, {
        limitMs: limitMs,
        signal: never
      }, lateness, signal => abortable(signal, work(signal)));
    }
    /**
 * Runs `work` under a signal that is aborted with `lateness()` after `limitMs`, or `hastyMs` after the step's own signal.
 * @throws what `work` throws
 */    
    /** An aborted signal's reason is `any` by type; ours are always errors. */
    function clock_toError(reason) {
      return reason instanceof Error ? reason : new Error(String(reason));
    }
    // CONCATENATED MODULE: ./src/text/characters.ts
    /** Classes of characters that decide whether text is safe; every file that cleans text takes them from here. */
    /** Everything that some reader takes for the end of a line; `\n-\r` has the vertical tab and the form feed in it. */
    const LINE_ENDS = /\r\n|[\n-\r\u0085\u2028\u2029]/gu;
    /**
 * Characters without a picture: controls (NUL, ESC), direction marks, zero-width characters. The selector of emoji
 * (U+FE0F) is one of them too; see `withoutInvisible`.
 */    const WITHOUT_PICTURE = String.raw`\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb`;
    const INVISIBLE = new RegExp(`[${WITHOUT_PICTURE}]`, "gu");
    /** What may stand between the signs of a secret, and does not hide it from who reads it: `base64` breaks its lines. */    const BLANK = new RegExp(String.raw`[\s${WITHOUT_PICTURE}]`, "gu");
    /** These are invisible alone, but part a line or change the sign in front of them. */    const KEPT = /[\t\n-\r\u0085]|\ufe0f/u;
    /** Halves of a character. */    const LONE_SURROGATE = /\p{Cs}/gu;
    /** The text with a sign of replacement for each half of a character: neither URLs nor GitHub's API take those. */    function wellFormed(text) {
      return text.replace(LONE_SURROGATE, "�");
    }
    /** At most so many UTF-16 units of the text; a character that does not fit is left out as a whole. */    
    /** The text without invisible characters and half ones; tabs, ends of lines and the selector of emoji stay. */
    function characters_withoutInvisible(text) {
      return wellFormed(text).replace(INVISIBLE, sign => KEPT.test(sign) ? sign : "");
    }
    /** The text on one line, without tabs and invisible characters. */    function characters_oneLine(text) {
      return characters_withoutInvisible(text.replace(LINE_ENDS, " ").replaceAll("\t", " "));
    }
    /** Enough to recognise a failure by: what it quotes may be a whole page. */
    const LONGEST_FAILURE = 1e3;
    /** The words of a failure as a part of one line. */    function briefly(error, redact) {
      const words = redact(characters_oneLine(error instanceof Error ? error.message : String(error))).trim();
      const signs = Array.from(words.slice(0, 2 * LONGEST_FAILURE + 2));
      return signs.length > LONGEST_FAILURE ? `${signs.slice(0, LONGEST_FAILURE).join("")}…` : words;
    }
    /** Rejects when the signal is aborted: a reporter that hangs must not keep those behind it from their last word. */    
    // EXTERNAL MODULE: ./src/runner/commit-status.ts
    var commit_status = __webpack_require__(643);
    // EXTERNAL MODULE: external "node:fs"
    var external_node_fs_ = __webpack_require__(24);
    // EXTERNAL MODULE: ./src/runner/event-pull-request.ts
        var event_pull_request = __webpack_require__(377);
    // CONCATENATED MODULE: ./src/runner/workflow.ts
    /** The workflow run that this step is a part of, as the environment describes it. */
    /** Reads it; what is missing, odd or unreadable is as if it were not there. */
    function readWorkflow({env: env}) {
      const repository = matching(env("GITHUB_REPOSITORY"), /^[\w.-]+\/[\w.-]+$/u);
      const sha = env("GITHUB_SHA")?.toLowerCase();
      const apiUrl = httpUrl(env("GITHUB_API_URL") ?? "https://api.github.com");
      const context = repository !== void 0 && apiUrl !== void 0 && {
        repository: repository,
        eventName: matching(env("GITHUB_EVENT_NAME"), /^[a-z_]{1,50}$/u),
        ref: env("GITHUB_REF"),
        sha: sha !== void 0 && (0, event_pull_request /* isCommit */ .WM)(sha) ? sha : void 0,
        event: eventAt(env("GITHUB_EVENT_PATH"))
      };
      return {
        context: context === false ? void 0 : context,
        apiUrl: apiUrl ?? "",
        runUrl: pageOf(env, repository),
        runNumber: runNumber(env),
        name: [ env("GITHUB_WORKFLOW"), env("GITHUB_JOB") ].filter(part => part !== void 0).join(" / ")
      };
    }
    function pageOf(env, repository) {
      const server = httpUrl(env("GITHUB_SERVER_URL") ?? "");
      const runId = matching(env("GITHUB_RUN_ID"), COUNT);
      const attempt = matching(env("GITHUB_RUN_ATTEMPT"), COUNT);
      if (repository === void 0 || server === void 0 || runId === void 0) return;
      const page = `${server}/${repository}/actions/runs/${runId}`;
      return attempt === void 0 ? page : `${page}/attempts/${attempt}`;
    }
    function runNumber(env) {
      const run = matching(env("GITHUB_RUN_NUMBER"), COUNT);
      const attempt = matching(env("GITHUB_RUN_ATTEMPT"), COUNT);
      return run === void 0 || attempt === void 0 ? void 0 : {
        workflow: env("GITHUB_WORKFLOW") ?? "",
        run: Number(run),
        attempt: Number(attempt)
      };
    }
    const COUNT = /^[1-9]\d{0,14}$/u;
    function matching(value, pattern) {
      return value !== void 0 && pattern.test(value) ? value : void 0;
    }
    /** An address without slashes at its end; `undefined` for anything else. */    function httpUrl(text) {
      const url = URL.canParse(text) ? new URL(text) : void 0;
      const isPlain = url?.username === "" && url.password === "" && url.search === "" && url.hash === "";
      return isPlain && /^https?:$/u.test(url.protocol) ? url.href.replace(/\/+$/u, "") : void 0;
    }
    /** GitHub's own limit for a payload. */    const LARGEST_EVENT = 25 * 1024 * 1024;
    function eventAt(path) {
      if (path === void 0) return;
      try {
        const found = (0, external_node_fs_.statSync)(path);
        return found.isFile() && found.size <= LARGEST_EVENT ? JSON.parse((0, external_node_fs_.readFileSync)(path, "utf8")) : void 0;
      } catch {
        return;
 // then the event is not known
            }
    }
    // CONCATENATED MODULE: ./src/app/step-status.ts
    /** The commit status with real ports: for main, for a step that ends before there is a run, and for post. */
    /** Post has a minute for everything; a status is one request. */
    const POST_MS = 15e3;
    /** The status, where one is asked for and can be written. */    
    /** Writes the status that main left, with one line or one warning. Never throws. */
    async function finishStatus(request, runner) {
      const [owed, writer] = [ (0, commit_status /* savedStatus */ .Ol)(runner), writerOf(request, runner) ];
      if (owed === void 0 || writer === void 0) return;
      const late = () => new Error("GitHub did not respond in time");
      try {
        await clock_withTimeout(clock_systemClock, POST_MS, late, async signal => {
          const {commit: commit, write: write} = await writer();
          await write(owed.commit ?? await commit(signal), owed.status, signal);
        });
        runner.log(`The commit status \`${request.name}\` was set to ${owed.status.state}.`);
      } catch (error) {
        runner.annotate("warning", `The commit status could not be finished: ${briefly(error, runner.redact)}`);
      }
    }
    /** `undefined` where no status is asked for, or none can be written. */    function writerOf({name: name, githubToken: githubToken}, runner) {
      if (name === "" || githubToken === void 0) return;
      const {context: context, apiUrl: apiUrl, runUrl: runUrl} = readWorkflow(runner);
      if (context === void 0) return;
      const {redact: redact, debug: onDebug} = runner;
      let opened;
      return () => opened ??= Promise.all(/* import() */ [ __webpack_require__.e(392), __webpack_require__.e(822) ]).then(__webpack_require__.bind(__webpack_require__, 822)).then(({githubStatus: githubStatus}) => githubStatus({
        token: githubToken,
        apiUrl: apiUrl,
        name: name,
        context: context,
        targetUrl: runUrl,
        redact: redact,
        onDebug: onDebug
      }));
    }
    // EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
        var lib = __webpack_require__(942);
    // EXTERNAL MODULE: external "node:http"
        var external_node_http_ = __webpack_require__(67);
    // EXTERNAL MODULE: external "node:https"
        var external_node_https_ = __webpack_require__(708);
    // EXTERNAL MODULE: external "node:util"
        var external_node_util_ = __webpack_require__(975);
    // EXTERNAL MODULE: external "node:zlib"
        var external_node_zlib_ = __webpack_require__(522);
    // CONCATENATED MODULE: ./src/cloud/errors.ts
    /** What can go wrong between this action and k6 Cloud: one error with a closed set of codes, each with its remedy. */
    /** A request to k6 Cloud that came to nothing; the message says what was asked, what came back and what to do. */
    class errors_CloudError extends Error {
      name="CloudError";
      code;
      status;
      retryAfterMs;
      constructor(code, facts) {
        const remedy = facts.advice === void 0 || facts.advice === "" ? "" : ` ${facts.advice}`;
        super(`${facts.request}: ${facts.response.replace(/[.\s]+$/u, "")}.${remedy}`, {
          cause: facts.cause
        });
        this.code = code;
        this.status = facts.status;
        this.retryAfterMs = facts.retryAfterMs;
      }
    }
    /** Tries after which a failure of the kind `retry-few` is final. */    const FEW_TRIES = 5;
    /** Whether trying again can help, by code alone. */    function errors_retryability(code) {
      switch (code) {
       case "rate-limited":
       case "unavailable":
       case "unreachable":
       case "interrupted":
       case "late":
       case "malformed":
        return "retry";

       case "misconfigured":
        return "retry-few";

       case "unauthorized":
       case "forbidden":
       case "not-found":
       case "removed":
       case "wrong-run":
        return "retry-briefly";

       case "rejected":
       case "redirected":
       case "too-large":
       case "start-uncertain":
        return "final";
      }
    }
    /** 5xx answers of something in front of the service, which may still be working on the request. */    new Set([ 408, 502, 504, 520, 521, 522, 523, 524, 525, 526, 527 ]);
    /** The class of a failed try; the one table that both adapters go by. */    
    /** 4xx answers that speak of the subscription or its limits. */
    const LIMIT_STATUSES = [ 402, 409, 422, 423 ];
    // CONCATENATED MODULE: ./src/cloud/http/body.ts
    /** Reads the body of a response within a bound in bytes, the compressed form and the decoded one alike. */
    /** The bound for a response about one thing. */
    const RESPONSE_BYTES = 1024 * 1024;
    /** The bound for a page of a list; past it a smaller page is requested. */    const body_LIST_PAGE_BYTES = 3 * RESPONSE_BYTES;
    /**
 * The body as text.
 * @throws CloudError `too-large` past the bound, `malformed` where it cannot be decoded
 */    async function bodyOf(message, limits) {
      const chunks = [];
      let bytes = 0;
      for await (const chunk of message) {
        bytes += chunk.length;
        if (bytes > limits.maxBytes) {
          message.destroy();
          throw tooLarge(limits);
        }
        chunks.push(chunk);
      }
      const body = await decoded(Buffer.concat(chunks), message.headers["content-encoding"], limits);
      return body.toString("utf8");
    }
    /**
 * The body of an answer with this status. The status of a refusal decides without its words: where they are too many or
 * cannot be decoded, the body counts as empty. So it does where it never comes whole and the status says that nothing
 * was done; after a 5xx, or one that a gateway sends like it, the request may still be in progress.
 * @param signal ends the reading for good, whatever the status
 * @throws CloudError, or what the connection throws
 */    async function bodyFor(status, message, limits, signal) {
      try {
        return await bodyOf(message, limits);
      } catch (error) {
        const isRefusal = status >= 300 && status <= 499 && status !== 408;
        const isUnreadable = error instanceof errors_CloudError && (status < 200 || status > 299);
        if (signal.aborted || !(isRefusal || isUnreadable)) throw error;
        return "";
      }
    }
    const inflate = (0, external_node_util_.promisify)(external_node_zlib_.inflate);
    const inflateRaw = (0, external_node_util_.promisify)(external_node_zlib_.inflateRaw);
    /** Encodings that a gateway uses although none was asked for. Each works outside of the main thread. */    const DECODERS = {
      gzip: (0, external_node_util_.promisify)(external_node_zlib_.gunzip),
      // Some servers leave the header of zlib out. Source: RFC 9110, 8.4.1.2.
      deflate: (body, options) => (((body[0] ?? 0) & 15) === 8 ? inflate : inflateRaw)(body, options),
      br: (0, external_node_util_.promisify)(external_node_zlib_.brotliDecompress)
    };
    async function decoded(body, encoding, limits) {
      const name = (encoding ?? "").trim().toLowerCase().replace(/^x-/u, "");
      if (name === "" || name === "identity" || body.length === 0) return body;
      const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : void 0;
      if (decoder === void 0) throw undecodable(limits, name);
      try {
        return await decoder(body, {
          maxOutputLength: limits.maxBytes
        });
      } catch (cause) {
        throw isPastLimit(cause) ? tooLarge(limits) : undecodable(limits, name, cause);
      }
    }
    /** By shape, not by class: an error of Node's own may be of another realm than this file. */    function isPastLimit(cause) {
      return typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE";
    }
    function undecodable({request: request}, encoding, cause) {
      const response = `the response has the encoding ${JSON.stringify(encoding.slice(0, 40))} and cannot be decoded`;
      return new errors_CloudError("malformed", {
        request: request,
        response: response,
        cause: cause
      });
    }
    function tooLarge({request: request, maxBytes: maxBytes}) {
      return new errors_CloudError("too-large", {
        request: request,
        response: `the response is larger than ${maxBytes / RESPONSE_BYTES} MiB`,
        advice: "Check the run page, and report this as an issue of this action."
      });
    }
    // CONCATENATED MODULE: ./src/cloud/http/error-body.ts
    /** The words and the code of an error body, in the shapes that k6 Cloud, its older versions and gateways send. */
    /** A service may send thousands. */
    const MOST_WORDS = 10;
    /**
 * Reads the body.
 * Shapes: `{error: {message, code, field_errors? | details?, errors?}}` (legacy, its error reference),
 * `{error: {message, code: string, details?: [{message}]}}` (v6), and elsewhere `{message, code}`, `{detail}`,
 * `{error: "text"}`, `{errors: [{detail} | {message} | "text"]}`.
 */    function errorBody(body) {
      const json = jsonObject(body);
      if (json === void 0) return {
        words: void 0,
        code: void 0,
        foreign: false
      };
      const inner = json["error"];
      const error = isRecord(inner) ? inner : json;
      const parts = [ error_body_text(inner), error_body_text(error["message"]), ...isRecord(inner) ? fieldErrors(error) : sentences(error["detail"]), ...sentences(error["errors"]) ];
      const code = codeOf(error["code"]);
      const words = [ ...new Set(parts.filter(part => part !== void 0)) ].slice(0, MOST_WORDS).join("; ");
      const sentence = words === "" ? void 0 : words;
      return {
        words: sentence ?? (code === void 0 ? void 0 : `code ${code}`),
        code: code,
        foreign: !isRecord(inner) && sentence !== void 0
      };
    }
    /** Legacy: `{field: [messages]}` under either name; v6: `[{message}]` under `details`. */    function fieldErrors(error) {
      const {field_errors: fields, details: details} = error;
      const source = isRecord(fields) ? fields : details;
      if (!isRecord(source)) return sentences(source);
      return Object.entries(source).slice(0, MOST_WORDS).map(([field, messages]) => `${field}: ${sentences(messages).join(", ")}`);
    }
    /** A text, a list of texts, or of objects with one. */    function sentences(value) {
      const all = Array.isArray(value) ? value.slice(0, MOST_WORDS) : [ value ];
      return all.map(one => isRecord(one) ? error_body_text(one["detail"]) ?? error_body_text(one["message"]) ?? error_body_text(one["msg"]) : error_body_text(one)).filter(one => one !== void 0);
    }
    function codeOf(value) {
      return typeof value === "number" ? String(value) : error_body_text(value);
    }
    function error_body_text(value) {
      return typeof value === "string" && value.trim() !== "" ? value.trim() : void 0;
    }
    function jsonObject(body) {
      try {
        const json = JSON.parse(body);
        return isRecord(json) ? json : void 0;
      } catch {
        return;
 // a web page or a gateway's word; the status speaks for it
            }
    }
    function isRecord(value) {
      return typeof value === "object" && value !== null && !Array.isArray(value);
    }
    // CONCATENATED MODULE: ./src/text/safe-json.ts
    /** Makes JSON text safe without changing its shape: secrets, invisible characters and workflow commands leave its strings. */
    /** What a string of JSON may hold that is not what it looks like. */
    const NEEDS_READING = /[\\\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2028\u2029]|##\[/u;
    /** Ends of lines for some readers, which JSON has as they are. */    const RAW_LINE_ENDS = /[\u0085\u2028\u2029]/gu;
    /** JSON without a string in it. */    const SCALAR = /^\s*(?:null|true|false|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)\s*$/u;
    /** A shorter string, with its quotes, holds no secret. */    const SHORTEST = 5;
    /**
 * JSON whose strings are without secrets, however they were escaped; names of fields stay, so that it keeps its shape.
 * Only strings that need it are touched: an answer of some megabytes must not block the process. Text that is no JSON
 * is redacted as text.
 */    function redactedJson(text, redact) {
      const plain = redact(text);
      const holdsSecret = plain !== text;
      if (!holdsSecret && !NEEDS_READING.test(text)) return text;
      if (SCALAR.test(text)) return text;
      if (!isJson(text)) return characters_withoutInvisible(redact(unescaped(plain)));
      const parts = [];
      let copied = 0;
      for (const {from: from, to: to, isName: isName} of stringsOf(text)) {
        const literal = text.slice(from, to);
        if (isName || (!holdsSecret || literal.length < SHORTEST) && !NEEDS_READING.test(literal)) continue;
        parts.push(text.slice(copied, from), cleanString(literal, redact));
        copied = to;
      }
      return [ ...parts, text.slice(copied) ].join("");
    }
    /**
 * The body of a response without secrets. Nearly all responses hold none, and are handed on as they came: some
 * megabytes of escapes must not block the process.
 */    function redactedBody(body, redact) {
      const read = unescaped(body);
      return redact(body) === body && (read === body || redact(read) === read) ? body : redactedJson(body, redact);
    }
    /** Those of line ends and tabs are blanks inside a secret. */    const ESCAPE = /\\(?:u([\da-fA-F]{4})|(["\\/])|[bfnrt])/gu;
    /** The text with its escapes read, whether or not it is JSON: what a person could make of it. */    function unescaped(text) {
      if (!text.includes("\\")) return text;
      return text.replace(ESCAPE, (_, hex, sign = " ") => hex === void 0 ? String(sign) : String.fromCharCode(Number.parseInt(hex, 16)));
    }
    function isJson(text) {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
 // a gateway's word, or JSON that was cut off
            }
    }
    function* stringsOf(text) {
      for (let from = text.indexOf('"'); from >= 0; ) {
        const to = endOfString(text, from);
        let next = to;
        while (/\s/u.test(text.charAt(next))) next++;
        yield {
          from: from,
          to: to,
          isName: text[next] === ":"
        };
        from = text.indexOf('"', next);
      }
    }
    /** The place behind the quote that ends the string of JSON which begins at `from`. */    function endOfString(text, from) {
      for (let quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
        let slashes = 0;
        while (text[quote - 1 - slashes] === "\\") slashes++;
        if (slashes % 2 === 0) return quote + 1;
      }
      return text.length;
    }
    /** `##[` would be a workflow command wherever JSON is printed. */    function cleanString(literal, redact) {
      return JSON.stringify(redact(characters_withoutInvisible(String(JSON.parse(literal))))).replaceAll("##[", String.raw`#\u0023[`).replace(RAW_LINE_ENDS, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
    }
    // CONCATENATED MODULE: ./src/cloud/http/exact-numbers.ts
    /** Numbers of JSON as they were written: one that JSON.parse would round to another whole number becomes a string. */
    const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/gu;
    /** Only such literals can become a whole number by rounding: a negative exponent, or a long fraction. */    const SUSPICIOUS = /[eE]-|\.\d{15}/u;
    /** What stands between two strings is mostly shorter than such a literal. */    const exact_numbers_SHORTEST = 4;
    /** A whole number as most programs write it; `300.0` and `3e2` are exact. */    const EXACT = /^-?\d+(?:\.0+)?(?:[eE]\+?\d+)?$/u;
    /**
 * The JSON text with each number in quotes that is only whole after rounding: `1e-400` is not the status 0. No field
 * takes such a string for a number.
 */    function exactNumbers(json) {
      if (!hasRounded(json)) return json;
      const parts = [];
      let copied = 0;
      for (let from = 0; from < json.length; ) {
        const quote = json.indexOf('"', from);
        const start = quote < 0 ? json.length : quote;
        if (start - from >= exact_numbers_SHORTEST) {
          parts.push(json.slice(copied, from), json.slice(from, start).replace(NUMBER, quotedIfRounded));
          copied = start;
        }
        from = quote < 0 ? start : endOfString(json, quote);
      }
      return [ ...parts, json.slice(copied) ].join("");
    }
    /** Nearly no response has one, inside of a string or not; otherwise the text is returned at once. */    function hasRounded(json) {
      if (!SUSPICIOUS.test(json)) return false;
      for (const [literal] of json.matchAll(NUMBER)) if (isRounded(literal)) return true;
      return false;
    }
    function isRounded(literal) {
      return Number.isSafeInteger(Number(literal)) && !EXACT.test(literal);
    }
    function quotedIfRounded(literal) {
      return isRounded(literal) ? `"${literal}"` : literal;
    }
    // CONCATENATED MODULE: ./src/cloud/http/network-errors.ts
    /** Errors before a connection stands: the request cannot have been delivered. */
    const NOT_SENT = /^(?:ECONNREFUSED|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/u;
    /** What such errors say where their code is also that of a connection that broke later. */    const NOT_CONNECTED = /^(?:connect|getaddrinfo) |^Client network socket disconnected before secure TLS connection/u;
    const UNKNOWN_HOST = /\bENOTFOUND\b/u;
    const CERTIFICATE = /^(?:CERT_|CRL_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH)/u;
    /**
 * What OpenSSL says where no TLS connection can be agreed on, as the code of an error (`ERR_SSL_WRONG_VERSION_NUMBER`)
 * or, with the code EPROTO, in the middle of its message.
 */    const NO_TLS = /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long|unsupported[ _]protocol|alert[ _]protocol[ _]version|handshake[ _]failure|unrecognized[ _]name|unsafe[ _]legacy[ _]renegotiation/iu;
    /** The words of the library that opens the tunnel through a proxy. */    const TUNNEL_REFUSED = /^tunneling socket could not be established, statusCode=(?<status>\d+)/u;
    const TUNNEL_FAILED = /^tunneling socket could not be established, cause=(?<cause>.*)/su;
    /** What to do about a proxy that does not let a request pass. */    const PROXY_ADVICE = "Check `HTTPS_PROXY` and the user name and password in it, and whether `NO_PROXY` is needed.";
    const CERTIFICATE_ADVICE = "Set `NODE_EXTRA_CA_CERTS` on the step to a file with the certificate of your proxy or gateway, and check `api-url`.";
    const PROXY_CERTIFICATE_ADVICE = "Set `NODE_EXTRA_CA_CERTS` on the step to a file with the certificate of your proxy, and check `HTTPS_PROXY`.";
    const HOST_ADVICE = "Check `api-url`, and set `HTTPS_PROXY` if the runner reaches the internet through a proxy.";
    /**
 * The error for a request that got no complete response.
 * @param request as it appears in messages: method and path
 */    function networkError(request, cause) {
      const {code: code, ...facts} = meaningOf(wordsOf(cause));
      return new errors_CloudError(code, {
        request: request,
        ...facts,
        cause: cause
      });
    }
    function meaningOf({code: code, message: message}) {
      const tunnel = tunnelMeaning(message);
      if (tunnel !== void 0) return tunnel;
      if (UNKNOWN_HOST.test(code)) return {
        code: "misconfigured",
        response: message,
        advice: HOST_ADVICE
      };
      if (CERTIFICATE.test(code)) return {
        code: "misconfigured",
        response: message,
        advice: CERTIFICATE_ADVICE
      };
      const noTls = noTlsTo("server", `${code} ${message}`);
      if (noTls !== void 0) return {
        code: "misconfigured",
        response: noTls,
        advice: HOST_ADVICE
      };
      if (NOT_SENT.test(code) || NOT_CONNECTED.test(message)) return {
        code: "unreachable",
        response: message
      };
      const cut = message === "aborted";
      return {
        code: "interrupted",
        response: cut ? "the connection was cut in the middle of the response" : message
      };
    }
    /** Without a tunnel nothing was sent to the API. */    function tunnelMeaning(message) {
      const status = TUNNEL_REFUSED.exec(message)?.groups?.["status"];
      if (status !== void 0) {
        const code = /^4(?!08|29)/u.test(status) ? "misconfigured" : "unreachable";
        return {
          code: code,
          response: `HTTP ${status} from the proxy`,
          advice: PROXY_ADVICE
        };
      }
      const cause = TUNNEL_FAILED.exec(message)?.groups?.["cause"];
      if (cause !== void 0) {
        const noTls = noTlsTo("proxy", cause);
        if (noTls !== void 0) return {
          code: "misconfigured",
          response: noTls,
          advice: PROXY_ADVICE
        };
        const response = `the proxy cannot be reached (${cause})`;
        // The tunnel hands on the words of the cause, not its code.
                if (/\bcertificate\b/iu.test(cause)) return {
          code: "misconfigured",
          response: response,
          advice: PROXY_CERTIFICATE_ADVICE
        };
        return {
          code: UNKNOWN_HOST.test(cause) ? "misconfigured" : "unreachable",
          response: response,
          advice: PROXY_ADVICE
        };
      }
      if (!message.startsWith("got illegal response body from proxy")) return;
      return {
        code: "unreachable",
        response: "the proxy gave an invalid response",
        advice: PROXY_ADVICE
      };
    }
    /** That no TLS connection was agreed on, and why; `undefined` where the words say something else. */    function noTlsTo(peer, words) {
      const [reason] = NO_TLS.exec(words) ?? [];
      if (reason === void 0) return;
      return `no TLS connection to the ${peer} (${reason.replaceAll("_", " ").toLowerCase()})`;
    }
    /** By shape, not by class: an error of Node's own may be of another realm than this file. */    function wordsOf(cause) {
      if (typeof cause !== "object" || cause === null) return {
        code: "",
        message: String(cause)
      };
      const code = "code" in cause ? String(cause.code) : "";
      const message = "message" in cause ? String(cause.message) : "";
      // All addresses of a host failed at once: an error of errors, with the first code and no words.
            if ("errors" in cause && message === "") return {
        code: code,
        message: `connect ${code}`
      };
      return {
        code: code,
        message: message === "" ? code : message
      };
    }
    // CONCATENATED MODULE: ./src/cloud/http/response.ts
    /** Enough of a foreign text to recognise it by. */
    const LONGEST_QUOTE = 300;
    /**
 * Reads the body of a 2xx answer.
 * @throws CloudError `malformed`
 */    function parseResponse({request: request, status: status, body: body}) {
      if (body.trim() === "") return {
        status: status,
        json: void 0,
        request: request
      };
      try {
        return {
          status: status,
          json: JSON.parse(exactNumbers(body)),
          request: request
        };
      } catch (cause) {
        const response = isHtml(body) ? htmlInstead(status) : `HTTP ${status} with a body that is not JSON`;
        throw new errors_CloudError("malformed", {
          request: request,
          response: response,
          status: status,
          cause: cause
        });
      }
    }
    /**
 * The error for a non-2xx response. The words of all shapes that services and gateways use are kept, see
 * `error-body.ts`; HTML, other text and nothing at all occur.
 * @param advices by precedence: the request's own, the API's
 */    function responseError({request: request, status: status, body: body, retryAfterMs: retryAfterMs}, ...advices) {
      const error = errorBody(body);
      const page = isHtml(body);
      const code = codeFor(status, page);
      const keys = [ ...causesOf(request, status, error), code ];
      const all = [ ...advices, COMMON_ADVICE ];
      const advice = keys.flatMap(key => all.map(one => one?.[key])).find(one => one !== void 0);
      const words = error.words === void 0 ? void 0 : clip(error.words);
      return new errors_CloudError(code, {
        request: request,
        status: status,
        response: page ? htmlInstead(status) : words === void 0 ? String(status) : `${status}, ${words}`,
        ...advice === void 0 ? {} : {
          advice: advice
        },
        ...retryAfterMs === void 0 ? {} : {
          retryAfterMs: retryAfterMs
        }
      });
    }
    function codeFor(status, page) {
      if (status === 401) return "unauthorized";
      if (status === 403) return "forbidden";
      if (status === 407) return "misconfigured";
      if (status === 410 || status === 404 && page) return "removed";
      if (status === 404) return "not-found";
      if (status === 429) return "rate-limited";
      if (status === 408 || status >= 500) return "unavailable";
      return status >= 300 && status < 400 ? "redirected" : "rejected";
    }
    /** Codes of the legacy API. Source: its error reference, and the refusals that k6 itself is tested with. */    const SUBSCRIPTION_CODE = "2";
    const NOT_FOUND_CODE = "3";
    const TOKEN_CODES = [ "5", "6" ];
    /** A path of the legacy API that names no single thing: nothing but the API itself can be missing there. */    const LEGACY_LIST = /\/loadtests\/v2\/[a-z]+$/u;
    /** Causes that a code alone does not tell, most specific first. */    function causesOf(request, status, {code: code, words: words, foreign: foreign}) {
      if (status === 403 && code === SUBSCRIPTION_CODE) return [ "limits" ];
      if (status === 403 && TOKEN_CODES.includes(code)) return [ "unauthorized" ];
      if (LIMIT_STATUSES.includes(status) || status < 500 && code === "validation_error") return [ "limits" ];
      if (status === 400 && /\bconcurren(?:cy|t)\b/iu.test(words ?? "")) return [ "limits" ];
      if (status === 404 && LEGACY_LIST.test(request) && !foreign && code === NOT_FOUND_CODE) return [ "unknown-test" ];
      if (status === 404 && (LEGACY_LIST.test(request) || foreign)) return [ "legacy-removed" ];
      return [];
    }
    /** What fits every API. */    const COMMON_ADVICE = {
      unauthorized: "Check that `token` is a valid k6 Cloud API token (Performance > Settings > Access).",
      forbidden: "Check that `token` may read and start this test: its user or stack needs rights on the project.",
      limits: "Check your subscription and project limits.",
      misconfigured: PROXY_ADVICE,
      "not-found": "Check the id, and that the token belongs to the organization, project and stack that hold it.",
      removed: "No such API answers there: check `api-url`.",
      rejected: "Check the inputs of the step.",
      redirected: "Redirects are not followed, to keep the token where it belongs: check `api-url`."
    };
    function isHtml(body) {
      return /^\s*</u.test(body);
    }
    function htmlInstead(status) {
      return `HTTP ${status} (HTML page instead of JSON)`;
    }
    function clip(words) {
      return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
    }
    // CONCATENATED MODULE: ./src/cloud/http/retry.ts
    /** The first pause; doubled with every further failure. */
    const FIRST_BACKOFF_MS = 500;
    /** Longer pauses would notice the end of an outage late, shorter ones would add to it. */    const MAX_BACKOFF_MS = 15e3;
    /**
 * The pause before the next try, ms: the service's own wish where it has one, else doubling with jitter (half to
 * whole of the step), so that many jobs hit by one outage don't come back together.
 * @param failures how many tries in a row have failed, 1 or more
 */    function backoffMs(failures, retryAfterMs, random) {
      if (retryAfterMs !== void 0) return retryAfterMs;
      const step = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(failures - 1, 10));
      return step / 2 + random() * step / 2;
    }
    /**
 * `Retry-After` as ms from `nowMs`: whole seconds or an HTTP date. Nonsense, the past and `0` give `undefined`: our own
 * pauses hold then, or a failing service would be flooded.
 * @param nowMs the present by the clock that wrote the date, where that is known
 * Source: RFC 9110, 10.2.3.
 */    function retryAfterMs(header, nowMs) {
      if (header === void 0) return;
      const text = header.trim();
      if (/^0*[1-9]\d{0,6}$/u.test(text)) return Number(text) * 1e3;
      if (!/^[A-Z][a-z]{2}, /u.test(text)) return;
      const until = Date.parse(text) - nowMs;
      return until > 0 ? until : void 0;
    }
    /**
 * Work that reports its first failure in a sentence, for requests that are made before anything else is in the log:
 * minutes of silence would look like a hang. A failure after which there is no other try is the reason of the verdict.
 */    
    /**
 * Does `work` until it succeeds, fails for good, or the budget ends. A pause past the end of the budget is cut to it, so
 * that a last try is made there: a long `Retry-After` of one answer does not end them all.
 * @throws the last CloudError; at once what is no CloudError, and the signal's reason
 */
    async function retryUntil(options, signal, work) {
      const {clock: clock, random: random, budgetMs: budgetMs, maxBackoffMs: maxBackoffMs = 1 / 0, maxTries: maxTries = 1 / 0, fewTries: fewTries = FEW_TRIES} = options;
      let firstFailureMs;
      let few = 0;
      let wasLast = false;
      for (let failures = 1; ;failures++) try {
        return await work();
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors_CloudError) || failures >= maxTries) throw error;
        const allowed = errors_retryability(error.code);
        if (allowed === "retry-few") few++;
        if (allowed !== "retry" && (allowed !== "retry-few" || few >= fewTries)) throw error;
        const nowMs = clock.now();
        firstFailureMs ??= nowMs;
        const leftMs = firstFailureMs + budgetMs - nowMs;
        if (wasLast || leftMs <= 0) throw error;
        const pause = Math.min(maxBackoffMs, backoffMs(failures, error.retryAfterMs, random));
        wasLast = pause >= leftMs;
 // a timer may end a moment early, which would leave time for one more
                await sleep(clock, Math.min(pause, leftMs), signal);
      }
    }
    // CONCATENATED MODULE: ./src/cloud/http/http.ts
    /** Sends one request and reads one answer: a deadline over headers and body, a bound in bytes, no redirect followed. */
    /** Opens a sender; connections are made by the first request. */
    function openHttp(settings) {
      const client = new lib /* HttpClient */ .Qq(settings.userAgent, [], {
        keepAlive: true
      });
      let aheadMs;
      const onDate = serverMs => {
        aheadMs = serverMs - settings.clock.now();
      };
      return {
        send: (asked, signal) => send(client, {
          ...settings,
          onDate: onDate
        }, asked, signal),
        serverNowMs: () => aheadMs === void 0 ? void 0 : settings.clock.now() + aheadMs,
        close: () => {
          client.dispose();
        }
      };
    }
    async function send(client, settings, asked, signal) {
      const {clock: clock} = settings;
      const requestMs = Math.max(settings.requestMs, asked.timeoutMs ?? 0);
      const {maxBytes: maxBytes = RESPONSE_BYTES} = asked;
      const request = requestName(settings.apiUrl, asked);
      const startedMs = clock.now();
      const late = () => new errors_CloudError("late", {
        request: request,
        response: `no complete response within ${requestMs / 1e3} s`
      });
      let outcome = "no answer";
      try {
        const answer = await clock_withDeadline(clock, {
          limitMs: requestMs,
          signal: signal
        }, late, async within => {
          try {
            const message = await exchange(client, settings, asked, within);
            const {statusCode: status = 0, headers: headers} = message;
            outcome = String(status);
            const serverMs = Date.parse(headers.date ?? "");
            if (Number.isFinite(serverMs)) settings.onDate(serverMs);
            const text = await bodyFor(status, message, {
              request: request,
              maxBytes: maxBytes
            }, signal);
            // Secrets are taken out here, before anybody escapes or cuts the text and so makes them hard to find.
                        const body = redactedBody(text, settings.redact);
            const nowMs = Number.isFinite(serverMs) ? serverMs : clock.now();
            return {
              request: request,
              status: status,
              body: body,
              retryAfterMs: retryAfterMs(headers["retry-after"], nowMs)
            };
          } catch (error) {
            within.throwIfAborted();
            throw error instanceof errors_CloudError ? error : networkError(request, error);
          }
        });
        if (answer.status >= 200 && answer.status <= 299) return parseResponse(answer);
        throw responseError(answer, asked.advice, settings.advice);
      } catch (error) {
        if (error instanceof errors_CloudError) outcome = `${outcome} (${error.code})`;
        throw error;
      } finally {
        settings.onRequest(asked, outcome, clock.now() - startedMs);
      }
    }
    /** The raw request of http-client: its own `request` follows redirects, and neither takes a signal. */    async function exchange(client, {apiUrl: apiUrl, authorization: authorization, userAgent: userAgent}, asked, signal) {
      const {method: method, path: path, headers: headers, body: body} = asked;
      const url = new URL(joinUrl(apiUrl, path));
      const text = body === void 0 ? "" : JSON.stringify(body);
      const secure = url.protocol === "https:";
      const agent = agentOf(client, url, requestName(apiUrl, asked));
      const sent = client.requestRaw({
        parsedUrl: url,
        httpModule: secure ? external_node_https_ : external_node_http_,
        options: {
          // An IPv6 address stands in brackets in a URL, and without them everywhere else.
          host: url.hostname.replace(/^\[|\]$/gu, ""),
          port: url.port === "" ? secure ? 443 : 80 : Number(url.port),
          path: `${url.pathname}${url.search}`,
          method: method,
          signal: signal,
          agent: agent,
          headers: {
            accept: "application/json",
            "accept-encoding": "identity",
            authorization: authorization,
            "user-agent": userAgent,
            ...body === void 0 ? {} : {
              "content-type": "application/json"
            },
            ...headers
          }
        }
      }, text);
      // The signal ends a request that has a connection; one that still waits for its proxy's word heeds nothing.
            return (await abortable(signal, sent)).message;
    }
    /** @throws CloudError `misconfigured` where the variables of the proxy make the client fail: nothing was sent */    function agentOf(client, url, request) {
      try {
        return client.getAgent(url.href);
      } catch (cause) {
        const response = "the address of the proxy is not valid";
        throw new errors_CloudError("misconfigured", {
          request: request,
          response: response,
          advice: PROXY_ADVICE,
          cause: cause
        });
      }
    }
    function requestName(apiUrl, {method: method, path: path}) {
      return `${method} ${new URL(joinUrl(apiUrl, path)).pathname}`;
    }
    /** The base may itself have a path, so that a gateway in front of the API can be named. */    function joinUrl(apiUrl, path) {
      return `${apiUrl.origin}${apiUrl.pathname.replace(/\/+$/u, "")}${path}`;
    }
    // CONCATENATED MODULE: ./src/cloud/http/rate-limit.ts
    /**
 * A sender that keeps within a budget; who comes first is served first, and the time of waiting is not part of the
 * request's own deadline. Urgent requests (stops) neither wait nor count: their time is short and their number small.
 */
    function rateLimited(http, clock, {perSecond: perSecond, burst: burst}) {
      const tokenMs = 1e3 / perSecond;
      // When the bucket will have been full again; every request taken moves it one token further.
            let fullMs = -1 / 0;
      return {
        ...http,
        send: async (asked, signal) => {
          if (asked.urgent !== true) {
            const nowMs = clock.now();
            fullMs = Math.max(fullMs, nowMs) + tokenMs;
            const waitMs = fullMs - burst * tokenMs - nowMs;
            if (waitMs > 0) await sleep(clock, waitMs, signal);
          }
          return http.send(asked, signal);
        }
      };
    }
    // CONCATENATED MODULE: ./src/cloud/http/shared-pause.ts
    /** The pause where the service names none; doubled with every further refusal. */
    const FIRST_PAUSE_MS = 1e3;
    /** The time for best-effort requests is short: a longer wish of the service is not granted. */    const LONGEST_PAUSE_MS = 1e4;
    /**
 * A sender that holds back best-effort requests after a 429, whichever request it answered. They then go one at a time
 * until one of them is answered. Other requests have their own retries, and pass.
 */    function withSharedPause(http, clock) {
      let untilMs = -1 / 0;
      let refusals = 0;
      let queue = Promise.resolve();
      const sentAndWatched = async (asked, signal) => {
        try {
          const response = await http.send(asked, signal);
          refusals = 0;
          return response;
        } catch (error) {
          if (error instanceof errors_CloudError && error.code === "rate-limited") {
            const pause = error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** Math.min(refusals, 10);
            untilMs = Math.max(untilMs, clock.now() + Math.min(LONGEST_PAUSE_MS, pause));
            refusals++;
          }
          throw error;
        }
      };
      const afterPause = async (asked, signal) => {
        signal.throwIfAborted();
        while (clock.now() < untilMs) await sleep(clock, untilMs - clock.now(), signal);
        return sentAndWatched(asked, signal);
      };
      return {
        ...http,
        send: (asked, signal) => {
          if (asked.bestEffort !== true) return sentAndWatched(asked, signal);
          if (refusals === 0 && clock.now() >= untilMs) return sentAndWatched(asked, signal);
          const sent = queue.then(() => afterPause(asked, signal));
          queue = sent.catch(() => {});
          return abortable(signal, sent);
        }
      };
    }
    // CONCATENATED MODULE: ./src/cloud/v2/advice.ts
    const REMOVED = "The legacy API may have been removed: set `stack` to use the current one.";
    /** Advice by error code, where the common one does not fit. */    const V2_ADVICE = {
      removed: REMOVED,
      "unknown-test": "Check `test-id`: `token` sees no such test. If k6 Cloud shows the test, set `stack` to use the current API.",
      "legacy-removed": REMOVED
    };
    // CONCATENATED MODULE: ./src/cloud/v6/advice.ts
    /** Advice by error code, where the common one does not fit. */
    const V6_ADVICE = {
      unauthorized: "Check that `token` is a personal API token or a stack API token of k6 Cloud (Performance > Settings > " + "Access); v6 takes no other kind.",
      forbidden: "Check `stack` and the rights of `token`: a personal API token needs its user to be a member of the stack and " + "to have rights on the project, a stack API token opens its own stack alone.",
      "not-found": "Check the id, and that `stack` is the stack that holds it."
    };
    // CONCATENATED MODULE: ./src/cloud/connection.ts
    const USER_AGENT = "k6-cloud-gate";
    /** For the whole step, however many runs it polls; one run alone stays far below it. */    const RATE_LIMIT = {
      perSecond: 20,
      burst: 20
    };
    /** Opens a connection; nothing is sent yet. */    function openConnection(settings) {
      const {api: api, token: token} = settings;
      const sender = openHttp({
        ...settings,
        authorization: api.kind === "v6" ? `Bearer ${token}` : `Token ${token}`,
        userAgent: USER_AGENT,
        advice: api.kind === "v6" ? V6_ADVICE : V2_ADVICE,
        onRequest: ({method: method, path: path}, outcome, tookMs) => {
          settings.onDebug(`${method} ${path} -> ${outcome}, ${Math.round(tookMs)} ms`);
        }
      });
      return {
        ...settings,
        http: withSharedPause(rateLimited(sender, settings.clock, RATE_LIMIT), settings.clock)
      };
    }
    // CONCATENATED MODULE: ./src/cloud/new-runs.ts
    /** A list that shows no new run, and not all of the runs that it tells of: it is read again like a malformed one. */
    function incompleteList(request) {
      return new errors_CloudError("malformed", {
        request: request,
        response: "the list does not show all runs of the test"
      });
    }
    /** Ids in the order of their numbers, so that a sentence names them in one order; 64 bits are more than a number holds. */    function oldestFirst(runIds) {
      return [ ...runIds ].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    }
    /** What the service's stamps and our reckoning of its clock may differ by. */    const CLOCK_DOUBT_MS = 6e4;
    /** Whether a run came into being since the intent, by the list and by the clock; either of them is enough to call it old. */    function ageOf(run, intent, {http: http, clock: clock}, {isNew: isNew}) {
      const byList = isNew(run, intent);
      const serverNowMs = http.serverNowMs();
      // A clock that was set back since the start was sent tells nothing of how long ago that was.
            const sinceSentMs = intent.sentAtMs === void 0 ? -1 : clock.now() - intent.sentAtMs;
      const isKnown = run.createdMs !== void 0 && serverNowMs !== void 0 && sinceSentMs >= 0;
      const byClock = isKnown ? run.createdMs >= serverNowMs - sinceSentMs - CLOCK_DOUBT_MS : void 0;
      if (byList === false || byClock === false) return "old";
      return byList === true || byClock === true ? "new" : "unknown";
    }
    // CONCATENATED MODULE: ./src/cloud/find-run.ts
    /** Finding the run of a start whose answer was lost: what is new in the list since, until it would have appeared. */
    /** How long a run may take to appear in the list after a start that the service failed to answer. */
    const SHORT_SEARCH_MS = 1e4;
    /** And after a start whose response was lost: the service may process the request late. */    const LONG_SEARCH_MS = 6e4;
    /** A run that is seen is read once more after this long before it counts: a cancelled step has no more time. */    const find_run_FIRST_PAUSE_MS = 1e3;
    /** How long a search lasts, ms; a short `outage-timeout` shortens it. */    function searchWindowMs({outageMs: outageMs}, searchMs = LONG_SEARCH_MS) {
      return Math.min(searchMs, outageMs / 3);
    }
    /** More new runs than this are not read one by one to tell whose they are. */    const MAX_READ = 10;
    /**
 * Looks for the run of a start for as long as it may take to appear. A run seen once is looked for once more before
 * it counts, so that a second one which appears a moment later is not overlooked. A run that cannot be ours, by its
 * test, its age or the tail on its note, ends no search; one that may have existed before is named, and neither followed
 * nor passed over.
 * @throws CloudError where the list stays out of reach
 */    async function findRun(search, signal, searchMs = SHORT_SEARCH_MS) {
      const {ports: ports, detector: detector, intent: intent} = search;
      const {clock: clock} = ports;
      const windowMs = searchWindowMs(ports, searchMs);
      const candidates = readCandidates(search, signal);
      let seen;
      let endMs;
      for (let pause = Math.min(find_run_FIRST_PAUSE_MS, windowMs / 10); ;pause *= 1.6) {
        const listed = await readDespiteRefusals(ports, signal, () => detector.newRunIds(intent, signal));
        endMs ??= clock.now() + windowMs;
        const unread = listed.filter(candidates.mayBeOurs);
        if (unread.length > 1) for (const runId of unread.slice(0, MAX_READ)) await candidates.read(runId);
        const fresh = unread.filter(candidates.mayBeOurs);
        if (fresh.length > 1) return {
          kind: "unclear",
          runIds: fresh
        };
        const over = clock.now() >= endMs;
        const [only] = fresh;
        if (only !== void 0 && (only === seen || over)) {
          const {run: run, age: age} = await candidates.read(only);
          if (age === "new") return {
            kind: "one",
            run: run
          };
          if (age === "unknown") return {
            kind: "unclear",
            runIds: [ only ]
          };
        }
        if (over) return {
          kind: "none"
        };
        seen = only;
        await sleep(clock, Math.min(pause, endMs - clock.now()), signal);
      }
    }
    /** Reads runs that may be ours, and remembers those that are not. */    function readCandidates({ports: ports, detector: detector, intent: intent}, signal) {
      const foreign = new Set;
      return {
        mayBeOurs: runId => !foreign.has(runId),
        read: async runId => {
          const run = await firstRead(ports, detector, runId, signal);
          // A step writes its tail on the note of a run that it knows; the run that is searched for is not known.
                    const mayBeOurs = (run.testId ?? intent.testId) === intent.testId && run.origin === void 0;
          const age = mayBeOurs ? ageOf(run, intent, ports, detector) : "old";
          if (age === "old") foreign.add(runId);
          return {
            run: run,
            age: age
          };
        }
      };
    }
    /**
 * The same within a start: the run that was found is adopted; `undefined` where there is none.
 * @throws StartUncertain where several runs may be ours, or where the list cannot be read
 */    
    /** Refusals of a list that was readable before the start: after a lost response they are waited out like an outage. */
    const WAITED_OUT = new Set([ 401, 403, 404, 409 ]);
    function readDespiteRefusals(ports, signal, work) {
      return retryDuringOutage(ports, signal, async () => {
        try {
          return await work();
        } catch (error) {
          if (!(error instanceof errors_CloudError) || !WAITED_OUT.has(error.status)) throw error;
          throw new errors_CloudError("unavailable", {
            request: "the list of runs",
            response: error.message,
            ...error.status === void 0 ? {} : {
              status: error.status
            },
            cause: error
          });
        }
      });
    }
    /** Tries as long as the API may stay out of reach. */    function retryDuringOutage(ports, signal, work) {
      return retryUntil({
        ...ports,
        budgetMs: ports.outageMs
      }, signal, work);
    }
    /** What the list showed is ours even where a first look at it fails. */    async function firstRead(ports, {read: read, unknownRun: unknownRun}, runId, signal) {
      try {
        return await read(runId, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors_CloudError)) throw error;
        ports.onNotice(`The first read of run ${runId} failed: ${error.message}`);
        return {
          ...unknownRun(runId),
          seen: true
        };
      }
    }
    // EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
        var p_limit = __webpack_require__(370);
    // CONCATENATED MODULE: ./src/cloud/second-runs.ts
    /** Looks for a second run of ours after a start in doubt: one that a lost try made beside the run that we know. */
    /** A try may make its run this long after it was sent. */
    const second_runs_LATE_MS = 12e4;
    /** How long the list may be unreadable. */    const BUDGET_MS = 3e4;
    /** So many new runs are read, those next to our own first; no start has more of them beside it. */    const second_runs_MAX_READ = 50;
    const READS_AT_A_TIME = 5;
    /**
 * The new runs of the test, as a read of each shows it, beside `own`: those that a try of ours may have made, and others.
 * A run counts as ours if it was created between the first try and 120 s after the last, by the service's clock, and no
 * other workflow run has written its tail on the note. That clock is read off `own`, which one of the tries made; where
 * a stamp is missing, the run counts as ours.
 * @throws CloudError where the list stays unreadable
 */    async function secondRuns(ports, detector, {intent: intent, own: own, doubt: doubt}, signal) {
      const budgetMs = Math.min(BUDGET_MS, ports.outageMs);
      const newIds = await retryUntil({
        ...ports,
        budgetMs: budgetMs
      }, signal, () => detector.newRunIds(intent, signal));
      const ids = nearestFirst(newIds.filter(runId => runId !== own.id), own.id);
      const limited = (0, p_limit /* default */ .A)(READS_AT_A_TIME);
      const read = await Promise.all(ids.slice(0, second_runs_MAX_READ).map(runId => limited(() => readOrUnknown(runId, detector, signal))));
      const runs = read.filter(({testId: testId = intent.testId}) => testId === intent.testId);
      const isOurs = run => isWithin(run, own, doubt) && !isOfAnother(run, own);
      return {
        ours: runs.filter(isOurs),
        others: oldestFirst(runs.filter(run => !isOurs(run)).map(({id: id}) => id))
      };
    }
    /** Runs that were made one after the other have ids next to each other. */    function nearestFirst(runIds, ownId) {
      const distance = runId => Math.abs(Number(runId) - Number(ownId));
      return [ ...runIds ].sort((a, b) => distance(a) - distance(b));
    }
    /** Another workflow run follows it: a try of ours writes no note before its run is known. */    function isOfAnother({origin: origin}, own) {
      return origin?.workflowRun !== void 0 && origin.workflowRun !== own.origin?.workflowRun;
    }
    function isWithin(run, own, {firstTryMs: firstTryMs, lastTryMs: lastTryMs}) {
      if (run.createdMs === void 0 || own.createdMs === void 0) return true;
      const triesMs = lastTryMs - firstTryMs;
      const fromOwnMs = run.createdMs - own.createdMs;
      return fromOwnMs >= -triesMs - second_runs_LATE_MS - CLOCK_DOUBT_MS && fromOwnMs <= triesMs + second_runs_LATE_MS + CLOCK_DOUBT_MS;
    }
    async function readOrUnknown(runId, {read: read, unknownRun: unknownRun}, signal) {
      try {
        return await read(runId, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors_CloudError)) throw error;
        return {
          ...unknownRun(runId),
          seen: true
        };
      }
    }
    // CONCATENATED MODULE: ./src/cloud/stop.ts
    const stop_LONGEST_PAUSE_MS = 5e3;
    /** The caller's bound ends with the budget: a last try begins before it, so that its failure is told and not the bound. */    const LAST_TRY = .9;
    /** A run that is still being prepared is often refused its stop with these; a moment later the stop is accepted. */    const REFUSED_FOR_NOW = [ 400, 403, 409 ];
    /**
 * Asks for the stop at `path` until it is accepted, the run is over, or `budgetMs` end. Any 4xx, and a response that
 * cannot be read, is checked: a refusal because the run is over is a success, whatever status says so. 400, 403 and
 * 409 for a run that goes on may mean that it cannot be stopped yet, and 404 from stop and read that it cannot be seen
 * yet: the request is sent again. 401 ends the tries.
 * @throws CloudError
 */    async function stopRun(ports, path, read, signal) {
      // A paid run does not wait for as long as a service in trouble may ask.
      const maxBackoffMs = Math.min(stop_LONGEST_PAUSE_MS, ports.budgetMs / 4);
      const budgetMs = ports.budgetMs * LAST_TRY;
      let refusal;
      try {
        return await retryUntil({
          ...ports,
          budgetMs: budgetMs,
          maxBackoffMs: maxBackoffMs
        }, signal, async () => {
          refusal = void 0;
          try {
            await ports.http.send({
              method: "POST",
              path: path,
              urgent: true
            }, signal);
            return "stopping";
          } catch (error) {
            if (!(error instanceof errors_CloudError)) throw error;
            const isTooLarge = error.code === "too-large";
 // accepted or refused: only the run tells
                        if (!isTooLarge && (error.status === void 0 || error.status >= 500 || error.status === 429)) throw error;
            const run = await read().catch(failure => {
              throw isNotThereYet(error, failure) ? notVisible(path, refusal = error) : failure;
            });
            if (stop_hasEnded(run)) return "already-over";
            if (!isTooLarge && !REFUSED_FOR_NOW.includes(error.status)) throw error;
            refusal = error.status === 409 ? void 0 : error;
            throw notYet(path, run, error);
          }
        });
      } catch (error) {
        if (refusal === void 0 || signal.aborted) throw error;
        throw refusal;
 // its own words and advice say more than that the run is not over
            }
    }
    /** Its load has ended; what is left is bookkeeping that no stop would shorten. */    function stop_hasEnded(run) {
      return run.state === "settled" || run.phase === "processing" || run.phase === "deciding";
    }
    /** Both answers deny the run: it was just made and is not visible yet, or is gone. */    function isNotThereYet(refusal, failure) {
      return refusal.code === "not-found" && failure instanceof errors_CloudError && failure.code === "not-found";
    }
    function notVisible(path, cause) {
      return new errors_CloudError("unavailable", {
        request: `POST ${path}`,
        response: "the run is not visible",
        status: 404,
        cause: cause
      });
    }
    function notYet(path, run, cause) {
      return new errors_CloudError("unavailable", {
        request: `POST ${path}`,
        response: `${cause.status ?? "a response too large to read"}, although the run is not over (${run.statuses.run.field} ${run.statuses.run.value})`,
        ...cause.status === void 0 ? {} : {
          status: cause.status
        },
        cause: cause
      });
    }
    // EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
        var dist = __webpack_require__(934);
    // CONCATENATED MODULE: ./src/cloud/http/decode.ts
    /** From JSON of unknown shape to typed values: parsed, never cast, with the path of the first thing that is wrong. */
    /** One fault is enough: an issue for each element of a long list costs gigabytes. */
    const FIRST_FAULT = {
      abortEarly: true,
      abortPipeEarly: true
    };
    /**
 * An answer in the shape that `schema` asks for.
 * @throws CloudError `malformed`, naming path and finding: `k6-run.run_status: expected …, got "done"`
 */    function decode_decode(schema, answer) {
      const parsed = dist /* safeParse */ .xLC(schema, answer.json, FIRST_FAULT);
      if (parsed.success) return parsed.output;
      const issue = parsed.issues[0];
      const path = dist /* getDotPath */ .BuJ(issue) ?? "the answer";
      throw new errors_CloudError("malformed", {
        request: answer.request,
        response: `${path}: ${issue.message}`.slice(0, 200),
        status: answer.status
      });
    }
    /**
 * The run of an answer, where it is the run that was asked for: a mixed-up answer must not decide about another run.
 * @throws CloudError `malformed`
 */    function assertRunId(run, runId, request) {
      if (run.id === runId) return run;
      throw new errors_CloudError("malformed", {
        request: request,
        response: `the answer is about run ${run.id}, not about run ${runId}`
      });
    }
    /** A whole number, also as plain digits in a string: statuses arrive both ways. `-0` and `00` are not 0. */    const wholeNumber = dist /* pipe */ .FsL(dist /* union */ .KCZ([ dist /* number */ .aig(), dist /* pipe */ .FsL(dist /* string */ .YjP(), dist /* regex */ .yGV(/^(?:0|-?[1-9]\d{0,15})$/u), dist /* transform */ .pdi(Number)) ]), dist /* safeInteger */ .Y2b(), dist /* check */ .z6Y(value => !Object.is(value, -0)));
    /** An id, 1 to 2^53-1, as decimal digits. */    const id = dist /* pipe */ .FsL(wholeNumber, dist /* minValue */ .Wwf(1), dist /* transform */ .pdi(String));
    /** A number, also as a decimal in a string. */    const decimal = dist /* pipe */ .FsL(dist /* union */ .KCZ([ dist /* number */ .aig(), dist /* pipe */ .FsL(dist /* string */ .YjP(), dist /* regex */ .yGV(/^-?\d+(?:\.\d+)?$/u), dist /* transform */ .pdi(Number)) ]), dist /* finite */ .E2x());
    /** A field nobody decides by: `undefined` where it is absent, null, or of an odd type. */    function optionalField(schema) {
      return dist /* fallback */ .NpB(dist /* optional */ .lqM(schema), void 0);
    }
    /**
 * An instant as epoch ms. ISO 8601 with or without zone (none means UTC; the documents show both) and with 0 to 6
 * digits of fraction.
 */    const instant = dist /* pipe */ .FsL(dist /* string */ .YjP(), dist /* regex */ .yGV(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/u), dist /* transform */ .pdi(text => Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/u.test(text) ? text : `${text}Z`)), dist /* number */ .aig());
    /** Enough for any explanation, and for an address. */    const MAX_TEXT_LENGTH = 2e3;
    /** Enough for any name. */    const MAX_NAME_LENGTH = 300;
    /** Text that says something, cut. */    const nonEmptyText = textOf(MAX_TEXT_LENGTH);
    /** A name or a status word, cut. */    const nameText = textOf(MAX_NAME_LENGTH);
    function textOf(most) {
      // Cut twice: a text of megabytes is not searched for blanks, and no blank is left at the end.
      const cut = text => text.slice(0, most).replace(/[\ud800-\udbff]$/u, "");
      return dist /* pipe */ .FsL(dist /* string */ .YjP(), dist /* transform */ .pdi(cut), dist /* trim */ .Bqr(), dist /* nonEmpty */ .hq(), dist /* transform */ .pdi(cut));
    }
    /** An https address, in normal form. */    const httpsUrl = dist /* pipe */ .FsL(dist /* string */ .YjP(), dist /* maxLength */ .Ru6(MAX_TEXT_LENGTH), dist /* url */ .OZ5(), dist /* transform */ .pdi(text => new URL(text)), dist /* check */ .z6Y(url => url.protocol === "https:" && url.username === "" && url.password === ""), dist /* transform */ .pdi(url => url.href));
    /** The code of an explanation as text; 0 stands for none. */    function errorCode(code) {
      const text = code === void 0 ? "" : String(code);
      return /^0*$/u.test(text) ? void 0 : text;
    }
    /** No test lasts a year; a longer duration is nonsense, and would break what is reckoned with it. */    const LONGEST_DURATION_MS = 366 * 24 * 36e5;
    /** A duration that the API counts in seconds, as ms. */    const secondsAsMs = dist /* pipe */ .FsL(decimal, dist /* minValue */ .Wwf(0), dist /* transform */ .pdi(value => value * 1e3), dist /* finite */ .E2x(), dist /* maxValue */ .cGV(LONGEST_DURATION_MS));
    /** A list, of which at most so many entries are read. */    function firstItems(schema, most) {
      return dist /* pipe */ .FsL(firstOf(most), dist /* array */ .YOg(schema));
    }
    /**
 * A list of which the entries that are unlike the schema are left out, instead of making the whole unreadable; at most
 * so many are read.
 */    function validItems(schema, most) {
      return dist /* pipe */ .FsL(firstOf(most), dist /* transform */ .pdi(entries => entries.flatMap(entry => {
        const {success: success, output: output} = dist /* safeParse */ .xLC(schema, entry, FIRST_FAULT);
        return success ? [ output ] : [];
      })));
    }
    /** Cut before anything reads the entries: a million of them would block the process. */    function firstOf(most) {
      return dist /* pipe */ .FsL(dist /* custom */ .IeY(value => Array.isArray(value)), dist /* transform */ .pdi(entries => entries.slice(0, most)));
    }
    // CONCATENATED MODULE: ./src/cloud/v2/schemas.ts
    /** The answers of the legacy API as schemas: what is asked for, and what is taken from what comes back. */
    /** A step watches 50 runs at most. */
    const MAX_BATCH = 200;
    /** Ids on one page; a service that takes no notice of the page size may send all of them. */    const MAX_LISTED = 5e3;
    /** Whole entries on one page. */    const MAX_EARLIER = 200;
    const DOCUMENTED = "id,test_id,run_status,processing_status,result_status,error_code,error_detail,created,started,ended,duration,vus";
    /**
 * What to ask for, widest first: with what clients were seen to select, what the page documents, and all there is.
 * `script`, `config` and `k6_archive` are never among it.
 */    const schemas_SELECTIONS = [ `?$select=${DOCUMENTED},execution_duration,vuh_cost,k6_runtime_config`, `?$select=${DOCUMENTED}`, "" ];
    const odd = dist /* union */ .KCZ([ wholeNumber, dist /* pipe */ .FsL(dist /* unknown */ .L5J(), dist /* transform */ .pdi(() => "odd")) ]);
    /** A run; only id and `run_status` must be there and sound. Status fields of an odd type become `odd`. */    const schemas_Run = dist /* object */ .Ikc({
      id: id,
      test_id: optionalField(id),
      run_status: wholeNumber,
      processing_status: dist /* optional */ .lqM(odd, "odd"),
      result_status: dist /* nullish */ .cl6(odd, null),
      error_code: optionalField(dist /* union */ .KCZ([ dist /* number */ .aig(), nonEmptyText ])),
      error_detail: optionalField(nonEmptyText),
      created: optionalField(instant),
      started: optionalField(instant),
      ended: optionalField(instant),
      duration: optionalField(secondsAsMs),
      execution_duration: optionalField(secondsAsMs),
      vus: optionalField(dist /* pipe */ .FsL(wholeNumber, dist /* minValue */ .Wwf(0))),
      vuh_cost: optionalField(decimal),
      k6_runtime_config: optionalField(dist /* object */ .Ikc({
        testRunDetails: optionalField(httpsUrl)
      }))
    });
    /** A run of which the response shows nothing. */    const NO_FACTS = {
      test_id: void 0,
      error_code: void 0,
      error_detail: void 0,
      created: void 0,
      started: void 0,
      ended: void 0,
      duration: void 0,
      execution_duration: void 0,
      vus: void 0,
      vuh_cost: void 0,
      k6_runtime_config: void 0
    };
    /** `GET runs/{id}` */    const OneRun = dist /* object */ .Ikc({
      "k6-run": schemas_Run
    });
    /** `POST tests/{id}/start-testrun` */    dist /* object */ .Ikc({
      "k6-run": dist /* object */ .Ikc({
        id: id,
        test_id: optionalField(id),
        created: optionalField(instant),
        duration: optionalField(secondsAsMs),
        vus: schemas_Run.entries.vus,
        k6_runtime_config: schemas_Run.entries.k6_runtime_config
      })
    });
    /** `GET runs?ids[]=` */    dist /* object */ .Ikc({
      "k6-runs": firstItems(dist /* unknown */ .L5J(), MAX_BATCH)
    });
    const ListedRun = dist /* object */ .Ikc({
      id: id,
      started: schemas_Run.entries.started,
      ended: schemas_Run.entries.ended,
      duration: schemas_Run.entries.duration
    });
    /** `GET runs?test_id=` */    const RunPage = dist /* object */ .Ikc({
      // A longer page is not believed: a run that is left out would look like a new one later.
      "k6-runs": dist /* pipe */ .FsL(firstItems(ListedRun, MAX_LISTED + 1), dist /* maxLength */ .Ru6(MAX_LISTED)),
      meta: optionalField(dist /* object */ .Ikc({
        count: optionalField(wholeNumber)
      }))
    });
    const EarlierRun = dist /* object */ .Ikc({
      ...schemas_Run.entries,
      is_baseline: optionalField(dist /* boolean */ .zMY())
    });
    /** `GET runs?test_id=` where the runs themselves are of interest: how many were sent, and those that can be read */    dist /* object */ .Ikc({
      "k6-runs": dist /* pipe */ .FsL(firstItems(dist /* unknown */ .L5J(), MAX_EARLIER), 
      // How many were sent tells whether there is a next page, also where one of them cannot be read.
      dist /* transform */ .pdi(entries => ({
        sent: entries.length,
        valid: dist /* parse */ .qgA(validItems(EarlierRun, MAX_EARLIER), entries)
      })))
    });
    /** `GET tests/{id}` */    dist /* object */ .Ikc({
      "k6-test": dist /* object */ .Ikc({
        name: nameText
      })
    });
    // CONCATENATED MODULE: ./src/cloud/v2/translate.ts
    /** @throws CloudError `malformed` */
    function parseRun(answer) {
      return translateRun(decode_decode(OneRun, answer)["k6-run"]);
    }
    /**
 * The runs of a list that were asked for, by id. An entry that cannot be read is left out, so that one odd run does not
 * hide the others; read alone, it tells what is wrong with it. A run that is listed twice is left out too: one of the
 * entries is wrong.
 * @throws CloudError `malformed` where it is no list at all
 */    
    /** A run of which nothing is known but that it was created. */
    function unknownRun(runId) {
      const created = {
        run_status: -2,
        processing_status: 0,
        result_status: null,
        id: runId
      };
      return {
        ...factsOf({
          ...created,
          ...NO_FACTS
        }),
        seen: false,
        state: "pending",
        phase: "created"
      };
    }
    /** Where the API gives no address of its own. */    function appUrl(runId) {
      return `https://app.k6.io/runs/${runId}`;
    }
    /** @throws CloudError `malformed` */    function parseRunPage(answer) {
      const page = decode_decode(RunPage, answer);
      const runs = page["k6-runs"];
      const times = runs.map(({id: id, started: started, ended: ended, duration: duration}) => [ id, {
        startedMs: started,
        endedMs: ended,
        executedMs: void 0,
        plannedMs: duration
      } ]);
      return {
        ids: runs.map(({id: id}) => id),
        count: page.meta?.count,
        times: new Map(times)
      };
    }
    /** What a `run_status` is to us: under way, or over in some way. Source: the page's table, and k6's own list for 10. */    const RUN_STATUS = new Map([ [ -2, [ "CREATED", "created" ] ], [ -1, [ "VALIDATED", "validated" ] ], [ 0, [ "QUEUED", "queued" ] ], [ 1, [ "INITIALIZING", "initializing" ] ], [ 2, [ "RUNNING", "running" ] ], [ 3, [ "FINISHED", {
      kind: "finished"
    } ] ], [ 4, [ "TIMED_OUT", {
      kind: "timed-out"
    } ] ], [ 5, [ "ABORTED_BY_USER", translate_aborted("user") ] ], [ 6, [ "ABORTED_BY_SYSTEM", translate_aborted("system") ] ], [ 7, [ "ABORTED_BY_SCRIPT_ERROR", translate_aborted("script-error") ] ], [ 8, [ "ABORTED_BY_THRESHOLD", translate_aborted("threshold") ] ], [ 9, [ "ABORTED_BY_LIMIT", translate_aborted("limit") ] ], [ 10, [ "ARCHIVED", {
      kind: "archived"
    } ] ] ]);
    const PROCESSING_STATUS = [ "NOT_STARTED", "PROCESSING", "FINISHED", "ERROR" ];
    const PROCESSED = 2;
    const PROCESSING_ERROR = 3;
    const RESULT_STATUS = [ [ "PASSED", "passed" ], [ "FAILED", "failed" ] ];
    /** A run as one list of runs or another holds it. */    function translateRun(run) {
      const facts = factsOf(run);
      const known = RUN_STATUS.get(run.run_status)?.[1];
      const standing = known ?? (run.run_status < 0 ? "unrecognised" : {
        kind: "unrecognised"
      });
      if (typeof standing === "string") return {
        ...facts,
        state: "pending",
        phase: standing
      };
      if (standing.kind !== "finished") return {
        ...facts,
        state: "settled",
        ending: standing,
        metrics: "not-awaited"
      };
      return finishedRun(run, facts, standing);
    }
    /** A finished run still owes its metrics, and then its result, which may change until they are there. */    function finishedRun(run, facts, ending) {
      if (run.processing_status === PROCESSING_ERROR) return {
        ...facts,
        state: "settled",
        ending: ending,
        metrics: "incomplete"
      };
      if (run.processing_status !== PROCESSED) return {
        ...facts,
        state: "pending",
        phase: "processing"
      };
      if (facts.result === "none") return {
        ...facts,
        state: "pending",
        phase: "deciding"
      };
      return {
        ...facts,
        state: "settled",
        ending: ending,
        metrics: "complete"
      };
    }
    function factsOf(run) {
      return {
        id: run.id,
        testId: run.test_id,
        seen: true,
        url: run.k6_runtime_config?.testRunDetails ?? appUrl(run.id),
        createdMs: run.created,
        startedMs: run.started,
        endedMs: run.ended,
        plannedMs: run.duration,
        executedMs: run.execution_duration,
        vus: run.vus,
        vuh: run.vuh_cost,
        result: resultOf(run.result_status),
        thresholds: "unknown",
        detail: detailOf(run),
        statuses: statusesOf(run)
      };
    }
    function resultOf(status) {
      if (status === null) return "none";
      return (status === "odd" ? void 0 : RESULT_STATUS[status]?.[1]) ?? "unknown";
    }
    function statusesOf({run_status: run, processing_status: processing, result_status: result}) {
      return {
        run: {
          field: "run_status",
          value: RUN_STATUS.get(run)?.[0] ?? `UNKNOWN (${run})`
        },
        processing: {
          field: "processing_status",
          value: statusName(PROCESSING_STATUS, processing)
        },
        result: {
          field: "result_status",
          value: result === null ? "" : statusName(RESULT_STATUS.map(([word]) => word), result)
        }
      };
    }
    function statusName(all, status) {
      return (status === "odd" ? void 0 : all[status]) ?? `UNKNOWN (${status})`;
    }
    function detailOf({error_code: error_code, error_detail: message}) {
      const code = errorCode(error_code);
      return code === void 0 && message === void 0 ? void 0 : {
        code: code,
        message: message
      };
    }
    function translate_aborted(by) {
      return {
        kind: "aborted",
        by: by
      };
    }
    // CONCATENATED MODULE: ./src/cloud/v2/read.ts
    /** The service decides its own page size; asking for more saves requests where it agrees. */
    const PAGE_SIZE = 100;
    /** Page sizes to request, the next one where a page is too large. */    const SMALLEST_PAGE = 5;
    const PAGE_SIZES = [ PAGE_SIZE, 20, SMALLEST_PAGE ];
    /** A bound for a service that pages for ever: 5,000 runs, the newest first where it sorts. */    const MAX_PAGES = 50;
    /** A reader that asks for as many fields as the service has not refused yet. */    function runReader(http) {
      let narrowness = 0;
      return async (runId, signal) => {
        for (;;) {
          const tried = narrowness;
          try {
            const path = `/loadtests/v2/runs/${runId}${schemas_SELECTIONS[tried] ?? ""}`;
            const answer = await http.send({
              method: "GET",
              path: path
            }, signal);
            return assertRunId(parseRun(answer), runId, answer.request);
          } catch (error) {
            const refused = error instanceof errors_CloudError && error.status === 400;
            if (!refused || tried + 1 >= schemas_SELECTIONS.length) throw error;
            narrowness = tried + 1;
          }
        }
      };
    }
    /** A reader of several runs in one request; never without a selection, since many whole runs are megabytes. */    
    /**
 * The ids of the newest runs of a test. The order of the list is not documented, and a run that is missed would look
 * new later. So the first and the last page are compared: where both are in one order, the end with the newest runs is
 * enough, however long the list is; else all pages are read. A list that ends before all the runs that it counts holds
 * some of them. A page that is too large is requested in smaller ones.
 * @throws CloudError
 */
    async function runIdsOf(http, testId, signal) {
      for (const size of PAGE_SIZES) try {
        return await withTimes(idPages(http, testId, size, signal));
      } catch (error) {
        if (!(error instanceof errors_CloudError) || error.code !== "too-large" || size === SMALLEST_PAGE) throw error;
      }
      return {
        ids: new Set,
        coverage: "some",
        times: []
      };
    }
    async function withTimes(read) {
      const known = new Map;
      const listed = await newestIds(async number => {
        const page = await read(number);
        for (const [id, times] of page.times) known.set(id, times);
        return page;
      });
      const newestFirst = [ ...known ].sort(([a], [b]) => Number(b) - Number(a));
      return {
        ...listed,
        times: newestFirst.map(([, times]) => times)
      };
    }
    async function newestIds(read) {
      const first = await read(1);
      const ids = new Set(first.ids);
      const {count: count} = first;
      if (ids.size === count) return {
        ids: ids,
        coverage: "all"
      };
      const lastPage = count === void 0 || ids.size === 0 ? 1 : Math.ceil(count / ids.size);
      const last = lastPage === 1 ? void 0 : await read(lastPage).catch(ignoreNotFound);
      const newest = last === void 0 ? void 0 : newestEnd(first.ids, last.ids);
      return newest === void 0 ? allPages(read, first) : {
        ids: new Set(newest),
        coverage: "newest"
      };
    }
    /** The end of a list that holds its newest runs, by its first and its last page; `undefined` where neither does. */    function newestEnd(first, last) {
      const all = [ ...first, ...last ].map(Number);
      if (last.length === 0) return;
      if (all.every((id, place) => place === 0 || id < (all[place - 1] ?? 0))) return first;
      return all.every((id, place) => place === 0 || id > (all[place - 1] ?? 0)) ? last : void 0;
    }
    async function allPages(read, first) {
      const ids = new Set(first.ids);
      let {count: count} = first;
      let isOver = ids.size === 0;
      for (let page = 2; page <= MAX_PAGES && !isOver && ids.size !== count; page++) {
        const listed = await read(page).catch(ignoreNotFound);
        const before = ids.size;
        for (const id of listed?.ids ?? []) ids.add(id);
        count = listed?.count ?? count;
        isOver = ids.size === before;
      }
      const isAll = ids.size === count || isOver && ids.size >= (count ?? 0);
      return {
        ids: ids,
        coverage: isAll ? "all" : "some"
      };
    }
    /** Some services answer 404 to a page past the last one instead of an empty page. */    function ignoreNotFound(error) {
      if (!(error instanceof errors_CloudError) || error.code !== "not-found") throw error;
      return;
    }
    /** What to ask of a list, best first. Sorting and selecting are only a help: they are left out where they are refused. */    const LIST_QUERIES = [ "&order_by=-created&$select=id,created,started,ended,duration", "&order_by=-created&$select=id,created", "&order_by=-started&$select=id,created", "" ];
    function idPages(http, testId, size, signal) {
      let place = 0;
      const read = async page => {
        const tried = place;
        const path = `/loadtests/v2/runs?test_id=${testId}&page=${page}&page_size=${size}${LIST_QUERIES[tried] ?? ""}`;
        try {
          return parseRunPage(await http.send({
            method: "GET",
            path: path,
            maxBytes: body_LIST_PAGE_BYTES
          }, signal));
        } catch (error) {
          if (!(error instanceof errors_CloudError) || error.status !== 400 || tried + 1 >= LIST_QUERIES.length) throw error;
          place = tried + 1;
          return read(page);
        }
      };
      return read;
    }
    const Notes = dist /* object */ .Ikc({
      known: dist /* array */ .YOg(dist /* string */ .YjP()),
      coverage: dist /* picklist */ .KIO([ "all", "newest", "some" ])
    });
    /** The notes of a start, given the runs that were listed before it. */    
    /** @throws a fault of this action where the notes are not those of this adapter */
    function parseNotes({notes: notes}) {
      return dist /* parse */ .qgA(Notes, JSON.parse(notes));
    }
    /** Detects the runs that are not in the notes and not older than those. */    function newRunDetector(http, read) {
      const newRunIds = async (intent, signal) => {
        const notes = parseNotes(intent);
        const {ids: ids, coverage: coverage} = await runIdsOf(http, intent.testId, signal);
        const fresh = [ ...ids ].filter(runId => !wasKnown(runId, notes));
        if (fresh.length === 0 && coverage === "some") throw incompleteList(`GET /loadtests/v2/runs`);
        return oldestFirst(fresh);
      };
      const isNew = ({id: id}, intent) => {
        const notes = parseNotes(intent);
        if (wasKnown(id, notes)) return false;
        return notes.coverage === "some" ? void 0 : true;
      };
      return {
        newRunIds: newRunIds,
        isNew: isNew,
        read: read,
        unknownRun: unknownRun
      };
    }
    /** Known before the start, or older than everything that was known. */    function wasKnown(runId, {known: known, coverage: coverage}) {
      return known.includes(runId) || coverage !== "all" && known.length > 0 && Number(runId) < Math.min(...known.map(Number));
    }
    // CONCATENATED MODULE: ./src/cloud/v2/stopper.ts
    /** Finds and stops runs of the legacy API. */
    function v2Stopper(ports) {
      const read = runReader(ports.http);
      const detector = newRunDetector(ports.http, read);
      return {
        find: (intent, signal) => findRun({
          ports: ports,
          detector: detector,
          intent: intent
        }, signal),
        secondRuns: (start, signal) => secondRuns(ports, detector, start, signal),
        read: read,
        stop: (runId, budgetMs, signal) => stopRun({
          ...ports,
          budgetMs: budgetMs
        }, `/loadtests/v2/runs/${runId}/stop`, () => read(runId, signal), signal),
        close: ports.http.close
      };
    }
    // CONCATENATED MODULE: ./src/cloud/v6/schemas.ts
    /** The answers of v6 as schemas: what is taken from what comes back, and how much of it may be missing. */
    /** Statuses of one run; the first ones tell when it was queued and began. */
    const MAX_HISTORY = 200;
    /** Ids on one page; a service that takes no notice of the page size may send all of them. */    const schemas_MAX_LISTED = 5e3;
    /** Whole runs on one page. */    const schemas_MAX_EARLIER = 200;
    /** What a status or a result is explained with; older servers send `{}`. */    const Explanation = dist /* object */ .Ikc({
      message: optionalField(nonEmptyText),
      code: optionalField(dist /* union */ .KCZ([ dist /* number */ .aig(), nonEmptyText ]))
    });
    /** One entry of the history of statuses. */    const Status = dist /* object */ .Ikc({
      type: optionalField(nameText),
      entered: optionalField(instant),
      extra: optionalField(dist /* object */ .Ikc({
        ...Explanation.entries,
        by_user: optionalField(dist /* union */ .KCZ([ nonEmptyText, dist /* number */ .aig() ]))
      }))
    });
    /** A note in full: one that is cut would be read without its tail, or written back cut. */    const fullNote = dist /* pipe */ .FsL(dist /* string */ .YjP(), dist /* maxLength */ .Ru6(2e4));
    /** A result of an odd type is as good as an unknown word, never as none. */    const Result = dist /* nullish */ .cl6(dist /* union */ .KCZ([ dist /* pipe */ .FsL(dist /* string */ .YjP(), dist /* maxLength */ .Ru6(300)), dist /* pipe */ .FsL(dist /* unknown */ .L5J(), dist /* transform */ .pdi(() => "odd")) ]), null);
    /** A run; only id and status must be there and sound, since older servers lack many of the other keys. */    const v6_schemas_Run = dist /* object */ .Ikc({
      id: id,
      status: nameText,
      result: Result,
      test_id: optionalField(id),
      created: optionalField(instant),
      ended: optionalField(instant),
      status_details: optionalField(Status),
      status_history: dist /* fallback */ .NpB(firstItems(optionalField(Status), MAX_HISTORY), []),
      result_details: optionalField(Explanation),
      options: optionalField(dist /* looseObject */ ._H3({
        thresholds: dist /* optional */ .lqM(dist /* unknown */ .L5J())
      })),
      cost: optionalField(dist /* object */ .Ikc({
        total_vuh: optionalField(decimal)
      })),
      max_vus: optionalField(dist /* pipe */ .FsL(wholeNumber, dist /* minValue */ .Wwf(0))),
      estimated_duration: optionalField(secondsAsMs),
      execution_duration: optionalField(secondsAsMs),
      test_run_details_page_url: optionalField(httpsUrl),
      note: optionalField(fullNote)
    });
    /** `POST load_tests/{id}/start`: a run of which the id is enough, whatever else the answer holds or lacks. */    dist /* object */ .Ikc({
      id: id,
      test_id: optionalField(id),
      created: optionalField(instant),
      estimated_duration: v6_schemas_Run.entries.estimated_duration,
      max_vus: v6_schemas_Run.entries.max_vus,
      test_run_details_page_url: v6_schemas_Run.entries.test_run_details_page_url
    });
    /** A run in a list, its id and its times; a page of a service that takes no notice of sizes may hold thousands. */    const schemas_ListedRun = dist /* object */ .Ikc({
      id: id,
      created: optionalField(instant),
      ended: v6_schemas_Run.entries.ended,
      status_details: v6_schemas_Run.entries.status_details,
      status_history: v6_schemas_Run.entries.status_history,
      estimated_duration: v6_schemas_Run.entries.estimated_duration,
      execution_duration: v6_schemas_Run.entries.execution_duration
    });
    /** `GET load_tests/{id}/test_runs` */    const schemas_RunPage = dist /* object */ .Ikc({
      // A longer page is not believed: a run that is left out would look like a new one later.
      value: dist /* pipe */ .FsL(firstItems(schemas_ListedRun, schemas_MAX_LISTED + 1), dist /* maxLength */ .Ru6(schemas_MAX_LISTED)),
      "@nextLink": optionalField(nonEmptyText)
    });
    /** `undefined` for a note that cannot be read whole. */    const listedNote = dist /* nullish */ .cl6(dist /* union */ .KCZ([ fullNote, dist /* pipe */ .FsL(dist /* unknown */ .L5J(), dist /* transform */ .pdi(() => {})) ]), "");
    /** `GET load_tests/{id}/test_runs` where the runs themselves are of interest */    dist /* object */ .Ikc({
      value: validItems(dist /* object */ .Ikc({
        ...v6_schemas_Run.entries,
        is_starred: optionalField(dist /* boolean */ .zMY()),
        note: listedNote
      }), schemas_MAX_EARLIER)
    });
    /** `GET test_runs`, entry by entry, so that one that cannot be read hides no other. */    dist /* object */ .Ikc({
      value: firstItems(dist /* unknown */ .L5J(), schemas_MAX_LISTED),
      "@nextLink": optionalField(nonEmptyText)
    });
    /** `GET test_runs/{id}`, its note alone */    const NotedRun = dist /* object */ .Ikc({
      id: id,
      note: dist /* nullish */ .cl6(fullNote, "")
    });
    /** `GET load_tests/{id}`, its name alone */    dist /* object */ .Ikc({
      name: nameText
    });
    /** `GET auth` */    const Auth = dist /* object */ .Ikc({
      stack_id: id
    });
    // CONCATENATED MODULE: ./src/cloud/v6/run-times.ts
    /** The times of a run in a list. */
    function listedTimes(run) {
      return {
        ...timesOf(run),
        endedMs: run.ended,
        plannedMs: run.estimated_duration
      };
    }
    /** Start in epoch ms and execution in ms. It begins with the status `running`; the service counts it in whole seconds, and not at all at first. */    function timesOf(run) {
      const entries = entriesOf(run);
      const began = entries.findIndex(({type: type}) => type === "running");
      const startedMs = entries[began]?.entered;
      if (run.execution_duration !== void 0 && (run.execution_duration > 0 || began < 0)) return {
        startedMs: startedMs,
        executedMs: run.execution_duration
      };
      const next = entries.slice(began + 1).find(({type: type}) => type !== "running")?.entered;
      const over = began < 0 || next === void 0 || startedMs === void 0;
      return {
        startedMs: startedMs,
        executedMs: over ? void 0 : Math.max(0, next - startedMs)
      };
    }
    /** The history, and the present status for servers that keep no history. */    function entriesOf({status_history: history, status_details: present}) {
      return [ ...history, present ].filter(entry => entry !== void 0);
    }
    // CONCATENATED MODULE: ./src/cloud/v6/list.ts
    /**
 * Runs on a page: whole runs come back, script options included, so that a small page is a quick one. The next size is
 * requested where a page is too large.
 */
    const list_PAGE_SIZES = [ 20, 5, 1 ];
    /** A bound for a service that pages for ever. */    const list_MAX_PAGES = 50;
    /**
 * Lists runs from the newest back to where `enough` says of a page's oldest run that what is older does not matter.
 * A page that is not in this order, from a server that does not sort, cannot say so: then all pages are read. A list
 * whose pages do not end, or begin anew, holds some of the runs.
 * @throws CloudError
 */    async function newestRuns(send, testId, enough, signal) {
      const list = `/cloud/v6/load_tests/${testId}/test_runs`;
      const read = async path => decode_decode(schemas_RunPage, await send({
        method: "GET",
        path: path,
        maxBytes: body_LIST_PAGE_BYTES
      }, signal));
      for (const size of list_PAGE_SIZES) try {
        return await list_allPages(read, list, size, enough);
      } catch (error) {
        if (!(error instanceof errors_CloudError) || error.code !== "too-large" || size === list_PAGE_SIZES.at(-1)) throw error;
      }
      return {
        runs: [],
        coverage: "some"
      };
    }
    async function list_allPages(read, list, size, enough) {
      const runs = new Map;
      const listed = coverage => ({
        runs: [ ...runs.values() ],
        coverage: coverage
      });
      let path = `${list}?$orderby=created%20desc&$top=${size}`;
      for (let page = 1; page <= list_MAX_PAGES; page++) {
        const {value: value, "@nextLink": nextLink} = await read(path);
        const shown = value.map(run => ({
          id: run.id,
          createdMs: run.created,
          times: listedTimes(run)
        }));
        const before = runs.size;
        shown.forEach(run => runs.set(run.id, run));
        if (nextLink === void 0) return listed("all");
        const oldest = shown.at(-1);
        if (oldest !== void 0 && runs.size === before) return listed("some");
        if (oldest !== void 0 && isNewestFirst(shown) && enough(oldest)) return listed("newest");
        path = nextPath(nextLink, list);
      }
      return listed("some");
    }
    function isNewestFirst(runs) {
      return runs.every(({createdMs: createdMs}, place) => {
        const next = runs[place + 1];
        if (createdMs === void 0) return false;
        return next === void 0 || next.createdMs !== void 0 && next.createdMs <= createdMs;
      });
    }
    /**
 * Path and query of a link to the next page. Its scheme and host are not used, since they were seen to be wrong, and
 * the token goes nowhere else; a gateway's own prefix before the path of the API is left to `api-url`.
 * @throws CloudError `malformed` where it leads anywhere but further down the same list
 */    function nextPath(link, list) {
      const url = URL.canParse(link, "https://relative.invalid") ? new URL(link, "https://relative.invalid") : void 0;
      if (url?.pathname.endsWith(list) !== true) throw new errors_CloudError("malformed", {
        request: `GET ${list}`,
        response: "@nextLink: leads out of the list"
      });
      return `${list}${url.search}`;
    }
    const new_runs_Notes = dist /* object */ .Ikc({
      key: dist /* string */ .YjP(),
      known: dist /* array */ .YOg(dist /* string */ .YjP()),
      sinceMs: dist /* optional */ .lqM(dist /* number */ .aig()),
      coverage: dist /* picklist */ .KIO([ "all", "newest", "some" ])
    });
    /** The notes of a start, given the newest runs before it. */    
    /** @throws a fault of this action where the notes are not those of this adapter */
    function new_runs_parseNotes({notes: notes}) {
      return dist /* parse */ .qgA(new_runs_Notes, JSON.parse(notes));
    }
    /** Detects the runs that were created no earlier than the newest run before the start, and are none of those. */    function new_runs_newRunDetector(send, ports) {
      const newRunIds = async (intent, signal) => {
        const {known: known, sinceMs: sinceMs = 0} = new_runs_parseNotes(intent);
        const isOld = ({createdMs: createdMs}) => createdMs !== void 0 && createdMs < sinceMs;
        const {runs: runs, coverage: coverage} = await newestRuns(send, intent.testId, isOld, signal);
        const fresh = runs.filter(run => !isOld(run) && !known.includes(run.id)).map(({id: id}) => id);
        if (fresh.length === 0 && coverage === "some") throw incompleteList(`GET /cloud/v6/load_tests/${intent.testId}/test_runs`);
        return oldestFirst(fresh);
      };
      return {
        ...ports,
        newRunIds: newRunIds,
        isNew: (run, intent) => isNew(run, new_runs_parseNotes(intent))
      };
    }
    /** By the instants of creation; where one of them is not known by the ids, which rise. */    function isNew({id: id, createdMs: createdMs}, notes) {
      const {known: known, sinceMs: sinceMs, coverage: coverage} = notes;
      if (known.includes(id)) return false;
      const isDated = createdMs !== void 0 && sinceMs !== void 0;
      if (isDated && createdMs < sinceMs) return false;
      if (!isDated && known.length > 0 && Number(id) < Math.min(...known.map(Number))) return false;
      if (coverage === "some") return;
      return isDated || Number(id) > Math.max(...known.map(Number)) ? true : void 0;
    }
    // CONCATENATED MODULE: ./src/cloud/v6/stack.ts
    /** The Grafana stack that v6 works in: its numeric id goes into every request, its address into links for people. */
    /**
 * A sender that adds the stack to each request. An address is turned into an id by the first request that needs it;
 * a failure to do so is that request's failure, and the next one asks again.
 */
    function withinStack(http, stack) {
      let known = stack.kind === "id" ? stack.id : void 0;
      return async (asked, signal) => {
        const id = known ?? (stack.kind === "id" ? stack.id : await resolveStackId(http, stack.url, signal));
        known = id;
        return http.send({
          ...asked,
          headers: {
            ...asked.headers,
            "x-stack-id": id
          }
        }, signal);
      };
    }
    async function resolveStackId(http, url, signal) {
      const remedy = `Check that \`stack\` (${url}) is the address of your stack, and that \`token\` may use it: ` + "a personal API token needs its user to be a member of the stack, a stack API token opens its own stack alone.";
      const remedies = {
        forbidden: remedy,
        "not-found": remedy,
        rejected: remedy
      };
      const headers = {
        "x-stack-url": url
      };
      return decode_decode(Auth, await http.send({
        method: "GET",
        path: "/cloud/v6/auth",
        headers: headers,
        advice: remedies
      }, signal)).stack_id;
    }
    // CONCATENATED MODULE: ./src/test-run/note-tail.ts
    /** The machine-readable tail of a run's note: where the run came from and what is known against it. Written and parsed. */
    /** Every tail begins so, whatever its version. */
    const OPENING = "[k6-cloud-gate/";
    const MARKS = [ "regressed", "unsound" ];
    /** A branch of GitHub has 255 bytes at most. */    const LONGEST_BRANCH = 255 * 3;
    const WORD = /[^\s[\]]{1,765}/u.source;
    const TAIL = new RegExp(String.raw`\[k6-cloud-gate/1 repository=(?<repository>[\w.-]{1,100}/[\w.-]{1,100})` + String.raw`(?: branch=(?<branch>${WORD}))?` + String.raw`(?: commit=(?<commit>[0-9a-f]{7,64}))?` + String.raw`(?: pull-request=(?<pull>[1-9]\d{0,14}|unknown))?` + String.raw`(?: workflow-run=(?<run>[1-9]\d{0,14}))?` + String.raw`(?<regressed> regressed)?(?<unsound> unsound)?\]`, "u");
    /** `[k6-cloud-gate/1 repository=acme/shop branch=main commit=0123abc pull-request=12 workflow-run=99 regressed]` */    function tailText({repository: repository, branch: branch, commit: commit, pullRequest: pullRequest, workflowRun: workflowRun, marks: marks}) {
      const encoded = branch === void 0 ? void 0 : encodedBranch(branch);
      const parts = [ `${OPENING}1 repository=${repository}`, encoded === void 0 ? "" : ` branch=${encoded}`, commit === void 0 ? "" : ` commit=${commit}`, pullRequest === void 0 ? "" : ` pull-request=${pullRequest}`, workflowRun === void 0 ? "" : ` workflow-run=${workflowRun}`, ...MARKS.filter(mark => marks.includes(mark)).map(mark => ` ${mark}`) ];
      return `${parts.join("")}]`;
    }
    /** Reads the tail of a note. People may write around it; the tail itself is read exactly as it is written, or not at all. */    function parseTail(note) {
      const openings = (note ?? "").split(OPENING).length - 1;
      if (openings === 0) return "none";
      const groups = openings > 1 ? void 0 : TAIL.exec(note ?? "")?.groups;
      if (groups === void 0) return "unreadable";
      const {repository: repository = "", branch: branch, commit: commit, pull: pull, run: workflowRun} = groups;
      const decoded = branch === void 0 ? void 0 : decodedBranch(branch);
      if (branch !== void 0 && decoded === void 0) return "unreadable";
      const pullRequest = pull === void 0 || pull === "unknown" ? pull : Number(pull);
      const marks = MARKS.filter(mark => groups[mark] !== void 0);
      return {
        repository: repository,
        branch: decoded,
        commit: commit,
        pullRequest: pullRequest,
        workflowRun: workflowRun,
        marks: marks
      };
    }
    /** A text of other people that cannot be taken for a tail. */    
    /**
 * The note as it has to be; what people wrote around its tail stays. A tail that is missing is added to the note of a run
 * that this step started.
 * @returns `undefined` if there is nothing to write: the note says it already, or it is not ours to change
 */
    function finishedNote(note, {text: text, marks: marks, repository: repository}) {
      const known = parseTail(note);
      if (known === "unreadable") return;
      if (known === "none") {
        const own = parseTail(text);
        if (text === void 0 || typeof own === "string") return;
        const tail = tailText({
          ...own,
          marks: marks
        });
        return note.trim() === "" ? text.replace(TAIL, () => tail) : `${note} ${tail}`;
      }
      const isOurs = repository === void 0 || known.repository.toLowerCase() === repository.toLowerCase();
      if (!isOurs || marks.every(mark => known.marks.includes(mark))) return;
      return note.replace(TAIL, () => tailText({
        ...known,
        marks: [ ...known.marks, ...marks ]
      }));
    }
    /** Whether a text is a mark of a tail. */    function isNoteMark(text) {
      return MARKS.includes(text);
    }
    function encodedBranch(branch) {
      try {
        const text = encodeURIComponent(branch).replaceAll("%2F", "/");
        return text === "" || text.length > LONGEST_BRANCH ? void 0 : text;
      } catch {
        return;
 // half of a character pair is no name of a branch
            }
    }
    /** Only what is encoded as this action encodes it. */    function decodedBranch(text) {
      try {
        const branch = decodeURIComponent(text);
        return encodedBranch(branch) === text ? branch : void 0;
      } catch {
        return;
      }
    }
    // CONCATENATED MODULE: ./src/cloud/v6/script-options.ts
    /** The options are the script's own; a test whose script sets no threshold has none. */
    function thresholdsOf(options) {
      if (options === void 0) return "unknown";
      const {thresholds: thresholds} = options;
      if (thresholds === void 0 || thresholds === null) return "none";
      if (typeof thresholds !== "object" || Array.isArray(thresholds)) return "unknown";
      const conditions = Object.values(thresholds).filter(all => !Array.isArray(all) || all.length > 0);
      return conditions.length > 0 ? "stated" : "none";
    }
    /**
 * Whether a threshold of the script has `abortOnFail`; a condition of a form that is not known may have it. What is no
 * list is no metric's conditions, but a field that this version does not know.
 */    function abortChanceOf(options) {
      const thresholds = thresholdsOf(options);
      if (thresholds === "none") return "impossible";
      if (thresholds !== "stated" || typeof options?.thresholds !== "object") return "unknown";
      const lists = Object.values(options.thresholds ?? {});
      const conditions = lists.filter(Array.isArray).flat();
      if (conditions.length === 0) return "unknown";
      const chances = conditions.map(one => {
        if (typeof one === "string") return "impossible";
        const aborts = typeof one === "object" && one !== null && "threshold" in one ? abortFlag(one) : void 0;
        return aborts === void 0 ? "unknown" : aborts ? "possible" : "impossible";
      });
      if (chances.includes("possible")) return "possible";
      return chances.includes("unknown") ? "unknown" : "impossible";
    }
    function abortFlag(condition) {
      if (!("abortOnFail" in condition)) return false;
      const {abortOnFail: abortOnFail} = condition;
      return typeof abortOnFail === "boolean" ? abortOnFail : abortOnFail === null ? false : void 0;
    }
    // CONCATENATED MODULE: ./src/cloud/v6/translate.ts
    /** A run as v6 words it, and its translation: the only file that knows its status words. */
    /** @throws CloudError `malformed` */
    function translate_parseRun(answer, pageOf) {
      return translate_translateRun(decode_decode(v6_schemas_Run, answer), pageOf);
    }
    /**
 * The runs of a list that were asked for. One that cannot be read, is there twice, or has a status that this version
 * does not know is left out: read alone, it tells more.
 */    
    /** A run of which nothing is known but that it was created. */
    function translate_unknownRun(runId, pageOf) {
      return {
        id: runId,
        url: pageOf(runId),
        ...translate_NO_FACTS,
        seen: false,
        result: "none",
        thresholds: "unknown",
        statuses: translate_statusesOf({
          status: "created",
          result: null
        }),
        state: "pending",
        phase: "created"
      };
    }
    const translate_NO_FACTS = {
      testId: void 0,
      createdMs: void 0,
      startedMs: void 0,
      endedMs: void 0,
      plannedMs: void 0,
      executedMs: void 0,
      vus: void 0,
      vuh: void 0,
      detail: void 0
    };
    /** Statuses on the way; the documentation names these and the two ends. Any other word is waited for. */    const PHASES = {
      created: "created",
      queued: "queued",
      initializing: "initializing",
      running: "running",
      processing_metrics: "processing"
    };
    const RESULTS = [ "passed", "failed", "error" ];
    /** A run as one list of runs or another holds it. */    function translate_translateRun(run, pageOf) {
      const facts = translate_factsOf(run, pageOf);
      if (run.status === "aborted") {
        const ending = abortOf(run);
        if (facts.result === "none") return {
          ...facts,
          state: "pending",
          phase: "deciding",
          endedAs: ending
        };
        return {
          ...facts,
          state: "settled",
          ending: ending,
          metrics: "not-awaited"
        };
      }
      if (run.status !== "completed") {
        const phase = Object.hasOwn(PHASES, run.status) ? PHASES[run.status] : void 0;
        return {
          ...facts,
          state: "pending",
          phase: phase ?? "unrecognised"
        };
      }
      if (facts.result === "none") return {
        ...facts,
        state: "pending",
        phase: "deciding"
      };
      return {
        ...facts,
        state: "settled",
        ending: {
          kind: "finished"
        },
        metrics: "complete"
      };
    }
    /**
 * Who cut a run short. v6 has one status for it: a failed threshold with abortOnFail shows in the result, a user in the
 * history, and everything else (limit, script, platform) only in the code and the words of its explanation.
 */    function abortOf(run) {
      if (translate_resultOf(run.result) === "failed") return {
        kind: "aborted",
        by: "threshold"
      };
      const byUser = entriesOf(run).some(({type: type = "", extra: extra}) => extra?.by_user !== void 0 && !PENDING_STATUSES.has(type));
      return {
        kind: "aborted",
        by: byUser ? "user" : ABORTERS.get(translate_detailOf(run)?.code ?? "") ?? "unknown"
      };
    }
    /**
 * Who aborted a run by the code of its explanation. Source: k6, `internal/cloudapi/provisioning/notify.go` (8035, 8036),
 * and the example of a failed `setup()` in the OpenAPI description (8030). 8034 can be a timeout or an output.
 */    const ABORTERS = new Map([ [ "8030", "script-error" ], [ "8035", "script-error" ], [ "8036", "user" ] ]);
    /** A user named beside one of these set the run going; beside any other, the user ended it. */    const PENDING_STATUSES = new Set([ "created", "queued", "initializing", "running" ]);
    function translate_factsOf(run, pageOf) {
      const {startedMs: startedMs, executedMs: executedMs} = timesOf(run);
      return {
        id: run.id,
        testId: run.test_id,
        seen: true,
        url: run.test_run_details_page_url ?? pageOf(run.id),
        createdMs: run.created,
        startedMs: startedMs,
        endedMs: run.ended,
        plannedMs: run.estimated_duration,
        executedMs: executedMs,
        vus: run.max_vus,
        vuh: run.cost?.total_vuh,
        result: translate_resultOf(run.result),
        thresholds: thresholdsOf(run.options),
        abortChance: abortChanceOf(run.options),
        detail: translate_detailOf(run),
        statuses: translate_statusesOf(run),
        origin: originOf(run.note)
      };
    }
    function originOf(note) {
      const tail = parseTail(note);
      return typeof tail === "object" ? tail : void 0;
    }
    function translate_resultOf(result) {
      if (result === null || result === "") return "none";
      return isResult(result) ? result : "unknown";
    }
    function isResult(word) {
      return RESULTS.includes(word);
    }
    /**
 * The service explains an end beside the result, or beside the status; the newest explanation counts. What a run waits
 * for is explained beside its present status.
 */    function translate_detailOf(run) {
      const newestFirst = [ ...entriesOf(run) ].reverse();
      const explained = PENDING_STATUSES.has(run.status) ? newestFirst.filter(({type: type}) => type === run.status).slice(0, 1) : newestFirst.filter(({type: type = ""}) => !PENDING_STATUSES.has(type));
      const besideStatus = explained.map(({extra: extra}) => detailFrom(extra)).find(detail => detail !== void 0);
      const besideResult = detailFrom(run.result_details);
      // One of them may hold the words alone, and the other the code.
            return besideResult === void 0 ? besideStatus : {
        code: besideResult.code ?? besideStatus?.code,
        message: besideResult.message ?? besideStatus?.message
      };
    }
    function detailFrom(explanation) {
      const code = errorCode(explanation?.code);
      const message = explanation?.message;
      return code === void 0 && message === void 0 ? void 0 : {
        code: code,
        message: message
      };
    }
    /** v6 has no status of processing of its own: `processing_metrics` is a status of the run. */    function translate_statusesOf({status: status, result: result}) {
      return {
        run: {
          field: "status",
          value: status
        },
        processing: void 0,
        result: {
          field: "result",
          value: result ?? ""
        }
      };
    }
    // CONCATENATED MODULE: ./src/cloud/v6/stopper.ts
    /** The session of a stack over the given connection. */
    function v6Session(ports, stack) {
      const send = withinStack(ports.http, stack);
      return {
        ports: {
          ...ports,
          http: {
            ...ports.http,
            send: send
          }
        },
        send: send,
        pages: runPages(stack)
      };
    }
    /** Finds and stops runs of v6. */    function v6Stopper({ports: ports, send: send, pages: pages}) {
      const read = reader(ports, send, pages.pageOf);
      const detector = new_runs_newRunDetector(send, {
        read: read,
        unknownRun: runId => translate_unknownRun(runId, pages.pageOf)
      });
      return {
        find: (intent, signal) => findRun({
          ports: ports,
          detector: detector,
          intent: intent
        }, signal),
        secondRuns: (start, signal) => secondRuns(ports, detector, start, signal),
        read: read,
        stop: (runId, budgetMs, signal) => stopRun({
          ...ports,
          budgetMs: budgetMs
        }, `/cloud/v6/test_runs/${runId}/abort`, () => read(runId, signal), signal),
        notes: runNotes(ports, send),
        close: ports.http.close
      };
    }
    /** A note is worth a few tries, no more. */    const NOTE_MS = 3e4;
    function runNotes(ports, send) {
      const bounds = {
        ...ports,
        budgetMs: Math.min(NOTE_MS, ports.outageMs)
      };
      const pathOf = runId => `/cloud/v6/test_runs/${runId}`;
      return {
        read: (runId, signal) => retryUntil(bounds, signal, async () => {
          const response = await send({
            method: "GET",
            path: pathOf(runId)
          }, signal);
          return assertRunId(decode_decode(NotedRun, response), runId, response.request).note;
        }),
        write: async (runId, text, signal) => {
          await retryUntil(bounds, signal, () => send({
            method: "PATCH",
            path: pathOf(runId),
            body: {
              note: text
            }
          }, signal));
        }
      };
    }
    /** One read; a status that this version does not know is reported once, and waited for. */    function reader(ports, send, pageOf) {
      const reported = new Set;
      return async (runId, signal) => {
        const answer = await send({
          method: "GET",
          path: `/cloud/v6/test_runs/${runId}`
        }, signal);
        const run = assertRunId(translate_parseRun(answer, pageOf), runId, answer.request);
        const {value: value} = run.statuses.run;
        if (run.state === "pending" && run.phase === "unrecognised" && !reported.has(value)) {
          reported.add(value);
          ports.onNotice(`Run ${runId} has the status ${value}, which this action does not know; it is waited for like any other.`);
        }
        return run;
      };
    }
    /** Where a run's page is: as its start told, else within the stack where its address is known, else the old app. */    function runPages(stack) {
      const pages = new Map;
      const base = stack.kind === "url" ? `${stack.url}/a/k6-app/runs/` : "https://app.k6.io/runs/";
      return {
        pageOf: runId => pages.get(runId) ?? `${base}${runId}`,
        noted: run => {
          pages.set(run.id, run.url);
          return run;
        }
      };
    }
    // CONCATENATED MODULE: ./src/cloud/connect-stopper.ts
    /** Connects to k6 Cloud; nothing is sent yet. */
    function connectStopper(settings) {
      const {api: api} = settings;
      const ports = openConnection(settings);
      return api.kind === "v6" ? v6Stopper(v6Session(ports, api.stack)) : v2Stopper(ports);
    }
    /** Without its last full stop, so that the text can stand inside a sentence of ours. */
    function withoutFullStop(text) {
      return text.replace(/[.\s]+$/u, "");
    }
    /** `several new runs of test 1201 exist: 7, 8`; of one run, that it may have existed before */
    function unclearRuns(testId, runIds) {
      const [only] = runIds;
      return runIds.length === 1 ? `run ${only} of test ${testId} exists, and it is not known whether it existed before` : `several new runs of test ${testId} exist: ${runIds.join(", ")}`;
    }
    /** What the reader of `unclearRuns` has to do, given what was not done. */    function leftAlone(runIds, undone) {
      return runIds.length === 1 ? `It was not ${undone}. Check it in k6 Cloud, and stop it if you don't need it.` : `None was ${undone}. Check them in k6 Cloud and stop any you don't need.`;
    }
    // CONCATENATED MODULE: ./src/gate/search-run.ts
    /** Between two searches; each search has pauses of its own. */
    const PAUSE_MS = 2e3;
    /**
 * Searches until a run is found or 120 s have passed since the start was sent, with one complete reading of the list at
 * least; where the list cannot be read, `budgetMs` more. A refused token ends the tries.
 */    async function searchRun(left, stopper, clock, budgetMs) {
      const beganMs = clock.now();
      // A clock that was set, or a state that is absurd, must not make it longer.
            const sentMs = Math.min(beganMs, left.sentAtMs ?? -1 / 0);
      const appearsMs = sentMs + second_runs_LATE_MS;
      const boundMs = Math.max(appearsMs, beganMs) + budgetMs;
      const late = () => new Error(`the list of runs was not read within ${Math.round(budgetMs / 1e3)} s`);
      for (;;) {
        const search = await searchOnce();
        if (search.kind !== "none" && search.kind !== "again") return search;
        if (search.kind === "none" && clock.now() >= appearsMs) return search;
        if (search.kind === "again" && clock.now() + PAUSE_MS >= boundMs) return {
          ...search,
          kind: "failed"
        };
        await sleep(clock, PAUSE_MS, (new AbortController).signal);
      }
      async function searchOnce() {
        try {
          return await clock_withTimeout(clock, boundMs - clock.now(), late, signal => stopper.find(left, signal));
        } catch (error) {
          const again = error instanceof errors_CloudError && error.code !== "unauthorized";
          return {
            kind: again ? "again" : "failed",
            failure: clock_toError(error).message
          };
        }
      }
    }
    // CONCATENATED MODULE: ./src/gate/stop-and-watch.ts
    /** An accepted stop is sent again after this long if the run goes on. */
    const AGAIN_MS = 1e4;
    /** After this long from the first accepted stop the run counts as not seen to end. */    const WATCH_MS = 3e4;
    const stop_and_watch_PAUSE_MS = 1e3;
    /** Stops a run, trying for `budgetMs` until a stop is accepted, and reads it until it has ended. */    async function stopAndWatch(runId, stopper, clock, budgetMs) {
      const stop = async limitMs => {
        const late = () => new Error(`no answer within ${Math.round(limitMs / 1e3)} s`);
        return clock_withTimeout(clock, limitMs, late, signal => stopper.stop(runId, limitMs, signal)).catch(failureOf);
      };
      const first = await stop(budgetMs);
      if (first instanceof Failure) return {
        kind: "failed",
        failure: first.message
      };
      if (first === "already-over") return {
        kind: first
      };
      const endMs = clock.now() + WATCH_MS;
      for (;;) {
        const untilMs = Math.min(endMs, clock.now() + AGAIN_MS);
        const seen = await watch(runId, stopper, clock, untilMs);
        if (seen === "ended") return {
          kind: "ended"
        };
        if (seen === "refused" || clock.now() >= endMs) return {
          kind: "unseen"
        };
        if (await stop(Math.min(AGAIN_MS, endMs - clock.now())) === "already-over") return {
          kind: "ended"
        };
      }
    }
    /** Reads the run until it has ended or the time is over; a refused token ends it. */    async function watch(runId, {read: read}, clock, untilMs) {
      const late = () => new Error("the time for reading the run is over");
      for (;;) {
        try {
          const run = await clock_withTimeout(clock, Math.max(stop_and_watch_PAUSE_MS, untilMs - clock.now()), late, signal => read(runId, signal));
          if (stop_hasEnded(run)) return "ended";
        } catch (error) {
          if (error instanceof errors_CloudError && error.code === "unauthorized") return "refused";
        }
        const pauseMs = Math.min(stop_and_watch_PAUSE_MS, untilMs - clock.now());
        if (pauseMs <= 0) return "going-on";
        await sleep(clock, pauseMs, (new AbortController).signal);
      }
    }
    /** What a stop failed with, as opposed to its results. */    class Failure extends Error {}
    function failureOf(error) {
      return new Failure(clock_toError(error).message, {
        cause: error
      });
    }
    /* unused pure expression or super */ null && Error;
    /** Whether a try of the start may have made a second run. */    function isDoubtful(start) {
      return start.doubt !== void 0;
    }
    /** The new runs beside the one that is known. */    function secondRunsOf(start, own, {secondRuns: secondRuns}, signal) {
      const {testId: testId, notes: notes, doubt: doubt} = start;
      return secondRuns({
        intent: {
          testId: testId,
          notes: notes
        },
        own: own,
        doubt: doubt
      }, signal);
    }
    /** One line where the list that tells of a second run could not be read. */    function uncheckedSentence(testId, failure) {
      return `Whether the start of test ${testId} made a second run could not be checked: ${failure}`;
    }
    /** One line for new runs that are not ours. */    function othersSentence(testId, runIds) {
      return `Other new runs of test ${testId} exist; none of them was started by this step: ${runIds.join(", ")}.`;
    }
    // CONCATENATED MODULE: ./src/gate/cleanup.ts
    /** GitHub ends a cancelled job after five minutes at most; the search for a lost start and a stop stay far below it. */
    const cleanup_BUDGET_MS = 6e4;
    /** One read, before anything is stopped. */    const READ_MS = 5e3;
    /** Between two reads, where one that failed is made again. */    const READ_PAUSE_MS = 2e3;
    /** Stops the runs that main has left, side by side, and says what came of each. Never throws. */    async function cleanUp(owed, ports) {
      await Promise.all(owed.map(async left => {
        try {
          await cleanUpOne(left, ports);
        } catch (fault) {
          ports.warn(unstoppable(left, clock_toError(fault).message));
        }
      }));
    }
    /** The sentence for a run that may go on: its ids, what it may cost, and why it was not stopped. */    function unstoppable({testId: testId, runId: runId}, failure) {
      const run = runId === void 0 ? `A run of test ${testId}` : `Run ${runId} of test ${testId}`;
      return `${run} could not be stopped. It may still be running and using VUh: ${failure}`;
    }
    async function cleanUpOne(left, ports) {
      const {stopper: stopper, clock: clock, warn: warn} = ports;
      let {runId: runId} = left;
      let shown;
      if (runId === void 0) {
        const search = await searchRun(left, stopper, clock, cleanup_BUDGET_MS);
        switch (search.kind) {
         case "none":
          warn(`The start request for test ${left.testId} got no response, and no run was found in 120 s. Check k6 Cloud.`);
          return;

         case "unclear":
          warn(`The start request for test ${left.testId} got no response; ${unclearRuns(left.testId, search.runIds)}. ${leftAlone(search.runIds, "stopped")}`);
          return;

         case "failed":
          warn(unstoppable(left, search.failure));
          return;

         case "one":
          shown = search.run;
          runId = shown.id;
        }
      }
      const found = {
        ...left,
        runId: runId
      };
      if (found.isLeft !== true) await stopOwn(found, shown ?? await readOnce(found, ports), ports);
      if (isDoubtful(found)) await stopSecondRuns(found, ports);
    }
    /** Main may have been killed when the run was over, or before it saw that the run is none of ours: one read tells. */    async function stopOwn(found, shown, ports) {
      const {stopper: stopper, clock: clock, log: log, warn: warn} = ports;
      if (shown?.testId !== void 0 && shown.testId !== found.testId) {
        log(`Run ${found.runId} is of test ${shown.testId}, not of test ${found.testId}. It was not stopped.`);
        return;
      }
      const isOver = shown !== void 0 && stop_hasEnded(shown);
      if (isOver && isDoubtful(found)) return;
 // main told of it, and left the search for a second run alone
            const stopped = isOver ? {
        kind: "already-over"
      } : await stopAndWatch(found.runId, stopper, clock, cleanup_BUDGET_MS);
      (stopped.kind === "unseen" || stopped.kind === "failed" ? warn : log)(sentenceOf(found, stopped));
    }
    async function readOnce({runId: runId}, {stopper: stopper, clock: clock}) {
      const late = () => new Error("the run was not read in time");
      try {
        return await clock_withTimeout(clock, READ_MS, late, signal => stopper.read(runId, signal));
      } catch {
        return;
 // the stop finds out
            }
    }
    function sentenceOf(left, stopped) {
      const run = `Run ${left.runId} of test ${left.testId}`;
      switch (stopped.kind) {
       case "ended":
        return `${run} was still running. It was stopped.`;

       case "already-over":
        return `${run} had already ended.`;

       case "unseen":
        return `${run}: The stop was accepted, but the run was not seen to end. It may still be using VUh. Check it in k6 Cloud.`;

       case "failed":
        return unstoppable(left, stopped.failure);
      }
    }
    /** A try of the start that got no response may have made a run beside the one that is known. */    async function stopSecondRuns(start, ports) {
      const {stopper: stopper, clock: clock, log: log, warn: warn} = ports;
      const late = () => new Error("the list of runs was not read in time");
      const found = await clock_withTimeout(clock, cleanup_BUDGET_MS, late, async signal => secondRunsOf(start, await readPatiently(start.runId, ports, signal), stopper, signal)).catch(failure => {
        // The run that is known may be over: what is not known is whether there is another one.
        warn(`${uncheckedSentence(start.testId, withoutFullStop(clock_toError(failure).message))}. Check k6 Cloud.`);
        return {
          ours: [],
          others: []
        };
      });
      const {ours: ours, others: others} = found;
      if (others.length > 0) log(othersSentence(start.testId, others));
      for (const {id: id} of ours) {
        const stopped = await stopAndWatch(id, stopper, clock, cleanup_BUDGET_MS);
        const second = {
          ...start,
          runId: id
        };
        warn(`The start of test ${start.testId} made a second run. ${sentenceOf(second, stopped)}`);
      }
    }
    /** Reads a run, again and again while that may help. */    async function readPatiently(runId, {stopper: stopper, clock: clock}, signal) {
      for (;;) try {
        return await stopper.read(runId, signal);
      } catch (error) {
        if (!(error instanceof errors_CloudError) || error.code === "unauthorized") throw error;
        await sleep(clock, READ_PAUSE_MS, signal).catch(() => {
          throw error;
 // its words say more than that the time is over
                });
      }
    }
    // CONCATENATED MODULE: ./src/gate/finish-notes.ts
    /** A note is two requests; post has a minute for everything. */
    const finish_notes_BUDGET_MS = 2e4;
    /** Finishes them side by side, and says what came of each. Never throws. */    async function finishNotes(owed, ports) {
      const {stopper: stopper, clock: clock, log: log, warn: warn} = ports;
      await Promise.all(owed.map(async note => {
        const late = () => new Error(`no complete response within ${finish_notes_BUDGET_MS / 1e3} s`);
        try {
          await clock_withTimeout(clock, finish_notes_BUDGET_MS, late, async signal => {
            const present = await (stopper.notes?.read(note.runId, signal));
            const finished = present === void 0 ? void 0 : finishedNote(present, note);
            if (finished === void 0) return;
            await (stopper.notes?.write(note.runId, finished, signal));
            log(`The note of run ${note.runId} was finished.`);
          });
        } catch (error) {
          const sentence = unfinishedNote(note, clock_toError(error).message);
          (note.isReported ? log : warn)(sentence);
        }
      }));
    }
    /** The sentence for a note that could not be finished, and what that means. */    function unfinishedNote({runId: runId}, failure) {
      const why = failure.replace(/\.?$/u, ".");
      return `The note of run ${runId} could not be finished: ${why} If the run passed, it can later be taken for a baseline.`;
    }
    // CONCATENATED MODULE: ./src/inputs/token-like.ts
    /** Whether a text looks like a token, no matter who issued it: it may have been set for the wrong input. */
    /** How tokens of Grafana and of GitHub begin. */
    const PREFIX = /(?<![a-z\d])(?:gl(?:sa|c|p)|gh[pousr]|github_pat)_/iu;
    /** As long as the shortest tokens. */    const LONG = /[a-z\d]{32,}/giu;
    /** Says so of a known beginning, of 32 hex digits and more, and of as many letters and digits mixed. */    function looksLikeToken(text) {
      const line = characters_oneLine(text);
      if (PREFIX.test(line)) return true;
      const long = line.match(LONG) ?? [];
      return long.some(part => /^[\da-f]+$/iu.test(part) || /\d/u.test(part) && /\D/u.test(part));
    }
    // CONCATENATED MODULE: ./src/inputs/defaults.ts
    /** The defaults of the inputs. Written by `npm run format` from action.yml. */
    /** The default of each input that has one, by the name of the input. */
    const DEFAULTS = new Map([ [ "api", "auto" ], [ "api-url", "https://api.k6.io" ], [ "wait", "true" ], [ "poll-interval", "auto" ], [ "timeout", "2h" ], [ "queue-timeout", "0" ], [ "processing-timeout", "5m" ], [ "outage-timeout", "5m" ], [ "request-timeout", "15s" ], [ "on-timeout", "stop" ], [ "on-cancel", "stop" ], [ "fail-on", "failed, aborted, error, timeout" ], [ "processing-error", "fail" ], [ "require-thresholds", "false" ], [ "missing-token", "fail" ], [ "note", "auto" ], [ "summary", "true" ], [ "comment", "never" ], [ "baseline", "none" ], [ "require-comparison", "false" ], [ "mark-as-baseline", "false" ] ]);
    // CONCATENATED MODULE: ./src/inputs/raw.ts
    const raw_INVISIBLE = /[\s\p{Cc}\p{Cf}]/u;
    /** The text without white space, byte order marks, zero-width and control characters at its ends. */    function raw_trimmed(text) {
      let start = 0;
      let end = text.length;
      while (start < end && raw_INVISIBLE.test(text.charAt(start))) start += 1;
      while (end > start && raw_INVISIBLE.test(text.charAt(end - 1))) end -= 1;
      return text.slice(start, end);
    }
    /** Reads inputs; an empty one means its default, because a wrapping workflow passes on `''` for what is not set. */    function rawInputs(runner) {
      return name => raw_trimmed(runner.input(name)) || (DEFAULTS.get(name) ?? "");
    }
    /** An environment variable, trimmed as inputs are; empty where it is absent. */    function rawEnv(runner, name) {
      return raw_trimmed(runner.env(name) ?? "");
    }
    // CONCATENATED MODULE: ./src/inputs/tokens.ts
    /** Reads all tokens and masks them in everything that is printed from here on. */
    function hideTokens(runner, input) {
      const [given, ofEnvironment, github] = [ input("token"), rawEnv(runner, "K6_CLOUD_TOKEN"), input("github-token") ];
      const secrets = [ ...new Set([ given, ofEnvironment, github ]) ].filter(secret => secret !== "");
      secrets.forEach(runner.hide);
      return {
        k6: given || ofEnvironment,
        github: github,
        secrets: secrets
      };
    }
    /** The parser of a value that becomes part of an address: in small letters, a token there is no longer hidden. */    // CONCATENATED MODULE: ./src/inputs/api.ts
    const SLUG = /^(?=.*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/iu;
    /** A host, with or without the path of a page. */    const HOST = /^(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,63}(?::\d{1,5})?(?:[/?#].*)?$/iu;
    /** A stack by its id, its slug, its host, or the address of any of its pages. */    const stack = text => {
      if (/^[1-9]\d{0,15}$/u.test(text) && Number.isSafeInteger(Number(text))) return {
        value: {
          kind: "id",
          id: text
        }
      };
      // A token that was set for the wrong input must not become the name of a host: it would be looked up.
            const isSlug = SLUG.test(text) && !looksLikeToken(text);
      const url = isSlug ? `https://${text.toLowerCase()}.grafana.net` : stackUrl(text);
      return url === void 0 ? {
        accepted: "the numeric id of a Grafana stack, its slug (acme), its host (acme.grafana.net) or its https URL " + "(https://acme.grafana.net)"
      } : {
        value: {
          kind: "url",
          url: url
        }
      };
    };
    /** The address of the stack in the address of one of its pages: query and fragment are dropped, and so is the page. */    function stackUrl(text) {
      const address = HOST.test(text) ? `https://${text}` : text;
      if (!URL.canParse(address)) return;
      const {protocol: protocol, username: username, password: password, hostname: hostname, origin: origin, pathname: pathname} = new URL(address);
      if (protocol !== "https:" || username !== "" || password !== "") return;
      if (hostname.endsWith(".grafana.net")) return origin;
      return `${origin}${withoutLastSlashes(pathname.replace(/\/a\/.*$/u, ""))}`;
    }
    function withoutLastSlashes(path) {
      let end = path.length;
      while (path.charAt(end - 1) === "/") end -= 1;
      return path.slice(0, end);
    }
    /** Reads `api` and `stack` together; where there is a problem, the value that is returned is never used. */    // CONCATENATED MODULE: ./src/inputs/parsers.ts
    /** The grammar of input values: from a runner string to a value, or to what would have been accepted. */
    /** Longer than any test or queue; keeps sums of instants exact. */
    const MAX_HOURS = 999;
    const DURATION = /^(?:(?<hours>\d{1,6})h)?(?:(?<minutes>\d{1,6})m)?(?:(?<seconds>\d{1,8})s)?$/u;
    /** A duration of at least `leastMs`, in ms: `90`, `90s`, `5m`, `1h30m`; a bare number is seconds. */    function duration(leastMs) {
      const accepted = `a duration such as 90, 90s, 5m or 1h30m, from ${leastMs / 1e3}s to ${MAX_HOURS}h`;
      return text => {
        const ms = /^\d{1,8}$/u.test(text) ? Number(text) * 1e3 : unitsToMs(text);
        if (ms === void 0 || ms < leastMs || ms > MAX_HOURS * 36e5) return {
          accepted: accepted
        };
        return {
          value: ms
        };
      };
    }
    /** A time limit; 0 means no limit. */    function unitsToMs(text) {
      const {hours: hours = 0, minutes: minutes = 0, seconds: seconds = 0} = DURATION.exec(text)?.groups ?? {};
      if (text === "" || !DURATION.test(text)) return;
      return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1e3;
    }
    /** `true` or `false`, in the spellings of YAML; anything else is refused. */    
    /** The base URL of the API: https, or plain http to this machine, because the token must not be sent unencrypted. */
    const apiUrl = text => {
      const accepted = "an https URL without user name, password, query or fragment (http to a loopback address only)";
      if (!URL.canParse(text)) return {
        accepted: accepted
      };
      const url = new URL(text);
      const clear = url.protocol === "http:" && isLoopback(url.hostname);
      const bare = url.username === "" && url.password === "" && url.search === "" && url.hash === "";
      return bare && (url.protocol === "https:" || clear) ? {
        value: url
      } : {
        accepted: accepted
      };
    };
    function isLoopback(hostname) {
      return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
    }
    /** A token as it may stand in a header: visible ASCII. */    const parsers_token = text => /^[!-~]+$/u.test(text) ? {
      value: text
    } : {
      accepted: "a k6 Cloud API token of ASCII characters without spaces or line breaks"
    };
    /** `auto, v6 or v2` */    // CONCATENATED MODULE: ./src/test-run/number-table.ts
    const LATENCY = {
      unit: "ms",
      worse: "more",
      needsRequests: true
    };
    const ROWS = {
      p95Ms: {
        ...LATENCY,
        title: "p95 latency",
        rule: "p95",
        json: "p95Ms",
        isKey: true,
        threshold: [ "http_req_duration", "p(95)" ],
        query: [ "http_req_duration", "histogram_quantile(0.95)" ]
      },
      p99Ms: {
        ...LATENCY,
        title: "p99 latency",
        rule: "p99",
        json: "p99Ms",
        isKey: true,
        threshold: [ "http_req_duration", "p(99)" ],
        query: [ "http_req_duration", "histogram_quantile(0.99)" ]
      },
      avgMs: {
        ...LATENCY,
        title: "average latency",
        rule: "avg",
        json: "avgMs",
        isKey: false,
        threshold: [ "http_req_duration", "avg" ],
        query: [ "http_req_duration", "histogram_avg" ]
      },
      maxMs: {
        ...LATENCY,
        title: "longest latency",
        rule: "max",
        json: "maxMs",
        isKey: false,
        threshold: [ "http_req_duration", "max" ],
        query: [ "http_req_duration", "histogram_max" ]
      },
      rps: {
        title: "requests",
        unit: "per-second",
        worse: "less",
        rule: "rps",
        json: "requestsPerSecond",
        isKey: true,
        needsRequests: false,
        threshold: [ "http_reqs", "rate" ],
        query: [ "http_reqs", "rate" ]
      },
      errorRate: {
        title: "failed requests",
        unit: "share",
        worse: "more",
        rule: "error-rate",
        json: "errorRate",
        isKey: true,
        needsRequests: true,
        threshold: [ "http_req_failed", "rate" ],
        query: [ "http_req_failed", "ratio" ]
      },
      checksRate: {
        title: "checks passed",
        unit: "share",
        worse: "less",
        rule: "checks-rate",
        json: "checksRate",
        isKey: true,
        needsRequests: false,
        threshold: [ "checks", "rate" ],
        query: [ "checks", "ratio" ]
      },
      requests: {
        title: "total requests",
        unit: "count",
        worse: "neither",
        rule: void 0,
        json: "requests",
        isKey: false,
        needsRequests: false,
        threshold: [ "http_reqs", "count" ],
        query: [ "http_reqs", "increase" ]
      },
      peakVus: {
        title: "peak VUs",
        unit: "count",
        worse: "neither",
        rule: void 0,
        json: "peakVus",
        isKey: false,
        needsRequests: false,
        threshold: void 0,
        query: [ "vus", "sum(max by (instance_id))" ]
      },
      iterations: {
        title: "iterations",
        unit: "count",
        worse: "neither",
        rule: void 0,
        json: "iterations",
        isKey: false,
        needsRequests: false,
        threshold: [ "iterations", "count" ],
        query: [ "iterations", "increase" ]
      }
    };
    /** What is known of each number. */    const NUMBERS = ROWS;
    /** All numbers, in the order in which reports list them. */    const NUMBER_NAMES = Object.keys(ROWS);
    /** A share that was reckoned from parts can be a hair above all of it. */    
    /** All numbers that can be compared, by the names that `max-regression` takes. */
    const number_table_METRICS = Object.fromEntries(NUMBER_NAMES.flatMap(name => {
      const row = NUMBERS[name];
      if (row.worse === "neither") return [];
      const {title: title, unit: unit, worse: worse} = row;
      const metric = {
        title: title,
        unit: unit,
        worse: worse,
        number: name,
        row: row,
        of: numbers => numbers[name]
      };
      return [ [ row.rule, metric ] ];
    }));
    /** The names of the numbers that can be compared, in the order in which reports list them. */    Object.keys(number_table_METRICS);
    /** Whether a name is one that `max-regression` takes. */    // CONCATENATED MODULE: ./src/inputs/regression-rules.ts
    /** A name of k6: of a metric or of a tag. */
    const NAME = String.raw`[A-Za-z_]\w{0,127}`;
    const regression_rules_NUMBER = String.raw`\d{1,6}(?:\.\d{1,6})?`
    /** Values stand in the path of a request, so they hold only what its reference allows, and nothing that ends a text. */;
    const VALUE = String.raw`\w{1,255}|"[\w.()=~!<>|, /:*+-]{1,255}"`;
    const TAG = String.raw`\s*(${NAME})\s*:\s*(${VALUE})\s*`;
    new RegExp(String.raw`^(?<metric>[a-z0-9-]+)(?:\((?<name>${NAME})\))?(?:\{(?<tags>[^{}]*)\})?` + String.raw`\s*=\s*(?<sign>[+-]?)(?<size>\d{1,4}(?:\.\d{1,6})?)\s*(?<unit>%|pp)` + String.raw`(?:\s*&\s*(?<floor>${regression_rules_NUMBER})\s*(?<floorUnit>ms|pp)?)?$`, "u");
    new RegExp(`^${TAG}(?:,${TAG})*$`, "u");
    new RegExp(TAG, "gu");
    /** More tags and rules than a person writes. */    const LONGEST_STATUS_NAME = 100;
    /** The name of a commit status: what branch protection shows, and everybody, so one short line and no token. */    const reports_statusName = value => value.length <= LONGEST_STATUS_NAME && characters_oneLine(value) === value && !looksLikeToken(value) ? {
      value: value
    } : {
      accepted: `one line of at most ${LONGEST_STATUS_NAME} characters that is no token`
    };
    // CONCATENATED MODULE: ./src/inputs/post-inputs.ts
    /** Reads the text that main saved; `undefined` where it is not sound: the environment of a job may hold anything. */
    function parseConnection(text) {
      const saved = fieldsOf(parsedJson(text));
      const api = parseApi(fieldsOf(saved.get("api")));
      const url = apiUrl(post_inputs_textOf(saved.get("apiUrl")));
      const limit = duration(1e3)(`${Number(saved.get("requestMs")) / 1e3}`);
      if (api === void 0 || "accepted" in url || "accepted" in limit) return;
      return {
        api: api,
        apiUrl: url.value,
        requestMs: limit.value
      };
    }
    /** The token of the step or the environment, hidden before anything else; `undefined` where there is none to use. */    function readPostToken(runner) {
      const parsed = parsers_token(hideTokens(runner, rawInputs(runner)).k6);
      return "value" in parsed ? parsed.value : void 0;
    }
    /** The commit status of the step; its token is hidden by `readPostToken`. */    function readPostStatus(runner) {
      const input = rawInputs(runner);
      const [name, githubToken] = [ reports_statusName(input("status")), input("github-token") ];
      return {
        name: "value" in name ? name.value : "",
        githubToken: githubToken === "" ? void 0 : githubToken
      };
    }
    function parseApi(api) {
      if (api.get("kind") === "v2") return {
        kind: "v2"
      };
      if (api.get("kind") !== "v6") return;
      const saved = fieldsOf(api.get("stack"));
      const named = stack(post_inputs_textOf(saved.get(saved.get("kind") === "id" ? "id" : "url")));
      return "value" in named ? {
        kind: "v6",
        stack: named.value
      } : void 0;
    }
    function fieldsOf(value) {
      return new Map(Object.entries(typeof value === "object" && value !== null ? value : {}));
    }
    function post_inputs_textOf(value) {
      return typeof value === "string" ? value : "";
    }
    function parsedJson(text) {
      try {
        return JSON.parse(text);
      } catch {
        return;
 // like any other text that is no connection
            }
    }
    // EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 12 modules
        var core = __webpack_require__(143);
    // CONCATENATED MODULE: ./src/text/redactor.ts
    /** Removes secrets from text, in the forms in which services and tools repeat them, and however they were cut. */
    /** A shorter beginning of a secret is too common in other text, and too short to be of use. */
    const LEADING_FRAGMENT = 12;
    /** The same for a text that begins with it: a value that was pasted in the wrong place. */    const LEADING_FRAGMENT_AT_START = 8;
    /** A shorter part of a base64 text occurs by chance. */    const SHORTEST_BASE64_PART = 8;
    /** Starts with nothing to hide. */    function createRedactor() {
      const masked = [];
      // As they are searched for: without blanks.
            const hidden = new Set;
      const secrets = new Set;
      return {
        hide: secret => {
          if (withoutBlanks(secret) === "") return [];
          const fresh = formsOf(secret).filter(form => !masked.includes(form));
          masked.push(...fresh);
          for (const form of fresh) hidden.add(withoutBlanks(form));
          secrets.add(withoutBlanks(secret));
          return fresh;
        },
        redact: text => {
          const shortest = [ ...hidden ].reduce((least, {length: length}) => Math.min(least, length), LEADING_FRAGMENT_AT_START);
          if (hidden.size === 0 || text.length < shortest) return text;
          const visible = withoutBlanks(text);
          const found = [ ...[ ...hidden ].flatMap(form => spansOf(form, visible)), ...[ ...secrets ].flatMap(one => startOf(one, visible)) ];
          if (found.length === 0) return text;
          const placeOf = placesOf(text, visible.length);
          return replaced(text, merged(found).map(([from, to]) => [ placeOf(from), placeOf(to - 1) + 1 ]));
        }
      };
    }
    /** As it is, in JSON, in a URL, and as base64: alone, or after or before a user name. */    function formsOf(secret) {
      const url = encodeURIComponent(wellFormed(secret));
      const base64 = [ secret, `${secret}:`, `:${secret}` ].flatMap(text => {
        const bytes = Buffer.from(text, "utf8");
        const padded = bytes.toString("base64");
        return [ padded, padded.replace(/=+$/u, ""), padded.replaceAll("+", "-").replaceAll("/", "_"), bytes.toString("base64url") ];
      });
      return [ ...new Set([ secret, JSON.stringify(secret).slice(1, -1), secret.replaceAll("/", String.raw`\/`), // as some programs write it in JSON
      url, url.replace(/%[\dA-F]{2}/gu, code => code.toLowerCase()), ...base64, ...[ 0, 1, 2 ].flatMap(offset => base64Parts(secret, offset)) ]) ];
    }
    /**
 * What base64 makes of the secret behind `offset` unknown bytes, without the signs that its neighbours change: a user
 * name of any length may stand in front of it.
 */    function base64Parts(secret, offset) {
      const bytes = Buffer.concat([ Buffer.alloc(offset), Buffer.from(secret, "utf8") ]);
      const signs = bytes.toString("base64").replace(/=+$/u, "");
      const part = signs.slice(offset === 0 ? 0 : offset + 1, bytes.length % 3 === 0 ? void 0 : -1);
      if (part.length < SHORTEST_BASE64_PART) return [];
      return [ part, part.replaceAll("+", "-").replaceAll("/", "_") ];
    }
    function withoutBlanks(text) {
      return text.replace(BLANK, "");
    }
    /** From a place in the text without blanks to the same place in the whole text. */    function placesOf(text, visibleLength) {
      if (visibleLength === text.length) return place => place;
      const places = new Uint32Array(visibleLength);
      let length = 0;
      let from = 0;
      const take = to => {
        for (let place = from; place < to; place++) places[length++] = place;
      };
      for (const {index: index, 0: sign} of text.matchAll(BLANK)) {
        take(index);
        from = index + sign.length;
      }
      take(text.length);
      return place => places[place] ?? place;
    }
    /** Where the form, or at least its beginning, is in the text. */    function spansOf(form, text) {
      const start = form.slice(0, LEADING_FRAGMENT);
      const spans = [];
      // The next may begin inside of this one, where the form repeats itself.
            for (let from = text.indexOf(start); from >= 0; from = text.indexOf(start, from + 1)) addSpan(spans, [ from, from + commonLength(form, text, from) ]);
      return spans;
    }
    function startOf(secret, text) {
      const length = commonLength(secret, text, 0);
      return length < LEADING_FRAGMENT_AT_START ? [] : [ [ 0, length ] ];
    }
    function commonLength(form, text, from) {
      let length = 0;
      while (length < form.length && form[length] === text[from + length]) length++;
      return length;
    }
    /** Overlapping spans as one: a form inside another must not break it up. */    function merged(spans) {
      const out = [];
      for (const span of [ ...spans ].sort((a, b) => a[0] - b[0])) addSpan(out, span);
      return out;
    }
    /** Adds a span that begins behind the beginning of the last one. */    function addSpan(spans, [from, to]) {
      const last = spans.at(-1);
      if (last !== void 0 && from < last[1]) spans[spans.length - 1] = [ last[0], Math.max(last[1], to) ]; else spans.push([ from, to ]);
    }
    function replaced(text, spans) {
      const parts = [];
      let rest = 0;
      for (const [from, to] of spans) {
        parts.push(text.slice(rest, from), "***");
        rest = to;
      }
      return [ ...parts, text.slice(rest) ].join("");
    }
    // CONCATENATED MODULE: ./src/text/safe-text.ts
    /** Makes text from anywhere harmless for the runner, which reads every line of the log for commands. */
    /**
 * One line that the runner takes for text. It honours `::command::` at a line's start behind white space, and
 * `##[command]` anywhere in a line (actions/runner, ActionCommand); both are broken by a zero-width joiner of words.
 */
    function safeLine(text) {
      return withoutCommands(characters_oneLine(text));
    }
    /** Text of any number of lines of which none is a workflow command. */    function withoutCommands(text) {
      return text.replaceAll("##[", "#⁠#[").replace(/(?<=^|\u0085)([\s\u0085]*):(?=:)/gmu, "$1:⁠");
    }
    /**
 * The value of an output: one line without secrets, controls and commands, since workflows echo it. JSON stays JSON of
 * the same meaning.
 */    function safeOutput(value, redact) {
      const json = /^[[{]/u.test(value) ? compactJson(value) : void 0;
      return json === void 0 ? safeLine(redact(value)) : redactedJson(json, redact);
    }
    function compactJson(text) {
      try {
        return JSON.stringify(JSON.parse(text));
      } catch {
        return;
 // text that begins like JSON
            }
    }
    // CONCATENATED MODULE: ./src/runner/github-runner.ts
    /** The real runner: the Actions toolkit behind the port. */
    /** The runner of this very process. */
    function githubRunner() {
      ignoreLogErrors();
      const redactor = createRedactor();
      const line = text => safeLine(redactor.redact(text));
      return {
        input: name => core.getInput(name),
        env: name => {
          const value = process.env[name];
          return value === "" ? void 0 : value;
        },
        hide: secret => {
          redactor.hide(secret).forEach(form => {
            core.setSecret(form);
          });
        },
        redact: redactor.redact,
        log: text => {
          core.info(line(text));
        },
        debug: text => {
          if (core.isDebug()) core.debug(line(text));
        },
        group: (title, lines) => {
          core.startGroup(line(title));
          lines.forEach(one => {
            core.info(line(one));
          });
          core.endGroup();
        },
        annotate: (level, message, title) => {
          core[level](line(message), title === void 0 ? {} : {
            title: line(title)
          });
        },
        output: (name, value) => {
          core.setOutput(name, safeOutput(value, redactor.redact));
        },
        saveState: (name, value) => {
          core.saveState(name, redactor.redact(value));
        },
        state: name => core.getState(name),
        summarize: markdown => summarize(redactor.redact(markdown))
      };
    }
    /**
 * Nobody may read the log any more, or its disk may be full. Without a listener each line would be a fault, and what
 * says so another line; the verdict, the outputs and a stop need no log.
 */    function ignoreLogErrors() {
      if (!process.stdout.listeners("error").includes(ignored)) process.stdout.on("error", ignored);
    }
    function ignored() {
      // See above: there is nowhere to tell it.
    }
    async function summarize(markdown) {
      if ((process.env["GITHUB_STEP_SUMMARY"] ?? "") === "") return false;
      await core.summary.addRaw(markdown, true).write();
      return true;
    }
    // CONCATENATED MODULE: ./src/runner/owed-notes.ts
    /** The name of each entry's state; `post.ts` searches for it in the environment before it imports anything. */
    const ENTRY = "note-";
    /** A step has 50 runs at most. */    const MAX_ENTRIES = 50;
    /** A note and what stands beside it are shorter than this; a longer text is not ours. */    const MAX_LENGTH = 2e3;
    const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,100}$/u;
    /** Saves what post has to write if main does not get to it; `undefined`: nothing. */    
    /** What main left to write, as far as it can be read; an entry that is no note of ours is `undefined`. */
    function savedNotes({state: state}) {
      const texts = Array.from({
        length: MAX_ENTRIES
      }, (_, place) => state(`${ENTRY}${place}`));
      return texts.filter(text => text !== "").map(parsedNote);
    }
    function parsedNote(json) {
      const saved = owed_notes_fieldsOf(json);
      const [runId, text, repository] = [ saved.get("runId"), saved.get("text"), saved.get("repository") ];
      const marks = saved.get("marks");
      if (typeof runId !== "string" || !/^[1-9]\d{0,15}$/u.test(runId)) return;
      if (text !== void 0 && !isNote(text)) return;
      if (repository !== void 0 && !(typeof repository === "string" && REPOSITORY.test(repository))) return;
      if (!Array.isArray(marks) || !marks.every(isNoteMark)) return;
      return {
        runId: runId,
        text: text,
        marks: marks,
        repository: repository,
        isReported: saved.get("isReported") === true
      };
    }
    /** A note that main wrote is one line with one tail. */    function isNote(text) {
      return typeof text === "string" && characters_oneLine(text) === text && typeof parseTail(text) === "object";
    }
    function owed_notes_fieldsOf(json) {
      if (json.length > MAX_LENGTH) return new Map;
      try {
        const value = JSON.parse(json);
        return new Map(Object.entries(typeof value === "object" && value !== null ? value : {}));
      } catch {
        return new Map;
 // the environment of the job may hold anything under our names
            }
    }
    // CONCATENATED MODULE: ./src/runner/memory.ts
    /** The name of each entry's state; `post.ts` searches for it in the environment before it imports anything. */
    const memory_ENTRY = "start-";
    const CONNECTION = "connection";
    /** A step starts 50 tests at most; more entries are not ours. */    const memory_MAX_ENTRIES = 50;
    /** An entry holds a hundred ids at most; a longer text is not ours. */    const MAX_ENTRY_LENGTH = 2e4;
    /**
 * Saves how post reaches k6 Cloud, before anything is sent: where the state cannot be kept, nothing is started, since a
 * kill would leave the run behind.
 * @throws where the state cannot be written
 */    
    /** The text that `saveConnection` saved; empty where it saved nothing. */
    function savedConnection({state: state}) {
      return state(CONNECTION);
    }
    /**
 * The memory of main. It starts empty whatever the environment says: only post reads state. One entry for each test,
 * since one value that holds all of them could outgrow what an environment variable may hold. Written through at once,
 * so that a kill loses nothing.
 */    
    /** What main left, as far as it can be read. Entries that are no start of ours are left out. */
    function savedStarts(runner) {
      return savedEntries(runner).flatMap(parsePendingStart);
    }
    /** How many entries say that something is owed, but not what. */    function countUnreadableStarts(runner) {
      return savedEntries(runner).filter(text => parsePendingStart(text).length === 0).length;
    }
    function savedEntries({state: state}) {
      const texts = Array.from({
        length: memory_MAX_ENTRIES
      }, (_, place) => state(`${memory_ENTRY}${place}`));
      return texts.filter(text => text !== "");
    }
    function parsePendingStart(text) {
      if (text.length > MAX_ENTRY_LENGTH) return [];
      const saved = new Map(Object.entries(memory_jsonObject(text) ?? {}));
      const [testId, notes, runId] = [ saved.get("testId"), saved.get("notes"), saved.get("runId") ];
      if (!memory_isId(testId) || typeof notes !== "string") return [];
      const sentAtMs = saved.get("sentAtMs");
      const sent = {
        ...isInstant(sentAtMs) ? {
          sentAtMs: sentAtMs
        } : {},
        ...doubtOf(saved.get("doubt")),
        ...saved.get("isLeft") === true ? {
          isLeft: true
        } : {}
      };
      if (runId === void 0) return [ {
        testId: testId,
        notes: notes,
        ...sent
      } ];
      return memory_isId(runId) ? [ {
        testId: testId,
        notes: notes,
        runId: runId,
        ...sent
      } ] : [];
    }
    function doubtOf(value) {
      if (typeof value !== "object" || value === null) return {};
      const saved = new Map(Object.entries(value));
      const [firstTryMs, lastTryMs] = [ saved.get("firstTryMs"), saved.get("lastTryMs") ];
      return isInstant(firstTryMs) && isInstant(lastTryMs) ? {
        doubt: {
          firstTryMs: firstTryMs,
          lastTryMs: lastTryMs
        }
      } : {};
    }
    function isInstant(value) {
      return typeof value === "number" && Number.isFinite(value);
    }
    function memory_isId(value) {
      return typeof value === "string" && /^[1-9]\d{0,15}$/u.test(value);
    }
    function memory_jsonObject(text) {
      try {
        const value = JSON.parse(text);
        return typeof value === "object" && value !== null ? value : void 0;
      } catch {
        return;
 // the environment of the job may hold anything under our names
            }
    }
    // CONCATENATED MODULE: ./src/app/post-step.ts
    /** The post step with real ports: stops what main left, within its budget, and turns any fault into a warning. */
    /** One request of post must not take the time of the stop that follows it. */
    const LONGEST_REQUEST_MS = 15e3;
    const OUTAGE_MS = 6e4;
    /** Handles that outlive their work must not hang the job. */    const LINGER_MS = 3e3;
    /**
 * Stops the runs that main left. Never throws, and no fault makes it red.
 * @param host the process: its stray faults become warnings, and it is ended where handles outlive their work
 */    async function postStep(host) {
      const runner = githubRunner();
      const warn = sentence => {
        runner.annotate("warning", sentence);
      };
      const stray = fault => {
        warn(`Internal error in the post step of this action: ${clock_toError(fault).message}. Please report it.`);
      };
      host.on("uncaughtException", stray).on("unhandledRejection", stray);
      try {
        const token = readPostToken(runner);
 // first of all, so that it is hidden before anything is said
                await Promise.all([ stopLeft(runner, token, warn), finishStatus(readPostStatus(runner), runner) ]);
      } catch (fault) {
        warn(`Runs that may still be running could not be stopped: ${clock_toError(fault).message}`);
      }
      clock_systemClock.setTimer(LINGER_MS, () => host.exit(), {
        keepsProcessAlive: false
      });
    }
    async function stopLeft(runner, token, warn) {
      const left = savedStarts(runner);
      const saved = savedNotes(runner);
      const notes = saved.filter(note => note !== void 0);
      const isForOthersAlone = left.length === 0 && (saved.length > 0 || (0, commit_status /* savedStatus */ .Ol)(runner) !== void 0);
      if (countUnreadableStarts(runner) > 0 || left.length === 0 && !isForOthersAlone) warn("The state that main saved cannot be read: a run that it started may still be running. Check k6 Cloud.");
      if (notes.length < saved.length) warn("The state that main saved of a note cannot be read, so it was not finished.");
      if (left.length === 0 && notes.length === 0) return;
      const connection = parseConnection(savedConnection(runner));
      const lack = connection === void 0 ? "the connection that main saved cannot be read." : "the post step has no `token`, neither as input nor in the environment variable K6_CLOUD_TOKEN.";
      if (connection === void 0 || token === void 0) {
        for (const start of left) warn(unstoppable(start, lack));
        for (const note of notes) warn(unfinishedNote(note, lack));
        return;
      }
      const stopper = connectStopper({
        ...connection,
        requestMs: Math.min(connection.requestMs, LONGEST_REQUEST_MS),
        token: token,
        redact: runner.redact,
        outageMs: OUTAGE_MS,
        clock: clock_systemClock,
        random: systemRandom,
        onDebug: runner.debug,
        onNotice: runner.log
      });
      const ports = {
        stopper: stopper,
        clock: clock_systemClock,
        log: runner.log,
        warn: warn
      };
      try {
        await Promise.all([ cleanUp(left, ports), finishNotes(notes, ports) ]);
      } finally {
        stopper.close();
      }
    }
    /***/  },
  /***/ 643: 
  /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    /* harmony export */ __webpack_require__.d(__webpack_exports__, {
      /* harmony export */ Ol: () => /* binding */ savedStatus,
      /* harmony export */ dc: () => /* binding */ StatusRefused
      /* harmony export */    });
    /* unused harmony export saveStatus */
    /* harmony import */    var _event_pull_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(377);
    const STATES = [ "pending", "success", "failure", "error" ];
    /** GitHub does not take the status, and a repeat would not help. The message is a sentence for people. */    class StatusRefused extends Error {
      name="StatusRefused";
    }
    /** The name of the state; `post.ts` searches for it in the environment before it imports anything. */    const ENTRY = "status";
    /** A description and a commit are shorter than this; a longer text is not ours. */    const MAX_LENGTH = 2e3;
    /** Saves what post has to write if main does not get to it; `undefined`: nothing. */    
    /** What main left to write; `undefined` where it is nothing, or nothing of ours. */
    function savedStatus(runner) {
      const saved = fieldsOf(runner.state(ENTRY));
      const state = STATES.find(one => one === saved.get("state"));
      const [description, commit] = [ saved.get("description"), saved.get("commit") ];
      if (state === void 0 || typeof description !== "string") return;
      return {
        status: {
          state: state,
          description: description
        },
        commit: typeof commit === "string" && (0, _event_pull_request_js__WEBPACK_IMPORTED_MODULE_0__ /* .isCommit */ .WM)(commit) ? commit : void 0
      };
    }
    function fieldsOf(text) {
      if (text === "" || text.length > MAX_LENGTH) return new Map;
      try {
        const value = JSON.parse(text);
        return new Map(Object.entries(typeof value === "object" && value !== null ? value : {}));
      } catch {
        return new Map;
 // the environment of the job may hold anything under our names
            }
    }
    /***/  },
  /***/ 142: 
  /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    /* harmony export */ __webpack_require__.d(__webpack_exports__, {
      /* harmony export */ $: () => /* binding */ textAt,
      /* harmony export */ at: () => /* binding */ at,
      /* harmony export */ t: () => /* binding */ numberAt
      /* harmony export */    });
    /** Pure: reads fields of the payload of an event, whose shape nobody promises. */
    /** The value at a path. `null` is as good as absent: GitHub names what an event has not (`"workflow_run": null`). */    function at(value, ...path) {
      return path.reduce((inner, key) => typeof inner === "object" && inner !== null ? new Map(Object.entries(inner)).get(key) ?? void 0 : void 0, value);
    }
    /** The whole positive number at a path. */    function numberAt(value, ...path) {
      const found = at(value, ...path);
      return typeof found === "number" && Number.isSafeInteger(found) && found > 0 ? found : void 0;
    }
    /** The text at a path, where it is neither empty nor absurdly long. */    function textAt(value, ...path) {
      const found = at(value, ...path);
      return typeof found === "string" && found !== "" && found.length <= 1e3 ? found : void 0;
    }
    /***/  },
  /***/ 377: 
  /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    /* harmony export */ __webpack_require__.d(__webpack_exports__, {
      /* harmony export */ WM: () => /* binding */ isCommit,
      /* harmony export */ aZ: () => /* binding */ statusCommit
      /* harmony export */    });
    /* unused harmony exports pullRequestSource, lacksPayload, numberOfRef */
    /* harmony import */    var _event_payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(142);
    /** Pure: the pull request and the commit that the event of a workflow is about. Source: GitHub's webhook payloads. */
    /** Where the pull request of a workflow run is found. */    
    /** Events about a commit that is not the one that the workflow run has checked out. */
    const HEADS = [ [ "pull_request", "head", "sha" ], [ "workflow_run", "head_sha" ], [ "merge_group", "head_sha" ], [ "check_run", "head_sha" ], [ "check_suite", "head_sha" ] ];
    /** The commit that the workflow run is about: the head that its event names, else the commit of the workflow run. */    function statusCommit(context) {
      const {event: event, sha: sha} = context;
      const about = HEADS.find(([name]) => (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__.at)(event, name) !== void 0);
      const ofIssue = (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__.at)(event, "issue", "pull_request") === void 0 ? void 0 : (0, 
      _event_payload_js__WEBPACK_IMPORTED_MODULE_0__ /* .numberAt */ .t)(event, "issue", "number");
      if (about === void 0 && ofIssue !== void 0) return {
        kind: "pull-request",
        number: ofIssue
      };
      if (about === void 0 && lacksPayload(context)) {
        const number = numberOfRef(context.ref);
        return number === void 0 ? {
          kind: "none",
          why: unreadable(context)
        } : {
          kind: "pull-request",
          number: number
        };
      }
      const commit = about === void 0 ? sha : commitAt(event, ...about);
      return commit === void 0 ? {
        kind: "none",
        why: "the commit is not known"
      } : {
        kind: "commit",
        commit: commit
      };
    }
    /** Events whose `GITHUB_SHA` is a merge commit, or one of the default branch: their payload alone tells what they are about. */    const TOLD_BY_PAYLOAD = /^(?:pull_request(?:_[a-z_]+)?|issue_comment|workflow_run|check_run|check_suite)$/u;
    /** Whether only the payload tells what the event is about, and it does not: its file is missing, cut, or too large. */    function lacksPayload({event: event, eventName: eventName = ""}) {
      const field = eventName.startsWith("pull_request") ? "pull_request" : eventName === "issue_comment" ? "issue" : eventName;
      return TOLD_BY_PAYLOAD.test(eventName) && (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__.at)(event, field) === void 0;
    }
    function unreadable({eventName: eventName = ""}) {
      return `the payload of the event \`${eventName}\` cannot be read (\`GITHUB_EVENT_PATH\`), and nothing else tells what it is about`;
    }
    /** `refs/pull/7/merge` is what most events of a pull request run for. */    function numberOfRef(ref = "") {
      const digits = /^refs\/pull\/(?<number>[1-9]\d{0,14})\//u.exec(ref)?.groups?.["number"];
      return digits === void 0 ? void 0 : Number(digits);
    }
    new Set([ "push", "schedule", "workflow_dispatch" ]);
    function commitAt(value, ...path) {
      const found = (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__ /* .textAt */ .$)(value, ...path);
      return found !== void 0 && isCommit(found) ? found : void 0;
    }
    /** SHA-1 or SHA-256, in full. */    function isCommit(text) {
      return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(text);
    }
    /***/  }
};