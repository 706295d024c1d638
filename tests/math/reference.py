"""Correctly rounded values of the kernel's functions, worked out to 60 digits: python3 reference.py > reference.csv

Needs mpmath. A row: function, argument and value as the bits of a double, in hexadecimal."""

import struct
from random import Random

from mpmath import erfc, erfinv, exp, log, mp, mpf, npdf, sqrt

mp.dps = 60
random = Random(20240101)


def bits(x):
    return struct.pack(">d", float(x)).hex()


def phi(z):
    return erfc(-z / sqrt(mpf(2))) / 2


def quantile(u):
    # In the lower half, where nothing cancels.
    if u > mpf(1) / 2:
        return -quantile(1 - u)
    if u > mpf("1e-3"):
        return sqrt(mpf(2)) * erfinv(2 * u - 1)
    # From the asymptote by Newton, which converges from a good start.
    z = -sqrt(-2 * log(u) - log(-2 * log(u)) - log(2 * mp.pi))
    for _ in range(60):
        step = (phi(z) - u) / npdf(z)
        z -= step
        if abs(step) < mpf(10) ** -55:
            break
    return z


def spread(low, high, n):
    return [low + (high - low) * (i + random.random()) / n for i in range(n)]


def powers(low, high, n):
    return [10.0**e for e in spread(low, high, n)]


points = {
    "exp": (exp, spread(-708, 708, 1000) + spread(-2, 2, 1000) + [0.0, 1.0, -1.0]),
    "ln": (log, powers(-300, 300, 1000) + spread(0.4, 2.5, 1000) + [1.0, 1 - 2**-53, 1 + 2**-52]),
    "logit": (lambda p: log(p / (1 - p)), powers(-300, -1, 500) + spread(0.001, 0.999, 1000)),
    "normal_cdf": (phi, spread(-7, 7, 2000) + [0.0]),
    "normal_quantile": (
        quantile,
        powers(-300, -1, 500)
        + [1 - p for p in powers(-16, -1, 300)]
        + spread(0.001, 0.999, 1000)
        + [0.5, 2.0**-33, 1 - 2.0**-33],
    ),
    "normal_to_logit": (lambda z: log(phi(z) / phi(-z)), spread(-7, 7, 2000)),
}
print("# Correctly rounded values by reference.py: function, argument, value (bits of doubles, hexadecimal)")
for name, (function, arguments) in points.items():
    for x in arguments:
        print(f"{name},{bits(x)},{bits(function(mpf(x)))}")
