"""Output and loss for six described problems: decisions, each with its wrong reasons."""

from ...engine.slips import slips
from ...engine.task import Task
from .._decisions import asked_once, one_of


def which_loss():
    """delivery, claims, photo, waste, calls, leaves: a number from 1 to 6 for each problem."""
    delivery = 2
    claims = 1
    photo = 4
    waste = 5
    calls = 6
    leaves = 3
    return delivery, claims, photo, waste, calls, leaves


SLIPS = slips(
    which_loss,
    """
    other-way-round: = 2, 1, 6, 3, 4, 5
        These are the problems, one for each row of the table. Asked for is the other way round:
        the row of the table for each problem, in the order of the problems.
    delivery-squared: delivery = 2 -> delivery = 1
        The squared error is smallest at the mean, which the wrong records pull away. What half of
        the parcels beat is the median.
    delivery-sigmoid: delivery = 2 -> delivery = 3
        A time in minutes is no yes or no. A sigmoid stays below 1.
    delivery-sigmoids: delivery = 2 -> delivery = 4
        A time in minutes is one number, not several questions with yes or no.
    delivery-softmax: delivery = 2 -> delivery = 5
        A time in minutes is no class: 31 minutes are nearly 30, which a softmax does not know.
    delivery-poisson: delivery = 2 -> delivery = 6
        Nothing is counted: a time flows. And this loss aims at the mean; what half of the parcels
        beat is the median.
    claims-absolute: claims = 1 -> claims = 2
        The absolute error is smallest at the median. Most contracts cost nothing, so it would
        always say 0. The predictions are to come to the same sum, so the mean is wanted; and the
        fortunes are no errors in the records.
    claims-sigmoid: claims = 1 -> claims = 3
        The question is how much, not whether. A sigmoid stays below 1.
    claims-sigmoids: claims = 1 -> claims = 4
        What a contract costs is one number, not several questions with yes or no.
    claims-softmax: claims = 1 -> claims = 5
        A sum of money is no class: an output for each possible sum is too many.
    claims-poisson: claims = 1 -> claims = 6
        Money is no count: a few pay a fortune, which counts hardly ever do. The mean of any
        quantity is what the squared error aims at.
    photo-squared: photo = 4 -> photo = 1
        What can be seen is yes or no for each thing; the squared error is for quantities.
    photo-absolute: photo = 4 -> photo = 2
        What can be seen is yes or no for each thing; the absolute error is for quantities.
    photo-sigmoid: photo = 4 -> photo = 3
        One output answers one question. Here are four: one for the sea, one for the dog ...
    photo-softmax: photo = 4 -> photo = 5
        The outputs of a softmax add up to 1: it says which *one* of them is in the picture. Here
        all may be, or none.
    photo-poisson: photo = 4 -> photo = 6
        Not how many things are in the picture, but which. Each is a yes or no.
    waste-squared: waste = 5 -> waste = 1
        The number of a bin is a name, no quantity: bin 3 is not half as much again as bin 2.
    waste-absolute: waste = 5 -> waste = 2
        The number of a bin is a name, no quantity: bins 1 and 5 are not further apart than 1 and 2.
    waste-sigmoid: waste = 5 -> waste = 3
        One sigmoid tells two apart. There are five bins.
    waste-sigmoids: waste = 5 -> waste = 4
        With a sigmoid each, several bins could be sure, or none. A thing goes into exactly one:
        the probabilities must add up to 1.
    waste-poisson: waste = 5 -> waste = 6
        The number of a bin is a name; nothing is counted.
    calls-squared: calls = 6 -> calls = 1
        The identity can predict a negative number of calls. And an error of 3 is usual where ten
        calls are expected, and much where one is: the squared error treats both alike.
    calls-absolute: calls = 6 -> calls = 2
        The absolute error aims at the median, and the mean is wanted; and the identity can predict
        a negative number.
    calls-sigmoid: calls = 6 -> calls = 3
        The question is how many calls, not whether there is one. A sigmoid stays below 1.
    calls-sigmoids: calls = 6 -> calls = 4
        How many calls there are is one number, not several questions with yes or no.
    calls-softmax: calls = 6 -> calls = 5
        As classes the counts lose their order: that 9 is nearer to 8 than to 0 is not known to a
        softmax. And there is no last class.
    leaves-squared: leaves = 3 -> leaves = 1
        A probability lies between 0 and 1, which the identity does not. And what is known of each
        customer is no probability, but a yes or no.
    leaves-absolute: leaves = 3 -> leaves = 2
        The absolute error aims at the median: 0, where most stay. A probability is wanted, of a yes
        or no.
    leaves-sigmoids: leaves = 3 -> leaves = 4
        It is one question with yes or no, so one output is enough.
    leaves-softmax: leaves = 3 -> leaves = 5
        A softmax over stays and leaves would do the same with two outputs: take the one with fewer.
    leaves-poisson: leaves = 3 -> leaves = 6
        Nobody cancels twice: it is yes or no, not a count, and e^z may exceed 1.
    """,
)


TASK = Task(
    "which_loss",
    points=2,
    taught_in="Which output for which question",
    reference=which_loss,
    cases=asked_once("the six problems"),
    mistakes=SLIPS,
    invariants=[
        one_of(
            range(1, 7),
            6,
            "Each answer is a number from 1 to 6, that of a row of the table: no text, no list.",
        )
    ],
    parts=("delivery", "claims", "photo", "waste", "calls", "leaves"),
    hints=(
        "Ask of each: is it a quantity, a count, a yes or no, several of these, or one of several? "
        "Only then ask about the loss.",
        "Three are about numbers. One wants what half stay below, one a sum that comes out right, "
        "one counts. Which loss is smallest at the median, which at the mean?",
        "The other three are about yes and no: one question, several questions that do not know of "
        "each other, and one answer out of several. Each wants another of the pairs 3, 4 and 5.",
    ),
)
