ARG BASE=debian:bookworm-slim
FROM ${BASE}
COPY host-ca.crt /tmp/host-ca.crt
RUN if [ -s /tmp/host-ca.crt ]; then \
      mkdir -p /etc/ssl/certs && cp /tmp/host-ca.crt /etc/ssl/certs/ca-certificates.crt; \
    fi; \
    rm /tmp/host-ca.crt
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      python3 python3-asyncpg python3-fastapi python3-redis python3-socketio python3-uvicorn python3-websockets \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* \
    && python3 -c 'import asyncpg, fastapi, redis, socketio, uvicorn, websockets' \
    && mkdir -p /rollcall/files /rollcall/source
ENV PYTHONDONTWRITEBYTECODE=1
WORKDIR /rollcall/source
EXPOSE 9000
STOPSIGNAL SIGTERM
CMD ["python3", "--version"]
