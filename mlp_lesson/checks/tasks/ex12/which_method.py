"""Which method answers the question? Decisions, each with its wrong reasons."""

from ...engine.slips import slips
from ...engine.task import Task
from .._decisions import asked_once, one_of


def which_method():
    """loan, hair, stamp, age, film: the number of the method that answers each question."""
    loan = 3
    hair = 1
    stamp = 5
    age = 4
    film = 2
    return loan, hair, stamp, age, film


SLIPS = slips(
    which_method,
    """
    loan-gradient: loan = 3 -> loan = 1
        For the loan, slopes sum to nothing in particular: they are no parts of the difference.
    loan-relevance: loan = 3 -> loan = 2
        For the loan, relevance leaves a part with the biases, and it cannot be computed for a
        forest of trees. Exactly the difference is asked for.
    loan-probe: loan = 3 -> loan = 4
        For the loan, a probe says what a layer holds, not what each input contributed to one
        answer.
    loan-count: loan = 3 -> loan = 5
        For the loan, taking away one input at a time gives falls that need not sum to the
        difference, and the question is about one customer.
    hair-relevance: hair = 1 -> hair = 2
        For the hair's breadth, relevance gives 0 wherever a pixel is 0, though a little ink there
        may raise the logit most. Which change helps is a question about slopes.
    hair-shapley: hair = 1 -> hair = 3
        For the hair's breadth, Shapley values compare inputs that are there with inputs that are
        absent: no small change. And 784 inputs make 2⁷⁸⁴ groups.
    hair-probe: hair = 1 -> hair = 4
        For the hair's breadth, a probe reads layers; asked is which way each input should move.
    hair-count: hair = 1 -> hair = 5
        For the hair's breadth, trying out pixel by pixel gives the slopes one by one, 784 passes
        and more. One pass backwards gives them all.
    stamp-gradient: stamp = 5 -> stamp = 1
        For the stamp, a slope tells of small changes; that the stamp is missing is a large one.
        And asked is how many answers would change.
    stamp-relevance: stamp = 5 -> stamp = 2
        For the stamp, relevance can raise the suspicion, picture by picture. How many answers
        would change without it, it does not say.
    stamp-shapley: stamp = 5 -> stamp = 3
        For the stamp, a share of a logit is no count of answers: a large share may change none of
        them. Make the change that is asked about.
    stamp-probe: stamp = 5 -> stamp = 4
        For the stamp, a probe shows that the network *could* know of it, not that its answers
        depend on it.
    age-gradient: age = 4 -> age = 1
        For the age, there is no output whose slope could be taken: the network was trained for
        something else.
    age-relevance: age = 4 -> age = 2
        For the age, there is no output that could be handed back: the network was trained for
        something else.
    age-shapley: age = 4 -> age = 3
        For the age, Shapley values divide an answer of the network. It gives no answer about the
        age.
    age-count: age = 4 -> age = 5
        For the age, changed inputs and counted answers tell what the answers depend on, not what
        can be read from a layer.
    film-gradient: film = 2 -> film = 1
        For the film, a gradient gives paper as much as ink. Asked is what the ink that is there
        contributed.
    film-shapley: film = 2 -> film = 3
        For the film, exact Shapley values of 10,000 pixels ask for 2¹⁰⁰⁰⁰ groups; one pass is
        allowed.
    film-probe: film = 2 -> film = 4
        For the film, a probe gives no picture of the ink: it reads a layer.
    film-count: film = 2 -> film = 5
        For the film, to cover pixel after pixel takes 10,000 passes for each picture. One is
        allowed.
    other-way-round: loan = 3 -> loan = 2
    and: hair = 1 -> hair = 5
    and: stamp = 5 -> stamp = 1
    and: film = 2 -> film = 3
        The list is read the other way round: these numbers say for each method which question it
        answers. Asked is for each *question* the number of its method.
    """,
)

TASK = Task(
    "which_method",
    points=2,
    taught_in="What one may say",
    reference=which_method,
    cases=asked_once("the five questions"),
    mistakes=SLIPS,
    invariants=[one_of(range(1, 6), 5, "Each answer is a number from 1 to 5, without quotes.")],
    parts=("loan", "hair", "stamp", "age", "film"),
    hints=(
        "Say for each method in one sentence what its numbers are: slopes, shares of a logit by a"
        " rule, fair shares of a difference, what can be read from a layer, counted answers.",
        "Watch the words of the question: *sum to exactly*, *a hair*, *how many*, *can be read*, "
        "*one pass*. Each points to one method.",
        "Each method is the answer to exactly one of the five questions.",
    ),
)
