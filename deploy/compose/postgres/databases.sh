#!/bin/sh
# One database and one role for each service; runs once, when the server's data directory is empty.
set -eu
while read -r database role; do
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" <<SQL
CREATE ROLE $role LOGIN PASSWORD '$POSTGRES_PASSWORD';
CREATE DATABASE $database OWNER $role;
SQL
done <<'LIST'
waiting_room waiting_room
directory inventory
payment payment
event event
notification notification
analytics analytics
fraud fraud
resale resale
LIST
