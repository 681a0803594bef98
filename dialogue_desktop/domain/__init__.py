"""Pure rules and data of the dialogue conference: standard library only, no files, no clock, no database."""
