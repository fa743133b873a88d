"""What the command line does, command by command, as far as it is more than a line of `bot.__main__`."""
