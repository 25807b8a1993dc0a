"""What each report shows, as data: columns, sections and the sentence for none; by noun."""
