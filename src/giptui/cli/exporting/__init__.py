"""What `giptui export` does; how it is called stands in `giptui.cli.commands.export`."""
