"""All that is no cell of a table: title, metadata, prose by sections, signature; and what is no report at all."""
