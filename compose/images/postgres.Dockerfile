ARG BASE=debian:bookworm-slim
FROM ${BASE}
COPY host-ca.crt /tmp/host-ca.crt
RUN if [ -s /tmp/host-ca.crt ]; then \
      mkdir -p /etc/ssl/certs && cp /tmp/host-ca.crt /etc/ssl/certs/ca-certificates.crt; \
    fi; \
    rm /tmp/host-ca.crt
# The database is made here, so that a container starts in a moment. Everybody on a cluster's own
# network may use it: it holds nothing but a run's messages.
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* \
    && ln -s /usr/lib/postgresql/*/bin/postgres /usr/local/bin/postgres \
    && mkdir -p /rollcall/files /rollcall/database \
    && chown postgres:postgres /rollcall/database \
    && setpriv --reuid=postgres --regid=postgres --clear-groups \
      /usr/lib/postgresql/*/bin/initdb -D /rollcall/database --locale=C.UTF-8 --auth=trust -U postgres \
    && echo 'host all all all trust' >> /rollcall/database/pg_hba.conf
WORKDIR /rollcall/files
EXPOSE 5432
STOPSIGNAL SIGINT
CMD ["postgres", "--version"]
