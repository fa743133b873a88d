"""Alembic's environment and the revisions, oldest first: 0001_first, …"""
