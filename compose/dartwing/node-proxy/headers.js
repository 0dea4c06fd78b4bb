'use strict';

const COOKIE = 'ROLLCALL';
/** What is said to the next hop only; `connection` and `upgrade` are http-proxy's to set. */
const HOP_HEADERS = ['keep-alive', 'proxy-authorization', 'proxy-connection', 'te', 'trailer'];

const isOurs = (cookie) => cookie.trim().startsWith(`${COOKIE}=`);

/** The node that this client was sent to before. */
function nodeOfCookie(request) {
  const value = cookiesOf(request).find(isOurs)?.split('=')[1];
  return value && /^node-[1-9]\d*$/.test(value) ? Number(value.slice('node-'.length)) - 1 : undefined;
}

function cookieFor(index) {
  return `${COOKIE}=node-${index + 1}; Path=/; HttpOnly`;
}

/** Takes off what is between the client and this proxy alone, its cookie too. */
function clearHopHeaders(request) {
  for (const name of HOP_HEADERS) {
    delete request.headers[name];
  }
  const cookies = cookiesOf(request).filter((cookie) => !isOurs(cookie));
  if (cookies.length > 0) {
    request.headers.cookie = cookies.join(';').trim();
  } else {
    delete request.headers.cookie;
  }
}

function cookiesOf(request) {
  return (request.headers.cookie ?? '').split(';').filter(Boolean);
}

module.exports = { clearHopHeaders, cookieFor, nodeOfCookie };
