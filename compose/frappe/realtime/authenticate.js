'use strict';

const LOOPBACK = ['localhost', '127.0.0.1'];
const ANSWER_LIMIT = 5_000;

/** Lets a socket in whose site, origin and session are right, in the order in which Frappe looks. */
function authenticate({ web, defaultSite }) {
  return async (socket, next) => {
    const { host, origin, cookie, authorization } = socket.request.headers;
    const site = siteOf(socket.request.headers, defaultSite);
    if (socket.nsp.name !== `/${site}`) {
      next(new Error('Invalid namespace'));
      return;
    }
    if (hostname(host) !== hostname(origin)) {
      next(new Error('Invalid origin'));
      return;
    }
    const sid = cookieNamed('sid', cookie);
    if (!sid && !authorization) {
      next(new Error('No authentication method used. Use cookie or authorization header.'));
      return;
    }
    const ask = questions(web, { site, sid, authorization });
    try {
      const { user, user_type: userType } = await ask('frappe.realtime.get_user_info');
      Object.assign(socket.data, { site, user, userType, ask });
      next();
    } catch (error) {
      next(new Error(`Unauthorized: ${error.message}`));
    }
  };
}

/** The header, else the default on this machine itself, else whose page it is, else who is asked. */
function siteOf(headers, defaultSite) {
  if (headers['x-frappe-site-name']) {
    return hostname(headers['x-frappe-site-name']);
  }
  if (defaultSite && LOOPBACK.includes(hostname(headers.host))) {
    return defaultSite;
  }
  return hostname(headers.origin ?? headers.host);
}

/** Asks the web server in the name of whoever is connected. */
function questions(web, { site, sid, authorization }) {
  const headers = { 'X-Frappe-Site-Name': site };
  if (authorization) {
    headers.Authorization = authorization;
  } else {
    headers.Cookie = `sid=${encodeURIComponent(sid)}`;
  }
  return async (method, args = {}) => {
    const url = `${web}/api/method/${method}?${new URLSearchParams(args)}`;
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(ANSWER_LIMIT) });
    if (!answer.ok) {
      throw new Error(`${method} answered ${answer.status}`);
    }
    return (await answer.json()).message;
  };
}

function cookieNamed(name, header = '') {
  const found = header.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${name}=`));
  return found && decodeURIComponent(found.slice(name.length + 1));
}

/** Of a URL or of a host with its port. */
function hostname(text) {
  return text?.replace(/^[a-z]+:\/\//, '').replace(/[:/].*$/, '');
}

module.exports = { authenticate };
