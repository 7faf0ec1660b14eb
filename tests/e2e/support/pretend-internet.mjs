// Loaded into a hub's process (`--import`) by a test of remote images: a little internet with one public server in it, which is really
// the test's own. Everything between, the guard against private addresses above all, is the hub's.
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { Socket } from 'node:net';

const name = 'billeder.example';
const address = '93.184.215.14';
const port = Number(process.env.PRETEND_INTERNET_PORT);

const { lookup } = dns;
dns.lookup = (hostname, options, callback) => {
  if (hostname !== name) return lookup(hostname, options, callback);
  const found = { address, family: 4 };
  return typeof options === 'object' && options.all ? callback(null, [found]) : callback(null, address, 4);
};
syncBuiltinESMExports();

const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (options?.host !== name || !options.lookup) return connect.apply(this, args);
  // What the guard lets through is where the connection goes; only then is it led to the test.
  options.lookup(name, { all: false }, (fault, allowed) => {
    if (fault || allowed !== address) this.destroy(fault ?? new Error(`the guard answered ${allowed}`));
    else connect.call(this, { host: '127.0.0.1', port });
  });
  return this;
};
