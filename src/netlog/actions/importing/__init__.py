"""An import from file to report."""
