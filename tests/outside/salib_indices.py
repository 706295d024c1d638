"""First, total and second-order Sobol indices of each design by SALib, held against those in the file."""

import json
import sys

import numpy as np
from SALib.analyze import sobol

for case in json.load(open(sys.argv[1])):
    names = case["parameters"]
    k = len(names)
    # SALib's order of one base point: A, every AB, every BA, B.
    columns = [case["a"], *case["ab"], *case["ba"], case["b"]]
    y = np.array(columns).T.ravel()
    problem = {"num_vars": k, "names": names, "bounds": [[0, 1]] * k}
    found = sobol.analyze(problem, y, calc_second_order=True, seed=1)
    place = {name: i for i, name in enumerate(names)}
    checked = 0
    for name, first, total in case["effects"]:
        for own, theirs in ((first, found["S1"][place[name]]), (total, found["ST"][place[name]])):
            assert abs(own - theirs) < 1e-9, (case["name"], name, own, theirs)
            checked += 1
    for (one, other), index in case["together"]:
        theirs = found["S2"][place[one], place[other]]
        assert abs(index - theirs) < 1e-9, (case["name"], one, other, index, theirs)
        checked += 1
    print(case["name"], checked, "indices agree to 1e-9")
