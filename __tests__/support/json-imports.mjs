/** Jest transform: GitHub's workflow parser imports its schemas without saying that they are JSON, which Node refuses. */
export default {
  process: (code) => ({ code: code.replace(/(?<=from "[^"]+\.json")(?=;)/gu, ' with { type: "json" }') }),
};
