"""Answers to class_report: the form is told in answer_files.py."""

from ._edits import repairs_of

edited = repairs_of("class_report")
MENDED = "cm = confusion(y, predicted)"
CALL, HEAD = "cm = confusion(predicted, y)", "def confusion(y_true, y_pred)"
COUNTED, RETURNED = "cm[y_true[i], y_pred[i]]", "return precision, recall, f1, support"
SUMS = "support, called = cm.sum(axis=1), cm.sum(axis=0)"

RIGHT = [
    edited(CALL, MENDED),
    edited(CALL, "cm = confusion(y_pred=predicted, y_true=y)"),
    edited(HEAD, "def confusion(y_pred, y_true)"),
    edited(COUNTED, "cm[y_pred[i], y_true[i]]"),
    edited(CALL, "cm = confusion(predicted, y).T"),
    edited(SUMS, "support, called = cm.sum(axis=0), cm.sum(axis=1)"),
]

UNCHANGED = [  # what the program returns stays as it was
    # The names tell which is which.
    edited(CALL, "cm = confusion(predicted, y)", HEAD, "def confusion(y_pred, y_true)", COUNTED,
           "cm[y_pred[i], y_true[i]]"),
    edited(CALL, "cm = confusion(y, predicted).T"),
]

HELD_OUT = [
    # Precision and recall have each other's numbers.
    (edited(RETURNED, "return recall, precision, f1, support"), "exchanged at the end",
     ["only ones to be exchanged"]),
    (edited(CALL, MENDED, RETURNED, "return recall, precision, f1, support"), "exchanged twice",
     ["each other's values"]),
    # The support is known: count y.
    (edited(RETURNED, "return precision, recall, f1, np.bincount(y, minlength=k)"),
     "only the support", ["each other's values"]),
    (edited(CALL, "cm = confusion(y, y)"), "truth with truth", ["compared with the truth"]),
    (edited(CALL, "cm = confusion(predicted, predicted)"), "predictions with themselves",
     ["with themselves"]),
    (edited("recall = hits / np.maximum(support, 1)", "recall = hits / np.maximum(called, 1)"),
     "both by the same sum", ["recall", "as you got it"]),
    (edited(CALL, MENDED, COUNTED + " += 1", COUNTED + " = 1"),
     "no longer counted", ["no longer counts"]),
    (edited(CALL, MENDED, "scores.argmax(axis=1)", "scores.argmin(axis=1)"),
     "argmin", ["smallest output"]),
    (edited(CALL, "cm = confusion(y, predicted) / len(y)"), "shares in place of counts",
     ["shares now"]),
    (edited(CALL, MENDED, RETURNED, "return precision, recall, f1, called"),
     "the wrong sum returned", ["how often each class"]),
    (edited(CALL, MENDED, "2 * hits / np.maximum(support + called, 1)",
            "(precision + recall) / 2"), "plain mean", ["plain mean"]),
]  # fmt: skip
