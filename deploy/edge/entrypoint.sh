#!/bin/sh
# Fills in the settings and becomes nginx. Each has a default that suits docker compose.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
export EDGE_CONF="${EDGE_CONF:-$here}"
export EDGE_HOME="${EDGE_HOME:-/var/lib/boxoffice-edge}"
export EDGE_LISTEN="${EDGE_LISTEN:-8000}"
export EDGE_GATEWAY="${EDGE_GATEWAY:-gateway:8080}"
export EDGE_TRUSTED_PROXIES="${EDGE_TRUSTED_PROXIES:-127.0.0.1/32}"
export EDGE_RATE="${EDGE_RATE:-60r/s}"
export EDGE_BURST="${EDGE_BURST:-200}"
export EDGE_REFUSED_NETWORKS="${EDGE_REFUSED_NETWORKS:-$EDGE_CONF/refused-networks.conf}"
names='${EDGE_CONF} ${EDGE_HOME} ${EDGE_LISTEN} ${EDGE_GATEWAY} ${EDGE_TRUSTED_PROXIES} ${EDGE_RATE} ${EDGE_BURST} ${EDGE_REFUSED_NETWORKS}'
envsubst "$names" < "$EDGE_CONF/nginx.conf.template" > "$EDGE_HOME/nginx.conf"
cp "$EDGE_CONF/bot-signatures.conf" "$EDGE_HOME/"
exec nginx -c "$EDGE_HOME/nginx.conf" -p "$EDGE_HOME" -g 'daemon off;'
