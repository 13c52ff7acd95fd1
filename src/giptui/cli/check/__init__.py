"""What `giptui check` does. How it is called stands in `giptui.cli.commands.check`; nothing here needs click."""
