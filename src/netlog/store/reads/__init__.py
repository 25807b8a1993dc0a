"""What is asked of the file: SQL in capitals, a row-to-record factory, a function; by noun."""
