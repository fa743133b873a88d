"""A local Telegram: a Bot API server for bots, a messenger for people, a steerable clock for both.

It knows nothing of the bot beyond the public Bot API; `docs/simulator.md` describes how it is driven.
"""
