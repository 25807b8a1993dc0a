"""Leads: found, walked step by step, ended."""
