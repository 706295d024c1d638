"""The model of numpy_model.py with its two heaviest functions, the municipal shares and a person's year, as
loops over persons compiled by Numba: one pass over memory instead of one for every operation. Placement, random
numbers, ledger and outcomes are those of numpy_model.py. Compiled code is cached beside this file's copy in
__pycache__, so that only the first run compiles."""

import math
from types import SimpleNamespace

import numba
import numpy as np

import numpy_model as model
from numpy_model import WEEKS

PERSON = ["coverage_null", "coverage_min", "coverage_max", "price_response", "budget_squeeze", "state_squeeze",
          "norm_shift", "municipal_award_slope", "award_response", "award_rate", "exit_rate", "transition_cut",
          "vacancy", "vacancy_trend", "vacancy_wage_response", "break_rate", "break_weeks",
          "traditional_coverage", "spillover", "fill_grant", "fill_break", "relative_cap", "r0", "exit_slope",
          "exit_max", "work_slope_10", "work_slope_20", "work_hours_low", "work_hours_high", "sick_slope",
          "full_time_hours", "work_leader_hours", "allowance_min_hours", "allowance_share", "work_response",
          "education_response", "served_reference", "admission_rate", "admission_response", "wage_share",
          "other_wage_share", "other_services_relief"]
LEVERS = ["p", "harmonisation", "start_year", "rights.full_hours", "rights.conditional_hours",
          "rights.conditional_factor", "rights.discretionary_factor", "rights.max_age_new",
          "rights.over_age_factor", "rights.excluded_factor", "fast_track_months", "processing_months",
          "transition_guarantee", "vacancy_factor", "wage_uplift", "break_factor", "offset_share",
          "hour_grant.rate", "hour_grant.above_hours", "refund.rate", "refund.claim_share",
          "refund.threshold_factor", "refund.min_age", "refund.max_age", "refund.salience",
          "refund.deduct_intellectual"]


def compiled(function):
    return numba.njit(function, cache=True, error_model="numpy")


@compiled
def clip(x, low, high):
    return min(max(x, low), high)


@compiled
def refund(base, threshold, rate, claim, elig):
    return claim * rate * max(0.0, base - threshold) * elig


@compiled
def shares_loop(hours, scale_price, other, deduct, age, w, w_other, s, h0, rate, claim, salience, threshold,
                min_age, max_age, uplift, deducts):
    n = len(hours)
    marginal, average, price = np.empty(n), np.empty(n), np.empty(n)
    elig = np.empty(n, np.bool_)
    for j in range(n):
        price[j] = scale_price[j] * (1 + w * uplift)
        bpa = WEEKS * hours[j] * price[j]
        grant = s * WEEKS * price[j] * max(0.0, hours[j] - h0)
        rest = w_other * other[j] - (deduct[j] if deducts else 0.0)
        base = w * (bpa - grant) + rest
        elig[j] = (age[j] >= min_age) and (age[j] <= max_age)
        above = elig[j] and base > threshold
        marginal[j] = (1 - s * (hours[j] > h0)) * (1 - salience * rate * w * above)
        due = refund(base, threshold, rate, claim, elig[j]) - refund(rest, threshold, rate, claim, elig[j])
        average[j] = clip((bpa - grant - due) / bpa, 0.0, 1.0)
    return marginal, average, price, elig


def municipal_shares(pop, world, y, L):
    v = world.v
    return shares_loop(y.hours, y.price, y.other, y.deduct, pop.age, v["wage_share"], v["other_wage_share"],
                       L["hour_grant.rate"], L["hour_grant.above_hours"], L["refund.rate"],
                       L["refund.claim_share"], L["refund.salience"], y.T * L["refund.threshold_factor"],
                       L["refund.min_age"], L["refund.max_age"], L["wage_uplift"],
                       bool(L["refund.deduct_intellectual"]))


@compiled
def family(k, gap_grant, gap_break, fill_grant, fill_break, cap, r0, exit_slope, exit_max, slope_10, slope_20,
           low, high, sick_slope, full):
    R = min(k * cap, fill_grant * gap_grant + fill_break * gap_break)
    r = R / k
    strain = max(0.0, r - r0)
    lost = min(full, slope_10 * max(0.0, r - low) + slope_20 * max(0.0, r - high))
    return R, lost, min(exit_max, exit_slope * strain), min(0.5, sick_slope * strain), strain


@compiled
def persons_loop(has, u, case, need, need_before, age, excluded, k, u_exit, u_allowance, pi, avg, price, elig, pi0,
                 avg0, exp_award, u_leave, exp_wait, exp_break, exp_weeks, reviewed, rapid, employed, leads, other,
                 price_trad, deduct, i, t, T, V, L):
    (c_null, low, top, price_response, squeeze, state_squeeze, norm_shift, award_slope, award_response, award_rate,
     exit_rate, cut, vacancy_level, vacancy_trend, vacancy_wage, break_rate, break_weeks, trad_coverage, spillover,
     fill_grant, fill_break, cap, r0, exit_slope, exit_max, slope_10, slope_20, hours_low, hours_high, sick_slope,
     full, leader_hours, allowance_min, allowance_share, _, _, served_reference, admission_rate,
     admission_response, w, w_other, relief) = V
    (p, eta, start, full_hours, conditional_hours, conditional, discretionary, max_age_new, over_age,
     excluded_factor, fast, processing, guarantee, vacancy_factor, uplift, break_factor, offset, s, h0, rate,
     claim, threshold_factor, _, _, _, deducts) = L
    n, threshold = len(has), T * threshold_factor
    vacancy = min(0.9, (vacancy_level + vacancy_trend * i) * vacancy_factor * math.exp(-vacancy_wage * uplift))
    awarded = np.zeros(n, np.bool_)
    exited, at_work, allowance = np.zeros(n, np.bool_), np.zeros(n, np.bool_), np.zeros(n, np.bool_)
    wait, f, cover, g, delivered, trad, trad_year, R, U, lost, sick, leading, served, grant = np.zeros((14, n))
    bpa, trad_cost, other_cost, ref, ref_bpa = np.zeros((5, n))
    k_strain, admissions = 0.0, 0.0
    for j in range(n):
        local = c_null + (1 - eta) * u[j] + case[j]
        c = 0.0
        if p < 1:
            c = (1 - p) * clip(local + price_response * (pi0[j] - pi[j]) - squeeze * i * pi[j], low, top)
        if p > 0:
            c += p * clip(local + norm_shift + price_response * pi[j]
                          - state_squeeze * max(0.0, t - start) * (1 - pi[j]), low, top)
        if i > 0:
            if has[j]:
                if u_leave[j] < exit_rate:
                    has[j] = False
            else:
                hours = c * need[j]
                right = (1.0 if hours >= full_hours else conditional if hours >= conditional_hours
                         else discretionary)
                if age[j] > max_age_new:
                    right = over_age
                if excluded[j]:
                    right *= excluded_factor
                slope = award_slope * (1 - eta) * u[j]
                hazard = 0.0
                if p < 1:
                    hazard = (1 - p) * math.exp(slope + award_response * (avg0[j] - avg[j]))
                if p > 0:
                    hazard += p * math.exp(slope + award_response * (avg0[j] - (1 - avg[j])))
                if exp_award[j] < award_rate * right * hazard:
                    awarded[j] = has[j] = True
        months = fast if rapid[j] else processing
        x = 0.0
        if has[j]:
            f[j] = 1.0
            if awarded[j]:
                wait[j] = min(12.0, months * exp_wait[j])
                f[j] = 1 - wait[j] / 12
            if i > 0 and not guarantee and reviewed[j]:
                c = clip(c * (1 - cut), low, top)
            lag = min(1.0, months / 12)
            g[j] = c * ((1 - lag) * need[j] + lag * need_before[j])
            if exp_break[j] < break_rate * break_factor:
                x = min(WEEKS, break_weeks * exp_weeks[j]) / WEEKS
            delivered[j] = f[j] * (1 - x) * g[j] * (1 - vacancy)
        cover[j] = c
        relieved = avg[j] + offset * (avg0[j] - avg[j])
        trad[j] = clip(trad_coverage + u[j] - spillover * squeeze * i * relieved, low, 1.0) * need[j]
        trad_year[j] = (1 - f[j]) * trad[j]

        hazard, short = 0.0, max(0.0, need[j] - g[j])
        for state in range(3):
            if state == 0:
                weight, gap_grant, gap_break = 1 - f[j], need[j] - trad[j], 0.0
            elif state == 1:
                weight, gap_grant, gap_break = f[j] * (1 - x), short, g[j] * vacancy
            else:
                weight, gap_grant, gap_break = f[j] * x, short, g[j]
            if weight == 0.0:
                continue
            U[j] += weight * (gap_grant + gap_break)
            if k[j] > 0:
                a, b, d, e, strain = family(k[j], gap_grant, gap_break, fill_grant, fill_break, cap, r0, exit_slope,
                                            exit_max, slope_10, slope_20, hours_low, hours_high, sick_slope, full)
                R[j] += weight * a
                lost[j] += weight * b
                hazard += weight * d
                sick[j] += weight * e
                k_strain += weight * k[j] * strain
        U[j] -= R[j]
        exited[j] = employed[j] and u_exit[j] < hazard
        at_work[j] = employed[j] and not exited[j]
        lost[j] = full if exited[j] else lost[j] if at_work[j] else 0.0
        sick[j] = sick[j] if at_work[j] else 0.0
        allowance[j] = k[j] > 0 and R[j] >= k[j] * allowance_min and u_allowance[j] < allowance_share
        leading[j] = leads[j] * leader_hours * f[j]
        served[j] = (delivered[j] + trad_year[j]) / need[j] - served_reference
        admissions += admission_rate * math.exp(admission_response * U[j] / need[j])

        bpa[j] = WEEKS * delivered[j] * price[j]
        trad_cost[j] = WEEKS * trad_year[j] * price_trad[j]
        other_cost[j] = other[j] * (1 + relief * (1 - f[j]))
        if s > 0 and has[j]:
            grant[j] = s * WEEKS * price[j] * max(0.0, delivered[j] - h0 * f[j])
        rest = w * trad_cost[j] + w_other * other_cost[j] - (deduct[j] if deducts else 0.0)
        ref[j] = refund(rest + w * (bpa[j] - grant[j]), threshold, rate, claim, elig[j])
        ref_bpa[j] = ref[j] - refund(rest, threshold, rate, claim, elig[j])
    return (awarded, wait, f, cover, g, delivered, trad, trad_year, R, U, k_strain, exited, at_work, lost, sick,
            allowance, leading, served, admissions, bpa, trad_cost, other_cost, grant, ref, ref_bpa)


def persons_year(pop, world, y, L, has, shares, null_shares):
    v = world.v
    pi, avg, price, elig = shares
    (awarded, wait, f, cover, g, delivered, trad, trad_year, R, U, k_strain, exited, at_work, lost, sick, allowance,
     leading, served, admissions, bpa, trad_cost, other, grant, ref, ref_bpa) = persons_loop(
        has, pop.u, pop.case, pop.need, pop.need_before, pop.age, pop.excluded, pop.k, pop.u_exit, pop.u_allowance,
        pi, avg, price, elig, null_shares[0], null_shares[1], y.exp_award, y.u_leave, y.exp_wait, y.exp_break,
        y.exp_weeks, y.reviewed, y.rapid, y.employed, y.leads, y.other, y.price_trad, y.deduct, y.i, y.t,
        float(y.T), tuple(float(v[name]) for name in PERSON), tuple(float(L[name]) for name in LEVERS))
    in_i = np.flatnonzero(has)
    awarded = np.flatnonzero(awarded)
    worker = y.worker[v["work_response"] * served[y.worker] > y.work_bar]
    students = np.count_nonzero(v["education_response"] * served[y.student] > y.study_bar)
    return SimpleNamespace(
        awarded=awarded, wait=wait[awarded], f_in=f[in_i], in_i=in_i, c_in=cover[in_i], need_in=pop.need[in_i],
        g_in=g[in_i], delivered_in=delivered[in_i], trad=trad, trad_year=trad_year, R=R, U=U, k_strain=k_strain,
        exited=exited, at_work=at_work, lost=lost, sick=sick, allowance=allowance, leading=leading, worker=worker,
        students=students, admissions=admissions, bpa=bpa, trad_cost=trad_cost, other=other, grant=grant,
        refund=ref, refund_bpa=ref_bpa)


if __name__ == "__main__":
    model.municipal_shares, model.persons_year = municipal_shares, persons_year
    model.main()
