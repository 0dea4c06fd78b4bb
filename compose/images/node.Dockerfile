ARG BASE=debian:bookworm-slim
FROM ${BASE}
# Debian's own Node.js is 18, and today's Redis clients need 20: the program comes from npm by
# node/package-lock.json. Nothing is downloaded here, so the host's authorities are not needed.
COPY node /usr/local/bin/node
RUN node --version && mkdir -p /rollcall/files /rollcall/source
WORKDIR /rollcall/source
EXPOSE 9000
STOPSIGNAL SIGTERM
CMD ["node", "server.js"]
