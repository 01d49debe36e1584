"""The aims, and when a sample is evidence that one is missed."""
from math import comb

AIMS = {"model": 85, "routes": 85, "server": 75}  # killed of a hundred
UNLIKELY = 0.05


def chance(killed, tried, aim):
    """Returns the probability that tests kill at most so many of the mutations, if they kill each with the probability of the aim.

    >>> round(chance(7, 10, 85), 3), round(chance(6, 10, 85), 3)
    (0.18, 0.05)
    >>> chance(10, 10, 85) > 0.999
    True
    """
    rate = aim / 100
    return sum(comb(tried, count) * rate**count * (1 - rate)**(tried - count) for count in range(killed + 1))


def needed(tried, aim):
    """Returns the least number of killed mutations that is no evidence that the aim is missed (binomial test, one-sided, 5%).

    >>> [needed(10, aim) for aim in (85, 75)], [needed(100, aim) for aim in (85, 75)]
    ([7, 5], [79, 68])
    >>> needed(0, 85), needed(1, 85), needed(2, 85)
    (0, 0, 1)
    """
    return next(count for count in range(tried + 1) if chance(count, tried, aim) >= UNLIKELY)
