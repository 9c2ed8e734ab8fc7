import * as __WEBPACK_EXTERNAL_MODULE__undici_on_use_cjs_fc71909f__ from "../undici/on-use.cjs";

import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";

/******/ var __webpack_modules__ = {
  /***/ 770: 
  /***/ (module, __unused_webpack_exports, __nccwpck_require__) => {
    module.exports = __nccwpck_require__(218);
    /***/  },
  /***/ 218: 
  /***/ (__unused_webpack_module, exports, __nccwpck_require__) => {
    __nccwpck_require__(278);
    var tls = __nccwpck_require__(756);
    var http = __nccwpck_require__(611);
    var https = __nccwpck_require__(692);
    var events = __nccwpck_require__(434);
    __nccwpck_require__(613);
    var util = __nccwpck_require__(23);
    exports.httpOverHttp = httpOverHttp;
    exports.httpsOverHttp = httpsOverHttp;
    exports.httpOverHttps = httpOverHttps;
    exports.httpsOverHttps = httpsOverHttps;
    function httpOverHttp(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http.request;
      return agent;
    }
    function httpsOverHttp(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function httpOverHttps(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https.request;
      return agent;
    }
    function httpsOverHttps(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function TunnelingAgent(options) {
      var self = this;
      self.options = options || {};
      self.proxyOptions = self.options.proxy || {};
      self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
      self.requests = [];
      self.sockets = [];
      self.on("free", function(socket, host, port, localAddress) {
        var options = toOptions(host, port, localAddress);
        for (var i = 0, len = self.requests.length; i < len; ++i) {
          var pending = self.requests[i];
          if (pending.host === options.host && pending.port === options.port) {
            // Detect the request to connect same origin server,
            // reuse the connection.
            self.requests.splice(i, 1);
            pending.request.onSocket(socket);
            return;
          }
        }
        socket.destroy();
        self.removeSocket(socket);
      });
    }
    util.inherits(TunnelingAgent, events.EventEmitter);
    TunnelingAgent.prototype.addRequest = function(req, host, port, localAddress) {
      var self = this;
      var options = mergeOptions({
        request: req
      }, self.options, toOptions(host, port, localAddress));
      if (self.sockets.length >= this.maxSockets) {
        // We are over limit so we'll add it to the queue.
        self.requests.push(options);
        return;
      }
      // If we are under maxSockets create a new one.
            self.createSocket(options, function(socket) {
        socket.on("free", onFree);
        socket.on("close", onCloseOrRemove);
        socket.on("agentRemove", onCloseOrRemove);
        req.onSocket(socket);
        function onFree() {
          self.emit("free", socket, options);
        }
        function onCloseOrRemove(err) {
          self.removeSocket(socket);
          socket.removeListener("free", onFree);
          socket.removeListener("close", onCloseOrRemove);
          socket.removeListener("agentRemove", onCloseOrRemove);
        }
      });
    };
    TunnelingAgent.prototype.createSocket = function(options, cb) {
      var self = this;
      var placeholder = {};
      self.sockets.push(placeholder);
      var connectOptions = mergeOptions({}, self.proxyOptions, {
        method: "CONNECT",
        path: options.host + ":" + options.port,
        agent: false,
        headers: {
          host: options.host + ":" + options.port
        }
      });
      if (options.localAddress) connectOptions.localAddress = options.localAddress;
      if (connectOptions.proxyAuth) {
        connectOptions.headers = connectOptions.headers || {};
        connectOptions.headers["Proxy-Authorization"] = "Basic " + new Buffer(connectOptions.proxyAuth).toString("base64");
      }
      debug("making CONNECT request");
      var connectReq = self.request(connectOptions);
      connectReq.useChunkedEncodingByDefault = false;
 // for v0.6
            connectReq.once("response", onResponse);
 // for v0.6
            connectReq.once("upgrade", onUpgrade);
 // for v0.6
            connectReq.once("connect", onConnect);
 // for v0.7 or later
            connectReq.once("error", onError);
      connectReq.end();
      function onResponse(res) {
        // Very hacky. This is necessary to avoid http-parser leaks.
        res.upgrade = true;
      }
      function onUpgrade(res, socket, head) {
        // Hacky.
        process.nextTick(function() {
          onConnect(res, socket, head);
        });
      }
      function onConnect(res, socket, head) {
        connectReq.removeAllListeners();
        socket.removeAllListeners();
        if (res.statusCode !== 200) {
          debug("tunneling socket could not be established, statusCode=%d", res.statusCode);
          socket.destroy();
          var error = new Error("tunneling socket could not be established, " + "statusCode=" + res.statusCode);
          error.code = "ECONNRESET";
          options.request.emit("error", error);
          self.removeSocket(placeholder);
          return;
        }
        if (head.length > 0) {
          debug("got illegal response body from proxy");
          socket.destroy();
          error = new Error("got illegal response body from proxy");
          error.code = "ECONNRESET";
          options.request.emit("error", error);
          self.removeSocket(placeholder);
          return;
        }
        debug("tunneling connection has established");
        self.sockets[self.sockets.indexOf(placeholder)] = socket;
        return cb(socket);
      }
      function onError(cause) {
        connectReq.removeAllListeners();
        debug("tunneling socket could not be established, cause=%s\n", cause.message, cause.stack);
        var error = new Error("tunneling socket could not be established, " + "cause=" + cause.message);
        error.code = "ECONNRESET";
        options.request.emit("error", error);
        self.removeSocket(placeholder);
      }
    };
    TunnelingAgent.prototype.removeSocket = function(socket) {
      var pos = this.sockets.indexOf(socket);
      if (pos === -1) return;
      this.sockets.splice(pos, 1);
      var pending = this.requests.shift();
      if (pending) 
      // If we have pending requests and a socket gets closed a new one
      // needs to be created to take over in the pool for the one that closed.
      this.createSocket(pending, function(socket) {
        pending.request.onSocket(socket);
      });
    };
    function createSecureSocket(options, cb) {
      var self = this;
      TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
        var hostHeader = options.request.getHeader("host");
        var tlsOptions = mergeOptions({}, self.options, {
          socket: socket,
          servername: hostHeader ? hostHeader.replace(/:.*$/, "") : options.host
        });
        // 0 is dummy port for v0.6
                var secureSocket = tls.connect(0, tlsOptions);
        self.sockets[self.sockets.indexOf(socket)] = secureSocket;
        cb(secureSocket);
      });
    }
    function toOptions(host, port, localAddress) {
      if (typeof host === "string") // since v0.10
      return {
        host: host,
        port: port,
        localAddress: localAddress
      };
      return host;
 // for v0.11 or later
        }
    function mergeOptions(target) {
      for (var i = 1, len = arguments.length; i < len; ++i) {
        var overrides = arguments[i];
        if (typeof overrides === "object") {
          var keys = Object.keys(overrides);
          for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
            var k = keys[j];
            if (overrides[k] !== void 0) target[k] = overrides[k];
          }
        }
      }
      return target;
    }
    var debug;
    if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) debug = function() {
      var args = Array.prototype.slice.call(arguments);
      if (typeof args[0] === "string") args[0] = "TUNNEL: " + args[0]; else args.unshift("TUNNEL:");
      console.error.apply(console, args);
    }; else debug = function() {};
    exports.debug = debug;
 // for test
    /***/  },
  /***/ 803: 
  /***/ (module, __unused_webpack_exports, __nccwpck_require__) => {
    var x = y => {
      var x = {};
      __nccwpck_require__.d(x, y);
      return x;
    };
    module.exports = x({
      ["ProxyAgent"]: () => __WEBPACK_EXTERNAL_MODULE__undici_on_use_cjs_fc71909f__.ProxyAgent,
      ["fetch"]: () => __WEBPACK_EXTERNAL_MODULE__undici_on_use_cjs_fc71909f__.fetch
    });
    /***/  },
  /***/ 890: 
  /***/ module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("../undici/on-use.cjs");
    /***/  },
  /***/ 613: 
  /***/ module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
    /***/  },
  /***/ 434: 
  /***/ module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");
    /***/  },
  /***/ 896: 
  /***/ module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
    /***/  },
  /***/ 611: 
  /***/ module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");
    /***/  },
  /***/ 692: 
  /***/ module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");
    /***/  },
  /***/ 278: 
  /***/ module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");
    /***/  },
  /***/ 67: 
  /***/ module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
    /***/  },
  /***/ 857: 
  /***/ module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
    /***/  },
  /***/ 756: 
  /***/ module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");
    /***/  },
  /***/ 23: 
  /***/ module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");
    /***/  },
  /***/ 643: 
  /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    /* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
      /* harmony export */ dc: () => /* binding */ StatusRefused,
      /* harmony export */ i5: () => /* binding */ saveStatus
      /* harmony export */    });
    /* unused harmony export savedStatus */
    /* harmony import */    __nccwpck_require__(377);
    /** GitHub does not take the status, and a repeat would not help. The message is a sentence for people. */
    class StatusRefused extends Error {
      name="StatusRefused";
    }
    /** The name of the state; `post.ts` searches for it in the environment before it imports anything. */    const ENTRY = "status";
    /** A description and a commit are shorter than this; a longer text is not ours. */    
    /** Saves what post has to write if main does not get to it; `undefined`: nothing. */
    function saveStatus({saveState: saveState}, owed) {
      saveState(ENTRY, owed === void 0 ? "" : JSON.stringify({
        ...owed.status,
        commit: owed.commit
      }));
    }
    /** What main left to write; `undefined` where it is nothing, or nothing of ours. */  },
  /***/ 142: 
  /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    /* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
  /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    /* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
      /* harmony export */ O3: () => /* binding */ pullRequestSource,
      /* harmony export */ Ro: () => /* binding */ lacksPayload,
      /* harmony export */ WM: () => /* binding */ isCommit,
      /* harmony export */ _v: () => /* binding */ numberOfRef,
      /* harmony export */ aZ: () => /* binding */ statusCommit
      /* harmony export */    });
    /* harmony import */    var _event_payload_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(142);
    /** Pure: the pull request and the commit that the event of a workflow is about. Source: GitHub's webhook payloads. */
    /** Where the pull request of a workflow run is found. */    function pullRequestSource(context) {
      const {event: event, eventName: eventName} = context;
      const direct = (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__ /* .numberAt */ .t)(event, "pull_request", "number");
      if (direct !== void 0) return numbered(direct, commitAt(event, "pull_request", "head", "sha"));
      if ((0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__.at)(event, "issue") !== void 0) return ofIssue(event);
      if ((0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__.at)(event, "workflow_run") !== void 0) return ofWorkflowRun(context);
      if ((0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__.at)(event, "merge_group") !== void 0) return ofMergeGroup(event);
      if ((0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__.at)(event, "check_run") !== void 0) return ofCheck(context, "check_run");
      if ((0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__.at)(event, "check_suite") !== void 0) return ofCheck(context, "check_suite");
      if (eventName !== void 0 && EVENTS_OF_A_BRANCH.has(eventName)) return ofBranch(context);
      if (lacksPayload(context)) {
        const number = numberOfRef(context.ref);
        return number === void 0 ? none(unreadable(context)) : numbered(number, void 0);
      }
      return none(eventName === void 0 ? "the event is not known" : `the event \`${eventName}\` belongs to no pull request`);
    }
    /** Events about a commit that is not the one that the workflow run has checked out. */    const HEADS = [ [ "pull_request", "head", "sha" ], [ "workflow_run", "head_sha" ], [ "merge_group", "head_sha" ], [ "check_run", "head_sha" ], [ "check_suite", "head_sha" ] ];
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
    const EVENTS_OF_A_BRANCH = new Set([ "push", "schedule", "workflow_dispatch" ]);
    function numbered(number, commit) {
      return {
        kind: "number",
        number: number,
        commit: commit
      };
    }
    function none(why) {
      return {
        kind: "none",
        why: why
      };
    }
    /** The payload of a comment has no commit. */    function ofIssue(event) {
      const number = (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__.at)(event, "issue", "pull_request") === void 0 ? void 0 : (0, 
      _event_payload_js__WEBPACK_IMPORTED_MODULE_0__ /* .numberAt */ .t)(event, "issue", "number");
      return number === void 0 ? none("the issue is no pull request") : numbered(number, void 0);
    }
    /** The list does not hold pull requests from forks. The branch that they come from leads to them. */    function ofWorkflowRun(context) {
      const {event: event} = context;
      const commit = commitAt(event, "workflow_run", "head_sha");
      const [first, ...others] = listed(context, "workflow_run");
      if (first !== void 0 && others.length === 0) return numbered(first, commit);
      const owner = (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__ /* .textAt */ .$)(event, "workflow_run", "head_repository", "owner", "login");
      const branch = (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__ /* .textAt */ .$)(event, "workflow_run", "head_branch");
      return owner === void 0 || branch === void 0 || commit === void 0 ? none("the event names no branch and commit of the earlier workflow run") : {
        kind: "head",
        owner: owner,
        branch: branch,
        commit: commit
      };
    }
    /** A merge queue tests a branch of its own, whose name holds the number of the pull request. */    function ofMergeGroup(event) {
      const ref = (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__ /* .textAt */ .$)(event, "merge_group", "head_ref") ?? "";
      const digits = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(?<number>[1-9]\d{0,14})-[0-9a-f]{7,64}$/u.exec(ref)?.groups;
      return digits?.["number"] === void 0 ? none("the branch of the merge queue names no pull request") : numbered(Number(digits["number"]), commitAt(event, "merge_group", "head_sha"));
    }
    function ofCheck(context, name) {
      const [first, ...others] = listed(context, name);
      if (first === void 0) return none("the check belongs to no pull request");
      return others.length === 0 ? numbered(first, commitAt(context.event, name, "head_sha")) : none(`the check belongs to ${others.length + 1} pull requests`);
    }
    function ofBranch({repository: repository, ref: ref, sha: sha}) {
      const branch = /^refs\/heads\/(?<name>.+)$/u.exec(ref ?? "")?.groups?.["name"];
      const [owner = ""] = repository.split("/");
      if (branch === void 0) return none("the workflow did not run for a branch");
      return sha === void 0 ? none("the commit of the workflow run is not known") : {
        kind: "head",
        owner: owner,
        branch: branch,
        commit: sha
      };
    }
    /** The pull requests that an event lists, without those of other repositories such as a fork of this one. */    function listed({event: event, repository: repository}, name) {
      const all = (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__.at)(event, name, "pull_requests");
      if (!Array.isArray(all)) return [];
      const here = one => {
        const base = (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__ /* .textAt */ .$)(one, "base", "repo", "url")?.toLowerCase();
        return base === void 0 || base.endsWith(`/repos/${repository.toLowerCase()}`);
      };
      return all.filter(here).flatMap(one => (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__ /* .numberAt */ .t)(one, "number") ?? []);
    }
    function commitAt(value, ...path) {
      const found = (0, _event_payload_js__WEBPACK_IMPORTED_MODULE_0__ /* .textAt */ .$)(value, ...path);
      return found !== void 0 && isCommit(found) ? found : void 0;
    }
    /** SHA-1 or SHA-256, in full. */    function isCommit(text) {
      return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(text);
    }
    /***/  },
  /***/ 490: 
  /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    /* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
      /* harmony export */ IW: () => /* binding */ CommentRefused,
      /* harmony export */ PN: () => /* binding */ CommentUncertain,
      /* harmony export */ n1: () => /* binding */ CommentGone
      /* harmony export */    });
    /** The port to the pull request of a workflow run: which one it is, and its comments. */
    /** GitHub does not take the comment, and a repeat would not help. The message is a sentence for people. */    class CommentRefused extends Error {
      name="CommentRefused";
    }
    /** The comment was deleted after it was found. */    class CommentGone extends Error {
      name="CommentGone";
    }
    /** The request to create a comment got no clear response: the comment may exist. */    class CommentUncertain extends Error {
      name="CommentUncertain";
    }
    /***/  }
  /******/};

/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};

/******/
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
  /******/ // Check if module is in cache
  /******/ var cachedModule = __webpack_module_cache__[moduleId];
  /******/  if (cachedModule !== void 0) 
  /******/ return cachedModule.exports;
  /******/
  /******/ // Create a new module (and put it into the cache)
  /******/  var module = __webpack_module_cache__[moduleId] = {
    /******/ // no module.id needed
    /******/ // no module.loaded needed
    /******/ exports: {}
    /******/  };
  /******/
  /******/ // Execute the module function
  /******/  var threw = true;
  /******/  try {
    /******/ __webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
    /******/    threw = false;
    /******/  } finally {
    /******/ if (threw) delete __webpack_module_cache__[moduleId];
    /******/  }
  /******/
  /******/ // Return the exports of the module
  /******/  return module.exports;
  /******/}

/******/
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;

/******/
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== "undefined") __nccwpck_require__.ab = decodeURIComponent(new URL(".", import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";

/******/
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
  /******/ var getProto = Object.getPrototypeOf ? obj => Object.getPrototypeOf(obj) : obj => obj.__proto__;
  /******/  var leafPrototypes;
  /******/ // create a fake namespace object
  /******/ // mode & 1: value is a module id, require it
  /******/ // mode & 2: merge all properties of value into the ns
  /******/ // mode & 4: return value when already ns object
  /******/ // mode & 16: return value when it's Promise-like
  /******/ // mode & 8|1: behave like require
  /******/  __nccwpck_require__.t = function(value, mode) {
    /******/ if (mode & 1) value = this(value);
    /******/    if (mode & 8) return value;
    /******/    if (typeof value === "object" && value) {
      /******/ if (mode & 4 && value.__esModule) return value;
      /******/      if (mode & 16 && typeof value.then === "function") return value;
      /******/    }
    /******/    var ns = Object.create(null);
    /******/    __nccwpck_require__.r(ns);
    /******/    var def = {};
    /******/    leafPrototypes = leafPrototypes || [ null, getProto({}), getProto([]), getProto(getProto) ];
    /******/    for (var current = mode & 2 && value; typeof current == "object" && !~leafPrototypes.indexOf(current); current = getProto(current)) 
    /******/ Object.getOwnPropertyNames(current).forEach(key => def[key] = () => value[key]);
    /******/
    /******/    def["default"] = () => value;
    /******/    __nccwpck_require__.d(ns, def);
    /******/    return ns;
    /******/  };
  /******/})();

/******/
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
  /******/ // define getter functions for harmony exports
  /******/ __nccwpck_require__.d = (exports, definition) => {
    /******/ for (var key in definition) 
    /******/ if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) 
    /******/ Object.defineProperty(exports, key, {
      enumerable: true,
      get: definition[key]
    });
    /******/
    /******/
    /******/  };
  /******/})();

/******/
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
  /******/ __nccwpck_require__.f = {};
  /******/ // This file contains only the entry chunk.
  /******/ // The chunk loading function for additional chunks
  /******/  __nccwpck_require__.e = chunkId => Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
    /******/ __nccwpck_require__.f[key](chunkId, promises);
    /******/    return promises;
    /******/  }, []));
  /******/})();

/******/
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
  /******/ // This function allow to reference async chunks
  /******/ __nccwpck_require__.u = chunkId => chunkId + ".index.js";
  /******/})();

/******/
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
  /******/ __nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop)
  /******/;
})();

/******/
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
  /******/ // define __esModule on exports
  /******/ __nccwpck_require__.r = exports => {
    /******/ if (typeof Symbol !== "undefined" && Symbol.toStringTag) 
    /******/ Object.defineProperty(exports, Symbol.toStringTag, {
      value: "Module"
    });
    /******/
    /******/    Object.defineProperty(exports, "__esModule", {
      value: true
    });
    /******/  };
  /******/})();

/******/
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
  /******/ // no baseURI
  /******/
  /******/ // object to store loaded and loading chunks
  /******/ // undefined = chunk not loaded, null = chunk preloaded/prefetched
  /******/ // [resolve, Promise] = chunk loading, 0 = chunk loaded
  /******/ var installedChunks = {
    /******/ 792: 0
    /******/  };
  /******/
  /******/  var installChunk = data => {
    /******/ var {ids: ids, modules: modules, runtime: runtime} = data;
    /******/ // add "modules" to the modules object,
    /******/ // then flag all "ids" as loaded and fire callback
    /******/    var moduleId, chunkId, i = 0;
    /******/    for (moduleId in modules) 
    /******/ if (__nccwpck_require__.o(modules, moduleId)) 
    /******/ __nccwpck_require__.m[moduleId] = modules[moduleId];
    /******/
    /******/
    /******/    if (runtime) runtime(__nccwpck_require__);
    /******/    for (;i < ids.length; i++) {
      /******/ chunkId = ids[i];
      /******/      if (__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) 
      /******/ installedChunks[chunkId][0]();
      /******/
      /******/      installedChunks[ids[i]] = 0;
      /******/    }
    /******/
    /******/  }
  /******/
  /******/;
  __nccwpck_require__.f.j = (chunkId, promises) => {
    /******/ // import() chunk loading for javascript
    /******/ var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : void 0;
    /******/    if (installedChunkData !== 0) // 0 means "already installed".
    /******/
    /******/ // a Promise means "currently loading".
    /******/ if (installedChunkData) 
    /******/ promises.push(installedChunkData[1]);
    /******/ else 
    /******/ if (true) {
      // all chunks have JS
      /******/ // setup Promise in chunk cache
      /******/ var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, e => {
        /******/ if (installedChunks[chunkId] !== 0) installedChunks[chunkId] = void 0;
        /******/        throw e;
        /******/      });
      /******/      promise = Promise.race([ promise, new Promise(resolve => installedChunkData = installedChunks[chunkId] = [ resolve ]) ])
      /******/;
      promises.push(installedChunkData[1] = promise);
      /******/    }
    /******/
    /******/
    /******/  };
  /******/
  /******/ // no prefetching
  /******/
  /******/ // no preloaded
  /******/
  /******/ // no external install chunk
  /******/
  /******/ // no on chunks loaded
  /******/})();

/******/
/************************************************************************/
// NAMESPACE OBJECT: ./node_modules/@actions/core/lib/platform.js
var platform_namespaceObject = {};

__nccwpck_require__.r(platform_namespaceObject);

__nccwpck_require__.d(platform_namespaceObject, {
  arch: () => arch,
  getDetails: () => getDetails,
  isLinux: () => isLinux,
  isMacOS: () => isMacOS,
  isWindows: () => isWindows,
  platform: () => platform
});

// NAMESPACE OBJECT: ./node_modules/@actions/core/lib/core.js
var core_namespaceObject = {};

__nccwpck_require__.r(core_namespaceObject);

__nccwpck_require__.d(core_namespaceObject, {
  ExitCode: () => ExitCode,
  addPath: () => addPath,
  debug: () => debug,
  endGroup: () => endGroup,
  error: () => error,
  exportVariable: () => exportVariable,
  getBooleanInput: () => getBooleanInput,
  getIDToken: () => getIDToken,
  getInput: () => getInput,
  getMultilineInput: () => getMultilineInput,
  getState: () => getState,
  group: () => group,
  info: () => info,
  isDebug: () => isDebug,
  markdownSummary: () => markdownSummary,
  notice: () => notice,
  platform: () => platform_namespaceObject,
  saveState: () => saveState,
  setCommandEcho: () => setCommandEcho,
  setFailed: () => setFailed,
  setOutput: () => setOutput,
  setSecret: () => setSecret,
  startGroup: () => startGroup,
  summary: () => summary_summary,
  toPlatformPath: () => toPlatformPath,
  toPosixPath: () => toPosixPath,
  toWin32Path: () => toWin32Path,
  warning: () => warning
});

// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

// CONCATENATED MODULE: ./src/clock.ts
/** Time and chance as parameters: the only file that reads the clock, sets a timer or draws a random number. */
/** setTimeout fires at once past 2^31-1 ms, so a longer sleep is cut to this and its caller sleeps again. */
const LONGEST_TIMER_MS = 2147483647;

/**
 * The computer's own clock. It counts on from the process's start instead of reading the wall clock again, so that a
 * clock that is set, or jumps, ends no time limit.
 */ const clock_systemClock = {
  now: () => performance.timeOrigin + performance.now(),
  setTimer: (delayMs, callback, options) => {
    const timer = setTimeout(callback, Math.min(Math.max(0, delayMs), LONGEST_TIMER_MS));
    if (options?.keepsProcessAlive === false) timer.unref();
    return () => {
      clearTimeout(timer);
    };
  }
};

/** The computer's own chance; good enough for jitter, not for secrets. */ const systemRandom = () => Math.random();

/** A fresh UUID of the computer's own. */ const systemUuid = () => (0, external_node_crypto_namespaceObject.randomUUID)();

/**
 * Waits `delayMs`, or until `signal` is aborted.
 * @throws the signal's reason, at once when it is aborted already
 */ function sleep(clock, delayMs, signal) {
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
 */ async function withDeadline(clock, {limitMs: limitMs, signal: outer, keepsProcessAlive: keepsProcessAlive = true}, lateness, work) {
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
 */ function abortable(signal, work) {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      reject(toError(signal.reason));
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
 */ function clock_withTimeout(clock, limitMs, lateness, work) {
  const never = (new AbortController).signal;
  return withDeadline(clock, {
    limitMs: limitMs,
    signal: never
  }, lateness, signal => abortable(signal, work(signal)));
}

/**
 * Runs `work` under a signal that is aborted with `lateness()` after `limitMs`, or `hastyMs` after the step's own signal.
 * @throws what `work` throws
 */ async function withTighteningDeadline(clock, {limitMs: limitMs, hastyMs: hastyMs, signal: signal}, lateness, work) {
  const hurry = new AbortController;
  let disarm = () => {};
  const onAbort = () => {
    disarm = clock.setTimer(hastyMs, () => {
      hurry.abort(lateness());
    });
  };
  if (signal.aborted) onAbort(); else signal.addEventListener("abort", onAbort, {
    once: true
  });
  try {
    return await withDeadline(clock, {
      limitMs: limitMs,
      signal: hurry.signal
    }, lateness, work);
  } finally {
    disarm();
    signal.removeEventListener("abort", onAbort);
  }
}

/** Whether a signal is aborted by now; asked through a call, since the compiler takes a first answer for the last. */ function isAborted(signal) {
  return signal.aborted;
}

/** An aborted signal's reason is `any` by type; ours are always errors. */ function toError(reason) {
  return reason instanceof Error ? reason : new Error(String(reason));
}

// CONCATENATED MODULE: ./src/text/characters.ts
/** Classes of characters that decide whether text is safe; every file that cleans text takes them from here. */
/** Everything that some reader takes for the end of a line; `\n-\r` has the vertical tab and the form feed in it. */
const LINE_ENDS = /\r\n|[\n-\r\u0085\u2028\u2029]/gu;

/**
 * Characters without a picture: controls (NUL, ESC), direction marks, zero-width characters. The selector of emoji
 * (U+FE0F) is one of them too; see `withoutInvisible`.
 */ const WITHOUT_PICTURE = String.raw`\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb`;

const INVISIBLE = new RegExp(`[${WITHOUT_PICTURE}]`, "gu");

/** What may stand between the signs of a secret, and does not hide it from who reads it: `base64` breaks its lines. */ const BLANK = new RegExp(String.raw`[\s${WITHOUT_PICTURE}]`, "gu");

/** These are invisible alone, but part a line or change the sign in front of them. */ const KEPT = /[\t\n-\r\u0085]|\ufe0f/u;

/** Halves of a character. */ const LONE_SURROGATE = /\p{Cs}/gu;

/** The text with a sign of replacement for each half of a character: neither URLs nor GitHub's API take those. */ function wellFormed(text) {
  return text.replace(LONE_SURROGATE, "�");
}

/** At most so many UTF-16 units of the text; a character that does not fit is left out as a whole. */ function cutText(text, most) {
  return text.slice(0, most).replace(/\p{Cs}$/u, "");
}

/** The text without invisible characters and half ones; tabs, ends of lines and the selector of emoji stay. */ function withoutInvisible(text) {
  return wellFormed(text).replace(INVISIBLE, sign => KEPT.test(sign) ? sign : "");
}

/** The text on one line, without tabs and invisible characters. */ function characters_oneLine(text) {
  return withoutInvisible(text.replace(LINE_ENDS, " ").replaceAll("\t", " "));
}

// CONCATENATED MODULE: ./src/report/reporter.ts
/** The port of everything that people see, and the fan-out that keeps one broken reporter from harming anything. */
/**
 * Tells every reporter in order. One that fails is left out from then on, with one warning.
 * @param groups reporters of one group close side by side
 * @param warn called with which reporter failed, and why
 * @param redact takes secrets out of the words of a failure before they are cut
 */
function fanOut(groups, warn, redact = text => text) {
  const reporters = groups.flat();
  const broken = new Set;
  const brokeOn = (reporter, error) => {
    broken.add(reporter);
    warn(`The ${reporter.name} failed: ${reporter_briefly(error, redact)}`);
  };
  const tell = event => {
    for (const reporter of reporters) {
      if (broken.has(reporter)) continue;
      try {
        event(reporter);
      } catch (error) {
        brokeOn(reporter, error);
      }
    }
  };
  const closed = async (outcome, signal) => {
    const over = aborted(signal);
    const close = async reporter => {
      if (broken.has(reporter)) return;
      try {
        await Promise.race([ reporter.closed?.(outcome, signal), over ]);
      } catch (error) {
        brokeOn(reporter, error);
      }
    };
    for (const group of groups) await Promise.all([ group ].flat().map(close));
  };
  return {
    ...events(tell),
    closed: closed
  };
}

/** Enough to recognise a failure by: what it quotes may be a whole page. */ const LONGEST_FAILURE = 1e3;

/** The words of a failure as a part of one line. */ function reporter_briefly(error, redact) {
  const words = redact(characters_oneLine(error instanceof Error ? error.message : String(error))).trim();
  const signs = Array.from(words.slice(0, 2 * LONGEST_FAILURE + 2));
  return signs.length > LONGEST_FAILURE ? `${signs.slice(0, LONGEST_FAILURE).join("")}…` : words;
}

/** Rejects when the signal is aborted: a reporter that hangs must not keep those behind it from their last word. */ function aborted(signal) {
  const over = new Promise((_, reject) => {
    const end = () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    };
    if (signal.aborted) end(); else signal.addEventListener("abort", end, {
      once: true
    });
  });
  over.catch(() => {});
 // nobody may be waiting for it by then
    return over;
}

/** The events that take no time, each passed on to every reporter that wants it. */ function events(tell) {
  return {
    opened: plan => {
      tell(reporter => reporter.opened?.(plan));
    },
    runStarted: run => {
      tell(reporter => reporter.runStarted?.(run));
    },
    polled: run => {
      tell(reporter => reporter.polled?.(run));
    },
    pollFailed: (run, failure) => {
      tell(reporter => reporter.pollFailed?.(run, failure));
    },
    noticed: sentence => {
      tell(reporter => reporter.noticed?.(sentence));
    }
  };
}

// EXTERNAL MODULE: ./src/runner/commit-status.ts
var commit_status = __nccwpck_require__(643);

// CONCATENATED MODULE: ./src/report/status.ts
/** A pending status is worth this much; nothing waits for it but the last one. */
const PENDING_MS = 15e3;

/** The reporter of the status. From `opened` on, post writes an error where main does not come to its end. */ function statusReporter(ports) {
  const statuses = orderedStatuses(ports);
  let simulated = false;
  const status = (state, sentence) => ({
    state: state,
    description: described(simulated ? `Simulation: ${sentence}` : sentence, ports.redact)
  });
  return {
    name: "commit status",
    opened: plan => {
      simulated = plan.simulated;
      statuses.owe(status("error", "The step ended without a verdict: it was cancelled, killed, or it crashed."));
    },
    runStarted: () => {
      statuses.announce(status("pending", "The load test is in progress."));
    },
    closed: async (outcome, signal) => {
      const state = stateOf(outcome);
      if (state !== void 0) await statuses.finish(status(state, outcome.reason), signal);
    }
  };
}

/** `undefined`: a step that was skipped writes none. One that only started its tests is finished by a later one. */ function stateOf({word: word, fails: fails}) {
  if (fails) return word === "failed" ? "failure" : "error";
  if (word === "skipped") return;
  return word === "started" ? "pending" : "success";
}

/** GitHub refuses a longer description. */ const LONGEST_DESCRIPTION = 140;

/** Strips, then redacts, then cuts: in any other order a part of a secret could be left. */ function described(sentence, redact) {
  const text = redact(characters_oneLine(sentence)).replace(/\s+/gu, " ").trim();
  if (text.length <= LONGEST_DESCRIPTION) return text;
  let end = "";
  for (const sign of text) {
    if (end.length + sign.length >= LONGEST_DESCRIPTION) break;
    end += sign;
  }
  return `${end.trimEnd()}…`;
}

/** Statuses in their order, since GitHub shows the newest; once refused, none is tried again. */ function orderedStatuses({writer: writer, save: save, clock: clock, warn: warn, debug: debug}) {
  let owed;
  let first;
  const keep = kept => {
    owed = kept;
    save(kept);
  };
  const write = async (status, signal) => {
    try {
      const {commit: commit, write: send} = await writer();
      const sha = owed?.commit ?? await commit(signal);
      if (owed !== void 0 && owed.commit === void 0) keep({
        ...owed,
        commit: sha
      });
      await send(sha, status, signal);
      return "written";
    } catch (error) {
      if (!(error instanceof commit_status /* StatusRefused */ .dc)) throw error;
      keep(void 0);
      warn(error.message);
      return "refused";
    }
  };
  return {
    owe: status => {
      keep({
        status: status,
        commit: void 0
      });
    },
    announce: status => {
      const late = () => new Error("GitHub did not respond in time");
      first ??= clock_withTimeout(clock, PENDING_MS, late, signal => write(status, signal)).catch(error => {
        debug(`The commit status could not be set to pending: ${error instanceof Error ? error.message : ""}`);
        return "not-written";
      });
    },
    finish: async (status, signal) => {
      if (owed !== void 0) keep({
        ...owed,
        status: status
      });
      const announced = await first;
      if (announced === "refused") return;
      if (status.state !== "pending" || announced !== "written") await write(status, signal);
      keep(void 0);
    }
  };
}

// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

// EXTERNAL MODULE: ./src/runner/event-pull-request.ts
var event_pull_request = __nccwpck_require__(377);

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

/** An address without slashes at its end; `undefined` for anything else. */ function httpUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : void 0;
  const isPlain = url?.username === "" && url.password === "" && url.search === "" && url.hash === "";
  return isPlain && /^https?:$/u.test(url.protocol) ? url.href.replace(/\/+$/u, "") : void 0;
}

/** GitHub's own limit for a payload. */ const LARGEST_EVENT = 25 * 1024 * 1024;

function eventAt(path) {
  if (path === void 0) return;
  try {
    const found = (0, external_node_fs_namespaceObject.statSync)(path);
    return found.isFile() && found.size <= LARGEST_EVENT ? JSON.parse((0, external_node_fs_namespaceObject.readFileSync)(path, "utf8")) : void 0;
  } catch {
    return;
 // then the event is not known
    }
}

/** The status, where one is asked for and can be written. */
function commitStatus(request, runner) {
  const writer = writerOf(request, runner);
  if (writer === void 0) return [];
  const {redact: redact, debug: debug} = runner;
  const warn = sentence => {
    runner.annotate("warning", sentence);
  };
  const save = owed => {
    (0, commit_status /* saveStatus */ .i5)(runner, owed);
  };
  return [ statusReporter({
    writer: writer,
    save: save,
    clock: clock_systemClock,
    redact: redact,
    warn: warn,
    debug: debug
  }) ];
}

/** Writes the status that main left, with one line or one warning. Never throws. */
/** `undefined` where no status is asked for, or none can be written. */
function writerOf({name: name, githubToken: githubToken}, runner) {
  if (name === "" || githubToken === void 0) return;
  const {context: context, apiUrl: apiUrl, runUrl: runUrl} = readWorkflow(runner);
  if (context === void 0) return;
  const {redact: redact, debug: onDebug} = runner;
  let opened;
  return () => opened ??= Promise.all(/* import() */ [ __nccwpck_require__.e(392), __nccwpck_require__.e(149) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 149)).then(({githubStatus: githubStatus}) => githubStatus({
    token: githubToken,
    apiUrl: apiUrl,
    name: name,
    context: context,
    targetUrl: runUrl,
    redact: redact,
    onDebug: onDebug
  }));
}

// CONCATENATED MODULE: ./src/test-run/number-table.ts
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

/** What is known of each number. */ const NUMBERS = ROWS;

/** All numbers, in the order in which reports list them. */ const NUMBER_NAMES = Object.keys(ROWS);

/** A share that was reckoned from parts can be a hair above all of it. */ const WHOLE = 1 + 1e-9;

/**
 * The value where a run can have it, else unknown: none is below zero, and no share is above all. Such a value would look
 * like a fast run, or make a change of any size look small.
 */ function possibleValue(name, value) {
  if (value === void 0 || value < 0) return;
  return NUMBERS[name].unit === "share" && value > WHOLE ? void 0 : value;
}

/** Each number by its name. */ function numbersBy(valueOf) {
  return Object.fromEntries(NUMBER_NAMES.map(name => [ name, valueOf(name) ]));
}

/** All numbers that can be compared, by the names that `max-regression` takes. */ const METRICS = Object.fromEntries(NUMBER_NAMES.flatMap(name => {
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

/** The names of the numbers that can be compared, in the order in which reports list them. */ const METRIC_NAMES = Object.keys(METRICS);

/** Whether a name is one that `max-regression` takes. */ function isMetricName(name) {
  return name !== void 0 && Object.hasOwn(METRICS, name);
}

// CONCATENATED MODULE: ./src/test-run/noise.ts
/** Below this many runs nothing is compared. */
const FEWEST_RUNS = 3;

/** A baseline of several runs has this many at most. */ const MOST_RUNS = 10;

/** From this many runs on, the deviation says something about the noise. */ const FEWEST_FOR_NOISE = 5;

/** Makes the deviation of normal noise a standard deviation. */ const NORMAL = 1.4826;

/** How many standard deviations are noise. */ const WIDTH = 3;

/** Rates vary by this much in any test: 0.1 percentage points. */ const RATE_FLOOR_PP = .1;

/** What is usual; `undefined` for fewer runs than can be compared with. The order of the values does not matter. */ function usualOf(values) {
  if (values.length < FEWEST_RUNS) return;
  const median = medianOf(values);
  return {
    median: median,
    deviation: medianOf(values.map(value => Math.abs(value - median))),
    count: values.length
  };
}

/**
 * How much the metric varies, in the unit of a rule: percent of the median, or percentage points of a rate.
 * `undefined` if there are too few runs to tell, or the median is 0.
 */ function noiseOf({median: median, deviation: deviation, count: count}, unit) {
  if (count < FEWEST_FOR_NOISE || unit === "%" && median <= 0) return;
  return WIDTH * NORMAL * (unit === "pp" ? deviation : deviation / median) * 100;
}

/**
 * The rule that is in effect against what is usual: never narrower than the user's, wider if the test is noisier.
 * A rate is judged in percentage points, with a smallest limit unless the user says 0.
 */ function ruleInEffect(rule, usual, isRate) {
  const asked = isRate ? inPoints(rule, usual) : rule;
  const noise = noiseOf(usual, asked.unit) ?? 0;
  return noise > asked.size ? {
    ...asked,
    size: noise,
    asked: {
      size: rule.size,
      unit: rule.unit
    }
  } : asked;
}

function inPoints(rule, {median: median}) {
  const points = rule.unit === "pp" ? rule.size : median * rule.size;
  return {
    ...rule,
    unit: "pp",
    size: rule.size === 0 ? 0 : Math.max(points, RATE_FLOOR_PP)
  };
}

function medianOf(values) {
  const sorted = [ ...values ].sort((a, b) => a - b);
  const [low = 0, high = 0] = [ sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)] ];
  return low / 2 + high / 2;
}

// CONCATENATED MODULE: ./src/test-run/quantity.ts
/** Numbers as people read them: three significant digits, a unit beside each, and `n/a` where nothing is known. */
/** What stands for a number that nobody knows; never 0. */
const UNKNOWN = "n/a";

const SUFFIX = {
  ms: " ms",
  "per-second": " /s",
  share: " %",
  count: "",
  vuh: " VUh",
  plain: ""
};

const SECOND_MS = 1e3;

/** `431 ms`, `1.83 s`, `57.5 /s`, `1.25 %`, `6 900`, `1.25 VUh`, `n/a`. */ function quantity(value, unit, digits = 3) {
  if (value === void 0 || !Number.isFinite(value)) return UNKNOWN;
  if (unit === "count") return grouped(String(Math.round(value)));
  // What is rounded to a second is written as one: `1 s` and `1 000 ms` would look like two values.
    if (unit === "ms" && Number(Math.abs(value).toPrecision(digits)) >= SECOND_MS) return `${significant(value / SECOND_MS, digits)} s`;
  const text = unit === "share" ? percent(value, digits) : significant(value, digits);
  return `${text}${SUFFIX[unit]}`;
}

/** `1 VU`, `200 VUs`: a count and what it counts. */ function counted(count, noun) {
  const text = quantity(count, "count");
  return `${text} ${noun}${text === "1" ? "" : "s"}`;
}

/** Both values in as many digits as it takes to tell them apart: a limit that is not met must not look met. */ function distinguishable(one, other, unit) {
  for (const digits of [ 3, 4, 5, 6, 8, 10 ]) {
    const texts = [ quantity(one, unit, digits), quantity(other, unit, digits) ];
    if (one === other || texts[0] !== texts[1]) return texts;
  }
  return [ quantity(one, unit, 15), quantity(other, unit, 15) ];
}

/** From ten times on, how many times tells more than per cent. */ const MANY_TIMES_PERCENT = 900;

/** `+19.1 %`, `−1 %`, `+0.85 pp`, `0 %`, `×179`: a change with its sign; less than a hundredth is no change to a reader. */ function change(value, unit) {
  if (unit === "%" && value >= MANY_TIMES_PERCENT) return `×${significant(1 + value / 100)}`;
  const size = changeSize(value, unit);
  if (size === `0 ${unit}`) return size;
  return `${value < 0 ? "−" : "+"}${size}`;
}

/** The size of a change, or of what a rule allows, without its sign: `10 %` */ function changeSize(value, unit) {
  const size = Math.abs(value);
  return `${significant(size < 1 ? Math.round(size * 100) / 100 : size)} ${unit}`;
}

/** At least `digits` significant digits, whole from 100 on, no exponent, no idle zeros: `0.0125`, `57.5`, `12 345`. */ function significant(value, digits = 3) {
  const size = Math.abs(value);
  if (size < 1e-9) return "0";
  const magnitude = Math.floor(Math.log10(size)) + 1;
  const decimals = Math.min(15, Math.max(0, digits - magnitude));
  const fixed = size.toFixed(decimals);
  const [whole = "0", fraction = ""] = fixed.split(".");
  const rest = fraction.replace(/0+$/u, "");
  const sign = value < 0 && Number(fixed) !== 0 ? "−" : "";
  return `${sign}${grouped(whole)}${rest === "" ? "" : `.${rest}`}`;
}

/** A share that is not whole is not shown as 100 %, as far as eight digits tell. */ function percent(share, digits) {
  for (let more = digits; more <= Math.max(digits, 8); more++) {
    const text = significant(share * 100, more);
    if (text !== "100" || share >= 1) return text;
  }
  return "100";
}

/** Thousands apart by a thin space that does not break. */ function grouped(whole) {
  return whole.replace(/\B(?=(?:\d{3})+$)/gu, " ");
}

// CONCATENATED MODULE: ./src/test-run/selector.ts
/** Which part of a test a rule is about: a metric of the script, an endpoint, any tag of k6. */
/** As the user writes it: `(checkout_duration)`, `{name:checkout,status:200}`, `{name:"POST /checkout"}`. */
function selectorText({metric: metric, tags: tags}) {
  const pairs = tags.map(([name, value]) => `${name}:${/^\w+$/u.test(value) ? value : `"${value}"`}`);
  return `${metric === void 0 ? "" : `(${metric})`}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`}`;
}

// CONCATENATED MODULE: ./src/test-run/regression-rule.ts
/** `10 %`, `10 % and 20 ms`, `15 % (10 %, widened by noise)` */
function allowedText(rule) {
  const widened = rule.asked === void 0 ? "" : ` (${rule.asked.size} ${rule.asked.unit}, widened by noise)`;
  const floor = rule.floor === void 0 ? "" : ` and ${floorText(rule)}`;
  return `${changeSize(rule.size, rule.unit)}${widened}${floor}`;
}

/** A rule as the user writes it: `p95=10%`, `rps=-5%`, `p95{name:checkout}=10%&20ms`. */ function ruleText(rule) {
  const {metric: metric, size: size, unit: unit, floor: floor, of: of} = rule;
  const sign = worseOf(rule) === "less" && (size !== 0 || rule.rate !== void 0) ? "-" : "";
  const and = floor === void 0 ? "" : `&${floorText(rule).replace(" ", "")}`;
  const stat = rule.rate === void 0 ? metric : "rate";
  return `${stat}${of === void 0 ? "" : selectorText(of)}=${sign}${size}${unit}${and}`;
}

/** Which way is worse for the metric of a rule. */ function worseOf({metric: metric, rate: rate}) {
  return rate ?? METRICS[metric].worse;
}

/** `p95 latency`, `p95 latency of checkout`, `p95 latency {scenario:buyers}`, `p95 of checkout_duration` */ function ruleTitle({metric: metric, of: of, rate: rate}) {
  if (of === void 0) return METRICS[metric].title;
  const whole = of.metric === void 0 ? METRICS[metric].title : `${rate === void 0 ? metric : "rate"} of ${of.metric}`;
  const [[name, value] = [], ...more] = of.tags;
  if (of.metric === void 0 && name === "name" && more.length === 0) return `${whole} of ${value}`;
  const tags = selectorText({
    ...of,
    metric: void 0
  });
  return tags === "" ? whole : `${whole} ${tags}`;
}

function floorText({metric: metric, floor: floor = 0}) {
  const {unit: unit} = METRICS[metric];
  return unit === "ms" ? `${floor} ms` : unit === "share" ? `${floor} pp` : String(floor);
}

// CONCATENATED MODULE: ./src/test-run/baseline.ts
/** What changed of one metric. Shares change by percentage points, everything else by percent. */
function changeOf(metric, now, then) {
  const {of: of} = METRICS[metric];
  return {
    metric: metric,
    ...changeBetween(METRICS[metric], of(now), of(then))
  };
}

/** What changed between two values of a number. */ function changeBetween({unit: unit, worse: worse}, now, then) {
  if (now === void 0 || then === void 0) return {
    now: now,
    then: then,
    text: void 0,
    size: void 0,
    direction: "unknown"
  };
  const step = unit === "share" ? "pp" : "%";
  const size = step === "pp" ? (now - then) * 100 : relative(now, then);
  const same = Math.abs(size) < VISIBLE;
  const direction = same ? "same" : worse === "neither" || size > 0 !== (worse === "more") ? "better" : "worse";
  return {
    now: now,
    then: then,
    text: Number.isFinite(size) ? change(size, step) : FROM_NOTHING,
    size: size,
    direction: direction
  };
}

/** Judges every rule; a value equal to the limit is within it. */ function compare(rules, now, baseline) {
  const [judged, regressions, unjudged] = [ [], [], [] ];
  const {runId: baselineRunId, name: name} = baseline;
  for (const asked of rules) {
    const {now: a, then: b, usual: usual, metric: metric = asked.metric} = valuesFor(asked, now, baseline);
    const fitting = {
      ...asked,
      metric: metric
    };
    const rule = usual === void 0 ? fitting : ruleInEffect(fitting, usual, METRICS[metric].unit === "share");
    if (a === void 0 || b === void 0) {
      unjudged.push(asked);
      continue;
    }
    judged.push({
      rule: rule,
      now: a,
      then: b,
      usual: usual
    });
    if (isPast(rule, a, b)) regressions.push({
      rule: rule,
      now: a,
      then: b,
      baselineRunId: baselineRunId,
      ...name === void 0 ? {} : {
        baselineName: name
      }
    });
  }
  return {
    judged: judged,
    regressions: regressions,
    unjudged: unjudged
  };
}

function valuesFor(rule, now, {numbers: numbers, usual: usual, selected: selected}) {
  if (rule.of !== void 0) return selected?.get(ruleText(rule)) ?? {
    now: void 0,
    then: void 0
  };
  const {of: of} = METRICS[rule.metric];
  return {
    now: of(now),
    then: of(numbers),
    usual: usual?.get(rule.metric)
  };
}

/** `p95 latency rose 19.1 % (362 → 431 ms, run 7649870); allowed: 10 %` */ function regressionSentence(regression) {
  const {rule: rule, now: now, then: then, baselineRunId: baselineRunId, baselineName: baselineName} = regression;
  const {unit: unit} = METRICS[rule.metric];
  const [is, was] = distinguishable(now, then, unit);
  const whose = baselineName ?? `run ${baselineRunId}`;
  return `${ruleTitle(rule)} ${movement(movedBy(regression), rule)} (${withoutUnit(was, is)} → ${is}, ${whose}); allowed: ${allowedText(rule)}`;
}

/** The first of two values, without a unit that both have. */ function withoutUnit(one, other) {
  const [number = one, ...unit] = one.split(" ");
  return unit.length > 0 && other.endsWith(` ${unit.join(" ")}`) ? number : one;
}

/** The first regression in words, and how many more there are. */ function regressionsSentence([first, ...rest]) {
  if (first === void 0) return "The run is worse than its baseline";
  const more = rest.length === 1 ? "1 more metric is" : `${rest.length} more metrics are`;
  return `${regressionSentence(first)}${rest.length === 0 ? "" : `, and ${more} past the limit`}`;
}

const FROM_NOTHING = "from 0";

/** Changes below this, in percent or points, are not worth a sign. */ const VISIBLE = .005;

/** What adding and dividing doubles may be off by. */ const ROUNDING = 1e-9;

/** Multiplied, not divided, so that a baseline of 0 is judged too: then anything worse is past every percentage. */ function isPast(rule, now, then) {
  const {metric: metric, size: size, unit: unit, floor: floor = 0} = rule;
  const worsening = worseOf(rule) === "more" ? now - then : then - now;
  const allowed = unit === "pp" ? size / 100 : then * size / 100;
  const least = METRICS[metric].unit === "share" ? floor / 100 : floor;
  return worsening > Math.max(allowed, least) + ROUNDING * Math.max(1, Math.abs(then));
}

function relative(now, then) {
  if (then === 0) return now === 0 ? 0 : 1 / 0;
  return (now / then - 1) * 100;
}

/** How far a regression moved, in the unit of its rule; infinite where something came of nothing. */ function movedBy({rule: rule, now: now, then: then}) {
  return rule.unit === "pp" ? (now - then) * 100 : relative(now, then);
}

/** `+19.1 %`, `×179`, `−2 pp`, `from 0`: a change that is past its limit, which it must not look equal to. */ function changePast(moved, {size: limit, unit: unit}) {
  if (!Number.isFinite(moved)) return FROM_NOTHING;
  if (changeSize(moved, unit) !== changeSize(limit, unit)) return change(moved, unit);
  return `${moved < 0 ? "−" : "+"}${significant(Math.abs(moved), 6)} ${unit}`;
}

/** `rose 19.1 %`, `rose ×179`, `fell 2 pp` */ function movement(moved, rule) {
  const verb = moved > 0 ? "rose" : "fell";
  return Number.isFinite(moved) ? `${verb} ${changePast(moved, rule).replace(/^[+−]/u, "")}` : verb;
}

/** The value of a metric with its unit. */ function metricText(metric, value) {
  return quantity(value, METRICS[metric].unit);
}

// CONCATENATED MODULE: ./src/test-run/thresholds.ts
/**
 * The list decides, because it alone shows what was evaluated. A script that states thresholds beside an empty list has
 * thresholds that were not evaluated.
 * @param stated what the run itself shows
 * @param listed the list of thresholds; `undefined` if it could not be read
 */
function thresholdsFrom(stated, listed) {
  if (listed === void 0) return stated === "none" ? "none" : "unreadable";
  if (listed.length === 0) return stated === "stated" ? "not-evaluated" : "none";
  return listed.some(one => thresholds_stateOf(one) !== "not-evaluated") ? "some" : "not-evaluated";
}

/** The state of a threshold. One without a single sample has no value, and k6 Cloud counts it as passed. */ function thresholds_stateOf({value: value, failed: failed}) {
  if (failed) return "not-met";
  return value === void 0 ? "not-evaluated" : "met";
}

/** How many thresholds are in each state. */ function countStates(thresholds) {
  const count = state => thresholds.filter(one => thresholds_stateOf(one) === state).length;
  return {
    met: count("met"),
    "not-met": count("not-met"),
    "not-evaluated": count("not-evaluated")
  };
}

// CONCATENATED MODULE: ./src/test-run/evidence.ts
/** The evidence in the API's own words: `run 7650001: result_status FAILED`. */
function evidence(run, ...statuses) {
  if (!run.seen) return lastSeen(run);
  const known = statuses.flatMap(status => status === void 0 ? [] : [ `${status.field} ${status.value === "" ? "empty" : status.value}` ]);
  return `run ${run.id}: ${known.join(", ")}`;
}

/** `run 7650001, last seen: RUNNING` */ function lastSeen({id: id, seen: seen, statuses: statuses}) {
  return `run ${id}, ${seen ? `last seen: ${statuses.run.value}` : "never found"}`;
}

/** Its load has ended; what is still missing are its metrics or its result. */ function isProcessed(run) {
  return run.state === "pending" && (run.phase === "processing" || run.phase === "deciding");
}

/** The run was waiting, and its load never began. */ function neverBegan(run) {
  if (run.state === "settled") return false;
  switch (run.phase) {
   case "created":
   case "validated":
   case "queued":
   case "initializing":
    return true;

   case "running":
   case "processing":
   case "deciding":
   case "unrecognised":
    return false;
  }
}

/** Whether the run is known to have thresholds that were evaluated: by the list of them, else by its own word. */ function hasThresholds({thresholds: thresholds}, metrics) {
  const listed = metrics?.thresholds;
  const isKnown = thresholds === "some" || thresholds === "not-evaluated";
  const known = isKnown || listed === void 0 ? thresholds : thresholdsFrom(thresholds, listed);
  switch (known) {
   case "some":
   case "stated":
    return "yes";

   case "none":
    return "no";

   case "not-evaluated":
    return "not-evaluated";

   case "unknown":
   case "unreadable":
    return "unknown";
  }
}

/** Without its last full stop, so that the text can stand inside a sentence of ours. */ function withoutFullStop(text) {
  return text.replace(/[.\s]+$/u, "");
}

const SECOND_RUN = {
  stopped: "which was stopped",
  "already-over": "which has ended",
  "stop-failed": "which could not be stopped and may still be running"
};

/** `run 7650002, which was stopped` */ function secondRunWords({runId: runId, stop: stop}) {
  return `run ${runId}, ${SECOND_RUN[stop]}`;
}

// CONCATENATED MODULE: ./src/test-run/protocol-table.ts
const P75 = "histogram_quantile(0.75)";

const P95 = "histogram_quantile(0.95)";

const protocol_table_LATENCY = {
  unit: "ms",
  worse: "more"
};

const protocol_table_COUNT = {
  unit: "count",
  worse: "neither"
};

/** A web vital is good or bad by its 75th percentile: https://web.dev/articles/vitals. */ const protocol_table_ROWS = {
  grpcP95Ms: {
    ...protocol_table_LATENCY,
    title: "gRPC p95 latency",
    json: "grpcP95Ms",
    threshold: [ "grpc_req_duration", "p(95)" ],
    query: [ "grpc_req_duration", P95 ]
  },
  grpcP99Ms: {
    ...protocol_table_LATENCY,
    title: "gRPC p99 latency",
    json: "grpcP99Ms",
    threshold: [ "grpc_req_duration", "p(99)" ],
    query: [ "grpc_req_duration", "histogram_quantile(0.99)" ]
  },
  grpcRequests: {
    ...protocol_table_COUNT,
    title: "gRPC requests",
    json: "grpcRequests",
    threshold: [ "grpc_req_duration", "count" ],
    query: [ "grpc_req_duration", "histogram_count_increase" ]
  },
  wsSessionP95Ms: {
    unit: "ms",
    worse: "neither",
    // scripts often end a session after a fixed time
    title: "WebSocket session p95",
    json: "wsSessionP95Ms",
    threshold: [ "ws_session_duration", "p(95)" ],
    query: [ "ws_session_duration", P95 ]
  },
  wsConnectingP95Ms: {
    ...protocol_table_LATENCY,
    title: "WebSocket connect p95",
    json: "wsConnectingP95Ms",
    threshold: [ "ws_connecting", "p(95)" ],
    query: [ "ws_connecting", P95 ]
  },
  wsSessions: {
    ...protocol_table_COUNT,
    title: "WebSocket sessions",
    json: "wsSessions",
    threshold: [ "ws_sessions", "count" ],
    query: [ "ws_sessions", "increase" ]
  },
  wsMessagesSent: {
    ...protocol_table_COUNT,
    title: "messages sent",
    json: "wsMessagesSent",
    threshold: [ "ws_msgs_sent", "count" ],
    query: [ "ws_msgs_sent", "increase" ]
  },
  wsMessagesReceived: {
    ...protocol_table_COUNT,
    title: "messages received",
    json: "wsMessagesReceived",
    threshold: [ "ws_msgs_received", "count" ],
    query: [ "ws_msgs_received", "increase" ]
  },
  lcpP75Ms: {
    ...protocol_table_LATENCY,
    title: "LCP p75",
    json: "lcpP75Ms",
    threshold: [ "browser_web_vital_lcp", "p(75)" ],
    query: [ "browser_web_vital_lcp", P75 ]
  },
  inpP75Ms: {
    ...protocol_table_LATENCY,
    title: "INP p75",
    json: "inpP75Ms",
    threshold: [ "browser_web_vital_inp", "p(75)" ],
    query: [ "browser_web_vital_inp", P75 ]
  },
  clsP75: {
    unit: "plain",
    worse: "more",
    title: "CLS p75",
    json: "clsP75",
    threshold: [ "browser_web_vital_cls", "p(75)" ],
    query: [ "browser_web_vital_cls", P75 ]
  },
  fcpP75Ms: {
    ...protocol_table_LATENCY,
    title: "FCP p75",
    json: "fcpP75Ms",
    threshold: [ "browser_web_vital_fcp", "p(75)" ],
    query: [ "browser_web_vital_fcp", P75 ]
  },
  ttfbP75Ms: {
    ...protocol_table_LATENCY,
    title: "TTFB p75",
    json: "ttfbP75Ms",
    threshold: [ "browser_web_vital_ttfb", "p(75)" ],
    query: [ "browser_web_vital_ttfb", P75 ]
  },
  browserErrorRate: {
    unit: "share",
    worse: "more",
    title: "failed browser requests",
    json: "browserErrorRate",
    threshold: [ "browser_http_req_failed", "rate" ],
    query: [ "browser_http_req_failed", "ratio" ]
  }
};

/** What is known of each such number. */ const PROTOCOLS = protocol_table_ROWS;

/** All of them, in the order in which reports list them. */ const PROTOCOL_NAMES = Object.keys(protocol_table_ROWS);

/** The names of the numbers that are known. */ function knownProtocols(numbers) {
  return PROTOCOL_NAMES.filter(name => numbers[name] !== void 0);
}

// CONCATENATED MODULE: ./src/test-run/threshold-sentences.ts
const PLAIN = {
  metric: name => `\`${name}\``,
  text: text => text
};

/** `431 ms`, `1.25 %`, `not evaluated`: the value of a threshold in the unit of its metric. */ function thresholdValue(threshold) {
  if (thresholds_stateOf(threshold) === "not-evaluated") return "not evaluated";
  const unit = unitOf(threshold);
  const {value: value, valueAtEnd: valueAtEnd, limit: limit} = threshold;
  // The limit stands beside it.
    const inUnit = shown => shown === void 0 || limit === void 0 ? quantity(shown, unit) : distinguishable(shown, limit, unit)[0];
  return valueAtEnd === void 0 ? inUnit(value) : `${inUnit(value)} (${inUnit(valueAtEnd)} at the end)`;
}

/**
 * `p95 latency is 431 ms, over the limit of 400 ms`: the sentence of a threshold that was not met; `undefined` if not
 * even its condition is known.
 */ function thresholdSentence(threshold, style = PLAIN) {
  const {metric: metric, condition: condition, value: value, limit: limit, valueAtEnd: valueAtEnd} = threshold;
  const unit = unitOf(threshold);
  if (value === void 0 || limit === void 0) {
    const name = [ metric === void 0 ? "" : style.metric(metric), style.text(condition) ].filter(part => part !== "");
    const shown = value === void 0 ? "unknown" : quantity(value, unit);
    return name.length === 0 ? void 0 : `${name.join(" ")} was not met (value ${shown})`;
  }
  const [shown, allowed] = distinguishable(value, limit, unit);
  const [atEnd] = valueAtEnd === void 0 ? [] : distinguishable(valueAtEnd, limit, unit);
  const when = atEnd === void 0 ? "" : " during the run";
  const end = atEnd === void 0 ? "" : ` (${atEnd} at its end)`;
  return `${subjectOf(threshold, style)} ${shown}${when}, ${demand(threshold, allowed)}${end}`;
}

/** The ones not met first, those with numbers before others; then those not evaluated; the rest in the order of the API. */ function failedFirst(thresholds) {
  const rank = one => {
    if (!one.failed) return thresholds_stateOf(one) === "not-evaluated" ? 3 : 4;
    if (one.value !== void 0 && one.limit !== void 0) return 0;
    return thresholdSentence(one) === void 0 ? 2 : 1;
  };
  return [ ...thresholds ].sort((a, b) => rank(a) - rank(b));
}

/** The finding for a run that failed by its thresholds; `undefined` if nothing is known of them. */ function thresholdsSentence(thresholds) {
  const notMet = failedFirst(thresholds ?? []).filter(one => one.failed);
  const first = notMet[0] === void 0 ? void 0 : thresholdSentence(notMet[0]);
  if (first === void 0) return;
  const rest = notMet.length - 1;
  if (rest === 0) return first;
  return `${first}, and ${rest} more threshold${rest === 1 ? " was" : "s were"} not met`;
}

/** Thresholds on numbers that reports show, by metric and statistic: they have a name in plain words and a unit. */ const KNOWN = new Map([ ...Object.values(NUMBERS), ...Object.values(PROTOCOLS) ].flatMap(row => row.threshold === void 0 ? [] : [ [ row.threshold.join(" "), row ] ]));

/** The other statistics of latency that have a name. */ const LATENCIES = new Map([ [ "med", "median latency" ], [ "min", "shortest latency" ] ]);

function subjectOf({metric: metric, stat: stat, valueAtEnd: valueAtEnd}, {metric: named, text: text}) {
  const known = KNOWN.get(`${metric ?? ""} ${stat ?? ""}`);
  const percentile = /^p\((?<rank>[\d.]+)\)$/u.exec(stat ?? "")?.groups?.["rank"];
  const latency = percentile === void 0 ? LATENCIES.get(stat ?? "") : `p${percentile} latency`;
  const title = known?.title ?? (metric === "http_req_duration" ? latency : void 0);
  if (title !== void 0) {
    const verb = valueAtEnd === void 0 ? " is" : " was";
    return `${title}${known?.unit === "ms" || latency === title ? verb : ""}`;
  }
  const parts = [ metric === void 0 ? "" : named(metric), text(stat ?? "") ].filter(part => part !== "");
  return parts.length === 0 ? "a threshold is" : parts.join(" ");
}

/** Which side of the limit is the wrong one; of a value on the limit only the condition shows it. */ function demand({value: value = 0, limit: limit = 0, condition: condition}, allowed) {
  if (value > limit) return `over the limit of ${allowed}`;
  if (value < limit) return `below the required ${allowed}`;
  const [side] = /[<>!]/u.exec(condition) ?? [];
  const required = side === "<" ? "below " : side === ">" ? "over " : side === "!" ? "other than " : "";
  return `required ${required}${allowed}`;
}

/** Built-in metrics whose values are times in ms. Source: k6's list of built-in metrics. */ const TIMES = /^(?:http_req_(?!failed)\w+|iteration_duration|group_duration|grpc_req_duration|ws_(?:connecting|session_duration|ping)|browser_web_vital_(?!cls)\w+)(?:\{|$)/u;

const SHARES = /^(?:http_req_failed|checks|browser_http_req_failed)(?:\{|$)/u;

const NOT_TIMES = new Set([ "count", "rate", "value" ]);

function unitOf({metric: metric, stat: stat = "", unit: unit}) {
  if (unit !== void 0) return unit;
  if (metric === void 0) return "plain";
  const known = KNOWN.get(`${metric} ${stat}`);
  if (known !== void 0) return known.unit;
  if (stat === "rate") return SHARES.test(metric) ? "share" : "plain";
  return TIMES.test(metric) && !NOT_TIMES.has(stat) ? "ms" : "plain";
}

// CONCATENATED MODULE: ./src/test-run/cause-row.ts
/** Why a pass proves less than it seems to, after "passed, but". */
const PASS_DOUBTS = {
  no: "the test has no thresholds, so nothing was checked",
  "not-evaluated": "no threshold of the test had a sample, so nothing was checked",
  "metrics-incomplete": "k6 Cloud failed to process some metrics"
};

/** The finding of a pass. Without thresholds nothing was checked, and it says so. */ function passed({run: run, metrics: metrics}) {
  const proof = evidence(run, run.statuses.result);
  if (run.state === "settled" && run.metrics === "incomplete") return `Passed, but ${PASS_DOUBTS["metrics-incomplete"]} (${evidence(run, run.statuses.processing, run.statuses.result)})`;
  const thresholds = hasThresholds(run, metrics);
  switch (thresholds) {
   case "yes":
    return `${passedThresholds(metrics?.thresholds ?? [])} (${proof})`;

   case "no":
   case "not-evaluated":
    return `Passed, but ${PASS_DOUBTS[thresholds]} (${proof})`;

   case "unknown":
    return `The run passed (${proof})`;
  }
}

function passedThresholds(thresholds) {
  const {met: met, "not-evaluated": open} = countStates(thresholds);
  if (open === 0) return "All thresholds passed";
  return `${met} of ${thresholds.length} thresholds passed, ${open} ${open === 1 ? "was" : "were"} not evaluated`;
}

/** The finding of a run that a threshold ended. Where one status tells of all, the result is evidence too. */ function abortedByThreshold({run: run, metrics: metrics}) {
  const sentence = thresholdsSentence(metrics?.thresholds) ?? "A threshold with abortOnFail was not met";
  const {run: status, processing: processing, result: result} = run.statuses;
  return `${sentence} (${evidence(run, status, processing === void 0 ? result : void 0)})`;
}

// CONCATENATED MODULE: ./src/test-run/causes.ts
/** Every cause of a verdict in one table: what it says, what to do about it, and whether a repeat can help. */
const CHECK_AND_RERUN = "Check the run page, then re-run the job.";

const bySentence = ({failure: failure}) => failure;

/** All causes, as the output `cause` has them; docs/causes.md has a row for each. A row that is not complete does not compile. */ const causes_ROWS = {
  passed: {
    finding: passed,
    retryHelps: "no"
  },
  "thresholds-not-met": {
    finding: ({run: run, metrics: metrics}) => `${thresholdsSentence(metrics?.thresholds) ?? "A threshold was not met"} (${evidence(run, run.statuses.result)})`,
    retryHelps: "no"
  },
  "aborted-by-threshold": {
    finding: abortedByThreshold,
    retryHelps: "no"
  },
  regressed: {
    finding: ({run: run, metrics: metrics}) => `${regressionsSentence(metrics?.regressions ?? [])} (run ${run.id}: its thresholds passed; \`max-regression\` decides)`,
    retryHelps: "no"
  },
  "not-compared": {
    finding: ({run: run, metrics: metrics}) => `${metrics?.notCompared ?? "The run was not compared"}, and \`require-comparison\` is set (run ${run.id}: its thresholds passed)`,
    retryHelps: "unknown"
  },
  "no-thresholds": {
    finding: ({run: run}) => `The test has no thresholds, and \`require-thresholds\` is set (${evidence(run, run.statuses.result)})`,
    advice: "Add thresholds to the script, or remove `require-thresholds`.",
    retryHelps: "no"
  },
  "thresholds-not-evaluated": {
    finding: ({run: run}) => `${run.thresholds === "not-evaluated" ? "No threshold of the test had a sample" : "No threshold is known to have been evaluated"}, and \`require-thresholds\` is set (${evidence(run, run.statuses.result)})`,
    advice: "Check that the metrics of the thresholds have samples, or re-run the job.",
    retryHelps: "unknown"
  },
  "aborted-by-user": {
    finding: ({run: run}) => `The run was aborted by a user, the API or \`test.abort()\` in the script (${evidence(run, run.statuses.run)})`,
    advice: "The run page shows who stopped it.",
    retryHelps: "unknown"
  },
  "aborted-by-system": {
    finding: ({run: run}) => `k6 Cloud aborted the run (${evidence(run, run.statuses.run)})`,
    advice: CHECK_AND_RERUN,
    retryHelps: "yes",
    title: "Aborted by k6 Cloud"
  },
  "aborted-by-script-error": {
    finding: ({run: run}) => `A script error ended the run (${evidence(run, run.statuses.run)})`,
    advice: "Fix the script error. The log is on the run page.",
    retryHelps: "no",
    title: "Script error"
  },
  "aborted-by-limit": {
    finding: ({run: run}) => `A limit of the script or the subscription ended the run (${evidence(run, run.statuses.run)})`,
    advice: "Check your subscription and project limits.",
    retryHelps: "no",
    title: "Limit reached"
  },
  aborted: {
    finding: ({run: run}) => `The run was aborted before its end (${evidence(run, run.statuses.run, run.statuses.result)})`,
    advice: "k6 Cloud does not say by whom. Check the run page.",
    retryHelps: "unknown"
  },
  "timed-out-in-cloud": {
    finding: ({run: run}) => `The run timed out in k6 Cloud (${evidence(run, run.statuses.run)})`,
    advice: "Re-run the job. If it happens again, contact Grafana support.",
    retryHelps: "yes"
  },
  archived: {
    finding: ({run: run}) => `The run is only an archive, so nothing was executed (${evidence(run, run.statuses.run)})`,
    advice: "Check that the test can run in k6 Cloud.",
    retryHelps: "no"
  },
  "unknown-status": {
    finding: ({run: run}) => `The run ended with an unknown status (${evidence(run, run.statuses.run)})`,
    advice: "Check the run page, or upgrade this action: it does not recognize this status.",
    retryHelps: "unknown"
  },
  "metrics-incomplete": {
    finding: ({run: run}) => `k6 Cloud failed to process some metrics (${evidence(run, run.statuses.processing)})`,
    advice: "Re-run the job, or set `processing-error: warn` to judge by the result alone.",
    retryHelps: "yes"
  },
  "metrics-late": {
    finding: ({run: run, limit: limit}) => `The run finished, but its metrics were not processed within ${limit} (\`processing-timeout\`; ${evidence(run, run.statuses.processing ?? run.statuses.run)})`,
    advice: "Increase `processing-timeout`, or re-run the job.",
    retryHelps: "yes"
  },
  "result-missing": {
    finding: ({run: run}) => `The run finished without a result (${evidence(run, run.statuses.run, run.statuses.result)})`,
    advice: CHECK_AND_RERUN,
    retryHelps: "yes"
  },
  "result-unknown": {
    finding: ({run: run}) => `The run finished with an unknown result (${evidence(run, run.statuses.result)})`,
    advice: "Check the run page, or upgrade this action: it does not recognize this result.",
    retryHelps: "unknown"
  },
  "result-error": {
    finding: ({run: run}) => `The run finished with an error (${evidence(run, run.statuses.run, run.statuses.result)})`,
    advice: CHECK_AND_RERUN,
    retryHelps: "unknown"
  },
  "time-limit": {
    finding: ({run: run, limit: limit}) => isProcessed(run) ? `The run ended, but its metrics were not ready within ${limit} (\`timeout\`; ${evidence(run, run.statuses.run)})` : `The run did not finish within ${limit} (\`timeout\`; ${evidence(run, run.statuses.run)})`,
    advice: ({run: run}) => neverBegan(run) ? "The run never began: check the load zone of the test. `queue-timeout` ends such waits sooner." : "Increase `timeout` if the test is expected to take this long.",
    retryHelps: "unknown"
  },
  "queue-time-limit": {
    finding: ({run: run, limit: limit}) => `The run did not start within ${limit} (\`queue-timeout\`; ${evidence(run, run.statuses.run)})`,
    advice: "Increase `queue-timeout`, run fewer tests at once, or check the load zone of the test.",
    retryHelps: "yes"
  },
  "api-unreachable": {
    finding: ({run: run, failure: failure, limit: limit}) => `k6 Cloud's API was unavailable${limit === "" ? "" : ` for ${limit} (\`outage-timeout\`)`}: ${failure} (${lastSeen(run)})`,
    advice: "Check https://status.grafana.com, then re-run the job.",
    retryHelps: "yes",
    title: "Cannot reach k6 Cloud"
  },
  "api-refused": {
    finding: ({run: run, failure: failure}) => `${failure} (${lastSeen(run)})`,
    retryHelps: "no"
  },
  "start-failed": {
    finding: bySentence,
    retryHelps: "unknown",
    title: "Load test not started"
  },
  "start-uncertain": {
    finding: bySentence,
    retryHelps: "unknown",
    title: "Start of the load test uncertain"
  },
  "started-twice": {
    finding: ({run: run, others: others}) => `One start made more than one run of the test: run ${run.id}, and ${others.map(secondRunWords).join(", ")}`,
    advice: "The runs loaded the same target, so no result counts. Re-run the job.",
    retryHelps: "yes",
    title: "Started twice"
  },
  "wrong-run": {
    finding: ({run: run, failure: failure}) => `${failure} (run ${run.id})`,
    advice: "Check the run in k6 Cloud, then re-run the job.",
    retryHelps: "yes",
    title: "Wrong run"
  },
  started: {
    finding: ({run: run}) => `The run was started and not waited for (run ${run.id}); judge it later with \`run-id: ${run.id}\``,
    retryHelps: "no"
  },
  skipped: {
    finding: bySentence,
    retryHelps: "no"
  },
  "invalid-input": {
    finding: bySentence,
    retryHelps: "no",
    title: "Inputs not accepted"
  },
  cancelled: {
    finding: ({run: run}) => run.state === "settled" ? `The workflow was cancelled before the run was judged (${evidence(run, run.statuses.run)})` : `The workflow was cancelled before the run ended (${evidence(run, run.statuses.run)})`,
    retryHelps: "yes"
  },
  "internal-error": {
    finding: bySentence,
    retryHelps: "unknown",
    title: "Internal error"
  }
};

/** What is known of each cause. */ const CAUSES = causes_ROWS;

// CONCATENATED MODULE: ./src/test-run/verdict.ts
/** Judges one run by what was seen of it; total, and passing in exactly one way. */
function judge(pollResult, policy) {
  switch (pollResult.kind) {
   case "settled":
    return judgeSettled(pollResult.run, policy);

   case "gave-up":
    return judgeTimeLimit(pollResult.limit, pollResult.run);

   case "api-unreachable":
    return verdict("error", "api-unreachable");

   case "api-refused":
    return {
      word: "error",
      cause: pollResult.problem === "wrong-run" ? "wrong-run" : "api-refused",
      always: true
    };

   case "not-started":
    return {
      word: "error",
      cause: startCause(pollResult.problem),
      always: true
    };

   case "started-twice":
    return {
      word: "error",
      cause: "started-twice",
      always: true
    };

   case "cancelled":
    return {
      word: "cancelled",
      cause: "cancelled",
      always: true
    };

   case "not-awaited":
    return verdict("started", "started");
  }
}

/** The verdict on one run: what was seen of it, then what the comparison found. Only a pass can change by the latter. */ function decide(findings, policy) {
  const {pollResult: pollResult, regressions: regressions, comparisonCutShort: comparisonCutShort, comparisonMissing: comparisonMissing} = findings;
  const judged = judge(pollResult, policy);
  if (judged.word !== "passed") return judged;
  if (comparisonCutShort) return {
    word: "cancelled",
    cause: "cancelled",
    always: true
  };
  if (regressions.length > 0) return verdict("failed", "regressed");
  return comparisonMissing === true ? verdict("error", "not-compared") : judged;
}

/** Whether this verdict fails the job under the user's `fail-on`. */ function failsJob({word: word, always: always}, failOn) {
  return always || failOn.has(word);
}

function startCause(problem) {
  return problem === "start-uncertain" || problem === "wrong-run" ? problem : "start-failed";
}

function judgeSettled(run, policy) {
  switch (run.ending.kind) {
   case "finished":
    return judgeFinished(run, policy);

   case "timed-out":
    return verdict("error", "timed-out-in-cloud");

   case "archived":
    return verdict("error", "archived");

   case "unrecognised":
    return verdict("error", "unknown-status");

   case "aborted":
    return judgeAborted(run.ending.by);
  }
}

function judgeAborted(by) {
  switch (by) {
   case "threshold":
    return verdict("failed", "aborted-by-threshold");

   case "user":
    return verdict("aborted", "aborted-by-user");

   case "system":
   case "script-error":
   case "limit":
    return verdict("error", `aborted-by-${by}`);

   case "unknown":
    return verdict("error", "aborted");
  }
}

function judgeFinished(run, policy) {
  switch (run.result) {
   case "failed":
    return verdict("failed", "thresholds-not-met");

   case "error":
    return verdict("error", "result-error");

   case "none":
    return verdict("error", "result-missing");

   case "unknown":
    return verdict("error", "result-unknown");

   case "passed":
    return judgePassed(run, policy);
  }
}

function judgePassed(run, policy) {
  if (!metricsSuffice(run, policy)) return verdict("error", "metrics-incomplete");
  if (!policy.requireThresholds) return verdict("passed", "passed");
  switch (run.thresholds) {
   case "none":
    return verdict("error", "no-thresholds");

   case "not-evaluated":
   case "stated":
   case "unknown":
   case "unreadable":
    return verdict("error", "thresholds-not-evaluated");

   case "some":
    return verdict("passed", "passed");
  }
}

function metricsSuffice(run, policy) {
  switch (run.metrics) {
   case "complete":
    return true;

   case "incomplete":
    return policy.processingError === "warn";

   case "not-awaited":
    return false;
  }
}

/** A run that ended with the result FAILED is failed, whichever limit ends the wait for its metrics. */ function judgeTimeLimit(limit, run) {
  switch (limit) {
   case "timeout":
    {
      const hasFailed = run?.result === "failed" && isProcessed(run);
      return hasFailed ? verdict("failed", "thresholds-not-met") : verdict("timeout", "time-limit");
    }

   case "queue-timeout":
    return verdict("timeout", "queue-time-limit");

   case "processing-timeout":
    return run?.result === "failed" ? verdict("failed", "thresholds-not-met") : verdict("error", "metrics-late");

   case "result":
    return verdict("error", "result-missing");
  }
}

function verdict(word, cause) {
  return {
    word: word,
    cause: cause,
    always: false
  };
}

// CONCATENATED MODULE: ./src/test-run/verdict-words.ts
/** The closed set of verdicts that users see: one table with rank, tone, sign and title of each. */
/** All verdicts. */
const VERDICT_WORDS = {
  cancelled: {
    rank: 0,
    tone: "bad",
    sign: "🚫",
    title: "Load test cancelled",
    short: "cancelled",
    verb: "cancelled"
  },
  failed: {
    rank: 1,
    tone: "bad",
    sign: "❌",
    title: "Load test failed",
    short: "failed",
    verb: "failed"
  },
  error: {
    rank: 2,
    tone: "bad",
    sign: "⚠️",
    title: "Load test without a result",
    short: "no result",
    verb: "gave no result"
  },
  timeout: {
    rank: 3,
    tone: "bad",
    sign: "⏱️",
    title: "Load test timed out",
    short: "timed out",
    verb: "timed out"
  },
  aborted: {
    rank: 4,
    tone: "bad",
    sign: "🛑",
    title: "Load test aborted",
    short: "aborted",
    verb: "aborted"
  },
  passed: {
    rank: 5,
    tone: "good",
    sign: "✅",
    title: "Load test passed",
    short: "passed",
    verb: "passed"
  },
  started: {
    rank: 6,
    tone: "neutral",
    sign: "⏳",
    title: "Load test started",
    short: "started, result pending",
    verb: "started, result pending"
  },
  skipped: {
    rank: 7,
    tone: "neutral",
    sign: "⏭️",
    title: "Load test skipped",
    short: "skipped",
    verb: "skipped"
  }
};

// CONCATENATED MODULE: ./src/test-run/outcome.ts
/** The run of an outcome, where there ever was one. */
function runOf({pollResult: pollResult}) {
  return "run" in pollResult ? pollResult.run : void 0;
}

/** The address of the run's page, for people to open; a simulation has none. */ function outcome_pageOf(outcome) {
  return outcome.simulated === true ? void 0 : runOf(outcome)?.url;
}

/** Several outcomes as one: the worst verdict decides, and the job fails where any run's verdict fails it. */ function stepOutcome(outcomes, failOn, simulated = false) {
  const runs = simulated ? outcomes.map(outcome => ({
    ...outcome,
    simulated: simulated
  })) : outcomes;
  const [worst] = worstFirst(runs);
  if (worst === void 0) return {
    word: "error",
    cause: "internal-error",
    reason: "There was no test run.",
    fails: true,
    simulated: simulated,
    runs: runs
  };
  const like = runs.filter(run => run.verdict.word === worst.verdict.word).length;
  // A test that never became a run is none.
    const what = runs.every(run => runOf(run) !== void 0) ? "runs" : "load tests";
  const among = runs.length === 1 ? "" : ` (${like} of ${runs.length} ${what} ${VERDICT_WORDS[worst.verdict.word].verb})`;
  return {
    word: worst.verdict.word,
    cause: worst.verdict.cause,
    reason: `${worst.reason}${among}`,
    fails: runs.some(run => failsJob(run.verdict, failOn)),
    simulated: simulated,
    runs: runs
  };
}

/** Sorted by how bad the verdicts are; equal ones stay in the order of the input. */ function worstFirst(runs) {
  return [ ...runs ].sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({verdict: verdict}) {
  return VERDICT_WORDS[verdict.word].rank;
}

/** Whether a bad verdict leaves the job green, because `fail-on` does not name it. */ function isTolerated({word: word, fails: fails}) {
  return !fails && VERDICT_WORDS[word].tone === "bad";
}

/** A pass that people should look at: nothing was checked, or k6 Cloud lost metrics. */ function isDoubtfulPass({verdict: verdict, pollResult: pollResult, metrics: metrics}) {
  if (verdict.word !== "passed" || pollResult.kind !== "settled") return false;
  const {run: run} = pollResult;
  const thresholds = hasThresholds(run, metrics);
  return run.metrics === "incomplete" || thresholds === "no" || thresholds === "not-evaluated";
}

/** The sign before a title: that of the verdict, or a warning for a pass that people should look at. */ function signOf(outcome) {
  return isDoubtfulPass(outcome) ? VERDICT_WORDS.error.sign : VERDICT_WORDS[outcome.verdict.word].sign;
}

/** The title of the annotation: by cause where that says more than the verdict. */ function titleOf({verdict: verdict, pollResult: pollResult}) {
  const byProblem = "problem" in pollResult ? PROBLEM_TITLES[pollResult.problem] : void 0;
  // A run that was named, or was there before, is what is missing then.
    if (pollResult.kind === "api-refused" && pollResult.problem === "not-found") return "Run not found";
  return byProblem ?? CAUSES[verdict.cause].title ?? VERDICT_WORDS[verdict.word].title;
}

const PROBLEM_TITLES = {
  "token-rejected": "Token rejected",
  "not-found": "Test not found",
  unreachable: "Cannot reach k6 Cloud",
  "limit-reached": "Limit reached",
  "start-uncertain": void 0,
  "wrong-run": void 0,
  other: void 0
};

// CONCATENATED MODULE: ./src/test-run/metrics.ts
/** Numbers of which none is known. */
const NO_NUMBERS = numbersBy(() => {});

/** The metrics of a run of which nothing could be read. */ const NO_METRICS = {
  numbers: NO_NUMBERS,
  protocols: {},
  thresholds: void 0,
  checks: void 0,
  series: {
    p95Ms: [],
    rps: [],
    errorRate: [],
    vus: []
  }
};

// CONCATENATED MODULE: ./src/test-run/duration.ts
/** Durations as people read them; milliseconds in, words out. */
const duration_SECOND_MS = 1e3;

/** `2m 04s`, `1h 02m`, `8s`, `350ms`: short enough for a log column. */ function formatDuration(durationMs) {
  const wholeMs = Math.round(durationMs);
  if (wholeMs > 0 && wholeMs < duration_SECOND_MS) return `${wholeMs}ms`;
  const {hours: hours, minutes: minutes, seconds: seconds} = split(durationMs);
  if (hours > 0) return `${hours}h ${pad(minutes)}m`;
  if (minutes > 0) return `${minutes}m ${pad(seconds)}s`;
  return `${seconds}s`;
}

/** `2:04`, `1:02:04`: time since the start of the step, for the log's first column. */ function formatClock(durationMs) {
  const {hours: hours, minutes: minutes, seconds: seconds} = split(durationMs);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}` : `${minutes}:${pad(seconds)}`;
}

function split(durationMs) {
  const whole = Math.max(0, Math.round(durationMs / duration_SECOND_MS));
  return {
    hours: Math.floor(whole / 3600),
    minutes: Math.floor(whole / 60) % 60,
    seconds: whole % 60
  };
}

function pad(number) {
  return String(number).padStart(2, "0");
}

// CONCATENATED MODULE: ./src/report/run-facts.ts
/** The facts of one run as lines of text: when, how big, what it cost, what the API said. */
/** `name  value` lines; what is not known is left out. */
function runFacts(outcome, run) {
  const {testId: testId, phases: phases} = outcome;
  const {statuses: statuses} = run;
  const words = statusWords(run);
  const rows = [ [ "test", testId ?? run.testId ], [ "address", outcome_pageOf(outcome) ], [ "started", iso(run.startedMs) ], [ "ended", iso(run.endedMs) ], [ "executed", secondsOf(run) === void 0 ? void 0 : formatDuration((secondsOf(run) ?? 0) * 1e3) ], [ "planned", run.plannedMs === void 0 ? void 0 : formatDuration(run.plannedMs) ], [ "VUs", run.vus?.toString() ], [ "cost", run.vuh === void 0 ? void 0 : quantity(run.vuh, "vuh") ], [ "phases", phases.map(({phase: phase, fromMs: fromMs, toMs: toMs}) => `${phase} ${formatDuration(toMs - fromMs)}`).join(", ") ], [ statuses.run.field, words.run ], [ statuses.processing?.field ?? "", words.processing ], [ statuses.result.field, words.result ], [ "k6 Cloud says", run.detail?.message ], [ "error code", run.detail?.code ] ];
  return rows.flatMap(([name, value]) => value === void 0 || value === "" ? [] : [ `${name.padEnd(18)}${value}` ]);
}

/** `2026-11-23T10:00:00Z`; `undefined` where the instant is unknown. */ function iso(atMs) {
  return atMs === void 0 ? void 0 : new Date(atMs).toISOString().replace(".000Z", "Z");
}

/** `24 Nov`, in UTC. */ function day(atMs) {
  return new Date(atMs).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    timeZone: "UTC"
  });
}

/** `09:12 UTC` */ function timeOfDay(atMs) {
  return `${new Date(atMs).toISOString().slice(11, 16)} UTC`;
}

/** `24 Nov 09:12 UTC` */ function dayAndTime(atMs) {
  return `${day(atMs)} ${timeOfDay(atMs)}`;
}

/** Seconds of execution: as the API counts them, else from its start and end. */ function secondsOf({executedMs: executedMs, startedMs: startedMs, endedMs: endedMs}) {
  if (executedMs !== void 0) return executedMs / 1e3;
  if (startedMs === void 0 || endedMs === void 0) return;
  return Math.max(0, Math.round((endedMs - startedMs) / 1e3));
}

/** The statuses of a run; its result only once it has ended, since until then the API calls a run passed in advance. */ function statusWords(run) {
  if (run?.seen !== true) return {
    run: "",
    processing: "",
    result: ""
  };
  const {statuses: statuses} = run;
  const hasEnded = run.state === "settled" || run.phase === "processing" || run.phase === "deciding";
  return {
    run: statuses.run.value,
    processing: statuses.processing?.value ?? "",
    result: hasEnded ? statuses.result.value : ""
  };
}

/** The reporter of outputs. Runs appear in the order of the input, however they started. */
function outputsReporter(setOutput) {
  let order = [];
  const started = new Map;
  return {
    name: "outputs",
    opened: plan => {
      order = [ ...plan.testIds, ...plan.runIds ];
      setOutput("simulated", String(plan.simulated));
    },
    runStarted: run => {
      started.set(run.id, run);
      const place = ({testId: testId = "", id: id}) => Math.max(order.indexOf(testId), order.indexOf(id));
      const inOrder = [ ...started.values() ].sort((a, b) => place(a) - place(b));
      setOutput("run-id", inOrder.map(run => run.id).join(","));
      setOutput("run-url", inOrder.map(run => run.url).join(","));
    },
    closed: outcome => {
      for (const [name, value] of Object.entries(outputsOf(outcome))) setOutput(name, value);
    }
  };
}

/** The outputs of a step: one value, or the values of the runs in order, separated by commas. */ function outputsOf(outcome) {
  const rows = outcome.runs.map(row);
  const all = name => rows.map(one => one[name]).join(",");
  return {
    verdict: outcome.word,
    cause: outcome.cause,
    reason: characters_oneLine(outcome.reason),
    "run-id": all("run-id"),
    "run-url": all("run-url"),
    "run-status": all("run-status"),
    "processing-status": all("processing-status"),
    "result-status": all("result-status"),
    "started-at": all("started-at"),
    "ended-at": all("ended-at"),
    duration: all("duration"),
    p95: all("p95"),
    "error-rate": all("error-rate"),
    rps: all("rps"),
    "checks-rate": all("checks-rate"),
    runs: JSON.stringify(rows)
  };
}

function row(outcome) {
  const run = runOf(outcome);
  const words = statusWords(run);
  const {p95Ms: p95Ms, errorRate: errorRate, rps: rps, checksRate: checksRate} = outcome.metrics?.numbers ?? NO_NUMBERS;
  return {
    "test-id": outcome.testId ?? run?.testId ?? "",
    verdict: outcome.verdict.word,
    cause: outcome.verdict.cause,
    reason: characters_oneLine(outcome.reason),
    "run-id": run?.id ?? "",
    "run-url": run?.url ?? "",
    "run-status": words.run,
    "processing-status": words.processing,
    "result-status": words.result,
    "started-at": iso(run?.startedMs) ?? "",
    "ended-at": iso(run?.endedMs) ?? "",
    duration: run === void 0 ? "" : secondsOf(run)?.toString() ?? "",
    p95: measured(p95Ms),
    "error-rate": measured(errorRate),
    rps: measured(rps),
    "checks-rate": measured(checksRate)
  };
}

/** Digits that mean something, without an exponent: a shell compares them. */ function measured(value) {
  return value === void 0 ? "" : String(Number(value.toFixed(6)));
}

// CONCATENATED MODULE: ./src/report/size-limit.ts
/** Pure: sections of a report -> one text within a size, by leaving out whole sections, the least important first. */
/** Names of sections left out that are listed; more are counted. */
const MOST_NAMED = 8;

/**
 * The sections in their order, with a word on those left out.
 * @param size how big a text is, in the unit of `most`
 */ function truncatedToBudget(sections, most, size) {
  const shown = sections.filter(({markdown: markdown}) => markdown !== "");
  const out = [];
  const byWeight = [ ...shown ].sort((a, b) => a.weight - b.weight);
  const sizes = new Map(shown.map(section => [ section, size(section.markdown) + GAP ]));
  let total = [ ...sizes.values() ].reduce((sum, one) => sum + one, 0);
  for (const section of byWeight) {
    if (total <= most - size(leftOutNote(out)) - GAP || section.weight === 1 / 0) break;
    total -= sizes.get(section) ?? 0;
    out.push(section);
  }
  const gone = new Set(out);
  const note = leftOutNote(shown.filter(section => gone.has(section)));
  const parts = [ ...shown.filter(section => !gone.has(section)).map(({markdown: markdown}) => markdown), note ];
  return `${parts.filter(part => part !== "").join("\n\n")}\n`;
}

const GAP = 2;

function leftOutNote(out) {
  if (out.length === 0) return "";
  const named = out.slice(0, MOST_NAMED).map(({what: what}) => what);
  const rest = out.length - named.length;
  return `<sub>Left out here for their size: ${named.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.</sub>`;
}

/** Size in bytes, as GitHub counts a job summary. */ function bytes(text) {
  return Buffer.byteLength(text);
}

// CONCATENATED MODULE: ./src/test-run/compared-words.ts
const MINUTE_MS = 6e4;

const HOUR_MS = 60 * MINUTE_MS;

const DAY_MS = 24 * HOUR_MS;

/**
 * `Compared with the median of 8 runs of main (newest 7650009, passed 1 h ago; spread ±2 %)`
 * @param runName the name of a run in the text, such as a link
 */ function comparedWith(baseline, runName = runId => runId) {
  const {name: name, runId: runId, about: about = {}, usual: usual} = baseline;
  const {source: source, ageMs: ageMs, isMarked: isMarked = false} = about;
  const passed = ageMs === void 0 ? "" : `passed ${age(ageMs)}`;
  const of = source === void 0 ? "" : ` of ${source}`;
  if (name === void 0) {
    const details = [ isMarked ? "marked as baseline" : "", passed ].filter(part => part !== "").join(", ");
    return `Compared with run ${runName(runId)}${of}${details === "" ? "" : ` (${details})`}`;
  }
  const spread = spreadText(usual?.get("p95"), "%");
  const newest = [ `newest ${runName(runId)}`, passed ].filter(part => part !== "").join(", ");
  return `Compared with the ${name} (${newest}${spread === "" ? "" : `; spread ${spread}`})`;
}

/** `p95 latency 350 ms, usual 362 ms ±2 % in 8 runs of main; allowed: 10 %` */ function judgedSentence({rule: rule, now: now, then: then, usual: usual}, {name: name, runId: runId, about: about}) {
  const {unit: unit} = METRICS[rule.metric];
  const [is, was] = now === then ? [ quantity(now, unit), quantity(then, unit) ] : distinguishable(now, then, unit);
  const of = about?.source === void 0 ? "" : ` of ${about.source}`;
  const spread = spreadText(usual, rule.unit);
  const before = name === void 0 || usual === void 0 ? `${was} in run ${runId}${of}` : `usual ${was}${spread === "" ? "" : ` ${spread}`} in ${usual.count} runs${of}`;
  return `${ruleTitle(rule)} ${is}, ${before}; allowed: ${allowedText(rule)}`;
}

/** `±2 %`: three standard deviations, as far as there are runs enough to tell. */ function spreadText(usual, unit) {
  const noise = usual === void 0 ? void 0 : noiseOf(usual, unit);
  return noise === void 0 ? "" : `±${significant(noise, 2)} ${unit}`;
}

/** `just now`, `12 min ago`, `5 h ago`, `9 days ago` */ function age(ageMs) {
  if (ageMs < MINUTE_MS) return "just now";
  if (ageMs < HOUR_MS) return `${Math.floor(ageMs / MINUTE_MS)} min ago`;
  if (ageMs < 2 * DAY_MS) return `${Math.floor(ageMs / HOUR_MS)} h ago`;
  return `${Math.floor(ageMs / DAY_MS)} days ago`;
}

// CONCATENATED MODULE: ./src/text/markdown.ts
/** Pure: text from anywhere -> text that GitHub renders as just that text, and tables of it. */
const markdown_LINE_ENDS = /[\n-\r\u0085\u2028\u2029]+/gu;

/** Signs that Markdown, HTML or GitHub could take for more than text wherever they stand. */ const MARKUP = /[\\`*[\]<>#|~&@$^]/gu;

/**
 * Signs that mean something in some places alone, so that text stays readable as source and in e-mails: `_` beside a
 * word, `:` before one (an address, an emoji), the point of a host, and what begins a list or a line under a title.
 */ const MARKUP_IN_PLACE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\S)|(?<=www\u2060)\.|(?<=^\s*)[-+=]|(?<=^\s*\d+)[.)]/giu;

/** GitHub finds mentions and references in the rendered text too, where an entity is a sign again. */ const MENTIONS = /(?:[@#]|\bGH-|:(?=\/\/)|(?<![a-z\d])www(?=\.))/giu;

/** Joins words without a width: what stands on both sides is no longer one name. */ const JOINER = "⁠";

/** A longer name is cut; the log has it whole. */ const LONGEST = 160;

/** Text inside a paragraph or a table cell: no markup, no mention, no autolink, no image, on one line. */ function escaped(text) {
  return markdown_oneLine(text).replace(MENTIONS, call => `${call}${JOINER}`).replace(MARKUP, entity).replace(MARKUP_IN_PLACE, entity);
}

/** A sign as HTML has it: text, and never markup. */ function entity(sign) {
  return `&#${sign.codePointAt(0) ?? 0};`;
}

/** Text as code, which is neither markup nor mention; where it holds a sign that ends code, or a workflow command, it is plain text. */ function code(text) {
  const line = markdown_oneLine(text).trim();
  return line === "" || /[`|\\]|##\[/u.test(line) ? escaped(line) : `\`${line}\``;
}

/** A sentence of ours: names between backticks are code, and whatever else it quotes is text. */ function prose(text) {
  return markdown_oneLine(text).split(/`([^`]{1,60})`/u).map((part, place) => place % 2 === 1 ? code(part) : escaped(part)).join("");
}

/** A link; `url` must have passed the adapter as an https URL. */ function markdown_link(text, url) {
  if (url === void 0) return escaped(text);
  const destination = wellFormed(url).replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, sign => encodeURIComponent(sign).replace(/[^\w%]/gu, hex)).replaceAll("&", "&amp;");
  return `[${escaped(text)}](${destination})`;
}

/** The beginning of a text that is too long for its place. */ function clipped(text, most = LONGEST) {
  const signs = Array.from(text.slice(0, most * 2 + 2));
  return signs.length > most ? `${signs.slice(0, most - 1).join("")}…` : text;
}

/** The beginning and the end of a text that is too long for its place. */ function clippedInMiddle(text, most) {
  const signs = Array.from(text);
  if (signs.length <= most) return text;
  const end = Math.floor((most - 1) / 2);
  return `${signs.slice(0, most - 1 - end).join("")}…${signs.slice(signs.length - end).join("")}`;
}

/** A value and its unit stay on one line, however narrow their column. */ function unbroken(text) {
  return text.replaceAll(" ", " ");
}

/** A table; cells must be Markdown already, each on one line. */ function table(header, alignments, rows) {
  const rules = alignments.map(alignment => RULE[alignment]);
  return [ header, rules, ...rows ].map(cells => `| ${cells.join(" | ")} |`).join("\n");
}

/** Markdown that is folded under a line; `title` must be Markdown already. */ function folded(title, markdown, open = false) {
  return `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${markdown}\n\n</details>`;
}

const RULE = {
  left: ":--",
  right: "--:",
  center: ":-:"
};

function markdown_oneLine(text) {
  return withoutInvisible(text.replace(markdown_LINE_ENDS, " ")).replaceAll("\t", "");
}

/** encodeURIComponent leaves some signs as they are that end a link. */ function hex(sign) {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

// CONCATENATED MODULE: ./src/report/identity.ts
/** Which run it was: the line under the first one. */
/** [run 7650001](…) of `a1b2c3d` (topic) · 200 VUs · 2m 04s · 1.25 VUh · started 24 Nov 09:12 UTC; empty where there is no run. */
function identity(outcome) {
  const run = runOf(outcome);
  if (run === void 0) return "";
  const seconds = secondsOf(run);
  const vus = outcome.metrics?.numbers.peakVus ?? run.vus;
  const parts = [ `${markdown_link(`run ${run.id}`, outcome_pageOf(outcome))}${sourceText(outcome.source)}`, vus === void 0 ? "" : counted(vus, "VU"), seconds === void 0 ? "" : formatDuration(seconds * 1e3), run.vuh === void 0 ? "" : quantity(run.vuh, "vuh"), run.startedMs === void 0 ? "" : `started ${dayAndTime(run.startedMs)}` ];
  return parts.filter(part => part !== "").join(" · ");
}

/** Digits of a commit that people read. */ const COMMIT_DIGITS = 7;

/** A commit as people read it: the first digits, as code. */ function shortCommit(commit) {
  return code(commit.slice(0, COMMIT_DIGITS));
}

const LONGEST_BRANCH = 40;

/** ` of a1b2c3d (topic)`; empty where nothing is known. */ function sourceText(source) {
  const commit = source?.commit === void 0 ? "" : shortCommit(source.commit);
  const branch = source?.branch === void 0 ? "" : escaped(clippedInMiddle(source.branch, LONGEST_BRANCH));
  const where = typeof source?.pullRequest === "number" ? `pull request ${source.pullRequest}` : branch;
  if (commit === "") return where === "" ? "" : ` of ${where}`;
  return ` of ${commit}${where === "" ? "" : ` (${where})`}`;
}

// CONCATENATED MODULE: ./src/report/compared-line.ts
/** The line under the identity of a run: what it is compared with, as Markdown. */
/** Compared with the median of 8 runs of main (newest [7650009](…) at `0123abc`, passed 1 h ago; spread ±2 %); empty without a baseline. */
function comparedLine({metrics: metrics, simulated: simulated}) {
  const baseline = metrics?.baseline;
  if (baseline === void 0) return "";
  const commit = metrics?.baselineRun?.origin?.commit;
  const at = commit === void 0 ? "" : ` at ${shortCommit(commit)}`;
  // The link is put in after the branch, which is foreign text, is escaped.
    const [before = "", after = ""] = comparedWith(baseline, () => PLACE).split(PLACE);
  return `${escaped(before)}${markdown_link(baseline.runId, simulated === true ? void 0 : baseline.url)}${at}${escaped(after)}`;
}

const PLACE = "\0";

// CONCATENATED MODULE: ./src/report/headline.ts
/** The first line of summary and comment: did it pass, and if not, what decided and how far off. */
/** Stands under the first line where the verdict does not fail the job. */
const NOT_FAILING = "The job does not fail on this verdict (`fail-on`).";

/** The first line, without a heading's marks: sign, test, and what decided. */ function headline(outcome) {
  const [worst, ...others] = worstFirst(outcome.runs);
  const simulation = outcome.simulated ? "Simulation: " : "";
  const {sign: sign, title: title} = VERDICT_WORDS[outcome.word];
  if (worst === void 0) return `${sign} ${simulation}${CAUSES[outcome.cause].title ?? title}`;
  if (others.length > 0) {
    // Of several passes, any may be the one that people should look at.
    const doubtful = outcome.word === "passed" ? outcome.runs.find(isDoubtfulPass) : void 0;
    return `${signOf(doubtful ?? worst)} ${simulation}${tally(outcome)}`;
  }
  return `${signOf(worst)} ${simulation}${escaped(clipped(nameOf(worst)))}: ${decided(worst)}`;
}

/** What decided, after the name of the test. */ function decided(run) {
  const {short: short} = VERDICT_WORDS[run.verdict.word];
  const title = titleOf(run);
  return finding(run) ?? (title === VERDICT_WORDS[run.verdict.word].title ? short : title);
}

/** What decided, as Markdown, where the numbers tell; `undefined` where only the sentence of the verdict does. */ function finding(run) {
  const {verdict: verdict, metrics: metrics, pollResult: pollResult} = run;
  if (isDoubtfulPass(run)) return doubt(run);
  if (verdict.cause === "time-limit" && pollResult.kind === "gave-up") {
    const {run: last, limitMs: limitMs} = pollResult;
    return last === void 0 || isProcessed(last) ? void 0 : `did not finish within ${formatDuration(limitMs)}`;
  }
  return metrics === void 0 ? void 0 : FINDINGS[verdict.cause]?.(metrics);
}

function doubt({pollResult: pollResult, metrics: metrics}) {
  const thresholds = pollResult.kind === "settled" ? hasThresholds(pollResult.run, metrics) : "unknown";
  const isUnchecked = thresholds === "no" || thresholds === "not-evaluated";
  return `passed, but ${PASS_DOUBTS[isUnchecked ? thresholds : "metrics-incomplete"]}`;
}

/** Causes that numbers describe; every other one has its sentence. */ const FINDINGS = {
  "thresholds-not-met": notMet,
  "aborted-by-threshold": notMet,
  passed: headline_passed,
  // The rule and the branch in it are foreign text; the limit is at its end.
  regressed: ({regressions: [first]}) => first === void 0 ? void 0 : escaped(clippedInMiddle(regressionSentence(first), LONGEST_REGRESSION))
};

const LONGEST_REGRESSION = 400;

function notMet({thresholds: thresholds = []}) {
  const all = failedFirst(thresholds).filter(one => one.failed);
  const [first] = all;
  const words = first === void 0 ? void 0 : thresholdSentence(first, MARKDOWN);
  const more = all.length === 1 ? "" : ` (and ${all.length - 1} more not met)`;
  return words === void 0 || first === void 0 ? void 0 : `${words}${distance(first)}${more}`;
}

/** `(+8 %)`: how far a value is from its limit; nothing where it changed until the end, which the words say. */ function distance({value: value, limit: limit, valueAtEnd: valueAtEnd}) {
  if (value === void 0 || limit === void 0 || limit === 0 || valueAtEnd !== void 0) return "";
  const percent = (value / limit - 1) * 100;
  return Math.abs(percent) < .05 ? "" : ` (${change(percent, "%")})`;
}

const MARKDOWN = {
  metric: name => code(clipped(name)),
  text: text => escaped(clipped(text))
};

function headline_passed({numbers: numbers, protocols: protocols}) {
  const {p95Ms: p95Ms, errorRate: errorRate} = numbers;
  const [other] = p95Ms === void 0 ? knownProtocols(protocols) : [];
  const parts = [ p95Ms === void 0 ? "" : `p95 ${metricText("p95", p95Ms)}`, other === void 0 ? "" : `${PROTOCOLS[other].title} ${quantity(protocols[other], PROTOCOLS[other].unit)}`, errorRate === void 0 ? "" : `${metricText("error-rate", errorRate)} of requests failed` ].filter(part => part !== "");
  return [ "passed", ...parts ].join(", ");
}

/** How a test is called: by its name where that is known. */ function nameOf(outcome) {
  const testId = outcome.testId ?? runOf(outcome)?.testId;
  return outcome.metrics?.testName ?? (testId === void 0 ? `run ${runOf(outcome)?.id ?? "n/a"}` : `test ${testId}`);
}

/** Names in the first line; more would push the numbers out of sight. */ const MOST_NAMES = 3;

/** `1 of 3 load tests failed: Search API` */ function tally({word: word, runs: runs}) {
  const those = runs.filter(run => run.verdict.word === word);
  const counted = `${those.length} of ${runs.length} load tests ${VERDICT_WORDS[word].verb}`;
  if (those.length === runs.length) return counted;
  const names = those.slice(0, MOST_NAMES).map(run => escaped(clipped(nameOf(run), 60)));
  return `${counted}: ${names.join(", ")}${those.length > MOST_NAMES ? ", …" : ""}`;
}

// CONCATENATED MODULE: ./src/report/overview.ts
const HEADER = [ "verdict", "test", "p95", "errors", "not met", "executed", "run" ];

const ALIGNED = [ "left", "left", "right", "right", "right", "right", "left" ];

const MOST_ROWS = 100;

/** One row a run; those past `most` are counted. */ function overview(runs, most = MOST_ROWS) {
  const text = table(HEADER, ALIGNED, runs.slice(0, most).map(overview_row));
  const rest = runs.length - most;
  return rest > 0 ? `${text}\n\n${rest} more ${rest === 1 ? "run is" : "runs are"} in the log.` : text;
}

function overview_row(outcome) {
  const run = runOf(outcome);
  const seconds = run === void 0 ? void 0 : secondsOf(run);
  const {word: word} = outcome.verdict;
  const {numbers: numbers = NO_NUMBERS, protocols: protocols = {}, thresholds: thresholds} = outcome.metrics ?? {};
  const isHttp = knownProtocols(protocols).length === 0 || numbers.p95Ms !== void 0;
  const shown = metric => unbroken(metricText(metric, METRICS[metric].of(numbers)));
  return [ unbroken(`${signOf(outcome)} ${word}`), escaped(clipped(nameOf(outcome), 80)), 
  // A test without HTTP requests has no such number: nothing is missing.
  isHttp ? shown("p95") : unbroken(protocols.grpcP95Ms === void 0 ? "" : quantity(protocols.grpcP95Ms, "ms")), isHttp ? shown("error-rate") : "", thresholds === void 0 ? "n/a" : unbroken(`${thresholds.filter(one => one.failed).length} of ${thresholds.length}`), seconds === void 0 ? "n/a" : unbroken(formatDuration(seconds * 1e3)), run === void 0 ? "n/a" : markdown_link(run.id, outcome_pageOf(outcome)) ];
}

// CONCATENATED MODULE: ./src/report/criteria-tables.ts
/** More rows are counted, not shown: nobody reads them here. */
const criteria_tables_MOST_ROWS = 200;

/** `1 of 2 not met`, `all 2 met`, `1 met`, `1 of 2 met, 1 not evaluated` */ function thresholdsTitle(thresholds) {
  const {met: met, "not-met": failed, "not-evaluated": open} = countStates(thresholds);
  if (failed + open === 0) return `${allOf(thresholds)} met`;
  const counted = failed === 0 ? `${met} of ${thresholds.length} met` : `${failed} of ${thresholds.length} not met`;
  return open === 0 ? counted : `${counted}, ${open} not evaluated`;
}

/** The sign of a threshold in a table. */ const THRESHOLD_SIGNS = {
  met: "✅",
  "not-met": "❌",
  "not-evaluated": "⚠️"
};

/** The table of thresholds, failed ones first. */ function thresholdsTable(thresholds, most = criteria_tables_MOST_ROWS) {
  const rows = failedFirst(thresholds).map(one => {
    const value = thresholdValue(one);
    return [ THRESHOLD_SIGNS[thresholds_stateOf(one)], one.metric === void 0 ? "n/a" : code(clipped(one.metric)), one.condition === "" ? "n/a" : code(clipped(one.condition)), one.failed ? `**${value}**` : value ];
  });
  return truncatedTable([ "", "metric", "condition", "value" ], [ "center", "left", "left", "right" ], rows, most);
}

function allOf({length: length}) {
  return length === 1 ? "1" : `all ${length}`;
}

/** `1 of 2 failed`, `all 2 passed`, `1 passed` */ function checksTitle(checks) {
  const failed = checks.filter(({fails: fails}) => fails > 0).length;
  return failed === 0 ? `${allOf(checks)} passed` : `${failed} of ${checks.length} failed`;
}

/** Checks that are named in the sentence about them. */ const criteria_tables_MOST_NAMED = 3;

const LONGEST_NAME = 60;

/** ⚠️ 1 of 2 checks has failures, which alone do not fail a run: `status is 200` (86 of 6 900); empty where none has. */ function checksSentence(checks) {
  const failed = worstChecksFirst(checks).filter(({fails: fails}) => fails > 0);
  if (failed.length === 0) return "";
  const named = failed.slice(0, criteria_tables_MOST_NAMED).map(({name: name, passes: passes, fails: fails}) => `${code(clippedInMiddle(name, LONGEST_NAME))} (${quantity(fails, "count")} of ${quantity(passes + fails, "count")})`);
  const rest = failed.length - named.length;
  const verb = failed.length === 1 ? "has" : "have";
  const counted = `${failed.length} of ${checks.length} ${checks.length === 1 ? "check" : "checks"} ${verb} failures`;
  return `⚠️ ${counted}, which alone do not fail a run: ${named.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/** The table of checks, those with the most failures first. */ function checksTable(checks, most = criteria_tables_MOST_ROWS) {
  const rows = worstChecksFirst(checks).map(({name: name, passes: passes, fails: fails}) => [ fails > 0 ? "❌" : "✅", escaped(clipped(name)), quantity(passes, "count"), quantity(fails, "count"), quantity(rateOf({
    passes: passes,
    fails: fails
  }), "share") ]);
  const aligned = [ "center", "left", "right", "right", "right" ];
  return truncatedTable([ "", "check", "passed", "failed", "rate" ], aligned, rows, most);
}

/** By the number of failures, most first; equal ones stay in the order of the API. */ function worstChecksFirst(checks) {
  return [ ...checks ].sort((a, b) => b.fails - a.fails);
}

/** Passed of all, 0..1; `undefined` for a check that was never evaluated. */ function rateOf({passes: passes, fails: fails}) {
  return passes + fails === 0 ? void 0 : passes / (passes + fails);
}

function truncatedTable(...[header, alignments, rows, most]) {
  const text = table(header, alignments, rows.slice(0, most));
  const rest = rows.length - most;
  return rest > 0 ? `${text}\n\n${rest} more ${rest === 1 ? "is" : "are"} left out here.` : text;
}

// CONCATENATED MODULE: ./src/report/key-numbers.ts
/** All key numbers that are known of the run or of its baseline; checks, which belong to no protocol, are the last. */
function keyNumbersOf(metrics) {
  const own = httpNumbers(metrics);
  const checks = own.filter(({title: title}) => title === METRICS["checks-rate"].title);
  return [ ...own.filter(row => !checks.includes(row)), ...protocolNumbers(metrics), ...checks ].filter(({change: {now: now, then: then}}) => now !== void 0 || then !== void 0);
}

/** The numbers that a reviewer asks for first, and any other that is past a rule. */ function httpNumbers(metrics) {
  const {numbers: numbers, baseline: baseline, regressions: regressions} = metrics;
  const regressionOf = name => regressions.find(({rule: rule}) => rule.metric === name && rule.of === void 0);
  const shown = METRIC_NAMES.filter(name => METRICS[name].row.isKey || regressionOf(name) !== void 0);
  return shown.map(name => {
    const {title: title, unit: unit, of: of, row: row} = METRICS[name];
    const then = baseline === void 0 ? void 0 : of(baseline.numbers);
    const change = changeBetween(METRICS[name], of(numbers), then);
    return {
      title: title,
      unit: unit,
      change: change,
      threshold: thresholdOn(row.threshold, metrics),
      regression: regressionOf(name)
    };
  });
}

function protocolNumbers(metrics) {
  return PROTOCOL_NAMES.map(name => {
    const {title: title, unit: unit, threshold: threshold, query: query} = PROTOCOLS[name];
    const change = changeBetween(PROTOCOLS[name], metrics.protocols[name], metrics.baselineProtocols[name]);
    const [metric, method] = query;
    const regression = metrics.regressions.find(({rule: {metric: rated, of: of}}) => of?.metric === metric && of.tags.length === 0 && METRICS[rated].row.query[1] === method);
    return {
      title: title,
      unit: unit,
      change: change,
      threshold: thresholdOn(threshold, metrics),
      regression: regression
    };
  });
}

/** The table; empty where no number of the run is known. */ function keyNumbers(metrics) {
  if (metrics === void 0) return "";
  const {baseline: baseline} = metrics;
  const rows = keyNumbersOf(metrics);
  if (rows.every(({change: change}) => change.now === void 0)) return "";
  const texts = rows.map(valueAndLimit);
  const limits = texts.map(([, limit]) => limit);
  const hasLimits = limits.some(limit => limit !== "");
  const cells = rows.map((row, place) => {
    const value = texts[place]?.[0] ?? "";
    const isBad = row.regression !== void 0 || row.threshold?.failed === true;
    return [ row.title, isBad ? `**${value}**` : value, ...baseline === void 0 ? [] : [ unbroken(quantity(row.change.then, row.unit)), changeText(row) ], ...hasLimits ? [ limits[place] ?? "" ] : [] ];
  });
  const against = baseline === void 0 ? [] : [ baseline.name === void 0 ? "baseline" : "usual", "change" ];
  const header = [ "", "this run", ...against, ...hasLimits ? [ "limit" ] : [] ];
  const numeric = against.map(() => "right");
  return table(header, [ "left", "right", ...numeric, ...hasLimits ? [ "left" ] : [] ], cells);
}

/** `431 ms` and `❌ < 400 ms`, which never look alike where they differ; the limit is empty without a threshold. */ function valueAndLimit({change: {now: now}, threshold: threshold, unit: unit}) {
  const operator = /(?:[<>]=?|[=!]==?)/u.exec(threshold?.condition ?? "")?.[0];
  if (threshold?.limit === void 0 || operator === void 0) return [ unbroken(quantity(now, unit)), "" ];
  const [value, limit] = now === void 0 ? [ quantity(now, unit), quantity(threshold.limit, unit) ] : distinguishable(now, threshold.limit, unit);
  return [ unbroken(value), unbroken(`${THRESHOLD_SIGNS[thresholds_stateOf(threshold)]} ${operator} ${limit}`) ];
}

/** Whether a threshold is on a number of the table, so that it is seen there. */ function isInTable(threshold, {numbers: numbers, protocols: protocols}) {
  const shown = [ ...METRIC_NAMES.filter(name => METRICS[name].row.isKey && isKnown(name, numbers)).map(name => METRICS[name].row), ...PROTOCOL_NAMES.filter(name => protocols[name] !== void 0).map(name => PROTOCOLS[name]) ];
  return shown.some(row => isOn(row.threshold, threshold));
}

function isKnown(name, numbers) {
  return METRICS[name].of(numbers) !== void 0;
}

function isOn(criterion, {metric: metric, stat: stat}) {
  return criterion !== void 0 && metric === criterion[0] && stat === criterion[1];
}

function thresholdOn(criterion, {thresholds: thresholds = []}) {
  const all = thresholds.filter(one => isOn(criterion, one));
  return all.find(({failed: failed}) => failed) ?? all[0];
}

/** From here on a change for the worse gets a sign: runs of one test differ by a few percent on their own. */ const REMARKABLE_PERCENT = 5;

const REMARKABLE_POINTS = .5;

function changeText({change: {text: text, size: size, direction: direction}, regression: regression, unit: unit}) {
  if (text === void 0 || size === void 0) return "n/a";
  if (regression !== void 0) {
    const {rule: rule} = regression;
    const past = changePast(movedBy(regression), rule);
    return unbroken(`❌ **${past}**, allowed ${significant(rule.size)} ${rule.unit}`);
  }
  if (direction === "same") return direction;
  const remarkable = unit === "share" ? REMARKABLE_POINTS : REMARKABLE_PERCENT;
  const isMarked = direction === "worse" && Math.abs(size) >= remarkable;
  return unbroken(`${!isMarked ? "" : size > 0 ? "🔺 " : "🔻 "}${text}`);
}

// CONCATENATED MODULE: ./src/text/mermaid.ts
/** Pure: charts as Mermaid text. Only numbers and words of ours get in, and those through one escaper. */
/** Colours of GitHub's own palette that stand out from a light page as from a dark one. */
const COLOUR = {
  fail: "#cf222e",
  accent: "#0969da",
  quiet: "#8c959f"
};

/** A fenced block with an xychart; empty where there is nothing to draw. */ function chart({title: title, x: x, plots: plots}) {
  const highest = Math.max(...plots.flatMap(({values: values}) => values));
  if (!Number.isFinite(highest) || plots.some(({values: values}) => values.length === 0)) return "";
  return block([ "---", "config:", "  xyChart:", "    width: 640", "    height: 260", 
  // Mermaid measures the labels at the size of the page, and draws them at that of the chart: on a phone, where both
  // differ, they are cut without this.
  "    yAxis:", "      labelPadding: 16", "  themeVariables:", "    xyChart:", '      backgroundColor: "transparent"', `      plotColorPalette: "${plots.map(({colour: colour}) => COLOUR[colour]).join(", ")}"`, "---", "xychart-beta", `  title "${mermaidText(title)}"`, "from" in x ? `  x-axis "${mermaidText(x.title)}" ${decimal(x.from)} --\x3e ${decimal(x.to)}` : `  x-axis [${x.map(label => `"${mermaidText(label)}"`).join(", ")}]`, `  y-axis 0 --\x3e ${decimal(roundUp(highest))}`, ...plots.map(({kind: kind, values: values}) => `  ${kind} [${values.map(decimal).join(", ")}]`) ]);
}

/** Text in a chart: letters, digits and signs without a meaning there; nothing can end a string, a line or the block. */ function mermaidText(text) {
  const plain = text.replace(/[^\p{L}\p{N} .,()/%·−+-]/gu, " ").replace(/-{2,}|%{2,}/gu, " ").replace(/ +/gu, " ").trim();
  return plain === "" ? "." : Array.from(plain.slice(0, 200)).slice(0, 100).join("");
}

function block(lines) {
  return [ "```mermaid", ...lines, "```" ].join("\n");
}

/** Past this a number is nonsense, and JavaScript writes it with an exponent, which Mermaid does not read. */ const HIGHEST = 1e15;

function decimal(given) {
  const value = Math.max(-HIGHEST, Math.min(HIGHEST, given));
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(Math.abs(value) < 1 ? 6 : 2).replace(/\.?0+$/u, "");
}

/** The next round number with some air above the highest point; its ticks never overlap at this size. */ function roundUp(highest) {
  if (highest <= 0) return 1;
  const wanted = highest * 1.1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [ 1, 1.5, 2, 4, 5, 8, 10 ].find(one => one * power >= wanted) ?? 10;
  return Number((step * power).toPrecision(3));
}

// CONCATENATED MODULE: ./src/report/charts.ts
/** The charts of one run: latency and load over its time, and p95 over the last runs. */
/** Fewer points are no course: the table has the number. */
const MIN_POINTS = 5;

const MAX_POINTS = 60;

/** p95 over the run, with its limit as a line where a threshold has one; empty where it is not known. */ function latencyChart({series: {p95Ms: p95Ms}, thresholds: thresholds}) {
  const limiting = limitOf(thresholds);
  const limit = limiting?.limit;
  const title = `p95 latency over the run, ms${limit === void 0 ? "" : ` (limit ${significant(limit)})`}`;
  return overTime(title, p95Ms, limiting?.failed === true ? "fail" : "accent", limit);
}

/** Requests per second over the run. */ function requestsChart({series: {rps: rps}}) {
  return overTime("requests per second", rps, "accent");
}

/** Virtual users over the run. */ function vusChart({series: {vus: vus}}) {
  return overTime("virtual users", vus, "accent");
}

/** Failed requests over the run; empty where none failed. */ function failedRequestsChart({series: {errorRate: errorRate}}) {
  const percent = errorRate.map(({atMs: atMs, value: value}) => ({
    atMs: atMs,
    value: value * 100
  }));
  return percent.some(({value: value}) => value > 0) ? overTime("failed requests, %", percent, "fail") : "";
}

/**
 * p95 of the last runs by date, this one last, with the limit of this run's threshold as a line.
 * @param failed whether this run failed: then its bar is red
 */ function trendChart(trend, thresholds, failed) {
  const known = trend.filter(point => point.p95Ms !== void 0);
  if (known.length < MIN_POINTS) return "";
  const values = known.map(({p95Ms: p95Ms = 0}) => p95Ms);
  const own = trend.at(-1)?.p95Ms === void 0 || !failed ? -1 : known.length - 1;
  const limit = limitOf(thresholds)?.limit;
  // Bars of two plots stand in the same place, and a bar of nothing still covers the foot of the one behind it: so the
  // red one, which is the last, stands behind, and the others end before it.
    const bars = [ ...own < 0 ? [] : [ bar(values, own) ], {
    kind: "bar",
    values: own < 0 ? values : values.slice(0, own),
    colour: "accent"
  } ];
  return chart({
    title: `p95 latency of the last ${known.length} runs, ms${limit === void 0 ? "" : ` (limit ${significant(limit)})`}`,
    x: labels(known),
    plots: [ ...bars, ...limitLine(limit, known.length) ]
  });
}

function bar(values, own) {
  return {
    kind: "bar",
    values: values.map((value, place) => place === own ? value : 0),
    colour: "fail"
  };
}

/** Labels of a chart must differ, or Mermaid draws their bars in one place. */ function labels(trend) {
  const texts = trend.map(({createdMs: createdMs, runId: runId}) => createdMs === void 0 ? runId : day(createdMs));
  return texts.map((text, place) => {
    const before = texts.slice(0, place).filter(other => other === text).length;
    return before === 0 ? text : `${text} ${before + 1}`;
  });
}

/** The threshold that limits p95, so that it can be drawn: of several, one that was not met. */ function limitOf(thresholds = []) {
  const limiting = thresholds.filter(({metric: metric, stat: stat, limit: limit}) => metric === "http_req_duration" && stat === "p(95)" && limit !== void 0);
  return limiting.find(({failed: failed}) => failed) ?? limiting[0];
}

function limitLine(limit, points) {
  return limit === void 0 ? [] : [ {
    kind: "line",
    values: Array(points).fill(limit),
    colour: "quiet"
  } ];
}

function overTime(title, points, colour, limit) {
  const values = evenly(points);
  const [first, last] = [ points[0], points.at(-1) ];
  if (first === void 0 || last === void 0 || values.length < MIN_POINTS) return "";
  const {name: name, ms: ms} = scale(last.atMs - first.atMs);
  const x = {
    title: name,
    from: 0,
    to: (last.atMs - first.atMs) / ms
  };
  return chart({
    title: title,
    x: x,
    plots: [ {
      kind: "line",
      values: values,
      colour: colour
    }, ...limitLine(limit, values.length) ]
  });
}

/** Values at even distances, as the axis wants them; between two known points a line is straight. */ function evenly(points) {
  const [first, last] = [ points[0], points.at(-1) ];
  if (first === void 0 || last === void 0 || first === last) return [];
  const count = Math.min(MAX_POINTS, points.length);
  const step = (last.atMs - first.atMs) / (count - 1);
  let place = 0;
  return Array.from({
    length: count
  }, (_, index) => {
    const atMs = first.atMs + index * step;
    while (place < points.length - 2 && (points[place + 1]?.atMs ?? 1 / 0) < atMs) place++;
    const [a, b] = [ points[place] ?? first, points[place + 1] ?? last ];
    const share = b.atMs === a.atMs ? 0 : Math.min(1, Math.max(0, (atMs - a.atMs) / (b.atMs - a.atMs)));
    return a.value + (b.value - a.value) * share;
  });
}

function scale(lengthMs) {
  if (lengthMs <= 3e5) return {
    name: "seconds",
    ms: 1e3
  };
  if (lengthMs <= 3 * 36e5) return {
    name: "minutes",
    ms: 6e4
  };
  return {
    name: "hours",
    ms: 36e5
  };
}

// CONCATENATED MODULE: ./src/test-run/endpoints.ts
/** An endpoint has fewer requests than the whole test, so its latency varies more. */
const endpoints_REMARKABLE_PERCENT = 10;

/** Nobody waits for less. */ const REMARKABLE_MS = 5;

/**
 * The endpoints, slower ones first and those by their change, then all others by their latency.
 * @param baselineRuns how many runs the baseline has
 */ function comparedEndpoints(all, baselineRuns, regressions) {
  return all.map(({earlierP95Ms: earlierP95Ms, ...numbers}) => {
    const usual = baselineRuns > 1 ? usualOf(earlierP95Ms) : void 0;
    const then = baselineRuns > 1 ? usual?.median : earlierP95Ms[0];
    const {p95Ms: now} = numbers;
    const changePercent = now === void 0 || then === void 0 ? NaN : (now / then - 1) * 100;
    if (now === void 0 || then === void 0 || !Number.isFinite(changePercent)) return {
      ...numbers,
      usualP95Ms: then,
      changePercent: void 0,
      isSlower: false
    };
    const noise = usual === void 0 ? 0 : noiseOf(usual, "%") ?? 0;
    const isRemarkable = changePercent >= Math.max(endpoints_REMARKABLE_PERCENT, noise) && now - then >= REMARKABLE_MS;
    const isSlower = isRemarkable || ruleOn(numbers, regressions) !== void 0;
    return {
      ...numbers,
      usualP95Ms: then,
      changePercent: changePercent,
      isSlower: isSlower
    };
  }).sort(slowerFirst);
}

/** The rule of `max-regression` on the p95 of an endpoint that is past its limit. */ function ruleOn(endpoint, regressions) {
  return regressions.find(({rule: rule}) => rule.metric === "p95" && selects(rule.of, endpoint))?.rule;
}

/** A rule that names other tags as well is about a part of the endpoint only. */ function selects(of, {name: name, method: method}) {
  if (of === void 0 || of.metric !== void 0 || !of.tags.some(([tag]) => tag === "name")) return false;
  return of.tags.every(([tag, value]) => tag === "name" ? value === name : tag === "method" && value === method);
}

function slowerFirst(a, b) {
  if (a.isSlower !== b.isSlower) return a.isSlower ? -1 : 1;
  if (a.isSlower) return (b.changePercent ?? 0) - (a.changePercent ?? 0);
  return (b.p95Ms ?? -1) - (a.p95Ms ?? -1);
}

// CONCATENATED MODULE: ./src/report/endpoints-table.ts
/** Endpoints as a table and as lines of the log: values first, the long name last, the slower ones on top. */
/** A path is read by its beginning and its end. */
const endpoints_table_LONGEST_NAME = 44;

/** `Endpoints · 1 slower` */ function endpointsTitle({endpoints: endpoints, baseline: baseline}) {
  const slower = endpoints.filter(({isSlower: isSlower}) => isSlower).length;
  if (slower > 0) return `Endpoints · ${slower} slower`;
  return baseline !== void 0 && endpoints.some(isCompared) ? "Endpoints · none slower" : "Endpoints";
}

/** The table under its title, which `heading` makes a heading or bold; empty where no endpoint is known. */ function endpointsSection(metrics, most, heading) {
  const text = metrics === void 0 ? "" : endpointsTable(metrics, most);
  return metrics === void 0 || text === "" ? "" : `${heading(endpointsTitle(metrics))}\n\n${text}`;
}

/** The table; empty where no endpoint is known. */ function endpointsTable(metrics, most) {
  const {endpoints: endpoints} = metrics;
  if (endpoints.length === 0) return "";
  const columns = COLUMNS.filter(column => endpoints.some(one => endpoints_table_isKnown(column, one)));
  const rows = endpoints.slice(0, most).map(endpoint => [ ...columns.map(column => {
    const text = unbroken(cellOf(column, endpoint, metrics));
    return column === "p95" && endpoint.isSlower ? `**${text}**` : text;
  }), code(endpoints_table_nameOf(endpoint)) ]);
  const alignments = [ ...columns.map(() => "right"), "left" ];
  const text = table([ ...columns, "endpoint" ], alignments, rows);
  const rest = endpoints.length - rows.length;
  return rest <= 0 ? text : `${text}\n\n${rest} more ${rest === 1 ? "endpoint is" : "endpoints are"} left out here.`;
}

/** The same as lines of text, in columns. */ function endpointLines(metrics) {
  const {endpoints: endpoints} = metrics;
  const columns = COLUMNS.filter(column => endpoints.some(one => endpoints_table_isKnown(column, one)));
  const cells = endpoints.map(endpoint => columns.map(column => cellOf(column, endpoint, metrics).replace(MARK, "")));
  const widths = columns.map((column, place) => Math.max(column.length, ...cells.map(row => Array.from(row[place] ?? "").length)));
  const line = (row, name) => [ ...row.map((cell, place) => padded(cell, widths[place] ?? 0)), name ].join("  ");
  return endpoints.length === 0 ? [] : [ line(columns, "endpoint"), ...endpoints.map((endpoint, place) => line(cells[place] ?? [], endpoints_table_nameOf(endpoint))) ];
}

const COLUMNS = [ "p95", "change", "failed", "requests" ];

/** A column that no endpoint has a value for is not shown. */ function endpoints_table_isKnown(column, endpoint) {
  switch (column) {
   case "p95":
    return endpoint.p95Ms !== void 0;

   case "change":
    return isCompared(endpoint);

   case "failed":
    return endpoint.errorRate !== void 0;

   case "requests":
    return endpoint.requests !== void 0;
  }
}

function isCompared({changePercent: changePercent}) {
  return changePercent !== void 0;
}

function cellOf(column, endpoint, metrics) {
  switch (column) {
   case "p95":
    return quantity(endpoint.p95Ms, "ms");

   case "change":
    return endpoints_table_changeOf(endpoint, metrics);

   case "failed":
    return quantity(endpoint.errorRate, "share");

   case "requests":
    return quantity(endpoint.requests, "count");
  }
}

function endpoints_table_changeOf(endpoint, {regressions: regressions}) {
  const {changePercent: changePercent, usualP95Ms: usualP95Ms, isSlower: isSlower, p95Ms: p95Ms} = endpoint;
  if (usualP95Ms === void 0 && p95Ms !== void 0) return "new";
  if (changePercent === void 0) return "n/a";
  const rule = ruleOn(endpoint, regressions);
  if (rule !== void 0) return `❌ ${changePast(changePercent, rule)}, allowed ${significant(rule.size)} ${rule.unit}`;
  const text = change(changePercent, "%");
  if (text === "0 %") return "same";
  return `${isSlower ? "🔺 " : ""}${text}`;
}

function endpoints_table_nameOf({method: method, name: name}) {
  return clippedInMiddle(method === void 0 ? name : `${method} ${name}`, endpoints_table_LONGEST_NAME);
}

/** A terminal draws an emoji wider than other signs, and the order says enough. */ const MARK = /^(?:❌|🔺) /u;

/** Right-aligned, by signs and not by their parts. */ function padded(cell, width) {
  return " ".repeat(Math.max(0, width - Array.from(cell).length)) + cell;
}

// CONCATENATED MODULE: ./src/report/phases-line.ts
/** The phases of a run as one line of text, as they were seen from the step. */
const NAME = {
  created: "created",
  validated: "validated",
  queued: "queued",
  initializing: "initializing",
  running: "running",
  processing: "metrics",
  deciding: "result",
  unrecognised: "unknown status"
};

/** Half a second is not a phase that anybody saw. */ const SHORTEST_MS = 500;

/** `queued 6s, running 2m 04s, metrics 3s`; phases that passed in no time are left out. */ function phasesLine(phases) {
  return phases.filter(({fromMs: fromMs, toMs: toMs}) => toMs - fromMs >= SHORTEST_MS).map(({phase: phase, fromMs: fromMs, toMs: toMs}) => `${NAME[phase]} ${formatDuration(toMs - fromMs)}`).join(", ");
}

// CONCATENATED MODULE: ./src/report/run-sections.ts
const WEIGHT = {
  card: 90,
  thresholds: 80,
  endpoints: 75,
  failing: 72,
  latency: 70,
  checks: 60,
  trend: 50,
  requests: 40,
  vus: 36,
  failed: 33,
  phases: 30
};

/**
 * Sections of a run, all but its heading. One chart to a fold: GitHub draws only the last chart of a closed one.
 * `rank` is 0 for the run that matters most; others lose theirs before it. `inFold`: the sections stand in a fold of the
 * run, so that each chart needs one of its own.
 */ function runSections(outcome, {rank: rank, inFold: inFold}) {
  const {metrics: metrics, phases: phases, verdict: verdict} = outcome;
  const runId = runOf(outcome)?.id ?? "n/a";
  const section = (part, what, markdown) => ({
    what: `${what} of run ${runId}`,
    weight: WEIGHT[part] - Math.min(rank, 1e3) / 1001,
    markdown: markdown
  });
  const {thresholds: thresholds = [], checks: checks = [], trend: trend = []} = metrics ?? {};
  const drawn = draw => metrics === void 0 ? "" : draw(metrics);
  const shown = (title, markdown) => inFold ? fold(title, markdown) : markdown;
  const trendOf = () => trendChart(trend, metrics?.thresholds, verdict.word === "failed");
  const line = phasesLine(phases);
  return [ section("card", "key numbers", keyNumbers(metrics)), section("endpoints", "endpoints", endpointsSection(metrics, MOST_ENDPOINTS, heading)), section("failing", "failing checks", checksSentence(checks)), section("latency", "latency chart", shown("p95 latency over the run", drawn(latencyChart))), section("trend", "trend", shown("p95 latency of the last runs", trendOf())), section("thresholds", "thresholds", thresholds.length === 0 ? "" : folded(`Thresholds · ${thresholdsTitle(thresholds)}`, thresholdsTable(thresholds), thresholds.some(one => one.failed && !isInTable(one, metrics ?? NO_METRICS)))), section("checks", "checks", fold(`Checks · ${checksTitle(checks)}`, checks.length === 0 ? "" : checksTable(checks))), section("requests", "requests per second", fold("Requests per second", drawn(requestsChart))), section("vus", "virtual users", fold("Virtual users", drawn(vusChart))), section("failed", "failed requests", fold("Failed requests", drawn(failedRequestsChart))), section("phases", "phases", line === "" ? "" : `<sub>Phases: ${line}</sub>`) ];
}

/** Endpoints shown; `report.json` has more. */ const MOST_ENDPOINTS = 10;

function heading(title) {
  return `### ${title}`;
}

function fold(title, markdown) {
  return markdown === "" ? "" : folded(title, markdown);
}

// CONCATENATED MODULE: ./src/report/summary.ts
/** GitHub drops a step's summary of more than 1 MiB; a little is kept for what else may write to it. */
const MOST_BYTES = 1e6;

/** The reporter of the job summary. */ function summaryReporter(summarize, note) {
  return {
    name: "job summary",
    closed: async outcome => {
      if (!await summarize(summary(outcome))) note("This runner has no job summary.");
    }
  };
}

/** The summary of a step as Markdown of at most `most` bytes. */ function summary(outcome, most = MOST_BYTES) {
  const runs = worstFirst(outcome.runs);
  const [only] = runs;
  if (only === void 0) return withoutRun(outcome);
  const head = fixed(`## ${headline(outcome)}`);
  const body = runs.length === 1 ? singleRun(only) : [ ...severalRuns(runs), fixed(footer("")) ];
  return truncatedToBudget([ head, ...isTolerated(outcome) ? [ fixed(NOT_FAILING) ] : [], ...body ], most, bytes);
}

/** A step that ended before there was any run has its reason, and nothing else to show. */ function withoutRun(outcome) {
  const reason = prose(clipped(outcome.reason, LONGEST_REASON));
  return `## ${headline(outcome)}\n\n${reason}\n\n${footer("")}\n`;
}

/** The longest sentence that is shown; a service's own words may be longer. */ const LONGEST_REASON = 2e3;

function footer(reason) {
  return `<sub>${reason === "" ? "" : `${reason} · `}k6 Cloud gate</sub>`;
}

function singleRun(outcome) {
  const reason = prose(clipped(outcome.reason, LONGEST_REASON));
  const hasNoFinding = finding(outcome) === void 0;
  return [ fixed(hasNoFinding ? `${reason}\n\n${identity(outcome)}` : identity(outcome)), compared(outcome), ...warnings(outcome), ...runSections(outcome, {
    rank: 0,
    inFold: false
  }), fixed(footer(hasNoFinding ? "" : reason)) ];
}

/** Verdicts first, worst on top; then a section for each run, open where it failed. */ function severalRuns(runs) {
  return [ fixed(overview(runs)), ...runs.flatMap((run, rank) => runFold(run, rank)) ];
}

/** The fold is opened and closed around sections that may be missing, so both ends always stay. */ function runFold(outcome, rank) {
  const {word: word} = outcome.verdict;
  const open = VERDICT_WORDS[word].tone === "bad" ? " open" : "";
  const title = `${signOf(outcome)} ${word} · ${escaped(clipped(nameOf(outcome)))} · run ${runOf(outcome)?.id ?? "n/a"}`;
  if (rank >= MOST_FOLDS) return [];
  return [ fixed(`<details${open}><summary>${title}</summary>`), fixed(`${prose(clipped(outcome.reason, LONGEST_REASON))}\n\n${identity(outcome)}`), compared(outcome), ...warnings(outcome), ...runSections(outcome, {
    rank: rank,
    inFold: true
  }), fixed("</details>") ];
}

/** More runs than this are in the overview alone. */ const MOST_FOLDS = 40;

function warnings({metrics: metrics}) {
  const quoted = (metrics?.warnings ?? []).map(warning => `> ⚠️ ${prose(clipped(warning, LONGEST_REASON))}`);
  return quoted.map(markdown => ({
    what: "a warning",
    weight: 85,
    markdown: markdown
  }));
}

function compared(outcome) {
  return {
    what: "what the run is compared with",
    weight: 88,
    markdown: comparedLine(outcome)
  };
}

function fixed(markdown) {
  return {
    what: "the verdict",
    weight: 1 / 0,
    markdown: markdown
  };
}

// CONCATENATED MODULE: ./src/app/no-run.ts
/** Reports a step that ended before there was any test run: invalid inputs, or no token with `missing-token: skip`. */
/** The outputs and the summary are files on the runner; this is long for them. */
const REPORTS_MS = 1e4;

/**
 * Invalid inputs: one error for each problem.
 * @returns `false`: the job fails
 */ async function refused(runner, {problems: problems, summary: summary, status: status}) {
  for (const problem of problems) runner.annotate("error", problem, CAUSES["invalid-input"].title);
  const reason = problems.join(" ");
  const outcome = {
    word: "error",
    cause: "invalid-input",
    reason: reason,
    fails: true,
    simulated: false,
    runs: []
  };
  await report(runner, outcome, commitStatus(status, runner), summary);
  return false;
}

/**
 * `missing-token: skip`: one warning.
 * @returns `true`: the job passes
 */ async function skipped(runner, summary) {
  const reason = "`token` is empty, so no load test was started (`missing-token: skip`).";
  runner.annotate("warning", reason, "Load test skipped");
  await report(runner, {
    word: "skipped",
    cause: "skipped",
    reason: reason,
    fails: false,
    simulated: false,
    runs: []
  }, [], summary);
  return true;
}

/** A fault of this action: one error, and the outputs as well as they can be written. */ function crashed(runner, {message: message}) {
  const reason = `Internal error in this action: ${withoutFullStop(message)}. Please report it with the log of this step.`;
  runner.annotate("error", reason, CAUSES["internal-error"].title);
  try {
    for (const [name, value] of Object.entries({
      verdict: "error",
      cause: "internal-error",
      reason: reason
    })) runner.output(name, value);
  } catch (error) {
    runner.debug(`The outputs could not be written: ${toError(error).message}`);
  }
}

async function report(runner, outcome, status, summary) {
  const all = [ outputsReporter(runner.output), ...summary ? [ summaryReporter(runner.summarize, runner.log) ] : [], ...status, closingLine(runner.log) ];
  const warn = sentence => {
    runner.annotate("warning", sentence);
  };
  const reporter = fanOut(all, warn, runner.redact);
  reporter.opened({
    apiName: "",
    testIds: [],
    runIds: [],
    simulated: false
  });
  const late = () => new Error("the time for reports is over");
  const never = (new AbortController).signal;
  await withDeadline(clock_systemClock, {
    limitMs: REPORTS_MS,
    signal: never
  }, late, within => reporter.closed(outcome, within));
}

/** The last line of the log has the verdict, as it has where there are runs. */ function closingLine(log) {
  return {
    name: "log",
    closed: ({word: word, reason: reason, fails: fails}) => {
      log(`${fails ? "✗" : "⚠"} ${word} · ${reason}`);
    }
  };
}

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(611);

var external_http_namespaceObject =  __nccwpck_require__.t(external_http_, 2);

// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(692);

var external_https_namespaceObject =  __nccwpck_require__.t(external_https_, 2);

// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
  const usingSsl = reqUrl.protocol === "https:";
  if (checkBypass(reqUrl)) return;
  const proxyVar = (() => {
    if (usingSsl) return process.env["https_proxy"] || process.env["HTTPS_PROXY"]; else return process.env["http_proxy"] || process.env["HTTP_PROXY"];
  })();
  if (proxyVar) try {
    return new DecodedURL(proxyVar);
  } catch (_a) {
    if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://")) return new DecodedURL(`http://${proxyVar}`);
  } else return;
}

function checkBypass(reqUrl) {
  if (!reqUrl.hostname) return false;
  const reqHost = reqUrl.hostname;
  if (isLoopbackAddress(reqHost)) return true;
  const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
  if (!noProxy) return false;
  // Determine the request port
    let reqPort;
  if (reqUrl.port) reqPort = Number(reqUrl.port); else if (reqUrl.protocol === "http:") reqPort = 80; else if (reqUrl.protocol === "https:") reqPort = 443;
  // Format the request hostname and hostname with port
    const upperReqHosts = [ reqUrl.hostname.toUpperCase() ];
  if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
  // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy.split(",").map(x => x.trim().toUpperCase()).filter(x => x)) if (upperNoProxyItem === "*" || upperReqHosts.some(x => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
  return false;
}

function isLoopbackAddress(host) {
  const hostLower = host.toLowerCase();
  return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}

class DecodedURL extends URL {
  constructor(url, base) {
    super(url, base);
    this._decodedUsername = decodeURIComponent(super.username);
    this._decodedPassword = decodeURIComponent(super.password);
  }
  get username() {
    return this._decodedUsername;
  }
  get password() {
    return this._decodedPassword;
  }
}

//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);

// EXTERNAL MODULE: external "../undici/on-use.cjs"
var on_use_cjs_ = __nccwpck_require__(803);

// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};

var HttpCodes;

(function(HttpCodes) {
  HttpCodes[HttpCodes["OK"] = 200] = "OK";
  HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
  HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
  HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
  HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
  HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
  HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
  HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
  HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
  HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
  HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
  HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
  HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
  HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
  HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
  HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
  HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
  HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
  HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
  HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
  HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
  HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
  HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
  HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
  HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
  HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
  HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));

var Headers;

(function(Headers) {
  Headers["Accept"] = "accept";
  Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));

var MediaTypes;

(function(MediaTypes) {
  MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));

/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */ const HttpRedirectCodes = [ HttpCodes.MovedPermanently, HttpCodes.ResourceMoved, HttpCodes.SeeOther, HttpCodes.TemporaryRedirect, HttpCodes.PermanentRedirect ];

const HttpResponseRetryCodes = [ HttpCodes.BadGateway, HttpCodes.ServiceUnavailable, HttpCodes.GatewayTimeout ];

const RetryableHttpVerbs = [ "OPTIONS", "GET", "DELETE", "HEAD" ];

const ExponentialBackoffCeiling = 10;

const ExponentialBackoffTimeSlice = 5;

class HttpClientError extends Error {
  constructor(message, statusCode) {
    super(message);
    this.name = "HttpClientError";
    this.statusCode = statusCode;
    Object.setPrototypeOf(this, HttpClientError.prototype);
  }
}

class HttpClientResponse {
  constructor(message) {
    this.message = message;
  }
  readBody() {
    return __awaiter(this, void 0, void 0, function*() {
      return new Promise(resolve => __awaiter(this, void 0, void 0, function*() {
        let output = Buffer.alloc(0);
        this.message.on("data", chunk => {
          output = Buffer.concat([ output, chunk ]);
        });
        this.message.on("end", () => {
          resolve(output.toString());
        });
      }));
    });
  }
  readBodyBuffer() {
    return __awaiter(this, void 0, void 0, function*() {
      return new Promise(resolve => __awaiter(this, void 0, void 0, function*() {
        const chunks = [];
        this.message.on("data", chunk => {
          chunks.push(chunk);
        });
        this.message.on("end", () => {
          resolve(Buffer.concat(chunks));
        });
      }));
    });
  }
}

class HttpClient {
  constructor(userAgent, handlers, requestOptions) {
    this._ignoreSslError = false;
    this._allowRedirects = true;
    this._allowRedirectDowngrade = false;
    this._maxRedirects = 50;
    this._allowRetries = false;
    this._maxRetries = 1;
    this._keepAlive = false;
    this._disposed = false;
    this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
    this.handlers = handlers || [];
    this.requestOptions = requestOptions;
    if (requestOptions) {
      if (requestOptions.ignoreSslError != null) this._ignoreSslError = requestOptions.ignoreSslError;
      this._socketTimeout = requestOptions.socketTimeout;
      if (requestOptions.allowRedirects != null) this._allowRedirects = requestOptions.allowRedirects;
      if (requestOptions.allowRedirectDowngrade != null) this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
      if (requestOptions.maxRedirects != null) this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
      if (requestOptions.keepAlive != null) this._keepAlive = requestOptions.keepAlive;
      if (requestOptions.allowRetries != null) this._allowRetries = requestOptions.allowRetries;
      if (requestOptions.maxRetries != null) this._maxRetries = requestOptions.maxRetries;
    }
  }
  options(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function*() {
      return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
    });
  }
  get(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function*() {
      return this.request("GET", requestUrl, null, additionalHeaders || {});
    });
  }
  del(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function*() {
      return this.request("DELETE", requestUrl, null, additionalHeaders || {});
    });
  }
  post(requestUrl, data, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function*() {
      return this.request("POST", requestUrl, data, additionalHeaders || {});
    });
  }
  patch(requestUrl, data, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function*() {
      return this.request("PATCH", requestUrl, data, additionalHeaders || {});
    });
  }
  put(requestUrl, data, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function*() {
      return this.request("PUT", requestUrl, data, additionalHeaders || {});
    });
  }
  head(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function*() {
      return this.request("HEAD", requestUrl, null, additionalHeaders || {});
    });
  }
  sendStream(verb, requestUrl, stream, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function*() {
      return this.request(verb, requestUrl, stream, additionalHeaders);
    });
  }
  /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */  getJson(requestUrl_1) {
    return __awaiter(this, arguments, void 0, function*(requestUrl, additionalHeaders = {}) {
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      const res = yield this.get(requestUrl, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  postJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function*(requestUrl, obj, additionalHeaders = {}) {
      const data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.post(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  putJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function*(requestUrl, obj, additionalHeaders = {}) {
      const data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.put(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  patchJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function*(requestUrl, obj, additionalHeaders = {}) {
      const data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.patch(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */  request(verb, requestUrl, data, headers) {
    return __awaiter(this, void 0, void 0, function*() {
      if (this._disposed) throw new Error("Client has already been disposed.");
      const parsedUrl = new URL(requestUrl);
      let info = this._prepareRequest(verb, parsedUrl, headers);
      // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
      let numTries = 0;
      let response;
      do {
        response = yield this.requestRaw(info, data);
        // Check if it's an authentication challenge
                if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
          let authenticationHandler;
          for (const handler of this.handlers) if (handler.canHandleAuthentication(response)) {
            authenticationHandler = handler;
            break;
          }
          if (authenticationHandler) return authenticationHandler.handleAuthentication(this, info, data); else 
          // We have received an unauthorized response but have no handlers to handle it.
          // Let the response return to the caller.
          return response;
        }
        let redirectsRemaining = this._maxRedirects;
        while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
          const redirectUrl = response.message.headers["location"];
          if (!redirectUrl) 
          // if there's no location to redirect to, we won't
          break;
          const parsedRedirectUrl = new URL(redirectUrl);
          if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
          // we need to finish reading the response before reassigning response
          // which will leak the open socket.
                    yield response.readBody();
          // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) for (const header in headers) 
          // header names are case insensitive
          if (header.toLowerCase() === "authorization") delete headers[header];
          // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
          response = yield this.requestRaw(info, data);
          redirectsRemaining--;
        }
        if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) 
        // If not a retry code, return immediately instead of retrying
        return response;
        numTries += 1;
        if (numTries < maxTries) {
          yield response.readBody();
          yield this._performExponentialBackoff(numTries);
        }
      } while (numTries < maxTries);
      return response;
    });
  }
  /**
     * Needs to be called if keepAlive is set to true in request options.
     */  dispose() {
    if (this._agent) this._agent.destroy();
    this._disposed = true;
  }
  /**
     * Raw request.
     * @param info
     * @param data
     */  requestRaw(info, data) {
    return __awaiter(this, void 0, void 0, function*() {
      return new Promise((resolve, reject) => {
        function callbackForResult(err, res) {
          if (err) reject(err); else if (!res) 
          // If `err` is not passed, then `res` must be passed.
          reject(new Error("Unknown error")); else resolve(res);
        }
        this.requestRawWithCallback(info, data, callbackForResult);
      });
    });
  }
  /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */  requestRawWithCallback(info, data, onResult) {
    if (typeof data === "string") {
      if (!info.options.headers) info.options.headers = {};
      info.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
    }
    let callbackCalled = false;
    function handleResult(err, res) {
      if (!callbackCalled) {
        callbackCalled = true;
        onResult(err, res);
      }
    }
    const req = info.httpModule.request(info.options, msg => {
      const res = new HttpClientResponse(msg);
      handleResult(void 0, res);
    });
    let socket;
    req.on("socket", sock => {
      socket = sock;
    });
    // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 6e4, () => {
      if (socket) socket.end();
      handleResult(new Error(`Request timeout: ${info.options.path}`));
    });
    req.on("error", function(err) {
      // err has statusCode property
      // res should have headers
      handleResult(err);
    });
    if (data && typeof data === "string") req.write(data, "utf8");
    if (data && typeof data !== "string") {
      data.on("close", function() {
        req.end();
      });
      data.pipe(req);
    } else req.end();
  }
  /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */  getAgent(serverUrl) {
    const parsedUrl = new URL(serverUrl);
    return this._getAgent(parsedUrl);
  }
  getAgentDispatcher(serverUrl) {
    const parsedUrl = new URL(serverUrl);
    const proxyUrl = getProxyUrl(parsedUrl);
    const useProxy = proxyUrl && proxyUrl.hostname;
    if (!useProxy) return;
    return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
  }
  _prepareRequest(method, requestUrl, headers) {
    const info = {};
    info.parsedUrl = requestUrl;
    const usingSsl = info.parsedUrl.protocol === "https:";
    info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
    const defaultPort = usingSsl ? 443 : 80;
    info.options = {};
    info.options.host = info.parsedUrl.hostname;
    info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort;
    info.options.path = (info.parsedUrl.pathname || "") + (info.parsedUrl.search || "");
    info.options.method = method;
    info.options.headers = this._mergeHeaders(headers);
    if (this.userAgent != null) info.options.headers["user-agent"] = this.userAgent;
    info.options.agent = this._getAgent(info.parsedUrl);
    // gives handlers an opportunity to participate
        if (this.handlers) for (const handler of this.handlers) handler.prepareRequest(info.options);
    return info;
  }
  _mergeHeaders(headers) {
    if (this.requestOptions && this.requestOptions.headers) return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
    return lowercaseKeys(headers || {});
  }
  /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */  _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
    let clientHeader;
    if (this.requestOptions && this.requestOptions.headers) {
      const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
      if (headerValue) clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
    }
    const additionalValue = additionalHeaders[header];
    if (additionalValue !== void 0) return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
    if (clientHeader !== void 0) return clientHeader;
    return _default;
  }
  /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */  _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
    let clientHeader;
    if (this.requestOptions && this.requestOptions.headers) {
      const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
      if (headerValue) if (typeof headerValue === "number") clientHeader = String(headerValue); else if (Array.isArray(headerValue)) clientHeader = headerValue.join(", "); else clientHeader = headerValue;
    }
    const additionalValue = additionalHeaders[Headers.ContentType];
    // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== void 0) if (typeof additionalValue === "number") return String(additionalValue); else if (Array.isArray(additionalValue)) return additionalValue.join(", "); else return additionalValue;
    if (clientHeader !== void 0) return clientHeader;
    return _default;
  }
  _getAgent(parsedUrl) {
    let agent;
    const proxyUrl = getProxyUrl(parsedUrl);
    const useProxy = proxyUrl && proxyUrl.hostname;
    if (this._keepAlive && useProxy) agent = this._proxyAgent;
    if (!useProxy) agent = this._agent;
    // if agent is already assigned use that agent.
        if (agent) return agent;
    const usingSsl = parsedUrl.protocol === "https:";
    let maxSockets = 100;
    if (this.requestOptions) maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
    // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
      const agentOptions = {
        maxSockets: maxSockets,
        keepAlive: this._keepAlive,
        proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && {
          proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
        }), {
          host: proxyUrl.hostname,
          port: proxyUrl.port
        })
      };
      let tunnelAgent;
      const overHttps = proxyUrl.protocol === "https:";
      if (usingSsl) tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp; else tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
      agent = tunnelAgent(agentOptions);
      this._proxyAgent = agent;
    }
    // if tunneling agent isn't assigned create a new agent
        if (!agent) {
      const options = {
        keepAlive: this._keepAlive,
        maxSockets: maxSockets
      };
      agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
      this._agent = agent;
    }
    if (usingSsl && this._ignoreSslError) 
    // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
    // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
    // we have to cast it to any and change it directly
    agent.options = Object.assign(agent.options || {}, {
      rejectUnauthorized: false
    });
    return agent;
  }
  _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
    let proxyAgent;
    if (this._keepAlive) proxyAgent = this._proxyAgentDispatcher;
    // if agent is already assigned use that agent.
        if (proxyAgent) return proxyAgent;
    const usingSsl = parsedUrl.protocol === "https:";
    proxyAgent = new on_use_cjs_.ProxyAgent(Object.assign({
      uri: proxyUrl.href,
      pipelining: !this._keepAlive ? 0 : 1
    }, (proxyUrl.username || proxyUrl.password) && {
      token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}`
    }));
    this._proxyAgentDispatcher = proxyAgent;
    if (usingSsl && this._ignoreSslError) 
    // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
    // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
    // we have to cast it to any and change it directly
    proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
      rejectUnauthorized: false
    });
    return proxyAgent;
  }
  _getUserAgentWithOrchestrationId(userAgent) {
    const baseUserAgent = userAgent || "actions/http-client";
    const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
    if (orchId) {
      // Sanitize the orchestration ID to ensure it contains only valid characters
      // Valid characters: 0-9, a-z, _, -, .
      const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, "_");
      return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
    }
    return baseUserAgent;
  }
  _performExponentialBackoff(retryNumber) {
    return __awaiter(this, void 0, void 0, function*() {
      retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
      const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
      return new Promise(resolve => setTimeout(() => resolve(), ms));
    });
  }
  _processResponse(res, options) {
    return __awaiter(this, void 0, void 0, function*() {
      return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function*() {
        const statusCode = res.message.statusCode || 0;
        const response = {
          statusCode: statusCode,
          result: null,
          headers: {}
        };
        // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) resolve(response);
        // get the result from the body
                function dateTimeDeserializer(key, value) {
          if (typeof value === "string") {
            const a = new Date(value);
            if (!isNaN(a.valueOf())) return a;
          }
          return value;
        }
        let obj;
        let contents;
        try {
          contents = yield res.readBody();
          if (contents && contents.length > 0) {
            if (options && options.deserializeDates) obj = JSON.parse(contents, dateTimeDeserializer); else obj = JSON.parse(contents);
            response.result = obj;
          }
          response.headers = res.message.headers;
        } catch (err) {
          // Invalid resource (contents not json);  leaving result obj null
        }
        // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
          let msg;
          // if exception/error in body, attempt to get better error
                    if (obj && obj.message) msg = obj.message; else if (contents && contents.length > 0) 
          // it may be the case that the exception is in the body message as string
          msg = contents; else msg = `Failed request: (${statusCode})`;
          const err = new HttpClientError(msg, statusCode);
          err.result = response.result;
          reject(err);
        } else resolve(response);
      }));
    });
  }
}

const lowercaseKeys = obj => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], 
c), {});

//# sourceMappingURL=index.js.map
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(67);

// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

// CONCATENATED MODULE: ./src/cloud/errors.ts
/** What can go wrong between this action and k6 Cloud: one error with a closed set of codes, each with its remedy. */
/** A request to k6 Cloud that came to nothing; the message says what was asked, what came back and what to do. */
class CloudError extends Error {
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

/** Tries after which a failure of the kind `retry-few` is final. */ const FEW_TRIES = 5;

/** Whether trying again can help, by code alone. */ function retryability(code) {
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

/** 5xx answers of something in front of the service, which may still be working on the request. */ const GATEWAY_STATUSES = new Set([ 408, 502, 504, 520, 521, 522, 523, 524, 525, 526, 527 ]);

/** The class of a failed try; the one table that both adapters go by. */ function tryResult({code: code, status: status}) {
  switch (code) {
   case "misconfigured":
   case "unreachable":
   case "rate-limited":
   case "unauthorized":
   case "forbidden":
   case "not-found":
   case "removed":
   case "rejected":
   case "redirected":
    return "not-made";

   case "unavailable":
    return status === void 0 || GATEWAY_STATUSES.has(status) ? "uncertain" : "maybe-made";

   case "interrupted":
   case "late":
   case "malformed":
   case "too-large":
   case "wrong-run":
   case "start-uncertain":
    return "uncertain";
  }
}

/** What kind of problem a failure is to the person who reads of it. */ function problemOf({code: code, status: status, cause: cause}) {
  if (code === "start-uncertain" && cause instanceof CloudError && cause.code === "wrong-run") return "wrong-run";
  switch (code) {
   case "unauthorized":
    return "token-rejected";

   case "not-found":
    return "not-found";

   case "rejected":
    return status !== void 0 && LIMIT_STATUSES.includes(status) ? "limit-reached" : "other";

   case "rate-limited":
   case "unavailable":
   case "misconfigured":
   case "unreachable":
   case "interrupted":
   case "late":
   case "malformed":
    return "unreachable";

   case "start-uncertain":
   case "wrong-run":
    return code;

   case "forbidden":
   case "removed":
   case "redirected":
   case "too-large":
    return "other";
  }
}

/** 4xx answers that speak of the subscription or its limits. */ const LIMIT_STATUSES = [ 402, 409, 422, 423 ];

// CONCATENATED MODULE: ./src/cloud/http/body.ts
/** Reads the body of a response within a bound in bytes, the compressed form and the decoded one alike. */
/** The bound for a response about one thing. */
const RESPONSE_BYTES = 1024 * 1024;

/** The bound for a page of a list; past it a smaller page is requested. */ const LIST_PAGE_BYTES = 3 * RESPONSE_BYTES;

/**
 * The body as text.
 * @throws CloudError `too-large` past the bound, `malformed` where it cannot be decoded
 */ async function bodyOf(message, limits) {
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
 */ async function bodyFor(status, message, limits, signal) {
  try {
    return await bodyOf(message, limits);
  } catch (error) {
    const isRefusal = status >= 300 && status <= 499 && status !== 408;
    const isUnreadable = error instanceof CloudError && (status < 200 || status > 299);
    if (signal.aborted || !(isRefusal || isUnreadable)) throw error;
    return "";
  }
}

const inflate = (0, external_node_util_namespaceObject.promisify)(external_node_zlib_namespaceObject.inflate);

const inflateRaw = (0, external_node_util_namespaceObject.promisify)(external_node_zlib_namespaceObject.inflateRaw);

/** Encodings that a gateway uses although none was asked for. Each works outside of the main thread. */ const DECODERS = {
  gzip: (0, external_node_util_namespaceObject.promisify)(external_node_zlib_namespaceObject.gunzip),
  // Some servers leave the header of zlib out. Source: RFC 9110, 8.4.1.2.
  deflate: (body, options) => (((body[0] ?? 0) & 15) === 8 ? inflate : inflateRaw)(body, options),
  br: (0, external_node_util_namespaceObject.promisify)(external_node_zlib_namespaceObject.brotliDecompress)
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

/** By shape, not by class: an error of Node's own may be of another realm than this file. */ function isPastLimit(cause) {
  return typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE";
}

function undecodable({request: request}, encoding, cause) {
  const response = `the response has the encoding ${JSON.stringify(encoding.slice(0, 40))} and cannot be decoded`;
  return new CloudError("malformed", {
    request: request,
    response: response,
    cause: cause
  });
}

function tooLarge({request: request, maxBytes: maxBytes}) {
  return new CloudError("too-large", {
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
 */ function errorBody(body) {
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

/** Legacy: `{field: [messages]}` under either name; v6: `[{message}]` under `details`. */ function fieldErrors(error) {
  const {field_errors: fields, details: details} = error;
  const source = isRecord(fields) ? fields : details;
  if (!isRecord(source)) return sentences(source);
  return Object.entries(source).slice(0, MOST_WORDS).map(([field, messages]) => `${field}: ${sentences(messages).join(", ")}`);
}

/** A text, a list of texts, or of objects with one. */ function sentences(value) {
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

/** Ends of lines for some readers, which JSON has as they are. */ const RAW_LINE_ENDS = /[\u0085\u2028\u2029]/gu;

/** JSON without a string in it. */ const SCALAR = /^\s*(?:null|true|false|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)\s*$/u;

/** A shorter string, with its quotes, holds no secret. */ const SHORTEST = 5;

/**
 * JSON whose strings are without secrets, however they were escaped; names of fields stay, so that it keeps its shape.
 * Only strings that need it are touched: an answer of some megabytes must not block the process. Text that is no JSON
 * is redacted as text.
 */ function redactedJson(text, redact) {
  const plain = redact(text);
  const holdsSecret = plain !== text;
  if (!holdsSecret && !NEEDS_READING.test(text)) return text;
  if (SCALAR.test(text)) return text;
  if (!isJson(text)) return withoutInvisible(redact(unescaped(plain)));
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
 */ function redactedBody(body, redact) {
  const read = unescaped(body);
  return redact(body) === body && (read === body || redact(read) === read) ? body : redactedJson(body, redact);
}

/** Those of line ends and tabs are blanks inside a secret. */ const ESCAPE = /\\(?:u([\da-fA-F]{4})|(["\\/])|[bfnrt])/gu;

/** The text with its escapes read, whether or not it is JSON: what a person could make of it. */ function unescaped(text) {
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

/** The place behind the quote that ends the string of JSON which begins at `from`. */ function endOfString(text, from) {
  for (let quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** `##[` would be a workflow command wherever JSON is printed. */ function cleanString(literal, redact) {
  return JSON.stringify(redact(withoutInvisible(String(JSON.parse(literal))))).replaceAll("##[", String.raw`#\u0023[`).replace(RAW_LINE_ENDS, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// CONCATENATED MODULE: ./src/cloud/http/exact-numbers.ts
/** Numbers of JSON as they were written: one that JSON.parse would round to another whole number becomes a string. */
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/gu;

/** Only such literals can become a whole number by rounding: a negative exponent, or a long fraction. */ const SUSPICIOUS = /[eE]-|\.\d{15}/u;

/** What stands between two strings is mostly shorter than such a literal. */ const exact_numbers_SHORTEST = 4;

/** A whole number as most programs write it; `300.0` and `3e2` are exact. */ const EXACT = /^-?\d+(?:\.0+)?(?:[eE]\+?\d+)?$/u;

/**
 * The JSON text with each number in quotes that is only whole after rounding: `1e-400` is not the status 0. No field
 * takes such a string for a number.
 */ function exactNumbers(json) {
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

/** Nearly no response has one, inside of a string or not; otherwise the text is returned at once. */ function hasRounded(json) {
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

/** What such errors say where their code is also that of a connection that broke later. */ const NOT_CONNECTED = /^(?:connect|getaddrinfo) |^Client network socket disconnected before secure TLS connection/u;

const UNKNOWN_HOST = /\bENOTFOUND\b/u;

const CERTIFICATE = /^(?:CERT_|CRL_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH)/u;

/**
 * What OpenSSL says where no TLS connection can be agreed on, as the code of an error (`ERR_SSL_WRONG_VERSION_NUMBER`)
 * or, with the code EPROTO, in the middle of its message.
 */ const NO_TLS = /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long|unsupported[ _]protocol|alert[ _]protocol[ _]version|handshake[ _]failure|unrecognized[ _]name|unsafe[ _]legacy[ _]renegotiation/iu;

/** The words of the library that opens the tunnel through a proxy. */ const TUNNEL_REFUSED = /^tunneling socket could not be established, statusCode=(?<status>\d+)/u;

const TUNNEL_FAILED = /^tunneling socket could not be established, cause=(?<cause>.*)/su;

/** What to do about a proxy that does not let a request pass. */ const PROXY_ADVICE = "Check `HTTPS_PROXY` and the user name and password in it, and whether `NO_PROXY` is needed.";

const CERTIFICATE_ADVICE = "Set `NODE_EXTRA_CA_CERTS` on the step to a file with the certificate of your proxy or gateway, and check `api-url`.";

const PROXY_CERTIFICATE_ADVICE = "Set `NODE_EXTRA_CA_CERTS` on the step to a file with the certificate of your proxy, and check `HTTPS_PROXY`.";

const HOST_ADVICE = "Check `api-url`, and set `HTTPS_PROXY` if the runner reaches the internet through a proxy.";

/**
 * The error for a request that got no complete response.
 * @param request as it appears in messages: method and path
 */ function networkError(request, cause) {
  const {code: code, ...facts} = meaningOf(wordsOf(cause));
  return new CloudError(code, {
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

/** Without a tunnel nothing was sent to the API. */ function tunnelMeaning(message) {
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

/** That no TLS connection was agreed on, and why; `undefined` where the words say something else. */ function noTlsTo(peer, words) {
  const [reason] = NO_TLS.exec(words) ?? [];
  if (reason === void 0) return;
  return `no TLS connection to the ${peer} (${reason.replaceAll("_", " ").toLowerCase()})`;
}

/** By shape, not by class: an error of Node's own may be of another realm than this file. */ function wordsOf(cause) {
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
 */ function parseResponse({request: request, status: status, body: body}) {
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
    throw new CloudError("malformed", {
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
 */ function responseError({request: request, status: status, body: body, retryAfterMs: retryAfterMs}, ...advices) {
  const error = errorBody(body);
  const page = isHtml(body);
  const code = codeFor(status, page);
  const keys = [ ...causesOf(request, status, error), code ];
  const all = [ ...advices, COMMON_ADVICE ];
  const advice = keys.flatMap(key => all.map(one => one?.[key])).find(one => one !== void 0);
  const words = error.words === void 0 ? void 0 : clip(error.words);
  return new CloudError(code, {
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

/** Codes of the legacy API. Source: its error reference, and the refusals that k6 itself is tested with. */ const SUBSCRIPTION_CODE = "2";

const NOT_FOUND_CODE = "3";

const TOKEN_CODES = [ "5", "6" ];

/** A path of the legacy API that names no single thing: nothing but the API itself can be missing there. */ const LEGACY_LIST = /\/loadtests\/v2\/[a-z]+$/u;

/** Causes that a code alone does not tell, most specific first. */ function causesOf(request, status, {code: code, words: words, foreign: foreign}) {
  if (status === 403 && code === SUBSCRIPTION_CODE) return [ "limits" ];
  if (status === 403 && TOKEN_CODES.includes(code)) return [ "unauthorized" ];
  if (LIMIT_STATUSES.includes(status) || status < 500 && code === "validation_error") return [ "limits" ];
  if (status === 400 && /\bconcurren(?:cy|t)\b/iu.test(words ?? "")) return [ "limits" ];
  if (status === 404 && LEGACY_LIST.test(request) && !foreign && code === NOT_FOUND_CODE) return [ "unknown-test" ];
  if (status === 404 && (LEGACY_LIST.test(request) || foreign)) return [ "legacy-removed" ];
  return [];
}

/** What fits every API. */ const COMMON_ADVICE = {
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

/** Longer pauses would notice the end of an outage late, shorter ones would add to it. */ const MAX_BACKOFF_MS = 15e3;

/**
 * The pause before the next try, ms: the service's own wish where it has one, else doubling with jitter (half to
 * whole of the step), so that many jobs hit by one outage don't come back together.
 * @param failures how many tries in a row have failed, 1 or more
 */ function backoffMs(failures, retryAfterMs, random) {
  if (retryAfterMs !== void 0) return retryAfterMs;
  const step = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(failures - 1, 10));
  return step / 2 + random() * step / 2;
}

/**
 * `Retry-After` as ms from `nowMs`: whole seconds or an HTTP date. Nonsense, the past and `0` give `undefined`: our own
 * pauses hold then, or a failing service would be flooded.
 * @param nowMs the present by the clock that wrote the date, where that is known
 * Source: RFC 9110, 10.2.3.
 */ function retryAfterMs(header, nowMs) {
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
 */ function withFirstFailureReported(onNotice, work) {
  let reported = false;
  return async () => {
    try {
      return await work();
    } catch (error) {
      const again = [ "retry", "retry-few" ];
      if (!reported && error instanceof CloudError && again.includes(retryability(error.code))) onNotice(`No test was started yet, since a request failed: ${error.message}`);
      reported = true;
      throw error;
    }
  };
}

/**
 * Does `work` until it succeeds, fails for good, or the budget ends. A pause past the end of the budget is cut to it, so
 * that a last try is made there: a long `Retry-After` of one answer does not end them all.
 * @throws the last CloudError; at once what is no CloudError, and the signal's reason
 */ async function retryUntil(options, signal, work) {
  const {clock: clock, random: random, budgetMs: budgetMs, maxBackoffMs: maxBackoffMs = 1 / 0, maxTries: maxTries = 1 / 0, fewTries: fewTries = FEW_TRIES} = options;
  let firstFailureMs;
  let few = 0;
  let wasLast = false;
  for (let failures = 1; ;failures++) try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError) || failures >= maxTries) throw error;
    const allowed = retryability(error.code);
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
  const client = new HttpClient(settings.userAgent, [], {
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
  const late = () => new CloudError("late", {
    request: request,
    response: `no complete response within ${requestMs / 1e3} s`
  });
  let outcome = "no answer";
  try {
    const answer = await withDeadline(clock, {
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
        throw error instanceof CloudError ? error : networkError(request, error);
      }
    });
    if (answer.status >= 200 && answer.status <= 299) return parseResponse(answer);
    throw responseError(answer, asked.advice, settings.advice);
  } catch (error) {
    if (error instanceof CloudError) outcome = `${outcome} (${error.code})`;
    throw error;
  } finally {
    settings.onRequest(asked, outcome, clock.now() - startedMs);
  }
}

/** The raw request of http-client: its own `request` follows redirects, and neither takes a signal. */ async function exchange(client, {apiUrl: apiUrl, authorization: authorization, userAgent: userAgent}, asked, signal) {
  const {method: method, path: path, headers: headers, body: body} = asked;
  const url = new URL(joinUrl(apiUrl, path));
  const text = body === void 0 ? "" : JSON.stringify(body);
  const secure = url.protocol === "https:";
  const agent = agentOf(client, url, requestName(apiUrl, asked));
  const sent = client.requestRaw({
    parsedUrl: url,
    httpModule: secure ? external_node_https_namespaceObject : external_node_http_,
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

/** @throws CloudError `misconfigured` where the variables of the proxy make the client fail: nothing was sent */ function agentOf(client, url, request) {
  try {
    return client.getAgent(url.href);
  } catch (cause) {
    const response = "the address of the proxy is not valid";
    throw new CloudError("misconfigured", {
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

/** The base may itself have a path, so that a gateway in front of the API can be named. */ function joinUrl(apiUrl, path) {
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

/** The time for best-effort requests is short: a longer wish of the service is not granted. */ const LONGEST_PAUSE_MS = 1e4;

/**
 * A sender that holds back best-effort requests after a 429, whichever request it answered. They then go one at a time
 * until one of them is answered. Other requests have their own retries, and pass.
 */ function withSharedPause(http, clock) {
  let untilMs = -1 / 0;
  let refusals = 0;
  let queue = Promise.resolve();
  const sentAndWatched = async (asked, signal) => {
    try {
      const response = await http.send(asked, signal);
      refusals = 0;
      return response;
    } catch (error) {
      if (error instanceof CloudError && error.code === "rate-limited") {
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

/** Advice by error code, where the common one does not fit. */ const V2_ADVICE = {
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

/** For the whole step, however many runs it polls; one run alone stays far below it. */ const RATE_LIMIT = {
  perSecond: 20,
  burst: 20
};

/** Opens a connection; nothing is sent yet. */ function openConnection(settings) {
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

// CONCATENATED MODULE: ./node_modules/valibot/dist/index.mjs
//#region src/storages/globalConfig/globalConfig.ts
let store$4;

const DEFAULT_CONFIG = {
  lang: void 0,
  message: void 0,
  abortEarly: void 0,
  abortPipeEarly: void 0
};

/**
* Sets the global configuration.
*
* @param config The configuration.
*/
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
  if (!config$1 && !store$4) return DEFAULT_CONFIG;
  return {
    lang: config$1?.lang ?? store$4?.lang,
    message: config$1?.message,
    abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
    abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
  };
}

/**
* Deletes the global configuration.
*/
//#endregion
//#region src/storages/globalMessage/globalMessage.ts
let store$3;

/**
* Sets a global error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
  return store$3?.get(lang);
}

/**
* Deletes a global error message.
*
* @param lang The language of the message.
*/
//#endregion
//#region src/storages/schemaMessage/schemaMessage.ts
let store$2;

/**
* Sets a schema error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
  return store$2?.get(lang);
}

/**
* Deletes a schema error message.
*
* @param lang The language of the message.
*/
//#endregion
//#region src/storages/specificMessage/specificMessage.ts
let store$1;

/**
* Sets a specific error message.
*
* @param reference The identifier reference.
* @param message The error message.
* @param lang The language of the message.
*/
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
  return store$1?.get(reference)?.get(lang);
}

/**
* Deletes a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*/
//#endregion
//#region src/utils/_stringify/_stringify.ts
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
  const type = typeof input;
  if (type === "string") return `"${input}"`;
  if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
  if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
  return type;
}

//#endregion
//#region src/utils/_addIssue/_addIssue.ts
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/ function _addIssue(context, label, dataset, config$1, other) {
  const input = other && "input" in other ? other.input : dataset.value;
  const expected = other?.expected ?? context.expects ?? null;
  const received = other?.received ??  _stringify(input);
  const issue = {
    kind: context.kind,
    type: context.type,
    input: input,
    expected: expected,
    received: received,
    message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
    requirement: context.requirement,
    path: other?.path,
    issues: other?.issues,
    lang: config$1.lang,
    abortEarly: config$1.abortEarly,
    abortPipeEarly: config$1.abortPipeEarly
  };
  const isSchema = context.kind === "schema";
  const message$1 = other?.message ?? context.message ??  getSpecificMessage(context.reference, issue.lang) ?? (isSchema ?  getSchemaMessage(issue.lang) : null) ?? config$1.message ??  getGlobalMessage(issue.lang);
  if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
  if (isSchema) dataset.typed = false;
  if (dataset.issues) dataset.issues.push(issue); else dataset.issues = [ issue ];
}

//#endregion
//#region src/utils/_cloneDataset/_cloneDataset.ts
/**
* Creates a shallow copy of a dataset.
*
* Hint: The `value` is copied by reference, but the `issues` array, its issues
* and their `path` arrays are cloned to avoid reusing mutable dataset state
* across multiple runs. Mutating a returned object or array value can
* therefore affect later cache hits that reuse the same cached output.
*
* @param dataset The output dataset.
*
* @returns The copied output dataset.
*/
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/utils/_isValidObjectKey/_isValidObjectKey.ts
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
  return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}

//#endregion
//#region src/utils/_isValueMatch/_isValueMatch.ts
/**
* Checks whether a value matches a value action requirement.
*
* @param requirement The value action requirement.
* @param value The value to check.
*
* @returns Whether the value matches the requirement.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/utils/_joinExpects/_joinExpects.ts
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
  const list = [ ...new Set(values$1) ];
  if (list.length > 1) return `(${list.join(` ${separator} `)})`;
  return list[0] ?? "never";
}

//#endregion
//#region src/utils/_standardSchema/_standardSchema.ts
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/ function _standardSchema(schema) {
  schema["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: value$1 => schema["~run"]({
      value: value$1
    },  getGlobalConfig())
  };
  return schema;
}

//#endregion
//#region src/utils/entriesFromList/entriesFromList.ts
/**
* Creates an object entries definition from a list of keys and a schema.
*
* @param list A list of keys.
* @param schema The schema of the keys.
*
* @returns The object entries.
*/
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/utils/getDotPath/getDotPath.ts
/* @__NO_SIDE_EFFECTS__ */
function getDotPath(issue) {
  if (issue.path) {
    let key = "";
    for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`; else key += item.key; else return null;
    return key;
  }
  return null;
}

//#endregion
//#region src/utils/isOfKind/isOfKind.ts
/**
* A generic type guard to check the kind of an object.
*
* @param kind The kind to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/utils/ValiError/ValiError.ts
/**
* A Valibot error with useful information.
*/
var ValiError = class extends Error {
  /**
	* Creates a Valibot error with useful information.
	*
	* @param issues The error issues.
	*/
  constructor(issues) {
    super(issues[0].message);
    this.name = "ValiError";
    this.issues = issues;
  }
};

//#endregion
//#region src/utils/isValiError/isValiError.ts
/**
* A type guard to check if an error is a ValiError.
*
* @param error The error to check.
*
* @returns Whether its a ValiError.
*/
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/actions/check/check.ts
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
  return {
    kind: "validation",
    type: "check",
    reference: check,
    async: false,
    expects: null,
    requirement: requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
      return dataset;
    }
  };
}

//#endregion
//#region src/actions/check/checkAsync.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/actions/finite/finite.ts
/* @__NO_SIDE_EFFECTS__ */
function finite(message$1) {
  return {
    kind: "validation",
    type: "finite",
    reference: finite,
    async: false,
    expects: null,
    requirement: Number.isFinite,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
      return dataset;
    }
  };
}

//#endregion
//#region src/actions/flavor/flavor.ts
/**
* Creates a flavor transformation action.
*
* @param name The flavor name.
*
* @returns A flavor action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/actions/maxLength/maxLength.ts
/* @__NO_SIDE_EFFECTS__ */
function maxLength(requirement, message$1) {
  return {
    kind: "validation",
    type: "max_length",
    reference: maxLength,
    async: false,
    expects: `<=${requirement}`,
    requirement: requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, {
        received: `${dataset.value.length}`
      });
      return dataset;
    }
  };
}

//#endregion
//#region src/actions/maxSize/maxSize.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/actions/maxValue/maxValue.ts
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "max_value",
    reference: maxValue,
    async: false,
    expects: `<=${requirement instanceof Date ? requirement.toJSON() :  _stringify(requirement)}`,
    requirement: requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, {
        received: dataset.value instanceof Date ? dataset.value.toJSON() :  _stringify(dataset.value)
      });
      return dataset;
    }
  };
}

//#endregion
//#region src/actions/maxWords/maxWords.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/actions/minValue/minValue.ts
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_value",
    reference: minValue,
    async: false,
    expects: `>=${requirement instanceof Date ? requirement.toJSON() :  _stringify(requirement)}`,
    requirement: requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, {
        received: dataset.value instanceof Date ? dataset.value.toJSON() :  _stringify(dataset.value)
      });
      return dataset;
    }
  };
}

//#endregion
//#region src/actions/minWords/minWords.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/actions/nonEmpty/nonEmpty.ts
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
  return {
    kind: "validation",
    type: "non_empty",
    reference: nonEmpty,
    async: false,
    expects: "!0",
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, {
        received: "0"
      });
      return dataset;
    }
  };
}

//#endregion
//#region src/actions/normalize/normalize.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/actions/regex/regex.ts
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
  return {
    kind: "validation",
    type: "regex",
    reference: regex,
    async: false,
    expects: `${requirement}`,
    requirement: requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
      return dataset;
    }
  };
}

//#endregion
//#region src/actions/returns/returns.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/actions/safeInteger/safeInteger.ts
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
  return {
    kind: "validation",
    type: "safe_integer",
    reference: safeInteger,
    async: false,
    expects: null,
    requirement: Number.isSafeInteger,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
      return dataset;
    }
  };
}

//#endregion
//#region src/actions/size/size.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/actions/transform/transform.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
  return {
    kind: "transformation",
    type: "transform",
    reference: transform,
    async: false,
    operation: operation,
    "~run"(dataset) {
      dataset.value = this.operation(dataset.value);
      return dataset;
    }
  };
}

//#endregion
//#region src/actions/transform/transformAsync.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/actions/trim/trim.ts
/**
* Creates a trim transformation action.
*
* @returns A trim action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trim() {
  return {
    kind: "transformation",
    type: "trim",
    reference: trim,
    async: false,
    "~run"(dataset) {
      dataset.value = dataset.value.trim();
      return dataset;
    }
  };
}

//#endregion
//#region src/actions/trimEnd/trimEnd.ts
/**
* Creates a trim end transformation action.
*
* @returns A trim end action.
*/
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/actions/url/url.ts
/* @__NO_SIDE_EFFECTS__ */
function url(message$1) {
  return {
    kind: "validation",
    type: "url",
    reference: url,
    async: false,
    expects: null,
    requirement(input) {
      try {
        if (URL.canParse) return URL.canParse(input);
        new URL(input);
        return true;
      } catch {
        return false;
      }
    },
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "URL", dataset, config$1);
      return dataset;
    }
  };
}

//#endregion
//#region src/actions/uuid/uuid.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/methods/getFallback/getFallback.ts
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
  return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}

//#endregion
//#region src/methods/fallback/fallback.ts
/**
* Returns a fallback value as output if the input does not match the schema.
*
* @param schema The schema to catch.
* @param fallback The fallback value.
*
* @returns The passed schema.
*/
/* @__NO_SIDE_EFFECTS__ */ function fallback(schema, fallback$1) {
  return _standardSchema({
    ...schema,
    fallback: fallback$1,
    "~run"(dataset, config$1) {
      const outputDataset = schema["~run"](dataset, config$1);
      return outputDataset.issues ? {
        typed: true,
        value:  getFallback(this, outputDataset, config$1)
      } : outputDataset;
    }
  });
}

//#endregion
//#region src/methods/fallback/fallbackAsync.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/methods/getDefault/getDefault.ts
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
  return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}

//#endregion
//#region src/methods/getDefaults/getDefaults.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/schemas/array/array.ts
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: array,
    expects: "Array",
    async: false,
    item: item,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (Array.isArray(input)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < input.length; key++) {
          const value$1 = input[key];
          const itemDataset = this.item["~run"]({
            value: value$1
          }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input: input,
              key: key,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem); else issue.path = [ pathItem ];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}

//#endregion
//#region src/schemas/array/arrayAsync.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/schemas/boolean/boolean.ts
/* @__NO_SIDE_EFFECTS__ */
function dist_boolean(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "boolean",
    reference: dist_boolean,
    expects: "boolean",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "boolean") dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}

//#endregion
//#region src/schemas/custom/custom.ts
/* @__NO_SIDE_EFFECTS__ */ function custom(check$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "custom",
    reference: custom,
    expects: "unknown",
    async: false,
    check: check$1,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.check(dataset.value)) dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}

//#endregion
//#region src/schemas/custom/customAsync.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/schemas/looseObject/looseObject.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObject(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "loose_object",
    reference: looseObject,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input ? input[key] :  getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({
              value: value$1
            }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input: input,
                key: key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem); else issue.path = [ pathItem ];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] =  getFallback(valueSchema); else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [ {
                type: "object",
                origin: "key",
                input: input,
                key: key,
                value: input[key]
              } ]
            });
            if (config$1.abortEarly) break;
          }
        }
        if (!dataset.issues || !config$1.abortEarly) for (const key in input) if ( _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}

//#endregion
//#region src/schemas/looseObject/looseObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/schemas/nullish/nullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nullish(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullish",
    reference: nullish,
    expects: `(${wrapped.expects} | null | undefined)`,
    async: false,
    wrapped: wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null || dataset.value === void 0) {
        if (this.default !== void 0) dataset.value =  getDefault(this, dataset, config$1);
        if (dataset.value === null || dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}

//#endregion
//#region src/schemas/nullish/nullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/schemas/number/number.ts
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "number",
    reference: number,
    expects: "number",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}

//#endregion
//#region src/schemas/object/object.ts
/* @__NO_SIDE_EFFECTS__ */ function object(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "object",
    reference: object,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input ? input[key] :  getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({
              value: value$1
            }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input: input,
                key: key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem); else issue.path = [ pathItem ];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] =  getFallback(valueSchema); else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [ {
                type: "object",
                origin: "key",
                input: input,
                key: key,
                value: input[key]
              } ]
            });
            if (config$1.abortEarly) break;
          }
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}

//#endregion
//#region src/schemas/object/objectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/schemas/optional/optional.ts
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "optional",
    reference: optional,
    expects: `(${wrapped.expects} | undefined)`,
    async: false,
    wrapped: wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === void 0) {
        if (this.default !== void 0) dataset.value =  getDefault(this, dataset, config$1);
        if (dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}

//#endregion
//#region src/schemas/optional/optionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/schemas/picklist/picklist.ts
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "picklist",
    reference: picklist,
    expects:  _joinExpects(options.map(_stringify), "|"),
    async: false,
    options: options,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.options.includes(dataset.value)) dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}

//#endregion
//#region src/schemas/promise/promise.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/schemas/string/string.ts
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "string",
    reference: string,
    expects: "string",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "string") dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}

//#endregion
//#region src/schemas/symbol/symbol.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/schemas/union/utils/_subIssues/_subIssues.ts
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
  let issues;
  if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue); else issues = dataset.issues;
  return issues;
}

//#endregion
//#region src/schemas/union/union.ts
/* @__NO_SIDE_EFFECTS__ */ function union(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "union",
    reference: union,
    expects:  _joinExpects(options.map(option => option.expects), "|"),
    async: false,
    options: options,
    message: message$1,
    "~run"(dataset, config$1) {
      let validDataset;
      let typedDatasets;
      let untypedDatasets;
      for (const schema of this.options) {
        const optionDataset = schema["~run"]({
          value: dataset.value
        }, config$1);
        if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset); else typedDatasets = [ optionDataset ]; else {
          validDataset = optionDataset;
          break;
        } else if (untypedDatasets) untypedDatasets.push(optionDataset); else untypedDatasets = [ optionDataset ];
      }
      if (validDataset) return validDataset;
      if (typedDatasets) {
        if (typedDatasets.length === 1) return typedDatasets[0];
        _addIssue(this, "type", dataset, config$1, {
          issues:  _subIssues(typedDatasets)
        });
        dataset.typed = true;
      } else if (untypedDatasets?.length === 1) return untypedDatasets[0]; else _addIssue(this, "type", dataset, config$1, {
        issues:  _subIssues(untypedDatasets)
      });
      return dataset;
    }
  });
}

//#endregion
//#region src/schemas/union/unionAsync.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/schemas/unknown/unknown.ts
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
  return _standardSchema({
    kind: "schema",
    type: "unknown",
    reference: unknown,
    expects: "unknown",
    async: false,
    "~run"(dataset) {
      dataset.typed = true;
      return dataset;
    }
  });
}

//#endregion
//#region src/schemas/variant/variant.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/methods/parse/parse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
function parse(schema, input, config$1) {
  const dataset = schema["~run"]({
    value: input
  },  getGlobalConfig(config$1));
  if (dataset.issues) throw new ValiError(dataset.issues);
  return dataset.value;
}

//#endregion
//#region src/methods/parse/parseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
//#endregion
//#region src/methods/pipe/pipe.ts
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
  return _standardSchema({
    ...pipe$1[0],
    pipe: pipe$1,
    "~run"(dataset, config$1) {
      for (const item of pipe$1) if (item.kind !== "metadata") {
        if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
          dataset.typed = false;
          break;
        }
        if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
      }
      return dataset;
    }
  });
}

//#endregion
//#region src/methods/pipe/pipeAsync.ts
/* @__NO_SIDE_EFFECTS__ */
//#endregion
//#region src/methods/safeParse/safeParse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
  const dataset = schema["~run"]({
    value: input
  },  getGlobalConfig(config$1));
  return {
    typed: dataset.typed,
    success: !dataset.issues,
    output: dataset.value,
    issues: dataset.issues
  };
}

//#endregion
//#region src/methods/safeParse/safeParseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */ // CONCATENATED MODULE: ./src/cloud/http/decode.ts
/** From JSON of unknown shape to typed values: parsed, never cast, with the path of the first thing that is wrong. */
/** One fault is enough: an issue for each element of a long list costs gigabytes. */
const FIRST_FAULT = {
  abortEarly: true,
  abortPipeEarly: true
};

/**
 * An answer in the shape that `schema` asks for.
 * @throws CloudError `malformed`, naming path and finding: `k6-run.run_status: expected …, got "done"`
 */ function decode(schema, answer) {
  const parsed = safeParse(schema, answer.json, FIRST_FAULT);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  const path = getDotPath(issue) ?? "the answer";
  throw new CloudError("malformed", {
    request: answer.request,
    response: `${path}: ${issue.message}`.slice(0, 200),
    status: answer.status
  });
}

/**
 * The run of an answer, where it is the run that was asked for: a mixed-up answer must not decide about another run.
 * @throws CloudError `malformed`
 */ function assertRunId(run, runId, request) {
  if (run.id === runId) return run;
  throw new CloudError("malformed", {
    request: request,
    response: `the answer is about run ${run.id}, not about run ${runId}`
  });
}

/** A whole number, also as plain digits in a string: statuses arrive both ways. `-0` and `00` are not 0. */ const wholeNumber = pipe(union([ number(), pipe(string(), regex(/^(?:0|-?[1-9]\d{0,15})$/u), transform(Number)) ]), safeInteger(), check(value => !Object.is(value, -0)));

/** An id, 1 to 2^53-1, as decimal digits. */ const id = pipe(wholeNumber, minValue(1), transform(String));

/** A number, also as a decimal in a string. */ const decode_decimal = pipe(union([ number(), pipe(string(), regex(/^-?\d+(?:\.\d+)?$/u), transform(Number)) ]), finite());

/** A field nobody decides by: `undefined` where it is absent, null, or of an odd type. */ function optionalField(schema) {
  return fallback(optional(schema), void 0);
}

/**
 * An instant as epoch ms. ISO 8601 with or without zone (none means UTC; the documents show both) and with 0 to 6
 * digits of fraction.
 */ const instant = pipe(string(), regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/u), transform(text => Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/u.test(text) ? text : `${text}Z`)), number());

/** Enough for any explanation, and for an address. */ const MAX_TEXT_LENGTH = 2e3;

/** Enough for any name. */ const MAX_NAME_LENGTH = 300;

/** Text that says something, cut. */ const nonEmptyText = textOf(MAX_TEXT_LENGTH);

/** A name or a status word, cut. */ const nameText = textOf(MAX_NAME_LENGTH);

function textOf(most) {
  // Cut twice: a text of megabytes is not searched for blanks, and no blank is left at the end.
  const cut = text => text.slice(0, most).replace(/[\ud800-\udbff]$/u, "");
  return pipe(string(), transform(cut), trim(), nonEmpty(), transform(cut));
}

/** An https address, in normal form. */ const httpsUrl = pipe(string(), maxLength(MAX_TEXT_LENGTH), url(), transform(text => new URL(text)), check(url => url.protocol === "https:" && url.username === "" && url.password === ""), transform(url => url.href));

/** The code of an explanation as text; 0 stands for none. */ function errorCode(code) {
  const text = code === void 0 ? "" : String(code);
  return /^0*$/u.test(text) ? void 0 : text;
}

/** No test lasts a year; a longer duration is nonsense, and would break what is reckoned with it. */ const LONGEST_DURATION_MS = 366 * 24 * 36e5;

/** A duration that the API counts in seconds, as ms. */ const secondsAsMs = pipe(decode_decimal, minValue(0), transform(value => value * 1e3), finite(), maxValue(LONGEST_DURATION_MS));

/** A list, of which at most so many entries are read. */ function firstItems(schema, most) {
  return pipe(firstOf(most), array(schema));
}

/**
 * A list of which the entries that are unlike the schema are left out, instead of making the whole unreadable; at most
 * so many are read.
 */ function validItems(schema, most) {
  return pipe(firstOf(most), transform(entries => entries.flatMap(entry => {
    const {success: success, output: output} = safeParse(schema, entry, FIRST_FAULT);
    return success ? [ output ] : [];
  })));
}

/** Cut before anything reads the entries: a million of them would block the process. */ function firstOf(most) {
  return pipe(custom(value => Array.isArray(value)), transform(entries => entries.slice(0, most)));
}

// CONCATENATED MODULE: ./src/cloud/metrics/schemas.ts
/** The answers of the metric sources as schemas. What is odd in them is left out, and never read as 0. */
/** Thresholds or checks of a run. */
const MAX_CRITERIA = 500;

/** Points of a series, the oldest first. */ const schemas_MAX_POINTS = 1e3;

/** Series of one response: one for each run, endpoint or group. */ const MAX_SERIES = 500;

/** Series of one response about endpoints: up to eleven runs, each with a few hundred endpoints. */ const MAX_ENDPOINT_SERIES = 3e3;

/** A number that is there and finite, or nothing. */ const schemas_number = optionalField(decode_decimal);

const count = optionalField(pipe(decode_decimal, minValue(0)));

const Values = firstItems(pipe(firstItems(schemas_number, 2), transform(([at, value]) => ({
  at: at,
  value: value
}))), schemas_MAX_POINTS);

/** v5 `query_aggregate_k6` and `query_range_k6`: `values` holds pairs of unix seconds and a number or digits. */ const QueryAnswer = object({
  data: object({
    result: firstItems(object({
      metric: optionalField(object({
        test_run_id: optionalField(id)
      })),
      values: Values
    }), MAX_SERIES)
  })
});

const flag = pipe(union([ dist_boolean(), picklist([ "true", "false" ]) ]), transform(String));

/** v5 `query_aggregate_k6` by `name` and `method`; a series without a name is of no endpoint. */ const EndpointsAnswer = object({
  data: object({
    result: validItems(object({
      metric: object({
        name: nameText,
        method: optionalField(nameText),
        test_run_id: optionalField(id),
        expected_response: optionalField(flag)
      }),
      values: Values
    }), MAX_ENDPOINT_SERIES)
  })
});

const Http = object({
  requests_count: count,
  failures_count: count,
  rps_mean: count,
  duration: optionalField(object({
    p95: count,
    p99: count,
    mean: count,
    max: count
  }))
});

const Trend = optionalField(object({
  p95: count,
  p99: count
}));

const Grpc = object({
  requests_count: count,
  duration: Trend
});

const WebSocket = object({
  sessions: count,
  msgs_sent: count,
  msgs_received: count,
  connecting: Trend,
  session_duration: Trend
});

const Browser = object({
  web_vital_cls_p75: count,
  web_vital_fcp_p75: count,
  web_vital_inp_p75: count,
  web_vital_lcp_p75: count,
  web_vital_ttfb_p75: count,
  http_failure_count: count,
  http_request_count: count
});

const Checks = object({
  hits_total: count,
  hits_successes: count
});

/** v5 `result_summary` */ const SummaryAnswer = object({
  metrics_summary: object({
    http_metric_summary: optionalField(Http),
    checks_metric_summary: optionalField(Checks),
    grpc_metric_summary: optionalField(Grpc),
    ws_metric_summary: optionalField(WebSocket),
    browser_metric_summary: optionalField(Browser)
  })
});

const anyId = optionalField(union([ id, nameText ]));

const threshold = {
  name: optionalField(nameText),
  stat: optionalField(nameText),
  value: schemas_number,
  calculated_value: schemas_number,
  tainted: dist_boolean(),
  calc_state: optionalField(object({
    tainted_value: schemas_number
  }))
};

/** One entry of a list of thresholds; only whether it failed must be there and sound. */ const ThresholdEntry = object(threshold);

/**
 * The sound entries of a list. A list of which no entry is sound is a fault: read as an empty one, it would show that
 * the test has no thresholds.
 */ function someValid(schema) {
  return pipe(firstItems(unknown(), MAX_CRITERIA), transform(entries => ({
    some: entries.length > 0,
    valid: parse(validItems(schema, MAX_CRITERIA), entries)
  })), check(({some: some, valid: valid}) => !some || valid.length > 0, "no entry could be read"), transform(({valid: valid}) => valid));
}

/** The metric of a threshold; `contains` is `time`, `percent`, `bytes` or `default`. */ const Metric = object({
  id: anyId,
  name: optionalField(nameText),
  contains: optionalField(nameText)
});

/** v2 `thresholds` with the metrics they are about */ const ThresholdsV2 = object({
  "k6-metrics": optionalField(validItems(Metric, MAX_CRITERIA)),
  "k6-thresholds": someValid(object({
    ...threshold,
    metric_id: anyId
  }))
});

/** v4 `thresholds`, without limit and metric */ const ThresholdsV4 = object({
  value: someValid(ThresholdEntry)
});

/** v4 `checks` */ const ChecksV4 = object({
  value: validItems(object({
    name: nameText,
    metric_summary: optionalField(object({
      success_count: count,
      fail_count: count
    }))
  }), MAX_CRITERIA)
});

/** v3 `checks` */ const ChecksV3 = object({
  "k6-checks": validItems(object({
    name: nameText,
    success_count: count,
    total_count: count
  }), MAX_CRITERIA)
});

// CONCATENATED MODULE: ./src/cloud/metrics/threshold.ts
/** A condition as scripts write it, with or without its metric in front: `http_req_duration: p(95)<400`. */
const CONDITION = /^(?:(?<metric>[\w.]+(?:\{[^}]*\})?)\s*:\s*)?(?<stat>[a-z]+(?:\([\d.]+\))?)\s*(?<operator>[<>]=?|={2,3}|!=)\s*(?<limit>-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)$/u;

/** The name is the whole condition, or a generic `threshold_1`: then the other fields show what was compared. */ function translateThreshold(metric, entry) {
  const {name: name = "", stat: stat, value: stated, calculated_value: atEnd, calc_state: state, tainted: failed} = entry;
  const written = CONDITION.exec(name)?.groups;
  const limit = stated ?? (written?.["limit"] === void 0 ? void 0 : threshold_finite(Number(written["limit"])));
  const failing = failed ? state?.tainted_value ?? atEnd : void 0;
  const operator = written?.["operator"] ?? operatorFrom(limit, failing, failed ? void 0 : atEnd);
  const condition = {
    stat: stat ?? written?.["stat"],
    operator: operator,
    limit: limit
  };
  const failedBefore = failing !== void 0 && (atEnd === void 0 || isMet(condition, atEnd));
  return {
    metric: metric?.name ?? written?.["metric"],
    stat: condition.stat,
    condition: written === void 0 ? inWords(condition, name) : spelled(written),
    limit: limit,
    value: failedBefore ? failing : atEnd,
    valueAtEnd: failedBefore ? atEnd : void 0,
    unit: threshold_unitOf(metric, condition.stat),
    failed: failed
  };
}

/**
 * The operator of a generic name: a value past the limit fails an upper limit and meets a lower one. Whether the limit
 * itself is allowed is not known.
 */ function operatorFrom(limit, failing, met) {
  const value = failing ?? met;
  if (limit === void 0 || value === void 0 || value === limit) return;
  return value > limit === (failing !== void 0) ? "<" : ">";
}

const OPERATORS = new Map([ [ "<", (value, limit) => value < limit ], [ "<=", (value, limit) => value <= limit ], [ ">", (value, limit) => value > limit ], [ ">=", (value, limit) => value >= limit ], [ "==", (value, limit) => value === limit ], [ "===", (value, limit) => value === limit ], [ "!=", (value, limit) => value !== limit ] ]);

function isMet({operator: operator, limit: limit}, value) {
  return limit !== void 0 && OPERATORS.get(operator)?.(value, limit) === true;
}

function spelled({stat: stat = "", operator: operator = "", limit: limit = ""}) {
  return `${stat}${operator}${limit}`;
}

function inWords({stat: stat, operator: operator, limit: limit}, name) {
  if (limit === void 0) return stat ?? name;
  if (stat === void 0) return `limit ${limit}`;
  return operator === void 0 ? `${stat}, limit ${limit}` : `${stat}${operator}${limit}`;
}

/** Statistics that count or divide are not in the unit of their metric. */ const UNITLESS = new Set([ "count", "rate", "value" ]);

function threshold_unitOf(metric, stat) {
  if (metric?.contains === "percent" && stat === "rate") return "share";
  return metric?.contains === "time" && !UNITLESS.has(stat) ? "ms" : void 0;
}

function threshold_finite(value) {
  return Number.isFinite(value) ? value : void 0;
}

// CONCATENATED MODULE: ./src/cloud/metrics/threshold-lists.ts
/** For how long one source is asked again when the list decides. */
const BUDGET_MS = 3e4;

/** For reports, within the time they have; `undefined` if neither source answers. */ async function thresholdsOf(ask, runId, asking) {
  const quiet = {
    ...asking,
    onFailure: () => {}
  };
  const older = await ask(v2Path(runId), ThresholdsV2, quiet);
  if (older !== void 0) return fromV2(older);
  const newer = await ask(v4Path(runId), ThresholdsV4, asking);
  return newer === void 0 ? void 0 : fromV4(newer);
}

/** For `require-thresholds`, which the list decides: each source is asked until it answers or refuses for good. */ async function readThresholds(ports, runId, signal) {
  const {http: http, outageMs: outageMs} = ports;
  const options = {
    ...ports,
    budgetMs: Math.min(outageMs, BUDGET_MS)
  };
  const read = (path, schema) => retryUntil(options, signal, async () => decode(schema, await http.send({
    method: "GET",
    path: path
  }, signal)));
  const sources = [ async () => fromV2(await read(v2Path(runId), ThresholdsV2)), async () => fromV4(await read(v4Path(runId), ThresholdsV4)) ];
  for (const source of sources) try {
    return await source();
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError)) throw error;
  }
  return;
}

/** v2 names metric and limit. */ function v2Path(runId) {
  return `/loadtests/v2/thresholds?test_run_id=${runId}`;
}

function v4Path(runId) {
  return `/loadtests/v4/test_runs(${runId})/thresholds?$select=id,name,stat,tainted,calculated_value`;
}

function fromV2(list) {
  const metrics = new Map((list["k6-metrics"] ?? []).map(metric => [ metric.id, metric ]));
  return list["k6-thresholds"].map(entry => translateThreshold(entry.metric_id === void 0 ? void 0 : metrics.get(entry.metric_id), entry));
}

function fromV4(list) {
  return list.value.map(entry => translateThreshold(void 0, entry));
}

// CONCATENATED MODULE: ./src/cloud/http/best-effort.ts
const MAX_TRIES = 3;

const ONE_TRY_MS = 1e4;

/** A longer wish of the service is not granted: the caller's bound is near. */ const best_effort_MAX_BACKOFF_MS = 5e3;

/** An asker over the given connection. */ function bestEffortGet({http: http, clock: clock, random: random, headers: headers}) {
  const tryOnce = async (path, signal, isPage) => {
    const request = `GET ${path.replace(/\?.*$/u, "")}`;
    const late = () => new CloudError("late", {
      request: request,
      response: `no complete response within ${ONE_TRY_MS / 1e3} s`
    });
    const asked = {
      method: "GET",
      path: path,
      bestEffort: true,
      ...headers === void 0 ? {} : {
        headers: headers
      },
      ...isPage ? {
        maxBytes: LIST_PAGE_BYTES
      } : {}
    };
    return withDeadline(clock, {
      limitMs: ONE_TRY_MS,
      signal: signal
    }, late, within => http.send(asked, within));
  };
  const bounds = {
    clock: clock,
    random: random,
    budgetMs: 1 / 0,
    maxBackoffMs: best_effort_MAX_BACKOFF_MS,
    maxTries: MAX_TRIES,
    fewTries: 1
  };
  return async (path, schema, {signal: signal, onFailure: onFailure, smallerPage: smallerPage, onTooLarge: onTooLarge}) => {
    let page = path;
    try {
      return await retryUntil(bounds, signal, async () => {
        try {
          return decode(schema, await tryOnce(page, signal, smallerPage !== void 0));
        } catch (error) {
          if (!(error instanceof CloudError) || error.code !== "too-large") throw error;
          if (smallerPage === void 0 || page === smallerPage) throw error;
          page = smallerPage;
          onTooLarge?.();
          return decode(schema, await tryOnce(page, signal, true));
        }
      });
    } catch (error) {
      const code = error instanceof CloudError ? error.code : void 0;
      onFailure(firstSentence(toError(error).message), code);
      return;
    }
  };
}

/** What is advised for a request that matters does not hold for decoration. */ function firstSentence(text) {
  return text.replace(/\.\s[\s\S]*$/u, ".");
}

// CONCATENATED MODULE: ./src/cloud/metrics/across-runs.ts
/** The characters that a query is made of; a single quote would end it. */
const SAFE = /^[\w.(){}=~!"<>|, /:*+-]*$/u;

/** The question over the given connection; v5 answers to the tokens of both APIs. */ function acrossRuns(ports) {
  const ask = bestEffortGet(ports);
  return {
    across: async (testId, runIds, {number: number, of: of, zeroFor: zeroFor = []}, asking) => {
      const [usual, method] = NUMBERS[number].query;
      const metric = `${of?.metric ?? usual}${selectorOf(of?.tags ?? [])}`;
      const {values: values, isSilent: isSilent} = await seriesByRun(ask, {
        testId: testId,
        runIds: runIds,
        metric: metric,
        method: method
      }, asking);
      const zeros = zeroFor.filter(isSilent).map(runId => [ runId, 0 ]);
      const found = new Map([ ...values, ...zeros ]);
      // What a metric of the script counts may be below zero.
            if (of?.metric !== void 0) return found;
      return new Map([ ...found ].filter(([, value]) => possibleValue(number, value) !== void 0));
    }
  };
}

/** The value of each run that has one. */ async function valuesByRun(ask, query, asking) {
  return (await seriesByRun(ask, query, asking)).values;
}

async function seriesByRun(ask, {testId: testId, runIds: runIds, metric: metric, method: method}, asking) {
  const values = new Map;
  if (runIds.length === 0 || !SAFE.test(metric) || !SAFE.test(method)) return {
    values: values,
    isSilent: () => false
  };
  const call = `query='${across_runs_grouped(method)}',metric='${metric}',test_run_ids=[${runIds.join(",")}]`;
  const path = `/cloud/v5/load_tests/${testId}/query_aggregate_k6(${call})`;
  const series = (await ask(path, QueryAnswer, asking))?.data.result ?? [];
  for (const {metric: labels, values: points} of series) {
    const [value, runId] = [ points.at(-1)?.value, labels?.test_run_id ];
    if (value !== void 0 && runId !== void 0 && runIds.includes(runId)) values.set(runId, value);
  }
  // A series of no run may be of any.
    const runsOf = new Set(series.map(({metric: labels}) => labels?.test_run_id));
  const isTold = values.size > 0 && !runsOf.has(void 0);
  return {
    values: values,
    isSilent: runId => isTold && !runsOf.has(runId)
  };
}

/** `{name="checkout",status="200"}` */ function selectorOf(tags) {
  return tags.length === 0 ? "" : `{${tags.map(([name, value]) => `${name}="${value}"`).join(",")}}`;
}

/** One line for each run. */ function across_runs_grouped(method) {
  return method.includes(" by (") ? method : `${method} by (test_run_id)`;
}

// CONCATENATED MODULE: ./src/cloud/metrics/query.ts
/** The path of a query. The functions are a part of it; their brackets, quotes and commas must stay as they are. */
function queryPath(runId, name, [metric, method], more = "") {
  return `/cloud/v5/test_runs/${runId}/${name}(query='${method}',metric='${metric}'${more})`;
}

/** An empty result means that there is no data, not 0. */ function firstValue(answer) {
  return answer?.data.result[0]?.values.at(-1)?.value;
}

// CONCATENATED MODULE: ./src/cloud/metrics/endpoint-lists.ts
/** The question over the given connection; v5 answers to the tokens of both APIs. */
function endpointsSource(ports) {
  const ask = bestEffortGet(ports);
  const ofRun = (id, query, asking) => ask(queryPath(id, "query_aggregate_k6", query), EndpointsAnswer, asking);
  const latencies = async ({id: id, testId: testId}, earlierIds, counting, asking) => {
    const [metric, method] = NUMBERS.p95Ms.query;
    const runs = [ id, ...earlierIds ].join(",");
    const acrossRuns = `query='${method} by (test_run_id,name,method)',metric='${metric}',test_run_ids=[${runs}]`;
    const quiet = {
      ...asking,
      onFailure: () => {}
    };
    const together = testId === void 0 || earlierIds.length === 0 ? void 0 : await ask(`/cloud/v5/load_tests/${testId}/query_aggregate_k6(${acrossRuns})`, EndpointsAnswer, quiet);
    if (together !== void 0 && together.data.result.length > 0) return together;
    // A run without endpoints has none in either response: a further request would only make the step longer.
        if (together !== void 0 && (await counting)?.data.result.length === 0) return together;
    return ofRun(id, [ metric, `${method} by (name,method)` ], asking);
  };
  const counts = [ NUMBERS.requests.query[0], "increase by (name,method,expected_response)" ];
  return {
    endpoints: async (run, earlierIds, asking) => {
      const counting = ofRun(run.id, counts, asking);
      const [p95s, requests] = await Promise.all([ latencies(run, earlierIds, counting, asking), counting ]);
      return joined(run.id, p95s, requests);
    }
  };
}

/** Only what the run itself requested: an endpoint that is gone has nothing to show. */ function joined(runId, latencies, counts) {
  const found = new Map;
  const at = ({name: name, method: method}) => {
    const key = JSON.stringify([ method, name ]);
    const known = found.get(key) ?? {
      name: name,
      method: method,
      p95Ms: void 0,
      earlier: [],
      requests: void 0,
      failed: 0,
      isTagged: true
    };
    found.set(key, known);
    return known;
  };
  for (const {metric: metric, values: values} of latencies?.data.result ?? []) {
    const value = values.at(-1)?.value;
    if (value === void 0 || value < 0) continue;
    const endpoint = at(metric);
    if ((metric.test_run_id ?? runId) === runId) endpoint.p95Ms = value; else endpoint.earlier.push(value);
  }
  for (const {metric: metric, values: values} of counts?.data.result ?? []) {
    const value = values.at(-1)?.value;
    if (value === void 0 || value < 0) continue;
    const endpoint = at(metric);
    endpoint.requests = (endpoint.requests ?? 0) + value;
    endpoint.isTagged &&= metric.expected_response !== void 0;
    if (metric.expected_response === "false") endpoint.failed += value;
  }
  return [ ...found.values() ].filter(({p95Ms: p95Ms, requests: requests}) => p95Ms !== void 0 || (requests ?? 0) > 0).map(({name: name, method: method, p95Ms: p95Ms, earlier: earlier, requests: requests, failed: failed, isTagged: isTagged}) => {
    const isCounted = requests !== void 0 && requests > 0 && isTagged;
    const errorRate = isCounted ? failed / requests : void 0;
    return {
      name: name,
      method: method,
      p95Ms: p95Ms,
      earlierP95Ms: earlier,
      errorRate: errorRate,
      requests: requests
    };
  });
}

// CONCATENATED MODULE: ./src/cloud/metrics/health.ts
/** Metric and query of each; a run has the first metric only if it dropped iterations. */
const QUERIES = {
  droppedIterations: [ "dropped_iterations", "increase" ],
  cpuPercent: [ "load_generator_cpu_percent", "max(max by (instance_id))" ]
};

/** The question over the given connection; v5 answers to the tokens of both APIs. */ function generatorHealth(ports) {
  const ask = bestEffortGet(ports);
  return {
    health: async (runId, asking) => {
      const quiet = {
        ...asking,
        onFailure: () => {}
      };
 // a run without these metrics is an ordinary one
            const value = async query => {
        const path = queryPath(runId, "query_aggregate_k6", query);
        const read = firstValue(await ask(path, QueryAnswer, quiet));
        return read === void 0 || read < 0 ? void 0 : read;
      };
      const [droppedIterations, cpuPercent] = await Promise.all([ value(QUERIES.droppedIterations), value(QUERIES.cpuPercent) ]);
      return {
        droppedIterations: droppedIterations,
        cpuPercent: cpuPercent
      };
    }
  };
}

// CONCATENATED MODULE: ./src/cloud/metrics/checks.ts
/** v4 has them with their groups; v3 is asked where it is gone. The same name in several places is one check. */
async function checksOf(ask, runId, asking) {
  const quiet = {
    ...asking,
    onFailure: () => {}
  };
  const newer = await ask(`/loadtests/v4/test_runs(${runId})/checks?$select=name,metric_summary`, ChecksV4, quiet);
  if (newer !== void 0) return byName(newer.value.map(({name: name, metric_summary: sums}) => [ name, sums?.success_count, sums?.fail_count ]));
  const older = await ask(`/loadtests/v3/checks?test_run_id=${runId}`, ChecksV3, asking);
  if (older === void 0) return;
  return byName(older["k6-checks"].map(({name: name, success_count: passes, total_count: all}) => {
    const fails = passes === void 0 || all === void 0 ? void 0 : all - passes;
    return [ name, passes, fails ];
  }));
}

/** A check whose counts are unknown is left out: 0 of 0 would read as if it had never run. */ function byName(all) {
  const sums = new Map;
  for (const [name, passes, fails] of all) {
    if (passes === void 0 || fails === void 0 || fails < 0) continue;
    const before = sums.get(name);
    sums.set(name, {
      name: name,
      passes: passes + (before?.passes ?? 0),
      fails: fails + (before?.fails ?? 0)
    });
  }
  // A sum past all numbers is unknown.
    return [ ...sums.values() ].filter(({passes: passes, fails: fails}) => Number.isFinite(passes + fails));
}

// CONCATENATED MODULE: ./src/cloud/metrics/protocols.ts
/** Where the one-call summary has each number. */
const IN_SUMMARY = {
  grpcP95Ms: ({grpc_metric_summary: grpc}) => grpc?.duration?.p95,
  grpcP99Ms: ({grpc_metric_summary: grpc}) => grpc?.duration?.p99,
  grpcRequests: ({grpc_metric_summary: grpc}) => grpc?.requests_count,
  wsSessionP95Ms: ({ws_metric_summary: ws}) => ws?.session_duration?.p95,
  wsConnectingP95Ms: ({ws_metric_summary: ws}) => ws?.connecting?.p95,
  wsSessions: ({ws_metric_summary: ws}) => ws?.sessions,
  wsMessagesSent: ({ws_metric_summary: ws}) => ws?.msgs_sent,
  wsMessagesReceived: ({ws_metric_summary: ws}) => ws?.msgs_received,
  lcpP75Ms: ({browser_metric_summary: browser}) => browser?.web_vital_lcp_p75,
  inpP75Ms: ({browser_metric_summary: browser}) => browser?.web_vital_inp_p75,
  clsP75: ({browser_metric_summary: browser}) => browser?.web_vital_cls_p75,
  fcpP75Ms: ({browser_metric_summary: browser}) => browser?.web_vital_fcp_p75,
  ttfbP75Ms: ({browser_metric_summary: browser}) => browser?.web_vital_ttfb_p75,
  browserErrorRate: ({browser_metric_summary: browser}) => {
    const {http_failure_count: failed, http_request_count: all} = browser ?? {};
    return failed === void 0 || all === void 0 || all === 0 || failed > all ? void 0 : failed / all;
  }
};

/** The numbers that the summary of a run has. A protocol in which nothing was sent is one that the test does not speak. */ function protocolsIn(summary) {
  if (summary === void 0) return {};
  const {grpc_metric_summary: grpc, ws_metric_summary: ws} = summary;
  const spoken = {
    ...summary,
    grpc_metric_summary: grpc?.requests_count === 0 ? void 0 : grpc,
    ws_metric_summary: ws?.sessions === 0 ? void 0 : ws
  };
  const known = PROTOCOL_NAMES.map(name => [ name, IN_SUMMARY[name](spoken) ]);
  return Object.fromEntries(known.filter(([, value]) => value !== void 0));
}

/** The question over the given connection. */ function protocolsSource(ports) {
  const ask = bestEffortGet(ports);
  return {
    protocols: async (testId, runIds, names, asking) => {
      const found = names.map(async name => {
        const [metric, method] = PROTOCOLS[name].query;
        const values = await valuesByRun(ask, {
          testId: testId,
          runIds: runIds,
          metric: metric,
          method: method
        }, asking);
        return [ name, [ ...values.values() ] ];
      });
      return new Map(await Promise.all(found));
    }
  };
}

// CONCATENATED MODULE: ./src/cloud/metrics/time-series.ts
/** The highest point of the virtual users over time: the same query, so that it is not asked twice. */
function peakOf({vus: vus}) {
  return vus.length === 0 ? void 0 : Math.max(...vus.map(({value: value}) => value));
}

/** As many points as a chart of the summary's width shows well. */ const POINTS = 60;

const SHORTEST_STEP_SECONDS = 1;

/** One query for each number of the charts; what cannot be read is empty. */ async function seriesOf(ask, run, asking) {
  const reportedMs = run.startedMs === void 0 || run.endedMs === void 0 ? void 0 : run.endedMs - run.startedMs;
  const lengthMs = run.executedMs ?? reportedMs ?? run.plannedMs;
  const step = Math.max(SHORTEST_STEP_SECONDS, Math.ceil((lengthMs ?? 0) / 1e3 / POINTS));
  const series = async name => points(await ask(queryPath(run.id, "query_range_k6", NUMBERS[name].query, `,step=${step}`), QueryAnswer, asking)).filter(({value: value}) => possibleValue(name, value) !== void 0);
  const [p95Ms, rps, errorRate, vus] = await Promise.all([ series("p95Ms"), series("rps"), series("errorRate"), series("peakVus") ]);
  return {
    p95Ms: p95Ms,
    rps: rps,
    errorRate: errorRate,
    vus: vus
  };
}

/** Past this no calendar goes: such an instant is nonsense, and would break what formats it. */ const LATEST_S = 8e12;

function points(answer) {
  return (answer?.data.result[0]?.values ?? []).flatMap(({at: at, value: value}) => at === void 0 || value === void 0 || Math.abs(at) > LATEST_S ? [] : [ {
    atMs: at * 1e3,
    value: value
  } ]).sort((a, b) => a.atMs - b.atMs);
}

// CONCATENATED MODULE: ./src/cloud/metrics/numbers.ts
/** The shared source; v5, v4 and the older checks and thresholds answer to the tokens of both APIs. */
function metricsSource(ports) {
  const ask = bestEffortGet(ports);
  return {
    metrics: async (run, asking, parts = "all", beside = asking) => {
      const reading = parts === "all" ? seriesOf(ask, run, beside) : void 0;
      const [numbered, thresholds, checks, series] = await Promise.all([ numbersOf(ask, run.id, asking, {
        parts: parts,
        beside: beside,
        peakVus: reading?.then(peakOf)
      }), parts === "numbers" ? void 0 : thresholdsOf(ask, run.id, beside), parts === "numbers" ? void 0 : checksOf(ask, run.id, beside), reading ?? NO_METRICS.series ]);
      return {
        ...numbered,
        thresholds: thresholds,
        checks: checks,
        series: series
      };
    },
    numbers: async (runId, asking) => (await numbersOf(ask, runId, asking)).numbers,
    latencies: (testId, runIds, asking) => latenciesOf(ports, testId, runIds, asking)
  };
}

/** Where the one-call summary has each number; `absent`: it never has it. */ const numbers_IN_SUMMARY = {
  p95Ms: ({http_metric_summary: http}) => http?.duration?.p95,
  p99Ms: ({http_metric_summary: http}) => http?.duration?.p99,
  avgMs: ({http_metric_summary: http}) => http?.duration?.mean,
  maxMs: ({http_metric_summary: http}) => http?.duration?.max,
  rps: ({http_metric_summary: http}) => http?.rps_mean ?? (http?.requests_count === 0 ? 0 : void 0),
  errorRate: ({http_metric_summary: http}) => share(http?.failures_count, http?.requests_count),
  checksRate: ({checks_metric_summary: checks}) => share(checks?.hits_successes, checks?.hits_total),
  requests: ({http_metric_summary: http}) => http?.requests_count,
  peakVus: "absent",
  iterations: "absent"
};

/** One request for most of them, and one more for each that is left; an older server has no summary at all. */ async function numbersOf(ask, runId, asking, {parts: parts = "all", beside: beside = asking, peakVus: peakVus} = {}) {
  const answers = {
    some: false,
    hasNoRequests: false
  };
  const known = new Map;
  const query = async name => {
    const peak = name === "peakVus" ? await peakVus : void 0;
    if (peak !== void 0) {
      answers.some = true;
      known.set(name, peak);
      return;
    }
    const options = numbers_IN_SUMMARY[name] === "absent" ? beside : asking;
    const answer = await ask(queryPath(runId, "query_aggregate_k6", NUMBERS[name].query), QueryAnswer, options);
    answers.some ||= answer !== void 0;
    answers.hasNoRequests ||= name === "requests" && answer?.data.result.length === 0;
    known.set(name, firstValue(answer));
  };
  const path = `/cloud/v5/test_runs/${runId}/result_summary?$select=metrics_summary`;
  const peaking = parts === "all" ? query("peakVus") : void 0;
  const [summary] = await Promise.all([ ask(path, SummaryAnswer, asking), parts === "all" ? query("iterations") : void 0 ]);
  // It may wait for a series: no number that is compared waits with it.
    if (!answers.some) await peaking;
  for (const name of NUMBER_NAMES) {
    const read = numbers_IN_SUMMARY[name];
    if (read !== "absent") known.set(name, summary === void 0 ? void 0 : read(summary.metrics_summary));
  }
  const protocols = protocolsIn(summary?.metrics_summary);
  // A test of other protocols has no HTTP numbers: nothing is missing.
    const isOther = knownProtocols(protocols).length > 0 && (known.get("requests") ?? 0) === 0;
  // If no aggregate can be read at all, more requests of that kind would only add load.
    if (parts !== "all" && summary === void 0) await query("p95Ms");
  if (answers.some || parts !== "all" && summary !== void 0) {
    const missing = NUMBER_NAMES.filter(name => numbers_IN_SUMMARY[name] !== "absent" && known.get(name) === void 0);
    await Promise.all(missing.filter(name => !(isOther && isHttp(name))).map(query));
  }
  await peaking;
  return judgedNumbers(known, protocols, {
    isOther: isOther,
    hasNoRequests: answers.hasNoRequests
  });
}

/** The numbers as far as they are possible, and whether the run is known to be without HTTP. */ function judgedNumbers(known, protocols, {isOther: isOther, hasNoRequests: hasNoRequests}) {
  // A run without a single request has no latency: a 0 would look like a fast run.
  const isSilent = known.get("requests") === 0;
  const isLeftOut = name => isOther ? isHttp(name) : isSilent && NUMBERS[name].needsRequests;
  const valueOf = name => possibleValue(name, known.get(name));
  const numbers = numbersBy(name => isLeftOut(name) ? void 0 : valueOf(name));
  // Where nothing else is known either, the metrics are not there, whatever the run did.
    const isKnown = NUMBER_NAMES.some(name => numbers[name] !== void 0);
  const hasNone = isOther || hasNoRequests && isKnown;
  return {
    numbers: numbers,
    protocols: protocols,
    ...hasNone && (known.get("rps") ?? 0) === 0 ? {
      withoutHttp: true
    } : {}
  };
}

function isHttp(name) {
  return NUMBERS[name].query[0].startsWith("http_");
}

/** A part of nothing is unknown, not 0; more than all of it is nonsense. */ function share(part, all) {
  if (part === void 0 || all === void 0 || all <= 0 || part > all) return;
  return part / all;
}

/** One request for all runs; a server that does not know this form is asked run by run. */ async function latenciesOf(ports, testId, runIds, asking) {
  const quiet = {
    ...asking,
    onFailure: () => {}
  };
  const together = await acrossRuns(ports).across(testId, runIds, {
    number: "p95Ms"
  }, quiet);
  if (together.size > 0) return together;
  const ask = bestEffortGet(ports);
  const found = new Map;
  await Promise.all(runIds.map(async runId => {
    const path = queryPath(runId, "query_aggregate_k6", NUMBERS.p95Ms.query);
    const value = possibleValue("p95Ms", firstValue(await ask(path, QueryAnswer, asking)));
    if (value !== void 0) found.set(runId, value);
  }));
  return found;
}

// CONCATENATED MODULE: ./src/cloud/v2/schemas.ts
/** The answers of the legacy API as schemas: what is asked for, and what is taken from what comes back. */
/** A step watches 50 runs at most. */
const MAX_BATCH = 200;

/** Ids on one page; a service that takes no notice of the page size may send all of them. */ const MAX_LISTED = 5e3;

/** Whole entries on one page. */ const MAX_EARLIER = 200;

const DOCUMENTED = "id,test_id,run_status,processing_status,result_status,error_code,error_detail,created,started,ended,duration,vus";

/**
 * What to ask for, widest first: with what clients were seen to select, what the page documents, and all there is.
 * `script`, `config` and `k6_archive` are never among it.
 */ const SELECTIONS = [ `?$select=${DOCUMENTED},execution_duration,vuh_cost,k6_runtime_config`, `?$select=${DOCUMENTED}`, "" ];

const odd = union([ wholeNumber, pipe(unknown(), transform(() => "odd")) ]);

/** A run; only id and `run_status` must be there and sound. Status fields of an odd type become `odd`. */ const Run = object({
  id: id,
  test_id: optionalField(id),
  run_status: wholeNumber,
  processing_status: optional(odd, "odd"),
  result_status: nullish(odd, null),
  error_code: optionalField(union([ number(), nonEmptyText ])),
  error_detail: optionalField(nonEmptyText),
  created: optionalField(instant),
  started: optionalField(instant),
  ended: optionalField(instant),
  duration: optionalField(secondsAsMs),
  execution_duration: optionalField(secondsAsMs),
  vus: optionalField(pipe(wholeNumber, minValue(0))),
  vuh_cost: optionalField(decode_decimal),
  k6_runtime_config: optionalField(object({
    testRunDetails: optionalField(httpsUrl)
  }))
});

/** A run of which the response shows nothing. */ const NO_FACTS = {
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

/** `GET runs/{id}` */ const OneRun = object({
  "k6-run": Run
});

/** `POST tests/{id}/start-testrun` */ const StartedRun = object({
  "k6-run": object({
    id: id,
    test_id: optionalField(id),
    created: optionalField(instant),
    duration: optionalField(secondsAsMs),
    vus: Run.entries.vus,
    k6_runtime_config: Run.entries.k6_runtime_config
  })
});

/** `GET runs?ids[]=` */ const RunList = object({
  "k6-runs": firstItems(unknown(), MAX_BATCH)
});

const ListedRun = object({
  id: id,
  started: Run.entries.started,
  ended: Run.entries.ended,
  duration: Run.entries.duration
});

/** `GET runs?test_id=` */ const RunPage = object({
  // A longer page is not believed: a run that is left out would look like a new one later.
  "k6-runs": pipe(firstItems(ListedRun, MAX_LISTED + 1), maxLength(MAX_LISTED)),
  meta: optionalField(object({
    count: optionalField(wholeNumber)
  }))
});

const EarlierRun = object({
  ...Run.entries,
  is_baseline: optionalField(dist_boolean())
});

/** `GET runs?test_id=` where the runs themselves are of interest: how many were sent, and those that can be read */ const EarlierRuns = object({
  "k6-runs": pipe(firstItems(unknown(), MAX_EARLIER), 
  // How many were sent tells whether there is a next page, also where one of them cannot be read.
  transform(entries => ({
    sent: entries.length,
    valid: parse(validItems(EarlierRun, MAX_EARLIER), entries)
  })))
});

/** `GET tests/{id}` */ const NamedTest = object({
  "k6-test": object({
    name: nameText
  })
});

// CONCATENATED MODULE: ./src/cloud/v2/translate.ts
/** @throws CloudError `malformed` */
function parseRun(answer) {
  return translateRun(decode(OneRun, answer)["k6-run"]);
}

/**
 * The runs of a list that were asked for, by id. An entry that cannot be read is left out, so that one odd run does not
 * hide the others; read alone, it tells what is wrong with it. A run that is listed twice is left out too: one of the
 * entries is wrong.
 * @throws CloudError `malformed` where it is no list at all
 */ function parseRunsById(answer, wanted) {
  const entries = decode(RunList, answer)["k6-runs"].map(entry => safeParse(Run, entry));
  const runs = entries.flatMap(({success: success, output: output}) => success && wanted.has(output.id) ? [ output ] : []);
  const count = id => runs.filter(run => run.id === id).length;
  return new Map(runs.filter(({id: id}) => count(id) === 1).map(run => [ run.id, translateRun(run) ]));
}

/**
 * A run that was just started. Its statuses are not read: the documents show a schema dump there, and the first read
 * tells.
 * @throws CloudError `malformed`
 */ function parseStartedRun(answer) {
  const run = decode(StartedRun, answer)["k6-run"];
  const fresh = unknownRun(run.id);
  return {
    ...fresh,
    seen: true,
    testId: run.test_id,
    createdMs: run.created,
    url: run.k6_runtime_config?.testRunDetails ?? fresh.url,
    plannedMs: run.duration,
    vus: run.vus
  };
}

/** A run of which nothing is known but that it was created. */ function unknownRun(runId) {
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

/** Where the API gives no address of its own. */ function appUrl(runId) {
  return `https://app.k6.io/runs/${runId}`;
}

/** @throws CloudError `malformed` */ function parseRunPage(answer) {
  const page = decode(RunPage, answer);
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

/** What a `run_status` is to us: under way, or over in some way. Source: the page's table, and k6's own list for 10. */ const RUN_STATUS = new Map([ [ -2, [ "CREATED", "created" ] ], [ -1, [ "VALIDATED", "validated" ] ], [ 0, [ "QUEUED", "queued" ] ], [ 1, [ "INITIALIZING", "initializing" ] ], [ 2, [ "RUNNING", "running" ] ], [ 3, [ "FINISHED", {
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

/** A run as one list of runs or another holds it. */ function translateRun(run) {
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

/** A finished run still owes its metrics, and then its result, which may change until they are there. */ function finishedRun(run, facts, ending) {
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

// CONCATENATED MODULE: ./src/cloud/v2/history.ts
const RUN_FIELDS = "id,test_id,run_status,processing_status,result_status,created,started,ended,duration,vus";

const FIELDS = `${RUN_FIELDS},is_baseline`
/** One page is enough for all but the run that is marked as baseline. */;

const PAGE_SIZE = 100;

/** The marked run is searched for among so many runs, in so many requests; an older one is better named by its id. */ const MARKED_RUNS = 500;

const MARKED_REQUESTS = 9;

/** Requested where that page is too large. */ const SMALLER_PAGE_SIZE = 20;

/** The insights of the legacy adapter. */ function v2Metrics(ports) {
  const ask = bestEffortGet(ports);
  const read = pageReader(ask);
  /** How many runs the first page of a test held: the service decides its own page size. */  const firstPages = new Map;
  return {
    ...metricsSource(ports),
    ...acrossRuns(ports),
    ...endpointsSource(ports),
    ...protocolsSource(ports),
    ...generatorHealth(ports),
    earlierRuns: async (run, asking) => {
      if (run.testId === void 0) return [];
      const {sent: sent, runs: runs} = await read(run.testId, {
        after: 0,
        size: PAGE_SIZE
      }, asking);
      firstPages.set(run.testId, sent);
      return olderThan(run.id, runs);
    },
    markedRuns: async (run, asking) => run.testId === void 0 ? [] : markedBehind(firstPages.get(run.testId), run, read, asking),
    namedRun: async (runId, asking) => {
      const response = await ask(`/loadtests/v2/runs/${runId}?$select=${RUN_FIELDS}`, OneRun, asking);
      return response === void 0 ? void 0 : translateRun(response["k6-run"]);
    },
    testName: async (testId, asking) => {
      const path = `/loadtests/v2/tests/${testId}?$select=id,name`;
      return (await ask(path, NamedTest, asking))?.["k6-test"].name;
    }
  };
}

function pageReader(ask) {
  return async (testId, {after: after, size: size}, asking) => {
    const numberOf = of => Math.floor(after / of) + 1;
    const pathOf = of => `/loadtests/v2/runs?test_id=${testId}&page=${numberOf(of)}&page_size=${of}&order_by=-started&$select=${FIELDS}`;
    let requested = size;
    const onTooLarge = () => {
      requested = SMALLER_PAGE_SIZE;
    };
    const onFailure = (failure, code) => {
      // Some services answer so to a page past the last one.
      if (after === 0 || code !== "not-found") asking.onFailure(failure, code);
    };
    const smallerPage = pathOf(Math.min(size, SMALLER_PAGE_SIZE));
    const response = await ask(pathOf(size), EarlierRuns, {
      ...asking,
      onFailure: onFailure,
      smallerPage: smallerPage,
      onTooLarge: onTooLarge
    });
    const {sent: sent, valid: valid} = response?.["k6-runs"] ?? {
      sent: 0,
      valid: []
    };
    const runs = valid.map(run => ({
      run: translateRun(run),
      marked: run.is_baseline === true
    }));
    return {
      sent: sent,
      runs: runs,
      size: requested
    };
  };
}

/**
 * The marked runs behind the first page.
 * @param first how many runs that page held; `undefined` where it was not read
 */ async function markedBehind(first, {id: id, testId: testId = ""}, read, asking) {
  let size = first === void 0 || first === 0 ? PAGE_SIZE : Math.min(first, PAGE_SIZE);
  let after = size;
  for (let asked = 0; asked < MARKED_REQUESTS && after < MARKED_RUNS; asked++) {
    const page = await read(testId, {
      after: after,
      size: size
    }, asking);
    const found = olderThan(id, page.runs).filter(one => one.marked);
    if (found.length > 0 || page.sent < Math.min(page.size, size)) return found;
    after = Math.floor(after / page.size) * page.size + page.sent;
    size = page.size;
  }
  return [];
}

/** Newest first. */ function olderThan(runId, runs) {
  return runs.filter(({run: run}) => Number(run.id) < Number(runId)).sort((a, b) => Number(b.run.id) - Number(a.run.id));
}

// CONCATENATED MODULE: ./src/cloud/new-runs.ts
/** A list that shows no new run, and not all of the runs that it tells of: it is read again like a malformed one. */
function incompleteList(request) {
  return new CloudError("malformed", {
    request: request,
    response: "the list does not show all runs of the test"
  });
}

/** Ids in the order of their numbers, so that a sentence names them in one order; 64 bits are more than a number holds. */ function oldestFirst(runIds) {
  return [ ...runIds ].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** What the service's stamps and our reckoning of its clock may differ by. */ const CLOCK_DOUBT_MS = 6e4;

/** Whether a run came into being since the intent, by the list and by the clock; either of them is enough to call it old. */ function ageOf(run, intent, {http: http, clock: clock}, {isNew: isNew}) {
  const byList = isNew(run, intent);
  const serverNowMs = http.serverNowMs();
  // A clock that was set back since the start was sent tells nothing of how long ago that was.
    const sinceSentMs = intent.sentAtMs === void 0 ? -1 : clock.now() - intent.sentAtMs;
  const isKnown = run.createdMs !== void 0 && serverNowMs !== void 0 && sinceSentMs >= 0;
  const byClock = isKnown ? run.createdMs >= serverNowMs - sinceSentMs - CLOCK_DOUBT_MS : void 0;
  if (byList === false || byClock === false) return "old";
  return byList === true || byClock === true ? "new" : "unknown";
}

// CONCATENATED MODULE: ./src/cloud/v2/read.ts
/** The service decides its own page size; asking for more saves requests where it agrees. */
const read_PAGE_SIZE = 100;

/** Page sizes to request, the next one where a page is too large. */ const SMALLEST_PAGE = 5;

const PAGE_SIZES = [ read_PAGE_SIZE, 20, SMALLEST_PAGE ];

/** A bound for a service that pages for ever: 5,000 runs, the newest first where it sorts. */ const MAX_PAGES = 50;

/** A reader that asks for as many fields as the service has not refused yet. */ function runReader(http) {
  let narrowness = 0;
  return async (runId, signal) => {
    for (;;) {
      const tried = narrowness;
      try {
        const path = `/loadtests/v2/runs/${runId}${SELECTIONS[tried] ?? ""}`;
        const answer = await http.send({
          method: "GET",
          path: path
        }, signal);
        return assertRunId(parseRun(answer), runId, answer.request);
      } catch (error) {
        const refused = error instanceof CloudError && error.status === 400;
        if (!refused || tried + 1 >= SELECTIONS.length) throw error;
        narrowness = tried + 1;
      }
    }
  };
}

/** A reader of several runs in one request; never without a selection, since many whole runs are megabytes. */ function runsReader(http) {
  let narrowness = 0;
  const narrowest = SELECTIONS.length - 2;
  return async (runIds, signal) => {
    const ids = runIds.map(runId => `&ids[]=${runId}`).join("");
    for (;;) {
      const tried = narrowness;
      try {
        const path = `/loadtests/v2/runs${SELECTIONS[tried] ?? ""}&page_size=${read_PAGE_SIZE}${ids}`;
        return parseRunsById(await http.send({
          method: "GET",
          path: path,
          maxBytes: LIST_PAGE_BYTES
        }, signal), new Set(runIds));
      } catch (error) {
        if (!(error instanceof CloudError) || error.status !== 400 || tried >= narrowest) throw error;
        narrowness = tried + 1;
      }
    }
  };
}

/**
 * The ids of the newest runs of a test. The order of the list is not documented, and a run that is missed would look
 * new later. So the first and the last page are compared: where both are in one order, the end with the newest runs is
 * enough, however long the list is; else all pages are read. A list that ends before all the runs that it counts holds
 * some of them. A page that is too large is requested in smaller ones.
 * @throws CloudError
 */ async function runIdsOf(http, testId, signal) {
  for (const size of PAGE_SIZES) try {
    return await withTimes(idPages(http, testId, size, signal));
  } catch (error) {
    if (!(error instanceof CloudError) || error.code !== "too-large" || size === SMALLEST_PAGE) throw error;
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

/** The end of a list that holds its newest runs, by its first and its last page; `undefined` where neither does. */ function newestEnd(first, last) {
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

/** Some services answer 404 to a page past the last one instead of an empty page. */ function ignoreNotFound(error) {
  if (!(error instanceof CloudError) || error.code !== "not-found") throw error;
  return;
}

/** What to ask of a list, best first. Sorting and selecting are only a help: they are left out where they are refused. */ const LIST_QUERIES = [ "&order_by=-created&$select=id,created,started,ended,duration", "&order_by=-created&$select=id,created", "&order_by=-started&$select=id,created", "" ];

function idPages(http, testId, size, signal) {
  let place = 0;
  const read = async page => {
    const tried = place;
    const path = `/loadtests/v2/runs?test_id=${testId}&page=${page}&page_size=${size}${LIST_QUERIES[tried] ?? ""}`;
    try {
      return parseRunPage(await http.send({
        method: "GET",
        path: path,
        maxBytes: LIST_PAGE_BYTES
      }, signal));
    } catch (error) {
      if (!(error instanceof CloudError) || error.status !== 400 || tried + 1 >= LIST_QUERIES.length) throw error;
      place = tried + 1;
      return read(page);
    }
  };
  return read;
}

// CONCATENATED MODULE: ./src/cloud/v2/new-runs.ts
/** What is remembered of a start on the legacy API, and how its run is recognised: it was not in the list before. */
/** State holds this many known ids; older ones are left out, and no run that is older than these can be new. */
const MAX_KNOWN = 100;

const Notes = object({
  known: array(string()),
  coverage: picklist([ "all", "newest", "some" ])
});

/** The notes of a start, given the runs that were listed before it. */ function startNotes({ids: ids, coverage: coverage}) {
  const known = [ ...ids ].sort((a, b) => Number(b) - Number(a)).slice(0, MAX_KNOWN);
  return {
    known: known,
    coverage: coverage === "all" && known.length < ids.size ? "newest" : coverage
  };
}

/** @throws a fault of this action where the notes are not those of this adapter */ function parseNotes({notes: notes}) {
  return parse(Notes, JSON.parse(notes));
}

/** Detects the runs that are not in the notes and not older than those. */ function newRunDetector(http, read) {
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

/** Known before the start, or older than everything that was known. */ function wasKnown(runId, {known: known, coverage: coverage}) {
  return known.includes(runId) || coverage !== "all" && known.length > 0 && Number(runId) < Math.min(...known.map(Number));
}

// CONCATENATED MODULE: ./src/test-run/earlier-durations.ts
/** More runs say nothing new. */
const MOST = 20;

/** The durations of the newest runs that ran and have ended, whichever way. */ function earlierDurations(newestFirst) {
  return newestFirst.flatMap(durationOf).slice(0, MOST);
}

function durationOf({startedMs: startedMs, endedMs: endedMs, executedMs: executedMs, plannedMs: plannedMs}) {
  if (endedMs === void 0) return [];
  const lastedMs = executedMs ?? (startedMs === void 0 ? 0 : endedMs - startedMs);
  return lastedMs > 0 ? [ {
    lastedMs: lastedMs,
    plannedMs: plannedMs
  } ] : [];
}

// CONCATENATED MODULE: ./src/cloud/cloud.ts
/** An answer to a start was lost, and it cannot be told which run is ours, or whether there is one. */
class StartUncertain extends CloudError {
  runIds;
  constructor({request: request, testId: testId, runIds: runIds, searchedMs: searchedMs, lastError: lastError}) {
    super("start-uncertain", {
      request: request,
      response: uncertainty({
        testId: testId,
        runIds: runIds,
        searchedMs: searchedMs,
        lastError: lastError
      }),
      advice: adviceFor(runIds),
      cause: lastError
    });
    this.runIds = runIds;
  }
}

function uncertainty({testId: testId, runIds: runIds, searchedMs: searchedMs, lastError: lastError}) {
  if (runIds.length > 0) return `no response to the start request; ${unclearRuns(testId, runIds)}`;
  const searched = searchedMs === void 0 ? "" : ` in ${Math.round(searchedMs / 1e3)} s`;
  const start = lastError?.status === void 0 ? "no response to the start request" : "the start request failed";
  const cause = withoutFullStop(lastError?.message ?? "no error");
  return `${start}, and no new run of test ${testId} was found${searched} (${cause})`;
}

/** `several new runs of test 1201 exist: 7, 8`; of one run, that it may have existed before */ function unclearRuns(testId, runIds) {
  const [only] = runIds;
  return runIds.length === 1 ? `run ${only} of test ${testId} exists, and it is not known whether it existed before` : `several new runs of test ${testId} exist: ${runIds.join(", ")}`;
}

/** What the reader of `unclearRuns` has to do, given what was not done. */ function leftAlone(runIds, undone) {
  return runIds.length === 1 ? `It was not ${undone}. Check it in k6 Cloud, and stop it if you don't need it.` : `None was ${undone}. Check them in k6 Cloud and stop any you don't need.`;
}

function adviceFor(runIds) {
  if (runIds.length === 0) return "Check in k6 Cloud whether a run was made before you re-run the job.";
  return leftAlone(runIds, "followed or stopped");
}

// CONCATENATED MODULE: ./src/cloud/own-run.ts
/** An answer to a start that names a run which was there before: whatever it means, that run is not ours. */
function oldRunError(request, runId) {
  return new CloudError("wrong-run", {
    request: request,
    response: `the response names run ${runId}, which existed before`
  });
}

/**
 * The run that the response to a start names, where it is a new run of the test that was asked for. What the response
 * does not tell of that is read off the run itself; where neither tells it, the run is not believed.
 * @throws CloudError `wrong-run`: such a run is not judged and not stopped
 */ async function ownRun(run, {request: request, intent: intent, ports: ports}, detector, signal) {
  const {testId: testId} = intent;
  const ageTold = ageOf(run, intent, ports, detector);
  if (ageTold === "old") throw oldRunError(request, run.id);
  const isTold = run.testId !== void 0 && ageTold === "new";
  const shown = isTold ? run : await detector.read(run.id, signal).catch(ignoreCloudError(signal));
  const age = shown === void 0 ? ageTold : ageOf({
    id: run.id,
    createdMs: run.createdMs ?? shown.createdMs
  }, intent, ports, detector);
  if (age === "old") throw oldRunError(request, run.id);
  const testOfRun = run.testId ?? shown?.testId;
  if (testOfRun === testId && age === "new") return {
    ...run,
    testId: testId
  };
  throw new CloudError("wrong-run", {
    request: request,
    response: `the response names run ${run.id}, ${own_run_finding(testOfRun, testId)}`
  });
}

function own_run_finding(testOfRun, testId) {
  if (testOfRun === void 0) return "of which the test is not known";
  if (testOfRun !== testId) return `which is a run of test ${testOfRun}`;
  return "of which it is not known whether it existed before";
}

/** For a read that only helps: what it cannot tell stays unknown. */ function ignoreCloudError(signal) {
  return error => {
    signal.throwIfAborted();
    if (!(error instanceof CloudError)) throw error;
    return;
  };
}

// CONCATENATED MODULE: ./src/cloud/find-run.ts
/** Finding the run of a start whose answer was lost: what is new in the list since, until it would have appeared. */
/** How long a run may take to appear in the list after a start that the service failed to answer. */
const SHORT_SEARCH_MS = 1e4;

/** And after a start whose response was lost: the service may process the request late. */ const LONG_SEARCH_MS = 6e4;

/** A run that is seen is read once more after this long before it counts: a cancelled step has no more time. */ const find_run_FIRST_PAUSE_MS = 1e3;

/** How long a search lasts, ms; a short `outage-timeout` shortens it. */ function searchWindowMs({outageMs: outageMs}, searchMs = LONG_SEARCH_MS) {
  return Math.min(searchMs, outageMs / 3);
}

/** More new runs than this are not read one by one to tell whose they are. */ const MAX_READ = 10;

/**
 * Looks for the run of a start for as long as it may take to appear. A run seen once is looked for once more before
 * it counts, so that a second one which appears a moment later is not overlooked. A run that cannot be ours, by its
 * test, its age or the tail on its note, ends no search; one that may have existed before is named, and neither followed
 * nor passed over.
 * @throws CloudError where the list stays out of reach
 */ async function findRun(search, signal, searchMs = SHORT_SEARCH_MS) {
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

/** Reads runs that may be ours, and remembers those that are not. */ function readCandidates({ports: ports, detector: detector, intent: intent}, signal) {
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
 */ async function adoptRun(search, uncertain, signal, searchMs = LONG_SEARCH_MS) {
  const {ports: ports, intent: intent} = search;
  let found;
  try {
    found = await findRun(search, signal, searchMs);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof CloudError ? uncertain({
      lastError: error
    }) : error;
  }
  if (found.kind === "unclear") throw uncertain({
    runIds: found.runIds
  });
  if (found.kind === "none") return;
  ports.onNotice(`The start request for test ${intent.testId} got no response. Run ${found.run.id} is the only new run since, so it is followed.`);
  return found.run;
}

/** Refusals of a list that was readable before the start: after a lost response they are waited out like an outage. */ const WAITED_OUT = new Set([ 401, 403, 404, 409 ]);

function readDespiteRefusals(ports, signal, work) {
  return retryDuringOutage(ports, signal, async () => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CloudError) || !WAITED_OUT.has(error.status)) throw error;
      throw new CloudError("unavailable", {
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

/** Tries as long as the API may stay out of reach. */ function retryDuringOutage(ports, signal, work) {
  return retryUntil({
    ...ports,
    budgetMs: ports.outageMs
  }, signal, work);
}

/** What the list showed is ours even where a first look at it fails. */ async function firstRead(ports, {read: read, unknownRun: unknownRun}, runId, signal) {
  try {
    return await read(runId, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError)) throw error;
    ports.onNotice(`The first read of run ${runId} failed: ${error.message}`);
    return {
      ...unknownRun(runId),
      seen: true
    };
  }
}

// CONCATENATED MODULE: ./src/cloud/v2/start.ts
/** Exactly one run per start on an API without idempotency: look at the list before, and again when an answer is lost. */
/** A create is slow at times: k6's own client gives it a minute. Shorter where `outage-timeout` is. */
const START_REQUEST_MS = 6e4;

/** Lists the runs that exist, so that a new one can be told from them. */ async function prepareStart(ports, testId, signal) {
  const list = withFirstFailureReported(ports.onNotice, () => runIdsOf(ports.http, testId, signal));
  const listed = await retryDuringOutage(ports, signal, list);
  return {
    testId: testId,
    notes: JSON.stringify(startNotes(listed)),
    earlier: earlierDurations(listed.times)
  };
}

/**
 * Sends the start until a run is ours. After a server error the list is searched, and the start is sent again if it
 * shows no run; the doubt that is kept lets others look for a second run later. After a try without a complete response
 * the start is never sent again: the service may still process it.
 */ async function startRun({ports: ports, detector: detector, events: events}, planned, signal) {
  const {clock: clock, outageMs: outageMs} = ports;
  const {testId: testId} = planned;
  const path = `/loadtests/v2/tests/${testId}/start-testrun`;
  const timeoutMs = Math.min(ports.startRequestMs ?? START_REQUEST_MS, outageMs / 3);
  const uncertain = facts => new StartUncertain({
    request: `POST ${path}`,
    testId: testId,
    runIds: [],
    ...facts
  });
  const firstTryMs = clock.now();
  const intent = {
    ...planned,
    sentAtMs: firstTryMs
  };
  const search = {
    ports: ports,
    detector: detector,
    intent: intent
  };
  const doubt = {
    kept: false
  };
  const attempt = async () => {
    try {
      const response = await ports.http.send({
        method: "POST",
        path: path,
        timeoutMs: timeoutMs
      }, signal);
      const run = await ownRun(parseStartedRun(response), {
        request: `POST ${path}`,
        intent: intent,
        ports: ports
      }, detector, signal);
      events.onRun?.(run.id);
      return run;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CloudError) || error instanceof StartUncertain) throw error;
      const result = tryResult(error);
      if (result === "not-made") throw error;
      doubt.kept = true;
      events.onDoubt?.({
        firstTryMs: firstTryMs,
        lastTryMs: clock.now()
      });
      const searchMs = result === "uncertain" ? LONG_SEARCH_MS : SHORT_SEARCH_MS;
      const run = await adoptRun(search, uncertain, signal, searchMs);
      if (run !== void 0) return run;
      if (result === "uncertain") throw uncertain({
        lastError: error,
        searchedMs: searchWindowMs(ports, searchMs)
      });
      throw error;
    }
  };
  try {
    // The list was read a moment ago, so the settings are right.
    return await retryUntil({
      ...ports,
      budgetMs: outageMs,
      fewTries: 1 / 0
    }, signal, attempt);
  } catch (error) {
    if (!doubt.kept || !(error instanceof CloudError) || error instanceof StartUncertain) throw error;
    throw uncertain({
      lastError: error
    });
  }
}

// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/
class Node {
  value;
  next;
  constructor(value) {
    this.value = value;
  }
}

class Queue {
  #head;
  #tail;
  #size;
  constructor() {
    this.clear();
  }
  enqueue(value) {
    const node = new Node(value);
    if (this.#head) {
      this.#tail.next = node;
      this.#tail = node;
    } else {
      this.#head = node;
      this.#tail = node;
    }
    this.#size++;
  }
  dequeue() {
    const current = this.#head;
    if (!current) return;
    this.#head = this.#head.next;
    this.#size--;
    // Clean up tail reference when queue becomes empty
        if (!this.#head) this.#tail = void 0;
    return current.value;
  }
  peek() {
    if (!this.#head) return;
    return this.#head.value;
    // TODO: Node.js 18.
    // return this.#head?.value;
    }
  clear() {
    this.#head = void 0;
    this.#tail = void 0;
    this.#size = 0;
  }
  get size() {
    return this.#size;
  }
  * [Symbol.iterator]() {
    let current = this.#head;
    while (current) {
      yield current.value;
      current = current.next;
    }
  }
  * drain() {
    while (this.#head) yield this.dequeue();
  }
}

// CONCATENATED MODULE: ./node_modules/p-limit/index.js
function pLimit(concurrency) {
  let rejectOnClear = false;
  if (typeof concurrency === "object") ({concurrency: concurrency, rejectOnClear: rejectOnClear = false} = concurrency);
  validateConcurrency(concurrency);
  if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
  const queue = new Queue;
  let activeCount = 0;
  const resumeNext = () => {
    // Process the next queued function if we're under the concurrency limit
    if (activeCount < concurrency && queue.size > 0) {
      activeCount++;
      queue.dequeue().run();
    }
  };
  const next = () => {
    activeCount--;
    resumeNext();
  };
  const run = async (function_, resolve, arguments_) => {
    // Execute the function and capture the result promise
    const result = (async () => function_(...arguments_))();
    // Resolve immediately with the promise (don't wait for completion)
        resolve(result);
    // Wait for the function to complete (success or failure)
    // We catch errors here to prevent unhandled rejections,
    // but the original promise rejection is preserved for the caller
        try {
      await result;
    } catch {}
    // Decrement active count and process next queued function
        next();
  };
  const enqueue = (function_, resolve, reject, arguments_) => {
    const queueItem = {
      reject: reject
    };
    // Queue the internal resolve function instead of the run function
    // to preserve the asynchronous execution context.
        new Promise(internalResolve => {
      // eslint-disable-line promise/param-names
      queueItem.run = internalResolve;
      queue.enqueue(queueItem);
    }).then(run.bind(void 0, function_, resolve, arguments_));
 // eslint-disable-line promise/prefer-await-to-then
    // Start processing immediately if we haven't reached the concurrency limit
        if (activeCount < concurrency) resumeNext();
  };
  const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
    enqueue(function_, resolve, reject, arguments_);
  });
  Object.defineProperties(generator, {
    activeCount: {
      get: () => activeCount
    },
    pendingCount: {
      get: () => queue.size
    },
    clearQueue: {
      value() {
        if (!rejectOnClear) {
          queue.clear();
          return;
        }
        const abortError = AbortSignal.abort().reason;
        while (queue.size > 0) queue.dequeue().reject(abortError);
      }
    },
    concurrency: {
      get: () => concurrency,
      set(newConcurrency) {
        validateConcurrency(newConcurrency);
        concurrency = newConcurrency;
        queueMicrotask(() => {
          // eslint-disable-next-line no-unmodified-loop-condition
          while (activeCount < concurrency && queue.size > 0) resumeNext();
        });
      }
    },
    map: {
      async value(iterable, function_) {
        const promises = [];
        try {
          Array.from(iterable, (value, index) => {
            const promise = generator(function_, value, index);
            promises.push(promise);
            return promise;
          });
        } catch (error) {
          // The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
          for (const promise of promises) promise.catch(() => {});
 // eslint-disable-line promise/prefer-await-to-then
                    throw error;
        }
        return Promise.all(promises);
      }
    }
  });
  return generator;
}

function validateConcurrency(concurrency) {
  if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
}

// CONCATENATED MODULE: ./src/cloud/second-runs.ts
/** Looks for a second run of ours after a start in doubt: one that a lost try made beside the run that we know. */
/** A try may make its run this long after it was sent. */
const LATE_MS = 12e4;

/** How long the list may be unreadable. */ const second_runs_BUDGET_MS = 3e4;

/** So many new runs are read, those next to our own first; no start has more of them beside it. */ const second_runs_MAX_READ = 50;

const READS_AT_A_TIME = 5;

/**
 * The new runs of the test, as a read of each shows it, beside `own`: those that a try of ours may have made, and others.
 * A run counts as ours if it was created between the first try and 120 s after the last, by the service's clock, and no
 * other workflow run has written its tail on the note. That clock is read off `own`, which one of the tries made; where
 * a stamp is missing, the run counts as ours.
 * @throws CloudError where the list stays unreadable
 */ async function secondRuns(ports, detector, {intent: intent, own: own, doubt: doubt}, signal) {
  const budgetMs = Math.min(second_runs_BUDGET_MS, ports.outageMs);
  const newIds = await retryUntil({
    ...ports,
    budgetMs: budgetMs
  }, signal, () => detector.newRunIds(intent, signal));
  const ids = nearestFirst(newIds.filter(runId => runId !== own.id), own.id);
  const limited = pLimit(READS_AT_A_TIME);
  const read = await Promise.all(ids.slice(0, second_runs_MAX_READ).map(runId => limited(() => readOrUnknown(runId, detector, signal))));
  const runs = read.filter(({testId: testId = intent.testId}) => testId === intent.testId);
  const isOurs = run => isWithin(run, own, doubt) && !isOfAnother(run, own);
  return {
    ours: runs.filter(isOurs),
    others: oldestFirst(runs.filter(run => !isOurs(run)).map(({id: id}) => id))
  };
}

/** Runs that were made one after the other have ids next to each other. */ function nearestFirst(runIds, ownId) {
  const distance = runId => Math.abs(Number(runId) - Number(ownId));
  return [ ...runIds ].sort((a, b) => distance(a) - distance(b));
}

/** Another workflow run follows it: a try of ours writes no note before its run is known. */ function isOfAnother({origin: origin}, own) {
  return origin?.workflowRun !== void 0 && origin.workflowRun !== own.origin?.workflowRun;
}

function isWithin(run, own, {firstTryMs: firstTryMs, lastTryMs: lastTryMs}) {
  if (run.createdMs === void 0 || own.createdMs === void 0) return true;
  const triesMs = lastTryMs - firstTryMs;
  const fromOwnMs = run.createdMs - own.createdMs;
  return fromOwnMs >= -triesMs - LATE_MS - CLOCK_DOUBT_MS && fromOwnMs <= triesMs + LATE_MS + CLOCK_DOUBT_MS;
}

async function readOrUnknown(runId, {read: read, unknownRun: unknownRun}, signal) {
  try {
    return await read(runId, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError)) throw error;
    return {
      ...unknownRun(runId),
      seen: true
    };
  }
}

// CONCATENATED MODULE: ./src/cloud/stop.ts
const stop_LONGEST_PAUSE_MS = 5e3;

/** The caller's bound ends with the budget: a last try begins before it, so that its failure is told and not the bound. */ const LAST_TRY = .9;

/** A run that is still being prepared is often refused its stop with these; a moment later the stop is accepted. */ const REFUSED_FOR_NOW = [ 400, 403, 409 ];

/**
 * Asks for the stop at `path` until it is accepted, the run is over, or `budgetMs` end. Any 4xx, and a response that
 * cannot be read, is checked: a refusal because the run is over is a success, whatever status says so. 400, 403 and
 * 409 for a run that goes on may mean that it cannot be stopped yet, and 404 from stop and read that it cannot be seen
 * yet: the request is sent again. 401 ends the tries.
 * @throws CloudError
 */ async function stopRun(ports, path, read, signal) {
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
        if (!(error instanceof CloudError)) throw error;
        const isTooLarge = error.code === "too-large";
 // accepted or refused: only the run tells
                if (!isTooLarge && (error.status === void 0 || error.status >= 500 || error.status === 429)) throw error;
        const run = await read().catch(failure => {
          throw isNotThereYet(error, failure) ? notVisible(path, refusal = error) : failure;
        });
        if (hasEnded(run)) return "already-over";
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

/** Its load has ended; what is left is bookkeeping that no stop would shorten. */ function hasEnded(run) {
  return run.state === "settled" || run.phase === "processing" || run.phase === "deciding";
}

/** Both answers deny the run: it was just made and is not visible yet, or is gone. */ function isNotThereYet(refusal, failure) {
  return refusal.code === "not-found" && failure instanceof CloudError && failure.code === "not-found";
}

function notVisible(path, cause) {
  return new CloudError("unavailable", {
    request: `POST ${path}`,
    response: "the run is not visible",
    status: 404,
    cause: cause
  });
}

function notYet(path, run, cause) {
  return new CloudError("unavailable", {
    request: `POST ${path}`,
    response: `${cause.status ?? "a response too large to read"}, although the run is not over (${run.statuses.run.field} ${run.statuses.run.value})`,
    ...cause.status === void 0 ? {} : {
      status: cause.status
    },
    cause: cause
  });
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

// CONCATENATED MODULE: ./src/cloud/poll-snapshots.ts
/** A poll of another run that showed this one answers for it within this time: shorter than any pause between two polls. */
const SHARED_MS = 1e3;

/** A run that nobody has polled for so long is not polled any more. */ const ABANDONED_MS = 3 * 6e4;

/** None yet. */ function pollSnapshots({now: now}) {
  const all = new Map;
  return {
    polled: runId => {
      const known = all.get(runId);
      if (known === void 0) return;
      const isNew = known.atMs > known.polledMs && now() - known.atMs < SHARED_MS;
      all.set(runId, {
        ...known,
        polledMs: now()
      });
      return isNew && isFarFromVerdict(known.run) ? known.run : void 0;
    },
    shown: (runs, due, askedMs) => {
      const believed = new Map;
      for (const run of runs) {
        const known = all.get(run.id);
        if (known !== void 0 && progressOf(run) < progressOf(known.run)) continue;
        believed.set(run.id, run);
        all.set(run.id, {
          run: run,
          atMs: askedMs,
          polledMs: due.includes(run.id) ? askedMs : known?.polledMs ?? askedMs
        });
      }
      return believed;
    },
    pending: () => {
      const isPolled = ({run: run, polledMs: polledMs}) => run.state === "pending" && now() - polledMs < ABANDONED_MS;
      return [ ...all.values() ].filter(isPolled).map(({run: run}) => run);
    }
  };
}

/** How far a run is on its way. A status that this version does not know can be anywhere on it. */ const PROGRESS = {
  created: 0,
  validated: 1,
  queued: 2,
  initializing: 3,
  running: 4,
  processing: 5,
  deciding: 6,
  unrecognised: NaN
};

function progressOf(run) {
  return run.state === "settled" ? 1 / 0 : PROGRESS[run.phase];
}

/** A run whose metrics are awaited is polled twice a second, and an older state would make its verdict late. */ function isFarFromVerdict(run) {
  return run.state === "pending" && run.phase !== "processing" && run.phase !== "deciding";
}

// CONCATENATED MODULE: ./src/cloud/batch-reader.ts
/** Looks that are due within this time go together; too short to make a verdict late. */
const BATCH_MS = 25;

/** After this many failed merges in a row no poll waits for another one, for a while: one that hangs costs seconds. */ const MOST_MISSES = 2;

const APART_MS = 6e4;

/**
 * A reader that asks once for all runs that are pending, whenever one of them is due. A run that is missing in the
 * answer, in it twice, or behind what was seen of it, is read alone, and so is each where the request fails; a service
 * that refuses the form, or does not know it, is not asked so again.
 * @param alone reads one run, tried once
 */ function batchReader({list: list, fewest: fewest}, clock, alone) {
  const snapshots = pollSnapshots(clock);
  const form = batchForm(clock);
  let gathering = [];
  const readAlone = async (runId, signal) => {
    const askedMs = clock.now();
    const run = await alone(runId, signal);
    snapshots.shown([ run ], [ runId ], askedMs);
    return run;
 // what a run itself shows is believed, whatever was seen before
    };
  const apart = reads => {
    for (const {runId: runId, signal: signal, settle: settle, fail: fail} of reads) readAlone(runId, signal).then(settle, fail);
  };
  const together = async (reads, ids) => {
    const askedMs = clock.now();
    const due = reads.map(({runId: runId}) => runId);
    try {
      const runs = await whileAwaited(reads, signal => list(ids, snapshots.pending(), signal));
      if (runs !== void 0) form.answered(runs.size);
      const believed = snapshots.shown(runs?.values() ?? [], due, askedMs);
      apart(reads.filter(read => !resolveFrom(read, believed)));
    } catch (error) {
      if (form.failed(error) === "apart") apart(reads); else for (const {fail: fail} of reads) fail(error);
    }
  };
  const send = () => {
    const reads = gathering.filter(({signal: signal}) => !signal.aborted);
    gathering = [];
    const due = reads.map(({runId: runId}) => runId);
    const ids = [ ...new Set([ ...due, ...snapshots.pending().map(({id: id}) => id) ]) ];
    if (reads.length === 0) return;
    if (ids.length < fewest) apart(reads); else together(reads, ids);
  };
  return async (runId, signal) => {
    if (!form.isUsed()) return readAlone(runId, signal);
    const shown = snapshots.polled(runId);
    if (shown !== void 0) return shown;
    if (gathering.length === 0) clock.setTimer(BATCH_MS, send);
    return new Promise((resolve, reject) => {
      gathering.push(pendingRead(runId, signal, resolve, reject));
    });
  };
}

function batchForm({now: now}) {
  let possible = true;
  let misses = 0;
  let apartUntilMs = -1 / 0;
  return {
    isUsed: () => possible && now() >= apartUntilMs,
    answered: runs => {
      misses = 0;
      if (runs === 0) possible = false;
 // none of them: it took no notice of what was asked
        },
    failed: error => {
      const answer = afterBatchError(error);
      if (answer === "never-again") possible = false;
      if (answer === "apart" && ++misses >= MOST_MISSES) apartUntilMs = now() + APART_MS;
      return answer === "failed" ? "failed" : "apart";
    }
  };
}

/** A read that also ends, at once, when its signal is aborted. */ function pendingRead(runId, signal, resolve, reject) {
  const onAbort = () => {
    reject(toError(signal.reason));
  };
  const over = () => {
    signal.removeEventListener("abort", onAbort);
  };
  signal.addEventListener("abort", onAbort, {
    once: true
  });
  if (signal.aborted) onAbort();
  return {
    runId: runId,
    signal: signal,
    settle: run => {
      over();
      resolve(run);
    },
    fail: reason => {
      over();
      reject(toError(reason));
    }
  };
}

/** Gives a read its run, where the answer has it. */ function resolveFrom({runId: runId, settle: settle}, runs) {
  const run = runs.get(runId);
  if (run !== void 0) settle(run);
  return run !== void 0;
}

/** Works under a signal that is aborted once nobody wants the answer any more. */ async function whileAwaited(reads, work) {
  const controller = new AbortController;
  const onAbort = () => {
    if (reads.every(({signal: signal}) => signal.aborted)) controller.abort(reads[0]?.signal.reason);
  };
  const signals = new Set(reads.map(({signal: signal}) => signal));
  for (const signal of signals) signal.addEventListener("abort", onAbort);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) signal.removeEventListener("abort", onAbort);
  }
}

/**
 * What a failed list means. `apart`: each run is read alone, so that one run's trouble is not another's; `never-again`:
 * the same, and this service does not list runs this way, though it may show each alone; `failed`: nothing was reached
 * or the token is refused, which no other request would change.
 */ function afterBatchError(error) {
  if (!(error instanceof CloudError)) return "failed";
  switch (error.code) {
   case "rejected":
   case "forbidden":
   case "not-found":
   case "removed":
   case "redirected":
   case "too-large":
    return "never-again";

   case "malformed":
   case "unavailable":
   case "interrupted":
   case "late":
    return "apart";

   case "unauthorized":
   case "rate-limited":
   case "misconfigured":
   case "unreachable":
   case "wrong-run":
   case "start-uncertain":
    return "failed";
  }
}

// CONCATENATED MODULE: ./src/cloud/v2/adapter.ts
/** The legacy API (`/loadtests/v2`): its routes and how this action calls them. Source: the page "Test Runs Legacy API". */
/** A mark is worth a few tries, no more. */
const MARK_MS = 3e4;

/**
 * Adapter of the legacy API.
 * @param several whether several runs are polled: then reads that are due together are merged
 */ function v2Cloud(ports, several = false) {
  const stopper = v2Stopper(ports);
  const detector = newRunDetector(ports.http, stopper.read);
  const list = runsReader(ports.http);
  const source = {
    list: (runIds, _, signal) => list(runIds, signal),
    fewest: 2
  };
  return {
    ...stopper,
    apiName: "legacy API",
    unknownRun: unknownRun,
    prepare: (testId, signal) => prepareStart(ports, testId, signal),
    start: (intent, signal, events = {}) => startRun({
      ports: ports,
      detector: detector,
      events: events
    }, intent, signal),
    read: several ? batchReader(source, ports.clock, stopper.read) : stopper.read,
    thresholds: async (run, signal) => thresholdsFrom(run.thresholds, await readThresholds(ports, run.id, signal)),
    metrics: v2Metrics(ports),
    markAsBaseline: async (runId, signal) => {
      const path = `/loadtests/v2/runs/${runId}/make_baseline`;
 // seen in public clients, not documented
            const budgetMs = Math.min(MARK_MS, ports.outageMs);
      await retryUntil({
        ...ports,
        budgetMs: budgetMs
      }, signal, () => ports.http.send({
        method: "POST",
        path: path
      }, signal));
    }
  };
}

// CONCATENATED MODULE: ./src/test-run/note-tail.ts
/** The machine-readable tail of a run's note: where the run came from and what is known against it. Written and parsed. */
/** Every tail begins so, whatever its version. */
const OPENING = "[k6-cloud-gate/";

const MARKS = [ "regressed", "unsound" ];

/** A branch of GitHub has 255 bytes at most. */ const note_tail_LONGEST_BRANCH = 255 * 3;

const WORD = /[^\s[\]]{1,765}/u.source;

const TAIL = new RegExp(String.raw`\[k6-cloud-gate/1 repository=(?<repository>[\w.-]{1,100}/[\w.-]{1,100})` + String.raw`(?: branch=(?<branch>${WORD}))?` + String.raw`(?: commit=(?<commit>[0-9a-f]{7,64}))?` + String.raw`(?: pull-request=(?<pull>[1-9]\d{0,14}|unknown))?` + String.raw`(?: workflow-run=(?<run>[1-9]\d{0,14}))?` + String.raw`(?<regressed> regressed)?(?<unsound> unsound)?\]`, "u");

/** `[k6-cloud-gate/1 repository=acme/shop branch=main commit=0123abc pull-request=12 workflow-run=99 regressed]` */ function tailText({repository: repository, branch: branch, commit: commit, pullRequest: pullRequest, workflowRun: workflowRun, marks: marks}) {
  const encoded = branch === void 0 ? void 0 : encodedBranch(branch);
  const parts = [ `${OPENING}1 repository=${repository}`, encoded === void 0 ? "" : ` branch=${encoded}`, commit === void 0 ? "" : ` commit=${commit}`, pullRequest === void 0 ? "" : ` pull-request=${pullRequest}`, workflowRun === void 0 ? "" : ` workflow-run=${workflowRun}`, ...MARKS.filter(mark => marks.includes(mark)).map(mark => ` ${mark}`) ];
  return `${parts.join("")}]`;
}

/** Reads the tail of a note. People may write around it; the tail itself is read exactly as it is written, or not at all. */ function note_tail_parseTail(note) {
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

/** A text of other people that cannot be taken for a tail. */ function withoutTails(text) {
  return text.replaceAll(OPENING, OPENING.replace("[", "("));
}

/**
 * The note as it has to be; what people wrote around its tail stays. A tail that is missing is added to the note of a run
 * that this step started.
 * @returns `undefined` if there is nothing to write: the note says it already, or it is not ours to change
 */ function finishedNote(note, {text: text, marks: marks, repository: repository}) {
  const known = note_tail_parseTail(note);
  if (known === "unreadable") return;
  if (known === "none") {
    const own = note_tail_parseTail(text);
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

/** Whether a text is a mark of a tail. */ function encodedBranch(branch) {
  try {
    const text = encodeURIComponent(branch).replaceAll("%2F", "/");
    return text === "" || text.length > note_tail_LONGEST_BRANCH ? void 0 : text;
  } catch {
    return;
 // half of a character pair is no name of a branch
    }
}

/** Only what is encoded as this action encodes it. */ function decodedBranch(text) {
  try {
    const branch = decodeURIComponent(text);
    return encodedBranch(branch) === text ? branch : void 0;
  } catch {
    return;
  }
}

// CONCATENATED MODULE: ./src/cloud/v6/schemas.ts
/** The answers of v6 as schemas: what is taken from what comes back, and how much of it may be missing. */
/** Statuses of one run; the first ones tell when it was queued and began. */
const MAX_HISTORY = 200;

/** Ids on one page; a service that takes no notice of the page size may send all of them. */ const schemas_MAX_LISTED = 5e3;

/** Whole runs on one page. */ const schemas_MAX_EARLIER = 200;

/** What a status or a result is explained with; older servers send `{}`. */ const Explanation = object({
  message: optionalField(nonEmptyText),
  code: optionalField(union([ number(), nonEmptyText ]))
});

/** One entry of the history of statuses. */ const Status = object({
  type: optionalField(nameText),
  entered: optionalField(instant),
  extra: optionalField(object({
    ...Explanation.entries,
    by_user: optionalField(union([ nonEmptyText, number() ]))
  }))
});

/** A note in full: one that is cut would be read without its tail, or written back cut. */ const fullNote = pipe(string(), maxLength(2e4));

/** A result of an odd type is as good as an unknown word, never as none. */ const Result = nullish(union([ pipe(string(), maxLength(300)), pipe(unknown(), transform(() => "odd")) ]), null);

/** A run; only id and status must be there and sound, since older servers lack many of the other keys. */ const schemas_Run = object({
  id: id,
  status: nameText,
  result: Result,
  test_id: optionalField(id),
  created: optionalField(instant),
  ended: optionalField(instant),
  status_details: optionalField(Status),
  status_history: fallback(firstItems(optionalField(Status), MAX_HISTORY), []),
  result_details: optionalField(Explanation),
  options: optionalField(looseObject({
    thresholds: optional(unknown())
  })),
  cost: optionalField(object({
    total_vuh: optionalField(decode_decimal)
  })),
  max_vus: optionalField(pipe(wholeNumber, minValue(0))),
  estimated_duration: optionalField(secondsAsMs),
  execution_duration: optionalField(secondsAsMs),
  test_run_details_page_url: optionalField(httpsUrl),
  note: optionalField(fullNote)
});

/** `POST load_tests/{id}/start`: a run of which the id is enough, whatever else the answer holds or lacks. */ const schemas_StartedRun = object({
  id: id,
  test_id: optionalField(id),
  created: optionalField(instant),
  estimated_duration: schemas_Run.entries.estimated_duration,
  max_vus: schemas_Run.entries.max_vus,
  test_run_details_page_url: schemas_Run.entries.test_run_details_page_url
});

/** A run in a list, its id and its times; a page of a service that takes no notice of sizes may hold thousands. */ const schemas_ListedRun = object({
  id: id,
  created: optionalField(instant),
  ended: schemas_Run.entries.ended,
  status_details: schemas_Run.entries.status_details,
  status_history: schemas_Run.entries.status_history,
  estimated_duration: schemas_Run.entries.estimated_duration,
  execution_duration: schemas_Run.entries.execution_duration
});

/** `GET load_tests/{id}/test_runs` */ const schemas_RunPage = object({
  // A longer page is not believed: a run that is left out would look like a new one later.
  value: pipe(firstItems(schemas_ListedRun, schemas_MAX_LISTED + 1), maxLength(schemas_MAX_LISTED)),
  "@nextLink": optionalField(nonEmptyText)
});

/** `undefined` for a note that cannot be read whole. */ const listedNote = nullish(union([ fullNote, pipe(unknown(), transform(() => {})) ]), "");

/** `GET load_tests/{id}/test_runs` where the runs themselves are of interest */ const schemas_EarlierRuns = object({
  value: validItems(object({
    ...schemas_Run.entries,
    is_starred: optionalField(dist_boolean()),
    note: listedNote
  }), schemas_MAX_EARLIER)
});

/** `GET test_runs`, entry by entry, so that one that cannot be read hides no other. */ const StackRuns = object({
  value: firstItems(unknown(), schemas_MAX_LISTED),
  "@nextLink": optionalField(nonEmptyText)
});

/** `GET test_runs/{id}`, its note alone */ const NotedRun = object({
  id: id,
  note: nullish(fullNote, "")
});

/** `GET load_tests/{id}`, its name alone */ const schemas_NamedTest = object({
  name: nameText
});

/** `GET auth` */ const Auth = object({
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

/** Start in epoch ms and execution in ms. It begins with the status `running`; the service counts it in whole seconds, and not at all at first. */ function timesOf(run) {
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

/** The history, and the present status for servers that keep no history. */ function entriesOf({status_history: history, status_details: present}) {
  return [ ...history, present ].filter(entry => entry !== void 0);
}

// CONCATENATED MODULE: ./src/cloud/v6/script-options.ts
/** The options are the script's own; a test whose script sets no threshold has none. */
function script_options_thresholdsOf(options) {
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
 */ function abortChanceOf(options) {
  const thresholds = script_options_thresholdsOf(options);
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
  return translate_translateRun(decode(schemas_Run, answer), pageOf);
}

/**
 * The runs of a list that were asked for. One that cannot be read, is there twice, or has a status that this version
 * does not know is left out: read alone, it tells more.
 */ function translateListed(entries, runIds, pageOf) {
  const runs = entries.flatMap(entry => {
    const {success: success, output: output} = safeParse(schemas_Run, entry);
    return success && runIds.includes(output.id) ? [ output ] : [];
  });
  const count = id => runs.filter(run => run.id === id).length;
  return runs.filter(({id: id}) => count(id) === 1).map(run => translate_translateRun(run, pageOf)).filter(run => run.state === "settled" || run.phase !== "unrecognised");
}

/**
 * A run that was just started, and its page where the answer tells it: only this answer ever does.
 * @throws CloudError `malformed`
 */ function translate_parseStartedRun(answer, pageOf) {
  const {test_run_details_page_url: page, ...run} = decode(schemas_StartedRun, answer);
  const {created: createdMs, estimated_duration: plannedMs, max_vus: vus} = run;
  const fresh = translate_unknownRun(run.id, pageOf);
  return {
    ...fresh,
    seen: true,
    testId: run.test_id,
    url: page ?? fresh.url,
    createdMs: createdMs,
    plannedMs: plannedMs,
    vus: vus
  };
}

/** A run of which nothing is known but that it was created. */ function translate_unknownRun(runId, pageOf) {
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

/** Statuses on the way; the documentation names these and the two ends. Any other word is waited for. */ const PHASES = {
  created: "created",
  queued: "queued",
  initializing: "initializing",
  running: "running",
  processing_metrics: "processing"
};

const RESULTS = [ "passed", "failed", "error" ];

/** A run as one list of runs or another holds it. */ function translate_translateRun(run, pageOf) {
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
 */ function abortOf(run) {
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
 */ const ABORTERS = new Map([ [ "8030", "script-error" ], [ "8035", "script-error" ], [ "8036", "user" ] ]);

/** A user named beside one of these set the run going; beside any other, the user ended it. */ const PENDING_STATUSES = new Set([ "created", "queued", "initializing", "running" ]);

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
    thresholds: script_options_thresholdsOf(run.options),
    abortChance: abortChanceOf(run.options),
    detail: translate_detailOf(run),
    statuses: translate_statusesOf(run),
    origin: originOf(run.note)
  };
}

function originOf(note) {
  const tail = note_tail_parseTail(note);
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
 */ function translate_detailOf(run) {
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

/** v6 has no status of processing of its own: `processing_metrics` is a status of the run. */ function translate_statusesOf({status: status, result: result}) {
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

// CONCATENATED MODULE: ./src/cloud/v6/history.ts
/** Whole runs come back, script options included, and nothing narrows them; a baseline is seldom further away. */
const history_PAGE_SIZE = 50;

/** Requested where that page is too large. */ const history_SMALLER_PAGE_SIZE = 10;

/** Starred runs are few, and the newest one that fits is enough. */ const STARRED_PAGE_SIZE = 20;

/** The insights of the v6 adapter; `ports.http` must name the stack. */ function v6Metrics(ports, pageOf) {
  const ask = bestEffortGet(ports);
  const list = async ({id: id, testId: testId}, query, asking) => {
    if (testId === void 0) return [];
    const pathOf = size => `/cloud/v6/load_tests/${testId}/test_runs?$orderby=created%20desc&$top=${size}${query.filter}`;
    const page = await ask(pathOf(query.size), schemas_EarlierRuns, {
      ...asking,
      smallerPage: pathOf(history_SMALLER_PAGE_SIZE)
    });
    return (page?.value ?? []).filter(run => Number(run.id) < Number(id)).sort((a, b) => Number(b.id) - Number(a.id)).map(run => earlierRun(run, pageOf));
  };
  return {
    ...metricsSource(ports),
    ...acrossRuns(ports),
    ...endpointsSource(ports),
    ...protocolsSource(ports),
    ...generatorHealth(ports),
    earlierRuns: (run, asking) => list(run, {
      size: history_PAGE_SIZE,
      filter: ""
    }, asking),
    markedRuns: (run, asking) => list(run, {
      size: STARRED_PAGE_SIZE,
      filter: "&is_starred=true"
    }, asking),
    namedRun: async (runId, asking) => {
      const run = await ask(`/cloud/v6/test_runs/${runId}`, schemas_Run, asking);
      return run === void 0 ? void 0 : translate_translateRun(run, pageOf);
    },
    testName: async (testId, asking) => (await ask(`/cloud/v6/load_tests/${testId}`, schemas_NamedTest, asking))?.name
  };
}

/** A note that is too long to be read whole counts as one that cannot be read. */ function earlierRun(run, pageOf) {
  const tail = run.note === void 0 ? "unreadable" : note_tail_parseTail(run.note);
  return {
    run: translate_translateRun(run, pageOf),
    marked: run.is_starred === true,
    tail: tail
  };
}

// CONCATENATED MODULE: ./src/cloud/v6/list.ts
/**
 * Runs on a page: whole runs come back, script options included, so that a small page is a quick one. The next size is
 * requested where a page is too large.
 */
const list_PAGE_SIZES = [ 20, 5, 1 ];

/** A bound for a service that pages for ever. */ const list_MAX_PAGES = 50;

/**
 * Lists runs from the newest back to where `enough` says of a page's oldest run that what is older does not matter.
 * A page that is not in this order, from a server that does not sort, cannot say so: then all pages are read. A list
 * whose pages do not end, or begin anew, holds some of the runs.
 * @throws CloudError
 */ async function newestRuns(send, testId, enough, signal) {
  const list = `/cloud/v6/load_tests/${testId}/test_runs`;
  const read = async path => decode(schemas_RunPage, await send({
    method: "GET",
    path: path,
    maxBytes: LIST_PAGE_BYTES
  }, signal));
  for (const size of list_PAGE_SIZES) try {
    return await list_allPages(read, list, size, enough);
  } catch (error) {
    if (!(error instanceof CloudError) || error.code !== "too-large" || size === list_PAGE_SIZES.at(-1)) throw error;
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
 */ function nextPath(link, list) {
  const url = URL.canParse(link, "https://relative.invalid") ? new URL(link, "https://relative.invalid") : void 0;
  if (url?.pathname.endsWith(list) !== true) throw new CloudError("malformed", {
    request: `GET ${list}`,
    response: "@nextLink: leads out of the list"
  });
  return `${list}${url.search}`;
}

// CONCATENATED MODULE: ./src/cloud/v6/new-runs.ts
/** What is remembered of a start on v6, and how its run is recognised: it is not older than the newest run before. */
/** State holds this many known ids. */
const new_runs_MAX_KNOWN = 100;

const new_runs_Notes = object({
  key: string(),
  known: array(string()),
  sinceMs: optional(number()),
  coverage: picklist([ "all", "newest", "some" ])
});

/** The notes of a start, given the newest runs before it. */ function new_runs_startNotes(key, {runs: runs, coverage: coverage}) {
  const newest = [ ...runs ].sort((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0)).slice(0, new_runs_MAX_KNOWN);
  const sinceMs = newest[0]?.createdMs;
  return {
    key: key,
    known: newest.map(({id: id}) => id),
    ...sinceMs === void 0 ? {} : {
      sinceMs: sinceMs
    },
    coverage: coverage
  };
}

/** @throws a fault of this action where the notes are not those of this adapter */ function new_runs_parseNotes({notes: notes}) {
  return parse(new_runs_Notes, JSON.parse(notes));
}

/** Detects the runs that were created no earlier than the newest run before the start, and are none of those. */ function new_runs_newRunDetector(send, ports) {
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

/** By the instants of creation; where one of them is not known by the ids, which rise. */ function isNew({id: id, createdMs: createdMs}, notes) {
  const {known: known, sinceMs: sinceMs, coverage: coverage} = notes;
  if (known.includes(id)) return false;
  const isDated = createdMs !== void 0 && sinceMs !== void 0;
  if (isDated && createdMs < sinceMs) return false;
  if (!isDated && known.length > 0 && Number(id) < Math.min(...known.map(Number))) return false;
  if (coverage === "some") return;
  return isDated || Number(id) > Math.max(...known.map(Number)) ? true : void 0;
}

// CONCATENATED MODULE: ./src/cloud/v6/pending-list.ts
/** Whole runs come back, script options included. */
const pending_list_PAGE_SIZE = 100;

/** A list that is longer costs more than single reads. */ const MOST_PAGES = 3;

/** The list costs a page of whole runs, those of other people among them: below this, single reads are cheaper. */ const pending_list_FEWEST_RUNS = 10;

/** Whether the bound belongs to the list is not documented. */ const MARGIN_MS = 1e3;

/** The list as a source of polls. */ function pendingList(send, pageOf) {
  return {
    fewest: pending_list_FEWEST_RUNS,
    list: async (runIds, pending, signal) => {
      const created = pending.flatMap(({createdMs: createdMs}) => createdMs ?? []);
      const found = new Map;
      if (created.length === 0) return;
 // without a date the list has all runs there are
            const since = new Date(Math.min(...created) - MARGIN_MS).toISOString();
      for (let page = 0, read = 0; page < MOST_PAGES; page++) {
        const path = `/cloud/v6/test_runs?created_after=${since}&$top=${pending_list_PAGE_SIZE}&$skip=${read}`;
        const answer = await send({
          method: "GET",
          path: path,
          maxBytes: LIST_PAGE_BYTES
        }, signal);
        const {value: value, "@nextLink": next} = decode(StackRuns, answer);
        read += value.length;
 // the service may have smaller pages
                for (const run of translateListed(value, runIds, pageOf)) found.set(run.id, run);
        if (found.size === runIds.length || value.length === 0 || next === void 0 && value.length < pending_list_PAGE_SIZE) return found;
      }
      const response = `more than ${MOST_PAGES} pages of runs since ${since}`;
      throw new CloudError("too-large", {
        request: "GET /cloud/v6/test_runs",
        response: response
      });
    }
  };
}

// CONCATENATED MODULE: ./src/cloud/v6/start.ts
/** Exactly one run per start on v6: one idempotency key for all tries, and a look at the list where that is not enough. */
/** The service remembers a key for 10 minutes (API description); past this a new try could be a new run. */
const KEY_LIFETIME_MS = 9 * 6e4;

/** Lists the newest runs, so that a newer one can be distinguished from them, and mints the key of the start. */ async function start_prepareStart({ports: ports, send: send, uuid: uuid}, testId, signal) {
  const list = withFirstFailureReported(ports.onNotice, () => newestRuns(send, testId, () => true, signal));
  const listed = await retryDuringOutage(ports, signal, list);
  const newestFirst = [ ...listed.runs ].sort((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0));
  const earlier = earlierDurations(newestFirst.map(({times: times}) => times));
  return {
    testId: testId,
    notes: JSON.stringify(new_runs_startNotes(uuid(), listed)),
    earlier: earlier
  };
}

/**
 * Sends the start, the same key with every try, until it is answered. Where it ends without an answer, or with a
 * refusal of the repeated key, the list tells which run a try has made.
 */ async function start_startRun({ports: ports, send: send, started: started, detector: detector, events: events}, planned, signal) {
  const {testId: testId} = planned;
  const path = `/cloud/v6/load_tests/${testId}/start`;
  const {key: key} = new_runs_parseNotes(planned);
  const headers = {
    "k6-idempotency-key": key
  };
  const uncertain = facts => new StartUncertain({
    request: `POST ${path}`,
    testId: testId,
    runIds: [],
    ...facts
  });
  const firstTryMs = ports.clock.now();
  const intent = {
    ...planned,
    sentAtMs: firstTryMs
  };
  const expiresMs = firstTryMs + KEY_LIFETIME_MS;
  let lost;
  try {
    return await retryDuringOutage(ports, signal, async () => {
      if (lost !== void 0 && ports.clock.now() > expiresMs) throw uncertain({
        lastError: lost
      });
      try {
        const run = started(await send({
          method: "POST",
          path: path,
          headers: headers
        }, signal));
        return await ownRun(run, {
          request: `POST ${path}`,
          intent: intent,
          ports: ports
        }, detector, signal);
      } catch (error) {
        if (error instanceof CloudError && tryResult(error) !== "not-made") {
          lost = error;
          events.onDoubt?.({
            firstTryMs: firstTryMs,
            lastTryMs: ports.clock.now()
          });
        }
        throw error;
      }
    });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError) || lost === void 0) throw error;
    const run = await adoptRun({
      ports: ports,
      detector: detector,
      intent: intent
    }, uncertain, signal);
    if (run === void 0) throw uncertain({
      lastError: lost,
      searchedMs: searchWindowMs(ports)
    });
    return run;
  }
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
  return decode(Auth, await http.send({
    method: "GET",
    path: "/cloud/v6/auth",
    headers: headers,
    advice: remedies
  }, signal)).stack_id;
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

/** Finds and stops runs of v6. */ function v6Stopper({ports: ports, send: send, pages: pages}) {
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

/** A note is worth a few tries, no more. */ const NOTE_MS = 3e4;

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
      return assertRunId(decode(NotedRun, response), runId, response.request).note;
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

/** One read; a status that this version does not know is reported once, and waited for. */ function reader(ports, send, pageOf) {
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

/** Where a run's page is: as its start told, else within the stack where its address is known, else the old app. */ function runPages(stack) {
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

// CONCATENATED MODULE: ./src/cloud/v6/adapter.ts
/** A mark is worth a few tries, no more. */
const adapter_MARK_MS = 3e4;

/**
 * Adapter of the current API.
 * @param several whether several runs are polled: then one request shows all of them, if they are many
 */ function v6Cloud(adapterPorts, {stack: stack, uuid: uuid}, several = false) {
  const session = v6Session(adapterPorts, stack);
  const {ports: ports, send: send, pages: pages} = session;
  const stopper = v6Stopper(session);
  const unknownRunOf = runId => translate_unknownRun(runId, pages.pageOf);
  const detector = new_runs_newRunDetector(send, {
    read: stopper.read,
    unknownRun: unknownRunOf
  });
  const started = response => pages.noted(translate_parseStartedRun(response, pages.pageOf));
  return {
    ...stopper,
    read: several ? batchReader(pendingList(send, pages.pageOf), ports.clock, stopper.read) : stopper.read,
    apiName: "v6 API",
    unknownRun: unknownRunOf,
    prepare: (testId, signal) => start_prepareStart({
      ports: ports,
      send: send,
      uuid: uuid
    }, testId, signal),
    start: (intent, signal, events = {}) => start_startRun({
      ports: ports,
      send: send,
      started: started,
      detector: detector,
      events: events
    }, intent, signal),
    thresholds: async (run, signal) => thresholdsFrom(run.thresholds, await readThresholds(ports, run.id, signal)),
    markAsBaseline: async (runId, signal) => {
      const request = {
        method: "POST",
        path: `/cloud/v6/test_runs/${runId}/star`
      };
      await retryUntil({
        ...ports,
        budgetMs: Math.min(adapter_MARK_MS, ports.outageMs)
      }, signal, () => send(request, signal));
    },
    metrics: v6Metrics(ports, pages.pageOf)
  };
}

// CONCATENATED MODULE: ./src/cloud/connect.ts
/** Connects to k6 Cloud; nothing is sent yet. */
function connect(settings) {
  const {api: api, uuid: uuid, several: several} = settings;
  const ports = openConnection(settings);
  return api.kind === "v6" ? v6Cloud(ports, {
    stack: api.stack,
    uuid: uuid
  }, several) : v2Cloud(ports, several);
}

// CONCATENATED MODULE: ./src/cloud/proxy-settings.ts
/** Proxy variables of the environment that the HTTP client ignores or misreads without a word. */
/**
 * One sentence for each proxy variable that has no effect on requests to `apiUrl`. No sentence has the value of a
 * proxy: it can hold a password.
 */
function proxyNotices(apiUrl, env) {
  if (isLoopback(apiUrl.hostname)) return [];
  const scheme = apiUrl.protocol === "https:" ? "https" : "http";
  const [name, value] = proxy_settings_firstOf(env, `${scheme}_proxy`);
  if (value === void 0) return [];
  const problem = proxy_settings_problemOf(value);
  if (problem !== void 0) return [ `\`${name}\` ${problem}` ];
  return ignoredException(apiUrl, scheme === "https" ? "443" : "80", env);
}

/** The lower-case variable wins, as in the client. */ function proxy_settings_firstOf(env, name) {
  const value = env(name);
  if (value !== void 0) return [ name, value ];
  return [ name.toUpperCase(), env(name.toUpperCase()) ];
}

const FORM = "Write it as `http://HOST:PORT`.";

function proxy_settings_problemOf(value) {
  const url = parsed(value);
  // An address that begins with a digit is the one form that the client completes by itself.
    if (url === void 0 || url.hostname === "") {
    const isCompleted = url === void 0 && !/^\s*https?:\/\//iu.test(value) && URL.canParse(`http://${value}`);
    return isCompleted ? void 0 : `is ignored: it is no address with a scheme. ${FORM}`;
  }
  // `socks5://HOST:PORT`: the client takes host and port, and speaks HTTP to them.
    if (!/^https?:$/u.test(url.protocol)) return `is used as an HTTP proxy: other kinds, such as SOCKS, are not supported. ${FORM}`;
  return [ url.username, url.password ].every(isDecodable) ? void 0 : "is ignored: its user name or password has a `%` that is no escape. Write `%25` for a percent sign.";
}

function parsed(value) {
  return URL.canParse(value) ? new URL(value) : void 0;
}

function isDecodable(text) {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Stars, ranges of addresses and blanks between entries are common elsewhere; the client compares letters. */ function ignoredException({hostname: host, port: port}, usualPort, env) {
  const [name, value = ""] = proxy_settings_firstOf(env, "no_proxy");
  const entries = value.split(",").map(entry => entry.trim());
  const named = [ host, `${host}:${port === "" ? usualPort : port}` ];
  if (entries.some(entry => named.some(one => isException(one, entry)))) return [];
  const meant = entries.find(entry => entry.split(/\s+/u).some(part => isMeant(host, part)));
  if (meant === void 0) return [];
  const domain = /^\*(?<domain>\.[\w.-]+)$/u.exec(meant)?.groups?.["domain"];
  return [ `The entry \`${plain(meant)}\` of \`${name}\` is ignored. Write \`${domain ?? host}\` instead.` ];
}

/** As the client decides it. */ function isException(host, entry) {
  const [asked, said] = [ host.toLowerCase(), entry.toLowerCase() ];
  return said === "*" || said !== "" && (asked === said || asked.endsWith(said.startsWith(".") ? said : `.${said}`));
}

/** As other programs decide it. */ function isMeant(host, entry) {
  const [address = "", bits] = entry.split("/");
  if (bits !== void 0) return isInRange(host, address, bits);
  const pattern = entry.split("*").map(part => part.replace(/[.+?^${}()|[\]\\]/gu, "\\$&"));
  return isException(host, entry) || entry.includes("*") && new RegExp(`^${pattern.join(".*")}$`, "iu").test(host);
}

/** Whether an IPv4 address is in `10.0.0.0/8`. */ function isInRange(host, address, bits) {
  const [here, there] = [ proxy_settings_ipv4(host), proxy_settings_ipv4(address) ];
  if (here === void 0 || there === void 0 || !/^\d{1,2}$/u.test(bits) || Number(bits) > 32) return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(here / size) === Math.floor(there / size);
}

function proxy_settings_ipv4(text) {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(text)) return;
  return text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** Short enough for a sentence, and without what ends a code span. */ function plain(entry) {
  return entry.replace(/[^\w.*:/ -]/gu, "").slice(0, 80);
}

/** As the HTTP client decides it, which sends such requests past the proxy; `api-url` is judged more strictly. */ function isLoopback(host) {
  return host === "localhost" || host.startsWith("127.") || host === "[::1]";
}

// CONCATENATED MODULE: ./src/inputs/parsers.ts
/** The grammar of input values: from a runner string to a value, or to what would have been accepted. */
/** Longer than any test or queue; keeps sums of instants exact. */
const MAX_HOURS = 999;

const DURATION = /^(?:(?<hours>\d{1,6})h)?(?:(?<minutes>\d{1,6})m)?(?:(?<seconds>\d{1,8})s)?$/u;

/** A duration of at least `leastMs`, in ms: `90`, `90s`, `5m`, `1h30m`; a bare number is seconds. */ function duration(leastMs) {
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

/** A time limit; 0 means no limit. */ const timeLimit = text => {
  const parsed = duration(0)(text);
  if ("accepted" in parsed) return {
    accepted: `${parsed.accepted}, or 0 for no limit`
  };
  return {
    value: parsed.value === 0 ? void 0 : parsed.value
  };
};

function unitsToMs(text) {
  const {hours: hours = 0, minutes: minutes = 0, seconds: seconds = 0} = DURATION.exec(text)?.groups ?? {};
  if (text === "" || !DURATION.test(text)) return;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1e3;
}

/** `true` or `false`, in the spellings of YAML; anything else is refused. */ const yesNo = text => {
  if (/^(?:true|True|TRUE)$/u.test(text)) return {
    value: true
  };
  if (/^(?:false|False|FALSE)$/u.test(text)) return {
    value: false
  };
  return {
    accepted: "true or false"
  };
};

/**
 * A boolean that must be true.
 * @param why `false` is not possible, in words
 */ function onlyYes(why) {
  const accepted = `true (${why})`;
  return text => {
    const parsed = yesNo(text);
    return "value" in parsed && parsed.value ? parsed : {
      accepted: accepted
    };
  };
}

/** One word of a closed set. */ function oneOf(...all) {
  return text => {
    const value = all.find(word => word === text);
    return value === void 0 ? {
      accepted: either(all)
    } : {
      value: value
    };
  };
}

/** One word, or else what `parser` reads. */ function orWord(word, parser) {
  return text => {
    if (text === word) return {
      value: word
    };
    const parsed = parser(text);
    return "value" in parsed ? parsed : {
      ...parsed,
      accepted: `${word}, or ${parsed.accepted}`
    };
  };
}

/** Words of a closed set, separated by commas, spaces or newlines; `none` alone is the empty set. */ function someOf(...all) {
  const accepted = `one or several of ${all.join(", ")}, separated by commas, or none`;
  return text => {
    if (text === "none") return {
      value: new Set
    };
    const values = items(text).map(item => all.find(word => word === item));
    const known = values.filter(word => word !== void 0);
    return known.length === values.length && known.length > 0 ? {
      value: new Set(known)
    } : {
      accepted: accepted
    };
  };
}

/** The base URL of the API: https, or plain http to this machine, because the token must not be sent unencrypted. */ const apiUrl = text => {
  const accepted = "an https URL without user name, password, query or fragment (http to a loopback address only)";
  if (!URL.canParse(text)) return {
    accepted: accepted
  };
  const url = new URL(text);
  const clear = url.protocol === "http:" && parsers_isLoopback(url.hostname);
  const bare = url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  return bare && (url.protocol === "https:" || clear) ? {
    value: url
  } : {
    accepted: accepted
  };
};

function parsers_isLoopback(hostname) {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}

/** A token as it may stand in a header: visible ASCII. */ const token = text => /^[!-~]+$/u.test(text) ? {
  value: text
} : {
  accepted: "a k6 Cloud API token of ASCII characters without spaces or line breaks"
};

/** `auto, v6 or v2` */ function either(words) {
  return words.join(", ").replace(/, (?=[^,]*$)/u, " or ");
}

/** The items of a list that is separated by commas, spaces or newlines. */ function items(text) {
  return text.split(/[\s,]+/u).filter(item => item !== "");
}

// CONCATENATED MODULE: ./src/inputs/defaults.ts
/** The defaults of the inputs. Written by `npm run format` from action.yml. */
/** The default of each input that has one, by the name of the input. */
const DEFAULTS = new Map([ [ "api", "auto" ], [ "api-url", "https://api.k6.io" ], [ "wait", "true" ], [ "poll-interval", "auto" ], [ "timeout", "2h" ], [ "queue-timeout", "0" ], [ "processing-timeout", "5m" ], [ "outage-timeout", "5m" ], [ "request-timeout", "15s" ], [ "on-timeout", "stop" ], [ "on-cancel", "stop" ], [ "fail-on", "failed, aborted, error, timeout" ], [ "processing-error", "fail" ], [ "require-thresholds", "false" ], [ "missing-token", "fail" ], [ "note", "auto" ], [ "summary", "true" ], [ "comment", "never" ], [ "baseline", "none" ], [ "require-comparison", "false" ], [ "mark-as-baseline", "false" ] ]);

// CONCATENATED MODULE: ./src/inputs/raw.ts
const raw_INVISIBLE = /[\s\p{Cc}\p{Cf}]/u;

/** The text without white space, byte order marks, zero-width and control characters at its ends. */ function trimmed(text) {
  let start = 0;
  let end = text.length;
  while (start < end && raw_INVISIBLE.test(text.charAt(start))) start += 1;
  while (end > start && raw_INVISIBLE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Reads inputs; an empty one means its default, because a wrapping workflow passes on `''` for what is not set. */ function rawInputs(runner) {
  return name => trimmed(runner.input(name)) || (DEFAULTS.get(name) ?? "");
}

/** An environment variable, trimmed as inputs are; empty where it is absent. */ function rawEnv(runner, name) {
  return trimmed(runner.env(name) ?? "");
}

// CONCATENATED MODULE: ./src/inputs/ids.ts
/** More than this in one step belongs in a matrix of jobs, which shows each job on its own. */
const MAX_IDS = 50;

/** What the pages of tests and runs are called in addresses, and the inputs that take them. */ const PAGES = {
  test: "tests",
  run: "runs"
};

const HINT_OF_OTHER_KIND = {
  test: "This is the address of a run. To judge an existing run, use `run-id`",
  run: "This is the address of a test. To start a test, use `test-id`"
};

const HOST = /^(?:[a-z0-9-]{1,63}\.){0,4}(?:grafana\.net|k6\.io)$/u;

const ADDRESS = /^(?:https?:\/\/|[a-z0-9.-]{1,200}\.(?:net|io)\/)/iu;

/** Digits with thousands separators, alone or beside other items; a part of an address is not. */ const GROUPED = /(?<![^,"'#])\d{1,3}(?:,\d{3})+(?![^,"'])/u;

/** Ids of tests, separated by commas, spaces or newlines, each once; none is accepted. */ const testIds = text => ids("test", text);

/** Ids of runs, separated by commas, spaces or newlines, each once; none is accepted. */ const runIds = text => ids("run", text);

/** One id of a run. */ const runId = text => ids_id("run", text);

function ids(kind, text) {
  const parts = text.split(/\s+/u).map(withoutQueryItems);
  const grouped = parts.flatMap(part => GROUPED.exec(withoutInvisible(part))?.[0] ?? [])[0];
  if (grouped !== void 0) return {
    accepted: oneOrSeveral(grouped),
    got: grouped
  };
  const parsed = items(parts.join(" ")).map(item => ids_id(kind, item));
  const refused = parsed.find(one => "accepted" in one);
  if (refused !== void 0 && "accepted" in refused) return refused;
  const all = parsed.flatMap(one => "value" in one ? [ one.value ] : []);
  if (all.length > MAX_IDS) return {
    accepted: `at most ${MAX_IDS} ids in one step, not ${all.length}`
  };
  const twice = all.find((one, place) => all.indexOf(one) !== place);
  return twice === void 0 ? {
    value: all
  } : {
    accepted: `each id once: ${twice} is named twice`
  };
}

/**
 * A part of a list, which has no blanks, without what follows a comma in the query or fragment of an address: it is no
 * item. Both end at the end of the part, at a quote, or at the next address.
 */ function withoutQueryItems(part) {
  let isQuery = false;
  const kept = part.split(",").filter(item => {
    const isAddress = ADDRESS.test(unquoted(item));
    const isKept = isAddress || !isQuery;
    isQuery = (isAddress ? /[?#]/u.test(item) : isQuery) && !/["']$/u.test(item);
    return isKept;
  });
  return kept.join(",");
}

/** `1,201` may be one id with a thousands separator, or two ids; to guess could start the wrong test. */ function oneOrSeveral(text) {
  const parts = text.split(",");
  const plain = "ids without thousands separators";
  if (parts.length > 3) return `${plain}. Is this one id, or ${parts.length} ids that need a space after each comma?`;
  return `${plain}. Is this one id (${parts.join("")}) or ${parts.length} ids (${parts.join(", ")})?`;
}

function ids_id(kind, item) {
  const text = unquoted(item);
  const digits = ADDRESS.test(text) ? fromAddress(text, PAGES[kind]) : /^#?(?<id>\d+)$/u.exec(text)?.groups?.["id"];
  if (digits !== void 0 && isId(digits)) return {
    value: digits
  };
  const other = ADDRESS.test(text) ? fromAddress(text, PAGES[kind === "test" ? "run" : "test"]) : void 0;
  return {
    accepted: expected(kind),
    got: item,
    ...other === void 0 ? {} : {
      hint: HINT_OF_OTHER_KIND[kind]
    }
  };
}

function expected(kind) {
  return `the id of a ${kind} (a whole number), or an address on grafana.net or k6.io that ends in /${PAGES[kind]}/ID`;
}

/** The id at the end of the path, where the host is one of Grafana's and the page is of the kind asked for. */ function fromAddress(text, page) {
  const address = /^https?:/iu.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return;
  const {hostname: hostname, username: username, password: password, pathname: pathname} = new URL(address);
  if (!HOST.test(hostname) || username !== "" || password !== "") return;
  const [last = "", before, ...rest] = pathname.replace(/\/$/u, "").split("/").reverse();
  return before === page && rest.length > 0 && /^\d+$/u.test(last) ? last : void 0;
}

function isId(text) {
  return /^[1-9]\d{0,15}$/u.test(text) && Number.isSafeInteger(Number(text));
}

/** A list that was quoted as a whole leaves a quote on each of its ends. */ function unquoted(item) {
  return trimmed(trimmed(item).replace(/^["']/u, "").replace(/["']$/u, ""));
}

// CONCATENATED MODULE: ./src/inputs/regression-rules.ts
/** A name of k6: of a metric or of a tag. */
const regression_rules_NAME = String.raw`[A-Za-z_]\w{0,127}`;

const regression_rules_NUMBER = String.raw`\d{1,6}(?:\.\d{1,6})?`
/** Values stand in the path of a request, so they hold only what its reference allows, and nothing that ends a text. */;

const VALUE = String.raw`\w{1,255}|"[\w.()=~!<>|, /:*+-]{1,255}"`;

const TAG = String.raw`\s*(${regression_rules_NAME})\s*:\s*(${VALUE})\s*`;

const regression_rules_RULE = new RegExp(String.raw`^(?<metric>[a-z0-9-]+)(?:\((?<name>${regression_rules_NAME})\))?(?:\{(?<tags>[^{}]*)\})?` + String.raw`\s*=\s*(?<sign>[+-]?)(?<size>\d{1,4}(?:\.\d{1,6})?)\s*(?<unit>%|pp)` + String.raw`(?:\s*&\s*(?<floor>${regression_rules_NUMBER})\s*(?<floorUnit>ms|pp)?)?$`, "u");

const TAGS = new RegExp(`^${TAG}(?:,${TAG})*$`, "u");

const EACH_TAG = new RegExp(TAG, "gu");

/** More tags and rules than a person writes. */ const MOST_TAGS = 10;

const MOST_RULES = 20;

/**
 * Rules such as `p95=10%, error-rate=0.5pp, rps=-5%`: the sign says which way is worse, and only that way is accepted.
 * `rate(my_rate)` is a rate or a counter of the script, and its sign says which way is worse.
 * `p95=10%&20ms` needs both to be exceeded; `p95{name:checkout}` is one endpoint; `p95(checkout_duration)` a custom metric.
 */ const regressionRules = text => {
  const accepted = `rules such as p95=10%, error-rate=0.5pp, rps=-5%, p95{name:checkout}=15%&20ms, p95(my_trend)=10%, rate(my_rate)=-1pp, each metric once, ` + `of ${Object.keys(METRICS).join(", ")}; pp for rates only; a minus where less is worse; values in double quotes ` + `without " ' \\ { }`;
  const parts = partsOf(text);
  const rules = parts.map(rule);
  const wrong = parts.find((_, place) => rules[place] === void 0);
  const sound = rules.filter(one => one !== void 0);
  if (wrong !== void 0 || sound.length > MOST_RULES) return {
    accepted: accepted,
    got: wrong ?? text
  };
  const keys = sound.map(one => `${one.rate === void 0 ? one.metric : "rate"}${one.of === void 0 ? "" : selectorText(one.of)}`);
  const twice = sound.find((_, place) => keys.indexOf(keys[place] ?? "") !== place);
  return twice === void 0 ? {
    value: sound
  } : {
    accepted: accepted,
    got: ruleText(twice)
  };
};

/** Separated by commas and newlines that are neither in quotes nor in braces. */ function partsOf(text) {
  const parts = text.match(/(?:"[^"\n]*"|\{(?:"[^"\n]*"|[^{}"\n])*\}|[^,\n])+/gu) ?? [];
  return parts.map(part => part.trim()).filter(part => part !== "");
}

function rule(part) {
  const {metric: metric = "", name: name, tags: tags, sign: sign, size: size, unit: unit, floor: floor, floorUnit: floorUnit} = regression_rules_RULE.exec(part)?.groups ?? {};
  // The rate of a metric of the script is a share or a number per second: points say that it is a share.
    const isRate = metric === "rate" && name !== void 0;
  const row = isRate ? floor !== void 0 && floorUnit === void 0 && unit === "%" ? "rps" : "error-rate" : metric;
  if (!isMetric(row)) return;
  const {worse: worse, unit: counted} = METRICS[row];
  const number = Number(size);
  const signFits = isRate || (worse === "less" ? sign === "-" || number === 0 : sign !== "-");
  if (!signFits || unit === "pp" && counted !== "share") return;
  const floorFits = floorUnit === (counted === "ms" ? "ms" : counted === "share" ? "pp" : void 0);
  if (floor !== void 0 && !floorFits) return;
  const of = selector(name, tags);
  if (of === "refused") return;
  return {
    metric: row,
    size: number,
    unit: unit === "pp" ? "pp" : "%",
    ...isRate ? {
      rate: sign === "-" ? "less" : "more"
    } : {},
    ...floor === void 0 ? {} : {
      floor: Number(floor)
    },
    ...of === void 0 ? {} : {
      of: of
    }
  };
}

function selector(metric, text) {
  if (text === void 0) return metric === void 0 ? void 0 : {
    metric: metric,
    tags: []
  };
  if (!TAGS.test(text)) return "refused";
  const tags = [ ...text.matchAll(EACH_TAG) ].map(([, name = "", value = ""]) => [ name, value.replaceAll('"', "") ]);
  const names = new Set(tags.map(([name]) => name));
  return tags.length > MOST_TAGS || names.size < tags.length ? "refused" : {
    metric: metric,
    tags: tags
  };
}

function isMetric(name) {
  return Object.hasOwn(METRICS, name);
}

// CONCATENATED MODULE: ./src/inputs/token-like.ts
/** Whether a text looks like a token, no matter who issued it: it may have been set for the wrong input. */
/** How tokens of Grafana and of GitHub begin. */
const PREFIX = /(?<![a-z\d])(?:gl(?:sa|c|p)|gh[pousr]|github_pat)_/iu;

/** As long as the shortest tokens. */ const LONG = /[a-z\d]{32,}/giu;

/** Says so of a known beginning, of 32 hex digits and more, and of as many letters and digits mixed. */ function looksLikeToken(text) {
  const line = characters_oneLine(text);
  if (PREFIX.test(line)) return true;
  const long = line.match(LONG) ?? [];
  return long.some(part => /^[\da-f]+$/iu.test(part) || /\d/u.test(part) && /\D/u.test(part));
}

// CONCATENATED MODULE: ./src/inputs/reports.ts
/** Whether a comparison can decide: there are rules, and something to hold a run against is wanted. */
function reports_isCompared({baseline: baseline, maxRegression: maxRegression}) {
  return maxRegression.length > 0 && baseline.kind !== "none";
}

/** The names of the inputs that are read here. */ const REPORT_INPUT_NAMES = [ "summary", "comment", "comment-key", "github-token", "status", "baseline", "max-regression", "require-comparison", "mark-as-baseline", "report-dir" ];

/** Reads how the run is compared; a rule without a baseline is an error, because it would never be applied. */ function readComparison(read, origin, problems) {
  const known = problems.all.length;
  const baseline = read("baseline", baselineChoice);
  const maxRegression = read("max-regression", regressionRules);
  if (problems.all.length === known && maxRegression.length > 0 && baseline.kind === "none") problems.add("`max-regression` needs a baseline. Set `baseline` to previous, recent, marked or the id of a run.");
  const requireComparison = read("require-comparison", yesNo);
  if (problems.all.length === known && requireComparison && maxRegression.length === 0) problems.add("`require-comparison` needs rules. Set `max-regression`, for example to p95=10%.");
  return {
    baseline: baseline,
    maxRegression: maxRegression,
    origin: origin,
    requireComparison: requireComparison,
    markAsBaseline: read("mark-as-baseline", yesNo)
  };
}

/** Reads what people see. */ function readReports(read) {
  return {
    summary: read("summary", yesNo),
    comment: read("comment", oneOf("never", "on-failure", "always")),
    commentKey: read("comment-key", reports_text),
    status: read("status", reports_statusName),
    reportDir: read("report-dir", reportDir)
  };
}

/**
 * A folder as it is. No shell reads the input, so `~` and `$NAME` would become folders of that very name.
 */ const reportDir = folder => {
  const hint = "No shell reads it. Use a path in the workspace, or an expression such as `${{ runner.temp }}`";
  if (/^~(?:$|[/\\\w])/u.test(folder)) return {
    accepted: "a path that does not begin with `~`",
    hint: hint
  };
  if (/\$(?:\w|\{)/u.test(folder)) return {
    accepted: "a path without shell variables",
    hint: hint
  };
  return {
    value: folder
  };
};

const reports_text = value => ({
  value: value
});

const LONGEST_STATUS_NAME = 100;

/** The name of a commit status: what branch protection shows, and everybody, so one short line and no token. */ const reports_statusName = value => value.length <= LONGEST_STATUS_NAME && characters_oneLine(value) === value && !looksLikeToken(value) ? {
  value: value
} : {
  accepted: `one line of at most ${LONGEST_STATUS_NAME} characters that is no token`
};

const baselineChoice = word => {
  if (word === "none" || word === "previous" || word === "recent" || word === "marked") return {
    value: {
      kind: word
    }
  };
  const id = runId(word);
  return "value" in id ? {
    value: {
      kind: "run",
      runId: id.value
    }
  } : {
    ...id,
    accepted: `none, previous, recent, marked, or ${id.accepted}`
  };
};

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

/** The parser of a value that becomes part of an address: in small letters, a token there is no longer hidden. */ function withoutToken(parser, problems) {
  return text => problems.holdsSecret(text) ? {
    accepted: "a value that holds no token"
  } : parser(text);
}

/** The k6 Cloud token; `undefined` where it is missing and may be, or where there is a problem. */ function readToken(given, problems, mayBeMissing) {
  if (given === "") {
    if (mayBeMissing) return;
    problems.add("`token` is empty. Set `token` or the environment variable `K6_CLOUD_TOKEN` to a k6 Cloud API token. " + "Pull requests from forks get no secrets: with `missing-token: skip` they pass with a warning.");
    return;
  }
  const parsed = token(given);
  if ("value" in parsed) return parsed.value;
  problems.add(`\`token\`: invalid value (not shown, ${given.length} characters). Expected ${parsed.accepted}.`);
  return;
}

// CONCATENATED MODULE: ./src/inputs/api.ts
const SLUG = /^(?=.*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/iu;

/** A host, with or without the path of a page. */ const api_HOST = /^(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,63}(?::\d{1,5})?(?:[/?#].*)?$/iu;

/** A stack by its id, its slug, its host, or the address of any of its pages. */ const stack = text => {
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

/** The address of the stack in the address of one of its pages: query and fragment are dropped, and so is the page. */ function stackUrl(text) {
  const address = api_HOST.test(text) ? `https://${text}` : text;
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

/** Reads `api` and `stack` together; where there is a problem, the value that is returned is never used. */ function readApi(given, problems) {
  const api = oneOf("auto", "v6", "v2")(given.api);
  const where = given.stack === "" ? void 0 : withoutToken(stack, problems)(given.stack);
  if ("accepted" in api) problems.invalid("api", given.api, api);
  if (where !== void 0 && "accepted" in where) problems.invalid(given.stackName, given.stack, where);
  const known = where !== void 0 && "value" in where ? where.value : void 0;
  const word = "value" in api ? api.value : "v2";
  if (word === "v6" && where === void 0) problems.add("`api: v6` needs a stack. Set `stack` or the environment variable `K6_CLOUD_STACK_ID`.");
  return known === void 0 || word === "v2" ? {
    kind: "v2"
  } : {
    kind: "v6",
    stack: known
  };
}

// CONCATENATED MODULE: ./src/inputs/problems.ts
const problems_LONGEST_QUOTE = 80;

/** A value that has this many characters in common with the beginning of a secret is taken for a part of it. */ const SECRET_START = 8;

/**
 * Starts without problems.
 * @param secrets the tokens of the step; a value that holds or begins like one of them is not quoted
 */ function collectProblems(secrets, redact) {
  const all = [];
  const starts = secrets.filter(secret => secret !== "").map(secret => secret.slice(0, SECRET_START));
  // A shorter one is no token, and may be in a value by chance.
    const whole = secrets.filter(({length: length}) => length >= SECRET_START).map(secret => secret.toLowerCase());
  const holdsSecret = text => {
    const bare = withoutBlanks(text).toLowerCase();
    return whole.some(secret => bare.includes(secret));
  };
  const shown = (text, got) => {
    const bare = withoutBlanks(text);
    if (holdsSecret(text) || starts.some(start => bare.includes(start))) return "(not shown)";
    if (looksLikeToken(text)) return "(not shown: it looks like a token)";
    return text.includes("@") ? "(not shown: it may hold a password)" : quoted(got, redact);
  };
  return {
    all: all,
    add: sentence => {
      all.push(sentence);
    },
    invalid: (name, text, {accepted: accepted, got: got = text, hint: hint}) => {
      const end = /[.?]$/u.test(accepted) ? "" : ".";
      const advice = hint === void 0 ? "" : ` ${hint}.`;
      all.push(`\`${name}\`: invalid value ${shown(text, got)}. Expected ${accepted}${end}${advice}`);
    },
    holdsSecret: holdsSecret
  };
}

function withoutBlanks(text) {
  return characters_oneLine(text).replace(/\s/gu, "");
}

/** Strips, then redacts, then cuts, then escapes: in any other order a part of a secret could be left. */ function quoted(text, redact) {
  const safe = redact(characters_oneLine(text).replace(/\s+/gu, " "));
  return JSON.stringify(safe.length > problems_LONGEST_QUOTE ? `${cutText(safe, problems_LONGEST_QUOTE)}…` : safe);
}

// CONCATENATED MODULE: ./src/inputs/note.ts
/** Longer notes are cut. */
const note_LONGEST = 500;

/**
 * The note for the input of the same name: `auto` is the line below, `none` is no note, any other text is used on one
 * line.
 * @param origin names pull request and commit as the tail does; `undefined` outside of GitHub
 */ function noteFor(input, env, origin) {
  if (input === "none") return;
  const text = input === "auto" ? workflowLine(env, origin) : input;
  const line = text.replace(/\s+/gu, " ").replace(/\p{Cc}/gu, "").trim();
  return line === "" ? void 0 : cutText(withoutTails(line), note_LONGEST);
}

/** The note with its tail at the end; the text is cut to make room for it. */ function withTail(text, tail) {
  if (tail === void 0) return text;
  const ending = tailText(tail);
  const room = Math.max(0, note_LONGEST - ending.length - 1);
  return `${cutText(text ?? "", room)} ${ending}`.trimStart();
}

/** `acme/shop, pull request 12, commit 0123abc, https://github.com/acme/shop/actions/runs/99` */ function workflowLine(env, {pullRequest: pullRequest, commit: commit} = {}) {
  const repository = env("GITHUB_REPOSITORY");
  const runId = env("GITHUB_RUN_ID");
  const server = env("GITHUB_SERVER_URL") ?? "https://github.com";
  const attempt = env("GITHUB_RUN_ATTEMPT") ?? "1";
  const parts = [ repository, typeof pullRequest === "number" ? `pull request ${pullRequest}` : void 0, commit === void 0 ? void 0 : `commit ${commit}`, repository === void 0 || runId === void 0 ? void 0 : `${server}/${repository}/actions/runs/${runId}${attempt === "1" ? "" : `/attempts/${attempt}`}` ];
  return parts.filter(part => part !== void 0).join(", ");
}

// EXTERNAL MODULE: ./src/runner/event-payload.ts
var event_payload = __nccwpck_require__(142);

// CONCATENATED MODULE: ./src/inputs/step-origin.ts
/** Where the runs of this step come from: repository, branch and pull request, from the event of the workflow. */
/** Events whose runs measure the state of the repository, not a change that is proposed. */
const TRUSTED_EVENTS = new Set([ "push", "schedule", "workflow_dispatch", "repository_dispatch", "release" ]);

const step_origin_COMMIT_DIGITS = 12;

/** Reads it; `undefined` outside of GitHub. */ function stepOrigin(runner) {
  const {context: context} = readWorkflow(runner);
  if (context === void 0) return;
  const defaultBranch = defaultBranchOf(context);
  const head = headOf(context);
  const runId = runner.env("GITHUB_RUN_ID") ?? "";
  return {
    repository: context.repository,
    branch: branchOf(context, runner.env("GITHUB_BASE_REF")) ?? defaultBranch,
    commit: head.commit,
    pullRequest: pullRequestOf(context),
    workflowRun: /^[1-9]\d{0,14}$/u.test(runId) ? runId : void 0,
    defaultBranch: defaultBranch,
    head: head,
    trusted: isTrusted(context, defaultBranch)
  };
}

/** A schedule runs on nothing else, and its payload may lack the repository. */ function defaultBranchOf({event: event, eventName: eventName, ref: ref = ""}) {
  const ofSchedule = eventName === "schedule" ? branchName(ref) : void 0;
  return ofSchedule ?? (0, event_payload /* textAt */ .$)(event, "repository", "default_branch");
}

/** Of a pull request its newest commit and its own branch, not the merge that GitHub makes of it. */ function headOf(context) {
  const {event: event, ref: ref = ""} = context;
  const found = (0, event_pull_request /* statusCommit */ .aZ)(context);
  const isOfRef = (0, event_payload.at)(event, "issue") === void 0 && !(0, event_pull_request /* lacksPayload */ .Ro)(context);
  const branch = (0, event_payload /* textAt */ .$)(event, "pull_request", "head", "ref") ?? (0, 
  event_payload /* textAt */ .$)(event, "workflow_run", "head_branch") ?? (isOfRef ? /^refs\/(?:heads|tags)\/(?<name>.+)$/u.exec(ref)?.groups?.["name"] : void 0);
  // Without a payload the merge that GitHub makes of a pull request is the nearest there is.
    const ofMerge = (0, event_pull_request /* lacksPayload */ .Ro)(context) && (0, 
  event_pull_request /* numberOfRef */ ._v)(ref) !== void 0 ? context.sha : void 0;
  const commit = found.kind === "commit" ? found.commit : ofMerge;
  return {
    commit: commit?.slice(0, step_origin_COMMIT_DIGITS),
    branch: branch
  };
}

/** A tag and a release are of no branch: the default branch counts for them. */ function branchOf({event: event, eventName: eventName = "", ref: ref = ""}, baseRef = "") {
  const base = (0, event_payload /* textAt */ .$)(event, "pull_request", "base", "ref") ?? branchName((0, 
  event_payload /* textAt */ .$)(event, "merge_group", "base_ref") ?? "") ?? (0, event_payload /* textAt */ .$)(first((0, 
  event_payload.at)(event, "workflow_run", "pull_requests")), "base", "ref");
  if (base !== void 0) return base;
  if (baseRef !== "") return baseRef;
  if (eventName === "workflow_run") return isOfProposal(event) ? void 0 : (0, event_payload /* textAt */ .$)(event, "workflow_run", "head_branch");
  return eventName === "issue_comment" ? void 0 : branchName(ref);
}

/** The pull request that this step measures. A merge group's own run measures its base branch. */ function pullRequestOf(context) {
  const {eventName: eventName = "", event: event, ref: ref = ""} = context;
  const isProposal = eventName.startsWith("pull_request") || eventName === "issue_comment" || ref.startsWith("refs/pull/") || eventName === "workflow_run" && isOfProposal(event);
  if (!isProposal) return;
  const source = (0, event_pull_request /* pullRequestSource */ .O3)(context);
  return source.kind === "number" ? source.number : (0, event_pull_request /* numberOfRef */ ._v)(ref) ?? "unknown";
}

/** The earlier workflow run was one of a pull request or of another repository, such as a fork. */ function isOfProposal(event) {
  if (((0, event_payload /* textAt */ .$)(event, "workflow_run", "event") ?? "").startsWith("pull_request")) return true;
  const here = (0, event_payload /* textAt */ .$)(event, "repository", "full_name");
  const there = (0, event_payload /* textAt */ .$)(event, "workflow_run", "head_repository", "full_name");
  return here === void 0 || there?.toLowerCase() !== here.toLowerCase();
}

function isTrusted({eventName: eventName = "", ref: ref = ""}, defaultBranch) {
  if (!TRUSTED_EVENTS.has(eventName)) return false;
  if (/^refs\/tags\/./u.test(ref)) return true;
  return defaultBranch !== void 0 && branchName(ref) === defaultBranch;
}

function branchName(ref) {
  return /^refs\/heads\/(?<name>.+)$/u.exec(ref)?.groups?.["name"];
}

function first(value) {
  return Array.isArray(value) ? value[0] : void 0;
}

// CONCATENATED MODULE: ./src/inputs/inputs.ts
/** Turns the runner's strings into Inputs and reports all problems together; no other folder sees a raw string. */
const SIMULATIONS = [ "passed", "failed", "aborted", "error", "timeout" ];

/** The inputs are invalid: one line for each problem, which names the input, its value and what is expected. */ class InputError extends Error {
  name="InputError";
  problems;
  /** Whether the job summary is to be written: as asked for, also where other inputs are invalid. */
  summary;
  /** The commit status that is to be an error, unless its own name is invalid. */
  status;
  constructor(problems, status, summary) {
    super(problems.join("\n"));
    this.problems = problems;
    this.summary = summary;
    this.status = status;
  }
}

/** The names of all inputs that are read here; a test compares them with action.yml. */ const inputs_SECOND_MS = 1e3;

/**
 * Reads and checks all inputs, and hides the token before anything else.
 * @throws InputError with every problem of every input
 */ function readInputs(runner) {
  const input = rawInputs(runner);
  const tokens = hideTokens(runner, input);
  const problems = collectProblems(tokens.secrets, runner.redact);
  const read = inputs_reader(input, problems);
  // Also where the word is refused: what a simulation does not need is then no second problem.
    const isSimulation = input("simulate") !== "";
  const simulate = isSimulation ? read("simulate", oneOf(...SIMULATIONS)) : void 0;
  const missingToken = read("missing-token", oneOf("fail", "skip"));
  const comparison = readComparison(read, stepOrigin(runner), problems);
  const inputs = {
    token: readToken(tokens.k6, problems, isSimulation || missingToken !== "fail"),
    targets: readTargets(read, problems, isSimulation),
    api: readApi({
      api: input("api"),
      ...stackInput(input, runner)
    }, problems),
    apiUrl: read("api-url", withoutToken(apiUrl, problems)),
    wait: read("wait", input("run-id") === "" ? yesNo : onlyYes("`run-id` starts no test that could be left")),
    pollMs: read("poll-interval", orWord("auto", duration(inputs_SECOND_MS))),
    limits: {
      timeoutMs: read("timeout", timeLimit),
      queueMs: read("queue-timeout", timeLimit),
      processingMs: read("processing-timeout", duration(inputs_SECOND_MS)),
      outageMs: read("outage-timeout", duration(inputs_SECOND_MS))
    },
    requestMs: read("request-timeout", duration(inputs_SECOND_MS)),
    onTimeout: read("on-timeout", oneOf("stop", "leave")),
    onCancel: read("on-cancel", oneOf("stop", "leave")),
    failOn: read("fail-on", someOf("failed", "aborted", "error", "timeout")),
    policy: {
      processingError: read("processing-error", oneOf("fail", "warn")),
      requireThresholds: read("require-thresholds", yesNo)
    },
    comparison: comparison,
    reports: readReports(read),
    githubToken: tokens.github === "" ? void 0 : tokens.github,
    note: noteOf(input("note"), comparison, runner),
    simulate: simulate
  };
  if (problems.all.length === 0) return inputs;
  const name = reports_statusName(input("status"));
  const status = {
    name: "value" in name ? name.value : "",
    githubToken: inputs.githubToken
  };
  throw new InputError(problems.all, status, !/^false$/iu.test(input("summary")));
}

/** The tail stands on the note wherever runs are compared, whatever the user wants the note to say. */ function noteOf(text, {baseline: baseline, origin: origin, markAsBaseline: markAsBaseline}, runner) {
  const isWanted = text === "auto" || baseline.kind !== "none" || markAsBaseline === true;
  const tail = origin === void 0 || !isWanted ? void 0 : {
    ...origin,
    marks: []
  };
  return withTail(noteFor(text, runner.env, origin), tail);
}

/** The stack, and where it was set. */ function stackInput(input, runner) {
  const stack = input("stack");
  if (stack !== "") return {
    stack: stack,
    stackName: "stack"
  };
  return {
    stack: rawEnv(runner, "K6_CLOUD_STACK_ID"),
    stackName: "K6_CLOUD_STACK_ID"
  };
}

/** A refused value is added to `problems`; what is returned in its place is never used, because problems end the reading. */ function inputs_reader(input, problems) {
  return (name, parser) => {
    const text = input(name);
    const parsed = parser(text);
    if ("value" in parsed) return parsed.value;
    problems.invalid(name, text, parsed);
    return;
  };
}

function readTargets(read, problems, simulated) {
  const known = problems.all.length;
  const tests = read("test-id", testIds);
  const runs = read("run-id", runIds);
  if (problems.all.length > known) return {
    kind: "tests",
    ids: []
  };
  if (tests.length > 0 && runs.length > 0) problems.add("Set `test-id` or `run-id`, not both.");
  if (tests.length === 0 && runs.length === 0 && !simulated) problems.add("Set `test-id` (test to start) or `run-id` (run to judge).");
  return runs.length > 0 ? {
    kind: "runs",
    ids: runs
  } : {
    kind: "tests",
    ids: tests
  };
}

// CONCATENATED MODULE: ./src/gate/stop-pending.ts
/** How long a stop may be tried when the workflow was cancelled: the runner kills 7.5 s after its first signal. */
const CANCEL_BUDGET_MS = 3500;

const CANCELLED_MEANWHILE = "the workflow was cancelled meanwhile";

/**
 * Stops the run of a start within `budgetMs`, search included. Once the step's signal is aborted there is less time: a
 * stop under way is given up and sent anew at once, so that a pause between two tries does not use that time up.
 */ async function stopPending(left, {cloud: cloud, clock: clock}, budgetMs, signal) {
  let known = left;
  if (!signal.aborted) {
    const calm = await stopOnce(left, cloud, clock, {
      limitMs: budgetMs,
      signal: signal
    });
    if (!isAborted(signal) || calm.kind !== "stop-failed") return calm;
    known = {
      ...left,
      runId: calm.runId
    };
  }
  return stopOnce(known, cloud, clock, {
    limitMs: CANCEL_BUDGET_MS,
    signal: (new AbortController).signal
  });
}

async function stopOnce(left, stopper, clock, bounds) {
  const {limitMs: limitMs} = bounds;
  const late = () => new Error(`no answer within ${limitMs / 1e3} s`);
  let runId = left.runId;
  const attempt = async signal => {
    if (runId === void 0) {
      const found = await stopper.find(left, signal);
      if (found.kind === "none") return {
        kind: "nothing-found"
      };
      if (found.kind === "unclear") return {
        kind: "unclear",
        runIds: found.runIds
      };
      runId = found.run.id;
    }
    const stopped = await stopper.stop(runId, limitMs, signal);
    return {
      kind: stopped === "stopping" ? "stopped" : "already-over",
      runId: runId
    };
  };
  try {
    return await withDeadline(clock, {
      limitMs: limitMs,
      signal: bounds.signal
    }, late, within => abortable(within, attempt(within)));
  } catch (error) {
    const failure = bounds.signal.aborted ? CANCELLED_MEANWHILE : toError(error).message;
    return {
      kind: "stop-failed",
      runId: runId,
      failure: failure
    };
  }
}

// CONCATENATED MODULE: ./src/gate/stop-if-needed.ts
/** Decides in main whether a run has to be stopped, and stops it; what fails is left to post. */
/** How long a stop may be tried when time ended; it comes on top of `timeout`, and the post step tries again. */
const STOP_BUDGET_MS = 7e3;

/** What becomes of the run: one that has ended needs nothing, one we gave up on is stopped unless the user wants it left. */ async function stopIfNeeded({testId: testId, pollResult: pollResult}, {onTimeout: onTimeout}, ports, signal) {
  const {memory: memory} = ports;
  if (pollResult.kind === "not-awaited") return;
 // `main` lets go of it once every start has come through
    if (hasNothingToStop(pollResult)) {
    if (testId !== void 0) memory.leave(testId);
    return pollResult.kind === "settled" || pollResult.kind === "gave-up" ? void 0 : "already-over";
  }
  if (pollResult.kind === "api-refused" && pollResult.problem === "wrong-run") return;
 // it is not ours
    if (testId === void 0) return pollResult.kind === "api-refused" ? void 0 : "not-ours";
  if (memory.isLeft(testId)) return runIdOf(pollResult) === void 0 ? "start-left" : "left";
  const left = memory.pending().find(one => one.testId === testId);
  if (left === void 0) return;
  // A start without an answer was searched for already, and post searches once more.
    if (pollResult.kind === "not-started" && left.runId === void 0) return;
  if (!signal.aborted && onTimeout === "leave" && left.runId !== void 0 && pollResult.kind !== "started-twice") {
    memory.leave(testId);
    return "left";
  }
  memory.mustStop(testId);
  return stopOutcomeOf(await stopPending(left, ports, STOP_BUDGET_MS, signal), testId, memory);
}

/** Its load has ended, whatever is still missing; a status of no known kind may be a run that goes on. */ function hasNothingToStop(pollResult) {
  const run = "run" in pollResult ? pollResult.run : void 0;
  return run !== void 0 && hasEnded(run) && !(run.state === "settled" && run.ending.kind === "unrecognised");
}

function runIdOf(pollResult) {
  return "run" in pollResult ? pollResult.run?.id : void 0;
}

/** What could not be stopped, or not be found, stays in memory for post. */ function stopOutcomeOf(stopping, testId, memory) {
  switch (stopping.kind) {
   case "stopped":
   case "already-over":
    memory.leave(testId);
    return stopping.kind;

   case "stop-failed":
    return stopping.runId === void 0 ? "start-in-doubt" : stopping.kind;

   case "nothing-found":
   case "unclear":
    return;
  }
}

// CONCATENATED MODULE: ./src/gate/start.ts
/** Starts a test so that its run is never lost: the intent is remembered first, the run as soon as it is known. */
/**
 * Starts a test. `timeout` counts from the start of the step, so a start that the API does not answer is under it too.
 * @throws only what is a fault of this action
 */
async function gate_start_startRun(testId, {limits: {timeoutMs: timeoutMs}}, ports, signal) {
  if (timeoutMs === void 0) return start(testId, ports, signal);
  const late = new Error("the time of the step is over");
  const restMs = ports.stepStartMs + timeoutMs - ports.clock.now();
  const started = await withDeadline(ports.clock, {
    limitMs: restMs,
    signal: signal
  }, () => late, within => start(testId, ports, within));
  if (started.state !== "not-started" || started.pollResult.kind !== "cancelled" || signal.aborted) return started;
  const pollResult = {
    kind: "gave-up",
    limit: "timeout",
    limitMs: timeoutMs,
    run: void 0
  };
  return {
    state: "not-started",
    pollResult: pollResult
  };
}

/** The intent is remembered before the start is sent, so that even a kill in between leaves a trace to search by. */ async function start(testId, ports, signal) {
  const {cloud: cloud, memory: memory} = ports;
  let intent;
  try {
    const {earlier: earlier, ...prepared} = await cloud.prepare(testId, signal);
    intent = prepared;
    signal.throwIfAborted();
 // nothing was sent, so there is nothing for post to search for
        let begun = intent;
    const save = known => {
      begun = {
        ...begun,
        ...known
      };
      memory.remember(begun);
    };
    save({});
    const run = await cloud.start(intent, signal, {
      onRun: runId => {
        save({
          runId: runId
        });
      },
      onDoubt: doubt => {
        save({
          doubt: doubt
        });
      }
    });
    save({
      runId: run.id
    });
    const pending = run.state === "pending" ? run : {
      ...cloud.unknownRun(run.id),
      testId: testId,
      seen: true
    };
    return {
      state: "started",
      run: pending,
      earlier: earlier
    };
  } catch (error) {
    if (signal.aborted) return {
      state: "not-started",
      pollResult: {
        kind: "cancelled",
        run: void 0
      }
    };
    if (!(error instanceof CloudError)) throw error;
    if (intent !== void 0) rememberFailure(error, intent, memory);
    return {
      state: "not-started",
      pollResult: {
        kind: "not-started",
        failure: error.message,
        problem: problemOf(error)
      }
    };
  }
}

/**
 * What a start that failed leaves to do: a run that may yet appear is searched for by post. If several may be ours, none
 * is touched, and post names them too: a kill may keep main from it.
 */ function rememberFailure(error, intent, memory) {
  if (!(error instanceof StartUncertain)) memory.forget(intent.testId);
}

// CONCATENATED MODULE: ./src/gate/started-twice.ts
/** After a start in doubt: names and stops a second run that a lost try made, so that nobody pays for it in silence. */
/** How long the list may be asked for; post asks again. */
const CHECK_MS = 15e3;

/** How long the stop of a second run may be tried; post tries again. */ const started_twice_STOP_BUDGET_MS = 7e3;

/**
 * Reads the list again where a try of the start may have made a second run, once the run itself needs no stop any more.
 * @param start what memory holds of the start; a start without a doubt is not checked
 * @returns the result as it was, or `started-twice` with the other runs
 */ async function checkForSecondRuns(start, pollResult, ports, signal) {
  const own = "run" in pollResult ? pollResult.run : void 0;
  // After a cancel there is no time for it: the doubt stays in memory, and post checks.
    if (start === void 0 || !isDoubtful(start) || own === void 0 || signal.aborted) return pollResult;
  const {clock: clock, cloud: cloud, memory: memory, reporter: reporter} = ports;
  const late = () => new LateList(`the list of runs was not read within ${CHECK_MS / 1e3} s`);
  try {
    return await withDeadline(clock, {
      limitMs: CHECK_MS,
      signal: signal
    }, late, async within => {
      const found = await secondRunsOf(start, own, cloud, within);
      // Said once, at the end: until then others may come.
            if (found.others.length > 0 && pollResult.kind !== "not-awaited") reporter.noticed(othersSentence(start.testId, found.others));
      const others = await Promise.all(found.ours.map(run => stopped(run, cloud, signal)));
      const isSettled = others.length > 0 && others.every(({stop: stop}) => stop !== "stop-failed");
      // A run may still appear in the list: then post reads the list again.
            const isKnown = isSettled || clock.now() > start.doubt.lastTryMs + LATE_MS;
      memory.remember({
        ...start,
        runId: own.id,
        doubt: isKnown ? void 0 : start.doubt
      });
      return others.length === 0 ? pollResult : {
        kind: "started-twice",
        run: own,
        others: others
      };
    });
  } catch (error) {
    if (isAborted(signal)) return {
      kind: "cancelled",
      run: own
    };
    if (!(error instanceof CloudError || error instanceof LateList)) throw error;
    reporter.noticed(uncheckedSentence(start.testId, error.message));
    return pollResult;
  }
}

class LateList extends Error {}

/** Whether a try of the start may have made a second run. */ function isDoubtful(start) {
  return start.doubt !== void 0;
}

/** The new runs beside the one that is known. */ function secondRunsOf(start, own, {secondRuns: secondRuns}, signal) {
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

/** One line where the list that tells of a second run could not be read. */ function uncheckedSentence(testId, failure) {
  return `Whether the start of test ${testId} made a second run could not be checked: ${failure}`;
}

/** One line for new runs that are not ours. */ function othersSentence(testId, runIds) {
  return `Other new runs of test ${testId} exist; none of them was started by this step: ${runIds.join(", ")}.`;
}

async function stopped(run, {stop: stop}, signal) {
  if (hasEnded(run)) return {
    runId: run.id,
    stop: "already-over"
  };
  try {
    const result = await stop(run.id, started_twice_STOP_BUDGET_MS, signal);
    return {
      runId: run.id,
      stop: result === "stopping" ? "stopped" : "already-over"
    };
  } catch (error) {
    return {
      runId: run.id,
      stop: "stop-failed",
      failure: toError(error).message
    };
  }
}

// CONCATENATED MODULE: ./src/test-run/test-run.ts
/** The domain: a test run as this action sees it, whichever API shows it. Imports nothing but its own folder. */
/** Whether a run in this phase is running or has run. */
function isRunningOrLater(phase) {
  switch (phase) {
   case "created":
   case "validated":
   case "queued":
   case "initializing":
   case "unrecognised":
    return false;

   case "running":
   case "processing":
   case "deciding":
    return true;
  }
}

/** An aborted run as it counts if its result does not come. */ function withoutResult(run, ending) {
  return {
    ...run,
    state: "settled",
    ending: ending,
    metrics: "not-awaited"
  };
}

// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

// CONCATENATED MODULE: ./src/test-run/eligible.ts
/** How far two loads may differ. */
const LOAD_TOLERANCE = .05;

/**
 * The runs that `previous` and `recent` take their baseline from.
 * @param earlier newest first
 */ function eligibleRuns(earlier, judged) {
  const {origin: origin} = judged;
  const starred = earlier.find(one => one.marked && loadedExclusion(one, judged.run) === void 0);
  const own = ofBranch(earlier, judged, starred, origin?.branch);
  const other = origin?.pullRequest === void 0 ? origin?.defaultBranch : origin.branch;
  const hasOwn = own.eligible.some(one => one !== starred);
  const ofDefault = hasOwn || other === origin?.branch ? own : ofBranch(earlier, judged, starred, other);
  const found = ofDefault.eligible.length >= own.eligible.length ? ofDefault : own;
  if (found.eligible.length > 0) return found;
  const proposal = earlier.find(one => isOfAnotherPullRequest(one, judged));
  if (proposal === void 0) return own;
  return {
    ...own,
    eligible: [ proposal ],
    excluded: without(own.excluded, proposal),
    fromPullRequest: true
  };
}

/** The runs that `marked` takes its baseline from: a person chose them, so that the branch does not matter. */ function markedRuns(earlier, {run: run}) {
  const why = one => one.marked ? loadedExclusion(one, run) : "not-marked";
  return {
    ...eligible_split(earlier, why),
    branch: void 0,
    starred: void 0,
    fromPullRequest: false
  };
}

/** Whether both loads are known and differ: planned duration or maximum VUs. */ function isOtherLoad(a, b) {
  return differ(a.plannedMs, b.plannedMs) || differ(a.vus, b.vus);
}

/** Why a run is no baseline whatever its load is and its note says. */ function runExclusion(run, judged) {
  if (run.state !== "settled") return "not-finished";
  if (run.ending.kind !== "finished" || run.result !== "passed") return "not-passed";
  if (run.metrics !== "complete") return "metrics-incomplete";
  return Number(run.id) >= Number(judged.id) ? "not-older" : void 0;
}

/** The same, for runs that are chosen by their load too. */ function loadedExclusion({run: run}, judged) {
  return runExclusion(run, judged) ?? (isOtherLoad(run, judged) ? "other-load" : void 0);
}

/** Why the note of a run rules it out; a run without a tail counts for every branch. */ function tailExclusion(tail, origin, branch) {
  if (tail === void 0 || tail === "none") return;
  if (tail === "unreadable") return "unreadable-note";
  if (origin !== void 0 && tail.repository.toLowerCase() !== origin.repository.toLowerCase()) return "other-repository";
  if (tail.pullRequest !== void 0) return "pull-request";
  if (tail.marks.includes("regressed")) return "regressed";
  if (tail.marks.includes("unsound")) return "unsound";
  return branch !== void 0 && tail.branch !== branch ? "other-branch" : void 0;
}

function ofBranch(earlier, {run: run, origin: origin}, starred, branch) {
  const start = starred === void 0 ? earlier.length : earlier.indexOf(starred);
  const why = (one, place) => {
    if (one === starred) return;
 // a person accepts its level, whatever its tail says
        const excluded = loadedExclusion(one, run) ?? tailExclusion(one.tail, origin, branch);
    return excluded ?? (place > start ? "before-star" : void 0);
  };
  return {
    ...eligible_split(earlier, why),
    branch: branch,
    starred: starred,
    fromPullRequest: false
  };
}

/** A run that would be eligible if it were not for its pull request, which is surely not that of the judged run. */ function isOfAnotherPullRequest(one, {run: run, origin: origin}) {
  const {tail: tail} = one;
  if (typeof tail !== "object" || tail.pullRequest === void 0) return false;
  const own = origin?.pullRequest;
  const isOther = own === void 0 || own !== "unknown" && tail.pullRequest !== "unknown" && tail.pullRequest !== own;
  const merged = {
    ...tail,
    pullRequest: void 0
  };
  return isOther && (loadedExclusion(one, run) ?? tailExclusion(merged, origin, origin?.branch)) === void 0;
}

function eligible_split(earlier, why) {
  const all = earlier.map((one, place) => ({
    earlier: one,
    why: why(one, place)
  }));
  return {
    eligible: all.flatMap(one => one.why === void 0 ? [ one.earlier ] : []),
    excluded: all.flatMap(one => one.why === void 0 ? [] : [ {
      earlier: one.earlier,
      why: one.why
    } ])
  };
}

function without(excluded, one) {
  return excluded.filter(({earlier: earlier}) => earlier !== one);
}

function differ(a, b) {
  return a !== void 0 && b !== void 0 && Math.abs(a - b) > LOAD_TOLERANCE * Math.max(a, b);
}

/** What is said of the runs that passed and are left out, in this order. */ const EXCLUSION_WORDS = [ [ "pull-request", "of pull requests" ], [ "regressed", "worse than their baseline" ], [ "other-branch", "of other branches" ], [ "other-repository", "of other repositories" ], [ "other-load", "of another load" ], [ "unsound", "not measured soundly" ], [ "unreadable-note", "with a note that cannot be read" ], [ "before-star", "older than the starred run" ], [ "metrics-incomplete", "without complete metrics" ], [ "not-marked", "not marked" ] ];

/** `12 earlier runs passed, 10 of pull requests, 2 of another load`; `no earlier run that passed was found` */ function exclusionsSentence({eligible: eligible, excluded: excluded}) {
  const count = why => excluded.filter(one => one.why === why).length;
  const reasons = EXCLUSION_WORDS.map(([why, words]) => [ count(why), words ]).filter(([of]) => of > 0);
  const passed = eligible.length + reasons.reduce((sum, [of]) => sum + of, 0);
  if (passed === 0) return "no earlier run that passed was found";
  const runs = passed === 1 ? "1 earlier run passed" : `${passed} earlier runs passed`;
  return [ runs, ...reasons.map(([of, words]) => `${of} ${words}`) ].join(", ");
}

// CONCATENATED MODULE: ./src/gate/compare-words.ts
/** `median of 8 runs of main` */
function severalName(count, branch) {
  return `median of ${count} runs${branch === void 0 ? "" : ` of ${branch}`}`;
}

/** `No baseline: 12 earlier runs passed, 10 of pull requests, 2 of another load` */ function noBaseline(kind, excluded, eligible) {
  const few = kind === "recent" && eligible > 0 ? `; \`baseline: recent\` needs ${FEWEST_RUNS} runs, and ${eligible} of them can be used` : "";
  return `No baseline: ${excluded}${few}`;
}

/** `No baseline: run 7650009 did not pass` */ function notABaseline(runId, clause) {
  return `No baseline: run ${runId} ${clause}`;
}

/** What the user should know of a comparison. */ function warningsOf({eligible: eligible, fromPullRequest: fromPullRequest}, {baseline: baseline, maxRegression: maxRegression, origin: origin, hasNotes: hasNotes}, usual = new Map, selected = new Map) {
  const isSearched = baseline.kind === "previous" || baseline.kind === "recent";
  const cannotTell = isSearched && !hasNotes && origin?.pullRequest !== void 0;
  const [newest] = eligible;
  return [ ...cannotTell ? [ "The legacy API has no notes, so earlier attempts of this pull request cannot be told apart from other runs. " + "Use `baseline: marked`, with `mark-as-baseline: true` on the default branch." ] : [], ...fromPullRequest && newest !== void 0 ? [ `The baseline, run ${newest.run.id}, is of another pull request, because no run of the base branch was found: a slow drift is not seen.` ] : [], ...maxRegression.flatMap(rule => {
    if (rule.of === void 0) return noiseWarning(rule, usual.get(rule.metric));
    const {metric: metric = rule.metric, usual: own} = selected.get(ruleText(rule)) ?? {};
    return noiseWarning({
      ...rule,
      metric: metric
    }, own);
  }) ];
}

/** `max-regression` p95=10% is below the noise of this test (±14 % over 8 runs). */ function noiseWarning(rule, usual) {
  if (usual === void 0) return [];
  const {asked: asked, unit: unit} = ruleInEffect(rule, usual, METRICS[rule.metric].unit === "share");
  const noise = noiseOf(usual, unit);
  if (asked === void 0 || noise === void 0) return [];
  return [ `\`max-regression\`: ${asked.size} ${asked.unit} of ${ruleTitle(rule)} is below the noise of this test (±${significant(noise)} ${unit} over ${usual.count} runs).` ];
}

// CONCATENATED MODULE: ./src/gate/named-baseline.ts
/** Judges the named run by the list of earlier runs, else by one read of it. Never throws. */
async function namedBaseline(runId, {run: run, earlier: earlier, cloud: cloud}, asking) {
  const missing = clause => ({
    missing: notABaseline(runId, clause)
  });
  if (runId === run.id) return missing("is the run itself");
  if (Number(runId) > Number(run.id)) return missing(WORDS["not-older"]);
  const named = earlier.find(one => one.run.id === runId)?.run ?? await cloud.metrics.namedRun(runId, asking);
  // A response about another run tells nothing of this one.
    if (named?.id !== runId) return missing("could not be read");
  if (isOtherTest(named, run)) return missing("is of another test");
  const excluded = runExclusion(named, run);
  if (excluded !== void 0) return missing(isProcessed(named) ? "is still being processed" : WORDS[excluded]);
  const warning = `The baseline, run ${runId}, has another load than run ${run.id}.`;
  return {
    of: named,
    warnings: isOtherLoad(named, run) ? [ warning ] : []
  };
}

const WORDS = {
  "not-finished": "has not ended",
  "not-passed": "did not pass",
  "metrics-incomplete": "has no complete metrics",
  "not-older": "is not older than the run"
};

function isOtherTest(a, b) {
  return a.testId !== void 0 && b.testId !== void 0 && a.testId !== b.testId;
}

// CONCATENATED MODULE: ./src/gate/selected-values.ts
/** The values by the text of the rule: one request for each rule, the judged run and its baseline together. */
async function selectedValues(ids, {run: run, comparing: comparing, cloud: cloud}, asking) {
  const found = comparing.maxRegression.map(async rule => {
    const {testId: testId} = run;
    if (rule.of === void 0 || testId === void 0) return [];
    const {of: of} = rule;
    const {values: values, metric: metric, outage: outage} = await firstWithValues(rule, asking, (number, own) => {
      const query = number === "rps" ? {
        number: number,
        of: of,
        zeroFor: silentAsZero(rule, run, ids)
      } : {
        number: number,
        of: of
      };
      return cloud.metrics.across(testId, [ run.id, ...ids ], query, own);
    });
    const now = values.get(run.id);
    const usual = usualOf(ids.flatMap(id => values.get(id) ?? []));
    const then = ids.length === 1 ? values.get(ids[0] ?? "") : usual?.median;
    const lack = outage === void 0 ? lackOf(rule, now === void 0 ? `run ${run.id}` : "the baseline") : `a value could not be read: ${withoutFullStop(outage)}`;
    return [ [ ruleText(rule), {
      now: now,
      then: then,
      usual: ids.length === 1 ? void 0 : usual,
      metric: metric,
      lack: lack,
      ...outage === void 0 ? {} : {
        isUnread: true
      }
    } ] ];
  });
  return new Map((await Promise.all(found)).flat());
}

/**
 * The runs for which no series of a counter is 0: the judged one, unless the service lost some of its metrics. Those of
 * the baseline only where more is worse: a counter that is new in the script would let the run fall as far as it likes.
 */ function silentAsZero(rule, run, ids) {
  const isWhole = run.state === "settled" && run.metrics === "complete";
  return [ ...isWhole ? [ run.id ] : [], ...worseOf(rule) === "more" ? ids : [] ];
}

/** By these k6 Cloud says that it has no such number, for instance since the metric is of another kind. */ const REFUSALS = new Set([ "rejected", "not-found" ]);

/** `rate(…)` in percent is asked of a rate first, then of a counter: an answer of the wrong kind is an error or is empty. */ async function firstWithValues(rule, asking, ask) {
  const mayBeCounter = rule.rate !== void 0 && rule.unit === "%" && rule.floor === void 0;
  const metrics = mayBeCounter ? [ rule.metric, "rps" ] : [ rule.metric ];
  const failures = [];
  for (const metric of metrics) {
    const own = {
      ...asking,
      onFailure: (...failure) => failures.push(failure)
    };
    const values = await ask(METRICS[metric].number, own);
    if (values.size > 0) return {
      metric: metric,
      values: values,
      outage: void 0
    };
  }
  // A guess of the wrong kind is refused, and nobody is told of it; not so if nothing else was answered.
    const isRefused = failures.length < metrics.length && failures.every(([, code]) => REFUSALS.has(code));
  const reported = isRefused ? [] : failures;
  for (const failure of reported) asking.onFailure(...failure);
  return {
    metric: metrics.at(-1) ?? rule.metric,
    values: new Map,
    outage: reported[0]?.[0]
  };
}

/** Why there is no value, as a clause. */ function lackOf({metric: metric, rate: rate, of: of}, which) {
  const tags = selectorText({
    metric: void 0,
    tags: of?.tags ?? []
  });
  if (of?.metric === void 0) return `no sample of ${which} has ${tags}`;
  const stat = rate === void 0 ? metric : "rate";
  const tagged = tags === "" ? "" : ` with ${tags}`;
  return `${which} has no ${stat} of ${of.metric}${tagged}: there is no such metric, or it is of another kind`;
}

// CONCATENATED MODULE: ./src/gate/watched.ts
/** The same question, which also tells whether a part of it had no answer. */
function watched({signal: signal, onFailure: onFailure}) {
  let failed = false;
  return {
    signal: signal,
    hasFailed: () => failed,
    onFailure: (...failure) => {
      failed = true;
      onFailure(...failure);
    }
  };
}

// CONCATENATED MODULE: ./src/gate/compare.ts
/** Finds the baseline that the user asks for; never throws. */
async function findBaseline(request, asking) {
  const watching = watched(asking);
  const found = await byChoice(request, watching);
  const isUnread = watching.hasFailed() || request.isListUnread === true && found.baseline === void 0;
  return isUnread ? {
    ...found,
    isUnread: isUnread
  } : found;
}

async function byChoice(request, asking) {
  const {run: run, comparing: comparing} = request;
  const {baseline: choice, origin: origin} = comparing;
  const judged = {
    run: run,
    origin: origin
  };
  switch (choice.kind) {
   case "none":
    return {
      baseline: void 0,
      warnings: []
    };

   case "run":
    {
      const named = await namedBaseline(choice.runId, request, asking);
      if ("missing" in named) return {
        baseline: void 0,
        missing: named.missing,
        warnings: []
      };
      return single({
        ...named,
        about: {}
      }, request, asking);
    }

   case "marked":
    return fromMarked(request, asking);

   case "previous":
    return compare_oneOf(await eligibleWithStar(1, judged, request, asking), request, asking);

   case "recent":
    {
      const eligibility = await eligibleWithStar(FEWEST_RUNS, judged, request, asking);
      const {eligible: eligible, starred: starred, fromPullRequest: fromPullRequest} = eligibility;
      if (eligible.length >= FEWEST_RUNS) return several(eligibility, request, asking);
      if (starred !== void 0) return compare_oneOf({
        ...eligibility,
        eligible: [ starred ]
      }, request, asking);
      return compare_oneOf({
        ...eligibility,
        eligible: fromPullRequest ? eligible : []
      }, request, asking, eligibility);
    }
  }
}

/** The runs that count; where they are too few, with a starred run that is older than the first page of runs. */ async function eligibleWithStar(fewest, judged, {run: run, earlier: earlier, cloud: cloud}, asking) {
  const near = eligibleRuns(earlier, judged);
  const suffices = near.eligible.length >= fewest && !near.fromPullRequest;
  if (suffices || near.starred !== void 0) return near;
  const known = new Set(earlier.map(one => one.run.id));
  const far = (await cloud.metrics.markedRuns(run, asking)).filter(one => !known.has(one.run.id));
  const all = eligibleRuns([ ...earlier, ...far ], judged);
  return all.starred === void 0 ? near : all;
}

/** A marked run can be older than the first page of runs. */ async function fromMarked(request, asking) {
  const {run: run, earlier: earlier, comparing: comparing, cloud: cloud} = request;
  const judged = {
    run: run,
    origin: comparing.origin
  };
  const near = markedRuns(earlier, judged);
  if (near.eligible.length > 0) return compare_oneOf(near, request, asking);
  const far = markedRuns(await cloud.metrics.markedRuns(run, asking), judged);
  return compare_oneOf(far.eligible.length > 0 ? far : near, request, asking);
}

/** The newest of the runs that count. `found` is what the sentence about none is made of. */ async function compare_oneOf(eligibility, request, asking, found = eligibility) {
  const {comparing: comparing, cloud: cloud} = request;
  const warnings = warningsOf(eligibility, {
    ...comparing,
    hasNotes: cloud.notes !== void 0
  });
  const [newest] = eligibility.eligible;
  if (newest !== void 0) {
    const about = {
      source: sourceOf(newest),
      isMarked: newest.marked
    };
    return single({
      of: newest.run,
      warnings: warnings,
      about: about
    }, request, asking);
  }
  const sentence = noBaseline(comparing.baseline.kind, exclusionsSentence(found), found.eligible.length);
  return {
    baseline: void 0,
    missing: sentence,
    warnings: warnings
  };
}

async function single({of: of, warnings: warnings, about: about}, request, asking) {
  const {cloud: cloud} = request;
  const {id: id, url: url} = of;
  const [numbers, selected] = await Promise.all([ cloud.metrics.numbers(id, asking), selectedValues([ id ], request, asking) ]);
  if (Object.values(numbers).every(value => value === void 0)) return {
    baseline: void 0,
    missing: noNumbers(`the baseline, run ${id},`),
    warnings: warnings
  };
  const ageMs = compare_ageOf(of, request.run);
  return {
    baseline: {
      runId: id,
      url: url,
      numbers: numbers,
      selected: selected,
      about: {
        ...about,
        ageMs: ageMs
      }
    },
    warnings: warnings
  };
}

/** How long before the judged run another one ended. */ function compare_ageOf(earlier, run) {
  const [thenMs, nowMs] = [ earlier.endedMs ?? earlier.createdMs, run.endedMs ?? run.createdMs ];
  return thenMs === void 0 || nowMs === void 0 ? void 0 : nowMs - thenMs;
}

/** Where a run is from, if its note says so: runs of people and of other tools count for every branch. */ function sourceOf({tail: tail}) {
  if (typeof tail !== "object") return;
  const {branch: branch, pullRequest: pullRequest} = tail;
  if (pullRequest === void 0) return branch;
  return pullRequest === "unknown" ? "a pull request" : `pull request ${pullRequest}`;
}

/** The numbers of several runs: one request for each metric. */ async function several(eligibility, request, asking) {
  const {run: run, comparing: comparing, cloud: cloud} = request;
  const runs = eligibility.eligible.slice(0, MOST_RUNS);
  const ids = runs.map(one => one.run.id);
  const usual = new Map;
  const selecting = selectedValues(ids, request, asking);
  await Promise.all(METRIC_NAMES.map(async metric => {
    const values = await cloud.metrics.across(run.testId ?? "", ids, {
      number: METRICS[metric].number
    }, asking);
    const found = usualOf([ ...values.values() ]);
    if (found !== void 0) usual.set(metric, found);
  }));
  const selected = await selecting;
  const warnings = warningsOf(eligibility, {
    ...comparing,
    hasNotes: cloud.notes !== void 0
  }, usual, selected);
  const [newest] = runs;
  if (usual.size === 0 || newest === void 0) return {
    baseline: void 0,
    missing: noNumbers(`the ${ids.length} earlier runs`),
    warnings: warnings
  };
  const medians = [ ...usual ].map(([metric, {median: median}]) => [ METRICS[metric].number, median ]);
  const numbers = {
    ...NO_NUMBERS,
    ...Object.fromEntries(medians)
  };
  const name = severalName(runs.length, eligibility.branch);
  const about = {
    source: eligibility.branch,
    ageMs: compare_ageOf(newest.run, run)
  };
  const {id: runId, url: url} = newest.run;
  return {
    baseline: {
      runId: runId,
      url: url,
      runIds: ids,
      numbers: numbers,
      name: name,
      about: about,
      usual: usual,
      selected: selected
    },
    warnings: warnings
  };
}

function noNumbers(of) {
  return `Nothing was compared: no number of ${of} could be read`;
}

// CONCATENATED MODULE: ./src/gate/trend.ts
const TREND_RUNS = 9;

/**
 * The points of the runs before `run`, oldest first. Only runs that came to their end are among them; an aborted one
 * would show the latency of another test.
 * @param earlier newest first
 */ async function trendBefore(run, earlier, cloud, asking) {
  const ended = earlier.filter(({run: one}) => one.state === "settled" && one.ending.kind === "finished");
  const shown = ended.slice(0, TREND_RUNS).map(({run: one}) => one);
  const runIds = shown.map(({id: id}) => id);
  if (run.testId === void 0 || runIds.length === 0) return [];
  const latencies = await cloud.metrics.latencies(run.testId, runIds, asking);
  return shown.map(({id: id, createdMs: createdMs}) => ({
    runId: id,
    createdMs: createdMs,
    p95Ms: latencies.get(id)
  })).reverse();
}

// CONCATENATED MODULE: ./src/gate/ask-early.ts
/** Asks for what needs no verdict while a run goes on: the name of its test, the runs before it, and their numbers. */
/** What has not come by then is asked for again at the end. */
const BOUND_MS = 25e3;

/**
 * Asks, and leaves the answers to the memory of the client. Never throws: the end asks for what failed.
 * @returns the runs before this one as they were then; `undefined` if they were not read
 */ async function askEarly(run, comparing, ports, signal) {
  const {clock: clock, cloud: cloud} = ports;
  const late = () => new Error("the answer is asked for again once the run has ended");
  try {
    return await withDeadline(clock, {
      limitMs: BOUND_MS,
      signal: signal
    }, late, async within => {
      (0, external_node_events_namespaceObject.setMaxListeners)(0, within);
 // more than ten questions at once are no leak
            const asking = {
        signal: within,
        onFailure: () => {}
      };
      const name = run.testId === void 0 ? void 0 : cloud.metrics.testName(run.testId, asking);
      const [past] = await Promise.all([ askForPast(run, comparing, ports, asking), name ]);
      return past;
    });
  } catch {
    return;
 // the memory holds no answer, so that the end asks
    }
}

async function askForPast(run, comparing, {cloud: cloud, isPictured: isPictured}, asking) {
  if (!isPictured) return;
  const failures = [];
  const onFailure = failure => failures.push(failure);
  const earlier = await cloud.metrics.earlierRuns(run, {
    ...asking,
    onFailure: onFailure
  });
  // A rule with a selector compares the run itself, of which nothing is final yet.
    const pastOnly = {
    ...comparing,
    maxRegression: []
  };
  await Promise.all([ findBaseline({
    run: run,
    earlier: earlier,
    comparing: pastOnly,
    cloud: cloud
  }, asking), trendBefore(run, earlier, cloud, asking) ]);
  return failures.length === 0 ? earlier : void 0;
}

// CONCATENATED MODULE: ./src/test-run/note-marks.ts
/** Whether the run passed in k6 Cloud, or may still do so: any other one is never a baseline. */
function couldBeBaseline(pollResult) {
  if (pollResult.kind !== "settled") return true;
  const {ending: ending, result: result} = pollResult.run;
  return ending.kind === "finished" && result === "passed";
}

/**
 * The marks; none for a run that cannot be a baseline anyway, because it did not pass. A run that was to be compared, and
 * of which that could not be read or was cut short, is no level to hold another one against: nobody knows whether it is worse.
 */ function marksOf(pollResult, metrics, {isCompared: isCompared} = {
  isCompared: false
}) {
  if (!couldBeBaseline(pollResult)) return [];
  const isCutShort = metrics === void 0 && isCompared && pollResult.kind !== "not-awaited";
  const isUnsound = isCutShort || metrics?.isComparisonUnread === true || (metrics?.unsound ?? []).length > 0;
  return [ ...(metrics?.regressions ?? []).length > 0 ? [ "regressed" ] : [], ...isUnsound ? [ "unsound" ] : [] ];
}

// CONCATENATED MODULE: ./src/gate/apply-rules.ts
const UNKNOWN_NUMBER = "a number of the run or of its baseline is not known";

/** The numbers of a run beside those of its baseline: HTTP that is no longer there has fallen to nothing. */ function comparable({numbers: numbers, baseline: baseline, withoutHttp: withoutHttp}) {
  const hadHttp = (baseline?.numbers.rps ?? 0) > 0;
  return withoutHttp === true && hadHttp ? {
    ...numbers,
    rps: 0
  } : numbers;
}

/** Applies the user's rules; one that cannot be judged is a warning, and an error only where the user asks for that. */ function withRules(comparing, {missing: missing, isUnread: isUnread, ...found}) {
  const {baseline: baseline, warnings: warnings} = found;
  const missed = missing === void 0 ? [] : [ `${missing}.` ];
  if (!reports_isCompared(comparing)) return {
    ...found,
    judged: [],
    regressions: [],
    warnings: [ ...missed, ...warnings ]
  };
  const against = baseline ?? {
    runId: "",
    url: "",
    numbers: NO_NUMBERS
  };
  const {judged: judged, regressions: regressions, unjudged: unjudged} = compare(comparing.maxRegression, comparable(found), against);
  const rules = unjudged.map(ruleText);
  if (rules.length === 0) return {
    ...found,
    judged: judged,
    regressions: regressions
  };
  const notApplied = `\`max-regression\` (${rules.join(", ")}) was not applied`;
  const selectedBy = rule => baseline?.selected?.get(ruleText(rule));
  const lacks = new Set(unjudged.map(rule => selectedBy(rule)?.lack ?? UNKNOWN_NUMBER));
  const notCompared = missing === void 0 ? `${notApplied}: ${[ ...lacks ].join("; ")}` : `${missing}; ${notApplied}`;
  // What k6 Cloud answered that it has not will not be there at the next run either.
    const isRuleUnread = rule => rule.of === void 0 ? isUnread : selectedBy(rule) === void 0 || selectedBy(rule)?.isUnread === true;
  const isComparisonUnread = missing === void 0 ? unjudged.some(isRuleUnread) : isUnread;
  return {
    ...found,
    judged: judged,
    regressions: regressions,
    notCompared: notCompared,
    isComparisonUnread: isComparisonUnread,
    warnings: [ `${notCompared}.`, ...warnings ]
  };
}

// CONCATENATED MODULE: ./src/test-run/soundness.ts
/** The health of generators of which nothing is known. */
const UNKNOWN_HEALTH = {
  droppedIterations: void 0,
  cpuPercent: void 0
};

/** More dropped iterations than this share are not the system's doing alone. */ const MOST_DROPPED = .01;

const MOST_CPU_PERCENT = 80;

/** What speaks against a measurement, a phrase for each; empty for a sound one, and where nothing is known. */ function unsoundReasons({droppedIterations: droppedIterations, cpuPercent: cpuPercent}, iterations) {
  const share = droppedShare(droppedIterations, iterations);
  return [ ...pastLimit(share, MOST_DROPPED, "share", (is, limit) => `${is} of its iterations were dropped (limit ${limit})`), ...pastLimit(cpuPercent, MOST_CPU_PERCENT, "plain", (is, limit) => `a load generator was at ${is} % CPU (limit ${limit} %)`) ];
}

/** The words for a value past its limit; a value equal to it is within. */ function pastLimit(value, limit, unit, words) {
  return value !== void 0 && value > limit ? [ words(...distinguishable(value, limit, unit)) ] : [];
}

/** Of the iterations that should have been made, as far as both counts are known. */ function droppedShare(dropped, made) {
  if (dropped === void 0 || made === void 0 || dropped + made <= 0) return;
  return dropped / (dropped + made);
}

/** `Run 7650001 was not a sound measurement: 2.4 % of its iterations were dropped (limit 1 %). …`; none for a sound one. */ function unsoundWarning(runId, reasons) {
  if (reasons.length === 0) return [];
  const why = reasons.join(", and ");
  return [ `Run ${runId} was not a sound measurement: ${why}. Its latencies are not those of the tested system alone.` ];
}

// CONCATENATED MODULE: ./src/gate/collect-details.ts
const MOST_MS = 8e3;

/** What is left for the others to report that nothing came. */ const SPARE_MS = 1e3;

/** All runs of a baseline; none where there is no baseline. */ function baselineRunIds(baseline) {
  return baseline === void 0 ? [] : baseline.runIds ?? [ baseline.runId ];
}

/** The endpoints; empty where they are not known in time. Never throws. */ async function collectEndpoints(run, baseline, ports, asking) {
  const found = await inTime("the endpoints", ports, asking, within => ports.cloud.metrics.endpoints(run, baselineRunIds(baseline), within));
  return found ?? [];
}

/** The same numbers of the baseline as the run has; those that are not known in time are absent. Never throws. */ async function collectBaselineProtocols({testId: testId, protocols: protocols}, baseline, ports, asking) {
  const names = knownProtocols(protocols);
  const runIds = baselineRunIds(baseline);
  if (testId === void 0 || names.length === 0 || runIds.length === 0) return {};
  const found = await inTime("numbers of the baseline", ports, asking, within => ports.cloud.metrics.protocols(testId, runIds, names, within));
  const values = [ ...found ?? [] ].map(([name, all]) => [ name, runIds.length === 1 ? all[0] : usualOf(all)?.median ]);
  return Object.fromEntries(values.filter(([, value]) => value !== void 0));
}

async function inTime(what, {clock: clock, untilMs: untilMs}, {signal: signal, onFailure: onFailure}, ask) {
  const limitMs = Math.min(MOST_MS, untilMs - SPARE_MS - clock.now());
  const late = () => new Error(`${what} were not known in time`);
  try {
    if (limitMs <= 0) throw late();
    return await withDeadline(clock, {
      limitMs: limitMs,
      signal: signal
    }, late, within => ask({
      signal: within,
      onFailure: onFailure
    }));
  } catch (error) {
    if (!signal.aborted) onFailure(toError(error).message);
    return;
  }
}

// CONCATENATED MODULE: ./src/gate/read-metrics.ts
/** Reads the metrics of a run that has ended, side by side: what can change the verdict, and what is only shown. */
/** How long the list of runs is waited for where there is an earlier one: then that has to do. */
const LIST_MS = 12e3;

/** Reads them; a fault in what is only shown costs that alone. */ async function readMetrics(run, comparing, ports, {deciding: deciding, beside: beside}) {
  const {cloud: cloud, detail: detail} = ports;
  const {metrics: metrics} = cloud;
  const {testId: testId} = run;
  const isPictured = detail !== "main";
  const {past: past, measuring: measuring, comparison: comparison, ofRun: ofRun} = begun(run, comparing, ports, {
    deciding: deciding,
    beside: beside
  });
  const [measured, testName, earlier, {warnings: warnings, isUnread: isUnread, ...found}, pictured] = await Promise.all([ measuring, testId === void 0 ? void 0 : harmless(beside, void 0, asking => metrics.testName(testId, asking)), past, comparison, isPictured && beside !== void 0 ? readPictured(run, {
    past: past,
    measuring: measuring,
    comparison: comparison
  }, ports, beside) : NOT_PICTURED ]);
  const {trend: trend, endpoints: endpoints, ...details} = pictured;
  const {iterations: iterations, p95Ms: nowMs} = measured.numbers;
  const unsound = unsoundReasons(details.health, iterations);
  const judged = withRules(comparing, {
    testName: testName,
    ...measured,
    ...found,
    ...details,
    baselineRun: earlier.find(({run: one}) => one.id === found.baseline?.runId)?.run,
    trend: withRun(trend, run, nowMs),
    endpoints: [],
    unsound: unsound,
    isUnread: isUnread === true || found.baseline !== void 0 && ofRun.hasFailed(),
    warnings: [ ...unsoundWarning(run.id, unsound), ...noRequestWarning(run, measured), ...warnings ]
  });
  const runs = baselineRunIds(found.baseline).length;
  return {
    ...judged,
    endpoints: comparedEndpoints(endpoints, runs, judged.regressions)
  };
}

/** Asks for the run, for the runs before it, and for what it is compared with. */ function begun(run, comparing, ports, {deciding: deciding, beside: beside}) {
  const {cloud: cloud, detail: detail, expected: expected} = ports;
  const isPictured = detail !== "main";
  const parts = isPictured ? "all" : "main";
  const [ofRun, ofList] = [ watched(deciding), watched(deciding) ];
  const measuring = cloud.metrics.metrics(run, ofRun, beside === void 0 ? "numbers" : parts, beside);
  const past = isPictured ? runsBefore(run, ports, ofList) : Promise.resolve([]);
  foresee(run, comparing, ports, {
    deciding: deciding,
    beside: beside
  });
  const comparison = past.then(earlier => {
    const isListUnread = ofList.hasFailed() && earlier !== expected;
    return findBaseline({
      run: run,
      earlier: earlier,
      comparing: comparing,
      cloud: cloud,
      isListUnread: isListUnread
    }, deciding);
  });
  return {
    past: past,
    measuring: measuring,
    comparison: comparison,
    ofRun: ofRun
  };
}

const NOT_PICTURED = {
  trend: [],
  endpoints: [],
  baselineProtocols: {},
  health: UNKNOWN_HEALTH
};

/** What is shown beside the numbers that decide. */ async function readPictured(run, {past: past, measuring: measuring, comparison: comparison}, ports, asking) {
  const {cloud: cloud, detail: detail} = ports;
  const [trend, endpoints, baselineProtocols, health] = await Promise.all([ past.then(earlier => harmless(asking, [], () => trendBefore(run, earlier, cloud, asking))), detail === "all" ? comparison.then(({baseline: baseline}) => collectEndpoints(run, baseline, ports, asking)) : [], Promise.all([ measuring, comparison ]).then(([{protocols: protocols}, {baseline: baseline}]) => collectBaselineProtocols({
    testId: run.testId,
    protocols: protocols
  }, baseline, ports, asking)), detail === "all" ? harmless(asking, UNKNOWN_HEALTH, () => cloud.metrics.health(run.id, asking)) : UNKNOWN_HEALTH ]);
  return {
    trend: trend,
    endpoints: endpoints,
    baselineProtocols: baselineProtocols,
    health: health
  };
}

/** The runs before a run as they are now; those that were read while it went on where that fails. */ async function runsBefore(run, {cloud: cloud, clock: clock, expected: expected}, {signal: signal, onFailure: onFailure}) {
  if (expected === void 0) return cloud.metrics.earlierRuns(run, {
    signal: signal,
    onFailure: onFailure
  });
  const failures = [];
  const late = () => new Error("the list of runs was not read in time");
  try {
    const asking = {
      onFailure: failure => failures.push(failure)
    };
    const now = await withDeadline(clock, {
      limitMs: LIST_MS,
      signal: signal
    }, late, within => abortable(within, cloud.metrics.earlierRuns(run, {
      ...asking,
      signal: within
    })));
    if (failures.length === 0) return now;
  } catch (error) {
    failures.push(toError(error).message);
  }
  for (const failure of failures) onFailure(failure);
  return expected;
}

/**
 * The list of runs seldom changes while a run goes on: what it leads to is asked for at once, and the memory of the client
 * has the answers for the list that counts. What fails here is asked for again.
 */ function foresee(run, comparing, ports, {deciding: deciding, beside: beside}) {
  const {cloud: cloud, expected: expected, detail: detail} = ports;
  if (expected === void 0) return;
  const quiet = {
    onFailure: () => {}
  };
  const foreseeing = async () => {
    const asking = {
      ...deciding,
      ...quiet
    };
    const {baseline: baseline} = await findBaseline({
      run: run,
      earlier: expected,
      comparing: comparing,
      cloud: cloud
    }, asking);
    if (beside === void 0 || detail !== "all") return;
    await collectEndpoints(run, baseline, ports, {
      ...beside,
      ...quiet
    });
  };
  foreseeing().catch(() => {});
}

/** The trend with the run itself at its end; none where no run before has a number. */ function withRun(before, {id: runId, createdMs: createdMs}, p95Ms) {
  return before.some(point => point.p95Ms !== void 0) ? [ ...before, {
    runId: runId,
    createdMs: createdMs,
    p95Ms: p95Ms
  } ] : [];
}

/** A run that passed and sent nothing proves nothing about latency. */ function noRequestWarning({id: id}, {numbers: numbers}) {
  return numbers.requests === 0 ? [ `Run ${id} made no HTTP request, so its latency is unknown.` ] : [];
}

/** Asks for what is only shown: a fault, and a silence that heeds no signal, cost this answer alone. */ async function harmless(asking, otherwise, ask) {
  if (asking === void 0) return otherwise;
  try {
    return await abortable(asking.signal, ask(asking));
  } catch (error) {
    asking.onFailure(toError(error).message);
    return otherwise;
  }
}

// CONCATENATED MODULE: ./src/gate/collect-metrics.ts
/** Collects the metrics of a run that has ended: its numbers, the runs before it, and how it compares. Bounded, and never throws. */
/** All requests of one run may take this long. */
const collect_metrics_BOUND_MS = 25e3;

/** Where a question does not even listen to its signal. */ const GRACE_MS = 1e3;

const USED_UP = "the time of the step for metrics was used up by other runs";

/** The metrics of a run that ran and has ended; `undefined` for any other, and for a step that was cancelled. */ async function collectMetrics(pollResult, comparing, ports, signal) {
  if (pollResult.kind !== "settled" || !hasRun(pollResult.run) || signal.aborted) return;
  const {run: run} = pollResult;
  const {clock: clock, budget: budget} = ports;
  const [sinceMs, leftMs] = [ clock.now(), Math.min(collect_metrics_BOUND_MS, budget.leftMs()) ];
  // What can change the verdict has a bound of its own: no trouble of another run takes it away.
    const decides = reports_isCompared(comparing) && couldBeBaseline(pollResult);
  const misses = {
    deciding: [],
    beside: [],
    lastMs: void 0
  };
  const besideFailed = failure => {
    misses.beside.push(failure);
    misses.lastMs = clock.now();
  };
  const decidingFailed = decides ? failure => misses.deciding.push(failure) : besideFailed;
  const boundMs = decides ? collect_metrics_BOUND_MS : leftMs;
  try {
    if (leftMs <= 0) besideFailed(USED_UP);
    if (boundMs <= 0) return nothingKnown(comparing);
    return await clock_withTimeout(clock, boundMs + GRACE_MS, () => tooLate(boundMs), () => within(clock, boundMs, {
      signal: signal,
      onFailure: decidingFailed
    }, deciding => {
      const read = (beside, besideMs) => readMetrics(run, comparing, {
        ...ports,
        untilMs: sinceMs + besideMs
      }, {
        deciding: deciding,
        beside: beside
      });
      if (!decides) return read(deciding, boundMs);
      // What is shown beside is over before, so that its silence costs nothing else.
            const besideMs = Math.min(leftMs, collect_metrics_BOUND_MS - GRACE_MS);
      if (besideMs <= 0) return read(void 0, 0);
      return within(clock, besideMs, {
        signal: deciding.signal,
        onFailure: besideFailed
      }, beside => read(beside, besideMs));
    }));
  } catch (error) {
    decidingFailed(toError(error).message);
    return nothingKnown(comparing);
  } finally {
    if (misses.lastMs !== void 0) budget.charge(sinceMs, misses.lastMs);
    if (!isAborted(signal)) sayMisses(run, misses, ports);
  }
}

function sayMisses({id: id}, {deciding: deciding, beside: beside}, {onNotice: onNotice}) {
  const [first, ...more] = [ ...deciding, ...beside ];
  const rest = more.length > 0 ? ` (and ${more.length} more)` : "";
  if (first !== void 0) onNotice(`Some numbers of run ${id} are n/a: ${first}${rest}`);
}

function tooLate(limitMs) {
  return new Error(`no complete response within ${Math.round(limitMs / 1e3)} s in all`);
}

/** The same question, for so long. */ function within(clock, limitMs, {signal: signal, onFailure: onFailure}, work) {
  return withDeadline(clock, {
    limitMs: limitMs,
    signal: signal
  }, () => tooLate(limitMs), limited => {
    (0, external_node_events_namespaceObject.setMaxListeners)(0, limited);
 // more than ten questions at once are no leak
        return work({
      signal: limited,
      onFailure: onFailure
    });
  });
}

function nothingKnown(comparing) {
  return withRules(comparing, {
    ...EMPTY,
    isUnread: true,
    warnings: []
  });
}

const EMPTY = {
  ...NO_METRICS,
  testName: void 0,
  trend: [],
  baseline: void 0,
  baselineProtocols: {},
  endpoints: [],
  health: UNKNOWN_HEALTH,
  unsound: []
};

function hasRun({startedMs: startedMs, ending: ending}) {
  return startedMs !== void 0 || ending.kind === "finished";
}

// CONCATENATED MODULE: ./src/gate/remembered-metrics.ts
/**
 * The client of one run with a memory. It covers what the run cannot change: the name of its test, and everything about
 * the runs before it; of an ended run also its endpoints. A question that is still open is waited for. One that failed is asked once more, and only the
 * second failure counts.
 */
function rememberedMetrics(client) {
  const names = memory();
  const lists = memory();
  const runs = memory();
  const numbers = memory();
  const values = memory();
  const endpoints = memory();
  return {
    ...client,
    testName: (testId, asking) => names(testId, asking, own => client.testName(testId, own)),
    earlierRuns: (run, asking) => lists(`earlier ${run.id}`, asking, own => client.earlierRuns(run, own)),
    markedRuns: (run, asking) => lists(`marked ${run.id}`, asking, own => client.markedRuns(run, own)),
    namedRun: (runId, asking) => runs(runId, asking, own => client.namedRun(runId, own)),
    numbers: (runId, asking) => numbers(runId, asking, own => client.numbers(runId, own)),
    latencies: (testId, runIds, asking) => values([ testId, ...runIds ].join(), asking, own => client.latencies(testId, runIds, own)),
    across: (testId, runIds, query, asking) => values(JSON.stringify([ testId, runIds, query ]), asking, own => client.across(testId, runIds, query, own)),
    endpoints: (run, earlierIds, asking) => endpoints([ run.id, ...earlierIds ].join(), asking, own => client.endpoints(run, earlierIds, own))
  };
}

/**
 * What was remembered, but for the lists: the note of a run in them may have got a mark meanwhile, and a newer run may
 * have passed. They are asked for once more, and then remembered.
 */ function withFreshLists(remembered, {earlierRuns: earlierRuns, markedRuns: markedRuns}) {
  return rememberedMetrics({
    ...remembered,
    earlierRuns: earlierRuns,
    markedRuns: markedRuns
  });
}

function memory() {
  const answers = new Map;
  return async (key, asking, ask) => {
    const earlier = answers.get(key);
    const known = earlier === void 0 ? void 0 : await abortable(asking.signal, earlier);
    if (known !== void 0) return known.value;
    const failures = [];
    const asked = ask({
      ...asking,
      onFailure: (...failure) => failures.push(failure)
    });
    const kept = asked.then(value => failures.length === 0 ? {
      value: value
    } : void 0);
    answers.set(key, kept.catch(() => {}));
    const value = await asked;
    for (const failure of failures) asking.onFailure(...failure);
    return value;
  };
}

// CONCATENATED MODULE: ./src/gate/metrics-of-run.ts
/**
 * Pictures are four series and a trend. The first runs of a step have them, and every run that has not passed; those of
 * fifty runs that end together would hold the end of the step up for half a minute. In a step with more runs than this
 * the endpoints of a run that has passed are left out as well.
 */
const MOST_PICTURED = 10;

/**
 * The metrics of a run.
 * @param id of the test or of the run, as the input names it
 */ function metricsOfRun(id, {inputs: inputs, ports: ports, limits: limits, signal: signal}) {
  const {comparison: comparison, policy: policy, targets: targets} = inputs;
  const cloud = {
    ...ports.cloud,
    metrics: rememberedMetrics(ports.cloud.metrics)
  };
  const isHeldAgainst = comparison.baseline.kind !== "none";
  // A comparison reads everything, so that a run that is not sound is marked.
    const isCompared = isHeldAgainst || comparison.markAsBaseline === true;
  const ofPassed = isCompared || targets.ids.length <= MOST_PICTURED ? "all" : ofManyRuns(targets.ids.indexOf(id));
  let hasAsked = false;
  let expected;
  return {
    polled: run => {
      if (hasAsked || run.state === "settled" || !isRunningOrLater(run.phase)) return;
      hasAsked = true;
      // Nobody waits for it: the answers are in the memory when the run has ended.
            const asking = {
        ...ports,
        cloud: cloud,
        isPictured: ofPassed !== "main"
      };
      limits.early(async () => {
        expected = await askEarly(run, comparison, asking, signal);
      });
    },
    collect: pollResult => {
      const detail = judge(pollResult, policy).word === "passed" ? ofPassed : "all";
      const {onNotice: onNotice, budget: budget} = {
        onNotice: ports.reporter.noticed,
        budget: limits.metricsBudget
      };
      const atTheEnd = isHeldAgainst ? withFreshLists(cloud.metrics, ports.cloud.metrics) : cloud.metrics;
      const asked = {
        ...cloud,
        metrics: atTheEnd
      };
      const collecting = {
        ...ports,
        cloud: asked,
        expected: isHeldAgainst ? expected : void 0,
        onNotice: onNotice,
        budget: budget,
        detail: detail
      };
      return limits.metrics(() => collectMetrics(pollResult, comparison, collecting, signal));
    }
  };
}

function ofManyRuns(place) {
  return place < MOST_PICTURED ? "pictures" : "main";
}

// CONCATENATED MODULE: ./src/test-run/phases.ts
/** The spans so far, with one more poll of the run: a phase that goes on is extended, a new one begins. */
function addPhase(spans, run, nowMs) {
  const last = spans.at(-1);
  const before = spans.slice(0, -1);
  const closed = last === void 0 ? [] : [ ...before, {
    ...last,
    toMs: nowMs
  } ];
  if (run.state === "settled" || run.phase === last?.phase) return closed;
  return [ ...closed, {
    phase: run.phase,
    fromMs: nowMs,
    toMs: nowMs
  } ];
}

// CONCATENATED MODULE: ./src/test-run/wording.ts
/** The reason for a verdict on one run: the finding, what became of the run, and what to do. */
function reasonFor(input) {
  const {pollResult: pollResult, verdict: verdict, stopOutcome: stopOutcome} = input;
  const run = "run" in pollResult ? pollResult.run : void 0;
  const stopped = stopOutcome === void 0 ? "" : ` ${stopSentence(stopOutcome, verdict.cause)}`;
  if (run === void 0) return `${wording_withoutRun(pollResult)}${stopped}`;
  const parts = wording_partsOf(run, input);
  const {finding: finding, advice: advice} = CAUSES[verdict.cause];
  const whatToDo = typeof advice === "function" ? advice(parts) : advice;
  return `${finding(parts)}${serviceSays(run)}.${stopped}${whatToDo === void 0 ? "" : ` ${whatToDo}`}`;
}

function stopSentence(outcome, cause) {
  switch (outcome) {
   case "stopped":
    return "A stop was requested for the run.";

   case "already-over":
    return "The run had already ended.";

   case "left":
    return `The run is still going in k6 Cloud (\`${cause === "cancelled" ? "on-cancel" : "on-timeout"}: leave\`).`;

   case "start-left":
    return "A run that the start makes is not stopped (`on-cancel: leave`).";

   case "start-in-doubt":
    return "Its start was not answered, so it may have made a run. The post step searches for it and stops it.";

   case "not-ours":
    return "It was named by `run-id`, so it was not stopped.";

   case "stop-failed":
    return "The run could not be stopped. It may still be running and using VUh.";
  }
}

function wording_partsOf(run, {pollResult: pollResult, metrics: metrics}) {
  const limitMs = "limitMs" in pollResult ? pollResult.limitMs : void 0;
  return {
    run: run,
    metrics: metrics,
    limit: limitMs === void 0 ? "" : formatDuration(limitMs),
    others: pollResult.kind === "started-twice" ? pollResult.others : [],
    failure: "failure" in pollResult ? withoutFullStop(pollResult.failure) : ""
  };
}

function wording_withoutRun(pollResult) {
  switch (pollResult.kind) {
   case "not-started":
    {
      const isUnknown = pollResult.problem === "start-uncertain" || pollResult.problem === "wrong-run";
      return `${withoutFullStop(pollResult.failure)}.${isUnknown ? "" : " No test was started."}`;
    }

   case "cancelled":
    return "The workflow was cancelled before the test run was known.";

   case "gave-up":
    return `The start request got no response within ${formatDuration(pollResult.limitMs)} (\`timeout\`).`;

   case "api-refused":
   case "settled":
   case "api-unreachable":
   case "not-awaited":
   case "started-twice":
    return "";
  }
}

function serviceSays({detail: detail}) {
  if (detail === void 0) return "";
  const {code: code, message: message} = detail;
  if (message === void 0) return code === void 0 ? "" : `; k6 Cloud's error code is ${code}`;
  return `; k6 Cloud says: ${withoutFullStop(message)}${code === void 0 ? "" : ` (code ${code})`}`;
}

// CONCATENATED MODULE: ./src/poll/deadlines.ts
/** How long a finished and processed run may be without its result. */
const RESULT_MS = 3e4;

/** How long an aborted run may be without its result: only a failed threshold would change its verdict. */ const ABORTED_RESULT_MS = 1e4;

/**
 * The deadline that comes first; `undefined` where there is no limit.
 * @param stepStartMs the instant from which `timeout` counts
 */ function nextDeadline(pollState, limits, stepStartMs) {
  const {timeoutMs: timeoutMs, queueMs: queueMs, processingMs: processingMs} = limits;
  const {run: run, hasRun: hasRun, pollingSinceMs: pollingSinceMs, phaseSinceMs: phaseSinceMs, endedSinceMs: endedSinceMs = phaseSinceMs} = pollState;
  const resultMs = run.endedAs === void 0 ? RESULT_MS : ABORTED_RESULT_MS;
  const ends = [ end("timeout", timeoutMs, stepStartMs), !hasRun ? end("queue-timeout", queueMs, pollingSinceMs) : void 0, run.phase === "processing" ? end("processing-timeout", processingMs, endedSinceMs) : void 0, run.phase === "deciding" ? end("result", Math.min(resultMs, processingMs), phaseSinceMs) : void 0 ];
  return ends.filter(one => one !== void 0).reduce((first, one) => first === void 0 || one.atMs < first.atMs ? one : first, void 0);
}

function end(limit, limitMs, fromMs) {
  return limitMs === void 0 ? void 0 : {
    limit: limit,
    limitMs: limitMs,
    atMs: fromMs + limitMs
  };
}

// CONCATENATED MODULE: ./src/poll/poll-state.ts
const NO_FAILURES = {
  failures: 0,
  failingSinceMs: void 0,
  retryAfterMs: void 0
};

/** Before the first poll. */ function initialState(run, nowMs, ours) {
  const never = {
    endedSinceMs: void 0,
    polledMs: void 0,
    runningSinceMs: void 0,
    hasRun: false
  };
  const since = {
    pollingSinceMs: nowMs,
    phaseSinceMs: nowMs
  };
  return {
    run: run,
    startedByUs: ours,
    seen: ours,
    earlier: [],
    ...since,
    ...never,
    ...NO_FAILURES
  };
}

/** After a poll that showed the run. */ function afterPoll(pollState, run, nowMs) {
  const hasRun = pollState.hasRun || isRunningOrLater(run.phase);
  return {
    ...pollState,
    run: run,
    hasRun: hasRun,
    seen: true,
    phaseSinceMs: run.phase === pollState.run.phase ? pollState.phaseSinceMs : nowMs,
    runningSinceMs: pollState.runningSinceMs ?? (hasRun ? runningSince(pollState, run, nowMs) : void 0),
    endedSinceMs: pollState.endedSinceMs ?? (run.phase === "processing" ? nowMs : void 0),
    polledMs: nowMs,
    ...NO_FAILURES
  };
}

/** After a failed poll. */ function afterFailure(pollState, retryAfterMs, nowMs) {
  const failingSinceMs = pollState.failingSinceMs ?? nowMs;
  return {
    ...pollState,
    failures: pollState.failures + 1,
    failingSinceMs: failingSinceMs,
    retryAfterMs: retryAfterMs
  };
}

/**
 * When the run began to run, by our clock. The service's clock may differ from ours, so of a run that we started only
 * the time between two of its stamps is taken; and it began between the last two polls, whatever the stamps say.
 */ function runningSince({startedByUs: startedByUs, pollingSinceMs: pollingSinceMs, polledMs: polledMs}, {createdMs: createdMs, startedMs: startedMs}, nowMs) {
  const earliestMs = polledMs ?? (startedByUs ? pollingSinceMs : -1 / 0);
  const byOurs = startedByUs && createdMs !== void 0 && startedMs !== void 0 ? pollingSinceMs + startedMs - createdMs : void 0;
  const toldMs = byOurs ?? startedMs ?? nowMs;
  return Math.min(nowMs, Math.max(earliestMs, toldMs));
}

// CONCATENATED MODULE: ./src/poll/poll.ts
/** The poller: polls one run until it is settled, a time limit ends, or the step is cancelled. Knows time, not HTTP. */
/** An answer that denies a run which was there a moment ago is believed after this long. */
const NOT_FOUND_GRACE_MS = 3e4;

/** At the very end of a time limit the run is polled once more, and may have ended. */ const LAST_POLL_MS = 5e3;

/**
 * Polls a run to its end.
 * @param first the run as far as it is known
 * @param ours whether we started it: then it is known to exist, and a denial by the API is doubted for a while
 */ async function poll(first, ports, signal, ours) {
  const {clock: clock, interval: interval, limits: limits, stepStartMs: stepStartMs} = ports;
  let pollState = {
    ...initialState(first, clock.now(), ours),
    earlier: ports.earlier ?? []
  };
  for (;;) {
    const polled = await pollOnce(pollState, ports, signal);
    if (polled.kind !== "pending") return polled;
    pollState = polled.pollState;
    const deadline = nextDeadline(pollState, limits, stepStartMs);
    if (deadline !== void 0 && clock.now() >= deadline.atMs) {
      const {run: run} = pollState;
      return poll_aborted(run, ports) ?? {
        kind: "gave-up",
        limit: deadline.limit,
        limitMs: deadline.limitMs,
        run: run
      };
    }
    const wakeMs = Math.min(clock.now() + interval(pollState, clock.now()), deadline?.atMs ?? 1 / 0, outageEndsMs(pollState, limits));
    try {
      await sleep(clock, wakeMs - clock.now(), signal);
    } catch {
      return {
        kind: "cancelled",
        run: pollState.run
      };
 // a sleep ends early by the signal alone
        }
  }
}

async function pollOnce(pollState, ports, signal) {
  const late = new Error("the time limit ended within a poll");
  try {
    const run = await readInTime(pollState, ports, signal, late);
    ports.onPoll(run);
    if (run.state === "settled") return {
      kind: "settled",
      run: run
    };
    return {
      kind: "pending",
      pollState: afterPoll(pollState, run, ports.clock.now())
    };
  } catch (error) {
    if (signal.aborted) return {
      kind: "cancelled",
      run: pollState.run
    };
    if (error === late) return {
      kind: "pending",
      pollState: pollState
    };
    if (!(error instanceof CloudError)) throw error;
    const step = afterError(pollState, error, ports);
    return step.kind === "pending" ? step : poll_aborted(pollState.run, ports) ?? step;
  }
}

/** A request may take longer than what is left of the time limit; the stop of a paid run does not wait for it. */ function readInTime(pollState, {read: read, limits: limits, stepStartMs: stepStartMs, clock: clock}, signal, late) {
  const {id: id} = pollState.run;
  const deadline = nextDeadline(pollState, limits, stepStartMs);
  if (deadline === void 0) return read(id, signal);
  const limitMs = Math.max(deadline.atMs - clock.now(), 0) + LAST_POLL_MS;
  return withDeadline(clock, {
    limitMs: limitMs,
    signal: signal,
    keepsProcessAlive: false
  }, () => late, within => read(id, within));
}

/** A run that was aborted has ended, whether its result comes or not. */ function poll_aborted(run, {onPoll: onPoll}) {
  if (run.endedAs === void 0) return;
  const settled = withoutResult(run, run.endedAs);
  onPoll(settled);
  return {
    kind: "settled",
    run: settled
  };
}

/** A failed poll: retried if a retry can help, within `outage-timeout`. */ function afterError(pollState, error, ports) {
  const {clock: clock, limits: limits} = ports;
  const nowMs = clock.now();
  const sinceMs = pollState.failingSinceMs ?? nowMs;
  const lastingMs = nowMs - sinceMs;
  const failure = error.message;
  const allowed = retryability(error.code);
  const doubt = pollState.seen && lastingMs < Math.min(NOT_FOUND_GRACE_MS, limits.outageMs);
  if (allowed === "final" || allowed === "retry-briefly" && !doubt) return {
    kind: "api-refused",
    run: pollState.run,
    failure: failure,
    problem: problemOf(error)
  };
  // Where the run was seen, the settings are right, and the failure can pass.
    const enough = allowed === "retry-few" && !pollState.seen && pollState.failures + 1 >= FEW_TRIES;
  const limitMs = lastingMs >= limits.outageMs ? limits.outageMs : void 0;
  if (limitMs !== void 0 || enough) return {
    kind: "api-unreachable",
    run: pollState.run,
    failure: failure,
    limitMs: limitMs
  };
  ports.onPollError(pollState.run, failure);
  return {
    kind: "pending",
    pollState: afterFailure(pollState, error.retryAfterMs, nowMs)
  };
}

/** Where an outage, if there is one, has lasted as long as it may. */ function outageEndsMs({failingSinceMs: failingSinceMs}, {outageMs: outageMs}) {
  return failingSinceMs === void 0 ? 1 / 0 : failingSinceMs + outageMs;
}

// CONCATENATED MODULE: ./src/gate/run-test.ts
/** One test to its verdict: starts the run, saves it, polls it, judges it, and stops it if needed. */
/** Starts a test and follows its run to a verdict. */
async function runTest(testId, context) {
  const {inputs: inputs, ports: ports, limits: limits, signal: signal} = context;
  const followed = {
    testId: testId,
    metrics: metricsOfRun(testId, context)
  };
  const started = await limits.start(() => gate_start_startRun(testId, inputs, ports, signal));
  if (started.state === "not-started") return conclude(followed, started.pollResult, [], context);
  const {run: run, earlier: earlier} = started;
  ports.reporter.runStarted(run);
  if (!inputs.wait) return conclude(followed, {
    kind: "not-awaited",
    run: run
  }, [], context);
  return pollAndJudge({
    ...followed,
    earlier: earlier
  }, run, context);
}

/** Follows a run that somebody else started; it is never stopped. */ async function judgeExistingRun(runId, context) {
  const followed = {
    testId: void 0,
    metrics: metricsOfRun(runId, context)
  };
  return pollAndJudge(followed, context.ports.cloud.unknownRun(runId), context);
}

async function pollAndJudge(followed, first, context) {
  const {inputs: inputs, ports: ports, signal: signal} = context;
  const {cloud: cloud, clock: clock, reporter: reporter, memory: memory} = ports;
  const {testId: testId, metrics: metrics, earlier: earlier = []} = followed;
  let phases = [];
  const announced = new Set(first.seen ? [ first.url ] : []);
  const onPoll = run => {
    if (!announced.has(run.url)) reporter.runStarted(run);
 // not named yet, or the API knows a better address than its id
        announced.add(run.url);
    phases = addPhase(phases, run, clock.now());
    reporter.polled(run);
    metrics.polled(run);
  };
  const own = ownRunReader(testId, cloud.read);
  const pollPorts = {
    ...ports,
    read: own.read,
    earlier: earlier,
    limits: inputs.limits,
    onPoll: onPoll,
    onPollError: reporter.pollFailed
  };
  const atStart = await checkForSecondRuns(startOf(testId, ports), {
    kind: "not-awaited",
    run: first
  }, ports, signal);
  const pollResult = atStart.kind === "not-awaited" ? await withThresholds(await poll(first, pollPorts, signal, testId !== void 0), context) : atStart;
  if (testId !== void 0 && own.isForeign()) memory.forget(testId);
 // nobody stops it, post neither
    return conclude(followed, pollResult, phases, context);
}

function startOf(testId, {memory: memory}) {
  return testId === void 0 ? void 0 : memory.pending().find(one => one.testId === testId);
}

/** `require-thresholds` costs one request more, and only for a run that would pass: the options do not show samples. */ async function withThresholds(pollResult, {inputs: inputs, ports: ports, signal: signal}) {
  const {policy: policy} = inputs;
  if (!policy.requireThresholds || pollResult.kind !== "settled") return pollResult;
  if (judge(pollResult, {
    ...policy,
    requireThresholds: false
  }).word !== "passed") return pollResult;
  try {
    return {
      ...pollResult,
      run: {
        ...pollResult.run,
        thresholds: await ports.cloud.thresholds(pollResult.run, signal)
      }
    };
  } catch (error) {
    if (!signal.aborted) throw error;
    return {
      kind: "cancelled",
      run: pollResult.run
    };
  }
}

async function conclude({testId: testId, metrics: metricsSource}, polled, phases, context) {
  const {inputs: inputs, ports: ports, signal: signal} = context;
  const start = startOf(testId, ports);
  const stopOutcome = await stopIfNeeded({
    testId: testId,
    pollResult: polled
  }, inputs, ports, signal);
  // Its run is stopped first: a list that does not answer must not keep it going.
    const pollResult = polled.kind === "not-awaited" ? polled : await checkForSecondRuns(start, polled, ports, signal);
  const metrics = await metricsSource.collect(pollResult);
  const noteFailure = await finishNote(pollResult, metrics, context);
  const {requireComparison: requireComparison} = inputs.comparison;
  const regressions = metrics?.regressions ?? [];
  const comparisonCutShort = signal.aborted && reports_isCompared(inputs.comparison);
  const notCompared = metrics?.notCompared ?? noteFailure;
  const comparisonMissing = requireComparison === true && notCompared !== void 0;
  const verdict = decide({
    pollResult: pollResult,
    regressions: regressions,
    comparisonCutShort: comparisonCutShort,
    comparisonMissing: comparisonMissing
  }, inputs.policy);
  const judged = metrics === void 0 ? void 0 : {
    ...metrics,
    notCompared: notCompared
  };
  const reason = reasonFor({
    pollResult: pollResult,
    verdict: verdict,
    stopOutcome: stopOutcome,
    metrics: judged
  });
  const origin = "run" in pollResult ? pollResult.run?.origin : void 0;
  const source = testId === void 0 ? origin : inputs.comparison.origin?.head;
  return {
    testId: testId,
    pollResult: pollResult,
    source: source,
    verdict: verdict,
    stopOutcome: stopOutcome,
    phases: phases,
    reason: reason,
    metrics: judged
  };
}

/** Without its tail and its marks, a run could be the baseline of a later one that it must not be. */ async function finishNote(pollResult, metrics, {inputs: inputs, ports: ports, signal: signal}) {
  const run = "run" in pollResult ? pollResult.run : void 0;
  if (ports.finishNote === void 0 || run === void 0) return;
  const marks = marksOf(pollResult, metrics, {
    isCompared: reports_isCompared(inputs.comparison)
  });
  // The API is in trouble or time is over, but the run may still pass: post writes the mark.
    if (pollResult.kind === "gave-up" || pollResult.kind === "api-unreachable") {
    if (marks.length > 0) await ports.finishNote(run.id, marks, AbortSignal.abort());
    return;
  }
  if (!FINISHED_AT_ONCE.has(pollResult.kind)) return;
  const failure = await ports.finishNote(run.id, marks, signal);
  if (failure === void 0) return;
  return `The note by which later comparisons know run ${run.id} could not be written: ${withoutFullStop(failure)}`;
}

const FINISHED_AT_ONCE = new Set([ "settled", "not-awaited", "cancelled" ]);

/** A read that shows a run of another test is not believed: such a run is neither judged nor stopped. */ function ownRunReader(testId, read) {
  if (testId === void 0) return {
    read: read,
    isForeign: () => false
  };
  let isForeign = false;
  return {
    isForeign: () => isForeign,
    read: async (runId, signal) => {
      const run = await read(runId, signal);
      isForeign = run.testId !== void 0 && run.testId !== testId;
      if (!isForeign) return run;
      const response = `the response shows a run of test ${run.testId}, but test ${testId} was started`;
      throw new CloudError("wrong-run", {
        request: `the read of run ${runId}`,
        response: response
      });
    }
  };
}

/** After a cancel in the middle of the starts: a run that was to be left is stopped like any other. */ async function stopStarted(outcome, context) {
  const {testId: testId, pollResult: pollResult, phases: phases} = outcome;
  if (pollResult.kind !== "not-awaited" || testId === void 0) return outcome;
  const cancelled = {
    kind: "cancelled",
    run: pollResult.run
  };
  return conclude({
    testId: testId,
    metrics: metricsOfRun(testId, context)
  }, cancelled, phases, context);
}

// CONCATENATED MODULE: ./src/gate/metrics-budget.ts
/** For all runs that end at about the same time; the end of the step waits no longer than this. */
const STEP_BUDGET_MS = 3e4;

/** After this long without a charge the budget is full again: runs that end hours apart do not share it. */ const REFILL_MS = 6e4;

/** A full budget. */ function metricsBudget({now: now}) {
  let spentMs = 0;
  let chargedUntilMs = -1 / 0;
  return {
    leftMs: () => {
      if (now() > chargedUntilMs + REFILL_MS) spentMs = 0;
      return Math.max(0, STEP_BUDGET_MS - spentMs);
    },
    charge: (sinceMs, untilMs) => {
      spentMs += Math.max(0, untilMs - Math.max(sinceMs, chargedUntilMs));
      chargedUntilMs = Math.max(chargedUntilMs, untilMs);
    }
  };
}

// CONCATENATED MODULE: ./src/gate/turns.ts
/** Turns for work that many runs of a step do: a few at a time, and a turn that takes long is handed on. */
/** Turns by the given clock. */
function turns({setTimer: setTimer}, {atOnce: atOnce, mostMs: mostMs}) {
  const limit = pLimit(atOnce);
  return work => new Promise((resolve, reject) => {
    limit(() => new Promise(handOn => {
      const disarm = setTimer(mostMs, handOn);
      Promise.resolve().then(work).then(resolve, reject).then(() => {
        disarm();
        handOn();
      });
    }));
  });
}

// CONCATENATED MODULE: ./src/gate/gate.ts
/** The step: starts, polls, judges and reports every test, in parallel. */
/** How long a stop may be tried after a fault of our own. */
const FAULT_BUDGET_MS = 1e4;

/** Starts under way at a time: each is two requests or more, and one that fails takes minutes of retries. */ const MAX_CONCURRENT_STARTS = 5;

/** The metrics of a run are a dozen requests with a bound in time; more at once would wait for the step's budget of requests in it. */ const MAX_CONCURRENT_METRICS = 3;

/** A run whose metrics come takes a second or two. So fifty runs whose metrics do not come wait for two minutes, not for seven. */ const METRICS_TURN_MS = 5e3;

/**
 * Starts the tests, or takes the runs, that the inputs name, and follows each to its verdict.
 * @throws only what is a fault of this action; the runs are stopped before
 */ async function runGate(inputs, ports, signal, simulated) {
  const {kind: kind, ids: ids} = inputs.targets;
  const testIds = kind === "tests" ? ids : [];
  const runIds = kind === "runs" ? ids : [];
  ports.reporter.opened({
    apiName: ports.cloud.apiName,
    testIds: testIds,
    runIds: runIds,
    simulated: simulated
  });
  const together = new AbortController;
  signal.addEventListener("abort", () => {
    together.abort(signal.reason);
  });
  const endingOthers = work => work.catch(fault => {
    together.abort(fault);
 // the others stop their runs and end, instead of going on for hours
        throw toError(fault);
  });
  const limits = {
    start: pLimit(MAX_CONCURRENT_STARTS),
    early: pLimit(MAX_CONCURRENT_METRICS),
    metrics: turns(ports.clock, {
      atOnce: MAX_CONCURRENT_METRICS,
      mostMs: METRICS_TURN_MS
    }),
    metricsBudget: metricsBudget(ports.clock)
  };
  const context = {
    inputs: inputs,
    ports: ports,
    limits: limits,
    signal: together.signal
  };
  const settled = await Promise.allSettled([ ...testIds.map(testId => endingOthers(runTest(testId, context))), ...runIds.map(runId => endingOthers(judgeExistingRun(runId, context))) ]);
  const fault = settled.find(one => one.status === "rejected");
  if (fault !== void 0) {
    await Promise.all(ports.memory.pending().map(left => stopPending(left, ports, FAULT_BUDGET_MS, signal)));
    throw toError(fault.reason);
  }
  const ended = settled.flatMap(one => one.status === "fulfilled" ? [ one.value ] : []);
  const outcomes = signal.aborted ? await Promise.all(ended.map(one => stopStarted(one, context))) : ended;
  for (const {testId: testId, pollResult: pollResult} of outcomes) if (pollResult.kind === "not-awaited" && testId !== void 0) ports.memory.leave(testId);
  return stepOutcome(outcomes, inputs.failOn, simulated);
}

// CONCATENATED MODULE: ./src/poll/likely-end.ts
/** Fewer runs are no rule. */
const FEWEST = 3;

/** Runs of one test differ by this much, or by this share of their length. */ const SPREAD_MS = 3e3;

const SPREAD_SHARE = .05;

/**
 * k6's default for `gracefulStop`, which k6 adds to the planned duration (grafana/k6, `lib.GetEndOffset`). A run that ends
 * within it before its plan, or after it, has kept its plan.
 */ const GRACEFUL_STOP_MS = 3e4;

/**
 * Where the end of a run is likely by its earlier runs, in order; `undefined` where its plan says it better, because
 * most of them kept theirs, or where they are too few.
 */ function likelyEnds(earlier, plannedMs) {
  if (earlier.length < FEWEST) return;
  const kept = earlier.filter(({lastedMs: lastedMs, plannedMs: plan}) => plan !== void 0 && keptPlan(lastedMs, plan));
  if (plannedMs !== void 0 && kept.length * 2 > earlier.length) return;
  const sorted = earlier.map(({lastedMs: lastedMs}) => lastedMs).sort((a, b) => a - b);
  const spans = [];
  for (const lastedMs of sorted) {
    const spreadMs = Math.max(SPREAD_MS, SPREAD_SHARE * lastedMs);
    const [fromMs, toMs] = [ Math.max(0, lastedMs - spreadMs), lastedMs + spreadMs ];
    const last = spans.at(-1);
    if (last === void 0 || fromMs > last.toMs) spans.push({
      fromMs: fromMs,
      toMs: toMs,
      runs: 1
    }); else [last.toMs, last.runs] = [ toMs, last.runs + 1 ];
  }
  return spans.map(({fromMs: fromMs, toMs: toMs, runs: runs}, place) => {
    const left = spans.slice(place).reduce((sum, one) => sum + one.runs, 0);
    return {
      fromMs: fromMs,
      toMs: toMs,
      share: runs / left
    };
  });
}

function keptPlan(lastedMs, plannedMs) {
  return lastedMs >= plannedMs - GRACEFUL_STOP_MS - SPREAD_MS && lastedMs <= plannedMs + GRACEFUL_STOP_MS + SPREAD_MS;
}

// CONCATENATED MODULE: ./src/poll/interval.ts
/** The longest pause after a failed poll; a longer one would notice the end of an outage late. */
const interval_MAX_BACKOFF_MS = 15e3;

/**
 * A fixed interval. After failures it grows, so that a failing service is left alone; the service's own wish counts
 * more than either.
 * @param intervalMs the pause between two polls
 */ function fixedInterval(intervalMs) {
  return ({failures: failures, retryAfterMs: retryAfterMs}) => {
    if (retryAfterMs !== void 0) return Math.max(retryAfterMs, intervalMs);
    const grown = intervalMs * 2 ** Math.min(Math.max(0, failures - 1), 10);
    return Math.max(intervalMs, Math.min(interval_MAX_BACKOFF_MS, grown));
  };
}

/** Polls fall on a tick, so that polls of several runs coincide and can be merged into one request. */ const TICK_MS = 500;

/** Two polls of a run are no closer than this, unless its verdict is due. */ const MIN_INTERVAL_MS = 1e3;

/** Two polls are no farther apart than this, so that the log shows progress even with a long time limit. */ const MAX_INTERVAL_MS = 6e4;

/** Used if the planned duration is unknown. */ const UNPLANNED_MS = 6e4;

/**
 * The interval that follows the run: short where an end is likely, long elsewhere. Its numbers are measured by
 * `npm run bench`, see docs/internals/performance.md.
 * @param random draws the tick of this step, so that steps which start together do not poll together
 */ function autoInterval(random) {
  const offsetMs = Math.floor(random() * TICK_MS);
  const onBeat = (ms, round) => round((ms - offsetMs) / TICK_MS) * TICK_MS + offsetMs;
  return (pollState, nowMs) => {
    const {failures: failures, retryAfterMs: retryAfterMs} = pollState;
    if (retryAfterMs !== void 0) return onBeat(nowMs + Math.max(retryAfterMs, MIN_INTERVAL_MS), Math.ceil) - nowMs;
    const wishMs = failures > 0 ? afterFailures(failures) : untilLikelyEnd(pollState, nowMs);
    return onBeat(nowMs + Math.min(wishMs, MAX_INTERVAL_MS), Math.round) - nowMs;
  };
}

/** After a lost response, poll again soon; leave a failing service alone. */ function afterFailures(failures) {
  return Math.min(interval_MAX_BACKOFF_MS, MIN_INTERVAL_MS * 2 ** Math.min(failures - 1, 10));
}

/**
 * The pause by phase. Where an end is equally likely at any time of a span, the best pause grows with the square root
 * of the span: half of it is the price in lateness, the number of polls is the price in requests.
 */ function untilLikelyEnd(pollState, nowMs) {
  const {run: run, pollingSinceMs: pollingSinceMs, phaseSinceMs: phaseSinceMs} = pollState;
  const ageMs = nowMs - pollingSinceMs;
  switch (run.phase) {
   case "created":
   case "validated":
   case "initializing":
   case "unrecognised":
    // Quota and script errors show in the first seconds, and the less likely the longer nothing was seen of them.
    return Math.max(MIN_INTERVAL_MS, ageMs / 4);

   case "queued":
    // Nothing ends here. Half of the planned time at most, so that a short run after it is not slept through.
    return Math.max(MIN_INTERVAL_MS, Math.min(ageMs / 2, (run.plannedMs ?? UNPLANNED_MS) / 2));

   case "running":
    return whileRunning(pollState, nowMs);

   case "processing":
   case "deciding":
    // The verdict is due; mostly within seconds.
    return Math.max(TICK_MS, rootOf(nowMs - phaseSinceMs, .25));
  }
}

/**
 * How large the pauses are where no end is likely, as a factor of the square root of the span in seconds. Where the
 * service says whether a threshold can abort the run (v6), an early end is far more likely, or hardly possible.
 */ const FACTORS = {
  unknown: .45,
  possible: .2,
  impossible: .9
};

/** The same where earlier runs of the test ended. */ const LIKELY_FACTOR = .25;

function whileRunning(state, nowMs) {
  const {run: run, runningSinceMs: runningSinceMs, phaseSinceMs: phaseSinceMs, earlier: earlier} = state;
  const ranMs = nowMs - (runningSinceMs ?? phaseSinceMs);
  const {plannedMs: plannedMs} = run;
  const factor = FACTORS[run.abortChance ?? "unknown"];
  const ends = likelyEnds(earlier, plannedMs);
  if (ends !== void 0) return byEarlierRuns(ends, ranMs, factor);
  if (plannedMs === void 0) return Math.max(MIN_INTERVAL_MS, rootOf(ranMs, .45));
  const restMs = plannedMs + MIN_INTERVAL_MS - ranMs;
  // Past its plan it is in its graceful stop. That it has ended is no verdict yet, so frequent polls are not needed.
    if (restMs < MIN_INTERVAL_MS) return overdue(MIN_INTERVAL_MS - restMs);
  // The plan may hold k6's graceful stop, which a run that ends by itself does not use: its end is likely from here on.
    if (restMs <= GRACEFUL_STOP_MS + MIN_INTERVAL_MS) return interval_evenly(restMs, NEAR_END_MS);
  // Before that only a threshold can end it. Even steps, so that the last one ends where the likely end begins.
    return interval_evenly(restMs - GRACEFUL_STOP_MS, rootOf(plannedMs, factor));
}

/** The pause where earlier runs tell more than the plan: even steps up to the next likely end, and small ones in it. */ function byEarlierRuns(ends, ranMs, factor) {
  const last = ends.at(-1)?.toMs ?? 0;
  const next = ends.find(({toMs: toMs}) => ranMs < toMs);
  if (next === void 0) return overdue(ranMs - last);
  // A test that does not keep its plan may end anywhere, so that polls are not as rare as a script without aborts allows.
    const rareMs = rootOf(last, Math.min(factor, FACTORS.unknown));
  if (ranMs < next.fromMs) return interval_evenly(next.fromMs - ranMs, rareMs);
  return Math.max(MIN_INTERVAL_MS, Math.min(rareMs, rootOf((next.toMs - next.fromMs) / next.share, LIKELY_FACTOR)));
}

/** Past every likely end: the longer, the less likely it is to end just now. */ function overdue(overMs) {
  return Math.max(1.5 * MIN_INTERVAL_MS, overMs / 8);
}

/** The interval while the end is likely. */ const NEAR_END_MS = 3e3;

/** A span in even steps of about the given length. */ function interval_evenly(spanMs, stepMs) {
  return Math.max(MIN_INTERVAL_MS, spanMs / Math.max(1, Math.round(spanMs / stepMs)));
}

/** `share` times the square root of a span in seconds, ms. */ function rootOf(spanMs, share) {
  return 1e3 * share * Math.sqrt(Math.max(0, spanMs) / 1e3);
}

// CONCATENATED MODULE: ./src/report/annotations.ts
/** GitHub shows ten annotations of a level per step; the last place is kept for the count of the rest. */
const MOST_OF_A_LEVEL = 9;

/** The reporter of annotations. */ function annotationsReporter(annotate, failOn) {
  return {
    name: "annotations",
    closed: outcome => {
      for (const level of [ "error", "warning", "notice" ]) show(annotate, level, outcome, failOn);
      const warnings = outcome.runs.flatMap(({metrics: metrics}) => metrics?.warnings ?? []);
      [ ...new Set(warnings) ].slice(0, MOST_OF_A_LEVEL).forEach(warning => {
        annotate("warning", warning);
      });
    }
  };
}

function show(annotate, level, outcome, failOn) {
  const those = outcome.runs.filter(run => levelOf(run, failOn) === level).map(annotations_wordsOf);
  // What says the same has one cause, such as a rejected token: it is shown once.
    const distinct = [ ...new Map(those.map(words => [ JSON.stringify(words), words ])).values() ];
  distinct.slice(0, MOST_OF_A_LEVEL).forEach(([title, message]) => {
    annotate(level, message, title);
  });
  if (distinct.length > MOST_OF_A_LEVEL) {
    const rest = distinct.length - MOST_OF_A_LEVEL;
    annotate(level, `${rest} more test ${rest === 1 ? "run is" : "runs are"} in the log and in the job summary.`);
  }
}

function annotations_wordsOf(run) {
  const address = outcome_pageOf(run);
  return [ titleOf(run), address === void 0 ? run.reason : `${run.reason} ${address}` ];
}

function levelOf(run, failOn) {
  if (failsJob(run.verdict, failOn)) return "error";
  return VERDICT_WORDS[run.verdict.word].tone === "bad" || isDoubtfulPass(run) ? "warning" : "notice";
}

// EXTERNAL MODULE: ./src/runner/pull-request.ts
var pull_request = __nccwpck_require__(490);

// CONCATENATED MODULE: ./src/report/comment-marker.ts
/** Pure: the hidden first line of the comment, by which it is found again and known as older or newer. */
const LONGEST_KEY = 200;

const BEGINNING = "\x3c!-- k6-cloud-gate ";

const WORKFLOW_DIGITS = 12;

/** The line. One that was written without a number is still found, and any run may replace it. */ function marker(key, number) {
  return number === void 0 ? `${opening(key)} --\x3e` : `${opening(key)} run=${number.run}.${number.attempt} workflow=${digest(number.workflow).slice(0, WORKFLOW_DIGITS)} --\x3e`;
}

/** Whether a comment begins with the marker of any key. */ function isMarked(body) {
  return body.startsWith(BEGINNING);
}

/**
 * Reads the marker of a comment: `undefined` without this key at its very beginning, `unnumbered` where no run is
 * named. Numbers of another workflow cannot be compared, so its comments are never newer.
 */ function readMarker(body, key, mine) {
  const start = opening(key);
  if (!body.startsWith(`${start} `)) return;
  const rest = body.slice(start.length, start.length + 100);
  if (rest.startsWith(" --\x3e")) return "unnumbered";
  const groups = /^ run=(?<run>\d{1,15})\.(?<attempt>\d{1,15}) workflow=(?<workflow>[0-9a-f]{12}) -->/u.exec(rest)?.groups;
  if (groups === void 0) return;
  const [run, attempt] = [ Number(groups["run"]), Number(groups["attempt"]) ];
  const isSame = mine !== void 0 && digest(mine.workflow).startsWith(groups["workflow"] ?? " ");
  return {
    run: run,
    attempt: attempt,
    isNewer: isSame && (run > mine.run || run === mine.run && attempt > mine.attempt)
  };
}

/** The key of a step that sets none: workflow, job, and the tests as the runs name them. */ function defaultKey(workflow, {runs: runs}) {
  const tests = runs.map(run => run.testId ?? runOf(run)?.testId);
  const known = tests.filter(test => test !== void 0);
  return known.length === 0 || known.length < tests.length ? workflow : `${workflow} / ${[ ...new Set(known) ].join(" ")}`;
}

/**
 * The key can't end the line: every sign but letters, digits and a few others is written as `%XX`, the dash and the
 * space included.
 */ function opening(key) {
  const sound = key.replace(/\p{Surrogate}/gu, "�");
  const written = encodeURIComponent(sound).replace(/[^\w.%]/gu, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${BEGINNING}${written.length <= LONGEST_KEY ? written : digest(sound)}`;
}

function digest(text) {
  return (0, external_node_crypto_namespaceObject.createHash)("sha256").update(text).digest("hex");
}

// CONCATENATED MODULE: ./src/report/comment-search.ts
/** Reading ahead is worth this much; the end reads what did not come. */
const AHEAD_MS = 2e4;

/** A newer workflow run may write its comment at any time, so that an older reading is repeated before anything is written. */ const FRESH_MS = 1e4;

/** The clock of the runner may be ahead of GitHub's by this much. */ const comment_search_CLOCK_DOUBT_MS = 10 * 6e4;

/** A search that has not begun. */ function commentSearch({commenting: commenting, clock: clock}) {
  const ending = new AbortController;
  let opened;
  let known;
  let newest;
  let underWay = Promise.resolve();
  const kept = (atMs, found) => {
    newest = {
      atMs: atMs,
      found: found
    };
    return found;
  };
  const read = async (signal, since) => {
    const atMs = clock.now();
    const search = since === void 0 ? await (await (opened ??= commenting())).pullRequest(signal) : void 0;
    if (search?.kind === "none") return kept(atMs, search);
    const pullRequest = since?.pullRequest ?? search?.pullRequest;
    if (pullRequest === void 0) throw new Error("there is neither a pull request nor a reason");
    const comments = new Map(since?.comments);
    const sinceMs = since === void 0 ? void 0 : since.atMs - comment_search_CLOCK_DOUBT_MS;
    for await (const comment of pullRequest.comments(signal, sinceMs)) if (isMarked(comment.body)) comments.set(comment.id, comment);
    known = {
      atMs: atMs,
      pullRequest: pullRequest,
      comments: comments
    };
    return kept(atMs, {
      kind: "found",
      pullRequest: pullRequest,
      comments: [ ...comments.values() ]
    });
  };
  const late = () => new Error("GitHub did not respond in time");
  return {
    ahead: () => {
      const readAhead = () => withDeadline(clock, {
        limitMs: AHEAD_MS,
        signal: ending.signal
      }, late, within => read(within, known));
      underWay = underWay.then(readAhead).catch(() => {});
    },
    found: async signal => {
      await abortable(signal, underWay);
      const isFresh = newest !== void 0 && clock.now() - newest.atMs < FRESH_MS;
      return isFresh && newest !== void 0 ? newest.found : read(signal, known);
    },
    again: signal => read(signal, void 0),
    end: () => {
      ending.abort();
    }
  };
}

// CONCATENATED MODULE: ./src/report/comment-text.ts
/** GitHub refuses a comment of more than 65,536 characters. */
const MOST_CHARACTERS = 65e3;

const MOST_THRESHOLDS = 10;

const comment_text_MOST_ENDPOINTS = 5;

const comment_text_MOST_RUNS = 20;

const comment_text_LONGEST_REASON = 1e3;

/** The comment as Markdown. */ function commentText(outcome, context) {
  const runs = worstFirst(outcome.runs);
  const [worst] = runs;
  const summaryLink = context.summaryUrl === void 0 ? "" : `${markdown_link("all numbers and charts", context.summaryUrl)} · `;
  const commit = context.commit === void 0 ? "" : `commit ${context.commit} · `;
  const sections = [ comment_text_fixed(`${marker(context.key, context.runNumber)}\n### ${headline(outcome)}`), ...isTolerated(outcome) ? [ comment_text_fixed(NOT_FAILING) ] : [], ...runs.length > 1 ? [ section("the table of runs", 90, overview(runs, comment_text_MOST_RUNS)) ] : [], ...worst === void 0 ? [] : about(worst, runs.length > 1), comment_text_fixed(`<sub>${commit}${summaryLink}k6 Cloud gate</sub>`) ];
  return truncatedToBudget(sections, MOST_CHARACTERS, text => text.length);
}

function about(outcome, oneOfMany) {
  const {metrics: metrics} = outcome;
  const failed = (metrics?.thresholds ?? []).filter(one => one.failed);
  const latency = metrics === void 0 ? "" : latencyChart(metrics);
  const reason = prose(clipped(outcome.reason, comment_text_LONGEST_REASON));
  // What became of a run that was given up stands in the reason alone.
    const isInHeadline = finding(outcome) !== void 0 && !oneOfMany && outcome.verdict.cause !== "time-limit";
  const name = oneOfMany ? `**${escaped(clipped(nameOf(outcome)))}** · ` : "";
  return [ section("which run it was", 80, isInHeadline ? identity(outcome) : `${name}${identity(outcome)}\n\n${reason}`), section("what the run is compared with", 65, comparedLine(outcome)), ...(metrics?.warnings ?? []).map(one => section("a warning", 60, `> ⚠️ ${prose(clipped(one, comment_text_LONGEST_REASON))}`)), section("key numbers", 70, keyNumbers(metrics)), section("endpoints", 65, endpointsSection(metrics, comment_text_MOST_ENDPOINTS, title => `**${title}**`)), section("failing checks", 55, checksSentence(metrics?.checks ?? [])), section("thresholds that were not met", 50, failed.length < 2 ? "" : thresholdsTable(failed, MOST_THRESHOLDS)), section("the latency chart", 40, latency === "" ? "" : folded("p95 latency over the run", latency)) ];
}

function section(what, weight, markdown) {
  return {
    what: what,
    weight: weight,
    markdown: markdown
  };
}

function comment_text_fixed(markdown) {
  return section("the verdict", 1 / 0, markdown);
}

// CONCATENATED MODULE: ./src/report/comment.ts
/** The reporter of the comment. */
function commentReporter(ports) {
  const search = commentSearch(ports);
  const settled = new Set;
  let runCount = 0;
  let hasBegun = false;
  return {
    name: "comment on the pull request",
    opened: plan => {
      runCount = plan.testIds.length + plan.runIds.length;
    },
    polled: run => {
      const isLast = run.state === "settled" && settled.add(run.id).size === runCount;
      const isFirst = !hasBegun && (run.state === "settled" || isRunningOrLater(run.phase));
      hasBegun ||= isFirst;
      if (isFirst || isLast) search.ahead();
 // the second time beside the metrics of the last run
        },
    closed: async (outcome, signal) => {
      try {
        await comment(ports, {
          outcome: outcome,
          search: search
        }, signal);
      } catch (error) {
        if (!(error instanceof pull_request /* CommentRefused */ .IW)) throw error;
        ports.warn(error.message);
      } finally {
        search.end();
      }
    }
  };
}

async function comment(ports, {outcome: outcome, search: search}, signal) {
  const found = await search.found(signal);
  if (found.kind === "none") {
    ports.note(`No comment on a pull request: ${found.why}.`);
    return;
  }
  const {pullRequest: pullRequest} = found;
  const {runNumber: runNumber, summaryUrl: summaryUrl, when: when} = ports;
  const key = ports.key(outcome);
  const text = commentText(outcome, {
    key: key,
    runNumber: runNumber,
    summaryUrl: summaryUrl,
    commit: pullRequest.commit
  });
  const sticky = {
    pullRequest: pullRequest,
    key: key,
    text: text,
    runNumber: runNumber,
    mayCreate: when === "always" || isFailure(outcome),
    signal: signal
  };
  let url;
  try {
    url = await write(sticky, found.comments, ports.note);
  } catch (error) {
    if (!(error instanceof pull_request /* CommentUncertain */ .PN)) throw error;
    // The list shows whether the comment was created.
        const again = await search.again(signal);
    url = again.kind === "none" ? void 0 : await write(sticky, again.comments, ports.note);
  }
  if (url !== void 0 && url !== "") ports.onWritten(url);
}

/**
 * Writes the comment: over the oldest one of ours that is still there, else as a new one.
 * @returns the address; `undefined` where nothing was to be written
 */ async function write(sticky, comments, note) {
  const {pullRequest: pullRequest, text: text, signal: signal} = sticky;
  const all = await ours(sticky, comments);
  const newer = all.find(({mark: mark}) => mark !== "unnumbered" && mark.isNewer)?.mark;
  if (newer !== void 0 && newer !== "unnumbered") {
    note(`The comment on the pull request is of the newer workflow run ${numbered(newer)}. It was not changed.`);
    return;
  }
  for (const [place, one] of all.entries()) {
    const url = await updated(sticky, one);
    if (url === void 0) continue;
    await removeSurplus(sticky, note, one, all.slice(place + 1));
    return url;
  }
  return sticky.mayCreate ? pullRequest.create(text, signal) : void 0;
}

function numbered({run: run, attempt: attempt}) {
  return attempt === 1 ? `#${run}` : `#${run}, attempt ${attempt}`;
}

/** Our comments, oldest first. One that somebody else wrote is not ours to edit, even if it copies the marker. */ async function ours({pullRequest: pullRequest, key: key, runNumber: runNumber, signal: signal}, comments) {
  const all = [];
  for (const one of comments) {
    const mark = readMarker(one.body, key, runNumber);
    if (mark === void 0) continue;
    const isOurs = one.byBot || one.author !== void 0 && one.author === await pullRequest.self(signal);
    if (isOurs) all.push({
      ...one,
      mark: mark
    });
  }
  return all;
}

/** The address; `undefined` where the comment was deleted meanwhile. */ async function updated({pullRequest: pullRequest, text: text, signal: signal}, {id: id}) {
  try {
    return await pullRequest.update(id, text, signal);
  } catch (error) {
    if (error instanceof pull_request /* CommentGone */ .n1) return;
    throw error;
  }
}

/** Two jobs that end at once both find none and create one each. The next one to write clears that up. */ async function removeSurplus({pullRequest: pullRequest, signal: signal}, note, kept, surplus) {
  try {
    for (const {id: id} of surplus.filter(({author: author}) => author === kept.author)) await pullRequest.remove(id, signal);
  } catch {
    note("A second comment of this action on the pull request could not be deleted.");
  }
}

function isFailure({word: word}) {
  return word !== "passed" && word !== "started" && word !== "skipped";
}

// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

// CONCATENATED MODULE: ./src/text/safe-text.ts
/** Makes text from anywhere harmless for the runner, which reads every line of the log for commands. */
/**
 * One line that the runner takes for text. It honours `::command::` at a line's start behind white space, and
 * `##[command]` anywhere in a line (actions/runner, ActionCommand); both are broken by a zero-width joiner of words.
 */
function safeLine(text) {
  return withoutCommands(characters_oneLine(text));
}

/** Text of any number of lines of which none is a workflow command. */ function withoutCommands(text) {
  return text.replaceAll("##[", "#⁠#[").replace(/(?<=^|\u0085)([\s\u0085]*):(?=:)/gmu, "$1:⁠");
}

/**
 * The value of an output: one line without secrets, controls and commands, since workflows echo it. JSON stays JSON of
 * the same meaning.
 */ function safeOutput(value, redact) {
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

// CONCATENATED MODULE: ./src/text/xml.ts
/** Pure: text from anywhere -> text inside XML, and elements of it. */
/** Signs that XML 1.0 has no place for, lone surrogates included. Source: XML 1.0, production 2. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const MEANINGFUL = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;"
};

/** Text for an attribute or between tags; no workflow command, neither in the file nor where a program prints what it read. */ function xmlText(text) {
  return withoutCommands(withoutInvisible(text.replace(FORBIDDEN, "�"))).replace(/[&<>"'\t\n\r]/gu, sign => MEANINGFUL[sign] ?? sign);
}

/** An element; attributes without a value are left out, children are XML already. */ function xml_element(name, attributes, children = []) {
  const written = Object.entries(attributes).flatMap(([key, value]) => value === void 0 ? [] : [ ` ${key}="${xmlText(String(value))}"` ]);
  const start = `<${name}${written.join("")}`;
  return children.length === 0 ? `${start}/>` : `${start}>\n${children.join("\n")}\n</${name}>`;
}

// CONCATENATED MODULE: ./src/report/junit.ts
/** The document. A suite is never empty: its verdict is a case. */
function junit(outcome) {
  const labels = labelsOf(outcome.runs);
  const suites = outcome.runs.map((run, place) => ({
    outcome: run,
    label: labels[place] ?? "test",
    cases: casesOf(run)
  }));
  // Jenkins' schema has no attribute `skipped` here, only at the suite.
    const {tests: tests, failures: failures, errors: errors} = counts(suites.flatMap(({cases: cases}) => cases));
  const root = xml_element("testsuites", {
    name: "k6 Cloud gate",
    tests: tests,
    failures: failures,
    errors: errors
  }, suites.map(suiteElement));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/**
 * The name of each test. Where two are called the same, the test id is added, and where that is the same too, a number:
 * reporters show the last part of a class name or the case's name alone, and the run id would break their history.
 */ function labelsOf(runs) {
  const names = runs.map(run => lineOf(nameOf(run)) || "test");
  const withIds = names.map((name, place) => {
    const testId = runs[place]?.testId;
    return testId !== void 0 && isRepeated(names, name) ? `${name} (test ${testId})` : name;
  });
  return withIds.map((name, place) => {
    const before = withIds.slice(0, place).filter(other => other === name).length;
    return isRepeated(withIds, name) ? `${name} #${before + 1}` : name;
  });
}

function isRepeated(names, name) {
  return names.indexOf(name) !== names.lastIndexOf(name);
}

/** Names and messages stand on one line each; what is printed of them is no command, see `xmlText`. */ function lineOf(text) {
  return characters_oneLine(text).trim();
}

function suiteElement({outcome: outcome, label: label, cases: cases}) {
  const run = runOf(outcome);
  const seconds = (run === void 0 ? void 0 : secondsOf(run)) ?? 0;
  const attributes = {
    name: `${label} (run ${run?.id ?? "n/a"})`,
    ...counts(cases),
    time: inSeconds(seconds),
    timestamp: iso(run?.startedMs)?.replace(/(?:\.\d+)?Z$/u, "")
  };
  const properties = Object.entries({
    "run-id": run?.id,
    "run-url": run?.url,
    "test-id": outcome.testId ?? run?.testId
  });
  const known = properties.flatMap(([name, value]) => value === void 0 ? [] : [ xml_element("property", {
    name: name,
    value: lineOf(value)
  }) ]);
  return xml_element("testsuite", attributes, [ ...known.length === 0 ? [] : [ xml_element("properties", {}, known) ], ...cases.map(one => testcase(one, label, {
    seconds: one.group === "verdict" ? seconds : 0,
    runId: run?.id
  })) ]);
}

/** The schema takes no exponent. */ function inSeconds(seconds) {
  return String(Number(seconds.toFixed(3)));
}

function casesOf({verdict: verdict, reason: reason, metrics: metrics}) {
  const {thresholds: thresholds = [], checks: checks = []} = metrics ?? {};
  return [ {
    name: "verdict",
    group: "verdict",
    result: RESULT[verdict.word],
    message: reason
  }, ...thresholds.map(thresholdCase), ...checks.map(checkCase) ];
}

/** A run that says nothing about the system under test is an error, not a failure of it. */ const RESULT = {
  passed: "ok",
  failed: "failure",
  aborted: "error",
  error: "error",
  timeout: "error",
  cancelled: "error",
  started: "skipped",
  skipped: "skipped"
};

function thresholdCase(threshold) {
  const name = [ threshold.metric, threshold.condition ].filter(part => part !== void 0 && part !== "").join(": ");
  const state = thresholds_stateOf(threshold);
  const sentence = thresholdSentence(threshold) ?? `the value is ${thresholdValue(threshold)}`;
  const message = state === "not-evaluated" ? "no sample, so the threshold was not evaluated" : sentence;
  return {
    name: name || "threshold",
    group: "thresholds",
    result: THRESHOLD_RESULT[state],
    message: message
  };
}

const THRESHOLD_RESULT = {
  met: "ok",
  "not-met": "failure",
  "not-evaluated": "skipped"
};

/** A check by itself fails no run, so a failed one must not turn a report red whose run has passed. */ function checkCase({name: name, passes: passes, fails: fails}) {
  const message = `${quantity(fails, "count")} of ${quantity(passes + fails, "count")} evaluations failed; checks alone fail no run`;
  return {
    name: name || "check",
    group: "checks",
    result: fails > 0 ? "skipped" : "ok",
    message: message
  };
}

function testcase({name: name, group: group, result: result, message: message}, label, {seconds: seconds, runId: runId}) {
  const attributes = {
    name: `${label}: ${lineOf(name) || group}`,
    // Many reporters show only what follows the last dot.
    classname: `${group}.${label.replaceAll(".", "․")}`,
    time: inSeconds(seconds)
  };
  if (result === "ok") return xml_element("testcase", attributes);
  const sentence = lineOf(message);
  const full = runId === void 0 || sentence.includes(`run ${runId}`) ? sentence : `${sentence} (run ${runId})`;
  if (result === "skipped") return xml_element("testcase", attributes, [ xml_element("skipped", {
    message: full
  }) ]);
  const problem = `<${result} message="${xmlText(full)}" type="${group}">${xmlText(full)}</${result}>`;
  return xml_element("testcase", attributes, [ problem ]);
}

function counts(cases) {
  const count = result => cases.filter(one => one.result === result).length;
  return {
    tests: cases.length,
    failures: count("failure"),
    errors: count("error"),
    skipped: count("skipped")
  };
}

// CONCATENATED MODULE: ./src/report/report-json.ts
/** `report.json`: everything that is known, for programs; documented in docs/report-json.md. */
/** Raised when a field changes its meaning or goes away; new fields don't raise it. */
const REPORT_VERSION = 1;

/** The report as plain data; what is unknown is `null`, and every field is always there. */ function reportJson(outcome) {
  const report = {
    schema: "k6-cloud-gate/report",
    version: REPORT_VERSION,
    simulated: outcome.simulated,
    verdict: outcome.word,
    cause: outcome.cause,
    reason: outcome.reason,
    failsJob: outcome.fails,
    runs: outcome.runs.map(runJson)
  };
  return `${JSON.stringify(report, (_key, value) => value === void 0 ? null : value, 2)}\n`;
}

/** Whether the same job can end differently when it is run again; `null` where that is not known. */ const RETRY_HELPS = {
  yes: true,
  no: false,
  unknown: null
};

function runJson(outcome) {
  const run = runOf(outcome);
  const {verdict: verdict, reason: reason, metrics: metrics, phases: phases, source: source} = outcome;
  const words = run === void 0 ? void 0 : statusWords(run);
  return {
    testId: outcome.testId ?? run?.testId,
    testName: metrics?.testName,
    runId: run?.id,
    runUrl: run?.url,
    verdict: verdict.word,
    cause: verdict.cause,
    reason: reason,
    commit: source?.commit,
    branch: source?.branch,
    retryHelps: RETRY_HELPS[CAUSES[verdict.cause].retryHelps],
    runStatus: words?.run,
    processingStatus: words?.processing,
    resultStatus: words?.result,
    createdAt: iso(run?.createdMs),
    startedAt: iso(run?.startedMs),
    endedAt: iso(run?.endedMs),
    executedSeconds: run === void 0 ? void 0 : secondsOf(run),
    plannedVus: run?.vus,
    vuh: run?.vuh,
    phases: phases.map(({phase: phase, fromMs: fromMs, toMs: toMs}) => ({
      phase: phase,
      from: iso(fromMs),
      seconds: (toMs - fromMs) / 1e3
    })),
    ...metricsJson(metrics),
    soundness: soundnessJson(metrics),
    ...comparisonJson(metrics),
    endpoints: (metrics?.endpoints ?? []).slice(0, report_json_MOST_ENDPOINTS).map(endpointJson)
  };
}

/** A report of more is no report. */ const report_json_MOST_ENDPOINTS = 200;

function endpointJson({name: name, method: method, p95Ms: p95Ms, usualP95Ms: usualP95Ms, changePercent: changePercent, isSlower: isSlower, ...rest}) {
  const {errorRate: errorRate, requests: requests} = rest;
  return {
    name: name,
    method: method,
    p95Ms: p95Ms,
    baselineP95Ms: usualP95Ms,
    changePercent: changePercent,
    slower: isSlower,
    errorRate: errorRate,
    requests: requests
  };
}

function metricsJson(metrics) {
  const series = metrics?.series;
  return {
    metrics: Object.fromEntries(NUMBER_NAMES.map(name => [ NUMBERS[name].json, metrics?.numbers[name] ])),
    protocols: Object.fromEntries(PROTOCOL_NAMES.map(name => [ PROTOCOLS[name].json, metrics?.protocols[name] ])),
    thresholds: metrics?.thresholds?.map(({metric: metric, stat: stat, condition: condition, limit: limit, value: value, valueAtEnd: valueAtEnd, failed: failed}) => ({
      metric: metric,
      stat: stat,
      condition: condition,
      limit: limit,
      value: value,
      valueAtEnd: valueAtEnd,
      failed: failed
    })),
    checks: metrics?.checks?.map(({name: name, passes: passes, fails: fails}) => ({
      name: name,
      passes: passes,
      fails: fails
    })),
    series: {
      p95Ms: pointsJson(series?.p95Ms),
      requestsPerSecond: pointsJson(series?.rps),
      errorRate: pointsJson(series?.errorRate),
      vus: pointsJson(series?.vus)
    }
  };
}

/** `sound` is unknown where neither number is known. */ function soundnessJson(metrics) {
  if (metrics === void 0) return;
  const {health: health, unsound: unsound} = metrics;
  const {droppedIterations: droppedIterations, cpuPercent: cpuPercent} = health;
  const isKnown = droppedIterations !== void 0 || cpuPercent !== void 0;
  return {
    sound: isKnown ? unsound.length === 0 : void 0,
    droppedIterations: droppedIterations,
    loadGeneratorCpuPercent: cpuPercent
  };
}

function pointsJson(points = []) {
  return points.map(({atMs: atMs, value: value}) => ({
    at: iso(atMs),
    value: value
  }));
}

function comparisonJson(metrics) {
  const {baseline: baseline, baselineRun: baselineRun, numbers: numbers} = metrics ?? {};
  return {
    baseline: baseline === void 0 || numbers === void 0 ? void 0 : {
      runId: baseline.runId,
      runUrl: baseline.url,
      source: baseline.about?.source,
      runs: baseline.usual === void 0 ? 1 : Math.max(...[ ...baseline.usual.values() ].map(({count: count}) => count)),
      words: comparedWith(baseline),
      rules: metrics?.judged.map(one => judgedSentence(one, baseline)) ?? [],
      commit: baselineRun?.origin?.commit,
      changes: METRIC_NAMES.map(metric => {
        const {now: now, then: then, text: text, direction: direction} = changeOf(metric, numbers, baseline.numbers);
        return {
          metric: metric,
          unit: METRICS[metric].unit,
          now: now,
          then: then,
          change: text,
          direction: direction
        };
      })
    },
    regressions: metrics?.regressions.map(({rule: rule, now: now, then: then, ...one}) => ({
      metric: rule.metric,
      now: now,
      then: then,
      limit: rule.size,
      unit: rule.unit,
      words: regressionSentence({
        rule: rule,
        now: now,
        then: then,
        ...one
      })
    })) ?? [],
    previousRuns: metrics?.trend.map(({runId: runId, p95Ms: p95Ms}) => ({
      runId: runId,
      p95Ms: p95Ms
    })) ?? [],
    warnings: metrics?.warnings ?? []
  };
}

// CONCATENATED MODULE: ./src/report/files.ts
/** The report files in `report-dir`, for test-report actions, uploads and programs. */
const JSON_REPORT = "report.json";

/** The reporter of files. A relative folder is taken from the working directory, where the other steps look too. */ function filesReporter(folder, {redact: redact, note: note, onWritten: onWritten}) {
  return {
    name: "report files",
    closed: async outcome => {
      const place = (0, external_node_path_namespaceObject.resolve)(folder);
      await (0, promises_namespaceObject.mkdir)(place, {
        recursive: true
      });
      const files = {
        [JSON_REPORT]: reportJson(outcome),
        "report.md": summary(outcome),
        "junit.xml": junit(outcome)
      };
      const replaced = await replacedReport(place, Object.keys(files));
      for (const [name, text] of Object.entries(files)) {
        // Written beside and moved: a pipe of that name would block for ever, and a link lead elsewhere.
        const fresh = (0, external_node_path_namespaceObject.join)(place, `.${name}.${(0, 
        external_node_crypto_namespaceObject.randomUUID)()}`);
        await (0, promises_namespaceObject.writeFile)(fresh, name.endsWith(".json") ? redactedJson(text, redact) : redact(text), {
          flag: "wx"
        });
        await (0, promises_namespaceObject.rename)(fresh, (0, external_node_path_namespaceObject.join)(place, name));
      }
      if (replaced !== void 0) note(replaced);
      onWritten(place);
    }
  };
}

/** One line about an earlier report in the folder; `undefined` where there is none. */ async function replacedReport(folder, names) {
  const sizes = await Promise.all(names.map(name => sizeOf((0, external_node_path_namespaceObject.join)(folder, name))));
  if (sizes.every(size => size === void 0)) return;
  const runIds = await runIdsIn((0, external_node_path_namespaceObject.join)(folder, JSON_REPORT));
  const earlier = runIds.length === 0 ? "An earlier report" : `The report of run ${runIds.join(", ")}`;
  return `${earlier} in \`report-dir\` was replaced. Use a different folder for each step to keep both.`;
}

const LARGEST_REPORT = 4 * 1024 * 1024;

const files_MOST_RUNS = 50;

/** The runs of an earlier report; empty where it cannot be read or is not ours. */ async function runIdsIn(file) {
  const size = await sizeOf(file);
  if (size === void 0 || size > LARGEST_REPORT) return [];
  try {
    const report = JSON.parse(await (0, promises_namespaceObject.readFile)(file, "utf8"));
    const runs = field(report, "runs");
    const ids = Array.isArray(runs) ? runs.slice(0, files_MOST_RUNS).map(run => field(run, "runId")) : [];
    return ids.filter(id => typeof id === "string").filter(id => /^\d{1,19}$/u.test(id));
  } catch {
    return [];
  }
}

/** `undefined` for anything but a file: to read a pipe would block for ever. */ async function sizeOf(path) {
  try {
    const found = await (0, promises_namespaceObject.lstat)(path);
    return found.isFile() ? found.size : void 0;
  } catch {
    return;
  }
}

function field(value, name) {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : void 0;
}

// CONCATENATED MODULE: ./src/test-run/phase-names.ts
/** A phase as people say it: `initializing`. */
function phaseName(run) {
  switch (run.phase) {
   case "created":
   case "validated":
   case "queued":
   case "initializing":
   case "running":
    return run.phase;

   case "processing":
    return "finished";

   case "deciding":
    return `${run.endedAs === void 0 ? "processed" : "aborted"}, no result yet`;

   case "unrecognised":
    return `unknown status ${run.statuses.run.value}`;
  }
}

/** An ending as people say it: `aborted by user`. */ function endingName({ending: ending}) {
  switch (ending.kind) {
   case "finished":
    return "processed";

   case "timed-out":
    return "timed out";

   case "archived":
    return "archived";

   case "unrecognised":
    return "ended in an unknown way";

   case "aborted":
    return ending.by === "unknown" ? "aborted" : `aborted by ${ending.by.replace("-", " ")}`;
  }
}

// CONCATENATED MODULE: ./src/report/run-line.ts
/** What a line of the log says about a run: its phase, how long the last one took, and how far it is. */
const BAR_CELLS = 20;

const PHASE_COLUMN = 20;

/** A status that fills its column, or outgrows it, still stands apart from what follows. */ function inColumn(status) {
  return `${status.padEnd(PHASE_COLUMN - 1)} `;
}

/** The status column: the phase, or how the run ended. */ function statusOf(run) {
  return run.state === "pending" ? phaseName(run) : endingName(run);
}

/** What is worth saying beside a new phase: how long the last one took, or what the run is about to do. */ function remark(run, before, nowMs) {
  const took = before === void 0 ? void 0 : formatDuration(nowMs - before.sinceMs);
  const last = before?.run.state === "pending" ? before.run.phase : void 0;
  if (run.state === "pending" && run.phase === "running") return running(run, nowMs);
  const parts = [ last === "queued" && took !== void 0 ? `queued for ${took}` : "", last === "running" ? `ran for ${ranFor(run, nowMs - (before?.sinceMs ?? nowMs))}` : "", run.state === "pending" && run.phase === "processing" ? "metrics are being processed" : "", waitsFor(run) ];
  return parts.filter(part => part !== "").join(", ");
}

/** What k6 Cloud says that a run waits for. */ function waitsFor({state: state, detail: detail}) {
  return state === "pending" ? withoutFullStop(detail?.message ?? "") : "";
}

function running({plannedMs: plannedMs, vus: vus}, nowMs) {
  const planned = plannedMs === void 0 ? "" : `${formatDuration(plannedMs)} planned`;
  const load = vus === void 0 ? "" : counted(vus, "VU");
  // From here, not from the service's clock, which may be off.
    const end = plannedMs === void 0 ? "" : `ends about ${timeOfDay(nowMs + plannedMs)}`;
  return [ planned, load, end ].filter(part => part !== "").join(", ");
}

/** The service's own times are better than what was seen between two polls. */ function ranFor({startedMs: startedMs, endedMs: endedMs, executedMs: executedMs}, observedMs) {
  const reportedMs = startedMs !== void 0 && endedMs !== void 0 ? endedMs - startedMs : void 0;
  return formatDuration(executedMs ?? reportedMs ?? observedMs);
}

/** The line of a phase that goes on: a bar where the plan is known, else for how long. */ function progress(run, inPhaseMs) {
  if (run.state !== "pending" || run.phase !== "running" || run.plannedMs === void 0 || run.plannedMs === 0) return `${inColumn(statusOf(run))}for ${formatDuration(inPhaseMs)}`;
  if (inPhaseMs > run.plannedMs) return `${inColumn(statusOf(run))}${formatDuration(inPhaseMs - run.plannedMs)} over plan`;
  const filled = Math.round(inPhaseMs / run.plannedMs * BAR_CELLS);
  const bar = "█".repeat(filled) + "░".repeat(BAR_CELLS - filled);
  return `${bar}  ${formatDuration(inPhaseMs)} of ${formatDuration(run.plannedMs)}`;
}

// CONCATENATED MODULE: ./src/report/metric-lines.ts
/** Numbers, thresholds and checks of a run as lines of the log's folded group. */
/** A log that goes on for pages is not read; the summary has more. */
const MOST_LINES = 100;

/** The longest title of another protocol, and a gap. */ const WIDEST_TITLE = 25;

const SIGNS = {
  met: "✓",
  "not-met": "✗",
  "not-evaluated": "⚠"
};

/** The lines; none where nothing is known. */ function metricLines({metrics: metrics}) {
  if (metrics === void 0) return [];
  const {thresholds: thresholds = [], checks: checks = []} = metrics;
  return [ ...numberLines(metrics), ...protocolLines(metrics), ...listed("endpoints", endpointLines(metrics)), ...listed("thresholds", failedFirst(thresholds).map(one => {
    const value = thresholdValue(one);
    return `${SIGNS[thresholds_stateOf(one)]} ${one.metric ?? "n/a"}  ${one.condition}  ${value}`;
  })), ...listed("checks", worstChecksFirst(checks).map(check => {
    const rate = quantity(rateOf(check), "share");
    return `${check.fails > 0 ? "✗" : "✓"} ${check.name}  ${rate}, ${quantity(check.fails, "count")} failed`;
  })) ];
}

/** What the run is compared with, and each rule in effect; none without a baseline. */ function comparisonLines({metrics: metrics}) {
  const baseline = metrics?.baseline;
  if (metrics === void 0 || baseline === void 0) return [];
  return [ `${comparedWith(baseline)}.`, ...metrics.judged.map(one => `  ${judgedSentence(one, baseline)}`) ];
}

function numberLines(metrics) {
  return NUMBER_NAMES.flatMap(name => {
    const {title: title, unit: unit, rule: rule} = NUMBERS[name];
    const value = metrics.numbers[name];
    if (value === void 0) return [];
    const change = isMetricName(rule) ? changeWords(rule, metrics) : "";
    return [ `${title.padEnd(18)}${quantity(value, unit)}${change}` ];
  });
}

function protocolLines({protocols: protocols, baselineProtocols: baselineProtocols}) {
  return knownProtocols(protocols).map(name => {
    const row = PROTOCOLS[name];
    const then = baselineProtocols[name];
    const {text: text} = changeBetween(row, protocols[name], then);
    const change = text === void 0 ? "" : `  ${text} against ${quantity(then, row.unit)}`;
    return `${row.title.padEnd(WIDEST_TITLE)}${quantity(protocols[name], row.unit)}${change}`;
  });
}

function changeWords(metric, {numbers: numbers, baseline: baseline}) {
  if (baseline === void 0) return "";
  const {text: text, then: then} = changeOf(metric, numbers, baseline.numbers);
  const whose = baseline.name === void 0 ? `in run ${baseline.runId}` : `(${baseline.name})`;
  return text === void 0 ? "" : `  ${text} against ${metricText(metric, then)} ${whose}`;
}

function listed(title, lines) {
  if (lines.length === 0) return [];
  const rest = lines.length - MOST_LINES;
  return [ title, ...lines.slice(0, MOST_LINES).map(line => `  ${line}`), ...rest > 0 ? [ `  and ${rest} more` ] : [] ];
}

// CONCATENATED MODULE: ./src/report/log.ts
/** The job log: one line for each change of phase, progress every minute, the facts folded, the verdict last. */
const log_MINUTE_MS = 6e4;

/** For so long a line a minute; then one every 5 minutes, or every 5 % of a plan that is shorter. A soak of 8 hours is about 110 lines. */ const OFTEN_MS = 10 * log_MINUTE_MS;

const SELDOM_MS = 5 * log_MINUTE_MS;

const SELDOM_SHARE = .05;

/** The log reporter. */ function logReporter(ports) {
  const state = {
    ports: ports,
    runs: new Map,
    addressed: new Set,
    several: false,
    simulated: false,
    lastLineAtMs: ports.stepStartMs
  };
  return {
    name: "log",
    opened: ({apiName: apiName, testIds: testIds, runIds: runIds, simulated: simulated}) => {
      state.simulated = simulated;
      state.several = testIds.length + runIds.length > 1;
      const what = testIds.length > 0 ? named("test", testIds) : named("run", runIds);
      ports.log(`k6 Cloud gate · ${what} · ${apiName}${simulated ? " · simulated" : ""}`);
    },
    runStarted: run => {
      writeAddress(state, run);
    },
    polled: run => {
      writePoll(state, run);
    },
    pollFailed: (run, failure) => {
      writePollError(state, run, failure);
    },
    noticed: sentence => {
      ports.log(sentence);
    },
    closed: step => {
      const {runs: runs} = step;
      runs.forEach(outcome => {
        const run = runOf(outcome);
        if (run !== void 0) ports.group(groupTitle(outcome, run), [ ...runFacts(outcome, run), ...metricLines(outcome) ]);
      });
      if (isTolerated(step)) ports.log(NOT_FAILING);
      runs.flatMap(comparisonLines).forEach(ports.log);
      runs.forEach(outcome => {
        ports.log(verdictLine(outcome));
      });
    }
  };
}

/** Where the API knows a better address later, it gets a line of its own. */ function writeAddress({ports: ports, addressed: addressed, several: several, simulated: simulated}, {id: id, url: url}) {
  const isFirst = !addressed.has(id);
  addressed.add(id);
  if (isFirst) ports.log(simulated ? `run ${id}` : `run ${id} · ${url}`); else if (!simulated) ports.log(several ? `run ${id} · page: ${url}` : `page: ${url}`);
}

function writePoll(state, run) {
  const {runs: runs, several: several} = state;
  const before = runs.get(run.id);
  const status = statusOf(run);
  const nowMs = state.ports.now();
  if (before?.failingSinceMs !== void 0) writeLine(state, run, `k6 Cloud API is back (unavailable for ${formatDuration(nowMs - before.failingSinceMs)})`);
  if (before?.status !== status) {
    writeLine(state, run, `${inColumn(status)}${remark(run, before, nowMs)}`);
    runs.set(run.id, {
      run: run,
      status: status,
      sinceMs: nowMs,
      failingSinceMs: void 0
    });
    return;
  }
  if (run.state === "pending" && waitsFor(before.run) === "" && waitsFor(run) !== "") writeLine(state, run, `${inColumn(status)}${waitsFor(run)}`); else if (nowMs - state.lastLineAtMs >= progressIntervalMs(run, nowMs - before.sinceMs)) if (several) writeAt(state, runCounts(runs)); else writeAt(state, progress(run, nowMs - before.sinceMs));
  runs.set(run.id, {
    ...before,
    run: run,
    failingSinceMs: void 0
  });
}

function progressIntervalMs({plannedMs: plannedMs}, inPhaseMs) {
  if (inPhaseMs <= OFTEN_MS) return log_MINUTE_MS;
  return plannedMs === void 0 ? SELDOM_MS : Math.max(log_MINUTE_MS, Math.min(SELDOM_MS, plannedMs * SELDOM_SHARE));
}

/** An outage is one line, however many polls fail in it. */ function writePollError(state, run, failure) {
  const nowMs = state.ports.now();
  const before = state.runs.get(run.id) ?? {
    run: run,
    status: "",
    sinceMs: nowMs,
    failingSinceMs: void 0
  };
  if (before.failingSinceMs === void 0) {
    const untilMs = nowMs + state.ports.outageMs - state.ports.stepStartMs;
    writeLine(state, run, `k6 Cloud API error, retrying until ${formatClock(untilMs)}: ${failure}`);
  }
  state.runs.set(run.id, {
    ...before,
    failingSinceMs: before.failingSinceMs ?? nowMs
  });
}

function writeLine(state, run, text) {
  writeAt(state, state.several ? `${run.id}  ${text}` : text);
}

function writeAt(state, text) {
  state.lastLineAtMs = state.ports.now();
  const time = formatClock(state.lastLineAtMs - state.ports.stepStartMs).padStart(6);
  state.ports.log(`${time}  ${text}`.trimEnd());
}

/** `run 7650001 (Checkout API)`: the first line is written before the service is asked for the name. */ function groupTitle({metrics: metrics}, {id: id}) {
  const name = metrics?.testName;
  return name === void 0 ? `run ${id}` : `run ${id} (${clipped(name)})`;
}

/** The last line of a run: `✗ failed · p95 latency is 432 ms, over the limit of 400 ms (run 7650001: …)`. */ function verdictLine(outcome) {
  const {word: word} = outcome.verdict;
  const sign = isDoubtfulPass(outcome) ? "⚠" : VERDICT_WORDS[word].tone === "bad" ? "✗" : "✓";
  return `${sign} ${word} · ${outcome.reason}`;
}

function named(thing, ids) {
  const shown = ids.slice(0, 5).join(", ");
  return `${thing}${ids.length > 1 ? "s" : ""} ${shown}${ids.length > 5 ? ` and ${ids.length - 5} more` : ""}`;
}

/** One line for all runs: `3 running, 1 queued`. */ function runCounts(seen) {
  const counts = new Map;
  for (const {status: status} of seen.values()) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [ ...counts ].map(([status, count]) => `${count} ${status}`).join(", ");
}

// CONCATENATED MODULE: ./src/report/mark-baseline.ts
/**
 * The reporter that marks the passed runs that this step started. One that was not a sound measurement is no baseline, nor is
 * one of which a comparison could not be read: nobody knows whether it is worse.
 * @param refusal why none is to be marked, without its full stop; `undefined` if they are
 * @param log gets the line about it
 */
function markBaselineReporter(mark, refusal, log) {
  return {
    name: "mark as baseline",
    closed: async ({runs: runs}, signal) => {
      if (refusal !== void 0) {
        log(`No run was marked as baseline: ${refusal}.`);
        return;
      }
      const all = runs.filter(({testId: testId, verdict: verdict}) => testId !== void 0 && verdict.word === "passed");
      const isSound = ({metrics: metrics}) => (metrics?.unsound ?? []).length === 0;
      const idsOf = some => some.flatMap(one => runOf(one)?.id ?? []);
      const isUnread = ({metrics: metrics}) => metrics?.isComparisonUnread === true;
      const [passed, unread] = [ all.filter(one => !isUnread(one)), idsOf(all.filter(isUnread)) ];
      if (unread.length > 0) log(`Not marked as baseline, because it could not be compared: run ${unread.join(", ")}.`);
      const [runIds, unsound] = [ idsOf(passed.filter(isSound)), idsOf(passed.filter(one => !isSound(one))) ];
      if (unsound.length > 0) log(`Not marked as baseline, because it was not a sound measurement: run ${unsound.join(", ")}.`);
      const marking = await Promise.allSettled(runIds.map(runId => mark(runId, signal)));
      const failed = marking.find(one => one.status === "rejected");
      if (failed !== void 0) throw failed.reason;
      if (runIds.length > 0) log(`Marked as baseline: run ${runIds.join(", ")}.`);
    }
  };
}

// CONCATENATED MODULE: ./src/app/reporters.ts
/** The reporters that the inputs ask for: every way to report is one line here. */
/** All of them, in this order: the log ends with the verdict, so that it is what a reader sees last. What is written elsewhere is written side by side. */
function reporters(inputs, runner, {cloud: cloud, notes: notes, stepStartMs: stepStartMs}) {
  const {summary: summary, reportDir: reportDir} = inputs.reports;
  warnOfLack(inputs, runner);
  const setOutput = outputOfReport(runner);
  const onWritten = folder => {
    setOutput("report-dir", folder);
  };
  const sideBySide = [ ...reporters_status(inputs, runner), ...reporters_comment(inputs, runner, setOutput), ...notes === void 0 ? [] : [ notes.reporter ], ...mark(inputs, runner, cloud), ...summary ? [ summaryReporter(runner.summarize, runner.log) ] : [], ...reportDir === "" ? [] : [ filesReporter(reportDir, {
    redact: runner.redact,
    note: runner.log,
    onWritten: onWritten
  }) ] ];
  const all = [ outputsReporter(runner.output), sideBySide, annotationsReporter(runner.annotate, inputs.failOn), logReporter({
    log: runner.log,
    group: runner.group,
    now: clock_systemClock.now,
    stepStartMs: stepStartMs,
    outageMs: inputs.limits.outageMs
  }) ];
  return fanOut(all, warner(runner), runner.redact);
}

/** Sets the output of a report that was made. The report did not fail where it cannot be set, and the outputs reporter warns of that. */ function outputOfReport({output: output, debug: debug}) {
  return (name, value) => {
    try {
      output(name, value);
    } catch (fault) {
      debug(`The output \`${name}\` could not be written: ${toError(fault).message}`);
    }
  };
}

/** The commit status. It is sent first of what is written elsewhere: after a cancel there is a second for all of it. */ function reporters_status({reports: reports, githubToken: githubToken}, runner) {
  return commitStatus({
    name: reports.status,
    githubToken: githubToken
  }, runner);
}

/** One warning where something on GitHub is asked for and cannot be written. */ function warnOfLack({reports: reports, githubToken: githubToken}, runner) {
  const wanted = [ ...reports.status === "" ? [] : [ "commit status" ], ...reports.comment === "never" ? [] : [ "comment on the pull request" ] ];
  if (wanted.length === 0) return;
  const isGithub = readWorkflow(runner).context !== void 0;
  if (isGithub && githubToken !== void 0) return;
  const lack = isGithub ? "`github-token` is empty" : "this is no workflow of GitHub";
  warner(runner)(`No ${wanted.join(" and no ")} is written: ${lack}.`);
}

/** The mark of passed runs, if it is wanted; where they are not to be marked, a line of the log says so. */ function mark({targets: targets, comparison: comparison}, runner, cloud) {
  const {markAsBaseline: isWanted, origin: origin} = comparison;
  if (isWanted !== true || cloud.markAsBaseline === void 0) return [];
  const untrusted = origin?.trusted === true ? void 0 : "this event is not one of the default branch or a tag";
  const refusal = targets.kind === "runs" ? "the action did not start the runs of `run-id`" : untrusted;
  return [ markBaselineReporter(cloud.markAsBaseline, refusal, runner.log) ];
}

/** The comment, where one is asked for and can be written. */ function reporters_comment({reports: reports, githubToken: githubToken}, runner, setOutput) {
  const {comment: when, commentKey: commentKey} = reports;
  if (when === "never") return [];
  const {context: context, apiUrl: apiUrl, runUrl: runUrl, runNumber: runNumber, name: name} = readWorkflow(runner);
  if (context === void 0 || githubToken === void 0) return [];
  const commenting = async () => {
    const {githubCommenting: githubCommenting} = await Promise.all(/* import() */ [ __nccwpck_require__.e(392), __nccwpck_require__.e(410) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 410));
    return githubCommenting({
      token: githubToken,
      apiUrl: apiUrl,
      context: context,
      redact: runner.redact,
      onDebug: runner.debug
    });
  };
  const key = outcome => commentKey === "" ? defaultKey(name, outcome) : commentKey;
  const onWritten = url => {
    setOutput("comment-url", url);
  };
  return [ commentReporter({
    when: when,
    key: key,
    runNumber: runNumber,
    summaryUrl: runUrl,
    clock: clock_systemClock,
    commenting: commenting,
    warn: warner(runner),
    note: runner.log,
    onWritten: onWritten
  }) ];
}

function warner(runner) {
  return sentence => {
    runner.annotate("warning", sentence);
  };
}

// CONCATENATED MODULE: ./src/report/kept-note.ts
/** A run is judged at once; what cannot be written in this time is left to post. */
const FINISH_MS = 15e3;

/** Between two tries while the run goes on; it doubles. */ const SHORTEST_PAUSE_MS = 15e3;

const kept_note_LONGEST_PAUSE_MS = 6e5;

/** A note that was not tried yet. */ function newNote(place, wanted) {
  return {
    place: place,
    owed: {
      ...wanted,
      isReported: false
    },
    state: "unwritten",
    trying: Promise.resolve(),
    failure: void 0,
    pauseMs: SHORTEST_PAUSE_MS,
    nextTryMs: 0,
    isLeftToPost: false
  };
}

/**
 * Finishes the note of a run that is judged: its tail is there, with these marks. Never throws.
 * @returns why that failed; `undefined` if the note is complete
 */ async function finish(note, marks, ports, signal) {
  const {clock: clock, keeping: keeping} = ports;
  if (note.state === "written" && marks.length === 0) return;
  if (marks.length > 0) {
    note.owed = {
      ...note.owed,
      marks: marks
    };
    if (note.state === "written") note.state = "unwritten";
    saved(note, keeping);
 // before anything is sent, so that a kill leaves the marks to post
    }
  const late = () => new Error(`no complete response within ${FINISH_MS / 1e3} s`);
  try {
    await withDeadline(clock, {
      limitMs: FINISH_MS,
      signal: signal
    }, late, async within => {
      await abortable(within, note.trying);
      if (note.state === "written" && marks.length === 0) return;
      attempt(note, ports, () => complete(note, ports, within));
      await abortable(within, note.trying);
      if (isUnwritten(note)) throw toError(note.failure);
    });
    return;
  } catch (error) {
    note.state = "unwritten";
    note.failure = error;
    note.trying = Promise.resolve();
 // reports do not wait for it
        note.isLeftToPost = isAborted(signal);
    return toError(error).message;
  }
}

/** Asked anew: a try in between changes it. */ function isUnwritten({state: state}) {
  return state === "unwritten";
}

/** Completes it. Reads the note first: a try whose response was lost may have written it, and people may have written around it. */ async function complete({owed: owed}, {read: read, write: write}, signal) {
  const finished = finishedNote(await read(owed.runId, signal), owed);
  if (finished !== void 0) await write(owed.runId, finished, signal);
}

/** Begins a try. */ function attempt(note, {clock: clock, keeping: keeping}, work) {
  const {owed: owed} = note;
  note.state = "writing";
  note.trying = work().then(() => {
    note.state = "written";
    if (note.owed === owed) saved(note, keeping);
  }, error => {
    note.state = "unwritten";
    note.failure = error;
    note.nextTryMs = clock.now() + note.pauseMs;
    note.pauseMs = Math.min(2 * note.pauseMs, kept_note_LONGEST_PAUSE_MS);
  });
}

/** A state that cannot be kept costs post its task, and the step nothing. */ function saved({place: place, owed: owed, state: state}, keeping) {
  try {
    keeping?.save(place, state === "written" ? void 0 : owed);
  } catch {
    // the start of the run was saved in the same way, and its failure is reported
  }
}

// CONCATENATED MODULE: ./src/report/run-note.ts
/** The note on the run in k6 Cloud: written as soon as the run exists, finished when it is judged, worth one warning at most. */
/** The keeper of the notes of one step. */
function noteKeeper(ports) {
  const {text: text, keeping: keeping, clock: clock} = ports;
  const ending = new AbortController;
  const kept = new Map;
  const noteOn = (runId, whole) => {
    const known = kept.get(runId);
    if (known !== void 0) return known;
    const note = newNote(kept.size, {
      runId: runId,
      text: whole,
      marks: [],
      repository: keeping?.repository
    });
    kept.set(runId, note);
    return note;
  };
  const reporter = {
    name: "note on the run in k6 Cloud",
    runStarted: ({id: id}) => {
      if (text === void 0 || kept.has(id)) return;
 // reported again, with a better address
            const note = noteOn(id, text);
      saved(note, keeping);
      // Not awaited: the run is polled meanwhile, and a failure is reported at the end.
            attempt(note, ports, () => ports.write(id, text, ending.signal));
    },
    polled: ({id: id, state: state}) => {
      const note = kept.get(id);
      if (keeping === void 0 || note?.state !== "unwritten" || state !== "pending") return;
      if (clock.now() >= note.nextTryMs) attempt(note, ports, () => complete(note, ports, ending.signal));
    },
    closed: async ({runs: runs}, signal) => {
      const end = () => {
        ending.abort(signal.reason);
      };
      if (signal.aborted) end();
      signal.addEventListener("abort", end, {
        once: true
      });
      await reportUnwritten([ ...kept.values() ], runs, keeping);
    }
  };
  return {
    reporter: reporter,
    finish: async (runId, marks, signal) => {
      if (keeping === void 0 || marks.length === 0 && !kept.has(runId)) return;
      return finish(noteOn(runId, void 0), marks, ports, signal);
    }
  };
}

/** @throws the failure that makes the one warning, if a note is not written; post tries each of them again */ async function reportUnwritten(notes, runs, keeping) {
  await Promise.all(notes.map(({trying: trying}) => trying));
  const failed = notes.filter(({state: state, isLeftToPost: isLeftToPost}) => state !== "written" && !isLeftToPost);
  for (const note of failed) {
    note.owed = {
      ...note.owed,
      isReported: true
    };
    saved(note, keeping);
  }
  if (failed.length > 0) throw failure(failed, keeping === void 0 ? [] : runs);
}

/** The first failure; without its tail, a run that passed looks like one of the branch. */ function failure([first, ...others], runs) {
  if (first === void 0) return;
  const failed = new Set([ first, ...others ].map(({owed: owed}) => owed.runId));
  const passed = runs.filter(({pollResult: pollResult}) => couldBeBaseline(pollResult)).map(outcome => runOf(outcome)?.id);
  const ids = passed.filter(id => id !== void 0 && failed.has(id));
  if (ids.length === 0) return first.failure;
  const message = toError(first.failure).message.replace(/\.?$/u, ".");
  return new Error(`${message} Run ${ids.join(", ")} can later be taken for a baseline.`);
}

// CONCATENATED MODULE: ./src/runner/owed-notes.ts
/** The name of each entry's state; `post.ts` searches for it in the environment before it imports anything. */
const ENTRY = "note-";

/** A step has 50 runs at most. */
/** Saves what post has to write if main does not get to it; `undefined`: nothing. */
function saveNote({saveState: saveState}, place, owed) {
  saveState(`${ENTRY}${place}`, owed === void 0 ? "" : JSON.stringify(owed));
}

/** What main left to write, as far as it can be read; an entry that is no note of ours is `undefined`. */ // CONCATENATED MODULE: ./src/app/step-notes.ts
/** The notes on the runs of a step with real ports: in main, and in post for what main could not write. */
/**
 * The keeper of the notes, if the API has notes and any is to be written. On a run of `run-id` nothing is written but a
 * mark in a tail that is there already.
 */
function stepNotes(inputs, runner, notes) {
  const {note: note, targets: targets, comparison: comparison, simulate: simulate} = inputs;
  const {origin: origin, baseline: baseline, markAsBaseline: markAsBaseline} = comparison;
  const text = targets.kind === "runs" ? void 0 : note;
  // A run that is started outside of GitHub has no tail, and so no marks.
    const hasTail = targets.kind === "runs" || origin !== void 0;
  const isKept = hasTail && (baseline.kind !== "none" || markAsBaseline === true);
  if (notes === void 0 || text === void 0 && !isKept) return;
  const save = (place, owed) => {
    if (simulate === void 0) saveNote(runner, place, owed);
 // the runs of a simulation end with the process
    };
  const keeping = isKept ? {
    repository: origin?.repository,
    save: save
  } : void 0;
  return noteKeeper({
    ...notes,
    text: text,
    clock: clock_systemClock,
    keeping: keeping
  });
}

// CONCATENATED MODULE: ./src/runner/memory.ts
/** The name of each entry's state; `post.ts` searches for it in the environment before it imports anything. */
const memory_ENTRY = "start-";

const CONNECTION = "connection";

/** A step starts 50 tests at most; more entries are not ours. */
/**
 * Saves how post reaches k6 Cloud, before anything is sent: where the state cannot be kept, nothing is started, since a
 * kill would leave the run behind.
 * @throws where the state cannot be written
 */
function saveConnection(runner, connection) {
  runner.saveState(CONNECTION, JSON.stringify(connection));
}

/** The text that `saveConnection` saved; empty where it saved nothing. */
/**
 * The memory of main. It starts empty whatever the environment says: only post reads state. One entry for each test,
 * since one value that holds all of them could outgrow what an environment variable may hold. Written through at once,
 * so that a kill loses nothing.
 */
function runMemory(saveState, now) {
  const entries = new Map;
  let leavesAll = false;
  const isLeft = ({isLeft: alone, mustStop: mustStop}) => alone || leavesAll && !mustStop;
  const write = (testId, changes) => {
    const known = entries.get(testId) ?? {
      place: entries.size,
      start: void 0,
      mustStop: false,
      isLeft: false
    };
    const entry = {
      ...known,
      ...changes
    };
    entries.set(testId, entry);
    const owed = isLeft(entry) ? leftOf(entry.start) : entry.start;
    saveState(`${memory_ENTRY}${entry.place}`, owed === void 0 ? "" : JSON.stringify(owed));
  };
  return {
    remember: start => {
      const sentAtMs = start.sentAtMs ?? entries.get(start.testId)?.start?.sentAtMs ?? now?.();
      write(start.testId, {
        start: sentAtMs === void 0 ? start : {
          ...start,
          sentAtMs: sentAtMs
        }
      });
    },
    forget: testId => {
      if (entries.has(testId)) write(testId, {
        start: void 0
      });
    },
    leave: testId => {
      if (entries.has(testId)) write(testId, {
        isLeft: true
      });
    },
    mustStop: testId => {
      if (entries.get(testId)?.start !== void 0) write(testId, {
        mustStop: true
      });
    },
    leaveAll: () => {
      leavesAll = true;
      for (const [testId, {start: start}] of entries) if (start !== void 0) write(testId, {});
    },
    isLeft: testId => {
      const entry = entries.get(testId);
      return entry?.start !== void 0 && isLeft(entry);
    },
    pending: () => [ ...entries.values() ].flatMap(entry => entry.start === void 0 || isLeft(entry) ? [] : [ entry.start ])
  };
}

/** What is owed of a start whose run is left: a search for a second one, where a try may have made it. */ function leftOf(start) {
  return start?.doubt === void 0 || start.runId === void 0 ? void 0 : {
    ...start,
    isLeft: true
  };
}

/** The memory of a simulation: its runs end with the process, so there is nothing for post to stop. */ function noopMemory() {
  return runMemory(() => {});
}

/** What main left, as far as it can be read. Entries that are no start of ours are left out. */ // CONCATENATED MODULE: ./src/app/step.ts
/** One life of the action with real ports: reads the inputs, connects, runs the gate, and returns whether the job passes. */
/** The reports of a step may take this long together; once the workflow is cancelled, only a moment. */
const step_REPORTS_MS = 3e4;

const HASTY_REPORTS_MS = 1e3;

/**
 * The main step.
 * @returns whether the job may go on
 */ async function runMain(runner, stepStartMs, signal) {
  try {
    runner.output("verdict", "error");
 // a crash or a kill leaves it; only a verdict replaces it
    } catch (fault) {
    runner.debug(`The output \`verdict\` could not be written: ${toError(fault).message}`);
 // reports warn of it
    }
  const inputs = inputsOrError(runner);
  if (inputs instanceof InputError) return refused(runner, inputs);
  if (inputs.simulate !== void 0) {
    const {startSimulation: startSimulation} = await __nccwpck_require__.e(/* import() */ 271).then(__nccwpck_require__.bind(__nccwpck_require__, 271));
    const simulated = await startSimulation(inputs, inputs.simulate, clock_systemClock, stepStartMs);
    runner.annotate("warning", `This is a simulation (\`simulate: ${inputs.simulate}\`): no load test was run.`, "Simulation");
    try {
      return await gate({
        ...simulated,
        simulated: true
      }, runner, stepStartMs, signal);
    } finally {
      await simulated.end();
    }
  }
  if (inputs.token === void 0) return skipped(runner, inputs.reports.summary);
  return gate({
    inputs: inputs,
    token: inputs.token,
    simulated: false
  }, runner, stepStartMs, signal);
}

async function gate({inputs: inputs, token: token, simulated: simulated}, runner, stepStartMs, signal) {
  if (!simulated) {
    const {api: api, apiUrl: apiUrl, requestMs: requestMs} = inputs;
    saveConnection(runner, {
      api: api,
      apiUrl: apiUrl.href,
      requestMs: requestMs
    });
  }
  const cloud = connected(inputs, token, runner, sentence => {
    reporter.noticed(sentence);
  });
  const notes = stepNotes(inputs, runner, cloud.notes);
  const reporter = reporters(inputs, runner, {
    cloud: cloud,
    notes: notes,
    stepStartMs: stepStartMs
  });
  if (!simulated) proxyNotices(inputs.apiUrl, runner.env).forEach(reporter.noticed);
  try {
    const memory = simulated ? noopMemory() : runMemory(runner.saveState, clock_systemClock.now);
    if (inputs.onCancel === "leave") leaveOnCancel(memory, runner, signal);
    const interval = inputs.pollMs === "auto" ? autoInterval(systemRandom) : fixedInterval(inputs.pollMs);
    const ports = {
      cloud: cloud,
      clock: clock_systemClock,
      interval: interval,
      memory: memory,
      reporter: reporter,
      finishNote: notes?.finish,
      stepStartMs: stepStartMs
    };
    const outcome = await runGate(inputs, ports, signal, simulated);
    const late = () => new Error("the time for reports is over");
    const bounds = {
      limitMs: step_REPORTS_MS,
      hastyMs: HASTY_REPORTS_MS,
      signal: signal
    };
    await withTighteningDeadline(clock_systemClock, bounds, late, within => reporter.closed(outcome, within));
    return !outcome.fails;
  } finally {
    cloud.close();
  }
}

/**
 * `on-cancel: leave` is decided for each run at the moment of the cancel, and saved within the handler of the signal, so
 * that a kill a moment later does not undo it.
 */ function leaveOnCancel(memory, runner, signal) {
  const leave = () => {
    try {
      memory.leaveAll();
    } catch (fault) {
      runner.debug(`That runs are left could not be saved: ${toError(fault).message}`);
 // then post stops them
        }
  };
  if (signal.aborted) leave(); else signal.addEventListener("abort", leave, {
    once: true
  });
}

function inputsOrError(runner) {
  try {
    return readInputs(runner);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function connected(inputs, token, runner, onNotice) {
  const {api: api, apiUrl: apiUrl, requestMs: requestMs, limits: limits, targets: targets} = inputs;
  const several = targets.ids.length > 1;
  const ports = {
    clock: clock_systemClock,
    random: systemRandom,
    uuid: systemUuid,
    onDebug: runner.debug,
    onNotice: onNotice
  };
  return connect({
    api: api,
    apiUrl: apiUrl,
    token: token,
    redact: runner.redact,
    several: several,
    requestMs: requestMs,
    outageMs: limits.outageMs,
    ...ports
  });
}

// CONCATENATED MODULE: ./src/gate/cancelled.ts
/** The reason that the step's signal is aborted with when the runner asks the process to end. */
/** The workflow was cancelled, or the job ran into its own time limit: both reach the step as a signal. */
class Cancelled extends Error {
  name="Cancelled";
  constructor(signalName) {
    super(`the runner sent ${signalName}`);
  }
}

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);

// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
  if (input === null || input === void 0) return ""; else if (typeof input === "string" || input instanceof String) return input;
  return JSON.stringify(input);
}

/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */ function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) return {};
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

//# sourceMappingURL=utils.js.map
// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js
/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + external_os_.EOL);
}

function issue(name, message = "") {
  issueCommand(name, {}, message);
}

const CMD_STRING = "::";

class Command {
  constructor(command, properties, message) {
    if (!command) command = "missing.command";
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
        const val = this.properties[key];
        if (val) {
          if (first) first = false; else cmdStr += ",";
          cmdStr += `${key}=${escapeProperty(val)}`;
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
}

function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

//# sourceMappingURL=command.js.map
// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);

// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
  if (!external_fs_.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
  external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
    encoding: "utf8"
  });
}

function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  // These should realistically never happen, but just in case someone finds a
  // way to exploit uuid generation let's not allow keys or values that contain
  // the delimiter.
    if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}

//# sourceMappingURL=file-command.js.map
// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth_awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};

class BearerCredentialHandler {
  constructor(token) {
    this.token = token;
  }
  // currently implements pre-authorization
  // TODO: support preAuth = false where it hooks on 401
  prepareRequest(options) {
    if (!options.headers) throw Error("The request has no headers");
    options.headers["Authorization"] = `Bearer ${this.token}`;
  }
  // This handler cannot handle 401
  canHandleAuthentication() {
    return false;
  }
  handleAuthentication() {
    return auth_awaiter(this, void 0, void 0, function*() {
      throw new Error("not implemented");
    });
  }
}

// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};

class OidcClient {
  static createHttpClient(allowRetry = true, maxRetry = 10) {
    const requestOptions = {
      allowRetries: allowRetry,
      maxRetries: maxRetry
    };
    return new HttpClient("actions/oidc-client", [ new BearerCredentialHandler(OidcClient.getRequestToken()) ], requestOptions);
  }
  static getRequestToken() {
    const token = process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
    if (!token) throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable");
    return token;
  }
  static getIDTokenUrl() {
    const runtimeUrl = process.env["ACTIONS_ID_TOKEN_REQUEST_URL"];
    if (!runtimeUrl) throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable");
    return runtimeUrl;
  }
  static getCall(id_token_url) {
    return oidc_utils_awaiter(this, void 0, void 0, function*() {
      var _a;
      const httpclient = OidcClient.createHttpClient();
      const res = yield httpclient.getJson(id_token_url).catch(error => {
        throw new Error(`Failed to get ID Token. \n \n        Error Code : ${error.statusCode}\n \n        Error Message: ${error.message}`);
      });
      const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
      if (!id_token) throw new Error("Response json body do not have ID Token field");
      return id_token;
    });
  }
  static getIDToken(audience) {
    return oidc_utils_awaiter(this, void 0, void 0, function*() {
      try {
        // New ID Token is requested from action service
        let id_token_url = OidcClient.getIDTokenUrl();
        if (audience) {
          const encodedAudience = encodeURIComponent(audience);
          id_token_url = `${id_token_url}&audience=${encodedAudience}`;
        }
        debug(`ID token url is ${id_token_url}`);
        const id_token = yield OidcClient.getCall(id_token_url);
        setSecret(id_token);
        return id_token;
      } catch (error) {
        throw new Error(`Error message: ${error.message}`);
      }
    });
  }
}

//# sourceMappingURL=oidc-utils.js.map
// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};

const {access: access, appendFile: appendFile, writeFile: writeFile} = external_fs_.promises;

const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";

class Summary {
  constructor() {
    this._buffer = "";
  }
  /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */  filePath() {
    return summary_awaiter(this, void 0, void 0, function*() {
      if (this._filePath) return this._filePath;
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      try {
        yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) return `<${tag}${htmlAttrs}>`;
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */  write(options) {
    return summary_awaiter(this, void 0, void 0, function*() {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, {
        encoding: "utf8"
      });
      return this.emptyBuffer();
    });
  }
  /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */  clear() {
    return summary_awaiter(this, void 0, void 0, function*() {
      return this.emptyBuffer().write({
        overwrite: true
      });
    });
  }
  /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */  stringify() {
    return this._buffer;
  }
  /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */  addEOL() {
    return this.addRaw(external_os_.EOL);
  }
  /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && {
      lang: lang
    });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map(item => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */  addTable(rows) {
    const tableBody = rows.map(row => {
      const cells = row.map(cell => {
        if (typeof cell === "string") return this.wrap("td", cell);
        const {header: header, data: data, colspan: colspan, rowspan: rowspan} = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && {
          colspan: colspan
        }), rowspan && {
          rowspan: rowspan
        });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */  addImage(src, alt, options) {
    const {width: width, height: height} = options || {};
    const attrs = Object.assign(Object.assign({}, width && {
      width: width
    }), height && {
      height: height
    });
    const element = this.wrap("img", null, Object.assign({
      src: src,
      alt: alt
    }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = [ "h1", "h2", "h3", "h4", "h5", "h6" ].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && {
      cite: cite
    });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */  addLink(text, href) {
    const element = this.wrap("a", text, {
      href: href
    });
    return this.addRaw(element).addEOL();
  }
}

const _summary = new Summary;

/**
 * @deprecated use `core.summary`
 */ const markdownSummary = _summary;

const summary_summary = _summary;

//# sourceMappingURL=summary.js.map
// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js
/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
  return pth.replace(/[\\]/g, "/");
}

/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */ function toWin32Path(pth) {
  return pth.replace(/[/]/g, "\\");
}

/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */ function toPlatformPath(pth) {
  return pth.replace(/[/\\]/g, external_path_namespaceObject.sep);
}

//# sourceMappingURL=path-utils.js.map
// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(434);

// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

// EXTERNAL MODULE: external "assert"
__nccwpck_require__(613);

// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};

const {chmod: chmod, copyFile: copyFile, lstat: lstat, mkdir: mkdir, open: io_util_open, readdir: readdir, rename: rename, rm: rm, rmdir: rmdir, stat: stat, symlink: symlink, unlink: unlink} = external_fs_.promises;

// export const {open} = 'fs'
const IS_WINDOWS = process.platform === "win32";

/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */ external_fs_.constants.O_RDONLY;

function exists(fsPath) {
  return io_util_awaiter(this, void 0, void 0, function*() {
    try {
      yield stat(fsPath);
    } catch (err) {
      if (err.code === "ENOENT") return false;
      throw err;
    }
    return true;
  });
}

/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
  p = normalizeSeparators(p);
  if (!p) throw new Error('isRooted() parameter "p" cannot be empty');
  if (IS_WINDOWS) return p.startsWith("\\") || /^[A-Z]:/i.test(p);
 // e.g. C: or C:\hello
    return p.startsWith("/");
}

/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */ function tryGetExecutablePath(filePath, extensions) {
  return io_util_awaiter(this, void 0, void 0, function*() {
    let stats;
    try {
      // test file exists
      stats = yield stat(filePath);
    } catch (err) {
      if (err.code !== "ENOENT") 
      // eslint-disable-next-line no-console
      console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
    }
    if (stats && stats.isFile()) if (IS_WINDOWS) {
      // on Windows, test for valid extension
      const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
      if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) return filePath;
    } else if (isUnixExecutable(stats)) return filePath;
    // try each extension
        const originalFilePath = filePath;
    for (const extension of extensions) {
      filePath = originalFilePath + extension;
      stats = void 0;
      try {
        stats = yield stat(filePath);
      } catch (err) {
        if (err.code !== "ENOENT") 
        // eslint-disable-next-line no-console
        console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
      }
      if (stats && stats.isFile()) if (IS_WINDOWS) {
        // preserve the case of the actual file (since an extension was appended)
        try {
          const directory = external_path_namespaceObject.dirname(filePath);
          const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
          for (const actualName of yield readdir(directory)) if (upperName === actualName.toUpperCase()) {
            filePath = external_path_namespaceObject.join(directory, actualName);
            break;
          }
        } catch (err) {
          // eslint-disable-next-line no-console
          console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
        }
        return filePath;
      } else if (isUnixExecutable(stats)) return filePath;
    }
    return "";
  });
}

function normalizeSeparators(p) {
  p = p || "";
  if (IS_WINDOWS) {
    // convert slashes on Windows
    p = p.replace(/\//g, "\\");
    // remove redundant slashes
        return p.replace(/\\\\+/g, "\\");
  }
  // remove redundant slashes
    return p.replace(/\/\/+/g, "/");
}

// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
  return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}

// Get the path of cmd.exe in windows
// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};

/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
  return io_awaiter(this, void 0, void 0, function*() {
    if (!tool) throw new Error("parameter 'tool' is required");
    // recursive when check=true
        if (check) {
      const result = yield which(tool, false);
      if (!result) if (IS_WINDOWS) throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`); else throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
      return result;
    }
    const matches = yield findInPath(tool);
    if (matches && matches.length > 0) return matches[0];
    return "";
  });
}

/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */ function findInPath(tool) {
  return io_awaiter(this, void 0, void 0, function*() {
    if (!tool) throw new Error("parameter 'tool' is required");
    // build the list of extensions to try
        const extensions = [];
    if (IS_WINDOWS && process.env["PATHEXT"]) for (const extension of process.env["PATHEXT"].split(external_path_namespaceObject.delimiter)) if (extension) extensions.push(extension);
    // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
      const filePath = yield tryGetExecutablePath(tool, extensions);
      if (filePath) return [ filePath ];
      return [];
    }
    // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) return [];
    // build the list of directories
    
    // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
    // it feels like we should not do this. Checking the current directory seems like more of a use
    // case of a shell, and the which() function exposed by the toolkit should strive for consistency
    // across platforms.
        const directories = [];
    if (process.env.PATH) for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) if (p) directories.push(p);
    // find all matches
        const matches = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
      if (filePath) matches.push(filePath);
    }
    return matches;
  });
}

// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};

/* eslint-disable @typescript-eslint/unbound-method */ const toolrunner_IS_WINDOWS = process.platform === "win32";

/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */ class ToolRunner extends external_events_.EventEmitter {
  constructor(toolPath, args, options) {
    super();
    if (!toolPath) throw new Error("Parameter 'toolPath' cannot be null or empty.");
    this.toolPath = toolPath;
    this.args = args || [];
    this.options = options || {};
  }
  _debug(message) {
    if (this.options.listeners && this.options.listeners.debug) this.options.listeners.debug(message);
  }
  _getCommandString(options, noPrefix) {
    const toolPath = this._getSpawnFileName();
    const args = this._getSpawnArgs(options);
    let cmd = noPrefix ? "" : "[command]";
 // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) 
    // Windows + cmd file
    if (this._isCmdFile()) {
      cmd += toolPath;
      for (const a of args) cmd += ` ${a}`;
    }
    // Windows + verbatim
     else if (options.windowsVerbatimArguments) {
      cmd += `"${toolPath}"`;
      for (const a of args) cmd += ` ${a}`;
    }
    // Windows (regular)
     else {
      cmd += this._windowsQuoteCmdArg(toolPath);
      for (const a of args) cmd += ` ${this._windowsQuoteCmdArg(a)}`;
    } else {
      // OSX/Linux - this can likely be improved with some form of quoting.
      // creating processes on Unix is fundamentally different than Windows.
      // on Unix, execvp() takes an arg array.
      cmd += toolPath;
      for (const a of args) cmd += ` ${a}`;
    }
    return cmd;
  }
  _processLineBuffer(data, strBuffer, onLine) {
    try {
      let s = strBuffer + data.toString();
      let n = s.indexOf(external_os_.EOL);
      while (n > -1) {
        const line = s.substring(0, n);
        onLine(line);
        // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
        n = s.indexOf(external_os_.EOL);
      }
      return s;
    } catch (err) {
      // streaming lines to console is best effort.  Don't fail a build.
      this._debug(`error processing line. Failed with error ${err}`);
      return "";
    }
  }
  _getSpawnFileName() {
    if (toolrunner_IS_WINDOWS) if (this._isCmdFile()) return process.env["COMSPEC"] || "cmd.exe";
    return this.toolPath;
  }
  _getSpawnArgs(options) {
    if (toolrunner_IS_WINDOWS) if (this._isCmdFile()) {
      let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
      for (const a of this.args) {
        argline += " ";
        argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
      }
      argline += '"';
      return [ argline ];
    }
    return this.args;
  }
  _endsWith(str, end) {
    return str.endsWith(end);
  }
  _isCmdFile() {
    const upperToolPath = this.toolPath.toUpperCase();
    return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
  }
  _windowsQuoteCmdArg(arg) {
    // for .exe, apply the normal quoting rules that libuv applies
    if (!this._isCmdFile()) return this._uvQuoteCmdArg(arg);
    // otherwise apply quoting rules specific to the cmd.exe command line parser.
    // the libuv rules are generic and are not designed specifically for cmd.exe
    // command line parser.
    
    // for a detailed description of the cmd.exe command line parser, refer to
    // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
    // need quotes for empty arg
        if (!arg) return '""';
    // determine whether the arg needs to be quoted
        const cmdSpecialChars = [ " ", "\t", "&", "(", ")", "[", "]", "{", "}", "^", "=", ";", "!", "'", "+", ",", "`", "~", "|", "<", ">", '"' ];
    let needsQuotes = false;
    for (const char of arg) if (cmdSpecialChars.some(x => x === char)) {
      needsQuotes = true;
      break;
    }
    // short-circuit if quotes not needed
        if (!needsQuotes) return arg;
    // the following quoting rules are very similar to the rules that by libuv applies.
    
    // 1) wrap the string in quotes
    
    // 2) double-up quotes - i.e. " => ""
    
    //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
    //    doesn't work well with a cmd.exe command line.
    
    //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
    //    for example, the command line:
    //          foo.exe "myarg:""my val"""
    //    is parsed by a .NET console app into an arg array:
    //          [ "myarg:\"my val\"" ]
    //    which is the same end result when applying libuv quoting rules. although the actual
    //    command line from libuv quoting rules would look like:
    //          foo.exe "myarg:\"my val\""
    
    // 3) double-up slashes that precede a quote,
    //    e.g.  hello \world    => "hello \world"
    //          hello\"world    => "hello\\""world"
    //          hello\\"world   => "hello\\\\""world"
    //          hello world\    => "hello world\\"
    
    //    technically this is not required for a cmd.exe command line, or the batch argument parser.
    //    the reasons for including this as a .cmd quoting rule are:
    
    //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
    //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
    
    //    b) it's what we've been doing previously (by deferring to node default behavior) and we
    //       haven't heard any complaints about that aspect.
    
    // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
    // escaped when used on the command line directly - even though within a .cmd file % can be escaped
    // by using %%.
    
    // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
    // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
    
    // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
    // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
    // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
    // to an external program.
    
    // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
    // % can be escaped within a .cmd file.
        let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      // walk the string in reverse
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") reverse += "\\"; // double the slash
       else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += '"';
 // double the quote
            } else quoteHit = false;
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _uvQuoteCmdArg(arg) {
    // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
    // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
    // is used.
    // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
    // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
    // pasting copyright notice from Node within this function:
    //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
    //      Permission is hereby granted, free of charge, to any person obtaining a copy
    //      of this software and associated documentation files (the "Software"), to
    //      deal in the Software without restriction, including without limitation the
    //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
    //      sell copies of the Software, and to permit persons to whom the Software is
    //      furnished to do so, subject to the following conditions:
    //      The above copyright notice and this permission notice shall be included in
    //      all copies or substantial portions of the Software.
    //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
    //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
    //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
    //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
    //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
    //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
    //      IN THE SOFTWARE.
    if (!arg) 
    // Need double quotation for empty argument
    return '""';
    if (!arg.includes(" ") && !arg.includes("\t") && !arg.includes('"')) 
    // No quotation needed
    return arg;
    if (!arg.includes('"') && !arg.includes("\\")) 
    // No embedded double quotes or backslashes, so I can just wrap
    // quote marks around the whole thing.
    return `"${arg}"`;
    // Expected input/output:
    //   input : hello"world
    //   output: "hello\"world"
    //   input : hello""world
    //   output: "hello\"\"world"
    //   input : hello\world
    //   output: hello\world
    //   input : hello\\world
    //   output: hello\\world
    //   input : hello\"world
    //   output: "hello\\\"world"
    //   input : hello\\"world
    //   output: "hello\\\\\"world"
    //   input : hello world\
    //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
    //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      // walk the string in reverse
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") reverse += "\\"; else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += "\\";
      } else quoteHit = false;
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _cloneExecOptions(options) {
    options = options || {};
    const result = {
      cwd: options.cwd || process.cwd(),
      env: options.env || process.env,
      silent: options.silent || false,
      windowsVerbatimArguments: options.windowsVerbatimArguments || false,
      failOnStdErr: options.failOnStdErr || false,
      ignoreReturnCode: options.ignoreReturnCode || false,
      delay: options.delay || 1e4
    };
    result.outStream = options.outStream || process.stdout;
    result.errStream = options.errStream || process.stderr;
    return result;
  }
  _getSpawnOptions(options, toolPath) {
    options = options || {};
    const result = {};
    result.cwd = options.cwd;
    result.env = options.env;
    result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
    if (options.windowsVerbatimArguments) result.argv0 = `"${toolPath}"`;
    return result;
  }
  /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */  exec() {
    return toolrunner_awaiter(this, void 0, void 0, function*() {
      // root the tool path if it is unrooted and contains relative pathing
      if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || toolrunner_IS_WINDOWS && this.toolPath.includes("\\"))) 
      // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
      this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
      // if the tool is only a file name, then resolve it from the PATH
      // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
      return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function*() {
        this._debug(`exec tool: ${this.toolPath}`);
        this._debug("arguments:");
        for (const arg of this.args) this._debug(`   ${arg}`);
        const optionsNonNull = this._cloneExecOptions(this.options);
        if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
        const state = new ExecState(optionsNonNull, this.toolPath);
        state.on("debug", message => {
          this._debug(message);
        });
        if (this.options.cwd && !(yield exists(this.options.cwd))) return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
        const fileName = this._getSpawnFileName();
        const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
        let stdbuffer = "";
        if (cp.stdout) cp.stdout.on("data", data => {
          if (this.options.listeners && this.options.listeners.stdout) this.options.listeners.stdout(data);
          if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(data);
          stdbuffer = this._processLineBuffer(data, stdbuffer, line => {
            if (this.options.listeners && this.options.listeners.stdline) this.options.listeners.stdline(line);
          });
        });
        let errbuffer = "";
        if (cp.stderr) cp.stderr.on("data", data => {
          state.processStderr = true;
          if (this.options.listeners && this.options.listeners.stderr) this.options.listeners.stderr(data);
          if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) {
            const s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
            s.write(data);
          }
          errbuffer = this._processLineBuffer(data, errbuffer, line => {
            if (this.options.listeners && this.options.listeners.errline) this.options.listeners.errline(line);
          });
        });
        cp.on("error", err => {
          state.processError = err.message;
          state.processExited = true;
          state.processClosed = true;
          state.CheckComplete();
        });
        cp.on("exit", code => {
          state.processExitCode = code;
          state.processExited = true;
          this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        cp.on("close", code => {
          state.processExitCode = code;
          state.processExited = true;
          state.processClosed = true;
          this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        state.on("done", (error, exitCode) => {
          if (stdbuffer.length > 0) this.emit("stdline", stdbuffer);
          if (errbuffer.length > 0) this.emit("errline", errbuffer);
          cp.removeAllListeners();
          if (error) reject(error); else resolve(exitCode);
        });
        if (this.options.input) {
          if (!cp.stdin) throw new Error("child process missing stdin");
          cp.stdin.end(this.options.input);
        }
      }));
    });
  }
}

/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */ function argStringToArray(argString) {
  const args = [];
  let inQuotes = false;
  let escaped = false;
  let arg = "";
  function append(c) {
    // we only escape double quotes.
    if (escaped && c !== '"') arg += "\\";
    arg += c;
    escaped = false;
  }
  for (let i = 0; i < argString.length; i++) {
    const c = argString.charAt(i);
    if (c === '"') {
      if (!escaped) inQuotes = !inQuotes; else append(c);
      continue;
    }
    if (c === "\\" && escaped) {
      append(c);
      continue;
    }
    if (c === "\\" && inQuotes) {
      escaped = true;
      continue;
    }
    if (c === " " && !inQuotes) {
      if (arg.length > 0) {
        args.push(arg);
        arg = "";
      }
      continue;
    }
    append(c);
  }
  if (arg.length > 0) args.push(arg.trim());
  return args;
}

class ExecState extends external_events_.EventEmitter {
  constructor(options, toolPath) {
    super();
    this.processClosed = false;
 // tracks whether the process has exited and stdio is closed
        this.processError = "";
    this.processExitCode = 0;
    this.processExited = false;
 // tracks whether the process has exited
        this.processStderr = false;
 // tracks whether stderr was written to
        this.delay = 1e4;
 // 10 seconds
        this.done = false;
    this.timeout = null;
    if (!toolPath) throw new Error("toolPath must not be empty");
    this.options = options;
    this.toolPath = toolPath;
    if (options.delay) this.delay = options.delay;
  }
  CheckComplete() {
    if (this.done) return;
    if (this.processClosed) this._setResult(); else if (this.processExited) this.timeout = (0, 
    external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
  }
  _debug(message) {
    this.emit("debug", message);
  }
  _setResult() {
    // determine whether there is an error
    let error;
    if (this.processExited) if (this.processError) error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`); else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`); else if (this.processStderr && this.options.failOnStdErr) error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
    // clear the timeout
        if (this.timeout) {
      clearTimeout(this.timeout);
      this.timeout = null;
    }
    this.done = true;
    this.emit("done", error, this.processExitCode);
  }
  static HandleTimeout(state) {
    if (state.done) return;
    if (!state.processClosed && state.processExited) {
      const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
      state._debug(message);
    }
    state._setResult();
  }
}

//# sourceMappingURL=toolrunner.js.map
// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};

/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */ function exec(commandLine, args, options) {
  return exec_awaiter(this, void 0, void 0, function*() {
    const commandArgs = argStringToArray(commandLine);
    if (commandArgs.length === 0) throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
    // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
    args = commandArgs.slice(1).concat(args || []);
    const runner = new ToolRunner(toolPath, args, options);
    return runner.exec();
  });
}

/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */ function getExecOutput(commandLine, args, options) {
  return exec_awaiter(this, void 0, void 0, function*() {
    var _a, _b;
    let stdout = "";
    let stderr = "";
    //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder("utf8");
    const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder("utf8");
    const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
    const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
    const stdErrListener = data => {
      stderr += stderrDecoder.write(data);
      if (originalStdErrListener) originalStdErrListener(data);
    };
    const stdOutListener = data => {
      stdout += stdoutDecoder.write(data);
      if (originalStdoutListener) originalStdoutListener(data);
    };
    const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), {
      stdout: stdOutListener,
      stderr: stdErrListener
    });
    const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), {
      listeners: listeners
    }));
    //flush any remaining characters
        stdout += stdoutDecoder.end();
    stderr += stderrDecoder.end();
    return {
      exitCode: exitCode,
      stdout: stdout,
      stderr: stderr
    };
  });
}

//# sourceMappingURL=exec.js.map
// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};

const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function*() {
  const {stdout: version} = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', void 0, {
    silent: true
  });
  const {stdout: name} = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', void 0, {
    silent: true
  });
  return {
    name: name.trim(),
    version: version.trim()
  };
});

const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function*() {
  var _a, _b, _c, _d;
  const {stdout: stdout} = yield getExecOutput("sw_vers", void 0, {
    silent: true
  });
  const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : "";
  const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : "";
  return {
    name: name,
    version: version
  };
});

const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function*() {
  const {stdout: stdout} = yield getExecOutput("lsb_release", [ "-i", "-r", "-s" ], {
    silent: true
  });
  const [name, version] = stdout.trim().split("\n");
  return {
    name: name,
    version: version
  };
});

const platform = external_os_.platform();

const arch = external_os_.arch();

const isWindows = platform === "win32";

const isMacOS = platform === "darwin";

const isLinux = platform === "linux";

function getDetails() {
  return platform_awaiter(this, void 0, void 0, function*() {
    return Object.assign(Object.assign({}, yield isWindows ? getWindowsInfo() : isMacOS ? getMacOsInfo() : getLinuxInfo()), {
      platform: platform,
      arch: arch,
      isWindows: isWindows,
      isMacOS: isMacOS,
      isLinux: isLinux
    });
  });
}

//# sourceMappingURL=platform.js.map
// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};

/**
 * The code to exit an action
 */ var ExitCode;

(function(ExitCode) {
  /**
     * A code indicating that the action was successful
     */
  ExitCode[ExitCode["Success"] = 0] = "Success";
  /**
     * A code indicating that the action was a failure
     */  ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));

//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
  const convertedVal = toCommandValue(val);
  process.env[name] = convertedVal;
  const filePath = process.env["GITHUB_ENV"] || "";
  if (filePath) return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
  issueCommand("set-env", {
    name: name
  }, convertedVal);
}

/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */ function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}

/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */ function addPath(inputPath) {
  const filePath = process.env["GITHUB_PATH"] || "";
  if (filePath) issueFileCommand("PATH", inputPath); else issueCommand("add-path", {}, inputPath);
  process.env["PATH"] = `${inputPath}${external_path_namespaceObject.delimiter}${process.env["PATH"]}`;
}

/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */ function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
  if (options && options.trimWhitespace === false) return val;
  return val.trim();
}

/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */ function getMultilineInput(name, options) {
  const inputs = getInput(name, options).split("\n").filter(x => x !== "");
  if (options && options.trimWhitespace === false) return inputs;
  return inputs.map(input => input.trim());
}

/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */ function getBooleanInput(name, options) {
  const trueValue = [ "true", "True", "TRUE" ];
  const falseValue = [ "false", "False", "FALSE" ];
  const val = getInput(name, options);
  if (trueValue.includes(val)) return true;
  if (falseValue.includes(val)) return false;
  throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` + `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}

/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  process.stdout.write(external_os_.EOL);
  issueCommand("set-output", {
    name: name
  }, toCommandValue(value));
}

/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */ function setCommandEcho(enabled) {
  issue("echo", enabled ? "on" : "off");
}

//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */ function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}

//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */ function isDebug() {
  return process.env["RUNNER_DEBUG"] === "1";
}

/**
 * Writes debug message to user log
 * @param message debug message
 */ function debug(message) {
  issueCommand("debug", {}, message);
}

/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */ function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */ function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */ function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

/**
 * Writes info to log with console.log.
 * @param message info message
 */ function info(message) {
  process.stdout.write(message + external_os_.EOL);
}

/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */ function startGroup(name) {
  issue("group", name);
}

/**
 * End an output group.
 */ function endGroup() {
  issue("endgroup");
}

/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */ function group(name, fn) {
  return core_awaiter(this, void 0, void 0, function*() {
    startGroup(name);
    let result;
    try {
      result = yield fn();
    } finally {
      endGroup();
    }
    return result;
  });
}

//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
  issueCommand("save-state", {
    name: name
  }, toCommandValue(value));
}

/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */ function getState(name) {
  return process.env[`STATE_${name}`] || "";
}

function getIDToken(aud) {
  return core_awaiter(this, void 0, void 0, function*() {
    return yield OidcClient.getIDToken(aud);
  });
}

/**
 * Summary exports
 */
/**
 * @deprecated use core.summary
 */
/**
 * Path exports
 */
/**
 * Platform utilities exports
 */
//# sourceMappingURL=core.js.map
// CONCATENATED MODULE: ./src/text/redactor.ts
/** Removes secrets from text, in the forms in which services and tools repeat them, and however they were cut. */
/** A shorter beginning of a secret is too common in other text, and too short to be of use. */
const LEADING_FRAGMENT = 12;

/** The same for a text that begins with it: a value that was pasted in the wrong place. */ const LEADING_FRAGMENT_AT_START = 8;

/** A shorter part of a base64 text occurs by chance. */ const SHORTEST_BASE64_PART = 8;

/** Starts with nothing to hide. */ function createRedactor() {
  const masked = [];
  // As they are searched for: without blanks.
    const hidden = new Set;
  const secrets = new Set;
  return {
    hide: secret => {
      if (redactor_withoutBlanks(secret) === "") return [];
      const fresh = formsOf(secret).filter(form => !masked.includes(form));
      masked.push(...fresh);
      for (const form of fresh) hidden.add(redactor_withoutBlanks(form));
      secrets.add(redactor_withoutBlanks(secret));
      return fresh;
    },
    redact: text => {
      const shortest = [ ...hidden ].reduce((least, {length: length}) => Math.min(least, length), LEADING_FRAGMENT_AT_START);
      if (hidden.size === 0 || text.length < shortest) return text;
      const visible = redactor_withoutBlanks(text);
      const found = [ ...[ ...hidden ].flatMap(form => spansOf(form, visible)), ...[ ...secrets ].flatMap(one => redactor_startOf(one, visible)) ];
      if (found.length === 0) return text;
      const placeOf = placesOf(text, visible.length);
      return replaced(text, merged(found).map(([from, to]) => [ placeOf(from), placeOf(to - 1) + 1 ]));
    }
  };
}

/** As it is, in JSON, in a URL, and as base64: alone, or after or before a user name. */ function formsOf(secret) {
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
 */ function base64Parts(secret, offset) {
  const bytes = Buffer.concat([ Buffer.alloc(offset), Buffer.from(secret, "utf8") ]);
  const signs = bytes.toString("base64").replace(/=+$/u, "");
  const part = signs.slice(offset === 0 ? 0 : offset + 1, bytes.length % 3 === 0 ? void 0 : -1);
  if (part.length < SHORTEST_BASE64_PART) return [];
  return [ part, part.replaceAll("+", "-").replaceAll("/", "_") ];
}

function redactor_withoutBlanks(text) {
  return text.replace(BLANK, "");
}

/** From a place in the text without blanks to the same place in the whole text. */ function placesOf(text, visibleLength) {
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

/** Where the form, or at least its beginning, is in the text. */ function spansOf(form, text) {
  const start = form.slice(0, LEADING_FRAGMENT);
  const spans = [];
  // The next may begin inside of this one, where the form repeats itself.
    for (let from = text.indexOf(start); from >= 0; from = text.indexOf(start, from + 1)) addSpan(spans, [ from, from + commonLength(form, text, from) ]);
  return spans;
}

function redactor_startOf(secret, text) {
  const length = commonLength(secret, text, 0);
  return length < LEADING_FRAGMENT_AT_START ? [] : [ [ 0, length ] ];
}

function commonLength(form, text, from) {
  let length = 0;
  while (length < form.length && form[length] === text[from + length]) length++;
  return length;
}

/** Overlapping spans as one: a form inside another must not break it up. */ function merged(spans) {
  const out = [];
  for (const span of [ ...spans ].sort((a, b) => a[0] - b[0])) addSpan(out, span);
  return out;
}

/** Adds a span that begins behind the beginning of the last one. */ function addSpan(spans, [from, to]) {
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

// CONCATENATED MODULE: ./src/runner/github-runner.ts
/** The real runner: the Actions toolkit behind the port. */
/** The runner of this very process. */
function githubRunner() {
  ignoreLogErrors();
  const redactor = createRedactor();
  const line = text => safeLine(redactor.redact(text));
  return {
    input: name => getInput(name),
    env: name => {
      const value = process.env[name];
      return value === "" ? void 0 : value;
    },
    hide: secret => {
      redactor.hide(secret).forEach(form => {
        setSecret(form);
      });
    },
    redact: redactor.redact,
    log: text => {
      info(line(text));
    },
    debug: text => {
      if (isDebug()) debug(line(text));
    },
    group: (title, lines) => {
      startGroup(line(title));
      lines.forEach(one => {
        info(line(one));
      });
      endGroup();
    },
    annotate: (level, message, title) => {
      core_namespaceObject[level](line(message), title === void 0 ? {} : {
        title: line(title)
      });
    },
    output: (name, value) => {
      setOutput(name, safeOutput(value, redactor.redact));
    },
    saveState: (name, value) => {
      saveState(name, redactor.redact(value));
    },
    state: name => getState(name),
    summarize: markdown => github_runner_summarize(redactor.redact(markdown))
  };
}

/**
 * Nobody may read the log any more, or its disk may be full. Without a listener each line would be a fault, and what
 * says so another line; the verdict, the outputs and a stop need no log.
 */ function ignoreLogErrors() {
  if (!process.stdout.listeners("error").includes(ignored)) process.stdout.on("error", ignored);
}

function ignored() {
  // See above: there is nowhere to tell it.
}

async function github_runner_summarize(markdown) {
  if ((process.env["GITHUB_STEP_SUMMARY"] ?? "") === "") return false;
  await summary_summary.addRaw(markdown, true).write();
  return true;
}

// CONCATENATED MODULE: ./src/main.ts
/** The entry of main: red until proven green; it alone fails the job. */
// Red from the first instant: only a verdict makes it green. A lost promise, an empty event loop or a crash leaves it.
process.exitCode = 1;

const stepStartMs = clock_systemClock.now();

const runner = githubRunner();

const cancelling = new AbortController;

let concluded = false;

for (const name of [ "SIGINT", "SIGTERM" ]) process.on(name, () => {
  cancelling.abort(new Cancelled(name));
  if (concluded) endSoon();
});

process.on("uncaughtException", fault => {
  main_conclude({
    green: false,
    fault: fault
  });
});

process.on("beforeExit", () => {
  if (!concluded) main_conclude({
    green: false,
    fault: new Error("the process had nothing left to do before there was a verdict")
  });
});

/** Handles that outlive their work must not hang the job; the runner is about to kill a step that is cancelled. */ const LINGER_MS = 3e3;

const HASTY_LINGER_MS = 500;

function endSoon() {
  const lingerMs = cancelling.signal.aborted ? HASTY_LINGER_MS : LINGER_MS;
  clock_systemClock.setTimer(lingerMs, () => process.exit(), {
    keepsProcessAlive: false
  });
}

function main_conclude({green: green, fault: fault}) {
  if (concluded) return;
  concluded = true;
  process.exitCode = green ? 0 : 1;
  if (fault !== void 0) {
    const error = toError(fault);
    crashed(runner, error);
    error.stack?.split("\n").forEach(runner.debug);
  }
  endSoon();
}

runMain(runner, stepStartMs, cancelling.signal).then(green => {
  main_conclude({
    green: green
  });
}, fault => {
  main_conclude({
    green: false,
    fault: fault
  });
});