"""The throw-away book and its story."""
