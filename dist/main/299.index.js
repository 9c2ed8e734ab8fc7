export const id = 299;
export const ids = [299];
export const modules = {

/***/ 299:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubCommenting: () => (/* binding */ githubCommenting)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1758);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6856);
/* harmony import */ var _pull_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9147);
/** The real pull request, over Octokit; loaded only when a comment is written. */




/** Reports have a minute in all; a longer wish of GitHub's can't be granted. */
const LONGEST_WAIT_S = 20;
const MOST_RETRIES = 2;
/** The way to comment with a token. */
function githubCommenting({ token, apiUrl, context, redact, onDebug }) {
    const [owner = '', repo = ''] = context.repository.split('/');
    const patient = (afterS, options, _octokit, tries) => {
        onDebug(`GitHub asks to wait ${afterS} s before ${options.url ?? 'a request'}`);
        return tries < MOST_RETRIES && afterS <= LONGEST_WAIT_S;
    };
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, {
        baseUrl: apiUrl.replace(/\/+$/u, ''),
        userAgent: 'k6-cloud-gate',
        retry: { retries: MOST_RETRIES },
        throttle: { id: apiUrl, onRateLimit: patient, onSecondaryRateLimit: patient },
        log: { debug: onDebug, info: onDebug, warn: onDebug, error: onDebug },
    }, _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_3__/* .throttling */ .A);
    const place = { octokit, owner, repo };
    return {
        pullRequest: async (signal) => {
            const number = await refusable(() => numberOf(place, context, signal));
            return number === undefined ? undefined : pullRequest(place, number, redact);
        },
    };
}
async function numberOf({ octokit, owner, repo }, context, signal) {
    const lead = (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestSource */ .O)(context);
    if (lead.kind === 'number')
        return lead.number;
    const request = { signal };
    const { data: ofCommit } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
        owner,
        repo,
        commit_sha: lead.sha,
        request,
    });
    const open = ofCommit.filter(({ state }) => state === 'open');
    // A branch may be the base of stacked pull requests: the one whose head it is comes first.
    const found = open.find(({ head }) => head.sha === lead.sha) ?? open[0];
    if (found !== undefined || lead.head === undefined)
        return found?.number;
    const { data: ofBranch } = await octokit.rest.pulls.list({ owner, repo, head: lead.head, state: 'open', request });
    return ofBranch.find(({ head }) => head.sha === lead.sha)?.number;
}
function pullRequest({ octokit, owner, repo }, number, redact) {
    const { issues, users } = octokit.rest;
    return {
        comments: (signal) => comments({ octokit, owner, repo }, number, signal),
        self: async (signal) => {
            try {
                return (await users.getAuthenticated({ request: { signal, retries: 0 } })).data.login;
            }
            catch {
                signal.throwIfAborted();
                return undefined; // the token of a workflow may not ask who it is
            }
        },
        create: (body, signal) => refusable(async () => {
            const made = await issues.createComment({
                owner,
                repo,
                issue_number: number,
                body: redact(body),
                request: { signal },
            });
            return made.data.html_url;
        }),
        update: (id, body, signal) => refusable(async () => {
            const made = await issues.updateComment({
                owner,
                repo,
                comment_id: id,
                body: redact(body),
                request: { signal },
            });
            return made.data.html_url;
        }),
    };
}
const PAGE_SIZE = 100;
async function* comments({ octokit, owner, repo }, number, signal) {
    const asked = { owner, repo, issue_number: number, per_page: PAGE_SIZE, request: { signal } };
    const all = octokit.paginate.iterator(octokit.rest.issues.listComments, asked);
    const pages = all[Symbol.asyncIterator]();
    for (;;) {
        const page = await refusable(() => pages.next());
        if (page.done === true)
            return;
        for (const { id, body, user } of page.value.data) {
            yield { id, body: body ?? '', byBot: user?.type === 'Bot', author: user?.login };
        }
    }
}
/** 403 and 404 alike mean that the token may not; GitHub hides with 404 what may not be seen. */
async function refusable(work) {
    try {
        return await work();
    }
    catch (error) {
        const status = error instanceof Error && 'status' in error ? error.status : undefined;
        const limited = error instanceof Error && /rate limit/iu.test(error.message);
        if (!limited && (status === 401 || status === 403 || status === 404))
            throw new _pull_request_js__WEBPACK_IMPORTED_MODULE_1__/* .CommentRefused */ .I(status, error);
        throw error;
    }
}


/***/ })

};
