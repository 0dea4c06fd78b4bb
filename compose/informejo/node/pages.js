'use strict';

const BODY_MAX = 1_000_000;

/** Each call stores first and tells then; its answer comes last. */
const CALLS = [
  ['POST', /^\/api\/tickets$/, 'title', ({ tickets, announce }, id, body) => {
    const ticket = tickets.create(body);
    announce.ticketCreated(ticket);
    return ticket;
  }],
  ['PATCH', /^\/api\/tickets\/([^/]+)$/, 'status', ({ tickets, announce }, id, body) => {
    const ticket = tickets.update(id, body);
    announce.ticketUpdated(ticket);
    return ticket;
  }],
  ['POST', /^\/api\/tickets\/([^/]+)\/comments$/, 'content', ({ tickets, announce }, id, body) => {
    const comment = tickets.comment(id, body);
    announce.commentAdded(id, comment);
    return comment;
  }],
  ['POST', /^\/api\/tickets\/([^/]+)\/attachments$/, 'filename', ({ tickets, announce }, id, body) => {
    const attachment = tickets.attach(id, body);
    announce.attachmentAdded(id, attachment);
    return attachment;
  }],
  ['GET', /^\/api\/tickets\/([^/]+)$/, '', ({ tickets }, id) => tickets.find(id)],
];

async function answer(request, response, application) {
  try {
    const path = new URL(request.url, 'http://any').pathname;
    if (request.method === 'GET' && (path === '/' || /^\/tickets\/[^/]+$/.test(path))) {
      reply(response, 200, 'text/html; charset=utf-8', page(path));
      return;
    }
    const call = CALLS.find(([method, pattern]) => method === request.method && pattern.test(path));
    if (!call) {
      json(response, 404, { error: `there is nothing at ${request.method} ${path}` });
      return;
    }
    const [, pattern, field, work] = call;
    const body = field ? await read(request, field) : {};
    json(response, 200, work(application, decodeURIComponent(pattern.exec(path)[1] || ''), body));
  } catch (error) {
    json(response, error instanceof Refusal ? 400 : 500, { error: error.message });
  }
}

class Refusal extends Error {}

async function read(request, field) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) {
    text += part;
    if (text.length > BODY_MAX) {
      throw new Refusal(`a body has at most ${BODY_MAX} characters`);
    }
  }
  let body;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new Refusal(`the body is not JSON: ${error.message}`);
  }
  if (typeof body?.[field] !== 'string') {
    throw new Refusal(`${field} has to be a text`);
  }
  return body;
}

function json(response, status, value) {
  reply(response, status, 'application/json', JSON.stringify(value));
}

function reply(response, status, type, text) {
  response.writeHead(status, { 'Content-Type': type }).end(text);
}

/** As the application's pages do: WebSocket first, polling as the fallback, five attempts. */
function page(path) {
  const ticket = JSON.stringify(decodeURIComponent(path.slice('/tickets/'.length))).replace(/</g, '\\u003c');
  return `<!doctype html>
<meta charset="utf-8">
<title>Informejo</title>
<h1>Informejo</h1>
<ol id="events"></ol>
<script src="/socket.io/socket.io.js"></script>
<script>
  const socket = io({
    transports: ['websocket', 'polling'],
    reconnectionAttempts: 5,
    reconnectionDelay: 1000,
  });
  const ticket = ${ticket};
  socket.on('connect', () => ticket && socket.emit('join:ticket', ticket));
  socket.onAny((event, data) => {
    const line = document.createElement('li');
    line.textContent = event + ' ' + JSON.stringify(data);
    document.getElementById('events').append(line);
  });
</script>
`;
}

module.exports = { answer };
