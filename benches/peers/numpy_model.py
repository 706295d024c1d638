#!/usr/bin/env python3
"""NumPy peer of bpasim: an independent implementation of the specification (model.md).

It is used in two ways: as an oracle (its means are compared with the Rust program's, within
Monte Carlo error) and as a benchmark peer (vectorised over persons, one process, float64).
It shares no code and no random numbers with the Rust program. National placement by `rates`.

    numpy_model.py --draws 100 --seed 1 --models zero,A,B --years 20 [--out means.csv]
                   [--expected] [--targets] [--check] [--scenario FOLDER]

`--expected` puts every uncertain parameter at its mean (persons are still random).
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
NO_LIMIT = 10_000  # an age nobody reaches, for a limit of "none"

# The zero alternative of model.md section 2; national.toml overrides lever by lever.
NULL_LEVERS = {
    "start_year": None, "phase_in_years": 1, "decided_by": "municipality",
    "refund.rate": "refund.rate", "refund.threshold_factor": 1, "refund.min_age": "refund.min_age",
    "refund.max_age": "refund.max_age", "refund.deduct_intellectual": True,
    "refund.claim_share": "refund.claim_share", "refund.salience": "refund.salience",
    "refund.lag_years": 1, "hour_grant.rate": 0, "hour_grant.above_hours": 0, "harmonisation": 0,
    "rights.full_hours": 32, "rights.conditional_hours": 25, "rights.max_age_new": 66,
    "rights.conditional_factor": "conditional_factor",
    "rights.discretionary_factor": "discretionary_factor",
    "rights.over_age_factor": "over_age_factor", "rights.excluded_factor": "excluded_factor",
    "processing_months": "processing_months", "fast_track_months": "none",
    "transition_guarantee": False, "wage_uplift": 0, "break_factor": 1, "vacancy_factor": 1,
    "copayment": "copayment.null", "admin.municipal": "admin.municipal", "admin.state": 0,
    "one_off.municipal": 0, "one_off.state": 0,
    "offset_share": 0, "offset_by": "own", "offset_basis": "fixed",
}
INTERPOLATED = [
    "refund.rate", "refund.threshold_factor", "refund.claim_share", "refund.salience",
    "hour_grant.rate", "harmonisation", "processing_months", "fast_track_months",
    "rights.conditional_factor", "rights.discretionary_factor", "rights.over_age_factor",
    "wage_uplift", "break_factor", "vacancy_factor", "copayment", "admin.municipal", "admin.state",
]


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
    return {name: resolve(name) for name in names}


def read_units(path):
    with open(path, encoding="utf-8") as f:
        rows = sorted(csv.DictReader(line for line in f if line[0] != "#"), key=lambda r: r["id"])
    num = lambda row, col: float(row[col]) if row[col] else np.nan
    parts = ["0_15", "16_17", "18_49", "50_66", "67_79", "80_plus"]
    pop = np.array([[num(r, "population_" + c) for c in parts] for r in rows])
    return SimpleNamespace(
        pop=np.column_stack([pop[:, 0] + pop[:, 1], pop[:, 2:]]), inhabitants=pop.sum(axis=1),
        zone=[r["employer_tax_zone"] for r in rows],
        need_index=np.array([num(r, "expenditure_need_index") for r in rows]))


# ---------------------------------------------------------------- one vector of parameters

def quantile(spec, u):
    if "pert" in spec:
        a, m, b = spec["pert"]
        if b <= a:
            return a
        return a + (b - a) * stats.beta.ppf(u, 1 + 4 * (m - a) / (b - a), 1 + 4 * (b - m) / (b - a))
    if "triangular" in spec:
        a, m, b = spec["triangular"]
        return stats.triang.ppf(u, (m - a) / (b - a), a, b - a) if b > a else a
    return stats.norm.ppf(u, *spec["normal"])


def mean_of(spec):
    if "pert" in spec:
        a, m, b = spec["pert"]
        return (a + 4 * m + b) / 6
    return sum(spec["triangular"]) / 3 if "triangular" in spec else spec["normal"][0]


def draw_all(parameters, draws, rng):
    """Every uncertain parameter for all draws at once, because beta.ppf is slow called singly."""
    table = {}
    for pid, entry in sorted(parameters.items()):
        spec = entry["value"]
        if isinstance(spec, dict) and ("table" not in spec and "dated" not in spec):
            table[pid] = (np.full(draws, mean_of(spec)) if rng is None
                          else quantile(spec, rng.random(draws)))
    return table


class World:
    """Parameters, indices and series of one draw."""

    def __init__(self, parameters, drawn, d, base, years, units):
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
        self.base, self.years = base, years
        offset = int(v["threshold_year_offset"])
        last = max(base + years + offset, int(v["price_year"]))
        self.W, self.P = self.index("wage_growth", last), self.index("municipal_deflator", last)
        # Money stated in another year's kroner becomes base-year kroner; times W_t from there.
        for pid, entry in parameters.items():
            money = entry["unit"].startswith("NOK") and not entry["unit"].startswith("NOK per NOK")
            if money and not isinstance(v[pid], dict) and entry.get("year"):
                v[pid] = v[pid] / self.W[int(entry["year"])]
        t = range(base, base + years)
        self.T = [self.dated("refund.threshold", y + offset, v["threshold_extra_growth"]) for y in t]
        self.deduction = [self.dated("refund.deduction", y) for y in t]
        self.G = [self.dated("basic_amount_G", y) for y in t]
        tax = v["employer_tax"]
        self.unit_tax = np.array([float(tax[z]) for z in units.zone])
        self.unit_scale = (1 + self.unit_tax) / (1 + float(tax["1"]))
        self.to_fixed = np.array([self.P[int(v["price_year"])] / self.P[y] for y in t])

    def index(self, pid, last):
        known, ahead = self.v[pid], self.v[pid + ".long_run"]
        growth = lambda y: known.get(y, ahead)
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

    def share(self, t):
        return 0.0 if t < self.start else min(1.0, (t - self.start + 1) / self.phase)

    def at(self, t):
        p = self.share(t)
        y = dict(self.x if p > 0 else self.null)
        for key in INTERPOLATED:  # this form gives identical bits for identical levers
            y[key] = self.null[key] + p * (self.x[key] - self.null[key])
        y["p"] = p if y["decided_by"] == "state" else 0.0
        return y


# ---------------------------------------------------------------- persons

FIELDS = ["unit", "age", "condition", "case", "b", "u", "scale", "tax", "need", "need_before", "k",
          "u_employed", "u_exit", "u_allowance", "other", "capable", "excluded", "z", "edu"]


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
        national = largest_remainder([v["recipients"][c] for c in CLASSES], v["recipients_total"])
        pool = np.rint(v["pool_ratio"] * national).astype(int)
        self.start_total = national.sum() + pool.sum()
        first = self.people(self.place(national, units.pop * rate[:, None]), world.base, True)
        second = self.people(self.place(pool, units.pop), world.base, False)
        for name in FIELDS:
            setattr(self, name, np.concatenate([getattr(first, name), getattr(second, name)]))
        self.n_start = len(first.unit)

    def place(self, per_class, weight):
        counts = [self.rng.multinomial(n, weight[:, a] / weight[:, a].sum())
                  for a, n in enumerate(per_class)]
        unit = np.concatenate([np.repeat(np.arange(self.n_units), c) for c in counts])
        return unit, np.repeat(np.arange(len(CLASSES)), per_class)

    def people(self, placed, year, recipients):
        v, rng = self.world.v, self.rng
        unit, cls = placed
        n = len(unit)
        p = SimpleNamespace(unit=unit)
        above = np.append(CLASS_FROM[1:], int(v["age_max_start"]) + 1)
        p.age = CLASS_FROM[cls] + (rng.random(n) * (above - CLASS_FROM)[cls]).astype(int)
        weights = np.cumsum([v["condition_weights"][c] for c in CONDITIONS])
        p.condition = np.minimum(np.searchsorted(weights, rng.random(n) * weights[-1], "right"), 3)
        p.case = rng.standard_normal(n) * v["case_sd"]
        p.u = self.u_unit[unit]
        p.scale, p.tax = self.world.unit_scale[unit], self.world.unit_tax[unit]
        p.b = np.clip(v["coverage_null"] + p.u + p.case, v["coverage_min"], 1.0)
        u = np.clip(rng.random(n), 1e-12, 1 - 1e-12)
        hours = granted_hours(v, u) if recipients else pool_hours(v, u)
        p.need = np.minimum(hours / p.b * np.exp(v["need_trend"] * (year - self.world.base)),
                            v["need_max"])
        p.need_before = p.need.copy()
        rel = v["relatives"]
        adult = ["18-49", "50-66", "67+", "67+"]
        one = np.array([0.0] + [rel[c + ".one"] for c in adult])[cls]
        two = np.array([0.0] + [rel[c + ".two"] for c in adult])[cls]
        x = rng.random(n)
        p.k = np.where(cls == 0, float(rel["0-17"]), np.where(x < two, 2.0, (x < one + two) * 1.0))
        p.u_employed, p.u_exit, p.u_allowance = rng.random((3, n))
        rho = v["other_services_hours_correlation"]
        ratio = np.array([v["other_services_age_ratio"][c] for c in CLASSES])[cls]
        latent = ndtr(rho * ndtri(u) + np.sqrt(1 - rho * rho) * rng.standard_normal(n))
        has = latent > 1 - np.minimum(0.95, v["other_services_share"] * ratio)
        m, sd = v["other_services_cost_mean"], v["other_services_cost_sd"]
        s2 = np.log1p((sd / m) ** 2)
        p.other = has * np.exp(np.log(m) - s2 / 2 + np.sqrt(s2) * rng.standard_normal(n))
        p.capable = rng.random(n) < v["work_capable_share"]
        p.excluded = rng.random(n) < v["excluded_share"]
        p.z = rng.standard_normal(n)
        p.edu = logit(rng.random(n))
        return p

    def arrive(self, t):
        """Adds the year's arrivals; returns how many."""
        v, years = self.world.v, t - self.world.base
        mean = v["inflow_rate"] * self.start_total * (1 + v["population_growth"]) ** years
        weights = np.array([v["inflow_age_weights"][c] for c in CLASSES])
        per_class = self.rng.multinomial(self.rng.poisson(mean), weights / weights.sum())
        new = self.people(self.place(per_class, self.units.pop), t, False)
        for name in FIELDS:
            setattr(self, name, np.concatenate([getattr(self, name), getattr(new, name)]))
        return len(new.unit)

    def turn_year(self):
        """31 December: deaths by the age held, then age + 1 and new need. Returns who lives on."""
        v, rng = self.world.v, self.rng
        m = v["mortality_base"]
        mult = np.array([v["mortality_multiplier"][c] for c in CLASSES])[self.cls]
        hazard = mult * (m["A"] + m["B"] * np.exp(m["gamma"] * self.age))
        hazard = np.where(self.condition == RAPID,
                          np.maximum(hazard, -np.log1p(-v["rapid_death"])), hazard)
        alive = rng.standard_exponential(len(self.age)) >= hazard
        for name in FIELDS:
            setattr(self, name, getattr(self, name)[alive])
        n = len(self.age)
        self.age = self.age + 1
        self.need_before = self.need
        drift = v["need_trend"] + np.array([v["need_drift"][c] for c in CONDITIONS])[self.condition]
        self.need = np.minimum(
            self.need * np.exp(drift + v["need_sd"] * rng.standard_normal(n)), v["need_max"])
        r = v["latent_persistence"]
        self.z = r * self.z + np.sqrt(1 - r * r) * rng.standard_normal(n)
        return alive


def granted_hours(v, u):
    """Quantile of the published classes: uniform within, truncated exponential on top."""
    share = v["granted_hours_classes"]
    edges = np.array([1, 2, 5, 10, 15, 35.5])
    cum = np.concatenate([[0], np.cumsum([share[c] for c in share])]) / sum(share.values())
    top, scale = float(edges[-1]), v["granted_hours_tail"]
    h = np.interp(u, cum[:-1], edges)
    q = np.maximum(0.0, (u - cum[-2]) / (1 - cum[-2]))
    tail = top - scale * np.log1p(-q * -np.expm1(-(v["granted_hours_max"] - top) / scale))
    return np.where(u > cum[-2], tail, h)


def pool_hours(v, u):
    mu, sigma = np.log(v["pool_hours_median"]), v["pool_hours_sigma"]
    low, high = ndtr(-mu / sigma), ndtr((np.log(v["granted_hours_max"]) - mu) / sigma)
    return np.exp(mu + sigma * ndtri(low + u * (high - low)))


def logit(p):
    return np.log(p) - np.log1p(-p)


# ---------------------------------------------------------------- a year

def common_year(pop, world, t):
    """What all models share in year t: lookups by age, prices and this year's random numbers."""
    v, rng, i = world.v, pop.rng, t - world.base
    n = len(pop.age)
    pop.cls = np.searchsorted(CLASS_FROM, pop.age, "right") - 1
    y = SimpleNamespace(t=t, i=i, n=n, W=world.W[t], T=world.T[i])
    y.exp_award, y.exp_wait, y.exp_break, y.exp_weeks = rng.standard_exponential((4, n))
    y.u_leave = rng.random(n)
    y.turns_18 = pop.age == 18
    y.reviewed = y.turns_18 & (rng.random(n) < v["transition_review"])
    y.hours = pop.b * pop.need                     # baseline hours: the behaviour's fixed point
    y.price = v["bpa_hour_cost"] * y.W * pop.scale
    y.price_trad = y.price / v["relative_cost"]
    y.other = pop.other * y.W
    y.rapid = pop.condition == RAPID
    y.intellectual = pop.condition == INTELLECTUAL
    y.deduct = np.where(y.intellectual & (pop.age >= v["refund.deduction_min_age"]),
                        world.deduction[i], 0.0)
    rel = v["relative_employment"]
    share = np.array([rel["0-17"], rel["18-49"], rel["50-66"], rel["67+"], rel["67+"]])[pop.cls]
    y.employed = (pop.u_employed < share) & (pop.k > 0)
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
    return y


def refund_of(L, y, elig, base):
    return (L["refund.claim_share"] * L["refund.rate"]
            * np.maximum(0.0, base - y.T * L["refund.threshold_factor"]) * elig)


def municipal_shares(pop, world, y, L):
    """Marginal and average municipal share of the cost of BPA at baseline hours (section 3)."""
    v, w = world.v, world.v["wage_share"]
    price = y.price * (1 + w * L["wage_uplift"])
    bpa = WEEKS * y.hours * price
    s, h0 = L["hour_grant.rate"], L["hour_grant.above_hours"]
    grant = s * WEEKS * price * np.maximum(0.0, y.hours - h0)
    rest = v["other_wage_share"] * y.other - (y.deduct if L["refund.deduct_intellectual"] else 0.0)
    base = w * (bpa - grant) + rest
    elig = (pop.age >= L["refund.min_age"]) & (pop.age <= L["refund.max_age"])
    above = (base > y.T * L["refund.threshold_factor"]) & elig
    marginal = ((1 - s * (y.hours > h0))
                * (1 - L["refund.salience"] * L["refund.rate"] * w * above))
    refund = refund_of(L, y, elig, base) - refund_of(L, y, elig, rest)
    return marginal, np.clip((bpa - grant - refund) / bpa, 0.0, 1.0), price, elig


def family(v, k, gap_grant, gap_break):
    """Relatives' hours and what they do to those who help, in one state of the year."""
    R = np.minimum(k * v["relative_cap"], v["fill_grant"] * gap_grant + v["fill_break"] * gap_break)
    r = R / k
    strain = np.maximum(0.0, r - v["r0"])
    lost = np.minimum(v["full_time_hours"],
                      v["work_slope_10"] * np.maximum(0.0, r - v["work_hours_low"])
                      + v["work_slope_20"] * np.maximum(0.0, r - v["work_hours_high"]))
    return (R, lost, np.minimum(v["exit_max"], v["exit_slope"] * strain),
            np.minimum(0.5, v["sick_slope"] * strain), strain)


def persons_year(pop, world, y, L, has, shares, null_shares):
    """What one model does to every person in one year: decisions, delivery, consequences, costs. Changes
    `has`. Returns columns over all persons, and over those with BPA where a name ends in `_in`."""
    v, t, n, i = world.v, y.t, y.n, y.i
    pi, avg, price, elig = shares
    pi0, avg0 = null_shares[:2]
    p, eta = L["p"], L["harmonisation"]
    low, top = v["coverage_min"], v["coverage_max"]

    # Coverage by who decides; the two are mixed while a state model is phased in.
    local = v["coverage_null"] + (1 - eta) * pop.u + pop.case
    cover = 0.0
    if p < 1:
        cover = (1 - p) * np.clip(local + v["price_response"] * (pi0 - pi)
                                  - v["budget_squeeze"] * i * pi, low, top)
    if p > 0:
        squeeze = v["state_squeeze"] * max(0, t - L["start_year"])  # the state's own share is 1 - pi
        cover = cover + p * np.clip(local + v["norm_shift"] + v["price_response"] * pi
                                    - squeeze * (1 - pi), low, top)

    # Awards and exits; persons' uniforms are the same under every model.
    awarded = np.zeros(0, int)
    if i > 0:
        pool = np.flatnonzero(~has)
        assessed = cover[pool] * pop.need[pool]
        rights = np.where(assessed >= L["rights.full_hours"], 1.0,
                          np.where(assessed >= L["rights.conditional_hours"],
                                   L["rights.conditional_factor"], L["rights.discretionary_factor"]))
        rights = np.where(pop.age[pool] > L["rights.max_age_new"], L["rights.over_age_factor"], rights)
        rights = np.where(pop.excluded[pool], rights * L["rights.excluded_factor"], rights)
        slope, be = v["municipal_award_slope"] * (1 - eta) * pop.u[pool], v["award_response"]
        a0, a = avg0[pool], avg[pool]
        hazard = 0.0
        if p < 1:
            hazard = (1 - p) * np.exp(slope + be * (a0 - a))
        if p > 0:
            hazard = hazard + p * np.exp(slope + be * (a0 - (1 - a)))
        awarded = pool[y.exp_award[pool] < v["award_rate"] * rights * hazard]
        has[has & (y.u_leave < v["exit_rate"])] = False
        has[awarded] = True

    months = np.where(y.rapid, L["fast_track_months"], L["processing_months"])
    f = has.astype(float)
    wait = np.minimum(12.0, months[awarded] * y.exp_wait[awarded])
    f[awarded] = 1 - wait / 12
    out_i = np.flatnonzero(f < 1)      # some or all of the year without BPA
    in_i = np.flatnonzero(has)         # some or all of the year with BPA

    # Granted hours follow need with a delay; a review at 18 may cut them for a year.
    c = cover[in_i]
    if i > 0 and not L["transition_guarantee"]:
        c = np.where(y.reviewed[in_i], np.clip(c * (1 - v["transition_cut"]), low, top), c)
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
    relieved = avg + L["offset_share"] * (avg0 - avg)
    trad = np.clip(v["traditional_coverage"] + pop.u - v["spillover"] * v["budget_squeeze"] * i * relieved,
                   low, 1.0) * pop.need
    trad_year = (1 - f) * trad

    # Three states of the year, stacked so that the nonlinear effects are computed once.
    brk = np.flatnonzero(x > 0)
    who = np.concatenate([out_i, in_i, in_i[brk]])
    weight = np.concatenate([1 - f[out_i], f_in * (1 - x), f_in[brk] * x[brk]])
    gap_in = np.maximum(0.0, need - g)
    gap_grant = np.concatenate([pop.need[out_i] - trad[out_i], gap_in, gap_in[brk]])
    gap_break = np.concatenate([np.zeros(len(out_i)), g * vacancy, g[brk]])
    gap = np.bincount(who, weight * (gap_grant + gap_break), n)
    full, k = v["full_time_hours"], pop.k
    with_k = np.flatnonzero(k[who] > 0)
    who, weight = who[with_k], weight[with_k]
    effects = family(v, k[who], gap_grant[with_k], gap_break[with_k])
    R, lost, exit_hazard, sick = (np.bincount(who, weight * e, n) for e in effects[:4])
    k_strain = (weight * k[who]) @ effects[4]
    U = gap - R

    exited = y.employed & (pop.u_exit < exit_hazard)
    at_work = y.employed & ~exited
    lost = np.where(exited, full, np.where(at_work, lost, 0.0))
    sick = np.where(at_work, sick, 0.0)
    allowance = (k > 0) & (R >= k * v["allowance_min_hours"]) & (pop.u_allowance < v["allowance_share"])
    leading = y.leads * (v["work_leader_hours"] * f)

    served = (D + trad_year) / pop.need - v["served_reference"]
    worker = y.worker[v["work_response"] * served[y.worker] > y.work_bar]
    students = np.count_nonzero(v["education_response"] * served[y.student] > y.study_bar)
    admissions = (v["admission_rate"] * np.exp(v["admission_response"] * U / pop.need)).sum()

    # Costs and the refund.
    bpa = WEEKS * D * price
    trad_cost = WEEKS * trad_year * y.price_trad
    other = y.other * (1 + v["other_services_relief"] * (1 - f))
    s, h0 = L["hour_grant.rate"], L["hour_grant.above_hours"]
    grant = np.zeros(n)
    if s > 0:
        grant[in_i] = s * WEEKS * price[in_i] * np.maximum(0.0, delivered - h0 * f_in)
    w = v["wage_share"]
    rest = (w * trad_cost + v["other_wage_share"] * other
            - (y.deduct if L["refund.deduct_intellectual"] else 0.0))
    refund = refund_of(L, y, elig, rest + w * (bpa - grant))
    refund_bpa = refund - refund_of(L, y, elig, rest)
    return SimpleNamespace(
        awarded=awarded, wait=wait, f_in=f_in, in_i=in_i, c_in=c, need_in=need, g_in=g, delivered_in=delivered,
        trad=trad, trad_year=trad_year, R=R, U=U, k_strain=k_strain, exited=exited, at_work=at_work, lost=lost,
        sick=sick, allowance=allowance, leading=leading, worker=worker, students=students,
        admissions=admissions, bpa=bpa, trad_cost=trad_cost, other=other, grant=grant, refund=refund,
        refund_bpa=refund_bpa)


def model_year(pop, world, y, L, has, shares, null_shares):
    """One model in one year: what it does to persons, and the money. Returns outcomes."""
    x = persons_year(pop, world, y, L, has, shares, null_shares)
    v, t, n, price = world.v, y.t, y.n, shares[2]
    k, full = pop.k, v["full_time_hours"]
    (awarded, wait, f_in, in_i, c, need, g, delivered, trad, trad_year, R, U, k_strain, exited, at_work, lost,
     sick, allowance, leading, worker, students, admissions, bpa, trad_cost, other, grant, refund,
     refund_bpa) = vars(x).values()

    # Municipal accounts by unit.
    W = y.W
    copay, adm_m, adm_s = (L[x] * W for x in ("copayment", "admin.municipal", "admin.state"))
    pay = WEEKS * v["allowance_hours"] * v["allowance_pay"] * W
    per_recipient = (adm_m - copay) * has
    net_bpa = bpa - grant - refund_bpa + per_recipient
    net = bpa - grant - refund + per_recipient + trad_cost + other + pay * allowance
    phase = L["phase_in_years"]
    intro = 1.0 if L["start_year"] <= t < L["start_year"] + phase else 0.0
    intro_m, intro_s = (intro * L[x] / phase * W for x in ("one_off.municipal", "one_off.state"))
    inhabitants = pop.units.inhabitants
    unit_net = np.bincount(pop.unit, net, pop.n_units) + intro_m * inhabitants / inhabitants.sum()
    unit_bpa = np.bincount(pop.unit, net_bpa, pop.n_units)

    # The ledger: (item, payer) -> amount; cost positive, seen from the payer.
    n_rec, total = len(in_i), lambda a: float(a.sum())
    tax, on_cost = v["income_tax_marginal"], v["employer_on_cost"]
    wage = WEEKS * v["average_hourly_wage"] * W
    k_lost = k * lost
    work, work_tax = wage * k_lost.sum(), wage * (k_lost @ pop.tax)
    sick_hours = k @ (sick * (full - lost))
    sick_pay, share = wage * sick_hours, v["sick_pay_state_share"]
    E, b, n_work = y.E, y.benefit, len(worker)
    user_tax = E * pop.tax[worker].sum()
    allow = pay * np.count_nonzero(allowance)
    time_hours = WEEKS * (np.maximum(0.0, R - k_lost).sum() + leading.sum())
    ref, hgrant = total(refund), total(grant)
    bpa_sum, trad_sum, other_sum, admin = total(bpa), total(trad_cost), total(other), (adm_m + adm_s) * n_rec
    led = {
        ("bpa", "municipality"): bpa_sum, ("traditional", "municipality"): trad_sum,
        ("other", "municipality"): other_sum,
        ("refund", "municipality"): -ref, ("refund", "state"): ref,
        ("hour_grant", "municipality"): -hgrant, ("hour_grant", "state"): hgrant,
        ("copayment", "municipality"): -copay * n_rec, ("copayment", "users"): copay * n_rec,
        ("administration", "municipality"): adm_m * n_rec, ("administration", "state"): adm_s * n_rec,
        ("introduction", "municipality"): intro_m, ("introduction", "state"): intro_s,
        ("care_allowance", "municipality"): allow, ("care_allowance", "state"): -tax * allow,
        ("care_allowance", "relatives"): -(1 - tax) * allow,
        ("lost_work", "state"): tax * work + work_tax,
        ("lost_work", "relatives"): (1 - tax + on_cost) * work - work_tax,
        ("sick_leave", "state"): share * sick_pay,
        ("sick_leave", "employers"): (1 - share + on_cost) * sick_pay,
        ("time", "relatives"): time_hours * v["value_of_time"] * W,
        ("health", "relatives"): v["qaly_loss"] * k_strain * v["qaly_value"] * W,
        ("health_services", "state"): v["carer_health_cost"] * k_strain * W,
        ("admissions", "state"): admissions * v["admission_cost"] * W,
        ("unmet_need", "users"): WEEKS * U.sum() * v["unmet_value"] * W,
        ("user_work", "state"): -(n_work * (tax * (E - b) + b) + user_tax),
        ("user_work", "users"): -(n_work * ((1 - tax) * (E - b) + on_cost * E) - user_tax),
    }
    resources = (bpa_sum + trad_sum + other_sum + admin + intro_m + intro_s
                 + (1 + on_cost) * (work + sick_pay - n_work * E) + sum(led[key] for key in [
                     ("admissions", "state"), ("health_services", "state"), ("time", "relatives"),
                     ("health", "relatives"), ("unmet_need", "users")]))

    # Equity over recipients' coverage.
    n_u = np.bincount(pop.unit[in_i], minlength=pop.n_units)
    mean_u, mean_c = np.bincount(pop.unit[in_i], c, pop.n_units) / np.maximum(n_u, 1), c.mean()
    ssb = n_u @ (mean_u - mean_c) ** 2
    sst = ((c - mean_c) ** 2).sum()
    groups = np.count_nonzero(n_u)
    within = (sst - ssb) / (n_rec - groups)
    cs = np.sort(c)
    p10, p90 = np.interp([0.1 * (n_rec - 1), 0.9 * (n_rec - 1)], np.arange(n_rec), cs)
    gini = 2 * (np.arange(1, n_rec + 1) @ cs) / (n_rec * cs.sum()) - (n_rec + 1) / n_rec

    pool_i = np.flatnonzero(~has)
    granted, needed, given = g.sum(), need.sum(), delivered.sum()
    o = {
        "recipients": n_rec, "pool": n - n_rec, "awards": len(awarded), "coverage": granted / needed,
        "need_hours": WEEKS * needed, "granted_hours": WEEKS * granted,
        "delivered_hours": WEEKS * given, "lost_hours": WEEKS * (f_in @ g - given),
        "refund_persons": np.count_nonzero(refund > 0), "unmet_hours": WEEKS * U.sum(),
        "relatives_hours": WEEKS * R.sum(), "relatives_leading_hours": WEEKS * leading.sum(),
        "relatives_lost_fte": k_lost.sum() / full, "relatives_sick_fte": sick_hours / full,
        "relatives_exits": k @ exited, "relatives_employed_share": (k @ at_work) / k.sum(),
        "users_employed": n_work, "users_employed_share": n_work / len(y.worker),
        "users_fte": n_work * v["user_fte"], "users_in_education": students, "admissions": admissions,
        "health_personnel_fte": trad_year.sum() * v["health_personnel_share"] / full,
        "waiting_months": wait.mean() if len(wait) else np.nan,
        "coverage_sd_between_units": np.sqrt(ssb / n_rec), "coverage_p90_p10": p90 / p10,
        "coverage_gini": gini, "coverage_unit_share": max(0.0, (ssb - (groups - 1) * within) / sst),
        "pool_coverage": trad[pool_i].sum() / pop.need[pool_i].sum(),
        "pool_relatives_hours": WEEKS * R[pool_i].sum(),
        "bpa_cost": bpa_sum, "traditional_cost": trad_sum, "other_cost": other_sum, "refund": ref,
        "refund_bpa": total(refund_bpa), "hour_grant": hgrant, "copayment": copay * n_rec,
        "administration": admin, "introduction": intro_m + intro_s, "care_allowance": allow,
        "municipality_net_bpa": total(net_bpa),
        # for the table of targets
        "recipients_67plus": np.count_nonzero(pop.age[in_i] >= 67),
        "recipients_bpa_only": np.count_nonzero(pop.other[in_i] == 0),
        "recipients_bpa_only_refund": np.count_nonzero((pop.other[in_i] == 0) & (refund[in_i] > 0)),
        "saving_against_traditional": WEEKS * (delivered @ (y.price_trad - price)[in_i]),
    }
    return o, led, unit_net, unit_bpa, resources


# ---------------------------------------------------------------- a draw

PAYERS = ["municipality", "state", "relatives", "users", "employers"]
RATIOS = {"coverage", "relatives_employed_share", "users_employed_share", "waiting_months",
          "coverage_sd_between_units", "coverage_p90_p10", "coverage_gini", "coverage_unit_share",
          "pool_coverage"}
MONEY = ["bpa_cost", "traditional_cost", "other_cost", "refund", "refund_bpa", "hour_grant",
         "copayment", "administration", "introduction", "care_allowance", "municipality_net_bpa",
         "withdrawal", "municipality_net", "municipality_net_before_withdrawal",
         "municipality_net_cash", "state_net", "state_net_cash", "relatives_cost", "users_net",
         "employers_net", "public_net", "society_cost", "saving_against_traditional"]


def simulate(world, units, models, rng, check):
    """All models on one world. Returns {outcome: array[model, year]}, volatility, person-years."""
    pop = Population(world, units, rng)
    names, H, M = list(models), world.years, len(models)
    null = Levers(models["zero"], world)
    levers = [null] + [Levers(models[m], world, null) for m in names[1:]]
    rows = [[None] * H for _ in names]
    unit_net, unit_bpa = np.zeros((2, M, H, pop.n_units))
    has = np.zeros((M, len(pop.age)), bool)
    has[:, : pop.n_start] = True
    person_years = 0
    for i in range(H):
        t = world.base + i
        if i:
            alive, new = pop.turn_year(), pop.arrive(t)
            has = np.concatenate([has[:, alive], np.zeros((M, new), bool)], axis=1)
        y = common_year(pop, world, t)
        shares0 = municipal_shares(pop, world, y, null.at(t))
        person_years += y.n * M
        for m, lever in enumerate(levers):
            if m and lever.share(t) == 0:  # before its start a model is the zero alternative
                has[m], rows[m][i] = has[0], rows[0][i]
                unit_net[m, i], unit_bpa[m, i] = unit_net[0, i], unit_bpa[0, i]
                continue
            L = lever.at(t)
            o, led, unit_net[m, i], unit_bpa[m, i], real = model_year(
                pop, world, y, L, has[m], municipal_shares(pop, world, y, L) if m else shares0, shares0)
            if check:
                assert abs(sum(led.values()) - real) < 1e-3, (names[m], t, sum(led.values()), real)
                mun = sum(a for (_, payer), a in led.items() if payer == "municipality")
                assert abs(mun - unit_net[m, i].sum()) < 1e-3, (names[m], t)
            rows[m][i] = (o, led)

    # Withdrawal from the block grant needs the whole path of the zero alternative (section 7).
    withdrawal = np.zeros_like(unit_net)
    for m, lever in enumerate(levers):
        x = lever.x
        if m == 0 or not x["offset_share"]:
            continue
        delta = unit_bpa[0] - unit_bpa[m]
        full = lever.start + lever.phase - 1 - world.base
        if x["offset_basis"] == "fixed" and full >= H:
            raise SystemExit(f"{names[m]}: full effect lies beyond the horizon")
        for i in range(max(0, lever.start - world.base), H):
            t = world.base + i
            a = (delta[full] * lever.share(t) * world.W[t] / world.W[world.base + full]
                 if x["offset_basis"] == "fixed" else delta[i])
            if x["offset_by"] == "population":
                weight = units.inhabitants * np.nan_to_num(units.need_index, nan=1.0)
                a = a.sum() * weight / weight.sum()
            withdrawal[m, i] = x["offset_share"] * a

    res = {key: np.array([[rows[m][i][0][key] for i in range(H)] for m in range(M)], float)
           for key in rows[0][0][0]}
    payer = {p: np.zeros((M, H)) for p in PAYERS}
    for key in rows[0][0][1]:
        a = np.array([[rows[m][i][1][key] for i in range(H)] for m in range(M)])
        res["ledger.%s.%s" % key] = a
        payer[key[1]] += a
    out = withdrawal.sum(axis=2)
    res["withdrawal"] = out
    res["ledger.withdrawal.municipality"], res["ledger.withdrawal.state"] = out, -out
    paid = np.zeros((M, H))                      # refunds as they are paid, opening claim 0
    for m, lever in enumerate(levers):
        for i in range(H):
            lag = int((lever.x if lever.share(world.base + i) else lever.null)["refund.lag_years"])
            if i + lag < H:
                paid[m, i + lag] += res["refund"][m, i]
    mun, state = payer["municipality"], payer["state"]
    res["municipality_net_before_withdrawal"] = mun
    res["municipality_net"], res["state_net"] = mun + out, state - out
    res["municipality_net_cash"] = mun + out + res["refund"] - paid
    res["state_net_cash"] = state - out - res["refund"] + paid
    for key in ("relatives_cost", "users_net", "employers_net"):
        res[key] = payer[key.split("_")[0]]
    res["public_net"] = mun + state
    res["society_cost"] = sum(payer.values()) + world.v["tax_cost"] * (mun + state)

    per_head = (unit_net + withdrawal) * world.to_fixed[None, :, None] / units.inhabitants
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
            money = key in MONEY or key.startswith("ledger.")
            views = [("nominal", x), ("fixed", fixed)] if money else [("count", x)]
            for basis, a in views:
                for i in range(x.shape[2]):
                    put(key, basis, a[:, :, i], base + i)
                if key not in RATIOS:
                    put(key, basis, a.sum(axis=2), "total")
            if money:
                put(key, "present_value", fixed @ df, "total")
        for key, x in volatility.items():
            put(key, "fixed", x, "total")


def print_targets(results):
    x = {k: a[:, 0, :] for k, a in results.items()}
    years = x["recipients"].shape[1]
    at = lambda key, i: x[key][:, i]
    week = lambda i: at("granted_hours", i) / WEEKS / at("recipients", i)
    rows = [("recipients 2024", at("recipients", 0), "4450"),
            ("mean granted hours a week 2024", week(0), "40.6 +- 4"),
            ("BPA-only recipients with refund, %",
             100 * at("recipients_bpa_only_refund", 0) / at("recipients_bpa_only", 0), "<= 5"),
            ("saving against traditional 2024, bn", at("saving_against_traditional", 0) / 1e9,
             "median >= 1.5"),
            ("BPA cost 2024, bn", at("bpa_cost", 0) / 1e9, "4.2-5.6")]
    if years > 10:
        growth = lambda a, b, n: 100 * ((b / a) ** (1 / n) - 1)
        rows += [("growth of hours per recipient 2024-31, %", growth(week(0), week(7), 7), "0-3.2"),
                 ("growth of recipients 2024-34, %",
                  growth(at("recipients", 0), at("recipients", 10), 10), "3.6 +- 0.4"),
                 ("67 or older among recipients 2034, %",
                  100 * at("recipients_67plus", 10) / at("recipients", 10), "6-16")]
    print(f"{'target (zero alternative)':<42}{'mean':>9}{'median':>9}{'sd':>9}  wanted")
    for label, a, wanted in rows:
        print(f"{label:<42}{a.mean():>9.3f}{np.median(a):>9.3f}{a.std():>9.3f}  {wanted}")


def main():
    here = Path(__file__).resolve().parents[2] / "scenarios"
    arg = argparse.ArgumentParser()
    for option, kind, default in (("--draws", int, 20), ("--seed", int, 1), ("--years", int, 20),
                                  ("--models", str, "zero,A,B"), ("--scenario", Path, here)):
        arg.add_argument(option, type=kind, default=default)
    arg.add_argument("--out")
    arg.add_argument("--expected", action="store_true")
    arg.add_argument("--targets", action="store_true")
    arg.add_argument("--check", action="store_true", help="assert the ledger identity everywhere")
    a = arg.parse_args()

    parameters = read_toml(a.scenario / "parameters.toml")["parameters"]
    models = read_models(a.scenario, a.models.split(","))
    base = read_toml(a.scenario / "national.toml")["scenario"]["base_year"]
    units = read_units(a.scenario / "data" / "municipalities.csv")
    seeds = lambda *key: np.random.Generator(np.random.PCG64(np.random.SeedSequence([a.seed, *key])))
    drawn = draw_all(parameters, a.draws, None if a.expected else seeds(0))

    results, volatility, to_fixed, person_years = {}, {}, [], 0
    for d in range(a.draws):
        world = World(parameters, drawn, d, base, a.years, units)
        res, vol, n = simulate(world, units, models, seeds(1, d), a.check)
        person_years += n
        to_fixed.append(world.to_fixed)
        for store, got in ((results, res), (volatility, vol)):
            for key, x in got.items():
                store.setdefault(key, np.empty((a.draws,) + x.shape))[d] = x
    to_fixed = np.array(to_fixed)
    if a.out:
        write_summary(a.out, list(models), world.base, results, volatility, to_fixed,
                      discount_factors(world.v, a.years))
    if a.targets:
        print_targets(results)
    seconds = time.perf_counter() - START
    print(f"{a.draws} draws, {len(models)} models, {a.years} years: {person_years} person-years x models "
          f"in {seconds:.2f} s = {person_years / seconds / 1e6:.3f} million a second")


if __name__ == "__main__":
    main()
