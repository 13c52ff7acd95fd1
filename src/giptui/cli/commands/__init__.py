"""The commands, a module each; `giptui.cli.app` imports the one that is called."""
