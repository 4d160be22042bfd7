"""Who handed in what: layouts, zips that try tricks, rosters with faults."""

import io
import stat
import sys
import zipfile

import pytest

from mlp_lesson.grading.submissions import InputError, collect, read_roster

NAME = "05_backpropagation"
NOTEBOOK = b'{"cells": []}'


def zip_of(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def put(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def found(place, roster=None):
    """{id: bytes, or the problem, or None}"""
    return {
        s.learner.id: s.problem or (s.file.read() if s.file else None)
        for s in collect(place, NAME, roster)
    }


def test_a_folder_of_notebooks_has_a_learner_a_file(tmp_path):
    put(tmp_path, {"ada.ipynb": b"1", "alan.ipynb": b"2", "notes.txt": b"", "x.pdf": b""})
    assert found(tmp_path) == {"ada": b"1", "alan": b"2"}


def test_nbgraders_folders_are_read(tmp_path):
    put(tmp_path, {
        f"ada/{NAME}/{NAME}.ipynb": b"1", f"alan/{NAME}/{NAME}.ipynb": b"2",
        f"ada/{NAME}/.ipynb_checkpoints/{NAME}-checkpoint.ipynb": b"old",
        "ada/04_losses/04_losses.ipynb": b"another", f"ada/{NAME}/timestamp.txt": b"2026",
    })  # fmt: skip
    assert found(tmp_path) == {"ada": b"1", "alan": b"2"}


def test_a_zip_of_zips_is_read(tmp_path):
    inner = zip_of({f"work/{NAME}.ipynb": b"1", "__MACOSX/._x.ipynb": b"junk"})
    path = put(tmp_path, {"all.zip": zip_of({
        "Ada Lovelace_123_assignsubmission_file_/work.zip": inner,
        f"Alan Turing_124_assignsubmission_file_/{NAME}.ipynb": b"2",
    })}) / "all.zip"  # fmt: skip
    assert found(path) == {"Ada Lovelace": b"1", "Alan Turing": b"2"}


def test_canvas_names_are_read(tmp_path):
    names = {f"lovelaceada_11_22_{NAME}.ipynb": b"1", f"turingalan_LATE_11_23_{NAME}-1.ipynb": b"2"}
    path = put(tmp_path, {"all.zip": zip_of(names)}) / "all.zip"
    assert found(path) == {"lovelaceada": b"1", "turingalan": b"2"}


def test_the_one_folder_of_a_zip_is_not_a_learner(tmp_path):
    path = put(tmp_path, {"a.zip": zip_of({"pile/ada.ipynb": b"1", "pile/alan.ipynb": b"2"})})
    assert found(path / "a.zip") == {"ada": b"1", "alan": b"2"}


def test_of_several_notebooks_the_one_named_like_the_exercise_counts(tmp_path):
    put(tmp_path, {"ada/scratch.ipynb": b"0", f"ada/{NAME} (1).ipynb": b"1"})
    assert found(tmp_path) == {"ada": b"1"}


def test_who_handed_in_other_exercises_only_is_missing_in_this_one(tmp_path):
    put(tmp_path, {f"{n}/{name}/{name}.ipynb": b"1" for n, name in [
        ("ada", NAME), ("alan", "04_losses"), ("eve", "04_losses"), ("eve", "06_training")]})
    assert found(tmp_path) == {"ada": b"1", "alan": None, "eve": None}


def test_a_pile_of_another_exercise_is_said_to_be_one(tmp_path):
    put(tmp_path, {"ada/04_losses (2).ipynb": b"1"})
    with pytest.raises(InputError, match=f"only notebooks of other exercises than {NAME}"):
        collect(tmp_path, NAME)


def test_two_that_could_be_meant_are_not_guessed_at(tmp_path):
    put(tmp_path, {"ada/a.ipynb": b"0", "ada/b.ipynb": b"1"})
    assert "which one? 2 notebooks: ada/a.ipynb, ada/b.ipynb" in found(tmp_path)["ada"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are texts here")
def test_a_name_in_an_old_encoding_becomes_one_that_can_be_written(tmp_path):
    with open(bytes(tmp_path) + b"/m\xfcller.ipynb", "wb") as file:
        file.write(b"1")
    assert found(tmp_path) == {"m?ller": b"1"}


def test_a_link_is_not_followed(tmp_path):
    secret = put(tmp_path / "elsewhere", {"solution.ipynb": b"13 points"}) / "solution.ipynb"
    pile = put(tmp_path / "pile", {"alan.ipynb": b"2"})
    try:
        (pile / "ada.ipynb").symlink_to(secret)
        (pile / "mallory").symlink_to(secret.parent)
    except OSError:
        pytest.skip("this system makes no links")
    assert found(pile) == {"ada": "a link, not a file: not followed", "alan": b"2"}


@pytest.mark.parametrize("name", ["../x.ipynb", "/x.ipynb", "a/../../x.ipynb", "C:\\x.ipynb"])
def test_a_path_that_leads_out_of_a_zip_is_refused(tmp_path, name):
    path = put(tmp_path, {"a.zip": zip_of({name: b"1", "good/x.ipynb": b"2"})}) / "a.zip"
    kept = found(path)
    assert "a path that leads out of the zip" in kept.values() and kept["good"] == b"2"


def test_a_link_in_a_zip_is_refused(tmp_path):
    item = zipfile.ZipInfo("ada/x.ipynb")
    item.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = put(tmp_path, {"a.zip": zip_of({item: b"/etc/passwd", "b/x.ipynb": b"2"})}) / "a.zip"
    assert found(path)["ada"] == "a link, not a file: not followed"


def test_a_bomb_is_refused_and_not_unpacked(tmp_path):
    bomb = zip_of({"x.ipynb": bytes(200 << 20)})
    assert len(bomb) < 1 << 20
    put(tmp_path, {"ada.zip": bomb, "alan.ipynb": b"2"})
    assert found(tmp_path) == {"ada": "200 MB: too large", "alan": b"2"}


def test_zips_in_zips_in_zips_end_somewhere(tmp_path):
    inner = zip_of({"x.ipynb": b"1"})
    for _ in range(5):
        inner = zip_of({"inner.zip": inner})
    put(tmp_path, {"ada.zip": inner})
    assert found(tmp_path) == {"ada": "a zip in a zip in a zip"}


def test_a_damaged_zip_is_one_learners_problem(tmp_path):
    put(tmp_path, {"ada.zip": b"PK\3\4 and no more", "alan.ipynb": b"2"})
    assert found(tmp_path) == {"ada": "a damaged zip", "alan": b"2"}


def test_a_folder_called_like_a_notebook_is_a_problem(tmp_path):
    (tmp_path / "ada.ipynb").mkdir()
    put(tmp_path, {"alan.ipynb": b"2"})
    assert found(tmp_path) == {"ada": "not a file", "alan": b"2"}


@pytest.mark.parametrize("what", ["missing", "empty", "no zip"])
def test_a_pile_that_is_none_is_said_so(tmp_path, what):
    place = tmp_path / "pile"
    if what == "empty":
        place.mkdir()
    if what == "no zip":
        place.write_bytes(b"hello")
    with pytest.raises(InputError, match=str(place.name)):
        collect(place, NAME)


# ---- rosters


def roster(tmp_path, text):
    path = tmp_path / "roster.csv"
    path.write_text(text, "utf-8")
    return read_roster(path)


CLASS = "id,last_name,first_name,email\na1,Lovelace,Ada,ada@x.org\na2,Turing,Alan,alan@x.org\n"


def test_names_of_files_are_found_in_the_roster(tmp_path):
    pile = put(tmp_path / "pile", {"Lovelace Ada.ipynb": b"1", "alan.ipynb": b"2"})
    assert found(pile, roster(tmp_path, CLASS)) == {"a1": b"1", "a2": b"2"}


@pytest.mark.parametrize("text", [
    CLASS.replace(",", ";"), CLASS.replace(",", "\t"), "\ufeff" + CLASS.replace("id", "ID", 1),
    CLASS.replace("id,last_name,first_name,email", "ID number,Surname,First name,Email address"),
    CLASS.replace("id,last_name", "student_id,Last name"),
])  # fmt: skip
def test_rosters_are_read_as_spreadsheets_and_moodle_write_them(tmp_path, text):
    assert roster(tmp_path, text) == roster(tmp_path, CLASS)
    assert roster(tmp_path, CLASS)["a1"] == ("a1", "Lovelace", "Ada", "ada@x.org")


def test_a_column_id_goes_before_others_that_may_be_meant(tmp_path):
    assert list(roster(tmp_path, "student_id,id\n7,a1\n")) == ["a1"]


def test_a_roster_in_an_old_encoding_says_how_to_save_it(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_bytes("id,last_name\na1,Müller\n".encode("cp1252"))
    with pytest.raises(InputError, match="save it as CSV UTF-8"):
        read_roster(path)


def test_who_handed_nothing_in_is_listed(tmp_path):
    pile = put(tmp_path / "pile", {"a1.ipynb": b"1"})
    assert found(pile, roster(tmp_path, CLASS)) == {"a1": b"1", "a2": None}


def test_a_stranger_stops_the_run(tmp_path):
    pile = put(tmp_path / "pile", {"a1.ipynb": b"1", "eve.ipynb": b"2"})
    with pytest.raises(InputError, match="1 of the submissions are not in the roster: eve"):
        collect(pile, NAME, roster(tmp_path, CLASS))


def test_two_submissions_of_one_learner_stop_the_run(tmp_path):
    pile = put(tmp_path / "pile", {"a1.ipynb": b"1", "Ada Lovelace.ipynb": b"2"})
    with pytest.raises(InputError, match="two submissions belong to a1"):
        collect(pile, NAME, roster(tmp_path, CLASS))


@pytest.mark.parametrize("text, said", [
    ("name\nAda\n", "has no column called id; it has: name"),
    ("id,first_name\na1,Ada\n,Alan\n", "line 3: the id is missing"),
    ("id\na1\na2\na1\n", "line 4: a1 is in it twice"),
    ("id\n", "names nobody"),
    ("", "has no column called id; it has: none"),
])  # fmt: skip
def test_a_fault_of_the_roster_is_named_with_its_line(tmp_path, text, said):
    with pytest.raises(InputError, match=said):
        roster(tmp_path, text)


def test_a_roster_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_bytes(b"PK\3\4\xff\xfe")
    with pytest.raises(InputError, match="cannot be read"):
        read_roster(path)
