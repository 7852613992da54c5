#!/bin/sh
# Who checks everything can read everything and change nothing.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<SQL
CREATE ROLE auditor LOGIN PASSWORD '$POSTGRES_PASSWORD';
GRANT pg_read_all_data TO auditor;
ALTER ROLE auditor SET default_transaction_read_only = on;
SQL
