ARG BASE=debian:bookworm-slim
FROM ${BASE}
COPY host-ca.crt /tmp/host-ca.crt
RUN if [ -s /tmp/host-ca.crt ]; then \
      mkdir -p /etc/ssl/certs && cp /tmp/host-ca.crt /etc/ssl/certs/ca-certificates.crt; \
    fi; \
    rm /tmp/host-ca.crt
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends redis-server \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /etc/redis /var/log/redis \
    && mkdir -p /rollcall/files
WORKDIR /rollcall/files
EXPOSE 6379
STOPSIGNAL SIGTERM
CMD ["redis-server", "--port", "6379", "--bind", "0.0.0.0", "--protected-mode", "no", "--save", "", "--appendonly", "no"]
