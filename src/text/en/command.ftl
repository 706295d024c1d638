# Messages of the commands, and what they write on the screen.
