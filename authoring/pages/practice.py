# %% [markdown]
# # {{title}}
#
# Come back here on another day than you learned something, for ten minutes: trying to remember is what
# makes it stay, far more than reading it again (Roediger and Karpicke 2006), and mixed questions teach
# you to see which idea a problem needs (Rohrer and Taylor 2007).
#
# The questions come from what *you* have done:
#
# - what is due again: 1, 3, 7 and 21 days after you answered it, or tomorrow if it went wrong;
# - a function that you have written, with one wrong line in it: which line, and why?
# - a right line and a wrong one: what would go wrong?
# - a few numbers: what does the function print?
# - a task once more, with other shapes: which shape comes out?
# - eight pictures of a training: what went wrong in it? ([Forty ways to fail](atlas.ipynb))
#
# Mistakes that a check has named in your own answers come first. Only tasks that you have passed are
# asked about, since the questions show their answers. Run the two cells below;
# with each question you read what a right answer is evidence for.

# %% tags=["nbval-ignore-output"]
from mlp_lesson.practice import practice

practice()  # the questions differ with what you have done

# %% [markdown]
# `practice(minutes=20)` asks for longer. Tomorrow the questions are others.
#
# **Sources**: H. L. Roediger and J. D. Karpicke, Test-enhanced learning, *Psychological Science* 17
# (2006); D. Rohrer and K. Taylor, The shuffling of mathematics problems improves learning,
# *Instructional Science* 35 (2007).
