"""Pure judgement: values in, values out. No database, no clock, no terminal."""
