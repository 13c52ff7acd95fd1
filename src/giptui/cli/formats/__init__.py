"""The formats of `giptui check`, a module each: a function ``lines`` from findings in place to lines of output."""
