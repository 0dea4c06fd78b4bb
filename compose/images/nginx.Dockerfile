ARG BASE=debian:bookworm-slim
FROM ${BASE}
COPY host-ca.crt /tmp/host-ca.crt
RUN if [ -s /tmp/host-ca.crt ]; then \
      mkdir -p /etc/ssl/certs && cp /tmp/host-ca.crt /etc/ssl/certs/ca-certificates.crt; \
    fi; \
    rm /tmp/host-ca.crt
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends nginx-light \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /etc/nginx/sites-enabled /var/log/nginx/* \
    && mkdir -p /rollcall/files
WORKDIR /rollcall/files
EXPOSE 8000
STOPSIGNAL SIGTERM
CMD ["nginx", "-e", "stderr", "-g", "daemon off;"]
