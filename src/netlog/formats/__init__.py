"""Foreign text and our records, each way; nothing here reads the file or judges."""
