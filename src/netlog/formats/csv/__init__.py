"""Tables of people: CSV of Google, Outlook, LinkedIn and others in, Google's out."""
