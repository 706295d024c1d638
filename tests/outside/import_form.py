"""Fills in the form: counts of one municipality, sixty persons of another, prices, refunds and a year."""

import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
_, units, counts, persons, source = book.worksheets
for row, (price, refund) in enumerate([(505.5, 25_000_000), (512, 31_200_000)], 2):
    units.cell(row, 4, 2024)
    units.cell(row, 5, price)
    units.cell(row, 6, refund)
for column, number in enumerate([20, 60, 40, 15, 5], 3):
    counts.cell(2, column, number)
for n in range(60):
    cells = [f"P{n:03}", "3203", 1940 + 13 * n % 80, 5 + 1.93 * n, None, (n % 3) * 345_678, n % 2]
    for column, own in enumerate(cells, 1):
        persons.cell(n + 2, column, own)
source.cell(1, 2, 2024)
book.save(sys.argv[2])
