"""Published reports of every shape → report, with what could not be read. Knows no data file and no screen."""
