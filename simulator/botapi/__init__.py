"""The Bot API as a server: reading calls strictly, acting, answering in Telegram's words."""
