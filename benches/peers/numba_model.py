"""The model of numpy_model.py with all that is done to every person in a year as loops over persons compiled by Numba:
one pass over memory instead of one for every operation, sums instead of columns. Placement, the drawing of random numbers,
ledger and outcomes are those of numpy_model.py. Compiled code is cached beside this file, in __pycache__, so that only
the first run compiles."""

import math
from collections import namedtuple
from types import SimpleNamespace

import numba
import numpy as np

import numpy_model as model
from numpy_model import HOUR_CLASSES, WEEKS

PARAMETERS = """coverage_null coverage_min coverage_max price_response budget_squeeze state_squeeze norm_shift
    municipal_award_slope award_response squeeze_admission exit_rate transition_cut traditional_coverage spillover
    staffed_home_coverage staffed_home_cost fill_grant fill_break relative_cap r0 exit_slope exit_max work_slope_10
    work_slope_20 work_hours_low work_hours_high sick_slope full_time_hours work_leader_hours allowance_min_hours
    allowance_share work_response education_response served_reference admission_rate admission_response wage_share
    other_wage_share other_services_relief break_weeks arena_gain need_max rapid_death mortality_improvement
    bpa_hour_cost relative_cost need_persistence need_sd need_trend latent_persistence""".split()
LEVERS = {name: name.replace(".", "_") for name in """p own_years norm_kept norm_drift.now admission_drift.now mean_kept
    harmonisation rights.full_hours rights.conditional_hours rights.conditional_factor rights.discretionary_factor
    rights.max_age_new rights.over_age_factor rights.excluded_factor fast_track_months processing_months
    transition_guarantee offset_share hour_grant.rate hour_grant.above_hours refund.rate refund.claim_share
    refund.salience refund.min_age refund.max_age refund.deduct_intellectual""".split()}
Theta = namedtuple("Theta", PARAMETERS)
Terms = namedtuple("Terms", [*LEVERS.values(), "state", "all", "threshold", "uplifted", "vacancy", "breaks", "recipient",
                             "allowance", "school", "work", "leisure"])
SUMS = """recipients awards wait exits deaths leaves granted need delivered running trad pool_trad pool_need squeeze
    refunded unmet care pool_care leading baseline lost lost_tax sick time strain relatives out at_work allowances works
    workers works_tax studies admissions bpa trad_cost other grant refund refund_in refund_bpa saved_m saved_s arenas only
    only_refunded saving""".split()


def compiled(function):
    return numba.njit(function, cache=True, error_model="numpy")


@compiled
def clip(x, low, high):
    return min(max(x, low), high)


@compiled
def refund(L, base, age):
    if age < L.refund_min_age or age > L.refund_max_age:
        return 0.0
    return L.refund_claim_share * L.refund_rate * max(0.0, base - L.threshold)


@compiled
def shares(V, L, hours, price, other, deduct, age, without):
    """Marginal and average municipal share at baseline hours."""
    price *= L.uplifted
    bpa = WEEKS * hours * price
    s, h0 = L.hour_grant_rate, L.hour_grant_above_hours
    grant = s * WEEKS * price * max(0.0, hours - h0)
    rest = V.other_wage_share * other - deduct * L.refund_deduct_intellectual
    base = V.wage_share * (bpa - grant) + rest
    due = refund(L, base, age) - (refund(L, rest, age) if L.all > 0 else without)
    pi = 1 - s if hours > h0 else 1.0
    if base > L.threshold and age >= L.refund_min_age and age <= L.refund_max_age:
        pi *= 1 - L.refund_salience * L.refund_rate * V.wage_share
    return pi, clip((bpa - grant - due) / bpa, 0.0, 1.0)


@compiled
def assess(V, L, i, u, case, pi0, avg0, pi, avg):
    """Squeeze, coverage and log of ease by one decider."""
    n = L.own_years
    if L.state > 0:
        Q = V.budget_squeeze * (i - n) * pi0 + V.state_squeeze * n * (1 - pi)
        move, relief = V.norm_shift + V.price_response * pi, avg0 - (1 - avg)
    else:
        Q = V.budget_squeeze * (i * pi0 + n * (pi - pi0))
        move, relief = V.price_response * (pi0 - pi), avg0 - avg
    evened = (1 - L.harmonisation) * u
    c = clip(V.coverage_null + L.norm_kept + L.norm_drift_now + evened + case + move - Q, V.coverage_min,
             V.coverage_max + max(0.0, L.norm_drift_now))
    return Q, c, (V.municipal_award_slope * evened + V.award_response * relief - V.squeeze_admission * Q
                  + (L.admission_drift_now - L.mean_kept))


@compiled
def hazard_of(L, openness, c, need, age, excluded, ease):
    hours = c * need
    right = (1.0 if hours >= L.rights_full_hours else L.rights_conditional_factor if hours >= L.rights_conditional_hours
             else L.rights_discretionary_factor)
    if age > L.rights_max_age_new:
        right = L.rights_over_age_factor
    if excluded:
        right *= L.rights_excluded_factor
    return openness * right * math.exp(ease)


@compiled
def lost_hours(V, care):
    return min(V.full_time_hours, V.work_slope_10 * max(0.0, care - V.work_hours_low)
               + V.work_slope_20 * max(0.0, care - V.work_hours_high))


@compiled
def common_loop(V, age, need, b, scale, condition, intellectual, rapid, other, k, u_employed, capable, housing, z, edu,
                u_leaves, W, deduction, deduction_from, open_now, improved, class_of, award_ratio, care_of, employment,
                multiplier, institution, makeham, work_base, study_base):
    n = len(age)
    cls = np.empty(n, np.int64)
    hours, price, other_now, deduct, openness, m, work_bar, study_bar = np.empty((8, n))
    staffed, employed, leads, leaves, died = np.zeros((5, n), np.bool_)
    A, B, gamma = makeham
    for j in range(n):
        a = age[j]
        c = cls[j] = class_of[a]
        hours[j] = b[j] * need[j]
        price[j] = V.bpa_hour_cost * W * scale[j]
        other_now[j] = other[j] * W
        deduct[j] = deduction if condition[j] == intellectual and a >= deduction_from else 0.0
        openness[j] = award_ratio[c] * open_now
        staffed[j] = housing[j] and a >= 18
        m[j] = care_of[c]
        employed[j] = k[j] > 0 and u_employed[j] < employment[c]
        leads[j] = k[j] > 0 and (a < 18 or condition[j] == intellectual)
        # Phi(z) < logistic(x) is x > logit(Phi(z)): the threshold is the same for all models.
        work_bar[j] = study_bar[j] = np.inf
        if capable[j] and a >= 18 and a <= 66:
            below, above = math.erfc(-z[j] * math.sqrt(0.5)), math.erfc(z[j] * math.sqrt(0.5))
            work_bar[j] = math.log(below / above) - work_base[0 if a < 25 else 1 if a < 50 else 2]
        if a >= 18 and a <= 25:
            study_bar[j] = edu[j] - study_base
        q = 1 - math.exp(-multiplier[c] * (A + B * math.exp(gamma * a)) * improved)
        if condition[j] == rapid:
            q = max(q, V.rapid_death)
        leaves[j] = u_leaves[j] < q + (1 - q) * institution[c]
        died[j] = u_leaves[j] < q
    return cls, hours, price, other_now, deduct, openness, m, work_bar, study_bar, staffed, employed, leads, leaves, died


def common_year(pop, world, t):
    v, rng, i = world.v, pop.rng, t - world.base
    n = len(pop.age)
    y = SimpleNamespace(t=t, i=i, n=n, W=world.W[t], T=world.T[i])
    y.exp_award, y.exp_wait, y.exp_break, y.exp_weeks = rng.standard_exponential((4, n))
    y.u_leave, u_leaves = rng.random((2, n))
    reviewed = np.flatnonzero(pop.age == 18)
    y.reviewed = np.zeros(n, bool)
    y.reviewed[reviewed] = rng.random(len(reviewed)) < v["transition_review"]
    if i == 0:
        world.theta = Theta(*(float(v[name]) for name in PARAMETERS))
    base, m = v["user_employment_base"], v["mortality_base"]
    (pop.cls, y.hours, y.price, y.other, y.deduct, y.openness, y.m, y.work_bar, y.study_bar, y.staffed, y.employed,
     y.leads, y.leaves, y.died) = common_loop(
        world.theta, pop.age, pop.need, pop.b, pop.scale, pop.condition, model.INTELLECTUAL, model.RAPID, pop.other,
        pop.k, pop.u_employed, pop.capable, pop.housing, pop.z, pop.edu, u_leaves, y.W, float(world.deduction[i]),
        float(v["refund.deduction_min_age"]), world.a0 * world.penetration[i] * world.award_shock[i],
        math.exp(-v["mortality_improvement"] * i), CLASS_OF, world.award_ratio, world.care, world.employment,
        world.mortality_multiplier, world.institution_rate, (m["A"], m["B"], m["gamma"]),
        tuple(float(model.logit(base[c])) for c in ("18-24", "25-49", "50-66")), float(model.logit(v["education_base"])))
    E = v["user_fte"] * v["full_time_hours"] * WEEKS * v["user_wage"] * y.W
    y.E, y.benefit = E, min(v["disability_benefit"] * y.W, v["benefit_reduction"] * max(
        0.0, E - v["benefit_free_amount"] * world.G[i]))
    return y


CLASS_OF = np.searchsorted(model.CLASS_FROM, np.arange(200), "right") - 1


def terms(world, y, L):
    v = world.v
    vacancy = min(0.9, (v["vacancy"] + v["vacancy_trend"] * y.i) * L["vacancy_factor"]
                  * math.exp(-v["vacancy_wage_response"] * L["wage_uplift"]))
    price, hours = v["arena_price"], {a: v["arena_share"][a] * v["arena_hours"][a] for a in model.ARENAS}
    arena = lambda a: (hours[a], price[a] * y.W) if a in L["arenas"] else (0.0, 0.0)
    return Terms(*(float(L[name]) for name in LEVERS), float(L["decided_by"] == "state"),
                 float(L["refund.scope"] == "all"), y.T * L["refund.threshold_factor"],
                 1 + v["wage_share"] * L["wage_uplift"], vacancy, v["break_rate"] * L["break_factor"],
                 (L["admin.municipal"] - L["copayment"]) * y.W,
                 WEEKS * v["allowance_hours"] * v["allowance_pay"] * y.W, *map(arena, model.ARENAS))


@compiled
def zero_loop(V, L0, hours, price, other, deduct, age):
    n = len(hours)
    pi0, avg0, without0 = np.empty((3, n))
    for j in range(n):
        without0[j] = refund(L0, V.other_wage_share * other[j] - deduct[j] * L0.refund_deduct_intellectual, age[j])
        pi0[j], avg0[j] = shares(V, L0, hours[j], price[j], other[j], deduct[j], age[j], without0[j])
    return pi0, avg0, without0


def municipal_shares(pop, world, y, L, zero):
    """Of the zero alternative as columns; a model's own are worked out person by person where they are used."""
    own = SimpleNamespace(terms=terms(world, y, L))
    if zero is None:
        own.pi, own.avg, own.without = zero_loop(world.theta, own.terms, y.hours, y.price, y.other, y.deduct, pop.age)
    return own


@compiled
def year_loop(V, L, L0, F, phasing, i, W, is_zero, persons, year, zero, has, n_units):
    """A model's year for all persons: changes `has`, returns sums."""
    (unit, age, u_unit, case, need, need_before, k, u_exit, u_allowance, other_base, excluded, scale, tax, cls,
     rapid) = persons
    (hours, price_of, other_of, deduct, openness, m_of, work_bar, study_bar, staffed_of, employed_of, leads, leaves, died,
     exp_award, exp_wait, exp_break, exp_weeks, u_leave, reviewed) = year
    pi0_of, avg0_of, without_of = zero
    n = len(has)
    unit_net, unit_bpa = np.zeros((2, n_units))
    coverage, unit_in = np.empty(n), np.empty(n, np.int64)
    by_class, by_hours = np.zeros(5), np.zeros(6)
    recipients, awards, exits = 0, 0, 0
    deaths, moved, refunded, allowances, works, workers, studies, only_n, only_refunded = 0, 0, 0, 0, 0, 0, 0, 0, 0
    wait_sum, granted, need_sum, given, running, trad_sum, pool_trad, pool_need = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    squeeze, unmet, care, pool_care, leading, baseline, lost_sum, lost_tax = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    sick_sum, time, strain_sum, relatives, out, at_work, works_tax, admissions = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    bpa_sum, trad_cost_sum, other_sum, grant_sum, refund_sum, refund_in = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    refund_bpa_sum, saved_m, saved_s, arena_sum, saving = 0.0, 0.0, 0.0, 0.0, 0.0
    arenas = L.school[0] + L.work[0] + L.leisure[0] > 0
    trad_squeeze = V.spillover * V.budget_squeeze
    fast, slow = min(1.0, L.fast_track_months / 12), min(1.0, L.processing_months / 12)
    no_need = V.coverage_min
    for j in range(n):
        a, N, u, pi0, avg0 = age[j], need[j], u_unit[j], pi0_of[j], avg0_of[j]
        if is_zero:
            pi, avg = pi0, avg0
        else:
            pi, avg = shares(V, L, hours[j], price_of[j], other_of[j], deduct[j], a, without_of[j])
        # Coverage and ease of award by who decides; they are mixed while a state model is phased in.
        had = has[j]
        hazard = 0.0
        if phasing:
            pi1, avg1 = shares(V, F, hours[j], price_of[j], other_of[j], deduct[j], a, without_of[j])
            Q1, c1, ease1 = assess(V, F, i, u, case[j], pi0, avg0, pi1, avg1)
            Q0, c0, ease0 = assess(V, L0, i, u, case[j], pi0, avg0, pi0, avg0)
            Q, c = L.p * Q1 + (1 - L.p) * Q0, L.p * c1 + (1 - L.p) * c0
            if i > 0 and not had:
                hazard = (L.p * hazard_of(F, openness[j], c1, N, a, excluded[j], ease1)
                          + (1 - L.p) * hazard_of(L0, openness[j], c0, N, a, excluded[j], ease0))
        else:
            Q, c, ease = assess(V, L, i, u, case[j], pi0, avg0, pi, avg)
            if i > 0 and not had:
                hazard = hazard_of(L, openness[j], c, N, a, excluded[j], ease)
        f, x, g, D = 0.0, 0.0, 0.0, 0.0
        awarded = exp_award[j] < hazard
        if had and i > 0 and u_leave[j] < V.exit_rate:
            has[j] = False
            exits += 1
        elif awarded:
            has[j] = True
        mine = has[j]
        if mine:
            f = 1.0
            if awarded:
                wait = min(12.0, (L.fast_track_months if rapid[j] else L.processing_months) * exp_wait[j])
                wait_sum += wait
                awards += 1
                f = 1 - wait / 12
            if i > 0 and reviewed[j] and L.transition_guarantee == 0:
                c = max(no_need, c * (1 - V.transition_cut))
            lag = fast if rapid[j] else slow
            g = c * ((1 - lag) * N + lag * need_before[j])
            if exp_break[j] < L.breaks:
                x = min(WEEKS, V.break_weeks * exp_weeks[j]) / WEEKS
            D = f * (1 - x) * g * (1 - L.vacancy)
            coverage[recipients], unit_in[recipients] = c, unit[j]
            recipients += 1
            granted += g
            need_sum += N
            given += D
            running += f * g
            squeeze += Q
            deaths += died[j]
            moved += leaves[j]
            by_class[cls[j]] += 1
            by_hours[0 if g < 2 else 1 if g < 5 else 2 if g < 10 else 3 if g < 15 else 4 if g < 35.5 else 5] += 1
        relieved = avg + L.offset_share * (avg0 - avg)
        pressed = i * avg0 + L.own_years * (relieved - avg0)
        h_trad = clip(V.traditional_coverage + u - trad_squeeze * pressed, no_need, 1.0) * N
        if staffed_of[j]:
            h_trad = max(h_trad, V.staffed_home_coverage * N)
        trad = (1 - f) * h_trad
        trad_sum += trad

        # Three states of the year: without BPA, with it, and in a break.
        kj, m = k[j], m_of[j]
        R, lost, hazard, sick, strain = 0.0, 0.0, 0.0, 0.0, 0.0
        short = max(0.0, N - g)
        gaps = (1 - f) * (N - h_trad) + f * (short + g * ((1 - x) * L.vacancy + x))
        if kj > 0:
            cap = kj * max(0.0, V.relative_cap - m)
            lost_before, over_before = lost_hours(V, m), max(0.0, m - V.r0)
            exit_before = min(V.exit_max, V.exit_slope * over_before)
            sick_before = min(0.5, V.sick_slope * over_before)
            for state in range(3):
                if state == 0:
                    weight, gap_grant, gap_break = 1 - f, N - h_trad, 0.0
                elif state == 1:
                    weight, gap_grant, gap_break = f * (1 - x), short, g * L.vacancy
                else:
                    weight, gap_grant, gap_break = f * x, short, g
                if weight == 0.0:
                    continue
                hours_state = min(cap, V.fill_grant * gap_grant + V.fill_break * gap_break)
                all_care = m + hours_state / kj
                over = max(0.0, all_care - V.r0)
                R += weight * hours_state
                lost += weight * (lost_hours(V, all_care) - lost_before)
                hazard += weight * (min(V.exit_max, V.exit_slope * over) - exit_before)
                sick += weight * (min(0.5, V.sick_slope * over) - sick_before)
                strain += weight * (over - over_before)
            relatives += kj
            baseline += kj * m
            strain_sum += kj * strain
        U = gaps - R
        k_lost = 0.0
        if employed_of[j]:
            if u_exit[j] < hazard:
                out += kj
                k_lost = kj * V.full_time_hours
            else:
                at_work += kj
                k_lost = kj * lost
                sick_sum += kj * sick * (V.full_time_hours - lost)
            lost_sum += k_lost
            lost_tax += k_lost * tax[j]
        allowance = 0.0
        if kj > 0 and kj * m + R >= kj * V.allowance_min_hours and u_allowance[j] < V.allowance_share:
            allowance = L.allowance
            allowances += 1
        leading += leads[j] * V.work_leader_hours * f
        time += max(0.0, R - k_lost)
        unmet += U
        care += R
        served = (D + trad) / N - V.served_reference
        working = False
        if work_bar[j] < np.inf:
            workers += 1
            if V.work_response * served > work_bar[j]:
                working = True
                works += 1
                works_tax += tax[j]
        if V.education_response * served > study_bar[j]:
            studies += 1
        admissions += V.admission_rate * math.exp(V.admission_response * U / N)

        # Costs and the refund.
        price, price_trad = price_of[j] * L.uplifted, price_of[j] / V.relative_cost
        bpa, grant, own_saved, q = 0.0, 0.0, 0.0, 0.0
        if mine:
            if arenas:
                school = L.school[0] if a >= 6 and a <= 18 else 0.0
                work = L.work[0] if working else 0.0
                leisure = L.leisure[0] if a >= 6 and a <= 66 else 0.0
                q = f * (1 - V.arena_gain) * (school + work + leisure)
                own_saved = WEEKS * f * scale[j] * (school * L.school[1] + leisure * L.leisure[1])
                saved_m += own_saved
                saved_s += WEEKS * f * scale[j] * work * L.work[1]
                arena_sum += q
            bpa = WEEKS * (D + q) * price
            if L.hour_grant_rate > 0:
                grant = L.hour_grant_rate * WEEKS * price * max(0.0, D + q - L.hour_grant_above_hours * f)
            saving += WEEKS * D * (price_trad - price)
        trad_cost = (1 - f) * V.staffed_home_cost * W * scale[j] if staffed_of[j] else WEEKS * trad * price_trad
        others = other_of[j] * (1 + V.other_services_relief * (1 - f))
        rest = V.wage_share * trad_cost + V.other_wage_share * others
        due_bpa = 0.0
        if mine:
            rest -= deduct[j] * L.refund_deduct_intellectual
            due = refund(L, rest + V.wage_share * (bpa - grant), a)
            if due > 0:
                due_bpa = due - refund(L, rest, a)
            refund_in += due
            refund_bpa_sum += due_bpa
            if other_base[j] == 0:
                only_n += 1
                only_refunded += due > 0
        else:
            due = (refund(L, rest - deduct[j] * L.refund_deduct_intellectual, a) if L.all > 0
                   else refund(L0, rest - deduct[j] * L0.refund_deduct_intellectual, a))
            pool_trad += h_trad
            pool_need += N
            pool_care += R
        refunded += due > 0
        bpa_sum += bpa
        grant_sum += grant
        trad_cost_sum += trad_cost
        other_sum += others
        refund_sum += due
        own = bpa - grant - own_saved + (L.recipient if mine else 0.0)
        unit_bpa[unit[j]] += own - due_bpa
        unit_net[unit[j]] += own - due + trad_cost + others + allowance
    sums = np.array([
        recipients, awards, wait_sum, exits, deaths, moved, granted, need_sum, given, running, trad_sum, pool_trad,
        pool_need, squeeze, refunded, unmet, care, pool_care, leading, baseline, lost_sum, lost_tax, sick_sum, time,
        strain_sum, relatives, out, at_work, allowances, works, workers, works_tax, studies, admissions, bpa_sum,
        trad_cost_sum, other_sum, grant_sum, refund_sum, refund_in, refund_bpa_sum, saved_m, saved_s, arena_sum, only_n,
        only_refunded, saving])
    return sums, by_class, by_hours, unit_net, unit_bpa, coverage[:recipients], unit_in[:recipients]


def add_up(pop, world, y, L, has, shares, zero, full):
    s0 = zero[1]
    persons = (pop.unit, pop.age, pop.u, pop.case, pop.need, pop.need_before, pop.k, pop.u_exit, pop.u_allowance,
               pop.other, pop.excluded, pop.scale, pop.tax, pop.cls, pop.condition == model.RAPID)
    year = (y.hours, y.price, y.other, y.deduct, y.openness, y.m, y.work_bar, y.study_bar, y.staffed, y.employed, y.leads,
            y.leaves, y.died, y.exp_award, y.exp_wait, y.exp_break, y.exp_weeks, y.u_leave, y.reviewed)
    sums, by_class, by_hours, unit_net, unit_bpa, coverage, unit_in = year_loop(
        world.theta, shares.terms, s0.terms, (full or shares).terms, full is not None, float(y.i), y.W, shares is s0,
        persons, year, (s0.pi, s0.avg, s0.without), has, pop.n_units)
    counted = {"recipients", "awards", "exits"}
    return SimpleNamespace(
        by_class=by_class, by_hours=by_hours, unit_net=unit_net, unit_bpa=unit_bpa, coverage=coverage, unit_in=unit_in,
        **{name: int(x) if name in counted else float(x) for name, x in zip(SUMS, sums)})


if __name__ == "__main__":
    # Under its own name: compiled code that takes a namedtuple of `__main__` is never found again in the cache.
    import numba_model as own
    model.municipal_shares, model.common_year, model.add_up = own.municipal_shares, own.common_year, own.add_up
    model.main()
