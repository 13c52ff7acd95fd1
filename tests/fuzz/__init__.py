"""A hostile fuzz of every command: ``make fuzz``. The suite runs each of its scripts for a few seconds."""
