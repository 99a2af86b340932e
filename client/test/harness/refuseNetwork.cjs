// Loaded into a process of Node by `--require`: refuses whatever would leave this machine, and writes down who tried.

const { appendFileSync } = require("node:fs");
const dgram = require("node:dgram");
const dns = require("node:dns");
const net = require("node:net");

const HERE = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

// Whoever began it may stand far below libraries.
Error.stackTraceLimit = 100;

/** Each line of this file is one JSON value. The first says that the process is watched. */
const log = process.env.STRATKIT_NETWORK_LOG;
const note = (entry) => appendFileSync(log, `${JSON.stringify({ script: process.argv[1], ...entry })}\n`);

const refuse = (what, host) => {
  note({ tried: `${what} ${host}`, stack: new Error().stack });
  return Object.assign(new Error(`${what} ${host}: the network is switched off`), { code: "ENETUNREACH" });
};

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  // Node itself hands over the arguments in a list, of which the first says where to.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const options = typeof first === "object" && first !== null ? first : { port: first, host: second };
  const isPipe = options.path !== undefined || Number.isNaN(Number(options.port));
  const host = typeof options.host === "string" ? options.host : "localhost";
  if (isPipe || HERE.test(host)) return connect.apply(this, args);
  const error = refuse("connect", host);
  process.nextTick(() => this.destroy(error));
  return this;
};

dgram.Socket.prototype.send = (...args) => {
  throw refuse("send", String(args.find((each) => typeof each === "string") ?? "unknown"));
};

for (const name of Object.keys(dns).filter((each) => /^(lookup|resolve|reverse)/.test(each))) {
  const original = dns[name];
  dns[name] = (host, ...rest) => {
    if (HERE.test(host)) return original(host, ...rest);
    const error = refuse(name, host);
    process.nextTick(rest.at(-1), error);
  };
  if (dns.promises[name] === undefined) continue;
  const promised = dns.promises[name];
  dns.promises[name] = (host, ...rest) =>
    HERE.test(host) ? promised(host, ...rest) : Promise.reject(refuse(name, host));
}

note({ watched: true });
