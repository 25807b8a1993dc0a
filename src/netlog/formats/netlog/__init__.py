"""netlog's own JSON, both ways without loss."""
