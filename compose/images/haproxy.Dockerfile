ARG BASE=debian:bookworm-slim
FROM ${BASE}
COPY host-ca.crt /tmp/host-ca.crt
RUN if [ -s /tmp/host-ca.crt ]; then \
      mkdir -p /etc/ssl/certs && cp /tmp/host-ca.crt /etc/ssl/certs/ca-certificates.crt; \
    fi; \
    rm /tmp/host-ca.crt
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends haproxy tini \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* \
    && mkdir -p /rollcall/files
WORKDIR /rollcall/files
EXPOSE 8000
STOPSIGNAL SIGTERM
# HAProxy ends by sending itself SIGTERM anew, which does nothing to the first process of a container.
ENTRYPOINT ["tini", "--"]
CMD ["haproxy", "-v"]
