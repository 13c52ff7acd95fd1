"""The commands. Thin: they read arguments, call the rooms below and print. `app` lists them, `exits` ends them."""
