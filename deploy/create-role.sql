-- What an administrator of PostgreSQL does once for the bot: an account without any right but to its own database, and pgvector in it.
--   CHIDAO_DATABASE_PASSWORD=… psql -d postgres -f deploy/create-role.sql
-- Then: DATABASE_URL=postgres://chidao:…@may-chu:5432/chidao
\getenv password CHIDAO_DATABASE_PASSWORD
create role chidao login password :'password' nosuperuser nocreatedb nocreaterole noreplication nobypassrls connection limit 100;
create database chidao owner chidao encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8' template template0;
revoke all on database chidao from public;
\connect chidao
create extension vector;
revoke all on schema public from public;
grant usage, create on schema public to chidao;
