import type { Mutant } from "./mutant.ts";

const userKey = "src/core/session/user-key.ts";
const authentication = "src/server/authentication.ts";
const app = "src/server/app.ts";
const host = "src/core/session/host.ts";
const policy = "src/server/connection-policy.ts";
const keyTests = ["test/session/user-key.test.ts"];
const checkTests = ["test/server/authentication.test.ts"];
const loginTests = ["test/server/pending-login.test.ts"];
const hostTests = ["test/session/host.test.ts"];

/** Faults in who a client is, and in what it may have. */
export const identity: readonly Mutant[] = [
  {
    name: "a user of any class is compared by its members that are not hidden",
    file: userKey,
    find: "prototype === Object.prototype || prototype === null",
    replace: "true",
    tests: keyTests,
  },
  {
    name: "hidden members of a user are ignored",
    file: userKey,
    find: "if (Reflect.ownKeys(object).length !== names.length)",
    replace: "if (false)",
    tests: keyTests,
  },
  {
    name: "the order of the members distinguishes users",
    file: userKey,
    find: "Object.keys(object).sort()",
    replace: "Object.keys(object)",
    tests: keyTests,
  },
  {
    name: "an array with gaps is the same user as another one",
    file: userKey,
    find: "if (Reflect.ownKeys(list).length !== list.length + 1)",
    replace: "if (false)",
    tests: keyTests,
  },
  {
    name: "a user without any text or number is a user",
    file: userKey,
    find: 'reader.hasName ? undefined : "it contains no text and no number"',
    replace: "undefined",
    tests: keyTests,
  },
  {
    name: "an id may be empty",
    file: userKey,
    find: 'key === "" || (typeof',
    replace: "(typeof",
    tests: keyTests,
  },
  {
    name: "a user is named to the client by nothing",
    file: "src/core/session/session.ts",
    find: "options.owner ?? (this.userKey === undefined ? undefined : this.id)",
    replace: "options.owner",
    tests: hostTests,
  },
  {
    name: "any secret opens a session",
    file: host,
    find: "session?.link.acceptsSecret(secret) ?? isSecret(secret, undefined)",
    replace: "session !== undefined || isSecret(secret, undefined)",
    tests: hostTests,
  },
  {
    name: "wrong secrets are not limited",
    file: host,
    find: "if (!this.#failedResumes.tryAcquire(address))",
    replace: "if (false)",
    tests: [...hostTests, "test/attacks/limits.test.ts"],
  },
  {
    name: "a challenged client loses its session while it answers",
    file: host,
    find: "if (isAlive && resumable.link.connection === current) return this.#openNewSession(connection, hello);",
    replace: "",
    tests: hostTests,
  },
  {
    name: "a connection may be of another user at the next check",
    file: authentication,
    find: '(now !== "refused" && now.userKey === userKey)',
    replace: 'now !== "refused"',
    tests: checkTests,
  },
  {
    name: "a refusal at a repeated check changes nothing",
    file: authentication,
    find: 'now === "late" || (now !== "refused" && now.userKey === userKey)',
    replace: 'now === "late" || now === "refused" || now.userKey === userKey',
    tests: checkTests,
  },
  {
    name: "authenticate() has no timeout",
    file: authentication,
    find: "return await Promise.race([result, late]);",
    replace: "return await result;",
    tests: checkTests,
  },
  {
    name: "a blocked event loop uses up the time of authenticate()",
    file: authentication,
    find: "const TIMEOUT_PARTS = 5;",
    replace: "const TIMEOUT_PARTS = 1;",
    tests: checkTests,
  },
  {
    name: "checks that were late long ago still count",
    file: authentication,
    find: 'lateChecks = now === "late" ? lateChecks + 1 : 0;',
    replace: 'lateChecks += now === "late" ? 1 : 0;',
    tests: checkTests,
  },
  {
    name: "the timer of a repeated check outlives its connection",
    file: authentication,
    find: "      isOpen = false;\n      cancel();",
    replace: "      isOpen = false;",
    tests: checkTests,
  },
  {
    name: "an error of authenticate() makes the client anonymous",
    file: authentication,
    find: 'failed, so the connection was refused:", error);\n      return "refused";',
    replace: 'failed, so the connection was refused:", error);\n      return {};',
    tests: checkTests,
  },
  {
    name: "the connections of a user are not limited",
    file: authentication,
    find: "    if (count >= max) return false;\n",
    replace: "",
    tests: checkTests,
  },
  {
    name: "all connections of a user are forgotten when one closes",
    file: authentication,
    find: "if (remaining > 0) this.#connections.set(userKey, remaining);\n      else this.#connections",
    replace: "this.#connections",
    tests: checkTests,
  },
  {
    name: "who is gone while authenticate() ran is let in",
    file: app,
    find: "    if (socket.destroyed || !socket.readable) return void socket.destroy();\n",
    replace: "",
    tests: loginTests,
  },
  {
    name: "an error on the socket of a refused client ends the process",
    file: app,
    find: '      webSocket.on("error", ignore);\n',
    replace: "",
    tests: loginTests,
  },
  {
    name: "a client that nobody could identify in time is let in",
    file: app,
    find: 'if (identity === "late") return webSocket.close(CloseCode.overloaded, "identity unknown");',
    replace: 'if (identity === "late") return host.accept(webSocketTransport(webSocket));',
    tests: loginTests,
  },
  {
    name: "a client that nobody could identify in time is refused forever",
    file: app,
    find: 'if (identity === "late") return webSocket.close(CloseCode.overloaded',
    replace: 'if (identity === "late") return webSocket.close(CloseCode.unauthorized',
    tests: loginTests,
  },
  {
    name: "the first address in X-Forwarded-For is believed",
    file: policy,
    find: '?.split(",").at(-1)?.trim()',
    replace: '?.split(",")[0]?.trim()',
    tests: ["test/server/host-names.test.ts"],
  },
  {
    name: "forwarded addresses are believed without a proxy",
    file: policy,
    find: "trustProxy ? request.headers[`x-forwarded-${name}`] : undefined",
    replace: "request.headers[`x-forwarded-${name}`]",
    tests: ["test/server/host-names.test.ts"],
  },
  {
    name: "an origin with another scheme is allowed",
    file: policy,
    find: "asked.protocol === pattern.protocol && ",
    replace: "",
    tests: ["test/server/origins.test.ts"],
  },
  {
    name: "any name below an allowed origin is allowed, however deep",
    file: policy,
    find: 'parent.join(".") === pattern.hostname',
    replace: 'parent.join(".").endsWith(pattern.hostname)',
    tests: ["test/server/origins.test.ts"],
  },
  {
    name: "text is entered again in a session although the app ended the one before",
    file: "src/testing/test-client.ts",
    find: "    if (code === CloseCode.gone) this.#owner = null;\n",
    replace: "",
    tests: ["test/session/resume.test.ts"],
  },
];
