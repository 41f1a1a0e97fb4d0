import { BlockList, isIP } from 'node:net';
import { storageFault } from '@linli/storage';
import pg from 'pg';

const refuse = (why: string): never => {
  throw storageFault('storage/cannot-open', why);
};

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** A socket file, or this machine by its address. Whoever is asked what a name means could lead it elsewhere, but for `localhost`. */
function staysHere(host: string): boolean {
  if (host.startsWith('/') || host.toLowerCase() === 'localhost') return true;
  const version = isIP(host);
  return version !== 0 && loopback.check(host, version === 4 ? 'ipv4' : 'ipv6');
}

/** What stands after the first `?`. Of a parameter given twice, `pg` takes the last. */
function lastParameter(connectionString: string, name: string): string | undefined {
  const [, ...query] = connectionString.split('?');
  return new URLSearchParams(query.join('?')).getAll(name).at(-1);
}

/** Host, port and TLS as `pg` itself understands them, its `PG...` variables included; it asks the network nothing. */
function understand(connectionString: string): pg.Client {
  try {
    return new pg.Client({ connectionString });
  } catch (error) {
    // The message never holds the string: there may be a password in it.
    return refuse(`the connection string cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Whether TLS would be spoken with any certificate: by the string, by `PGSSLMODE`, or by what Node.js takes for all its TLS. */
function trustsAnybody(ssl: unknown): boolean {
  if (!ssl) return false;
  const asked = (ssl as { readonly rejectUnauthorized?: boolean }).rejectUnauthorized;
  return asked === undefined ? process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0' : !asked;
}

/**
 * Looks at where a connection string leads before anything is asked of the network.
 * @throws Fault `storage/cannot-open` for what is no such string, for more than one host, and for plain text that would
 * leave this machine without `sslmode=disable` in the string or `allowPlainText`; so for TLS that checks no certificate
 * without `allowPlainText`
 */
export function checkTarget(connectionString: string, allowPlainText: boolean): void {
  if (typeof connectionString !== 'string' || !/^(postgres(ql)?:\/\/|socket:\/|\/)/.test(connectionString)) {
    refuse('the connection string does not begin with postgresql:// (or / for a socket)');
  }
  const port = lastParameter(connectionString, 'port');
  if (port !== undefined && !/^\d+$/.test(port)) refuse('the port in the connection string is no number');

  const target = understand(connectionString);
  if (!(target.port >= 1 && target.port <= 65_535)) refuse(`the port ${target.port} is none from 1 to 65535`);
  if (/[\s,]/.test(target.host) && !target.host.startsWith('/')) refuse('the connection string must name one host');
  if (!allowPlainText && !staysHere(target.host) && trustsAnybody(target.ssl)) {
    refuse(
      `no certificate would be checked, so whoever answers for ${target.host} would get the password: write ` +
        'sslmode=verify-full, with sslrootcert=FILE for a root of your own (or the option allowPlainText where the line itself is trusted)',
    );
  }
  const isPlain = !target.ssl && lastParameter(connectionString, 'sslmode') !== 'disable';
  if (isPlain && !allowPlainText && !staysHere(target.host)) {
    refuse(
      `everything would go to ${target.host} in plain text: add sslmode=verify-full to the connection string, ` +
        'or sslmode=disable (or the option allowPlainText) where the line itself is trusted',
    );
  }
}
