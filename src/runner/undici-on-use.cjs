/**
 * undici, loaded when something of it is first used. `@actions/http-client` imports it for proxies and `@actions/github`
 * for its requests, both at once; evaluating it takes a third of the time until the first request to k6 Cloud, which
 * needs none of it. In the bundles this file stands for `undici` (scripts/build.mjs). It is CommonJS, since both
 * `import` and `require` reach it.
 */
'use strict';

/** undici's own class: a constructor that returns an object gives that object to `new`. */
exports.ProxyAgent = function ProxyAgent(options) {
  return new (require('./index.cjs').ProxyAgent)(options);
};

/** undici's `fetch`. */
exports.fetch = (input, init) => require('./index.cjs').fetch(input, init);
