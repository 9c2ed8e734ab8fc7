import * as __WEBPACK_EXTERNAL_MODULE__undici_on_use_cjs_fc71909f__ from "../undici/on-use.cjs";
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var net = __nccwpck_require__(278);
var tls = __nccwpck_require__(756);
var http = __nccwpck_require__(611);
var https = __nccwpck_require__(692);
var events = __nccwpck_require__(434);
var assert = __nccwpck_require__(613);
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

  self.on('free', function onFree(socket, host, port, localAddress) {
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

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
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
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
exports.debug = debug; // for test


/***/ }),

/***/ 480:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dc: () => (/* binding */ StatusRefused),
/* harmony export */   i5: () => (/* binding */ saveStatus)
/* harmony export */ });
/* unused harmony export savedStatus */
/* harmony import */ var _event_pull_request_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(644);

const STATES = (/* unused pure expression or super */ null && (['pending', 'success', 'failure', 'error']));
/** GitHub does not take the status, and a repeat would not help. The message is a sentence for people. */
class StatusRefused extends Error {
    name = 'StatusRefused';
}
/** The name of the state; `post.ts` searches for it in the environment before it imports anything. */
const ENTRY = 'status';
/** A description and a commit are shorter than this; a longer text is not ours. */
const MAX_LENGTH = 2000;
/** Saves what post has to write if main does not get to it; `undefined`: nothing. */
function saveStatus({ saveState }, owed) {
    saveState(ENTRY, owed === undefined ? '' : JSON.stringify({ ...owed.status, commit: owed.commit }));
}
/** What main left to write; `undefined` where it is nothing, or nothing of ours. */
function savedStatus(runner) {
    const saved = fieldsOf(runner.state(ENTRY));
    const state = STATES.find((one) => one === saved.get('state'));
    const [description, commit] = [saved.get('description'), saved.get('commit')];
    if (state === undefined || typeof description !== 'string')
        return undefined;
    return {
        status: { state, description },
        commit: typeof commit === 'string' && isCommit(commit) ? commit : undefined,
    };
}
function fieldsOf(text) {
    if (text === '' || text.length > MAX_LENGTH)
        return new Map();
    try {
        const value = JSON.parse(text);
        return new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
    }
    catch {
        return new Map(); // the environment of the job may hold anything under our names
    }
}


/***/ }),

/***/ 644:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O3: () => (/* binding */ pullRequestSource),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   aZ: () => (/* binding */ statusCommit)
/* harmony export */ });
/** Pure: the pull request and the commit that the event of a workflow is about. Source: GitHub's webhook payloads. */
/** Where the pull request of a workflow run is found. */
function pullRequestSource(context) {
    const { event, eventName } = context;
    const direct = numberAt(event, 'pull_request', 'number');
    if (direct !== undefined)
        return numbered(direct, commitAt(event, 'pull_request', 'head', 'sha'));
    if (at(event, 'issue') !== undefined)
        return ofIssue(event);
    if (at(event, 'workflow_run') !== undefined)
        return ofWorkflowRun(context);
    if (at(event, 'merge_group') !== undefined)
        return ofMergeGroup(event);
    if (at(event, 'check_run') !== undefined)
        return ofCheck(context, 'check_run');
    if (at(event, 'check_suite') !== undefined)
        return ofCheck(context, 'check_suite');
    if (eventName !== undefined && EVENTS_OF_A_BRANCH.has(eventName))
        return ofBranch(context);
    return none(eventName === undefined ? 'the event is not known' : `the event \`${eventName}\` belongs to no pull request`);
}
/** Events about a commit that is not the one that the workflow run has checked out. */
const HEADS = [
    ['pull_request', 'head', 'sha'],
    ['workflow_run', 'head_sha'],
    ['merge_group', 'head_sha'],
    ['check_run', 'head_sha'],
    ['check_suite', 'head_sha'],
];
/** The commit that the workflow run is about: the head that its event names, else the commit of the workflow run. */
function statusCommit({ event, sha }) {
    const about = HEADS.find(([name]) => at(event, name) !== undefined);
    const ofIssue = at(event, 'issue', 'pull_request') === undefined ? undefined : numberAt(event, 'issue', 'number');
    if (about === undefined && ofIssue !== undefined)
        return { kind: 'pull-request', number: ofIssue };
    const commit = about === undefined ? sha : commitAt(event, ...about);
    return commit === undefined ? { kind: 'none', why: 'the commit is not known' } : { kind: 'commit', commit };
}
const EVENTS_OF_A_BRANCH = new Set(['push', 'schedule', 'workflow_dispatch']);
function numbered(number, commit) {
    return { kind: 'number', number, commit };
}
function none(why) {
    return { kind: 'none', why };
}
/** The payload of a comment has no commit. */
function ofIssue(event) {
    const number = at(event, 'issue', 'pull_request') === undefined ? undefined : numberAt(event, 'issue', 'number');
    return number === undefined ? none('the issue is no pull request') : numbered(number, undefined);
}
/** The list does not hold pull requests from forks. The branch that they come from leads to them. */
function ofWorkflowRun(context) {
    const { event } = context;
    const commit = commitAt(event, 'workflow_run', 'head_sha');
    const [first, ...others] = listed(context, 'workflow_run');
    if (first !== undefined && others.length === 0)
        return numbered(first, commit);
    const owner = textAt(event, 'workflow_run', 'head_repository', 'owner', 'login');
    const branch = textAt(event, 'workflow_run', 'head_branch');
    return owner === undefined || branch === undefined || commit === undefined
        ? none('the event names no branch and commit of the earlier workflow run')
        : { kind: 'head', owner, branch, commit };
}
/** A merge queue tests a branch of its own, whose name holds the number of the pull request. */
function ofMergeGroup(event) {
    const ref = textAt(event, 'merge_group', 'head_ref') ?? '';
    const digits = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(?<number>[1-9]\d{0,14})-[0-9a-f]{7,64}$/u.exec(ref)?.groups;
    return digits?.['number'] === undefined
        ? none('the branch of the merge queue names no pull request')
        : numbered(Number(digits['number']), commitAt(event, 'merge_group', 'head_sha'));
}
function ofCheck(context, name) {
    const [first, ...others] = listed(context, name);
    if (first === undefined)
        return none('the check belongs to no pull request');
    return others.length === 0
        ? numbered(first, commitAt(context.event, name, 'head_sha'))
        : none(`the check belongs to ${others.length + 1} pull requests`);
}
function ofBranch({ repository, ref, sha }) {
    const branch = /^refs\/heads\/(?<name>.+)$/u.exec(ref ?? '')?.groups?.['name'];
    const [owner = ''] = repository.split('/');
    if (branch === undefined)
        return none('the workflow did not run for a branch');
    return sha === undefined
        ? none('the commit of the workflow run is not known')
        : { kind: 'head', owner, branch, commit: sha };
}
/** The pull requests that an event lists, without those of other repositories such as a fork of this one. */
function listed({ event, repository }, name) {
    const all = at(event, name, 'pull_requests');
    if (!Array.isArray(all))
        return [];
    const here = (one) => {
        const base = textAt(one, 'base', 'repo', 'url')?.toLowerCase();
        return base === undefined || base.endsWith(`/repos/${repository.toLowerCase()}`);
    };
    return all.filter(here).flatMap((one) => numberAt(one, 'number') ?? []);
}
function at(value, ...path) {
    return path.reduce((inner, key) => (typeof inner === 'object' && inner !== null ? new Map(Object.entries(inner)).get(key) : undefined), value);
}
function numberAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : undefined;
}
function textAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'string' && found !== '' && found.length <= 1000 ? found : undefined;
}
function commitAt(value, ...path) {
    const found = textAt(value, ...path);
    return found !== undefined && isCommit(found) ? found : undefined;
}
/** SHA-1 or SHA-256, in full. */
function isCommit(text) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(text);
}


/***/ }),

/***/ 147:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ CommentRefused),
/* harmony export */   PN: () => (/* binding */ CommentUncertain),
/* harmony export */   n1: () => (/* binding */ CommentGone)
/* harmony export */ });
/** The port to the pull request of a workflow run: which one it is, and its comments. */
/** GitHub does not take the comment, and a repeat would not help. The message is a sentence for people. */
class CommentRefused extends Error {
    name = 'CommentRefused';
}
/** The comment was deleted after it was found. */
class CommentGone extends Error {
    name = 'CommentGone';
}
/** The request to create a comment got no clear response: the comment may exist. */
class CommentUncertain extends Error {
    name = 'CommentUncertain';
}


/***/ }),

/***/ 803:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
module.exports = x({ ["ProxyAgent"]: () => (__WEBPACK_EXTERNAL_MODULE__undici_on_use_cjs_fc71909f__.ProxyAgent), ["fetch"]: () => (__WEBPACK_EXTERNAL_MODULE__undici_on_use_cjs_fc71909f__.fetch) });

/***/ }),

/***/ 890:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("../undici/on-use.cjs");

/***/ }),

/***/ 613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 67:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 23:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// NAMESPACE OBJECT: ./node_modules/@actions/core/lib/platform.js
var platform_namespaceObject = {};
__nccwpck_require__.r(platform_namespaceObject);
__nccwpck_require__.d(platform_namespaceObject, {
  arch: () => (arch),
  getDetails: () => (getDetails),
  isLinux: () => (isLinux),
  isMacOS: () => (isMacOS),
  isWindows: () => (isWindows),
  platform: () => (platform)
});

// NAMESPACE OBJECT: ./node_modules/@actions/core/lib/core.js
var core_namespaceObject = {};
__nccwpck_require__.r(core_namespaceObject);
__nccwpck_require__.d(core_namespaceObject, {
  ExitCode: () => (ExitCode),
  addPath: () => (addPath),
  debug: () => (debug),
  endGroup: () => (endGroup),
  error: () => (error),
  exportVariable: () => (exportVariable),
  getBooleanInput: () => (getBooleanInput),
  getIDToken: () => (getIDToken),
  getInput: () => (getInput),
  getMultilineInput: () => (getMultilineInput),
  getState: () => (getState),
  group: () => (group),
  info: () => (info),
  isDebug: () => (isDebug),
  markdownSummary: () => (markdownSummary),
  notice: () => (notice),
  platform: () => (platform_namespaceObject),
  saveState: () => (saveState),
  setCommandEcho: () => (setCommandEcho),
  setFailed: () => (setFailed),
  setOutput: () => (setOutput),
  setSecret: () => (setSecret),
  startGroup: () => (startGroup),
  summary: () => (summary_summary),
  toPlatformPath: () => (toPlatformPath),
  toPosixPath: () => (toPosixPath),
  toWin32Path: () => (toWin32Path),
  warning: () => (warning)
});

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./src/clock.ts
/** Time and chance as parameters: the only file that reads the clock, sets a timer or draws a random number. */

/** setTimeout fires at once past 2^31-1 ms, so a longer sleep is cut to this and its caller sleeps again. */
const LONGEST_TIMER_MS = 2_147_483_647;
/**
 * The computer's own clock. It counts on from the process's start instead of reading the wall clock again, so that a
 * clock that is set, or jumps, ends no time limit.
 */
const clock_systemClock = {
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
const systemUuid = () => (0,external_node_crypto_namespaceObject.randomUUID)();
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
            signal.removeEventListener('abort', onAbort);
            resolve();
        });
        signal.addEventListener('abort', onAbort, { once: true });
    });
}
/**
 * Runs `work` under a signal that is aborted with `lateness()` once `limitMs` have passed, or with the reason of `signal`
 * when that comes first. Written out instead of `AbortSignal.any`, which keeps its sources alive for long-lived signals.
 * @throws what `work` throws
 */
async function withDeadline(clock, { limitMs, signal: outer }, lateness, work) {
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
            reject(clock_toError(signal.reason));
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
function clock_withTimeout(clock, limitMs, lateness, work) {
    const never = new AbortController().signal;
    return withDeadline(clock, { limitMs, signal: never }, lateness, (signal) => abortable(signal, work(signal)));
}
/**
 * Runs `work` under a signal that is aborted with `lateness()` after `limitMs`, or `hastyMs` after the step's own signal.
 * @throws what `work` throws
 */
async function withTighteningDeadline(clock, { limitMs, hastyMs, signal }, lateness, work) {
    const hurry = new AbortController();
    let disarm = () => undefined;
    const onAbort = () => {
        disarm = clock.setTimer(hastyMs, () => {
            hurry.abort(lateness());
        });
    };
    if (signal.aborted)
        onAbort();
    else
        signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await withDeadline(clock, { limitMs, signal: hurry.signal }, lateness, work);
    }
    finally {
        disarm();
        signal.removeEventListener('abort', onAbort);
    }
}
/** Whether a signal is aborted by now; asked through a call, since the compiler takes a first answer for the last. */
function isAborted(signal) {
    return signal.aborted;
}
/** An aborted signal's reason is `any` by type; ours are always errors. */
function clock_toError(reason) {
    return reason instanceof Error ? reason : new Error(String(reason));
}

// EXTERNAL MODULE: ./src/runner/commit-status.ts
var commit_status = __nccwpck_require__(480);
;// CONCATENATED MODULE: ./src/text/characters.ts
/** Classes of characters that decide whether text is safe; every file that cleans text takes them from here. */
/** Everything that some reader takes for the end of a line; `\n-\r` has the vertical tab and the form feed in it. */
const LINE_ENDS = /\r\n|[\n-\r\u0085\u2028\u2029]/gu;
/**
 * Characters without a picture: controls (NUL, ESC), direction marks, zero-width characters. The selector of emoji
 * (U+FE0F) is one of them too; see `withoutInvisible`.
 */
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** What may stand between the signs of a secret, and does not hide it from who reads it: `base64` breaks its lines. */
const BLANK = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** These are invisible alone, but part a line or change the sign in front of them. */
const KEPT = /[\t\n-\r\u0085]|\ufe0f/u;
/** Halves of a character. */
const LONE_SURROGATE = /\p{Cs}/gu;
/** The text with a sign of replacement for each half of a character: neither URLs nor GitHub's API take those. */
function wellFormed(text) {
    return text.replace(LONE_SURROGATE, '\ufffd');
}
/** The text without invisible characters and half ones; tabs, ends of lines and the selector of emoji stay. */
function withoutInvisible(text) {
    return wellFormed(text).replace(INVISIBLE, (sign) => (KEPT.test(sign) ? sign : ''));
}
/** The text on one line, without tabs and invisible characters. */
function characters_oneLine(text) {
    return withoutInvisible(text.replace(LINE_ENDS, ' ').replaceAll('\t', ' '));
}

;// CONCATENATED MODULE: ./src/report/status.ts



/** A pending status is worth this much; nothing waits for it but the last one. */
const PENDING_MS = 15_000;
/** The reporter of the status. From `opened` on, post writes an error where main does not come to its end. */
function statusReporter(ports) {
    const statuses = orderedStatuses(ports);
    let simulated = false;
    const status = (state, sentence) => ({
        state,
        description: described(simulated ? `Simulation: ${sentence}` : sentence, ports.redact),
    });
    return {
        name: 'commit status',
        opened: (plan) => {
            simulated = plan.simulated;
            statuses.owe(status('error', 'The step ended without a verdict: it was cancelled, killed, or it crashed.'));
        },
        runStarted: () => {
            statuses.announce(status('pending', 'The load test is in progress.'));
        },
        closed: async (outcome, signal) => {
            const state = stateOf(outcome);
            if (state !== undefined)
                await statuses.finish(status(state, outcome.reason), signal);
        },
    };
}
/** `undefined`: a step that was skipped writes none. One that only started its tests is finished by a later one. */
function stateOf({ word, fails }) {
    if (fails)
        return word === 'failed' ? 'failure' : 'error';
    if (word === 'skipped')
        return undefined;
    return word === 'started' ? 'pending' : 'success';
}
/** GitHub refuses a longer description. */
const LONGEST_DESCRIPTION = 140;
/** Strips, then redacts, then cuts: in any other order a part of a secret could be left. */
function described(sentence, redact) {
    const text = redact(characters_oneLine(sentence)).replace(/\s+/gu, ' ').trim();
    if (text.length <= LONGEST_DESCRIPTION)
        return text;
    let end = '';
    for (const sign of text) {
        if (end.length + sign.length >= LONGEST_DESCRIPTION)
            break;
        end += sign;
    }
    return `${end.trimEnd()}…`;
}
/** Statuses in their order, since GitHub shows the newest; once refused, none is tried again. */
function orderedStatuses({ writer, save, clock, warn, debug }) {
    let owed;
    let first;
    const keep = (kept) => {
        owed = kept;
        save(kept);
    };
    const write = async (status, signal) => {
        try {
            const { commit, write: send } = await writer();
            const sha = owed?.commit ?? (await commit(signal));
            if (owed !== undefined && owed.commit === undefined)
                keep({ ...owed, commit: sha });
            await send(sha, status, signal);
            return 'written';
        }
        catch (error) {
            if (!(error instanceof commit_status/* StatusRefused */.dc))
                throw error;
            keep(undefined);
            warn(error.message);
            return 'refused';
        }
    };
    return {
        owe: (status) => {
            keep({ status, commit: undefined });
        },
        announce: (status) => {
            const late = () => new Error('GitHub did not respond in time');
            first ??= clock_withTimeout(clock, PENDING_MS, late, (signal) => write(status, signal)).catch((error) => {
                debug(`The commit status could not be set to pending: ${error instanceof Error ? error.message : ''}`);
                return 'not-written';
            });
        },
        finish: async (status, signal) => {
            if (owed !== undefined)
                keep({ ...owed, status });
            const announced = await first;
            if (announced === 'refused')
                return;
            if (status.state !== 'pending' || announced !== 'written')
                await write(status, signal);
            keep(undefined);
        },
    };
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
// EXTERNAL MODULE: ./src/runner/event-pull-request.ts
var event_pull_request = __nccwpck_require__(644);
;// CONCATENATED MODULE: ./src/runner/workflow.ts
/** The workflow run that this step is a part of, as the environment describes it. */


/** Reads it; what is missing, odd or unreadable is as if it were not there. */
function readWorkflow({ env }) {
    const repository = matching(env('GITHUB_REPOSITORY'), /^[\w.-]+\/[\w.-]+$/u);
    const sha = env('GITHUB_SHA')?.toLowerCase();
    const apiUrl = httpUrl(env('GITHUB_API_URL') ?? 'https://api.github.com');
    const context = repository !== undefined &&
        apiUrl !== undefined && {
        repository,
        eventName: matching(env('GITHUB_EVENT_NAME'), /^[a-z_]{1,50}$/u),
        ref: env('GITHUB_REF'),
        sha: sha !== undefined && (0,event_pull_request/* isCommit */.WM)(sha) ? sha : undefined,
        event: eventAt(env('GITHUB_EVENT_PATH')),
    };
    return {
        context: context === false ? undefined : context,
        apiUrl: apiUrl ?? '',
        runUrl: pageOf(env, repository),
        runNumber: runNumber(env),
        name: [env('GITHUB_WORKFLOW'), env('GITHUB_JOB')].filter((part) => part !== undefined).join(' / '),
    };
}
function pageOf(env, repository) {
    const server = httpUrl(env('GITHUB_SERVER_URL') ?? '');
    const runId = matching(env('GITHUB_RUN_ID'), COUNT);
    const attempt = matching(env('GITHUB_RUN_ATTEMPT'), COUNT);
    if (repository === undefined || server === undefined || runId === undefined)
        return undefined;
    const page = `${server}/${repository}/actions/runs/${runId}`;
    return attempt === undefined ? page : `${page}/attempts/${attempt}`;
}
function runNumber(env) {
    const run = matching(env('GITHUB_RUN_NUMBER'), COUNT);
    const attempt = matching(env('GITHUB_RUN_ATTEMPT'), COUNT);
    return run === undefined || attempt === undefined
        ? undefined
        : { workflow: env('GITHUB_WORKFLOW') ?? '', run: Number(run), attempt: Number(attempt) };
}
const COUNT = /^[1-9]\d{0,14}$/u;
function matching(value, pattern) {
    return value !== undefined && pattern.test(value) ? value : undefined;
}
/** An address without slashes at its end; `undefined` for anything else. */
function httpUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isPlain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
    return isPlain && /^https?:$/u.test(url.protocol) ? url.href.replace(/\/+$/u, '') : undefined;
}
/** GitHub's own limit for a payload. */
const LARGEST_EVENT = 25 * 1024 * 1024;
function eventAt(path) {
    if (path === undefined)
        return undefined;
    try {
        const found = (0,external_node_fs_namespaceObject.statSync)(path);
        return found.isFile() && found.size <= LARGEST_EVENT ? JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8')) : undefined;
    }
    catch {
        return undefined; // then the event is not known
    }
}

;// CONCATENATED MODULE: ./src/app/step-status.ts
/** The commit status with real ports: for main, for a step that ends before there is a run, and for post. */




/** Post has a minute for everything; a status is one request. */
const POST_MS = 15_000;
/** The status, where one is asked for and can be written. */
function commitStatus(request, runner) {
    const writer = writerOf(request, runner);
    if (writer === undefined)
        return [];
    const { redact, debug } = runner;
    const warn = (sentence) => {
        runner.annotate('warning', sentence);
    };
    const save = (owed) => {
        (0,commit_status/* saveStatus */.i5)(runner, owed);
    };
    return [statusReporter({ writer, save, clock: clock_systemClock, redact, warn, debug })];
}
/** Writes the status that main left, with one line or one warning. Never throws. */
async function finishStatus(request, runner) {
    const [owed, writer] = [savedStatus(runner), writerOf(request, runner)];
    if (owed === undefined || writer === undefined)
        return;
    const late = () => new Error('GitHub did not respond in time');
    try {
        await withTimeout(systemClock, POST_MS, late, async (signal) => {
            const { commit, write } = await writer();
            await write(owed.commit ?? (await commit(signal)), owed.status, signal);
        });
        runner.log(`The commit status \`${request.name}\` was set to ${owed.status.state}.`);
    }
    catch (error) {
        runner.annotate('warning', `The commit status could not be finished: ${toError(error).message}`);
    }
}
/** `undefined` where no status is asked for, or none can be written. */
function writerOf({ name, githubToken }, runner) {
    if (name === '' || githubToken === undefined)
        return undefined;
    const { context, apiUrl, runUrl } = readWorkflow(runner);
    if (context === undefined)
        return undefined;
    const { redact, debug: onDebug } = runner;
    let opened;
    return () => (opened ??= Promise.all(/* import() */[__nccwpck_require__.e(392), __nccwpck_require__.e(74)]).then(__nccwpck_require__.bind(__nccwpck_require__, 74)).then(({ githubStatus }) => githubStatus({ token: githubToken, apiUrl, name, context, targetUrl: runUrl, redact, onDebug })));
}

;// CONCATENATED MODULE: ./src/test-run/number-table.ts
const LATENCY = { unit: 'ms', worse: 'more', needsRequests: true };
const ROWS = {
    p95Ms: {
        ...LATENCY,
        title: 'p95 latency',
        rule: 'p95',
        json: 'p95Ms',
        isKey: true,
        threshold: ['http_req_duration', 'p(95)'],
        query: ['http_req_duration', 'histogram_quantile(0.95)'],
    },
    p99Ms: {
        ...LATENCY,
        title: 'p99 latency',
        rule: 'p99',
        json: 'p99Ms',
        isKey: true,
        threshold: ['http_req_duration', 'p(99)'],
        query: ['http_req_duration', 'histogram_quantile(0.99)'],
    },
    avgMs: {
        ...LATENCY,
        title: 'average latency',
        rule: 'avg',
        json: 'avgMs',
        isKey: false,
        threshold: ['http_req_duration', 'avg'],
        query: ['http_req_duration', 'histogram_avg'],
    },
    maxMs: {
        ...LATENCY,
        title: 'longest latency',
        rule: 'max',
        json: 'maxMs',
        isKey: false,
        threshold: ['http_req_duration', 'max'],
        query: ['http_req_duration', 'histogram_max'],
    },
    rps: {
        title: 'requests',
        unit: 'per-second',
        worse: 'less',
        rule: 'rps',
        json: 'requestsPerSecond',
        isKey: true,
        needsRequests: false,
        threshold: ['http_reqs', 'rate'],
        query: ['http_reqs', 'rate'],
    },
    errorRate: {
        title: 'failed requests',
        unit: 'share',
        worse: 'more',
        rule: 'error-rate',
        json: 'errorRate',
        isKey: true,
        needsRequests: true,
        threshold: ['http_req_failed', 'rate'],
        query: ['http_req_failed', 'ratio'],
    },
    checksRate: {
        title: 'checks passed',
        unit: 'share',
        worse: 'less',
        rule: 'checks-rate',
        json: 'checksRate',
        isKey: true,
        needsRequests: false,
        threshold: ['checks', 'rate'],
        query: ['checks', 'ratio'],
    },
    requests: {
        title: 'total requests',
        unit: 'count',
        worse: 'neither',
        rule: undefined,
        json: 'requests',
        isKey: false,
        needsRequests: false,
        threshold: ['http_reqs', 'count'],
        query: ['http_reqs', 'increase'],
    },
    peakVus: {
        title: 'peak VUs',
        unit: 'count',
        worse: 'neither',
        rule: undefined,
        json: 'peakVus',
        isKey: false,
        needsRequests: false,
        threshold: undefined,
        query: ['vus', 'sum(max by (instance_id))'],
    },
    iterations: {
        title: 'iterations',
        unit: 'count',
        worse: 'neither',
        rule: undefined,
        json: 'iterations',
        isKey: false,
        needsRequests: false,
        threshold: ['iterations', 'count'],
        query: ['iterations', 'increase'],
    },
};
/** What is known of each number. */
const NUMBERS = ROWS;
/** All numbers, in the order in which reports list them. */
const NUMBER_NAMES = Object.keys(ROWS);
/** A share that was reckoned from parts can be a hair above all of it. */
const WHOLE = 1 + 1e-9;
/**
 * The value where a run can have it, else unknown: none is below zero, and no share is above all. Such a value would look
 * like a fast run, or make a change of any size look small.
 */
function possibleValue(name, value) {
    if (value === undefined || value < 0)
        return undefined;
    return NUMBERS[name].unit === 'share' && value > WHOLE ? undefined : value;
}
/** Each number by its name. */
function numbersBy(valueOf) {
    return Object.fromEntries(NUMBER_NAMES.map((name) => [name, valueOf(name)]));
}
/** All numbers that can be compared, by the names that `max-regression` takes. */
const METRICS = Object.fromEntries(NUMBER_NAMES.flatMap((name) => {
    const row = NUMBERS[name];
    if (row.worse === 'neither')
        return [];
    const { title, unit, worse } = row;
    const metric = { title, unit, worse, number: name, row, of: (numbers) => numbers[name] };
    return [[row.rule, metric]];
}));
/** The names of the numbers that can be compared, in the order in which reports list them. */
const METRIC_NAMES = Object.keys(METRICS);
/** Whether a name is one that `max-regression` takes. */
function isMetricName(name) {
    return name !== undefined && Object.hasOwn(METRICS, name);
}

;// CONCATENATED MODULE: ./src/test-run/noise.ts
/** Below this many runs nothing is compared. */
const FEWEST_RUNS = 3;
/** A baseline of several runs has this many at most. */
const MOST_RUNS = 10;
/** From this many runs on, the deviation says something about the noise. */
const FEWEST_FOR_NOISE = 5;
/** Makes the deviation of normal noise a standard deviation. */
const NORMAL = 1.4826;
/** How many standard deviations are noise. */
const WIDTH = 3;
/** Rates vary by this much in any test: 0.1 percentage points. */
const RATE_FLOOR_PP = 0.1;
/** What is usual; `undefined` for fewer runs than can be compared with. The order of the values does not matter. */
function usualOf(values) {
    if (values.length < FEWEST_RUNS)
        return undefined;
    const median = medianOf(values);
    return { median, deviation: medianOf(values.map((value) => Math.abs(value - median))), count: values.length };
}
/**
 * How much the metric varies, in the unit of a rule: percent of the median, or percentage points of a rate.
 * `undefined` if there are too few runs to tell, or the median is 0.
 */
function noiseOf({ median, deviation, count }, unit) {
    if (count < FEWEST_FOR_NOISE || (unit === '%' && median <= 0))
        return undefined;
    return WIDTH * NORMAL * (unit === 'pp' ? deviation : deviation / median) * 100;
}
/**
 * The rule that is in effect against what is usual: never narrower than the user's, wider if the test is noisier.
 * A rate is judged in percentage points, with a smallest limit unless the user says 0.
 */
function ruleInEffect(rule, usual, isRate) {
    const asked = isRate ? inPoints(rule, usual) : rule;
    const noise = noiseOf(usual, asked.unit) ?? 0;
    return noise > asked.size ? { ...asked, size: noise, asked: { size: rule.size, unit: rule.unit } } : asked;
}
function inPoints(rule, { median }) {
    const points = rule.unit === 'pp' ? rule.size : median * rule.size;
    return { ...rule, unit: 'pp', size: rule.size === 0 ? 0 : Math.max(points, RATE_FLOOR_PP) };
}
function medianOf(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
    return low / 2 + high / 2;
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
const SECOND_MS = 1000;
/** `431 ms`, `1.83 s`, `57.5 /s`, `1.25 %`, `6 900`, `1.25 VUh`, `n/a`. */
function quantity(value, unit, digits = 3) {
    if (value === undefined || !Number.isFinite(value))
        return UNKNOWN;
    if (unit === 'count')
        return grouped(String(Math.round(value)));
    // What is rounded to a second is written as one: `1 s` and `1 000 ms` would look like two values.
    if (unit === 'ms' && Number(Math.abs(value).toPrecision(digits)) >= SECOND_MS)
        return `${significant(value / SECOND_MS, digits)} s`;
    const text = unit === 'share' ? percent(value, digits) : significant(value, digits);
    return `${text}${SUFFIX[unit]}`;
}
/** Both values in as many digits as it takes to tell them apart: a limit that is not met must not look met. */
function distinguishable(one, other, unit) {
    for (const digits of [3, 4, 5, 6, 8, 10]) {
        const texts = [quantity(one, unit, digits), quantity(other, unit, digits)];
        if (one === other || texts[0] !== texts[1])
            return texts;
    }
    return [quantity(one, unit, 15), quantity(other, unit, 15)];
}
/** From ten times on, how many times tells more than per cent. */
const MANY_TIMES_PERCENT = 900;
/** `+19.1 %`, `−1 %`, `+0.85 pp`, `0 %`, `×179`: a change with its sign; less than a hundredth is no change to a reader. */
function change(value, unit) {
    if (unit === '%' && value >= MANY_TIMES_PERCENT)
        return `×${significant(1 + value / 100)}`;
    const size = changeSize(value, unit);
    if (size === `0 ${unit}`)
        return size;
    return `${value < 0 ? '−' : '+'}${size}`;
}
/** The size of a change, or of what a rule allows, without its sign: `10 %` */
function changeSize(value, unit) {
    const size = Math.abs(value);
    return `${significant(size < 1 ? Math.round(size * 100) / 100 : size)} ${unit}`;
}
/** At least `digits` significant digits, whole from 100 on, no exponent, no idle zeros: `0.0125`, `57.5`, `12 345`. */
function significant(value, digits = 3) {
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
        const text = significant(share * 100, more);
        if (text !== '100' || share >= 1)
            return text;
    }
    return '100';
}
/** Thousands apart by a thin space that does not break. */
function grouped(whole) {
    return whole.replace(/\B(?=(?:\d{3})+$)/gu, '\u202f');
}

;// CONCATENATED MODULE: ./src/test-run/selector.ts
/** Which part of a test a rule is about: a metric of the script, an endpoint, any tag of k6. */
/** As the user writes it: `(checkout_duration)`, `{name:checkout,status:200}`, `{name:"POST /checkout"}`. */
function selectorText({ metric, tags }) {
    const pairs = tags.map(([name, value]) => `${name}:${/^\w+$/u.test(value) ? value : `"${value}"`}`);
    return `${metric === undefined ? '' : `(${metric})`}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`}`;
}

;// CONCATENATED MODULE: ./src/test-run/regression-rule.ts



/** `10 %`, `10 % and 20 ms`, `15 % (10 %, widened by noise)` */
function allowedText(rule) {
    const widened = rule.asked === undefined ? '' : ` (${rule.asked.size} ${rule.asked.unit}, widened by noise)`;
    const floor = rule.floor === undefined ? '' : ` and ${floorText(rule)}`;
    return `${changeSize(rule.size, rule.unit)}${widened}${floor}`;
}
/** A rule as the user writes it: `p95=10%`, `rps=-5%`, `p95{name:checkout}=10%&20ms`. */
function ruleText(rule) {
    const { metric, size, unit, floor, of } = rule;
    const sign = worseOf(rule) === 'less' && (size !== 0 || rule.rate !== undefined) ? '-' : '';
    const and = floor === undefined ? '' : `&${floorText(rule).replace(' ', '')}`;
    const stat = rule.rate === undefined ? metric : 'rate';
    return `${stat}${of === undefined ? '' : selectorText(of)}=${sign}${size}${unit}${and}`;
}
/** Which way is worse for the metric of a rule. */
function worseOf({ metric, rate }) {
    return rate ?? METRICS[metric].worse;
}
/** `p95 latency`, `p95 latency of checkout`, `p95 latency {scenario:buyers}`, `p95 of checkout_duration` */
function ruleTitle({ metric, of, rate }) {
    if (of === undefined)
        return METRICS[metric].title;
    const whole = of.metric === undefined ? METRICS[metric].title : `${rate === undefined ? metric : 'rate'} of ${of.metric}`;
    const [[name, value] = [], ...more] = of.tags;
    if (of.metric === undefined && name === 'name' && more.length === 0)
        return `${whole} of ${value}`;
    const tags = selectorText({ ...of, metric: undefined });
    return tags === '' ? whole : `${whole} ${tags}`;
}
function floorText({ metric, floor = 0 }) {
    const { unit } = METRICS[metric];
    return unit === 'ms' ? `${floor} ms` : unit === 'share' ? `${floor} pp` : String(floor);
}

;// CONCATENATED MODULE: ./src/test-run/baseline.ts





/** What changed of one metric. Shares change by percentage points, everything else by percent. */
function changeOf(metric, now, then) {
    const { of } = METRICS[metric];
    return { metric, ...changeBetween(METRICS[metric], of(now), of(then)) };
}
/** What changed between two values of a number. */
function changeBetween({ unit, worse }, now, then) {
    if (now === undefined || then === undefined) {
        return { now, then, text: undefined, size: undefined, direction: 'unknown' };
    }
    const step = unit === 'share' ? 'pp' : '%';
    const size = step === 'pp' ? (now - then) * 100 : relative(now, then);
    const same = Math.abs(size) < VISIBLE;
    const direction = same ? 'same' : worse === 'neither' || size > 0 !== (worse === 'more') ? 'better' : 'worse';
    return { now, then, text: Number.isFinite(size) ? change(size, step) : 'from 0', size, direction };
}
/** Judges every rule; a value equal to the limit is within it. */
function compare(rules, now, baseline) {
    const [judged, regressions, unjudged] = [[], [], []];
    const { runId: baselineRunId, name } = baseline;
    for (const asked of rules) {
        const { now: a, then: b, usual, metric = asked.metric } = valuesFor(asked, now, baseline);
        const fitting = { ...asked, metric };
        const rule = usual === undefined ? fitting : ruleInEffect(fitting, usual, METRICS[metric].unit === 'share');
        if (a === undefined || b === undefined) {
            unjudged.push(asked);
            continue;
        }
        judged.push({ rule, now: a, then: b, usual });
        if (isPast(rule, a, b)) {
            regressions.push({ rule, now: a, then: b, baselineRunId, ...(name === undefined ? {} : { baselineName: name }) });
        }
    }
    return { judged, regressions, unjudged };
}
function valuesFor(rule, now, { numbers, usual, selected }) {
    if (rule.of !== undefined)
        return selected?.get(ruleText(rule)) ?? { now: undefined, then: undefined };
    const { of } = METRICS[rule.metric];
    return { now: of(now), then: of(numbers), usual: usual?.get(rule.metric) };
}
/** `p95 latency rose 19.1 % (362 → 431 ms, run 7649870); allowed: 10 %` */
function regressionSentence({ rule, now, then, baselineRunId, baselineName }) {
    const { unit } = METRICS[rule.metric];
    const moved = rule.unit === 'pp' ? (now - then) * 100 : relative(now, then);
    const [is, was] = distinguishable(now, then, unit);
    const whose = baselineName ?? `run ${baselineRunId}`;
    return `${ruleTitle(rule)} ${movement(moved, rule)} (${withoutUnit(was, is)} → ${is}, ${whose}); allowed: ${allowedText(rule)}`;
}
/** The first of two values, without a unit that both have. */
function withoutUnit(one, other) {
    const [number = one, ...unit] = one.split(' ');
    return unit.length > 0 && other.endsWith(` ${unit.join(' ')}`) ? number : one;
}
/** The first regression in words, and how many more there are. */
function regressionsSentence([first, ...rest]) {
    if (first === undefined)
        return 'The run is worse than its baseline';
    const more = rest.length === 1 ? '1 more metric is' : `${rest.length} more metrics are`;
    return `${regressionSentence(first)}${rest.length === 0 ? '' : `, and ${more} past the limit`}`;
}
/** Changes below this, in percent or points, are not worth a sign. */
const VISIBLE = 0.005;
/** What adding and dividing doubles may be off by. */
const ROUNDING = 1e-9;
/** Multiplied, not divided, so that a baseline of 0 is judged too: then anything worse is past every percentage. */
function isPast(rule, now, then) {
    const { metric, size, unit, floor = 0 } = rule;
    const worsening = worseOf(rule) === 'more' ? now - then : then - now;
    const allowed = unit === 'pp' ? size / 100 : (then * size) / 100;
    const least = METRICS[metric].unit === 'share' ? floor / 100 : floor;
    return worsening > Math.max(allowed, least) + ROUNDING * Math.max(1, Math.abs(then));
}
function relative(now, then) {
    if (then === 0)
        return now === 0 ? 0 : Infinity;
    return (now / then - 1) * 100;
}
/** `rose 19.1 %`, `rose ×179`, `fell 2 pp`. A change that is past its limit must not look equal to it. */
function movement(moved, { size: limit, unit }) {
    const verb = moved > 0 ? 'rose' : 'fell';
    if (!Number.isFinite(moved))
        return verb;
    const looksEqual = changeSize(moved, unit) === changeSize(limit, unit);
    return `${verb} ${looksEqual ? `${significant(Math.abs(moved), 6)} ${unit}` : change(moved, unit).replace(/^[+−]/u, '')}`;
}
/** The value of a metric with its unit. */
function metricText(metric, value) {
    return quantity(value, METRICS[metric].unit);
}

;// CONCATENATED MODULE: ./src/test-run/thresholds.ts
/**
 * The list decides, because it alone shows what was evaluated. A script that states thresholds beside an empty list has
 * thresholds that were not evaluated.
 * @param stated what the run itself shows
 * @param listed the list of thresholds; `undefined` if it could not be read
 */
function thresholdsFrom(stated, listed) {
    if (listed === undefined)
        return stated === 'none' ? 'none' : 'unreadable';
    if (listed.length === 0)
        return stated === 'stated' ? 'not-evaluated' : 'none';
    return listed.some(isEvaluated) ? 'some' : 'not-evaluated';
}
/** A threshold without a single sample has no value, and k6 Cloud counts it as passed. */
function isEvaluated({ value, failed }) {
    return failed || value !== undefined;
}

;// CONCATENATED MODULE: ./src/test-run/evidence.ts

/** The evidence in the API's own words: `run 7650001: result_status FAILED`. */
function evidence(run, ...statuses) {
    if (!run.seen)
        return lastSeen(run);
    const known = statuses.flatMap((status) => status === undefined ? [] : [`${status.field} ${status.value === '' ? 'empty' : status.value}`]);
    return `run ${run.id}: ${known.join(', ')}`;
}
/** `run 7650001, last seen: RUNNING` */
function lastSeen({ id, seen, statuses }) {
    return `run ${id}, ${seen ? `last seen: ${statuses.run.value}` : 'never found'}`;
}
/** Its load has ended; what is still missing are its metrics or its result. */
function isProcessed(run) {
    return run.state === 'pending' && (run.phase === 'processing' || run.phase === 'deciding');
}
/** The run was waiting, and its load never began. */
function neverBegan(run) {
    if (run.state === 'settled')
        return false;
    switch (run.phase) {
        case 'created':
        case 'validated':
        case 'queued':
        case 'initializing':
            return true;
        case 'running':
        case 'processing':
        case 'deciding':
        case 'unrecognised':
            return false;
    }
}
/** Whether the run is known to have thresholds that were evaluated: by the list of them, else by its own word. */
function hasThresholds({ thresholds }, metrics) {
    const listed = metrics?.thresholds;
    const isKnown = thresholds === 'some' || thresholds === 'not-evaluated';
    const known = isKnown || listed === undefined ? thresholds : thresholdsFrom(thresholds, listed);
    switch (known) {
        case 'some':
        case 'stated':
            return 'yes';
        case 'none':
            return 'no';
        case 'not-evaluated':
            return 'not-evaluated';
        case 'unknown':
        case 'unreadable':
            return 'unknown';
    }
}
/** Without its last full stop, so that the text can stand inside a sentence of ours. */
function withoutFullStop(text) {
    return text.replace(/[.\s]+$/u, '');
}
const SECOND_RUN = {
    stopped: 'which was stopped',
    'already-over': 'which has ended',
    'stop-failed': 'which could not be stopped and may still be running',
};
/** `run 7650002, which was stopped` */
function secondRunWords({ runId, stop }) {
    return `run ${runId}, ${SECOND_RUN[stop]}`;
}

;// CONCATENATED MODULE: ./src/test-run/protocol-table.ts
const P75 = 'histogram_quantile(0.75)';
const P95 = 'histogram_quantile(0.95)';
const protocol_table_LATENCY = { unit: 'ms', worse: 'more' };
const protocol_table_COUNT = { unit: 'count', worse: 'neither' };
/** A web vital is good or bad by its 75th percentile: https://web.dev/articles/vitals. */
const protocol_table_ROWS = {
    grpcP95Ms: {
        ...protocol_table_LATENCY,
        title: 'gRPC p95 latency',
        json: 'grpcP95Ms',
        threshold: ['grpc_req_duration', 'p(95)'],
        query: ['grpc_req_duration', P95],
    },
    grpcP99Ms: {
        ...protocol_table_LATENCY,
        title: 'gRPC p99 latency',
        json: 'grpcP99Ms',
        threshold: ['grpc_req_duration', 'p(99)'],
        query: ['grpc_req_duration', 'histogram_quantile(0.99)'],
    },
    grpcRequests: {
        ...protocol_table_COUNT,
        title: 'gRPC requests',
        json: 'grpcRequests',
        threshold: ['grpc_req_duration', 'count'],
        query: ['grpc_req_duration', 'histogram_count_increase'],
    },
    wsSessionP95Ms: {
        unit: 'ms',
        worse: 'neither', // scripts often end a session after a fixed time
        title: 'WebSocket session p95',
        json: 'wsSessionP95Ms',
        threshold: ['ws_session_duration', 'p(95)'],
        query: ['ws_session_duration', P95],
    },
    wsConnectingP95Ms: {
        ...protocol_table_LATENCY,
        title: 'WebSocket connect p95',
        json: 'wsConnectingP95Ms',
        threshold: ['ws_connecting', 'p(95)'],
        query: ['ws_connecting', P95],
    },
    wsSessions: {
        ...protocol_table_COUNT,
        title: 'WebSocket sessions',
        json: 'wsSessions',
        threshold: ['ws_sessions', 'count'],
        query: ['ws_sessions', 'increase'],
    },
    wsMessagesSent: {
        ...protocol_table_COUNT,
        title: 'messages sent',
        json: 'wsMessagesSent',
        threshold: ['ws_msgs_sent', 'count'],
        query: ['ws_msgs_sent', 'increase'],
    },
    wsMessagesReceived: {
        ...protocol_table_COUNT,
        title: 'messages received',
        json: 'wsMessagesReceived',
        threshold: ['ws_msgs_received', 'count'],
        query: ['ws_msgs_received', 'increase'],
    },
    lcpP75Ms: {
        ...protocol_table_LATENCY,
        title: 'LCP p75',
        json: 'lcpP75Ms',
        threshold: ['browser_web_vital_lcp', 'p(75)'],
        query: ['browser_web_vital_lcp', P75],
    },
    inpP75Ms: {
        ...protocol_table_LATENCY,
        title: 'INP p75',
        json: 'inpP75Ms',
        threshold: ['browser_web_vital_inp', 'p(75)'],
        query: ['browser_web_vital_inp', P75],
    },
    clsP75: {
        unit: 'plain',
        worse: 'more',
        title: 'CLS p75',
        json: 'clsP75',
        threshold: ['browser_web_vital_cls', 'p(75)'],
        query: ['browser_web_vital_cls', P75],
    },
    fcpP75Ms: {
        ...protocol_table_LATENCY,
        title: 'FCP p75',
        json: 'fcpP75Ms',
        threshold: ['browser_web_vital_fcp', 'p(75)'],
        query: ['browser_web_vital_fcp', P75],
    },
    ttfbP75Ms: {
        ...protocol_table_LATENCY,
        title: 'TTFB p75',
        json: 'ttfbP75Ms',
        threshold: ['browser_web_vital_ttfb', 'p(75)'],
        query: ['browser_web_vital_ttfb', P75],
    },
    browserErrorRate: {
        unit: 'share',
        worse: 'more',
        title: 'failed browser requests',
        json: 'browserErrorRate',
        threshold: ['browser_http_req_failed', 'rate'],
        query: ['browser_http_req_failed', 'ratio'],
    },
};
/** What is known of each such number. */
const PROTOCOLS = protocol_table_ROWS;
/** All of them, in the order in which reports list them. */
const PROTOCOL_NAMES = Object.keys(protocol_table_ROWS);
/** The names of the numbers that are known. */
function knownProtocols(numbers) {
    return PROTOCOL_NAMES.filter((name) => numbers[name] !== undefined);
}

;// CONCATENATED MODULE: ./src/test-run/threshold-sentences.ts



const PLAIN = { metric: (name) => `\`${name}\``, text: (text) => text };
/** `431 ms`, `1.25 %`: the value of a threshold in the unit of its metric. */
function thresholdValue(threshold) {
    const unit = unitOf(threshold);
    const inUnit = (value) => quantity(value, unit);
    const { value, valueAtEnd } = threshold;
    return valueAtEnd === undefined ? inUnit(value) : `${inUnit(value)} (${inUnit(valueAtEnd)} at the end)`;
}
/**
 * `p95 latency is 431 ms, over the limit of 400 ms`: the sentence of a threshold that was not met; `undefined` if not
 * even its condition is known.
 */
function thresholdSentence(threshold, style = PLAIN) {
    const { metric, condition, value, limit, valueAtEnd } = threshold;
    const unit = unitOf(threshold);
    if (value === undefined || limit === undefined) {
        const name = [metric === undefined ? '' : style.metric(metric), style.text(condition)].filter((part) => part !== '');
        const shown = value === undefined ? 'unknown' : quantity(value, unit);
        return name.length === 0 ? undefined : `${name.join(' ')} was not met (value ${shown})`;
    }
    const [shown, allowed] = distinguishable(value, limit, unit);
    const [atEnd] = valueAtEnd === undefined ? [] : distinguishable(valueAtEnd, limit, unit);
    const when = atEnd === undefined ? '' : ' during the run';
    const end = atEnd === undefined ? '' : ` (${atEnd} at its end)`;
    return `${subjectOf(threshold, style)} ${shown}${when}, ${demand(threshold, allowed)}${end}`;
}
/** The ones not met first, those with numbers before others; the rest in the order of the API. */
function failedFirst(thresholds) {
    const rank = (one) => {
        if (!one.failed)
            return 3;
        if (one.value !== undefined && one.limit !== undefined)
            return 0;
        return thresholdSentence(one) === undefined ? 2 : 1;
    };
    return [...thresholds].sort((a, b) => rank(a) - rank(b));
}
/** The finding for a run that failed by its thresholds; `undefined` if nothing is known of them. */
function thresholdsSentence(thresholds) {
    const notMet = failedFirst(thresholds ?? []).filter((one) => one.failed);
    const first = notMet[0] === undefined ? undefined : thresholdSentence(notMet[0]);
    if (first === undefined)
        return undefined;
    const rest = notMet.length - 1;
    if (rest === 0)
        return first;
    return `${first}, and ${rest} more threshold${rest === 1 ? ' was' : 's were'} not met`;
}
/** Thresholds on numbers that reports show, by metric and statistic: they have a name in plain words and a unit. */
const KNOWN = new Map([...Object.values(NUMBERS), ...Object.values(PROTOCOLS)].flatMap((row) => row.threshold === undefined ? [] : [[row.threshold.join(' '), row]]));
/** The other statistics of latency that have a name. */
const LATENCIES = new Map([
    ['med', 'median latency'],
    ['min', 'shortest latency'],
]);
function subjectOf({ metric, stat, valueAtEnd }, { metric: named, text }) {
    const known = KNOWN.get(`${metric ?? ''} ${stat ?? ''}`);
    const percentile = /^p\((?<rank>[\d.]+)\)$/u.exec(stat ?? '')?.groups?.['rank'];
    const latency = percentile === undefined ? LATENCIES.get(stat ?? '') : `p${percentile} latency`;
    const title = known?.title ?? (metric === 'http_req_duration' ? latency : undefined);
    if (title !== undefined) {
        const verb = valueAtEnd === undefined ? ' is' : ' was';
        return `${title}${known?.unit === 'ms' || latency === title ? verb : ''}`;
    }
    const parts = [metric === undefined ? '' : named(metric), text(stat ?? '')].filter((part) => part !== '');
    return parts.length === 0 ? 'a threshold is' : parts.join(' ');
}
/** Which side of the limit is the wrong one; of a value on the limit only the condition shows it. */
function demand({ value = 0, limit = 0, condition }, allowed) {
    if (value > limit)
        return `over the limit of ${allowed}`;
    if (value < limit)
        return `below the required ${allowed}`;
    const [side] = /[<>!]/u.exec(condition) ?? [];
    const required = side === '<' ? 'below ' : side === '>' ? 'over ' : side === '!' ? 'other than ' : '';
    return `required ${required}${allowed}`;
}
/** Built-in metrics whose values are times in ms. Source: k6's list of built-in metrics. */
const TIMES = /^(?:http_req_(?!failed)\w+|iteration_duration|group_duration|grpc_req_duration|ws_(?:connecting|session_duration|ping)|browser_web_vital_(?!cls)\w+)(?:\{|$)/u;
const SHARES = /^(?:http_req_failed|checks|browser_http_req_failed)(?:\{|$)/u;
const NOT_TIMES = new Set(['count', 'rate', 'value']);
function unitOf({ metric, stat = '', unit }) {
    if (unit !== undefined)
        return unit;
    if (metric === undefined)
        return 'plain';
    const known = KNOWN.get(`${metric} ${stat}`);
    if (known !== undefined)
        return known.unit;
    if (stat === 'rate')
        return SHARES.test(metric) ? 'share' : 'plain';
    return TIMES.test(metric) && !NOT_TIMES.has(stat) ? 'ms' : 'plain';
}

;// CONCATENATED MODULE: ./src/test-run/cause-row.ts


/** Why a pass proves less than it seems to, after "passed, but". */
const PASS_DOUBTS = {
    no: 'the test has no thresholds, so nothing was checked',
    'not-evaluated': 'no threshold of the test had a sample, so nothing was checked',
    'metrics-incomplete': 'k6 Cloud failed to process some metrics',
};
/** The finding of a pass. Without thresholds nothing was checked, and it says so. */
function passed({ run, metrics }) {
    const proof = evidence(run, run.statuses.result);
    if (run.state === 'settled' && run.metrics === 'incomplete') {
        return `Passed, but ${PASS_DOUBTS['metrics-incomplete']} (${evidence(run, run.statuses.processing, run.statuses.result)})`;
    }
    const thresholds = hasThresholds(run, metrics);
    switch (thresholds) {
        case 'yes':
            return `All thresholds passed (${proof})`;
        case 'no':
        case 'not-evaluated':
            return `Passed, but ${PASS_DOUBTS[thresholds]} (${proof})`;
        case 'unknown':
            return `The run passed (${proof})`;
    }
}
/** The finding of a run that a threshold ended. Where one status tells of all, the result is evidence too. */
function abortedByThreshold({ run, metrics }) {
    const sentence = thresholdsSentence(metrics?.thresholds) ?? 'A threshold with abortOnFail was not met';
    const { run: status, processing, result } = run.statuses;
    return `${sentence} (${evidence(run, status, processing === undefined ? result : undefined)})`;
}

;// CONCATENATED MODULE: ./src/test-run/causes.ts
/** Every cause of a verdict in one table: what it says, what to do about it, and whether a repeat can help. */




const CHECK_AND_RERUN = 'Check the run page, then re-run the job.';
const bySentence = ({ failure }) => failure;
/** All causes, as the output `cause` has them; docs/causes.md has a row for each. A row that is not complete does not compile. */
const causes_ROWS = {
    passed: { finding: passed, retryHelps: 'no' },
    'thresholds-not-met': {
        finding: ({ run, metrics }) => `${thresholdsSentence(metrics?.thresholds) ?? 'A threshold was not met'} (${evidence(run, run.statuses.result)})`,
        retryHelps: 'no',
    },
    'aborted-by-threshold': { finding: abortedByThreshold, retryHelps: 'no' },
    regressed: {
        finding: ({ run, metrics }) => `${regressionsSentence(metrics?.regressions ?? [])} (run ${run.id}: its thresholds passed; \`max-regression\` decides)`,
        retryHelps: 'no',
    },
    'not-compared': {
        finding: ({ run, metrics }) => `${metrics?.notCompared ?? 'The run was not compared'}, and \`require-comparison\` is set (run ${run.id}: its thresholds passed)`,
        retryHelps: 'unknown',
    },
    'no-thresholds': {
        finding: ({ run }) => `The test has no thresholds, and \`require-thresholds\` is set (${evidence(run, run.statuses.result)})`,
        advice: 'Add thresholds to the script, or remove `require-thresholds`.',
        retryHelps: 'no',
    },
    'thresholds-not-evaluated': {
        finding: ({ run }) => `${run.thresholds === 'not-evaluated' ? 'No threshold of the test had a sample' : 'No threshold is known to have been evaluated'}, and \`require-thresholds\` is set (${evidence(run, run.statuses.result)})`,
        advice: 'Check that the metrics of the thresholds have samples, or re-run the job.',
        retryHelps: 'unknown',
    },
    'aborted-by-user': {
        finding: ({ run }) => `The run was aborted by a user, the API or \`test.abort()\` in the script (${evidence(run, run.statuses.run)})`,
        advice: 'The run page shows who stopped it.',
        retryHelps: 'unknown',
    },
    'aborted-by-system': {
        finding: ({ run }) => `k6 Cloud aborted the run (${evidence(run, run.statuses.run)})`,
        advice: CHECK_AND_RERUN,
        retryHelps: 'yes',
        title: 'Aborted by k6 Cloud',
    },
    'aborted-by-script-error': {
        finding: ({ run }) => `A script error ended the run (${evidence(run, run.statuses.run)})`,
        advice: 'Fix the script error. The log is on the run page.',
        retryHelps: 'no',
        title: 'Script error',
    },
    'aborted-by-limit': {
        finding: ({ run }) => `A limit of the script or the subscription ended the run (${evidence(run, run.statuses.run)})`,
        advice: 'Check your subscription and project limits.',
        retryHelps: 'no',
        title: 'Limit reached',
    },
    aborted: {
        finding: ({ run }) => `The run was aborted before its end (${evidence(run, run.statuses.run, run.statuses.result)})`,
        advice: 'k6 Cloud does not say by whom. Check the run page.',
        retryHelps: 'unknown',
    },
    'timed-out-in-cloud': {
        finding: ({ run }) => `The run timed out in k6 Cloud (${evidence(run, run.statuses.run)})`,
        advice: 'Re-run the job. If it happens again, contact Grafana support.',
        retryHelps: 'yes',
    },
    archived: {
        finding: ({ run }) => `The run is only an archive, so nothing was executed (${evidence(run, run.statuses.run)})`,
        advice: 'Check that the test can run in k6 Cloud.',
        retryHelps: 'no',
    },
    'unknown-status': {
        finding: ({ run }) => `The run ended with an unknown status (${evidence(run, run.statuses.run)})`,
        advice: 'Check the run page, or upgrade this action: it does not recognize this status.',
        retryHelps: 'unknown',
    },
    'metrics-incomplete': {
        finding: ({ run }) => `k6 Cloud failed to process some metrics (${evidence(run, run.statuses.processing)})`,
        advice: 'Re-run the job, or set `processing-error: warn` to judge by the result alone.',
        retryHelps: 'yes',
    },
    'metrics-late': {
        finding: ({ run, limit }) => `The run finished, but its metrics were not processed within ${limit} (\`processing-timeout\`; ${evidence(run, run.statuses.processing ?? run.statuses.run)})`,
        advice: 'Increase `processing-timeout`, or re-run the job.',
        retryHelps: 'yes',
    },
    'result-missing': {
        finding: ({ run }) => `The run finished without a result (${evidence(run, run.statuses.run, run.statuses.result)})`,
        advice: CHECK_AND_RERUN,
        retryHelps: 'yes',
    },
    'result-unknown': {
        finding: ({ run }) => `The run finished with an unknown result (${evidence(run, run.statuses.result)})`,
        advice: 'Check the run page, or upgrade this action: it does not recognize this result.',
        retryHelps: 'unknown',
    },
    'result-error': {
        finding: ({ run }) => `The run finished with an error (${evidence(run, run.statuses.run, run.statuses.result)})`,
        advice: CHECK_AND_RERUN,
        retryHelps: 'unknown',
    },
    'time-limit': {
        finding: ({ run, limit }) => isProcessed(run)
            ? `The run ended, but its metrics were not ready within ${limit} (\`timeout\`; ${evidence(run, run.statuses.run)})`
            : `The run did not finish within ${limit} (\`timeout\`; ${evidence(run, run.statuses.run)})`,
        advice: ({ run }) => neverBegan(run)
            ? 'The run never began: check the load zone of the test. `queue-timeout` ends such waits sooner.'
            : 'Increase `timeout` if the test is expected to take this long.',
        retryHelps: 'unknown',
    },
    'queue-time-limit': {
        finding: ({ run, limit }) => `The run did not start within ${limit} (\`queue-timeout\`; ${evidence(run, run.statuses.run)})`,
        advice: 'Increase `queue-timeout`, run fewer tests at once, or check the load zone of the test.',
        retryHelps: 'yes',
    },
    'api-unreachable': {
        finding: ({ run, failure, limit }) => `k6 Cloud's API was unavailable${limit === '' ? '' : ` for ${limit} (\`outage-timeout\`)`}: ${failure} (${lastSeen(run)})`,
        advice: 'Check https://status.grafana.com, then re-run the job.',
        retryHelps: 'yes',
        title: 'Cannot reach k6 Cloud',
    },
    'api-refused': { finding: ({ run, failure }) => `${failure} (${lastSeen(run)})`, retryHelps: 'no' },
    'start-failed': { finding: bySentence, retryHelps: 'unknown', title: 'Load test not started' },
    'start-uncertain': { finding: bySentence, retryHelps: 'unknown', title: 'Start of the load test uncertain' },
    'started-twice': {
        finding: ({ run, others }) => `One start made more than one run of the test: run ${run.id}, and ${others.map(secondRunWords).join(', ')}`,
        advice: 'The runs loaded the same target, so no result counts. Re-run the job.',
        retryHelps: 'yes',
        title: 'Started twice',
    },
    'wrong-run': {
        finding: ({ run, failure }) => `${failure} (run ${run.id})`,
        advice: 'Check the run in k6 Cloud, then re-run the job.',
        retryHelps: 'yes',
        title: 'Wrong run',
    },
    started: {
        finding: ({ run }) => `The run was started and not waited for (run ${run.id}); judge it later with \`run-id: ${run.id}\``,
        retryHelps: 'no',
    },
    skipped: { finding: bySentence, retryHelps: 'no' },
    'invalid-input': { finding: bySentence, retryHelps: 'no', title: 'Inputs not accepted' },
    cancelled: {
        finding: ({ run }) => run.state === 'settled'
            ? `The workflow was cancelled before the run was judged (${evidence(run, run.statuses.run)})`
            : `The workflow was cancelled before the run ended (${evidence(run, run.statuses.run)})`,
        retryHelps: 'yes',
    },
    'internal-error': { finding: bySentence, retryHelps: 'unknown', title: 'Internal error' },
};
/** What is known of each cause. */
const CAUSES = causes_ROWS;

;// CONCATENATED MODULE: ./src/test-run/verdict.ts
/** Judges one run by what was seen of it; total, and passing in exactly one way. */
function judge(pollResult, policy) {
    switch (pollResult.kind) {
        case 'settled':
            return judgeSettled(pollResult.run, policy);
        case 'gave-up':
            return judgeTimeLimit(pollResult.limit, pollResult.run);
        case 'api-unreachable':
            return verdict('error', 'api-unreachable');
        case 'api-refused':
            return { word: 'error', cause: pollResult.problem === 'wrong-run' ? 'wrong-run' : 'api-refused', always: true };
        case 'not-started':
            return { word: 'error', cause: startCause(pollResult.problem), always: true };
        case 'started-twice':
            return { word: 'error', cause: 'started-twice', always: true };
        case 'cancelled':
            return { word: 'cancelled', cause: 'cancelled', always: true };
        case 'not-awaited':
            return verdict('started', 'started');
    }
}
/** The verdict on one run: what was seen of it, then what the comparison found. Only a pass can change by the latter. */
function decide(findings, policy) {
    const { pollResult, regressions, comparisonCutShort, comparisonMissing } = findings;
    const judged = judge(pollResult, policy);
    if (judged.word !== 'passed')
        return judged;
    if (comparisonCutShort)
        return { word: 'cancelled', cause: 'cancelled', always: true };
    if (regressions.length > 0)
        return verdict('failed', 'regressed');
    return comparisonMissing === true ? verdict('error', 'not-compared') : judged;
}
/** Whether this verdict fails the job under the user's `fail-on`. */
function failsJob({ word, always }, failOn) {
    return always || failOn.has(word);
}
function startCause(problem) {
    return problem === 'start-uncertain' || problem === 'wrong-run' ? problem : 'start-failed';
}
function judgeSettled(run, policy) {
    switch (run.ending.kind) {
        case 'finished':
            return judgeFinished(run, policy);
        case 'timed-out':
            return verdict('error', 'timed-out-in-cloud');
        case 'archived':
            return verdict('error', 'archived');
        case 'unrecognised':
            return verdict('error', 'unknown-status');
        case 'aborted':
            return judgeAborted(run.ending.by);
    }
}
function judgeAborted(by) {
    switch (by) {
        case 'threshold':
            return verdict('failed', 'aborted-by-threshold');
        case 'user':
            return verdict('aborted', 'aborted-by-user');
        case 'system':
        case 'script-error':
        case 'limit':
            return verdict('error', `aborted-by-${by}`);
        case 'unknown':
            return verdict('error', 'aborted');
    }
}
function judgeFinished(run, policy) {
    switch (run.result) {
        case 'failed':
            return verdict('failed', 'thresholds-not-met');
        case 'error':
            return verdict('error', 'result-error');
        case 'none':
            return verdict('error', 'result-missing');
        case 'unknown':
            return verdict('error', 'result-unknown');
        case 'passed':
            return judgePassed(run, policy);
    }
}
function judgePassed(run, policy) {
    if (!metricsSuffice(run, policy))
        return verdict('error', 'metrics-incomplete');
    if (!policy.requireThresholds)
        return verdict('passed', 'passed');
    switch (run.thresholds) {
        case 'none':
            return verdict('error', 'no-thresholds');
        case 'not-evaluated':
        case 'stated':
        case 'unknown':
        case 'unreadable':
            return verdict('error', 'thresholds-not-evaluated');
        case 'some':
            return verdict('passed', 'passed');
    }
}
function metricsSuffice(run, policy) {
    switch (run.metrics) {
        case 'complete':
            return true;
        case 'incomplete':
            return policy.processingError === 'warn';
        case 'not-awaited':
            return false;
    }
}
function judgeTimeLimit(limit, run) {
    switch (limit) {
        case 'timeout':
            return verdict('timeout', 'time-limit');
        case 'queue-timeout':
            return verdict('timeout', 'queue-time-limit');
        case 'processing-timeout':
            return run?.result === 'failed' ? verdict('failed', 'thresholds-not-met') : verdict('error', 'metrics-late');
        case 'result':
            return verdict('error', 'result-missing');
    }
}
function verdict(word, cause) {
    return { word, cause, always: false };
}

;// CONCATENATED MODULE: ./src/test-run/verdict-words.ts
/** The closed set of verdicts that users see: one table with rank, tone, sign and title of each. */
/** All verdicts. */
const VERDICT_WORDS = {
    cancelled: { rank: 0, tone: 'bad', sign: '🚫', title: 'Load test cancelled', short: 'cancelled' },
    failed: { rank: 1, tone: 'bad', sign: '❌', title: 'Load test failed', short: 'failed' },
    error: { rank: 2, tone: 'bad', sign: '⚠️', title: 'Load test without a result', short: 'no result' },
    timeout: { rank: 3, tone: 'bad', sign: '⏱️', title: 'Load test timed out', short: 'timed out' },
    aborted: { rank: 4, tone: 'bad', sign: '🛑', title: 'Load test aborted', short: 'aborted' },
    passed: { rank: 5, tone: 'good', sign: '✅', title: 'Load test passed', short: 'passed' },
    started: { rank: 6, tone: 'neutral', sign: '⏳', title: 'Load test started', short: 'started, result pending' },
    skipped: { rank: 7, tone: 'neutral', sign: '⏭️', title: 'Load test skipped', short: 'skipped' },
};

;// CONCATENATED MODULE: ./src/test-run/outcome.ts




/** The run of an outcome, where there ever was one. */
function runOf({ pollResult }) {
    return 'run' in pollResult ? pollResult.run : undefined;
}
/** The address of the run's page, for people to open; a simulation has none. */
function outcome_pageOf(outcome) {
    return outcome.simulated === true ? undefined : runOf(outcome)?.url;
}
/** Several outcomes as one: the worst verdict decides, and the job fails where any run's verdict fails it. */
function stepOutcome(outcomes, failOn, simulated = false) {
    const runs = simulated ? outcomes.map((outcome) => ({ ...outcome, simulated })) : outcomes;
    const [worst] = worstFirst(runs);
    if (worst === undefined)
        return { word: 'error', cause: 'internal-error', reason: 'There was no test run.', fails: true, simulated, runs };
    const like = runs.filter((run) => run.verdict.word === worst.verdict.word).length;
    const among = runs.length === 1 ? '' : ` (${like} of ${runs.length} runs ${worst.verdict.word})`;
    return {
        word: worst.verdict.word,
        cause: worst.verdict.cause,
        reason: `${worst.reason}${among}`,
        fails: runs.some((run) => failsJob(run.verdict, failOn)),
        simulated,
        runs,
    };
}
/** Sorted by how bad the verdicts are; equal ones stay in the order of the input. */
function worstFirst(runs) {
    return [...runs].sort((a, b) => rankOf(a) - rankOf(b));
}
function rankOf({ verdict }) {
    return VERDICT_WORDS[verdict.word].rank;
}
/** Whether a bad verdict leaves the job green, because `fail-on` does not name it. */
function isTolerated({ word, fails }) {
    return !fails && VERDICT_WORDS[word].tone === 'bad';
}
/** A pass that people should look at: nothing was checked, or k6 Cloud lost metrics. */
function isDoubtfulPass({ verdict, pollResult, metrics }) {
    if (verdict.word !== 'passed' || pollResult.kind !== 'settled')
        return false;
    const { run } = pollResult;
    const thresholds = hasThresholds(run, metrics);
    return run.metrics === 'incomplete' || thresholds === 'no' || thresholds === 'not-evaluated';
}
/** The sign before a title: that of the verdict, or a warning for a pass that people should look at. */
function signOf(outcome) {
    return isDoubtfulPass(outcome) ? VERDICT_WORDS.error.sign : VERDICT_WORDS[outcome.verdict.word].sign;
}
/** The title of the annotation: by cause where that says more than the verdict. */
function titleOf({ verdict, pollResult }) {
    const byProblem = 'problem' in pollResult ? PROBLEM_TITLES[pollResult.problem] : undefined;
    // A run that was named, or was there before, is what is missing then.
    if (pollResult.kind === 'api-refused' && pollResult.problem === 'not-found')
        return 'Run not found';
    return byProblem ?? CAUSES[verdict.cause].title ?? VERDICT_WORDS[verdict.word].title;
}
const PROBLEM_TITLES = {
    'token-rejected': 'Token rejected',
    'not-found': 'Test not found',
    unreachable: 'Cannot reach k6 Cloud',
    'limit-reached': 'Limit reached',
    'start-uncertain': undefined,
    'wrong-run': undefined,
    other: undefined,
};

;// CONCATENATED MODULE: ./src/test-run/metrics.ts

/** Numbers of which none is known. */
const NO_NUMBERS = numbersBy(() => undefined);
/** The metrics of a run of which nothing could be read. */
const NO_METRICS = {
    numbers: NO_NUMBERS,
    protocols: {},
    thresholds: undefined,
    checks: undefined,
    series: { p95Ms: [], rps: [], errorRate: [], vus: [] },
};

;// CONCATENATED MODULE: ./src/test-run/duration.ts
/** Durations as people read them; milliseconds in, words out. */
const duration_SECOND_MS = 1000;
/** `2m 04s`, `1h 02m`, `8s`, `350ms`: short enough for a log column. */
function formatDuration(durationMs) {
    const wholeMs = Math.round(durationMs);
    if (wholeMs > 0 && wholeMs < duration_SECOND_MS)
        return `${wholeMs}ms`;
    const { hours, minutes, seconds } = split(durationMs);
    if (hours > 0)
        return `${hours}h ${pad(minutes)}m`;
    if (minutes > 0)
        return `${minutes}m ${pad(seconds)}s`;
    return `${seconds}s`;
}
/** `2:04`, `1:02:04`: time since the start of the step, for the log's first column. */
function formatClock(durationMs) {
    const { hours, minutes, seconds } = split(durationMs);
    return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}` : `${minutes}:${pad(seconds)}`;
}
function split(durationMs) {
    const whole = Math.max(0, Math.round(durationMs / duration_SECOND_MS));
    return { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, seconds: whole % 60 };
}
function pad(number) {
    return String(number).padStart(2, '0');
}

;// CONCATENATED MODULE: ./src/report/run-facts.ts
/** The facts of one run as lines of text: when, how big, what it cost, what the API said. */



/** `name  value` lines; what is not known is left out. */
function runFacts(outcome, run) {
    const { testId, phases } = outcome;
    const { statuses } = run;
    const words = statusWords(run);
    const rows = [
        ['test', testId ?? run.testId],
        ['address', outcome_pageOf(outcome)],
        ['started', iso(run.startedMs)],
        ['ended', iso(run.endedMs)],
        ['executed', secondsOf(run) === undefined ? undefined : formatDuration((secondsOf(run) ?? 0) * 1000)],
        ['planned', run.plannedMs === undefined ? undefined : formatDuration(run.plannedMs)],
        ['VUs', run.vus?.toString()],
        ['cost', run.vuh === undefined ? undefined : quantity(run.vuh, 'vuh')],
        ['phases', phases.map(({ phase, fromMs, toMs }) => `${phase} ${formatDuration(toMs - fromMs)}`).join(', ')],
        [statuses.run.field, words.run],
        [statuses.processing?.field ?? '', words.processing],
        [statuses.result.field, words.result],
        ['k6 Cloud says', run.detail?.message],
        ['error code', run.detail?.code],
    ];
    return rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name.padEnd(18)}${value}`]));
}
/** `2026-11-23T10:00:00Z`; `undefined` where the instant is unknown. */
function iso(atMs) {
    return atMs === undefined ? undefined : new Date(atMs).toISOString().replace('.000Z', 'Z');
}
/** `24 Nov`, in UTC. */
function day(atMs) {
    return new Date(atMs).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
}
/** `09:12 UTC` */
function timeOfDay(atMs) {
    return `${new Date(atMs).toISOString().slice(11, 16)} UTC`;
}
/** `24 Nov 09:12 UTC` */
function dayAndTime(atMs) {
    return `${day(atMs)} ${timeOfDay(atMs)}`;
}
/** Seconds of execution: as the API counts them, else from its start and end. */
function secondsOf({ executedMs, startedMs, endedMs }) {
    if (executedMs !== undefined)
        return executedMs / 1000;
    if (startedMs === undefined || endedMs === undefined)
        return undefined;
    return Math.max(0, Math.round((endedMs - startedMs) / 1000));
}
/** The statuses of a run; its result only once it has ended, since until then the API calls a run passed in advance. */
function statusWords(run) {
    if (run?.seen !== true)
        return { run: '', processing: '', result: '' };
    const { statuses } = run;
    const hasEnded = run.state === 'settled' || run.phase === 'processing' || run.phase === 'deciding';
    return {
        run: statuses.run.value,
        processing: statuses.processing?.value ?? '',
        result: hasEnded ? statuses.result.value : '',
    };
}

;// CONCATENATED MODULE: ./src/report/outputs.ts




/** Names of the outputs; a test compares them with action.yml. */
const OUTPUT_NAMES = (/* unused pure expression or super */ null && ([
    'verdict',
    'cause',
    'reason',
    'run-id',
    'run-url',
    'run-status',
    'processing-status',
    'result-status',
    'started-at',
    'ended-at',
    'duration',
    'p95',
    'error-rate',
    'rps',
    'checks-rate',
    'runs',
    'report-dir',
    'comment-url',
    'simulated',
]));
/** The reporter of outputs. Runs appear in the order of the input, however they started. */
function outputsReporter(setOutput) {
    let order = [];
    const started = new Map();
    return {
        name: 'outputs',
        opened: (plan) => {
            order = [...plan.testIds, ...plan.runIds];
            setOutput('simulated', String(plan.simulated));
        },
        runStarted: (run) => {
            started.set(run.id, run);
            const place = ({ testId = '', id }) => Math.max(order.indexOf(testId), order.indexOf(id));
            const inOrder = [...started.values()].sort((a, b) => place(a) - place(b));
            setOutput('run-id', inOrder.map((run) => run.id).join(','));
            setOutput('run-url', inOrder.map((run) => run.url).join(','));
        },
        closed: (outcome) => {
            for (const [name, value] of Object.entries(outputsOf(outcome)))
                setOutput(name, value);
        },
    };
}
/** The outputs of a step: one value, or the values of the runs in order, separated by commas. */
function outputsOf(outcome) {
    const rows = outcome.runs.map(row);
    const all = (name) => rows.map((one) => one[name]).join(',');
    return {
        verdict: outcome.word,
        cause: outcome.cause,
        reason: characters_oneLine(outcome.reason),
        'run-id': all('run-id'),
        'run-url': all('run-url'),
        'run-status': all('run-status'),
        'processing-status': all('processing-status'),
        'result-status': all('result-status'),
        'started-at': all('started-at'),
        'ended-at': all('ended-at'),
        duration: all('duration'),
        p95: all('p95'),
        'error-rate': all('error-rate'),
        rps: all('rps'),
        'checks-rate': all('checks-rate'),
        runs: JSON.stringify(rows),
    };
}
function row(outcome) {
    const run = runOf(outcome);
    const words = statusWords(run);
    const { p95Ms, errorRate, rps, checksRate } = outcome.metrics?.numbers ?? NO_NUMBERS;
    return {
        'test-id': outcome.testId ?? run?.testId ?? '',
        verdict: outcome.verdict.word,
        cause: outcome.verdict.cause,
        reason: characters_oneLine(outcome.reason),
        'run-id': run?.id ?? '',
        'run-url': run?.url ?? '',
        'run-status': words.run,
        'processing-status': words.processing,
        'result-status': words.result,
        'started-at': iso(run?.startedMs) ?? '',
        'ended-at': iso(run?.endedMs) ?? '',
        duration: run === undefined ? '' : (secondsOf(run)?.toString() ?? ''),
        p95: measured(p95Ms),
        'error-rate': measured(errorRate),
        rps: measured(rps),
        'checks-rate': measured(checksRate),
    };
}
/** Digits that mean something, without an exponent: a shell compares them. */
function measured(value) {
    return value === undefined ? '' : String(Number(value.toFixed(6)));
}

;// CONCATENATED MODULE: ./src/report/reporter.ts
/**
 * Tells every reporter in order. One that fails is left out from then on, with one warning.
 * @param groups reporters of one group close side by side
 * @param warn called with which reporter failed, and why
 */
function fanOut(groups, warn) {
    const reporters = groups.flat();
    const broken = new Set();
    const brokeOn = (reporter, error) => {
        broken.add(reporter);
        warn(`The ${reporter.name} failed: ${error instanceof Error ? error.message : String(error)}`);
    };
    const tell = (event) => {
        for (const reporter of reporters) {
            if (broken.has(reporter))
                continue;
            try {
                event(reporter);
            }
            catch (error) {
                brokeOn(reporter, error);
            }
        }
    };
    const closed = async (outcome, signal) => {
        const over = aborted(signal);
        const close = async (reporter) => {
            if (broken.has(reporter))
                return;
            try {
                await Promise.race([reporter.closed?.(outcome, signal), over]);
            }
            catch (error) {
                brokeOn(reporter, error);
            }
        };
        for (const group of groups)
            await Promise.all([group].flat().map(close));
    };
    return { ...events(tell), closed };
}
/** Rejects when the signal is aborted: a reporter that hangs must not keep those behind it from their last word. */
function aborted(signal) {
    const over = new Promise((_, reject) => {
        const end = () => {
            reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
        };
        if (signal.aborted)
            end();
        else
            signal.addEventListener('abort', end, { once: true });
    });
    over.catch(() => undefined); // nobody may be waiting for it by then
    return over;
}
/** The events that take no time, each passed on to every reporter that wants it. */
function events(tell) {
    return {
        opened: (plan) => {
            tell((reporter) => reporter.opened?.(plan));
        },
        runStarted: (run) => {
            tell((reporter) => reporter.runStarted?.(run));
        },
        polled: (run) => {
            tell((reporter) => reporter.polled?.(run));
        },
        pollFailed: (run, failure) => {
            tell((reporter) => reporter.pollFailed?.(run, failure));
        },
        noticed: (sentence) => {
            tell((reporter) => reporter.noticed?.(sentence));
        },
    };
}

;// CONCATENATED MODULE: ./src/report/size-limit.ts
/** Pure: sections of a report -> one text within a size, by leaving out whole sections, the least important first. */
/** Names of sections left out that are listed; more are counted. */
const MOST_NAMED = 8;
/**
 * The sections in their order, with a word on those left out.
 * @param size how big a text is, in the unit of `most`
 */
function truncatedToBudget(sections, most, size) {
    const shown = sections.filter(({ markdown }) => markdown !== '');
    const out = [];
    const byWeight = [...shown].sort((a, b) => a.weight - b.weight);
    const sizes = new Map(shown.map((section) => [section, size(section.markdown) + GAP]));
    let total = [...sizes.values()].reduce((sum, one) => sum + one, 0);
    for (const section of byWeight) {
        if (total <= most - size(leftOutNote(out)) - GAP || section.weight === Infinity)
            break;
        total -= sizes.get(section) ?? 0;
        out.push(section);
    }
    const gone = new Set(out);
    const note = leftOutNote(shown.filter((section) => gone.has(section)));
    const parts = [...shown.filter((section) => !gone.has(section)).map(({ markdown }) => markdown), note];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
const GAP = 2;
function leftOutNote(out) {
    if (out.length === 0)
        return '';
    const named = out.slice(0, MOST_NAMED).map(({ what }) => what);
    const rest = out.length - named.length;
    return `<sub>Left out here for their size: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.</sub>`;
}
/** Size in bytes, as GitHub counts a job summary. */
function bytes(text) {
    return Buffer.byteLength(text);
}

;// CONCATENATED MODULE: ./src/test-run/compared-words.ts




const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/**
 * `Compared with the median of 8 runs of main (newest 7650009, passed 1 h ago; spread ±2 %)`
 * @param runName the name of a run in the text, such as a link
 */
function comparedWith(baseline, runName = (runId) => runId) {
    const { name, runId, about = {}, usual } = baseline;
    const { source, ageMs, isMarked = false } = about;
    const passed = ageMs === undefined ? '' : `passed ${age(ageMs)}`;
    const of = source === undefined ? '' : ` of ${source}`;
    if (name === undefined) {
        const details = [isMarked ? 'marked as baseline' : '', passed].filter((part) => part !== '').join(', ');
        return `Compared with run ${runName(runId)}${of}${details === '' ? '' : ` (${details})`}`;
    }
    const spread = spreadText(usual?.get('p95'), '%');
    const newest = [`newest ${runName(runId)}`, passed].filter((part) => part !== '').join(', ');
    return `Compared with the ${name} (${newest}${spread === '' ? '' : `; spread ${spread}`})`;
}
/** `p95 latency 350 ms, usual 362 ms ±2 % in 8 runs of main; allowed: 10 %` */
function judgedSentence({ rule, now, then, usual }, { name, runId, about }) {
    const { unit } = METRICS[rule.metric];
    const [is, was] = now === then ? [quantity(now, unit), quantity(then, unit)] : distinguishable(now, then, unit);
    const of = about?.source === undefined ? '' : ` of ${about.source}`;
    const spread = spreadText(usual, rule.unit);
    const before = name === undefined || usual === undefined
        ? `${was} in run ${runId}${of}`
        : `usual ${was}${spread === '' ? '' : ` ${spread}`} in ${usual.count} runs${of}`;
    return `${ruleTitle(rule)} ${is}, ${before}; allowed: ${allowedText(rule)}`;
}
/** `±2 %`: three standard deviations, as far as there are runs enough to tell. */
function spreadText(usual, unit) {
    const noise = usual === undefined ? undefined : noiseOf(usual, unit);
    return noise === undefined ? '' : `±${significant(noise, 2)} ${unit}`;
}
/** `just now`, `12 min ago`, `5 h ago`, `9 days ago` */
function age(ageMs) {
    if (ageMs < MINUTE_MS)
        return 'just now';
    if (ageMs < HOUR_MS)
        return `${Math.floor(ageMs / MINUTE_MS)} min ago`;
    if (ageMs < 2 * DAY_MS)
        return `${Math.floor(ageMs / HOUR_MS)} h ago`;
    return `${Math.floor(ageMs / DAY_MS)} days ago`;
}

;// CONCATENATED MODULE: ./src/text/markdown.ts
/** Pure: text from anywhere -> text that GitHub renders as just that text, and tables of it. */

const markdown_LINE_ENDS = /[\n-\r\u0085\u2028\u2029]+/gu;
/** Signs that Markdown, HTML or GitHub could take for more than text wherever they stand. */
const MARKUP = /[\\`*[\]<>#|~&@$^]/gu;
/**
 * Signs that mean something in some places alone, so that text stays readable as source and in e-mails: `_` beside a
 * word, `:` before one (an address, an emoji), the point of a host, and what begins a list or a line under a title.
 */
const MARKUP_IN_PLACE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\S)|(?<=www\u2060)\.|(?<=^\s*)[-+=]|(?<=^\s*\d+)[.)]/giu;
/** GitHub finds mentions and references in the rendered text too, where an entity is a sign again. */
const MENTIONS = /(?:[@#]|\bGH-|:(?=\/\/)|(?<![a-z\d])www(?=\.))/giu;
/** Joins words without a width: what stands on both sides is no longer one name. */
const JOINER = '\u2060';
/** A longer name is cut; the log has it whole. */
const LONGEST = 160;
/** Text inside a paragraph or a table cell: no markup, no mention, no autolink, no image, on one line. */
function escaped(text) {
    return markdown_oneLine(text)
        .replace(MENTIONS, (call) => `${call}${JOINER}`)
        .replace(MARKUP, entity)
        .replace(MARKUP_IN_PLACE, entity);
}
/** A sign as HTML has it: text, and never markup. */
function entity(sign) {
    return `&#${sign.codePointAt(0) ?? 0};`;
}
/** Text as code, which is neither markup nor mention; where it holds a sign that ends code, or a workflow command, it is plain text. */
function code(text) {
    const line = markdown_oneLine(text).trim();
    return line === '' || /[`|\\]|##\[/u.test(line) ? escaped(line) : `\`${line}\``;
}
/** A sentence of ours: names between backticks are code, and whatever else it quotes is text. */
function prose(text) {
    return markdown_oneLine(text)
        .split(/`([^`]{1,60})`/u)
        .map((part, place) => (place % 2 === 1 ? code(part) : escaped(part)))
        .join('');
}
/** A link; `url` must have passed the adapter as an https URL. */
function markdown_link(text, url) {
    if (url === undefined)
        return escaped(text);
    const destination = wellFormed(url)
        .replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, (sign) => encodeURIComponent(sign).replace(/[^\w%]/gu, hex))
        .replaceAll('&', '&amp;');
    return `[${escaped(text)}](${destination})`;
}
/** The beginning of a text that is too long for its place. */
function clipped(text, most = LONGEST) {
    const signs = Array.from(text.slice(0, most * 2 + 2));
    return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text;
}
/** The beginning and the end of a text that is too long for its place. */
function clippedInMiddle(text, most) {
    const signs = Array.from(text);
    if (signs.length <= most)
        return text;
    const end = Math.floor((most - 1) / 2);
    return `${signs.slice(0, most - 1 - end).join('')}…${signs.slice(signs.length - end).join('')}`;
}
/** A value and its unit stay on one line, however narrow their column. */
function unbroken(text) {
    return text.replaceAll(' ', '\u00a0');
}
/** A table; cells must be Markdown already, each on one line. */
function table(header, alignments, rows) {
    const rules = alignments.map((alignment) => RULE[alignment]);
    return [header, rules, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
/** Markdown that is folded under a line; `title` must be Markdown already. */
function folded(title, markdown, open = false) {
    return `<details${open ? ' open' : ''}><summary>${title}</summary>\n\n${markdown}\n\n</details>`;
}
const RULE = { left: ':--', right: '--:', center: ':-:' };
function markdown_oneLine(text) {
    return withoutInvisible(text.replace(markdown_LINE_ENDS, ' ')).replaceAll('\t', '');
}
/** encodeURIComponent leaves some signs as they are that end a link. */
function hex(sign) {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

;// CONCATENATED MODULE: ./src/report/identity.ts
/** Which run it was: the line under the first one. */





/** [run 7650001](…) of `a1b2c3d` (topic) · 200 VUs · 2m 04s · 1.25 VUh · started 24 Nov 09:12 UTC; empty where there is no run. */
function identity(outcome) {
    const run = runOf(outcome);
    if (run === undefined)
        return '';
    const seconds = secondsOf(run);
    const vus = outcome.metrics?.numbers.peakVus ?? run.vus;
    const parts = [
        `${markdown_link(`run ${run.id}`, outcome_pageOf(outcome))}${sourceText(outcome.source)}`,
        vus === undefined ? '' : `${quantity(vus, 'count')} VUs`,
        seconds === undefined ? '' : formatDuration(seconds * 1000),
        run.vuh === undefined ? '' : quantity(run.vuh, 'vuh'),
        run.startedMs === undefined ? '' : `started ${dayAndTime(run.startedMs)}`,
    ];
    return parts.filter((part) => part !== '').join(' · ');
}
/** Digits of a commit that people read. */
const COMMIT_DIGITS = 7;
/** A commit as people read it: the first digits, as code. */
function shortCommit(commit) {
    return code(commit.slice(0, COMMIT_DIGITS));
}
const LONGEST_BRANCH = 40;
/** ` of a1b2c3d (topic)`; empty where nothing is known. */
function sourceText(source) {
    const commit = source?.commit === undefined ? '' : shortCommit(source.commit);
    const branch = source?.branch === undefined ? '' : escaped(clippedInMiddle(source.branch, LONGEST_BRANCH));
    const where = typeof source?.pullRequest === 'number' ? `pull request ${source.pullRequest}` : branch;
    if (commit === '')
        return where === '' ? '' : ` of ${where}`;
    return ` of ${commit}${where === '' ? '' : ` (${where})`}`;
}

;// CONCATENATED MODULE: ./src/report/compared-line.ts
/** The line under the identity of a run: what it is compared with, as Markdown. */



/** Compared with the median of 8 runs of main (newest [7650009](…) at `0123abc`, passed 1 h ago; spread ±2 %); empty without a baseline. */
function comparedLine({ metrics, simulated }) {
    const baseline = metrics?.baseline;
    if (baseline === undefined)
        return '';
    const commit = metrics?.baselineRun?.origin?.commit;
    const at = commit === undefined ? '' : ` at ${shortCommit(commit)}`;
    // The link is put in after the branch, which is foreign text, is escaped.
    const [before = '', after = ''] = comparedWith(baseline, () => PLACE).split(PLACE);
    return `${escaped(before)}${markdown_link(baseline.runId, simulated === true ? undefined : baseline.url)}${at}${escaped(after)}`;
}
const PLACE = '\u0000';

;// CONCATENATED MODULE: ./src/report/headline.ts
/** The first line of summary and comment: did it pass, and if not, what decided and how far off. */











/** Stands under the first line where the verdict does not fail the job. */
const NOT_FAILING = 'The job does not fail on this verdict (`fail-on`).';
/** The first line, without a heading's marks: sign, test, and what decided. */
function headline(outcome) {
    const [worst, ...others] = worstFirst(outcome.runs);
    const simulation = outcome.simulated ? 'Simulation: ' : '';
    const { sign, title } = VERDICT_WORDS[outcome.word];
    if (worst === undefined)
        return `${sign} ${simulation}${CAUSES[outcome.cause].title ?? title}`;
    if (others.length > 0)
        return `${signOf(worst)} ${simulation}${tally(outcome)}`;
    return `${signOf(worst)} ${simulation}${escaped(clipped(nameOf(worst)))}: ${decided(worst)}`;
}
/** What decided, after the name of the test. */
function decided(run) {
    const { short } = VERDICT_WORDS[run.verdict.word];
    const title = titleOf(run);
    return finding(run) ?? (title === VERDICT_WORDS[run.verdict.word].title ? short : title);
}
/** What decided, as Markdown, where the numbers tell; `undefined` where only the sentence of the verdict does. */
function finding(run) {
    const { verdict, metrics, pollResult } = run;
    if (isDoubtfulPass(run))
        return doubt(run);
    if (verdict.cause === 'time-limit' && pollResult.kind === 'gave-up') {
        return `did not finish within ${formatDuration(pollResult.limitMs)}`;
    }
    return metrics === undefined ? undefined : FINDINGS[verdict.cause]?.(metrics);
}
function doubt({ pollResult, metrics }) {
    const thresholds = pollResult.kind === 'settled' ? hasThresholds(pollResult.run, metrics) : 'unknown';
    const isUnchecked = thresholds === 'no' || thresholds === 'not-evaluated';
    return `passed, but ${PASS_DOUBTS[isUnchecked ? thresholds : 'metrics-incomplete']}`;
}
/** Causes that numbers describe; every other one has its sentence. */
const FINDINGS = {
    'thresholds-not-met': notMet,
    'aborted-by-threshold': notMet,
    passed: headline_passed,
    regressed: ({ regressions: [first] }) => (first === undefined ? undefined : regressionSentence(first)),
};
function notMet({ thresholds = [] }) {
    const all = failedFirst(thresholds).filter((one) => one.failed);
    const [first] = all;
    const words = first === undefined ? undefined : thresholdSentence(first, MARKDOWN);
    const more = all.length === 1 ? '' : ` (and ${all.length - 1} more not met)`;
    return words === undefined || first === undefined ? undefined : `${words}${distance(first)}${more}`;
}
/** `(+8 %)`: how far a value is from its limit; nothing where it changed until the end, which the words say. */
function distance({ value, limit, valueAtEnd }) {
    if (value === undefined || limit === undefined || limit === 0 || valueAtEnd !== undefined)
        return '';
    const percent = (value / limit - 1) * 100;
    return Math.abs(percent) < 0.05 ? '' : ` (${change(percent, '%')})`;
}
/** Conditions of letters and numbers are left readable in the source; anything else is escaped. */
const MARKDOWN = {
    metric: (name) => code(clipped(name)),
    text: (text) => (/^[\p{L}\d.,()]*$/u.test(text) ? text : escaped(clipped(text))),
};
function headline_passed({ numbers, protocols }) {
    const { p95Ms, errorRate } = numbers;
    const [other] = p95Ms === undefined ? knownProtocols(protocols) : [];
    const parts = [
        p95Ms === undefined ? '' : `p95 ${metricText('p95', p95Ms)}`,
        other === undefined ? '' : `${PROTOCOLS[other].title} ${quantity(protocols[other], PROTOCOLS[other].unit)}`,
        errorRate === undefined ? '' : `${metricText('error-rate', errorRate)} of requests failed`,
    ].filter((part) => part !== '');
    return ['passed', ...parts].join(', ');
}
/** How a test is called: by its name where that is known. */
function nameOf(outcome) {
    const testId = outcome.testId ?? runOf(outcome)?.testId;
    return outcome.metrics?.testName ?? (testId === undefined ? `run ${runOf(outcome)?.id ?? 'n/a'}` : `test ${testId}`);
}
/** Names in the first line; more would push the numbers out of sight. */
const MOST_NAMES = 3;
/** `1 of 3 load tests failed: Search API` */
function tally({ word, runs }) {
    const those = runs.filter((run) => run.verdict.word === word);
    const counted = `${those.length} of ${runs.length} load tests ${VERDICT_WORDS[word].short}`;
    if (those.length === runs.length)
        return counted;
    const names = those.slice(0, MOST_NAMES).map((run) => escaped(clipped(nameOf(run), 60)));
    return `${counted}: ${names.join(', ')}${those.length > MOST_NAMES ? ', …' : ''}`;
}

;// CONCATENATED MODULE: ./src/report/overview.ts









const HEADER = ['verdict', 'test', 'p95', 'errors', 'not met', 'executed', 'run'];
const ALIGNED = ['left', 'left', 'right', 'right', 'right', 'right', 'left'];
const MOST_ROWS = 100;
/** One row a run; those past `most` are counted. */
function overview(runs, most = MOST_ROWS) {
    const text = table(HEADER, ALIGNED, runs.slice(0, most).map(overview_row));
    return runs.length > most ? `${text}\n\n${runs.length - most} more runs are in the log.` : text;
}
function overview_row(outcome) {
    const run = runOf(outcome);
    const seconds = run === undefined ? undefined : secondsOf(run);
    const { word } = outcome.verdict;
    const { numbers = NO_NUMBERS, protocols = {}, thresholds } = outcome.metrics ?? {};
    const isHttp = knownProtocols(protocols).length === 0 || numbers.p95Ms !== undefined;
    const shown = (metric) => unbroken(metricText(metric, METRICS[metric].of(numbers)));
    return [
        unbroken(`${signOf(outcome)} ${word}`),
        escaped(clipped(nameOf(outcome), 80)),
        // A test without HTTP requests has no such number: nothing is missing.
        isHttp ? shown('p95') : unbroken(protocols.grpcP95Ms === undefined ? '' : quantity(protocols.grpcP95Ms, 'ms')),
        isHttp ? shown('error-rate') : '',
        thresholds === undefined
            ? 'n/a'
            : unbroken(`${thresholds.filter((one) => one.failed).length} of ${thresholds.length}`),
        seconds === undefined ? 'n/a' : unbroken(formatDuration(seconds * 1000)),
        run === undefined ? 'n/a' : markdown_link(run.id, outcome_pageOf(outcome)),
    ];
}

;// CONCATENATED MODULE: ./src/report/key-numbers.ts





/** All key numbers that are known of the run or of its baseline; checks, which belong to no protocol, are the last. */
function keyNumbersOf(metrics) {
    const own = httpNumbers(metrics);
    const checks = own.filter(({ title }) => title === METRICS['checks-rate'].title);
    return [...own.filter((row) => !checks.includes(row)), ...protocolNumbers(metrics), ...checks].filter(({ change: { now, then } }) => now !== undefined || then !== undefined);
}
/** The numbers that a reviewer asks for first, and any other that is past a rule. */
function httpNumbers(metrics) {
    const { numbers, baseline, regressions } = metrics;
    const ruleOn = (name) => regressions.find(({ rule }) => rule.metric === name && rule.of === undefined)?.rule;
    const shown = METRIC_NAMES.filter((name) => METRICS[name].row.isKey || ruleOn(name) !== undefined);
    return shown.map((name) => {
        const { title, unit, of, row } = METRICS[name];
        const then = baseline === undefined ? undefined : of(baseline.numbers);
        const change = changeBetween(METRICS[name], of(numbers), then);
        return { title, unit, change, threshold: thresholdOn(row.threshold, metrics), rule: ruleOn(name) };
    });
}
function protocolNumbers(metrics) {
    return PROTOCOL_NAMES.map((name) => {
        const { title, unit, threshold, query } = PROTOCOLS[name];
        const change = changeBetween(PROTOCOLS[name], metrics.protocols[name], metrics.baselineProtocols[name]);
        const [metric, method] = query;
        const rule = metrics.regressions.find(({ rule: { metric: rated, of } }) => {
            return of?.metric === metric && of.tags.length === 0 && METRICS[rated].row.query[1] === method;
        })?.rule;
        return { title, unit, change, threshold: thresholdOn(threshold, metrics), rule };
    });
}
/** The table; empty where no number of the run is known. */
function keyNumbers(metrics) {
    if (metrics === undefined)
        return '';
    const { baseline } = metrics;
    const rows = keyNumbersOf(metrics);
    if (rows.every(({ change }) => change.now === undefined))
        return '';
    const limits = rows.map(limitText);
    const hasLimits = limits.some((limit) => limit !== '');
    const cells = rows.map((row, place) => {
        const value = unbroken(quantity(row.change.now, row.unit));
        const isBad = row.rule !== undefined || row.threshold?.failed === true;
        return [
            row.title,
            isBad ? `**${value}**` : value,
            ...(baseline === undefined ? [] : [unbroken(quantity(row.change.then, row.unit)), changeText(row)]),
            ...(hasLimits ? [limits[place] ?? ''] : []),
        ];
    });
    const against = baseline === undefined ? [] : [baseline.name === undefined ? 'baseline' : 'usual', 'change'];
    const header = ['', 'this run', ...against, ...(hasLimits ? ['limit'] : [])];
    const numeric = against.map(() => 'right');
    return table(header, ['left', 'right', ...numeric, ...(hasLimits ? ['left'] : [])], cells);
}
/** `❌ < 400 ms`; empty where there is no threshold. */
function limitText({ threshold, unit }) {
    const operator = /(?:[<>]=?|[=!]==?)/u.exec(threshold?.condition ?? '')?.[0];
    if (threshold?.limit === undefined || operator === undefined)
        return '';
    return unbroken(`${threshold.failed ? '❌' : '✅'} ${operator} ${quantity(threshold.limit, unit)}`);
}
/** Whether a threshold is on a number of the table, so that it is seen there. */
function isInTable(threshold, { numbers, protocols }) {
    const shown = [
        ...METRIC_NAMES.filter((name) => METRICS[name].row.isKey && isKnown(name, numbers)).map((name) => METRICS[name].row),
        ...PROTOCOL_NAMES.filter((name) => protocols[name] !== undefined).map((name) => PROTOCOLS[name]),
    ];
    return shown.some((row) => isOn(row.threshold, threshold));
}
function isKnown(name, numbers) {
    return METRICS[name].of(numbers) !== undefined;
}
function isOn(criterion, { metric, stat }) {
    return criterion !== undefined && metric === criterion[0] && stat === criterion[1];
}
function thresholdOn(criterion, { thresholds = [] }) {
    const all = thresholds.filter((one) => isOn(criterion, one));
    return all.find(({ failed }) => failed) ?? all[0];
}
/** From here on a change for the worse gets a sign: runs of one test differ by a few percent on their own. */
const REMARKABLE_PERCENT = 5;
const REMARKABLE_POINTS = 0.5;
function changeText({ change: { text, size, direction }, rule, unit }) {
    if (text === undefined || size === undefined)
        return 'n/a';
    if (rule !== undefined)
        return unbroken(`❌ **${text}**, allowed ${significant(rule.size)} ${rule.unit}`);
    if (direction === 'same')
        return direction;
    const remarkable = unit === 'share' ? REMARKABLE_POINTS : REMARKABLE_PERCENT;
    const isMarked = direction === 'worse' && Math.abs(size) >= remarkable;
    return unbroken(`${!isMarked ? '' : size > 0 ? '🔺 ' : '🔻 '}${text}`);
}

;// CONCATENATED MODULE: ./src/text/mermaid.ts
/** Pure: charts as Mermaid text. Only numbers and words of ours get in, and those through one escaper. */
/** Colours of GitHub's own palette that stand out from a light page as from a dark one. */
const COLOUR = { fail: '#cf222e', accent: '#0969da', quiet: '#8c959f' };
/** A fenced block with an xychart; empty where there is nothing to draw. */
function chart({ title, x, plots }) {
    const highest = Math.max(...plots.flatMap(({ values }) => values));
    if (!Number.isFinite(highest) || plots.some(({ values }) => values.length === 0))
        return '';
    return block([
        '---',
        'config:',
        '  xyChart:',
        '    width: 640',
        '    height: 260',
        // Mermaid measures the labels at the size of the page, and draws them at that of the chart: on a phone, where both
        // differ, they are cut without this.
        '    yAxis:',
        '      labelPadding: 16',
        '  themeVariables:',
        '    xyChart:',
        '      backgroundColor: "transparent"',
        `      plotColorPalette: "${plots.map(({ colour }) => COLOUR[colour]).join(', ')}"`,
        '---',
        'xychart-beta',
        `  title "${mermaidText(title)}"`,
        'from' in x
            ? `  x-axis "${mermaidText(x.title)}" ${decimal(x.from)} --> ${decimal(x.to)}`
            : `  x-axis [${x.map((label) => `"${mermaidText(label)}"`).join(', ')}]`,
        `  y-axis 0 --> ${decimal(roundUp(highest))}`,
        ...plots.map(({ kind, values }) => `  ${kind} [${values.map(decimal).join(', ')}]`),
    ]);
}
/** Text in a chart: letters, digits and signs without a meaning there; nothing can end a string, a line or the block. */
function mermaidText(text) {
    const plain = text
        .replace(/[^\p{L}\p{N} .,()/%·−+-]/gu, ' ')
        .replace(/-{2,}|%{2,}/gu, ' ')
        .replace(/ +/gu, ' ')
        .trim();
    return plain === '' ? '.' : Array.from(plain.slice(0, 200)).slice(0, 100).join('');
}
function block(lines) {
    return ['```mermaid', ...lines, '```'].join('\n');
}
/** Past this a number is nonsense, and JavaScript writes it with an exponent, which Mermaid does not read. */
const HIGHEST = 1e15;
function decimal(given) {
    const value = Math.max(-HIGHEST, Math.min(HIGHEST, given));
    if (Number.isInteger(value))
        return String(value);
    return value.toFixed(Math.abs(value) < 1 ? 6 : 2).replace(/\.?0+$/u, '');
}
/** The next round number with some air above the highest point; its ticks never overlap at this size. */
function roundUp(highest) {
    if (highest <= 0)
        return 1;
    const wanted = highest * 1.1;
    const power = 10 ** Math.floor(Math.log10(wanted));
    const step = [1, 1.5, 2, 4, 5, 8, 10].find((one) => one * power >= wanted) ?? 10;
    return Number((step * power).toPrecision(3));
}

;// CONCATENATED MODULE: ./src/report/charts.ts
/** The charts of one run: latency and load over its time, and p95 over the last runs. */



/** Fewer points are no course: the table has the number. */
const MIN_POINTS = 5;
const MAX_POINTS = 60;
/** p95 over the run, with its limit as a line where a threshold has one; empty where it is not known. */
function latencyChart({ series: { p95Ms }, thresholds }) {
    const limiting = limitOf(thresholds);
    const limit = limiting?.limit;
    const title = `p95 latency over the run, ms${limit === undefined ? '' : ` (limit ${significant(limit)})`}`;
    return overTime(title, p95Ms, limiting?.failed === true ? 'fail' : 'accent', limit);
}
/** Requests per second over the run. */
function requestsChart({ series: { rps } }) {
    return overTime('requests per second', rps, 'accent');
}
/** Virtual users over the run. */
function vusChart({ series: { vus } }) {
    return overTime('virtual users', vus, 'accent');
}
/** Failed requests over the run; empty where none failed. */
function failedRequestsChart({ series: { errorRate } }) {
    const percent = errorRate.map(({ atMs, value }) => ({ atMs, value: value * 100 }));
    return percent.some(({ value }) => value > 0) ? overTime('failed requests, %', percent, 'fail') : '';
}
/**
 * p95 of the last runs by date, this one last, with the limit of this run's threshold as a line.
 * @param failed whether this run failed: then its bar is red
 */
function trendChart(trend, thresholds, failed) {
    const known = trend.filter((point) => point.p95Ms !== undefined);
    if (known.length < MIN_POINTS)
        return '';
    const values = known.map(({ p95Ms = 0 }) => p95Ms);
    const own = trend.at(-1)?.p95Ms === undefined || !failed ? -1 : known.length - 1;
    const limit = limitOf(thresholds)?.limit;
    // Bars of two plots stand in the same place, and a bar of nothing still covers the foot of the one behind it: so the
    // red one, which is the last, stands behind, and the others end before it.
    const bars = [
        ...(own < 0 ? [] : [bar(values, own)]),
        { kind: 'bar', values: own < 0 ? values : values.slice(0, own), colour: 'accent' },
    ];
    return chart({
        title: `p95 latency of the last ${known.length} runs, ms${limit === undefined ? '' : ` (limit ${significant(limit)})`}`,
        x: labels(known),
        plots: [...bars, ...limitLine(limit, known.length)],
    });
}
function bar(values, own) {
    return { kind: 'bar', values: values.map((value, place) => (place === own ? value : 0)), colour: 'fail' };
}
/** Labels of a chart must differ, or Mermaid draws their bars in one place. */
function labels(trend) {
    const texts = trend.map(({ createdMs, runId }) => (createdMs === undefined ? runId : day(createdMs)));
    return texts.map((text, place) => {
        const before = texts.slice(0, place).filter((other) => other === text).length;
        return before === 0 ? text : `${text} ${before + 1}`;
    });
}
/** The threshold that limits p95, so that it can be drawn. */
function limitOf(thresholds) {
    return thresholds?.find(({ metric, stat, limit }) => metric === 'http_req_duration' && stat === 'p(95)' && limit !== undefined);
}
function limitLine(limit, points) {
    return limit === undefined ? [] : [{ kind: 'line', values: Array(points).fill(limit), colour: 'quiet' }];
}
function overTime(title, points, colour, limit) {
    const values = evenly(points);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || values.length < MIN_POINTS)
        return '';
    const { name, ms } = scale(last.atMs - first.atMs);
    const x = { title: name, from: 0, to: (last.atMs - first.atMs) / ms };
    return chart({ title, x, plots: [{ kind: 'line', values, colour }, ...limitLine(limit, values.length)] });
}
/** Values at even distances, as the axis wants them; between two known points a line is straight. */
function evenly(points) {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || first === last)
        return [];
    const count = Math.min(MAX_POINTS, points.length);
    const step = (last.atMs - first.atMs) / (count - 1);
    let place = 0;
    return Array.from({ length: count }, (_, index) => {
        const atMs = first.atMs + index * step;
        while (place < points.length - 2 && (points[place + 1]?.atMs ?? Infinity) < atMs)
            place++;
        const [a, b] = [points[place] ?? first, points[place + 1] ?? last];
        const share = b.atMs === a.atMs ? 0 : Math.min(1, Math.max(0, (atMs - a.atMs) / (b.atMs - a.atMs)));
        return a.value + (b.value - a.value) * share;
    });
}
function scale(lengthMs) {
    if (lengthMs <= 300_000)
        return { name: 'seconds', ms: 1000 };
    if (lengthMs <= 3 * 3_600_000)
        return { name: 'minutes', ms: 60_000 };
    return { name: 'hours', ms: 3_600_000 };
}

;// CONCATENATED MODULE: ./src/report/criteria-tables.ts



/** More rows are counted, not shown: nobody reads them here. */
const criteria_tables_MOST_ROWS = 200;
/** `1 of 2 not met`, `all 2 met` */
function thresholdsTitle(thresholds) {
    const failed = thresholds.filter((one) => one.failed).length;
    return failed === 0 ? `all ${thresholds.length} met` : `${failed} of ${thresholds.length} not met`;
}
/** The table of thresholds, failed ones first. */
function thresholdsTable(thresholds, most = criteria_tables_MOST_ROWS) {
    const rows = failedFirst(thresholds).map((one) => {
        const value = thresholdValue(one);
        return [
            one.failed ? '❌' : '✅',
            one.metric === undefined ? 'n/a' : code(clipped(one.metric)),
            one.condition === '' ? 'n/a' : code(clipped(one.condition)),
            one.failed ? `**${value}**` : value,
        ];
    });
    return truncatedTable(['', 'metric', 'condition', 'value'], ['center', 'left', 'left', 'right'], rows, most);
}
/** `1 of 2 failed`, `all 2 passed` */
function checksTitle(checks) {
    const failed = checks.filter(({ fails }) => fails > 0).length;
    return failed === 0 ? `all ${checks.length} passed` : `${failed} of ${checks.length} failed`;
}
/** Checks that are named in the sentence about them. */
const criteria_tables_MOST_NAMED = 3;
const LONGEST_NAME = 60;
/** ⚠️ 1 of 2 checks has failures, which alone do not fail a run: `status is 200` (86 of 6 900); empty where none has. */
function checksSentence(checks) {
    const failed = worstChecksFirst(checks).filter(({ fails }) => fails > 0);
    if (failed.length === 0)
        return '';
    const named = failed.slice(0, criteria_tables_MOST_NAMED).map(({ name, passes, fails }) => {
        return `${code(clippedInMiddle(name, LONGEST_NAME))} (${quantity(fails, 'count')} of ${quantity(passes + fails, 'count')})`;
    });
    const rest = failed.length - named.length;
    const verb = failed.length === 1 ? 'has' : 'have';
    const counted = `${failed.length} of ${checks.length} ${checks.length === 1 ? 'check' : 'checks'} ${verb} failures`;
    return `⚠️ ${counted}, which alone do not fail a run: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
/** The table of checks, those with the most failures first. */
function checksTable(checks, most = criteria_tables_MOST_ROWS) {
    const rows = worstChecksFirst(checks).map(({ name, passes, fails }) => [
        fails > 0 ? '❌' : '✅',
        escaped(clipped(name)),
        quantity(passes, 'count'),
        quantity(fails, 'count'),
        quantity(rateOf({ passes, fails }), 'share'),
    ]);
    const aligned = ['center', 'left', 'right', 'right', 'right'];
    return truncatedTable(['', 'check', 'passed', 'failed', 'rate'], aligned, rows, most);
}
/** By the number of failures, most first; equal ones stay in the order of the API. */
function worstChecksFirst(checks) {
    return [...checks].sort((a, b) => b.fails - a.fails);
}
/** Passed of all, 0..1; `undefined` for a check that was never evaluated. */
function rateOf({ passes, fails }) {
    return passes + fails === 0 ? undefined : passes / (passes + fails);
}
function truncatedTable(...[header, alignments, rows, most]) {
    const text = table(header, alignments, rows.slice(0, most));
    return rows.length > most ? `${text}\n\n${rows.length - most} more are left out here.` : text;
}

;// CONCATENATED MODULE: ./src/test-run/endpoints.ts

/** An endpoint has fewer requests than the whole test, so its latency varies more. */
const endpoints_REMARKABLE_PERCENT = 10;
/** Nobody waits for less. */
const REMARKABLE_MS = 5;
/**
 * The endpoints, slower ones first and those by their change, then all others by their latency.
 * @param baselineRuns how many runs the baseline has
 */
function comparedEndpoints(all, baselineRuns, regressions) {
    return all
        .map(({ earlierP95Ms, ...numbers }) => {
        const usual = baselineRuns > 1 ? usualOf(earlierP95Ms) : undefined;
        const then = baselineRuns > 1 ? usual?.median : earlierP95Ms[0];
        const { p95Ms: now } = numbers;
        const changePercent = now === undefined || then === undefined ? NaN : (now / then - 1) * 100;
        if (now === undefined || then === undefined || !Number.isFinite(changePercent)) {
            return { ...numbers, usualP95Ms: then, changePercent: undefined, isSlower: false };
        }
        const noise = usual === undefined ? 0 : (noiseOf(usual, '%') ?? 0);
        const isRemarkable = changePercent >= Math.max(endpoints_REMARKABLE_PERCENT, noise) && now - then >= REMARKABLE_MS;
        const isSlower = isRemarkable || ruleOn(numbers, regressions) !== undefined;
        return { ...numbers, usualP95Ms: then, changePercent, isSlower };
    })
        .sort(slowerFirst);
}
/** The rule of `max-regression` on the p95 of an endpoint that is past its limit. */
function ruleOn(endpoint, regressions) {
    return regressions.find(({ rule }) => rule.metric === 'p95' && selects(rule.of, endpoint))?.rule;
}
/** A rule that names other tags as well is about a part of the endpoint only. */
function selects(of, { name, method }) {
    if (of === undefined || of.metric !== undefined || !of.tags.some(([tag]) => tag === 'name'))
        return false;
    return of.tags.every(([tag, value]) => (tag === 'name' ? value === name : tag === 'method' && value === method));
}
function slowerFirst(a, b) {
    if (a.isSlower !== b.isSlower)
        return a.isSlower ? -1 : 1;
    if (a.isSlower)
        return (b.changePercent ?? 0) - (a.changePercent ?? 0);
    return (b.p95Ms ?? -1) - (a.p95Ms ?? -1);
}

;// CONCATENATED MODULE: ./src/report/endpoints-table.ts



/** A path is read by its beginning and its end. */
const endpoints_table_LONGEST_NAME = 44;
/** `Endpoints · 1 slower` */
function endpointsTitle({ endpoints, baseline }) {
    const slower = endpoints.filter(({ isSlower }) => isSlower).length;
    if (slower > 0)
        return `Endpoints · ${slower} slower`;
    return baseline !== undefined && endpoints.some(isCompared) ? 'Endpoints · none slower' : 'Endpoints';
}
/** The table under its title, which `heading` makes a heading or bold; empty where no endpoint is known. */
function endpointsSection(metrics, most, heading) {
    const text = metrics === undefined ? '' : endpointsTable(metrics, most);
    return metrics === undefined || text === '' ? '' : `${heading(endpointsTitle(metrics))}\n\n${text}`;
}
/** The table; empty where no endpoint is known. */
function endpointsTable(metrics, most) {
    const { endpoints } = metrics;
    if (endpoints.length === 0)
        return '';
    const columns = COLUMNS.filter((column) => endpoints.some((one) => endpoints_table_isKnown(column, one)));
    const rows = endpoints.slice(0, most).map((endpoint) => [
        ...columns.map((column) => {
            const text = unbroken(cellOf(column, endpoint, metrics));
            return column === 'p95' && endpoint.isSlower ? `**${text}**` : text;
        }),
        code(endpoints_table_nameOf(endpoint)),
    ]);
    const alignments = [...columns.map(() => 'right'), 'left'];
    const text = table([...columns, 'endpoint'], alignments, rows);
    const rest = endpoints.length - rows.length;
    return rest <= 0 ? text : `${text}\n\n${rest} more ${rest === 1 ? 'endpoint is' : 'endpoints are'} left out here.`;
}
/** The same as lines of text, in columns. */
function endpointLines(metrics) {
    const { endpoints } = metrics;
    const columns = COLUMNS.filter((column) => endpoints.some((one) => endpoints_table_isKnown(column, one)));
    const cells = endpoints.map((endpoint) => columns.map((column) => cellOf(column, endpoint, metrics).replace(MARK, '')));
    const widths = columns.map((column, place) => Math.max(column.length, ...cells.map((row) => Array.from(row[place] ?? '').length)));
    const line = (row, name) => [...row.map((cell, place) => padded(cell, widths[place] ?? 0)), name].join('  ');
    return endpoints.length === 0
        ? []
        : [line(columns, 'endpoint'), ...endpoints.map((endpoint, place) => line(cells[place] ?? [], endpoints_table_nameOf(endpoint)))];
}
const COLUMNS = ['p95', 'change', 'failed', 'requests'];
/** A column that no endpoint has a value for is not shown. */
function endpoints_table_isKnown(column, endpoint) {
    switch (column) {
        case 'p95':
            return endpoint.p95Ms !== undefined;
        case 'change':
            return isCompared(endpoint);
        case 'failed':
            return endpoint.errorRate !== undefined;
        case 'requests':
            return endpoint.requests !== undefined;
    }
}
function isCompared({ changePercent }) {
    return changePercent !== undefined;
}
function cellOf(column, endpoint, metrics) {
    switch (column) {
        case 'p95':
            return quantity(endpoint.p95Ms, 'ms');
        case 'change':
            return endpoints_table_changeOf(endpoint, metrics);
        case 'failed':
            return quantity(endpoint.errorRate, 'share');
        case 'requests':
            return quantity(endpoint.requests, 'count');
    }
}
function endpoints_table_changeOf(endpoint, { regressions }) {
    const { changePercent, usualP95Ms, isSlower, p95Ms } = endpoint;
    if (usualP95Ms === undefined && p95Ms !== undefined)
        return 'new';
    if (changePercent === undefined)
        return 'n/a';
    const text = change(changePercent, '%');
    const rule = ruleOn(endpoint, regressions);
    if (rule !== undefined)
        return `❌ ${text}, allowed ${significant(rule.size)} ${rule.unit}`;
    if (text === '0 %')
        return 'same';
    return `${isSlower ? '🔺 ' : ''}${text}`;
}
function endpoints_table_nameOf({ method, name }) {
    return clippedInMiddle(method === undefined ? name : `${method} ${name}`, endpoints_table_LONGEST_NAME);
}
/** A terminal draws an emoji wider than other signs, and the order says enough. */
const MARK = /^(?:❌|🔺) /u;
/** Right-aligned, by signs and not by their parts. */
function padded(cell, width) {
    return ' '.repeat(Math.max(0, width - Array.from(cell).length)) + cell;
}

;// CONCATENATED MODULE: ./src/report/phases-line.ts
/** The phases of a run as one line of text, as they were seen from the step. */

const NAME = {
    created: 'created',
    validated: 'validated',
    queued: 'queued',
    initializing: 'initializing',
    running: 'running',
    processing: 'metrics',
    deciding: 'result',
    unrecognised: 'unknown status',
};
/** Half a second is not a phase that anybody saw. */
const SHORTEST_MS = 500;
/** `queued 6s, running 2m 04s, metrics 3s`; phases that passed in no time are left out. */
function phasesLine(phases) {
    return phases
        .filter(({ fromMs, toMs }) => toMs - fromMs >= SHORTEST_MS)
        .map(({ phase, fromMs, toMs }) => `${NAME[phase]} ${formatDuration(toMs - fromMs)}`)
        .join(', ');
}

;// CONCATENATED MODULE: ./src/report/run-sections.ts








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
    phases: 30,
};
/**
 * Sections of a run, all but its heading. One chart to a fold: GitHub draws only the last chart of a closed one.
 * `rank` is 0 for the run that matters most; others lose theirs before it. `inFold`: the sections stand in a fold of the
 * run, so that each chart needs one of its own.
 */
function runSections(outcome, { rank, inFold }) {
    const { metrics, phases, verdict } = outcome;
    const runId = runOf(outcome)?.id ?? 'n/a';
    const section = (part, what, markdown) => ({
        what: `${what} of run ${runId}`,
        weight: WEIGHT[part] - Math.min(rank, 1000) / 1001,
        markdown,
    });
    const { thresholds = [], checks = [], trend = [] } = metrics ?? {};
    const drawn = (draw) => (metrics === undefined ? '' : draw(metrics));
    const shown = (title, markdown) => (inFold ? fold(title, markdown) : markdown);
    const trendOf = () => trendChart(trend, metrics?.thresholds, verdict.word === 'failed');
    const line = phasesLine(phases);
    return [
        section('card', 'key numbers', keyNumbers(metrics)),
        section('endpoints', 'endpoints', endpointsSection(metrics, MOST_ENDPOINTS, heading)),
        section('failing', 'failing checks', checksSentence(checks)),
        section('latency', 'latency chart', shown('p95 latency over the run', drawn(latencyChart))),
        section('trend', 'trend', shown('p95 latency of the last runs', trendOf())),
        section('thresholds', 'thresholds', thresholds.length === 0
            ? ''
            : folded(`Thresholds · ${thresholdsTitle(thresholds)}`, thresholdsTable(thresholds), thresholds.some((one) => one.failed && !isInTable(one, metrics ?? NO_METRICS)))),
        section('checks', 'checks', fold(`Checks · ${checksTitle(checks)}`, checks.length === 0 ? '' : checksTable(checks))),
        section('requests', 'requests per second', fold('Requests per second', drawn(requestsChart))),
        section('vus', 'virtual users', fold('Virtual users', drawn(vusChart))),
        section('failed', 'failed requests', fold('Failed requests', drawn(failedRequestsChart))),
        section('phases', 'phases', line === '' ? '' : `<sub>Phases: ${line}</sub>`),
    ];
}
/** Endpoints shown; `report.json` has more. */
const MOST_ENDPOINTS = 10;
function heading(title) {
    return `### ${title}`;
}
function fold(title, markdown) {
    return markdown === '' ? '' : folded(title, markdown);
}

;// CONCATENATED MODULE: ./src/report/summary.ts









/** GitHub drops a step's summary of more than 1 MiB; a little is kept for what else may write to it. */
const MOST_BYTES = 1_000_000;
/** The reporter of the job summary. */
function summaryReporter(summarize, note) {
    return {
        name: 'job summary',
        closed: async (outcome) => {
            if (!(await summarize(summary(outcome))))
                note('This runner has no job summary.');
        },
    };
}
/** The summary of a step as Markdown of at most `most` bytes. */
function summary(outcome, most = MOST_BYTES) {
    const runs = worstFirst(outcome.runs);
    const [only] = runs;
    if (only === undefined)
        return withoutRun(outcome);
    const head = fixed(`## ${headline(outcome)}`);
    const body = runs.length === 1 ? singleRun(only) : [...severalRuns(runs), fixed(footer(''))];
    return truncatedToBudget([head, ...(isTolerated(outcome) ? [fixed(NOT_FAILING)] : []), ...body], most, bytes);
}
/** A step that ended before there was any run has its reason, and nothing else to show. */
function withoutRun(outcome) {
    const reason = prose(clipped(outcome.reason, LONGEST_REASON));
    return `## ${headline(outcome)}\n\n${reason}\n\n${footer('')}\n`;
}
/** The longest sentence that is shown; a service's own words may be longer. */
const LONGEST_REASON = 2000;
function footer(reason) {
    return `<sub>${reason === '' ? '' : `${reason} · `}k6 Cloud gate</sub>`;
}
function singleRun(outcome) {
    const reason = prose(clipped(outcome.reason, LONGEST_REASON));
    const hasNoFinding = finding(outcome) === undefined;
    return [
        fixed(hasNoFinding ? `${reason}\n\n${identity(outcome)}` : identity(outcome)),
        compared(outcome),
        ...warnings(outcome),
        ...runSections(outcome, { rank: 0, inFold: false }),
        fixed(footer(hasNoFinding ? '' : reason)),
    ];
}
/** Verdicts first, worst on top; then a section for each run, open where it failed. */
function severalRuns(runs) {
    return [fixed(overview(runs)), ...runs.flatMap((run, rank) => runFold(run, rank))];
}
/** The fold is opened and closed around sections that may be missing, so both ends always stay. */
function runFold(outcome, rank) {
    const { word } = outcome.verdict;
    const open = VERDICT_WORDS[word].tone === 'bad' ? ' open' : '';
    const title = `${signOf(outcome)} ${word} · ${escaped(clipped(nameOf(outcome)))} · run ${runOf(outcome)?.id ?? 'n/a'}`;
    if (rank >= MOST_FOLDS)
        return [];
    return [
        fixed(`<details${open}><summary>${title}</summary>`),
        fixed(`${prose(clipped(outcome.reason, LONGEST_REASON))}\n\n${identity(outcome)}`),
        compared(outcome),
        ...warnings(outcome),
        ...runSections(outcome, { rank, inFold: true }),
        fixed('</details>'),
    ];
}
/** More runs than this are in the overview alone. */
const MOST_FOLDS = 40;
function warnings({ metrics }) {
    const quoted = (metrics?.warnings ?? []).map((warning) => `> ⚠️ ${prose(clipped(warning, LONGEST_REASON))}`);
    return quoted.map((markdown) => ({ what: 'a warning', weight: 85, markdown }));
}
function compared(outcome) {
    return { what: 'what the run is compared with', weight: 88, markdown: comparedLine(outcome) };
}
function fixed(markdown) {
    return { what: 'the verdict', weight: Infinity, markdown };
}

;// CONCATENATED MODULE: ./src/app/no-run.ts
/** Reports a step that ended before there was any test run: invalid inputs, or no token with `missing-token: skip`. */







/** The outputs and the summary are files on the runner; this is long for them. */
const REPORTS_MS = 10_000;
/**
 * Invalid inputs: one error for each problem.
 * @returns `false`: the job fails
 */
async function refused(runner, { problems, summary, status }) {
    for (const problem of problems)
        runner.annotate('error', problem, CAUSES['invalid-input'].title);
    const reason = problems.join(' ');
    const outcome = { word: 'error', cause: 'invalid-input', reason, fails: true, simulated: false, runs: [] };
    await report(runner, outcome, commitStatus(status, runner), summary);
    return false;
}
/**
 * `missing-token: skip`: one warning.
 * @returns `true`: the job passes
 */
async function skipped(runner, summary) {
    const reason = '`token` is empty, so no load test was started (`missing-token: skip`).';
    runner.annotate('warning', reason, 'Load test skipped');
    await report(runner, { word: 'skipped', cause: 'skipped', reason, fails: false, simulated: false, runs: [] }, [], summary);
    return true;
}
/** A fault of this action: one error, and the outputs as well as they can be written. */
function crashed(runner, { message }) {
    const reason = `Internal error in this action: ${withoutFullStop(message)}. Please report it with the log of this step.`;
    runner.annotate('error', reason, CAUSES['internal-error'].title);
    try {
        for (const [name, value] of Object.entries({ verdict: 'error', cause: 'internal-error', reason }))
            runner.output(name, value);
    }
    catch (error) {
        runner.debug(`The outputs could not be written: ${clock_toError(error).message}`);
    }
}
async function report(runner, outcome, status, summary) {
    const all = [
        outputsReporter(runner.output),
        ...(summary ? [summaryReporter(runner.summarize, runner.log)] : []),
        ...status,
        closingLine(runner.log),
    ];
    const reporter = fanOut(all, (sentence) => {
        runner.annotate('warning', sentence);
    });
    reporter.opened({ apiName: '', testIds: [], runIds: [], simulated: false });
    const late = () => new Error('the time for reports is over');
    const never = new AbortController().signal;
    await withDeadline(clock_systemClock, { limitMs: REPORTS_MS, signal: never }, late, (within) => reporter.closed(outcome, within));
}
/** The last line of the log has the verdict, as it has where there are runs. */
function closingLine(log) {
    return {
        name: 'log',
        closed: ({ word, reason, fails }) => {
            log(`${fails ? '✗' : '⚠'} ${word} · ${reason}`);
        },
    };
}

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
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
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
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
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
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
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
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
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
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
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new on_use_cjs_.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(67);
var external_node_http_default = /*#__PURE__*/__nccwpck_require__.n(external_node_http_);
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
var external_node_https_default = /*#__PURE__*/__nccwpck_require__.n(external_node_https_namespaceObject);
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
var external_node_zlib_default = /*#__PURE__*/__nccwpck_require__.n(external_node_zlib_namespaceObject);
;// CONCATENATED MODULE: ./src/cloud/errors.ts
/** What can go wrong between this action and k6 Cloud: one error with a closed set of codes, each with its remedy. */
/** A request to k6 Cloud that came to nothing; the message says what was asked, what came back and what to do. */
class CloudError extends Error {
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
/** Tries after which a failure of the kind `retry-few` is final. */
const FEW_TRIES = 5;
/** Whether trying again can help, by code alone. */
function retryability(code) {
    switch (code) {
        case 'rate-limited':
        case 'unavailable':
        case 'unreachable':
        case 'interrupted':
        case 'late':
        case 'malformed':
            return 'retry';
        case 'misconfigured':
            return 'retry-few';
        case 'unauthorized':
        case 'forbidden':
        case 'not-found':
        case 'removed':
        case 'wrong-run':
            return 'retry-briefly';
        case 'rejected':
        case 'redirected':
        case 'too-large':
        case 'start-uncertain':
            return 'final';
    }
}
/** 5xx answers of something in front of the service, which may still be working on the request. */
const GATEWAY_STATUSES = new Set([408, 502, 504, 520, 521, 522, 523, 524, 525, 526, 527]);
/** The class of a failed try; the one table that both adapters go by. */
function tryResult({ code, status }) {
    switch (code) {
        case 'misconfigured':
        case 'unreachable':
        case 'rate-limited':
        case 'unauthorized':
        case 'forbidden':
        case 'not-found':
        case 'removed':
        case 'rejected':
        case 'redirected':
            return 'not-made';
        case 'unavailable':
            return status === undefined || GATEWAY_STATUSES.has(status) ? 'uncertain' : 'maybe-made';
        case 'interrupted':
        case 'late':
        case 'malformed':
        case 'too-large':
        case 'wrong-run':
        case 'start-uncertain':
            return 'uncertain';
    }
}
/** What kind of problem a failure is to the person who reads of it. */
function problemOf({ code, status, cause }) {
    if (code === 'start-uncertain' && cause instanceof CloudError && cause.code === 'wrong-run')
        return 'wrong-run';
    switch (code) {
        case 'unauthorized':
            return 'token-rejected';
        case 'not-found':
            return 'not-found';
        case 'rejected':
            return status !== undefined && LIMIT_STATUSES.includes(status) ? 'limit-reached' : 'other';
        case 'rate-limited':
        case 'unavailable':
        case 'misconfigured':
        case 'unreachable':
        case 'interrupted':
        case 'late':
        case 'malformed':
            return 'unreachable';
        case 'start-uncertain':
        case 'wrong-run':
            return code;
        case 'forbidden':
        case 'removed':
        case 'redirected':
        case 'too-large':
            return 'other';
    }
}
/** 4xx answers that speak of the subscription or its limits. */
const LIMIT_STATUSES = [402, 409, 422, 423];

;// CONCATENATED MODULE: ./src/cloud/http/body.ts
/** Reads the body of a response within a bound in bytes, the compressed form and the decoded one alike. */



/** The bound for a response about one thing. */
const RESPONSE_BYTES = 1024 * 1024;
/** The bound for a page of a list; past it a smaller page is requested. */
const LIST_PAGE_BYTES = 3 * RESPONSE_BYTES;
/**
 * The body as text.
 * @throws CloudError `too-large` past the bound, `malformed` where it cannot be decoded
 */
async function bodyOf(message, limits) {
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
    const body = await decoded(Buffer.concat(chunks), message.headers['content-encoding'], limits);
    return body.toString('utf8');
}
const inflate = (0,external_node_util_namespaceObject.promisify)((external_node_zlib_default()).inflate);
const inflateRaw = (0,external_node_util_namespaceObject.promisify)((external_node_zlib_default()).inflateRaw);
/** Encodings that a gateway uses although none was asked for. Each works outside of the main thread. */
const DECODERS = {
    gzip: (0,external_node_util_namespaceObject.promisify)((external_node_zlib_default()).gunzip),
    // Some servers leave the header of zlib out. Source: RFC 9110, 8.4.1.2.
    deflate: (body, options) => (((body[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(body, options),
    br: (0,external_node_util_namespaceObject.promisify)((external_node_zlib_default()).brotliDecompress),
};
async function decoded(body, encoding, limits) {
    const name = (encoding ?? '').trim().toLowerCase().replace(/^x-/u, '');
    if (name === '' || name === 'identity' || body.length === 0)
        return body;
    const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
    if (decoder === undefined)
        throw undecodable(limits, name);
    try {
        return await decoder(body, { maxOutputLength: limits.maxBytes });
    }
    catch (cause) {
        throw isPastLimit(cause) ? tooLarge(limits) : undecodable(limits, name, cause);
    }
}
/** By shape, not by class: an error of Node's own may be of another realm than this file. */
function isPastLimit(cause) {
    return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
}
function undecodable({ request }, encoding, cause) {
    const response = `the response has the encoding ${JSON.stringify(encoding.slice(0, 40))} and cannot be decoded`;
    return new CloudError('malformed', { request, response, cause });
}
function tooLarge({ request, maxBytes }) {
    return new CloudError('too-large', {
        request,
        response: `the response is larger than ${maxBytes / RESPONSE_BYTES} MiB`,
        advice: 'Check the run page, and report this as an issue of this action.',
    });
}

;// CONCATENATED MODULE: ./src/cloud/http/error-body.ts
/** The words and the code of an error body, in the shapes that k6 Cloud, its older versions and gateways send. */
/** A service may send thousands. */
const MOST_WORDS = 10;
/**
 * Reads the body.
 * Shapes: `{error: {message, code, field_errors? | details?, errors?}}` (legacy, its error reference),
 * `{error: {message, code: string, details?: [{message}]}}` (v6), and elsewhere `{message, code}`, `{detail}`,
 * `{error: "text"}`, `{errors: [{detail} | {message} | "text"]}`.
 */
function errorBody(body) {
    const json = jsonObject(body);
    if (json === undefined)
        return { words: undefined, code: undefined, foreign: false };
    const inner = json['error'];
    const error = isRecord(inner) ? inner : json;
    const parts = [
        error_body_text(inner),
        error_body_text(error['message']),
        ...(isRecord(inner) ? fieldErrors(error) : sentences(error['detail'])),
        ...sentences(error['errors']),
    ];
    const code = codeOf(error['code']);
    const words = [...new Set(parts.filter((part) => part !== undefined))].slice(0, MOST_WORDS).join('; ');
    const sentence = words === '' ? undefined : words;
    return {
        words: sentence ?? (code === undefined ? undefined : `code ${code}`),
        code,
        foreign: !isRecord(inner) && sentence !== undefined,
    };
}
/** Legacy: `{field: [messages]}` under either name; v6: `[{message}]` under `details`. */
function fieldErrors(error) {
    const { field_errors: fields, details } = error;
    const source = isRecord(fields) ? fields : details;
    if (!isRecord(source))
        return sentences(source);
    return Object.entries(source)
        .slice(0, MOST_WORDS)
        .map(([field, messages]) => `${field}: ${sentences(messages).join(', ')}`);
}
/** A text, a list of texts, or of objects with one. */
function sentences(value) {
    const all = Array.isArray(value) ? value.slice(0, MOST_WORDS) : [value];
    return all
        .map((one) => (isRecord(one) ? (error_body_text(one['detail']) ?? error_body_text(one['message']) ?? error_body_text(one['msg'])) : error_body_text(one)))
        .filter((one) => one !== undefined);
}
function codeOf(value) {
    return typeof value === 'number' ? String(value) : error_body_text(value);
}
function error_body_text(value) {
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
function jsonObject(body) {
    try {
        const json = JSON.parse(body);
        return isRecord(json) ? json : undefined;
    }
    catch {
        return undefined; // a web page or a gateway's word; the status speaks for it
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/text/safe-json.ts
/** Makes JSON text safe without changing its shape: secrets, invisible characters and workflow commands leave its strings. */

/** What a string of JSON may hold that is not what it looks like. */
const NEEDS_READING = /[\\\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2028\u2029]|##\[/u;
/** Ends of lines for some readers, which JSON has as they are. */
const RAW_LINE_ENDS = /[\u0085\u2028\u2029]/gu;
/** JSON without a string in it. */
const SCALAR = /^\s*(?:null|true|false|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)\s*$/u;
/** A shorter string, with its quotes, holds no secret. */
const SHORTEST = 5;
/**
 * JSON whose strings are without secrets, however they were escaped; names of fields stay, so that it keeps its shape.
 * Only strings that need it are touched: an answer of some megabytes must not block the process. Text that is no JSON
 * is redacted as text.
 */
function redactedJson(text, redact) {
    const plain = redact(text);
    const holdsSecret = plain !== text;
    if (!holdsSecret && !NEEDS_READING.test(text))
        return text;
    if (SCALAR.test(text))
        return text;
    if (!isJson(text))
        return withoutInvisible(redact(unescaped(plain)));
    const parts = [];
    let copied = 0;
    for (const { from, to, isName } of stringsOf(text)) {
        const literal = text.slice(from, to);
        if (isName || ((!holdsSecret || literal.length < SHORTEST) && !NEEDS_READING.test(literal)))
            continue;
        parts.push(text.slice(copied, from), cleanString(literal, redact));
        copied = to;
    }
    return [...parts, text.slice(copied)].join('');
}
/**
 * The body of a response without secrets. Nearly all responses hold none, and are handed on as they came: some
 * megabytes of escapes must not block the process.
 */
function redactedBody(body, redact) {
    const read = unescaped(body);
    return redact(body) === body && (read === body || redact(read) === read) ? body : redactedJson(body, redact);
}
/** Those of line ends and tabs are blanks inside a secret. */
const ESCAPE = /\\(?:u([\da-fA-F]{4})|(["\\/])|[bfnrt])/gu;
/** The text with its escapes read, whether or not it is JSON: what a person could make of it. */
function unescaped(text) {
    if (!text.includes('\\'))
        return text;
    return text.replace(ESCAPE, (_, hex, sign = ' ') => hex === undefined ? String(sign) : String.fromCharCode(Number.parseInt(hex, 16)));
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false; // a gateway's word, or JSON that was cut off
    }
}
function* stringsOf(text) {
    for (let from = text.indexOf('"'); from >= 0;) {
        const to = endOfString(text, from);
        let next = to;
        while (/\s/u.test(text.charAt(next)))
            next++;
        yield { from, to, isName: text[next] === ':' };
        from = text.indexOf('"', next);
    }
}
/** The place behind the quote that ends the string of JSON which begins at `from`. */
function endOfString(text, from) {
    for (let quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
        let slashes = 0;
        while (text[quote - 1 - slashes] === '\\')
            slashes++;
        if (slashes % 2 === 0)
            return quote + 1;
    }
    return text.length;
}
/** `##[` would be a workflow command wherever JSON is printed. */
function cleanString(literal, redact) {
    return JSON.stringify(redact(withoutInvisible(String(JSON.parse(literal)))))
        .replaceAll('##[', String.raw `#\u0023[`)
        .replace(RAW_LINE_ENDS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

;// CONCATENATED MODULE: ./src/cloud/http/exact-numbers.ts
/** Numbers of JSON as they were written: one that JSON.parse would round to another whole number becomes a string. */

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/gu;
/** Only such literals can become a whole number by rounding: a negative exponent, or a long fraction. */
const SUSPICIOUS = /[eE]-|\.\d{15}/u;
/** What stands between two strings is mostly shorter than such a literal. */
const exact_numbers_SHORTEST = 4;
/** A whole number as most programs write it; `300.0` and `3e2` are exact. */
const EXACT = /^-?\d+(?:\.0+)?(?:[eE]\+?\d+)?$/u;
/**
 * The JSON text with each number in quotes that is only whole after rounding: `1e-400` is not the status 0. No field
 * takes such a string for a number.
 */
function exactNumbers(json) {
    if (!hasRounded(json))
        return json;
    const parts = [];
    let copied = 0;
    for (let from = 0; from < json.length;) {
        const quote = json.indexOf('"', from);
        const start = quote < 0 ? json.length : quote;
        if (start - from >= exact_numbers_SHORTEST) {
            parts.push(json.slice(copied, from), json.slice(from, start).replace(NUMBER, quotedIfRounded));
            copied = start;
        }
        from = quote < 0 ? start : endOfString(json, quote);
    }
    return [...parts, json.slice(copied)].join('');
}
/** Nearly no response has one, inside of a string or not; otherwise the text is returned at once. */
function hasRounded(json) {
    if (!SUSPICIOUS.test(json))
        return false;
    for (const [literal] of json.matchAll(NUMBER))
        if (isRounded(literal))
            return true;
    return false;
}
function isRounded(literal) {
    return Number.isSafeInteger(Number(literal)) && !EXACT.test(literal);
}
function quotedIfRounded(literal) {
    return isRounded(literal) ? `"${literal}"` : literal;
}

;// CONCATENATED MODULE: ./src/cloud/http/network-errors.ts

/** Errors before a connection stands: the request cannot have been delivered. */
const NOT_SENT = /^(?:ECONNREFUSED|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/u;
/** What such errors say where their code is also that of a connection that broke later. */
const NOT_CONNECTED = /^(?:connect|getaddrinfo) |^Client network socket disconnected before secure TLS connection/u;
const UNKNOWN_HOST = /\bENOTFOUND\b/u;
const CERTIFICATE = /^(?:CERT_|CRL_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH)/u;
/**
 * What OpenSSL says where no TLS connection can be agreed on, as the code of an error (`ERR_SSL_WRONG_VERSION_NUMBER`)
 * or, with the code EPROTO, in the middle of its message.
 */
const NO_TLS = /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long|unsupported[ _]protocol|alert[ _]protocol[ _]version|handshake[ _]failure|unrecognized[ _]name|unsafe[ _]legacy[ _]renegotiation/iu;
/** The words of the library that opens the tunnel through a proxy. */
const TUNNEL_REFUSED = /^tunneling socket could not be established, statusCode=(?<status>\d+)/u;
const TUNNEL_FAILED = /^tunneling socket could not be established, cause=(?<cause>.*)/su;
/** What to do about a proxy that does not let a request pass. */
const PROXY_ADVICE = 'Check `HTTPS_PROXY` and the user name and password in it, and whether `NO_PROXY` is needed.';
const CERTIFICATE_ADVICE = 'Set `NODE_EXTRA_CA_CERTS` on the step to a file with the certificate of your proxy or gateway, and check `api-url`.';
const PROXY_CERTIFICATE_ADVICE = 'Set `NODE_EXTRA_CA_CERTS` on the step to a file with the certificate of your proxy, and check `HTTPS_PROXY`.';
const HOST_ADVICE = 'Check `api-url`, and set `HTTPS_PROXY` if the runner reaches the internet through a proxy.';
/**
 * The error for a request that got no complete response.
 * @param request as it appears in messages: method and path
 */
function networkError(request, cause) {
    const { code, ...facts } = meaningOf(wordsOf(cause));
    return new CloudError(code, { request, ...facts, cause });
}
function meaningOf({ code, message }) {
    const tunnel = tunnelMeaning(message);
    if (tunnel !== undefined)
        return tunnel;
    if (UNKNOWN_HOST.test(code))
        return { code: 'misconfigured', response: message, advice: HOST_ADVICE };
    if (CERTIFICATE.test(code))
        return { code: 'misconfigured', response: message, advice: CERTIFICATE_ADVICE };
    const noTls = noTlsTo('server', `${code} ${message}`);
    if (noTls !== undefined)
        return { code: 'misconfigured', response: noTls, advice: HOST_ADVICE };
    if (NOT_SENT.test(code) || NOT_CONNECTED.test(message))
        return { code: 'unreachable', response: message };
    const cut = message === 'aborted';
    return { code: 'interrupted', response: cut ? 'the connection was cut in the middle of the response' : message };
}
/** Without a tunnel nothing was sent to the API. */
function tunnelMeaning(message) {
    const status = TUNNEL_REFUSED.exec(message)?.groups?.['status'];
    if (status !== undefined) {
        const code = /^4(?!08|29)/u.test(status) ? 'misconfigured' : 'unreachable';
        return { code, response: `HTTP ${status} from the proxy`, advice: PROXY_ADVICE };
    }
    const cause = TUNNEL_FAILED.exec(message)?.groups?.['cause'];
    if (cause !== undefined) {
        const noTls = noTlsTo('proxy', cause);
        if (noTls !== undefined)
            return { code: 'misconfigured', response: noTls, advice: PROXY_ADVICE };
        const response = `the proxy cannot be reached (${cause})`;
        // The tunnel hands on the words of the cause, not its code.
        if (/\bcertificate\b/iu.test(cause))
            return { code: 'misconfigured', response, advice: PROXY_CERTIFICATE_ADVICE };
        return { code: UNKNOWN_HOST.test(cause) ? 'misconfigured' : 'unreachable', response, advice: PROXY_ADVICE };
    }
    if (!message.startsWith('got illegal response body from proxy'))
        return undefined;
    return { code: 'unreachable', response: 'the proxy gave an invalid response', advice: PROXY_ADVICE };
}
/** That no TLS connection was agreed on, and why; `undefined` where the words say something else. */
function noTlsTo(peer, words) {
    const [reason] = NO_TLS.exec(words) ?? [];
    if (reason === undefined)
        return undefined;
    return `no TLS connection to the ${peer} (${reason.replaceAll('_', ' ').toLowerCase()})`;
}
/** By shape, not by class: an error of Node's own may be of another realm than this file. */
function wordsOf(cause) {
    if (typeof cause !== 'object' || cause === null)
        return { code: '', message: String(cause) };
    const code = 'code' in cause ? String(cause.code) : '';
    const message = 'message' in cause ? String(cause.message) : '';
    // All addresses of a host failed at once: an error of errors, with the first code and no words.
    if ('errors' in cause && message === '')
        return { code, message: `connect ${code}` };
    return { code, message: message === '' ? code : message };
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
        return { status, json: JSON.parse(exactNumbers(body)), request };
    }
    catch (cause) {
        const response = isHtml(body) ? htmlInstead(status) : `HTTP ${status} with a body that is not JSON`;
        throw new CloudError('malformed', { request, response, status, cause });
    }
}
/**
 * The error for a non-2xx response. The words of all shapes that services and gateways use are kept, see
 * `error-body.ts`; HTML, other text and nothing at all occur.
 * @param advices by precedence: the request's own, the API's
 */
function responseError({ request, status, body, retryAfterMs }, ...advices) {
    const error = errorBody(body);
    const page = isHtml(body);
    const code = codeFor(status, page);
    const keys = [...causesOf(request, status, error), code];
    const all = [...advices, COMMON_ADVICE];
    const advice = keys.flatMap((key) => all.map((one) => one?.[key])).find((one) => one !== undefined);
    const words = error.words === undefined ? undefined : clip(error.words);
    return new CloudError(code, {
        request,
        status,
        response: page ? htmlInstead(status) : words === undefined ? String(status) : `${status}, ${words}`,
        ...(advice === undefined ? {} : { advice }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
}
function codeFor(status, page) {
    if (status === 401)
        return 'unauthorized';
    if (status === 403)
        return 'forbidden';
    if (status === 407)
        return 'misconfigured';
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
/** Codes of the legacy API. Source: its error reference, and the refusals that k6 itself is tested with. */
const SUBSCRIPTION_CODE = '2';
const NOT_FOUND_CODE = '3';
const TOKEN_CODES = ['5', '6'];
/** A path of the legacy API that names no single thing: nothing but the API itself can be missing there. */
const LEGACY_LIST = /\/loadtests\/v2\/[a-z]+$/u;
/** Causes that a code alone does not tell, most specific first. */
function causesOf(request, status, { code, words, foreign }) {
    if (status === 403 && code === SUBSCRIPTION_CODE)
        return ['limits'];
    if (status === 403 && TOKEN_CODES.includes(code))
        return ['unauthorized'];
    if (LIMIT_STATUSES.includes(status) || (status < 500 && code === 'validation_error'))
        return ['limits'];
    if (status === 400 && /\bconcurren(?:cy|t)\b/iu.test(words ?? ''))
        return ['limits'];
    if (status === 404 && LEGACY_LIST.test(request) && !foreign && code === NOT_FOUND_CODE)
        return ['unknown-test'];
    if (status === 404 && (LEGACY_LIST.test(request) || foreign))
        return ['legacy-removed'];
    return [];
}
/** What fits every API. */
const COMMON_ADVICE = {
    unauthorized: 'Check that `token` is a valid k6 Cloud API token (Performance > Settings > Access).',
    forbidden: 'Check that `token` may read and start this test: its user or stack needs rights on the project.',
    limits: 'Check your subscription and project limits.',
    misconfigured: PROXY_ADVICE,
    'not-found': 'Check the id, and that the token belongs to the organization, project and stack that hold it.',
    removed: 'No such API answers there: check `api-url`.',
    rejected: 'Check the inputs of the step.',
    redirected: 'Redirects are not followed, to keep the token where it belongs: check `api-url`.',
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
 * `Retry-After` as ms from `nowMs`: whole seconds or an HTTP date. Nonsense, the past and `0` give `undefined`: our own
 * pauses hold then, or a failing service would be flooded.
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
 * Work that reports its first failure in a sentence, for requests that are made before anything else is in the log:
 * minutes of silence would look like a hang. A failure after which there is no other try is the reason of the verdict.
 */
function withFirstFailureReported(onNotice, work) {
    let reported = false;
    return async () => {
        try {
            return await work();
        }
        catch (error) {
            const again = ['retry', 'retry-few'];
            if (!reported && error instanceof CloudError && again.includes(retryability(error.code))) {
                onNotice(`No test was started yet, since a request failed: ${error.message}`);
            }
            reported = true;
            throw error;
        }
    };
}
/**
 * Does `work` until it succeeds, fails for good, or the budget ends.
 * @throws the last CloudError; at once what is no CloudError, and the signal's reason
 */
async function retryUntil(options, signal, work) {
    const { clock, random, budgetMs, maxBackoffMs = Infinity, maxTries = Infinity, fewTries = FEW_TRIES } = options;
    let firstFailureMs;
    let few = 0;
    for (let failures = 1;; failures++) {
        try {
            return await work();
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof CloudError) || failures >= maxTries)
                throw error;
            const allowed = retryability(error.code);
            if (allowed === 'retry-few')
                few++;
            if (allowed !== 'retry' && (allowed !== 'retry-few' || few >= fewTries))
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










/** Opens a sender; connections are made by the first request. */
function openHttp(settings) {
    const client = new HttpClient(settings.userAgent, [], { keepAlive: true });
    let aheadMs;
    const onDate = (serverMs) => {
        aheadMs = serverMs - settings.clock.now();
    };
    return {
        send: (asked, signal) => send(client, { ...settings, onDate }, asked, signal),
        serverNowMs: () => (aheadMs === undefined ? undefined : settings.clock.now() + aheadMs),
        close: () => {
            client.dispose();
        },
    };
}
async function send(client, settings, asked, signal) {
    const { clock } = settings;
    const requestMs = Math.max(settings.requestMs, asked.timeoutMs ?? 0);
    const { maxBytes = RESPONSE_BYTES } = asked;
    const request = requestName(settings.apiUrl, asked);
    const startedMs = clock.now();
    const late = () => new CloudError('late', { request, response: `no complete response within ${requestMs / 1000} s` });
    let outcome = 'no answer';
    try {
        return await withDeadline(clock, { limitMs: requestMs, signal }, late, async (within) => {
            try {
                const message = await exchange(client, settings, asked, within);
                const { statusCode: status = 0, headers } = message;
                outcome = String(status);
                const serverMs = Date.parse(headers.date ?? '');
                if (Number.isFinite(serverMs))
                    settings.onDate(serverMs);
                // Secrets are taken out here, before anybody escapes or cuts the text and so makes them hard to find.
                const body = redactedBody(await bodyOf(message, { request, maxBytes }), settings.redact);
                if (status >= 200 && status <= 299)
                    return parseResponse({ request, status, body });
                const retryAfter = retryAfterMs(headers['retry-after'], clock.now());
                throw responseError({ request, status, body, retryAfterMs: retryAfter }, asked.advice, settings.advice);
            }
            catch (error) {
                within.throwIfAborted();
                throw error instanceof CloudError ? error : networkError(request, error);
            }
        });
    }
    catch (error) {
        if (error instanceof CloudError)
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
                'accept-encoding': 'identity',
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

;// CONCATENATED MODULE: ./src/cloud/http/shared-pause.ts


/** The pause where the service names none; doubled with every further refusal. */
const FIRST_PAUSE_MS = 1000;
/** The time for best-effort requests is short: a longer wish of the service is not granted. */
const LONGEST_PAUSE_MS = 10_000;
/**
 * A sender that holds back best-effort requests after a 429, whichever request it answered. They then go one at a time
 * until one of them is answered. Other requests have their own retries, and pass.
 */
function withSharedPause(http, clock) {
    let untilMs = -Infinity;
    let refusals = 0;
    let queue = Promise.resolve();
    const sentAndWatched = async (asked, signal) => {
        try {
            const response = await http.send(asked, signal);
            refusals = 0;
            return response;
        }
        catch (error) {
            if (error instanceof CloudError && error.code === 'rate-limited') {
                const pause = error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** Math.min(refusals, 10);
                untilMs = Math.max(untilMs, clock.now() + Math.min(LONGEST_PAUSE_MS, pause));
                refusals++;
            }
            throw error;
        }
    };
    const afterPause = async (asked, signal) => {
        signal.throwIfAborted();
        while (clock.now() < untilMs)
            await sleep(clock, untilMs - clock.now(), signal);
        return sentAndWatched(asked, signal);
    };
    return {
        ...http,
        send: (asked, signal) => {
            if (asked.bestEffort !== true)
                return sentAndWatched(asked, signal);
            if (refusals === 0 && clock.now() >= untilMs)
                return sentAndWatched(asked, signal);
            const sent = queue.then(() => afterPause(asked, signal));
            queue = sent.catch(() => undefined);
            return abortable(signal, sent);
        },
    };
}

;// CONCATENATED MODULE: ./src/cloud/v2/advice.ts
const REMOVED = 'The legacy API may have been removed: set `stack` to use the current one.';
/** Advice by error code, where the common one does not fit. */
const V2_ADVICE = {
    removed: REMOVED,
    'unknown-test': 'Check `test-id`: `token` sees no such test. If k6 Cloud shows the test, set `stack` to use the current API.',
    'legacy-removed': REMOVED,
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
    return { ...settings, http: withSharedPause(rateLimited(sender, settings.clock, RATE_LIMIT), settings.clock) };
}

;// CONCATENATED MODULE: ./node_modules/valibot/dist/index.mjs
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
function setGlobalConfig(config$1) {
	store$4 = {
		...store$4,
		...config$1
	};
}
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
function deleteGlobalConfig() {
	store$4 = void 0;
}

//#endregion
//#region src/storages/globalMessage/globalMessage.ts
let store$3;
/**
* Sets a global error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setGlobalMessage(message$1, lang) {
	if (!store$3) store$3 = /* @__PURE__ */ new Map();
	store$3.set(lang, message$1);
}
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
function deleteGlobalMessage(lang) {
	store$3?.delete(lang);
}

//#endregion
//#region src/storages/schemaMessage/schemaMessage.ts
let store$2;
/**
* Sets a schema error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setSchemaMessage(message$1, lang) {
	if (!store$2) store$2 = /* @__PURE__ */ new Map();
	store$2.set(lang, message$1);
}
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
function deleteSchemaMessage(lang) {
	store$2?.delete(lang);
}

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
function setSpecificMessage(reference, message$1, lang) {
	if (!store$1) store$1 = /* @__PURE__ */ new Map();
	if (!store$1.get(reference)) store$1.set(reference, /* @__PURE__ */ new Map());
	store$1.get(reference).set(lang, message$1);
}
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
function deleteSpecificMessage(reference, lang) {
	store$1?.get(reference)?.delete(lang);
}

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
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
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
function _cloneDataset(dataset) {
	return {
		typed: dataset.typed,
		value: dataset.value,
		issues: dataset.issues?.map((issue) => ({
			...issue,
			path: issue.path && [...issue.path]
		}))
	};
}

//#endregion
//#region src/utils/_formatCase/_formatCase.ts
/**
* Splits a string into lowercase words and rejoins them with the given
* separator and capitalization rules.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries. Whether the first or subsequent words are
* capitalized is controlled by `capFirst` and `capRest`.
*
* Hint: Implemented in a single pass that emits directly to the result
* string to avoid an intermediate `string[]` allocation. ASCII chars are
* classified via char codes to skip `.toLowerCase()` and `.toUpperCase()`
* method calls in the common case.
*
* Hint: Digits are treated as a separate character class, so `item2Name`
* yields `item2` and `name` rather than `item`, `2` and `name`.
*
* @param input The input string.
* @param separator The string inserted between words.
* @param capFirst Whether to capitalize the first word.
* @param capRest Whether to capitalize subsequent words.
*
* @returns The formatted string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _formatCase(input, separator, capFirst, capRest) {
	let result = "";
	let firstWord = true;
	let start = 0;
	let prev = 0;
	let prevPrev = 0;
	const flush = (end) => {
		if (end > start) {
			let word = input.slice(start, end).toLowerCase();
			if (firstWord ? capFirst : capRest) {
				const firstCode = word.charCodeAt(0);
				if (firstCode >= 97 && firstCode <= 122) word = String.fromCharCode(firstCode - 32) + word.slice(1);
				else {
					const charLen = firstCode >= 55296 && firstCode <= 56319 ? 2 : 1;
					word = word.slice(0, charLen).toUpperCase() + word.slice(charLen);
				}
			}
			result += firstWord ? word : separator + word;
			firstWord = false;
		}
	};
	for (let index = 0; index < input.length; index++) {
		const code = input.charCodeAt(index);
		let type;
		if (code === 32 || code === 9 || code === 10 || code === 11 || code === 12 || code === 13 || code === 45 || code === 95) {
			flush(index);
			start = index + 1;
			type = 0;
		} else if (code < 128) type = code >= 65 && code <= 90 ? 1 : code >= 97 && code <= 122 ? 2 : 3;
		else {
			const char = input[index];
			const charLower = char.toLowerCase();
			type = charLower === char.toUpperCase() ? 3 : char === charLower ? 2 : 1;
		}
		if (type === 1 && (prev === 2 || prev === 3) && index > start) {
			flush(index);
			start = index;
		} else if (type === 2 && prev === 1 && prevPrev === 1 && index - 1 > start) {
			flush(index - 1);
			start = index - 1;
		}
		prevPrev = prev;
		prev = type;
	}
	flush(input.length);
	return result;
}

//#endregion
//#region src/utils/_getByteCount/_getByteCount.ts
let textEncoder;
/**
* Returns the byte count of the input.
*
* @param input The input to be measured.
*
* @returns The byte count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getByteCount(input) {
	if (!textEncoder) textEncoder = new TextEncoder();
	return textEncoder.encode(input).length;
}

//#endregion
//#region src/utils/_getCodePointCount/_getCodePointCount.ts
/**
* Returns the code point count of the input.
*
* @param input The input to be measured.
*
* @returns The code point count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getCodePointCount(input) {
	let count = input.length;
	const lengthMinus1 = input.length - 1;
	for (let i = 0; i < lengthMinus1;) if (input.codePointAt(i) <= 65535) i++;
	else {
		i += 2;
		count--;
	}
	return count;
}

//#endregion
//#region src/utils/_getGraphemeCount/_getGraphemeCount.ts
let segmenter;
/**
* Returns the grapheme count of the input.
*
* @param input The input to be measured.
*
* @returns The grapheme count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getGraphemeCount(input) {
	if (!segmenter) segmenter = new Intl.Segmenter();
	const segments = segmenter.segment(input);
	let count = 0;
	for (const _ of segments) count++;
	return count;
}

//#endregion
//#region src/utils/_getLastMetadata/_getLastMetadata.ts
/**
* Returns the last top-level value of a given metadata type from a schema
* using a breadth-first search that starts with the last item in the pipeline.
*
* @param schema The schema to search.
* @param type The metadata type.
*
* @returns The value, if any.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getLastMetadata(schema, type) {
	if ("pipe" in schema) {
		const nestedSchemas = [];
		for (let index = schema.pipe.length - 1; index >= 0; index--) {
			const item = schema.pipe[index];
			if (item.kind === "schema" && "pipe" in item) nestedSchemas.push(item);
			else if (item.kind === "metadata" && item.type === type) return item[type];
		}
		for (const nestedSchema of nestedSchemas) {
			const result = /* @__PURE__ */ _getLastMetadata(nestedSchema, type);
			if (result !== void 0) return result;
		}
	}
}

//#endregion
//#region src/utils/_getWordCount/_getWordCount.ts
let store;
/**
* Returns the word count of the input.
*
* @param locales The locales to be used.
* @param input The input to be measured.
*
* @returns The word count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getWordCount(locales, input) {
	if (!store) store = /* @__PURE__ */ new Map();
	const key = String(locales);
	let segmenter$1 = store.get(key);
	if (!segmenter$1) {
		segmenter$1 = new Intl.Segmenter(locales, { granularity: "word" });
		store.set(key, segmenter$1);
	}
	const segments = segmenter$1.segment(input);
	let count = 0;
	for (const segment of segments) if (segment.isWordLike) count++;
	return count;
}

//#endregion
//#region src/utils/_isLuhnAlgo/_isLuhnAlgo.ts
/**
* Non-digit regex.
*/
const NON_DIGIT_REGEX = /\D/gu;
/**
* Checks whether a string with numbers corresponds to the luhn algorithm.
*
* @param input The input to be checked.
*
* @returns Whether input is valid.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isLuhnAlgo(input) {
	const number$1 = input.replace(NON_DIGIT_REGEX, "");
	let length$1 = number$1.length;
	let bit = 1;
	let sum = 0;
	while (length$1) {
		const value$1 = +number$1[--length$1];
		bit ^= 1;
		sum += bit ? [
			0,
			2,
			4,
			6,
			8,
			1,
			3,
			5,
			7,
			9
		][value$1] : value$1;
	}
	return sum % 10 === 0;
}

//#endregion
//#region src/utils/_isSameValueZero/_isSameValueZero.ts
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}

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
function _isValueMatch(requirement, value$1) {
	return Number.isNaN(requirement) && Number.isNaN(value$1) || requirement <= value$1 && requirement >= value$1;
}

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
	const list = [...new Set(values$1)];
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
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
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
function entriesFromList(list, schema) {
	const entries$1 = {};
	for (const key of list) entries$1[key] = schema;
	return entries$1;
}

//#endregion
//#region src/utils/entriesFromObjects/entriesFromObjects.ts
/* @__NO_SIDE_EFFECTS__ */
function entriesFromObjects(schemas) {
	const entries$1 = {};
	for (const schema of schemas) Object.assign(entries$1, schema.entries);
	return entries$1;
}

//#endregion
//#region src/utils/getDotPath/getDotPath.ts
/* @__NO_SIDE_EFFECTS__ */
function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
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
function isOfKind(kind, object$1) {
	return object$1.kind === kind;
}

//#endregion
//#region src/utils/isOfType/isOfType.ts
/**
* A generic type guard to check the type of an object.
*
* @param type The type to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfType(type, object$1) {
	return object$1.type === type;
}

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
function isValiError(error) {
	return error instanceof ValiError;
}

//#endregion
//#region src/actions/args/args.ts
/* @__NO_SIDE_EFFECTS__ */
function args(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: args,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const argsDataset = this.schema["~run"]({ value: args_ }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/args/argsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function argsAsync(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: argsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args$1) => {
				const argsDataset = await schema["~run"]({ value: args$1 }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/await/awaitAsync.ts
/**
* Creates an await transformation action.
*
* @returns An await action.
*/
/* @__NO_SIDE_EFFECTS__ */
function awaitAsync() {
	return {
		kind: "transformation",
		type: "await",
		reference: awaitAsync,
		async: true,
		async "~run"(dataset) {
			dataset.value = await dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/regex.ts
/**
* [Base64](https://en.wikipedia.org/wiki/Base64) regex.
*/
const BASE64_REGEX = /^(?:[\da-z+/]{4})*(?:[\da-z+/]{2}==|[\da-z+/]{3}=)?$/iu;
/**
* [BIC](https://en.wikipedia.org/wiki/ISO_9362) regex.
*/
const BIC_REGEX = /^[A-Z]{6}(?!00)[\dA-Z]{2}(?:[\dA-Z]{3})?$/u;
/**
* [Cuid2](https://github.com/paralleldrive/cuid2) regex.
*/
const CUID2_REGEX = /^[a-z][\da-z]*$/u;
/**
* [Decimal](https://en.wikipedia.org/wiki/Decimal) regex.
*/
const DECIMAL_REGEX = /^[+-]?(?:\d*\.)?\d+$/u;
/**
* [Digits](https://en.wikipedia.org/wiki/Numerical_digit) regex.
*/
const DIGITS_REGEX = /^\d+$/u;
/**
* [Domain name](https://en.wikipedia.org/wiki/Domain_name) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* ASCII-only validation. Internationalized domain names (IDNs) are not
* supported, including Punycode-encoded labels.
*/
const DOMAIN_REGEX = /^(?=.{1,253}$)(?:(?![Xx][Nn]--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u;
/**
* [Email address](https://en.wikipedia.org/wiki/Email_address) regex.
*
* Hint: We decided against the `i` flag to avoid matching non-ASCII characters.
*/
const EMAIL_REGEX = /^[\w+-]+(?:\.[\w+-]+)*@[\da-zA-Z]+(?:[.-][\da-zA-Z]+)*\.[a-zA-Z]{2,}$/u;
/**
* Emoji regex from [emoji-regex-xs](https://github.com/slevithan/emoji-regex-xs) v1.0.0 (MIT license).
*
* Hint: We decided against the newer `/^\p{RGI_Emoji}+$/v` regex because it is
* not supported in older runtimes and does not match all emoji.
*/
const EMOJI_REGEX = /^(?:[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation}))*)+$/u;
/**
* [Hexadecimal](https://en.wikipedia.org/wiki/Hexadecimal) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEXADECIMAL_REGEX = /^(?:0[hx])?[\da-fA-F]+$/u;
/**
* [Hex color](https://en.wikipedia.org/wiki/Web_colors#Hex_triplet) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEX_COLOR_REGEX = /^#(?:[\da-fA-F]{3,4}|[\da-fA-F]{6}|[\da-fA-F]{8})$/u;
/**
* [IMEI](https://en.wikipedia.org/wiki/International_Mobile_Equipment_Identity) regex.
*/
const IMEI_REGEX = /^\d{15}$|^\d{2}-\d{6}-\d{6}-\d$/u;
/**
* [IPv4](https://en.wikipedia.org/wiki/IPv4) regex.
*/
const IPV4_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$/u;
/**
* [IPv6](https://en.wikipedia.org/wiki/IPv6) regex.
*/
const IPV6_REGEX = /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [IP](https://en.wikipedia.org/wiki/IP_address) regex.
*/
const IP_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$|^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date regex.
*/
const ISO_DATE_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time regex.
*/
const ISO_DATE_TIME_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time with seconds regex.
*/
const ISO_DATE_TIME_SECOND_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time regex.
*/
const ISO_TIME_REGEX = /^(?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time with seconds regex.
*/
const ISO_TIME_SECOND_REGEX = /^(?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) timestamp regex. Allows a
* space as a date/time separator and an optional space before the UTC offset.
*/
const ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) week regex.
*/
const ISO_WEEK_REGEX = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/u;
/**
* [JWS compact serialization](https://datatracker.ietf.org/doc/html/rfc7515#section-3.1)
* regex.
*
* Hint: Empty payload and signature segments are allowed because the
* Base64URL-encoded representation of an empty octet sequence is an empty
* string.
*/
const JWS_COMPACT_REGEX = /^(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?$/u;
/**
* [ISRC](https://en.wikipedia.org/wiki/International_Standard_Recording_Code) regex.
*/
const ISRC_REGEX = /^(?:[A-Z]{2}[A-Z\d]{3}\d{7}|[A-Z]{2}-[A-Z\d]{3}-\d{2}-\d{5})$/u;
/**
* [KSUID](https://github.com/segmentio/ksuid) regex.
*/
const KSUID_REGEX = /^[a-zA-Z0-9]{27}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 48 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC48_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 64 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC64_REGEX = /^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$|^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [Nano ID](https://github.com/ai/nanoid) regex.
*/
const NANO_ID_REGEX = /^[\w-]+$/u;
/**
* [Octal](https://en.wikipedia.org/wiki/Octal) regex.
*/
const OCTAL_REGEX = /^(?:0o)?[0-7]+$/u;
/**
* [RFC 5322 email address](https://datatracker.ietf.org/doc/html/rfc5322#section-3.4.1) regex.
*
* Hint: This regex was taken from the [HTML Living Standard Specification](https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address) and does not perfectly represent RFC 5322.
*/
const RFC_EMAIL_REGEX = /^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/**
* [Slug](https://en.wikipedia.org/wiki/Clean_URL#Slug) regex.
*/
const SLUG_REGEX = /^[\da-z]+(?:[-_][\da-z]+)*$/u;
/**
* [ULID](https://github.com/ulid/spec) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* Hint: The first character is restricted to `[0-7]` because the 48-bit
* timestamp cannot exceed 2^48-1, making the maximum valid ULID
* `7ZZZZZZZZZZZZZZZZZZZZZZZZZ` in Crockford's Base32 encoding.
*/
const ULID_REGEX = /^[0-7][\da-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/u;
/**
* [UUID](https://en.wikipedia.org/wiki/Universally_unique_identifier) regex.
*/
const UUID_REGEX = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

//#endregion
//#region src/actions/base64/base64.ts
/* @__NO_SIDE_EFFECTS__ */
function base64(message$1) {
	return {
		kind: "validation",
		type: "base64",
		reference: base64,
		async: false,
		expects: null,
		requirement: BASE64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Base64", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bic/bic.ts
/* @__NO_SIDE_EFFECTS__ */
function bic(message$1) {
	return {
		kind: "validation",
		type: "bic",
		reference: bic,
		async: false,
		expects: null,
		requirement: BIC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "BIC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/brand/brand.ts
/**
* Creates a brand transformation action.
*
* @param name The brand name.
*
* @returns A brand action.
*/
/* @__NO_SIDE_EFFECTS__ */
function brand(name) {
	return {
		kind: "transformation",
		type: "brand",
		reference: brand,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bytes/bytes.ts
/* @__NO_SIDE_EFFECTS__ */
function dist_bytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "bytes",
		reference: dist_bytes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 !== this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

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
		requirement,
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
function checkAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: checkAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItems.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItems(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItems,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) for (let index = 0; index < dataset.value.length; index++) {
				const item = dataset.value[index];
				if (!this.requirement(item, index, dataset.value)) _addIssue(this, "item", dataset, config$1, {
					input: item,
					path: [{
						type: "array",
						origin: "value",
						input: dataset.value,
						key: index,
						value: item
					}]
				});
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItemsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItemsAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItemsAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed) {
				const requirementResults = await Promise.all(dataset.value.map(this.requirement));
				for (let index = 0; index < dataset.value.length; index++) if (!requirementResults[index]) {
					const item = dataset.value[index];
					_addIssue(this, "item", dataset, config$1, {
						input: item,
						path: [{
							type: "array",
							origin: "value",
							input: dataset.value,
							key: index,
							value: item
						}]
					});
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/codePoints/codePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function codePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "code_points",
		reference: codePoints,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/creditCard/creditCard.ts
/**
* Credit card regex.
*/
const CREDIT_CARD_REGEX = /^(?:\d{13,19}|\d{4}(?: \d{3,6}){2,4}|\d{4}(?:-\d{3,6}){2,4})$/u;
/**
* Sanitize regex.
*/
const SANITIZE_REGEX = /[- ]/gu;
/**
* Provider regex list.
*/
const PROVIDER_REGEX_LIST = (/* unused pure expression or super */ null && ([
	/^3[47]\d{13}$/u,
	/^3(?:0[0-5]|[68]\d)\d{11,13}$/u,
	/^6(?:011|5\d{2})\d{12,15}$/u,
	/^(?:2131|1800|35\d{3})\d{11}$/u,
	/^(?:5[1-5]\d{2}|222\d|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/u,
	/^(?:6[27]\d{14,17}|81\d{14,17})$/u,
	/^4\d{12}(?:\d{3,6})?$/u
]));
/* @__NO_SIDE_EFFECTS__ */
function creditCard(message$1) {
	return {
		kind: "validation",
		type: "credit_card",
		reference: creditCard,
		async: false,
		expects: null,
		requirement(input) {
			let sanitized;
			return CREDIT_CARD_REGEX.test(input) && (sanitized = input.replace(SANITIZE_REGEX, "")) && PROVIDER_REGEX_LIST.some((regex$1) => regex$1.test(sanitized)) && /* @__PURE__ */ _isLuhnAlgo(sanitized);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "credit card", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/cuid2/cuid2.ts
/* @__NO_SIDE_EFFECTS__ */
function cuid2(message$1) {
	return {
		kind: "validation",
		type: "cuid2",
		reference: cuid2,
		async: false,
		expects: null,
		requirement: CUID2_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Cuid2", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/decimal/decimal.ts
/* @__NO_SIDE_EFFECTS__ */
function dist_decimal(message$1) {
	return {
		kind: "validation",
		type: "decimal",
		reference: dist_decimal,
		async: false,
		expects: null,
		requirement: DECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "decimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/description/description.ts
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}

//#endregion
//#region src/actions/digits/digits.ts
/* @__NO_SIDE_EFFECTS__ */
function digits(message$1) {
	return {
		kind: "validation",
		type: "digits",
		reference: digits,
		async: false,
		expects: null,
		requirement: DIGITS_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "digits", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/domain/domain.ts
/* @__NO_SIDE_EFFECTS__ */
function domain(message$1) {
	return {
		kind: "validation",
		type: "domain",
		reference: domain,
		expects: null,
		async: false,
		requirement: DOMAIN_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "domain", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/email/email.ts
/* @__NO_SIDE_EFFECTS__ */
function email(message$1) {
	return {
		kind: "validation",
		type: "email",
		reference: email,
		expects: null,
		async: false,
		requirement: EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/emoji/emoji.ts
/* @__NO_SIDE_EFFECTS__ */
function emoji(message$1) {
	return {
		kind: "validation",
		type: "emoji",
		reference: emoji,
		async: false,
		expects: null,
		requirement: EMOJI_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "emoji", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/empty/empty.ts
/* @__NO_SIDE_EFFECTS__ */
function empty(message$1) {
	return {
		kind: "validation",
		type: "empty",
		reference: empty,
		async: false,
		expects: "0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > 0) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/endsWith/endsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function endsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "ends_with",
		reference: endsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.endsWith(this.requirement)) _addIssue(this, "end", dataset, config$1, { received: `"${dataset.value.slice(-this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/entries/entries.ts
/* @__NO_SIDE_EFFECTS__ */
function entries(requirement, message$1) {
	return {
		kind: "validation",
		type: "entries",
		reference: entries,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count !== this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/everyItem/everyItem.ts
/* @__NO_SIDE_EFFECTS__ */
function everyItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "every_item",
		reference: everyItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.every(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/examples/examples.ts
/**
* Creates an examples metadata action.
*
* @param examples_ The examples.
*
* @returns An examples action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function examples(examples_) {
	return {
		kind: "metadata",
		type: "examples",
		reference: examples,
		examples: examples_
	};
}

//#endregion
//#region src/actions/excludes/excludes.ts
/* @__NO_SIDE_EFFECTS__ */
function excludes(requirement, message$1) {
	const received = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "excludes",
		reference: excludes,
		async: false,
		expects: `!${received}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/filterItems/filterItems.ts
/* @__NO_SIDE_EFFECTS__ */
function filterItems(operation) {
	return {
		kind: "transformation",
		type: "filter_items",
		reference: filterItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.filter(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/findItem/findItem.ts
/* @__NO_SIDE_EFFECTS__ */
function findItem(operation) {
	return {
		kind: "transformation",
		type: "find_item",
		reference: findItem,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.find(this.operation);
			return dataset;
		}
	};
}

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
function flavor(name) {
	return {
		kind: "transformation",
		type: "flavor",
		reference: flavor,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/graphemes/graphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function graphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "graphemes",
		reference: graphemes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/gtValue/gtValue.ts
/* @__NO_SIDE_EFFECTS__ */
function gtValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "gt_value",
		reference: gtValue,
		async: false,
		expects: `>${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value > this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/guard/guard.ts
/* @__NO_SIDE_EFFECTS__ */
function guard(requirement, message$1) {
	return {
		kind: "transformation",
		type: "guard",
		reference: guard,
		async: false,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) {
				_addIssue(this, "input", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hash/hash.ts
/**
* Hash lengths object.
*/
const HASH_LENGTHS = {
	md4: 32,
	md5: 32,
	sha1: 40,
	sha256: 64,
	sha384: 96,
	sha512: 128,
	ripemd128: 32,
	ripemd160: 40,
	tiger128: 32,
	tiger160: 40,
	tiger192: 48,
	crc32: 8,
	crc32b: 8,
	adler32: 8
};
/* @__NO_SIDE_EFFECTS__ */
function hash(types, message$1) {
	return {
		kind: "validation",
		type: "hash",
		reference: hash,
		expects: null,
		async: false,
		requirement: RegExp(types.map((type) => `^[a-fA-F0-9]{${HASH_LENGTHS[type]}}$`).join("|"), "u"),
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hash", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexadecimal/hexadecimal.ts
/* @__NO_SIDE_EFFECTS__ */
function hexadecimal(message$1) {
	return {
		kind: "validation",
		type: "hexadecimal",
		reference: hexadecimal,
		async: false,
		expects: null,
		requirement: HEXADECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hexadecimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexColor/hexColor.ts
/* @__NO_SIDE_EFFECTS__ */
function hexColor(message$1) {
	return {
		kind: "validation",
		type: "hex_color",
		reference: hexColor,
		async: false,
		expects: null,
		requirement: HEX_COLOR_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hex color", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/imei/imei.ts
/* @__NO_SIDE_EFFECTS__ */
function imei(message$1) {
	return {
		kind: "validation",
		type: "imei",
		reference: imei,
		async: false,
		expects: null,
		requirement(input) {
			return IMEI_REGEX.test(input) && /* @__PURE__ */ _isLuhnAlgo(input);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "IMEI", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/includes/includes.ts
/* @__NO_SIDE_EFFECTS__ */
function includes(requirement, message$1) {
	const expects = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "includes",
		reference: includes,
		async: false,
		expects,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received: `!${expects}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/integer/integer.ts
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ip/ip.ts
/* @__NO_SIDE_EFFECTS__ */
function ip(message$1) {
	return {
		kind: "validation",
		type: "ip",
		reference: ip,
		async: false,
		expects: null,
		requirement: IP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IP", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv4/ipv4.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv4(message$1) {
	return {
		kind: "validation",
		type: "ipv4",
		reference: ipv4,
		async: false,
		expects: null,
		requirement: IPV4_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv4", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv6/ipv6.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv6(message$1) {
	return {
		kind: "validation",
		type: "ipv6",
		reference: ipv6,
		async: false,
		expects: null,
		requirement: IPV6_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv6", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn10.ts
/**
* [Validates an ISBN-10](https://en.wikipedia.org/wiki/ISBN#ISBN-10_check_digits).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-10, `false` otherwise.
*
* @internal
*/
function _isIsbn10(input) {
	const digits$1 = input.split("").map((c) => c === "X" ? 10 : parseInt(c));
	let sum = 0;
	for (let i = 0; i < 10; i++) sum += digits$1[i] * (10 - i);
	return sum % 11 === 0;
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn13.ts
/**
* [Validates an ISBN-13](https://en.wikipedia.org/wiki/ISBN#ISBN-13_check_digit_calculation).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-13, `false` otherwise.
*
* @internal
*/
function _isIsbn13(input) {
	const digits$1 = input.split("").map((c) => parseInt(c));
	let sum = 0;
	for (let i = 0; i < 13; i++) sum += digits$1[i] * (i % 2 === 0 ? 1 : 3);
	return sum % 10 === 0;
}

//#endregion
//#region src/actions/isbn/isbn.ts
/**
* ISBN separator regex.
*/
const ISBN_SEPARATOR_REGEX = /[- ]/gu;
/**
* ISBN-10 detection regex.
*/
const ISBN_10_DETECTION_REGEX = /^\d{9}[\dX]$/u;
/**
* ISBN-13 detection regex.
*/
const ISBN_13_DETECTION_REGEX = /^\d{13}$/u;
/* @__NO_SIDE_EFFECTS__ */
function isbn(message$1) {
	return {
		kind: "validation",
		type: "isbn",
		reference: isbn,
		async: false,
		expects: null,
		requirement(input) {
			const replacedInput = input.replace(ISBN_SEPARATOR_REGEX, "");
			if (ISBN_10_DETECTION_REGEX.test(replacedInput)) return _isIsbn10(replacedInput);
			else if (ISBN_13_DETECTION_REGEX.test(replacedInput)) return _isIsbn13(replacedInput);
			return false;
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "ISBN", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isrc/isrc.ts
/* @__NO_SIDE_EFFECTS__ */
function isrc(message$1) {
	return {
		kind: "validation",
		type: "isrc",
		reference: isrc,
		async: false,
		expects: null,
		requirement: ISRC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ISRC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDate/isoDate.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDate(message$1) {
	return {
		kind: "validation",
		type: "iso_date",
		reference: isoDate,
		async: false,
		expects: null,
		requirement: ISO_DATE_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTime/isoDateTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTime(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time",
		reference: isoDateTime,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTimeSecond/isoDateTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time_second",
		reference: isoDateTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTime/isoTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTime(message$1) {
	return {
		kind: "validation",
		type: "iso_time",
		reference: isoTime,
		async: false,
		expects: null,
		requirement: ISO_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimeSecond/isoTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_time_second",
		reference: isoTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimestamp/isoTimestamp.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimestamp(message$1) {
	return {
		kind: "validation",
		type: "iso_timestamp",
		reference: isoTimestamp,
		async: false,
		expects: null,
		requirement: ISO_TIMESTAMP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoWeek/isoWeek.ts
/* @__NO_SIDE_EFFECTS__ */
function isoWeek(message$1) {
	return {
		kind: "validation",
		type: "iso_week",
		reference: isoWeek,
		async: false,
		expects: null,
		requirement: ISO_WEEK_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "week", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/jwsCompact/jwsCompact.ts
/* @__NO_SIDE_EFFECTS__ */
function jwsCompact(message$1) {
	return {
		kind: "validation",
		type: "jws_compact",
		reference: jwsCompact,
		async: false,
		expects: null,
		requirement: JWS_COMPACT_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "JWS compact", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ksuid/ksuid.ts
/* @__NO_SIDE_EFFECTS__ */
function ksuid(message$1) {
	return {
		kind: "validation",
		type: "ksuid",
		reference: ksuid,
		async: false,
		expects: null,
		requirement: KSUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "KSUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/length/length.ts
/* @__NO_SIDE_EFFECTS__ */
function dist_length(requirement, message$1) {
	return {
		kind: "validation",
		type: "length",
		reference: dist_length,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length !== this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ltValue/ltValue.ts
/* @__NO_SIDE_EFFECTS__ */
function ltValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "lt_value",
		reference: ltValue,
		async: false,
		expects: `<${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value < this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac/mac.ts
/* @__NO_SIDE_EFFECTS__ */
function mac(message$1) {
	return {
		kind: "validation",
		type: "mac",
		reference: mac,
		async: false,
		expects: null,
		requirement: MAC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac48/mac48.ts
/* @__NO_SIDE_EFFECTS__ */
function mac48(message$1) {
	return {
		kind: "validation",
		type: "mac48",
		reference: mac48,
		async: false,
		expects: null,
		requirement: MAC48_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "48-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac64/mac64.ts
/* @__NO_SIDE_EFFECTS__ */
function mac64(message$1) {
	return {
		kind: "validation",
		type: "mac64",
		reference: mac64,
		async: false,
		expects: null,
		requirement: MAC64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "64-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mapItems/mapItems.ts
/* @__NO_SIDE_EFFECTS__ */
function mapItems(operation) {
	return {
		kind: "transformation",
		type: "map_items",
		reference: mapItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.map(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxBytes/maxBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_bytes",
		reference: maxBytes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 > this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxCodePoints/maxCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function maxCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_code_points",
		reference: maxCodePoints,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxEntries/maxEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function maxEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_entries",
		reference: maxEntries,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count > this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxGraphemes/maxGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_graphemes",
		reference: maxGraphemes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

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
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxSize/maxSize.ts
/* @__NO_SIDE_EFFECTS__ */
function maxSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_size",
		reference: maxSize,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size > this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxValue/maxValue.ts
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxWords/maxWords.ts
/* @__NO_SIDE_EFFECTS__ */
function maxWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "max_words",
		reference: maxWords,
		async: false,
		expects: `<=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count > this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/metadata/metadata.ts
/**
* Creates a custom metadata action.
*
* @param metadata_ The metadata object.
*
* @returns A metadata action.
*/
/* @__NO_SIDE_EFFECTS__ */
function metadata(metadata_) {
	return {
		kind: "metadata",
		type: "metadata",
		reference: metadata,
		metadata: metadata_
	};
}

//#endregion
//#region src/actions/mimeType/mimeType.ts
/* @__NO_SIDE_EFFECTS__ */
function mimeType(requirement, message$1) {
	return {
		kind: "validation",
		type: "mime_type",
		reference: mimeType,
		async: false,
		expects: /* @__PURE__ */ _joinExpects(requirement.map((option) => `"${option}"`), "|"),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.includes(dataset.value.type)) _addIssue(this, "MIME type", dataset, config$1, { received: `"${dataset.value.type}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minBytes/minBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function minBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_bytes",
		reference: minBytes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 < this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minCodePoints/minCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function minCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_code_points",
		reference: minCodePoints,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minEntries/minEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function minEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_entries",
		reference: minEntries,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count < this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minGraphemes/minGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function minGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_graphemes",
		reference: minGraphemes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minLength/minLength.ts
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minSize/minSize.ts
/* @__NO_SIDE_EFFECTS__ */
function minSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_size",
		reference: minSize,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size < this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minValue/minValue.ts
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minWords/minWords.ts
/* @__NO_SIDE_EFFECTS__ */
function minWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "min_words",
		reference: minWords,
		async: false,
		expects: `>=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count < this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/multipleOf/multipleOf.ts
/* @__NO_SIDE_EFFECTS__ */
function multipleOf(requirement, message$1) {
	return {
		kind: "validation",
		type: "multiple_of",
		reference: multipleOf,
		async: false,
		expects: `%${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value % this.requirement != 0) _addIssue(this, "multiple", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nanoid/nanoid.ts
/* @__NO_SIDE_EFFECTS__ */
function nanoid(message$1) {
	return {
		kind: "validation",
		type: "nanoid",
		reference: nanoid,
		async: false,
		expects: null,
		requirement: NANO_ID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Nano ID", dataset, config$1);
			return dataset;
		}
	};
}

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
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/normalize/normalize.ts
/* @__NO_SIDE_EFFECTS__ */
function normalize(form) {
	return {
		kind: "transformation",
		type: "normalize",
		reference: normalize,
		async: false,
		form,
		"~run"(dataset) {
			dataset.value = dataset.value.normalize(this.form);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notBytes/notBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function notBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_bytes",
		reference: notBytes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 === this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notCodePoints/notCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function notCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_code_points",
		reference: notCodePoints,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notEntries/notEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function notEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_entries",
		reference: notEntries,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count === this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notGraphemes/notGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function notGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_graphemes",
		reference: notGraphemes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notLength/notLength.ts
/* @__NO_SIDE_EFFECTS__ */
function notLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_length",
		reference: notLength,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notSize/notSize.ts
/* @__NO_SIDE_EFFECTS__ */
function notSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_size",
		reference: notSize,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size === this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValue/notValue.ts
/* @__NO_SIDE_EFFECTS__ */
function notValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_value",
		reference: notValue,
		async: false,
		expects: requirement instanceof Date ? `!${requirement.toJSON()}` : `!${/* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && /* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValues/notValues.ts
/* @__NO_SIDE_EFFECTS__ */
function notValues(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_values",
		reference: notValues,
		async: false,
		expects: `!${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notWords/notWords.ts
/* @__NO_SIDE_EFFECTS__ */
function notWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "not_words",
		reference: notWords,
		async: false,
		expects: `!${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count === this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/octal/octal.ts
/* @__NO_SIDE_EFFECTS__ */
function octal(message$1) {
	return {
		kind: "validation",
		type: "octal",
		reference: octal,
		async: false,
		expects: null,
		requirement: OCTAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "octal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseBoolean/parseBoolean.ts
const TRUTHY = (/* unused pure expression or super */ null && ([
	true,
	1,
	"true",
	"1",
	"yes",
	"y",
	"on",
	"enabled"
]));
const FALSY = (/* unused pure expression or super */ null && ([
	false,
	0,
	"false",
	"0",
	"no",
	"n",
	"off",
	"disabled"
]));
/* @__NO_SIDE_EFFECTS__ */
function parseBoolean(config$1, message$1) {
	const normalize$1 = (v) => typeof v === "string" ? v.toLowerCase() : v;
	const truthyRaw = config$1?.truthy ?? TRUTHY;
	const falsyRaw = config$1?.falsy ?? FALSY;
	const truthy = config$1?.truthy ? config$1.truthy.map(normalize$1) : TRUTHY;
	const falsy = config$1?.falsy ? config$1.falsy.map(normalize$1) : FALSY;
	return {
		kind: "transformation",
		type: "parse_boolean",
		reference: parseBoolean,
		expects: /* @__PURE__ */ _joinExpects([...truthyRaw, ...falsyRaw].map(_stringify), "|"),
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			const input = normalize$1(dataset.value);
			if (truthy.includes(input)) dataset.value = true;
			else if (falsy.includes(input)) dataset.value = false;
			else {
				_addIssue(this, "boolean", dataset, config$2);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseJson/parseJson.ts
/* @__NO_SIDE_EFFECTS__ */
function parseJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "parse_json",
		reference: parseJson,
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				dataset.value = JSON.parse(dataset.value, this.config?.reviver);
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/utils/_isPartiallyTyped/_isPartiallyTyped.ts
/**
* Checks if a dataset is partially typed.
*
* @param dataset The dataset to check.
* @param paths The paths to check.
*
* @returns Whether it is partially typed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isPartiallyTyped(dataset, paths) {
	if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
		let typed = false;
		const bound = Math.min(path.length, issue.path?.length ?? 0);
		for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
			typed = true;
			break;
		}
		if (!typed) return false;
	}
	return true;
}

//#endregion
//#region src/actions/partialCheck/partialCheck.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheck(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheck,
		async: false,
		expects: null,
		paths,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/partialCheckAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheckAsync(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheckAsync,
		async: true,
		expects: null,
		paths,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheck.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheck(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheck,
		async: false,
		expects: null,
		"~run"(dataset, config$1) {
			action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheckAsync.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheckAsync(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheckAsync,
		async: true,
		expects: null,
		async "~run"(dataset, config$1) {
			await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransform.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransform(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransform,
		async: false,
		"~run"(dataset, config$1) {
			const output = action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransformAsync.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransformAsync(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransformAsync,
		async: true,
		async "~run"(dataset, config$1) {
			const output = await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/readonly/readonly.ts
/* @__NO_SIDE_EFFECTS__ */
function readonly() {
	return {
		kind: "transformation",
		type: "readonly",
		reference: readonly,
		async: false,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/reduceItems/reduceItems.ts
/* @__NO_SIDE_EFFECTS__ */
function reduceItems(operation, initial) {
	return {
		kind: "transformation",
		type: "reduce_items",
		reference: reduceItems,
		async: false,
		operation,
		initial,
		"~run"(dataset) {
			dataset.value = dataset.value.reduce(this.operation, this.initial);
			return dataset;
		}
	};
}

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
		requirement,
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
function returns(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returns,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const returnsDataset = this.schema["~run"]({ value: func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returnsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function returnsAsync(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returnsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args_) => {
				const returnsDataset = await this.schema["~run"]({ value: await func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rfcEmail/rfcEmail.ts
/* @__NO_SIDE_EFFECTS__ */
function rfcEmail(message$1) {
	return {
		kind: "validation",
		type: "rfc_email",
		reference: rfcEmail,
		expects: null,
		async: false,
		requirement: RFC_EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

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
function size(requirement, message$1) {
	return {
		kind: "validation",
		type: "size",
		reference: size,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size !== this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/slug/slug.ts
/* @__NO_SIDE_EFFECTS__ */
function slug(message$1) {
	return {
		kind: "validation",
		type: "slug",
		reference: slug,
		async: false,
		expects: null,
		requirement: SLUG_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "slug", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/someItem/someItem.ts
/* @__NO_SIDE_EFFECTS__ */
function someItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "some_item",
		reference: someItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.some(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/sortItems/sortItems.ts
/* @__NO_SIDE_EFFECTS__ */
function sortItems(operation) {
	return {
		kind: "transformation",
		type: "sort_items",
		reference: sortItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.sort(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/startsWith/startsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function startsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "starts_with",
		reference: startsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.startsWith(this.requirement)) _addIssue(this, "start", dataset, config$1, { received: `"${dataset.value.slice(0, this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/stringifyJson/stringifyJson.ts
/* @__NO_SIDE_EFFECTS__ */
function stringifyJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "stringify_json",
		reference: stringifyJson,
		message: message$1,
		config: config$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				const output = JSON.stringify(dataset.value, this.config?.replacer, this.config?.space);
				if (output === void 0) {
					_addIssue(this, "JSON", dataset, config$2);
					dataset.typed = false;
				} else dataset.value = output;
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/title/title.ts
/**
* Creates a title metadata action.
*
* @param title_ The title text.
*
* @returns A title action.
*/
/* @__NO_SIDE_EFFECTS__ */
function title(title_) {
	return {
		kind: "metadata",
		type: "title",
		reference: title,
		title: title_
	};
}

//#endregion
//#region src/actions/toBigint/toBigint.ts
/* @__NO_SIDE_EFFECTS__ */
function toBigint(message$1) {
	return {
		kind: "transformation",
		type: "to_bigint",
		reference: toBigint,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = BigInt(dataset.value);
			} catch {
				_addIssue(this, "bigint", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toBoolean/toBoolean.ts
/**
* Creates a to boolean transformation action.
*
* @returns A to boolean action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toBoolean() {
	return {
		kind: "transformation",
		type: "to_boolean",
		reference: toBoolean,
		async: false,
		"~run"(dataset) {
			dataset.value = Boolean(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toCamelCase/toCamelCase.ts
/**
* Creates a to camel case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2Name`).
*
* @returns A to camel case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toCamelCase() {
	return {
		kind: "transformation",
		type: "to_camel_case",
		reference: toCamelCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", false, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toDate/toDate.ts
/* @__NO_SIDE_EFFECTS__ */
function toDate(message$1) {
	return {
		kind: "transformation",
		type: "to_date",
		reference: toDate,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = new Date(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "date", dataset, config$1, { received: "\"Invalid Date\"" });
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "date", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toKebabCase/toKebabCase.ts
/**
* Creates a to kebab case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse-url-value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2-name`).
*
* @returns A to kebab case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toKebabCase() {
	return {
		kind: "transformation",
		type: "to_kebab_case",
		reference: toKebabCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "-", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toLowerCase/toLowerCase.ts
/**
* Creates a to lower case transformation action.
*
* @returns A to lower case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toLowerCase() {
	return {
		kind: "transformation",
		type: "to_lower_case",
		reference: toLowerCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toLowerCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMaxValue/toMaxValue.ts
/**
* Creates a to max value transformation action.
*
* @param requirement The maximum value.
*
* @returns A to max value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMaxValue(requirement) {
	return {
		kind: "transformation",
		type: "to_max_value",
		reference: toMaxValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value > this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMinValue/toMinValue.ts
/**
* Creates a to min value transformation action.
*
* @param requirement The minimum value.
*
* @returns A to min value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMinValue(requirement) {
	return {
		kind: "transformation",
		type: "to_min_value",
		reference: toMinValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value < this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toNumber/toNumber.ts
/* @__NO_SIDE_EFFECTS__ */
function toNumber(message$1) {
	return {
		kind: "transformation",
		type: "to_number",
		reference: toNumber,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = Number(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "number", dataset, config$1);
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "number", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toPascalCase/toPascalCase.ts
/**
* Creates a to pascal case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `ParseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `Item2Name`).
*
* @returns A to pascal case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toPascalCase() {
	return {
		kind: "transformation",
		type: "to_pascal_case",
		reference: toPascalCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", true, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toSnakeCase/toSnakeCase.ts
/**
* Creates a to snake case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse_url_value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2_name`).
*
* @returns A to snake case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toSnakeCase() {
	return {
		kind: "transformation",
		type: "to_snake_case",
		reference: toSnakeCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "_", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toString/toString.ts
/* @__NO_SIDE_EFFECTS__ */
function dist_toString(message$1) {
	return {
		kind: "transformation",
		type: "to_string",
		reference: dist_toString,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = String(dataset.value);
			} catch {
				_addIssue(this, "string", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toUpperCase/toUpperCase.ts
/**
* Creates a to upper case transformation action.
*
* @returns A to upper case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toUpperCase() {
	return {
		kind: "transformation",
		type: "to_upper_case",
		reference: toUpperCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toUpperCase();
			return dataset;
		}
	};
}

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
		operation,
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
function transformAsync(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transformAsync,
		async: true,
		operation,
		async "~run"(dataset) {
			dataset.value = await this.operation(dataset.value);
			return dataset;
		}
	};
}

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
function trimEnd() {
	return {
		kind: "transformation",
		type: "trim_end",
		reference: trimEnd,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimEnd();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimStart/trimStart.ts
/**
* Creates a trim start transformation action.
*
* @returns A trim start action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimStart() {
	return {
		kind: "transformation",
		type: "trim_start",
		reference: trimStart,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimStart();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ulid/ulid.ts
/* @__NO_SIDE_EFFECTS__ */
function ulid(message$1) {
	return {
		kind: "validation",
		type: "ulid",
		reference: ulid,
		async: false,
		expects: null,
		requirement: ULID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ULID", dataset, config$1);
			return dataset;
		}
	};
}

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
function uuid(message$1) {
	return {
		kind: "validation",
		type: "uuid",
		reference: uuid,
		async: false,
		expects: null,
		requirement: UUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "UUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/value/value.ts
/* @__NO_SIDE_EFFECTS__ */
function value(requirement, message$1) {
	return {
		kind: "validation",
		type: "value",
		reference: value,
		async: false,
		expects: requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !/* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/values/values.ts
/* @__NO_SIDE_EFFECTS__ */
function values(requirement, message$1) {
	return {
		kind: "validation",
		type: "values",
		reference: values,
		async: false,
		expects: `${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/words/words.ts
/* @__NO_SIDE_EFFECTS__ */
function words(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "words",
		reference: words,
		async: false,
		expects: `${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count !== this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/const.ts
const ABORT_EARLY_CONFIG = { abortEarly: true };

//#endregion
//#region src/methods/assert/assert.ts
/**
* Checks if the input matches the schema. As this is an assertion function, it
* can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*/
function assert(schema, input) {
	const issues = schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
	if (issues) throw new ValiError(issues);
}

//#endregion
//#region src/methods/cache/_LruCache.ts
/**
* Efficient LRU cache using Map iteration order.
*/
var _LruCache = class {
	constructor(config$1) {
		this.refCount = 0;
		this.maxSize = config$1?.maxSize ?? 1e3;
		this.maxAge = config$1?.maxAge ?? Infinity;
		this.hasMaxAge = isFinite(this.maxAge);
	}
	/**
	* Stringifies an unknown input to a cache key component.
	*
	* @param input The unknown input.
	*
	* @returns A cache key component.
	*/
	stringify(input) {
		const type = typeof input;
		if (type === "string") return `"${input}"`;
		if (type === "number" || type === "boolean") return `${input}`;
		if (type === "bigint") return `${input}n`;
		if (type === "object" || type === "function") {
			if (input) {
				this.refIds ?? (this.refIds = /* @__PURE__ */ new WeakMap());
				let id = this.refIds.get(input);
				if (!id) {
					id = ++this.refCount;
					this.refIds.set(input, id);
				}
				return `#${id}`;
			}
			return "null";
		}
		return type;
	}
	/**
	* Creates a cache key from input and config.
	*
	* @param input The input value.
	* @param config The parse configuration.
	*
	* @returns The cache key.
	*/
	key(input, config$1 = {}) {
		return `${this.stringify(input)}|${this.stringify(config$1.lang)}|${this.stringify(config$1.message)}|${this.stringify(config$1.abortEarly)}|${this.stringify(config$1.abortPipeEarly)}`;
	}
	/**
	* Gets a value from the cache by key.
	*
	* @param key The cache key.
	*
	* @returns The cached value.
	*/
	get(key) {
		if (!this.store) return void 0;
		const entry = this.store.get(key);
		if (!entry) return void 0;
		if (this.hasMaxAge && Date.now() - entry[1] > this.maxAge) {
			this.store.delete(key);
			return;
		}
		this.store.delete(key);
		this.store.set(key, entry);
		return entry[0];
	}
	/**
	* Sets a value in the cache by key.
	*
	* @param key The cache key.
	* @param value The cached value.
	*/
	set(key, value$1) {
		this.store ?? (this.store = /* @__PURE__ */ new Map());
		this.store.delete(key);
		const timestamp = this.hasMaxAge ? Date.now() : 0;
		this.store.set(key, [value$1, timestamp]);
		if (this.store.size > this.maxSize) this.store.delete(this.store.keys().next().value);
	}
	/**
	* Clears all entries from the cache.
	*/
	clear() {
		this.store?.clear();
	}
};

//#endregion
//#region src/methods/cache/cache.ts
/* @__NO_SIDE_EFFECTS__ */
function cache(schema, config$1) {
	return _standardSchema({
		...schema,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		"~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			let outputDataset = this.cache.get(key);
			if (!outputDataset) this.cache.set(key, outputDataset = schema["~run"](dataset, runConfig));
			return /* @__PURE__ */ _cloneDataset(outputDataset);
		}
	});
}

//#endregion
//#region src/methods/cache/cacheAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function cacheAsync(schema, config$1) {
	let activeRuns;
	return _standardSchema({
		...schema,
		async: true,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		async "~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			const cached = this.cache.get(key);
			if (cached) return /* @__PURE__ */ _cloneDataset(cached);
			let promise$1 = activeRuns?.get(key);
			if (!promise$1) {
				activeRuns ?? (activeRuns = /* @__PURE__ */ new Map());
				promise$1 = Promise.resolve(schema["~run"](dataset, runConfig));
				activeRuns.set(key, promise$1);
			}
			try {
				const outputDataset = await promise$1;
				this.cache.set(key, outputDataset);
				return /* @__PURE__ */ _cloneDataset(outputDataset);
			} finally {
				activeRuns?.delete(key);
			}
		}
	});
}

//#endregion
//#region src/methods/config/config.ts
/**
* Changes the local configuration of a schema.
*
* @param schema The schema to configure.
* @param config The parse configuration.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function config(schema, config$1) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config_) {
			return schema["~run"](dataset, {
				...config_,
				...config$1
			});
		}
	});
}

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
/* @__NO_SIDE_EFFECTS__ */
function fallback(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		"~run"(dataset, config$1) {
			const outputDataset = schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/fallback/fallbackAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function fallbackAsync(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		async: true,
		async "~run"(dataset, config$1) {
			const outputDataset = await schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: await /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/flatten/flatten.ts
/* @__NO_SIDE_EFFECTS__ */
function flatten(issues) {
	const flatErrors = {};
	for (const issue of issues) if (issue.path) {
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) {
			if (!flatErrors.nested) flatErrors.nested = {};
			if (Object.prototype.hasOwnProperty.call(flatErrors.nested, dotPath)) flatErrors.nested[dotPath].push(issue.message);
			else flatErrors.nested[dotPath] = [issue.message];
		} else if (flatErrors.other) flatErrors.other.push(issue.message);
		else flatErrors.other = [issue.message];
	} else if (flatErrors.root) flatErrors.root.push(issue.message);
	else flatErrors.root = [issue.message];
	return flatErrors;
}

//#endregion
//#region src/methods/forward/forward.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forward(action, path) {
	return {
		...action,
		"~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/forward/forwardAsync.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forwardAsync(action, path) {
	return {
		...action,
		async: true,
		async "~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = await action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

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
function getDefaults(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getDefaults(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getDefaults);
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDefaults/getDefaultsAsync.ts
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
async function getDefaultsAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getDefaultsAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getDefaultsAsync));
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDescription/getDescription.ts
/**
* Returns the description of the schema.
*
* If multiple descriptions are defined, the last one of the highest level is
* returned. If no description is defined, `undefined` is returned.
*
* @param schema The schema to get the description from.
*
* @returns The description, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getDescription(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "description");
}

//#endregion
//#region src/methods/getExamples/getExamples.ts
/**
* Returns the examples of a schema.
*
* If multiple examples are defined, it concatenates them using depth-first
* search. If no examples are defined, an empty array is returned.
*
* @param schema The schema to get the examples from.
*
* @returns The examples, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getExamples(schema) {
	const examples$1 = [];
	function depthFirstCollect(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstCollect(item);
			else if (item.kind === "metadata" && item.type === "examples") for (const example of item.examples) examples$1.push(example);
		}
	}
	depthFirstCollect(schema);
	return examples$1;
}

//#endregion
//#region src/methods/getFallbacks/getFallbacks.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallbacks(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getFallbacks(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getFallbacks);
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getFallbacks/getFallbacksAsync.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getFallbacksAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getFallbacksAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getFallbacksAsync));
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getMetadata/getMetadata.ts
/**
* Returns the metadata of a schema.
*
* If multiple metadata are defined, it shallowly merges them using depth-first
* search. If no metadata is defined, an empty object is returned.
*
* @param schema Schema to get the metadata from.
*
* @returns The metadata, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getMetadata(schema) {
	const result = {};
	function depthFirstMerge(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstMerge(item);
			else if (item.kind === "metadata" && item.type === "metadata") Object.assign(result, item.metadata);
		}
	}
	depthFirstMerge(schema);
	return result;
}

//#endregion
//#region src/methods/getTitle/getTitle.ts
/**
* Returns the title of the schema.
*
* If multiple titles are defined, the last one of the highest level is
* returned. If no title is defined, `undefined` is returned.
*
* @param schema The schema to get the title from.
*
* @returns The title, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getTitle(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "title");
}

//#endregion
//#region src/methods/is/is.ts
/**
* Checks if the input matches the schema. By using a type predicate, this
* function can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*
* @returns Whether the input matches the schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function is(schema, input) {
	return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}

//#endregion
//#region src/schemas/any/any.ts
/**
* Creates an any schema.
*
* Hint: This schema function exists only for completeness and is not
* recommended in practice. Instead, `unknown` should be used to accept
* unknown data.
*
* @returns An any schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function any() {
	return _standardSchema({
		kind: "schema",
		type: "any",
		reference: any,
		expects: "any",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

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
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
function arrayAsync(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: arrayAsync,
		expects: "Array",
		async: true,
		item,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(input.map((value$1) => this.item["~run"]({ value: value$1 }, config$1)));
				for (let key = 0; key < itemDatasets.length; key++) {
					const itemDataset = itemDatasets[key];
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: input[key]
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
//#region src/schemas/bigint/bigint.ts
/* @__NO_SIDE_EFFECTS__ */
function bigint(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "bigint",
		reference: bigint,
		expects: "bigint",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "bigint") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/blob/blob.ts
/* @__NO_SIDE_EFFECTS__ */
function blob(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "blob",
		reference: blob,
		expects: "Blob",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Blob) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

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
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/custom.ts
/* @__NO_SIDE_EFFECTS__ */
function custom(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: custom,
		expects: "unknown",
		async: false,
		check: check$1,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/customAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function customAsync(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: customAsync,
		expects: "unknown",
		async: true,
		check: check$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (await this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/date/date.ts
/* @__NO_SIDE_EFFECTS__ */
function date(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "date",
		reference: date,
		expects: "Date",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Date) if (!isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1, { received: "\"Invalid Date\"" });
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/enum/enum.ts
/* @__NO_SIDE_EFFECTS__ */
function enum_(enum__, message$1) {
	const options = [];
	for (const key in enum__) if (`${+key}` !== key || typeof enum__[key] !== "string" || !Object.is(enum__[enum__[key]], +key)) options.push(enum__[key]);
	return _standardSchema({
		kind: "schema",
		type: "enum",
		reference: enum_,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		enum: enum__,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptionalAsync,
		expects: wrapped.expects,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/file/file.ts
/* @__NO_SIDE_EFFECTS__ */
function file(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "file",
		reference: file,
		expects: "File",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof File) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/function/function.ts
/* @__NO_SIDE_EFFECTS__ */
function function_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "function",
		reference: function_,
		expects: "Function",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "function") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/instance/instance.ts
/* @__NO_SIDE_EFFECTS__ */
function instance(class_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "instance",
		reference: instance,
		expects: class_.name,
		async: false,
		class: class_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof this.class) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/utils/_merge/_merge.ts
/**
* Merges two values into one single output.
*
* @param value1 First value.
* @param value2 Second value.
*
* @returns The merge dataset.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _merge(value1, value2) {
	if (typeof value1 === typeof value2) {
		if (/* @__PURE__ */ _isSameValueZero(value1, value2) || value1 instanceof Date && value2 instanceof Date && /* @__PURE__ */ _isSameValueZero(+value1, +value2)) return { value: value1 };
		if (value1 && value2 && value1.constructor === Object && value2.constructor === Object) {
			const nextValue = {
				...value1,
				...value2
			};
			for (const key in value2) if (Object.prototype.hasOwnProperty.call(value1, key) && Object.prototype.hasOwnProperty.call(value2, key)) {
				const dataset = /* @__PURE__ */ _merge(value1[key], value2[key]);
				if (dataset.issue) return dataset;
				nextValue[key] = dataset.value;
			}
			return { value: nextValue };
		}
		if (Array.isArray(value1) && Array.isArray(value2)) {
			if (value1.length === value2.length) {
				const nextValue = [...value1];
				for (let index = 0; index < value1.length; index++) {
					const dataset = /* @__PURE__ */ _merge(value1[index], value2[index]);
					if (dataset.issue) return dataset;
					nextValue[index] = dataset.value;
				}
				return { value: nextValue };
			}
		}
	}
	return { issue: true };
}

//#endregion
//#region src/schemas/intersect/intersect.ts
/* @__NO_SIDE_EFFECTS__ */
function intersect(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersect,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				for (const schema of this.options) {
					const optionDataset = schema["~run"]({ value: input }, config$1);
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/intersectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function intersectAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersectAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				const optionDatasets = await Promise.all(this.options.map((schema) => schema["~run"]({ value: input }, config$1)));
				for (const optionDataset of optionDatasets) {
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazy.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazy(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazy,
		expects: "unknown",
		async: false,
		getter,
		"~run"(dataset, config$1) {
			return this.getter(dataset.value)["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazyAsync.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazyAsync(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazyAsync,
		expects: "unknown",
		async: true,
		getter,
		async "~run"(dataset, config$1) {
			return (await this.getter(dataset.value))["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/literal/literal.ts
/* @__NO_SIDE_EFFECTS__ */
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

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
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
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
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/map.ts
/* @__NO_SIDE_EFFECTS__ */
function map(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: map,
		expects: "Map",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				for (const [inputKey, inputValue] of input) {
					const keyDataset = this.key["~run"]({ value: inputKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/mapAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function mapAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: mapAsync,
		expects: "Map",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				const datasets = await Promise.all([...input].map(([inputKey, inputValue]) => Promise.all([
					inputKey,
					inputValue,
					this.key["~run"]({ value: inputKey }, config$1),
					this.value["~run"]({ value: inputValue }, config$1)
				])));
				for (const [inputKey, inputValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nan/nan.ts
/* @__NO_SIDE_EFFECTS__ */
function nan(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "nan",
		reference: nan,
		expects: "NaN",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (Number.isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/never/never.ts
/* @__NO_SIDE_EFFECTS__ */
function never(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "never",
		reference: never,
		expects: "never",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			_addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullable(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullable,
		expects: "!null",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullableAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullableAsync,
		expects: "!null",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullish(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullish,
		expects: "(!null & !undefined)",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullishAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullishAsync,
		expects: "(!null & !undefined)",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptional(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptional,
		expects: "!undefined",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptionalAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptionalAsync,
		expects: "!undefined",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/null/null.ts
/* @__NO_SIDE_EFFECTS__ */
function null_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "null",
		reference: null_,
		expects: "null",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === null) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullableAsync,
		expects: `(${wrapped.expects} | null)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

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
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
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
function nullishAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullishAsync,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
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
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/object.ts
/* @__NO_SIDE_EFFECTS__ */
function object(entries$1, message$1) {
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
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
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
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
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
function objectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: objectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRest(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRest,
		expects: "Object",
		async: false,
		entries: entries$1,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
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
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) {
						const valueDataset = this.rest["~run"]({ value: input[key] }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: input[key]
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
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
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRestAsync(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRestAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				})), Promise.all(Object.entries(input).filter(([key]) => /* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)).map(async ([key, value$1]) => [
					key,
					value$1,
					await this.rest["~run"]({ value: value$1 }, config$1)
				]))]);
				for (const [key, value$1, valueSchema, valueDataset] of normalDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, valueDataset] of restDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

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
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
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
function optionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optionalAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
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
//#region src/schemas/picklist/picklist.ts
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/promise/promise.ts
/* @__NO_SIDE_EFFECTS__ */
function promise(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "promise",
		reference: promise,
		expects: "Promise",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Promise) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/record.ts
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/recordAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function recordAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: recordAsync,
		expects: "Object",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const datasets = await Promise.all(Object.entries(input).filter(([key$1]) => /* @__PURE__ */ _isValidObjectKey(input, key$1)).map(([entryKey, entryValue]) => Promise.all([
					entryKey,
					entryValue,
					this.key["~run"]({ value: entryKey }, config$1),
					this.value["~run"]({ value: entryValue }, config$1)
				])));
				for (const [entryKey, entryValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/set.ts
/* @__NO_SIDE_EFFECTS__ */
function set(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: set,
		expects: "Set",
		async: false,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				for (const inputValue of input) {
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/setAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function setAsync(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: setAsync,
		expects: "Set",
		async: true,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				const valueDatasets = await Promise.all([...input].map(async (inputValue) => [inputValue, await this.value["~run"]({ value: inputValue }, config$1)]));
				for (const [inputValue, valueDataset] of valueDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObject.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
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
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
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
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

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
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/symbol/symbol.ts
/* @__NO_SIDE_EFFECTS__ */
function symbol(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "symbol",
		reference: symbol,
		expects: "symbol",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "symbol") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tuple.ts
/* @__NO_SIDE_EFFECTS__ */
function tuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
//#region src/schemas/tuple/tupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
//#region src/schemas/tupleWithRest/tupleWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRest(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRest,
		expects: "Array",
		async: false,
		items,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.rest["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
//#region src/schemas/tupleWithRest/tupleWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRestAsync(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRestAsync,
		expects: "Array",
		async: true,
		items,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				})), Promise.all(input.slice(this.items.length).map(async (value$1, key) => {
					return [
						key + this.items.length,
						value$1,
						await this.rest["~run"]({ value: value$1 }, config$1)
					];
				}))]);
				for (const [key, value$1, itemDataset] of normalDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, itemDataset] of restDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
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
//#region src/schemas/undefined/undefined.ts
/* @__NO_SIDE_EFFECTS__ */
function undefined_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "undefined",
		reference: undefined_,
		expects: "undefined",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedable.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedable,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
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
//#region src/schemas/undefinedable/undefinedableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedableAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
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
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}

//#endregion
//#region src/schemas/union/union.ts
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/union/unionAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function unionAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: unionAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = await schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

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
function variant(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variant,
		expects: "Object",
		async: false,
		key,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variantAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function variantAsync(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variantAsync,
		expects: "Object",
		async: true,
		key,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = async (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") await parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? (await discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG)).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = await schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				await parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/void/void.ts
/* @__NO_SIDE_EFFECTS__ */
function void_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "void",
		reference: void_,
		expects: "void",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/keyof/keyof.ts
/* @__NO_SIDE_EFFECTS__ */
function keyof(schema, message$1) {
	return /* @__PURE__ */ picklist(Object.keys(schema.entries), message$1);
}

//#endregion
//#region src/methods/message/message.ts
/**
* Changes the local message configuration of a schema.
*
* @param schema The schema to configure.
* @param message_ The error message.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function message(schema, message_) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config$1) {
			return schema["~run"](dataset, {
				...config$1,
				message: message_
			});
		}
	});
}

//#endregion
//#region src/methods/omit/omit.ts
/**
* Creates a modified copy of an object schema that does not contain the
* selected entries.
*
* @param schema The schema to omit from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function omit(schema, keys) {
	const entries$1 = { ...schema.entries };
	for (const key of keys) delete entries$1[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

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
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
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
async function parseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parser/parser.ts
/* @__NO_SIDE_EFFECTS__ */
function parser(schema, config$1) {
	const func = (input) => parse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/parser/parserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function parserAsync(schema, config$1) {
	const func = (input) => parseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/partial/partial.ts
/* @__NO_SIDE_EFFECTS__ */
function partial(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optional(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/partial/partialAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialAsync(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optionalAsync(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pick/pick.ts
/**
* Creates a modified copy of an object schema that contains only the selected
* entries.
*
* @param schema The schema to pick from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function pick(schema, keys) {
	const entries$1 = {};
	for (const key of keys) entries$1[key] = schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

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
function pipeAsync(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		async: true,
		async "~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = await item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/required/required.ts
/* @__NO_SIDE_EFFECTS__ */
function required(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptional(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/required/requiredAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function requiredAsync(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptionalAsync(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

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
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
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
/* @__NO_SIDE_EFFECTS__ */
async function safeParseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParser/safeParser.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParser(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/safeParser/safeParserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParserAsync(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/summarize/summarize.ts
/**
* Summarize the error messages of issues in a pretty-printable multi-line string.
*
* @param issues The list of issues.
*
* @returns A summary of the issues.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function summarize(issues) {
	let summary = "";
	for (const issue of issues) {
		if (summary) summary += "\n";
		summary += `× ${issue.message}`;
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) summary += `\n  → at ${dotPath}`;
	}
	return summary;
}

//#endregion
//#region src/methods/unwrap/unwrap.ts
/**
* Unwraps the wrapped schema.
*
* @param schema The schema to be unwrapped.
*
* @returns The unwrapped schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unwrap(schema) {
	return schema.wrapped;
}

//#endregion

;// CONCATENATED MODULE: ./src/cloud/http/decode.ts
/** From JSON of unknown shape to typed values: parsed, never cast, with the path of the first thing that is wrong. */


/** One fault is enough: an issue for each element of a long list costs gigabytes. */
const FIRST_FAULT = { abortEarly: true, abortPipeEarly: true };
/**
 * An answer in the shape that `schema` asks for.
 * @throws CloudError `malformed`, naming path and finding: `k6-run.run_status: expected …, got "done"`
 */
function decode(schema, answer) {
    const parsed = safeParse(schema, answer.json, FIRST_FAULT);
    if (parsed.success)
        return parsed.output;
    const issue = parsed.issues[0];
    const path = getDotPath(issue) ?? 'the answer';
    throw new CloudError('malformed', {
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
    throw new CloudError('malformed', { request, response: `the answer is about run ${run.id}, not about run ${runId}` });
}
/** A whole number, also as plain digits in a string: statuses arrive both ways. `-0` and `00` are not 0. */
const wholeNumber = pipe(union([number(), pipe(string(), regex(/^(?:0|-?[1-9]\d{0,15})$/u), transform(Number))]), safeInteger(), check((value) => !Object.is(value, -0)));
/** An id, 1 to 2^53-1, as decimal digits. */
const id = pipe(wholeNumber, minValue(1), transform(String));
/** A number, also as a decimal in a string. */
const decode_decimal = pipe(union([number(), pipe(string(), regex(/^-?\d+(?:\.\d+)?$/u), transform(Number))]), finite());
/** A field nobody decides by: `undefined` where it is absent, null, or of an odd type. */
function optionalField(schema) {
    return fallback(optional(schema), undefined);
}
/**
 * An instant as epoch ms. ISO 8601 with or without zone (none means UTC; the documents show both) and with 0 to 6
 * digits of fraction.
 */
const instant = pipe(string(), regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/u), transform((text) => Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/u.test(text) ? text : `${text}Z`)), number());
/** Enough for any explanation, and for an address. */
const MAX_TEXT_LENGTH = 2000;
/** Enough for any name. */
const MAX_NAME_LENGTH = 300;
/** Text that says something, cut. */
const nonEmptyText = textOf(MAX_TEXT_LENGTH);
/** A name or a status word, cut. */
const nameText = textOf(MAX_NAME_LENGTH);
function textOf(most) {
    // Cut twice: a text of megabytes is not searched for blanks, and no blank is left at the end.
    const cut = (text) => text.slice(0, most).replace(/[\ud800-\udbff]$/u, '');
    return pipe(string(), transform(cut), trim(), nonEmpty(), transform(cut));
}
/** An https address, in normal form. */
const httpsUrl = pipe(string(), maxLength(MAX_TEXT_LENGTH), url(), transform((text) => new URL(text)), check((url) => url.protocol === 'https:' && url.username === '' && url.password === ''), transform((url) => url.href));
/** No test lasts a year; a longer duration is nonsense, and would break what is reckoned with it. */
const LONGEST_DURATION_MS = 366 * 24 * 3_600_000;
/** A duration that the API counts in seconds, as ms. */
const secondsAsMs = pipe(decode_decimal, minValue(0), transform((value) => value * 1000), finite(), maxValue(LONGEST_DURATION_MS));
/** A list, of which at most so many entries are read. */
function firstItems(schema, most) {
    return pipe(firstOf(most), array(schema));
}
/**
 * A list of which the entries that are unlike the schema are left out, instead of making the whole unreadable; at most
 * so many are read.
 */
function validItems(schema, most) {
    return pipe(firstOf(most), transform((entries) => entries.flatMap((entry) => {
        const { success, output } = safeParse(schema, entry, FIRST_FAULT);
        return success ? [output] : [];
    })));
}
/** Cut before anything reads the entries: a million of them would block the process. */
function firstOf(most) {
    return pipe(custom((value) => Array.isArray(value)), transform((entries) => entries.slice(0, most)));
}

;// CONCATENATED MODULE: ./src/cloud/metrics/schemas.ts
/** The answers of the metric sources as schemas. What is odd in them is left out, and never read as 0. */


/** Thresholds or checks of a run. */
const MAX_CRITERIA = 500;
/** Points of a series, the oldest first. */
const schemas_MAX_POINTS = 1000;
/** Series of one response: one for each run, endpoint or group. */
const MAX_SERIES = 500;
/** Series of one response about endpoints: up to eleven runs, each with a few hundred endpoints. */
const MAX_ENDPOINT_SERIES = 3000;
/** A number that is there and finite, or nothing. */
const schemas_number = optionalField(decode_decimal);
const count = optionalField(pipe(decode_decimal, minValue(0)));
const Values = firstItems(pipe(firstItems(schemas_number, 2), transform(([at, value]) => ({ at, value }))), schemas_MAX_POINTS);
/** v5 `query_aggregate_k6` and `query_range_k6`: `values` holds pairs of unix seconds and a number or digits. */
const QueryAnswer = object({
    data: object({
        result: firstItems(object({
            metric: optionalField(object({ test_run_id: optionalField(id) })),
            values: Values,
        }), MAX_SERIES),
    }),
});
const flag = pipe(union([dist_boolean(), picklist(['true', 'false'])]), transform(String));
/** v5 `query_aggregate_k6` by `name` and `method`; a series without a name is of no endpoint. */
const EndpointsAnswer = object({
    data: object({
        result: validItems(object({
            metric: object({
                name: nameText,
                method: optionalField(nameText),
                test_run_id: optionalField(id),
                expected_response: optionalField(flag),
            }),
            values: Values,
        }), MAX_ENDPOINT_SERIES),
    }),
});
const Http = object({
    requests_count: count,
    failures_count: count,
    rps_mean: count,
    duration: optionalField(object({ p95: count, p99: count, mean: count, max: count })),
});
const Trend = optionalField(object({ p95: count, p99: count }));
const Grpc = object({ requests_count: count, duration: Trend });
const WebSocket = object({
    sessions: count,
    msgs_sent: count,
    msgs_received: count,
    connecting: Trend,
    session_duration: Trend,
});
const Browser = object({
    web_vital_cls_p75: count,
    web_vital_fcp_p75: count,
    web_vital_inp_p75: count,
    web_vital_lcp_p75: count,
    web_vital_ttfb_p75: count,
    http_failure_count: count,
    http_request_count: count,
});
const Checks = object({ hits_total: count, hits_successes: count });
/** v5 `result_summary` */
const SummaryAnswer = object({
    metrics_summary: object({
        http_metric_summary: optionalField(Http),
        checks_metric_summary: optionalField(Checks),
        grpc_metric_summary: optionalField(Grpc),
        ws_metric_summary: optionalField(WebSocket),
        browser_metric_summary: optionalField(Browser),
    }),
});
const anyId = optionalField(union([id, nameText]));
const threshold = {
    name: optionalField(nameText),
    stat: optionalField(nameText),
    value: schemas_number,
    calculated_value: schemas_number,
    tainted: dist_boolean(),
    calc_state: optionalField(object({ tainted_value: schemas_number })),
};
/** One entry of a list of thresholds; only whether it failed must be there and sound. */
const ThresholdEntry = object(threshold);
/**
 * The sound entries of a list. A list of which no entry is sound is a fault: read as an empty one, it would show that
 * the test has no thresholds.
 */
function someValid(schema) {
    return pipe(firstItems(unknown(), MAX_CRITERIA), transform((entries) => ({ some: entries.length > 0, valid: parse(validItems(schema, MAX_CRITERIA), entries) })), check(({ some, valid }) => !some || valid.length > 0, 'no entry could be read'), transform(({ valid }) => valid));
}
/** The metric of a threshold; `contains` is `time`, `percent`, `bytes` or `default`. */
const Metric = object({ id: anyId, name: optionalField(nameText), contains: optionalField(nameText) });
/** v2 `thresholds` with the metrics they are about */
const ThresholdsV2 = object({
    'k6-metrics': optionalField(validItems(Metric, MAX_CRITERIA)),
    'k6-thresholds': someValid(object({ ...threshold, metric_id: anyId })),
});
/** v4 `thresholds`, without limit and metric */
const ThresholdsV4 = object({ value: someValid(ThresholdEntry) });
/** v4 `checks` */
const ChecksV4 = object({
    value: validItems(object({
        name: nameText,
        metric_summary: optionalField(object({ success_count: count, fail_count: count })),
    }), MAX_CRITERIA),
});
/** v3 `checks` */
const ChecksV3 = object({
    'k6-checks': validItems(object({ name: nameText, success_count: count, total_count: count }), MAX_CRITERIA),
});

;// CONCATENATED MODULE: ./src/cloud/metrics/threshold.ts
/** A condition as scripts write it, with or without its metric in front: `http_req_duration: p(95)<400`. */
const CONDITION = /^(?:(?<metric>[\w.]+(?:\{[^}]*\})?)\s*:\s*)?(?<stat>[a-z]+(?:\([\d.]+\))?)\s*(?<operator>[<>]=?|={2,3}|!=)\s*(?<limit>-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)$/u;
/** The name is the whole condition, or a generic `threshold_1`: then the other fields show what was compared. */
function translateThreshold(metric, entry) {
    const { name = '', stat, value: stated, calculated_value: atEnd, calc_state: state, tainted: failed } = entry;
    const written = CONDITION.exec(name)?.groups;
    const limit = stated ?? (written?.['limit'] === undefined ? undefined : threshold_finite(Number(written['limit'])));
    const failing = failed ? (state?.tainted_value ?? atEnd) : undefined;
    const operator = written?.['operator'] ?? operatorFrom(limit, failing, failed ? undefined : atEnd);
    const condition = { stat: stat ?? written?.['stat'], operator, limit };
    const failedBefore = failing !== undefined && (atEnd === undefined || isMet(condition, atEnd));
    return {
        metric: metric?.name ?? written?.['metric'],
        stat: condition.stat,
        condition: written === undefined ? inWords(condition, name) : spelled(written),
        limit,
        value: failedBefore ? failing : atEnd,
        valueAtEnd: failedBefore ? atEnd : undefined,
        unit: threshold_unitOf(metric, condition.stat),
        failed,
    };
}
/**
 * The operator of a generic name: a value past the limit fails an upper limit and meets a lower one. Whether the limit
 * itself is allowed is not known.
 */
function operatorFrom(limit, failing, met) {
    const value = failing ?? met;
    if (limit === undefined || value === undefined || value === limit)
        return undefined;
    return value > limit === (failing !== undefined) ? '<' : '>';
}
const OPERATORS = new Map([
    ['<', (value, limit) => value < limit],
    ['<=', (value, limit) => value <= limit],
    ['>', (value, limit) => value > limit],
    ['>=', (value, limit) => value >= limit],
    ['==', (value, limit) => value === limit],
    ['===', (value, limit) => value === limit],
    ['!=', (value, limit) => value !== limit],
]);
function isMet({ operator, limit }, value) {
    return limit !== undefined && OPERATORS.get(operator)?.(value, limit) === true;
}
function spelled({ stat = '', operator = '', limit = '' }) {
    return `${stat}${operator}${limit}`;
}
function inWords({ stat, operator, limit }, name) {
    if (limit === undefined)
        return stat ?? name;
    if (stat === undefined)
        return `limit ${limit}`;
    return operator === undefined ? `${stat}, limit ${limit}` : `${stat}${operator}${limit}`;
}
/** Statistics that count or divide are not in the unit of their metric. */
const UNITLESS = new Set(['count', 'rate', 'value']);
function threshold_unitOf(metric, stat) {
    if (metric?.contains === 'percent' && stat === 'rate')
        return 'share';
    return metric?.contains === 'time' && !UNITLESS.has(stat) ? 'ms' : undefined;
}
function threshold_finite(value) {
    return Number.isFinite(value) ? value : undefined;
}

;// CONCATENATED MODULE: ./src/cloud/metrics/threshold-lists.ts





/** For how long one source is asked again when the list decides. */
const BUDGET_MS = 30_000;
/** For reports, within the time they have; `undefined` if neither source answers. */
async function thresholdsOf(ask, runId, asking) {
    const quiet = { ...asking, onFailure: () => undefined };
    const older = await ask(v2Path(runId), ThresholdsV2, quiet);
    if (older !== undefined)
        return fromV2(older);
    const newer = await ask(v4Path(runId), ThresholdsV4, asking);
    return newer === undefined ? undefined : fromV4(newer);
}
/** For `require-thresholds`, which the list decides: each source is asked until it answers or refuses for good. */
async function readThresholds(ports, runId, signal) {
    const { http, outageMs } = ports;
    const options = { ...ports, budgetMs: Math.min(outageMs, BUDGET_MS) };
    const read = (path, schema) => retryUntil(options, signal, async () => decode(schema, await http.send({ method: 'GET', path }, signal)));
    const sources = [
        async () => fromV2(await read(v2Path(runId), ThresholdsV2)),
        async () => fromV4(await read(v4Path(runId), ThresholdsV4)),
    ];
    for (const source of sources) {
        try {
            return await source();
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof CloudError))
                throw error;
        }
    }
    return undefined;
}
/** v2 names metric and limit. */
function v2Path(runId) {
    return `/loadtests/v2/thresholds?test_run_id=${runId}`;
}
function v4Path(runId) {
    return `/loadtests/v4/test_runs(${runId})/thresholds?$select=id,name,stat,tainted,calculated_value`;
}
function fromV2(list) {
    const metrics = new Map((list['k6-metrics'] ?? []).map((metric) => [metric.id, metric]));
    return list['k6-thresholds'].map((entry) => translateThreshold(entry.metric_id === undefined ? undefined : metrics.get(entry.metric_id), entry));
}
function fromV4(list) {
    return list.value.map((entry) => translateThreshold(undefined, entry));
}

;// CONCATENATED MODULE: ./src/cloud/http/best-effort.ts





const MAX_TRIES = 3;
const ONE_TRY_MS = 10_000;
/** A longer wish of the service is not granted: the caller's bound is near. */
const best_effort_MAX_BACKOFF_MS = 5000;
/** An asker over the given connection. */
function bestEffortGet({ http, clock, random, headers }) {
    const tryOnce = async (path, signal, isPage) => {
        const request = `GET ${path.replace(/\?.*$/u, '')}`;
        const late = () => new CloudError('late', { request, response: `no complete response within ${ONE_TRY_MS / 1000} s` });
        const asked = {
            method: 'GET',
            path,
            bestEffort: true,
            ...(headers === undefined ? {} : { headers }),
            ...(isPage ? { maxBytes: LIST_PAGE_BYTES } : {}),
        };
        return withDeadline(clock, { limitMs: ONE_TRY_MS, signal }, late, (within) => http.send(asked, within));
    };
    const bounds = { clock, random, budgetMs: Infinity, maxBackoffMs: best_effort_MAX_BACKOFF_MS, maxTries: MAX_TRIES, fewTries: 1 };
    return async (path, schema, { signal, onFailure, smallerPage }) => {
        let page = path;
        try {
            return await retryUntil(bounds, signal, async () => {
                try {
                    return decode(schema, await tryOnce(page, signal, smallerPage !== undefined));
                }
                catch (error) {
                    if (!(error instanceof CloudError) || error.code !== 'too-large')
                        throw error;
                    if (smallerPage === undefined || page === smallerPage)
                        throw error;
                    page = smallerPage;
                    return decode(schema, await tryOnce(page, signal, true));
                }
            });
        }
        catch (error) {
            onFailure(firstSentence(clock_toError(error).message));
            return undefined;
        }
    };
}
/** What is advised for a request that matters does not hold for decoration. */
function firstSentence(text) {
    return text.replace(/\.\s[\s\S]*$/u, '.');
}

;// CONCATENATED MODULE: ./src/cloud/metrics/across-runs.ts



/** The characters that a query is made of; a single quote would end it. */
const SAFE = /^[\w.(){}=~!"<>|, /:*+-]*$/u;
/** The question over the given connection; v5 answers to the tokens of both APIs. */
function acrossRuns(ports) {
    const ask = bestEffortGet(ports);
    return {
        across: async (testId, runIds, { number, of }, asking) => {
            const [usual, method] = NUMBERS[number].query;
            const metric = `${of?.metric ?? usual}${selectorOf(of?.tags ?? [])}`;
            const found = await valuesByRun(ask, { testId, runIds, metric, method }, asking);
            // What a metric of the script counts may be below zero.
            if (of?.metric !== undefined)
                return found;
            return new Map([...found].filter(([, value]) => possibleValue(number, value) !== undefined));
        },
    };
}
/** The value of each run that has one. */
async function valuesByRun(ask, { testId, runIds, metric, method }, asking) {
    const found = new Map();
    if (runIds.length === 0 || !SAFE.test(metric) || !SAFE.test(method))
        return found;
    const call = `query='${across_runs_grouped(method)}',metric='${metric}',test_run_ids=[${runIds.join(',')}]`;
    const path = `/cloud/v5/load_tests/${testId}/query_aggregate_k6(${call})`;
    for (const { metric: labels, values } of (await ask(path, QueryAnswer, asking))?.data.result ?? []) {
        const [value, runId] = [values.at(-1)?.value, labels?.test_run_id];
        if (value !== undefined && runId !== undefined && runIds.includes(runId))
            found.set(runId, value);
    }
    return found;
}
/** `{name="checkout",status="200"}` */
function selectorOf(tags) {
    return tags.length === 0 ? '' : `{${tags.map(([name, value]) => `${name}="${value}"`).join(',')}}`;
}
/** One line for each run. */
function across_runs_grouped(method) {
    return method.includes(' by (') ? method : `${method} by (test_run_id)`;
}

;// CONCATENATED MODULE: ./src/cloud/metrics/checks.ts

/** v4 has them with their groups; v3 is asked where it is gone. The same name in several places is one check. */
async function checksOf(ask, runId, asking) {
    const quiet = { ...asking, onFailure: () => undefined };
    const newer = await ask(`/loadtests/v4/test_runs(${runId})/checks?$select=name,metric_summary`, ChecksV4, quiet);
    if (newer !== undefined) {
        return byName(newer.value.map(({ name, metric_summary: sums }) => [name, sums?.success_count, sums?.fail_count]));
    }
    const older = await ask(`/loadtests/v3/checks?test_run_id=${runId}`, ChecksV3, asking);
    if (older === undefined)
        return undefined;
    return byName(older['k6-checks'].map(({ name, success_count: passes, total_count: all }) => {
        const fails = passes === undefined || all === undefined ? undefined : all - passes;
        return [name, passes, fails];
    }));
}
/** A check whose counts are unknown is left out: 0 of 0 would read as if it had never run. */
function byName(all) {
    const sums = new Map();
    for (const [name, passes, fails] of all) {
        if (passes === undefined || fails === undefined || fails < 0)
            continue;
        const before = sums.get(name);
        sums.set(name, { name, passes: passes + (before?.passes ?? 0), fails: fails + (before?.fails ?? 0) });
    }
    // A sum past all numbers is unknown.
    return [...sums.values()].filter(({ passes, fails }) => Number.isFinite(passes + fails));
}

;// CONCATENATED MODULE: ./src/cloud/metrics/protocols.ts



/** Where the one-call summary has each number. */
const IN_SUMMARY = {
    grpcP95Ms: ({ grpc_metric_summary: grpc }) => grpc?.duration?.p95,
    grpcP99Ms: ({ grpc_metric_summary: grpc }) => grpc?.duration?.p99,
    grpcRequests: ({ grpc_metric_summary: grpc }) => grpc?.requests_count,
    wsSessionP95Ms: ({ ws_metric_summary: ws }) => ws?.session_duration?.p95,
    wsConnectingP95Ms: ({ ws_metric_summary: ws }) => ws?.connecting?.p95,
    wsSessions: ({ ws_metric_summary: ws }) => ws?.sessions,
    wsMessagesSent: ({ ws_metric_summary: ws }) => ws?.msgs_sent,
    wsMessagesReceived: ({ ws_metric_summary: ws }) => ws?.msgs_received,
    lcpP75Ms: ({ browser_metric_summary: browser }) => browser?.web_vital_lcp_p75,
    inpP75Ms: ({ browser_metric_summary: browser }) => browser?.web_vital_inp_p75,
    clsP75: ({ browser_metric_summary: browser }) => browser?.web_vital_cls_p75,
    fcpP75Ms: ({ browser_metric_summary: browser }) => browser?.web_vital_fcp_p75,
    ttfbP75Ms: ({ browser_metric_summary: browser }) => browser?.web_vital_ttfb_p75,
    browserErrorRate: ({ browser_metric_summary: browser }) => {
        const { http_failure_count: failed, http_request_count: all } = browser ?? {};
        return failed === undefined || all === undefined || all === 0 || failed > all ? undefined : failed / all;
    },
};
/** The numbers that the summary of a run has. A protocol in which nothing was sent is one that the test does not speak. */
function protocolsIn(summary) {
    if (summary === undefined)
        return {};
    const { grpc_metric_summary: grpc, ws_metric_summary: ws } = summary;
    const spoken = {
        ...summary,
        grpc_metric_summary: grpc?.requests_count === 0 ? undefined : grpc,
        ws_metric_summary: ws?.sessions === 0 ? undefined : ws,
    };
    const known = PROTOCOL_NAMES.map((name) => [name, IN_SUMMARY[name](spoken)]);
    return Object.fromEntries(known.filter(([, value]) => value !== undefined));
}
/** The question over the given connection. */
function protocolsSource(ports) {
    const ask = bestEffortGet(ports);
    return {
        protocols: async (testId, runIds, names, asking) => {
            const found = names.map(async (name) => {
                const [metric, method] = PROTOCOLS[name].query;
                const values = await valuesByRun(ask, { testId, runIds, metric, method }, asking);
                return [name, [...values.values()]];
            });
            return new Map(await Promise.all(found));
        },
    };
}

;// CONCATENATED MODULE: ./src/cloud/metrics/numbers.ts









/** The shared source; v5, v4 and the older checks and thresholds answer to the tokens of both APIs. */
function metricsSource(ports) {
    const ask = bestEffortGet(ports);
    return {
        metrics: async (run, asking, parts = 'all') => {
            const reading = parts === 'all' ? seriesOf(ask, run, asking) : undefined;
            const [{ numbers, protocols }, thresholds, checks, series] = await Promise.all([
                numbersOf(ask, run.id, asking, { parts, peakVus: reading?.then(peakOf) }),
                thresholdsOf(ask, run.id, asking),
                checksOf(ask, run.id, asking),
                reading ?? NO_METRICS.series,
            ]);
            return { numbers, protocols, thresholds, checks, series };
        },
        numbers: async (runId, asking) => (await numbersOf(ask, runId, asking)).numbers,
        latencies: (testId, runIds, asking) => latenciesOf(ports, testId, runIds, asking),
    };
}
/** Where the one-call summary has each number; `absent`: it never has it. */
const numbers_IN_SUMMARY = {
    p95Ms: ({ http_metric_summary: http }) => http?.duration?.p95,
    p99Ms: ({ http_metric_summary: http }) => http?.duration?.p99,
    avgMs: ({ http_metric_summary: http }) => http?.duration?.mean,
    maxMs: ({ http_metric_summary: http }) => http?.duration?.max,
    rps: ({ http_metric_summary: http }) => http?.rps_mean,
    errorRate: ({ http_metric_summary: http }) => share(http?.failures_count, http?.requests_count),
    checksRate: ({ checks_metric_summary: checks }) => share(checks?.hits_successes, checks?.hits_total),
    requests: ({ http_metric_summary: http }) => http?.requests_count,
    peakVus: 'absent',
    iterations: 'absent',
};
/** The highest point of the virtual users over time: the same query, so that it is not asked twice. */
function peakOf({ vus }) {
    return vus.length === 0 ? undefined : Math.max(...vus.map(({ value }) => value));
}
/** One request for most of them, and one more for each that is left; an older server has no summary at all. */
async function numbersOf(ask, runId, asking, { parts = 'all', peakVus } = {}) {
    const answers = { some: false };
    const known = new Map();
    const query = async (name) => {
        const peak = name === 'peakVus' ? await peakVus : undefined;
        if (peak !== undefined) {
            answers.some = true;
            known.set(name, peak);
            return;
        }
        const answer = await ask(queryPath(runId, 'query_aggregate_k6', NUMBERS[name].query), QueryAnswer, asking);
        answers.some ||= answer !== undefined;
        known.set(name, firstValue(answer));
    };
    const path = `/cloud/v5/test_runs/${runId}/result_summary?$select=metrics_summary`;
    const [summary] = await Promise.all([
        ask(path, SummaryAnswer, asking),
        ...NUMBER_NAMES.filter((name) => parts === 'all' && numbers_IN_SUMMARY[name] === 'absent').map(query),
    ]);
    for (const name of NUMBER_NAMES) {
        const read = numbers_IN_SUMMARY[name];
        if (read !== 'absent')
            known.set(name, summary === undefined ? undefined : read(summary.metrics_summary));
    }
    const protocols = protocolsIn(summary?.metrics_summary);
    // A test of other protocols has no HTTP numbers: nothing is missing.
    const isOther = knownProtocols(protocols).length > 0 && (known.get('requests') ?? 0) === 0;
    // If no aggregate can be read at all, more requests of that kind would only add load.
    if (parts === 'main' && summary === undefined)
        await query('p95Ms');
    if (answers.some || (parts === 'main' && summary !== undefined)) {
        const missing = NUMBER_NAMES.filter((name) => numbers_IN_SUMMARY[name] !== 'absent' && known.get(name) === undefined);
        await Promise.all(missing.filter((name) => !(isOther && isHttp(name))).map(query));
    }
    // A run without a single request has no latency: a 0 would look like a fast run.
    const isSilent = known.get('requests') === 0;
    const isLeftOut = (name) => (isOther ? isHttp(name) : isSilent && NUMBERS[name].needsRequests);
    const valueOf = (name) => possibleValue(name, known.get(name));
    return { numbers: numbersBy((name) => (isLeftOut(name) ? undefined : valueOf(name))), protocols };
}
function isHttp(name) {
    return NUMBERS[name].query[0].startsWith('http_');
}
/** A part of nothing is unknown, not 0; more than all of it is nonsense. */
function share(part, all) {
    if (part === undefined || all === undefined || all <= 0 || part > all)
        return undefined;
    return part / all;
}
/** As many points as a chart of the summary's width shows well. */
const POINTS = 60;
const SHORTEST_STEP_SECONDS = 1;
async function seriesOf(ask, run, asking) {
    const reportedMs = run.startedMs === undefined || run.endedMs === undefined ? undefined : run.endedMs - run.startedMs;
    const lengthMs = run.executedMs ?? reportedMs ?? run.plannedMs;
    const step = Math.max(SHORTEST_STEP_SECONDS, Math.ceil((lengthMs ?? 0) / 1000 / POINTS));
    const series = async (name) => points(await ask(queryPath(run.id, 'query_range_k6', NUMBERS[name].query, `,step=${step}`), QueryAnswer, asking)).filter(({ value }) => possibleValue(name, value) !== undefined);
    const [p95Ms, rps, errorRate, vus] = await Promise.all([
        series('p95Ms'),
        series('rps'),
        series('errorRate'),
        series('peakVus'),
    ]);
    return { p95Ms, rps, errorRate, vus };
}
/** One request for all runs; a server that does not know this form is asked run by run. */
async function latenciesOf(ports, testId, runIds, asking) {
    const quiet = { ...asking, onFailure: () => undefined };
    const together = await acrossRuns(ports).across(testId, runIds, { number: 'p95Ms' }, quiet);
    if (together.size > 0)
        return together;
    const ask = bestEffortGet(ports);
    const found = new Map();
    await Promise.all(runIds.map(async (runId) => {
        const path = queryPath(runId, 'query_aggregate_k6', NUMBERS.p95Ms.query);
        const value = possibleValue('p95Ms', firstValue(await ask(path, QueryAnswer, asking)));
        if (value !== undefined)
            found.set(runId, value);
    }));
    return found;
}
/** The functions are a part of the path; their brackets, quotes and commas must stay as they are. */
function queryPath(runId, name, [metric, method], more = '') {
    return `/cloud/v5/test_runs/${runId}/${name}(query='${method}',metric='${metric}'${more})`;
}
/** An empty result means that there is no data, not 0. */
function firstValue(answer) {
    return answer?.data.result[0]?.values.at(-1)?.value;
}
/** Past this no calendar goes: such an instant is nonsense, and would break what formats it. */
const LATEST_S = 8e12;
function points(answer) {
    return (answer?.data.result[0]?.values ?? [])
        .flatMap(({ at, value }) => at === undefined || value === undefined || Math.abs(at) > LATEST_S ? [] : [{ atMs: at * 1000, value }])
        .sort((a, b) => a.atMs - b.atMs);
}

;// CONCATENATED MODULE: ./src/cloud/metrics/endpoint-lists.ts




/** The question over the given connection; v5 answers to the tokens of both APIs. */
function endpointsSource(ports) {
    const ask = bestEffortGet(ports);
    const ofRun = (id, query, asking) => ask(queryPath(id, 'query_aggregate_k6', query), EndpointsAnswer, asking);
    const latencies = async ({ id, testId }, earlierIds, counting, asking) => {
        const [metric, method] = NUMBERS.p95Ms.query;
        const runs = [id, ...earlierIds].join(',');
        const acrossRuns = `query='${method} by (test_run_id,name,method)',metric='${metric}',test_run_ids=[${runs}]`;
        const quiet = { ...asking, onFailure: () => undefined };
        const together = testId === undefined || earlierIds.length === 0
            ? undefined
            : await ask(`/cloud/v5/load_tests/${testId}/query_aggregate_k6(${acrossRuns})`, EndpointsAnswer, quiet);
        if (together !== undefined && together.data.result.length > 0)
            return together;
        // A run without endpoints has none in either response: a further request would only make the step longer.
        if (together !== undefined && (await counting)?.data.result.length === 0)
            return together;
        return ofRun(id, [metric, `${method} by (name,method)`], asking);
    };
    const counts = [NUMBERS.requests.query[0], 'increase by (name,method,expected_response)'];
    return {
        endpoints: async (run, earlierIds, asking) => {
            const counting = ofRun(run.id, counts, asking);
            const [p95s, requests] = await Promise.all([latencies(run, earlierIds, counting, asking), counting]);
            return joined(run.id, p95s, requests);
        },
    };
}
/** Only what the run itself requested: an endpoint that is gone has nothing to show. */
function joined(runId, latencies, counts) {
    const found = new Map();
    const at = ({ name, method }) => {
        const key = JSON.stringify([method, name]);
        const known = found.get(key) ?? {
            name,
            method,
            p95Ms: undefined,
            earlier: [],
            requests: undefined,
            failed: 0,
            isTagged: true,
        };
        found.set(key, known);
        return known;
    };
    for (const { metric, values } of latencies?.data.result ?? []) {
        const value = values.at(-1)?.value;
        if (value === undefined || value < 0)
            continue;
        const endpoint = at(metric);
        if ((metric.test_run_id ?? runId) === runId)
            endpoint.p95Ms = value;
        else
            endpoint.earlier.push(value);
    }
    for (const { metric, values } of counts?.data.result ?? []) {
        const value = values.at(-1)?.value;
        if (value === undefined || value < 0)
            continue;
        const endpoint = at(metric);
        endpoint.requests = (endpoint.requests ?? 0) + value;
        endpoint.isTagged &&= metric.expected_response !== undefined;
        if (metric.expected_response === 'false')
            endpoint.failed += value;
    }
    return [...found.values()]
        .filter(({ p95Ms, requests }) => p95Ms !== undefined || (requests ?? 0) > 0)
        .map(({ name, method, p95Ms, earlier, requests, failed, isTagged }) => {
        const isCounted = requests !== undefined && requests > 0 && isTagged;
        const errorRate = isCounted ? failed / requests : undefined;
        return { name, method, p95Ms, earlierP95Ms: earlier, errorRate, requests };
    });
}

;// CONCATENATED MODULE: ./src/cloud/metrics/health.ts



/** Metric and query of each; a run has the first metric only if it dropped iterations. */
const QUERIES = {
    droppedIterations: ['dropped_iterations', 'increase'],
    cpuPercent: ['load_generator_cpu_percent', 'max(max by (instance_id))'],
};
/** The question over the given connection; v5 answers to the tokens of both APIs. */
function generatorHealth(ports) {
    const ask = bestEffortGet(ports);
    return {
        health: async (runId, asking) => {
            const quiet = { ...asking, onFailure: () => undefined }; // a run without these metrics is an ordinary one
            const value = async (query) => {
                const path = queryPath(runId, 'query_aggregate_k6', query);
                const read = firstValue(await ask(path, QueryAnswer, quiet));
                return read === undefined || read < 0 ? undefined : read;
            };
            const [droppedIterations, cpuPercent] = await Promise.all([
                value(QUERIES.droppedIterations),
                value(QUERIES.cpuPercent),
            ]);
            return { droppedIterations, cpuPercent };
        },
    };
}

;// CONCATENATED MODULE: ./src/cloud/v2/schemas.ts
/** The answers of the legacy API as schemas: what is asked for, and what is taken from what comes back. */


/** A step watches 50 runs at most. */
const MAX_BATCH = 200;
/** Ids on one page; a service that takes no notice of the page size may send all of them. */
const MAX_LISTED = 5000;
/** Whole entries on one page. */
const MAX_EARLIER = 200;
const DOCUMENTED = 'id,test_id,run_status,processing_status,result_status,error_code,error_detail,created,started,ended,duration,vus';
/**
 * What to ask for, widest first: with what clients were seen to select, what the page documents, and all there is.
 * `script`, `config` and `k6_archive` are never among it.
 */
const SELECTIONS = [
    `?$select=${DOCUMENTED},execution_duration,vuh_cost,k6_runtime_config`,
    `?$select=${DOCUMENTED}`,
    '',
];
const odd = union([
    wholeNumber,
    pipe(unknown(), transform(() => 'odd')),
]);
/** A run; only id and `run_status` must be there and sound. Status fields of an odd type become `odd`. */
const Run = object({
    id: id,
    test_id: optionalField(id),
    run_status: wholeNumber,
    processing_status: optional(odd, 'odd'),
    result_status: nullish(odd, null),
    error_code: optionalField(union([number(), nonEmptyText])),
    error_detail: optionalField(nonEmptyText),
    created: optionalField(instant),
    started: optionalField(instant),
    ended: optionalField(instant),
    duration: optionalField(secondsAsMs),
    execution_duration: optionalField(secondsAsMs),
    vus: optionalField(pipe(wholeNumber, minValue(0))),
    vuh_cost: optionalField(decode_decimal),
    k6_runtime_config: optionalField(object({ testRunDetails: optionalField(httpsUrl) })),
});
/** A run of which the response shows nothing. */
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
const OneRun = object({ 'k6-run': Run });
/** `POST tests/{id}/start-testrun` */
const StartedRun = object({
    'k6-run': object({
        id: id,
        test_id: optionalField(id),
        created: optionalField(instant),
        duration: optionalField(secondsAsMs),
        vus: Run.entries.vus,
        k6_runtime_config: Run.entries.k6_runtime_config,
    }),
});
/** `GET runs?ids[]=` */
const RunList = object({ 'k6-runs': firstItems(unknown(), MAX_BATCH) });
const ListedRun = object({
    id: id,
    started: Run.entries.started,
    ended: Run.entries.ended,
    duration: Run.entries.duration,
});
/** `GET runs?test_id=` */
const RunPage = object({
    // A longer page is not believed: a run that is left out would look like a new one later.
    'k6-runs': pipe(firstItems(ListedRun, MAX_LISTED + 1), maxLength(MAX_LISTED)),
    meta: optionalField(object({ count: optionalField(wholeNumber) })),
});
const EarlierRun = object({ ...Run.entries, is_baseline: optionalField(dist_boolean()) });
/** `GET runs?test_id=` where the runs themselves are of interest: how many were sent, and those that can be read */
const EarlierRuns = object({
    'k6-runs': pipe(firstItems(unknown(), MAX_EARLIER), 
    // How many were sent tells whether there is a next page, also where one of them cannot be read.
    transform((entries) => ({ sent: entries.length, valid: parse(validItems(EarlierRun, MAX_EARLIER), entries) }))),
});
/** `GET tests/{id}` */
const NamedTest = object({ 'k6-test': object({ name: nameText }) });

;// CONCATENATED MODULE: ./src/cloud/v2/translate.ts



/** @throws CloudError `malformed` */
function parseRun(answer) {
    return translateRun(decode(OneRun, answer)['k6-run']);
}
/**
 * The runs of a list that were asked for, by id. An entry that cannot be read is left out, so that one odd run does not
 * hide the others; read alone, it tells what is wrong with it. A run that is listed twice is left out too: one of the
 * entries is wrong.
 * @throws CloudError `malformed` where it is no list at all
 */
function parseRunsById(answer, wanted) {
    const entries = decode(RunList, answer)['k6-runs'].map((entry) => safeParse(Run, entry));
    const runs = entries.flatMap(({ success, output }) => (success && wanted.has(output.id) ? [output] : []));
    const count = (id) => runs.filter((run) => run.id === id).length;
    return new Map(runs.filter(({ id }) => count(id) === 1).map((run) => [run.id, translateRun(run)]));
}
/**
 * A run that was just started. Its statuses are not read: the documents show a schema dump there, and the first read
 * tells.
 * @throws CloudError `malformed`
 */
function parseStartedRun(answer) {
    const run = decode(StartedRun, answer)['k6-run'];
    const fresh = unknownRun(run.id);
    return {
        ...fresh,
        seen: true,
        testId: run.test_id,
        createdMs: run.created,
        url: run.k6_runtime_config?.testRunDetails ?? fresh.url,
        plannedMs: run.duration,
        vus: run.vus,
    };
}
/** A run of which nothing is known but that it was created. */
function unknownRun(runId) {
    const created = { run_status: -2, processing_status: 0, result_status: null, id: runId };
    return { ...factsOf({ ...created, ...NO_FACTS }), seen: false, state: 'pending', phase: 'created' };
}
/** Where the API gives no address of its own. */
function appUrl(runId) {
    return `https://app.k6.io/runs/${runId}`;
}
/** @throws CloudError `malformed` */
function parseRunPage(answer) {
    const page = decode(RunPage, answer);
    const runs = page['k6-runs'];
    const times = runs.map(({ id, started, ended, duration }) => {
        return [id, { startedMs: started, endedMs: ended, executedMs: undefined, plannedMs: duration }];
    });
    return { ids: runs.map(({ id }) => id), count: page.meta?.count, times: new Map(times) };
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
    [5, ['ABORTED_BY_USER', translate_aborted('user')]],
    [6, ['ABORTED_BY_SYSTEM', translate_aborted('system')]],
    [7, ['ABORTED_BY_SCRIPT_ERROR', translate_aborted('script-error')]],
    [8, ['ABORTED_BY_THRESHOLD', translate_aborted('threshold')]],
    [9, ['ABORTED_BY_LIMIT', translate_aborted('limit')]],
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
function translate_aborted(by) {
    return { kind: 'aborted', by };
}

;// CONCATENATED MODULE: ./src/cloud/v2/history.ts








const FIELDS = 'id,test_id,run_status,processing_status,result_status,created,started,ended,duration,vus,is_baseline';
/** One page is enough for all but the run that is marked as baseline. */
const PAGE_SIZE = 100;
/** The marked run is searched for on so many pages; an older one is better named by its id. */
const MARKED_PAGES = 5;
/** Requested where that page is too large. */
const SMALLER_PAGE_SIZE = 20;
/** The insights of the legacy adapter. */
function v2Metrics(ports) {
    const ask = bestEffortGet(ports);
    const page = async ({ testId }, number, asking) => {
        if (testId === undefined)
            return { isLast: true, runs: [] };
        const pathOf = (size) => `/loadtests/v2/runs?test_id=${testId}&page=${number}&page_size=${size}&order_by=-started&$select=${FIELDS}`;
        const smaller = number === 1 ? { smallerPage: pathOf(SMALLER_PAGE_SIZE) } : {};
        const response = await ask(pathOf(PAGE_SIZE), EarlierRuns, { ...asking, ...smaller });
        const { sent, valid } = response?.['k6-runs'] ?? { sent: 0, valid: [] };
        const runs = valid.map((run) => ({ run: translateRun(run), marked: run.is_baseline === true }));
        return { isLast: sent < PAGE_SIZE, runs };
    };
    return {
        ...metricsSource(ports),
        ...acrossRuns(ports),
        ...endpointsSource(ports),
        ...protocolsSource(ports),
        ...generatorHealth(ports),
        earlierRuns: async (run, asking) => olderThan(run.id, (await page(run, 1, asking)).runs),
        markedRuns: async (run, asking) => {
            for (let number = 2; number <= MARKED_PAGES; number++) {
                const { isLast, runs } = await page(run, number, asking);
                const marked = olderThan(run.id, runs).filter((one) => one.marked);
                if (marked.length > 0 || isLast)
                    return marked;
            }
            return [];
        },
        testName: async (testId, asking) => {
            const path = `/loadtests/v2/tests/${testId}?$select=id,name`;
            return (await ask(path, NamedTest, asking))?.['k6-test'].name;
        },
    };
}
/** Newest first. */
function olderThan(runId, runs) {
    return runs.filter(({ run }) => Number(run.id) < Number(runId)).sort((a, b) => Number(b.run.id) - Number(a.run.id));
}

;// CONCATENATED MODULE: ./src/cloud/find-run.ts
/** Finding the run of a start whose answer was lost: what is new in the list since, until it would have appeared. */



/** How long a run may take to appear in the list after a start that the service failed to answer. */
const SHORT_SEARCH_MS = 10_000;
/** And after a start whose response was lost: the service may process the request late. */
const LONG_SEARCH_MS = 60_000;
/** A run that is seen is read once more after this long before it counts: a cancelled step has no more time. */
const find_run_FIRST_PAUSE_MS = 1000;
/** How long a search lasts, ms; a short `outage-timeout` shortens it. */
function searchWindowMs({ outageMs }, searchMs = LONG_SEARCH_MS) {
    return Math.min(searchMs, outageMs / 3);
}
/** Ids in the order of their numbers, so that a sentence names them in one order; 64 bits are more than a number holds. */
function oldestFirst(runIds) {
    return [...runIds].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}
/**
 * Looks for the run of a start for as long as it may take to appear. A run seen once is looked for once more before
 * it counts, so that a second one which appears a moment later is not overlooked.
 * @throws CloudError where the list stays out of reach
 */
async function findRun({ ports, detector, intent }, signal, searchMs = SHORT_SEARCH_MS) {
    const { clock } = ports;
    const windowMs = searchWindowMs(ports, searchMs);
    let seen;
    let endMs;
    for (let pause = Math.min(find_run_FIRST_PAUSE_MS, windowMs / 10);; pause *= 1.6) {
        const fresh = await readDespiteRefusals(ports, signal, () => detector.newRunIds(intent, signal));
        endMs ??= clock.now() + windowMs;
        if (fresh.length > 1)
            return { kind: 'several', runIds: fresh };
        const only = fresh[0];
        const over = clock.now() >= endMs;
        if (only !== undefined && (only === seen || over)) {
            const run = await firstRead(ports, detector, only, signal);
            const isOurs = (run.testId ?? intent.testId) === intent.testId && !isOlder(run, intent, ports);
            return isOurs ? { kind: 'one', run } : { kind: 'none' };
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
async function adoptRun(search, uncertain, signal, searchMs = LONG_SEARCH_MS) {
    const { ports, intent } = search;
    let found;
    try {
        found = await findRun(search, signal, searchMs);
    }
    catch (error) {
        signal.throwIfAborted();
        throw error instanceof CloudError ? uncertain({ lastError: error }) : error;
    }
    if (found.kind === 'several')
        throw uncertain({ runIds: found.runIds });
    if (found.kind === 'none')
        return undefined;
    ports.onNotice(`The start request for test ${intent.testId} got no response. Run ${found.run.id} is the only new run since, so it is followed.`);
    return found.run;
}
/** What the service's stamps and our reckoning of its clock may differ by. */
const CLOCK_DOUBT_MS = 60_000;
/** Whether a run was created before the start was first sent, by the service's clock; unknown counts as no. */
function isOlder({ createdMs }, { sentAtMs }, { http, clock }) {
    const serverNowMs = http.serverNowMs();
    if (createdMs === undefined || sentAtMs === undefined || serverNowMs === undefined)
        return false;
    return createdMs < serverNowMs - (clock.now() - sentAtMs) - CLOCK_DOUBT_MS;
}
/** An answer to a start that names a run which was there before: whatever it means, that run is not ours. */
function oldRunError(request, runId) {
    return new CloudError('wrong-run', { request, response: `the response names run ${runId}, which existed before` });
}
/**
 * The run that the response to a start names, where it is a run of the test that was asked for. A response without the
 * test is not believed until a read of the run shows it.
 * @throws CloudError `wrong-run`: such a run is not judged and not stopped
 */
async function ownRun(run, { request, intent, ports }, { read }, signal) {
    const { testId } = intent;
    const known = run.testId === undefined ? await read(run.id, signal).catch(ignoreCloudError(signal)) : run;
    const testOfRun = known?.testId;
    if (known !== undefined && isOlder(known, intent, ports))
        throw oldRunError(request, run.id);
    if (testOfRun === testId)
        return { ...run, testId };
    const finding = testOfRun === undefined ? 'of which the test is not known' : `which is a run of test ${testOfRun}`;
    throw new CloudError('wrong-run', { request, response: `the response names run ${run.id}, ${finding}` });
}
/** For a read that only helps: what it cannot tell stays unknown. */
function ignoreCloudError(signal) {
    return (error) => {
        signal.throwIfAborted();
        if (!(error instanceof CloudError))
            throw error;
        return undefined;
    };
}
/** Refusals of a list that was readable before the start: after a lost response they are waited out like an outage. */
const WAITED_OUT = new Set([401, 403, 404, 409]);
function readDespiteRefusals(ports, signal, work) {
    return retryDuringOutage(ports, signal, async () => {
        try {
            return await work();
        }
        catch (error) {
            if (!(error instanceof CloudError) || !WAITED_OUT.has(error.status))
                throw error;
            throw new CloudError('unavailable', {
                request: 'the list of runs',
                response: error.message,
                ...(error.status === undefined ? {} : { status: error.status }),
                cause: error,
            });
        }
    });
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
        if (!(error instanceof CloudError))
            throw error;
        ports.onNotice(`The first read of run ${runId} failed: ${error.message}`);
        return { ...unknownRun(runId), seen: true };
    }
}

;// CONCATENATED MODULE: ./src/cloud/v2/read.ts





/** The service decides its own page size; asking for more saves requests where it agrees. */
const read_PAGE_SIZE = 100;
/** Page sizes to request, the next one where a page is too large. */
const SMALLEST_PAGE = 5;
const PAGE_SIZES = [read_PAGE_SIZE, 20, SMALLEST_PAGE];
/** A bound for a service that pages for ever: 5,000 runs, the newest first where it sorts. */
const MAX_PAGES = 50;
/** A reader that asks for as many fields as the service has not refused yet. */
function runReader(http) {
    let narrowness = 0;
    return async (runId, signal) => {
        for (;;) {
            const tried = narrowness;
            try {
                const path = `/loadtests/v2/runs/${runId}${SELECTIONS[tried] ?? ''}`;
                const answer = await http.send({ method: 'GET', path }, signal);
                return assertRunId(parseRun(answer), runId, answer.request);
            }
            catch (error) {
                const refused = error instanceof CloudError && error.status === 400;
                if (!refused || tried + 1 >= SELECTIONS.length)
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
                const path = `/loadtests/v2/runs${SELECTIONS[tried] ?? ''}&page_size=${read_PAGE_SIZE}${ids}`;
                return parseRunsById(await http.send({ method: 'GET', path, maxBytes: LIST_PAGE_BYTES }, signal), new Set(runIds));
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
 * The ids of the newest runs of a test. The order of the list is not documented, and a run that is missed would look
 * new later. So the first and the last page are compared: where both are in one order, the end with the newest runs is
 * enough, however long the list is; else all pages are read. A page that is too large is requested in smaller ones.
 * @throws CloudError
 */
async function runIdsOf(http, testId, signal) {
    for (const size of PAGE_SIZES) {
        try {
            return await withTimes(idPages(http, testId, size, signal));
        }
        catch (error) {
            if (!(error instanceof CloudError) || error.code !== 'too-large' || size === SMALLEST_PAGE)
                throw error;
        }
    }
    return { ids: new Set(), complete: false, times: [] };
}
async function withTimes(read) {
    const known = new Map();
    const listed = await newestIds(async (number) => {
        const page = await read(number);
        for (const [id, times] of page.times)
            known.set(id, times);
        return page;
    });
    const newestFirst = [...known].sort(([a], [b]) => Number(b) - Number(a));
    return { ...listed, times: newestFirst.map(([, times]) => times) };
}
async function newestIds(read) {
    const first = await read(1);
    const { ids, count } = first;
    if (count !== undefined && ids.length >= count)
        return { ids: new Set(ids), complete: true };
    const lastPage = count === undefined || ids.length === 0 ? undefined : Math.ceil(count / ids.length);
    const last = lastPage === undefined ? undefined : await read(lastPage).catch(ignoreNotFound);
    const newest = last === undefined ? undefined : newestEnd(ids, last.ids);
    return newest === undefined ? allPages(read, first) : { ids: new Set(newest), complete: false };
}
/** The end of a list that holds its newest runs, by its first and its last page; `undefined` where neither does. */
function newestEnd(first, last) {
    const all = [...first, ...last].map(Number);
    if (last.length === 0)
        return undefined;
    if (all.every((id, place) => place === 0 || id < (all[place - 1] ?? 0)))
        return first;
    return all.every((id, place) => place === 0 || id > (all[place - 1] ?? 0)) ? last : undefined;
}
async function allPages(read, first) {
    const ids = new Set(first.ids);
    let { count } = first;
    let complete = ids.size === 0;
    for (let page = 2; page <= MAX_PAGES && !complete; page++) {
        const listed = await read(page).catch(ignoreNotFound);
        const before = ids.size;
        for (const id of listed?.ids ?? [])
            ids.add(id);
        count = listed?.count ?? count;
        complete = ids.size === before || (count !== undefined && ids.size >= count);
    }
    return { ids, complete };
}
/** Some services answer 404 to a page past the last one instead of an empty page. */
function ignoreNotFound(error) {
    if (!(error instanceof CloudError) || error.code !== 'not-found')
        throw error;
    return undefined;
}
/** What to ask of a list, best first. Sorting and selecting are only a help: they are left out where they are refused. */
const LIST_QUERIES = [
    '&order_by=-created&$select=id,created,started,ended,duration',
    '&order_by=-created&$select=id,created',
    '&order_by=-started&$select=id,created',
    '',
];
function idPages(http, testId, size, signal) {
    let place = 0;
    const read = async (page) => {
        const tried = place;
        const path = `/loadtests/v2/runs?test_id=${testId}&page=${page}&page_size=${size}${LIST_QUERIES[tried] ?? ''}`;
        try {
            return parseRunPage(await http.send({ method: 'GET', path, maxBytes: LIST_PAGE_BYTES }, signal));
        }
        catch (error) {
            if (!(error instanceof CloudError) || error.status !== 400 || tried + 1 >= LIST_QUERIES.length)
                throw error;
            place = tried + 1;
            return read(page);
        }
    };
    return read;
}

;// CONCATENATED MODULE: ./src/cloud/v2/new-runs.ts
/** What is remembered of a start on the legacy API, and how its run is recognised: it was not in the list before. */




/** State holds this many known ids; older ones are left out, and no run that is older than these can be new. */
const MAX_KNOWN = 100;
const Notes = object({ known: array(string()), complete: dist_boolean() });
/** The notes of a start, given the runs that exist before it: all, or the newest. */
function startNotes({ ids, complete }) {
    const known = [...ids].sort((a, b) => Number(b) - Number(a)).slice(0, MAX_KNOWN);
    return { known, complete: complete && known.length === ids.size };
}
/** @throws a fault of this action where the notes are not those of this adapter */
function parseNotes({ notes }) {
    return parse(Notes, JSON.parse(notes));
}
/** Detects the runs that are not in the notes and not older than those. */
function newRunDetector(http, read) {
    const newRunIds = async (intent, signal) => {
        const notes = parseNotes(intent);
        const { ids } = await runIdsOf(http, intent.testId, signal);
        return oldestFirst([...ids].filter((runId) => !wasKnown(runId, notes)));
    };
    return { newRunIds, read, unknownRun: unknownRun };
}
/** Known before the start, or older than everything that was known. */
function wasKnown(runId, { known, complete }) {
    return known.includes(runId) || (!complete && known.length > 0 && Number(runId) < Math.min(...known.map(Number)));
}

;// CONCATENATED MODULE: ./src/test-run/earlier-durations.ts
/** More runs say nothing new. */
const MOST = 20;
/** The durations of the newest runs that ran and have ended, whichever way. */
function earlierDurations(newestFirst) {
    return newestFirst.flatMap(durationOf).slice(0, MOST);
}
function durationOf({ startedMs, endedMs, executedMs, plannedMs }) {
    if (endedMs === undefined)
        return [];
    const lastedMs = executedMs ?? (startedMs === undefined ? 0 : endedMs - startedMs);
    return lastedMs > 0 ? [{ lastedMs, plannedMs }] : [];
}

;// CONCATENATED MODULE: ./src/cloud/cloud.ts

/** An answer to a start was lost, and it cannot be told which run is ours, or whether there is one. */
class StartUncertain extends CloudError {
    runIds;
    ownRun;
    constructor({ request, testId, runIds, ownRun, searchedMs, lastError }) {
        super('start-uncertain', {
            request,
            response: uncertainty({ testId, runIds, searchedMs, lastError }),
            advice: adviceFor(runIds, ownRun),
            cause: lastError,
        });
        this.runIds = runIds;
        this.ownRun = ownRun;
    }
}
function uncertainty({ testId, runIds, searchedMs, lastError }) {
    if (runIds.length > 0)
        return `no response to the start request; several new runs of test ${testId} exist: ${runIds.join(', ')}`;
    const searched = searchedMs === undefined ? '' : ` in ${Math.round(searchedMs / 1000)} s`;
    return `no response to the start request, and no new run of test ${testId} was found${searched} (${lastError?.message ?? 'no error'})`;
}
function adviceFor(runIds, own) {
    if (own !== undefined)
        return `Run ${own.id} is ours. Check the others in k6 Cloud before you re-run the job.`;
    if (runIds.length === 0)
        return 'Check in k6 Cloud whether a run was made before you re-run the job.';
    return "None was followed or stopped. Check them in k6 Cloud and stop any you don't need.";
}

;// CONCATENATED MODULE: ./src/cloud/v2/start.ts
/** Exactly one run per start on an API without idempotency: look at the list before, and again when an answer is lost. */








/** A create is slow at times: k6's own client gives it a minute. Shorter where `outage-timeout` is. */
const START_REQUEST_MS = 60_000;
/** Lists the runs that exist, so that a new one can be told from them. */
async function prepareStart(ports, testId, signal) {
    const list = withFirstFailureReported(ports.onNotice, () => runIdsOf(ports.http, testId, signal));
    const listed = await retryDuringOutage(ports, signal, list);
    return { testId, notes: JSON.stringify(startNotes(listed)), earlier: earlierDurations(listed.times) };
}
/**
 * Sends the start until a run is ours. After a server error the list is searched, and the start is sent again if it
 * shows no run; a later success is then checked for a second run. After a try without a complete response the start is
 * never sent again: the service may still process it.
 */
async function startRun({ ports, detector, events }, planned, signal) {
    const { clock, outageMs } = ports;
    const { testId } = planned;
    const path = `/loadtests/v2/tests/${testId}/start-testrun`;
    const timeoutMs = Math.min(ports.startRequestMs ?? START_REQUEST_MS, outageMs / 3);
    const uncertain = (facts) => new StartUncertain({ request: `POST ${path}`, testId, runIds: [], ...facts });
    const firstTryMs = clock.now();
    const intent = { ...planned, sentAtMs: firstTryMs };
    const search = { ports, detector, intent };
    const doubt = { kept: false };
    const attempt = async () => {
        try {
            const response = await ports.http.send({ method: 'POST', path, timeoutMs }, signal);
            const run = await believed(parseStartedRun(response), search, signal);
            events.onRun?.(run.id);
            if (doubt.kept)
                await checkForSecondRun(search, run, uncertain, signal);
            return run;
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof CloudError) || error instanceof StartUncertain)
                throw error;
            const result = tryResult(error);
            if (result === 'not-made')
                throw error;
            doubt.kept = true;
            events.onDoubt?.({ firstTryMs, lastTryMs: clock.now() });
            const searchMs = result === 'uncertain' ? LONG_SEARCH_MS : SHORT_SEARCH_MS;
            const run = await adoptRun(search, uncertain, signal, searchMs);
            if (run !== undefined)
                return run;
            if (result === 'uncertain')
                throw uncertain({ lastError: error, searchedMs: searchWindowMs(ports, searchMs) });
            throw error;
        }
    };
    try {
        // The list was read a moment ago, so the settings are right.
        return await retryUntil({ ...ports, budgetMs: outageMs, fewTries: Infinity }, signal, attempt);
    }
    catch (error) {
        if (!doubt.kept || !(error instanceof CloudError) || error instanceof StartUncertain)
            throw error;
        throw uncertain({ lastError: error });
    }
}
/** @throws CloudError `wrong-run` where the response names a run that was there before, or one of another test */
async function believed(run, { ports, detector, intent }, signal) {
    const request = `POST /loadtests/v2/tests/${intent.testId}/start-testrun`;
    if (wasKnown(run.id, parseNotes(intent)))
        throw oldRunError(request, run.id);
    return ownRun(run, { request, intent, ports }, detector, signal);
}
/** @throws StartUncertain, naming the run that is surely ours, where another is new too */
async function checkForSecondRun({ ports, detector, intent }, own, uncertain, signal) {
    let fresh;
    try {
        fresh = await retryDuringOutage(ports, signal, () => detector.newRunIds(intent, signal));
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof CloudError))
            throw error;
        ports.onNotice(`Whether a lost try made a second run of test ${own.testId} could not be checked: ${error.message}`);
        return;
    }
    if (fresh.some((runId) => runId !== own.id))
        throw uncertain({ runIds: fresh, ownRun: own });
}

;// CONCATENATED MODULE: ./src/cloud/second-runs.ts



/** A try may make its run this long after it was sent. */
const LATE_MS = 120_000;
/** How long the list may be unreadable. */
const second_runs_BUDGET_MS = 30_000;
/** More new runs than this are counted by their ids alone. */
const MAX_READ = 5;
/**
 * The new runs of the test beside `own`: those that a try of ours may have made, and others.
 * A run counts as ours if it was created between the first try and 120 s after the last, by the service's clock. That
 * clock is read off `own`, which one of the tries made; where a stamp is missing, the run counts as ours.
 * @throws CloudError where the list stays unreadable
 */
async function secondRuns(ports, detector, { intent, own, doubt }, signal) {
    const budgetMs = Math.min(second_runs_BUDGET_MS, ports.outageMs);
    const newIds = await retryUntil({ ...ports, budgetMs }, signal, () => detector.newRunIds(intent, signal));
    const ids = newIds.filter((runId) => runId !== own.id);
    const runs = await Promise.all(ids.slice(0, MAX_READ).map((runId) => readOrUnknown(runId, detector, signal)));
    const isOurs = (run) => isWithin(run, own, doubt);
    return {
        ours: runs.filter(isOurs),
        others: [...runs.filter((run) => !isOurs(run)).map(({ id }) => id), ...ids.slice(MAX_READ)],
    };
}
function isWithin(run, own, { firstTryMs, lastTryMs }) {
    if (run.createdMs === undefined || own.createdMs === undefined)
        return true;
    const triesMs = lastTryMs - firstTryMs;
    const fromOwnMs = run.createdMs - own.createdMs;
    return fromOwnMs >= -triesMs - LATE_MS - CLOCK_DOUBT_MS && fromOwnMs <= triesMs + LATE_MS + CLOCK_DOUBT_MS;
}
async function readOrUnknown(runId, { read, unknownRun }, signal) {
    try {
        return await read(runId, signal);
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof CloudError))
            throw error;
        return { ...unknownRun(runId), seen: true };
    }
}

;// CONCATENATED MODULE: ./src/cloud/stop.ts


const stop_LONGEST_PAUSE_MS = 5000;
/** A run that is still being prepared is often refused its stop with these; a moment later the stop is accepted. */
const REFUSED_FOR_NOW = [400, 403, 409];
/**
 * Asks for the stop at `path` until it is accepted, the run is over, or `budgetMs` end. Any 4xx, and a response that
 * cannot be read, is checked: a refusal because the run is over is a success, whatever status says so. 400, 403 and
 * 409 for a run that goes on may mean that it cannot be stopped yet: the request is sent again. 401 ends the tries.
 * @throws CloudError
 */
async function stopRun(ports, path, read, signal) {
    // A paid run does not wait for as long as a service in trouble may ask.
    const maxBackoffMs = Math.min(stop_LONGEST_PAUSE_MS, ports.budgetMs / 4);
    let refusal;
    try {
        return await retryUntil({ ...ports, maxBackoffMs }, signal, async () => {
            refusal = undefined;
            try {
                await ports.http.send({ method: 'POST', path, urgent: true }, signal);
                return 'stopping';
            }
            catch (error) {
                if (!(error instanceof CloudError))
                    throw error;
                if (error.status === undefined || error.status >= 500 || error.status === 429)
                    throw error;
                const run = await read();
                if (hasEnded(run))
                    return 'already-over';
                if (!REFUSED_FOR_NOW.includes(error.status))
                    throw error;
                refusal = error.status === 409 ? undefined : error;
                throw notYet(path, run, error);
            }
        });
    }
    catch (error) {
        if (refusal === undefined || signal.aborted)
            throw error;
        throw refusal; // its own words and advice say more than that the run is not over
    }
}
/** Its load has ended; what is left is bookkeeping that no stop would shorten. */
function hasEnded(run) {
    return run.state === 'settled' || run.phase === 'processing' || run.phase === 'deciding';
}
function notYet(path, run, cause) {
    return new CloudError('unavailable', {
        request: `POST ${path}`,
        response: `${cause.status}, although the run is not over (${run.statuses.run.field} ${run.statuses.run.value})`,
        status: cause.status ?? 0,
        cause,
    });
}

;// CONCATENATED MODULE: ./src/cloud/v2/stopper.ts





/** Finds and stops runs of the legacy API. */
function v2Stopper(ports) {
    const read = runReader(ports.http);
    const detector = newRunDetector(ports.http, read);
    return {
        find: (intent, signal) => findRun({ ports, detector, intent }, signal),
        secondRuns: (start, signal) => secondRuns(ports, detector, start, signal),
        read,
        stop: (runId, budgetMs, signal) => stopRun({ ...ports, budgetMs }, `/loadtests/v2/runs/${runId}/stop`, () => read(runId, signal), signal),
        close: ports.http.close,
    };
}

;// CONCATENATED MODULE: ./src/cloud/poll-snapshots.ts
/** A poll of another run that showed this one answers for it within this time: shorter than any pause between two polls. */
const SHARED_MS = 1000;
/** A run that nobody has polled for so long is not polled any more. */
const ABANDONED_MS = 3 * 60_000;
/** None yet. */
function pollSnapshots({ now }) {
    const all = new Map();
    return {
        polled: (runId) => {
            const known = all.get(runId);
            if (known === undefined)
                return undefined;
            const isNew = known.atMs > known.polledMs && now() - known.atMs < SHARED_MS;
            all.set(runId, { ...known, polledMs: now() });
            return isNew && isFarFromVerdict(known.run) ? known.run : undefined;
        },
        shown: (runs, due, askedMs) => {
            const believed = new Map();
            for (const run of runs) {
                const known = all.get(run.id);
                if (known !== undefined && progressOf(run) < progressOf(known.run))
                    continue;
                believed.set(run.id, run);
                all.set(run.id, {
                    run,
                    atMs: askedMs,
                    polledMs: due.includes(run.id) ? askedMs : (known?.polledMs ?? askedMs),
                });
            }
            return believed;
        },
        pending: () => {
            const isPolled = ({ run, polledMs }) => run.state === 'pending' && now() - polledMs < ABANDONED_MS;
            return [...all.values()].filter(isPolled).map(({ run }) => run);
        },
    };
}
/** How far a run is on its way. A status that this version does not know can be anywhere on it. */
const PROGRESS = {
    created: 0,
    validated: 1,
    queued: 2,
    initializing: 3,
    running: 4,
    processing: 5,
    deciding: 6,
    unrecognised: NaN,
};
function progressOf(run) {
    return run.state === 'settled' ? Infinity : PROGRESS[run.phase];
}
/** A run whose metrics are awaited is polled twice a second, and an older state would make its verdict late. */
function isFarFromVerdict(run) {
    return run.state === 'pending' && run.phase !== 'processing' && run.phase !== 'deciding';
}

;// CONCATENATED MODULE: ./src/cloud/batch-reader.ts



/** Looks that are due within this time go together; too short to make a verdict late. */
const BATCH_MS = 25;
/** After this many failed merges in a row no poll waits for another one, for a while: one that hangs costs seconds. */
const MOST_MISSES = 2;
const APART_MS = 60_000;
/**
 * A reader that asks once for all runs that are pending, whenever one of them is due. A run that is missing in the
 * answer, in it twice, or behind what was seen of it, is read alone, and so is each where the request fails; a service
 * that refuses the form, or does not know it, is not asked so again.
 * @param alone reads one run, tried once
 */
function batchReader({ list, fewest }, clock, alone) {
    const snapshots = pollSnapshots(clock);
    const form = batchForm(clock);
    let gathering = [];
    const readAlone = async (runId, signal) => {
        const askedMs = clock.now();
        const run = await alone(runId, signal);
        snapshots.shown([run], [runId], askedMs);
        return run; // what a run itself shows is believed, whatever was seen before
    };
    const apart = (reads) => {
        for (const { runId, signal, settle, fail } of reads)
            readAlone(runId, signal).then(settle, fail);
    };
    const together = async (reads, ids) => {
        const askedMs = clock.now();
        const due = reads.map(({ runId }) => runId);
        try {
            const runs = await whileAwaited(reads, (signal) => list(ids, snapshots.pending(), signal));
            if (runs !== undefined)
                form.answered(runs.size);
            const believed = snapshots.shown(runs?.values() ?? [], due, askedMs);
            apart(reads.filter((read) => !resolveFrom(read, believed)));
        }
        catch (error) {
            if (form.failed(error) === 'apart')
                apart(reads);
            else
                for (const { fail } of reads)
                    fail(error);
        }
    };
    const send = () => {
        const reads = gathering.filter(({ signal }) => !signal.aborted);
        gathering = [];
        const due = reads.map(({ runId }) => runId);
        const ids = [...new Set([...due, ...snapshots.pending().map(({ id }) => id)])];
        if (reads.length === 0)
            return;
        if (ids.length < fewest)
            apart(reads);
        else
            void together(reads, ids);
    };
    return async (runId, signal) => {
        if (!form.isUsed())
            return readAlone(runId, signal);
        const shown = snapshots.polled(runId);
        if (shown !== undefined)
            return shown;
        if (gathering.length === 0)
            clock.setTimer(BATCH_MS, send);
        return new Promise((resolve, reject) => {
            gathering.push(pendingRead(runId, signal, resolve, reject));
        });
    };
}
function batchForm({ now }) {
    let possible = true;
    let misses = 0;
    let apartUntilMs = -Infinity;
    return {
        isUsed: () => possible && now() >= apartUntilMs,
        answered: (runs) => {
            misses = 0;
            if (runs === 0)
                possible = false; // none of them: it took no notice of what was asked
        },
        failed: (error) => {
            const answer = afterBatchError(error);
            if (answer === 'never-again')
                possible = false;
            if (answer === 'apart' && ++misses >= MOST_MISSES)
                apartUntilMs = now() + APART_MS;
            return answer === 'failed' ? 'failed' : 'apart';
        },
    };
}
/** A read that also ends, at once, when its signal is aborted. */
function pendingRead(runId, signal, resolve, reject) {
    const onAbort = () => {
        reject(clock_toError(signal.reason));
    };
    const over = () => {
        signal.removeEventListener('abort', onAbort);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted)
        onAbort();
    return {
        runId,
        signal,
        settle: (run) => {
            over();
            resolve(run);
        },
        fail: (reason) => {
            over();
            reject(clock_toError(reason));
        },
    };
}
/** Gives a read its run, where the answer has it. */
function resolveFrom({ runId, settle }, runs) {
    const run = runs.get(runId);
    if (run !== undefined)
        settle(run);
    return run !== undefined;
}
/** Works under a signal that is aborted once nobody wants the answer any more. */
async function whileAwaited(reads, work) {
    const controller = new AbortController();
    const onAbort = () => {
        if (reads.every(({ signal }) => signal.aborted))
            controller.abort(reads[0]?.signal.reason);
    };
    const signals = new Set(reads.map(({ signal }) => signal));
    for (const signal of signals)
        signal.addEventListener('abort', onAbort);
    try {
        return await work(controller.signal);
    }
    finally {
        for (const signal of signals)
            signal.removeEventListener('abort', onAbort);
    }
}
/**
 * What a failed list means. `apart`: each run is read alone, so that one run's trouble is not another's; `never-again`:
 * the same, and this service does not list runs this way, though it may show each alone; `failed`: nothing was reached
 * or the token is refused, which no other request would change.
 */
function afterBatchError(error) {
    if (!(error instanceof CloudError))
        return 'failed';
    switch (error.code) {
        case 'rejected':
        case 'forbidden':
        case 'not-found':
        case 'removed':
        case 'redirected':
        case 'too-large':
            return 'never-again';
        case 'malformed':
        case 'unavailable':
        case 'interrupted':
        case 'late':
            return 'apart';
        case 'unauthorized':
        case 'rate-limited':
        case 'misconfigured':
        case 'unreachable':
        case 'wrong-run':
        case 'start-uncertain':
            return 'failed';
    }
}

;// CONCATENATED MODULE: ./src/cloud/v2/adapter.ts
/** The legacy API (`/loadtests/v2`): its routes and how this action calls them. Source: the page "Test Runs Legacy API". */










/** A mark is worth a few tries, no more. */
const MARK_MS = 30_000;
/**
 * Adapter of the legacy API.
 * @param several whether several runs are polled: then reads that are due together are merged
 */
function v2Cloud(ports, several = false) {
    const stopper = v2Stopper(ports);
    const detector = newRunDetector(ports.http, stopper.read);
    const list = runsReader(ports.http);
    const source = { list: (runIds, _, signal) => list(runIds, signal), fewest: 2 };
    return {
        ...stopper,
        apiName: 'legacy API',
        unknownRun: unknownRun,
        prepare: (testId, signal) => prepareStart(ports, testId, signal),
        start: (intent, signal, events = {}) => startRun({ ports, detector, events }, intent, signal),
        read: several ? batchReader(source, ports.clock, stopper.read) : stopper.read,
        thresholds: async (run, signal) => thresholdsFrom(run.thresholds, await readThresholds(ports, run.id, signal)),
        metrics: v2Metrics(ports),
        markAsBaseline: async (runId, signal) => {
            const path = `/loadtests/v2/runs/${runId}/make_baseline`; // seen in public clients, not documented
            const budgetMs = Math.min(MARK_MS, ports.outageMs);
            await retryUntil({ ...ports, budgetMs }, signal, () => ports.http.send({ method: 'POST', path }, signal));
        },
    };
}

;// CONCATENATED MODULE: ./src/test-run/note-tail.ts
/** The machine-readable tail of a run's note: where the run came from and what is known against it. Written and parsed. */
/** Every tail begins so, whatever its version. */
const OPENING = '[k6-cloud-gate/';
const MARKS = ['regressed', 'unsound'];
/** A branch of GitHub has 255 bytes at most. */
const note_tail_LONGEST_BRANCH = 255 * 3;
const WORD = /[^\s[\]]{1,765}/u.source;
const TAIL = new RegExp(String.raw `\[k6-cloud-gate/1 repository=(?<repository>[\w.-]{1,100}/[\w.-]{1,100})` +
    String.raw `(?: branch=(?<branch>${WORD}))?` +
    String.raw `(?: commit=(?<commit>[0-9a-f]{7,64}))?` +
    String.raw `(?: pull-request=(?<pull>[1-9]\d{0,14}|unknown))?` +
    String.raw `(?: workflow-run=(?<run>[1-9]\d{0,14}))?` +
    String.raw `(?<regressed> regressed)?(?<unsound> unsound)?\]`, 'u');
/** `[k6-cloud-gate/1 repository=acme/shop branch=main commit=0123abc pull-request=12 workflow-run=99 regressed]` */
function tailText({ repository, branch, commit, pullRequest, workflowRun, marks }) {
    const encoded = branch === undefined ? undefined : encodedBranch(branch);
    const parts = [
        `${OPENING}1 repository=${repository}`,
        encoded === undefined ? '' : ` branch=${encoded}`,
        commit === undefined ? '' : ` commit=${commit}`,
        pullRequest === undefined ? '' : ` pull-request=${pullRequest}`,
        workflowRun === undefined ? '' : ` workflow-run=${workflowRun}`,
        ...MARKS.filter((mark) => marks.includes(mark)).map((mark) => ` ${mark}`),
    ];
    return `${parts.join('')}]`;
}
/** Reads the tail of a note. People may write around it; the tail itself is read exactly as it is written, or not at all. */
function note_tail_parseTail(note) {
    const openings = (note ?? '').split(OPENING).length - 1;
    if (openings === 0)
        return 'none';
    const groups = openings > 1 ? undefined : TAIL.exec(note ?? '')?.groups;
    if (groups === undefined)
        return 'unreadable';
    const { repository = '', branch, commit, pull, run: workflowRun } = groups;
    const decoded = branch === undefined ? undefined : decodedBranch(branch);
    if (branch !== undefined && decoded === undefined)
        return 'unreadable';
    const pullRequest = pull === undefined || pull === 'unknown' ? pull : Number(pull);
    const marks = MARKS.filter((mark) => groups[mark] !== undefined);
    return { repository, branch: decoded, commit, pullRequest, workflowRun, marks };
}
/** A text of other people that cannot be taken for a tail. */
function withoutTails(text) {
    return text.replaceAll(OPENING, OPENING.replace('[', '('));
}
/**
 * The note as it has to be; what people wrote around its tail stays. A tail that is missing is added to the note of a run
 * that this step started.
 * @returns `undefined` if there is nothing to write: the note says it already, or it is not ours to change
 */
function finishedNote(note, { text, marks, repository }) {
    const known = note_tail_parseTail(note);
    if (known === 'unreadable')
        return undefined;
    if (known === 'none') {
        const own = note_tail_parseTail(text);
        if (text === undefined || typeof own === 'string')
            return undefined;
        const tail = tailText({ ...own, marks });
        return note.trim() === '' ? text.replace(TAIL, () => tail) : `${note} ${tail}`;
    }
    const isOurs = repository === undefined || known.repository.toLowerCase() === repository.toLowerCase();
    if (!isOurs || marks.every((mark) => known.marks.includes(mark)))
        return undefined;
    return note.replace(TAIL, () => tailText({ ...known, marks: [...known.marks, ...marks] }));
}
/** Whether a text is a mark of a tail. */
function note_tail_isNoteMark(text) {
    return MARKS.includes(text);
}
function encodedBranch(branch) {
    try {
        const text = encodeURIComponent(branch).replaceAll('%2F', '/');
        return text === '' || text.length > note_tail_LONGEST_BRANCH ? undefined : text;
    }
    catch {
        return undefined; // half of a character pair is no name of a branch
    }
}
/** Only what is encoded as this action encodes it. */
function decodedBranch(text) {
    try {
        const branch = decodeURIComponent(text);
        return encodedBranch(branch) === text ? branch : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/cloud/v6/schemas.ts
/** The answers of v6 as schemas: what is taken from what comes back, and how much of it may be missing. */


/** Statuses of one run; the first ones tell when it was queued and began. */
const MAX_HISTORY = 200;
/** Ids on one page; a service that takes no notice of the page size may send all of them. */
const schemas_MAX_LISTED = 5000;
/** Whole runs on one page. */
const schemas_MAX_EARLIER = 200;
/** What a status or a result is explained with; older servers send `{}`. */
const Explanation = object({
    message: optionalField(nonEmptyText),
    code: optionalField(union([number(), nonEmptyText])),
});
/** One entry of the history of statuses. */
const Status = object({
    type: optionalField(nameText),
    entered: optionalField(instant),
    extra: optionalField(object({ ...Explanation.entries, by_user: optionalField(union([nonEmptyText, number()])) })),
});
/** A note in full: one that is cut would be read without its tail, or written back cut. */
const fullNote = pipe(string(), maxLength(20_000));
/** A result of an odd type is as good as an unknown word, never as none. */
const Result = nullish(union([
    pipe(string(), maxLength(300)),
    pipe(unknown(), transform(() => 'odd')),
]), null);
/** A run; only id and status must be there and sound, since older servers lack many of the other keys. */
const schemas_Run = object({
    id: id,
    status: nameText,
    result: Result,
    test_id: optionalField(id),
    created: optionalField(instant),
    ended: optionalField(instant),
    status_details: optionalField(Status),
    status_history: fallback(firstItems(optionalField(Status), MAX_HISTORY), []),
    result_details: optionalField(Explanation),
    options: optionalField(looseObject({ thresholds: optional(unknown()) })),
    cost: optionalField(object({ total_vuh: optionalField(decode_decimal) })),
    max_vus: optionalField(pipe(wholeNumber, minValue(0))),
    estimated_duration: optionalField(secondsAsMs),
    execution_duration: optionalField(secondsAsMs),
    test_run_details_page_url: optionalField(httpsUrl),
    note: optionalField(fullNote),
});
/** `POST load_tests/{id}/start`: a run of which the id is enough, whatever else the answer holds or lacks. */
const schemas_StartedRun = object({
    id: id,
    test_id: optionalField(id),
    created: optionalField(instant),
    estimated_duration: schemas_Run.entries.estimated_duration,
    max_vus: schemas_Run.entries.max_vus,
    test_run_details_page_url: schemas_Run.entries.test_run_details_page_url,
});
/** A run in a list, its id and its times; a page of a service that takes no notice of sizes may hold thousands. */
const schemas_ListedRun = object({
    id: id,
    created: optionalField(instant),
    ended: schemas_Run.entries.ended,
    status_details: schemas_Run.entries.status_details,
    status_history: schemas_Run.entries.status_history,
    estimated_duration: schemas_Run.entries.estimated_duration,
    execution_duration: schemas_Run.entries.execution_duration,
});
/** `GET load_tests/{id}/test_runs` */
const schemas_RunPage = object({
    // A longer page is not believed: a run that is left out would look like a new one later.
    value: pipe(firstItems(schemas_ListedRun, schemas_MAX_LISTED + 1), maxLength(schemas_MAX_LISTED)),
    '@nextLink': optionalField(nonEmptyText),
});
/** `undefined` for a note that cannot be read whole. */
const listedNote = nullish(union([
    fullNote,
    pipe(unknown(), transform(() => undefined)),
]), '');
/** `GET load_tests/{id}/test_runs` where the runs themselves are of interest */
const schemas_EarlierRuns = object({
    value: validItems(object({ ...schemas_Run.entries, is_starred: optionalField(dist_boolean()), note: listedNote }), schemas_MAX_EARLIER),
});
/** `GET test_runs`, entry by entry, so that one that cannot be read hides no other. */
const StackRuns = object({
    value: firstItems(unknown(), schemas_MAX_LISTED),
    '@nextLink': optionalField(nonEmptyText),
});
/** `GET test_runs/{id}`, its note alone */
const NotedRun = object({ id: id, note: nullish(fullNote, '') });
/** `GET load_tests/{id}`, its name alone */
const schemas_NamedTest = object({ name: nameText });
/** `GET auth` */
const Auth = object({ stack_id: id });

;// CONCATENATED MODULE: ./src/cloud/v6/run-times.ts
/** The times of a run in a list. */
function listedTimes(run) {
    return { ...timesOf(run), endedMs: run.ended, plannedMs: run.estimated_duration };
}
/** Start in epoch ms and execution in ms. It begins with the status `running`; the service counts it in whole seconds, and not at all at first. */
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
function entriesOf({ status_history: history, status_details: present, }) {
    return [...history, present].filter((entry) => entry !== undefined);
}

;// CONCATENATED MODULE: ./src/cloud/v6/script-options.ts
/** The options are the script's own; a test whose script sets no threshold has none. */
function script_options_thresholdsOf(options) {
    if (options === undefined)
        return 'unknown';
    const { thresholds } = options;
    if (thresholds === undefined || thresholds === null)
        return 'none';
    if (typeof thresholds !== 'object' || Array.isArray(thresholds))
        return 'unknown';
    const conditions = Object.values(thresholds).filter((all) => !Array.isArray(all) || all.length > 0);
    return conditions.length > 0 ? 'stated' : 'none';
}
/** Whether a threshold of the script has `abortOnFail`; a form that is not known may have it. */
function abortChanceOf(options) {
    const thresholds = script_options_thresholdsOf(options);
    if (thresholds === 'none')
        return 'impossible';
    if (thresholds !== 'stated' || typeof options?.thresholds !== 'object')
        return 'unknown';
    const lists = Object.values(options.thresholds ?? {});
    const conditions = lists.filter(Array.isArray).flat();
    if (conditions.length === 0)
        return 'unknown';
    const chances = conditions.map((one) => {
        if (typeof one === 'string')
            return 'impossible';
        const aborts = typeof one === 'object' && one !== null && 'threshold' in one ? abortFlag(one) : undefined;
        return aborts === undefined ? 'unknown' : aborts ? 'possible' : 'impossible';
    });
    if (chances.includes('possible'))
        return 'possible';
    return chances.includes('unknown') ? 'unknown' : 'impossible';
}
function abortFlag(condition) {
    if (!('abortOnFail' in condition))
        return false;
    const { abortOnFail } = condition;
    return typeof abortOnFail === 'boolean' ? abortOnFail : abortOnFail === null ? false : undefined;
}

;// CONCATENATED MODULE: ./src/cloud/v6/translate.ts
/** A run as v6 words it, and its translation: the only file that knows its status words. */






/** @throws CloudError `malformed` */
function translate_parseRun(answer, pageOf) {
    return translate_translateRun(decode(schemas_Run, answer), pageOf);
}
/**
 * The runs of a list that were asked for. One that cannot be read, is there twice, or has a status that this version
 * does not know is left out: read alone, it tells more.
 */
function translateListed(entries, runIds, pageOf) {
    const runs = entries.flatMap((entry) => {
        const { success, output } = safeParse(schemas_Run, entry);
        return success && runIds.includes(output.id) ? [output] : [];
    });
    const count = (id) => runs.filter((run) => run.id === id).length;
    return runs
        .filter(({ id }) => count(id) === 1)
        .map((run) => translate_translateRun(run, pageOf))
        .filter((run) => run.state === 'settled' || run.phase !== 'unrecognised');
}
/**
 * A run that was just started, and its page where the answer tells it: only this answer ever does.
 * @throws CloudError `malformed`
 */
function translate_parseStartedRun(answer, pageOf) {
    const { test_run_details_page_url: page, ...run } = decode(schemas_StartedRun, answer);
    const { created: createdMs, estimated_duration: plannedMs, max_vus: vus } = run;
    const fresh = translate_unknownRun(run.id, pageOf);
    return { ...fresh, seen: true, testId: run.test_id, url: page ?? fresh.url, createdMs, plannedMs, vus };
}
/** A run of which nothing is known but that it was created. */
function translate_unknownRun(runId, pageOf) {
    return {
        id: runId,
        url: pageOf(runId),
        ...translate_NO_FACTS,
        seen: false,
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
        const ending = abortOf(run);
        if (facts.result === 'none')
            return { ...facts, state: 'pending', phase: 'deciding', endedAs: ending };
        return { ...facts, state: 'settled', ending, metrics: 'not-awaited' };
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
 * Who cut a run short. v6 has one status for it: a failed threshold with abortOnFail shows in the result, a user in the
 * history, and everything else (limit, script, platform) only in the code and the words of its explanation.
 */
function abortOf(run) {
    if (translate_resultOf(run.result) === 'failed')
        return { kind: 'aborted', by: 'threshold' };
    const byUser = entriesOf(run).some(({ type = '', extra }) => extra?.by_user !== undefined && !PENDING_STATUSES.has(type));
    return { kind: 'aborted', by: byUser ? 'user' : (ABORTERS.get(translate_detailOf(run)?.code ?? '') ?? 'unknown') };
}
/**
 * Who aborted a run by the code of its explanation. Source: k6, `internal/cloudapi/provisioning/notify.go` (8035, 8036),
 * and the example of a failed `setup()` in the OpenAPI description (8030). 8034 can be a timeout or an output.
 */
const ABORTERS = new Map([
    ['8030', 'script-error'],
    ['8035', 'script-error'],
    ['8036', 'user'],
]);
/** A user named beside one of these set the run going; beside any other, the user ended it. */
const PENDING_STATUSES = new Set(['created', 'queued', 'initializing', 'running']);
function translate_factsOf(run, pageOf) {
    const { startedMs, executedMs } = timesOf(run);
    return {
        id: run.id,
        testId: run.test_id,
        seen: true,
        url: run.test_run_details_page_url ?? pageOf(run.id),
        createdMs: run.created,
        startedMs,
        endedMs: run.ended,
        plannedMs: run.estimated_duration,
        executedMs,
        vus: run.max_vus,
        vuh: run.cost?.total_vuh,
        result: translate_resultOf(run.result),
        thresholds: script_options_thresholdsOf(run.options),
        abortChance: abortChanceOf(run.options),
        detail: translate_detailOf(run),
        statuses: translate_statusesOf(run),
        origin: originOf(run.note),
    };
}
function originOf(note) {
    const tail = note_tail_parseTail(note);
    return typeof tail === 'object' ? tail : undefined;
}
function translate_resultOf(result) {
    if (result === null || result === '')
        return 'none';
    return isResult(result) ? result : 'unknown';
}
function isResult(word) {
    return RESULTS.includes(word);
}
/**
 * The service explains an end beside the result, or beside the status; the newest explanation counts. What a run waits
 * for is explained beside its present status.
 */
function translate_detailOf(run) {
    const newestFirst = [...entriesOf(run)].reverse();
    const explained = PENDING_STATUSES.has(run.status)
        ? newestFirst.filter(({ type }) => type === run.status).slice(0, 1)
        : newestFirst.filter(({ type = '' }) => !PENDING_STATUSES.has(type));
    const explanations = [run.result_details, ...explained.map(({ extra }) => extra)];
    const explanation = explanations.find((one) => one?.message !== undefined || (one?.code !== undefined && one.code !== 0));
    if (explanation === undefined)
        return undefined;
    const { code, message } = explanation;
    return { code: code === undefined || code === 0 ? undefined : String(code), message };
}
/** v6 has no status of processing of its own: `processing_metrics` is a status of the run. */
function translate_statusesOf({ status, result }) {
    return {
        run: { field: 'status', value: status },
        processing: undefined,
        result: { field: 'result', value: result ?? '' },
    };
}

;// CONCATENATED MODULE: ./src/cloud/v6/history.ts









/** Whole runs come back, script options included, and nothing narrows them; a baseline is seldom further away. */
const history_PAGE_SIZE = 50;
/** Requested where that page is too large. */
const history_SMALLER_PAGE_SIZE = 10;
/** Starred runs are few, and the newest one that fits is enough. */
const STARRED_PAGE_SIZE = 20;
/** The insights of the v6 adapter; `ports.http` must name the stack. */
function v6Metrics(ports, pageOf) {
    const ask = bestEffortGet(ports);
    const list = async ({ id, testId }, query, asking) => {
        if (testId === undefined)
            return [];
        const pathOf = (size) => `/cloud/v6/load_tests/${testId}/test_runs?$orderby=created%20desc&$top=${size}${query.filter}`;
        const page = await ask(pathOf(query.size), schemas_EarlierRuns, { ...asking, smallerPage: pathOf(history_SMALLER_PAGE_SIZE) });
        return (page?.value ?? [])
            .filter((run) => Number(run.id) < Number(id))
            .sort((a, b) => Number(b.id) - Number(a.id))
            .map((run) => earlierRun(run, pageOf));
    };
    return {
        ...metricsSource(ports),
        ...acrossRuns(ports),
        ...endpointsSource(ports),
        ...protocolsSource(ports),
        ...generatorHealth(ports),
        earlierRuns: (run, asking) => list(run, { size: history_PAGE_SIZE, filter: '' }, asking),
        markedRuns: (run, asking) => list(run, { size: STARRED_PAGE_SIZE, filter: '&is_starred=true' }, asking),
        testName: async (testId, asking) => (await ask(`/cloud/v6/load_tests/${testId}`, schemas_NamedTest, asking))?.name,
    };
}
/** A note that is too long to be read whole counts as one that cannot be read. */
function earlierRun(run, pageOf) {
    const tail = run.note === undefined ? 'unreadable' : note_tail_parseTail(run.note);
    return { run: translate_translateRun(run, pageOf), marked: run.is_starred === true, tail };
}

;// CONCATENATED MODULE: ./src/cloud/v6/list.ts





/**
 * Runs on a page: whole runs come back, script options included, so that a small page is a quick one. The next size is
 * requested where a page is too large.
 */
const list_PAGE_SIZES = [20, 5, 1];
/** A bound for a service that pages for ever. */
const list_MAX_PAGES = 50;
/**
 * Lists runs from the newest back to where `enough` says of a page's oldest run that what is older does not matter.
 * A page that is not in this order, from a server that does not sort, cannot say so: then all pages are read.
 * @throws CloudError
 */
async function newestRuns(send, testId, enough, signal) {
    const list = `/cloud/v6/load_tests/${testId}/test_runs`;
    const read = async (path) => decode(schemas_RunPage, await send({ method: 'GET', path, maxBytes: LIST_PAGE_BYTES }, signal));
    for (const size of list_PAGE_SIZES) {
        try {
            return await list_allPages(read, list, size, enough);
        }
        catch (error) {
            if (!(error instanceof CloudError) || error.code !== 'too-large' || size === list_PAGE_SIZES.at(-1))
                throw error;
        }
    }
    return [];
}
async function list_allPages(read, list, size, enough) {
    const runs = new Map();
    let path = `${list}?$orderby=created%20desc&$top=${size}`;
    for (let page = 1; path !== undefined && page <= list_MAX_PAGES; page++) {
        const { value, '@nextLink': nextLink } = await read(path);
        const listed = value.map((run) => ({ id: run.id, createdMs: run.created, times: listedTimes(run) }));
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
        throw new CloudError('malformed', { request: `GET ${list}`, response: '@nextLink: leads out of the list' });
    }
    return `${list}${url.search}`;
}

;// CONCATENATED MODULE: ./src/cloud/v6/new-runs.ts
/** What is remembered of a start on v6, and how its run is recognised: it is not older than the newest run before. */



/** State holds this many known ids. */
const new_runs_MAX_KNOWN = 100;
const new_runs_Notes = object({ key: string(), known: array(string()), sinceMs: optional(number()) });
/** The notes of a start, given the newest runs before it. */
function new_runs_startNotes(key, runs) {
    const newest = [...runs].sort((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0)).slice(0, new_runs_MAX_KNOWN);
    const sinceMs = newest[0]?.createdMs;
    return { key, known: newest.map(({ id }) => id), ...(sinceMs === undefined ? {} : { sinceMs }) };
}
/** @throws a fault of this action where the notes are not those of this adapter */
function new_runs_parseNotes({ notes }) {
    return parse(new_runs_Notes, JSON.parse(notes));
}
/** Detects the runs that were created no earlier than the newest run before the start, and are none of those. */
function new_runs_newRunDetector(send, ports) {
    const newRunIds = async (intent, signal) => {
        const { known, sinceMs = 0 } = new_runs_parseNotes(intent);
        const isOld = ({ createdMs }) => createdMs !== undefined && createdMs < sinceMs;
        const runs = await newestRuns(send, intent.testId, isOld, signal);
        return oldestFirst(runs.filter((run) => !isOld(run) && !known.includes(run.id)).map(({ id }) => id));
    };
    return { ...ports, newRunIds };
}

;// CONCATENATED MODULE: ./src/cloud/v6/pending-list.ts





/** Whole runs come back, script options included. */
const pending_list_PAGE_SIZE = 100;
/** A list that is longer costs more than single reads. */
const MOST_PAGES = 3;
/** The list costs a page of whole runs, those of other people among them: below this, single reads are cheaper. */
const pending_list_FEWEST_RUNS = 10;
/** Whether the bound belongs to the list is not documented. */
const MARGIN_MS = 1000;
/** The list as a source of polls. */
function pendingList(send, pageOf) {
    return {
        fewest: pending_list_FEWEST_RUNS,
        list: async (runIds, pending, signal) => {
            const created = pending.flatMap(({ createdMs }) => createdMs ?? []);
            const found = new Map();
            if (created.length === 0)
                return undefined; // without a date the list has all runs there are
            const since = new Date(Math.min(...created) - MARGIN_MS).toISOString();
            for (let page = 0, read = 0; page < MOST_PAGES; page++) {
                const path = `/cloud/v6/test_runs?created_after=${since}&$top=${pending_list_PAGE_SIZE}&$skip=${read}`;
                const answer = await send({ method: 'GET', path, maxBytes: LIST_PAGE_BYTES }, signal);
                const { value, '@nextLink': next } = decode(StackRuns, answer);
                read += value.length; // the service may have smaller pages
                for (const run of translateListed(value, runIds, pageOf))
                    found.set(run.id, run);
                if (found.size === runIds.length || value.length === 0 || (next === undefined && value.length < pending_list_PAGE_SIZE))
                    return found;
            }
            const response = `more than ${MOST_PAGES} pages of runs since ${since}`;
            throw new CloudError('too-large', { request: 'GET /cloud/v6/test_runs', response });
        },
    };
}

;// CONCATENATED MODULE: ./src/cloud/v6/start.ts
/** Exactly one run per start on v6: one idempotency key for all tries, and a look at the list where that is not enough. */







/** The service remembers a key for 10 minutes (API description); past this a new try could be a new run. */
const KEY_LIFETIME_MS = 9 * 60_000;
/** Lists the newest runs, so that a newer one can be distinguished from them, and mints the key of the start. */
async function start_prepareStart({ ports, send, uuid }, testId, signal) {
    const list = withFirstFailureReported(ports.onNotice, () => newestRuns(send, testId, () => true, signal));
    const runs = await retryDuringOutage(ports, signal, list);
    const newestFirst = [...runs].sort((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0));
    const earlier = earlierDurations(newestFirst.map(({ times }) => times));
    return { testId, notes: JSON.stringify(new_runs_startNotes(uuid(), runs)), earlier };
}
/**
 * Sends the start, the same key with every try, until it is answered. Where it ends without an answer, or with a
 * refusal of the repeated key, the list tells which run a try has made.
 */
async function start_startRun({ ports, send, started, detector, events }, planned, signal) {
    const { testId } = planned;
    const path = `/cloud/v6/load_tests/${testId}/start`;
    const { key, known } = new_runs_parseNotes(planned);
    const headers = { 'k6-idempotency-key': key };
    const uncertain = (facts) => new StartUncertain({ request: `POST ${path}`, testId, runIds: [], ...facts });
    const firstTryMs = ports.clock.now();
    const intent = { ...planned, sentAtMs: firstTryMs };
    const expiresMs = firstTryMs + KEY_LIFETIME_MS;
    let lost;
    try {
        return await retryDuringOutage(ports, signal, async () => {
            if (lost !== undefined && ports.clock.now() > expiresMs)
                throw uncertain({ lastError: lost });
            try {
                const run = started(await send({ method: 'POST', path, headers }, signal));
                if (known.includes(run.id))
                    throw oldRunError(`POST ${path}`, run.id);
                return await ownRun(run, { request: `POST ${path}`, intent, ports }, detector, signal);
            }
            catch (error) {
                if (error instanceof CloudError && tryResult(error) !== 'not-made') {
                    lost = error;
                    events.onDoubt?.({ firstTryMs, lastTryMs: ports.clock.now() });
                }
                throw error;
            }
        });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof CloudError) || lost === undefined)
            throw error;
        const run = await adoptRun({ ports, detector, intent }, uncertain, signal);
        if (run === undefined)
            throw uncertain({ lastError: lost, searchedMs: searchWindowMs(ports) });
        return run;
    }
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
    return decode(Auth, await http.send({ method: 'GET', path: '/cloud/v6/auth', headers, advice: remedies }, signal))
        .stack_id;
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
        find: (intent, signal) => findRun({ ports, detector, intent }, signal),
        secondRuns: (start, signal) => secondRuns(ports, detector, start, signal),
        read,
        stop: (runId, budgetMs, signal) => stopRun({ ...ports, budgetMs }, `/cloud/v6/test_runs/${runId}/abort`, () => read(runId, signal), signal),
        notes: runNotes(ports, send),
        close: ports.http.close,
    };
}
/** A note is worth a few tries, no more. */
const NOTE_MS = 30_000;
function runNotes(ports, send) {
    const bounds = { ...ports, budgetMs: Math.min(NOTE_MS, ports.outageMs) };
    const pathOf = (runId) => `/cloud/v6/test_runs/${runId}`;
    return {
        read: (runId, signal) => retryUntil(bounds, signal, async () => {
            const response = await send({ method: 'GET', path: pathOf(runId) }, signal);
            return assertRunId(decode(NotedRun, response), runId, response.request).note;
        }),
        write: async (runId, text, signal) => {
            await retryUntil(bounds, signal, () => send({ method: 'PATCH', path: pathOf(runId), body: { note: text } }, signal));
        },
    };
}
/** One read; a status that this version does not know is reported once, and waited for. */
function reader(ports, send, pageOf) {
    const reported = new Set();
    return async (runId, signal) => {
        const answer = await send({ method: 'GET', path: `/cloud/v6/test_runs/${runId}` }, signal);
        const run = assertRunId(translate_parseRun(answer, pageOf), runId, answer.request);
        const { value } = run.statuses.run;
        if (run.state === 'pending' && run.phase === 'unrecognised' && !reported.has(value)) {
            reported.add(value);
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

;// CONCATENATED MODULE: ./src/cloud/v6/adapter.ts










/** A mark is worth a few tries, no more. */
const adapter_MARK_MS = 30_000;
/**
 * Adapter of the current API.
 * @param several whether several runs are polled: then one request shows all of them, if they are many
 */
function v6Cloud(adapterPorts, { stack, uuid }, several = false) {
    const session = v6Session(adapterPorts, stack);
    const { ports, send, pages } = session;
    const stopper = v6Stopper(session);
    const unknownRunOf = (runId) => translate_unknownRun(runId, pages.pageOf);
    const detector = new_runs_newRunDetector(send, { read: stopper.read, unknownRun: unknownRunOf });
    const started = (response) => pages.noted(translate_parseStartedRun(response, pages.pageOf));
    return {
        ...stopper,
        read: several ? batchReader(pendingList(send, pages.pageOf), ports.clock, stopper.read) : stopper.read,
        apiName: 'v6 API',
        unknownRun: unknownRunOf,
        prepare: (testId, signal) => start_prepareStart({ ports, send, uuid }, testId, signal),
        start: (intent, signal, events = {}) => start_startRun({ ports, send, started, detector, events }, intent, signal),
        thresholds: async (run, signal) => thresholdsFrom(run.thresholds, await readThresholds(ports, run.id, signal)),
        markAsBaseline: async (runId, signal) => {
            const request = { method: 'POST', path: `/cloud/v6/test_runs/${runId}/star` };
            await retryUntil({ ...ports, budgetMs: Math.min(adapter_MARK_MS, ports.outageMs) }, signal, () => send(request, signal));
        },
        metrics: v6Metrics(ports, pages.pageOf),
    };
}

;// CONCATENATED MODULE: ./src/cloud/connect.ts



/** Connects to k6 Cloud; nothing is sent yet. */
function connect(settings) {
    const { api, uuid, several } = settings;
    const ports = openConnection(settings);
    return api.kind === 'v6' ? v6Cloud(ports, { stack: api.stack, uuid }, several) : v2Cloud(ports, several);
}

;// CONCATENATED MODULE: ./src/cloud/proxy-settings.ts
/** Proxy variables of the environment that the HTTP client ignores or misreads without a word. */
/**
 * One sentence for each proxy variable that has no effect on requests to `apiUrl`. No sentence has the value of a
 * proxy: it can hold a password.
 */
function proxyNotices(apiUrl, env) {
    if (isLoopback(apiUrl.hostname))
        return [];
    const scheme = apiUrl.protocol === 'https:' ? 'https' : 'http';
    const [name, value] = proxy_settings_firstOf(env, `${scheme}_proxy`);
    if (value === undefined)
        return [];
    const problem = proxy_settings_problemOf(value);
    if (problem !== undefined)
        return [`\`${name}\` ${problem}`];
    return ignoredException(apiUrl.hostname, env);
}
/** The lower-case variable wins, as in the client. */
function proxy_settings_firstOf(env, name) {
    const value = env(name);
    if (value !== undefined)
        return [name, value];
    return [name.toUpperCase(), env(name.toUpperCase())];
}
const FORM = 'Write it as `http://HOST:PORT`.';
function proxy_settings_problemOf(value) {
    if (!/^https?:\/\//iu.test(value)) {
        if (isOtherProtocol(value))
            return `is used as an HTTP proxy: other kinds, such as SOCKS, are not supported. ${FORM}`;
        // An address that begins with a digit is the one form that the client completes by itself.
        return URL.canParse(value) || !URL.canParse(`http://${value}`)
            ? `is ignored: it is no address with a scheme. ${FORM}`
            : undefined;
    }
    if (!URL.canParse(value))
        return `is ignored: it is no valid address. ${FORM}`;
    const { username, password } = new URL(value);
    const bare = [username, password].some((part) => !isDecodable(part));
    return bare
        ? 'is ignored: its user name or password has a `%` that is no escape. Write `%25` for a percent sign.'
        : undefined;
}
/** `socks5://HOST:PORT`: the client takes host and port, and speaks HTTP to them. */
function isOtherProtocol(value) {
    return URL.canParse(value) && new URL(value).hostname !== '';
}
function isDecodable(text) {
    try {
        decodeURIComponent(text);
        return true;
    }
    catch {
        return false;
    }
}
/** Stars, ranges of addresses and blanks between entries are common elsewhere; the client compares letters. */
function ignoredException(host, env) {
    const [name, value = ''] = proxy_settings_firstOf(env, 'no_proxy');
    const entries = value.split(',').map((entry) => entry.trim());
    if (entries.some((entry) => isException(host, entry)))
        return [];
    const meant = entries.find((entry) => entry.split(/\s+/u).some((part) => isMeant(host, part)));
    if (meant === undefined)
        return [];
    const domain = /^\*(?<domain>\.[\w.-]+)$/u.exec(meant)?.groups?.['domain'];
    return [`The entry \`${plain(meant)}\` of \`${name}\` is ignored. Write \`${domain ?? host}\` instead.`];
}
/** As the client decides it. */
function isException(host, entry) {
    const [asked, said] = [host.toLowerCase(), entry.toLowerCase()];
    return said === '*' || (said !== '' && (asked === said || asked.endsWith(said.startsWith('.') ? said : `.${said}`)));
}
/** As other programs decide it. */
function isMeant(host, entry) {
    const [address = '', bits] = entry.split('/');
    if (bits !== undefined)
        return isInRange(host, address, bits);
    const pattern = entry.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&'));
    return isException(host, entry) || (entry.includes('*') && new RegExp(`^${pattern.join('.*')}$`, 'iu').test(host));
}
/** Whether an IPv4 address is in `10.0.0.0/8`. */
function isInRange(host, address, bits) {
    const [here, there] = [proxy_settings_ipv4(host), proxy_settings_ipv4(address)];
    if (here === undefined || there === undefined || !/^\d{1,2}$/u.test(bits) || Number(bits) > 32)
        return false;
    const size = 2 ** (32 - Number(bits));
    return Math.floor(here / size) === Math.floor(there / size);
}
function proxy_settings_ipv4(text) {
    if (!/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(text))
        return undefined;
    return text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
/** Short enough for a sentence, and without what ends a code span. */
function plain(entry) {
    return entry.replace(/[^\w.*:/ -]/gu, '').slice(0, 80);
}
/** As the HTTP client decides it, which sends such requests past the proxy; `api-url` is judged more strictly. */
function isLoopback(host) {
    return host === 'localhost' || host.startsWith('127.') || host === '[::1]';
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
/** A time limit; 0 means no limit. */
const timeLimit = (text) => {
    const parsed = duration(0)(text);
    if ('accepted' in parsed)
        return { accepted: `${parsed.accepted}, or 0 for no limit` };
    return { value: parsed.value === 0 ? undefined : parsed.value };
};
function unitsToMs(text) {
    const { hours = 0, minutes = 0, seconds = 0 } = DURATION.exec(text)?.groups ?? {};
    if (text === '' || !DURATION.test(text))
        return undefined;
    return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}
/** `true` or `false`, in the spellings of YAML; anything else is refused. */
const yesNo = (text) => {
    if (/^(?:true|True|TRUE)$/u.test(text))
        return { value: true };
    if (/^(?:false|False|FALSE)$/u.test(text))
        return { value: false };
    return { accepted: 'true or false' };
};
/**
 * A boolean that must be true.
 * @param why `false` is not possible, in words
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
        return value === undefined ? { accepted: either(all) } : { value };
    };
}
/** One word, or else what `parser` reads. */
function orWord(word, parser) {
    return (text) => {
        if (text === word)
            return { value: word };
        const parsed = parser(text);
        return 'value' in parsed ? parsed : { ...parsed, accepted: `${word}, or ${parsed.accepted}` };
    };
}
/** Words of a closed set, separated by commas, spaces or newlines; `none` alone is the empty set. */
function someOf(...all) {
    const accepted = `one or several of ${all.join(', ')}, separated by commas, or none`;
    return (text) => {
        if (text === 'none')
            return { value: new Set() };
        const values = items(text).map((item) => all.find((word) => word === item));
        const known = values.filter((word) => word !== undefined);
        return known.length === values.length && known.length > 0 ? { value: new Set(known) } : { accepted };
    };
}
/** The base URL of the API: https, or plain http to this machine, because the token must not be sent unencrypted. */
const apiUrl = (text) => {
    const accepted = 'an https URL without user name, password, query or fragment (http to a loopback address only)';
    if (!URL.canParse(text))
        return { accepted };
    const url = new URL(text);
    const clear = url.protocol === 'http:' && parsers_isLoopback(url.hostname);
    const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
    return bare && (url.protocol === 'https:' || clear) ? { value: url } : { accepted };
};
function parsers_isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}
/** A token as it may stand in a header: visible ASCII. */
const token = (text) => /^[!-~]+$/u.test(text)
    ? { value: text }
    : { accepted: 'a k6 Cloud API token of ASCII characters without spaces or line breaks' };
/** `auto, v6 or v2` */
function either(words) {
    return words.join(', ').replace(/, (?=[^,]*$)/u, ' or ');
}
/** The items of a list that is separated by commas, spaces or newlines. */
function items(text) {
    return text.split(/[\s,]+/u).filter((item) => item !== '');
}

;// CONCATENATED MODULE: ./src/inputs/defaults.ts
/** The defaults of the inputs. Written by `npm run format` from action.yml. */
/** The default of each input that has one, by the name of the input. */
const DEFAULTS = new Map([
    ['api', 'auto'],
    ['api-url', 'https://api.k6.io'],
    ['wait', 'true'],
    ['poll-interval', 'auto'],
    ['timeout', '2h'],
    ['queue-timeout', '0'],
    ['processing-timeout', '5m'],
    ['outage-timeout', '5m'],
    ['request-timeout', '15s'],
    ['on-timeout', 'stop'],
    ['on-cancel', 'stop'],
    ['fail-on', 'failed, aborted, error, timeout'],
    ['processing-error', 'fail'],
    ['require-thresholds', 'false'],
    ['missing-token', 'fail'],
    ['note', 'auto'],
    ['summary', 'true'],
    ['comment', 'never'],
    ['baseline', 'none'],
    ['require-comparison', 'false'],
    ['mark-as-baseline', 'false'],
]);

;// CONCATENATED MODULE: ./src/inputs/raw.ts

const raw_INVISIBLE = /[\s\p{Cc}\p{Cf}]/u;
/** The text without white space, byte order marks, zero-width and control characters at its ends. */
function trimmed(text) {
    let start = 0;
    let end = text.length;
    while (start < end && raw_INVISIBLE.test(text.charAt(start)))
        start += 1;
    while (end > start && raw_INVISIBLE.test(text.charAt(end - 1)))
        end -= 1;
    return text.slice(start, end);
}
/** Reads inputs; an empty one means its default, because a wrapping workflow passes on `''` for what is not set. */
function rawInputs(runner) {
    return (name) => trimmed(runner.input(name)) || (DEFAULTS.get(name) ?? '');
}
/** An environment variable, trimmed as inputs are; empty where it is absent. */
function rawEnv(runner, name) {
    return trimmed(runner.env(name) ?? '');
}

;// CONCATENATED MODULE: ./src/inputs/ids.ts


/** More than this in one step belongs in a matrix of jobs, which shows each job on its own. */
const MAX_IDS = 50;
/** What the pages of tests and runs are called in addresses, and the inputs that take them. */
const PAGES = { test: 'tests', run: 'runs' };
const HINT_OF_OTHER_KIND = {
    test: 'This is the address of a run. To judge an existing run, use `run-id`',
    run: 'This is the address of a test. To start a test, use `test-id`',
};
const HOST = /^(?:[a-z0-9-]{1,63}\.){0,4}(?:grafana\.net|k6\.io)$/u;
const ADDRESS = /^(?:https?:\/\/|[a-z0-9.-]{1,200}\.(?:net|io)\/)/iu;
/** Ids of tests, separated by commas, spaces or newlines, each once; none is accepted. */
const testIds = (text) => ids('test', text);
/** Ids of runs, separated by commas, spaces or newlines, each once; none is accepted. */
const runIds = (text) => ids('run', text);
/** One id of a run. */
const runId = (text) => ids_id('run', text);
function ids(kind, text) {
    const grouped = text.split(/\s+/u).find((part) => /^\d{1,3}(?:,\d{3})+$/u.test(unquoted(part)));
    if (grouped !== undefined)
        return { accepted: oneOrSeveral(unquoted(grouped)), got: grouped };
    const parsed = items(text).map((item) => ids_id(kind, item));
    const refused = parsed.find((one) => 'accepted' in one);
    if (refused !== undefined && 'accepted' in refused)
        return refused;
    const all = parsed.flatMap((one) => ('value' in one ? [one.value] : []));
    if (all.length > MAX_IDS)
        return { accepted: `at most ${MAX_IDS} ids in one step, not ${all.length}` };
    const twice = all.find((one, place) => all.indexOf(one) !== place);
    return twice === undefined ? { value: all } : { accepted: `each id once: ${twice} is named twice` };
}
/** `1,201` may be one id with a thousands separator, or two ids; to guess could start the wrong test. */
function oneOrSeveral(text) {
    const parts = text.split(',');
    const plain = 'ids without thousands separators';
    if (parts.length > 3)
        return `${plain}. Is this one id, or ${parts.length} ids that need a space after each comma?`;
    return `${plain}. Is this one id (${parts.join('')}) or ${parts.length} ids (${parts.join(', ')})?`;
}
function ids_id(kind, item) {
    const text = unquoted(item);
    const digits = ADDRESS.test(text) ? fromAddress(text, PAGES[kind]) : /^#?(?<id>\d+)$/u.exec(text)?.groups?.['id'];
    if (digits !== undefined && isId(digits))
        return { value: digits };
    const other = ADDRESS.test(text) ? fromAddress(text, PAGES[kind === 'test' ? 'run' : 'test']) : undefined;
    return { accepted: expected(kind), got: item, ...(other === undefined ? {} : { hint: HINT_OF_OTHER_KIND[kind] }) };
}
function expected(kind) {
    return `the id of a ${kind} (a whole number), or an address on grafana.net or k6.io that ends in /${PAGES[kind]}/ID`;
}
/** The id at the end of the path, where the host is one of Grafana's and the page is of the kind asked for. */
function fromAddress(text, page) {
    const address = /^https?:/iu.test(text) ? text : `https://${text}`;
    if (!URL.canParse(address))
        return undefined;
    const { hostname, username, password, pathname } = new URL(address);
    if (!HOST.test(hostname) || username !== '' || password !== '')
        return undefined;
    const [last = '', before, ...rest] = pathname.replace(/\/$/u, '').split('/').reverse();
    return before === page && rest.length > 0 && /^\d+$/u.test(last) ? last : undefined;
}
function isId(text) {
    return /^[1-9]\d{0,15}$/u.test(text) && Number.isSafeInteger(Number(text));
}
/** A list that was quoted as a whole leaves a quote on each of its ends. */
function unquoted(item) {
    return trimmed(trimmed(item).replace(/^["']/u, '').replace(/["']$/u, ''));
}

;// CONCATENATED MODULE: ./src/inputs/regression-rules.ts



/** A name of k6: of a metric or of a tag. */
const regression_rules_NAME = String.raw `[A-Za-z_]\w{0,127}`;
const regression_rules_NUMBER = String.raw `\d{1,6}(?:\.\d{1,6})?`;
/** Values stand in the path of a request, so they hold only what its reference allows, and nothing that ends a text. */
const VALUE = String.raw `\w{1,255}|"[\w.()=~!<>|, /:*+-]{1,255}"`;
const TAG = String.raw `\s*(${regression_rules_NAME})\s*:\s*(${VALUE})\s*`;
const regression_rules_RULE = new RegExp(String.raw `^(?<metric>[a-z0-9-]+)(?:\((?<name>${regression_rules_NAME})\))?(?:\{(?<tags>[^{}]*)\})?` +
    String.raw `\s*=\s*(?<sign>[+-]?)(?<size>\d{1,4}(?:\.\d{1,6})?)\s*(?<unit>%|pp)` +
    String.raw `(?:\s*&\s*(?<floor>${regression_rules_NUMBER})\s*(?<floorUnit>ms|pp)?)?$`, 'u');
const TAGS = new RegExp(`^${TAG}(?:,${TAG})*$`, 'u');
const EACH_TAG = new RegExp(TAG, 'gu');
/** More tags and rules than a person writes. */
const MOST_TAGS = 10;
const MOST_RULES = 20;
/**
 * Rules such as `p95=10%, error-rate=0.5pp, rps=-5%`: the sign says which way is worse, and only that way is accepted.
 * `rate(my_rate)` is a rate or a counter of the script, and its sign says which way is worse.
 * `p95=10%&20ms` needs both to be exceeded; `p95{name:checkout}` is one endpoint; `p95(checkout_duration)` a custom metric.
 */
const regressionRules = (text) => {
    const accepted = `rules such as p95=10%, error-rate=0.5pp, rps=-5%, p95{name:checkout}=15%&20ms, p95(my_trend)=10%, rate(my_rate)=-1pp, each metric once, ` +
        `of ${Object.keys(METRICS).join(', ')}; pp for rates only; a minus where less is worse; values in double quotes ` +
        `without " ' \\ { }`;
    const parts = partsOf(text);
    const rules = parts.map(rule);
    const wrong = parts.find((_, place) => rules[place] === undefined);
    const sound = rules.filter((one) => one !== undefined);
    if (wrong !== undefined || sound.length > MOST_RULES)
        return { accepted, got: wrong ?? text };
    const keys = sound.map((one) => `${one.rate === undefined ? one.metric : 'rate'}${one.of === undefined ? '' : selectorText(one.of)}`);
    const twice = sound.find((_, place) => keys.indexOf(keys[place] ?? '') !== place);
    return twice === undefined ? { value: sound } : { accepted, got: ruleText(twice) };
};
/** Separated by commas and newlines that are neither in quotes nor in braces. */
function partsOf(text) {
    const parts = text.match(/(?:"[^"\n]*"|\{(?:"[^"\n]*"|[^{}"\n])*\}|[^,\n])+/gu) ?? [];
    return parts.map((part) => part.trim()).filter((part) => part !== '');
}
function rule(part) {
    const { metric = '', name, tags, sign, size, unit, floor, floorUnit } = regression_rules_RULE.exec(part)?.groups ?? {};
    // The rate of a metric of the script is a share or a number per second: points say that it is a share.
    const isRate = metric === 'rate' && name !== undefined;
    const row = isRate ? (floor !== undefined && floorUnit === undefined && unit === '%' ? 'rps' : 'error-rate') : metric;
    if (!isMetric(row))
        return undefined;
    const { worse, unit: counted } = METRICS[row];
    const number = Number(size);
    const signFits = isRate || (worse === 'less' ? sign === '-' || number === 0 : sign !== '-');
    if (!signFits || (unit === 'pp' && counted !== 'share'))
        return undefined;
    const floorFits = floorUnit === (counted === 'ms' ? 'ms' : counted === 'share' ? 'pp' : undefined);
    if (floor !== undefined && !floorFits)
        return undefined;
    const of = selector(name, tags);
    if (of === 'refused')
        return undefined;
    return {
        metric: row,
        size: number,
        unit: unit === 'pp' ? 'pp' : '%',
        ...(isRate ? { rate: sign === '-' ? 'less' : 'more' } : {}),
        ...(floor === undefined ? {} : { floor: Number(floor) }),
        ...(of === undefined ? {} : { of }),
    };
}
function selector(metric, text) {
    if (text === undefined)
        return metric === undefined ? undefined : { metric, tags: [] };
    if (!TAGS.test(text))
        return 'refused';
    const tags = [...text.matchAll(EACH_TAG)].map(([, name = '', value = '']) => [name, value.replaceAll('"', '')]);
    const names = new Set(tags.map(([name]) => name));
    return tags.length > MOST_TAGS || names.size < tags.length ? 'refused' : { metric, tags };
}
function isMetric(name) {
    return Object.hasOwn(METRICS, name);
}

;// CONCATENATED MODULE: ./src/inputs/reports.ts




/** The names of the inputs that are read here. */
const REPORT_INPUT_NAMES = [
    'summary',
    'comment',
    'comment-key',
    'github-token',
    'status',
    'baseline',
    'max-regression',
    'require-comparison',
    'mark-as-baseline',
    'report-dir',
];
/** Reads how the run is compared; a rule without a baseline is an error, because it would never be applied. */
function readComparison(read, origin, problems) {
    const known = problems.all.length;
    const baseline = read('baseline', baselineChoice);
    const maxRegression = read('max-regression', regressionRules);
    if (problems.all.length === known && maxRegression.length > 0 && baseline.kind === 'none') {
        problems.add('`max-regression` needs a baseline. Set `baseline` to previous, recent, marked or the id of a run.');
    }
    const requireComparison = read('require-comparison', yesNo);
    if (problems.all.length === known && requireComparison && maxRegression.length === 0) {
        problems.add('`require-comparison` needs rules. Set `max-regression`, for example to p95=10%.');
    }
    return { baseline, maxRegression, origin, requireComparison, markAsBaseline: read('mark-as-baseline', yesNo) };
}
/** Reads what people see. */
function readReports(read) {
    return {
        summary: read('summary', yesNo),
        comment: read('comment', oneOf('never', 'on-failure', 'always')),
        commentKey: read('comment-key', reports_text),
        status: read('status', reports_statusName),
        reportDir: read('report-dir', reportDir),
    };
}
/**
 * A folder as it is. No shell reads the input, so `~` and `$NAME` would become folders of that very name.
 */
const reportDir = (folder) => {
    const hint = 'No shell reads it. Use a path in the workspace, or an expression such as `${{ runner.temp }}`';
    if (/^~(?:$|[/\\\w])/u.test(folder))
        return { accepted: 'a path that does not begin with `~`', hint };
    if (/\$(?:\w|\{)/u.test(folder))
        return { accepted: 'a path without shell variables', hint };
    return { value: folder };
};
const reports_text = (value) => ({ value });
const LONGEST_STATUS_NAME = 100;
/** The name of a commit status: what branch protection shows, so one short line. */
const reports_statusName = (value) => value.length <= LONGEST_STATUS_NAME && characters_oneLine(value) === value
    ? { value }
    : { accepted: `one line of at most ${LONGEST_STATUS_NAME} characters` };
const baselineChoice = (word) => {
    if (word === 'none' || word === 'previous' || word === 'recent' || word === 'marked')
        return { value: { kind: word } };
    const id = runId(word);
    return 'value' in id
        ? { value: { kind: 'run', runId: id.value } }
        : { ...id, accepted: `none, previous, recent, marked, or ${id.accepted}` };
};

;// CONCATENATED MODULE: ./src/inputs/api.ts

const SLUG = /^(?=.*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/iu;
/** A host, with or without the path of a page. */
const api_HOST = /^(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,63}(?::\d{1,5})?(?:[/?#].*)?$/iu;
/** A stack by its id, its slug, its host, or the address of any of its pages. */
const stack = (text) => {
    if (/^[1-9]\d{0,15}$/u.test(text) && Number.isSafeInteger(Number(text)))
        return { value: { kind: 'id', id: text } };
    const url = SLUG.test(text) ? `https://${text.toLowerCase()}.grafana.net` : stackUrl(text);
    return url === undefined
        ? {
            accepted: 'the numeric id of a Grafana stack, its slug (acme), its host (acme.grafana.net) or its https URL ' +
                '(https://acme.grafana.net)',
        }
        : { value: { kind: 'url', url } };
};
/** The address of the stack in the address of one of its pages: query and fragment are dropped, and so is the page. */
function stackUrl(text) {
    const address = api_HOST.test(text) ? `https://${text}` : text;
    if (!URL.canParse(address))
        return undefined;
    const { protocol, username, password, hostname, origin, pathname } = new URL(address);
    if (protocol !== 'https:' || username !== '' || password !== '')
        return undefined;
    if (hostname.endsWith('.grafana.net'))
        return origin;
    return `${origin}${withoutLastSlashes(pathname.replace(/\/a\/.*$/u, ''))}`;
}
function withoutLastSlashes(path) {
    let end = path.length;
    while (path.charAt(end - 1) === '/')
        end -= 1;
    return path.slice(0, end);
}
/** Reads `api` and `stack` together; where there is a problem, the value that is returned is never used. */
function readApi(given, problems) {
    const api = oneOf('auto', 'v6', 'v2')(given.api);
    const where = given.stack === '' ? undefined : stack(given.stack);
    if ('accepted' in api)
        problems.invalid('api', given.api, api);
    if (where !== undefined && 'accepted' in where)
        problems.invalid(given.stackName, given.stack, where);
    const known = where !== undefined && 'value' in where ? where.value : undefined;
    const word = 'value' in api ? api.value : 'v2';
    if (word === 'v6' && where === undefined) {
        problems.add('`api: v6` needs a stack. Set `stack` or the environment variable `K6_CLOUD_STACK_ID`.');
    }
    return known === undefined || word === 'v2' ? { kind: 'v2' } : { kind: 'v6', stack: known };
}

;// CONCATENATED MODULE: ./src/inputs/problems.ts

const problems_LONGEST_QUOTE = 80;
/** A value that has this many characters in common with the beginning of a secret is taken for a part of it. */
const SECRET_START = 8;
/**
 * Starts without problems.
 * @param secrets the tokens of the step; a value that holds or begins like one of them is not quoted
 */
function collectProblems(secrets, redact) {
    const all = [];
    const starts = secrets.filter((secret) => secret !== '').map((secret) => secret.slice(0, SECRET_START));
    const holdsSecret = (text) => {
        const bare = characters_oneLine(text).replace(/\s/gu, '');
        return starts.some((start) => bare.includes(start));
    };
    return {
        all,
        add: (sentence) => {
            all.push(sentence);
        },
        invalid: (name, text, { accepted, got = text, hint }) => {
            const value = holdsSecret(text) ? 'invalid value (not shown)' : `invalid value ${quoted(got, redact)}`;
            const end = /[.?]$/u.test(accepted) ? '' : '.';
            all.push(`\`${name}\`: ${value}. Expected ${accepted}${end}${hint === undefined ? '' : ` ${hint}.`}`);
        },
    };
}
/** Strips, then redacts, then cuts, then escapes: in any other order a part of a secret could be left. */
function quoted(text, redact) {
    const line = characters_oneLine(text).replace(/\s+/gu, ' ');
    const safe = redact(line).replace(/(?<=\/\/)[^\s/@]{1,1000}@/gu, '***@');
    return JSON.stringify(safe.length > problems_LONGEST_QUOTE ? `${safe.slice(0, problems_LONGEST_QUOTE)}…` : safe);
}

;// CONCATENATED MODULE: ./src/inputs/tokens.ts


/** Reads both tokens and masks them in everything that is printed from here on. */
function hideTokens(runner, input) {
    const tokens = { k6: input('token') || rawEnv(runner, 'K6_CLOUD_TOKEN'), github: input('github-token') };
    for (const secret of [tokens.k6, tokens.github])
        if (secret !== '')
            runner.hide(secret);
    return tokens;
}
/** The k6 Cloud token; `undefined` where it is missing and may be, or where there is a problem. */
function readToken(given, problems, mayBeMissing) {
    if (given === '') {
        if (mayBeMissing)
            return undefined;
        problems.add('`token` is empty. Set `token` or the environment variable `K6_CLOUD_TOKEN` to a k6 Cloud API token. ' +
            'Pull requests from forks get no secrets: with `missing-token: skip` they pass with a warning.');
        return undefined;
    }
    const parsed = token(given);
    if ('value' in parsed)
        return parsed.value;
    problems.add(`\`token\`: invalid value (not shown, ${given.length} characters). Expected ${parsed.accepted}.`);
    return undefined;
}

;// CONCATENATED MODULE: ./src/inputs/note.ts

/** Longer notes are cut. */
const note_LONGEST = 500;
/**
 * The note for the input of the same name: `auto` is the line below, `none` is no note, any other text is used on one
 * line.
 */
function noteFor(input, env) {
    if (input === 'none')
        return undefined;
    const text = input === 'auto' ? workflowLine(env) : input;
    const line = text
        .replace(/\s+/gu, ' ')
        .replace(/\p{Cc}/gu, '')
        .trim();
    return line === '' ? undefined : withoutTails(line).slice(0, note_LONGEST);
}
/** The note with its tail at the end; the text is cut to make room for it. */
function withTail(text, tail) {
    if (tail === undefined)
        return text;
    const ending = tailText(tail);
    const room = Math.max(0, note_LONGEST - ending.length - 1);
    return `${(text ?? '').slice(0, room)} ${ending}`.trimStart();
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

;// CONCATENATED MODULE: ./src/inputs/step-origin.ts


/** Events whose runs measure the state of the repository, not a change that is proposed. */
const TRUSTED_EVENTS = new Set([
    'push',
    'schedule',
    'workflow_dispatch',
    'repository_dispatch',
    'release',
]);
const step_origin_COMMIT_DIGITS = 12;
/** Reads it; `undefined` outside of GitHub. */
function stepOrigin(runner) {
    const { context } = readWorkflow(runner);
    if (context === undefined)
        return undefined;
    const defaultBranch = textAt(context.event, 'repository', 'default_branch');
    const runId = runner.env('GITHUB_RUN_ID') ?? '';
    return {
        repository: context.repository,
        branch: branchOf(context, runner.env('GITHUB_BASE_REF')) ?? defaultBranch,
        commit: context.sha?.slice(0, step_origin_COMMIT_DIGITS),
        pullRequest: pullRequestOf(context),
        workflowRun: /^[1-9]\d{0,14}$/u.test(runId) ? runId : undefined,
        defaultBranch,
        head: headOf(context),
        trusted: isTrusted(context, defaultBranch),
    };
}
/** Of a pull request its newest commit and its own branch, not the merge that GitHub makes of it. */
function headOf(context) {
    const { event, ref = '' } = context;
    const found = (0,event_pull_request/* statusCommit */.aZ)(context);
    const branch = textAt(event, 'pull_request', 'head', 'ref') ??
        textAt(event, 'workflow_run', 'head_branch') ??
        (at(event, 'issue') === undefined ? /^refs\/(?:heads|tags)\/(?<name>.+)$/u.exec(ref)?.groups?.['name'] : undefined);
    return { commit: found.kind === 'commit' ? found.commit.slice(0, step_origin_COMMIT_DIGITS) : undefined, branch };
}
/** A tag and a release are of no branch: the default branch counts for them. */
function branchOf({ event, eventName = '', ref = '' }, baseRef = '') {
    const base = textAt(event, 'pull_request', 'base', 'ref') ??
        branchName(textAt(event, 'merge_group', 'base_ref') ?? '') ??
        textAt(first(at(event, 'workflow_run', 'pull_requests')), 'base', 'ref');
    if (base !== undefined)
        return base;
    if (baseRef !== '')
        return baseRef;
    if (eventName === 'workflow_run')
        return isOfProposal(event) ? undefined : textAt(event, 'workflow_run', 'head_branch');
    return eventName === 'issue_comment' ? undefined : branchName(ref);
}
/** The pull request that this step measures. A merge group's own run measures its base branch. */
function pullRequestOf(context) {
    const { eventName = '', event, ref = '' } = context;
    const isProposal = eventName.startsWith('pull_request') ||
        eventName === 'issue_comment' ||
        ref.startsWith('refs/pull/') ||
        (eventName === 'workflow_run' && isOfProposal(event));
    if (!isProposal)
        return undefined;
    const source = (0,event_pull_request/* pullRequestSource */.O3)(context);
    const digits = /^refs\/pull\/(?<number>[1-9]\d{0,14})\//u.exec(ref)?.groups?.['number'];
    return source.kind === 'number' ? source.number : digits === undefined ? 'unknown' : Number(digits);
}
/** The earlier workflow run was one of a pull request or of another repository, such as a fork. */
function isOfProposal(event) {
    if ((textAt(event, 'workflow_run', 'event') ?? '').startsWith('pull_request'))
        return true;
    const here = textAt(event, 'repository', 'full_name');
    const there = textAt(event, 'workflow_run', 'head_repository', 'full_name');
    return here === undefined || there?.toLowerCase() !== here.toLowerCase();
}
function isTrusted({ eventName = '', ref = '' }, defaultBranch) {
    if (!TRUSTED_EVENTS.has(eventName))
        return false;
    if (/^refs\/tags\/./u.test(ref))
        return true;
    return defaultBranch !== undefined && branchName(ref) === defaultBranch;
}
function branchName(ref) {
    return /^refs\/heads\/(?<name>.+)$/u.exec(ref)?.groups?.['name'];
}
function first(value) {
    return Array.isArray(value) ? value[0] : undefined;
}
function at(value, ...path) {
    return path.reduce((inner, key) => (typeof inner === 'object' && inner !== null ? new Map(Object.entries(inner)).get(key) : undefined), value);
}
function textAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'string' && found !== '' && found.length <= 1000 ? found : undefined;
}

;// CONCATENATED MODULE: ./src/inputs/inputs.ts
/** Turns the runner's strings into Inputs and reports all problems together; no other folder sees a raw string. */









const SIMULATIONS = ['passed', 'failed', 'aborted', 'error', 'timeout'];
/** The inputs are invalid: one line for each problem, which names the input, its value and what is expected. */
class InputError extends Error {
    name = 'InputError';
    problems;
    /** Whether the job summary is to be written: as asked for, also where other inputs are invalid. */
    summary;
    /** The commit status that is to be an error, unless its own name is invalid. */
    status;
    constructor(problems, status, summary) {
        super(problems.join('\n'));
        this.problems = problems;
        this.summary = summary;
        this.status = status;
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
const inputs_SECOND_MS = 1000;
/**
 * Reads and checks all inputs, and hides the token before anything else.
 * @throws InputError with every problem of every input
 */
function readInputs(runner) {
    const input = rawInputs(runner);
    const tokens = hideTokens(runner, input);
    const problems = collectProblems([tokens.k6, tokens.github], runner.redact);
    const read = inputs_reader(input, problems);
    const simulate = input('simulate') === '' ? undefined : read('simulate', oneOf(...SIMULATIONS));
    const missingToken = read('missing-token', oneOf('fail', 'skip'));
    const comparison = readComparison(read, stepOrigin(runner), problems);
    const inputs = {
        token: readToken(tokens.k6, problems, simulate !== undefined || missingToken === 'skip'),
        targets: readTargets(read, problems, simulate !== undefined),
        api: readApi({ api: input('api'), ...stackInput(input, runner) }, problems),
        apiUrl: read('api-url', apiUrl),
        wait: read('wait', input('run-id') === '' ? yesNo : onlyYes('`run-id` starts no test that could be left')),
        pollMs: read('poll-interval', orWord('auto', duration(inputs_SECOND_MS))),
        limits: {
            timeoutMs: read('timeout', timeLimit),
            queueMs: read('queue-timeout', timeLimit),
            processingMs: read('processing-timeout', duration(inputs_SECOND_MS)),
            outageMs: read('outage-timeout', duration(inputs_SECOND_MS)),
        },
        requestMs: read('request-timeout', duration(inputs_SECOND_MS)),
        onTimeout: read('on-timeout', oneOf('stop', 'leave')),
        onCancel: read('on-cancel', oneOf('stop', 'leave')),
        failOn: read('fail-on', someOf('failed', 'aborted', 'error', 'timeout')),
        policy: {
            processingError: read('processing-error', oneOf('fail', 'warn')),
            requireThresholds: read('require-thresholds', yesNo),
        },
        comparison,
        reports: readReports(read),
        githubToken: tokens.github === '' ? undefined : tokens.github,
        note: noteOf(input('note'), comparison, runner),
        simulate,
    };
    if (problems.all.length === 0)
        return inputs;
    const name = reports_statusName(input('status'));
    const status = { name: 'value' in name ? name.value : '', githubToken: inputs.githubToken };
    throw new InputError(problems.all, status, !/^false$/iu.test(input('summary')));
}
/** The tail stands on the note wherever runs are compared, whatever the user wants the note to say. */
function noteOf(text, { baseline, origin, markAsBaseline }, runner) {
    const isWanted = text === 'auto' || baseline.kind !== 'none' || markAsBaseline === true;
    const tail = origin === undefined || !isWanted ? undefined : { ...origin, marks: [] };
    return withTail(noteFor(text, runner.env), tail);
}
/** The stack, and where it was set. */
function stackInput(input, runner) {
    const stack = input('stack');
    if (stack !== '')
        return { stack, stackName: 'stack' };
    return { stack: rawEnv(runner, 'K6_CLOUD_STACK_ID'), stackName: 'K6_CLOUD_STACK_ID' };
}
/** A refused value is added to `problems`; what is returned in its place is never used, because problems end the reading. */
function inputs_reader(input, problems) {
    return (name, parser) => {
        const text = input(name);
        const parsed = parser(text);
        if ('value' in parsed)
            return parsed.value;
        problems.invalid(name, text, parsed);
        return undefined;
    };
}
function readTargets(read, problems, simulated) {
    const known = problems.all.length;
    const tests = read('test-id', testIds);
    const runs = read('run-id', runIds);
    if (problems.all.length > known)
        return { kind: 'tests', ids: [] };
    if (tests.length > 0 && runs.length > 0)
        problems.add('Set `test-id` or `run-id`, not both.');
    if (tests.length === 0 && runs.length === 0 && !simulated) {
        problems.add('Set `test-id` (test to start) or `run-id` (run to judge).');
    }
    return runs.length > 0 ? { kind: 'runs', ids: runs } : { kind: 'tests', ids: tests };
}

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
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
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
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
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
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
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
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
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}

;// CONCATENATED MODULE: ./src/gate/stop-pending.ts

/** How long a stop may be tried when the workflow was cancelled: the runner kills 7.5 s after its first signal. */
const CANCEL_BUDGET_MS = 3500;
const CANCELLED_MEANWHILE = 'the workflow was cancelled meanwhile';
/**
 * Stops the run of a start within `budgetMs`, search included. Once the step's signal is aborted there is less time: a
 * stop under way is given up and sent anew at once, so that a pause between two tries does not use that time up.
 */
async function stopPending(left, { cloud, clock }, budgetMs, signal) {
    let known = left;
    if (!signal.aborted) {
        const calm = await stopOnce(left, cloud, clock, { limitMs: budgetMs, signal });
        if (!isAborted(signal) || calm.kind !== 'stop-failed')
            return calm;
        known = { ...left, runId: calm.runId };
    }
    return stopOnce(known, cloud, clock, { limitMs: CANCEL_BUDGET_MS, signal: new AbortController().signal });
}
async function stopOnce(left, stopper, clock, bounds) {
    const { limitMs } = bounds;
    const late = () => new Error(`no answer within ${limitMs / 1000} s`);
    let runId = left.runId;
    const attempt = async (signal) => {
        if (runId === undefined) {
            const found = await stopper.find(left, signal);
            if (found.kind === 'none')
                return { kind: 'nothing-found' };
            if (found.kind === 'several')
                return { kind: 'several-found', runIds: found.runIds };
            runId = found.run.id;
        }
        const stopped = await stopper.stop(runId, limitMs, signal);
        return { kind: stopped === 'stopping' ? 'stopped' : 'already-over', runId };
    };
    try {
        return await withDeadline(clock, { limitMs, signal: bounds.signal }, late, (within) => abortable(within, attempt(within)));
    }
    catch (error) {
        const failure = bounds.signal.aborted ? CANCELLED_MEANWHILE : clock_toError(error).message;
        return { kind: 'stop-failed', runId, failure };
    }
}

;// CONCATENATED MODULE: ./src/gate/stop-if-needed.ts
/** Decides in main whether a run has to be stopped, and stops it; what fails is left to post. */


/** How long a stop may be tried when time ended; it comes on top of `timeout`, and the post step tries again. */
const STOP_BUDGET_MS = 7000;
/** What becomes of the run: one that has ended needs nothing, one we gave up on is stopped unless the user wants it left. */
async function stopIfNeeded({ testId, pollResult }, { onTimeout }, ports, signal) {
    const { memory } = ports;
    if (pollResult.kind === 'not-awaited')
        return undefined; // `main` lets go of it once every start has come through
    if (hasNothingToStop(pollResult)) {
        if (testId !== undefined)
            letGo(testId, memory);
        return pollResult.kind === 'settled' || pollResult.kind === 'gave-up' ? undefined : 'already-over';
    }
    if (pollResult.kind === 'api-refused' && pollResult.problem === 'wrong-run')
        return undefined; // it is not ours
    if (testId === undefined)
        return pollResult.kind === 'api-refused' ? undefined : 'not-ours';
    if (memory.isLeft(testId))
        return runIdOf(pollResult) === undefined ? 'start-left' : 'left';
    const left = memory.pending().find((one) => one.testId === testId);
    if (left === undefined)
        return undefined;
    // A start without an answer was searched for already, and post searches once more.
    if (pollResult.kind === 'not-started' && left.runId === undefined)
        return undefined;
    if (!signal.aborted && onTimeout === 'leave' && left.runId !== undefined) {
        memory.forget(testId);
        return 'left';
    }
    memory.mustStop(testId);
    return stopOutcomeOf(await stopPending(left, ports, STOP_BUDGET_MS, signal), testId, memory);
}
/** Its load has ended, whatever is still missing; a status of no known kind may be a run that goes on. */
function hasNothingToStop(pollResult) {
    const run = 'run' in pollResult ? pollResult.run : undefined;
    return run !== undefined && hasEnded(run) && !(run.state === 'settled' && run.ending.kind === 'unrecognised');
}
function runIdOf(pollResult) {
    return 'run' in pollResult ? pollResult.run?.id : undefined;
}
/** What could not be stopped, or not be found, stays in memory for post. */
function stopOutcomeOf(stopping, testId, memory) {
    switch (stopping.kind) {
        case 'stopped':
        case 'already-over':
            letGo(testId, memory);
            return stopping.kind;
        case 'stop-failed':
            return stopping.runId === undefined ? 'start-in-doubt' : stopping.kind;
        case 'nothing-found':
        case 'several-found':
            return undefined;
    }
}
/** A start that may have made a second run stays in memory: post searches for that one. */
function letGo(testId, memory) {
    const start = memory.pending().find((one) => one.testId === testId);
    if (start?.doubt === undefined || start.runId === undefined)
        memory.forget(testId);
}

;// CONCATENATED MODULE: ./src/gate/start.ts
/** Starts a test so that its run is never lost: the intent is remembered first, the run as soon as it is known. */



/**
 * Starts a test. `timeout` counts from the start of the step, so a start that the API does not answer is under it too.
 * @throws only what is a fault of this action
 */
async function gate_start_startRun(testId, { limits: { timeoutMs } }, ports, signal) {
    if (timeoutMs === undefined)
        return start(testId, ports, signal);
    const late = new Error('the time of the step is over');
    const restMs = ports.stepStartMs + timeoutMs - ports.clock.now();
    const started = await withDeadline(ports.clock, { limitMs: restMs, signal }, () => late, (within) => start(testId, ports, within));
    if (started.state !== 'not-started' || started.pollResult.kind !== 'cancelled' || signal.aborted)
        return started;
    const pollResult = { kind: 'gave-up', limit: 'timeout', limitMs: timeoutMs, run: undefined };
    return { state: 'not-started', pollResult };
}
/** The intent is remembered before the start is sent, so that even a kill in between leaves a trace to search by. */
async function start(testId, ports, signal) {
    const { cloud, memory } = ports;
    let intent;
    try {
        const { earlier, ...prepared } = await cloud.prepare(testId, signal);
        intent = prepared;
        signal.throwIfAborted(); // nothing was sent, so there is nothing for post to search for
        let begun = intent;
        const save = (known) => {
            begun = { ...begun, ...known };
            memory.remember(begun);
        };
        save({});
        const run = await cloud.start(intent, signal, {
            onRun: (runId) => {
                save({ runId });
            },
            onDoubt: (doubt) => {
                save({ doubt });
            },
        });
        save({ runId: run.id });
        const pending = run.state === 'pending' ? run : { ...cloud.unknownRun(run.id), testId, seen: true };
        return { state: 'started', run: pending, earlier };
    }
    catch (error) {
        if (signal.aborted)
            return { state: 'not-started', pollResult: { kind: 'cancelled', run: undefined } };
        if (!(error instanceof CloudError))
            throw error;
        if (intent !== undefined)
            rememberFailure(error, intent, memory);
        return {
            state: 'not-started',
            pollResult: { kind: 'not-started', failure: error.message, problem: problemOf(error) },
        };
    }
}
/**
 * What a start that failed leaves to do: a run that is surely ours is stopped, and one that may yet appear is searched
 * for by post. If several may be ours, none is touched, and post names them too: a kill may keep main from it.
 */
function rememberFailure(error, intent, memory) {
    const uncertain = error instanceof StartUncertain;
    const known = memory.pending().find(({ testId }) => testId === intent.testId) ?? intent;
    if (uncertain && error.ownRun !== undefined)
        memory.remember({ ...known, runId: error.ownRun.id });
    else if (!uncertain)
        memory.forget(intent.testId);
}

;// CONCATENATED MODULE: ./src/gate/started-twice.ts
/** After a start in doubt: names and stops a second run that a lost try made, so that nobody pays for it in silence. */




/** How long the stop of a second run may be tried; post tries again. */
const started_twice_STOP_BUDGET_MS = 7000;
/**
 * Reads the list again where a try of the start may have made a second run.
 * @returns the result as it was, or `started-twice` with the other runs
 */
async function checkForSecondRuns(testId, pollResult, ports, signal) {
    const start = ports.memory.pending().find((one) => one.testId === testId);
    const own = 'run' in pollResult ? pollResult.run : undefined;
    // After a cancel there is no time for it: the doubt stays in memory, and post checks.
    if (start?.doubt === undefined || own === undefined || signal.aborted)
        return pollResult;
    const { reporter } = ports;
    try {
        const found = await secondRunsOf({ ...start, doubt: start.doubt }, own, ports.cloud, signal);
        if (found.others.length > 0)
            reporter.noticed(othersSentence(testId, found.others));
        const others = await Promise.all(found.ours.map((run) => stopped(run, ports.cloud, signal)));
        const isSettled = others.length > 0 && others.every(({ stop }) => stop !== 'stop-failed');
        // A run may still appear in the list: then post reads the list again.
        const isKnown = isSettled || ports.clock.now() > start.doubt.lastTryMs + LATE_MS;
        ports.memory.remember({ ...start, runId: own.id, doubt: isKnown ? undefined : start.doubt });
        if (others.length === 0)
            return pollResult;
        return { kind: 'started-twice', run: own, others };
    }
    catch (error) {
        if (!(error instanceof CloudError)) {
            if (isAborted(signal))
                return { kind: 'cancelled', run: own };
            throw error;
        }
        reporter.noticed(uncheckedSentence(testId, error.message));
        return pollResult;
    }
}
/** The new runs beside the one that is known. */
function secondRunsOf(start, own, { secondRuns }, signal) {
    const { testId, notes, doubt } = start;
    return secondRuns({ intent: { testId, notes }, own, doubt }, signal);
}
/** One line where the list that tells of a second run could not be read. */
function uncheckedSentence(testId, failure) {
    return `Whether the start of test ${testId} made a second run could not be checked: ${failure}`;
}
/** One line for new runs that are not ours. */
function othersSentence(testId, runIds) {
    return `Other new runs of test ${testId} exist; none of them was started by this step: ${runIds.join(', ')}.`;
}
async function stopped(run, { stop }, signal) {
    if (hasEnded(run))
        return { runId: run.id, stop: 'already-over' };
    try {
        const result = await stop(run.id, started_twice_STOP_BUDGET_MS, signal);
        return { runId: run.id, stop: result === 'stopping' ? 'stopped' : 'already-over' };
    }
    catch (error) {
        return { runId: run.id, stop: 'stop-failed', failure: clock_toError(error).message };
    }
}

;// CONCATENATED MODULE: ./src/test-run/test-run.ts
/** The domain: a test run as this action sees it, whichever API shows it. Imports nothing but its own folder. */
/** Whether a run in this phase is running or has run. */
function isRunningOrLater(phase) {
    switch (phase) {
        case 'created':
        case 'validated':
        case 'queued':
        case 'initializing':
        case 'unrecognised':
            return false;
        case 'running':
        case 'processing':
        case 'deciding':
            return true;
    }
}
/** An aborted run as it counts if its result does not come. */
function withoutResult(run, ending) {
    return { ...run, state: 'settled', ending, metrics: 'not-awaited' };
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
;// CONCATENATED MODULE: ./src/test-run/eligible.ts
/** How far two loads may differ. */
const LOAD_TOLERANCE = 0.05;
/**
 * The runs that `previous` and `recent` take their baseline from.
 * @param earlier newest first
 */
function eligibleRuns(earlier, judged) {
    const { origin } = judged;
    const starred = earlier.find((one) => one.marked && runExclusion(one, judged.run) === undefined);
    const own = ofBranch(earlier, judged, starred, origin?.branch);
    const other = origin?.pullRequest === undefined ? origin?.defaultBranch : origin.branch;
    const hasOwn = own.eligible.some((one) => one !== starred);
    const ofDefault = hasOwn || other === origin?.branch ? own : ofBranch(earlier, judged, starred, other);
    const found = ofDefault.eligible.length >= own.eligible.length ? ofDefault : own;
    if (found.eligible.length > 0)
        return found;
    const proposal = earlier.find((one) => isOfAnotherPullRequest(one, judged));
    if (proposal === undefined)
        return own;
    return { ...own, eligible: [proposal], excluded: without(own.excluded, proposal), fromPullRequest: true };
}
/** The runs that `marked` takes its baseline from: a person chose them, so that the branch does not matter. */
function markedRuns(earlier, { run }) {
    const why = (one) => (one.marked ? runExclusion(one, run) : 'not-marked');
    return { ...eligible_split(earlier, why), branch: undefined, starred: undefined, fromPullRequest: false };
}
/** Whether both loads are known and differ: planned duration or maximum VUs. */
function isOtherLoad(a, b) {
    return differ(a.plannedMs, b.plannedMs) || differ(a.vus, b.vus);
}
/** Why a run is no baseline whatever its note says. */
function runExclusion({ run }, judged) {
    if (run.state !== 'settled')
        return 'not-finished';
    if (run.ending.kind !== 'finished' || run.result !== 'passed')
        return 'not-passed';
    if (run.metrics !== 'complete')
        return 'metrics-incomplete';
    if (Number(run.id) >= Number(judged.id))
        return 'not-older';
    return isOtherLoad(run, judged) ? 'other-load' : undefined;
}
/** Why the note of a run rules it out; a run without a tail counts for every branch. */
function tailExclusion(tail, origin, branch) {
    if (tail === undefined || tail === 'none')
        return undefined;
    if (tail === 'unreadable')
        return 'unreadable-note';
    if (origin !== undefined && tail.repository.toLowerCase() !== origin.repository.toLowerCase()) {
        return 'other-repository';
    }
    if (tail.pullRequest !== undefined)
        return 'pull-request';
    if (tail.marks.includes('regressed'))
        return 'regressed';
    if (tail.marks.includes('unsound'))
        return 'unsound';
    return branch !== undefined && tail.branch !== branch ? 'other-branch' : undefined;
}
function ofBranch(earlier, { run, origin }, starred, branch) {
    const start = starred === undefined ? earlier.length : earlier.indexOf(starred);
    const why = (one, place) => {
        if (one === starred)
            return undefined; // a person accepts its level, whatever its tail says
        const excluded = runExclusion(one, run) ?? tailExclusion(one.tail, origin, branch);
        return excluded ?? (place > start ? 'before-star' : undefined);
    };
    return { ...eligible_split(earlier, why), branch, starred, fromPullRequest: false };
}
/** A run that would be eligible if it were not for its pull request, which is surely not that of the judged run. */
function isOfAnotherPullRequest(one, { run, origin }) {
    const { tail } = one;
    if (typeof tail !== 'object' || tail.pullRequest === undefined)
        return false;
    const own = origin?.pullRequest;
    const isOther = own === undefined || (own !== 'unknown' && tail.pullRequest !== 'unknown' && tail.pullRequest !== own);
    const merged = { ...tail, pullRequest: undefined };
    return isOther && (runExclusion(one, run) ?? tailExclusion(merged, origin, origin?.branch)) === undefined;
}
function eligible_split(earlier, why) {
    const all = earlier.map((one, place) => ({ earlier: one, why: why(one, place) }));
    return {
        eligible: all.flatMap((one) => (one.why === undefined ? [one.earlier] : [])),
        excluded: all.flatMap((one) => (one.why === undefined ? [] : [{ earlier: one.earlier, why: one.why }])),
    };
}
function without(excluded, one) {
    return excluded.filter(({ earlier }) => earlier !== one);
}
function differ(a, b) {
    return a !== undefined && b !== undefined && Math.abs(a - b) > LOAD_TOLERANCE * Math.max(a, b);
}
/** What is said of the runs that passed and are left out, in this order. */
const EXCLUSION_WORDS = [
    ['pull-request', 'of pull requests'],
    ['regressed', 'worse than their baseline'],
    ['other-branch', 'of other branches'],
    ['other-repository', 'of other repositories'],
    ['other-load', 'of another load'],
    ['unsound', 'not measured soundly'],
    ['unreadable-note', 'with a note that cannot be read'],
    ['before-star', 'older than the starred run'],
    ['metrics-incomplete', 'without complete metrics'],
    ['not-marked', 'not marked'],
];
/** `12 earlier runs passed, 10 of pull requests, 2 of another load`; `no earlier run that passed was found` */
function exclusionsSentence({ eligible, excluded }) {
    const count = (why) => excluded.filter((one) => one.why === why).length;
    const reasons = EXCLUSION_WORDS.map(([why, words]) => [count(why), words]).filter(([of]) => of > 0);
    const passed = eligible.length + reasons.reduce((sum, [of]) => sum + of, 0);
    if (passed === 0)
        return 'no earlier run that passed was found';
    const runs = passed === 1 ? '1 earlier run passed' : `${passed} earlier runs passed`;
    return [runs, ...reasons.map(([of, words]) => `${of} ${words}`)].join(', ');
}

;// CONCATENATED MODULE: ./src/gate/compare-words.ts



/** `median of 8 runs of main` */
function severalName(count, branch) {
    return `median of ${count} runs${branch === undefined ? '' : ` of ${branch}`}`;
}
/** `No baseline: 12 earlier runs passed, 10 of pull requests, 2 of another load` */
function noBaseline(kind, excluded, eligible) {
    const few = kind === 'recent' && eligible > 0
        ? `; \`baseline: recent\` needs ${FEWEST_RUNS} runs, and ${eligible} of them can be used`
        : '';
    return `No baseline: ${excluded}${few}`;
}
/** What the user should know of a comparison. */
function warningsOf({ eligible, fromPullRequest }, { baseline, maxRegression, origin, hasNotes }, usual = new Map()) {
    const isSearched = baseline.kind === 'previous' || baseline.kind === 'recent';
    const cannotTell = isSearched && !hasNotes && origin?.pullRequest !== undefined;
    const [newest] = eligible;
    return [
        ...(cannotTell
            ? [
                'The legacy API has no notes, so earlier attempts of this pull request cannot be told apart from other runs. ' +
                    'Use `baseline: marked`, with `mark-as-baseline: true` on the default branch.',
            ]
            : []),
        ...(fromPullRequest && newest !== undefined
            ? [
                `The baseline, run ${newest.run.id}, is of another pull request, because no run of the base branch was found: a slow drift is not seen.`,
            ]
            : []),
        ...maxRegression.flatMap((rule) => noiseWarning(rule, rule.of === undefined ? usual.get(rule.metric) : undefined)),
    ];
}
/** `max-regression` p95=10% is below the noise of this test (±14 % over 8 runs). */
function noiseWarning(rule, usual) {
    if (usual === undefined)
        return [];
    const { asked, unit } = ruleInEffect(rule, usual, METRICS[rule.metric].unit === 'share');
    const noise = noiseOf(usual, unit);
    if (asked === undefined || noise === undefined)
        return [];
    return [
        `\`max-regression\`: ${asked.size} ${asked.unit} of ${METRICS[rule.metric].title} is below the noise of this test (±${significant(noise)} ${unit} over ${usual.count} runs).`,
    ];
}

;// CONCATENATED MODULE: ./src/gate/selected-values.ts




/** The values by the text of the rule: one request for each rule, the judged run and its baseline together. */
async function selectedValues(ids, { run, comparing, cloud }, asking) {
    const found = comparing.maxRegression.map(async (rule) => {
        const { testId } = run;
        if (rule.of === undefined || testId === undefined)
            return [];
        const { values, metric, isRead } = await firstWithValues(rule, (query) => cloud.metrics.across(testId, [run.id, ...ids], { ...query, of: rule.of }, query.asking(asking)));
        const now = values.get(run.id);
        const usual = usualOf(ids.flatMap((id) => values.get(id) ?? []));
        const then = ids.length === 1 ? values.get(ids[0] ?? '') : usual?.median;
        const lack = isRead ? lackOf(rule, now === undefined ? `run ${run.id}` : 'the baseline') : undefined;
        return [[ruleText(rule), { now, then, usual: ids.length === 1 ? undefined : usual, metric, lack }]];
    });
    return new Map((await Promise.all(found)).flat());
}
/** `rate(…)` in percent is asked of a rate first, then of a counter: an answer of the wrong kind is an error or is empty. */
async function firstWithValues(rule, ask) {
    const mayBeCounter = rule.rate !== undefined && rule.unit === '%' && rule.floor === undefined;
    const metrics = mayBeCounter ? [rule.metric, 'rps'] : [rule.metric];
    const failed = [];
    let found = { metric: rule.metric, values: new Map() };
    for (const metric of metrics) {
        const asking = (outer) => ({
            ...outer,
            onFailure: (failure) => {
                failed.push(metric);
                if (!mayBeCounter)
                    outer.onFailure(failure);
            },
        });
        found = { metric, values: await ask({ number: METRICS[metric].number, asking }) };
        if (found.values.size > 0)
            break;
    }
    return { ...found, isRead: failed.length < metrics.length };
}
/** Why there is no value, as a clause. */
function lackOf({ metric, rate, of }, which) {
    const tags = selectorText({ metric: undefined, tags: of?.tags ?? [] });
    if (of?.metric === undefined)
        return `no sample of ${which} has ${tags}`;
    const stat = rate === undefined ? metric : 'rate';
    const tagged = tags === '' ? '' : ` with ${tags}`;
    return `${which} has no ${stat} of ${of.metric}${tagged}: there is no such metric, or it is of another kind`;
}

;// CONCATENATED MODULE: ./src/gate/compare.ts






/** Finds the baseline that the user asks for; never throws. */
async function findBaseline(request, asking) {
    const { run, earlier, comparing } = request;
    const { baseline: choice, origin } = comparing;
    const judged = { run, origin };
    switch (choice.kind) {
        case 'none':
            return { baseline: undefined, warnings: [] };
        case 'run': {
            const known = earlier.find((one) => one.run.id === choice.runId);
            const differs = known !== undefined && isOtherLoad(known.run, run);
            const warnings = differs ? [`The baseline, run ${choice.runId}, has another load than run ${run.id}.`] : [];
            return single({ of: known?.run ?? choice.runId, warnings, about: {} }, request, asking);
        }
        case 'marked':
            return fromMarked(request, asking);
        case 'previous': {
            const eligibility = eligibleRuns(earlier, judged);
            return compare_oneOf(eligibility, request, asking);
        }
        case 'recent': {
            const eligibility = eligibleRuns(earlier, judged);
            const { eligible, starred, fromPullRequest } = eligibility;
            if (eligible.length >= FEWEST_RUNS)
                return several(eligibility, request, asking);
            if (starred !== undefined)
                return compare_oneOf({ ...eligibility, eligible: [starred] }, request, asking);
            return compare_oneOf({ ...eligibility, eligible: fromPullRequest ? eligible : [] }, request, asking, eligibility);
        }
    }
}
/** A marked run can be older than the first page of runs. */
async function fromMarked(request, asking) {
    const { run, earlier, comparing, cloud } = request;
    const judged = { run, origin: comparing.origin };
    const near = markedRuns(earlier, judged);
    if (near.eligible.length > 0)
        return compare_oneOf(near, request, asking);
    const far = markedRuns(await cloud.metrics.markedRuns(run, asking), judged);
    return compare_oneOf(far.eligible.length > 0 ? far : near, request, asking);
}
/** The newest of the runs that count. `found` is what the sentence about none is made of. */
async function compare_oneOf(eligibility, request, asking, found = eligibility) {
    const { comparing, cloud } = request;
    const warnings = warningsOf(eligibility, { ...comparing, hasNotes: cloud.notes !== undefined });
    const [newest] = eligibility.eligible;
    if (newest !== undefined) {
        const about = { source: sourceOf(newest), isMarked: newest.marked };
        return single({ of: newest.run, warnings, about }, request, asking);
    }
    const sentence = noBaseline(comparing.baseline.kind, exclusionsSentence(found), found.eligible.length);
    return { baseline: undefined, missing: sentence, warnings };
}
async function single({ of, warnings, about }, request, asking) {
    const { cloud } = request;
    const { id, url } = typeof of === 'string' ? cloud.unknownRun(of) : of;
    const [numbers, selected] = await Promise.all([
        cloud.metrics.numbers(id, asking),
        selectedValues([id], request, asking),
    ]);
    if (Object.values(numbers).every((value) => value === undefined)) {
        return { baseline: undefined, missing: noNumbers(`the baseline, run ${id},`), warnings };
    }
    const ageMs = typeof of === 'string' ? undefined : ageOf(of, request.run);
    return { baseline: { runId: id, url, numbers, selected, about: { ...about, ageMs } }, warnings };
}
/** How long before the judged run another one ended. */
function ageOf(earlier, run) {
    const [thenMs, nowMs] = [earlier.endedMs ?? earlier.createdMs, run.endedMs ?? run.createdMs];
    return thenMs === undefined || nowMs === undefined ? undefined : nowMs - thenMs;
}
/** Where a run is from, if its note says so: runs of people and of other tools count for every branch. */
function sourceOf({ tail }) {
    if (typeof tail !== 'object')
        return undefined;
    const { branch, pullRequest } = tail;
    if (pullRequest === undefined)
        return branch;
    return pullRequest === 'unknown' ? 'a pull request' : `pull request ${pullRequest}`;
}
/** The numbers of several runs: one request for each metric. */
async function several(eligibility, request, asking) {
    const { run, comparing, cloud } = request;
    const runs = eligibility.eligible.slice(0, MOST_RUNS);
    const ids = runs.map((one) => one.run.id);
    const usual = new Map();
    const selecting = selectedValues(ids, request, asking);
    await Promise.all(METRIC_NAMES.map(async (metric) => {
        const values = await cloud.metrics.across(run.testId ?? '', ids, { number: METRICS[metric].number }, asking);
        const found = usualOf([...values.values()]);
        if (found !== undefined)
            usual.set(metric, found);
    }));
    const warnings = warningsOf(eligibility, { ...comparing, hasNotes: cloud.notes !== undefined }, usual);
    const [newest] = runs;
    if (usual.size === 0 || newest === undefined) {
        return { baseline: undefined, missing: noNumbers(`the ${ids.length} earlier runs`), warnings };
    }
    const medians = [...usual].map(([metric, { median }]) => [METRICS[metric].number, median]);
    const numbers = { ...NO_NUMBERS, ...Object.fromEntries(medians) };
    const name = severalName(runs.length, eligibility.branch);
    const selected = await selecting;
    const about = { source: eligibility.branch, ageMs: ageOf(newest.run, run) };
    const { id: runId, url } = newest.run;
    return { baseline: { runId, url, runIds: ids, numbers, name, about, usual, selected }, warnings };
}
function noNumbers(of) {
    return `Nothing was compared: no number of ${of} could be read`;
}

;// CONCATENATED MODULE: ./src/gate/trend.ts
const TREND_RUNS = 9;
/**
 * The points of the runs before `run`, oldest first. Only runs that came to their end are among them; an aborted one
 * would show the latency of another test.
 * @param earlier newest first
 */
async function trendBefore(run, earlier, cloud, asking) {
    const ended = earlier.filter(({ run: one }) => one.state === 'settled' && one.ending.kind === 'finished');
    const shown = ended.slice(0, TREND_RUNS).map(({ run: one }) => one);
    const runIds = shown.map(({ id }) => id);
    if (run.testId === undefined || runIds.length === 0)
        return [];
    const latencies = await cloud.metrics.latencies(run.testId, runIds, asking);
    return shown.map(({ id, createdMs }) => ({ runId: id, createdMs, p95Ms: latencies.get(id) })).reverse();
}

;// CONCATENATED MODULE: ./src/gate/ask-early.ts
/** Asks for what needs no verdict while a run goes on: the name of its test, the runs before it, and their numbers. */




/** What has not come by then is asked for again at the end. */
const BOUND_MS = 25_000;
/** Asks, and leaves the answers to the memory of the client. Never throws: the end asks for what failed. */
async function askEarly(run, comparing, ports, signal) {
    const { clock, cloud } = ports;
    const late = () => new Error('the answer is asked for again once the run has ended');
    try {
        await withDeadline(clock, { limitMs: BOUND_MS, signal }, late, async (within) => {
            (0,external_node_events_namespaceObject.setMaxListeners)(0, within); // more than ten questions at once are no leak
            const asking = { signal: within, onFailure: () => undefined };
            const name = run.testId === undefined ? undefined : cloud.metrics.testName(run.testId, asking);
            await Promise.all([name, askForPast(run, comparing, ports, asking)]);
        });
    }
    catch {
        // The memory holds no answer, so that the end asks.
    }
}
async function askForPast(run, comparing, { cloud, isPictured }, asking) {
    if (!isPictured)
        return;
    const earlier = await cloud.metrics.earlierRuns(run, asking);
    // A rule with a selector compares the run itself, of which nothing is final yet.
    const pastOnly = { ...comparing, maxRegression: [] };
    await Promise.all([
        findBaseline({ run, earlier, comparing: pastOnly, cloud }, asking),
        trendBefore(run, earlier, cloud, asking),
    ]);
}

;// CONCATENATED MODULE: ./src/gate/collect-details.ts



const MOST_MS = 8000;
/** What is left for the others to report that nothing came. */
const SPARE_MS = 1000;
/** All runs of a baseline; none where there is no baseline. */
function baselineRunIds(baseline) {
    return baseline === undefined ? [] : (baseline.runIds ?? [baseline.runId]);
}
/** The endpoints; empty where they are not known in time. Never throws. */
async function collectEndpoints(run, baseline, ports, asking) {
    const found = await inTime('the endpoints', ports, asking, (within) => ports.cloud.metrics.endpoints(run, baselineRunIds(baseline), within));
    return found ?? [];
}
/** The same numbers of the baseline as the run has; those that are not known in time are absent. Never throws. */
async function collectBaselineProtocols({ testId, protocols }, baseline, ports, asking) {
    const names = knownProtocols(protocols);
    const runIds = baselineRunIds(baseline);
    if (testId === undefined || names.length === 0 || runIds.length === 0)
        return {};
    const found = await inTime('numbers of the baseline', ports, asking, (within) => ports.cloud.metrics.protocols(testId, runIds, names, within));
    const values = [...(found ?? [])].map(([name, all]) => [name, runIds.length === 1 ? all[0] : usualOf(all)?.median]);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
async function inTime(what, { clock, untilMs }, { signal, onFailure }, ask) {
    const limitMs = Math.min(MOST_MS, untilMs - SPARE_MS - clock.now());
    const late = () => new Error(`${what} were not known in time`);
    try {
        if (limitMs <= 0)
            throw late();
        return await withDeadline(clock, { limitMs, signal }, late, (within) => ask({ signal: within, onFailure }));
    }
    catch (error) {
        if (!signal.aborted)
            onFailure(clock_toError(error).message);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/test-run/soundness.ts

/** The health of generators of which nothing is known. */
const UNKNOWN_HEALTH = { droppedIterations: undefined, cpuPercent: undefined };
/** More dropped iterations than this share are not the system's doing alone. */
const MOST_DROPPED = 0.01;
const MOST_CPU_PERCENT = 80;
/** What speaks against a measurement, a phrase for each; empty for a sound one, and where nothing is known. */
function unsoundReasons({ droppedIterations, cpuPercent }, iterations) {
    const share = droppedShare(droppedIterations, iterations);
    return [
        ...pastLimit(share, MOST_DROPPED, 'share', (is, limit) => `${is} of its iterations were dropped (limit ${limit})`),
        ...pastLimit(cpuPercent, MOST_CPU_PERCENT, 'plain', (is, limit) => {
            return `a load generator was at ${is} % CPU (limit ${limit} %)`;
        }),
    ];
}
/** The words for a value past its limit; a value equal to it is within. */
function pastLimit(value, limit, unit, words) {
    return value !== undefined && value > limit ? [words(...distinguishable(value, limit, unit))] : [];
}
/** Of the iterations that should have been made, as far as both counts are known. */
function droppedShare(dropped, made) {
    if (dropped === undefined || made === undefined || dropped + made <= 0)
        return undefined;
    return dropped / (dropped + made);
}
/** `Run 7650001 was not a sound measurement: 2.4 % of its iterations were dropped (limit 1 %). …`; none for a sound one. */
function unsoundWarning(runId, reasons) {
    if (reasons.length === 0)
        return [];
    const why = reasons.join(', and ');
    return [`Run ${runId} was not a sound measurement: ${why}. Its latencies are not those of the tested system alone.`];
}

;// CONCATENATED MODULE: ./src/gate/collect-metrics.ts
/** Collects the metrics of a run that has ended: its numbers, the runs before it, and how it compares. Bounded, and never throws. */










/** All requests of one run may take this long; less where other runs have used up the time of the step. */
const collect_metrics_BOUND_MS = 25_000;
/** Where a question does not even listen to its signal. */
const GRACE_MS = 1000;
/** The metrics of a run that ran and has ended; `undefined` for any other, and for a step that was cancelled. */
async function collectMetrics(pollResult, comparing, { cloud, clock, onNotice, budget, detail }, signal) {
    if (pollResult.kind !== 'settled' || !hasRun(pollResult.run) || signal.aborted)
        return undefined;
    const { run } = pollResult;
    const misses = [];
    const sinceMs = clock.now();
    const boundMs = Math.min(collect_metrics_BOUND_MS, budget.leftMs());
    const late = () => new Error(`no complete response within ${Math.round(boundMs / 1000)} s in all`);
    try {
        if (boundMs <= 0)
            throw new Error('the time of the step for metrics was used up by other runs');
        return await clock_withTimeout(clock, boundMs + GRACE_MS, late, () => withDeadline(clock, { limitMs: boundMs, signal }, late, (within) => {
            (0,external_node_events_namespaceObject.setMaxListeners)(0, within); // more than ten questions at once are no leak
            const asking = { signal: within, onFailure: (failure) => misses.push(failure) };
            return readMetrics(run, comparing, { cloud, clock, untilMs: sinceMs + boundMs, detail }, asking);
        }));
    }
    catch (error) {
        misses.push(clock_toError(error).message);
        return withRules(comparing, { ...EMPTY, warnings: [] });
    }
    finally {
        if (misses.length > 0)
            budget.charge(sinceMs);
        const [first] = misses;
        const rest = misses.length > 1 ? ` (and ${misses.length - 1} more)` : '';
        if (first !== undefined && !isAborted(signal))
            onNotice(`Some numbers of run ${run.id} are n/a: ${first}${rest}`);
    }
}
const EMPTY = {
    ...NO_METRICS,
    testName: undefined,
    trend: [],
    baseline: undefined,
    baselineProtocols: {},
    endpoints: [],
    health: UNKNOWN_HEALTH,
    unsound: [],
};
function hasRun({ startedMs, ending }) {
    return startedMs !== undefined || ending.kind === 'finished';
}
async function readMetrics(run, comparing, ports, asking) {
    const { cloud, detail } = ports;
    const { metrics } = cloud;
    const isPictured = detail !== 'main';
    const measuring = metrics.metrics(run, asking, isPictured ? 'all' : 'main');
    const past = isPictured ? metrics.earlierRuns(run, asking) : Promise.resolve([]);
    const comparison = past.then((earlier) => findBaseline({ run, earlier, comparing, cloud }, asking));
    const [measured, testName, earlier, { warnings, ...found }, pictured] = await Promise.all([
        measuring,
        run.testId === undefined ? undefined : metrics.testName(run.testId, asking),
        past,
        comparison,
        isPictured ? readPictured(run, { past, measuring, comparison }, ports, asking) : NOT_PICTURED,
    ]);
    const { trend, endpoints, ...details } = pictured;
    const unsound = unsoundReasons(details.health, measured.numbers.iterations);
    const now = { runId: run.id, createdMs: run.createdMs, p95Ms: measured.numbers.p95Ms };
    const judged = withRules(comparing, {
        testName,
        ...measured,
        ...found,
        ...details,
        baselineRun: earlier.find(({ run: one }) => one.id === found.baseline?.runId)?.run,
        trend: trend.some(({ p95Ms }) => p95Ms !== undefined) ? [...trend, now] : [],
        endpoints: [],
        unsound,
        warnings: [...unsoundWarning(run.id, unsound), ...noRequestWarning(run, measured), ...warnings],
    });
    const runs = baselineRunIds(found.baseline).length;
    return { ...judged, endpoints: comparedEndpoints(endpoints, runs, judged.regressions) };
}
const NOT_PICTURED = { trend: [], endpoints: [], baselineProtocols: {}, health: UNKNOWN_HEALTH };
/** What is shown beside the numbers that decide. */
async function readPictured(run, { past, measuring, comparison }, ports, asking) {
    const { cloud, detail } = ports;
    const [trend, endpoints, baselineProtocols, health] = await Promise.all([
        past.then((earlier) => trendBefore(run, earlier, cloud, asking)),
        detail === 'all' ? comparison.then(({ baseline }) => collectEndpoints(run, baseline, ports, asking)) : [],
        Promise.all([measuring, comparison]).then(([{ protocols }, { baseline }]) => collectBaselineProtocols({ testId: run.testId, protocols }, baseline, ports, asking)),
        detail === 'all' ? cloud.metrics.health(run.id, asking) : UNKNOWN_HEALTH,
    ]);
    return { trend, endpoints, baselineProtocols, health };
}
/** A run that passed and sent nothing proves nothing about latency. */
function noRequestWarning({ id }, { numbers }) {
    return numbers.requests === 0 ? [`Run ${id} made no HTTP request, so its latency is unknown.`] : [];
}
const UNKNOWN_NUMBER = 'a number of the run or of its baseline is not known';
/** Applies the user's rules; one that cannot be judged is a warning, and an error only where the user asks for that. */
function withRules({ maxRegression, baseline: choice }, { missing, ...found }) {
    const { baseline, numbers, warnings } = found;
    const missed = missing === undefined ? [] : [`${missing}.`];
    if (maxRegression.length === 0 || choice.kind === 'none') {
        return { ...found, judged: [], regressions: [], warnings: [...missed, ...warnings] };
    }
    const against = baseline ?? { runId: '', url: '', numbers: NO_NUMBERS };
    const { judged, regressions, unjudged } = compare(maxRegression, numbers, against);
    const rules = unjudged.map(ruleText);
    if (rules.length === 0)
        return { ...found, judged, regressions };
    const notApplied = `\`max-regression\` (${rules.join(', ')}) was not applied`;
    const lacks = new Set(unjudged.map((rule) => baseline?.selected?.get(ruleText(rule))?.lack ?? UNKNOWN_NUMBER));
    const notCompared = missing === undefined ? `${notApplied}: ${[...lacks].join('; ')}` : `${missing}; ${notApplied}`;
    return { ...found, judged, regressions, notCompared, warnings: [`${notCompared}.`, ...warnings] };
}

;// CONCATENATED MODULE: ./src/gate/remembered-metrics.ts

/**
 * The client of one run with a memory. It covers what the run cannot change: the name of its test, and everything about
 * the runs before it. A question that is still open is waited for. One that failed is asked once more, and only the
 * second failure counts.
 */
function rememberedMetrics(client) {
    const names = memory();
    const lists = memory();
    const numbers = memory();
    const values = memory();
    return {
        ...client,
        testName: (testId, asking) => names(testId, asking, (own) => client.testName(testId, own)),
        earlierRuns: (run, asking) => lists(`earlier ${run.id}`, asking, (own) => client.earlierRuns(run, own)),
        markedRuns: (run, asking) => lists(`marked ${run.id}`, asking, (own) => client.markedRuns(run, own)),
        numbers: (runId, asking) => numbers(runId, asking, (own) => client.numbers(runId, own)),
        latencies: (testId, runIds, asking) => values([testId, ...runIds].join(), asking, (own) => client.latencies(testId, runIds, own)),
        across: (testId, runIds, query, asking) => values(JSON.stringify([testId, runIds, query]), asking, (own) => client.across(testId, runIds, query, own)),
    };
}
function memory() {
    const answers = new Map();
    return async (key, asking, ask) => {
        const earlier = answers.get(key);
        const known = earlier === undefined ? undefined : await abortable(asking.signal, earlier);
        if (known !== undefined)
            return known.value;
        const failures = [];
        const asked = ask({ ...asking, onFailure: (failure) => failures.push(failure) });
        const kept = asked.then((value) => (failures.length === 0 ? { value } : undefined));
        answers.set(key, kept.catch(() => undefined));
        const value = await asked;
        failures.forEach(asking.onFailure);
        return value;
    };
}

;// CONCATENATED MODULE: ./src/gate/metrics-of-run.ts





/**
 * Pictures are four series and a trend. The first runs of a step have them, and every run that has not passed; those of
 * fifty runs that end together would hold the end of the step up for half a minute. In a step with more runs than this
 * the endpoints of a run that has passed are left out as well.
 */
const MOST_PICTURED = 10;
/**
 * The metrics of a run.
 * @param id of the test or of the run, as the input names it
 */
function metricsOfRun(id, { inputs, ports, limits, signal }) {
    const { comparison, policy, targets } = inputs;
    const cloud = { ...ports.cloud, metrics: rememberedMetrics(ports.cloud.metrics) };
    // A comparison reads everything, so that a run that is not sound is marked.
    const isCompared = comparison.baseline.kind !== 'none' || comparison.markAsBaseline === true;
    const ofPassed = isCompared || targets.ids.length <= MOST_PICTURED ? 'all' : ofManyRuns(targets.ids.indexOf(id));
    let hasAsked = false;
    return {
        polled: (run) => {
            if (hasAsked || run.state === 'settled' || !isRunningOrLater(run.phase))
                return;
            hasAsked = true;
            // Nobody waits for it: the answers are in the memory when the run has ended.
            void limits.early(() => askEarly(run, comparison, { ...ports, cloud, isPictured: ofPassed !== 'main' }, signal));
        },
        collect: (pollResult) => {
            const detail = judge(pollResult, policy).word === 'passed' ? ofPassed : 'all';
            const { onNotice, budget } = { onNotice: ports.reporter.noticed, budget: limits.metricsBudget };
            const collecting = { ...ports, cloud, onNotice, budget, detail };
            return limits.metrics(() => collectMetrics(pollResult, comparison, collecting, signal));
        },
    };
}
function ofManyRuns(place) {
    return place < MOST_PICTURED ? 'pictures' : 'main';
}

;// CONCATENATED MODULE: ./src/test-run/note-marks.ts
/** Whether the run passed in k6 Cloud, or may still do so: any other one is never a baseline. */
function couldBeBaseline(pollResult) {
    if (pollResult.kind !== 'settled')
        return true;
    const { ending, result } = pollResult.run;
    return ending.kind === 'finished' && result === 'passed';
}
/** The marks; none for a run that cannot be a baseline anyway, because it did not pass. */
function marksOf(pollResult, metrics) {
    if (metrics === undefined || !couldBeBaseline(pollResult))
        return [];
    return [
        ...(metrics.regressions.length > 0 ? ['regressed'] : []),
        ...(metrics.unsound.length > 0 ? ['unsound'] : []),
    ];
}

;// CONCATENATED MODULE: ./src/test-run/phases.ts
/** The spans so far, with one more poll of the run: a phase that goes on is extended, a new one begins. */
function addPhase(spans, run, nowMs) {
    const last = spans.at(-1);
    const before = spans.slice(0, -1);
    const closed = last === undefined ? [] : [...before, { ...last, toMs: nowMs }];
    if (run.state === 'settled' || run.phase === last?.phase)
        return closed;
    return [...closed, { phase: run.phase, fromMs: nowMs, toMs: nowMs }];
}

;// CONCATENATED MODULE: ./src/test-run/wording.ts



/** The reason for a verdict on one run: the finding, what became of the run, and what to do. */
function reasonFor(input) {
    const { pollResult, verdict, stopOutcome } = input;
    const run = 'run' in pollResult ? pollResult.run : undefined;
    const stopped = stopOutcome === undefined ? '' : ` ${stopSentence(stopOutcome, verdict.cause)}`;
    if (run === undefined)
        return `${wording_withoutRun(pollResult)}${stopped}`;
    const parts = wording_partsOf(run, input);
    const { finding, advice } = CAUSES[verdict.cause];
    const whatToDo = typeof advice === 'function' ? advice(parts) : advice;
    return `${finding(parts)}${serviceSays(run)}.${stopped}${whatToDo === undefined ? '' : ` ${whatToDo}`}`;
}
function stopSentence(outcome, cause) {
    switch (outcome) {
        case 'stopped':
            return 'A stop was requested for the run.';
        case 'already-over':
            return 'The run had already ended.';
        case 'left':
            return `The run is still going in k6 Cloud (\`${cause === 'cancelled' ? 'on-cancel' : 'on-timeout'}: leave\`).`;
        case 'start-left':
            return 'A run that the start makes is not stopped (`on-cancel: leave`).';
        case 'start-in-doubt':
            return 'Its start was not answered, so it may have made a run. The post step searches for it and stops it.';
        case 'not-ours':
            return 'It was named by `run-id`, so it was not stopped.';
        case 'stop-failed':
            return 'The run could not be stopped. It may still be running and using VUh.';
    }
}
function wording_partsOf(run, { pollResult, metrics }) {
    const limitMs = 'limitMs' in pollResult ? pollResult.limitMs : undefined;
    return {
        run,
        metrics,
        limit: limitMs === undefined ? '' : formatDuration(limitMs),
        others: pollResult.kind === 'started-twice' ? pollResult.others : [],
        failure: 'failure' in pollResult ? withoutFullStop(pollResult.failure) : '',
    };
}
function wording_withoutRun(pollResult) {
    switch (pollResult.kind) {
        case 'not-started': {
            const isUnknown = pollResult.problem === 'start-uncertain' || pollResult.problem === 'wrong-run';
            return `${withoutFullStop(pollResult.failure)}.${isUnknown ? '' : ' No test was started.'}`;
        }
        case 'cancelled':
            return 'The workflow was cancelled before the test run was known.';
        case 'gave-up':
            return `The start request got no response within ${formatDuration(pollResult.limitMs)} (\`timeout\`).`;
        case 'api-refused':
        case 'settled':
        case 'api-unreachable':
        case 'not-awaited':
        case 'started-twice':
            return '';
    }
}
function serviceSays({ detail }) {
    if (detail === undefined)
        return '';
    const { code, message } = detail;
    if (message === undefined)
        return code === undefined ? '' : `; k6 Cloud's error code is ${code}`;
    return `; k6 Cloud says: ${withoutFullStop(message)}${code === undefined ? '' : ` (code ${code})`}`;
}

;// CONCATENATED MODULE: ./src/poll/deadlines.ts
/** How long a finished and processed run may be without its result. */
const RESULT_MS = 30_000;
/** How long an aborted run may be without its result: only a failed threshold would change its verdict. */
const ABORTED_RESULT_MS = 10_000;
/**
 * The deadline that comes first; `undefined` where there is no limit.
 * @param stepStartMs the instant from which `timeout` counts
 */
function nextDeadline(pollState, limits, stepStartMs) {
    const { timeoutMs, queueMs, processingMs } = limits;
    const { run, hasRun, pollingSinceMs, phaseSinceMs, endedSinceMs = phaseSinceMs } = pollState;
    const resultMs = run.endedAs === undefined ? RESULT_MS : ABORTED_RESULT_MS;
    const ends = [
        end('timeout', timeoutMs, stepStartMs),
        !hasRun ? end('queue-timeout', queueMs, pollingSinceMs) : undefined,
        run.phase === 'processing' ? end('processing-timeout', processingMs, endedSinceMs) : undefined,
        run.phase === 'deciding' ? end('result', Math.min(resultMs, processingMs), phaseSinceMs) : undefined,
    ];
    return ends
        .filter((one) => one !== undefined)
        .reduce((first, one) => (first === undefined || one.atMs < first.atMs ? one : first), undefined);
}
function end(limit, limitMs, fromMs) {
    return limitMs === undefined ? undefined : { limit, limitMs, atMs: fromMs + limitMs };
}

;// CONCATENATED MODULE: ./src/poll/poll-state.ts

const NO_FAILURES = { failures: 0, failingSinceMs: undefined, retryAfterMs: undefined };
/** Before the first poll. */
function initialState(run, nowMs, ours) {
    const never = { endedSinceMs: undefined, polledMs: undefined, runningSinceMs: undefined, hasRun: false };
    const since = { pollingSinceMs: nowMs, phaseSinceMs: nowMs };
    return { run, startedByUs: ours, seen: ours, earlier: [], ...since, ...never, ...NO_FAILURES };
}
/** After a poll that showed the run. */
function afterPoll(pollState, run, nowMs) {
    const hasRun = pollState.hasRun || isRunningOrLater(run.phase);
    return {
        ...pollState,
        run,
        hasRun,
        seen: true,
        phaseSinceMs: run.phase === pollState.run.phase ? pollState.phaseSinceMs : nowMs,
        runningSinceMs: pollState.runningSinceMs ?? (hasRun ? runningSince(pollState, run, nowMs) : undefined),
        endedSinceMs: pollState.endedSinceMs ?? (run.phase === 'processing' ? nowMs : undefined),
        polledMs: nowMs,
        ...NO_FAILURES,
    };
}
/** After a failed poll. */
function afterFailure(pollState, retryAfterMs, nowMs) {
    const failingSinceMs = pollState.failingSinceMs ?? nowMs;
    return { ...pollState, failures: pollState.failures + 1, failingSinceMs, retryAfterMs };
}
/**
 * When the run began to run, by our clock. The service's clock may differ from ours, so of a run that we started only
 * the time between two of its stamps is taken; and it began between the last two polls, whatever the stamps say.
 */
function runningSince({ startedByUs, pollingSinceMs, polledMs }, { createdMs, startedMs }, nowMs) {
    const earliestMs = polledMs ?? (startedByUs ? pollingSinceMs : -Infinity);
    const byOurs = startedByUs && createdMs !== undefined && startedMs !== undefined
        ? pollingSinceMs + startedMs - createdMs
        : undefined;
    const toldMs = byOurs ?? startedMs ?? nowMs;
    return Math.min(nowMs, Math.max(earliestMs, toldMs));
}

;// CONCATENATED MODULE: ./src/poll/poll.ts
/** The poller: polls one run until it is settled, a time limit ends, or the step is cancelled. Knows time, not HTTP. */





/** An answer that denies a run which was there a moment ago is believed after this long. */
const NOT_FOUND_GRACE_MS = 30_000;
/**
 * Polls a run to its end.
 * @param first the run as far as it is known
 * @param ours whether we started it: then it is known to exist, and a denial by the API is doubted for a while
 */
async function poll(first, ports, signal, ours) {
    const { clock, interval, limits, stepStartMs } = ports;
    let pollState = { ...initialState(first, clock.now(), ours), earlier: ports.earlier ?? [] };
    for (;;) {
        const polled = await pollOnce(pollState, ports, signal);
        if (polled.kind !== 'pending')
            return polled;
        pollState = polled.pollState;
        const deadline = nextDeadline(pollState, limits, stepStartMs);
        if (deadline !== undefined && clock.now() >= deadline.atMs) {
            const { run } = pollState;
            return poll_aborted(run, ports) ?? { kind: 'gave-up', limit: deadline.limit, limitMs: deadline.limitMs, run };
        }
        const wakeMs = Math.min(clock.now() + interval(pollState, clock.now()), deadline?.atMs ?? Infinity, outageEndsMs(pollState, limits));
        try {
            await sleep(clock, wakeMs - clock.now(), signal);
        }
        catch {
            return { kind: 'cancelled', run: pollState.run }; // a sleep ends early by the signal alone
        }
    }
}
async function pollOnce(pollState, ports, signal) {
    try {
        const run = await ports.read(pollState.run.id, signal);
        ports.onPoll(run);
        if (run.state === 'settled')
            return { kind: 'settled', run };
        return { kind: 'pending', pollState: afterPoll(pollState, run, ports.clock.now()) };
    }
    catch (error) {
        if (signal.aborted)
            return { kind: 'cancelled', run: pollState.run };
        if (!(error instanceof CloudError))
            throw error;
        const step = afterError(pollState, error, ports);
        return step.kind === 'pending' ? step : (poll_aborted(pollState.run, ports) ?? step);
    }
}
/** A run that was aborted has ended, whether its result comes or not. */
function poll_aborted(run, { onPoll }) {
    if (run.endedAs === undefined)
        return undefined;
    const settled = withoutResult(run, run.endedAs);
    onPoll(settled);
    return { kind: 'settled', run: settled };
}
/** A failed poll: retried if a retry can help, within `outage-timeout`. */
function afterError(pollState, error, ports) {
    const { clock, limits } = ports;
    const nowMs = clock.now();
    const sinceMs = pollState.failingSinceMs ?? nowMs;
    const lastingMs = nowMs - sinceMs;
    const failure = error.message;
    const allowed = retryability(error.code);
    const doubt = pollState.seen && lastingMs < Math.min(NOT_FOUND_GRACE_MS, limits.outageMs);
    if (allowed === 'final' || (allowed === 'retry-briefly' && !doubt))
        return { kind: 'api-refused', run: pollState.run, failure, problem: problemOf(error) };
    // Where the run was seen, the settings are right, and the failure can pass.
    const enough = allowed === 'retry-few' && !pollState.seen && pollState.failures + 1 >= FEW_TRIES;
    const limitMs = lastingMs >= limits.outageMs ? limits.outageMs : undefined;
    if (limitMs !== undefined || enough)
        return { kind: 'api-unreachable', run: pollState.run, failure, limitMs };
    ports.onPollError(pollState.run, failure);
    return { kind: 'pending', pollState: afterFailure(pollState, error.retryAfterMs, nowMs) };
}
/** Where an outage, if there is one, has lasted as long as it may. */
function outageEndsMs({ failingSinceMs }, { outageMs }) {
    return failingSinceMs === undefined ? Infinity : failingSinceMs + outageMs;
}

;// CONCATENATED MODULE: ./src/gate/run-test.ts
/** One test to its verdict: starts the run, saves it, polls it, judges it, and stops it if needed. */











/** Starts a test and follows its run to a verdict. */
async function runTest(testId, context) {
    const { inputs, ports, limits, signal } = context;
    const followed = { testId, metrics: metricsOfRun(testId, context) };
    const started = await limits.start(() => gate_start_startRun(testId, inputs, ports, signal));
    if (started.state === 'not-started')
        return conclude(followed, started.pollResult, [], context);
    const { run, earlier } = started;
    ports.reporter.runStarted(run);
    if (!inputs.wait)
        return conclude(followed, { kind: 'not-awaited', run }, [], context);
    return pollAndJudge({ ...followed, earlier }, run, context);
}
/** Follows a run that somebody else started; it is never stopped. */
async function judgeExistingRun(runId, context) {
    const followed = { testId: undefined, metrics: metricsOfRun(runId, context) };
    return pollAndJudge(followed, context.ports.cloud.unknownRun(runId), context);
}
async function pollAndJudge(followed, first, context) {
    const { inputs, ports, signal } = context;
    const { cloud, clock, reporter } = ports;
    const { testId, metrics, earlier = [] } = followed;
    let phases = [];
    const announced = new Set(first.seen ? [first.url] : []);
    const onPoll = (run) => {
        if (!announced.has(run.url))
            reporter.runStarted(run); // not named yet, or the API knows a better address than its id
        announced.add(run.url);
        phases = addPhase(phases, run, clock.now());
        reporter.polled(run);
        metrics.polled(run);
    };
    const read = ownRunReader(testId, cloud.read);
    const pollPorts = { ...ports, read, earlier, limits: inputs.limits, onPoll, onPollError: reporter.pollFailed };
    const pollResult = await withThresholds(await poll(first, pollPorts, signal, testId !== undefined), context);
    if (testId === undefined)
        return conclude(followed, pollResult, phases, context);
    return conclude(followed, await checkForSecondRuns(testId, pollResult, ports, signal), phases, context);
}
/** `require-thresholds` costs one request more, and only for a run that would pass: the options do not show samples. */
async function withThresholds(pollResult, { inputs, ports, signal }) {
    const { policy } = inputs;
    if (!policy.requireThresholds || pollResult.kind !== 'settled')
        return pollResult;
    if (judge(pollResult, { ...policy, requireThresholds: false }).word !== 'passed')
        return pollResult;
    try {
        return {
            ...pollResult,
            run: { ...pollResult.run, thresholds: await ports.cloud.thresholds(pollResult.run, signal) },
        };
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        return { kind: 'cancelled', run: pollResult.run };
    }
}
async function conclude({ testId, metrics: metricsSource }, pollResult, phases, context) {
    const { inputs, ports, signal } = context;
    const stopOutcome = await stopIfNeeded({ testId, pollResult }, inputs, ports, signal);
    const metrics = await metricsSource.collect(pollResult);
    const noteFailure = await finishNote(pollResult, metrics, ports, signal);
    const { baseline, maxRegression, requireComparison } = inputs.comparison;
    const isCompared = maxRegression.length > 0 && baseline.kind !== 'none';
    const regressions = metrics?.regressions ?? [];
    const comparisonCutShort = signal.aborted && isCompared;
    const notCompared = metrics?.notCompared ?? noteFailure;
    const comparisonMissing = requireComparison === true && notCompared !== undefined;
    const verdict = decide({ pollResult, regressions, comparisonCutShort, comparisonMissing }, inputs.policy);
    const judged = metrics === undefined ? undefined : { ...metrics, notCompared };
    const reason = reasonFor({ pollResult, verdict, stopOutcome, metrics: judged });
    const origin = 'run' in pollResult ? pollResult.run?.origin : undefined;
    const source = testId === undefined ? origin : inputs.comparison.origin?.head;
    return { testId, pollResult, source, verdict, stopOutcome, phases, reason, metrics: judged };
}
/**
 * Without its tail and its marks, a run could be the baseline of a later one that it must not be. Where the API is in
 * trouble or time is over, the note waits for the reports.
 */
async function finishNote(pollResult, metrics, ports, signal) {
    const { kind } = pollResult;
    if (ports.finishNote === undefined || !(kind === 'settled' || kind === 'not-awaited' || kind === 'cancelled'))
        return;
    const { run } = pollResult;
    if (run === undefined)
        return;
    const failure = await ports.finishNote(run.id, marksOf(pollResult, metrics), signal);
    if (failure === undefined)
        return;
    return `The note by which later comparisons know run ${run.id} could not be written: ${withoutFullStop(failure)}`;
}
/** A read that shows a run of another test is not believed: such a run is neither judged nor stopped. */
function ownRunReader(testId, read) {
    if (testId === undefined)
        return read;
    return async (runId, signal) => {
        const run = await read(runId, signal);
        if (run.testId === undefined || run.testId === testId)
            return run;
        const response = `the response shows a run of test ${run.testId}, but test ${testId} was started`;
        throw new CloudError('wrong-run', { request: `the read of run ${runId}`, response });
    };
}

;// CONCATENATED MODULE: ./src/gate/metrics-budget.ts
/** For all runs that end at about the same time; the end of the step waits no longer than this. */
const STEP_BUDGET_MS = 30_000;
/** After this long without a charge the budget is full again: runs that end hours apart do not share it. */
const REFILL_MS = 60_000;
/** A full budget. */
function metricsBudget({ now }) {
    let spentMs = 0;
    let chargedUntilMs = -Infinity;
    return {
        leftMs: () => {
            if (now() > chargedUntilMs + REFILL_MS)
                spentMs = 0;
            return Math.max(0, STEP_BUDGET_MS - spentMs);
        },
        charge: (sinceMs) => {
            const nowMs = now();
            spentMs += Math.max(0, nowMs - Math.max(sinceMs, chargedUntilMs));
            chargedUntilMs = Math.max(chargedUntilMs, nowMs);
        },
    };
}

;// CONCATENATED MODULE: ./src/gate/gate.ts
/** The step: starts, polls, judges and reports every test, in parallel. */






/** How long a stop may be tried after a fault of our own. */
const FAULT_BUDGET_MS = 10_000;
/** Starts under way at a time: each is two requests or more, and one that fails takes minutes of retries. */
const MAX_CONCURRENT_STARTS = 5;
/** The metrics of a run are a dozen requests with a bound in time; more at once would wait for the step's budget of requests in it. */
const MAX_CONCURRENT_METRICS = 3;
/**
 * Starts the tests, or takes the runs, that the inputs name, and follows each to its verdict.
 * @throws only what is a fault of this action; the runs are stopped before
 */
async function runGate(inputs, ports, signal, simulated) {
    const { kind, ids } = inputs.targets;
    const testIds = kind === 'tests' ? ids : [];
    const runIds = kind === 'runs' ? ids : [];
    ports.reporter.opened({ apiName: ports.cloud.apiName, testIds, runIds, simulated });
    const together = new AbortController();
    signal.addEventListener('abort', () => {
        together.abort(signal.reason);
    });
    const endingOthers = (work) => work.catch((fault) => {
        together.abort(fault); // the others stop their runs and end, instead of going on for hours
        throw clock_toError(fault);
    });
    const limits = {
        start: pLimit(MAX_CONCURRENT_STARTS),
        early: pLimit(MAX_CONCURRENT_METRICS),
        metrics: pLimit(MAX_CONCURRENT_METRICS),
        metricsBudget: metricsBudget(ports.clock),
    };
    const context = { inputs, ports, limits, signal: together.signal };
    const settled = await Promise.allSettled([
        ...testIds.map((testId) => endingOthers(runTest(testId, context))),
        ...runIds.map((runId) => endingOthers(judgeExistingRun(runId, context))),
    ]);
    const fault = settled.find((one) => one.status === 'rejected');
    if (fault !== undefined) {
        await Promise.all(ports.memory.pending().map((left) => stopPending(left, ports, FAULT_BUDGET_MS, signal)));
        throw clock_toError(fault.reason);
    }
    const outcomes = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    // After a cancel in the middle of the starts, post stops what was started.
    if (!signal.aborted) {
        for (const { testId, pollResult } of outcomes) {
            if (pollResult.kind === 'not-awaited' && testId !== undefined)
                ports.memory.forget(testId);
        }
    }
    return stepOutcome(outcomes, inputs.failOn, simulated);
}

;// CONCATENATED MODULE: ./src/poll/likely-end.ts
/** Fewer runs are no rule. */
const FEWEST = 3;
/** Runs of one test differ by this much, or by this share of their length. */
const SPREAD_MS = 3000;
const SPREAD_SHARE = 0.05;
/**
 * k6's default for `gracefulStop`, which k6 adds to the planned duration (grafana/k6, `lib.GetEndOffset`). A run that ends
 * within it before its plan, or after it, has kept its plan.
 */
const GRACEFUL_STOP_MS = 30_000;
/**
 * Where the end of a run is likely by its earlier runs, in order; `undefined` where its plan says it better, because
 * most of them kept theirs, or where they are too few.
 */
function likelyEnds(earlier, plannedMs) {
    if (earlier.length < FEWEST)
        return undefined;
    const kept = earlier.filter(({ lastedMs, plannedMs: plan }) => plan !== undefined && keptPlan(lastedMs, plan));
    if (plannedMs !== undefined && kept.length * 2 > earlier.length)
        return undefined;
    const sorted = earlier.map(({ lastedMs }) => lastedMs).sort((a, b) => a - b);
    const spans = [];
    for (const lastedMs of sorted) {
        const spreadMs = Math.max(SPREAD_MS, SPREAD_SHARE * lastedMs);
        const [fromMs, toMs] = [Math.max(0, lastedMs - spreadMs), lastedMs + spreadMs];
        const last = spans.at(-1);
        if (last === undefined || fromMs > last.toMs)
            spans.push({ fromMs, toMs, runs: 1 });
        else
            [last.toMs, last.runs] = [toMs, last.runs + 1];
    }
    return spans.map(({ fromMs, toMs, runs }, place) => {
        const left = spans.slice(place).reduce((sum, one) => sum + one.runs, 0);
        return { fromMs, toMs, share: runs / left };
    });
}
function keptPlan(lastedMs, plannedMs) {
    return lastedMs >= plannedMs - GRACEFUL_STOP_MS - SPREAD_MS && lastedMs <= plannedMs + GRACEFUL_STOP_MS + SPREAD_MS;
}

;// CONCATENATED MODULE: ./src/poll/interval.ts

/** The longest pause after a failed poll; a longer one would notice the end of an outage late. */
const interval_MAX_BACKOFF_MS = 15_000;
/**
 * A fixed interval. After failures it grows, so that a failing service is left alone; the service's own wish counts
 * more than either.
 * @param intervalMs the pause between two polls
 */
function fixedInterval(intervalMs) {
    return ({ failures, retryAfterMs }) => {
        if (retryAfterMs !== undefined)
            return Math.max(retryAfterMs, intervalMs);
        const grown = intervalMs * 2 ** Math.min(Math.max(0, failures - 1), 10);
        return Math.max(intervalMs, Math.min(interval_MAX_BACKOFF_MS, grown));
    };
}
/** Polls fall on a tick, so that polls of several runs coincide and can be merged into one request. */
const TICK_MS = 500;
/** Two polls of a run are no closer than this, unless its verdict is due. */
const MIN_INTERVAL_MS = 1000;
/** Two polls are no farther apart than this, so that the log shows progress even with a long time limit. */
const MAX_INTERVAL_MS = 60_000;
/** Used if the planned duration is unknown. */
const UNPLANNED_MS = 60_000;
/**
 * The interval that follows the run: short where an end is likely, long elsewhere. Its numbers are measured by
 * `npm run bench`, see docs/internals/performance.md.
 * @param random draws the tick of this step, so that steps which start together do not poll together
 */
function autoInterval(random) {
    const offsetMs = Math.floor(random() * TICK_MS);
    const onBeat = (ms, round) => round((ms - offsetMs) / TICK_MS) * TICK_MS + offsetMs;
    return (pollState, nowMs) => {
        const { failures, retryAfterMs } = pollState;
        if (retryAfterMs !== undefined)
            return onBeat(nowMs + Math.max(retryAfterMs, MIN_INTERVAL_MS), Math.ceil) - nowMs;
        const wishMs = failures > 0 ? afterFailures(failures) : untilLikelyEnd(pollState, nowMs);
        return onBeat(nowMs + Math.min(wishMs, MAX_INTERVAL_MS), Math.round) - nowMs;
    };
}
/** After a lost response, poll again soon; leave a failing service alone. */
function afterFailures(failures) {
    return Math.min(interval_MAX_BACKOFF_MS, MIN_INTERVAL_MS * 2 ** Math.min(failures - 1, 10));
}
/**
 * The pause by phase. Where an end is equally likely at any time of a span, the best pause grows with the square root
 * of the span: half of it is the price in lateness, the number of polls is the price in requests.
 */
function untilLikelyEnd(pollState, nowMs) {
    const { run, pollingSinceMs, phaseSinceMs } = pollState;
    const ageMs = nowMs - pollingSinceMs;
    switch (run.phase) {
        case 'created':
        case 'validated':
        case 'initializing':
        case 'unrecognised':
            // Quota and script errors show in the first seconds, and the less likely the longer nothing was seen of them.
            return Math.max(MIN_INTERVAL_MS, ageMs / 4);
        case 'queued':
            // Nothing ends here. Half of the planned time at most, so that a short run after it is not slept through.
            return Math.max(MIN_INTERVAL_MS, Math.min(ageMs / 2, (run.plannedMs ?? UNPLANNED_MS) / 2));
        case 'running':
            return whileRunning(pollState, nowMs);
        case 'processing':
        case 'deciding':
            // The verdict is due; mostly within seconds.
            return Math.max(TICK_MS, rootOf(nowMs - phaseSinceMs, 0.25));
    }
}
/**
 * How large the pauses are where no end is likely, as a factor of the square root of the span in seconds. Where the
 * service says whether a threshold can abort the run (v6), an early end is far more likely, or hardly possible.
 */
const FACTORS = { unknown: 0.45, possible: 0.2, impossible: 0.9 };
/** The same where earlier runs of the test ended. */
const LIKELY_FACTOR = 0.25;
function whileRunning(state, nowMs) {
    const { run, runningSinceMs, phaseSinceMs, earlier } = state;
    const ranMs = nowMs - (runningSinceMs ?? phaseSinceMs);
    const { plannedMs } = run;
    const factor = FACTORS[run.abortChance ?? 'unknown'];
    const ends = likelyEnds(earlier, plannedMs);
    if (ends !== undefined)
        return byEarlierRuns(ends, ranMs, factor);
    if (plannedMs === undefined)
        return Math.max(MIN_INTERVAL_MS, rootOf(ranMs, 0.45));
    const restMs = plannedMs + MIN_INTERVAL_MS - ranMs;
    // Past its plan it is in its graceful stop. That it has ended is no verdict yet, so frequent polls are not needed.
    if (restMs < MIN_INTERVAL_MS)
        return overdue(MIN_INTERVAL_MS - restMs);
    // The plan may hold k6's graceful stop, which a run that ends by itself does not use: its end is likely from here on.
    if (restMs <= GRACEFUL_STOP_MS + MIN_INTERVAL_MS)
        return interval_evenly(restMs, NEAR_END_MS);
    // Before that only a threshold can end it. Even steps, so that the last one ends where the likely end begins.
    return interval_evenly(restMs - GRACEFUL_STOP_MS, rootOf(plannedMs, factor));
}
/** The pause where earlier runs tell more than the plan: even steps up to the next likely end, and small ones in it. */
function byEarlierRuns(ends, ranMs, factor) {
    const last = ends.at(-1)?.toMs ?? 0;
    const next = ends.find(({ toMs }) => ranMs < toMs);
    if (next === undefined)
        return overdue(ranMs - last);
    // A test that does not keep its plan may end anywhere, so that polls are not as rare as a script without aborts allows.
    const rareMs = rootOf(last, Math.min(factor, FACTORS.unknown));
    if (ranMs < next.fromMs)
        return interval_evenly(next.fromMs - ranMs, rareMs);
    return Math.max(MIN_INTERVAL_MS, Math.min(rareMs, rootOf((next.toMs - next.fromMs) / next.share, LIKELY_FACTOR)));
}
/** Past every likely end: the longer, the less likely it is to end just now. */
function overdue(overMs) {
    return Math.max(1.5 * MIN_INTERVAL_MS, overMs / 8);
}
/** The interval while the end is likely. */
const NEAR_END_MS = 3000;
/** A span in even steps of about the given length. */
function interval_evenly(spanMs, stepMs) {
    return Math.max(MIN_INTERVAL_MS, spanMs / Math.max(1, Math.round(spanMs / stepMs)));
}
/** `share` times the square root of a span in seconds, ms. */
function rootOf(spanMs, share) {
    return 1000 * share * Math.sqrt(Math.max(0, spanMs) / 1000);
}

;// CONCATENATED MODULE: ./src/report/annotations.ts



/** GitHub shows ten annotations of a level per step; the last place is kept for the count of the rest. */
const MOST_OF_A_LEVEL = 9;
/** The reporter of annotations. */
function annotationsReporter(annotate, failOn) {
    return {
        name: 'annotations',
        closed: (outcome) => {
            for (const level of ['error', 'warning', 'notice'])
                show(annotate, level, outcome, failOn);
            const warnings = outcome.runs.flatMap(({ metrics }) => metrics?.warnings ?? []);
            [...new Set(warnings)].slice(0, MOST_OF_A_LEVEL).forEach((warning) => {
                annotate('warning', warning);
            });
        },
    };
}
function show(annotate, level, outcome, failOn) {
    const those = outcome.runs.filter((run) => levelOf(run, failOn) === level);
    those.slice(0, MOST_OF_A_LEVEL).forEach((run) => {
        const address = outcome_pageOf(run);
        annotate(level, address === undefined ? run.reason : `${run.reason} ${address}`, titleOf(run));
    });
    if (those.length > MOST_OF_A_LEVEL) {
        annotate(level, `${those.length - MOST_OF_A_LEVEL} more test runs are in the log and in the job summary.`);
    }
}
function levelOf(run, failOn) {
    if (failsJob(run.verdict, failOn))
        return 'error';
    return VERDICT_WORDS[run.verdict.word].tone === 'bad' || isDoubtfulPass(run) ? 'warning' : 'notice';
}

// EXTERNAL MODULE: ./src/runner/pull-request.ts
var pull_request = __nccwpck_require__(147);
;// CONCATENATED MODULE: ./src/report/comment-marker.ts
/** Pure: the hidden first line of the comment, by which it is found again and known as older or newer. */


const LONGEST_KEY = 200;
const BEGINNING = '<!-- k6-cloud-gate ';
const WORKFLOW_DIGITS = 12;
/** The line. One that was written without a number is still found, and any run may replace it. */
function marker(key, number) {
    return number === undefined
        ? `${opening(key)} -->`
        : `${opening(key)} run=${number.run}.${number.attempt} workflow=${digest(number.workflow).slice(0, WORKFLOW_DIGITS)} -->`;
}
/** Whether a comment begins with the marker of any key. */
function isMarked(body) {
    return body.startsWith(BEGINNING);
}
/**
 * Reads the marker of a comment: `undefined` without this key at its very beginning, `unnumbered` where no run is
 * named. Numbers of another workflow cannot be compared, so its comments are never newer.
 */
function readMarker(body, key, mine) {
    const start = opening(key);
    if (!body.startsWith(`${start} `))
        return undefined;
    const rest = body.slice(start.length, start.length + 100);
    if (rest.startsWith(' -->'))
        return 'unnumbered';
    const groups = /^ run=(?<run>\d{1,15})\.(?<attempt>\d{1,15}) workflow=(?<workflow>[0-9a-f]{12}) -->/u.exec(rest)?.groups;
    if (groups === undefined)
        return undefined;
    const [run, attempt] = [Number(groups['run']), Number(groups['attempt'])];
    const isSame = mine !== undefined && digest(mine.workflow).startsWith(groups['workflow'] ?? ' ');
    return { run, attempt, isNewer: isSame && (run > mine.run || (run === mine.run && attempt > mine.attempt)) };
}
/** The key of a step that sets none: workflow, job, and the tests as the runs name them. */
function defaultKey(workflow, { runs }) {
    const tests = runs.map((run) => run.testId ?? runOf(run)?.testId);
    const known = tests.filter((test) => test !== undefined);
    return known.length === 0 || known.length < tests.length
        ? workflow
        : `${workflow} / ${[...new Set(known)].join(' ')}`;
}
/**
 * The key can't end the line: every sign but letters, digits and a few others is written as `%XX`, the dash and the
 * space included.
 */
function opening(key) {
    const sound = key.replace(/\p{Surrogate}/gu, '\u{FFFD}');
    const written = encodeURIComponent(sound).replace(/[^\w.%]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    return `${BEGINNING}${written.length <= LONGEST_KEY ? written : digest(sound)}`;
}
function digest(text) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./src/report/comment-search.ts


/** Reading ahead is worth this much; the end reads what did not come. */
const AHEAD_MS = 20_000;
/** A newer workflow run may write its comment at any time, so that an older reading is repeated before anything is written. */
const FRESH_MS = 10_000;
/** The clock of the runner may be ahead of GitHub's by this much. */
const comment_search_CLOCK_DOUBT_MS = 10 * 60_000;
/** A search that has not begun. */
function commentSearch({ commenting, clock }) {
    const ending = new AbortController();
    let opened;
    let known;
    let newest;
    let underWay = Promise.resolve();
    const kept = (atMs, found) => {
        newest = { atMs, found };
        return found;
    };
    const read = async (signal, since) => {
        const atMs = clock.now();
        const search = since === undefined ? await (await (opened ??= commenting())).pullRequest(signal) : undefined;
        if (search?.kind === 'none')
            return kept(atMs, search);
        const pullRequest = since?.pullRequest ?? search?.pullRequest;
        if (pullRequest === undefined)
            throw new Error('there is neither a pull request nor a reason');
        const comments = new Map(since?.comments);
        const sinceMs = since === undefined ? undefined : since.atMs - comment_search_CLOCK_DOUBT_MS;
        for await (const comment of pullRequest.comments(signal, sinceMs)) {
            if (isMarked(comment.body))
                comments.set(comment.id, comment);
        }
        known = { atMs, pullRequest, comments };
        return kept(atMs, { kind: 'found', pullRequest, comments: [...comments.values()] });
    };
    const late = () => new Error('GitHub did not respond in time');
    return {
        ahead: () => {
            const readAhead = () => withDeadline(clock, { limitMs: AHEAD_MS, signal: ending.signal }, late, (within) => read(within, known));
            underWay = underWay.then(readAhead).catch(() => undefined);
        },
        found: async (signal) => {
            await abortable(signal, underWay);
            const isFresh = newest !== undefined && clock.now() - newest.atMs < FRESH_MS;
            return isFresh && newest !== undefined ? newest.found : read(signal, known);
        },
        again: (signal) => read(signal, undefined),
        end: () => {
            ending.abort();
        },
    };
}

;// CONCATENATED MODULE: ./src/report/comment-text.ts












/** GitHub refuses a comment of more than 65,536 characters. */
const MOST_CHARACTERS = 65_000;
const MOST_THRESHOLDS = 10;
const comment_text_MOST_ENDPOINTS = 5;
const comment_text_MOST_RUNS = 20;
const comment_text_LONGEST_REASON = 1000;
/** The comment as Markdown. */
function commentText(outcome, context) {
    const runs = worstFirst(outcome.runs);
    const [worst] = runs;
    const summaryLink = context.summaryUrl === undefined ? '' : `${markdown_link('all numbers and charts', context.summaryUrl)} · `;
    const commit = context.commit === undefined ? '' : `commit ${context.commit} · `;
    const sections = [
        comment_text_fixed(`${marker(context.key, context.runNumber)}\n### ${headline(outcome)}`),
        ...(isTolerated(outcome) ? [comment_text_fixed(NOT_FAILING)] : []),
        ...(runs.length > 1 ? [section('the table of runs', 90, overview(runs, comment_text_MOST_RUNS))] : []),
        ...(worst === undefined ? [] : about(worst, runs.length > 1)),
        comment_text_fixed(`<sub>${commit}${summaryLink}k6 Cloud gate</sub>`),
    ];
    return truncatedToBudget(sections, MOST_CHARACTERS, (text) => text.length);
}
function about(outcome, oneOfMany) {
    const { metrics } = outcome;
    const failed = (metrics?.thresholds ?? []).filter((one) => one.failed);
    const latency = metrics === undefined ? '' : latencyChart(metrics);
    const reason = prose(clipped(outcome.reason, comment_text_LONGEST_REASON));
    const isInHeadline = finding(outcome) !== undefined && !oneOfMany;
    const name = oneOfMany ? `**${escaped(clipped(nameOf(outcome)))}** · ` : '';
    return [
        section('which run it was', 80, isInHeadline ? identity(outcome) : `${name}${identity(outcome)}\n\n${reason}`),
        section('what the run is compared with', 65, comparedLine(outcome)),
        ...(metrics?.warnings ?? []).map((one) => section('a warning', 60, `> ⚠️ ${prose(clipped(one, comment_text_LONGEST_REASON))}`)),
        section('key numbers', 70, keyNumbers(metrics)),
        section('endpoints', 65, endpointsSection(metrics, comment_text_MOST_ENDPOINTS, (title) => `**${title}**`)),
        section('failing checks', 55, checksSentence(metrics?.checks ?? [])),
        section('thresholds that were not met', 50, failed.length < 2 ? '' : thresholdsTable(failed, MOST_THRESHOLDS)),
        section('the latency chart', 40, latency === '' ? '' : folded('p95 latency over the run', latency)),
    ];
}
function section(what, weight, markdown) {
    return { what, weight, markdown };
}
function comment_text_fixed(markdown) {
    return section('the verdict', Infinity, markdown);
}

;// CONCATENATED MODULE: ./src/report/comment.ts





/** The reporter of the comment. */
function commentReporter(ports) {
    const search = commentSearch(ports);
    const settled = new Set();
    let runCount = 0;
    let hasBegun = false;
    return {
        name: 'comment on the pull request',
        opened: (plan) => {
            runCount = plan.testIds.length + plan.runIds.length;
        },
        polled: (run) => {
            const isLast = run.state === 'settled' && settled.add(run.id).size === runCount;
            const isFirst = !hasBegun && (run.state === 'settled' || isRunningOrLater(run.phase));
            hasBegun ||= isFirst;
            if (isFirst || isLast)
                search.ahead(); // the second time beside the metrics of the last run
        },
        closed: async (outcome, signal) => {
            try {
                await comment(ports, { outcome, search }, signal);
            }
            catch (error) {
                if (!(error instanceof pull_request/* CommentRefused */.IW))
                    throw error;
                ports.warn(error.message);
            }
            finally {
                search.end();
            }
        },
    };
}
async function comment(ports, { outcome, search }, signal) {
    const found = await search.found(signal);
    if (found.kind === 'none') {
        ports.note(`No comment on a pull request: ${found.why}.`);
        return;
    }
    const { pullRequest } = found;
    const { runNumber, summaryUrl, when } = ports;
    const key = ports.key(outcome);
    const text = commentText(outcome, { key, runNumber, summaryUrl, commit: pullRequest.commit });
    const sticky = { pullRequest, key, text, runNumber, mayCreate: when === 'always' || isFailure(outcome), signal };
    let url;
    try {
        url = await write(sticky, found.comments, ports.note);
    }
    catch (error) {
        if (!(error instanceof pull_request/* CommentUncertain */.PN))
            throw error;
        // The list shows whether the comment was created.
        const again = await search.again(signal);
        url = again.kind === 'none' ? undefined : await write(sticky, again.comments, ports.note);
    }
    if (url !== undefined && url !== '')
        ports.onWritten(url);
}
/**
 * Writes the comment: over the oldest one of ours that is still there, else as a new one.
 * @returns the address; `undefined` where nothing was to be written
 */
async function write(sticky, comments, note) {
    const { pullRequest, text, signal } = sticky;
    const all = await ours(sticky, comments);
    const newer = all.find(({ mark }) => mark !== 'unnumbered' && mark.isNewer)?.mark;
    if (newer !== undefined && newer !== 'unnumbered') {
        note(`The comment on the pull request is of the newer workflow run ${numbered(newer)}. It was not changed.`);
        return undefined;
    }
    for (const [place, one] of all.entries()) {
        const url = await updated(sticky, one);
        if (url === undefined)
            continue;
        await removeSurplus(sticky, note, one, all.slice(place + 1));
        return url;
    }
    return sticky.mayCreate ? pullRequest.create(text, signal) : undefined;
}
function numbered({ run, attempt }) {
    return attempt === 1 ? `#${run}` : `#${run}, attempt ${attempt}`;
}
/** Our comments, oldest first. One that somebody else wrote is not ours to edit, even if it copies the marker. */
async function ours({ pullRequest, key, runNumber, signal }, comments) {
    const all = [];
    for (const one of comments) {
        const mark = readMarker(one.body, key, runNumber);
        if (mark === undefined)
            continue;
        const isOurs = one.byBot || (one.author !== undefined && one.author === (await pullRequest.self(signal)));
        if (isOurs)
            all.push({ ...one, mark });
    }
    return all;
}
/** The address; `undefined` where the comment was deleted meanwhile. */
async function updated({ pullRequest, text, signal }, { id }) {
    try {
        return await pullRequest.update(id, text, signal);
    }
    catch (error) {
        if (error instanceof pull_request/* CommentGone */.n1)
            return undefined;
        throw error;
    }
}
/** Two jobs that end at once both find none and create one each. The next one to write clears that up. */
async function removeSurplus({ pullRequest, signal }, note, kept, surplus) {
    try {
        for (const { id } of surplus.filter(({ author }) => author === kept.author))
            await pullRequest.remove(id, signal);
    }
    catch {
        note('A second comment of this action on the pull request could not be deleted.');
    }
}
function isFailure({ word }) {
    return word !== 'passed' && word !== 'started' && word !== 'skipped';
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./src/text/safe-text.ts
/** Makes text from anywhere harmless for the runner, which reads every line of the log for commands. */


/**
 * One line that the runner takes for text. It honours `::command::` at a line's start behind white space, and
 * `##[command]` anywhere in a line (actions/runner, ActionCommand); both are broken by a zero-width joiner of words.
 */
function safeLine(text) {
    return withoutCommands(characters_oneLine(text));
}
/** Text of any number of lines of which none is a workflow command. */
function withoutCommands(text) {
    return text.replaceAll('##[', '#\u2060#[').replace(/(?<=^|\u0085)([\s\u0085]*):(?=:)/gmu, '$1:\u2060');
}
/**
 * The value of an output: one line without secrets, controls and commands, since workflows echo it. JSON stays JSON of
 * the same meaning.
 */
function safeOutput(value, redact) {
    const json = /^[[{]/u.test(value) ? compactJson(value) : undefined;
    return json === undefined ? safeLine(redact(value)) : redactedJson(json, redact);
}
function compactJson(text) {
    try {
        return JSON.stringify(JSON.parse(text));
    }
    catch {
        return undefined; // text that begins like JSON
    }
}

;// CONCATENATED MODULE: ./src/text/xml.ts
/** Pure: text from anywhere -> text inside XML, and elements of it. */


/** Signs that XML 1.0 has no place for, lone surrogates included. Source: XML 1.0, production 2. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const MEANINGFUL = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
    '\t': '&#9;',
    '\n': '&#10;',
    '\r': '&#13;',
};
/** Text for an attribute or between tags; no workflow command, neither in the file nor where a program prints what it read. */
function xmlText(text) {
    return withoutCommands(withoutInvisible(text.replace(FORBIDDEN, '\u{FFFD}'))).replace(/[&<>"'\t\n\r]/gu, (sign) => MEANINGFUL[sign] ?? sign);
}
/** An element; attributes without a value are left out, children are XML already. */
function xml_element(name, attributes, children = []) {
    const written = Object.entries(attributes).flatMap(([key, value]) => value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`]);
    const start = `<${name}${written.join('')}`;
    return children.length === 0 ? `${start}/>` : `${start}>\n${children.join('\n')}\n</${name}>`;
}

;// CONCATENATED MODULE: ./src/report/junit.ts







/** The document. A suite is never empty: its verdict is a case. */
function junit(outcome) {
    const labels = labelsOf(outcome.runs);
    const suites = outcome.runs.map((run, place) => ({
        outcome: run,
        label: labels[place] ?? 'test',
        cases: casesOf(run),
    }));
    // Jenkins' schema has no attribute `skipped` here, only at the suite.
    const { tests, failures, errors } = counts(suites.flatMap(({ cases }) => cases));
    const root = xml_element('testsuites', { name: 'k6 Cloud gate', tests, failures, errors }, suites.map(suiteElement));
    return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
/**
 * The name of each test. Where two are called the same, the test id is added, and where that is the same too, a number:
 * reporters show the last part of a class name or the case's name alone, and the run id would break their history.
 */
function labelsOf(runs) {
    const names = runs.map((run) => junit_oneLine(nameOf(run)) || 'test');
    const withIds = names.map((name, place) => {
        const testId = runs[place]?.testId;
        return testId !== undefined && isRepeated(names, name) ? `${name} (test ${testId})` : name;
    });
    return withIds.map((name, place) => {
        const before = withIds.slice(0, place).filter((other) => other === name).length;
        return isRepeated(withIds, name) ? `${name} #${before + 1}` : name;
    });
}
function isRepeated(names, name) {
    return names.indexOf(name) !== names.lastIndexOf(name);
}
/** Reporters print names and messages to the log of their own step, where a line could be a workflow command. */
function junit_oneLine(text) {
    return safeLine(text).trim();
}
function suiteElement({ outcome, label, cases }) {
    const run = runOf(outcome);
    const seconds = (run === undefined ? undefined : secondsOf(run)) ?? 0;
    const attributes = {
        name: `${label} (run ${run?.id ?? 'n/a'})`,
        ...counts(cases),
        time: inSeconds(seconds),
        timestamp: iso(run?.startedMs)?.replace(/(?:\.\d+)?Z$/u, ''),
    };
    const properties = Object.entries({
        'run-id': run?.id,
        'run-url': run?.url,
        'test-id': outcome.testId ?? run?.testId,
    });
    const known = properties.flatMap(([name, value]) => value === undefined ? [] : [xml_element('property', { name, value: junit_oneLine(value) })]);
    return xml_element('testsuite', attributes, [
        ...(known.length === 0 ? [] : [xml_element('properties', {}, known)]),
        ...cases.map((one) => testcase(one, label, { seconds: one.group === 'verdict' ? seconds : 0, runId: run?.id })),
    ]);
}
/** The schema takes no exponent. */
function inSeconds(seconds) {
    return String(Number(seconds.toFixed(3)));
}
function casesOf({ verdict, reason, metrics }) {
    const { thresholds = [], checks = [] } = metrics ?? {};
    return [
        { name: 'verdict', group: 'verdict', result: RESULT[verdict.word], message: reason },
        ...thresholds.map(thresholdCase),
        ...checks.map(checkCase),
    ];
}
/** A run that says nothing about the system under test is an error, not a failure of it. */
const RESULT = {
    passed: 'ok',
    failed: 'failure',
    aborted: 'error',
    error: 'error',
    timeout: 'error',
    cancelled: 'error',
    started: 'skipped',
    skipped: 'skipped',
};
function thresholdCase(threshold) {
    const name = [threshold.metric, threshold.condition].filter((part) => part !== undefined && part !== '').join(': ');
    const message = thresholdSentence(threshold) ?? `the value is ${thresholdValue(threshold)}`;
    return { name: name || 'threshold', group: 'thresholds', result: threshold.failed ? 'failure' : 'ok', message };
}
/** A check by itself fails no run, so a failed one must not turn a report red whose run has passed. */
function checkCase({ name, passes, fails }) {
    const message = `${quantity(fails, 'count')} of ${quantity(passes + fails, 'count')} evaluations failed; checks alone fail no run`;
    return { name: name || 'check', group: 'checks', result: fails > 0 ? 'skipped' : 'ok', message };
}
function testcase({ name, group, result, message }, label, { seconds, runId }) {
    const attributes = {
        name: `${label}: ${junit_oneLine(name) || group}`,
        // Many reporters show only what follows the last dot.
        classname: `${group}.${label.replaceAll('.', '\u2024')}`,
        time: inSeconds(seconds),
    };
    if (result === 'ok')
        return xml_element('testcase', attributes);
    const sentence = junit_oneLine(message);
    const full = runId === undefined || sentence.includes(`run ${runId}`) ? sentence : `${sentence} (run ${runId})`;
    if (result === 'skipped')
        return xml_element('testcase', attributes, [xml_element('skipped', { message: full })]);
    const problem = `<${result} message="${xmlText(full)}" type="${group}">${xmlText(full)}</${result}>`;
    return xml_element('testcase', attributes, [problem]);
}
function counts(cases) {
    const count = (result) => cases.filter((one) => one.result === result).length;
    return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

;// CONCATENATED MODULE: ./src/report/report-json.ts
/** `report.json`: everything that is known, for programs; documented in docs/report-json.md. */







/** Raised when a field changes its meaning or goes away; new fields don't raise it. */
const REPORT_VERSION = 1;
/** The report as plain data; what is unknown is `null`, and every field is always there. */
function reportJson(outcome) {
    const report = {
        schema: 'k6-cloud-gate/report',
        version: REPORT_VERSION,
        simulated: outcome.simulated,
        verdict: outcome.word,
        cause: outcome.cause,
        reason: outcome.reason,
        failsJob: outcome.fails,
        runs: outcome.runs.map(runJson),
    };
    return `${JSON.stringify(report, (_key, value) => (value === undefined ? null : value), 2)}\n`;
}
/** Whether the same job can end differently when it is run again; `null` where that is not known. */
const RETRY_HELPS = { yes: true, no: false, unknown: null };
function runJson(outcome) {
    const run = runOf(outcome);
    const { verdict, reason, metrics, phases, source } = outcome;
    const words = run === undefined ? undefined : statusWords(run);
    return {
        testId: outcome.testId ?? run?.testId,
        testName: metrics?.testName,
        runId: run?.id,
        runUrl: run?.url,
        verdict: verdict.word,
        cause: verdict.cause,
        reason,
        commit: source?.commit,
        branch: source?.branch,
        retryHelps: RETRY_HELPS[CAUSES[verdict.cause].retryHelps],
        runStatus: words?.run,
        processingStatus: words?.processing,
        resultStatus: words?.result,
        createdAt: iso(run?.createdMs),
        startedAt: iso(run?.startedMs),
        endedAt: iso(run?.endedMs),
        executedSeconds: run === undefined ? undefined : secondsOf(run),
        plannedVus: run?.vus,
        vuh: run?.vuh,
        phases: phases.map(({ phase, fromMs, toMs }) => ({ phase, from: iso(fromMs), seconds: (toMs - fromMs) / 1000 })),
        ...metricsJson(metrics),
        soundness: soundnessJson(metrics),
        ...comparisonJson(metrics),
        endpoints: (metrics?.endpoints ?? []).slice(0, report_json_MOST_ENDPOINTS).map(endpointJson),
    };
}
/** A report of more is no report. */
const report_json_MOST_ENDPOINTS = 200;
function endpointJson({ name, method, p95Ms, usualP95Ms, changePercent, isSlower, ...rest }) {
    const { errorRate, requests } = rest;
    return { name, method, p95Ms, baselineP95Ms: usualP95Ms, changePercent, slower: isSlower, errorRate, requests };
}
function metricsJson(metrics) {
    const series = metrics?.series;
    return {
        metrics: Object.fromEntries(NUMBER_NAMES.map((name) => [NUMBERS[name].json, metrics?.numbers[name]])),
        protocols: Object.fromEntries(PROTOCOL_NAMES.map((name) => [PROTOCOLS[name].json, metrics?.protocols[name]])),
        thresholds: metrics?.thresholds?.map(({ metric, stat, condition, limit, value, valueAtEnd, failed }) => {
            return { metric, stat, condition, limit, value, valueAtEnd, failed };
        }),
        checks: metrics?.checks?.map(({ name, passes, fails }) => ({ name, passes, fails })),
        series: {
            p95Ms: pointsJson(series?.p95Ms),
            requestsPerSecond: pointsJson(series?.rps),
            errorRate: pointsJson(series?.errorRate),
            vus: pointsJson(series?.vus),
        },
    };
}
/** `sound` is unknown where neither number is known. */
function soundnessJson(metrics) {
    if (metrics === undefined)
        return undefined;
    const { health, unsound } = metrics;
    const { droppedIterations, cpuPercent } = health;
    const isKnown = droppedIterations !== undefined || cpuPercent !== undefined;
    return {
        sound: isKnown ? unsound.length === 0 : undefined,
        droppedIterations,
        loadGeneratorCpuPercent: cpuPercent,
    };
}
function pointsJson(points = []) {
    return points.map(({ atMs, value }) => ({ at: iso(atMs), value }));
}
function comparisonJson(metrics) {
    const { baseline, baselineRun, numbers } = metrics ?? {};
    return {
        baseline: baseline === undefined || numbers === undefined
            ? undefined
            : {
                runId: baseline.runId,
                runUrl: baseline.url,
                source: baseline.about?.source,
                runs: baseline.usual === undefined ? 1 : Math.max(...[...baseline.usual.values()].map(({ count }) => count)),
                words: comparedWith(baseline),
                rules: metrics?.judged.map((one) => judgedSentence(one, baseline)) ?? [],
                commit: baselineRun?.origin?.commit,
                changes: METRIC_NAMES.map((metric) => {
                    const { now, then, text, direction } = changeOf(metric, numbers, baseline.numbers);
                    return { metric, unit: METRICS[metric].unit, now, then, change: text, direction };
                }),
            },
        regressions: metrics?.regressions.map(({ rule, now, then, ...one }) => {
            return {
                metric: rule.metric,
                now,
                then,
                limit: rule.size,
                unit: rule.unit,
                words: regressionSentence({ rule, now, then, ...one }),
            };
        }) ?? [],
        previousRuns: metrics?.trend.map(({ runId, p95Ms }) => ({ runId, p95Ms })) ?? [],
        warnings: metrics?.warnings ?? [],
    };
}

;// CONCATENATED MODULE: ./src/report/files.ts
/** The report files in `report-dir`, for test-report actions, uploads and programs. */







const JSON_REPORT = 'report.json';
/** The reporter of files. A relative folder is taken from the working directory, where the other steps look too. */
function filesReporter(folder, { redact, note, onWritten }) {
    return {
        name: 'report files',
        closed: async (outcome) => {
            const place = (0,external_node_path_namespaceObject.resolve)(folder);
            await (0,promises_namespaceObject.mkdir)(place, { recursive: true });
            const files = {
                [JSON_REPORT]: reportJson(outcome),
                'report.md': summary(outcome),
                'junit.xml': junit(outcome),
            };
            const replaced = await replacedReport(place, Object.keys(files));
            for (const [name, text] of Object.entries(files)) {
                // Written beside and moved: a pipe of that name would block for ever, and a link lead elsewhere.
                const fresh = (0,external_node_path_namespaceObject.join)(place, `.${name}.${(0,external_node_crypto_namespaceObject.randomUUID)()}`);
                await (0,promises_namespaceObject.writeFile)(fresh, name.endsWith('.json') ? redactedJson(text, redact) : redact(text), { flag: 'wx' });
                await (0,promises_namespaceObject.rename)(fresh, (0,external_node_path_namespaceObject.join)(place, name));
            }
            if (replaced !== undefined)
                note(replaced);
            onWritten(place);
        },
    };
}
/** One line about an earlier report in the folder; `undefined` where there is none. */
async function replacedReport(folder, names) {
    const sizes = await Promise.all(names.map((name) => sizeOf((0,external_node_path_namespaceObject.join)(folder, name))));
    if (sizes.every((size) => size === undefined))
        return undefined;
    const runIds = await runIdsIn((0,external_node_path_namespaceObject.join)(folder, JSON_REPORT));
    const earlier = runIds.length === 0 ? 'An earlier report' : `The report of run ${runIds.join(', ')}`;
    return `${earlier} in \`report-dir\` was replaced. Use a different folder for each step to keep both.`;
}
const LARGEST_REPORT = 4 * 1024 * 1024;
const files_MOST_RUNS = 50;
/** The runs of an earlier report; empty where it cannot be read or is not ours. */
async function runIdsIn(file) {
    const size = await sizeOf(file);
    if (size === undefined || size > LARGEST_REPORT)
        return [];
    try {
        const report = JSON.parse(await (0,promises_namespaceObject.readFile)(file, 'utf8'));
        const runs = field(report, 'runs');
        const ids = Array.isArray(runs) ? runs.slice(0, files_MOST_RUNS).map((run) => field(run, 'runId')) : [];
        return ids.filter((id) => typeof id === 'string').filter((id) => /^\d{1,19}$/u.test(id));
    }
    catch {
        return [];
    }
}
/** `undefined` for anything but a file: to read a pipe would block for ever. */
async function sizeOf(path) {
    try {
        const found = await (0,promises_namespaceObject.lstat)(path);
        return found.isFile() ? found.size : undefined;
    }
    catch {
        return undefined;
    }
}
function field(value, name) {
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

;// CONCATENATED MODULE: ./src/test-run/phase-names.ts
/** A phase as people say it: `initializing`. */
function phaseName(run) {
    switch (run.phase) {
        case 'created':
        case 'validated':
        case 'queued':
        case 'initializing':
        case 'running':
            return run.phase;
        case 'processing':
            return 'finished';
        case 'deciding':
            return `${run.endedAs === undefined ? 'processed' : 'aborted'}, no result yet`;
        case 'unrecognised':
            return `unknown status ${run.statuses.run.value}`;
    }
}
/** An ending as people say it: `aborted by user`. */
function endingName({ ending }) {
    switch (ending.kind) {
        case 'finished':
            return 'processed';
        case 'timed-out':
            return 'timed out';
        case 'archived':
            return 'archived';
        case 'unrecognised':
            return 'ended in an unknown way';
        case 'aborted':
            return ending.by === 'unknown' ? 'aborted' : `aborted by ${ending.by.replace('-', ' ')}`;
    }
}

;// CONCATENATED MODULE: ./src/report/run-line.ts
/** What a line of the log says about a run: its phase, how long the last one took, and how far it is. */




const BAR_CELLS = 20;
const PHASE_COLUMN = 20;
/** A status that fills its column, or outgrows it, still stands apart from what follows. */
function inColumn(status) {
    return `${status.padEnd(PHASE_COLUMN - 1)} `;
}
/** The status column: the phase, or how the run ended. */
function statusOf(run) {
    return run.state === 'pending' ? phaseName(run) : endingName(run);
}
/** What is worth saying beside a new phase: how long the last one took, or what the run is about to do. */
function remark(run, before, nowMs) {
    const took = before === undefined ? undefined : formatDuration(nowMs - before.sinceMs);
    const last = before?.run.state === 'pending' ? before.run.phase : undefined;
    if (run.state === 'pending' && run.phase === 'running')
        return running(run, nowMs);
    const parts = [
        last === 'queued' && took !== undefined ? `queued for ${took}` : '',
        last === 'running' ? `ran for ${ranFor(run, nowMs - (before?.sinceMs ?? nowMs))}` : '',
        run.state === 'pending' && run.phase === 'processing' ? 'metrics are being processed' : '',
        waitsFor(run),
    ];
    return parts.filter((part) => part !== '').join(', ');
}
/** What k6 Cloud says that a run waits for. */
function waitsFor({ state, detail }) {
    return state === 'pending' ? withoutFullStop(detail?.message ?? '') : '';
}
function running({ plannedMs, vus }, nowMs) {
    const planned = plannedMs === undefined ? '' : `${formatDuration(plannedMs)} planned`;
    const load = vus === undefined ? '' : `${vus} VUs`;
    // From here, not from the service's clock, which may be off.
    const end = plannedMs === undefined ? '' : `ends about ${timeOfDay(nowMs + plannedMs)}`;
    return [planned, load, end].filter((part) => part !== '').join(', ');
}
/** The service's own times are better than what was seen between two polls. */
function ranFor({ startedMs, endedMs, executedMs }, observedMs) {
    const reportedMs = startedMs !== undefined && endedMs !== undefined ? endedMs - startedMs : undefined;
    return formatDuration(executedMs ?? reportedMs ?? observedMs);
}
/** The line of a phase that goes on: a bar where the plan is known, else for how long. */
function progress(run, inPhaseMs) {
    if (run.state !== 'pending' || run.phase !== 'running' || run.plannedMs === undefined || run.plannedMs === 0) {
        return `${inColumn(statusOf(run))}for ${formatDuration(inPhaseMs)}`;
    }
    if (inPhaseMs > run.plannedMs) {
        return `${inColumn(statusOf(run))}${formatDuration(inPhaseMs - run.plannedMs)} over plan`;
    }
    const filled = Math.round((inPhaseMs / run.plannedMs) * BAR_CELLS);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
    return `${bar}  ${formatDuration(inPhaseMs)} of ${formatDuration(run.plannedMs)}`;
}

;// CONCATENATED MODULE: ./src/report/metric-lines.ts
/** Numbers, thresholds and checks of a run as lines of the log's folded group. */








/** A log that goes on for pages is not read; the summary has more. */
const MOST_LINES = 100;
/** The longest title of another protocol, and a gap. */
const WIDEST_TITLE = 25;
/** The lines; none where nothing is known. */
function metricLines({ metrics }) {
    if (metrics === undefined)
        return [];
    const { thresholds = [], checks = [] } = metrics;
    return [
        ...numberLines(metrics),
        ...protocolLines(metrics),
        ...listed('endpoints', endpointLines(metrics)),
        ...listed('thresholds', failedFirst(thresholds).map((one) => {
            const value = thresholdValue(one);
            return `${one.failed ? '✗' : '✓'} ${one.metric ?? 'n/a'}  ${one.condition}  ${value}`;
        })),
        ...listed('checks', worstChecksFirst(checks).map((check) => {
            const rate = quantity(rateOf(check), 'share');
            return `${check.fails > 0 ? '✗' : '✓'} ${check.name}  ${rate}, ${quantity(check.fails, 'count')} failed`;
        })),
    ];
}
/** What the run is compared with, and each rule in effect; none without a baseline. */
function comparisonLines({ metrics }) {
    const baseline = metrics?.baseline;
    if (metrics === undefined || baseline === undefined)
        return [];
    return [`${comparedWith(baseline)}.`, ...metrics.judged.map((one) => `  ${judgedSentence(one, baseline)}`)];
}
function numberLines(metrics) {
    return NUMBER_NAMES.flatMap((name) => {
        const { title, unit, rule } = NUMBERS[name];
        const value = metrics.numbers[name];
        if (value === undefined)
            return [];
        const change = isMetricName(rule) ? changeWords(rule, metrics) : '';
        return [`${title.padEnd(18)}${quantity(value, unit)}${change}`];
    });
}
function protocolLines({ protocols, baselineProtocols }) {
    return knownProtocols(protocols).map((name) => {
        const row = PROTOCOLS[name];
        const then = baselineProtocols[name];
        const { text } = changeBetween(row, protocols[name], then);
        const change = text === undefined ? '' : `  ${text} against ${quantity(then, row.unit)}`;
        return `${row.title.padEnd(WIDEST_TITLE)}${quantity(protocols[name], row.unit)}${change}`;
    });
}
function changeWords(metric, { numbers, baseline }) {
    if (baseline === undefined)
        return '';
    const { text, then } = changeOf(metric, numbers, baseline.numbers);
    const whose = baseline.name === undefined ? `in run ${baseline.runId}` : `(${baseline.name})`;
    return text === undefined ? '' : `  ${text} against ${metricText(metric, then)} ${whose}`;
}
function listed(title, lines) {
    if (lines.length === 0)
        return [];
    const rest = lines.length - MOST_LINES;
    return [title, ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`), ...(rest > 0 ? [`  and ${rest} more`] : [])];
}

;// CONCATENATED MODULE: ./src/report/log.ts
/** The job log: one line for each change of phase, progress every minute, the facts folded, the verdict last. */








const log_MINUTE_MS = 60_000;
/** For so long a line a minute; then one every 5 minutes, or every 5 % of a plan that is shorter. A soak of 8 hours is about 110 lines. */
const OFTEN_MS = 10 * log_MINUTE_MS;
const SELDOM_MS = 5 * log_MINUTE_MS;
const SELDOM_SHARE = 0.05;
/** The log reporter. */
function logReporter(ports) {
    const state = {
        ports,
        runs: new Map(),
        addressed: new Set(),
        several: false,
        simulated: false,
        lastLineAtMs: ports.stepStartMs,
    };
    return {
        name: 'log',
        opened: ({ apiName, testIds, runIds, simulated }) => {
            state.simulated = simulated;
            state.several = testIds.length + runIds.length > 1;
            const what = testIds.length > 0 ? named('test', testIds) : named('run', runIds);
            ports.log(`k6 Cloud gate · ${what} · ${apiName}${simulated ? ' · simulated' : ''}`);
        },
        runStarted: (run) => {
            writeAddress(state, run);
        },
        polled: (run) => {
            writePoll(state, run);
        },
        pollFailed: (run, failure) => {
            writePollError(state, run, failure);
        },
        noticed: (sentence) => {
            ports.log(sentence);
        },
        closed: (step) => {
            const { runs } = step;
            runs.forEach((outcome) => {
                const run = runOf(outcome);
                if (run !== undefined)
                    ports.group(groupTitle(outcome, run), [...runFacts(outcome, run), ...metricLines(outcome)]);
            });
            if (isTolerated(step))
                ports.log(NOT_FAILING);
            runs.flatMap(comparisonLines).forEach(ports.log);
            runs.forEach((outcome) => {
                ports.log(verdictLine(outcome));
            });
        },
    };
}
/** Where the API knows a better address later, it gets a line of its own. */
function writeAddress({ ports, addressed, several, simulated }, { id, url }) {
    const isFirst = !addressed.has(id);
    addressed.add(id);
    if (isFirst)
        ports.log(simulated ? `run ${id}` : `run ${id} · ${url}`);
    else if (!simulated)
        ports.log(several ? `run ${id} · page: ${url}` : `page: ${url}`);
}
function writePoll(state, run) {
    const { runs, several } = state;
    const before = runs.get(run.id);
    const status = statusOf(run);
    const nowMs = state.ports.now();
    if (before?.failingSinceMs !== undefined) {
        writeLine(state, run, `k6 Cloud API is back (unavailable for ${formatDuration(nowMs - before.failingSinceMs)})`);
    }
    if (before?.status !== status) {
        writeLine(state, run, `${inColumn(status)}${remark(run, before, nowMs)}`);
        runs.set(run.id, { run, status, sinceMs: nowMs, failingSinceMs: undefined });
        return;
    }
    if (run.state === 'pending' && waitsFor(before.run) === '' && waitsFor(run) !== '') {
        writeLine(state, run, `${inColumn(status)}${waitsFor(run)}`);
    }
    else if (nowMs - state.lastLineAtMs >= progressIntervalMs(run, nowMs - before.sinceMs)) {
        if (several)
            writeAt(state, runCounts(runs));
        else
            writeAt(state, progress(run, nowMs - before.sinceMs));
    }
    runs.set(run.id, { ...before, run, failingSinceMs: undefined });
}
function progressIntervalMs({ plannedMs }, inPhaseMs) {
    if (inPhaseMs <= OFTEN_MS)
        return log_MINUTE_MS;
    return plannedMs === undefined ? SELDOM_MS : Math.max(log_MINUTE_MS, Math.min(SELDOM_MS, plannedMs * SELDOM_SHARE));
}
/** An outage is one line, however many polls fail in it. */
function writePollError(state, run, failure) {
    const nowMs = state.ports.now();
    const before = state.runs.get(run.id) ?? { run, status: '', sinceMs: nowMs, failingSinceMs: undefined };
    if (before.failingSinceMs === undefined) {
        const untilMs = nowMs + state.ports.outageMs - state.ports.stepStartMs;
        writeLine(state, run, `k6 Cloud API error, retrying until ${formatClock(untilMs)}: ${failure}`);
    }
    state.runs.set(run.id, { ...before, failingSinceMs: before.failingSinceMs ?? nowMs });
}
function writeLine(state, run, text) {
    writeAt(state, state.several ? `${run.id}  ${text}` : text);
}
function writeAt(state, text) {
    state.lastLineAtMs = state.ports.now();
    const time = formatClock(state.lastLineAtMs - state.ports.stepStartMs).padStart(6);
    state.ports.log(`${time}  ${text}`.trimEnd());
}
/** `run 7650001 (Checkout API)`: the first line is written before the service is asked for the name. */
function groupTitle({ metrics }, { id }) {
    const name = metrics?.testName;
    return name === undefined ? `run ${id}` : `run ${id} (${clipped(name)})`;
}
/** The last line of a run: `✗ failed · p95 latency is 432 ms, over the limit of 400 ms (run 7650001: …)`. */
function verdictLine(outcome) {
    const { word } = outcome.verdict;
    const sign = isDoubtfulPass(outcome) ? '⚠' : VERDICT_WORDS[word].tone === 'bad' ? '✗' : '✓';
    return `${sign} ${word} · ${outcome.reason}`;
}
function named(thing, ids) {
    const shown = ids.slice(0, 5).join(', ');
    return `${thing}${ids.length > 1 ? 's' : ''} ${shown}${ids.length > 5 ? ` and ${ids.length - 5} more` : ''}`;
}
/** One line for all runs: `3 running, 1 queued`. */
function runCounts(seen) {
    const counts = new Map();
    for (const { status } of seen.values())
        counts.set(status, (counts.get(status) ?? 0) + 1);
    return [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
}

;// CONCATENATED MODULE: ./src/report/mark-baseline.ts

/**
 * The reporter that marks the passed runs that this step started; one that was not a sound measurement is no baseline.
 * @param refusal why none is to be marked, without its full stop; `undefined` if they are
 * @param log gets the line about it
 */
function markBaselineReporter(mark, refusal, log) {
    return {
        name: 'mark as baseline',
        closed: async ({ runs }, signal) => {
            if (refusal !== undefined) {
                log(`No run was marked as baseline: ${refusal}.`);
                return;
            }
            const passed = runs.filter(({ testId, verdict }) => testId !== undefined && verdict.word === 'passed');
            const isSound = ({ metrics }) => (metrics?.unsound ?? []).length === 0;
            const idsOf = (some) => some.flatMap((one) => runOf(one)?.id ?? []);
            const [runIds, unsound] = [idsOf(passed.filter(isSound)), idsOf(passed.filter((one) => !isSound(one)))];
            if (unsound.length > 0) {
                log(`Not marked as baseline, because it was not a sound measurement: run ${unsound.join(', ')}.`);
            }
            const marking = await Promise.allSettled(runIds.map((runId) => mark(runId, signal)));
            const failed = marking.find((one) => one.status === 'rejected');
            if (failed !== undefined)
                throw failed.reason;
            if (runIds.length > 0)
                log(`Marked as baseline: run ${runIds.join(', ')}.`);
        },
    };
}

;// CONCATENATED MODULE: ./src/app/reporters.ts
/** The reporters that the inputs ask for: every way to report is one line here. */












/** All of them, in this order: the log ends with the verdict, so that it is what a reader sees last. What is written elsewhere is written side by side. */
function reporters(inputs, runner, { cloud, notes, stepStartMs }) {
    const { summary, reportDir } = inputs.reports;
    warnOfLack(inputs, runner);
    const setOutput = runner.output;
    const onWritten = (folder) => {
        setOutput('report-dir', folder);
    };
    const sideBySide = [
        ...reporters_status(inputs, runner),
        ...reporters_comment(inputs, runner, setOutput),
        ...(notes === undefined ? [] : [notes.reporter]),
        ...mark(inputs, runner, cloud),
        ...(summary ? [summaryReporter(runner.summarize, runner.log)] : []),
        ...(reportDir === '' ? [] : [filesReporter(reportDir, { redact: runner.redact, note: runner.log, onWritten })]),
    ];
    const all = [
        outputsReporter(setOutput),
        sideBySide,
        annotationsReporter(runner.annotate, inputs.failOn),
        logReporter({
            log: runner.log,
            group: runner.group,
            now: clock_systemClock.now,
            stepStartMs,
            outageMs: inputs.limits.outageMs,
        }),
    ];
    return fanOut(all, warner(runner));
}
/** The commit status. It is sent first of what is written elsewhere: after a cancel there is a second for all of it. */
function reporters_status({ reports, githubToken }, runner) {
    return commitStatus({ name: reports.status, githubToken }, runner);
}
/** One warning where something on GitHub is asked for and cannot be written. */
function warnOfLack({ reports, githubToken }, runner) {
    const wanted = [
        ...(reports.status === '' ? [] : ['commit status']),
        ...(reports.comment === 'never' ? [] : ['comment on the pull request']),
    ];
    if (wanted.length === 0)
        return;
    const isGithub = readWorkflow(runner).context !== undefined;
    if (isGithub && githubToken !== undefined)
        return;
    const lack = isGithub ? '`github-token` is empty' : 'this is no workflow of GitHub';
    warner(runner)(`No ${wanted.join(' and no ')} is written: ${lack}.`);
}
/** The mark of passed runs, if it is wanted; where they are not to be marked, a line of the log says so. */
function mark({ targets, comparison }, runner, cloud) {
    const { markAsBaseline: isWanted, origin } = comparison;
    if (isWanted !== true || cloud.markAsBaseline === undefined)
        return [];
    const untrusted = origin?.trusted === true ? undefined : 'this event is not one of the default branch or a tag';
    const refusal = targets.kind === 'runs' ? 'the action did not start the runs of `run-id`' : untrusted;
    return [markBaselineReporter(cloud.markAsBaseline, refusal, runner.log)];
}
/** The comment, where one is asked for and can be written. */
function reporters_comment({ reports, githubToken }, runner, setOutput) {
    const { comment: when, commentKey } = reports;
    if (when === 'never')
        return [];
    const { context, apiUrl, runUrl, runNumber, name } = readWorkflow(runner);
    if (context === undefined || githubToken === undefined)
        return [];
    const commenting = async () => {
        const { githubCommenting } = await Promise.all(/* import() */[__nccwpck_require__.e(392), __nccwpck_require__.e(855)]).then(__nccwpck_require__.bind(__nccwpck_require__, 855));
        return githubCommenting({ token: githubToken, apiUrl, context, redact: runner.redact, onDebug: runner.debug });
    };
    const key = (outcome) => (commentKey === '' ? defaultKey(name, outcome) : commentKey);
    const onWritten = (url) => {
        setOutput('comment-url', url);
    };
    return [
        commentReporter({
            when,
            key,
            runNumber,
            summaryUrl: runUrl,
            clock: clock_systemClock,
            commenting,
            warn: warner(runner),
            note: runner.log,
            onWritten,
        }),
    ];
}
function warner(runner) {
    return (sentence) => {
        runner.annotate('warning', sentence);
    };
}

;// CONCATENATED MODULE: ./src/report/kept-note.ts


/** A run is judged at once; what cannot be written in this time is left to post. */
const FINISH_MS = 15_000;
/** Between two tries while the run goes on; it doubles. */
const SHORTEST_PAUSE_MS = 15_000;
const kept_note_LONGEST_PAUSE_MS = 600_000;
/** A note that was not tried yet. */
function newNote(place, wanted) {
    return {
        place,
        owed: { ...wanted, isReported: false },
        state: 'unwritten',
        trying: Promise.resolve(),
        failure: undefined,
        pauseMs: SHORTEST_PAUSE_MS,
        nextTryMs: 0,
        isLeftToPost: false,
    };
}
/**
 * Finishes the note of a run that is judged: its tail is there, with these marks. Never throws.
 * @returns why that failed; `undefined` if the note is complete
 */
async function finish(note, marks, ports, signal) {
    const { clock, keeping } = ports;
    if (note.state === 'written' && marks.length === 0)
        return undefined;
    if (marks.length > 0) {
        note.owed = { ...note.owed, marks };
        if (note.state === 'written')
            note.state = 'unwritten';
        saved(note, keeping); // before anything is sent, so that a kill leaves the marks to post
    }
    const late = () => new Error(`no complete response within ${FINISH_MS / 1000} s`);
    try {
        await withDeadline(clock, { limitMs: FINISH_MS, signal }, late, async (within) => {
            await abortable(within, note.trying);
            if (note.state === 'written' && marks.length === 0)
                return;
            attempt(note, ports, () => complete(note, ports, within));
            await abortable(within, note.trying);
            if (isUnwritten(note))
                throw clock_toError(note.failure);
        });
        return undefined;
    }
    catch (error) {
        note.state = 'unwritten';
        note.failure = error;
        note.trying = Promise.resolve(); // reports do not wait for it
        note.isLeftToPost = isAborted(signal);
        return clock_toError(error).message;
    }
}
/** Asked anew: a try in between changes it. */
function isUnwritten({ state }) {
    return state === 'unwritten';
}
/** Completes it. Reads the note first: a try whose response was lost may have written it, and people may have written around it. */
async function complete({ owed }, { read, write }, signal) {
    const finished = finishedNote(await read(owed.runId, signal), owed);
    if (finished !== undefined)
        await write(owed.runId, finished, signal);
}
/** Begins a try. */
function attempt(note, { clock, keeping }, work) {
    const { owed } = note;
    note.state = 'writing';
    note.trying = work().then(() => {
        note.state = 'written';
        if (note.owed === owed)
            saved(note, keeping);
    }, (error) => {
        note.state = 'unwritten';
        note.failure = error;
        note.nextTryMs = clock.now() + note.pauseMs;
        note.pauseMs = Math.min(2 * note.pauseMs, kept_note_LONGEST_PAUSE_MS);
    });
}
/** A state that cannot be kept costs post its task, and the step nothing. */
function saved({ place, owed, state }, keeping) {
    try {
        keeping?.save(place, state === 'written' ? undefined : owed);
    }
    catch {
        // the start of the run was saved in the same way, and its failure is reported
    }
}

;// CONCATENATED MODULE: ./src/report/run-note.ts
/** The note on the run in k6 Cloud: written as soon as the run exists, finished when it is judged, worth one warning at most. */




/** The keeper of the notes of one step. */
function noteKeeper(ports) {
    const { text, keeping, clock } = ports;
    const ending = new AbortController();
    const kept = new Map();
    const noteOn = (runId, whole) => {
        const known = kept.get(runId);
        if (known !== undefined)
            return known;
        const note = newNote(kept.size, { runId, text: whole, marks: [], repository: keeping?.repository });
        kept.set(runId, note);
        return note;
    };
    const reporter = {
        name: 'note on the run in k6 Cloud',
        runStarted: ({ id }) => {
            if (text === undefined || kept.has(id))
                return; // reported again, with a better address
            const note = noteOn(id, text);
            saved(note, keeping);
            // Not awaited: the run is polled meanwhile, and a failure is reported at the end.
            attempt(note, ports, () => ports.write(id, text, ending.signal));
        },
        polled: ({ id, state }) => {
            const note = kept.get(id);
            if (keeping === undefined || note?.state !== 'unwritten' || state !== 'pending')
                return;
            if (clock.now() >= note.nextTryMs)
                attempt(note, ports, () => complete(note, ports, ending.signal));
        },
        closed: async ({ runs }, signal) => {
            const end = () => {
                ending.abort(signal.reason);
            };
            if (signal.aborted)
                end();
            signal.addEventListener('abort', end, { once: true });
            await reportUnwritten([...kept.values()], runs, keeping);
        },
    };
    return {
        reporter,
        finish: async (runId, marks, signal) => {
            if (keeping === undefined || (marks.length === 0 && !kept.has(runId)))
                return undefined;
            return finish(noteOn(runId, undefined), marks, ports, signal);
        },
    };
}
/** @throws the failure that makes the one warning, if a note is not written; post tries each of them again */
async function reportUnwritten(notes, runs, keeping) {
    await Promise.all(notes.map(({ trying }) => trying));
    const failed = notes.filter(({ state, isLeftToPost }) => state !== 'written' && !isLeftToPost);
    for (const note of failed) {
        note.owed = { ...note.owed, isReported: true };
        saved(note, keeping);
    }
    if (failed.length > 0)
        throw failure(failed, keeping === undefined ? [] : runs);
}
/** The first failure; without its tail, a run that passed looks like one of the branch. */
function failure([first, ...others], runs) {
    if (first === undefined)
        return undefined;
    const failed = new Set([first, ...others].map(({ owed }) => owed.runId));
    const passed = runs.filter(({ pollResult }) => couldBeBaseline(pollResult)).map((outcome) => runOf(outcome)?.id);
    const ids = passed.filter((id) => id !== undefined && failed.has(id));
    if (ids.length === 0)
        return first.failure;
    const message = clock_toError(first.failure).message.replace(/\.?$/u, '.');
    return new Error(`${message} Run ${ids.join(', ')} can later be taken for a baseline.`);
}

;// CONCATENATED MODULE: ./src/runner/owed-notes.ts


/** The name of each entry's state; `post.ts` searches for it in the environment before it imports anything. */
const ENTRY = 'note-';
/** A step has 50 runs at most. */
const MAX_ENTRIES = 50;
/** A note and what stands beside it are shorter than this; a longer text is not ours. */
const MAX_LENGTH = 2000;
const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,100}$/u;
/** Saves what post has to write if main does not get to it; `undefined`: nothing. */
function saveNote({ saveState }, place, owed) {
    saveState(`${ENTRY}${place}`, owed === undefined ? '' : JSON.stringify(owed));
}
/** What main left to write, as far as it can be read; an entry that is no note of ours is `undefined`. */
function savedNotes({ state }) {
    const texts = Array.from({ length: MAX_ENTRIES }, (_, place) => state(`${ENTRY}${place}`));
    return texts.filter((text) => text !== '').map(parsedNote);
}
function parsedNote(json) {
    const saved = fieldsOf(json);
    const [runId, text, repository] = [saved.get('runId'), saved.get('text'), saved.get('repository')];
    const marks = saved.get('marks');
    if (typeof runId !== 'string' || !/^[1-9]\d{0,15}$/u.test(runId))
        return undefined;
    if (text !== undefined && !isNote(text))
        return undefined;
    if (repository !== undefined && !(typeof repository === 'string' && REPOSITORY.test(repository)))
        return undefined;
    if (!Array.isArray(marks) || !marks.every(isNoteMark))
        return undefined;
    return { runId, text, marks, repository, isReported: saved.get('isReported') === true };
}
/** A note that main wrote is one line with one tail. */
function isNote(text) {
    return typeof text === 'string' && oneLine(text) === text && typeof parseTail(text) === 'object';
}
function fieldsOf(json) {
    if (json.length > MAX_LENGTH)
        return new Map();
    try {
        const value = JSON.parse(json);
        return new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
    }
    catch {
        return new Map(); // the environment of the job may hold anything under our names
    }
}

;// CONCATENATED MODULE: ./src/app/step-notes.ts
/** The notes on the runs of a step with real ports: in main, and in post for what main could not write. */



/**
 * The keeper of the notes, if the API has notes and any is to be written. On a run of `run-id` nothing is written but a
 * mark in a tail that is there already.
 */
function stepNotes(inputs, runner, notes) {
    const { note, targets, comparison, simulate } = inputs;
    const { origin, baseline, markAsBaseline } = comparison;
    const text = targets.kind === 'runs' ? undefined : note;
    // A run that is started outside of GitHub has no tail, and so no marks.
    const hasTail = targets.kind === 'runs' || origin !== undefined;
    const isKept = hasTail && (baseline.kind !== 'none' || markAsBaseline === true);
    if (notes === undefined || (text === undefined && !isKept))
        return undefined;
    const save = (place, owed) => {
        if (simulate === undefined)
            saveNote(runner, place, owed); // the runs of a simulation end with the process
    };
    const keeping = isKept ? { repository: origin?.repository, save } : undefined;
    return noteKeeper({ ...notes, text, clock: clock_systemClock, keeping });
}

;// CONCATENATED MODULE: ./src/runner/memory.ts
/** The name of each entry's state; `post.ts` searches for it in the environment before it imports anything. */
const memory_ENTRY = 'start-';
const CONNECTION = 'connection';
/** A step starts 50 tests at most; more entries are not ours. */
const memory_MAX_ENTRIES = 50;
/** An entry holds a hundred ids at most; a longer text is not ours. */
const MAX_ENTRY_LENGTH = 20_000;
/**
 * Saves how post reaches k6 Cloud, before anything is sent: where the state cannot be kept, nothing is started, since a
 * kill would leave the run behind.
 * @throws where the state cannot be written
 */
function saveConnection(runner, connection) {
    runner.saveState(CONNECTION, JSON.stringify(connection));
}
/** The text that `saveConnection` saved; empty where it saved nothing. */
function savedConnection({ state }) {
    return state(CONNECTION);
}
/**
 * The memory of main. It starts empty whatever the environment says: only post reads state. One entry for each test,
 * since one value that holds all of them could outgrow what an environment variable may hold. Written through at once,
 * so that a kill loses nothing.
 */
function runMemory(saveState, now) {
    const entries = new Map();
    let leaving = false;
    const write = (testId, start, mustStop) => {
        const place = entries.get(testId)?.place ?? entries.size;
        entries.set(testId, { place, start, mustStop });
        const owed = start !== undefined && (mustStop || !leaving);
        saveState(`${memory_ENTRY}${place}`, owed ? JSON.stringify(start) : '');
    };
    const isLeft = (testId) => {
        const entry = entries.get(testId);
        return leaving && entry?.start !== undefined && !entry.mustStop;
    };
    return {
        remember: (start) => {
            const known = entries.get(start.testId);
            const sentAtMs = start.sentAtMs ?? known?.start?.sentAtMs ?? now?.();
            write(start.testId, sentAtMs === undefined ? start : { ...start, sentAtMs }, known?.mustStop ?? false);
        },
        forget: (testId) => {
            if (entries.has(testId))
                write(testId, undefined, entries.get(testId)?.mustStop ?? false);
        },
        mustStop: (testId) => {
            const start = entries.get(testId)?.start;
            if (start !== undefined)
                write(testId, start, true);
        },
        leaveAll: () => {
            leaving = true;
            for (const [testId, { start, mustStop }] of entries)
                if (start !== undefined && !mustStop)
                    write(testId, start, false);
        },
        isLeft,
        pending: () => [...entries.values()].flatMap(({ start }) => (start === undefined || isLeft(start.testId) ? [] : [start])),
    };
}
/** The memory of a simulation: its runs end with the process, so there is nothing for post to stop. */
function noopMemory() {
    return runMemory(() => undefined);
}
/** What main left, as far as it can be read. Entries that are no start of ours are left out. */
function savedStarts(runner) {
    return savedEntries(runner).flatMap(parsePendingStart);
}
/** How many entries say that something is owed, but not what. */
function countUnreadableStarts(runner) {
    return savedEntries(runner).filter((text) => parsePendingStart(text).length === 0).length;
}
function savedEntries({ state }) {
    const texts = Array.from({ length: memory_MAX_ENTRIES }, (_, place) => state(`${memory_ENTRY}${place}`));
    return texts.filter((text) => text !== '');
}
function parsePendingStart(text) {
    if (text.length > MAX_ENTRY_LENGTH)
        return [];
    const saved = new Map(Object.entries(memory_jsonObject(text) ?? {}));
    const [testId, notes, runId] = [saved.get('testId'), saved.get('notes'), saved.get('runId')];
    if (!memory_isId(testId) || typeof notes !== 'string')
        return [];
    const sentAtMs = saved.get('sentAtMs');
    const sent = { ...(isInstant(sentAtMs) ? { sentAtMs } : {}), ...doubtOf(saved.get('doubt')) };
    if (runId === undefined)
        return [{ testId, notes, ...sent }];
    return memory_isId(runId) ? [{ testId, notes, runId, ...sent }] : [];
}
function doubtOf(value) {
    if (typeof value !== 'object' || value === null)
        return {};
    const saved = new Map(Object.entries(value));
    const [firstTryMs, lastTryMs] = [saved.get('firstTryMs'), saved.get('lastTryMs')];
    return isInstant(firstTryMs) && isInstant(lastTryMs) ? { doubt: { firstTryMs, lastTryMs } } : {};
}
function isInstant(value) {
    return typeof value === 'number' && Number.isFinite(value);
}
function memory_isId(value) {
    return typeof value === 'string' && /^[1-9]\d{0,15}$/u.test(value);
}
function memory_jsonObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined; // the environment of the job may hold anything under our names
    }
}

;// CONCATENATED MODULE: ./src/app/step.ts
/** One life of the action with real ports: reads the inputs, connects, runs the gate, and returns whether the job passes. */










/** The reports of a step may take this long together; once the workflow is cancelled, only a moment. */
const step_REPORTS_MS = 30_000;
const HASTY_REPORTS_MS = 1000;
/**
 * The main step.
 * @returns whether the job may go on
 */
async function runMain(runner, stepStartMs, signal) {
    try {
        runner.output('verdict', 'error'); // a crash or a kill leaves it; only a verdict replaces it
    }
    catch (fault) {
        runner.debug(`The output \`verdict\` could not be written: ${clock_toError(fault).message}`); // reports warn of it
    }
    const inputs = inputsOrError(runner);
    if (inputs instanceof InputError)
        return refused(runner, inputs);
    if (inputs.simulate !== undefined) {
        const { startSimulation } = await __nccwpck_require__.e(/* import() */ 325).then(__nccwpck_require__.bind(__nccwpck_require__, 325));
        const simulated = await startSimulation(inputs, inputs.simulate, clock_systemClock, stepStartMs);
        runner.annotate('warning', `This is a simulation (\`simulate: ${inputs.simulate}\`): no load test was run.`, 'Simulation');
        try {
            return await gate({ ...simulated, simulated: true }, runner, stepStartMs, signal);
        }
        finally {
            await simulated.end();
        }
    }
    if (inputs.token === undefined)
        return skipped(runner, inputs.reports.summary);
    return gate({ inputs, token: inputs.token, simulated: false }, runner, stepStartMs, signal);
}
async function gate({ inputs, token, simulated }, runner, stepStartMs, signal) {
    if (!simulated) {
        const { api, apiUrl, requestMs } = inputs;
        saveConnection(runner, { api, apiUrl: apiUrl.href, requestMs });
    }
    const cloud = connected(inputs, token, runner, (sentence) => {
        reporter.noticed(sentence);
    });
    const notes = stepNotes(inputs, runner, cloud.notes);
    const reporter = reporters(inputs, runner, { cloud, notes, stepStartMs });
    if (!simulated)
        proxyNotices(inputs.apiUrl, runner.env).forEach(reporter.noticed);
    try {
        const memory = simulated ? noopMemory() : runMemory(runner.saveState, clock_systemClock.now);
        if (inputs.onCancel === 'leave')
            leaveOnCancel(memory, runner, signal);
        const interval = inputs.pollMs === 'auto' ? autoInterval(systemRandom) : fixedInterval(inputs.pollMs);
        const ports = {
            cloud,
            clock: clock_systemClock,
            interval,
            memory,
            reporter,
            finishNote: notes?.finish,
            stepStartMs,
        };
        const outcome = await runGate(inputs, ports, signal, simulated);
        const late = () => new Error('the time for reports is over');
        const bounds = { limitMs: step_REPORTS_MS, hastyMs: HASTY_REPORTS_MS, signal };
        await withTighteningDeadline(clock_systemClock, bounds, late, (within) => reporter.closed(outcome, within));
        return !outcome.fails;
    }
    finally {
        cloud.close();
    }
}
/**
 * `on-cancel: leave` is decided for each run at the moment of the cancel, and saved within the handler of the signal, so
 * that a kill a moment later does not undo it.
 */
function leaveOnCancel(memory, runner, signal) {
    const leave = () => {
        try {
            memory.leaveAll();
        }
        catch (fault) {
            runner.debug(`That runs are left could not be saved: ${clock_toError(fault).message}`); // then post stops them
        }
    };
    if (signal.aborted)
        leave();
    else
        signal.addEventListener('abort', leave, { once: true });
}
function inputsOrError(runner) {
    try {
        return readInputs(runner);
    }
    catch (error) {
        if (error instanceof InputError)
            return error;
        throw error;
    }
}
function connected(inputs, token, runner, onNotice) {
    const { api, apiUrl, requestMs, limits, targets } = inputs;
    const several = targets.ids.length > 1;
    const ports = { clock: clock_systemClock, random: systemRandom, uuid: systemUuid, onDebug: runner.debug, onNotice };
    return connect({
        api,
        apiUrl,
        token,
        redact: runner.redact,
        several,
        requestMs,
        outageMs: limits.outageMs,
        ...ports,
    });
}

;// CONCATENATED MODULE: ./src/gate/cancelled.ts
/** The reason that the step's signal is aborted with when the runner asks the process to end. */
/** The workflow was cancelled, or the job ran into its own time limit: both reach the step as a signal. */
class Cancelled extends Error {
    name = 'Cancelled';
    constructor(signalName) {
        super(`the runner sent ${signalName}`);
    }
}

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
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
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


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
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
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
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
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
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
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
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = _summary;
const summary_summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, external_path_namespaceObject.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(613);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
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
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
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
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
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
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
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
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
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
            delay: options.delay || 10000
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
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
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
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
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
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
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
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
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
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
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
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
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
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_namespaceObject.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
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
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
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
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
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
;// CONCATENATED MODULE: ./src/text/redactor.ts
/** Removes secrets from text, in the forms in which services and tools repeat them, and however they were cut. */

/** A shorter beginning of a secret is too common in other text, and too short to be of use. */
const LEADING_FRAGMENT = 12;
/** The same for a text that begins with it: a value that was pasted in the wrong place. */
const LEADING_FRAGMENT_AT_START = 8;
/** A shorter part of a base64 text occurs by chance. */
const SHORTEST_BASE64_PART = 8;
/** Starts with nothing to hide. */
function createRedactor() {
    const masked = [];
    // As they are searched for: without blanks.
    const hidden = new Set();
    const secrets = new Set();
    return {
        hide: (secret) => {
            if (withoutBlanks(secret) === '')
                return [];
            const fresh = formsOf(secret).filter((form) => !masked.includes(form));
            masked.push(...fresh);
            for (const form of fresh)
                hidden.add(withoutBlanks(form));
            secrets.add(withoutBlanks(secret));
            return fresh;
        },
        redact: (text) => {
            const shortest = [...hidden].reduce((least, { length }) => Math.min(least, length), LEADING_FRAGMENT_AT_START);
            if (hidden.size === 0 || text.length < shortest)
                return text;
            const visible = withoutBlanks(text);
            const found = [
                ...[...hidden].flatMap((form) => spansOf(form, visible)),
                ...[...secrets].flatMap((one) => startOf(one, visible)),
            ];
            if (found.length === 0)
                return text;
            const placeOf = placesOf(text, visible.length);
            return replaced(text, merged(found).map(([from, to]) => [placeOf(from), placeOf(to - 1) + 1]));
        },
    };
}
/** As it is, in JSON, in a URL, and as base64: alone, or after or before a user name. */
function formsOf(secret) {
    const url = encodeURIComponent(wellFormed(secret));
    const base64 = [secret, `${secret}:`, `:${secret}`].flatMap((text) => {
        const bytes = Buffer.from(text, 'utf8');
        const padded = bytes.toString('base64');
        return [
            padded,
            padded.replace(/=+$/u, ''),
            padded.replaceAll('+', '-').replaceAll('/', '_'),
            bytes.toString('base64url'),
        ];
    });
    return [
        ...new Set([
            secret,
            JSON.stringify(secret).slice(1, -1),
            secret.replaceAll('/', String.raw `\/`), // as some programs write it in JSON
            url,
            url.replace(/%[\dA-F]{2}/gu, (code) => code.toLowerCase()),
            ...base64,
            ...[0, 1, 2].flatMap((offset) => base64Parts(secret, offset)),
        ]),
    ];
}
/**
 * What base64 makes of the secret behind `offset` unknown bytes, without the signs that its neighbours change: a user
 * name of any length may stand in front of it.
 */
function base64Parts(secret, offset) {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret, 'utf8')]);
    const signs = bytes.toString('base64').replace(/=+$/u, '');
    const part = signs.slice(offset === 0 ? 0 : offset + 1, bytes.length % 3 === 0 ? undefined : -1);
    if (part.length < SHORTEST_BASE64_PART)
        return [];
    return [part, part.replaceAll('+', '-').replaceAll('/', '_')];
}
function withoutBlanks(text) {
    return text.replace(BLANK, '');
}
/** From a place in the text without blanks to the same place in the whole text. */
function placesOf(text, visibleLength) {
    if (visibleLength === text.length)
        return (place) => place;
    const places = new Uint32Array(visibleLength);
    let length = 0;
    let from = 0;
    const take = (to) => {
        for (let place = from; place < to; place++)
            places[length++] = place;
    };
    for (const { index, 0: sign } of text.matchAll(BLANK)) {
        take(index);
        from = index + sign.length;
    }
    take(text.length);
    return (place) => places[place] ?? place;
}
/** Where the form, or at least its beginning, is in the text. */
function spansOf(form, text) {
    const start = form.slice(0, LEADING_FRAGMENT);
    const spans = [];
    // The next may begin inside of this one, where the form repeats itself.
    for (let from = text.indexOf(start); from >= 0; from = text.indexOf(start, from + 1)) {
        addSpan(spans, [from, from + commonLength(form, text, from)]);
    }
    return spans;
}
function startOf(secret, text) {
    const length = commonLength(secret, text, 0);
    return length < LEADING_FRAGMENT_AT_START ? [] : [[0, length]];
}
function commonLength(form, text, from) {
    let length = 0;
    while (length < form.length && form[length] === text[from + length])
        length++;
    return length;
}
/** Overlapping spans as one: a form inside another must not break it up. */
function merged(spans) {
    const out = [];
    for (const span of [...spans].sort((a, b) => a[0] - b[0]))
        addSpan(out, span);
    return out;
}
/** Adds a span that begins behind the beginning of the last one. */
function addSpan(spans, [from, to]) {
    const last = spans.at(-1);
    if (last !== undefined && from < last[1])
        spans[spans.length - 1] = [last[0], Math.max(last[1], to)];
    else
        spans.push([from, to]);
}
function replaced(text, spans) {
    const parts = [];
    let rest = 0;
    for (const [from, to] of spans) {
        parts.push(text.slice(rest, from), '***');
        rest = to;
    }
    return [...parts, text.slice(rest)].join('');
}

;// CONCATENATED MODULE: ./src/runner/github-runner.ts
/** The real runner: the Actions toolkit behind the port. */



/** The runner of this very process. */
function githubRunner() {
    ignoreLogErrors();
    const redactor = createRedactor();
    const line = (text) => safeLine(redactor.redact(text));
    return {
        input: (name) => getInput(name),
        env: (name) => {
            const value = process.env[name];
            return value === '' ? undefined : value;
        },
        hide: (secret) => {
            redactor.hide(secret).forEach((form) => {
                setSecret(form);
            });
        },
        redact: redactor.redact,
        log: (text) => {
            info(line(text));
        },
        debug: (text) => {
            if (isDebug())
                debug(line(text));
        },
        group: (title, lines) => {
            startGroup(line(title));
            lines.forEach((one) => {
                info(line(one));
            });
            endGroup();
        },
        annotate: (level, message, title) => {
            core_namespaceObject[level](line(message), title === undefined ? {} : { title: line(title) });
        },
        output: (name, value) => {
            setOutput(name, safeOutput(value, redactor.redact));
        },
        saveState: (name, value) => {
            saveState(name, redactor.redact(value));
        },
        state: (name) => getState(name),
        summarize: (markdown) => github_runner_summarize(redactor.redact(markdown)),
    };
}
/**
 * Nobody may read the log any more, or its disk may be full. Without a listener each line would be a fault, and what
 * says so another line; the verdict, the outputs and a stop need no log.
 */
function ignoreLogErrors() {
    if (!process.stdout.listeners('error').includes(ignored))
        process.stdout.on('error', ignored);
}
function ignored() {
    // See above: there is nowhere to tell it.
}
async function github_runner_summarize(markdown) {
    if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') === '')
        return false;
    await summary_summary.addRaw(markdown, true).write();
    return true;
}

;// CONCATENATED MODULE: ./src/main.ts
/** The entry of main: red until proven green; it alone fails the job. */





// Red from the first instant: only a verdict makes it green. A lost promise, an empty event loop or a crash leaves it.
process.exitCode = 1;
const stepStartMs = clock_systemClock.now();
const runner = githubRunner();
const cancelling = new AbortController();
let concluded = false;
for (const name of ['SIGINT', 'SIGTERM']) {
    process.on(name, () => {
        cancelling.abort(new Cancelled(name));
        if (concluded)
            endSoon();
    });
}
process.on('uncaughtException', (fault) => {
    main_conclude({ green: false, fault });
});
process.on('beforeExit', () => {
    if (!concluded)
        main_conclude({ green: false, fault: new Error('the process had nothing left to do before there was a verdict') });
});
/** Handles that outlive their work must not hang the job; the runner is about to kill a step that is cancelled. */
const LINGER_MS = 3000;
const HASTY_LINGER_MS = 500;
function endSoon() {
    const lingerMs = cancelling.signal.aborted ? HASTY_LINGER_MS : LINGER_MS;
    clock_systemClock.setTimer(lingerMs, () => process.exit(), { keepsProcessAlive: false });
}
function main_conclude({ green, fault }) {
    if (concluded)
        return;
    concluded = true;
    process.exitCode = green ? 0 : 1;
    if (fault !== undefined) {
        const error = clock_toError(fault);
        crashed(runner, error);
        error.stack?.split('\n').forEach(runner.debug);
    }
    endSoon();
}
runMain(runner, stepStartMs, cancelling.signal).then((green) => {
    main_conclude({ green });
}, (fault) => {
    main_conclude({ green: false, fault });
});

