# The page as a server on one's own machine.
serve-only-here = only this machine is listened to: nobody else shall reach it
serve-port-taken = the port is taken, perhaps by a bpasim serve that is running
serve-port-free = another port; without --port a free one is chosen
serve-cannot-listen = { $at }: cannot listen
serve-no-randomness = the system gave no random numbers for the link
serve-foreign-host = refused: the page must be opened by the link that was printed, on this machine
serve-foreign-origin = refused: another web page asks
serve-no-token = refused: the token is missing; open the link that was printed
serve-nothing-here = there is nothing here
serve-not-so = cannot be done that way; see openapi.json
serve-only-json = only JSON is read (application/json)
serve-too-long = the request is too long; at most 64 kB
serve-unread = the request cannot be read
serve-busy = the server is working on something else; try again in a moment
serve-no-such-run = the run is unknown here: given up, forgotten or of another version of the program; start it again
serve-not-done = the run is not done
serve-no-such-unit = unknown municipality or district
serve-link =
    The page: { $link }
    Only this machine reaches it. Ctrl-C ends it.
serve-not-opened = cannot open the page with { $program }; open the link in the browser
