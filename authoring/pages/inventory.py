# %% [markdown]
# # {{title}}
#
# The twenty questions of lesson 00 once more, about ten minutes. Each asks about one idea, and its wrong options
# are thoughts that lead others astray, too: students in published studies, people who asked in public.
# They come for the second time once you have answered a quiz question of the last lesson; until then you are
# asked here what is left of the first time.
#
# What is right is told when all are answered the second time. You may stop whenever you like, and go on
# another day.

# %% tags=["nbval-ignore-output"]
# What is asked depends on what you have answered, so this output is not compared.
from mlp_lesson.inventory import inventory
from mlp_lesson.progress import progress

inventory()

# %% [markdown]
# **When all are answered**, run the next cell. Below the map it says which part of what you could gain you
# have gained:
#
# $$ g = \frac{\text{right after} - \text{right before}}{\text{all} - \text{right before}}. $$
#
# With 8 of 20 right before and 17 after, that is $g = 9/12$, or 75%. It also names the ideas that are
# still to be learnt, with links to what treats them, and gives the reason for every option.

# %% tags=["nbval-ignore-output"]
progress()  # what you have done is yours alone, so it is not compared

# %% [markdown]
# Chance plays a part: guess at random, and you are right in a quarter of the questions. So a gain of one or two
# questions says little; look at the ideas themselves.
#
# **Source**: R. R. Hake, Interactive-engagement versus traditional methods, *American Journal of Physics* 66
# (1998), who measures classes in this way. Where such thoughts were seen stands with the reasons.
