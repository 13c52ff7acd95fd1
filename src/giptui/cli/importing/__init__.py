"""What `giptui import` does: published reports become files, and each says how well it was read."""
