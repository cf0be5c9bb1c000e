#!/bin/sh
# Run once by the PostgreSQL image on a new database: the owner who migrates it, and the application, which can not change facts.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --set=owner="$OWNER_PASSWORD" --set=application="$APPLICATION_PASSWORD" <<'SQL'
create role ontwikkelagenda_owner login password :'owner';
create role ontwikkelagenda_app login password :'application';
grant ontwikkelagenda_app to ontwikkelagenda_owner with inherit false, set true;
create database ontwikkelagenda owner ontwikkelagenda_owner;
SQL
