"""The editor in a browser on this machine. Called by `giptui serve`, which needs the extra `serve`."""
