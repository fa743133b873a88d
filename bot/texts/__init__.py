"""What the bot says: Fluent catalogs in every language, and the one renderer that turns a reply into Telegram HTML."""
