"""A book on a PostgreSQL server: the only place that knows its driver, loaded when one is named."""
