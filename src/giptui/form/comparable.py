"""Which cells of one year's form say the same as which of the next year's. Used by the rules across years and `new`.

An identifier is the name of one thing: where two versions of the form have a cell of the same address and kind, it is
the same number (section three but for （六）其他处理, section four, the decisions of section two). What one counts in
another way has another identifier, and no counterpart: 本年新制作数量 is not 本年制发件数, one row （六）其他处理 is
not any of three, a number of fees is not their amount. So nothing of one form is ever taken for a thing of the other.
"""

from __future__ import annotations

from collections.abc import Mapping

from giptui.form.model import Form

_CARRIED_OUT = "applications.carried_out."
_CARRIED_IN = "applications.carried_in."


def comparable(old: Form, new: Form) -> Mapping[str, str]:
    """For each cell of the old form that has one, its counterpart in the new; every cell where the forms are one."""
    return {address: address for address in old.cells if new.kinds.get(address) is old.kinds[address]}


def carried(old: Form, new: Form) -> Mapping[str, str]:
    """Last year's 四、结转下年度继续办理 → this year's 二、上年结转, column by column."""
    pairs = (
        (address, _CARRIED_IN + address.removeprefix(_CARRIED_OUT))
        for address in old.cells
        if address.startswith(_CARRIED_OUT)
    )
    return {before: now for before, now in pairs if now in new.cells}
