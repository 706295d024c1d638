#!/usr/bin/env python3
"""NumPy peer of bpasim: an independent implementation of version 2 of the model's specification.

It is used in two ways: as an oracle (its means are compared with the Rust program's, within
Monte Carlo error) and as a benchmark peer (vectorised over persons, one process, float64).
It shares no code and no random numbers with the Rust program. National placement by `rates`.

    numpy_model.py --draws 100 --seed 1 --models zero,A,B,B-scheme --years 20 [--out means.csv]
                   [--fixed mean|0.7] [--settings] [--check] [--scenario FOLDER]

`--fixed` puts every uncertain parameter at its mean or at a quantile, so that chance is that of persons and years alone
and the comparison sharp; `--settings` prints these values as the program's `--set` takes them.
"""
import time

START = time.perf_counter()

import argparse
import csv
import tomllib
from pathlib import Path
from types import SimpleNamespace

import numpy as np
from scipy import stats
from scipy.special import ndtr, ndtri

CLASSES = ["0-17", "18-49", "50-66", "67-79", "80+"]
CLASS_FROM = np.array([0, 18, 50, 67, 80])
CONDITIONS = ["stable", "progressive", "rapid", "intellectual"]
RAPID, INTELLECTUAL = 2, 3
WEEKS = 52.0
HOUR_CLASSES = np.array([1, 2, 5, 10, 15, 35.5])
NO_LIMIT = 10_000  # an age nobody reaches, for a limit of "none"

# The zero alternative of model.md section 2; national.toml overrides lever by lever.
NULL_LEVERS = {
    "start_year": None, "phase_in_years": 1, "decided_by": "municipality",
    "norm_drift": 0, "admission_drift": 0, "arenas": (),
    "refund.rate": "refund.rate", "refund.threshold_factor": 1, "refund.min_age": "refund.min_age",
    "refund.max_age": "refund.max_age", "refund.deduct_intellectual": True,
    "refund.claim_share": "refund.claim_share", "refund.salience": "refund.salience",
    "refund.lag_years": 1, "refund.scope": "bpa", "refund.institutions": False,
    "hour_grant.rate": 0, "hour_grant.above_hours": 0, "harmonisation": 0,
    "rights.full_hours": 32, "rights.conditional_hours": 25, "rights.max_age_new": 66,
    "rights.kept_after_limit": True,
    "rights.conditional_factor": "conditional_factor",
    "rights.discretionary_factor": "discretionary_factor",
    "rights.over_age_factor": "over_age_factor", "rights.excluded_factor": "excluded_factor",
    "processing_months": "processing_months", "fast_track_months": "none",
    "transition_guarantee": False, "wage_uplift": 0, "break_factor": 1, "vacancy_factor": 1,
    "copayment": "copayment.null", "admin.municipal": "admin.municipal", "admin.state": 0,
    "one_off.municipal": 0, "one_off.state": 0,
    "offset_share": 0, "offset_by": "own", "offset_basis": "fixed", "rebase_years": 4,
    "transition_rule": "none", "scheme_offset_share": 0,
}
INTERPOLATED = [
    "refund.rate", "refund.threshold_factor", "refund.claim_share", "refund.salience",
    "hour_grant.rate", "harmonisation", "processing_months", "fast_track_months",
    "rights.conditional_factor", "rights.discretionary_factor", "rights.over_age_factor",
    "rights.excluded_factor", "wage_uplift", "break_factor", "vacancy_factor", "copayment",
    "admin.municipal", "admin.state",
]
# No person depends on these: models alike in all others are computed once (section 7).
WITHDRAWAL = {"offset_by", "offset_basis", "rebase_years", "transition_rule", "scheme_offset_share"}
ARENAS = ["school", "work", "leisure"]


# ---------------------------------------------------------------- inputs

def read_toml(path):
    return tomllib.loads(Path(path).read_text(encoding="utf-8"))


def flatten(tree, prefix=""):
    flat = {}
    for key, value in tree.items():
        if isinstance(value, dict):
            flat.update(flatten(value, prefix + key + "."))
        else:
            flat[prefix + key] = value
    return flat


def read_models(folder, wanted):
    """Resolve `extends`; returns {name: levers} with the zero alternative first."""
    raw = {}
    for file in ("variants.toml", "national.toml"):
        raw.update(read_toml(folder / file)["financing"])

    def resolve(name):
        own = {k: v for k, v in flatten(raw.get(name, {})).items() if k in NULL_LEVERS}
        parent = raw.get(name, {}).get("extends")
        base = resolve(parent or "zero") if name != "zero" else NULL_LEVERS
        return {**base, **own}

    names = ["zero"] + [m for m in wanted if m != "zero"]
    for name in names[1:]:
        if name not in raw:
            raise SystemExit(f"no financing model {name} in {folder}")
    models = {name: resolve(name) for name in names}
    for name, levers in models.items():
        if levers["transition_rule"] != "none" or levers["scheme_offset_share"]:
            raise SystemExit(f"{name}: transition arrangements and withdrawal for the scheme are left out here")
        if not levers["rights.kept_after_limit"]:
            raise SystemExit(f"{name}: BPA that ends at the age limit is left out here")
    if models["zero"]["decided_by"] != "municipality":
        raise SystemExit("a zero alternative in which the state decides is left out here")
    return models


def read_units(path, national_population):
    with open(path, encoding="utf-8") as f:
        rows = sorted(csv.DictReader(line for line in f if line[0] != "#"), key=lambda r: r["id"])
    num = lambda row, col: float(row[col]) if row[col] else np.nan
    parts = ["0_15", "16_17", "18_49", "50_66", "67_79", "80_plus"]
    pop = np.array([[num(r, "population_" + c) for c in parts] for r in rows])
    need = np.nan_to_num(np.array([num(r, "expenditure_need_index") for r in rows]), nan=1.0)
    spread = lambda n: n * need / (n * need).sum()
    return SimpleNamespace(
        pop=np.column_stack([pop[:, 0] + pop[:, 1], pop[:, 2:]]), inhabitants=pop.sum(axis=1),
        national_share=pop.sum(axis=1) / national_population, zone=[r["employer_tax_zone"] for r in rows],
        need_index=need, under67=spread(pop[:, :4].sum(axis=1)), over66=spread(pop[:, 4:].sum(axis=1)),
        over79=spread(pop[:, 5]))


# ---------------------------------------------------------------- one vector of parameters

def quantile(spec, u):
    kind, x = next(iter(spec.items()))
    if kind == "pert":
        a, m, b = x
        if b <= a:
            return a
        return a + (b - a) * stats.beta.ppf(u, 1 + 4 * (m - a) / (b - a), 1 + 4 * (b - m) / (b - a))
    if kind == "triangular":
        a, m, b = x
        return stats.triang.ppf(u, (m - a) / (b - a), a, b - a) if b > a else a
    if kind == "uniform":
        return x[0] + u * (x[1] - x[0])
    return stats.norm.ppf(u, *x)


def mean_of(spec):
    kind, x = next(iter(spec.items()))
    return {"pert": lambda: (x[0] + 4 * x[1] + x[2]) / 6, "triangular": lambda: sum(x) / 3,
            "uniform": lambda: sum(x) / 2, "normal": lambda: x[0]}[kind]()


def is_uncertain(entry):
    return isinstance(entry["value"], dict) and "table" not in entry["value"] and "dated" not in entry["value"]


def draw_all(parameters, draws, rng, fixed):
    """Every uncertain parameter for all draws at once, because beta.ppf is slow called singly. One drawn `with` another
    has that one's uniform."""
    table, uniform = {}, {}
    for pid, entry in sorted(parameters.items()):
        if not is_uncertain(entry):
            continue
        spec, leader = entry["value"], entry.get("with", pid)
        if fixed:
            table[pid] = np.full(draws, mean_of(spec) if fixed == "mean" else quantile(spec, float(fixed)))
        else:
            if leader not in uniform:
                uniform[leader] = rng.random(draws)
            table[pid] = quantile(spec, uniform[leader])
    return table


class World:
    """Parameters, indices, series, the level of awards and the path of the refund scheme of one draw."""

    def __init__(self, parameters, drawn, d, base, years, units, null, rng):
        self.v = {}
        for pid, entry in parameters.items():
            spec = entry["value"]
            if pid in drawn:
                self.v[pid] = float(drawn[pid][d])
            elif isinstance(spec, dict):
                self.v[pid] = spec.get("table") or {int(y): float(x) for y, x in spec["dated"].items()}
            else:
                self.v[pid] = spec
        v = self.v
        self.base, self.years, self.units = base, years, units
        offset = int(v["threshold_year_offset"])
        last = max(base + years + offset, int(v["price_year"]))
        self.W, self.P = self.index("wage_growth", last), self.index("municipal_deflator", last)
        # Money stated in another year's kroner becomes base-year kroner; times W_t from there.
        for pid, entry in parameters.items():
            money = entry["unit"].startswith("NOK") and not entry["unit"].startswith("NOK per NOK")
            if money and entry.get("year"):
                if not isinstance(v[pid], dict):
                    v[pid] = v[pid] / self.W[int(entry["year"])]
                elif "table" in entry["value"]:
                    v[pid] = {key: x / self.W[int(entry["year"])] for key, x in v[pid].items()}
        t = range(base, base + years)
        self.T = [self.dated("refund.threshold", y + offset, v["threshold_extra_growth"]) for y in t]
        self.deduction = [self.dated("refund.deduction", y) for y in t]
        self.G = [self.dated("basic_amount_G", y) for y in t]
        tax = v["employer_tax"]
        self.unit_tax = np.array([float(tax[z]) for z in units.zone])
        self.unit_scale = (1 + self.unit_tax) / (1 + float(tax["1"]))
        self.to_fixed = np.array([self.P[int(v["price_year"])] / self.P[y] for y in t])
        self.null = Levers(null, self)

        # Ages within the classes, of the base year's persons and of newcomers.
        self.ages = [self.age_table(v[key]) for key in ("age_density", "inflow_age_density")]
        national = largest_remainder([v["recipients"][c] for c in CLASSES], v["recipients_total"])
        self.national, self.shares = national, national / national.sum()
        self.leaving = self.expected_leaving()
        self.a0 = self.award_level()
        i = np.arange(years)
        K = v["penetration_ceiling"]
        self.penetration = K / (1 + (K - 1) * np.exp(-v["penetration_speed"] * (i - 1)))
        self.award_shock = np.exp(v["award_shock_sd"] * rng.standard_normal(years) - v["award_shock_sd"] ** 2 / 2)
        self.delta = {0.0: 0.0}
        self.scheme_chance = rng.standard_normal((2, years))

        # By class: what a relative gives whatever the services, and what that already does.
        rel, m = v["relative_baseline_hours"], v["relative_baseline_factor"]
        by_class = lambda table: np.array([float(table[c]) for c in ["0-17", "18-49", "50-66", "67+", "67+"]])
        self.care = m * by_class(rel)
        self.employment = by_class(v["relative_employment"])
        self.award_ratio = np.array([v["award_age_ratio"][c] for c in CLASSES])
        self.mortality_multiplier = np.array([v["mortality_multiplier"][c] for c in CLASSES])
        self.institution_rate = np.array([v["institution_rate"][c] for c in CLASSES])
        self.drift = np.array([v["need_drift"][c] for c in CONDITIONS])
        self.drift_years = np.array([v["need_drift_years"][c] for c in CONDITIONS])

    def index(self, pid, last):
        known, ahead = self.v[pid], self.v[pid + ".long_run"]
        growth = lambda y: known[min(known)] if y < min(known) else known.get(y, ahead)
        x = {self.base: 1.0}
        for y in range(self.base + 1, last + 1):
            x[y] = x[y - 1] * (1 + growth(y))
        for y in range(self.base - 1, min(known) - 2, -1):
            x[y] = x[y + 1] / (1 + growth(y + 1))
        return x

    def dated(self, pid, year, extra=0.0):
        series = self.v[pid]
        last = max(series)
        if year > last:
            return series[last] * self.W[year] / self.W[last] * (1 + extra) ** (year - last)
        return float(np.interp(year, sorted(series), [series[y] for y in sorted(series)]))

    def age_table(self, density):
        """Ages of all classes, and for class k the cumulated weights plus k: one search serves all classes."""
        above = np.append(CLASS_FROM[1:], int(self.v["age_max_start"]) + 1)
        ages, cum = [], []
        for k, c in enumerate(CLASSES):
            own = np.arange(CLASS_FROM[k], above[k])
            weight = np.exp(-density[c] * (own - own[0]))
            ages.append(own)
            cum.append(k + np.cumsum(weight) / weight.sum())
            cum[-1][-1] = k + 1
        return np.concatenate(ages), np.concatenate(cum)

    def death(self, age, cls, rapid, years):
        """Probability of death in the year; those with rapid conditions die at least at their own."""
        v, m = self.v, self.v["mortality_base"]
        mult = np.array([v["mortality_multiplier"][c] for c in CLASSES])[cls]
        hazard = mult * (m["A"] + m["B"] * np.exp(m["gamma"] * age)) * np.exp(-v["mortality_improvement"] * years)
        q = -np.expm1(-hazard)
        return np.where(rapid, np.maximum(q, v["rapid_death"]), q)

    def expected_leaving(self):
        """The share expected to die or move to an institution in the base year: parameters alone."""
        v = self.v
        ages, cum = self.ages[0]
        cls = np.searchsorted(CLASS_FROM, ages, "right") - 1
        share = np.diff(np.concatenate([[0.0], cum])) * self.shares[cls]
        moves = np.array([v["institution_rate"][c] for c in CLASSES])[cls]
        w = v["condition_weights"]
        rapid = w["rapid"] / sum(w.values())
        total = 0.0
        for flag, part in ((False, 1 - rapid), (True, rapid)):
            q = self.death(ages, cls, flag, 0)
            total += part * (share @ (q + (1 - q) * moves))
        return total

    def award_level(self):
        """The level of the award hazard that stocks, exits and growth imply together (section 3)."""
        v, null = self.v, self.null.x
        mu, sigma = np.log(v["pool_hours_median"]), v["pool_hours_sigma"]
        cdf = lambda h: ndtr((np.log(h) - mu) / sigma)
        least = v["granted_hours_min"]
        limits = [least, null["rights.conditional_hours"], null["rights.full_hours"], v["granted_hours_max"]]
        below, conditional, full = np.diff([cdf(h) for h in limits]) / (cdf(limits[3]) - cdf(least))
        X, Z, xf = v["excluded_share"], v["excluded_housing_share"], null["rights.excluded_factor"]
        right = [1.0, null["rights.conditional_factor"], null["rights.discretionary_factor"]]
        cells = [((1 - X) * L, r, 1.0) for L, r in zip((full, conditional, below), right)]
        cells += [(X * (1 - Z) * L, r, xf) for L, r in zip((full, conditional, below), right)]
        cells.append((X * Z, 1.0, xf))
        weight, rho, x = np.array(cells).T
        ratio = np.array([v["award_age_ratio"][c] for c in CLASSES])
        right = np.where((CLASS_FROM > 66)[:, None], null["rights.over_age_factor"], rho)
        ease = (ratio[:, None] * right * x).ravel()
        weight = (self.shares[:, None] * weight).ravel()
        wanted = v["recipients_growth"] + v["exit_rate"] + self.leaving
        low, high = 0.0, 2.0
        for _ in range(40):
            middle = (low + high) / 2
            if v["pool_ratio"] * (weight @ -np.expm1(-middle * ease)) < wanted:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    def norm_kept(self, eta):
        """What keeps the mean of granted hours where units are evened out, from the distribution (section 3)."""
        if eta not in self.delta:
            v = self.v
            low, top = v["coverage_min"], v["coverage_max"]
            grid = ndtri((np.arange(32) + 0.5) / 32)
            u, case = v["municipal_sd"] * grid[:, None], v["case_sd"] * grid
            c = v["coverage_null"] + u + case
            per_need = 1 / np.clip(c, low, 1.0)
            wanted = (np.clip(c, low, top) * per_need).sum()
            evened = v["coverage_null"] + (1 - eta) * u + case
            a, b = -0.25, 0.25
            for _ in range(40):
                middle = (a + b) / 2
                if (np.clip(evened + middle, low, top) * per_need).sum() < wanted:
                    a = middle
                else:
                    b = middle
            self.delta[eta] = (a + b) / 2
        return self.delta[eta]


def discount_factors(v, years):
    """R-109; chained, so that the factor never rises where the rate falls."""
    df = np.ones(years)
    for n in range(1, years):
        rate = v["discount_rate" if n <= 40 else "discount_rate.after_40" if n <= 75
                 else "discount_rate.after_75"]
        df[n] = df[n - 1] / (1 + rate)
    return df


# ---------------------------------------------------------------- levers in a year

class Levers:
    """A model's levers with parameters filled in; `at(t)` interpolates for the phase-in."""

    def __init__(self, raw, world, null=None):
        x = self.x = {key: world.v[value] if isinstance(value, str) and value in world.v else value
                      for key, value in raw.items()}
        for key in ("refund.max_age", "rights.max_age_new"):
            if x[key] == "none":
                x[key] = NO_LIMIT
        # Without a fast track, rapid conditions wait as long as everybody else.
        if x["fast_track_months"] == "none":
            x["fast_track_months"] = x["processing_months"]
        x["start_year"] = int(x["start_year"] or world.base)
        self.null = (null or self).x
        self.start, self.phase = x["start_year"], int(x["phase_in_years"])
        self.world = world

    def share(self, t):
        return 0.0 if t < self.start else min(1.0, (t - self.start + 1) / self.phase)

    def at(self, t):
        p = self.share(t)
        y = dict(self.x if p > 0 else self.null)
        if p < 1:
            for key in INTERPOLATED:  # this form gives identical bits for identical levers
                y[key] = self.null[key] + p * (self.x[key] - self.null[key])
        # While the state phases in, cases move from one decider in full effect to the other.
        y["full"] = self.decided({**self.x, "p": 1.0}, t) if 0 < p < 1 and y["decided_by"] == "state" else None
        y["p"] = p
        return self.decided(y, t)

    def decided(self, y, t):
        """What the decider's years have done, and the norm that evening out keeps."""
        v, n = self.world.v, max(0, t - y["start_year"])
        years = t - self.world.base
        y["own_years"] = n
        for key in ("norm_drift", "admission_drift"):
            y[key + ".now"] = self.null[key] * years + (y[key] - self.null[key]) * n
        y["norm_kept"] = self.world.norm_kept(y["harmonisation"])
        slope = v["municipal_award_slope"]
        y["mean_kept"] = (slope * v["municipal_sd"] * (1 - y["harmonisation"])) ** 2 / 2
        return y


# ---------------------------------------------------------------- persons

FIELDS = ["unit", "age", "condition", "case", "b", "u", "scale", "tax", "level", "x", "x0", "drifted", "drift_left",
          "need", "need_before", "k", "u_employed", "u_exit", "u_allowance", "other", "capable", "excluded", "housing",
          "z", "edu"]


def largest_remainder(weights, total):
    exact = np.asarray(weights, float) / np.sum(weights) * total
    n = np.floor(exact).astype(int)
    n[np.argsort(-(exact - n), kind="stable")[: int(round(total)) - n.sum()]] += 1
    return n


class Population:
    """Living persons as equally long arrays, the same under every model."""

    def __init__(self, world, units, rng):
        self.world, self.units, self.rng = world, units, rng
        v = world.v
        self.n_units = len(units.inhabitants)
        self.u_unit = rng.standard_normal(self.n_units) * v["municipal_sd"]
        rate = np.exp(rng.standard_normal(self.n_units) * v["recipient_rate_sd"])
        national = world.national
        pool = np.rint(v["pool_ratio"] * national).astype(int)
        self.start_total = national.sum() + pool.sum()
        first = self.people(self.place(national, units.pop * rate[:, None]), world.base, True)
        second = self.people(self.place(pool, units.pop), world.base, False)
        for name in FIELDS:
            setattr(self, name, np.concatenate([getattr(first, name), getattr(second, name)]))
        self.n_start = len(first.unit)
        self.weights = [units.pop[:, a] / units.pop[:, a].sum() for a in range(len(CLASSES))]

    def place(self, per_class, weight):
        counts = [self.rng.multinomial(n, weight[:, a] / weight[:, a].sum())
                  for a, n in enumerate(per_class)]
        unit = np.concatenate([np.repeat(np.arange(self.n_units), c) for c in counts])
        return unit, np.repeat(np.arange(len(CLASSES)), per_class)

    def people(self, placed, year, recipients):
        world, v, rng = self.world, self.world.v, self.rng
        unit, cls = placed
        n, years = len(unit), year - world.base
        newcomers = years > 0
        p = SimpleNamespace(unit=unit)
        ages, cum = world.ages[int(newcomers)]
        p.age = ages[np.minimum(np.searchsorted(cum, cls + rng.random(n), "right"), len(ages) - 1)]
        shares = v["inflow_condition_weights" if newcomers else "condition_weights"]
        weights = np.cumsum([shares[c] for c in CONDITIONS])
        p.condition = np.minimum(np.searchsorted(weights, rng.random(n) * weights[-1], "right"), 3)
        p.case = rng.standard_normal(n) * v["case_sd"]
        p.u = self.u_unit[unit]
        p.scale, p.tax = world.unit_scale[unit], world.unit_tax[unit]
        p.b = np.clip(v["coverage_null"] + p.u + p.case, v["coverage_min"], 1.0)
        p.excluded = rng.random(n) < v["excluded_share"]
        p.housing = (np.zeros(n, bool) if recipients else
                     p.excluded & (rng.random(n) < v["excluded_housing_share"]))
        u = np.clip(rng.random(n), 1e-12, 1 - 1e-12)
        e = ndtri(u)
        if recipients:
            hours = granted_hours(v, u)
        else:
            hours = np.where(p.housing, heavy_hours(v, u), pool_hours(v, u))
        p.level = hours / p.b
        p.need = np.minimum(p.level * np.exp(v["need_trend"] * years), v["need_max"])
        p.need_before = p.need.copy()
        # Need starts on its path where the hours observed say; the course of the base year's has begun.
        s = v["need_sd"] / np.sqrt(1 - v["need_persistence"] ** 2)
        p.x = s * (s * e + np.sqrt(1 - s * s) * rng.standard_normal(n))
        p.x0 = p.x.copy()
        p.drifted = np.zeros(n)
        all_years = world.drift_years[p.condition]
        p.drift_left = (all_years.astype(float) if newcomers else
                        np.minimum(all_years, np.floor(rng.random(n) * (all_years + 1))))
        rel = v["relatives"]
        adult = ["18-49", "50-66", "67+", "67+"]
        one = np.array([0.0] + [rel[c + ".one"] for c in adult])[cls]
        two = np.array([0.0] + [rel[c + ".two"] for c in adult])[cls]
        x = rng.random(n)
        p.k = np.where(cls == 0, float(rel["0-17"]), np.where(x < two, 2.0, (x < one + two) * 1.0))
        p.u_employed, p.u_exit, p.u_allowance = rng.random((3, n))
        rho = v["other_services_hours_correlation"]
        ratio = np.array([v["other_services_age_ratio"][c] for c in CLASSES])[cls]
        above = ndtri(1 - np.minimum(0.95, v["other_services_share"] * ratio))
        has = rho * e + np.sqrt(1 - rho * rho) * rng.standard_normal(n) > above
        m, sd = v["other_services_cost_mean"], v["other_services_cost_sd"]
        s2 = np.log1p((sd / m) ** 2)
        cost = np.exp(np.log(m) - s2 / 2 + np.sqrt(s2) * rng.standard_normal(n))
        p.other = has * np.minimum(cost, v["other_services_cost_max"])
        p.capable = rng.random(n) < v["work_capable_share"]
        p.z = rng.standard_normal(n)
        p.edu = logit(rng.random(n))
        return p

    def arrive(self, t):
        """Adds the year's arrivals; returns how many."""
        world, v = self.world, self.world.v
        mean = ((world.leaving + v["need_growth"]) * self.start_total
                * (1 + v["need_growth"]) ** (t - world.base - 1))
        weights = np.array([v["inflow_age_weights"][c] for c in CLASSES])
        per_class = self.rng.multinomial(self.rng.poisson(mean), weights / weights.sum())
        new = self.people(self.place(per_class, self.units.pop), t, False)
        for name in FIELDS:
            setattr(self, name, np.concatenate([getattr(self, name), getattr(new, name)]))
        return len(new.unit)

    def turn_year(self, y):
        """After 31 December of year y.t: those who stay are a year older and meet their new need."""
        v, rng = self.world.v, self.rng
        stay = ~y.leaves
        for name in FIELDS:
            setattr(self, name, getattr(self, name)[stay])
        n = len(self.age)
        self.age = self.age + 1
        self.need_before = self.need
        self.x = v["need_persistence"] * self.x + v["need_sd"] * rng.standard_normal(n)
        self.drifted = self.drifted + (self.drift_left > 0) * self.world.drift[self.condition]
        self.drift_left = self.drift_left - 1
        self.need = np.minimum(self.level * np.exp(v["need_trend"] * (y.i + 1) + self.drifted + self.x - self.x0),
                               v["need_max"])
        r = v["latent_persistence"]
        self.z = r * self.z + np.sqrt(1 - r * r) * rng.standard_normal(n)
        return stay


def granted_hours(v, u):
    """Quantile of the published classes: uniform within, truncated exponential on top."""
    share = v["granted_hours_classes"]
    cum = np.concatenate([[0], np.cumsum(list(share.values()))]) / sum(share.values())
    below = np.interp(u, cum[:-1], np.maximum(HOUR_CLASSES, v["granted_hours_min"]))
    within = np.maximum(0.0, (u - cum[-2]) / (1 - cum[-2]))
    return np.where(u > cum[-2], heavy_hours(v, within), below)


def heavy_hours(v, u):
    top, scale = HOUR_CLASSES[-1], v["granted_hours_tail"]
    return top - scale * np.log1p(-u * -np.expm1(-(v["granted_hours_max"] - top) / scale))


def pool_hours(v, u):
    mu, sigma = np.log(v["pool_hours_median"]), v["pool_hours_sigma"]
    low, high = (ndtr((np.log(v["granted_hours_" + end]) - mu) / sigma) for end in ("min", "max"))
    return np.exp(mu + sigma * ndtri(low + u * (high - low)))


def logit(p):
    return np.log(p) - np.log1p(-p)


# ---------------------------------------------------------------- a year

def common_year(pop, world, t):
    """What all models share in year t: lookups by age, prices and this year's random numbers."""
    v, rng, i = world.v, pop.rng, t - world.base
    n = len(pop.age)
    cls = pop.cls = np.searchsorted(CLASS_FROM, pop.age, "right") - 1
    y = SimpleNamespace(t=t, i=i, n=n, W=world.W[t], T=world.T[i])
    y.exp_award, y.exp_wait, y.exp_break, y.exp_weeks = rng.standard_exponential((4, n))
    y.u_leave, u_leaves = rng.random((2, n))
    y.reviewed = np.flatnonzero(pop.age == 18)
    y.reviewed = y.reviewed[rng.random(len(y.reviewed)) < v["transition_review"]]
    y.hours = pop.b * pop.need                     # baseline hours: the behaviour's fixed point
    y.price = v["bpa_hour_cost"] * y.W * pop.scale
    y.price_trad = y.price / v["relative_cost"]
    y.other = pop.other * y.W
    y.rapid = pop.condition == RAPID
    y.intellectual = pop.condition == INTELLECTUAL
    y.deduct = np.where(y.intellectual & (pop.age >= v["refund.deduction_min_age"]),
                        world.deduction[i], 0.0)
    y.openness = world.award_ratio[cls] * (world.a0 * world.penetration[i] * world.award_shock[i])
    y.staffed = np.flatnonzero(pop.housing & (pop.age >= 18))
    y.m = world.care[cls]
    y.employed = (pop.u_employed < world.employment[cls]) & (pop.k > 0)
    y.leads = ((pop.age < 18) | y.intellectual) & (pop.k > 0)
    y.worker = np.flatnonzero(pop.capable & (pop.age >= 18) & (pop.age <= 66))
    base = v["user_employment_base"]
    age = pop.age[y.worker]
    base = np.where(age < 25, base["18-24"], np.where(age < 50, base["25-49"], base["50-66"]))
    # Phi(z) < logistic(x) is x > logit(Phi(z)): the threshold is the same for all models.
    y.work_bar = logit(ndtr(pop.z[y.worker])) - logit(base)
    y.student = np.flatnonzero((pop.age >= 18) & (pop.age <= 25))
    y.study_bar = pop.edu[y.student] - logit(v["education_base"])
    E = v["user_fte"] * v["full_time_hours"] * WEEKS * v["user_wage"] * y.W
    y.E, y.benefit = E, min(v["disability_benefit"] * y.W, v["benefit_reduction"] * max(
        0.0, E - v["benefit_free_amount"] * world.G[i]))
    # Who leaves at the end of the year, the same under every model.
    dies = world.death(pop.age, cls, y.rapid, i)
    y.leaves = u_leaves < dies + (1 - dies) * world.institution_rate[cls]
    y.died = u_leaves < dies
    return y


def refund_of(L, y, elig, base):
    return (L["refund.claim_share"] * L["refund.rate"]
            * np.maximum(0.0, base - y.T * L["refund.threshold_factor"]) * elig)


def eligible(L, age):
    return (age >= L["refund.min_age"]) & (age <= L["refund.max_age"])


def municipal_shares(pop, world, y, L, zero):
    """Marginal and average municipal share of the cost of BPA at baseline hours (section 3); `zero` are the zero
    alternative's levers and shares, if this isn't the zero alternative itself. Without a decision a person is under
    the zero alternative's terms unless the model's hold for the whole scheme."""
    v, w = world.v, world.v["wage_share"]
    price = y.price * (1 + w * L["wage_uplift"]) if L["wage_uplift"] else y.price
    bpa = WEEKS * y.hours * price
    s, h0 = L["hour_grant.rate"], L["hour_grant.above_hours"]
    grant = s * WEEKS * price * np.maximum(0.0, y.hours - h0) if s else 0.0
    rest = v["other_wage_share"] * y.other - (y.deduct if L["refund.deduct_intellectual"] else 0.0)
    base = w * (bpa - grant) + rest
    elig = eligible(L, pop.age)
    above = (base > y.T * L["refund.threshold_factor"]) & elig
    marginal = ((1 - s * (y.hours > h0))
                * (1 - L["refund.salience"] * L["refund.rate"] * w * above))
    without = (refund_of(L, y, elig, rest) if zero is None or L["refund.scope"] == "all" else zero[1].without)
    refund = refund_of(L, y, elig, base) - without
    average = np.clip((bpa - grant - refund) / bpa, 0.0, 1.0)
    return SimpleNamespace(pi=marginal, avg=average, price=price, elig=elig, without=without)


def assess(pop, world, y, L, s, s0):
    """What one decider takes by tight budgets (Q), grants (coverage) and lets in (log of ease), for everybody."""
    v, years, n = world.v, y.i, L["own_years"]
    kappa, state = v["budget_squeeze"], L["decided_by"] == "state"
    if state:  # the state's own share is what the municipality doesn't pay
        Q = kappa * (years - n) * s0.pi + v["state_squeeze"] * n * (1 - s.pi)
        move, relief = v["norm_shift"] + v["price_response"] * s.pi, s0.avg - (1 - s.avg)
    elif s is s0:
        Q, move, relief = kappa * years * s0.pi, 0.0, 0.0
    else:
        Q = kappa * (years * s0.pi + n * (s.pi - s0.pi))
        move, relief = v["price_response"] * (s0.pi - s.pi), s0.avg - s.avg
    eta, drift = L["harmonisation"], L["norm_drift.now"]
    u = (1 - eta) * pop.u
    cover = np.clip((v["coverage_null"] + L["norm_kept"] + drift) + u + pop.case + move - Q,
                    v["coverage_min"], v["coverage_max"] + max(0.0, drift))
    ease = (v["municipal_award_slope"] * u + v["award_response"] * relief - v["squeeze_admission"] * Q
            + (L["admission_drift.now"] - L["mean_kept"]))
    return Q, cover, ease


def hazard_of(pop, y, L, cover, ease, who):
    assessed = cover[who] * pop.need[who]
    right = np.where(assessed >= L["rights.full_hours"], 1.0,
                     np.where(assessed >= L["rights.conditional_hours"],
                              L["rights.conditional_factor"], L["rights.discretionary_factor"]))
    right = np.where(pop.age[who] > L["rights.max_age_new"], L["rights.over_age_factor"], right)
    right = np.where(pop.excluded[who], right * L["rights.excluded_factor"], right)
    return y.openness[who] * right * np.exp(ease[who])


def family(v, k, m, gap_grant, gap_break):
    """What gaps cause in one state of the year: relatives' hours, and what these do on top of what they give anyway."""
    R = np.minimum(k * np.maximum(0.0, v["relative_cap"] - m), v["fill_grant"] * gap_grant + v["fill_break"] * gap_break)
    all_care = m + R / k
    before, after = np.maximum(0.0, m - v["r0"]), np.maximum(0.0, all_care - v["r0"])
    limited = lambda most, slope: np.minimum(most, slope * after) - np.minimum(most, slope * before)
    return (R, lost_hours(v, all_care) - lost_hours(v, m), limited(v["exit_max"], v["exit_slope"]),
            limited(0.5, v["sick_slope"]), after - before)


def lost_hours(v, care):
    return np.minimum(v["full_time_hours"],
                      v["work_slope_10"] * np.maximum(0.0, care - v["work_hours_low"])
                      + v["work_slope_20"] * np.maximum(0.0, care - v["work_hours_high"]))


def persons_year(pop, world, y, L, has, s, zero, full):
    """What one model does to every person in one year: decisions, delivery, consequences, costs. Changes `has`. `s`
    are the shares under the model, `zero` the zero alternative's levers and shares, `full` the shares in full effect
    while the state phases in. Returns columns over all persons, and over those with BPA where a name ends in `_in`."""
    v, n, i = world.v, y.n, y.i
    L0, s0 = zero
    low = v["coverage_min"]

    # Coverage and ease of award by who decides; they are mixed while a state model is phased in.
    if full is None:
        parts = [(1.0, L, *assess(pop, world, y, L, s, s0))]
        squeeze, cover = parts[0][2:4]
    else:
        parts = [(L["p"], L["full"], *assess(pop, world, y, L["full"], full, s0)),
                 (1 - L["p"], L0, *assess(pop, world, y, L0, s0, s0))]
        squeeze, cover = (sum(part[0] * part[j] for part in parts) for j in (2, 3))

    # Awards and exits; persons' uniforms are the same under every model.
    awarded, exits = np.zeros(0, int), 0
    if i > 0:
        pool = np.flatnonzero(~has)
        hazard = sum(share * hazard_of(pop, y, own, c, ease, pool) for share, own, _, c, ease in parts)
        awarded = pool[y.exp_award[pool] < hazard]
        left = has & (y.u_leave < v["exit_rate"])
        exits = np.count_nonzero(left)
        has[left] = False
        has[awarded] = True

    months = np.where(y.rapid, L["fast_track_months"], L["processing_months"])
    f = has.astype(float)
    wait = np.minimum(12.0, months[awarded] * y.exp_wait[awarded])
    f[awarded] = 1 - wait / 12
    out_i = np.flatnonzero(f < 1)      # some or all of the year without BPA
    in_i = np.flatnonzero(has)         # some or all of the year with BPA

    # Granted hours follow need with a delay; a review at 18 may cut them for a year.
    if i > 0 and not L["transition_guarantee"]:
        cut = np.maximum(low, cover[y.reviewed] * (1 - v["transition_cut"]))
        cover = cover.copy()
        cover[y.reviewed] = cut
    c = cover[in_i]
    lag = np.minimum(1.0, months[in_i] / 12)
    need = pop.need[in_i]
    g = c * ((1 - lag) * need + lag * pop.need_before[in_i])

    # Delivery: vacancies all the time, a break for a part of the year.
    vacancy = min(0.9, (v["vacancy"] + v["vacancy_trend"] * i) * L["vacancy_factor"]
                  * np.exp(-v["vacancy_wage_response"] * L["wage_uplift"]))
    x = np.where(y.exp_break[in_i] < v["break_rate"] * L["break_factor"],
                 np.minimum(WEEKS, v["break_weeks"] * y.exp_weeks[in_i]) / WEEKS, 0.0)
    f_in = f[in_i]
    delivered = f_in * (1 - x) * g * (1 - vacancy)
    D = np.zeros(n)
    D[in_i] = delivered
    relieved = s.avg + L["offset_share"] * (s0.avg - s.avg) if s is not s0 else s0.avg
    pressed = i * s0.avg + L["own_years"] * (relieved - s0.avg)
    trad = np.clip(v["traditional_coverage"] + pop.u - (v["spillover"] * v["budget_squeeze"]) * pressed,
                   low, 1.0) * pop.need
    trad[y.staffed] = np.maximum(trad[y.staffed], v["staffed_home_coverage"] * pop.need[y.staffed])
    trad_year = (1 - f) * trad

    # Three states of the year, stacked so that the nonlinear effects are computed once.
    brk = np.flatnonzero(x > 0)
    who = np.concatenate([out_i, in_i, in_i[brk]])
    weight = np.concatenate([1 - f[out_i], f_in * (1 - x), f_in[brk] * x[brk]])
    gap_in = np.maximum(0.0, need - g)
    gap_grant = np.concatenate([pop.need[out_i] - trad[out_i], gap_in, gap_in[brk]])
    gap_break = np.concatenate([np.zeros(len(out_i)), g * vacancy, g[brk]])
    gap = np.bincount(who, weight * (gap_grant + gap_break), n)
    full_time, k = v["full_time_hours"], pop.k
    with_k = np.flatnonzero(k[who] > 0)
    who, weight = who[with_k], weight[with_k]
    effects = family(v, k[who], y.m[who], gap_grant[with_k], gap_break[with_k])
    R, lost, exit_hazard, sick = (np.bincount(who, weight * e, n) for e in effects[:4])
    k_strain = (weight * k[who]) @ effects[4]
    U = gap - R

    exited = y.employed & (pop.u_exit < exit_hazard)
    at_work = y.employed & ~exited
    lost = np.where(exited, full_time, np.where(at_work, lost, 0.0))
    sick = np.where(at_work, sick, 0.0)
    allowance = ((k > 0) & (k * y.m + R >= k * v["allowance_min_hours"])
                 & (pop.u_allowance < v["allowance_share"]))
    leading = y.leads * (v["work_leader_hours"] * f)

    served = (D + trad_year) / pop.need - v["served_reference"]
    worker = y.worker[v["work_response"] * served[y.worker] > y.work_bar]
    students = np.count_nonzero(v["education_response"] * served[y.student] > y.study_bar)
    admissions = (v["admission_rate"] * np.exp(v["admission_response"] * U / pop.need)).sum()

    # Costs and the refund: those with BPA under the model's terms, others under the zero alternative's unless the
    # model's hold for the whole scheme.
    bpa_hours, arena_in, saved = D, 0.0, (0.0, 0.0)
    if L["arenas"]:
        arena_in, saved = arenas(pop, world, y, L, in_i, f_in, worker)
        bpa_hours = D.copy()
        bpa_hours[in_i] += arena_in
    bpa = WEEKS * bpa_hours * s.price
    trad_cost = WEEKS * trad_year * y.price_trad
    trad_cost[y.staffed] = (1 - f[y.staffed]) * (v["staffed_home_cost"] * y.W) * pop.scale[y.staffed]
    other = y.other * (1 + v["other_services_relief"] * (1 - f))
    rate, h0 = L["hour_grant.rate"], L["hour_grant.above_hours"]
    grant = np.zeros(n)
    if rate > 0:
        grant[in_i] = rate * WEEKS * s.price[in_i] * np.maximum(0.0, delivered + arena_in - h0 * f_in)
    w = v["wage_share"]
    rest = w * trad_cost + v["other_wage_share"] * other
    refund, refund_bpa = np.zeros((2, n))
    none_i = np.flatnonzero(~has)
    for terms, elig, who in ((L, s.elig, in_i), (L if L["refund.scope"] == "all" else L0,
                                                 s.elig if L["refund.scope"] == "all" else s0.elig, none_i)):
        own = rest[who] - (y.deduct[who] if terms["refund.deduct_intellectual"] else 0.0)
        without = refund_of(terms, y, elig[who], own)
        if who is in_i:
            refund[who] = refund_of(terms, y, elig[who], own + w * (bpa[who] - grant[who]))
            refund_bpa[who] = refund[who] - without
        else:
            refund[who] = without
    return SimpleNamespace(
        awarded=awarded, wait=wait, exits=exits, f_in=f_in, in_i=in_i, c_in=c, need_in=need, g_in=g,
        delivered_in=delivered, arena_in=arena_in, squeeze=squeeze, trad=trad, trad_year=trad_year, R=R, U=U,
        k_strain=k_strain, exited=exited, at_work=at_work, lost=lost, sick=sick, allowance=allowance, leading=leading,
        worker=worker, students=students, admissions=admissions, bpa=bpa, trad_cost=trad_cost, other=other, grant=grant,
        refund=refund, refund_bpa=refund_bpa, saved=saved)


def arenas(pop, world, y, L, in_i, f_in, worker):
    """Hours a week that BPA takes over at school, at work and in leisure, on the year's average, and what municipality
    and state save, kroner."""
    v, age = world.v, pop.age[in_i]
    hours = {a: v["arena_share"][a] * v["arena_hours"][a] for a in ARENAS}
    works = np.zeros(y.n, bool)
    works[worker] = True
    school = ("school" in L["arenas"]) * ((age >= 6) & (age <= 18)) * hours["school"]
    work = ("work" in L["arenas"]) * works[in_i] * hours["work"]
    leisure = ("leisure" in L["arenas"]) * ((age >= 6) & (age <= 66)) * hours["leisure"]
    price, year = v["arena_price"], WEEKS * f_in * y.W * pop.scale[in_i]
    return (f_in * (1 - v["arena_gain"]) * (school + work + leisure),
            (year * (school * price["school"] + leisure * price["leisure"]), year * work * price["work"]))


def add_up(pop, world, y, L, has, shares, zero, full):
    """What one model does to persons in one year, added up: over the country, by unit, and recipients' coverage."""
    x = persons_year(pop, world, y, L, has, shares, zero, full)
    v, n = world.v, pop.n_units
    k, full_time = pop.k, v["full_time_hours"]
    in_i, g, delivered, refund = x.in_i, x.g_in, x.delivered_in, x.refund
    none, unit_in, total = ~has, pop.unit[in_i], lambda a: float(np.sum(a))
    k_lost, sick = k * x.lost, k @ (x.sick * (full_time - x.lost))
    only = pop.other[in_i] == 0
    pay = WEEKS * v["allowance_hours"] * v["allowance_pay"] * y.W
    per_recipient = (L["admin.municipal"] - L["copayment"]) * y.W
    saved = np.bincount(unit_in, x.saved[0], n) if L["arenas"] else 0.0
    net_bpa = x.bpa - x.grant + per_recipient * has
    net = net_bpa - refund + x.trad_cost + x.other + pay * x.allowance
    net_bpa -= x.refund_bpa
    return SimpleNamespace(
        recipients=len(in_i), awards=len(x.awarded), wait=total(x.wait), exits=x.exits,
        deaths=np.count_nonzero(y.died[in_i]), leaves=np.count_nonzero(y.leaves[in_i]),
        granted=g.sum(), need=x.need_in.sum(), delivered=delivered.sum(), running=x.f_in @ g,
        trad=x.trad_year.sum(), pool_trad=x.trad @ none, pool_need=pop.need @ none, squeeze=x.squeeze[in_i].sum(),
        refunded=np.count_nonzero(refund > 0), unmet=x.U.sum(), care=x.R.sum(), pool_care=x.R @ none,
        leading=x.leading.sum(), baseline=k @ y.m, lost=k_lost.sum(), lost_tax=k_lost @ pop.tax, sick=sick,
        time=np.maximum(0.0, x.R - k_lost).sum(), strain=x.k_strain, relatives=k.sum(), out=k @ x.exited,
        at_work=k @ x.at_work, allowances=np.count_nonzero(x.allowance), works=len(x.worker), workers=len(y.worker),
        works_tax=pop.tax[x.worker].sum(), studies=x.students, admissions=x.admissions, bpa=total(x.bpa),
        trad_cost=total(x.trad_cost), other=total(x.other), grant=total(x.grant), refund=total(refund),
        refund_in=total(refund[in_i]), refund_bpa=total(x.refund_bpa), saved_m=total(x.saved[0]),
        saved_s=total(x.saved[1]), arenas=total(x.arena_in), only=np.count_nonzero(only),
        only_refunded=np.count_nonzero(only & (refund[in_i] > 0)),
        saving=WEEKS * (delivered @ (y.price_trad - shares.price)[in_i]),
        by_class=np.bincount(pop.cls[in_i], minlength=5),
        by_hours=np.bincount(np.searchsorted(HOUR_CLASSES[1:], g, "right"), minlength=6),
        unit_net=np.bincount(pop.unit, net, n) - saved, unit_bpa=np.bincount(pop.unit, net_bpa, n) - saved,
        coverage=x.c_in, unit_in=unit_in)


def model_year(pop, world, y, L, has, shares, zero, full):
    """One model in one year: what it does to persons, and the money. Returns outcomes."""
    x = add_up(pop, world, y, L, has, shares, zero, full)
    v, t, n, W, full_time = world.v, y.t, y.n, y.W, world.v["full_time_hours"]
    phase, n_rec = L["phase_in_years"], x.recipients
    intro = W / world.W[2024] / phase if L["start_year"] <= t < L["start_year"] + phase else 0.0
    intro_m, intro_s = (intro * L[key] * pop.units.national_share for key in ("one_off.municipal", "one_off.state"))
    unit_net = x.unit_net + intro_m
    intro_m, intro_s = float(intro_m.sum()), float(intro_s.sum())
    copay, adm_m, adm_s = (L[key] * W * n_rec for key in ("copayment", "admin.municipal", "admin.state"))

    # The ledger: (item, payer) -> amount; cost positive, seen from the payer.
    tax, on_cost = v["income_tax_marginal"], v["employer_on_cost"]
    wage = WEEKS * v["average_hourly_wage"] * W
    work, work_tax = wage * x.lost, wage * x.lost_tax
    sick_pay, share = wage * x.sick, v["sick_pay_state_share"]
    E, b = y.E, y.benefit
    user_tax = E * x.works_tax
    allow = WEEKS * v["allowance_hours"] * v["allowance_pay"] * W * x.allowances
    led = {
        ("bpa", "municipality"): x.bpa, ("traditional", "municipality"): x.trad_cost,
        ("other_services", "municipality"): x.other,
        ("arena_services", "municipality"): -x.saved_m, ("arena_services", "state"): -x.saved_s,
        ("refund", "municipality"): -x.refund, ("refund", "state"): x.refund,
        ("hour_grant", "municipality"): -x.grant, ("hour_grant", "state"): x.grant,
        ("copayment", "municipality"): -copay, ("copayment", "users"): copay,
        ("administration", "municipality"): adm_m, ("administration", "state"): adm_s,
        ("introduction", "municipality"): intro_m, ("introduction", "state"): intro_s,
        ("care_allowance", "municipality"): allow, ("care_allowance", "state"): -tax * allow,
        ("care_allowance", "relatives"): -(1 - tax) * allow,
        ("lost_work", "state"): tax * work + work_tax,
        ("lost_work", "relatives"): (1 - tax + on_cost) * work - work_tax,
        ("sick_leave", "state"): share * sick_pay,
        ("sick_leave", "employers"): (1 - share + on_cost) * sick_pay,
        ("relatives_time", "relatives"): WEEKS * (x.time + x.leading) * v["value_of_time"] * W,
        ("relatives_health", "relatives"): v["qaly_loss"] * x.strain * v["qaly_value"] * W,
        ("health_services", "state"): v["carer_health_cost"] * x.strain * W,
        ("admissions", "state"): x.admissions * v["admission_cost"] * W,
        ("unmet_need", "users"): WEEKS * x.unmet * v["unmet_value"] * W,
        ("users_work", "state"): -(x.works * (tax * (E - b) + b) + user_tax),
        ("users_work", "users"): -(x.works * ((1 - tax) * (E - b) + on_cost * E) - user_tax),
    }
    resources = (x.bpa + x.trad_cost + x.other - x.saved_m - x.saved_s + adm_m + adm_s + intro_m + intro_s
                 + (1 + on_cost) * (work + sick_pay - x.works * E) + sum(led[key] for key in [
                     ("admissions", "state"), ("health_services", "state"), ("relatives_time", "relatives"),
                     ("relatives_health", "relatives"), ("unmet_need", "users")]))

    # Equity over recipients' coverage.
    c = x.coverage
    n_u = np.bincount(x.unit_in, minlength=pop.n_units)
    mean_u, mean_c = np.bincount(x.unit_in, c, pop.n_units) / np.maximum(n_u, 1), c.mean()
    ssb = n_u @ (mean_u - mean_c) ** 2
    sst = ((c - mean_c) ** 2).sum()
    groups = np.count_nonzero(n_u)
    within = (sst - ssb) / (n_rec - groups)
    cs = np.sort(c)
    p10, p90 = np.interp([0.1 * (n_rec - 1), 0.9 * (n_rec - 1)], np.arange(n_rec), cs)
    gini = 2 * (np.arange(1, n_rec + 1) @ cs) / (n_rec * cs.sum()) - (n_rec + 1) / n_rec

    o = {
        "recipients": n_rec, "pool": n - n_rec, "awards": x.awards, "coverage": x.granted / x.need,
        "exits": x.exits, "deaths_recipients": x.deaths, "institution_recipients": x.leaves - x.deaths,
        "need_population": n, "need_hours": WEEKS * x.need, "granted_hours": WEEKS * x.granted,
        "delivered_hours": WEEKS * x.delivered, "lost_hours": WEEKS * (x.running - x.delivered),
        "granted_hours_per_recipient": x.granted / n_rec, "arena_hours": WEEKS * x.arenas,
        "traditional_hours": WEEKS * x.trad, "pool_traditional_hours": WEEKS * x.pool_trad,
        "pool_need_hours": WEEKS * x.pool_need, "squeeze": x.squeeze / n_rec,
        "refund_persons": x.refunded, "unmet_hours": WEEKS * x.unmet,
        "relatives_hours": WEEKS * x.care, "relatives_leading_hours": WEEKS * x.leading,
        "relatives_baseline_hours": WEEKS * x.baseline,
        "relatives_lost_fte": x.lost / full_time, "relatives_sick_fte": x.sick / full_time,
        "relatives_exits": x.out, "relatives_employed_share": x.at_work / x.relatives,
        "users_employed": x.works, "users_employed_share": x.works / x.workers,
        "users_fte": x.works * v["user_fte"], "users_in_education": x.studies, "admissions": x.admissions,
        "health_personnel_fte": x.trad * v["health_personnel_share"] / full_time,
        "waiting_months": x.wait / x.awards if x.awards else np.nan,
        "coverage_sd_between_units": np.sqrt(ssb / n_rec), "coverage_p90_p10": p90 / p10,
        "coverage_gini": gini, "coverage_unit_share": max(0.0, (ssb - (groups - 1) * within) / sst),
        "pool_coverage": x.pool_trad / x.pool_need, "pool_relatives_hours": WEEKS * x.pool_care,
        "bpa_cost": x.bpa, "traditional_cost": x.trad_cost, "other_cost": x.other, "refund": x.refund,
        "refund_bpa": x.refund_bpa, "refund_bpa_users_other": x.refund_in - x.refund_bpa,
        "refund_pool": x.refund - x.refund_in, "hour_grant": x.grant, "copayment": copay,
        "arenas_saved": x.saved_m + x.saved_s, "administration": adm_m + adm_s, "introduction": intro_m + intro_s,
        "care_allowance": allow, "municipality_net_bpa": float(x.unit_bpa.sum()),
        "recipients_bpa_only": x.only, "refund_persons_bpa_only": x.only_refunded,
        "saving_against_traditional": x.saving,
        **{"recipients_age_" + c.replace("-", "_").replace("+", "_plus"): x.by_class[j] for j, c in enumerate(CLASSES)},
        **{f"granted_hours_class_{j + 1}": x.by_hours[j] / n_rec for j in range(6)},
    }
    return o, led, unit_net, x.unit_bpa, resources


# ---------------------------------------------------------------- the whole refund scheme

SCHEME_PARTS = ["rate", "threshold", "entrants", "claims", "over67", "institutions", "reactions"]


def scheme_layer(world, levers, refund_in_base_year):
    """Everybody else in the refund scheme, in closed form (scheme.md S1). Per model and year: outcomes, and the new
    refund and services of those under 67, at home over it, and in institutions."""
    v, base, H, W = world.v, world.base, world.years, world.W
    accounts = v["scheme_accounts"]
    last = max(accounts) - 1                       # the last cost year whose account is known
    if base != last:
        raise SystemExit("the scheme's path is written here for a base year with the last account")
    alpha, eps = v["scheme_alpha"], v["scheme_entry_factor"]
    q = 1 / (alpha - 1)
    j = np.arange(H)
    wage, T = np.array([W[base + i] for i in j]), np.array(world.T)
    shock, noise = world.scheme_chance
    a, growth, sd = (v["scheme_volume_" + key] for key in ("anchor", "growth", "shock"))
    su = v["scheme_level_noise"]
    steps = a + (growth - a) * v["scheme_damping"] ** j + sd * shock - sd * sd / 2
    log_volume = np.cumsum(np.where(j > 0, steps, 0.0))
    level = np.where(j > 0, su * (noise - noise[0]) - su * su, 0.0)
    P = (max(0.0, accounts[last + 1] - refund_in_base_year) * wage * np.exp(log_volume + level)
         * (T / T[0] / wage) ** (1 - alpha))
    null = levers[0].x
    rho0 = null["refund.rate"]
    D = P / (rho0 * q)
    n = D / T
    G = (1 + v["scheme_over67_growth"]) ** (j + base - last)
    residents, m, s = v["scheme_nursing_residents"] * G, v["scheme_nursing_cost"] * wage, v["scheme_nursing_sigma"]

    def above(theta, share):
        """Excess of those inside, of entrants, and persons, `share` of them for each person above the threshold."""
        low = np.minimum(theta, 1.0)
        inside = np.where(theta <= 1, q + 1 - theta, q * theta ** (1 - alpha))
        entrants = eps * (q * (low ** (1 - alpha) - 1) - (1 - low))
        come_in = eps * (low ** -alpha - 1)
        persons = np.where(theta <= 1, 1 + come_in, theta ** -alpha)
        return share * D * inside, share * D * entrants, share * n * persons, share * n * come_in

    out = []
    for lever in levers:
        at = [lever.at(base + i) for i in j]
        column = lambda key: np.array([L[key] for L in at], float)
        whole = np.array([L["refund.scope"] == "all" for L in at])
        pick = lambda x, today: np.where(whole, x, today)
        rho = pick(column("refund.rate"), rho0)
        theta = pick(column("refund.threshold_factor") / null["refund.threshold_factor"], 1.0)
        kappa = pick(column("refund.claim_share") / null["refund.claim_share"], 1.0)
        old = pick(column("refund.max_age") >= NO_LIMIT, 0.0) * (null["refund.max_age"] < NO_LIMIT)
        counted = old * column("refund.institutions")
        I, J, persons, come_in = above(theta, 1.0)
        I67, J67, persons67, _ = above(theta, v["scheme_over67_home"] * G * old)
        K = theta * T
        d1 = (np.log(m / K) + s * s / 2) / s
        excess = residents * (m * ndtr(d1) - K * ndtr(d1 - s))
        by_rate = (rho - rho0) * D * q
        by_threshold = rho * D * np.where(theta <= 1, 1 - theta, q * (theta ** (1 - alpha) - 1))
        by_entrants = rho * J
        claims = (kappa - 1) * (rho0 * D * q + by_rate + by_threshold + by_entrants)
        more, new = np.expm1(v["scheme_response"] * (rho - rho0)), np.expm1(v["scheme_response"] * rho)
        services = [I * more + J * new, (I67 + J67) * new, counted * excess * new]
        own = [by_rate + by_threshold + by_entrants + claims, kappa * rho * (I67 + J67), kappa * rho * counted * excess]
        reform = [x + kappa * rho * y for x, y in zip(own, services)]
        parts = [by_rate, by_threshold, by_entrants, claims, own[1], own[2], kappa * rho * sum(services)]
        # Cash: the year base_year is the whole account of that year; a lag is that of the terms earned under.
        cash = {}
        for key, amount, lags in (("base", P, [null["refund.lag_years"]] * H),
                                  ("total", P + sum(reform), pick(column("refund.lag_years"), null["refund.lag_years"]))):
            paid = np.zeros(H)
            for i in range(int(null["refund.lag_years"])):
                paid[i] = accounts[base + i]
            for i in range(H):
                if i + int(lags[i]) < H:
                    paid[i + int(lags[i])] += amount[i]
            cash[key] = paid
        out.append(SimpleNamespace(
            reform=reform, services=services, reform_cash=cash["total"] - cash["base"], base_cash=cash["base"],
            outcomes={
                "scheme_base": P, "scheme_reform": sum(reform), "scheme_services": sum(services),
                "scheme_institutions_if_counted": kappa * rho * old * excess,
                "scheme_persons": persons, "scheme_persons_entrants": come_in, "scheme_persons_over67": persons67,
                "scheme_persons_institutions": counted * residents * ndtr(d1 - s),
                **{"scheme_reform_" + key: x for key, x in zip(SCHEME_PARTS, parts)}}))
    return out


# ---------------------------------------------------------------- a draw

PAYERS = ["municipality", "state", "relatives", "users", "employers"]
RATIOS = {"coverage", "relatives_employed_share", "users_employed_share", "waiting_months",
          "coverage_sd_between_units", "coverage_p90_p10", "coverage_gini", "coverage_unit_share",
          "pool_coverage", "squeeze", "granted_hours_per_recipient",
          *(f"granted_hours_class_{j}" for j in range(1, 7))}
COUNTS = {"recipients", "pool", "awards", "exits", "deaths_recipients", "institution_recipients", "need_population",
          "refund_persons", "relatives_lost_fte", "relatives_sick_fte", "relatives_exits", "users_employed", "users_fte",
          "users_in_education", "admissions", "health_personnel_fte", "recipients_bpa_only", "refund_persons_bpa_only"}


def is_money(key):
    return not (key in RATIOS or key in COUNTS or key.endswith("_hours") or key.startswith("scheme_persons")
                or key.startswith("recipients_age"))


def lives(models):
    """For each model the first one with the same persons: alike in all but the withdrawal (section 7)."""
    kept = [{key: x for key, x in levers.items() if key not in WITHDRAWAL} for levers in models.values()]
    return [kept.index(own) for own in kept]


def simulate(world, units, models, rng, check):
    """All models on one world. Returns {outcome: array[model, year]}, volatility, person-years."""
    pop = Population(world, units, rng)
    names, H, M = list(models), world.years, len(models)
    null = world.null
    levers = [null] + [Levers(models[m], world, null) for m in names[1:]]
    lived = lives(models)
    rows = [[None] * H for _ in names]
    unit_net, unit_bpa = np.zeros((2, M, H, pop.n_units))
    has = np.zeros((M, len(pop.age)), bool)
    has[:, : pop.n_start] = True
    person_years = 0
    for i in range(H):
        t = world.base + i
        if i:
            stay, new = pop.turn_year(y), pop.arrive(t)
            has = np.concatenate([has[:, stay], np.zeros((M, new), bool)], axis=1)
        y = common_year(pop, world, t)
        L0 = null.at(t)
        zero = (L0, municipal_shares(pop, world, y, L0, None))
        for m, lever in enumerate(levers):
            # Before its start a model is the zero alternative.
            same = 0 if m and lever.share(t) == 0 else lived[m]
            if same != m:
                has[m], rows[m][i] = has[same], rows[same][i]
                unit_net[m, i], unit_bpa[m, i] = unit_net[same, i], unit_bpa[same, i]
                continue
            L = lever.at(t) if m else L0
            shares = municipal_shares(pop, world, y, L, zero) if m else zero[1]
            full = municipal_shares(pop, world, y, L["full"], zero) if L["full"] else None
            person_years += y.n
            o, led, unit_net[m, i], unit_bpa[m, i], real = model_year(pop, world, y, L, has[m], shares, zero, full)
            if check:
                assert abs(sum(led.values()) - real) < 1e-3, (names[m], t, sum(led.values()), real)
                mun = sum(a for (_, payer), a in led.items() if payer == "municipality")
                assert abs(mun - unit_net[m, i].sum()) < 1e-3, (names[m], t)
            rows[m][i] = (o, led)

    # Withdrawal from the block grant needs the whole path of the zero alternative (section 7, scheme.md S3).
    withdrawal = np.zeros_like(unit_net)
    for m, lever in enumerate(levers):
        x = lever.x
        if m == 0 or not x["offset_share"]:
            continue
        delta = unit_bpa[0] - unit_bpa[m]
        full = lever.start + lever.phase - 1 - world.base
        if x["offset_basis"] != "yearly" and full >= H:
            raise SystemExit(f"{names[m]}: full effect lies beyond the horizon")
        for i in range(max(0, lever.start - world.base), H):
            from_ = i
            if i > full and x["offset_basis"] == "fixed":
                from_ = full
            elif i > full and x["offset_basis"] == "rebased":
                from_ = full + x["rebase_years"] * ((i - full) // x["rebase_years"])
            a = delta[from_] * (world.W[world.base + i] / world.W[world.base + from_])
            if x["offset_by"] == "population":
                weight = units.inhabitants * units.need_index
                a = a.sum() * weight / weight.sum()
            withdrawal[m, i] = x["offset_share"] * a

    res = {key: np.array([[rows[m][i][0][key] for i in range(H)] for m in range(M)], float)
           for key in rows[0][0][0]}
    scheme = scheme_layer(world, levers, res["refund"][0, 0])
    for key in scheme[0].outcomes:
        res[key] = np.array([s.outcomes[key] for s in scheme])
    spread = np.array([units.under67, units.over66, units.over79])
    unit_scheme = np.array([[(np.array(s.services) - np.array(s.reform))[:, i] @ spread for i in range(H)]
                            for s in scheme])

    # What a unit is relieved of is partly spent on services (section 6).
    net = unit_net + withdrawal
    relief = (net[0] + unit_scheme[0]) - (net + unit_scheme)
    spent = world.v["income_effect"] * relief
    W = np.array([world.W[world.base + i] for i in range(H)])
    price = world.v["bpa_hour_cost"] * W / world.v["relative_cost"]
    res["income_effect"] = spent.sum(axis=2)
    res["income_effect_hours"] = (spent / world.unit_scale).sum(axis=2) / price

    payer = {p: np.zeros((M, H)) for p in PAYERS}
    post = [((item, who), np.array([[rows[m][i][1][item, who] for i in range(H)] for m in range(M)]))
            for item, who in rows[0][0][1]]
    post += [(("income_effect", "municipality"), res["income_effect"]),
             (("scheme_reform", "municipality"), -res["scheme_reform"]), (("scheme_reform", "state"), res["scheme_reform"]),
             (("scheme_services", "municipality"), res["scheme_services"])]
    for (item, who), a in post:
        res[f"ledger.{item}.{who}"] = a
        payer[who] += a
    out = withdrawal.sum(axis=2)
    res["withdrawal"] = out
    res["ledger.withdrawal.municipality"], res["ledger.withdrawal.state"] = out, -out
    paid = np.zeros((M, H))                      # refunds as they are paid, opening claim 0
    for m, lever in enumerate(levers):
        for i in range(H):
            L = lever.at(world.base + i)
            lag, lag0 = int(L["refund.lag_years"]), int(null.x["refund.lag_years"])
            pool = res["refund_pool"][m, i]
            for amount, later in ((res["refund"][m, i] - pool, lag), (pool, lag if L["refund.scope"] == "all" else lag0)):
                if i + later < H:
                    paid[m, i + later] += amount
    mun, state = payer["municipality"], payer["state"]
    reform_cash = np.array([s.reform_cash for s in scheme])
    later = res["refund"] - paid + res["scheme_reform"] - reform_cash
    res["municipality_net_before_withdrawal"] = mun
    res["municipality_net"], res["state_net"] = mun + out, state - out
    res["municipality_net_cash"], res["state_net_cash"] = mun + out + later, state - out - later
    for key, item in (("administration_municipal", "administration.municipality"), ("admissions_cost", "admissions.state"),
                      ("administration_state", "administration.state"), ("health_services_cost", "health_services.state"),
                      ("relatives_health_cost", "relatives_health.relatives"), ("relatives_work_cost", "lost_work.relatives"),
                      ("relatives_time_cost", "relatives_time.relatives")):
        res[key] = res["ledger." + item]
    res["users_work_gain"] = -res["ledger.users_work.state"] - res["ledger.users_work.users"]
    res["municipality_net_bpa_after_withdrawal"] = res["municipality_net_bpa"] + out
    for key in ("relatives_cost", "users_net", "employers_net"):
        res[key] = payer[key.split("_")[0]]
    res["public_net"] = mun + state
    res["society_cost"] = sum(payer.values()) + world.v["tax_cost"] * (mun + state)
    res["society_cost_before_extra_services"] = (
        res["society_cost"] - (1 + world.v["tax_cost"]) * (res["income_effect"] + res["scheme_services"]))
    res["refund_rest"] = res["scheme_base"] + res["scheme_reform"]
    res["refund_scheme_total"] = res["refund"] + res["refund_rest"]
    res["refund_scheme_total_cash"] = paid + reform_cash + np.array([s.base_cash for s in scheme])

    # The rest of the scheme is an expectation and belongs in no measure of a unit's swings.
    own = net + world.v["income_effect"] * (net[0] - net)
    per_head = own * world.to_fixed[None, :, None] / units.inhabitants
    swing = np.diff(per_head, axis=1).std(axis=1, ddof=1) if H > 2 else np.full((M, pop.n_units), np.nan)
    mean_over = lambda who: np.average(swing[:, who], axis=1, weights=units.inhabitants[who])
    volatility = {"municipal_volatility": mean_over(slice(None)),
                  "municipal_volatility_small": mean_over(units.inhabitants < 5000)}
    return res, volatility, person_years


# ---------------------------------------------------------------- summaries

def write_summary(path, names, base, results, volatility, to_fixed, df):
    """Levels and paired differences: mean, sd and Monte Carlo standard error. x: draws x models."""
    with open(path, "w", newline="") as f:
        out = csv.writer(f)
        out.writerow(["outcome", "model", "year", "basis", "statistic_of", "mean", "sd", "mcse"])

        def put(outcome, basis, x, year):
            series = [(m, "level", x[:, m]) for m in range(len(names))]
            series += [(m, "difference_to_" + names[ref], x[:, m] - x[:, ref])
                       for m in range(len(names)) for ref in range(m)]
            for m, what, a in series:
                a = a[~np.isnan(a)]
                if len(a):
                    sd = a.std(ddof=1) if len(a) > 1 else 0.0
                    out.writerow([outcome, names[m], year, basis, what]
                                 + [repr(float(b)) for b in (a.mean(), sd, sd / len(a) ** 0.5)])

        for key, x in results.items():
            fixed = x * to_fixed[:, None, :]
            views = [("nominal", x), ("fixed", fixed)] if is_money(key) else [("count", x)]
            for basis, a in views:
                for i in range(x.shape[2]):
                    put(key, basis, a[:, :, i], base + i)
                if key not in RATIOS:
                    put(key, basis, a.sum(axis=2), "total")
            if is_money(key):
                put(key, "present_value", fixed @ df, "total")
        for key, x in volatility.items():
            put(key, "fixed", x, "total")


def main():
    here = Path(__file__).resolve().parents[2] / "scenarios"
    arg = argparse.ArgumentParser()
    for option, kind, default in (("--draws", int, 20), ("--seed", int, 1), ("--years", int, 20),
                                  ("--models", str, None), ("--scenario", Path, here)):
        arg.add_argument(option, type=kind, default=default)
    arg.add_argument("--out")
    arg.add_argument("--fixed", help="every uncertain parameter at its mean, or at this quantile")
    arg.add_argument("--settings", action="store_true", help="print the fixed values and end")
    arg.add_argument("--check", action="store_true", help="assert the ledger identity everywhere")
    a = arg.parse_args()

    parameters = read_toml(a.scenario / "parameters.toml")["parameters"]
    scenario = read_toml(a.scenario / "national.toml")["scenario"]
    base = scenario["base_year"]
    models = read_models(a.scenario, a.models.split(",") if a.models else scenario["models"])
    units = read_units(a.scenario / "data" / "municipalities.csv", scenario["national_population"])
    seeds = lambda *key: np.random.Generator(np.random.PCG64(np.random.SeedSequence([a.seed, *key])))
    drawn = draw_all(parameters, a.draws, seeds(0), a.fixed)
    if a.settings:
        print("\n".join(f"{pid}={float(x[0])!r}" for pid, x in drawn.items()))
        return

    results, volatility, to_fixed, person_years = {}, {}, [], 0
    for d in range(a.draws):
        rng = seeds(1, d)
        world = World(parameters, drawn, d, base, a.years, units, models["zero"], rng)
        res, vol, n = simulate(world, units, models, rng, a.check)
        person_years += n
        to_fixed.append(world.to_fixed)
        for store, got in ((results, res), (volatility, vol)):
            for key, x in got.items():
                store.setdefault(key, np.empty((a.draws,) + x.shape))[d] = x
    if a.out:
        write_summary(a.out, list(models), base, results, volatility, np.array(to_fixed),
                      discount_factors(world.v, a.years))
    seconds = time.perf_counter() - START
    print(f"{a.draws} draws, {len(models)} models, {a.years} years: {person_years} person-years x models "
          f"in {seconds:.2f} s = {person_years / seconds / 1e6:.3f} million a second")


if __name__ == "__main__":
    main()
