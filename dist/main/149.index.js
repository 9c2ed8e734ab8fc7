export const id = 149;

export const ids = [ 149 ];

export const modules = {
  /***/ 212: 
  /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    /* harmony export */ __webpack_require__.d(__webpack_exports__, {
      /* harmony export */ $: () => /* binding */ githubClient
      /* harmony export */    });
    /* harmony import */    var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(351);
    /* harmony import */    var _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(555);
    /* harmony import */    var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(735);
    /* harmony import */    var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(856);
    /* harmony import */    var _github_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28);
    /* harmony import */    var _github_fetch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(231);
    /** Octokit with the bounds of this action: what it repeats, how long it waits, and where it sends the token. */
    /** Reports have 30 s in all; a longer wait that GitHub asks for is not possible. */    const LONGEST_WAIT_S = 10;
    const MOST_RETRIES = 2;
    /** Refusals, and rate limits, which the throttling plugin waits for. */    const NOT_RETRIED = [ 400, 401, 403, 404, 410, _github_fetch_js__WEBPACK_IMPORTED_MODULE_3__ /* .TOO_LARGE */ .P, 422, 429, 451 ];
    /** Makes a client. */    function githubClient({token: token, apiUrl: apiUrl, onDebug: onDebug}) {
      const waits = (afterS, options, _octokit, tries) => {
        onDebug(`GitHub asks to wait ${afterS} s before ${options.url ?? "a request"}`);
        return tries < MOST_RETRIES && afterS <= LONGEST_WAIT_S;
      };
      const options = {
        baseUrl: apiUrl.replace(/\/+$/u, ""),
        userAgent: "k6-cloud-gate",
        request: {
          fetch: (0, _github_fetch_js__WEBPACK_IMPORTED_MODULE_3__ /* .boundedFetch */ .A)(apiUrl, toolkitFetch())
        },
        retry: {
          retries: MOST_RETRIES,
          doNotRetry: NOT_RETRIED
        },
        throttle: {
          id: apiUrl,
          onRateLimit: waits,
          onSecondaryRateLimit: waits
        },
        log: {
          debug: onDebug,
          info: onDebug,
          warn: onDebug,
          error: onDebug
        }
      };
      return (0, _actions_github__WEBPACK_IMPORTED_MODULE_0__ /* .getOctokit */ .Q)(token, options, namesLimits, _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_4__ /* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_5__ /* .throttling */ .A);
    }
    /** The toolkit's own `fetch`, which heeds the proxy of the runner. */    function toolkitFetch() {
      const found = _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_1__ /* .defaults */ .NT.request?.fetch;
      if (!isSend(found)) throw new Error("the GitHub toolkit has no fetch");
      return found;
    }
    function isSend(value) {
      return typeof value === "function";
    }
    /** The throttling plugin knows a secondary limit by its words alone. GitHub's documentation names the header too. */    function namesLimits(octokit) {
      octokit.hook.error("request", error => {
        const isLimit = "status" in error && (error.status === 403 || error.status === 429) && (0, 
        _github_errors_js__WEBPACK_IMPORTED_MODULE_2__ /* .hasRetryAfter */ .tj)(error);
        if (isLimit && !/\bsecondary rate\b/iu.test(error.message)) error.message += " (secondary rate limit)";
        throw error;
      });
      return {};
    }
    /***/  },
  /***/ 28: 
  /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    /* harmony export */ __webpack_require__.d(__webpack_exports__, {
      /* harmony export */ Mc: () => /* binding */ entriesOf,
      /* harmony export */ SH: () => /* binding */ refusable,
      /* harmony export */ XQ: () => /* binding */ STATUS,
      /* harmony export */ eQ: () => /* binding */ githubFailure,
      /* harmony export */ tj: () => /* binding */ hasRetryAfter
      /* harmony export */    });
    /* harmony import */    var _commit_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
    /* harmony import */    var _pull_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(490);
    /** Errors of GitHub's API as errors of the port, with GitHub's words and the advice that fits. */
    /** Reads an error of Octokit; `undefined` for any other. */    function githubFailure(error) {
      if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return;
      const response = "response" in error ? error.response : void 0;
      const message = wordsOf(field(response, "data"));
      const limited = error.status === 403 && (/rate limit/iu.test(message) || hasRetryAfter(error));
      return {
        status: error.status,
        message: message,
        isLimited: error.status === 429 || limited
      };
    }
    /** The message of an error says "Validation Failed" of everything; what is wrong stands in the list beside it. */    function wordsOf(data) {
      const errors = field(data, "errors");
      const details = Array.isArray(errors) ? errors.map(one => field(one, "message") ?? one) : [];
      const parts = [ field(data, "message"), details.filter(one => typeof one === "string").join("; ") ];
      return parts.filter(part => typeof part === "string" && part !== "").join(": ");
    }
    /** GitHub says when to come back. */    function hasRetryAfter(error) {
      const response = typeof error === "object" && error !== null && "response" in error ? error.response : void 0;
      return field(field(response, "headers"), "retry-after") !== void 0;
    }
    /** A request that failed otherwise than by a refusal, in a few words. It keeps its status. */    class RequestFailed extends Error {
      name="RequestFailed";
      status;
      constructor(sentence, {status: status}, options) {
        super(sentence, options);
        this.status = status;
      }
    }
    /** A proxy or an outage answers with a page, of whatever size, and Octokit makes all of it the message of its error. */    function inWords(error, failure, redact) {
      const response = field(error, "response");
      // Octokit gives a lost connection the status 500.
            if (response === void 0) return quoted(error instanceof Error ? error.message : "", redact);
      return `HTTP ${failure.status}${isPage(field(response, "data")) ? PAGE : quote(failure, redact)}`;
    }
    const PAGE = " (HTML page instead of JSON)";
    function isPage(data) {
      return typeof data === "string" && /^\s*</u.test(data);
    }
    /**
 * The entries of a list that GitHub answered with.
 * @throws Error where the answer is no list: a gateway answers 200 with a page of its own
 */    function entriesOf({status: status, data: data}) {
      const found = data;
      if (!Array.isArray(found)) throw new Error(`HTTP ${status}${isPage(found) ? PAGE : " (no list where one was asked for)"}`);
      return data.filter(one => typeof one === "object" && one !== null);
    }
    const COMMENT = {
      name: "comment on the pull request",
      short: "comment",
      permission: "pull-requests: write",
      withoutIt: "set `comment: never`",
      final: [ 401, 403, 404, 410 ],
      isWrittenOnce: true,
      error: (sentence, options) => new _pull_request_js__WEBPACK_IMPORTED_MODULE_1__ /* .CommentRefused */ .IW(sentence, options)
    };
    /** The commit status. GitHub answers 422 for a commit that it does not have. */    const STATUS = {
      name: "commit status",
      short: "commit status",
      permission: "statuses: write",
      withoutIt: "remove `status`",
      final: [ 400, 401, 403, 404, 410, 422 ],
      isWrittenOnce: false,
      error: (sentence, options) => new _commit_status_js__WEBPACK_IMPORTED_MODULE_0__ /* .StatusRefused */ .dc(sentence, options)
    };
    /**
 * Runs a request and turns a final refusal into CommentRefused, or into the error of another decoration, and any other
 * failure of it into an error with a short message.
 * @param redact takes secrets out of GitHub's words before they are cut
 * @throws {CommentRefused} or what `work` throws where that is no failure of a request
 */    async function refusable(redact, work, decoration = COMMENT) {
      try {
        return await work();
      } catch (error) {
        const failure = githubFailure(error);
        if (failure === void 0) throw error;
        const sentence = refusal(failure, redact, decoration);
        if (sentence !== void 0) throw decoration.error(sentence, {
          cause: error
        });
        throw new RequestFailed(inWords(error, failure, redact), failure, {
          cause: error
        });
      }
    }
    const LONGEST_QUOTE = 200;
    /** GitHub's words, in front of which a status stands; nothing where there are none. */    function quote({message: message}, redact) {
      const words = quoted(message, redact);
      return words === "" ? "" : `: "${words}"`;
    }
    function quoted(message, redact) {
      return Array.from(redact(message).replace(/\s+/gu, " ").trim()).slice(0, LONGEST_QUOTE).join("");
    }
    function refusal(failure, redact, decoration) {
      const {status: status, message: message, isLimited: isLimited} = failure;
      const {name: name, short: short, final: final, isWrittenOnce: isWrittenOnce} = decoration;
      if (isLimited ? !isWrittenOnce : !final.includes(status)) return;
      const advice = isLimited ? `Re-run the job later if the ${short} is needed.` : adviceFor(status, message, decoration);
      const what = isLimited ? "GitHub limits the rate of requests" : `GitHub refused the ${name}`;
      return `${what} (HTTP ${status}${quote(failure, redact)}). ${isLimited ? `No ${short} was written. ` : ""}${advice}`;
    }
    /** What GitHub says where a token lacks a permission. An allow list of addresses, SAML or a full issue is another matter. */    const LACKS_PERMISSION = /not accessible|must have|permission/iu;
    /** GitHub hides with 404 what a token may not see. */    function adviceFor(status, words, {permission: permission, withoutIt: withoutIt}) {
      if (status === 401) return "`github-token` is not valid. Use `${{ github.token }}` or a token that has not expired.";
      if (/archived/iu.test(words)) return `The repository is archived and read-only: ${withoutIt}.`;
      if (/\blocked\b/iu.test(words)) return `Unlock the conversation of the pull request, or ${withoutIt}.`;
      if (/no commit found/iu.test(words)) return `Check that the commit is in this repository, or ${withoutIt}.`;
      const lacksPermission = status === 404 || status === 403 && words.trim() === "" || LACKS_PERMISSION.test(words);
      if (!lacksPermission) return `If that cannot be changed, ${withoutIt}.`;
      return `The job needs \`permissions: ${permission}\`. ` + "A pull request from a fork has no such permission in a `pull_request` workflow.";
    }
    function field(value, name) {
      return typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : void 0;
    }
    /***/  },
  /***/ 231: 
  /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    /* harmony export */ __webpack_require__.d(__webpack_exports__, {
      /* harmony export */ A: () => /* binding */ boundedFetch,
      /* harmony export */ P: () => /* binding */ TOO_LARGE
      /* harmony export */    });
    /** The way of Octokit's requests: one origin, bounded responses, no redirect that leaves. */
    /** A page of comments stays below it with the right page size. */    const LARGEST_RESPONSE = 1024 * 1024;
    /** The status of a response that was cut off. GitHub itself never sends it to a GET. */    const TOO_LARGE = 413;
    const MOST_REDIRECTS = 3;
    const REDIRECTS = new Set([ 301, 302, 303, 307, 308 ]);
    /**
 * Wraps `send`: the token goes to the origin of `apiUrl` alone, and nothing larger than 1 MiB is read. What is not
 * done is a response with a status that Octokit's plugins do not retry, since they retry every error that is thrown.
 */    function boundedFetch(apiUrl, send) {
      const {origin: origin} = new URL(apiUrl);
      const step = async (url, init, redirectsLeft) => {
        if (new URL(url).origin !== origin) return refused(400, "the request leads to another server");
        const response = await send(url, {
          ...init,
          redirect: "manual",
          headers: withoutCompression(init)
        });
        if (!REDIRECTS.has(response.status)) return bounded(response);
        await (response.body?.cancel());
        const target = targetOf(response, url);
        if (target?.origin !== origin) return refused(400, "GitHub redirected to another server; that was not followed");
        // 301 and 302 turn a POST into a GET.
                const isRepeatable = init.method === "GET" || response.status === 307 || response.status === 308;
        if (!isRepeatable || redirectsLeft === 0) return refused(400, "GitHub redirected the request");
        return step(target.href, init, redirectsLeft - 1);
      };
      return (url, init) => step(url, init, MOST_REDIRECTS);
    }
    function withoutCompression({headers: headers}) {
      const all = new Headers(headers);
      all.set("accept-encoding", "identity");
      return all;
    }
    function targetOf({headers: headers}, url) {
      const location = headers.get("location");
      return location !== null && URL.canParse(location, url) ? new URL(location, url) : void 0;
    }
    async function bounded(response) {
      const {status: status, body: body} = response;
      const headers = Object.fromEntries(response.headers);
      if (body === null) return new Response(null, {
        status: status,
        headers: headers
      });
      const chunks = [];
      let size = 0;
      for await (const chunk of body) {
        size += chunk.byteLength;
        // Leaving the loop cancels the rest of the body.
        // An error says enough by its status; a smaller page of a list would not help.
                if (size > LARGEST_RESPONSE && !response.ok) return new Response(null, {
          status: status,
          headers: headers
        });
        if (size > LARGEST_RESPONSE) return refused(TOO_LARGE, "the response of GitHub is larger than 1 MiB");
        chunks.push(chunk);
      }
      const hasBody = status !== 204 && status !== 205 && status !== 304;
      return new Response(hasBody ? Buffer.concat(chunks) : null, {
        status: status,
        headers: headers
      });
    }
    function refused(status, message) {
      return Response.json({
        message: message
      }, {
        status: status
      });
    }
    /***/  },
  /***/ 149: 
  /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    /* harmony export */    __webpack_require__.d(__webpack_exports__, {
      /* harmony export */ githubStatus: () => /* binding */ githubStatus
      /* harmony export */    });
    /* harmony import */    var _event_payload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(142);
    /* harmony import */    var _event_pull_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(377);
    /* harmony import */    var _commit_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(643);
    /* harmony import */    var _github_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(212);
    /* harmony import */    var _github_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28);
    /** The way to the statuses of one name, with a token. */    function githubStatus(settings) {
      const {name: name, context: context, targetUrl: targetUrl, redact: redact, ...clientSettings} = settings;
      const client = (0, _github_client_js__WEBPACK_IMPORTED_MODULE_2__ /* .githubClient */ .$)(clientSettings);
      const [owner = "", repo = ""] = context.repository.split("/");
      return {
        commit: signal => commitOf({
          client: client,
          owner: owner,
          repo: repo,
          redact: redact
        }, (0, _event_pull_request_js__WEBPACK_IMPORTED_MODULE_0__ /* .statusCommit */ .aZ)(context), signal),
        write: (sha, {state: state, description: description}, signal) => (0, _github_errors_js__WEBPACK_IMPORTED_MODULE_3__ /* .refusable */ .SH)(redact, async () => {
          await client.rest.repos.createCommitStatus({
            owner: owner,
            repo: repo,
            sha: sha,
            state: state,
            context: redact(name),
            description: redact(description),
            ...targetUrl === void 0 ? {} : {
              target_url: targetUrl
            },
            request: {
              signal: signal
            }
          });
        }, _github_errors_js__WEBPACK_IMPORTED_MODULE_3__ /* .STATUS */ .XQ)
      };
    }
    async function commitOf({client: client, owner: owner, repo: repo, redact: redact}, source, signal) {
      if (source.kind === "commit") return source.commit;
      if (source.kind === "none") throw new _commit_status_js__WEBPACK_IMPORTED_MODULE_1__ /* .StatusRefused */ .dc(`No commit status is written: ${source.why}.`);
      const wanted = {
        owner: owner,
        repo: repo,
        pull_number: source.number,
        request: {
          signal: signal
        }
      };
      const {data: data} = await (0, _github_errors_js__WEBPACK_IMPORTED_MODULE_3__ /* .refusable */ .SH)(redact, () => client.rest.pulls.get(wanted), _github_errors_js__WEBPACK_IMPORTED_MODULE_3__ /* .STATUS */ .XQ);
      const sha = (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_4__ /* .textAt */ .$)(data, "head", "sha");
      if (sha !== void 0 && (0, _event_pull_request_js__WEBPACK_IMPORTED_MODULE_0__ /* .isCommit */ .WM)(sha)) return sha;
      throw new _commit_status_js__WEBPACK_IMPORTED_MODULE_1__ /* .StatusRefused */ .dc(`No commit status is written: GitHub does not name the head of pull request ${source.number}.`);
    }
    /***/  }
};