# %% [markdown]
# # Exercise 04: Losses
#
# Short functions that say with one number how wrong a network is: for a price, for a yes or no, for
# one class of ten. It belongs to lesson
# {{lesson}}. The first five you wrote there: write them once more, without looking. Tasks 6 and 7 stand
# nowhere in the course: they are new problems for what you know by then.
#
# **After this exercise you can**
# - write labels as one-hot rows;
# - measure errors in three ways, and say what each does to an outlier;
# - compute both cross-entropies from logits, for logits of any size;
# - tell the many definitions apart that carry the same name and differ by a factor;
# - build a loss from its description, and choose one for a problem from its description.
#
# *{{points}} points, about {{minutes}} minutes.*
#
# **How it works.** Write your answer where it says `raise NotImplementedError`, run the cell, then
# run the `check(...)` below it. A check calls your function on several cases, among them a single
# sample, integers and, where it matters, logits of many thousands. If something is wrong it tells
# you what kind of mistake it sees; it never shows the answer. Check as often as you like, and ask
# for hints if you are stuck: neither costs points.
#
# **What holds everywhere.** Rows are samples, columns are outputs or classes. Every loss returns
# one number and nothing else; its slope is the subject of lesson 05. Logarithms are natural.
# Arguments are passed by position, may hold integers, and belong to the caller: compute new arrays,
# leave these as they are. A right value that comes with a NumPy warning is not right yet.

# %%
import numpy as np

from mlp_lesson import losses
from mlp_lesson.checks import check
from mlp_lesson.questions import hints

# %% [markdown]
# ## 1. One-hot rows (1 point)
#
# A label says which class is the true one: 0, 1 or 2. A network with three outputs wants to be told
# what each of them should have been. So each label becomes a row of zeros with a single 1:
#
# $$ y = (2, 0, 1) \quad\longrightarrow\quad
#   Y = \begin{pmatrix} 0 & 0 & 1 \\ 1 & 0 & 0 \\ 0 & 1 & 0 \end{pmatrix}. $$
#
# - `y` has the shape `(n,)` and holds integers from 0 to `n_classes - 1`.
# - The result has the shape `(n, n_classes)`, also if some classes do not occur in `y`.


# %% nbgrader={"grade_id": "one_hot", "solution": true}
def one_hot(y, n_classes):
    """Labels (n,) in 0..n_classes-1 -> (n, n_classes), a single 1 in each row."""
    ### BEGIN SOLUTION
    return np.eye(n_classes)[y]
    ### END SOLUTION


# %%
hints("one_hot")

# %% nbgrader={"grade_id": "check_one_hot", "grade": true, "locked": true, "points": 1}
check("one_hot", one_hot)

# %% [markdown]
# ## 2. Squared error (1 point)
#
# The network predicts numbers $\hat Y$, the truth is $Y$. Square each difference, and average over
# *all* entries, the $n$ rows and the $k$ columns:
#
# $$ L = \frac{1}{n k} \sum_{i=1}^{n} \sum_{j=1}^{k} \big(\hat Y_{ij} - Y_{ij}\big)^2 . $$
#
# - `Y_hat` and `Y` have the same shape: `(n, k)`, or `(n,)` for a single output. The result is one
#   number.
# - There is no factor 1/2.
#
# Take care when you read elsewhere: books and libraries call several things "squared error". The
# package's `losses.mse` is the one above. Its `losses.half_squared_error` adds up the $k$ outputs
# of a row, averages over the rows only, and halves the result. It differs by the factor $k/2$ and
# is smallest for the same predictions, but a learning rate that fits one is wrong for the other.


# %% nbgrader={"grade_id": "squared_error", "solution": true}
def squared_error(Y_hat, Y):
    """The mean of (Y_hat - Y)² over all entries, one number."""
    ### BEGIN SOLUTION
    return np.mean((Y_hat - Y) ** 2)
    ### END SOLUTION


# %%
hints("squared_error")

# %% nbgrader={"grade_id": "check_squared_error", "grade": true, "locked": true, "points": 1}
check("squared_error", squared_error)

# %% [markdown]
# ## 3. The Huber loss (2 points)
#
# Small errors squared, large errors in proportion. With $r = \hat y - y$ and a threshold $t > 0$:
#
# $$ h(r) = \begin{cases} \tfrac12 r^2 & |r| \le t \\[2pt]
#   t\,\big(|r| - \tfrac t2\big) & |r| > t, \end{cases}
#   \qquad L = \frac1n \sum_{i=1}^{n} h(r_i). $$
#
# The two pieces meet at $|r| = t$ with the same height, $t^2/2$, and the same steepness, $t$. That
# is what the factors are for: you can check a guess by putting $r = t$ into both.
#
# - `y_hat` and `y` have the shape `(n,)`, `threshold` is a number above 0. The result is one number.
# - Each sample is small or large by itself. Errors can be negative.


# %% nbgrader={"grade_id": "huber", "solution": true}
def huber(y_hat, y, threshold):
    """The mean Huber loss of the errors y_hat - y, one number."""
    ### BEGIN SOLUTION
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2)))
    ### END SOLUTION


# %%
hints("huber")

# %% nbgrader={"grade_id": "check_huber", "grade": true, "locked": true, "points": 2}
check("huber", huber)

# %% [markdown]
# ## 4. Binary cross-entropy, from the logit (2 points)
#
# The logit $z$ may be any number, the probability of "yes" is $p = \sigma(z) = 1 / (1 + e^{-z})$.
# The loss is minus the logarithm of the probability given to what happened:
#
# $$ L = -\frac1n \sum_{i=1}^{n} \big[\, y_i \ln p_i + (1 - y_i) \ln(1 - p_i) \,\big]. $$
#
# This formula is right on paper and fails in a computer: for $z = -800$, $p$ is rounded to 0. So do
# not compute $p$ at all. There are only two cases:
#
# $$ -\ln p = \ln\!\big(1 + e^{-z}\big) \ \text{ for } y = 1, \qquad
#   -\ln(1 - p) = \ln\!\big(1 + e^{z}\big) \ \text{ for } y = 0 . $$
#
# Each of them still overflows on one side. Both become safe by the same step that you know from
# softplus in lesson 03: $\ln(1 + e^{s}) = \max(s, 0) + \ln(1 + e^{-|s|})$.
#
# - `z` and `y` have the shape `(n,)`; `y` holds 0 (no) and 1 (yes). The result is one number, the
#   mean over the $n$ samples.
# - Logits of ±40,000 must give the right number, without a warning: a "yes" with $z = -9000$ costs
#   9000. Clipping the probability, or adding `1e-8` inside the logarithm, does not give that.


# %% nbgrader={"grade_id": "binary_cross_entropy", "solution": true}
def binary_cross_entropy(z, y):
    """The mean of -ln(the probability given to what happened), from logits z and y in {0, 1}."""
    ### BEGIN SOLUTION
    s = np.where(y == 1, -z, z)
    return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))
    ### END SOLUTION


# %%
hints("binary_cross_entropy")

# %% nbgrader={"grade_id": "check_binary", "grade": true, "locked": true, "points": 2}
check("binary_cross_entropy", binary_cross_entropy)

# %% [markdown]
# ## 5. Softmax and cross-entropy, from the logits (3 points)
#
# For one of $k$ classes each row of $Z$ holds $k$ logits. Softmax makes probabilities of them,
# $p_j = e^{z_j} / \sum_l e^{z_l}$, and the loss of a row is minus the logarithm of the probability
# of its true class $y$. Take the logarithm on paper first; then no probability is left:
#
# $$ -\ln p_y = \ln \Big( \sum_{l} e^{z_l} \Big) - z_y . $$
#
# The sum overflows for large logits. But the probabilities do not change if you subtract the same
# number from all logits of a row. Subtract the largest one, $m$: then the largest exponent is 0,
# and the sum lies between 1 and $k$, where neither `exp` nor `log` can fail.
#
# - `Z` has the shape `(n, k)`; `y` has the shape `(n,)` and holds *integer labels*, 0 to $k - 1$.
#   The result is one number, the mean over the $n$ rows. (The package's `softmax_cross_entropy`
#   takes one-hot rows in place of labels, and returns the slope too.)
# - The rows may differ widely: a row around 9000 can stand above a row around 0.
# - Logits of ±50,000 must give the right number, without a warning.


# %% nbgrader={"grade_id": "softmax_cross_entropy", "solution": true}
def softmax_cross_entropy(Z, y):
    """The mean of -ln softmax(Z)[i, y[i]] over the rows i, one number."""
    ### BEGIN SOLUTION
    Z = Z - Z.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(Z).sum(axis=1))
    return np.mean(log_sum - Z[np.arange(len(y)), y])
    ### END SOLUTION


# %%
hints("softmax_cross_entropy")

# %% nbgrader={"grade_id": "check_softmax", "grade": true, "locked": true, "points": 3}
check("softmax_cross_entropy", softmax_cross_entropy)

# %% [markdown]
# ## What your losses say
#
# Three facts of the lesson, with your own functions. A row of ten equal logits knows nothing about
# ten classes; one bad value among ten decides the squared error; and two classes with the logits
# $(0, z)$ are the same as one yes-or-no question with the logit $z$.


# %% nbgrader={"grade_id": "facts", "locked": true}
def facts():
    yield "ten equal logits", softmax_cross_entropy(np.zeros((1, 10)), np.array([3])), np.log(10)
    y = np.zeros(10)
    y_hat = np.append(np.full(9, 0.1), 20.0)
    share = 20**2 / 10 / squared_error(y_hat, y)
    yield "share of one bad value in the squared error", share, 400 / 400.09
    share = (20 - 0.5) / 10 / huber(y_hat, y, 1.0)
    yield "the same in the Huber loss", share, 19.5 / 19.545
    z, yes = np.array([1.3, -0.2]), np.array([1, 0])
    two_classes = softmax_cross_entropy(np.column_stack([np.zeros(2), z]), yes)
    yield "yes or no as two classes", two_classes, binary_cross_entropy(z, yes)


try:
    with np.errstate(all="ignore"):  # a loss of 0 is not right yet, and no reason to warn
        for what, found, expected in facts():
            said = "as it must be" if np.isclose(found, expected) else "?"
            print(f"{what:<44} {found:.4f}   {said}")
except Exception:  # an answer is missing, or wrong
    print("First make the checks of tasks 1 to 5 say: right.")

# %% [markdown]
# Even in the Huber loss the bad value makes up nearly all of the *loss*. What differs is how hard
# it *pulls*: by moving that prediction a little you see the slope. In the squared error it is 40/10,
# in the Huber loss 1/10, as much as any error beyond the threshold.


# %% nbgrader={"grade_id": "pull", "locked": true}
def pull(loss, h=1e-4):
    """The slope of the loss along the last prediction, which is 20 too large."""
    y_hat, step = np.append(np.full(9, 0.1), 20.0), np.append(np.zeros(9), h)
    return (loss(y_hat + step, np.zeros(10)) - loss(y_hat - step, np.zeros(10))) / (2 * h)


try:
    print(f"squared error {pull(squared_error):.2f}")
    print(f"Huber         {pull(lambda a, b: huber(a, b, 1.0)):.2f}")
    Y_hat, Y = np.array([[1.0, 2, 4], [0, 3, 5]]), np.ones((2, 3))
    package, yours = losses.half_squared_error(Y_hat, Y)[0], squared_error(Y_hat, Y)
    ratio = f"{package / yours:.2f}" if yours else "none, yours is 0"
    print(f"package's half_squared_error / yours, for k = 3: {ratio}")
except Exception:  # an answer is missing, or wrong
    print("First make the checks of tasks 1 to 5 say: right.")

# %% [markdown]
# ## 6. Smoothed labels (3 points)
#
# Cross-entropy is content only with a probability of 1, so a network grows ever surer, of wrong
# labels too. *Label smoothing* (Szegedy and others, 2016) asks for less: a share $\varepsilon$ of the
# target is taken from the true class and spread evenly over **all** $k$ classes, the true one
# included. With three classes and $\varepsilon = 0.3$ the target of class 2 is no longer
# $(0, 0, 1)$ but $(0.1, 0.1, 0.8)$:
#
# $$ q_j = (1 - \varepsilon)\,[\,j = y\,] + \frac{\varepsilon}{k}, \qquad
#   L = -\frac1n \sum_{i=1}^{n} \sum_{j=1}^{k} q_{ij} \ln p_{ij}, $$
#
# where $[\,j = y\,]$ is 1 for the true class and 0 for the others, and $p$ is the softmax of the
# row's logits.
#
# - `Z` is `(n, k)`, `y` is `(n,)` with integer labels, as in task 5; `eps` is a number from 0 to 1.
#   The result is one number. With `eps` 0 it is that of task 5.
# - All the $\ln p_{ij}$ of a row are needed now, not one of them. As in task 5, logits of ±50,000
#   must give the right number, without a warning.


# %% nbgrader={"grade_id": "smoothed_cross_entropy", "solution": true}
def smoothed_cross_entropy(Z, y, eps):
    """The mean over the rows of -Σ q ln p, with the share eps of q spread over all classes."""
    ### BEGIN SOLUTION
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))  # (n, k)
    true = log_p[np.arange(len(y)), y]  # (n,)
    return -np.mean((1 - eps) * true + eps * log_p.mean(axis=1))
    ### END SOLUTION


# %%
hints("smoothed_cross_entropy")

# %% nbgrader={"grade_id": "check_smoothed", "grade": true, "locked": true, "points": 3}
check("smoothed_cross_entropy", smoothed_cross_entropy)

# %% [markdown]
# ## 7. Which loss? (2 points)
#
# Six problems, as people bring them. For each, which output and loss?
#
# | | output | loss |
# |---|---|---|
# | 1 | identity | squared error |
# | 2 | identity | absolute error |
# | 3 | one sigmoid | binary cross-entropy |
# | 4 | several sigmoids | binary cross-entropy, summed over them |
# | 5 | softmax | cross-entropy |
# | 6 | $\mu = e^z$ | Poisson: $\mu - y \ln \mu$, minus the logarithm of a count's probability |
#
# - `delivery`: how many minutes a parcel will take. The customer is to be told the time that half of
#   such parcels beat. Some records are wrong by days.
# - `claims`: how much money a contract will cost an insurer in a year, an amount and no count. Most
#   cost nothing, a few a fortune; all the predictions together must come to the sum that is paid out.
# - `photo`: what can be seen in a holiday picture: sea, dog, mountain, people. A picture may show
#   all of them, or none.
# - `waste`: into which of five bins a thing on the conveyor belt goes. It goes into exactly one.
# - `calls`: how often a hotline's telephone will ring between 9 and 10 o'clock: 0, 1, 2, ..., seldom
#   more than ten. The mean is wanted, and never a negative number.
# - `leaves`: the probability that a customer cancels within a year.
#
# Each problem has one best answer; where two would do the same, take the one with fewer output
# units. The answers are numbers from 1 to 6, and all six must be right for the points.


# %% nbgrader={"grade_id": "which_loss", "solution": true}
def which_loss():
    """The number of the output and loss for each of the six problems."""
    ### BEGIN SOLUTION
    delivery = 2  # half are below: the median
    claims = 1  # sums must come out right: the mean, the fortunes included
    photo = 4  # four questions, each yes or no
    waste = 5  # one of five
    calls = 6  # counts
    leaves = 3  # one question, yes or no
    ### END SOLUTION
    return delivery, claims, photo, waste, calls, leaves


# %%
hints("which_loss")

# %% nbgrader={"grade_id": "check_which_loss", "grade": true, "locked": true, "points": 2}
check("which_loss", which_loss)

# %% [markdown]
# Well done if all seven are right: these are the losses of nearly every network in use.
