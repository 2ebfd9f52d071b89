"""Writes cases.json and sittings.json: the graded response model computed a second way, for the tests to compare with.

Where the product sums over a grid in floating point, this integrates over the whole line with 30 digits (mpmath, adaptive tanh-sinh quadrature), takes
information from the definition with numerical derivatives, and chooses items and stops by itself. Needs Python 3 and mpmath.

    python3 graded-response.py [folder with promis-<bank>-item-parameters.csv]

Without that folder the sittings of the PROMIS banks stay as they are. Their parameters are written nowhere, only which items are asked and what comes out.
"""

import csv
import json
import pathlib
import random
import sys

from mpmath import diff, exp, inf, mp, mpf, nstr, quad, sqrt

mp.dps = 30
HERE = pathlib.Path(__file__).parent
DIGITS = 12


def reached(item, category, theta):
    if category == 0:
        return mpf(1)
    if category > len(item["thresholds"]):
        return mpf(0)
    return 1 / (1 + exp(-mpf(item["discrimination"]) * (theta - mpf(item["thresholds"][category - 1]))))


def probability(item, category, theta):
    return reached(item, category, theta) - reached(item, category + 1, theta)


def information(item, theta):
    return sum(
        diff(lambda x: probability(item, category, x), theta) ** 2 / probability(item, category, theta)
        for category in range(len(item["thresholds"]) + 1)
    )


def estimate(answers):
    """Posterior mean and standard deviation, standard normal prior."""

    def density(theta):
        value = exp(-theta * theta / 2)
        for item, category in answers:
            value *= probability(item, category, theta)
        return value

    points = [-inf, *range(-8, 9), inf]
    whole = quad(density, points)
    mean = quad(lambda x: x * density(x), points) / whole
    return mean, sqrt(quad(lambda x: (x - mean) ** 2 * density(x), points) / whole)


def item(discrimination, *thresholds):
    return {"discrimination": discrimination, "thresholds": list(thresholds)}


def estimate_case(title, *answers):
    theta, error = estimate(answers)
    return {
        "title": title,
        "answers": [{**each, "category": category} for each, category in answers],
        "theta": nstr(theta, DIGITS),
        "standardError": nstr(error, DIGITS),
    }


def information_case(title, each, theta):
    return {"title": title, **each, "at": theta, "information": nstr(information(each, mpf(theta)), DIGITS)}


def cases():
    yes_no = item("1.2", "0.3")
    graded = item("2.4", "-0.8", "0.1", "0.9", "1.7")
    flat = item("0.5", "-2", "2")
    steep = item("4.5", "0.4", "1.1", "2.0", "2.7")
    return {
        "estimates": [
            estimate_case("one yes to a question of two answers", (yes_no, 1)),
            estimate_case("one no to the same question", (yes_no, 0)),
            estimate_case("the middle of a graded question", (graded, 2)),
            estimate_case("a flat question says little", (flat, 2)),
            estimate_case("the lowest of a steep question", (steep, 0)),
            estimate_case("the highest of a steep question", (steep, 4)),
            estimate_case("answers that agree", (yes_no, 1), (graded, 3), (flat, 2), (steep, 2)),
            estimate_case("answers that contradict each other", (yes_no, 0), (graded, 4), (flat, 0), (steep, 3)),
            estimate_case("the lowest answer twelve times", *[(graded, 0)] * 12),
            estimate_case("the highest answer twelve times", *[(steep, 4)] * 12),
            estimate_case("thirty answers of every kind", *[((yes_no, graded, flat, steep)[i % 4], (0, 2, 1, 3)[i % 4]) for i in range(30)]),
        ],
        "information": [
            information_case("where a question of two answers is decided", yes_no, "0.3"),
            information_case("far below all thresholds", graded, "-3"),
            information_case("between two thresholds", graded, "0.5"),
            information_case("at a threshold of a steep question", steep, "1.1"),
            information_case("far above all thresholds", steep, "4"),
            information_case("a flat question everywhere", flat, "-1"),
        ],
    }


def sitting(bank, draw, fewest=4, most=12, precise=3):
    """One test as a person sits it: who answers is a function from the item to a category."""
    left = dict(bank)
    answers, asked, chosen = [], [], []
    theta, error = estimate([])
    while len(asked) < most and left and not (len(asked) >= fewest and 10 * error < precise):
        # Two items that inform alike would make the order a matter of rounding.
        ranked = sorted(left, key=lambda name: -float(information(left[name], theta)))[:2]
        if len(ranked) == 2:
            best, second = (information(left[name], theta) for name in ranked)
            assert best - second > mpf("1e-6"), "too close to call: " + str(ranked)
        name = ranked[0]
        category = draw(left[name])
        asked.append(name)
        chosen.append(category)
        answers.append((left.pop(name), category))
        theta, error = estimate(answers)
    return {
        "asked": asked,
        "categories": chosen,
        "tScore": nstr(50 + 10 * theta, DIGITS),
        "standardError": nstr(10 * error, DIGITS),
    }


def person(theta, seed):
    draws = random.Random(seed)

    def draw(each):
        point = draws.random()
        return sum(1 for k in range(1, len(each["thresholds"]) + 1) if point < reached(each, k, theta))

    return draw


def sittings(bank):
    persons = [("of the lowest answers", lambda each: 0), ("of the highest answers", lambda each: len(each["thresholds"]))]
    persons += [(f"of a person at {theta}", person(mpf(theta), 20261122 + i)) for i, theta in enumerate(["-1.5", "0", "0.8", "1.6"])]
    return [{"title": title, **sitting(bank, draw)} for title, draw in persons]


def made_up():
    """As in ItemBanks."""
    bank = {}
    for i in range(16):
        centre = mpf(-15 + 2 * i) / 10
        bank[f"made-up-{i + 1}"] = item(mpf(160 + 25 * (i * 5 % 8)) / 100, *(centre + mpf(step) / 10 for step in (-12, -4, 4, 12)))
    return bank


def promis(folder, name):
    with open(pathlib.Path(folder) / f"promis-{name}-item-parameters.csv", newline="") as file:
        return {row["item_id"]: item(row["a"], *(row[f"cb{k}"] for k in (1, 2, 3, 4))) for row in csv.DictReader(file)}


def write(name, content):
    (HERE / name).write_text(json.dumps(content, indent=2) + "\n")


write("cases.json", cases())
by_bank = json.loads((HERE / "sittings.json").read_text()) if (HERE / "sittings.json").exists() else {}
by_bank["made-up"] = sittings(made_up())
if len(sys.argv) > 1:
    for bank in ("anxiety", "depression"):
        by_bank["promis-" + bank] = sittings(promis(sys.argv[1], bank))
write("sittings.json", by_bank)
