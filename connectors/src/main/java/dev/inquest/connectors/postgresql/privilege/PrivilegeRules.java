package dev.inquest.connectors.postgresql.privilege;

import java.util.List;

/**
 * The rules, each a query over the catalogue. {@code reach} is the login, every role it is a member
 * of by any path, and PUBLIC (oid 0): what any of them may do, the login may do.
 */
final class PrivilegeRules {
  private static final String REACH =
      """
      WITH RECURSIVE login AS (
        SELECT oid, rolname FROM pg_catalog.pg_roles WHERE rolname = session_user
      ), member AS (
        SELECT m.member, m.roleid FROM pg_catalog.pg_auth_members m, login WHERE m.member = login.oid
        UNION
        SELECT m.member, m.roleid FROM pg_catalog.pg_auth_members m JOIN member ON m.member = member.roleid
      ), reach AS (
        SELECT oid FROM login UNION SELECT roleid FROM member UNION SELECT 0::oid
      ), grantee AS (
        SELECT reach.oid, CASE WHEN reach.oid = 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(r.rolname) END AS name
        FROM reach LEFT JOIN pg_catalog.pg_roles r ON r.oid = reach.oid
      )
      """;

  private static final String ATTRIBUTES =
      REACH
          + """
          SELECT 'role ' || g.name || ' has ' || a.word, 'ALTER ROLE ' || g.name || ' NO' || a.word
          FROM grantee g JOIN pg_catalog.pg_roles r ON r.oid = g.oid
          CROSS JOIN LATERAL (VALUES
            ('SUPERUSER', r.rolsuper), ('CREATEROLE', r.rolcreaterole), ('CREATEDB', r.rolcreatedb),
            ('REPLICATION', r.rolreplication), ('BYPASSRLS', r.rolbypassrls)) a (word, has)
          WHERE a.has ORDER BY 1
          """;

  /** pg_monitor itself is a member of pg_stat_scan_tables, which reads. */
  private static final String MEMBERSHIP =
      REACH
          + """
          SELECT 'role ' || pg_catalog.quote_ident(m.rolname) || ' is a member of '
                 || pg_catalog.quote_ident(r.rolname),
                 'REVOKE ' || pg_catalog.quote_ident(r.rolname) || ' FROM ' || pg_catalog.quote_ident(m.rolname)
          FROM member JOIN pg_catalog.pg_roles r ON r.oid = member.roleid
          JOIN pg_catalog.pg_roles m ON m.oid = member.member
          WHERE r.rolname NOT IN ('pg_read_all_stats', 'pg_monitor', 'pg_read_all_settings')
            AND NOT (r.rolname = 'pg_stat_scan_tables' AND m.rolname = 'pg_monitor')
          ORDER BY 1
          """;

  private static final String OWNERSHIP =
      REACH
          + """
          SELECT 'role ' || g.name || ' owns ' || o.what,
                 'ALTER ' || o.what || ' OWNER TO <another role>'
          FROM grantee g JOIN (
            SELECT relowner AS owner,
                   CASE relkind WHEN 'v' THEN 'VIEW ' WHEN 'm' THEN 'MATERIALIZED VIEW ' WHEN 'S' THEN 'SEQUENCE '
                     WHEN 'f' THEN 'FOREIGN TABLE ' WHEN 'i' THEN 'INDEX ' ELSE 'TABLE ' END
                   || oid::pg_catalog.regclass AS what
            FROM pg_catalog.pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'i', 'I')
            UNION ALL
            SELECT nspowner, 'SCHEMA ' || pg_catalog.quote_ident(nspname) FROM pg_catalog.pg_namespace
            UNION ALL
            SELECT datdba, 'DATABASE ' || pg_catalog.quote_ident(datname) FROM pg_catalog.pg_database
            UNION ALL
            SELECT proowner, 'ROUTINE ' || oid::pg_catalog.regprocedure FROM pg_catalog.pg_proc
          ) o ON o.owner = g.oid
          WHERE g.oid <> 0 ORDER BY 1 LIMIT 50
          """;

  /** What the four classes above do not name: types, servers, things in other databases. */
  private static final String OTHER_OWNERSHIP =
      REACH
          + """
          SELECT 'role ' || g.name || ' owns ' || pg_catalog.count(*) || ' objects in database '
                 || coalesce(d.datname, 'shared by all'),
                 'REASSIGN OWNED BY ' || g.name || ' TO <another role>'
          FROM grantee g JOIN pg_catalog.pg_shdepend s ON s.refobjid = g.oid AND s.deptype = 'o'
          LEFT JOIN pg_catalog.pg_database d ON d.oid = s.dbid
          WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
            AND NOT (s.classid IN ('pg_catalog.pg_class'::pg_catalog.regclass,
                                   'pg_catalog.pg_namespace'::pg_catalog.regclass,
                                   'pg_catalog.pg_database'::pg_catalog.regclass,
                                   'pg_catalog.pg_proc'::pg_catalog.regclass)
                     AND (s.dbid = 0 OR d.datname = pg_catalog.current_database()))
          GROUP BY g.name, d.datname ORDER BY 1
          """;

  /** PUBLIC may "update" pg_settings: that is SET, which a read-only role may do to itself. */
  private static final String TABLES =
      REACH
          + """
          SELECT g.name || ' may ' || a.privilege_type || ' ' || c.oid::pg_catalog.regclass,
                 'REVOKE ' || a.privilege_type || ' ON '
                   || CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE '' END
                   || c.oid::pg_catalog.regclass || ' FROM ' || g.name
          FROM pg_catalog.pg_class c
          CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
          JOIN grantee g ON g.oid = a.grantee
          WHERE (c.relkind IN ('r', 'p', 'v', 'm', 'f')
                 AND a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'MAINTAIN')
              OR c.relkind = 'S' AND a.privilege_type IN ('UPDATE', 'USAGE'))
            AND c.oid <> 'pg_catalog.pg_settings'::pg_catalog.regclass
            AND c.relowner <> a.grantee
          ORDER BY 1 LIMIT 50
          """;

  private static final String COLUMNS =
      REACH
          + """
          SELECT g.name || ' may ' || a.privilege_type || ' column ' || pg_catalog.quote_ident(t.attname)
                   || ' of ' || t.attrelid::pg_catalog.regclass,
                 'REVOKE ' || a.privilege_type || ' (' || pg_catalog.quote_ident(t.attname) || ') ON '
                   || t.attrelid::pg_catalog.regclass || ' FROM ' || g.name
          FROM pg_catalog.pg_attribute t
          CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) a
          JOIN grantee g ON g.oid = a.grantee
          WHERE a.privilege_type IN ('INSERT', 'UPDATE') ORDER BY 1 LIMIT 50
          """;

  private static final String CREATE =
      REACH
          + """
          SELECT g.name || ' may CREATE in ' || o.what, 'REVOKE CREATE ON ' || o.what || ' FROM ' || g.name
          FROM (
            SELECT 'SCHEMA ' || pg_catalog.quote_ident(nspname) AS what, nspacl AS acl, nspowner AS owner
            FROM pg_catalog.pg_namespace
            UNION ALL
            SELECT 'DATABASE ' || pg_catalog.quote_ident(datname), datacl, datdba FROM pg_catalog.pg_database
            UNION ALL
            SELECT 'TABLESPACE ' || pg_catalog.quote_ident(spcname), spcacl, spcowner FROM pg_catalog.pg_tablespace
          ) o
          CROSS JOIN LATERAL pg_catalog.aclexplode(o.acl) a
          JOIN grantee g ON g.oid = a.grantee
          WHERE a.privilege_type = 'CREATE' AND o.owner <> a.grantee ORDER BY 1
          """;

  private static final String TEMPORARY =
      REACH
          + """
          SELECT g.name || ' may create temporary tables in ' || pg_catalog.quote_ident(d.datname),
                 'REVOKE TEMPORARY ON DATABASE ' || pg_catalog.quote_ident(d.datname) || ' FROM ' || g.name
          FROM pg_catalog.pg_database d
          CROSS JOIN LATERAL pg_catalog.aclexplode(
            coalesce(d.datacl, pg_catalog.acldefault('d', d.datdba))) a
          JOIN grantee g ON g.oid = a.grantee
          WHERE a.privilege_type = 'TEMPORARY' AND d.datname = pg_catalog.current_database() ORDER BY 1
          """;

  static final List<PrivilegeRule> ALL =
      List.of(
          new PrivilegeRule("attributes", false, ATTRIBUTES),
          new PrivilegeRule("membership", false, MEMBERSHIP),
          new PrivilegeRule("ownership", false, OWNERSHIP),
          new PrivilegeRule("other ownership", false, OTHER_OWNERSHIP),
          new PrivilegeRule("table privileges", false, TABLES),
          new PrivilegeRule("column privileges", false, COLUMNS),
          new PrivilegeRule("create", false, CREATE),
          new PrivilegeRule("temporary", true, TEMPORARY));

  private PrivilegeRules() {}
}
