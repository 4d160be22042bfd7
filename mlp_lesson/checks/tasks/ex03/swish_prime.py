"""The slope of swish: the rule for products on an activation that no lesson treats."""

import math

import numpy as np

from ....activations import sigmoid, sigmoid_prime
from ...engine.slips import slips
from ...engine.task import Invariant, Task
from ._shared import BY_ENTRY, CUT, MATH_MODULE, NO_LOOP, ONE_TRUTH, WRITES_INTO_Z, parameter_cases


def swish_prime(z, beta):
    """f'(z) = σ(βz) + βz σ'(βz) for f(z) = z σ(βz) and every entry of z."""
    e = np.exp(-np.abs(beta * z))
    s = np.where(z >= 0, 1, e) / (1 + e)
    return s + beta * z * e / (1 + e) ** 2


SLIPS = slips(
    swish_prime,
    f"""
    overflow: np.where(z >= 0, 1, e) / (1 + e) -> 1 / (1 + np.exp(-beta * z))
        e^(-βz) overflows for very negative z. Use a sigmoid that never does: yours of task 1.
    slopes-multiplied: = sigmoid_prime(beta * z)
        The slope of z, which is 1, and σ' are multiplied. The slope of a product is no product
        of slopes: it is u'v + u v'.
    slopes-multiplied-inner: = beta * sigmoid_prime(beta * z)
        The slope of z, which is 1, and that of σ(βz) are multiplied. The slope of a product is no
        product of slopes: it is u'v + u v'.
    second-part-only: s + beta -> beta
        The first part is missing: of u'v + u v' only u v' is there. The slope of u = z is 1, so
        u'v is σ(βz).
    first-part-only: = s
        The second part is missing: of u'v + u v' only u'v is there.
    inner-slope-missing: beta * z * e -> z * e
        A factor beta is missing: σ(βz) climbs beta times as fast as σ does at that place. (In the
        form βf + σ(1 - βf) both beta are needed.)
    beta-on-both: = beta * (s + z * e / (1 + e) ** 2)
        beta multiplies both parts. It comes from the slope of σ(βz), so it stands in the second
        part only.
    beta-around: = beta * (s + beta * z * e / (1 + e) ** 2)
        Everything is multiplied by beta, once too often. The z in front has no beta, so the first
        part has none; and in the second the beta of σ(βz) is there already.
    beta-on-the-first: = beta * s + z * e / (1 + e) ** 2
        beta stands in the first part. It comes from the slope of σ(βz), so it belongs to the
        second.
    beta-squared: beta * z * e -> beta**2 * z * e
        beta stands twice in the second part. Once is right: it comes from the slope of σ(βz).
    beta-not-used: = sigmoid(z) + z * sigmoid_prime(z)
        beta is not used: that is the slope for beta = 1. It stands inside of σ, and in front.
    beta-in-front-only: = sigmoid(z) + beta * z * sigmoid_prime(z)
        σ and σ' are taken at z, not at βz. The sigmoid of swish is σ(βz).
    prime-at-z: beta * z * e / (1 + e) ** 2 -> beta * z * sigmoid_prime(z)
        σ' is taken at z, not at βz.
    sigmoid-at-z: s + beta -> sigmoid(z) + beta
        In the first part the sigmoid is taken at z, not at βz.
    prime-of-output: beta * z * e / (1 + e) ** 2 -> beta * z * sigmoid_prime(s)
        σ' is taken of the sigmoid's output: `sigmoid_prime` takes its input, here βz. With the
        output s at hand it is s(1 - s).
    z-missing: beta * z * e -> beta * e
        The factor z is missing in the second part: in u v' the u is z.
    z-and-beta-missing: beta * z * e -> e
        In the second part the factors beta and z are missing: u is z, and σ(βz) climbs beta times
        as fast as σ.
    z-squared: beta * z * e -> beta * z**2 * e
        z stands twice in the second part. The slope of σ(βz) has no factor z, only beta.
    z-on-the-first: s + beta -> z * s + beta
        The first part is the function itself: in u'v the z has become its slope, 1.
    minus: return s + -> return s -
        There is a minus between the two parts: the rule is u'v *plus* u v'.
    plus-in-slope: z * e / (1 + e) ** 2 -> z * s * (1 + s)
        σ' has a minus: σ(1 - σ), not σ(1 + σ).
    sigma-squared: z * e / (1 + e) ** 2 -> z * s * s
        σ' is taken for σ·σ: it is σ(1 - σ).
    z-for-sigma: z * e / (1 + e) ** 2 -> z * s * (1 - z)
        1 - z stands where 1 - σ is meant: σ' = σ(1 - σ).
    complement-missing: z * e / (1 + e) ** 2 -> z * s
        Of σ' = σ(1 - σ) the factor 1 - σ is missing.
    one-sigma-missing: z * e / (1 + e) ** 2 -> z * (1 - s)
        Of σ' = σ(1 - σ) the factor σ is missing.
    brackets: = s * (1 + beta * z) * (1 - s)
        A bracket is in the wrong place: it is σ(1 + βz(1 - σ)), or σ + βzσ(1 - σ).
    paper-beta-once: = beta * z * s + s * (1 - z * s)
        In f' = βf + σ(1 - βf) the second beta is missing.
    function: = z * s
        That is swish itself. Its slope is asked for.
    relu: = np.where(z > 0, 1.0, 0.0)
        That is the slope of ReLU. Swish looks like ReLU from afar only: its slope is smooth, and
        falls below 0 on the left.
    flat-on-the-left: = np.where(z > 0, s + beta * z * e / (1 + e) ** 2, 0.0)
        Left of 0 the slope is set to 0, as for ReLU. Swish has a slope there too: one formula
        holds for all z.
    measured:
    - s = np.where(z >= 0, 1, e) / (1 + e)
    - return s + beta * z * e / (1 + e) ** 2
    + above, below = z + 1e-5, z - 1e-5
    + rise = above * sigmoid(beta * above) - below * sigmoid(beta * below)
    + return rise / (2 * 1e-5)
        The slope is measured, not computed: only about eight of its digits are right. Use the two
        rules.
    exponent-doubled: -np.abs(beta * z) -> -2 * np.abs(beta * z)
        That is made with σ(2βz): tanh(z) takes 2z where tanh(z/2) is meant.
    sides: np.where(z >= 0, 1, e) -> np.where(z >= 0, e, 1)
        The two sides of the sigmoid are exchanged: that is σ(-βz) in the first part.
    abs-only: np.where(z >= 0, 1, e) -> 1
        The first part is 1/(1 + e^(-β|z|)) on both sides: σ falls below 1/2 on the left.
    by-matrix: beta * z * e / (1 + e) ** 2 -> beta * z @ (e / (1 + e) ** 2)
        {BY_ENTRY}
    z-changed:
    - e = np.exp(-np.abs(beta * z))
    + z *= beta
    + e = np.exp(-np.abs(z))
    and: s + beta * z -> s + z
        {WRITES_INTO_Z}
    one-truth: np.where(z >= 0, 1, e) -> (1 if z >= 0 else e)
        {ONE_TRUTH}
    math-module: np.exp(-np.abs(beta * z)) -> math.exp(-beta * z)
        {MATH_MODULE}
    cut-to-integers: = (s + beta * z * e / (1 + e) ** 2).astype(z.dtype)
        {CUT}
    flat-for-beta-0: = (beta != 0) * (s + beta * z * e / (1 + e) ** 2)
        For beta 0 the slope is set to 0. There σ(βz) is 1/2 everywhere, so swish is z/2, and its
        slope is 1/2. The formula gives that by itself: no special case is needed.
    one-for-beta-0: = np.where(beta == 0, 1, s + beta * z * e / (1 + e) ** 2)
        For beta 0 the slope is set to 1. There σ(βz) is 1/2 everywhere, so swish is z/2, and its
        slope is 1/2. The formula gives that by itself: no special case is needed.
    relu-for-beta-0: = np.where(beta == 0, z > 0, s + beta * z * e / (1 + e) ** 2)
        For beta 0 it is the slope of ReLU. That is swish for a very *large* beta. For 0, σ(βz) is
        1/2 everywhere, so swish is z/2, and its slope 1/2.
    prime-at-z-without-beta: beta * z * e / (1 + e) ** 2 -> z * sigmoid_prime(z)
        In the second part beta is missing twice: σ(βz) climbs beta times as fast as σ does at the
        place βz, so it is beta times z times σ'(βz).
    by-beta: = z**2 * e / (1 + e) ** 2
        That is the derivative by beta. The slope by z is asked for.
    beta-or-one:
    - e = np.exp(-np.abs(beta * z))
    + beta = beta or 1.0
    + e = np.exp(-np.abs(beta * z))
        A beta of 0 is taken for none at all: `beta or ...` holds 0 for missing. Use it as it is.
    divided-by-beta: beta * z * e -> z / (beta or 1) * e
        The second part is divided by beta. σ(βz) climbs beta *times* as fast as σ.
    one-first: return s + -> return 1 +
        The first part is 1. Of u'v the slope u' is 1, but v is still there: σ(βz).
    bracket-with-sigma: = beta * z * s + s * (1 - beta * s)
        In f' = βf + σ(1 - βf) the bracket holds σ where f is meant.
    bracket-left-early: = s * (1 + beta * z) - s
        A bracket is in the wrong place, or σ(1 - σ) became σ - ...: it is σ(1 + βz(1 - σ)).
    two-sigma: s + beta -> 2 * s + beta
        The first part is counted twice.
    beta-in-the-first-only: = beta * s + z * sigmoid_prime(z)
        beta stands in the first part. It comes from the slope of σ(βz), so it belongs to the
        second, and into its σ'.
    all-multiplied: = s * beta * z * e / (1 + e) ** 2
        The two parts are multiplied. The rule is u'v *plus* u v'.
    bracket-around-both: = (s + z) * beta * e / (1 + e) ** 2
        A bracket is in the wrong place: v' multiplies z alone. It is σ(βz) + z·(β σ'(βz)).
    beta-below: = sigmoid(z / (beta or 1)) + z / (beta or 1) * sigmoid_prime(z / (beta or 1))
        z is divided by beta. In swish it is multiplied: σ(βz).
    slope-of-tanh: z * e / (1 + e) ** 2 -> z * (1 - s**2)
        1 - σ² stands for σ': that is the form for tanh. σ' is σ(1 - σ).
    """,
    math=math,
    sigmoid=sigmoid,
    sigmoid_prime=sigmoid_prime,
)


def is_no_measurement(args, value):
    """False for values that are all off, but each by less than a thousandth."""
    off = np.abs(np.asarray(value) - swish_prime(*args))
    return not (off.size > 1 and (off > 1e-10).all() and off.max() < 1e-3)


PROMISES = [
    Invariant(
        "nearly",
        "Every value is a little off: the slope is measured with a small step, not computed, or a "
        "small number is added. Use the two rules.",
        is_no_measurement,
    )
]

TASK = Task(
    "swish_prime",
    points=2,
    taught_in="The sigmoid",
    reference=swish_prime,
    cases=parameter_cases("beta", (0, 0.5, 1, 3), 1.3),
    mistakes=SLIPS,
    invariants=PROMISES,
    faster=NO_LOOP,
    hints=(
        "Call the two factors u = z and v = σ(βz). What are their slopes u' and v'?",
        "u' is 1, and v' is β·σ'(βz). So the slope has two parts: σ(βz), and z times v'.",
        "You have both functions already: `sigmoid` of beta times z, plus beta times z times "
        "`sigmoid_prime` of beta times z.",
    ),
    rtol=1e-10,  # a measured slope is not as good
    atol=1e-11,
)
