"""The only room that speaks SQL: engine, tables, journal, drafts, queries, backup, migrations."""
