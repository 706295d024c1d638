# English. Words and short sentences of tables and figures.

list-and = { " " }and{ " " }
lever-no-transition = no transition arrangement
lever-as-for-others = as for others
